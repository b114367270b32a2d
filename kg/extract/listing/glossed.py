"""Glossed: brackets that give a title in English, as older teasers have them: "LOW TIDE (lit. “Ebb”) by Ida Holm"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.listing.layout import Block
    from kg.extract.news import Sentence

__all__ = ["asides_of_gloss", "glosses"]

_GLOSS = re.compile(
    r"(?<=[\w!?’'.])\s\((?:(?:lit|literally|i\.e)[.:,]?\s)?[“\"](?P<alias>[^\W_a-zß-ÿ][^“”\"()]{1,80})[”\"]"
    r"(?:, [^()]{0,60})?\)"
)
# "TITLE (see news)", "NAME (pictured)", "TITLE (see Focus, review)": for readers of the page.
_FOR_READERS = re.compile(
    r"(?<=[\w!?’'])\s\((?:(?:see|read|watch) (?:the |our |also )?(?:news|article|focus|review|interview|report|video|"
    r"trailer|profile)s?(?: [^()]{0,40})?|pictured|photo)\)",
    re.IGNORECASE,
)
_LONGEST = 10


def asides_of_gloss(text: str, part: Sentence) -> list[tuple[int, int]]:
    """Give where brackets of a sentence only say a title again, or send the reader elsewhere."""
    found = [hit.span() for hit in _GLOSS.finditer(text, part.first, part.last) if _is_title(hit["alias"])]
    return found + [hit.span() for hit in _FOR_READERS.finditer(text, part.first, part.last)]


def glosses(document: Document, block: Block, facts: Iterable[Fact]) -> list[Fact]:
    """Give the English titles in brackets behind the films that an item names."""
    films = {
        end.what.name: end
        for fact in facts
        for end in (fact.object, fact.subject)
        if isinstance(end.what, Mention) and end.what.type in ("Film", "Series", "Work")
    }
    found = []
    for line in block.teasers:
        for hit in _GLOSS.finditer(document.text, line.first, line.last):
            before = document.text[line.first : hit.start()]
            named = max((name for name in films if before.endswith(name)), key=len, default=None)
            if named and _is_title(hit["alias"]) and hit["alias"] != named:
                alias = End(Value(hit["alias"]), *hit.span("alias"))
                first = hit.start() - len(named)
                found.append(Fact(films[named], "alsoKnownAs", alias, first, hit.end(), "gloss", 3.0))
    return found


def _is_title(alias: str) -> bool:
    return len(alias.split()) <= _LONGEST and alias[-1] not in ".…,"
