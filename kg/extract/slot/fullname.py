"""Full names: what a stretch of text prints for those of whom another one gives the surname alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["full_spellings", "spelt_in_full"]

# A given name as it stands before a surname; a sentence does not begin with two capitals that are none.
_GIVEN = (
    r"(?!(?:The|A|An|In|On|At|After|With|For|From|Dirs?|Scr|Prods?|Star|Brothers|Sisters|Director|Actor|Actress|Filmmaker|"
    r"Producers?|Writer|Screenwriter|Composer|Editor|Cinematographer|Helmer|When|As)\b)"
    r"(?:[^\W\d_a-zß-ÿ]\.|[^\W\d_a-zß-ÿ][\w’'-]*[\w-])"
)
_MOST_GIVEN = 3
# "Britain’s" of "Britain’s Ida Holm".
_OWNER = re.compile(r"[^\W\d_]\w+[’']s (?=\w+ \w)")
_POSSESSIVE = re.compile(r"[’']s?$")
_NAME_WORD = re.compile(r"[^ \u00a0]+")
_FULL_NAME = re.compile(rf"(?<![\w’'])(?:{_GIVEN}[ \u00a0]+)+[^\W\d_a-zß-ÿ][\w’'-]*(?!\w)")


def full_spellings(document: Document, surname: str, first: int = 0, last: int | None = None) -> dict[str, End]:
    """Give the full names that end in a surname, as a stretch of the text prints them."""
    end = len(document.text) if last is None else last
    return spelt_in_full(document, first, end).get(surname, {})


def spelt_in_full(document: Document, first: int, last: int) -> dict[str, dict[str, End]]:
    """Give all full names that a stretch prints, by their last words: of "Ana Maria Ruiz" that is "Ana Maria Ruiz"."""
    found: dict[str, dict[str, End]] = {}
    for run in _FULL_NAME.finditer(document.text, first, last):
        parts = [(run.start() + hit.start(), run.start() + hit.end()) for hit in _NAME_WORD.finditer(run.group())]
        for at in range(1, len(parts)):
            start, end = parts[max(0, at - _MOST_GIVEN)][0], parts[at][1]
            if owner := _OWNER.match(document.text, start, end):
                start = owner.end()  # "Britain’s Ida Holm"
            end -= len(possessive.group()) if (possessive := _POSSESSIVE.search(document.text, start, end)) else 0
            name, surname = document.text[start:end], document.text[parts[at][0] : end]
            found.setdefault(surname, {}).setdefault(name, End(Mention("Person", name), start, end))
    return found
