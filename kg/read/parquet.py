"""Parquet: a table of documents with the columns `text` and, where it has them, `id` and the fields of Metadata."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from kg.document import Metadata
from kg.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_parquet", "read_parquet"]

_MAGIC = b"PAR1"
_COLUMNS = ("id", "text", *(field.name for field in fields(Metadata)))
_BATCH = 1_000


def is_parquet(data: bytes) -> bool:
    """Tell whether bytes are a Parquet file, by its mark at both ends."""
    return data[:4] == _MAGIC and data[-4:] == _MAGIC


def read_parquet(data: bytes, where: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the rows of a table with their numbers from 1, a batch at a time.

    Raises SourceError where pyarrow is not installed, for a damaged file, and for a table without `text`.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise SourceError(
            "a Parquet table, which needs pyarrow", where=where, do="pip install 'filmkg[parquet]'"
        ) from None
    try:
        table = parquet.ParquetFile(pyarrow.BufferReader(data))
        names = set(table.schema_arrow.names)
        if "text" not in names:
            raise SourceError(f"no column text, only {', '.join(sorted(names))}", where=where, do="name it text")
        number = 0
        for batch in table.iter_batches(_BATCH, columns=[name for name in _COLUMNS if name in names]):
            for row in batch.to_pylist():
                number += 1
                yield number, row
    except (pyarrow.ArrowException, OSError) as error:
        raise SourceError(f"a damaged Parquet file: {error}", where=where, do="write it again") from None
