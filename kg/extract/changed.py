"""Changed: of many documents, read those that are new or changed, and those that others make clearer."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from kg import extract
from kg.extract.kept import Memo, source_of
from kg.extract.names import Known, fold
from kg.litter import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.document import Document
    from kg.extract import Hands
    from kg.extract.kept import Kept
    from kg.extract.reading import Reading

__all__ = ["read_changed", "reading_of"]

_T = TypeVar("_T")
# Readings that are in memory at once, and lost where a build is broken off.
_AT_ONCE = 200
# So many names are looked for in a text one by one; for more it pays to look first where any can begin.
_FEW = 300


@uncollected()
def read_changed(
    documents: Iterable[Document],
    kept: Kept,
    glance: Callable[[Reading], str] = lambda _: "",
    count: Callable[[int, int], None] = lambda _done, _of: None,
    hands: Hands | None = None,
) -> None:
    """Bring the file of readings up to date with some documents, which are then those that it holds.

    Only documents that are new or changed are read, and those in which stands a name that others make certain now and
    did not before, or the other way round. `glance` gives a text to keep beside each reading; `count` is told how many
    readings of how many are done; `hands` read, without any this process does. What is broken off is taken up by the
    next call.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    before = kept.memos()
    sources = {document.id: source_of(document) for document in ordered}
    new = [each for each in ordered if each.id not in before or before[each.id].source != sources[each.id]]
    certain = {ident: memo.certain for ident, memo in before.items() if ident in sources}
    done = 0
    hands = hands or extract.InTurn()
    for first in _some(hands.first(new)):
        certain |= {reading.document.id: names for reading, names in first}
        kept.keep((each, Memo(sources[each.document.id], names), glance(each)) for each, names in first)
        count(done := done + len(first), 2 * len(new))
    once = {each.id for each in new} | {ident for ident, memo in before.items() if memo.relevant is None}
    known = extract.together(certain.values())
    past = extract.together(memo.certain for ident, memo in before.items() if ident not in once)
    added = Known(known.people - past.people, known.titles - past.titles, known.companies - past.companies)
    whole = kept.bodies()

    def remember(document: Document, relevant: Known, reading: Reading) -> tuple[Reading, Memo, str]:
        return reading, Memo(sources[document.id], certain[document.id], relevant), glance(reading)

    for some in _some(document for document in ordered if document.id not in once):
        again = []
        for document in some:
            had = before[document.id].relevant or Known()
            relevant = _moved(had, added, known, document)
            if relevant != had or document.id not in whole:
                reading = extract.read_document(document, relevant if relevant != Known() else None)
                again.append(remember(document, relevant, reading))
        kept.keep(again)
    # Those read once come last: should the run be broken off before, their names count as new again.
    late = [document for document in ordered if document.id in once]
    for part in _some(zip(late, hands.again(late, known), strict=True)):
        again = []
        settled: list[tuple[str, Known]] = []
        for each, (here, better) in part:
            if better is None and each.id not in whole:
                better = extract.read_document(each)
            if better is None:
                settled.append((each.id, here))
            else:
                again.append(remember(each, here, better))
        kept.keep(again)
        kept.settle(settled)
        count(done := done + len(part), len(new) + len(once))
    kept.keep((), gone=before.keys() - sources.keys())


def reading_of(document: Document, kept: Kept) -> Reading:
    """Give the kept reading of a document; one that was damaged is made again."""
    reading = kept.reading(document)
    if reading is not None:
        return reading
    memo = kept.memos().get(document.id)
    return extract.read_document(document, memo.relevant if memo is not None else None)


def _some(every: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(every)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _moved(relevant: Known, added: Known, known: Known, document: Document) -> Known:
    """Bring the names that stand in a document up to date, from what became certain or is so no more."""
    few = len(added.people) + len(added.titles) + len(added.companies) <= _FEW
    here = _within(added, document.text) if few else added.within(document.text)
    return Known(
        (relevant.people & known.people) | here.people,
        (relevant.titles & known.titles) | here.titles,
        (relevant.companies & known.companies) | here.companies,
    )


def _within(names: Known, text: str) -> Known:
    """Keep the names that a text has, as `Known.within` does."""
    if names == Known():
        return names
    folded = fold(text)
    people, titles, companies = (
        frozenset(name for name in each if name in folded) for each in (names.people, names.titles, names.companies)
    )
    return Known(people, titles, companies)
