"""Listing pages: tag pages of a trade journal, item after item of headline, teaser and tag line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention, sort_claims
from kg.extract.coverage import cover
from kg.extract.derive import pairs
from kg.extract.extractor import Extractor
from kg.extract.listing.item import NAME, ItemReader
from kg.extract.listing.layout import Block, lay_out
from kg.extract.listing.printed_titles import working_titles
from kg.extract.names import Known, fold
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document, Item

__all__ = ["EXTRACTOR", "read_listing"]


def read_listing(document: Document, known: Known, confidence: float = 1.0) -> Reading:
    """Read a listing page into items and claims."""
    blocks, outside = lay_out(document)
    if titles := working_titles(document):
        known = replace(known, titles=known.titles | titles)
    items: list[Item] = []
    claims: list[Claim] = []
    outcome = dict(outside)
    remarks = list(_remarks(blocks))
    for n, block in enumerate(blocks, 1):
        try:
            item, found = ItemReader(document, block, n, known).read()
        except Exception as error:  # a fault in one item must not cost the others
            remarks.append((block.headlines[-1].number, f"item {n} was left out: {type(error).__name__}: {error}"))
            continue
        items.append(item)
        claims += found
        outcome.update(_line_rules(block))
    claims += pairs(claims)
    ordered = tuple(sort_claims(claims))
    lines = cover(document, ordered, outcome)
    return Reading(document, "listing", confidence, NAME, tuple(items), ordered, lines, tuple(remarks))


def _remarks(blocks: list[Block]) -> Iterator[tuple[int, str]]:
    """On a page where items end in tag lines, a last item without one was cut off."""
    if blocks and blocks[-1].tag is None and any(block.tag for block in blocks):
        yield blocks[-1].headlines[-1].number, "the last item has no tag line: the page seems cut off here"


def _line_rules(block: Block) -> dict[int, str]:
    rules = {line.number: "headline copy" for line in block.headlines[:-1]}
    rules[block.headlines[-1].number] = "read: headline"
    rules.update({line.number: "quote" for line in block.quotes})
    rules.update({line.number: "read: teaser" for line in block.teasers})
    if block.tag_line:
        rules[block.tag_line.number] = "read: tag line"
    return rules


def _certain(reading: Reading) -> Known:
    """Names that a listing makes certain: reviewed and discussed titles, people interviewed, directors named."""
    titles = {c.subject.name for c in reading.claims if c.rule in ("item-about-film",) and c.subject.type == "Film"}
    people = {c.object.name for c in reading.claims if c.predicate == "interviewed" and isinstance(c.object, Mention)}
    return Known(frozenset(map(fold, people)), frozenset(map(fold, titles)))


EXTRACTOR = Extractor("listing", read_listing, _certain)
