"""Quotation marks in a headline: the one title there that the text below prints again is the film of the article.

"Cameras Roll On Rural Chiller ‘The Hollow Barn’" prints every word with a capital: only the marks tell the title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.mistaken import without_mistaken
from kg.extract.facts import WORKS, thing
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact

__all__ = ["about_works", "headline_film", "is_printed_below", "only_quoted", "without_year"]

_QUOTED = re.compile(
    r"“(?P<curly>[A-ZÀ-Þ\d¡¿][^“”\n]{1,80}?),?”|"
    r"(?<![\w’'])[‘'](?P<single>[A-ZÀ-Þ\d¡¿][^‘\n]{1,80}?),?[’'](?!\w)|"
    r'(?<!\w)"(?P<straight>[A-ZÀ-Þ\d¡¿][^"\n]{1,80}?),?"(?!\w)'
)
# What somebody did before the news: "‘Iron Harvest’ Star Joins …", "From the Director of ‘Iron Harvest’".
_KNOWN_FOR = re.compile(
    r"[’'s]{0,2},? (?:(?:co-)?(?:director|helmer|filmmaker|star|actor|actress|producer|writer|scribe|creator|"
    r"showrunner|team|duo|breakout|alum|author|editor|cinematographer|d\.?p\.?|composer|pair|trio|cast|crew|screenwriter|maker|"
    r"lead|thesp|veteran|universe|franchise|sequel|spin-?off|prequel|remake|reboot|fame)s?)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after|behind|following|of|like|post-?|since|from the (?:makers|team) of|sequel to|remake of|adapting)\s*$",
    re.IGNORECASE,
)
_SECTION = "competition "
_CALLED = r"\b(?:[Dd]irector|[Ff]ilmmaker|[Hh]elmer|[Dd]ocumentarian|[Dd]irected by)"
_SHORT = 4
# No headline is longer.
_LONGEST = 400
# An article of so many characters prints its film's title.
_LONG_TEXT = 600


def _titles(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """Give where titles stand in quotation marks within a headline; a saying is told again in small letters."""
    spans = []
    for hit in _QUOTED.finditer(document.text, first, min(last, first + _LONGEST)):
        span = next(hit.span(name) for name in ("curly", "single", "straight") if hit[name])
        title = document.text[slice(*span)].rstrip(",")
        spelt = re.sub(r"['’]", "['’]", re.escape(title))
        if re.compile(rf"(?<!\w){spelt}(?!\w)").search(document.text, last):
            spans.append((span[0], span[0] + len(title)))
    return spans


def _candidates(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """Give where titles stand within a headline that are not of what somebody in the news did before."""
    text = document.text

    def is_earlier(start: int, end: int) -> bool:
        behind = text[end + 1 : last].lstrip(",”’'\"")
        return bool(_KNOWN_FOR.match(behind) or _AFTER.search(text, first, start - 1))

    return [span for span in _titles(document, first, last) if not is_earlier(*span)]


# An agency at a festival: "FNX at Harbour Film Festival: " before a title.
_AT_FESTIVAL = re.compile(r"^[A-ZÀ-Þ]{2,8} at [^:\n]{3,60}:\s+\Z", re.MULTILINE)
_LONGEST_LABEL, _MOST_WORDS = 90, 8


def headline_film(document: Document, first: int, last: int) -> End | None:
    """Give the film that a headline names in quotation marks, where it is the one such title and no earlier work.

    Behind "AGENCY at FESTIVAL:" the whole of it is a title, where the text below prints it again.
    """
    if _AT_FESTIVAL.search(document.text, max(0, first - _LONGEST_LABEL), first):
        title = document.text[first:last]
        is_title = len(title.split()) <= _MOST_WORDS and title in document.text[last:]
        return thing(title, "Film", first, last) if is_title else None
    spans = _candidates(document, first, last)
    if len(spans) != 1:
        return None
    ((start, end),) = spans
    return thing(document.text[start:end], "Film", start, end)


def only_quoted(document: Document, first: int, last: int, facts: list[Fact]) -> list[Fact]:
    """Leave out what was read of other words as a title, where the headline has titles in quotation marks."""
    if _has_capitals(document.text[first:last]):
        facts = [fact for fact in facts if all(_is_printed(document, end, last) for end in main_ends(fact))]
    spans = _titles(document, first, last)
    if not spans:
        return facts
    news = _candidates(document, first, last)
    if len(news) > 1 and len({end.what for fact in facts for end in main_ends(fact)}) < len(news):
        return []  # news of several films: what is said of the one may be of each

    def is_other(end: End) -> bool:
        is_work = isinstance(end.what, Mention) and end.what.type in WORKS
        return is_work and not any(start < end.last and end.first < stop for start, stop in spans)

    amiss = [(fact.first, fact.last) for fact in facts if any(is_other(end) for end in main_ends(fact))]
    return [fact for fact in facts if (fact.first, fact.last) not in amiss]


def _has_capitals(headline: str) -> bool:
    """Tell whether a headline prints all its words with capitals, small ones aside."""
    long = [word for word in headline[:_LONGEST].split() if len(word) > _SHORT and word[0].isalpha()]
    return len(long) > _SHORT and all(word[0].isupper() for word in long)


def _is_printed(document: Document, end: End, after: int) -> bool:
    """Tell whether a title of the headline stands in the text below as well."""
    return not isinstance(end.what, Mention) or document.text.find(end.what.name, after) >= 0


def about_works(document: Document, facts: list[Fact]) -> list[Fact]:
    """Leave out a headline's facts where it takes a nation or a section for a title: "Danish films in Berlin"."""
    works = [end.what.name for fact in facts for end in main_ends(fact) if isinstance(end.what, Mention)]
    none = any(
        countries().code_of_demonym(name) or fold(name).startswith(_SECTION) or _is_director(document, name)
        for name in works
    )
    return [] if none else without_mistaken(document, facts)


def _is_director(document: Document, name: str) -> bool:
    """Tell whether a title would be the full name of somebody whom the text calls a director or lets speak."""
    if " " not in name or not is_given_name(fold(name.split()[0])) or name not in document.text:
        return False
    spelt = re.escape(name)
    return bool(
        re.search(rf"{_CALLED} {spelt}\b|\b{spelt}(?: is (?:also )?(?:in|back)| (?:told|says|said))\b", document.text)
    )


def is_printed_below(document: Document, film: End, last: int, *, is_list: bool = False) -> bool:
    """Tell whether the text behind a headline prints its film; words that a long text never prints again are none.

    A text that goes through many films, be it short, names them all.
    """
    name = film.what.name if isinstance(film.what, Mention) else ""
    below = document.text[last:]
    return (len(below) < _LONG_TEXT and not is_list) or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", below) is not None


def without_year(facts: list[Fact], date: str | None) -> list[Fact]:
    """Leave out what takes the year of an article, or the next one, for a film: "Upcoming Slovak Films 2024"."""
    years = {date[:4], str(int(date[:4]) + 1)} if date else set()
    return [
        fact
        for fact in facts
        if not any(isinstance(end.what, Mention) and end.what.name in years for end in (fact.subject, fact.object))
    ]
