"""Compounds: "the Gwen Parry-directed biopic", "the Sund Film-produced drama", "the Lake Fund-backed project"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["compound_credits"]

_PREDICATES = {
    "directed": "directed", "helmed": "directed", "penned": "wrote", "written": "wrote", "scripted": "wrote",
    "produced": "produced", "backed": "funded", "financed": "funded", "funded": "funded", "starring": "starredIn",
    "starrer": "starredIn", "toplined": "starredIn", "fronted": "starredIn", "lensed": "photographed",
    "scored": "composed",
}  # fmt: skip
_OF_FIRMS = frozenset({"funded"})
_OF_BOTH = frozenset({"produced"})
_NAME = r"[A-ZÀ-ÞĀ-Ž][\w’'.]*(?:[ -](?:(?:de|van|von|der|la|du) )?[A-ZÀ-ÞĀ-Ž][\w’'.]*){0,3}"
_COMPOUND = re.compile(
    rf"(?<![\w’'-])(?P<name>{_NAME})-(?P<verb>{'|'.join(_PREDICATES)})\b(?= [“\"‘]?[\w-]+)",
)
_LEAST = 2
# "Co-produced by Italy": the beginning of a participle, and nobody's name.
_PREFIXES = frozenset({"Co", "Pre", "Self", "Post", "Non", "Well", "Newly", "Ex", "Re"})
_RULE = "compound-credit"
_SCORE = 2.4


def compound_credits(document: Document, part: Sentence) -> list[Fact]:
    """Give what compounds of a name and a participle say of "the film" of their sentence."""
    found: list[Fact] = []
    if document.text.find("-", part.first, part.last) < 0:
        return found
    for hit in _COMPOUND.finditer(document.text, part.first, part.last):
        predicate = _PREDICATES[hit["verb"]]
        name, first = hit["name"], hit.start("name")
        if name.startswith("The "):
            name, first = name[4:], first + 4
        words = name.split()
        if len(words) > _LEAST and countries().code_of_demonym(words[0]):
            first += len(words[0]) + 1  # "British Ana Roth-directed"
            name = name[len(words[0]) + 1 :]
        if name in _PREFIXES or countries().code_of_demonym(name) or countries().code(name):
            continue
        may_be_given = is_given_name(name.split()[0]) or predicate not in _OF_FIRMS | _OF_BOTH
        is_person = " " in name and may_be_given and not is_company_name(name)
        if (predicate in _OF_FIRMS and is_person) or (predicate not in _OF_FIRMS | _OF_BOTH and not is_person):
            continue
        agent = thing(name, "Person" if is_person else "Company", first, first + len(name))
        found.append(Fact(agent, predicate, End("FILM"), first, hit.end(), _RULE, _SCORE))
    return found
