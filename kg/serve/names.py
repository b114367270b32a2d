"""The names of what is served: those beside the store that stands there now, also after a build has put another one."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.graph.labels import LABELS, Labels

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from kg.graph.labels import Named

__all__ = ["CurrentNames", "NoNames", "names_of"]

_LOOK = 0.5  # seconds between looks at whether the store was replaced


class CurrentNames:
    """Labels that are opened anew when their file was replaced; several threads may use them.

    Raises UsageError where there is no file of names, as Labels does.
    """

    def __init__(self, store: Path) -> None:
        self._path = store / LABELS
        self._lock = threading.Lock()
        self._looked = time.monotonic()
        self._place = self._stand()
        self._labels = Labels(self._path)
        self.base = self._labels.base

    def complete(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> list[Named]:
        """Give things by the beginning of a name or of a word, as Labels does."""
        return self._now().complete(text, kinds, limit)

    def search(self, text: str, kinds: Collection[str] = (), limit: int = 20) -> list[Named]:
        """Give things by a name or one that looks like it, as Labels does."""
        return self._now().search(text, kinds, limit)

    def named(self, value: str, kind: str) -> list[str]:
        """Give the IRIs of what a value names, as Labels does."""
        return self._now().named(value, kind)

    def candidates(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> list[tuple[Named, float]]:
        """Give things that a name may mean, with scores, as Labels does."""
        return self._now().candidates(text, kinds, limit)

    def get(self, iri: str) -> Named | None:
        """Give the thing of an IRI, as Labels does."""
        return self._now().get(iri)

    def years(self, iri: str) -> tuple[list[int], list[int]]:
        """Give the years of a work, as Labels does."""
        return self._now().years(iri)

    def _now(self) -> Labels:
        with self._lock:
            if time.monotonic() - self._looked > _LOOK:
                self._looked = time.monotonic()
                place = self._stand()
                if place and place != self._place:
                    # Whoever still asks the old one goes on; it is closed when the last has let go of it.
                    self._place, self._labels = place, Labels(self._path)
            return self._labels

    def _stand(self) -> tuple[int, int] | None:
        with contextlib.suppress(OSError):  # between two renames of a build there is none for a moment
            found = self._path.stat()
            return found.st_dev, found.st_ino
        return None


class NoNames:
    """What stands in where nobody has put the names of a store in order: nothing is found by name."""

    def __init__(self, base: str) -> None:
        self.base = base

    def complete(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> list[Named]:
        """Give nothing."""
        del text, kinds, limit
        return []

    search = complete

    def named(self, value: str, kind: str) -> list[str]:
        """Give nothing."""
        del value, kind
        return []

    def candidates(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> list[tuple[Named, float]]:
        """Give nothing."""
        del text, kinds, limit
        return []

    def get(self, iri: str) -> Named | None:
        """Give nothing."""
        del iri
        return None

    def years(self, iri: str) -> tuple[list[int], list[int]]:
        """Give none."""
        del iri
        return [], []


def names_of(store: Path, base: str) -> CurrentNames | NoNames:
    """Give the names beside a store; where it has none (something else than `kg build` made it), say so once."""
    try:
        return CurrentNames(store)
    except UsageError as error:
        print(f"kg: {error.where}: {error.what}; nothing will be found by its name ({error.do})", file=sys.stderr)  # noqa: T201
        return NoNames(base)
