"""Claim: one statement by one document, with the words that make it.

Everything downstream (entities, RDF, queries, views) is made from claims. Their ids hash what was read and
where, never what was later concluded, so merging two entities changes no claim.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from kg.document import Span
from kg.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

__all__ = ["Certainty", "Claim", "Mention", "Qualifier", "Value", "read_claims", "sort_claims"]

Certainty = Literal["stated", "inferred"]
_quoted = json.encoder.encode_basestring
_pack = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
Qualifier = str | int | float | bool


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A thing as a document names it: its class in the vocabulary and its name as printed."""

    type: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal object: a stage, a genre, an ordinal, an alias, a date."""

    value: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement by one document.

    `item` is the item's number within the document or None; `rule` names what read or inferred it; `rests_on`
    holds the ids of the claims that a derived claim was made from. `as_of` is the ISO date of the statement.
    """

    document: str
    item: int | None
    subject: Mention
    predicate: str
    object: Mention | Value
    spans: tuple[Span, ...]
    extractor: str
    rule: str
    qualifiers: Mapping[str, Qualifier] = field(default_factory=dict, hash=False)
    as_of: str | None = None
    certainty: Certainty = "stated"
    rests_on: tuple[str, ...] = ()
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """20 hex digits over document, subject, predicate, object, qualifiers and spans as extracted."""
        if not self._id:
            object.__setattr__(self, "_id", self._digest())  # what it is made of never changes
        return self._id

    def _digest(self) -> str:
        # JSON of a fixed shape, without spaces and with sorted keys, written out by hand: this is asked of every claim.
        parts = (
            _quoted(self.document),
            _packed(self.subject),
            _quoted(self.predicate),
            _packed(self.object),
            _pack(self.qualifiers) if self.qualifiers else "{}",
            f"[{','.join([f'[{span.start},{span.end}]' for span in self.spans])}]",
        )
        return hashlib.sha256(f"[{','.join(parts)}]".encode()).hexdigest()[:20]

    @property
    def order(self) -> tuple[Any, ...]:
        """The reading order: document, place in it, then what is said. It decides the order of claims.jsonl."""
        return (
            self.document,
            self.item or 0,
            [(span.start, span.end) for span in self.spans],
            self.predicate,
            self.subject.name,
            str(_end(self.object)),
            self.id,
        )

    def to_json(self) -> str:
        """Give the claim as its one line of claims.jsonl, without the newline."""
        record: dict[str, Any] = {
            "id": self.id,
            "document": self.document,
            "item": self.item,
            "subject": _end(self.subject),
            "predicate": self.predicate,
            "object": _end(self.object),
            "qualifiers": dict(sorted(self.qualifiers.items())),
            "spans": [{"start": s.start, "end": s.end, "exact": s.exact} for s in self.spans],
            "as_of": self.as_of,
            "extractor": self.extractor,
            "certainty": self.certainty,
            "rule": self.rule,
        }
        if self.rests_on:
            record["rests_on"] = list(self.rests_on)
        return json.dumps(record, ensure_ascii=False)

    @classmethod
    def from_json(cls, line: str) -> Claim:
        """Read one line of claims.jsonl.

        Raises ValueError, KeyError or TypeError for a line that is no claim, and SourceError for one whose id
        is not the hash of its content.
        """
        record = json.loads(line)
        value = record["object"]
        claim = cls(
            document=record["document"],
            item=record["item"],
            subject=Mention(record["subject"]["type"], record["subject"]["name"]),
            predicate=record["predicate"],
            object=Value(value["value"]) if "value" in value else Mention(value["type"], value["name"]),
            spans=tuple(Span(s["start"], s["end"], s["exact"]) for s in record["spans"]),
            extractor=record["extractor"],
            rule=record["rule"],
            qualifiers=record["qualifiers"],
            as_of=record["as_of"],
            certainty=record["certainty"],
            rests_on=tuple(record.get("rests_on", ())),
        )
        if claim.id != record["id"]:
            raise SourceError(f"claim {record['id']} does not match its content, which hashes to {claim.id}")
        return claim


def _packed(end: Mention | Value) -> str:
    if isinstance(end, Value):
        return f'{{"value":{_quoted(end.value)}}}'
    return f'{{"name":{_quoted(end.name)},"type":{_quoted(end.type)}}}'


def _end(end: Mention | Value) -> dict[str, str]:
    return {"value": end.value} if isinstance(end, Value) else {"type": end.type, "name": end.name}


def sort_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Give the claims in reading order, each id once."""
    return sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.order)


def read_claims(path: Path) -> Iterator[Claim]:
    """Read claims.jsonl line by line.

    Raises SourceError that names file and line for a line that is torn, not JSON, or no claim.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield Claim.from_json(line)
            except (ValueError, KeyError, TypeError) as error:
                raise SourceError(
                    f"not a claim: {error}", where=f"{path}:{number}", do="run `kg build` to write it afresh"
                ) from error
