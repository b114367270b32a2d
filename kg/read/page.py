"""One file -> its documents: plain text, a saved web page, JSON lines or a Parquet table of documents."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from kg.document import Metadata
from kg.errors import SourceError
from kg.read.html import is_html, read_html
from kg.read.parquet import is_parquet, read_parquet
from kg.read.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Page", "pages_of", "pages_of_rows", "parsed_line"]

_FIELDS = frozenset(field.name for field in fields(Metadata))


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what its file says of it; `part` is its name within a file of several, else empty."""

    text: str
    metadata: Metadata
    part: str = ""


def pages_of(data: bytes, name: str, where: str) -> tuple[list[Page], list[SourceError]]:
    """Give the pages in a file's bytes, and an error for each part of it that is none.

    `name` decides one thing only: a file that ends in .jsonl holds a document a line, {"id": …, "text": …} with
    further fields of Metadata; a Parquet table, known by its first bytes, has them as columns. Raises SourceError
    where the whole file is no page.
    """
    if name.endswith(".jsonl"):
        return _json_lines(decode(data, where), where)
    if is_parquet(data):
        return pages_of_rows(read_parquet(data, where), where)
    if is_html(data):
        text, metadata = read_html(data, where)
        return [Page(text, metadata)], []
    return [Page(decode(data, where), Metadata())], []


def _json_lines(text: str, where: str) -> tuple[list[Page], list[SourceError]]:
    lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    return pages_of_rows(((number, parsed_line(line)) for number, line in lines), where)


def parsed_line(line: str) -> Any:
    """Give what a line of JSON says, or the error that it is."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return error


def pages_of_rows(rows: Iterable[tuple[int, Any]], where: str) -> tuple[list[Page], list[SourceError]]:
    """Make a page of each row {"id": …, "text": …}, and an error of each that is none."""
    pages: list[Page] = []
    errors: list[SourceError] = []
    for number, row in rows:
        try:
            if isinstance(row, Exception):
                raise row
            told = {key: str(value) for key, value in row.items() if key in _FIELDS and value is not None}
            body = decode(row["text"].encode("utf-8"), f"{where}:{number}")
            pages.append(Page(body, Metadata(**told), str(row.get("id") or number)))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            errors.append(
                SourceError(
                    f"no document: {error!r}" if not isinstance(error, SourceError) else error.what,
                    where=f"{where}:{number}",
                    do='write {"id": "…", "text": "…"} on one line',
                )
            )
    return pages, errors
