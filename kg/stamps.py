"""Stamps: size and times of what a build reads and writes, by which the next one sees that nothing changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["stamps_of"]


def stamps_of(places: Iterable[Path]) -> dict[str, list[int]]:
    """Give size and times of files, and of all files in folders but for hidden ones; [] for what is not there."""
    found: dict[str, list[int]] = {}
    for place in places:
        for path in _walk(place) if place.is_dir() else (place,):
            _stamp(path, found)
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _stamp(path: Path, found: dict[str, list[int]]) -> None:
    try:
        stat = path.stat()
    except OSError:
        found[str(path.absolute())] = []
        return
    found[str(path.absolute())] = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]
