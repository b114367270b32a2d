"""Frames: an answer as a table of pandas, polars or Arrow, each column with its proper type."""

from __future__ import annotations

import importlib
import io
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, UsageError
from kg.query.result import Result
from kg.query.stream import held
from kg.query.value import columns_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    import polars as pl

    from kg.query.stream import Stream
    from kg.query.value import Column

__all__ = ["to_arrow", "to_pandas", "to_parquet", "to_polars"]

_PANDAS = {
    "boolean": "boolean",
    "integer": "Int64",
    "decimal": "Float64",
    "double": "Float64",
    "date": "datetime64[us]",
    "datetime": "datetime64[us]",
    "instant": "datetime64[us, UTC]",
    "string": "string",
}


def to_pandas(result: Result) -> pd.DataFrame:
    """Give a pandas DataFrame, or for triples one of subject, predicate and object.

    Its dtypes are boolean, Int64, Float64 (of decimals too), datetime64[us] (of days too) and string, which all know
    missing values. Raises UsageError where pandas is not installed, QueryError for a yes or no.
    """
    pandas: Any = _library("pandas", "frames")
    series = {}
    for column in _columns(result):
        values = list(column.values)
        if column.type == "decimal":
            values = [None if value is None else float(value) for value in values]
        if column.type == "instant":
            series[column.name] = pandas.Series(pandas.to_datetime(values, utc=True)).astype(_PANDAS["instant"])
        else:
            series[column.name] = pandas.Series(values, dtype=_PANDAS[column.type])
    frame: pd.DataFrame = pandas.DataFrame(series, index=pandas.RangeIndex(_height(result)))
    return frame


def to_polars(result: Result) -> pl.DataFrame:
    """Give a polars DataFrame, or for triples one of subject, predicate and object.

    Its types are Boolean, Int64, Decimal, Float64, Date, Datetime and String. Raises UsageError where polars is not
    installed, QueryError for a yes or no.
    """
    polars: Any = _library("polars", "frames")
    types: dict[str, Callable[[int], Any]] = {
        "boolean": lambda _: polars.Boolean,
        "integer": lambda _: polars.Int64,
        "decimal": lambda scale: polars.Decimal(38, scale),
        "double": lambda _: polars.Float64,
        "date": lambda _: polars.Date,
        "datetime": lambda _: polars.Datetime("us"),
        "instant": lambda _: polars.Datetime("us", "UTC"),
        "string": lambda _: polars.String,
    }
    frame: pl.DataFrame = polars.DataFrame(
        [
            polars.Series(column.name, column.values, types[column.type](column.scale), strict=True)
            for column in _columns(result)
        ]
    )
    return frame


def to_arrow(result: Result) -> Any:
    """Give a pyarrow Table, or for triples one of subject, predicate and object.

    Its types are bool, int64, decimal128, double, date32, timestamp[us] and string. Raises UsageError where pyarrow
    is not installed, QueryError for a yes or no.
    """
    arrow: Any = _library("pyarrow", "parquet")
    types: dict[str, Callable[[int], Any]] = {
        "boolean": lambda _: arrow.bool_(),
        "integer": lambda _: arrow.int64(),
        "decimal": lambda scale: arrow.decimal128(38, scale),
        "double": lambda _: arrow.float64(),
        "date": lambda _: arrow.date32(),
        "datetime": lambda _: arrow.timestamp("us"),
        "instant": lambda _: arrow.timestamp("us", tz="UTC"),
        "string": lambda _: arrow.string(),
    }
    columns = _columns(result)
    return arrow.Table.from_arrays(
        [arrow.array(column.values, types[column.type](column.scale)) for column in columns],
        names=[column.name for column in columns],
    )


def to_parquet(found: Result | Stream) -> bytes:
    """Give an answer as a Parquet file; raises as `to_arrow` does."""
    _library("pyarrow", "parquet")  # before a long query is run for nothing
    table = to_arrow(found if isinstance(found, Result) else held(found))
    out = io.BytesIO()
    importlib.import_module("pyarrow.parquet").write_table(table, out)
    return out.getvalue()


def _columns(result: Result) -> list[Column]:
    if result.truth is not None:
        raise QueryError("a yes or no is no table", do="ask with SELECT")
    return columns_of(result)


def _height(result: Result) -> int:
    return len(result.rows) if result.triples is None else len(result.triples)


def _library(name: str, extra: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise UsageError(f"{name} is not installed", do=f"pip install 'filmkg[{extra}]'") from None
