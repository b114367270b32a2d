"""A small disk of its own, that can be filled up and made read-only, where this process may mount one (Linux, root)."""

from __future__ import annotations

import contextlib
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Disk", "small_disk"]

_SIZE = 64 << 20


@dataclass(frozen=True)
class Disk:
    place: Path

    def fill(self, free: int = 0) -> None:
        """Leave so many bytes of room, in whole pages."""
        with contextlib.suppress(OSError), (self.place / ".filler").open("wb", buffering=0) as file:
            while file.write(bytes(1 << 20)) == 1 << 20:
                pass
            while file.write(bytes(1 << 12)):
                pass
        if free:
            filler = self.place / ".filler"
            with filler.open("r+b") as file:
                file.truncate(filler.stat().st_size - free)

    def empty(self) -> None:
        (self.place / ".filler").unlink()

    def writable(self, yes: bool) -> None:
        subprocess.run(["mount", "-o", f"remount,{'rw' if yes else 'ro'}", str(self.place)], check=True)


@contextlib.contextmanager
def small_disk(place: Path) -> Iterator[Disk]:
    """Mount a disk of 64 MiB; skips the test where this is not permitted."""
    place.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(place)], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no disk can be mounted here: {getattr(error, 'stderr', b'').decode().strip() or error}")
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
