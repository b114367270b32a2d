"""Document -> claims: one module a kind of page, a shared phrase grammar, lexicons as data.

`read_all` reads many documents in two passes: the first finds the names that some text makes certain, the second
reads with them. The order of documents never matters.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.limit import SECONDS, OvertimeError, within_seconds
from kg.extract.names import Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.extractor import Extractor
    from kg.extract.kept import Kept
    from kg.extract.reading import Reading

__all__ = ["certain_names", "extractors", "read_all", "read_document", "together"]

_ENTRY_POINTS = "filmkg.extractors"


@cache
def extractors() -> dict[str, Extractor]:
    """Give the extractors by kind, from the entry points of all installed packages."""
    from importlib.metadata import entry_points

    found = {entry.name: entry.load() for entry in entry_points(group=_ENTRY_POINTS)}
    if not found:
        from kg.extract.article import EXTRACTOR as ARTICLE
        from kg.extract.encyclopaedia import EXTRACTOR as ENCYCLOPAEDIA
        from kg.extract.listing import EXTRACTOR as LISTING
        from kg.extract.roundup import EXTRACTOR as ROUNDUP

        found = {extractor.kind: extractor for extractor in (ARTICLE, ENCYCLOPAEDIA, LISTING, ROUNDUP)}
    return found


def read_document(document: Document, known: Known | None = None, seconds: float = SECONDS) -> Reading:
    """Read one document by the extractor of its kind.

    One of unknown kind gives a Reading without claims; so does one on which its extractor fails or takes more than
    `seconds`, with a remark that says how: a fault in one page, or in somebody's extractor, must not cost the others.
    """
    try:
        return within_seconds(seconds, lambda: _read(document, known or Known()))
    except OvertimeError:
        return _unread(document, "failed", ((1, f"not read in {seconds:g} seconds"),))


def _read(document: Document, known: Known) -> Reading:
    from kg.extract.kind import recognise

    kind, confidence = recognise(document)
    extractor = extractors().get(kind)
    if extractor is None:
        return _unread(document, "unknown", ())
    try:
        return _checked(extractor.read(document, known, confidence))
    except Exception as error:
        return _unread(document, "failed", ((1, f"the {kind} extractor failed: {type(error).__name__}: {error}"),))


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


def _unread(document: Document, kind: str, remarks: tuple[tuple[int, str], ...]) -> Reading:
    from kg.extract.coverage import cover
    from kg.extract.reading import Reading

    return Reading(document, kind, 0.0, "none", (), (), cover(document, (), {}), remarks)


def read_all(documents: Iterable[Document], kept: Kept | None = None) -> list[Reading]:
    """Read documents in two passes; gives one Reading for each, in the order of their ids.

    With `kept`, only documents that are new or changed are read, and those in which stands a name that others make
    certain now and did not before, or the other way round; the readings of the rest are those that were kept, without
    what became of their lines.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    if kept is None:
        first = [read_document(document) for document in ordered]
        known = together(certain_names(reading) for reading in first)
        return [_again(reading, known.within(reading.document.text)) for reading in first]
    return _read_changed(ordered, kept)


def _read_changed(ordered: list[Document], kept: Kept) -> list[Reading]:
    from kg.extract.kept import Memo, source_of

    before = kept.memos()
    sources = {document.id: source_of(document) for document in ordered}
    first = {
        document.id: read_document(document)
        for document in ordered
        if document.id not in before or before[document.id].source != sources[document.id]
    }
    certain = {ident: memo.certain for ident, memo in before.items() if ident in sources and ident not in first}
    certain |= {ident: certain_names(reading) for ident, reading in first.items()}
    known, past = together(certain.values()), together(memo.certain for memo in before.values())
    found: list[Reading] = []
    fresh: list[tuple[Reading, Memo]] = []
    for document in ordered:
        memo = None if document.id in first else before[document.id]
        relevant = known.within(document.text) if memo is None else _moved(memo.relevant, past, known, document)
        reading = kept.reading(document) if memo is not None and relevant == memo.relevant else None
        if reading is None:
            reading = _again(first.get(document.id) or read_document(document), relevant)
            fresh.append((reading, Memo(sources[document.id], certain[document.id], relevant)))
        found.append(reading)
    kept.keep(fresh, set(before) - set(sources))
    return found


def _moved(relevant: Known, past: Known, known: Known, document: Document) -> Known:
    """Bring the names that stand in a document up to date, from what became certain or is so no more."""
    if past == known:
        return relevant
    added = Known(known.people - past.people, known.titles - past.titles, known.companies - past.companies)
    here = added.within(document.text)
    return Known(
        (relevant.people & known.people) | here.people,
        (relevant.titles & known.titles) | here.titles,
        (relevant.companies & known.companies) | here.companies,
    )


def _again(reading: Reading, known: Known) -> Reading:
    """Read a document again with the names that are certain; where it has none of them, the first reading stands."""
    return read_document(reading.document, known) if known != Known() else reading


def certain_names(reading: Reading) -> Known:
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
