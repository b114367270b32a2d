"""Works by their names: which of them a text calls series, and which it gives two titles."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.document import Document

__all__ = ["series_by_name", "two_titles"]

_SERIES = r"(?:series|mini-?series|sitcom|soap)"
# "TITLE / OTHER TITLE": the second one is the title in another language.
_TWO = re.compile(r"(?P<title>[^/]{2,60}?)\s+/\s+(?P<other>[^/]{2,60})")


def series_by_name(document: Document, facts: list[Fact]) -> list[Fact]:
    """Make series of the films that the text calls so: "the animated series TITLE", "TITLE, a TV series"."""
    titles = {
        end.what.name
        for fact in facts
        for end in (fact.subject, fact.object)
        if isinstance(end.what, Mention) and end.what.type == "Film"
    }
    series = {title for title in titles if _is_series(document.text, title)}
    if not series:
        return facts

    def retyped(end: End) -> End:
        if isinstance(end.what, Mention) and end.what.type == "Film" and end.what.name in series:
            return replace(end, what=Mention("Series", end.what.name))
        return end

    return _with_ends(facts, retyped)


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


def _is_series(text: str, title: str) -> bool:
    name = re.escape(title)
    return bool(
        re.search(rf"\b{_SERIES}(?: called| titled| entitled)?,? [“\"‘']?{name}(?!\w)", text)
        or re.search(rf"(?<!\w){name}[”\"’']?,? (?:is )?(?:an?|the|his|her|their) (?:[\w-]+ ){{0,4}}{_SERIES}\b", text)
    )


def _with_ends(facts: list[Fact], change: Callable[[End], End]) -> list[Fact]:
    return [
        replace(
            fact,
            subject=change(fact.subject),
            object=change(fact.object),
            qualifiers={
                key: change(value) if isinstance(value, End) else value for key, value in fact.qualifiers.items()
            },
        )
        for fact in facts
    ]
