"""What is to be said of a document that was read: of a kind that nobody reads, without claims, damaged somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.read import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["problems_of"]


def problems_of(where: str, kind: str, claims: int, remarks: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Give the problems of a reading, from its document's path, its kind, the number of its claims and its remarks."""
    if kind == "unknown":
        yield Problem("a page of a kind that no extractor reads", where, "kept without claims; see `kg coverage`")
    elif not claims and kind != "failed":
        yield Problem(f"read as {kind}, and no claim found", where, "see `kg coverage`")
    for number, what in remarks:
        yield Problem(what, f"{where}:{number}", "what stands before it is kept")
