"""Parts: files of a table that are named by their content.

A part is written beside its place, synced and renamed to the digest of its bytes, so that it is there whole or not at
all, and a task that is tried again overwrites what it wrote with the same. Which parts make up a table is said by the
list that is published last; what is not on it is no part of anything.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import uuid
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

from kg.errors import SourceError
from kg.files import write_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

__all__ = ["PARTS", "TABLES", "LinePart", "Part", "TablePart", "publish_parts", "read_parts"]

PARTS = "parts.jsonl"
"""The list of parts in the folder of a build."""
TABLES = ("documents", "claims", "graph", "evidence")
"""The folders of parts."""
_ROWS = 2_000
_STRAY = ".kg-task"


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A file of a table, `<table>/<name>` in the folder of the build, with the number of its rows."""

    table: str
    name: str
    rows: int


class _Writer:
    """A part in the making; a context manager that leaves nothing behind where it is not finished."""

    def __init__(self, folder: Path, table: str, ending: str) -> None:
        self._place, self._table, self._ending = folder / table, table, ending
        self._place.mkdir(parents=True, exist_ok=True)
        self._stray = self._place / f".{uuid.uuid4().hex}{_STRAY}"
        self.rows = 0

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was not finished."""
        self._stray.unlink(missing_ok=True)

    def _finished(self) -> Part:
        """Give the file the name of its content."""
        with self._stray.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()[:32]
            os.fsync(stream.fileno())
        name = f"{digest}{self._ending}"
        self._stray.replace(self._place / name)
        return Part(self._table, name, self.rows)


class TablePart(_Writer):
    """A part of Parquet in the making."""

    def __init__(self, folder: Path, table: str, schema: Any) -> None:
        """Write rows of a schema of Arrow into a part of `table` below `folder`."""
        super().__init__(folder, table, ".parquet")
        self._schema = schema
        self._held: list[Mapping[str, Any]] = []
        self._file: Any = None

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Take rows, in the order in which they are to stand."""
        self._held.extend(rows)
        if len(self._held) >= _ROWS:
            self._put()

    def finish(self) -> Part | None:
        """Publish the part; None where it has no row."""
        self._put()
        if self._file is None:
            return None
        self._file.close()
        return self._finished()

    def __exit__(self, *_: object) -> None:
        """Remove what was not finished."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
        super().__exit__()

    def _put(self) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        if not self._held:
            return
        if self._file is None:
            self._file = parquet.ParquetWriter(self._stray, self._schema, compression="zstd")
        self._file.write_table(pa.Table.from_pylist(self._held, self._schema))
        self.rows += len(self._held)
        self._held = []


class LinePart(_Writer):
    """A part of lines of text in the making."""

    def __init__(self, folder: Path, table: str, ending: str) -> None:
        """Write lines into a part of `table` below `folder`, with a name that ends so."""
        super().__init__(folder, table, ending)
        self._stream = self._stray.open("wb")

    def add(self, lines: Sequence[str]) -> None:
        """Take lines, each with its newline."""
        self._stream.write("".join(lines).encode("utf-8"))
        self.rows += len(lines)

    def finish(self) -> Part | None:
        """Publish the part; None where it has no line."""
        self._stream.close()
        return self._finished() if self.rows else None

    def __exit__(self, *_: object) -> None:
        """Remove what was not finished."""
        self._stream.close()
        super().__exit__()


def publish_parts(folder: Path, parts: Iterable[Part]) -> list[Part]:
    """Publish the list of parts and remove what is on no list any more; no task may still write. Gives it sorted."""
    ordered = sorted(set(parts))
    write_lines(folder / PARTS, (json.dumps(asdict(part)) + "\n" for part in ordered))
    kept = {(part.table, part.name) for part in ordered}
    for table in TABLES:
        for file in (folder / table).glob("*"):
            ours = file.suffix in (".parquet", ".nq") or file.name.endswith(_STRAY)
            if ours and (table, file.name) not in kept:
                file.unlink()
    return ordered


def read_parts(folder: Path, table: str = "") -> list[Part]:
    """Give the parts in the folder of a build, of one table or all; raises SourceError where there is no list."""
    path = folder / PARTS
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [Part(**json.loads(line)) for line in lines]
    except (OSError, ValueError, TypeError) as error:
        raise SourceError(f"no list of parts: {error}", where=str(path), do="run `kg build --engine spark`") from None
    return [part for part in found if table in ("", part.table)]
