"""Mastheads: what a saved page prints above an article's headline: menus, ways to the page, a kicker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.article.framing import around, is_menu
from kg.extract.article.headline_choice import weighed_headline
from kg.extract.lexicon import lexicon
from kg.extract.months import MONTHS

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["headline_index"]

_Line = tuple[int, int, int]
# The names of a site's sections stand beside one another or below one another, each of a few words.
_BETWEEN = re.compile(r"\s*[|›»>·•]\s*|\s{2,}|\t+|\s/\s")
_CRUMBS = re.compile(
    r"\s[>›»]\s|^\s*(?:you are here|vous êtes ici)\b|"
    r"^\s*(?:news|film|features?|home|cinema|international|exclusive)\s*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by\s+.{3,60}|"
    rf".{{0,40}}\b(?:\d{{1,2}} )?(?:{'|'.join(month[:3] for month in MONTHS)})\w*\.? (?:\d{{1,2}},? )?\d{{4}}.{{0,40}}|"
    r"\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|"
    r"(?:photo|image|source|credit)s?\s*:.*)",
    re.IGNORECASE,
)
# "About us LV | EN": where a site's language is chosen.
_LANGUAGES = re.compile(r"(?:^|\s)[A-Z]{2}\s?[|/]\s?[A-Z]{2}(?=\s|$)")
_STOPS = re.compile(r"[.:;,!?“”\"]")
_GRANTED = frozenset(
    {"grant", "granted contribution", "granted support", "support", "funding", "amount", "format", "genre"}
)
_LEAST_SECTIONS, _LONGEST_SECTION = 3, 3
# A line of fewer words is rather the name of a section than a headline.
_FEW = 4
# "FNT | Film News Today", above the menu of the site.
_SITE = re.compile(r"[^|›»\n]{2,40}\s[|›»]\s(?:The )?(?:Film|Cinema|Screen|News|Movie|TV)\b[^|›»\n]{0,30}")
# A sentence, above which a headline has been: a winner of two prizes is listed twice below it.
_PROSE = re.compile(r"^[^\n]{60,}[.!?][”\"’)]?$|^(?:[Cc]o-?)?(?:[Dd]irected|[Pp]roduced|[Ww]ritten) by ")
# So many lines may stand above a headline where a menu's sections stand below one another; else fewer do.
_MOST, _FIRST = 60, 5
_READ = 90  # lines that are looked at
# A headline that is printed again stands below a picture.
_AGAIN = 14
_LONGEST_HEADLINE = 200
_LONGEST_KICKER = 6


def headline_index(document: Document, lines: list[_Line]) -> int:
    """Give which of an article's lines, by index, is its headline.

    It is the first that is printed twice near the beginning; else the first that is no menu, date, byline or kicker.
    """
    texts = [document.text[first:last] for _, first, last in lines[: _MOST + _AGAIN]]
    is_above = [_is_above(text) for text in texts]
    for index, text in enumerate(texts[:_MOST]):
        if _PROSE.search(text):
            break  # what is printed twice further on is an entry of a list
        is_one = not is_above[index] and len(text) <= _LONGEST_HEADLINE and not _is_field(text)
        if is_one and text in texts[index + 1 : index + 1 + _AGAIN]:
            return index
    rest = [document.text[first:last] for _, first, last in lines[:_READ]]
    chosen = weighed_headline(rest, [_is_above(text) for text in rest], document.text)
    if chosen is not None:
        return chosen
    stacked = _stacked(is_above)
    for index in range(stacked, min(len(texts) - 1, stacked + _FIRST)):
        is_site = is_above[index + 1] and _SITE.fullmatch(texts[index]) is not None
        if not is_above[index] and not is_site and not _is_kicker(texts[index : index + 2]):
            return index
    return 0 if len(texts) < 2 else min(len(texts) - 1, stacked)


def _is_field(text: str) -> bool:
    """Tell whether a line is a field of a record, which several films may share: "Grant: NOK 2.1 million"."""
    label, colon, _ = text.strip(" •*·-").partition(":")
    return bool(colon) and (label.casefold() in _GRANTED or label in lexicon("records")["fields"])


def _is_above(text: str) -> bool:
    if _CRUMBS.search(text) or _LANGUAGES.search(text) or _BYLINE.fullmatch(text) or len(text.split()) < _FEW:
        return True
    if is_menu(text) or around(text):
        return True
    sections = [part for part in _BETWEEN.split(text.strip()) if part]
    return (
        len(sections) >= _LEAST_SECTIONS
        and not _STOPS.search(text)
        and all(len(section.split()) <= _LONGEST_SECTION for section in sections)
    )


def _stacked(is_above: list[bool]) -> int:
    """Give how many lines at the top are a menu whose sections stand below one another."""
    count = is_above.index(False) if False in is_above else len(is_above)
    return count if _FIRST < count < len(is_above) else 0


def _is_kicker(texts: list[str]) -> bool:
    """Tell whether a line of capitals is the heading of a column, with the headline below: "PRODUCERS TO WATCH"."""
    above, below = texts[0], texts[-1]
    return (
        len(texts) > 1
        and above.isupper()
        and len(above.split()) <= _LONGEST_KICKER
        and not below.isupper()
        and len(below) <= _LONGEST_HEADLINE
        and not below.endswith((".", "…", "..."))
    )
