"""Lists of what companies and producers have: "Loxley’s slate also includes TITLE", "Roth’s credits as producer"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.slates import headlined_house
from kg.extract.facts import End, Fact
from kg.extract.news import main_ends, sentences

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["on_own_lists"]

_RULE = "on-its-own-list"
_NAME = r"[A-ZÀ-Þ0-9][\w&+’'.-]*(?: [A-ZÀ-Þ0-9&+][\w&+’'.-]*){0,4}?"
# What each noun says that the company did for the films; "" where its other films in the text tell.
_NOUNS = {
    "releases": "distributed", "acquisitions": "distributed", "pickups": "distributed", "pick-ups": "distributed",
    "buys": "distributed", "purchases": "distributed", "productions": "produced", "credits": "produced",
    "production credits": "produced", "sales slate": "sold", "sales line-up": "sold", "sales titles": "sold",
    "sales lineup": "sold", "market slate": "sold", "slate": "", "line-up": "", "lineup": "", "catalogue": "",
    "roster": "", "titles": "", "library": "", "portfolio": "", "films": "", "other films": "", "offering": "",
}  # fmt: skip
_LIST = re.compile(
    rf"(?:(?<![\w’'.-])(?P<name>{_NAME})[’']s?|[Ii]ts|[Tt]heir|"
    r"[Tt]he (?:company|outfit|distributor|seller|label|banner|agent|house|firm|shingle|producer|distrib)[’']s) "
    r"(?:(?:recent|upcoming|current|other|past|previous|new|latest|EFM|AFM|Cannes|Berlin|Toronto|Sundance|[12]\d{3}|"
    r"indie|theatrical|full|growing|first|production) ){0,3}"
    rf"(?P<noun>{'|'.join(sorted(_NOUNS, key=len, reverse=True))})(?: (?:for|at|in|on) (?:the )?[A-Z][\w’' ]{{1,30}})? "
    r"(?P<producing>as (?:a |an )?(?:producer|co-producer) )?(?:also |already |now |currently )?"
    r"(?:includes?|features?|comprises?|boasts?|takes in|counts?|range from|have included|included|are)\b"
)
# "The company previously produced NAME’s TITLE and co-produced TITLE".
_MADE = re.compile(
    r"(?:The|This) (?P<name>(?!)x)?(?:[\w-]+ )?(?:company|outfit|banner|production company|label|firm|house|shingle) "
    r"(?:(?:has|had|is|was|have|also|previously|recently|earlier|already|so far|just|most recently) ){0,3}"
    r"(?P<made>co-?produc(?:ed|ing)|produc(?:ed|ing)|made|behind)\b(?P<producing>(?!)x)?"
)
_THEN_CO = re.compile(r"\bco-?produc(?:ed|ing)\b")
_Agent = tuple[int, End, str]
_ROLES = ("sold", "distributed", "produced")


def on_own_lists(document: Document, lines: list[tuple[int, int, int]], facts: list[Fact]) -> list[Fact]:
    """Give what companies did for the films that a sentence lists as theirs.

    A slate may be a seller's, a distributor's or a producer's: what the company did for other films of the text tells.
    """
    text = document.text
    agents = _Agents(text[slice(*lines[0][1:])] if lines else "", facts)
    house = headlined_house(document, lines)
    works = sorted(
        ((end.first, end) for fact in facts for end in [*main_ends(fact), *_directed(fact)]), key=lambda entry: entry[0]
    )
    starts = [at for at, _ in works]
    found: list[Fact] = []
    for _, first, last in lines[1:]:
        for part in sentences(document, first, last):
            if said := _MADE.match(text, part.first, part.last):
                own = agents.meant(said, first) or agents.named(text[first : said.start()])
                found += _said_of(text, part.last, said, own, works[bisect_left(starts, said.end()) :])
            opened = _LIST.search(text, part.first, part.last)
            own = agents.meant(opened, first) if opened else []
            if opened and house and not own and not opened["producing"] and _may_mean(opened, house):
                own = [(house.first, house, "sold")]
            role = _role(opened, own) if opened else ""
            if opened is None or not role or not own:
                continue
            firm = max(own, key=lambda agent: agent[0])[1]
            listed = works[bisect_left(starts, opened.end()) : bisect_left(starts, part.last)]
            found += [
                Fact(firm, role, end, opened.start(), max(end.last, opened.end()), _RULE, 2.0)
                for end in {end.what: end for _, end in listed}.values()
            ]
    return found


def _said_of(text: str, last: int, said: re.Match[str], own: list[_Agent], works: list[tuple[int, End]]) -> list[Fact]:
    """Give what a sentence says that "the company", the producer named before it, has made or co-produced."""
    firms = [agent for agent in own if agent[2] == "produced" and agent[0] < said.start()]
    if not firms:
        return []
    then = _THEN_CO.search(text, said.start(), last)
    rest = then.end() if then else last
    firm = max(firms, key=lambda agent: agent[0])[1]
    listed = {film.what: (at > rest, film) for at, film in works if at < last}.values()
    roles = {False: "produced", True: "coProduced"}
    return [
        Fact(firm, roles[is_co], film, said.start(), max(film.last, said.end()), _RULE, 2.0) for is_co, film in listed
    ]


class _Agents:
    """The companies of a text with what they did, by where they stand and by the first words of their names."""

    def __init__(self, headline: str, facts: list[Fact]) -> None:
        every = [
            (fact.first, fact.subject, fact.predicate)
            for fact in facts
            if fact.predicate in _ROLES and isinstance(fact.subject.what, Mention)
        ]
        own = [agent for agent in every if _is_firm(agent[1])]
        self._producers = [agent for agent in every if not _is_firm(agent[1])]
        self._inorder = sorted(own, key=lambda agent: agent[0])
        self._starts = [at for at, _, _ in self._inorder]
        self._by_word: dict[str, list[_Agent]] = {}
        for agent in own:
            self._by_word.setdefault(_name(agent).split()[0], []).append(agent)
        self._headed = [agent for agent in self._inorder if _name(agent).split()[0] in headline.split()]

    def meant(self, opened: re.Match[str], line: int) -> list[_Agent]:
        """Give the company that a list is of: by its name; else one of the same line before, or the headline's."""
        if name := opened["name"]:
            if opened["producing"]:
                return [agent for agent in self._producers if _name(agent).endswith(name)]
            likely = self._by_word.get(name.split()[0], [])
            return [agent for agent in likely if _name(agent) == name or _name(agent).startswith(f"{name} ")]
        here = self._inorder[bisect_left(self._starts, line) : bisect_left(self._starts, opened.start())]
        return here or [agent for agent in self._headed if agent[0] < opened.start()]

    def named(self, before: str) -> list[_Agent]:
        """Give the companies whose names stand in the line so far, the one named last at the end."""
        at = {_name(agent): before.rfind(_name(agent)) for agent in self._inorder}
        there = sorted((agent for agent in self._inorder if at[_name(agent)] >= 0), key=lambda agent: at[_name(agent)])
        return [(at[_name(agent)], *agent[1:]) for agent in there]


def _may_mean(opened: re.Match[str], house: End) -> bool:
    """Tell whether a list may be of the sales company that the article is about: "Its catalogue includes"."""
    name = house.what.name if isinstance(house.what, Mention) else ""
    return opened["name"] in (None, name)


def _name(agent: _Agent) -> str:
    what = agent[1].what
    return what.name if isinstance(what, Mention) else ""


def _is_firm(end: End) -> bool:
    return isinstance(end.what, Mention) and end.what.type in ("Company", "PublicBody")


def _directed(fact: Fact) -> list[End]:
    return [fact.object] if fact.predicate == "directed" and not fact.object.is_open else []


def _role(opened: re.Match[str], own: list[_Agent]) -> str:
    """Say what a list's owner did for its films: what its noun says; somebody's credits as a producer are produced."""
    if own and not _is_firm(own[-1][1]):
        return "produced" if opened["producing"] else ""
    return _NOUNS[opened["noun"]] or _role_of(own)


def _role_of(own: list[_Agent]) -> str:
    counted = Counter(role for _, _, role in own).most_common()
    is_plain = counted and (len(counted) == 1 or counted[0][1] > counted[1][1])
    return counted[0][0] if is_plain else ""
