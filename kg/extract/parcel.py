"""Parcels: readings as nested tuples without their documents, which go from process to process at little cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.claim import Claim, Mention, Value
from kg.document import Item, Span
from kg.extract.reading import Line, Reading

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.reading import Outcome

__all__ = ["packed", "unpacked"]


def packed(reading: Reading) -> tuple[Any, ...]:
    """Pack a reading."""
    return (
        reading.kind, reading.confidence, reading.extractor,
        [(item.document, item.n, item.headline, item.kind, item.date, _spans(item.spans)) for item in reading.items],
        [
            (
                claim.document, claim.item, _end(claim.subject), claim.predicate, _end(claim.object),
                _spans(claim.spans), claim.extractor, claim.rule, dict(claim.qualifiers), claim.as_of,
                claim.certainty, claim.rests_on, claim.id,
            )
            for claim in reading.claims
        ],
        [(line.number, line.outcome, line.rule, _spans(line.read)) for line in reading.lines],
        reading.remarks,
    )  # fmt: skip


def unpacked(parcel: tuple[Any, ...], document: Document) -> Reading:
    """Give the reading of a document back."""
    kind, confidence, extractor, items, claims, lines, remarks = parcel
    return Reading(
        document, kind, confidence, extractor,
        tuple([_item(*item) for item in items]),
        tuple([_claim(*claim) for claim in claims]),
        tuple([_line(*line) for line in lines]),
        remarks,
    )  # fmt: skip


def _item(document: str, n: int, headline: str, kind: str, date: str | None, spans: Any) -> Item:
    return Item(document, n, headline, kind, date, tuple([Span(*span) for span in spans]))


def _line(number: int, outcome: Outcome, rule: str, read: Any) -> Line:
    return Line(number, outcome, rule, tuple([Span(*span) for span in read]))


def _claim(
    document: str, item: int | None, subject: tuple[str, ...], predicate: str, value: tuple[str, ...],
    spans: list[tuple[int, int, str]], *rest: Any,
) -> Claim:  # fmt: skip
    *others, ident = rest
    claim = Claim(
        document, item, Mention(*subject), predicate, Mention(*value) if len(value) > 1 else Value(*value),
        tuple([Span(*span) for span in spans]), *others,
    )  # fmt: skip
    object.__setattr__(claim, "_id", ident)  # worked out where it was read
    return claim


def _spans(spans: tuple[Span, ...]) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.exact) for span in spans]


def _end(end: Mention | Value) -> tuple[str, ...]:
    return (end.value,) if isinstance(end, Value) else (end.type, end.name)
