from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kg.errors import QueryError, UsageError
from kg.graph.namespace import XSD
from kg.query.frames import to_arrow, to_pandas, to_parquet, to_polars
from kg.query.result import Node, Result
from kg.query.value import columns_of, native

KINDS = {
    "iri": ("string", "String", "string"),
    "blank": ("string", "String", "string"),
    "text": ("string", "String", "string"),
    "tagged": ("string", "String", "string"),
    "whole": ("Int64", "Int64", "int64"),
    "share": ("Float64", "Decimal(precision=38, scale=2)", "decimal128(38, 2)"),
    "double": ("Float64", "Float64", "double"),
    "truth": ("boolean", "Boolean", "bool"),
    "day": ("datetime64[us]", "Date", "date32[day]"),
    "moment": ("datetime64[us]", "Datetime(time_unit='us', time_zone=None)", "timestamp[us]"),
    "instant": ("datetime64[us, UTC]", "Datetime(time_unit='us', time_zone='UTC')", "timestamp[us, tz=UTC]"),
    "year": ("Int64", "Int64", "int64"),
    "month": ("string", "String", "string"),
}
VALUES = {
    "iri": "https://w3id.org/filmkg/film/kika",
    "blank": "_:b0",
    "text": "Noée",
    "tagged": "Les Tuche",
    "whole": 7,
    "share": Decimal("12.50"),
    "double": 1.5,
    "truth": True,
    "day": date(2024, 9, 17),
    "moment": datetime(2024, 9, 17, 10),
    "instant": datetime(2024, 9, 17, 8, tzinfo=UTC),
    "year": 2024,
    "month": "2024-09",
}


def table(*columns: list[tuple[str, str] | None]) -> Result:
    cells = [[None if each is None else Node("literal", each[0], XSD + each[1]) for each in one] for one in columns]
    return Result(tuple(f"c{number}" for number in range(len(columns))), tuple(zip(*cells, strict=True)))


@pytest.mark.parametrize("name", KINDS)
def test_pandas_has_the_proper_dtype(name: str, every_kind: Result) -> None:
    assert str(to_pandas(every_kind)[name].dtype) == KINDS[name][0]


@pytest.mark.parametrize("name", KINDS)
def test_polars_has_the_proper_type(name: str, every_kind: Result) -> None:
    assert str(to_polars(every_kind)[name].dtype) == KINDS[name][1]


@pytest.mark.parametrize("name", KINDS)
def test_arrow_has_the_proper_type(name: str, every_kind: Result) -> None:
    assert str(to_arrow(every_kind).schema.field(name).type) == KINDS[name][2]


@pytest.mark.parametrize("name", VALUES)
def test_polars_keeps_values_and_gaps(name: str, every_kind: Result) -> None:
    assert to_polars(every_kind)[name].to_list() == [VALUES[name], None]


@pytest.mark.parametrize("name", VALUES)
def test_pandas_keeps_values_and_gaps(name: str, every_kind: Result) -> None:
    series = to_pandas(every_kind)[name]
    first = series[0].to_pydatetime() if name in ("day", "moment", "instant") else series[0]
    assert first == (datetime(2024, 9, 17) if name == "day" else VALUES[name])
    assert series.isna().tolist() == [False, True]


def test_a_parquet_file_is_read_back(every_kind: Result) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    assert parquet.read_table(pa.BufferReader(to_parquet(every_kind))).equals(to_arrow(every_kind))


def test_polars_reads_the_parquet(every_kind: Result) -> None:
    import io

    import polars as pl

    assert pl.read_parquet(io.BytesIO(to_parquet(every_kind))).to_dicts() == to_polars(every_kind).to_dicts()


def test_whole_numbers_and_decimals_share_a_column() -> None:
    found = to_polars(table([("1", "integer"), ("2.25", "decimal")]))
    assert found["c0"].to_list() == [Decimal("1.00"), Decimal("2.25")]


def test_a_column_of_days_and_names_holds_text() -> None:
    assert to_polars(table([("2024-09-17", "date"), ("soon", "string")]))["c0"].to_list() == ["2024-09-17", "soon"]


@pytest.mark.parametrize("text", ["2024-02-31", "2024-09-17Z", "soon"])
def test_what_is_no_day_stays_as_it_was_written(text: str) -> None:
    assert native(Node("literal", text, XSD + "date")) == text


def test_a_number_beyond_64_bits_is_a_decimal() -> None:
    found = columns_of(table([(str(2**64), "integer"), None]))[0]
    assert (found.type, found.values) == ("decimal", (Decimal(2**64), None))


def test_a_number_beyond_38_digits_is_text_in_a_frame() -> None:
    assert to_polars(table([("9" * 50, "integer")]))["c0"].to_list() == ["9" * 50]


def test_a_column_without_values_is_a_column_all_the_same() -> None:
    assert to_pandas(table([None, None]))["c0"].isna().all()


def test_an_answer_without_rows_keeps_its_columns() -> None:
    assert list(to_pandas(Result(("a", "b"))).columns) == ["a", "b"]
    assert to_polars(Result(("a", "b"))).columns == ["a", "b"]


def test_rows_without_columns_are_still_rows() -> None:
    assert len(to_pandas(Result((), ((), ())))) == 2


def test_triples_are_a_table_of_three() -> None:
    found = to_pandas(Result(triples=(("<urn:a>", "<urn:p>", '"1"'),)))
    assert found.to_dict("records") == [{"subject": "urn:a", "predicate": "urn:p", "object": "1"}]


def test_a_yes_or_no_is_no_table() -> None:
    with pytest.raises(QueryError, match="SELECT"):
        to_pandas(Result(truth=True))


@pytest.mark.parametrize(("make", "name", "extra"), [
    (to_pandas, "pandas", "frames"), (to_polars, "polars", "frames"), (to_parquet, "pyarrow", "parquet"),
])  # fmt: skip
def test_a_missing_library_is_named_with_what_to_install(
    make: object, name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match=rf"{name} is not installed \(pip install 'filmkg\[{extra}\]'\)"):
        make(Result(("a",)))
