"""Print what reading many pages costs in one process and in several, beside a bare split of the same texts.

Run with `make bench-scale ONLY=reading`. The pages are the golden ones in turn, each under an id of its own, with a
line of its own at the end. Times of several processes count the CPU of all of them; what counts is the clock.
"""

from __future__ import annotations

import re
import resource
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.document import Document
from kg.extract import InTurn, read_all
from kg.extract.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["cpu", "to_readings"]

_GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"


def pages(count: int) -> list[Document]:
    """Give so many pages."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_GOLDEN.glob("*/page.txt"))]
    return [
        Document(f"golden/{number:06}", f"{text}\nPage {number}\n")
        for number, text in enumerate(islice(cycle(texts), count))
    ]


def cpu() -> float:
    """Give CPU seconds of this process and of those that it started and that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def _timed(name: str, count: int, work: Callable[[], object]) -> tuple[float, float]:
    before, wall = cpu(), time.perf_counter()
    work()
    wall, spent = time.perf_counter() - wall, cpu() - before
    print(f"  {name:<42} {spent:8.1f} s ({wall:7.1f})  {count / wall:6.0f} pages a second", flush=True)
    return spent, wall


def to_readings(count: int = 4_000, processes: tuple[int, ...] = (2,)) -> None:
    """Print what reading takes."""
    there = pages(count)
    print(f"reading {count:,} pages, in two passes")
    split = re.compile(r"\W+")
    bare, _ = _timed("a bare split into words", count, lambda: [split.split(page.text) for page in there])
    alone, wall = _timed("1 process", count, lambda: list(read_all(there, hands=InTurn())))
    print(f"  {alone / bare:.0f} × a bare split")
    for number in processes:

        def pooled(number: int = number) -> None:
            with Pool(number) as pool:
                read_all(there, hands=pool)

        spent, faster = _timed(f"{number} processes", count, pooled)
        print(f"  {wall / faster:.2f} × as fast by the clock (wanted: at least 1.7), {spent / alone:.2f} × the CPU")
