"""Columns: what a store says as arrays of numbers, in one file beside its data, mapped into memory and read only.

Things have numbers in the order of their IRIs; each predicate between two things is a pair of arrays. Whoever counts
over a whole graph (matrices, pairs, paths, measures) reads these in place of the store.
"""

from __future__ import annotations

import json
import mmap
import struct
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.graph.code import coded, decoded, distinct
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint32]

__all__ = ["COLUMNS", "MAGIC", "TAIL", "VERSION", "Columns", "Texts", "columns_of_store"]

COLUMNS = "columns.bin"
"""The name of the file in the folder of a store."""
VERSION = 1
MAGIC = b"kgcolumn"
TAIL = struct.Struct("<QQ8s")
"""The last bytes of the file: where its directory begins, how long that is, and MAGIC."""
_DO = "run `kg build`"


class Texts:
    """Texts by number: UTF-8 one after the other, and where each ends."""

    def __init__(self, data: NDArray[np.uint8], ends: NDArray[np.uint64]) -> None:
        self._data, self._ends = data, ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self):
            raise IndexError(number)
        start = int(self._ends[number - 1]) if number else 0
        return bytes(self._data[start : int(self._ends[number])]).decode("utf-8")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a store; each array is a view of the file.

    `base` is what all its IRIs begin with, `iris` and `labels` give the texts of things by number, `kinds` their
    classes as numbers of `classes` ("" is none of ours). Things come in the order of their IRIs by code point.
    """

    base: str
    classes: tuple[str, ...]
    iris: Texts
    labels: Texts
    kinds: NDArray[np.uint8]
    _arrays: dict[str, NDArray[Any]]

    @classmethod
    def open(cls, path: Path | str) -> Columns:
        """Open the columns in the folder of a store; they stay what they were when a build replaces that.

        Raises UsageError where they are missing, of another version, or damaged.
        """
        from kg.graph.store import folder_of_store

        file = folder_of_store(Path(path)) / COLUMNS
        try:
            with file.open("rb") as stream:
                data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as error:
            raise UsageError("there are no columns", where=str(file), do=_DO) from error
        except (OSError, ValueError) as error:  # the latter for an empty file
            raise UsageError(f"columns that cannot be read: {error}", where=str(file), do=_DO) from error
        about, arrays = _arrays(data, str(file))
        return cls(
            about["base"], tuple(about["classes"]),
            Texts(arrays.pop("iri"), arrays.pop("iri ends")), Texts(arrays.pop("label"), arrays.pop("label ends")),
            arrays.pop("kind"), arrays,
        )  # fmt: skip

    def __len__(self) -> int:
        """How many things there are."""
        return len(self.kinds)

    # ---- things ------------------------------------------------------------------------------------------------------

    def key(self, number: int) -> str:
        """Give a thing's IRI without the base: "film/kika"."""
        return self.iris[number].removeprefix(self.base)

    def number(self, iri: str) -> int:
        """Give the number of a thing by its IRI, or by that without the base; raises KeyError where there is none."""
        for wanted in dict.fromkeys((iri, self.base + iri)):
            # UTF-8 sorts as code points do, and so does Python.
            at = bisect_left(range(len(self)), wanted, key=self.iris.__getitem__)
            if at < len(self) and self.iris[at] == wanted:
                return at
        raise KeyError(iri)

    def are(self, *classes: str) -> NDArray[np.bool_]:
        """Tell of each thing whether it is of one of some classes, or of one below these."""
        import numpy as np

        table = vocabulary()
        wanted = [bool(own) and any(table.is_a(own, each) for each in classes) for own in self.classes]
        found: NDArray[np.bool_] = np.array(wanted, bool)[self.kinds]
        return found

    # ---- statements --------------------------------------------------------------------------------------------------

    @property
    def predicates(self) -> tuple[str, ...]:
        """The predicates between two things that the store uses, sorted."""
        used = [name for name, array in self._arrays.items() if name.endswith(" subject") and len(array)]
        return tuple(sorted(name.removesuffix(" subject") for name in used))

    def pairs(self, predicate: str) -> tuple[Numbers, Numbers]:
        """Give subjects and objects of a predicate, each pair once, sorted by subject, then object."""
        return self.array(f"{predicate} subject"), self.array(f"{predicate} object")

    def turned(self, predicate: str) -> tuple[Numbers, Numbers]:
        """Give objects and subjects of a predicate, sorted by object, then subject."""
        return self.array(f"{predicate} by object"), self.array(f"{predicate} of object")

    def united(self, predicates: Iterable[str]) -> tuple[Numbers, Numbers]:
        """Give subjects and objects of any of some predicates, each pair once, sorted by subject, then object."""
        import numpy as np

        return decoded(distinct(np.concatenate([coded(*self.pairs(predicate)) for predicate in predicates])))

    @property
    def positions(self) -> NDArray[np.uint8]:
        """For each pair of countryOfOrigin the place at which the country is listed; 0 where no text says."""
        return self.array("countryOfOrigin position", "u1")

    @property
    def years(self) -> tuple[Numbers, Numbers]:
        """Works and years: of release, of an edition that they were screened at, of a stage that they were said at."""
        return self.array("years work"), self.array("years year")

    @property
    def co_productions(self) -> tuple[Numbers, Numbers, Numbers]:
        """What was co-produced together: the two partners, the smaller number first, and the work."""
        return self.array("together one"), self.array("together other"), self.array("together work")

    def array(self, name: str, kind: str = "<u4") -> NDArray[Any]:
        """Give a column by its name in the file; one that is not there is empty."""
        import numpy as np

        return self._arrays.get(name, np.empty(0, kind))


def columns_of_store(store: Path) -> Columns | None:
    """Open the columns beside the data of a store; None where there are none that this version can read."""
    try:
        return Columns.open(store)
    except UsageError:
        return None


def _arrays(data: mmap.mmap, where: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    import numpy as np

    try:
        at, length, magic = TAIL.unpack(data[-TAIL.size :])
        if magic != MAGIC or data[: len(MAGIC)] != MAGIC:
            raise ValueError("not a file of columns, or cut off")
        about = json.loads(data[at : at + length])
        if about["version"] != VERSION:
            raise ValueError(f"columns of version {about['version']}, {VERSION} is wanted")
        arrays = {
            name: np.frombuffer(data, kind, count, start) for name, (kind, count, start) in about["columns"].items()
        }
        wanted = {"iri", "iri ends", "label", "label ends", "kind"}
        if missing := wanted - arrays.keys():
            raise ValueError(f"without {', '.join(sorted(missing))}")
    except (struct.error, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"columns that cannot be read: {error}", where=where, do=_DO) from error
    return about, arrays
