"""Parquet: a table of documents is read as JSON lines of the same documents are."""

from __future__ import annotations

import io
import json
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from kg.errors import SourceError
from kg.read.page import pages_of

ROWS = [
    {"id": "kip", "text": "Kip by Ana Ferrand", "title": "Kip", "published": "2024-05-01"},
    {"id": "kop", "text": "Kop by Bo Lindqvest", "title": None, "published": None},
]


def table(rows: list[dict[str, Any]]) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), stream)
    return stream.getvalue()


def test_a_table_gives_the_pages_that_its_rows_give_as_json_lines() -> None:
    lines = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
    assert pages_of(table(ROWS), "films.parquet", "x") == pages_of(lines, "films.jsonl", "x")


def test_a_row_without_text_is_named_and_the_others_are_read() -> None:
    pages, errors = pages_of(table([ROWS[0], {"id": "none", "text": None}]), "films.parquet", "films.parquet")
    assert ([page.part for page in pages], [error.where for error in errors]) == (["kip"], ["films.parquet:2"])


def test_a_table_is_known_by_its_bytes_whatever_its_file_is_called() -> None:
    assert [page.text for page in pages_of(table(ROWS), "films.txt", "x")[0]] == [row["text"] for row in ROWS]


def test_a_table_without_texts_says_which_columns_it_has() -> None:
    with pytest.raises(SourceError, match="no column text, only id, title"):
        pages_of(table([{"id": "kip", "title": "Kip"}]), "films.parquet", "x")


def test_a_damaged_table_is_refused() -> None:
    whole = table(ROWS)
    with pytest.raises(SourceError, match="a damaged Parquet file"):
        pages_of(whole[:40] + b"\0" * (len(whole) - 44) + whole[-4:], "films.parquet", "x")


def test_without_pyarrow_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(SourceError) as told:
        pages_of(table(ROWS), "films.parquet", "x")
    assert told.value.do == "pip install 'filmkg[parquet]'"
