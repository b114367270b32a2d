"""Content negotiation: which of some media types an Accept header likes best."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["best"]

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^;,]*)*)")
_QUALITY = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?=;|$)", re.IGNORECASE)
_MOST = 50


def best(accept: str, offered: Sequence[str]) -> str | None:
    """Give the offered type that a header accepts with the highest quality, the first of equals; None for none.

    An empty header accepts everything. Of the ranges that match a type, the most specific one counts (RFC 9110).
    """
    if not accept.strip():
        return offered[0] if offered else None
    ranges = [found for part in accept.split(",")[:_MOST] if (found := _read(part))]
    ranked = [(_quality(kind, ranges), -place) for place, kind in enumerate(offered)]
    quality, place = max(ranked, default=(0.0, 0))
    return offered[-place] if quality > 0 else None


def _read(part: str) -> tuple[str, str, float] | None:
    found = _RANGE.fullmatch(part.rstrip())
    if found is None:
        return None
    quality = _QUALITY.search(found[3])
    return found[1].lower(), found[2].lower(), float(quality[1]) if quality else 1.0


def _quality(kind: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    main, _, sub = kind.partition("/")
    fitting = [
        ((one != "*") + (two != "*"), quality)
        for one, two, quality in ranges
        if one in (main, "*") and two in (sub, "*") and not (one == "*" and two != "*")
    ]
    return max(fitting, default=(0, 0.0))[1]
