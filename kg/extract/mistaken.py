"""Mistaken names: what stands where directors, titles and companies do in the trades' prose, and is none of them.

Left out before a sentence's other facts are bound to its film: "has pre-bought UK rights" names no film "UK rights".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.given import is_given_name
from kg.extract.lexicon import words
from kg.extract.names import fold

if TYPE_CHECKING:
    from kg.extract.facts import End, Fact

__all__ = ["is_mistaken"]

_WORKS = frozenset({"Film", "Series", "Work"})
_FIRMS = frozenset({"Company", "PublicBody"})
# With these end what is bought and sold besides films, and what stands in capitals before a title in a headline.
_NO_TITLE = re.compile(r"\b(?:rights|slates?|line-?ups?|rosters?|deals?|titles|packages?|sales|territories)$")
_NO_FIRM = re.compile(r"\b(?:Documentary|Doc|Drama|Thriller|Comedy|Biopic|Feature|Pic|Movie|Series|Chiller|Romance)$")
# The trades open sentences with these, where others say "The film".
_NOUNS = frozenset({
    "pic", "film", "movie", "picture", "project", "docu", "feature", "title", "production", "story", "plot", "cast",
    "script", "shoot", "lensing", "series", "deal", "package", "helmer", "thesp", "pact",
})  # fmt: skip
_BROADCASTERS = frozenset({
    "Netflix", "Hulu", "Arte", "ARTE", "ZDF", "ARD", "SVT", "NRK", "DR", "BBC", "ITV", "HBO", "RAI", "Canal+", "TF1",
    "RTE", "RTBF", "VRT", "ORF", "SRF", "RTS", "NBC", "ABC", "CBS", "AMC", "FX", "Showtime", "Starz", "Amazon",
})  # fmt: skip
# "In a first sale of the Lakeside Film Festival, Sund Films has landed TITLE"
_FESTIVAL = re.compile(r"\bFilm(?: Festival|fest)\b$")
# "Ana Roth and Jo Berg", after a company whose producers they are.
_PAIR = re.compile(
    r"(?P<one>[A-ZÀ-Þ][\w’-]+)(?: [A-ZÀ-Þ][\w’.-]+){1,2} (?:and|&) (?P<two>[A-ZÀ-Þ][\w’-]+)(?: [A-ZÀ-Þ][\w’.-]+){1,2}"
)


def is_mistaken(fact: Fact) -> bool:
    """Tell whether a fact takes rights for a film, a town or studio for a director, or people for a title."""
    maker = _name(fact.subject, frozenset({"Person"}))
    if fact.predicate == "directed" and maker and (fold(maker) in words("records", "towns") or _is_studio(maker)):
        return True
    firm = _name(fact.subject, _FIRMS)
    if firm and (_NO_FIRM.search(firm) or _FESTIVAL.search(firm)):
        return True
    return any(_is_no_title(_name(end, _WORKS)) for end in (fact.subject, fact.object))


def _is_studio(name: str) -> bool:
    return fold(name) in words("records", "studios")


def _is_no_title(title: str) -> bool:
    if fold(title) in _NOUNS or title in _BROADCASTERS:
        return True  # "Pic is produced by …", "a series for Arte directed by …"
    pair = _PAIR.fullmatch(title)
    people = pair and is_given_name(fold(pair["one"])) and is_given_name(fold(pair["two"]))
    return bool(people or _NO_TITLE.search(title))


def _name(end: End, types: frozenset[str]) -> str:
    return end.what.name if isinstance(end.what, Mention) and end.what.type in types else ""
