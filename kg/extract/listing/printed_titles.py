"""Titles by what is printed behind them: "Sleeping Rough (working title)", and "Unter der…", which is none yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["without_cut", "working_titles"]

_CAPITAL = r"[A-ZÀ-ÞĀ-Ž0-9][\w’'-]*[!?]?"
_SMALL = r"(?:a|an|the|of|and|in|on|to|de|la|le|les|du|des|et|der|die|das|und|el|los|il|y|my|is)"
_WORKING = re.compile(r" \((?:AT|WT|w/t|(?:working|provisional|tentative|temporary) title)\)")
_BEFORE = re.compile(rf"(?<![\w’'-])(?P<title>{_CAPITAL}(?: (?:{_CAPITAL}|{_SMALL}(?= ))){{0,11}})\Z")
_LONGEST_TITLE = 120
# What a teaser breaks off in the middle of: a title goes on behind a small word.
_CUT = re.compile(r"(?: [a-zß-ÿ]{1,4}){1,2} ?(?:\.\.\.|…)\s*(?=\n|$)")


def working_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, of which a page says that they are not final."""
    text = document.text
    marked = (mark.start() for mark in _WORKING.finditer(text))
    titles = (_BEFORE.search(text[max(0, at - _LONGEST_TITLE) : at]) for at in marked)
    return frozenset(fold(hit["title"]) for hit in titles if hit)


def without_cut(document: Document, facts: list[Fact]) -> list[Fact]:
    """Leave out facts on a title that breaks off with its teaser."""
    return [
        fact for fact in facts if not any(_CUT.match(document.text, end.last) for end in main_ends(fact) if end.last)
    ]
