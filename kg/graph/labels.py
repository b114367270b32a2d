"""Labels: things found by name, in the file of names beside a store: while somebody types, in a search, or to match.

What is typed is compared by its words in lower-case ASCII letters, so capitals, accents and scripts make no
difference. Countries are also found by their codes, and by their names in English and French.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.graph.about import about, years_of
from kg.graph.gram import grams_of_start, grams_of_word_start, searchable
from kg.graph.name_file import NameFile
from kg.graph.name_pages import write_labels
from kg.graph.roster import CLASSES
from kg.resolve.name import loose
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from kg.graph.name_file import Name

__all__ = ["LABELS", "Labels", "Named", "labels_of_store", "write_labels"]

LABELS = "labels.sqlite"
"""The name of the file in the folder of a store."""
_CONNECTIONS = 4
_LEAST_LIKE = 60.0  # the score below which a search does not show a name


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a name.

    `kind` is its most special class, `weight` the number of statements about or with it, `about` some words that tell
    it from its namesakes; `alias` is the spelling by which it was found, where that is not the label.
    """

    iri: str
    label: str
    kind: str
    weight: int
    about: str
    alias: str = ""


class Labels:
    """The file of names, open to read; several threads may use it at once.

    It stays what it was when a build puts another store in its place. Raises UsageError where the file is missing, of
    another version, or damaged.
    """

    def __init__(self, path: Path, connections: int = _CONNECTIONS) -> None:
        self._file = NameFile(Path(path), connections)
        self.base = self._file.base

    @property
    def names(self) -> int:
        """How many names there are."""
        return self._file.names

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Labels:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- by name -----------------------------------------------------------------------------------------------------

    def complete(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> list[Named]:
        """Give things of that name, then those of which a name begins so, then a word; each the heaviest first.

        `kinds` are classes, with those below them; without any all count. Of several words each must begin a word of
        the name.
        """
        key = searchable(text)
        if not key or limit < 1:
            return []
        words = key.split()
        grams = list(dict.fromkeys(gram for word in words for gram in grams_of_word_start(word)))
        wanted = _wanted(kinds)
        with self._file.reading() as db:
            same = (name for name in self._file.same(db, _unicode(text)) if wanted is None or name.kind in wanted)
            found: dict[int, Name] = {name.entity: name for name in islice(same, limit)}
            for marks, fits in (
                (grams_of_start(key), lambda name: name.startswith(key)),
                (grams, lambda name: _begins(words, name)),
            ):
                for name in self._file.matching(db, marks, wanted, fits):
                    if len(found) == limit:
                        break
                    found.setdefault(name.entity, name)
            return [self._named(db, name) for name in found.values()]

    def search(self, text: str, kinds: Collection[str] = (), limit: int = 20) -> list[Named]:
        """Give what `complete` gives; where that is nothing, things whose names look alike, the likest first."""
        found = self.complete(text, kinds, limit)
        return found or [named for named, score in self.candidates(text, kinds, limit) if score >= _LEAST_LIKE]

    def named(self, value: str, kind: str) -> list[str]:
        """Give the IRIs of what a value names: by exact name, else as a local IRI, else by folded name; sorted.

        An empty `kind` stands for all classes.
        """
        value, wanted = _unicode(value), _wanted((kind,)) if kind else frozenset(range(len(CLASSES)))
        wanted = wanted or frozenset()
        with self._file.reading() as db:
            same = [name for name in self._file.same(db, value) if name.kind in wanted]
            own = [name for name in self._file.of_iris(db, self._iris(value)) if name.kind in wanted]
        return sorted({name.iri for name in [name for name in same if name.spelling == value] or own or same})

    def candidates(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> list[tuple[Named, float]]:
        """Give things that a name may mean, the best first, with scores from 0 to 100.

        100 is the same name but for capitals and accents, or the thing's own IRI.
        """
        if limit < 1:
            return []
        text, wanted = _unicode(text), _wanted(kinds)
        fold, key = loose(text), searchable(text)
        with self._file.reading() as db:
            own = self._file.of_iris(db, self._iris(text))
            best = {name.entity: (100.0, name) for name in own if wanted is None or name.kind in wanted}
            for name in (*self._file.same(db, text), *self._file.alike(db, key, wanted)):
                if wanted is None or name.kind in wanted:
                    score = _likeness(fold, key, name.spelling)
                    if score > best.get(name.entity, (0.0, name))[0]:
                        best[name.entity] = (score, name)
            chosen = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].id))[:limit]
            return [(self._named(db, name), round(score, 2)) for score, name in chosen]

    def get(self, iri: str) -> Named | None:
        """Give the thing of an IRI, None where there is none."""
        with self._file.reading() as db:
            return next((self._named(db, name) for name in self._file.of_iris(db, [_unicode(iri)])), None)

    def years(self, iri: str) -> tuple[list[int], list[int]]:
        """Give the years in which a work was released, and the first and last ones in which it was written about."""
        with self._file.reading() as db:
            return next((years_of(name.facts) for name in self._file.of_iris(db, [_unicode(iri)])), ([], []))

    def _iris(self, value: str) -> list[str]:
        return list(dict.fromkeys((value, self.base + value, self.base + value.replace(":", "/", 1))))

    def _named(self, db: sqlite3.Connection, name: Name) -> Named:
        kind = CLASSES[name.kind]
        words = about(kind, name.facts, lambda entity: self._file.label(db, entity))
        return Named(name.iri, name.label, kind, name.weight, words, "" if name.is_label else name.spelling)


def labels_of_store(store: Path) -> Labels | None:
    """Open the names beside the data of a store; None where there are none that this version can read."""
    try:
        return Labels(Path(store) / LABELS, connections=1)
    except UsageError:
        return None


def _unicode(text: str) -> str:
    """Give a text without single surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _wanted(kinds: Collection[str]) -> frozenset[int] | None:
    """Give the numbers of some classes and of those below them, None for all."""
    if not kinds:
        return None
    table = vocabulary()
    return frozenset(
        number for number, name in enumerate(CLASSES) if name and any(table.is_a(name, kind) for kind in kinds)
    )


def _begins(words: Sequence[str], name: str) -> bool:
    there = name.split()
    return all(any(each.startswith(word) for each in there) for word in words)


def _likeness(fold: str, key: str, spelling: str) -> float:
    """Give how much a name is like a typed one, up to 100: 99 where only punctuation or script differ."""
    from rapidfuzz import fuzz

    if loose(spelling) == fold:
        return 100.0
    other = searchable(spelling)
    if other == key:
        return 99.0
    return min(
        98.0,
        max(fuzz.ratio(key, other), 0.95 * fuzz.token_sort_ratio(key, other), 0.85 * fuzz.token_set_ratio(key, other)),
    )
