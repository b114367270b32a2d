"""Corpus: all documents of a build with what was read in them, of which only a few are in memory at once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import BuildError
from kg.extract.changed import read_changed, reading_of
from kg.extract.kept import About, stamp_of
from kg.extract.pool import reading_in
from kg.extract.problem import problems_of
from kg.read import read_sources
from kg.resolve.told import Told, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.document import Document
    from kg.extract.kept import Kept
    from kg.extract.reading import Reading
    from kg.read import Problem
    from kg.resolve.authority import Match

__all__ = ["Corpus", "prove", "read_corpus"]


class Corpus:
    """Documents by id, and their readings in a file; those that accepted matches make are few and stand beside it."""

    def __init__(self, documents: Iterable[Document], kept: Kept, problems: tuple[Problem, ...]) -> None:
        self.documents = {document.id: document for document in documents}
        self.problems = problems
        self._kept = kept
        self._matched: dict[str, Reading] = {}

    def add(self, matches: Iterable[Match]) -> None:
        """Take in the accepted matches about whom or what some document speaks."""
        from kg.resolve.authority import accepted, readings_about
        from kg.resolve.key import key_of_name

        chosen = tuple(matches)
        if accepted(chosen):
            spoken_of = {key_of_name(kind, name) for told in self.told() for kind, name, _ in told.mentions}
            for reading in readings_about(chosen, spoken_of):
                prove(reading)
                self._matched[reading.document.id] = reading
                self.documents[reading.document.id] = reading.document

    @property
    def stamps(self) -> dict[str, str]:
        """A digest of each reading and what it was read from, by document id."""
        return self._kept.stamps() | {ident: stamp_of(reading) for ident, reading in self._matched.items()}

    @property
    def abouts(self) -> dict[str, About]:
        """What can be told of each reading without opening it, by document id, sorted."""
        matched = {ident: About.of(reading) for ident, reading in self._matched.items()}
        return dict(sorted((self._abouts | matched).items()))

    @cached_property
    def _abouts(self) -> dict[str, About]:
        return self._kept.abouts()

    def reading(self, document: str) -> Reading:
        """Give the reading of a document."""
        matched = self._matched.get(document)
        return matched if matched is not None else reading_of(self.documents[document], self._kept)

    def told(self, document: str | None = None) -> Iterator[Told]:
        """Give what all documents tell, or one."""
        for ident, line in self._kept.glances(None if document is None else [document]):
            yield Told.from_json(ident, line)
        for ident in self._matched if document is None else self._matched.keys() & {document}:
            reading = self._matched[ident]
            yield tell(ident, reading.claims, reading.document.metadata.published)


def read_corpus(
    sources: Iterable[Path],
    kept: Kept,
    count: Callable[[int, int], None] = lambda _done, _of: None,
    jobs: int | None = None,
) -> Corpus:
    """Read sources as far as they are new; `count` is told how many readings of how many are done.

    `jobs` processes read, or as many as the documents are worth on this machine.

    Raises UsageError for a source that is not there, BuildError where no document can be read, or where a claim rests
    on words that are not there.
    """
    found = read_sources(sources)
    if not found.documents:
        first = found.problems[0]
        raise BuildError(f"no document could be read; {first.what}", where=first.where, do=first.do)

    def glance(reading: Reading) -> str:
        prove(reading)
        return tell(reading.document.id, reading.claims, reading.document.metadata.published).to_json()

    with reading_in(len(found.documents), jobs) as hands:
        read_changed(found.documents, kept, glance, count, hands)
    corpus = Corpus(found.documents, kept, found.problems)
    abouts = corpus.abouts
    for each in found.documents:
        about = abouts[each.id]
        corpus.problems += tuple(problems_of(each.path or each.id, about.kind, about.claims, about.remarks))
    return corpus


def prove(reading: Reading) -> None:
    """Hold every claim against the vocabulary and its spans against the text; raises BuildError where one fails."""
    from kg.vocabulary import check

    for claim in reading.claims:
        check(claim)
        for span in claim.spans:
            if not reading.document.holds(span):
                raise BuildError(f"claim {claim.id} rests on words that are not there", where=reading.document.id)
