"""Program: a digest of parts of this package, by which a build sees that what an earlier one found still holds."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["program"]


@cache
def program(*parts: str) -> str:
    """Give 32 hex digits that stand for some folders and files of this package, given as they stand in it."""
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for name in parts:
        place = room / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(room).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:32]
