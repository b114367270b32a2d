"""Works by their names: which of them a text calls series, and which it gives two titles."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.document import Document

__all__ = ["as_series", "series_by_name", "speaks_of_series", "two_titles"]

_SERIES = r"(?:series|mini-?series|sitcom|soap)"
# Behind "series" stands what another one is called: "of the Netflix series “Harbour”".
_SERIES_TOLD = re.compile(
    r"\b(?:(?:series|mini-?series)(?! [“\"‘'A-ZÀ-Þ])|episodes?|seasons?|showrunner|\w+-part(?:er)?)\b"
)
_FILMS_TOLD = re.compile(r"\b(?:films?|features?|movies?|shorts?|documentary)\b")
_AHEAD = re.compile(rf"\b{_SERIES}(?: called| titled| entitled)?,? [“\"‘']?")
_BEHIND = re.compile(rf"[”\"’']?,? (?:is )?(?:an?|the|his|her|their) (?:[\w-]{{1,30}} ){{0,4}}{_SERIES}\b")
# How many episodes of how many minutes stand before a series or behind it: "6x60 crime drama TITLE".
_EPISODES = r"\d{1,2}\s?x\s?\d{2,3}(?:[’'′]|-?\s?min\w*)?"
_EPISODES_AHEAD = re.compile(rf"\b{_EPISODES}\s(?:[a-z][\w-]*\s){{0,5}}[“\"‘']?")
_EPISODES_BEHIND = re.compile(rf"[”\"’']?\s\({_EPISODES}")
# "TITLE / OTHER TITLE": the second one is the title in another language.
# "NAME will show TITLE"
_SHOW = re.compile(r"\b(?:will|to|also|can|and|then|who|she|he|they) show [“\"‘']?$")
_NEAR = 24
_TWO = re.compile(r"(?P<title>[^/]{2,60}?)\s+/\s+(?P<other>[^/]{2,60})")


def series_by_name(document: Document, facts: list[Fact]) -> list[Fact]:
    """Make series of the films that the text calls so: "the animated series TITLE", "TITLE, a TV series"."""
    titles = {
        end.what.name
        for fact in facts
        for end in (fact.subject, fact.object)
        if isinstance(end.what, Mention) and end.what.type == "Film"
    }
    return as_series(_films_shown(document, facts), _called_series(document.text, titles))


def _films_shown(document: Document, facts: list[Fact]) -> list[Fact]:
    """Make films of the series that somebody "will show": that word is no noun there."""
    shown = {
        end.what.name
        for fact in facts
        for end in (fact.subject, fact.object)
        if isinstance(end.what, Mention) and end.what.type == "Series"
        if _SHOW.search(document.text, max(0, end.first - _NEAR), end.first)
    }

    def retyped(end: End) -> End:
        if isinstance(end.what, Mention) and end.what.type == "Series" and end.what.name in shown:
            return replace(end, what=Mention("Film", end.what.name))
        return end

    return _with_ends(facts, retyped) if shown else facts


def speaks_of_series(document: Document) -> bool:
    """Tell whether an article's one work is a series: it speaks of series more than of films."""
    return len(_SERIES_TOLD.findall(document.text)) > len(_FILMS_TOLD.findall(document.text))


def as_series(facts: list[Fact], names: set[str]) -> list[Fact]:
    """Make series of the films of these names."""

    def retyped(end: End) -> End:
        if isinstance(end.what, Mention) and end.what.type == "Film" and end.what.name in names:
            return replace(end, what=Mention("Series", end.what.name))
        return end

    return _with_ends(facts, retyped) if names else facts


def two_titles(facts: list[Fact]) -> list[Fact]:
    """Cut "TITLE / OTHER TITLE" in two: the first names the film, the second is known besides."""
    others: dict[Mention, Fact] = {}

    def cut(end: End) -> End:
        if not isinstance(end.what, Mention) or end.what.type != "Film":
            return end
        found = _TWO.fullmatch(end.what.name)
        if not found:
            return end
        first = replace(end, what=Mention("Film", found["title"]), last=end.first + len(found["title"]))
        alias = End(Value(found["other"]), end.first + found.start("other"), end.last)
        others.setdefault(end.what, Fact(first, "alsoKnownAs", alias, end.first, end.last, "two-titles", 4.0))
        return first

    return [*_with_ends(facts, cut), *others.values()]


def _called_series(text: str, titles: set[str]) -> set[str]:
    """Give the titles that stand where a text says of what follows, or of what came before, that it is a series."""
    lengths = sorted({len(title) for title in titles}, reverse=True)
    found = set()
    for hit in _AHEAD.finditer(text):
        found |= {
            text[hit.end() : hit.end() + n] for n in lengths if not text[hit.end() + n : hit.end() + n + 1].isalnum()
        }
    for hit in _EPISODES_AHEAD.finditer(text):
        found |= {
            text[hit.end() : hit.end() + n] for n in lengths if not text[hit.end() + n : hit.end() + n + 1].isalnum()
        }
    for hit in chain(_BEHIND.finditer(text), _EPISODES_BEHIND.finditer(text)):
        at = hit.start()
        found |= {text[at - n : at] for n in lengths if at >= n and not text[max(at - n - 1, 0) : at - n].isalnum()}
    return found & titles


def _with_ends(facts: list[Fact], change: Callable[[End], End]) -> list[Fact]:
    changed = []
    for fact in facts:
        new = fact.with_ends(change(fact.subject), change(fact.object))
        if any(isinstance(value, End) for value in fact.qualifiers.values()):
            own = {key: change(value) if isinstance(value, End) else value for key, value in fact.qualifiers.items()}
            new = replace(new, qualifiers=own)
        changed.append(new)
    return changed
