"""Titles of headlines: capitals in a headline that the text below speaks of as of a film are a film's title.

"TITLE: an actress among lock-keepers", "Sund Film heads south with TITLE": a label, somebody who speaks, a town or a
company may stand there as well, but of none of these does a text say "the drama TITLE" or "TITLE tells of".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import thing
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import known_festival
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End

__all__ = ["colon_title", "headline_titles"]

_BEFORE_COLON = re.compile(r"(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿][^:\n“”‘\"|]{1,60}?)\s?:\s+\S")
_WORD = r"[A-ZÀ-ÞĀ-Ž0-9¡¿][\w’'.-]*[!?]?"
_SMALL = (
    r"(?:of|the|a|an|in|on|to|at|my|is|&|de|la|le|les|du|des|et|di|il|del|della|el|y|der|die|das|und|for|with|from|and)"
)
# Capitals that stand together, words in small letters between them.
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD})*")
_KIND = (
    r"(?:feature|film|debut|drama|comedy|dramedy|tragicomedy|thriller|documentary|western|musical|animation|short|"
    r"series|miniseries|sequel|biopic|chiller|romcom|project|co-?production|picture|movie|title)\b"
)
_DONE = (
    r"(?:has been (?:granted|awarded|sold|shot|selected)|(?:is|was|will be) (?:co-?)?(?:produced|directed|written|shot|"
    r"released|distributed|sold|set|based|adapted)|tells|follows|centres|centers|stars|unfolds|revolves|premier(?:es|ed)|"
    r"tracks|depicts|charts)"
)
_BEHIND = (
    rf"(?:,\s(?:(?:the|a|an|his|her|their|which)\s(?:[\w’-]+\s){{0,5}}?{_KIND}|"
    r"(?:from|based on|adapted from) the \w+ by)|"
    rf"\s\((?:formerly|working title|lit\.)|(?:\s\[[^\]]*\])?,?\s{_DONE})"
)
_BEFORE = (
    rf"(?:\b{_KIND},?\s(?:called\s|titled\s|entitled\s)?|\b(?:shooting|filming|production|shoot|post-?production|work)\s"
    r"(?:[^.\n]{0,40}\s)?(?:on|of|for)\s|\b(?:director|star|cast|making|release|premiere|script) of\s)"
)
_LONG = 500  # an article of fewer characters tells too little of what it is about
_LABELS = frozenset({"review", "interview", "news", "exclusive"})
_OFTEN = 2


def colon_title(document: Document, first: int, last: int) -> End | None:
    """Give the film before a headline's colon, or None where the text below does not speak of it as of a film."""
    found = _BEFORE_COLON.match(document.text, first, last)
    body = document.text[last:]
    if found is None or not _is_film(found["title"], body) or body.count(found["title"]) < _OFTEN:
        return None
    return thing(found["title"], "Film", *found.span("title"))


def headline_titles(document: Document, lines: list[tuple[int, int, int]]) -> frozenset[str]:
    """Give the titles, folded, among the capitals of a headline that has small letters as well."""
    headline = document.text[slice(*lines[0][1:])] if lines else ""
    words = [word for word in headline.split() if word[0].isalpha() and len(word) > 3]
    if 2 * sum(word[0].isupper() for word in words) > len(words) + 2:
        return frozenset()  # every word has a capital
    body = document.text[lines[0][2] :] if lines else ""
    return frozenset(fold(hit.group()) for hit in _RUN.finditer(headline) if _is_film(hit.group(), body))


def _is_film(title: str, body: str) -> bool:
    """Tell whether the text below a headline speaks of a title as of a film's."""
    if len(body) < _LONG or title.isupper() or fold(title) in _LABELS:
        return False
    if countries().code(title) or countries().code_of_demonym(title) or known_festival(title):
        return False
    if " " in title and is_company_name(title):
        return False
    spelt = re.escape(title)
    return bool(re.search(rf"(?<![\w’'-]){spelt}[”’\"]?{_BEHIND}|{_BEFORE}[“‘\"]?{spelt}(?![\w’'-]| [A-ZÀ-Þ])", body))
