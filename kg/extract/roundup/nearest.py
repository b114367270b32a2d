"""Facts of trivia that the words beside a phrase say of somebody else than its rule does, or that they undo."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.names import fold
from kg.extract.roundup.title_ends import before_maker
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact
    from kg.extract.news import News

__all__ = ["nearest"]

_BEFORE = 100
# A name, what somebody is, and then "director of".
_APPOSED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’-]+(?: (?:(?:de|la|van|von|del|di|el) ){0,2}[A-ZÀ-Þ][\w’-]+){1,3}),"
    r"(?: [a-z][\w -]{2,40},)? (?:also |already )?(?:the )?$"
)
_SLOT = re.compile(r" [Ss]creening\b")
_SEEN = re.compile(r"\d[\d.,]* ?[kM]")
_NAMED = re.compile(r" [A-ZÀ-Þ]")
_DIRECTED = re.compile(r"\bdirected by\b")
_ADAPTS = ("adaptation of ", "adaptations of ")
_PLAYS = ("plays ", "embodies ", "portrays ", "interprets ")
_FAR, _NEAR = 300, 30
_BOOK_OF = re.compile(r"\bwhose (?:\w+ )?(?:autobiography|memoirs?|novel|book|play|album|song|story)\b")
_QUOTED_BOOK = re.compile(r"\b(?:novel|book|play|bestseller|memoir|story|comic|manga|essay|piece)\s+[“\"«‘]?\s?$")
_TRILOGY = re.compile(r"\btrilogy\b")
_TOGETHER = re.compile(r"\btogether\b")
_MADE = frozenset({"directed", "wrote", "produced"})


def nearest(document: Document, news: News, facts: list[Fact]) -> list[Fact]:
    """Give the facts of trivia, each of whom the words nearest to it name; what the film itself would do goes."""
    own = [film.what.name for film in news.films if isinstance(film.what, Mention)]
    works = {fact.object.what.name for fact in facts if isinstance(fact.object.what, Mention)} | set(own)
    people = {
        person.what.name
        for person in (*news.directors, *(f.subject for f in news.facts if f.predicate in ("directed", "starredIn")))
        if isinstance(person.what, Mention) and " " in person.what.name
    }
    kept = []
    for fact in facts:
        if any(name in title for title in _named(fact) - set(own) for name in people):
            continue  # "TITLE and its sequel, NAME and NAME have shared the bill in"
        if _is_in_list_of(people, fact, facts):
            continue
        who = fact.subject.what
        is_maker = isinstance(who, Mention) and who.type == "Person" and fact.predicate in _MADE
        if is_maker and isinstance(who, Mention) and (who.name in own or not works.isdisjoint(_titles(who.name))):
            continue  # "Before TITLE, NAME had already filmed", "the directors of The TITLE, NAME and NAME"
        if _is_part(document, fact) or _is_other_kind(document, fact):
            continue
        if fact.rule == "editing-by" and document.text[fact.first : fact.subject.first].rstrip().endswith("of"):
            continue  # "during the editing of TITLE"
        if fact.rule == "genre-of" and _NAMED.match(document.text, fact.last):
            continue  # "dans son court métrage TITLE"
        if fact.rule == "directors-work" and isinstance(who, Mention) and not _may_own(who.name, people):
            continue  # "known for Goodbye Harbour's Ghost"
        if fact.rule == "camera-by" and document.text.endswith("front of the ", 0, fact.first):
            continue  # "in front of the camera of NAME"
        if fact.rule == "released-eventually" and _DIRECTED.search(document.text, fact.first, fact.last):
            continue  # "a film released in 2012 and directed by NAME"
        if fact.rule == "work-by" and document.text.endswith(_ADAPTS, 0, fact.object.first):
            continue  # "the third adaptation of NAME by NAME"
        said = document.text[fact.first : fact.last]
        if fact.rule == "presented-with-year" and any(title in said for title in own):
            continue  # "after TITLE and TITLE, the film was shown at FESTIVAL"
        if fact.rule == "not-filmed-since" and _TOGETHER.search(said):
            continue  # who shot nothing together are the two actors
        if fact.predicate == "screenedAt" and fact.subject.last and _SLOT.match(document.text, fact.subject.last):
            fact = replace(fact, subject=replace(fact.subject, what="FILM"))  # "Midnight Screening at FESTIVAL"
        if isinstance(fact.object.what, Value) and _SEEN.fullmatch(str(fact.object.what.value)):
            continue  # "TITLE (2M)": how many saw it
        if fact.rule == "opus-of-saga" and (fact.predicate == "partOf") != _is_of_three(document, fact):
            continue  # "the trilogy that …, the second opus, TITLE"; a saga has no numbers
        if fact.rule == "owed-to" and document.text.endswith("to which ", 0, fact.first):
            continue  # "produced by COMPANY, to which we owe TITLE"
        if fact.rule == "director-of" and who == "DIRECTOR" and (person := _apposed(document, fact)):
            fact = replace(fact, subject=person)
        kept.append(_without_maker(fact))
    return kept


def _is_of_three(document: Document, fact: Fact) -> bool:
    return bool(_TRILOGY.search(document.text, max(0, fact.first - _FAR), fact.first))


def _is_part(document: Document, fact: Fact) -> bool:
    """Tell whether a title is rather whom somebody plays: "NAME, who plays Viktor, has been directed by"."""
    what = fact.object.what
    is_film = isinstance(what, Mention) and what.type == "Film" and bool(fact.object.last)
    return is_film and document.text.endswith(_PLAYS, 0, fact.object.first)


def _is_other_kind(document: Document, fact: Fact) -> bool:
    """Tell whether what somebody is said to have directed is a book of theirs, or a film whose actors are "the duo"."""
    said = document.text[fact.first : fact.last]
    if fact.rule == "quoted-by":
        return bool(_QUOTED_BOOK.search(document.text, max(0, fact.object.first - _NEAR), fact.object.first))
    if fact.rule == "whose-played":
        return bool(_BOOK_OF.search(said))
    return fact.rule == "director-of" and said.startswith("duo ")


def _is_in_list_of(people: set[str], fact: Fact, facts: list[Fact]) -> bool:
    """Tell whether what is said to play stands in a row with people and is nobody: "TITLE, NAME and NAME"."""
    who = fact.subject.what
    if fact.predicate != "starredIn" or not isinstance(who, Mention) or who.name in people:
        return False
    row = (other.subject.what for other in facts if (other.rule, other.first) == (fact.rule, fact.first))
    has_people = any(isinstance(one, Mention) and one.name in people for one in row)
    return has_people and not is_given_name(fold(who.name.split()[0]))


def _may_own(name: str, people: set[str]) -> bool:
    """Tell whether what stands before a possessive is somebody: one of the film's people, or who has a given name."""
    return name in people or is_given_name(fold(name.split()[0])) or any(name in one.split() for one in people)


def _named(fact: Fact) -> set[str]:
    """Give the titles of a fact."""
    ends = (fact.subject.what, fact.object.what)
    return {what.name for what in ends if isinstance(what, Mention) and what.type in ("Film", "Series")}


def _titles(name: str) -> set[str]:
    return {f"The {name}", f"A {name}"}


def _apposed(document: Document, fact: Fact) -> End | None:
    """Give the person who is called a director right behind the name: "with NAME, master of horror, director of"."""
    before = max(0, fact.first - _BEFORE)
    found = _APPOSED.search(document.text, before, fact.first)
    if not found or not is_given_name(fold(found["name"].split()[0])):
        return None
    return replace(
        fact.subject, what=Mention("Person", found["name"]), first=found.start("name"), last=found.end("name")
    )


def _without_maker(fact: Fact) -> Fact:
    """Give a fact without the maker's name behind its title: "in The Hidden Well of Ida Holm"."""
    what = fact.object.what
    if not isinstance(what, Mention) or what.type != "Film":
        return fact
    alone = before_maker(what.name)
    return replace(fact, object=replace(fact.object, what=Mention(what.type, alone))) if alone != what.name else fact
