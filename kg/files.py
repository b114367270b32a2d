"""Files appear whole or not at all.

Every file that kg publishes is written beside its target, synced to disk and renamed over it, so a reader sees
the old bytes or the new ones, never a part. Files that belong together are made in a folder beside them and renamed one
right after the other (`publishing`). A crash leaves a stray `.kg-part`: whoever writes that file next takes its place,
and `sweep` removes it. Who writes holds its lock, so what is locked is no stray.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.lock import free, locked, working_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "changing", "digest", "exchange", "is_running", "publishing", "sweep", "unbroken", "write_bytes", "write_lines",
    "writing",
]  # fmt: skip

_PART = ".kg-part"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2(2)
_HERE = -100  # AT_FDCWD


@contextlib.contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for binary writing; it appears under its name only if the block ends without an error.

    Raises OSError that names `path` as the file system does (no space, no permission); the earlier file is then
    untouched.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as held:
        part = path
        try:
            with unbroken():  # else Ctrl-C could come between the part file and its name
                part = _part(path, held)
            with part.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        except BaseException as error:
            if isinstance(error, OSError) and str(error.filename or _PART).endswith(_PART):
                error.filename = str(path)
            if part != path:
                part.unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


@contextlib.contextmanager
def publishing(folder: Path, last: str) -> Iterator[Path]:
    """Give a folder in which to make the files of `folder`; they appear there if the block ends without an error.

    Each replaces the one of its name, in the order of their names and `last` at the end, with nothing but a rename
    between them. One process at a time may do so in a folder.
    """
    made = Path(folder) / f".new{_PART}"
    if made.exists():
        shutil.rmtree(made)
    made.mkdir(parents=True)
    try:
        with working_on((made,), lambda _: None):
            yield made
            for path in sorted(made.iterdir(), key=lambda each: (each.name == last, each.name)):
                path.replace(Path(folder) / path.name)
    except OSError as error:
        if error.filename and Path(error.filename).parent == made:
            error.filename = str(Path(folder) / Path(error.filename).name)
        raise
    finally:
        shutil.rmtree(made, ignore_errors=True)
    _sync_folder(Path(folder))


@contextlib.contextmanager
def changing(path: Path) -> Iterator[None]:
    """Let one process at a time read a file and publish it anew while the block runs; others wait.

    Raises OSError as the file system does.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.exists()
    with locked(path):
        try:
            yield
        except BaseException:
            if not there and not path.stat().st_size:
                path.unlink()  # made only to be locked; who waits for it makes another
            raise


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
    """Remove what killed writers left in `folder`; give the paths removed.

    What a process that still runs holds, or has put its number in, is left alone.
    """
    gone = []
    for part in sorted(Path(folder).glob(f".*{_PART}")) if Path(folder).is_dir() else []:
        writer = part.name.removesuffix(_PART).rpartition(".")[2]
        if writer.isdigit() and is_running(int(writer)):
            continue
        with free(part) as stray:
            if not stray:
                continue
            if part.is_dir():
                shutil.rmtree(part)
            else:
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


@contextlib.contextmanager
def unbroken() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait until the block ends, if it runs in the main thread: others are not interrupted."""
    came: list[int] = []
    before: dict[int, Any] = {}
    with contextlib.suppress(ValueError):
        for each in (signal.SIGINT, signal.SIGTERM):
            before[each] = signal.signal(each, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
    for number in came[:1]:
        signal.raise_signal(number)


def exchange(one: Path, other: Path) -> bool:
    """Have two files or folders take one another's name in one step; False where the system cannot (Linux can)."""
    import ctypes

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _part(path: Path, held: contextlib.ExitStack) -> Path:
    """Give the part file of `path`, locked as long as `held`: what is left of it belongs to nobody.

    Where another process writes the same file just now, it is one with a name of its own.
    """
    part = path.with_name(f".{path.name}{_PART}")
    while not held.enter_context(locked(part, wait=False)):
        part = path.with_name(f".{path.name}.{os.urandom(4).hex()}-{_PART}")
    return part


def _sync_folder(folder: Path) -> None:
    """Make a rename durable, where the system lets a folder be synced (POSIX)."""
    with contextlib.suppress(OSError, PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
