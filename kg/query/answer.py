"""An answer for those who work in Python: rows with Python's own values, frames, graphs, files, a table to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from kg.query.result import Result, render
from kg.query.value import native, node_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    import pandas as pd
    import polars as pl

__all__ = ["Answer"]


class Answer:
    """What a query gave. `result` holds it as it came: RDF terms.

    A table is gone through row by row, each a dict from column to value: int, Decimal, float, bool, date, datetime or
    str (an IRI too), None where nothing is bound. Triples are gone through as tuples of three such values. A yes or no
    is what `bool()` gives.
    """

    __slots__ = ("query", "result")

    def __init__(self, result: Result, query: str = "") -> None:
        self.result = result
        self.query = query

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of a table."""
        return self.result.columns

    @property
    def truth(self) -> bool | None:
        """The answer to ASK, None to all else."""
        return self.result.truth

    @property
    def triples(self) -> tuple[tuple[Any, Any, Any], ...] | None:
        """The triples that CONSTRUCT and DESCRIBE give, sorted, None for all else."""
        return None if self.result.triples is None else tuple(self._triples())

    @property
    def cut(self) -> str:
        """What limit left something out; empty where nothing is missing."""
        return self.result.cut

    def __len__(self) -> int:
        return len(self.result.rows if self.result.triples is None else self.result.triples)

    def __bool__(self) -> bool:
        return len(self) > 0 if self.result.truth is None else self.result.truth

    def __iter__(self) -> Iterator[Any]:
        return self._rows() if self.result.triples is None else self._triples()

    @overload
    def __getitem__(self, which: int) -> Any: ...
    @overload
    def __getitem__(self, which: slice | str) -> list[Any]: ...
    def __getitem__(self, which: int | slice | str) -> Any:
        """Give a row by its number, rows by a slice, or all values of a column by its name."""
        if isinstance(which, str):
            if which not in self.columns:
                raise KeyError(f"no column {which!r}; there is {', '.join(self.columns) or 'none'}")
            place = self.columns.index(which)
            return [native(row[place]) for row in self.result.rows]
        result = self.result
        wanted = slice(which, which + 1 or None) if isinstance(which, int) else which
        some = Answer(
            Result(result.columns, result.rows[wanted], None, result.triples and result.triples[wanted]), self.query
        )
        if isinstance(which, slice):
            return list(some)
        for row in some:
            return row
        raise IndexError(f"no row {which}; there are {len(self)}")

    def _rows(self) -> Iterator[dict[str, Any]]:
        for row in self.result.rows:
            yield {name: native(node) for name, node in zip(self.columns, row, strict=True)}

    def _triples(self) -> Iterator[tuple[Any, Any, Any]]:
        for subject, predicate, value in self.result.triples or ():
            yield native(node_of(subject)), native(node_of(predicate)), native(node_of(value))

    def to_pandas(self) -> pd.DataFrame:
        """Give a pandas DataFrame with proper dtypes; see `kg.query.frames.to_pandas`."""
        from kg.query.frames import to_pandas

        return to_pandas(self.result)

    def to_polars(self) -> pl.DataFrame:
        """Give a polars DataFrame with proper types; see `kg.query.frames.to_polars`."""
        from kg.query.frames import to_polars

        return to_polars(self.result)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Give a networkx MultiDiGraph of triples, or of the first two columns of things in a table.

        See `kg.query.edges.to_networkx` for what becomes of the rest.
        """
        from kg.query.edges import to_networkx

        return to_networkx(self.result)

    def save(self, path: Path | str) -> Path:
        """Write a file in the format that its ending names, whole or not at all, and give its path.

        csv, tsv, json (srj), xml (srx), md, txt and parquet hold a table; ttl and nt hold triples. Raises UsageError
        for another ending, QueryError where the format does not fit, OSError as the file system does.
        """
        from kg.query.output import blocks, format_of, save

        path = Path(path)
        save(blocks(self.result, format_of(path)), path)
        return path

    def __str__(self) -> str:
        note = f"(not everything: {self.cut})\n" if self.cut else ""
        return (render(self.result, "table") + note).removesuffix("\n")

    def __repr__(self) -> str:
        called = f"Answer to {self.query}" if self.query else "Answer"
        if self.truth is not None:
            return f"<{called}: {str(self.truth).lower()}>"
        cut = ", not all" if self.cut else ""
        if self.result.triples is not None:
            return f"<{called}: {len(self):,} triples{cut}>"
        return f"<{called}: {len(self):,} rows of {', '.join(self.columns)}{cut}>"

    def _repr_html_(self) -> str:
        from kg.query.notebook import html

        return html(self.result)
