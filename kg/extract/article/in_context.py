"""In context: what a sentence of an article leaves to those before it, "the film", "the agency", is filled in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.article.cues import CREDITS
from kg.extract.article.loose import is_kept
from kg.extract.article.mentioned import MENTIONED
from kg.extract.facts import WORKS, End, Fact
from kg.extract.slot.companies import is_company_name
from kg.extract.territory import territory_of

if TYPE_CHECKING:
    from kg.claim import Qualifier
    from kg.extract.news import News

__all__ = ["LOOSE_NAMES", "in_context"]

# Names of one word that no person has: "TrustNordisk".
_CAMEL = re.compile(r"[a-z][A-Z]")
# What these read may be no title: "is about Vincent, a thief".
LOOSE_NAMES = frozenset({"discuss-title", "talks-film", "new-film-told", "this-film", "new-film"})
# Phrases that call somebody a sales company.
_SALES_OF_ONE = "house-unveiled-sales-on-directors"
_SALES_HOUSES = frozenset({"sales-house-named", "house-that-sells", "house-reported-raft"})


def in_context(
    found: list[Fact],
    focus: dict[str, End],
    acronyms: dict[str, tuple[End, Fact]],
    news: News,
    directors: dict[Mention | Value | str, End],
) -> list[Fact]:
    """Fill in what a sentence leaves to the ones before it, and remember what the next ones may leave to it."""
    facts: list[Fact] = []
    # A title that is merely mentioned, but in the same breath with who made it or is in it.
    credited = {(fact.object.first, fact.object.last) for fact in found if fact.predicate in CREDITS}
    # "unveiled pre-sales on NAME’s TITLE": those of one film, and not of all that the article names.
    of_one = {(fact.subject.first, fact.subject.last) for fact in found if fact.rule == _SALES_OF_ONE}
    for fact in found:
        if fact.predicate == "alsoKnownAs" and fact.rule == "acronym":
            body = fact.subject.what
            if isinstance(body, Mention) and territory_of(body.name, 0, 0):
                continue  # "Italy (BIM)": a territory and its buyer
            short = _plain_acronym(fact)
            done = replace(fact, object=replace(fact.object, what=Value(short)))
            if short not in acronyms:
                acronyms[short] = (fact.subject, done)
                facts.append(done)
            continue
        if fact.object.what == "SLATE" and (fact.subject.first, fact.subject.last) not in of_one:
            name = fact.subject.what.name if isinstance(fact.subject.what, Mention) else ""
            if fact.rule in _SALES_HOUSES or _CAMEL.search(name) or (" " in name and _is_house(name)):
                focus["SLATE"] = fact.subject
        if fact.object.what == "SLATE":
            continue
        if fact.object.what == "TOOL":
            focus["TOOL"] = fact.subject
            continue
        if fact.rule == "partner-of":
            focus["BODY"], focus["PARTNER"] = fact.subject, fact.object
        season = fact.qualifiers.get("season")
        for end in (fact.subject, fact.object):
            is_work = isinstance(end.what, Mention) and end.what.type in WORKS
            is_loose = fact.rule in LOOSE_NAMES and (
                "HEADED" in focus or bool(news.films and fact.rule == "talks-film")
            )
            is_mere = (fact.rule == MENTIONED and (end.first, end.last) not in credited) or is_loose
            if (is_mere and ("FILM" in focus or news.films)) or fact.rule == "title-countries":
                continue  # somebody's earlier work, as like as not, or a company and where it is from
            if is_work and (fact.main or season) and fact.predicate != "basedOn" and not _is_in_entry(end, focus):
                focus["FILM"] = end
        if isinstance(season, int):
            focus["SEASON"] = End(Value(str(season)))
        if is_kept(fact):
            facts.append(fact)
    context = {**({"FILM": news.films[0]} if news.films else {}), **focus}
    if own := directors.get(context["FILM"].what if "FILM" in context else ""):
        context["DIRECTOR"] = own
    elif news.directors:
        context["DIRECTOR"] = news.directors[0]
    elif len(news.films) == 1 and news.films[0].what in directors:
        context["DIRECTOR"] = directors[news.films[0].what]
    return [
        done
        for fact in _without_others(facts, context.get("FILM"), directors)
        for done in [_filled(fact, context)]
        if done
    ]


def _without_others(facts: list[Fact], film: End | None, directors: dict[Mention | Value | str, End]) -> list[Fact]:
    """Leave out what a sentence says of a film without a title that somebody else directed than the one before it."""
    own = directors.get(film.what) if film else None
    start = min((fact.first for fact in facts), default=0)
    if film is None or own is None or not isinstance(own.what, Mention) or own.first >= start:
        return facts
    left = [fact for fact in facts if any(_is_left(end, film, start) for end in (fact.subject, fact.object))]
    makers = {
        fact.subject.what.name.split()[-1]
        for fact in left
        if fact.predicate == "directed" and isinstance(fact.subject.what, Mention)
    }
    return facts if makers <= {own.what.name.split()[-1]} else [fact for fact in facts if fact not in left]


def _is_left(end: End, film: End, start: int) -> bool:
    """Tell whether a sentence that starts at an offset leaves its film to those before it."""
    return end.what == "FILM" or (end.what == film.what and end.last <= start)


def _is_in_entry(end: End, focus: dict[str, End]) -> bool:
    """Tell whether a work is named in the entry of another one, of which the entry goes on to tell."""
    own = focus.get("ENTRY")
    return own is not None and end.what != own.what


def _is_house(name: str) -> bool:
    """Tell whether a name is a company's by its words: "Anna & Paul" may be a title."""
    return is_company_name(name.replace("&", "and"))


def _filled(fact: Fact, focus: dict[str, End]) -> Fact | None:
    qualifiers: dict[str, End | Qualifier] = {}
    for key, value in fact.qualifiers.items():
        if isinstance(value, End) and value.what == "SEASON":
            season = focus.get("SEASON")
            if season and isinstance(season.what, Value):
                qualifiers[key] = int(season.what.value)
        elif key == "approximate":
            qualifiers[key] = True
        else:
            qualifiers[key] = value
    done = replace(fact, qualifiers=qualifiers).filled(focus)
    return None if done and _is_of_itself(done) else done


def _is_of_itself(fact: Fact) -> bool:
    """Tell whether a fact takes one name for somebody and for the film that they made."""
    one, other = fact.subject.what, fact.object.what
    if not isinstance(one, Mention) or not isinstance(other, Mention):
        return False
    return one.name.removeprefix("The ") == other.name.removeprefix("The ") and one.type != other.type


def _plain_acronym(fact: Fact) -> str:
    what = fact.object.what
    return (what.value if isinstance(what, Value) else "").replace(".", "").replace(" ", "")
