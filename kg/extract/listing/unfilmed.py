"""Unfilmed: what a headline seems to call a film and is none: bodies, siblings, "the next films", events."""

from __future__ import annotations

import re

from kg.extract.lexicon import words
from kg.extract.slot.given import is_given_name
from kg.extract.slot.slots import NUMBERS
from kg.vocabulary import countries

__all__ = ["adapted_from", "honour_before", "is_kind_alone", "is_no_film", "is_owned_by_country", "kind_before"]

_SIBLINGS = re.compile(r"(?:The )?[^\W\d_a-zß-ÿ][\w’'-]+ (?:brothers|sisters|siblings|twins)")
# "Fund X backs the next films", "Four debuts": such plurals, in small letters, end no title.
_ENDS = words("names", "many_works") | frozenset({
    "debuts", "works", "winners", "nominees", "participants", "finalists", "laureates", "beneficiaries", "recipients",
})  # fmt: skip
_MANY = re.compile(rf".+ (?:{'|'.join(sorted(_ENDS))})")
_KINDS = words("leads", "works") | {"remake", "sequel", "prequel", "spin-off", "reboot"}
_ONE_WORK = words("leads", "works") - words("names", "many_works")
_FOREIGN = words("names", "foreign_joins")
# What ends the names of bodies and of what they offer, and of hardly any film.
_BODIES = words("names", "body_words") | frozenset({
    "board", "scheme", "programme", "lab", "hub", "incentive", "rebate", "union", "guild", "federation", "initiative",
})  # fmt: skip
_OWNED = re.compile(r"(?:The |the )?(?P<land>[^\W\d_a-z][\w.]*(?: [^\W\d_a-z][\w.]*)?)[’']s ")
_ADAPTED = re.compile(
    r"(?:(?:An?|The|New)\s)?(?:[\w-]+\s){0,3}?(?:adaptation|screen version|film version|big-screen version)\sof\s"
)
_KIND_BEFORE = re.compile(
    r"(?!(?:The|An?|Un|Une|Le|La|El|Il|Das|Der|Die|Mon|My|Our|Ein)\s)(?:[A-Z][a-z-]+\s)(?:[a-z-]+\s)?"
    r"(?:biopic|documentary|drama|comedy|thriller|film|movie|series|feature|hit|sequel|blockbuster|adaptation|satire)\s"
    r"(?=[A-ZÀ-Þ0-9])"
)
_HONOUR_BEFORE = re.compile(
    r"(?!(?:The|An?|My|Our)\s)(?:[A-Z][\w’'-]*\s){1,3}(?:winner|prize-winner|contender|entry|nominee|laureate|sensation)\s"
    r"(?=[A-ZÀ-Þ0-9])"
)
_REGIONS = words("trade", "regions") | frozenset({
    "flanders", "wallonia", "catalonia", "quebec", "scotland", "wales", "northern ireland", "bavaria",
})  # fmt: skip
_LISTED = re.compile(r",|\band\b|/")
_ARTICLES = frozenset({"A", "An", "The"})
_CATALOGUES = frozenset({"slate", "line-up", "lineup", "catalogue", "roster", "programme", "portfolio"})
_ASKS = frozenset({"When", "How", "Why", "Where", "What", "As", "If"})
_SHORT = 2
_LONG = 5


def is_no_film(name: str, *, has_director: bool) -> bool:
    """Tell whether words that a headline prints are no title: who directed it, if anybody is told, speaks for one."""
    parts = name.split()
    if _SIBLINGS.fullmatch(name) or " @ " in name or parts[0] == "Trilogy" or _are_countries(name):
        return True
    if len(parts) > 1 and parts[0] in _ASKS and parts[1][0].islower() and parts[-1][0].islower():
        return True  # "When poker", of "When poker and roulette hit the screens"
    if (parts[-1].casefold() in _CATALOGUES and parts[-1][0].islower()) or _is_somebodys(parts):
        return True
    if _are_two_people(parts) or _is_phrase(parts) or name[0].islower():
        return True
    if len(parts) > 1 and parts[-1] in _KINDS and _FOREIGN.isdisjoint(part.casefold() for part in parts):
        return True  # "Low Tide remake"
    if _MANY.fullmatch(name) and _FOREIGN.isdisjoint(part.casefold() for part in parts):
        return True
    return not has_director and _is_body(parts)


def is_kind_alone(name: str) -> bool:
    """Tell whether a run says of what kind the film is, and not its name: "A psychological thriller"."""
    parts = name.split()
    return _is_phrase(parts) and parts[-1] in _ONE_WORK


def is_owned_by_country(name: str) -> bool:
    """Tell whether a run begins with whose it is, a country: "The UK’s Streamer"."""
    found = _OWNED.match(name)
    return bool(found and countries().code(found["land"]))


def adapted_from(name: str) -> int:
    """Give where the title begins of which a headline says that it is the adaptation; 0 where it says no such thing."""
    found = _ADAPTED.match(name)
    return found.end() if found and name[found.end() : found.end() + 1].isupper() else 0


def _is_somebodys(parts: list[str]) -> bool:
    """Tell whether a run ends in something of somebody, in small letters: "Ida Holm’s heirs"."""
    is_owned = any(part.endswith(("’s", "'s")) for part in parts[:-1])
    return is_owned and is_given_name(parts[0].casefold()) and parts[-1][0].islower()


def kind_before(name: str) -> int:
    """Give where the title begins behind what a headline calls the film: "Music biopic LOW TIDE"; 0 without that."""
    found = _KIND_BEFORE.match(name)
    return found.end() if found else 0


def honour_before(name: str) -> int:
    """Give where the title begins behind what the film has won or is up for: "Oslo winner LOW TIDE"; 0 without that."""
    found = _HONOUR_BEFORE.match(name)
    return found.end() if found else 0


def _are_two_people(parts: list[str]) -> bool:
    """Tell whether a run is two people in full, each with a given name: "Ida Holm and Per Lund"."""
    if "and" not in parts:
        return False
    at = parts.index("and")
    halves = parts[:at], parts[at + 1 :]
    are_names = all(1 < len(half) < _LONG and all(word[:1].isupper() for word in half) for half in halves)
    return are_names and any(is_given_name(half[0].casefold()) for half in halves) and parts[0] not in _ARTICLES


def _are_countries(name: str) -> bool:
    """Tell whether a run lists countries and regions: "Australia and New Zealand"."""
    parts = [part.strip().removeprefix("The ") for part in _LISTED.split(name)]
    return all(countries().code(part) or part.casefold() in _REGIONS for part in parts)


def _is_phrase(parts: list[str]) -> bool:
    """Tell whether an article, number or nation has only small letters behind it: "A wave of comedies"."""
    opens = parts[0] in _ARTICLES or parts[0].casefold() in NUMBERS or countries().code_of_demonym(parts[0])
    return bool(opens) and len(parts) > 1 and all(part[0].islower() for part in parts[1:])


def _is_body(parts: list[str]) -> bool:
    """Tell whether a run of capitals ends as bodies do; an article and one word may be a title: "The Commission"."""
    is_title = parts[0].casefold() in words("names", "articles") and len(parts) <= _SHORT
    return len(parts) > 1 and not is_title and parts[-1].casefold() in _BODIES and parts[-1][0].isupper()
