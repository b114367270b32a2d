"""Judgements: what somebody decided about names, as data under version control.

`identity/decisions.jsonl` has one judgement a line, in the order in which they were made:

```json
{"judgement": "same", "left": {"type": "Person", "name": "…"}, "right": {…}, "who": "…", "when": "…", "why": "…"}
{"judgement": "preferred", "left": {"type": "Film", "name": "…"}, "name": "…", "who": "…", "when": "…", "why": "…"}
```

`same`, `different` and `unsure` judge two mentions; `preferred` gives the name by which an entity is shown.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kg.claim import Mention
from kg.errors import BuildError
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Judgement", "read_judgements"]

_KINDS = ("same", "different", "unsure", "preferred")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: about two mentions, or (`preferred`) about the `name` of one. `line` is where it stands."""

    kind: Literal["same", "different", "unsure", "preferred"]
    left: Mention
    right: Mention | None
    name: str | None
    who: str
    when: str
    why: str
    line: int


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read all judgements; none where the file does not exist.

    Raises BuildError that names file and line for a line that is torn or incomplete: nothing is guessed.
    """
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            where = f"{path}:{number}"
            try:
                found.append(_judgement(json.loads(line), number, where))
            except (ValueError, KeyError, TypeError) as error:
                if isinstance(error, BuildError):
                    raise
                raise BuildError(f"not a judgement: {error!r}", where=where, do="mend or remove the line") from error
    return tuple(found)


def _judgement(row: dict[str, Any], line: int, where: str) -> Judgement:
    kind = row["judgement"]
    if kind not in _KINDS:
        raise BuildError(f"unknown judgement {kind!r}", where=where, do=f"one of {', '.join(_KINDS)}")
    left = _mention(row["left"], where)
    right = _mention(row["right"], where) if kind != "preferred" else None
    name = str(row["name"]) if kind == "preferred" else None
    return Judgement(kind, left, right, name, str(row["who"]), str(row["when"]), str(row["why"]), line)


def _mention(row: dict[str, Any], where: str) -> Mention:
    kind, name = row["type"], row["name"]
    if kind not in vocabulary().classes or not isinstance(name, str) or not name:
        raise BuildError(f"no mention: {row!r}", where=where, do="give a class of the vocabulary and a name")
    return Mention(kind, name)
