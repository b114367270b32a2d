"""On screens: what an article on films that come out tells of them, once more in the light of its other phrases.

Companies are called by what they do ("NAME’s Kestrel is releasing TITLE"), one sentence goes from film to film, and
a title stands beside what it means in English.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.facts import End, Fact

__all__ = ["by_own_titles", "without_others"]

# Behind a name these tell that it is a company, which no film is.
_RELEASES = re.compile(
    r"\s+(?:is|are|has|have|will|also|now|today|meanwhile|,)*\s*(?:be\s+)?"
    r"(?:releas(?:ing|es)|distribut(?:ing|es)|launch(?:ing|es)|bringing|brings|handl(?:ing|es)|putting|puts|unveils)\b"
)
_BY = re.compile(r"\b(?:released|distributed|launched|handled|produced|brought out|put out|out) (?:\w+ ){0,3}by\s+$")
_NEAR = 60
# "Beyond Europe, NAME is putting TITLE out"
_LEADS = ("Beyond ", "Outside ", "Elsewhere", "Across ", "Besides ")
_OWNED = frozenset({"owners-film-on-release", "banks-on-owners"})
_BRACKETED = frozenset({"directors-title-in-brackets", "on-screens-title-in-brackets"})
_OF_FILM = frozenset({"nation-director"})


def without_others(document: Document, found: list[Fact]) -> list[Fact]:
    """Leave out of a sentence's facts what is said of "the film" where the same phrase names one, or of a company."""
    told = {_name(fact.subject) for fact in found if fact.predicate == "distributed" and fact.object.what != "FILM"}
    directed = any(fact.predicate == "directed" and fact.main == "object" for fact in found)
    surely = {fact.object.what for fact in found if fact.predicate == "distributed" and fact.rule not in _BRACKETED}
    found = [
        fact
        for fact in found
        if fact.rule not in _BRACKETED or fact.predicate == "directed" or fact.object.what not in surely
    ]
    return [
        fact
        for fact in found
        if not (fact.predicate == "distributed" and fact.object.what == "FILM" and _name(fact.subject) in told)
        and not (fact.predicate == "distributed" and _name(fact.subject).startswith(_LEADS))
        and not (directed and fact.rule in _OF_FILM and fact.object.what == "FILM")
        and not (fact.rule in _OWNED and fact.predicate == "directed" and _is_company(document, fact))
    ]


def _is_company(document: Document, fact: Fact) -> bool:
    """Tell whether what a name owns is a company: it releases films, or a film is released by it."""
    text = document.text
    before = text[max(0, fact.subject.first - _NEAR) : fact.subject.first]
    return bool(_RELEASES.match(text, fact.object.last) or _BY.search(before))


def by_own_titles(facts: Iterable[Fact]) -> list[Fact]:
    """Say of a film by its own title what is said of it by the other one that a bracket gives."""
    facts = list(facts)
    made = {fact.object.what for fact in facts if fact.predicate == "directed"}
    own = {
        str(fact.object.what.value): fact.subject
        for fact in facts
        if fact.predicate == "alsoKnownAs"
        and fact.rule == "gloss"
        and isinstance(fact.object.what, Value)
        and fact.subject.what in made
    }
    done = [
        replace(fact, subject=_own(fact.subject, own), object=_own(fact.object, own)) if own else fact for fact in facts
    ]
    return [fact for fact in done if fact.subject.what != fact.object.what]


def _own(end: End, own: dict[str, End]) -> End:
    if not isinstance(end.what, Mention) or end.what.type != "Film" or end.what.name not in own:
        return end
    return replace(end, what=own[end.what.name].what)


def _name(end: End) -> str:
    return end.what.name if isinstance(end.what, Mention) else ""
