"""Locks: who works on a file or a folder, so that others wait or leave; the system lets go of them with the process.

They bind those who ask (flock). Where a system or a file system knows none, nobody is kept from anything.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:  # not a POSIX system
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["free", "locked", "working_on"]


@contextlib.contextmanager
def locked(path: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of a file while the block runs; the file is made, empty, where there is none.

    Whoever publishes another file under this name meanwhile holds the lock; who waited for it takes up the new file.
    Gives False, holding nothing, where another has the lock and `wait` is not set. Raises OSError as the file system
    does.
    """
    path = Path(path)
    if fcntl is None:
        yield True
        return
    handle = -1
    try:
        while handle < 0:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            if not _lock(handle, wait):
                yield False
                return
            if not _stands(handle, path):  # replaced or removed while we waited
                os.close(handle)
                handle = -1
        yield True
    finally:
        if handle >= 0:
            os.close(handle)


@contextlib.contextmanager
def working_on(paths: Iterable[Path], taken: Callable[[Path], None]) -> Iterator[None]:
    """Hold the locks of several files or folders, which are there, while the block runs.

    `taken` is called with each that another process holds: it raises, or returns, and then that one is waited for.
    Whatever the order of `paths`, two processes never wait for one another.
    """
    with contextlib.ExitStack() as held:
        found: dict[tuple[int, int], tuple[int, Path]] = {}
        for path in paths if fcntl is not None else ():
            handle = os.open(path, os.O_RDONLY)
            held.callback(os.close, handle)
            stat = os.fstat(handle)
            # One place named twice is locked once: a second lock of it would wait for the first.
            found.setdefault((stat.st_dev, stat.st_ino), (handle, path))
        for _, (handle, path) in sorted(found.items()):
            if not _lock(handle, wait=False):
                taken(path)
                _lock(handle, wait=True)
        yield


@contextlib.contextmanager
def free(path: Path) -> Iterator[bool]:
    """Tell whether nobody holds the lock of a file or folder that is there; if so, nobody will while the block runs."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        yield True
        return
    try:
        yield _lock(handle, wait=False)
    finally:
        os.close(handle)


def _lock(handle: int, wait: bool) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True


def _stands(handle: int, path: Path) -> bool:
    """Tell whether an open file still is the one of that name."""
    try:
        there, ours = path.stat(), os.fstat(handle)
    except FileNotFoundError:
        return False
    return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)
