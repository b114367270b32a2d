"""Lists of funded films that tell who made each one, and end each with its sum in brackets.

"FIRM’s TITLE, a drama written by NAME and directed by NAME (€1.5m), TITLE, directed by NAME, from FIRM (€1m)": what is
told of one film must not be taken for another's, and so each is read by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.news import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.document import Document

__all__ = ["one_by_one"]

_SUM = r"(?:[€$£]\s?\d|\d[\d.,]*\s?(?:€|million|m\b|k\b)|(?:EUR|SEK|NOK|DKK|CHF|PLN|CZK|USD|GBP)\s?\d)"
_END = re.compile(rf"\([^()\n]{{0,80}}?{_SUM}[^()\n]{{0,80}}\)[,;] (?:and )?(?=[“\"‘A-ZÀ-Þ0-9])")
_MADE = re.compile(r"(?:^|, | )(?:co-)?(?:written|directed|penned|helmed|produced|scripted)(?: and \w+)? by [A-ZÀ-Þ]")
_BRACKETS = re.compile(r"\([^()]*\)")
_FEWEST = 2


def one_by_one(document: Document, parts: Iterable[Sentence]) -> Iterator[Sentence]:
    """Give sentences, and of a list of priced films each item as one."""
    for part in parts:
        ends = [found.end() for found in _END.finditer(document.text, part.first, part.last)]
        items = list(zip([part.first, *ends], [*ends, part.last], strict=True))
        told = [item for item in items if _MADE.search(_BRACKETS.sub("", document.text[slice(*item)]))]
        if len(told) < _FEWEST or part.skip:
            yield part
        else:
            yield from (Sentence(*item) for item in items)
