"""Which of a page's first lines is its headline: all of them are weighed by what the text below says again.

Menus, ways to the page, bylines and captions stand around a headline in any order. What sets it apart is that the
text below it speaks of the same things, and that dates, bylines and shortened copies of it stand near.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["weighed_headline"]

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+")
_LEAST_LETTERS = 2
# What is prose, and has the headline above it: a long line, a sentence with its stop, one behind its day.
_PROSE = re.compile(r".{150,}|(?:\S+\s+){7,}\S*[.!?][”\"’)]?|\d{1,4}[-./]\d{1,2}[-./]\d{2,4}\s+[-–—]\s.*")
_FEWEST, _MOST = 4, 30
_SHOWN_AGAIN = 12  # so many letters of a headline at least are in a shortened copy
_NEAR = 4
_MARKS = re.compile(r"\s[|›»>·•/–-]\s|\s{2,}|\t|(?<=\w)\s?\|\s?(?=\w)")
_MOST_MARKS = 2
_CRUMB = re.compile(r"\s[>›»/|]\s+(?P<last>[^>›»|]{12,}?)\s*(?:\.\.\.|…)?$")
_CAPTION = re.compile(
    r"\b(?:photo|photograph|picture|credit|image|courtesy|still|pictured|copyright)\b|©", re.IGNORECASE
)
_ADDRESS = re.compile(r"\b(?:your|you|javascript|cookies?|browser|click|subscribe|account|newsletter)\b", re.IGNORECASE)
_SIGNED = re.compile(r"(?:written|words|text|story|report|interview)s? by\b", re.IGNORECASE)
_LONGEST_KICKER = 6
_SENTENCE = re.compile(r"(?<!\.)\.$|:$")
# A column's name before a headline, in capitals or behind the site's: "FNT Company Profile: Sund Film".
_KICKER = re.compile(r"(?!EXCLUSIVE|[A-Z]+ BY\b)(?=.{1,110}$)(?:[A-ZÀ-Þ][A-ZÀ-Þ ]+|[A-Z]{2,5} [\w ]{3,30}):\s")


def weighed_headline(texts: Sequence[str], is_above: Sequence[bool], body: str) -> int | None:
    """Give which of the first lines of a page, by index, is its headline, or None where none looks like one.

    `is_above` tells which lines are menus, dates, bylines and the like; `body` is the whole text of the page's lines.
    """
    end = next((at for at, text in enumerate(texts) if not is_above[at] and _PROSE.fullmatch(text)), len(texts))
    told = _spoken_of(" ".join(texts[end:]) if end < len(texts) else body)
    below = body[body.find(texts[end]) :] if end < len(texts) else ""
    copies = [hit["last"] for text in texts[:end] if (hit := _CRUMB.search(text))]
    weighed = [
        (_weight(texts, at, is_above, told, copies, below), -at)
        for at in range(end)
        if not is_above[at] and len(texts[at].split()) >= _FEWEST
    ]
    if not weighed:
        return None
    weight, at = max(weighed)
    return -at if weight > 0 else None


def _weight(
    texts: Sequence[str], at: int, is_above: Sequence[bool], told: frozenset[str], copies: list[str], below: str
) -> float:
    text = texts[at]
    own = _spoken_of(text)
    again = own & told
    weight = 1.8 * len(again) / max(len(own), 1) + 0.4 * min(len(again), 4)
    weight += 0.5 if _FEWEST < len(text.split()) <= _MOST else 0.0
    weight -= 3.0 if len(_MARKS.findall(text)) > _MOST_MARKS else 0.0
    weight -= 1.5 if _SIGNED.match(text) or (text.isupper() and len(text.split()) <= _LONGEST_KICKER) else 0.0
    weight -= 1.5 if _CAPTION.search(text) else 0.0
    weight -= 1.5 if _ADDRESS.search(text) else 0.0
    weight -= 2.0 if _SENTENCE.search(text) else 0.0
    weight += 1.0 if _KICKER.match(text) else 0.0
    weight -= 0.5 if text[0] in "-–—•*" else 0.0
    weight += 2.5 if any(len(copy) >= _SHOWN_AGAIN and text.startswith(copy) for copy in copies) else 0.0
    weight += 0.6 if any(is_above[at + 1 : at + 1 + _NEAR]) else 0.0
    weight -= 2.0 if _is_site(text, below) else 0.0
    before = sum(not above for above in is_above[:at])
    return weight - 0.35 * (before + 2 * (before > 0))


def _spoken_of(text: str) -> frozenset[str]:
    found = (fold(word).removesuffix("’s").removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(word for word in found if len(word) > _LEAST_LETTERS or word.isdigit()) - words("names", "plain")


def _is_site(text: str, below: str) -> bool:
    """Tell whether a line is the name of the site, which its last lines have again: "© Name", "Name, Street 3"."""
    return bool(re.search(rf"(?:©[^\n]{{0,30}}|^){re.escape(text)}(?:\s*$|,\s|\s[-–|])", below[-600:], re.MULTILINE))
