"""Sources: the folders and files named on the command line, and the documents in them."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.document import Document, Metadata
from kg.errors import SourceError, UsageError
from kg.read.page import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Problem", "Sources", "bytes_of", "curated_of", "files_of", "merged", "read_sources"]

_CURATED = "sources.toml"
_FIELDS = frozenset(field.name for field in fields(Metadata))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or understood, said as what, where, what to do; the rest went on."""

    what: str
    where: str
    do: str = ""

    def __str__(self) -> str:
        """Give the problem on one line."""
        return f"{self.where}: {self.what}" + (f" ({self.do})" if self.do else "")


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read: documents by id, each text once, and the problems met on the way."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def files_of(source: Path) -> Iterator[tuple[str, Path]]:
    """Give the files of a source with the ids that their documents have; hidden files and sources.toml are none.

    Raises UsageError for a source that does not exist.
    """
    if source.is_file():
        yield f"{source.resolve().parent.name}/{source.name}", source
        return
    if not source.is_dir():
        raise UsageError("no such file or folder", where=str(source), do="name a folder of documents")
    name = source.resolve().name
    for folder, folders, names in os.walk(source):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(names):
            path = Path(folder, file)
            if not file.startswith(".") and not (file == _CURATED and Path(folder) == source):
                yield f"{name}/{path.relative_to(source).as_posix()}", path


def read_sources(sources: Iterable[Path]) -> Sources:
    """Read all documents of all sources.

    A file that cannot be read becomes a Problem and the others go on. Raises UsageError where a source does not
    exist or none holds any document.
    """
    documents: dict[str, Document] = {}
    by_text: dict[str, str] = {}
    problems: list[Problem] = []
    count = 0
    sources = list(sources)
    for source in sources:
        curated, found = curated_of(source)
        problems += found
        used = set()
        for ident, path in files_of(source):
            count += 1
            relative = path.name if source.is_file() else path.relative_to(source).as_posix()
            used.add(relative)
            try:
                pages, errors = pages_of(bytes_of(path), path.name, str(path))
            except SourceError as error:
                pages, errors = [], [error]
            problems += [Problem(error.what, error.where, error.do) for error in errors]
            for page in pages:
                own = f"{ident}/{page.part}" if page.part else ident
                document = Document(own, page.text, merged(page.metadata, curated.get(relative)), str(path))
                if own in documents:
                    problems.append(
                        Problem(f"two documents with the id {own}", str(path), "give the folders different names")
                    )
                elif document.sha256 in by_text:
                    problems.append(
                        Problem(f"the same text as {by_text[document.sha256]}", str(path), "counted once; remove one")
                    )
                else:
                    documents[own] = document
                    by_text[document.sha256] = own
        if source.is_dir():
            problems += [
                Problem(
                    f"an entry for {name!r}, which is not here", str(source / _CURATED), "remove it or add the file"
                )
                for name in sorted(set(curated) - used)
            ]
    if not count:
        raise UsageError(
            "no documents here",
            where=", ".join(map(str, sources)) or "no source",
            do="put text files in the folder",
        )
    return Sources(tuple(documents[ident] for ident in sorted(documents)), tuple(problems))


def merged(told: Metadata, curated: Metadata | None) -> Metadata:
    """Give what a page says of itself, overruled by what somebody wrote down about it."""
    written = {name: value for name in _FIELDS if curated and (value := getattr(curated, name))}
    return replace(told, **written)


def bytes_of(path: Path) -> bytes:
    """Give the bytes of a file; raises SourceError for one that cannot be read, or is larger than a document may be."""
    try:
        if not path.is_file():
            raise SourceError("not a regular file", where=str(path), do="remove it")
        with path.open("rb") as stream:
            from kg.read.text import LARGEST

            data = stream.read(LARGEST + 1)
            if len(data) > LARGEST:
                size = path.stat().st_size
                raise SourceError(
                    f"{size / 1e6:.1f} MB, more than the {LARGEST / 1e6:.0f} MB of a document",
                    where=str(path),
                    do="cut it into pages",
                )
            return data
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=str(path), do="check its permissions") from None


def curated_of(source: Path) -> tuple[Mapping[str, Metadata], list[Problem]]:
    """Read what sources.toml says of each document: curated metadata, known from outside the text."""
    path = source / _CURATED
    if not source.is_dir() or not path.is_file():
        return {}, []
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return {}, [Problem(f"not read: {error}", str(path), "mend it; documents are read without it")]
    curated: dict[str, Metadata] = {}
    problems = []
    for name, row in table.items():
        if not isinstance(row, dict):
            problems.append(Problem(f"{name!r} is no table", str(path), 'write ["file.txt"] and its fields below'))
            continue
        unknown = sorted(set(row) - _FIELDS)
        if unknown:
            problems.append(Problem(f"unknown field {unknown[0]!r} of {name!r}", str(path), ", ".join(sorted(_FIELDS))))
        curated[name] = Metadata(**{key: str(value) for key, value in row.items() if key in _FIELDS})
    return curated, problems
