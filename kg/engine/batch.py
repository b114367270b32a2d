"""Batches: rows as Arrow has them, under the names and types that Spark was told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["batch", "on_disk"]


def batch(columns: str, rows: Iterable[tuple[Any, ...]]) -> Any:
    """Give rows as a batch of Arrow; `columns` are those of Spark: `name string, rows long`."""
    import pyarrow as pa

    schema = _schema(columns)
    values: list[Any] = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.RecordBatch.from_arrays(
        [pa.array(column, kind) for column, kind in zip(values, schema.types, strict=True)], schema=schema
    )


def on_disk() -> Any:
    """Give the level at which Spark keeps what is used twice: on the disks of the executors."""
    from pyspark import StorageLevel

    return StorageLevel.DISK_ONLY


@cache
def _schema(columns: str) -> Any:
    import pyarrow as pa

    types = {"string": pa.string(), "int": pa.int32(), "long": pa.int64()}
    pairs = (each.split() for each in columns.split(","))
    return pa.schema([(name, types[kind]) for name, kind in pairs])
