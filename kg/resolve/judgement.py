"""Judgements: what somebody decided about names, as data under version control.

`identity/decisions.jsonl` has one judgement a line, in the order in which they were made; lines are only ever added:

```json
{"judgement": "same", "left": {"type": "Person", "name": "…", "document": "…"}, "right": {…}, "who": "…", "when": "…",
 "why": "…", "score": 0.93, "recipe": "identity/1"}
{"judgement": "preferred", "left": {"type": "Film", "name": "…"}, "name": "…", "who": "…", "when": "…", "why": "…"}
```

`same`, `different` and `unsure` judge two mentions; `preferred` gives the name by which an entity is shown;
`withdrawn` takes back what was judged of the two (or, without `right`, which name is preferred). The last one wins. A
mention without a document is the name in all documents. `score` and `recipe` say what the rules made of the two.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from kg.claim import Mention
from kg.errors import BuildError
from kg.files import changing, write_bytes
from kg.resolve.key import key_of
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = ["Judged", "Judgement", "Kind", "add_judgements", "in_force", "read_judgements"]

Kind = Literal["same", "different", "unsure", "preferred", "withdrawn"]
_KINDS = ("same", "different", "unsure", "preferred", "withdrawn")


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention that is judged: a class, a name, and the document in which it stands, or None for all."""

    type: str
    name: str
    document: str | None = None

    @property
    def mention(self) -> Mention:
        """Give class and name alone."""
        return Mention(self.type, self.name)

    @property
    def place(self) -> tuple[str, str]:
        """Give the key of the name and the document, "" for all: what tells whether two judgements are of the same."""
        return key_of(self.mention), self.document or ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: about two mentions, or (`preferred`) about the `name` of one. `line` is where it stands."""

    kind: Kind
    left: Judged
    right: Judged | None
    name: str | None
    who: str
    when: str
    why: str
    line: int
    score: float | None = None
    recipe: str | None = None
    file: str = field(default="judgements", compare=False)

    @property
    def pair(self) -> frozenset[tuple[str, str]]:
        """Give the two that are judged, in no order; one of them for a preferred name."""
        return frozenset(each.place for each in (self.left, self.right) if each is not None)

    def to_json(self) -> str:
        """Give the judgement as its line, without the newline."""
        row: dict[str, Any] = {"judgement": self.kind, "left": _row(self.left)}
        if self.right is not None:
            row["right"] = _row(self.right)
        if self.name is not None:
            row["name"] = self.name
        row |= {"who": self.who, "when": self.when, "why": self.why}
        row |= {key: value for key, value in (("score", self.score), ("recipe", self.recipe)) if value is not None}
        return json.dumps(row, ensure_ascii=False)


def in_force(judgements: Iterable[Judgement], *, unsure: bool = False) -> list[Judgement]:
    """Give the judgements that hold, in the order of their lines: of each pair the last, none that was withdrawn.

    What somebody was unsure of decides nothing and is left out, unless `unsure`.
    """
    last: dict[tuple[bool, frozenset[tuple[str, str]]], Judgement] = {}
    for judgement in judgements:
        last[judgement.right is None, judgement.pair] = judgement
    return sorted(
        (each for each in last.values() if each.kind not in (("withdrawn",) if unsure else ("withdrawn", "unsure"))),
        key=lambda each: each.line,
    )


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read all judgements; none where the file does not exist.

    Raises BuildError that names file and line for a line that is torn or incomplete: nothing is guessed.
    """
    if not path.exists():
        return ()
    found = []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BuildError(f"not UTF-8: {error}", where=str(path), do="restore it from version control") from error
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{path}:{number}"
            try:
                found.append(replace(_judgement(json.loads(line), number, where), file=str(path)))
            except (ValueError, KeyError, TypeError) as error:
                if isinstance(error, BuildError):
                    raise
                torn = number == len(lines) and isinstance(error, json.JSONDecodeError)
                raise BuildError(
                    "the last line is torn" if torn else f"not a judgement: {_said(error)}",
                    where=where,
                    do="complete it or remove it" if torn else "mend or remove the line",
                ) from error
    return tuple(found)


def add_judgements(path: Path, judgements: Sequence[Judgement]) -> None:
    """Add judgements at the end; the file appears with all of them or as it was, also where several add at once.

    They are on the disk when this returns. Raises BuildError where the file that is there cannot be read, OSError as
    the file system does.
    """
    with changing(path):
        read_judgements(path)  # nothing is added to a file that is damaged
        before = path.read_bytes() if path.exists() else b""
        if before and not before.endswith(b"\n"):
            before += b"\n"
        write_bytes(path, before + "".join(each.to_json() + "\n" for each in judgements).encode("utf-8"))


def _said(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)


def _judgement(row: dict[str, Any], line: int, where: str) -> Judgement:
    kind = row["judgement"]
    if kind not in _KINDS:
        raise BuildError(f"unknown judgement {kind!r}", where=where, do=f"one of {', '.join(_KINDS)}")
    left = _judged(row["left"], where)
    alone = kind == "preferred" or (kind == "withdrawn" and row.get("right") is None)
    right = None if alone else _judged(row["right"], where)
    if right is not None and left.place == right.place:
        raise BuildError("the two mentions are the same one", where=where, do="name two, or remove the line")
    if right is not None and left.place[0].split("|")[0] != right.place[0].split("|")[0]:
        raise BuildError(f"a {left.type} and a {right.type} are never one", where=where, do="mend or remove the line")
    name = str(row["name"]) if kind == "preferred" else None
    score = row.get("score")
    return Judgement(
        kind, left, right, name, str(row["who"]), str(row["when"]), str(row["why"]), line,
        None if score is None else float(score), row.get("recipe"),
    )  # fmt: skip


def _judged(row: dict[str, Any], where: str) -> Judged:
    kind, name, document = row["type"], row["name"], row.get("document")
    known = kind in vocabulary().classes and isinstance(name, str) and name.strip()
    if not known or not (document is None or isinstance(document, str)):
        raise BuildError(f"no mention: {row!r}", where=where, do="give a class of the vocabulary and a name")
    try:
        key_of(Mention(kind, name))
    except KeyError:
        raise BuildError(f"a {kind} is no entity", where=where, do="judge works, people, companies, …") from None
    return Judged(kind, name, document)


def _row(judged: Judged) -> dict[str, str]:
    document = {"document": judged.document} if judged.document else {}
    return {**document, "type": judged.type, "name": judged.name}
