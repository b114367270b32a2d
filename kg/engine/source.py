"""Sources -> a distributed table of documents, each once, and the problems met on the way.

Files are listed here and opened by the executors, which must see them under the same paths; large tables of documents
(Parquet, JSON lines) are read by Spark, which cuts them up. A document's id, its text, and which of two that are the
same is kept do not depend on how the work was cut.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.document import Document, Metadata
from kg.engine.batch import batch, on_disk
from kg.engine.table import metadata_json, metadata_of
from kg.errors import SourceError, UsageError
from kg.read.page import pages_of, pages_of_rows, parsed_line
from kg.read.source import Problem, bytes_of, curated_of, files_of, merged
from kg.read.text import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.read.page import Page

__all__ = ["PAGES_A_PART", "Documents", "literal_path", "read_documents"]

PAGES_A_PART = 500
"""Documents that one task reads and one part file holds, about."""
_COLUMNS = (
    "file int, row long, id string, text string, metadata string, path string, sha256 string, "
    "what string, place string, do string"
)
_NAMES = tuple(each.split()[0] for each in _COLUMNS.split(", "))
_FILES_A_TASK = 200
_TABLES = (".jsonl", ".parquet")


@dataclass(frozen=True, slots=True)
class _File:
    """A file of a source: its place in the order of all, the id of its document, its path, what is curated of it."""

    number: int
    ident: str
    path: str
    curated: str


@dataclass(frozen=True, slots=True)
class Documents:
    """A table with the columns id, text, metadata (JSON), path, in parts by id and sorted in each; how many there are.

    `problems` are in the order in which a build in one process names them.
    """

    frame: Any
    count: int
    parts: int
    problems: tuple[Problem, ...]


def read_documents(spark: Any, sources: Sequence[Path], *, whole: int = LARGEST) -> Documents:
    """Read all sources. A table of documents of more than `whole` bytes is read by Spark, in pieces.

    Raises UsageError for a source that does not exist, or where no source has a file.
    """
    small, large, problems = _listed(sources, whole)
    if not small and not large:
        raise UsageError("no documents here", where=", ".join(map(str, sources)), do="put text files in the folder")
    every = [_opened(spark, small)] if small else []
    every += [_spread(spark, each) for each in large]
    frame = every[0]
    for other in every[1:]:
        frame = frame.unionByName(other)
    frame = frame.persist(on_disk())
    try:
        told = [
            ((row["file"], row["row"]), Problem(row["what"], row["place"], row["do"]))
            for row in frame.where("what is not null").select("file", "row", "what", "place", "do").collect()
        ]
        dropped = list(_repeated(frame))
        pages = frame.where("text is not null")
        if dropped:
            gone = spark.createDataFrame([place for place, _ in dropped], "file int, row long")
            pages = pages.join(gone.hint("broadcast"), ["file", "row"], "left_anti")
        count = pages.count()
        parts = max(1, -(-count // PAGES_A_PART))
        pages = pages.select("id", "text", "metadata", "path").repartition(parts, "id").sortWithinPartitions("id")
        pages = pages.persist(on_disk())
        pages.count()
    finally:
        frame.unpersist()
    ordered = sorted([*told, *dropped], key=lambda each: each[0])
    return Documents(pages, count, parts, (*problems, *(problem for _, problem in ordered)))


# ---- files -------------------------------------------------------------------------------------------------------


def _listed(sources: Sequence[Path], whole: int) -> tuple[list[_File], list[_File], list[Problem]]:
    """List the files that one task can open, and the tables that are cut up."""
    small: list[_File] = []
    large: list[_File] = []
    problems: list[Problem] = []
    number = itertools.count()
    for source in sources:
        curated, found = curated_of(source)
        problems += found
        used = set()
        for ident, path in files_of(source):
            relative = path.name if source.is_file() else path.relative_to(source).as_posix()
            used.add(relative)
            said = metadata_json(curated.get(relative) or Metadata())
            file = _File(next(number), ident, str(path.absolute()), said)
            is_large = path.suffix in _TABLES and path.is_file() and path.stat().st_size > whole
            (large if is_large else small).append(file)
        problems += [
            Problem(
                f"an entry for {name!r}, which is not here", str(source / "sources.toml"), "remove it or add the file"
            )
            for name in sorted(set(curated) - used)
            if source.is_dir()
        ]
    return small, large, problems


def _opened(spark: Any, files: Sequence[_File]) -> Any:
    """Let the executors open files, some in each task."""
    rows = [(each.number, each.ident, each.path, each.curated) for each in files]
    listed = spark.createDataFrame(rows, "file int, ident string, path string, curated string")
    tasks = max(1, -(-len(rows) // _FILES_A_TASK), min(len(rows), spark.sparkContext.defaultParallelism))
    return listed.repartition(tasks, "file").mapInArrow(_open, _COLUMNS)


def _open(batches: Iterator[Any]) -> Iterator[Any]:
    for taken in batches:
        for row in taken.to_pylist():
            file = _File(row["file"], row["ident"], row["path"], row["curated"])
            path = Path(file.path)
            try:
                pages, errors = pages_of(bytes_of(path), path.name, file.path)
            except SourceError as error:
                pages, errors = [], [error]
            yield batch(_COLUMNS, _rows(file, pages, errors, 1))


def _spread(spark: Any, file: _File) -> Any:
    """Let Spark read a large table of documents, in pieces."""
    if file.path.endswith(".jsonl"):
        lines = spark.read.text(literal_path(file.path)).selectExpr("value", "_metadata.file_block_start AS start")
        return lines.mapInArrow(_lines_of(file), _COLUMNS)
    table = spark.read.parquet(literal_path(file.path))
    fields = [name for name in ("id", "text", *Metadata.__dataclass_fields__) if name in table.columns]
    rows = table.selectExpr("_metadata.row_index AS row_index", *(f"`{name}`" for name in fields))
    return rows.mapInArrow(_rows_of(file), _COLUMNS)


def literal_path(path: str) -> str:
    """Give a path as Spark takes it, which would else read a pattern in it."""
    return "file:" + re.sub(r"([\\*?\[\]{}])", r"\\\1", path)


def _lines_of(file: _File) -> Any:
    def read(batches: Iterator[Any]) -> Iterator[Any]:
        block, number = -1, 0
        for taken in batches:
            pages: list[tuple[Any, ...]] = []
            for row in taken.to_pylist():
                if row["start"] != block:
                    block, number = row["start"], 0
                number += 1
                if row["value"].strip():
                    # Behind the first piece the number of a line is not known; where it begins in the file at the
                    # earliest is as good for an order, and for a name where the line has none.
                    line = parsed_line(row["value"].removeprefix("\ufeff"))
                    pages += _rows(file, *pages_of_rows([(block + number, line)], file.path), block + number)
            yield batch(_COLUMNS, pages)

    return read


def _rows_of(file: _File) -> Any:
    def read(batches: Iterator[Any]) -> Iterator[Any]:
        for taken in batches:
            pages: list[tuple[Any, ...]] = []
            for row in taken.to_pylist():
                number = row.pop("row_index") + 1
                pages += _rows(file, *pages_of_rows([(number, row)], file.path), number)
            yield batch(_COLUMNS, pages)

    return read


def _rows(file: _File, pages: Sequence[Page], errors: Sequence[SourceError], first: int) -> list[tuple[Any, ...]]:
    curated = metadata_of(file.curated)
    rows: list[dict[str, Any]] = []
    for number, page in enumerate(pages, first):
        ident = f"{file.ident}/{page.part}" if page.part else file.ident
        document = Document(ident, page.text, merged(page.metadata, curated), file.path)
        rows.append(
            {
                "row": number, "id": ident, "text": page.text, "metadata": metadata_json(document.metadata),
                "path": file.path, "sha256": document.sha256,
            }
        )  # fmt: skip
    # In one process the problems of a file come before its documents.
    rows += [{"row": 0, "what": each.what, "place": each.where, "do": each.do} for each in errors]
    return [tuple(file.number if name == "file" else row.get(name) for name in _NAMES) for row in rows]


# ---- each document once ------------------------------------------------------------------------------------------


def _repeated(frame: Any) -> Iterator[tuple[tuple[int, int], Problem]]:
    """Give the rows that are left out, as a build in one process leaves them out: the first of an id or a text stays.

    Only what shares an id or a text with another comes here; which of them stays cannot be said of each alone.
    """
    frame.createOrReplaceTempView("page")
    rows = frame.sparkSession.sql(_SHARED).collect()
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for row in rows:
        place = (row["file"], row["row"])
        if row["id"] in ids:
            yield (
                place,
                Problem(f"two documents with the id {row['id']}", row["path"], "give the folders different names"),
            )
        elif row["sha256"] in texts:
            yield place, Problem(f"the same text as {texts[row['sha256']]}", row["path"], "counted once; remove one")
        else:
            ids.add(row["id"])
            texts[row["sha256"]] = row["id"]


_SHARED = """
SELECT file, row, id, path, sha256 FROM (
    SELECT file, row, id, path, sha256,
        count(*) OVER (PARTITION BY id) AS ids, count(*) OVER (PARTITION BY sha256) AS texts
    FROM page WHERE text IS NOT NULL
) WHERE ids > 1 OR texts > 1
ORDER BY file, row
"""
