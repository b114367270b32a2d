from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.errors import QueryError, UsageError
from kg.query.answer import Answer
from kg.query.result import Node, Result, render

if TYPE_CHECKING:
    from pathlib import Path

TABLE = Result(("film", "title"), tuple((Node("uri", f"urn:{n}"), Node("literal", f"Film {n}")) for n in range(3)))
GRAPH = Result(triples=(("<urn:a>", "<urn:p>", '"2024-09-17"^^<http://www.w3.org/2001/XMLSchema#date>'),))


def test_rows_are_dicts_of_values() -> None:
    assert next(iter(Answer(TABLE))) == {"film": "urn:0", "title": "Film 0"}


def test_what_is_not_bound_is_none(every_kind: Result) -> None:
    assert set(Answer(every_kind)[1].values()) == {None}


def test_a_row_is_had_by_number_from_either_end() -> None:
    assert (Answer(TABLE)[0]["title"], Answer(TABLE)[-1]["title"]) == ("Film 0", "Film 2")


def test_some_rows_are_had_by_slice() -> None:
    assert [row["title"] for row in Answer(TABLE)[1:]] == ["Film 1", "Film 2"]


def test_a_column_is_had_by_name() -> None:
    assert Answer(TABLE)["title"] == ["Film 0", "Film 1", "Film 2"]


def test_an_unknown_column_is_named_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="film, title"):
        Answer(TABLE)["name"]


def test_a_row_too_far_is_none() -> None:
    with pytest.raises(IndexError, match="there are 3"):
        Answer(TABLE)[3]


def test_triples_are_tuples_of_values() -> None:
    assert list(Answer(GRAPH)) == [("urn:a", "urn:p", date(2024, 9, 17))]
    assert Answer(GRAPH).triples == (("urn:a", "urn:p", date(2024, 9, 17)),)


@pytest.mark.parametrize(("result", "length"), [(TABLE, 3), (GRAPH, 1), (Result(truth=True), 0)])
def test_its_length_is_that_of_what_it_holds(result: Result, length: int) -> None:
    assert len(Answer(result)) == length


@pytest.mark.parametrize(
    ("result", "truth"),
    [(TABLE, True), (Result(("x",)), False), (Result(truth=True), True), (Result(truth=False), False)],
)
def test_it_is_true_where_something_was_found(result: Result, truth: bool) -> None:
    assert bool(Answer(result)) is truth


def test_printed_it_is_the_table_of_the_terminal() -> None:
    assert str(Answer(TABLE)) + "\n" == render(TABLE, "table")


def test_printed_it_says_what_is_missing() -> None:
    assert str(Answer(Result(("x",), cut="10 rows at most"))).endswith("(not everything: 10 rows at most)")


@pytest.mark.parametrize(
    ("result", "shown"),
    [
        (TABLE, "<Answer to q: 3 rows of film, title>"),
        (GRAPH, "<Answer to q: 1 triples>"),
        (Result(truth=True), "<Answer to q: true>"),
    ],
)
def test_its_repr_says_how_much_there_is(result: Result, shown: str) -> None:
    assert repr(Answer(result, "q")) == shown


@pytest.mark.parametrize(
    ("name", "form"), [("a.csv", "csv"), ("a.tsv", "tsv"), ("a.srj", "json"), ("a.xml", "xml"), ("a.MD", "markdown")]
)
def test_a_file_is_written_as_its_ending_says(name: str, form: str, tmp_path: Path) -> None:
    assert Answer(TABLE).save(tmp_path / name).read_bytes() == render(TABLE, form).encode()


def test_triples_are_saved_as_ntriples(tmp_path: Path) -> None:
    assert Answer(GRAPH).save(str(tmp_path / "a.nt")).read_text() == render(GRAPH, "ntriples")


def test_parquet_is_saved(tmp_path: Path) -> None:
    import polars as pl

    assert pl.read_parquet(Answer(TABLE).save(tmp_path / "a.parquet")).to_dicts() == list(Answer(TABLE))


def test_an_unknown_ending_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.parquet"):
        Answer(TABLE).save(tmp_path / "a.xlsx")


def test_a_format_that_does_not_fit_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="a table is not shown as turtle"):
        Answer(TABLE).save(tmp_path / "a.ttl")
    assert list(tmp_path.iterdir()) == []
