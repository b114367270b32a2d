"""Files appear whole or not at all.

Every file that kg publishes is written beside its target, synced to disk and renamed over it, so a reader sees
the old bytes or the new ones, never a part. A crash leaves a stray `.kg-part` file, which `sweep` removes.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["digest", "is_running", "sweep", "write_bytes", "write_lines", "writing"]

_PART = ".kg-part"


@contextlib.contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for binary writing; it appears under its name only if the block ends without an error.

    Raises OSError as the file system does (no space, no permission); the earlier file is then untouched.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def write_bytes(path: Path, data: bytes) -> None:
    """Publish `data` as the whole content of `path`."""
    with writing(path) as stream:
        stream.write(data)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Publish text lines (each ends with its own newline), encoded as UTF-8 whatever the locale, as `path`."""
    with writing(path) as stream:
        stream.writelines(line.encode("utf-8") for line in lines)


def digest(path: Path) -> str:
    """Give the SHA-256 of a file's bytes as 64 hex digits, read in blocks."""
    with Path(path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sweep(folder: Path) -> list[Path]:
    """Remove what a killed writer left in `folder`; give the paths removed.

    A part file names the process that wrote it; one whose process still runs is left alone.
    """
    gone = []
    for part in sorted(Path(folder).glob(f".*{_PART}")) if Path(folder).is_dir() else []:
        writer = part.name.removesuffix(_PART).rpartition(".")[2]
        if not (writer.isdigit() and is_running(int(writer))):
            part.unlink(missing_ok=True)
            gone.append(part)
    return gone


def is_running(process: int) -> bool:
    """Tell whether a process of that number runs on this machine."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _sync_folder(folder: Path) -> None:
    """Make a rename durable, where the system lets a folder be synced (POSIX)."""
    with contextlib.suppress(OSError, PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
