"""Output: an answer as bytes, to a file that appears whole or not at all, or to an open stream as the rows come."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, UsageError
from kg.files import writing
from kg.query.rendering import GRAPH_FORMATS, TABLE_FORMATS, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.query.result import Result
    from kg.query.stream import Stream

__all__ = ["ALL_FORMATS", "BINARY_FORMATS", "blocks", "check_output", "deliver", "format_of", "quietly", "save"]

BINARY_FORMATS = ("parquet",)
ALL_FORMATS = (*TABLE_FORMATS, *BINARY_FORMATS, *GRAPH_FORMATS)
_SUFFIXES = {
    ".csv": "csv",
    ".json": "json",
    ".md": "markdown",
    ".nt": "ntriples",
    ".parquet": "parquet",
    ".srj": "json",
    ".srx": "xml",
    ".tsv": "tsv",
    ".ttl": "turtle",
    ".txt": "table",
    ".xml": "xml",
}
_BLOCK = 64 * 1024


def format_of(path: Path) -> str:
    """Give the format that a file's name asks for; raises UsageError for a name that says none."""
    form = _SUFFIXES.get(Path(path).suffix.lower())
    if form is None:
        raise UsageError(f"no format is known by {Path(path).suffix!r}", where=str(path), do=f"{', '.join(_SUFFIXES)}")
    return form


def check_output(form: str | None, path: Path | None, *, terminal: bool) -> str:
    """Give the format to write: the one asked for, else that of the file's name, else a table.

    Raises QueryError for an unknown one, UsageError where bytes that are no text would go to a terminal.
    """
    form = form or (format_of(path) if path is not None else "table")
    if form not in ALL_FORMATS:
        raise QueryError(f"no format {form!r}", do=f"one of {', '.join(ALL_FORMATS)}")
    if form in BINARY_FORMATS and path is None and terminal:
        raise UsageError(f"{form} is no text for a terminal", do="give --out-file FILE, or lead it into a file or pipe")
    return form


def blocks(found: Result | Stream, form: str) -> Iterator[bytes]:
    """Give an answer in any of ALL_FORMATS as bytes, some 64 kB at a time; text is UTF-8.

    Raises QueryError where the format does not fit the answer, before anything is given, and as a stream does.
    """
    if form in BINARY_FORMATS:
        from kg.query.frames import to_parquet

        return iter((to_parquet(found),))
    return _gathered(pieces(found, form))


def _gathered(texts: Iterator[str]) -> Iterator[bytes]:
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= _BLOCK:
            yield "".join(held).encode("utf-8", "backslashreplace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "backslashreplace")


def save(found: Iterable[bytes], path: Path) -> None:
    """Write blocks into a file, which appears whole or not at all; raises OSError as the file system does.

    What is no file, a device or a named pipe, is written into and stays what it is.
    """
    is_file = path.is_file() or not path.exists()
    with writing(path) if is_file else path.open("wb") as file:
        file.writelines(found)


def deliver(found: Iterator[bytes], path: Path | None) -> None:
    """Write blocks into a file, or to standard output as they come."""
    if path is not None:
        # An engine may think long before it gives the first of them; until then nothing needs to be cleared away.
        first = next(found, b"")
        with _on_interrupt(signal.default_int_handler):
            save(chain((first,), found), path)
        return
    stream = sys.stdout.buffer
    for block in found:
        stream.write(block)
        stream.flush()


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """End without a word on Ctrl-C, and where nobody reads on (`| head`), which is no fault: the exit code is 0.

    Ctrl-C ends the process as the system does, so that it also ends an engine in the midst of its work.
    """
    try:
        with _on_interrupt(signal.SIG_DFL):
            yield
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        # What waits in Python's own buffer has nowhere to go either.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


@contextlib.contextmanager
def _on_interrupt(handler: Any) -> Iterator[None]:
    """Handle Ctrl-C so for a while; where it is ignored, as in the background, and in other threads all stays as is."""
    before = signal.getsignal(signal.SIGINT)
    try:
        if before in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(signal.SIGINT, handler)
    except ValueError:
        before = None
    try:
        yield
    finally:
        if before in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(signal.SIGINT, before)
