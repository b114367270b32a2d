"""Matches: what a person decided about candidates, as data under version control.

`identity/matches.jsonl` has one decision a line, in the order in which they were made; lines are only ever added:

```json
{"match": "accepted", "mention": {"type": "Film", "name": "…"}, "service": "https://…", "id": "Q42", "name": "…",
 "description": "…", "types": [{"id": "Q11424", "name": "film"}], "score": 87.5, "query": {"query": "…"},
 "asked": "2026-11-21T12:00:00Z", "identifier": "wikidata:Q42", "who": "…", "when": "2026-11-21", "why": "…"}
```

`match` is accepted, rejected or withdrawn; of one mention, service and id the last line counts. Each accepted match
makes a document of one line, and claims that rest on its words.
"""

from __future__ import annotations

import datetime
import json
import math
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urlsplit

from kg.claim import Mention
from kg.errors import BuildError, UsageError
from kg.files import changing, write_bytes
from kg.resolve.authority.address import proper
from kg.resolve.identity import key_of
from kg.vocabulary import parse_identifier, vocabulary
from kg.vocabulary.identifier import is_identifier

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["MATCHES", "Match", "Verdict", "accepted", "append_match", "read_matches", "standing"]

MATCHES = "matches.jsonl"
"""The name of the file in the folder of judgements."""

Verdict = Literal["accepted", "rejected", "withdrawn"]
_VERDICTS = ("accepted", "rejected", "withdrawn")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Match:
    """One decision about one candidate; `line` is where it stands, 0 for one that is yet to be written.

    `query` is canonical JSON; `asked` is ISO 8601 in UTC, `when` an ISO date; `identifier` is the id as claims have it.
    """

    verdict: Verdict
    mention: Mention
    document: str | None
    service: str
    id: str
    name: str
    description: str
    types: tuple[tuple[str, str], ...]
    score: float
    query: str
    asked: str
    identifier: str
    who: str
    when: str
    why: str
    line: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What it decides about: the mention (as identity folds it), the service, the id."""
        return self.key_for(self.mention, self.service, self.id)

    @staticmethod
    def key_for(mention: Mention, service: str, id: str) -> tuple[str, str, str]:  # noqa: A002
        """Give the key of what a match would decide about."""
        return key_of(mention), service, id

    def again(self, verdict: Verdict, who: str, when: str, why: str) -> Match:
        """Give a further decision about the same candidate."""
        return replace(self, verdict=verdict, who=who, when=when, why=why, line=0)

    def to_json(self) -> str:
        """Give the match as its line, without the newline."""
        mention = {"type": self.mention.type, "name": self.mention.name}
        record: dict[str, Any] = {
            "match": self.verdict,
            "mention": {**mention, "document": self.document} if self.document else mention,
            "service": self.service,
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "types": [{"id": each, "name": name} for each, name in self.types],
            "score": self.score,
            "query": json.loads(self.query),
            "asked": self.asked,
            "identifier": self.identifier,
            "who": self.who,
            "when": self.when,
            "why": self.why,
        }
        return json.dumps(record, ensure_ascii=False)


def read_matches(path: Path) -> tuple[Match, ...]:
    """Read all matches; none where the file does not exist.

    Raises BuildError that names file and line for a line that is torn, incomplete or wrong: nothing is guessed.
    """
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(_match(json.loads(line.decode("utf-8")), number))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            what = error.what if isinstance(error, BuildError | UsageError) else repr(error)
            raise BuildError(
                f"not a match: {what}", where=f"{path}:{number}", do="mend it, or restore it from version control"
            ) from error
    return tuple(found)


def _match(row: dict[str, Any], line: int) -> Match:
    verdict = row["match"]
    if verdict not in _VERDICTS:
        raise BuildError(f"unknown match {verdict!r}, one of {', '.join(_VERDICTS)} was wanted")
    mention = Mention(_text(row["mention"], "type"), unicodedata.normalize("NFC", _text(row["mention"], "name")))
    table = vocabulary()
    starts = table.predicates["identifier"].subjects
    if mention.type not in table.classes or not any(table.is_a(mention.type, each) for each in starts):
        raise BuildError(f"{mention.type!r} is no class of what can have an identifier")
    service, ident, score = _text(row, "service"), _text(row, "id"), row["score"]
    if proper(service) != service:
        raise BuildError(f"{service!r} is no address of a service")
    if isinstance(score, bool) or not isinstance(score, int | float) or not math.isfinite(score):
        raise BuildError(f"the score is {score!r}, a number was wanted")
    if not isinstance(row["query"], dict):
        raise BuildError("the query is no object")
    for field in ("asked", "when"):
        if not _DAY.fullmatch(_text(row, field)):
            raise BuildError(f"{field} is {row[field]!r}, an ISO date was wanted")
        datetime.date.fromisoformat(row[field][:10])
    identifier = row.get("identifier") or _identifier(service, ident)
    if not isinstance(identifier, str) or not is_identifier(identifier):
        raise BuildError(f"{identifier!r} is no identifier")
    document = row["mention"].get("document")
    return Match(
        verdict,
        mention,
        None if document is None else _text(row["mention"], "document"),
        service,
        ident,
        _text(row, "name"),
        _text(row, "description", empty=True),
        tuple(_type(each) for each in _list(row["types"])),
        float(score),
        json.dumps(row["query"], ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        row["asked"],
        identifier,
        _text(row, "who"),
        row["when"],
        _text(row, "why"),
        line,
    )


def _text(row: dict[str, Any], key: str, *, empty: bool = False) -> str:
    value = row[key]
    if not isinstance(value, str) or not (value.strip() or empty):
        raise BuildError(f"{key} is {value!r}, a text was wanted")
    value.encode("utf-8")  # half a character is a ValueError
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise BuildError(f"types is {value!r}, a list was wanted")
    return value


def _type(value: Any) -> tuple[str, str]:
    """Read a type: an object with id and name, or the id alone."""
    return (
        (_text({"id": value}, "id"), "")
        if isinstance(value, str)
        else (
            _text(value, "id"),
            _text(value, "name", empty=True),
        )
    )


def _identifier(service: str, ident: str) -> str:
    """The identifier of a line that was written without one: the id where it speaks for itself, else `host:id`."""
    return parse_identifier(ident) or f"{urlsplit(service).hostname}:{quote(ident, safe=' ')}"


def standing(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Give the last match about each mention, service and id, in the order of the file."""
    last = {match.key: match for match in matches}
    return tuple(sorted(last.values(), key=lambda match: match.line))


def accepted(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Give the matches that count as accepted now."""
    return tuple(match for match in standing(matches) if match.verdict == "accepted")


def append_match(path: Path, match: Match) -> None:
    """Add a match to the file, which is whole before and after, also where several add at once.

    Raises BuildError where a line of the file, or the match itself, is wrong.
    """
    line = match.to_json()
    try:
        _match(json.loads(line), 0)
    except BuildError as error:
        raise BuildError(f"the match cannot be kept: {error.what}", where=str(path)) from None
    with changing(path):
        read_matches(path)
        before = path.read_bytes() if path.exists() else b""
        gap = b"\n" if before and not before.endswith(b"\n") else b""
        write_bytes(path, before + gap + line.encode("utf-8") + b"\n")
