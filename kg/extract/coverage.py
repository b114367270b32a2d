"""Coverage: what became of every line, so that nothing is passed over in silence."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extract.reading import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.claim import Claim
    from kg.document import Document, Span

__all__ = ["cover", "marked"]

_in_order = attrgetter("start", "end", "exact")


def cover(document: Document, claims: Iterable[Claim], rules: Mapping[int, str]) -> tuple[Line, ...]:
    """Give one Line for each line of text that is not blank.

    `rules` maps line numbers to what an extractor says of them: a rule that begins with "read: " makes the line
    read where a claim rests on it and unread where none does; any other rule ignores it by name; a line without a
    rule is unread.
    """
    by_line: dict[int, list[Span]] = {}
    spans_of: dict[tuple[int, int, str], Span] = {}
    for claim in claims:
        for span in claim.spans:
            spans_of.setdefault(_in_order(span), span)
    for span in spans_of.values():
        for number in range(document.position(span.start)[0], document.position(span.end - 1)[0] + 1):
            by_line.setdefault(number, []).append(span)
    lines = []
    for number in range(1, document.line_count + 1):
        start, end = document.line_span(number)
        if not document.text[start:end].strip():
            continue
        rule = rules.get(number)
        spans = tuple(sorted(by_line[number], key=_in_order)) if number in by_line else ()
        if spans:
            lines.append(Line(number, "read", (rule or "read").removeprefix("read: "), spans))
        elif rule is None:
            lines.append(Line(number, "unread", "no rule reads this line"))
        elif rule.startswith("read: "):
            lines.append(Line(number, "unread", f"{rule.removeprefix('read: ')} without a fact that a rule knows"))
        else:
            lines.append(Line(number, "ignored", rule))
    return tuple(lines)


def marked(document: Document, line: Line) -> str:
    """Give a line's text with the stretches that no claim rests on between ‹ and ›."""
    start, end = document.line_span(line.number)
    if line.outcome != "read":
        return document.text[start:end]
    out, at = "", start
    for span in line.read:
        first, last = max(span.start, start), min(span.end, end)
        if first > at and document.text[at:first].strip(" .,;:\u00a0"):
            out += f"‹{document.text[at:first]}›"
        elif first > at:
            out += document.text[at:first]
        if last > at:
            out += document.text[max(first, at) : last]
            at = last
    rest = document.text[at:end]
    return out + (f"‹{rest}›" if rest.strip(" .,;:\u00a0") else rest)
