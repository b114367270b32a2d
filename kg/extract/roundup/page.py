"""Release round-ups: film after film of heading, cast line, synopsis and trivia, often machine-translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.claim import Claim, sort_claims
from kg.extract.coverage import cover
from kg.extract.derive import pairs
from kg.extract.extractor import Extractor
from kg.extract.facts import claim_of
from kg.extract.names import Known, fold
from kg.extract.reading import Reading
from kg.extract.roundup.afterword import afterword
from kg.extract.roundup.heading import is_marked
from kg.extract.roundup.item import NAME, published, read_item
from kg.extract.roundup.layout import lay_out, numbered_lines, remarks_on

if TYPE_CHECKING:
    from kg.document import Document, Item

__all__ = ["EXTRACTOR", "read_roundup"]


def read_roundup(document: Document, known: Known, confidence: float = 1.0) -> Reading:
    """Read a release round-up into one item a film."""
    releases, rules = lay_out(document)
    items: list[Item] = []
    claims: list[Claim] = []
    remarks = list(remarks_on(document, rules))
    marked = is_marked(document.text[release.heading[1] : release.heading[2]] for release in releases)
    for n, release in enumerate(releases, 1):
        release.marked = marked
        try:
            item, found = read_item(document, release, n, known)
        except Exception as error:  # a fault in one film must not cost the others
            remarks.append((release.heading[0], f"film {n} was left out: {type(error).__name__}: {error}"))
            continue
        items.append(item)
        claims += found
    for number, facts in afterword(document, numbered_lines(document)):
        rules[number] = "read: afterword"
        claims += [claim_of(fact, document, None, NAME, published(document)) for fact in facts]
    claims += pairs(claims)
    ordered = tuple(sort_claims(claims))
    lines = cover(document, ordered, rules)
    return Reading(document, "roundup", confidence, NAME, tuple(items), ordered, lines, tuple(remarks))


def _certain(reading: Reading) -> Known:
    """Names that a round-up makes certain: its films, and who directed them."""
    titles = {c.subject.name for c in reading.claims if c.rule == "item-about-film"}
    people = {c.subject.name for c in reading.claims if c.rule in ("title-by", "cast-line")}
    return Known(frozenset(map(fold, people)), frozenset(map(fold, titles)))


EXTRACTOR = Extractor("roundup", read_roundup, _certain)
