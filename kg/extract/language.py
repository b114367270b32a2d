"""Languages: which one a text is in; each is a folder of lexicons and one of grammars."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import LANGUAGES, words

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["language_of"]

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
_MARGIN = 1.5


def language_of(document: Document) -> str:
    """Give the language of a document: what its metadata say if we read it, else what its small words tell."""
    told = (document.metadata.language or "")[:2].casefold()
    return told if told in LANGUAGES else _of_text(document.text)


@lru_cache(maxsize=64)
def _of_text(text: str) -> str:
    found = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    counts = {name: sum(map(words("names", "function_words", name).__contains__, found)) for name in LANGUAGES}
    best = max(LANGUAGES, key=lambda name: counts[name])
    return best if counts[best] > _MARGIN * counts[LANGUAGES[0]] else LANGUAGES[0]
