"""Evidence as a page shows it: the sentence in pieces, its document, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.graph.namespace import PROV

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.graph.namespace import Namespaces
    from kg.network import Evidence, Passage

__all__ = ["item_of", "place_of", "proof", "proofs"]

# A sentence of a page without stops can be the whole page; this much is shown on either side of the words.
_AROUND = 400


def proofs(store: Any, names: Namespaces, found: Sequence[Evidence], most: int) -> list[dict[str, Any]]:
    """Give the first so many of a statement's evidence as records."""
    return [proof(store, names, each) for each in found[:most]]


def proof(store: Any, names: Namespaces, found: Evidence) -> dict[str, Any]:
    """Give one claim as a record: `at` is the IRI of the item or document that it stands in."""
    return {
        "claim": found.claim.rpartition("/")[2],
        "at": item_of(store, names, found) or names.document(found.source.id)[1:-1],
        "title": found.source.title,
        "publisher": found.source.publisher,
        "address": found.source.address,
        "headline": found.headline,
        "date": found.date,
        "passages": [_pieces(passage) for passage in found.passages],
        "rule": found.rule,
        "certainty": found.certainty,
    }


def item_of(store: Any, names: Namespaces, found: Evidence) -> str:
    """Give the IRI of the item that a claim stands in, "" for one outside all items."""
    from pyoxigraph import NamedNode

    items = store.quads_for_pattern(NamedNode(found.claim), NamedNode(names.ontology + "item"), None, None)
    return min((str(quad.object.value) for quad in items), default="")


def _pieces(passage: Passage) -> list[tuple[str, bool]]:
    """Cut a sentence into what is marked and what is not, leaving out what is far from all marks."""
    pieces, at = [], 0
    for start, end in passage.marks:
        pieces += [(passage.sentence[at:start], False), (passage.sentence[start:end], True)]
        at = end
    pieces.append((passage.sentence[at:], False))
    shown = []
    for number, (text, marked) in enumerate(pieces):
        if not marked and len(text) > 2 * _AROUND:
            before = text[:_AROUND] if number else ""
            after = text[-_AROUND:] if number < len(pieces) - 1 else ""
            text = f"{before} … {after}".strip(" ") if before and after else f"{before} …" if before else f"… {after}"
        if text:
            shown.append((text, marked))
    return shown


def place_of(store: Any, found: Iterable[Evidence], name: str) -> tuple[str, list[int]]:
    """Give where the first claim of some evidence stands, to sort by: its document, and the offset of its words.

    Several facts may rest on the same words ("starring A and B"): there it is where the name stands in them.
    """
    from pyoxigraph import NamedNode

    for each in found:
        quads = store.quads_for_pattern(NamedNode(each.claim), NamedNode(PROV + "wasQuotedFrom"), None, None)
        starts = (quad.object.value.rpartition("#char=")[2].partition(",")[0] for quad in quads)
        inside = (passage.sentence.find(name) for passage in each.passages)
        return each.source.id, [
            min((int(start) for start in starts if start.isdecimal()), default=0),
            next((at for at in inside if at >= 0), 0),
        ]
    return "\U0010ffff", []
