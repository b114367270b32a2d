"""Prose beneath the title of a release: what film it is, who made it and who plays in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.news import read_phrases, sentences
from kg.extract.parenthesis import read_without
from kg.extract.roundup.antecedent import meant
from kg.extract.roundup.doubtful import without_doubtful
from kg.extract.roundup.recalled import recalled
from kg.extract.roundup.trivia import own_titles, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.names import Known
    from kg.extract.news import News

__all__ = ["OPENS", "read_prose"]

# Rules with such names say what they say where an entry begins, and nowhere else.
OPENS = "opens-"
"""How the names of such rules begin."""
# "Winner of the top prize at Cannes. Drama by NAME": the first sentences of it.
_OPENING = 2
_COUNTED = re.compile(r"\(\d[\d.,  ]*(?:k|M)?\)")


def read_prose(
    document: Document, lines: Iterable[tuple[int, int, int]], news: News, known: Known, *, recalls: bool
) -> None:
    """Add to the item of a release what the lines of its prose say; `recalls` where they tell of other works too."""
    for at, line in enumerate(lines):
        parts = sentences(document, *line[1:])
        first_end = parts[:_OPENING][-1].last if parts and not at else line[1]
        read = read_phrases(document, "teaser", parts, known, "works", "trivia", "entry", "basics")
        # "after TITLE (6.9k) and TITLE (1.2M)": how many saw them stands between.
        for part in parts:
            if _COUNTED.search(document.text, part.first, part.last):
                read += read_without(document, part, known, "teaser", "works", "trivia", "entry", "basics")
        found = [fact for fact in read if not fact.rule.startswith(OPENS) or fact.first < first_end]
        said = own_titles(news, told(news, meant(document, line[1], news, found), in_prose=True))
        has_director = bool(_directing(news.facts))
        if not has_director:
            news.directors += [fact.subject for fact in _directing(said)]
        if recalls and not at:
            said = [_of_release(fact) for fact in said]
        if recalls:
            cast = {fact.subject.what for fact in said if _plays(fact) and fact.object.what == "FILM"}
            more = recalled(document, parts, known, news, said)
            said += [fact for fact in more if at or not (_plays(fact) and fact.subject.what in cast)]
        own = [] if has_director else _directing(said)
        said = [fact for fact in said if not _directing([fact])]
        news.facts += own + (without_doubtful(document, news, said) if recalls else said)


def _of_release(fact: Fact) -> Fact:
    """Say of the film who plays in it: "A feature by NAME after TITLE (9.2k), with NAME and NAME."."""
    if fact.rule != "title-comma-with" or not _plays(fact):
        return fact
    return replace(fact, object=replace(fact.object, what="FILM"))


def _plays(fact: Fact) -> bool:
    return fact.predicate == "starredIn"


def _directing(facts: Iterable[Fact]) -> list[Fact]:
    """Give the facts that say who directed the film."""
    return [fact for fact in facts if fact.predicate == "directed" and fact.object.what == "FILM"]
