"""Titles in capitals: a text that prints its films' titles in capitals makes each of them certain, "SALT" among them.

One such title says nothing, as companies and festivals are shouted as well; several of more words do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import known_festival
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["capital_titles"]

_WORD = r"(?:[A-ZÀ-ÞĀ-Ž0-9]+(?:[’'&.-][A-ZÀ-ÞĀ-Ž0-9]+)*[!?]*)"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:[:,]?\s{_WORD})*(?![\w’'-])")
_SMALL = re.compile(r"\b[a-zß-ÿ]{3,}\b")
_LEAST_SMALL = 8  # words in small letters that a line of prose has at least
_SEVERAL, _LONGEST, _SHORT = 2, 9, 3
_BODY_WORDS = words("names", "body_words")


def capital_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, that an article prints in capitals; none where fewer than two are of several words."""
    found: list[str] = []
    for line in document.text.split("\n"):
        if len(_SMALL.findall(line)) >= _LEAST_SMALL:
            found += [run for hit in _RUN.finditer(line) if _may_be_title(run := hit.group().rstrip(",:"))]
    long = {run for run in found if len(run.split()) > 1}
    if len(long) < _SEVERAL:
        return frozenset()
    return frozenset(fold(run) for run in found)


def _may_be_title(run: str) -> bool:
    parts = run.split()
    letters = sum(letter.isalpha() for letter in run)
    if not 1 <= len(parts) <= _LONGEST or letters <= _SHORT or not run[0].isalnum():
        return False
    plain = {fold(part) for part in parts}
    is_other = countries().code(run) or known_festival(run) or (len(parts) > 1 and is_company_name(run))
    return not (is_other or plain & _BODY_WORDS)
