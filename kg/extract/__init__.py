"""Document -> claims: one module a kind of page, a shared phrase grammar, lexicons as data.

`read_all` reads many documents in two passes: the first finds the names that some text makes certain, the second
reads with them. The order of documents never matters.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from kg.extract.limit import SECONDS, OvertimeError, within_seconds
from kg.extract.names import Known
from kg.litter import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.document import Document
    from kg.extract.extractor import Extractor
    from kg.extract.kept import Kept
    from kg.extract.reading import Reading

__all__ = ["Hands", "InTurn", "certain_of", "extractors", "read_all", "read_document", "together", "unread"]

_ENTRY_POINTS = "filmkg.extractors"


@cache
def extractors() -> dict[str, Extractor]:
    """Give the extractors by kind, from the entry points of all installed packages."""
    from importlib.metadata import entry_points

    found = {entry.name: entry.load() for entry in entry_points(group=_ENTRY_POINTS)}
    if not found:
        from kg.extract.article.page import EXTRACTOR as ARTICLE
        from kg.extract.encyclopaedia import EXTRACTOR as ENCYCLOPAEDIA
        from kg.extract.listing.page import EXTRACTOR as LISTING
        from kg.extract.roundup.page import EXTRACTOR as ROUNDUP

        found = {extractor.kind: extractor for extractor in (ARTICLE, ENCYCLOPAEDIA, LISTING, ROUNDUP)}
    return found


def read_document(document: Document, known: Known | None = None, seconds: float = SECONDS) -> Reading:
    """Read one document by the extractor of its kind.

    One of unknown kind gives a Reading without claims; so does one on which its extractor fails or takes more than
    `seconds`, with a remark that says how: a fault in one page, or in somebody's extractor, must not cost the others.
    """
    try:
        with uncollected():
            return within_seconds(seconds, lambda: _read(document, known or Known()))
    except OvertimeError:
        return unread(document, "failed", ((1, f"not read in {seconds:g} seconds"),))


def _read(document: Document, known: Known) -> Reading:
    from kg.extract.kind import recognise
    from kg.extract.unbroken import readable, tidied
    from kg.extract.wrapped import as_printed, unwrapped

    page = unwrapped(tidied(readable(document)))
    kind, confidence = recognise(page)
    extractor = extractors().get(kind)
    if extractor is None:
        return unread(document, "unknown", ())
    try:
        reading = as_printed(document, page, extractor.read(page, known, confidence))
        return _checked(replace(reading, document=document))
    except Exception as error:
        return unread(document, "failed", ((1, f"the {kind} extractor failed: {type(error).__name__}: {error}"),))


def _checked(reading: Reading) -> Reading:
    """Keep what fits the vocabulary; a claim that does not is a fault of the reader and becomes a remark."""
    from kg.errors import VocabularyError
    from kg.vocabulary import check

    bad: dict[str, str] = {}
    for claim in reading.claims:
        try:
            check(claim)
        except VocabularyError as error:
            bad[claim.id] = error.what
    if not bad:
        return reading
    kept = tuple(claim for claim in reading.claims if claim.id not in bad and not set(claim.rests_on) & set(bad))
    remarks = tuple(
        (
            reading.document.position(claim.spans[0].start)[0] if claim.spans else 1,
            f"a claim was dropped: {bad[claim.id]}",
        )
        for claim in reading.claims
        if claim.id in bad
    )
    return replace(reading, claims=kept, remarks=(*reading.remarks, *remarks))


def unread(document: Document, kind: str, remarks: tuple[tuple[int, str], ...]) -> Reading:
    """Give the reading of a document that could not be read, with what there is to remark of it, by line."""
    from kg.extract.coverage import cover
    from kg.extract.reading import Reading

    return Reading(document, kind, 0.0, "none", (), (), cover(document, (), {}), remarks)


class Hands(Protocol):
    """Who reads: this process, or a pool of them. Both ways give what stands for each document, in their order."""

    def first(self, documents: Sequence[Document]) -> Iterator[tuple[Reading, Known]]:
        """Read documents for the first time, and tell which names each reading makes certain."""

    def again(self, documents: Sequence[Document], known: Known) -> Iterator[tuple[Known, Reading | None]]:
        """Tell which of the names that are certain stand in documents, and read those again that have any."""


class InTurn:
    """Reads in this process, one document after the other."""

    def first(self, documents: Sequence[Document]) -> Iterator[tuple[Reading, Known]]:
        """Read documents for the first time, and tell which names each reading makes certain."""
        for document in documents:
            reading = read_document(document)
            yield reading, certain_of(reading)

    def again(self, documents: Sequence[Document], known: Known) -> Iterator[tuple[Known, Reading | None]]:
        """Tell which of the names that are certain stand in documents, and read those again that have any."""
        for document in documents:
            here = known.within(document.text)
            yield here, read_document(document, here) if here != Known() else None


@uncollected()
def read_all(documents: Iterable[Document], kept: Kept | None = None, hands: Hands | None = None) -> list[Reading]:
    """Read documents in two passes; gives one Reading for each, in the order of their ids.

    With `kept`, only what has changed is read (see `kg.extract.changed`), and no reading says what became of its lines.
    `hands` read; without any, this process does.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    hands = hands or InTurn()
    if kept is not None:
        from kg.extract.changed import read_changed, reading_of

        read_changed(ordered, kept, hands=hands)
        return [reading_of(document, kept) for document in ordered]
    first, certain = [], []
    for reading, names in hands.first(ordered):
        first.append(reading)
        certain.append(names)
    again = hands.again(ordered, together(certain))
    return [better or reading for reading, (_, better) in zip(first, again, strict=True)]


def certain_of(reading: Reading) -> Known:
    """Give the names that a reading makes certain."""
    extractor = extractors().get(reading.kind)
    return extractor.certain(reading) if extractor is not None else Known()


def together(every: Iterable[Known]) -> Known:
    """Put together what readings make certain; a name that is both title and person settles nothing."""
    people: set[str] = set()
    titles: set[str] = set()
    companies: set[str] = set()
    for names in every:
        people |= names.people
        titles |= names.titles
        companies |= names.companies
    both = people & titles
    return Known(frozenset(people - both), frozenset(titles - both), frozenset(companies))
