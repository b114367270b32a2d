"""Lists of producers of all kinds around a verb: "Ana Roth, Jo Berg's Sund Film and Lux will produce the film".

Trade papers put people, companies, people of companies and companies of people into one list, before the verb that says
what they do, or behind "alongside". Such a list counts only where each of its parts is one of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import people_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["producing_lists", "without_recut"]

_MAKING = frozenset({"produced", "coProduced", "executiveProduced"})

_CAPITAL = r"[A-ZÀ-ÞĀ-Ž](?:(?![’']s\b)[\w’'.&+-])*"
_NUMBER = r"[A-ZÀ-ÞĀ-Ž0-9](?:(?![’']s\b)[\w’'.&+-])*"
_PARTICLE = r"(?:de|del|della|van|von|der|den|da|di|do|dos|du|la|le|el|al|bin|ben|af|ter|ten|y)"
_PERSON = rf"{_CAPITAL}(?:\s(?:{_PARTICLE}|{_CAPITAL})){{1,4}}"
_FIRM = rf"{_NUMBER}(?:\s(?:{_NUMBER}|&|\+|(?:of|de|du|des|i|à|et|la|le|les)\b)){{0,5}}"
_ASIDE = r"(?:\s\([^()]{2,90}\))?"
# "his Field Film banner", "Jo Berg’s Sund Film" and "Sund Film’s Jo Berg", "Ana Roth of Field Film", "Ana Roth"
_BANNER = re.compile(rf"(?:his|her|their)\s(?:own\s)?(?P<firm>{_FIRM})(?:\s(?:banner|label|shingle|outfit|company))?")
_CALLED_FIRM = r"(?:(?:own\s)?(?:banner|label|outfit|shingle)\s)?"
_OWNED = re.compile(rf"(?P<owner>{_FIRM})[’']s?\s{_CALLED_FIRM}(?P<owned>{_FIRM}(?:\s(?:and|&)\s{_PERSON})?){_ASIDE}")
_OF = re.compile(
    rf"(?P<people>{_PERSON}){_ASIDE},?\s(?:of|from|at|through|via|for)\s(?:(?:his|her|their|the)\s)?"
    rf"(?:{_CAPITAL}[’']s?\s|[\w-]+-based\s)?"
    rf"(?P<firm>{_FIRM}){_ASIDE}"
)
_ALONE = re.compile(rf"(?P<name>{_FIRM})(?![’'\w]){_ASIDE}")
_CALLED = re.compile(
    r"(?:fellow |veteran )?(?:producers?|exec(?:utive)? producers?|co-founders?|partners?)\s(?=[A-ZÀ-Þ])"
)
_NEXT = re.compile(r",?\s(?:and|as well as|along with|together with|alongside)\s|,\s|\s&\s")
_HELP = r"(?:(?:will|to|are|is|have|has|all|also|both|jointly|set to|be)\s){0,3}"
_VERB = re.compile(
    rf"\s{_HELP}(?:(?P<exec>exec(?:utive)?[ -]produc(?:e|es|ed|ing)|(?:the\s)?exec(?:utive)? producers?)|"
    r"(?P<co>co-?produc(?:e|es|ed|ing))|(?P<main>produc(?:e|es|ed|ing)|(?:the\s)?producers))"
    r"(?=[.,]|\s(?:it|the (?:film|feature|project|movie|pic|picture|series|thriller|drama|comedy)|for|via|through|"
    r"under|along|alongside|together|with|on|as)\b|$)(?P<it>\s(?:it|the \w+)\b)?"
)
_WITH = re.compile(r"(?:,?\s(?:alongside|along with|together with)|(?<=produce)\swith|(?<=producing)\swith)\s")
# "… are producing with Sund and Lux co-producing"
_CO_PRODUCING = re.compile(r"\s(?:co-?producing|executive|exec|on board|as)\b")
_BASED = re.compile(rf"(?:{_CAPITAL}\s){{0,2}}[\w’-]{{2,25}}-based\s(?=[A-ZÀ-Þ0-9])")
_LONGEST_MIDDLE = 160
_LEAST = 2


def producing_lists(document: Document, part: Sentence, surnames: frozenset[str]) -> list[Fact]:
    """Give who produced "the film" where a list of them stands before the verb, or behind "alongside" after it.

    `surnames` are those of people whom the text has named in full.
    """
    verb = _VERB.search(document.text, part.first, part.last)
    if not verb:
        return []
    predicate = "executiveProduced" if verb["exec"] else "coProduced" if verb["co"] else "produced"
    first = (
        part.first
        + len(document.text[part.first : verb.start()])
        - len(document.text[part.first : verb.start()].lstrip(' “"'))
    )
    before, end = _agents(document, first, verb.start(), surnames)
    agents = before if end == verb.start() and len(before) >= _LEAST else []
    more = _WITH.search(document.text, verb.end(), min(part.last, verb.end() + _LONGEST_MIDDLE))
    if more and not re.search(r"[.;:]\s", document.text[verb.end() : more.start()]):
        stop = more.end() + len(document.text[more.end() : part.last].rstrip(' .\n”"'))
        others, end = _agents(document, more.end(), stop, surnames)
        if not _CO_PRODUCING.match(document.text, end):
            agents += others
    if predicate == "executiveProduced":
        agents = [agent for agent in agents if isinstance(agent.what, Mention) and agent.what.type == "Person"]
    return [Fact(agent, predicate, End("FILM"), agent.first, agent.last, "producing-list", 3.0) for agent in agents]


def without_recut(found: list[Fact], listed: list[Fact]) -> list[Fact]:
    """Leave out what was read of producers in other words than those that a list of them is cut into."""
    names = [fact.subject for fact in listed]

    def is_cut(fact: Fact) -> bool:
        end = fact.subject
        return fact.predicate in _MAKING and any(
            end.what != name.what and end.first < name.last and name.first < end.last for name in names
        )

    return [fact for fact in found if not is_cut(fact)] if names else found


def _agents(document: Document, at: int, last: int, surnames: frozenset[str]) -> tuple[list[End], int]:
    """Give who a list names that begins at an offset, and where the list ends; nobody where a part of it is no name."""
    text, found = document.text, list[End]()
    while True:
        if called := _CALLED.match(text, at, last):
            at = called.end()
        agents, end = _unit(document, at, last, surnames)
        if not agents:
            return [], at
        found += agents
        ahead = _NEXT.match(text, end, last)
        if not ahead or not re.match(
            r"[A-ZÀ-Þ0-9]|his |her |their |producer|fellow|veteran|exec", text[ahead.end() : last]
        ):
            return found, end
        at = ahead.end()


def _unit(document: Document, at: int, last: int, surnames: frozenset[str]) -> tuple[list[End], int]:
    text = document.text
    if hit := _BANNER.match(text, at, last):
        return [_firm(document, *hit.span("firm"))], hit.end()
    if hit := _OF.match(text, at, last):
        people = people_between(document, *hit.span("people"))
        return ([*people, _firm(document, *hit.span("firm"))] if people else []), hit.end()
    if hit := _OWNED.match(text, at, last):
        return _owned(document, hit, surnames), hit.end()
    if hit := _ALONE.match(text, at, last):
        return _one(document, *hit.span("name"), surnames), hit.end()
    return [], at


def _owned(document: Document, hit: re.Match[str], surnames: frozenset[str]) -> list[End]:
    owner, owned = hit["owner"], hit["owned"]
    people = _people(document, *hit.span("owned"))
    if people:
        nation = countries().code(owner) or countries().code_of_demonym(owner)
        return people if nation else [_firm(document, *hit.span("owner")), *people]
    if " and " in owned or " & " in owned:
        return []
    is_owner = countries().code(owner) or fold(owner) in surnames or _people(document, *hit.span("owner"))
    return [_firm(document, *hit.span("owned"))] if is_owner else []


def _one(document: Document, first: int, last: int, surnames: frozenset[str]) -> list[End]:
    name = document.text[first:last]
    if countries().code_of_demonym(name):
        return []  # "alongside Spanish co-producer NAME"
    if " " not in name and fold(name) in surnames:
        return [End(Mention("Person", name), first, last)]
    if people := _people(document, first, last):
        return people
    return [_firm(document, first, last)] if is_company_name(name) and not countries().code(name) else []


def _people(document: Document, first: int, last: int) -> list[End]:
    """Give the people of full names, the first of whom has a given name that is known; [] where they are none."""
    people = people_between(document, first, last)
    names = [person.what.name for person in people if isinstance(person.what, Mention)]
    is_sure = bool(names) and all(" " in name for name in names) and is_given_name(fold(names[0]).split()[0])
    return people if is_sure and not any(map(_is_firm, names)) else []


def _is_firm(name: str) -> bool:
    return " " in name and is_company_name(name)


def _firm(document: Document, first: int, last: int) -> End:
    if place := _BASED.match(document.text, first, last):
        first = place.end()
    name = document.text[first:last].rstrip(".,")
    return thing(name, "Company", first, first + len(name))
