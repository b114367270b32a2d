"""Directors in brackets: "the line-up comprises TITLE (NAME), TITLE (NAME, Norway) and TITLE (NAME)".

One such bracket may hold anything; of several in a sentence about films, each names whose film it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import countries_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["directors_in_brackets", "without_listed"]

_OF_FILMS = re.compile(
    r"\b(?:films?|titles?|features?|shorts|documentaries|debuts|works|projects|line-?up|selection|selected|programme|"
    r"competition|section|slate|premieres?|winners?|prizes?|awards?|nominees|nominated)\b",
    re.IGNORECASE,
)
_OF_CASTS = re.compile(
    r"\b(?:cast|stars?|starring|actors?|actress(?:es)?|roles?|plays?|played|toplin\w+|ensemble|co-stars?|producers?|"
    r"cinematographers?|editors?|composers?|scripts?|known for)\b",
    re.IGNORECASE,
)
_PARTICLE = r"(?:de|van|von|der|den|la|el|al|di|da|du|del|dos|af|ter)"
_NAME = rf"[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?: (?:{_PARTICLE} ){{0,2}}[A-ZÀ-ÞĀ-Ž][\w’'.-]*){{1,3}}"
_INNER = rf"(?P<who>{_NAME}(?:(?:, | and | & |/){_NAME})?)(?:(?:,| [-–/]) (?P<lands>[A-ZÀ-Þ][^()\d]{{2,60}}))?"
_SMALL = (
    r"(?:a|an|the|of|and|in|on|at|to|for|by|with|from|my|is|de|la|le|les|des|du|et|el|los|las|y|der|die|das|und|di|il|"
    r"i|e|o|no)"
)
_WORD = r"[A-ZÀ-ÞĀ-Ž0-9¡¿][^\s()“”\";,]*"
_TITLE = rf"(?:[“\"‘](?P<quoted>[^“”\"()\n]{{1,80}}?),?[”\"’]|(?P<bare>{_WORD}(?: (?:{_WORD}|{_SMALL}(?= )))*))"
_UNIT = re.compile(rf"{_TITLE} ?\({_INNER}\)")
_JOIN = re.compile(r"(?:[,;]? (?:and|as well as|plus)|[,;])(?: (?:also|finally))? ")
_FEWEST = 2
_RULE, _SCORE = "director-in-brackets", 3.0


def directors_in_brackets(document: Document, part: Sentence) -> list[Fact]:
    """Give the directors, and the countries, that brackets behind the titles of a sentence's list name."""
    text = document.text
    if text.count("(", part.first, part.last) < _FEWEST or not _OF_FILMS.search(text, part.first, part.last):
        return []
    found: list[Fact] = []
    run: list[re.Match[str]] = []
    for hit in _UNIT.finditer(text, part.first, part.last):
        if run and not _JOIN.fullmatch(text, run[-1].end(), hit.start()):
            found += _facts(document, part, run)
            run = []
        run.append(hit)
    return found + _facts(document, part, run)


def without_listed(facts: list[Fact], listed: list[Fact]) -> list[Fact]:
    """Leave out what else was read into the brackets of such a list, or took one of its titles for somebody."""
    extents = [(fact.first, fact.last) for fact in listed]
    return [
        fact
        for fact in facts
        if fact in listed
        or not any(
            end.last > end.first and first <= end.first and end.last <= last
            for end in (fact.subject, fact.object)
            for first, last in extents
        )
    ]


def _facts(document: Document, part: Sentence, run: list[re.Match[str]]) -> list[Fact]:
    text = document.text
    before = text[part.first : run[0].start()] if run else ""
    if len(run) < _FEWEST or _OF_CASTS.search(before) or not all(map(_is_person, run)) or all(map(_is_own, run)):
        return []
    facts = []
    for hit in run:
        which = "quoted" if hit["quoted"] else "bare"
        film = thing(hit[which].strip(","), "Film", *hit.span(which))
        at = hit.start("who")
        lands = countries_between(document, *hit.span("lands")) if hit["lands"] else []
        for name in re.split(r", | and | & |/", hit["who"]):
            start = text.index(name, at)
            at = start + len(name)
            if countries().code(name):
                lands += countries_between(document, start, at)  # "(NAME, Czech Republic)"
                continue
            who = End(Mention("Person", name), start, at)
            facts.append(Fact(who, "directed", film, hit.start(), hit.end(), _RULE, _SCORE, main="object"))
        facts += [
            Fact(film, "countryOfOrigin", land, hit.start(), hit.end(), _RULE, _SCORE,
                 qualifiers={"position": number} if len(lands) > 1 else {})
            for number, land in enumerate(lands, 1)
        ]  # fmt: skip
    return facts


def _is_person(hit: re.Match[str]) -> bool:
    """Tell whether a bracket has somebody in it: by the given name, and no company's."""
    who = hit["who"]
    return is_given_name(fold(who.split()[0])) and not is_company_name(who) and not countries().code(who)


def _is_own(hit: re.Match[str]) -> bool:
    """Tell whether what stands before a bracket is rather somebody, and the bracket holds another."""
    title = hit["bare"] or ""
    return 1 < len(title.split()) <= 3 and is_given_name(fold(title.split()[0]))
