"""Events that an item is about: the festival that its headline names, and the prizes that were given there.

A teaser says "the Norwegian festival" and "the Polish prizes": which ones these are, the headline tells, or the tag.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import lexicon, words
from kg.extract.names import Names
from kg.extract.slot.festival import known_festival
from kg.extract.slot.given import is_given_name
from kg.extract.slot.slots import festivals
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.listing.layout import Block
    from kg.extract.listing.tagline import TagLine

__all__ = [
    "at_event", "behind_event", "edition_of", "is_of_project", "opens_with_event", "prize_of", "prize_winner",
    "prizes_won",
]  # fmt: skip

_PART = r"[^\W\d_a-zß-ÿ][\w’&-]*"
_CAPITALS = rf"{_PART}(?: (?:(?:of|de|du|del|the|des) )?{_PART}){{0,5}}"
_HEADED = re.compile(rf"(?:The )?(?P<event>{_CAPITALS}(?: (?:19|20)\d\d)?): (?=[^\W\d_a-z])")
# What a headline shows of a film before naming it.
_PROMO = re.compile(
    r"(?i:(?:exclusive |new |first |official )?(?:trailer|teaser|clip|poster|video|watch|first look|excerpt)s?): "
    r"(?=[^\W\d_a-z])"
)
# What a teaser calls an event that the headline names.
_CALLED = re.compile(
    r"\b[Tt]h(?:e|is) (?:[\w’-]+ ){0,4}?(?:festival|fest|gathering|event|showcase|film week|biennial)\b(?![’'])"
)
_AT = re.compile(rf"At (?:the )?(?P<name>{_CAPITALS}),? ")
_OPENS = re.compile(rf"(?:The )?(?P<name>{_CAPITALS}) (?=[a-z])")
# Prizes that a festival gives to films that are still to be made.
_OF_PROJECTS = re.compile(
    r"\b(?:[Dd]evelopment|[Cc]o-?[Pp]roduction|[Pp]ost-?\s?[Pp]roduction|[Pp]itch\w*|[Pp]rojects?|"
    r"[Ww]orks?[ -]in[ -][Pp]rogress|Innovation|Industry)\b"
)
# The same where it is said whole: "winner of the Eurimages Lab Project Award".
_PROJECT_PRIZE = re.compile(
    r"\b(?:Projects?|Development|Co-?[Pp]roduction|Post-?\s?[Pp]roduction|Pitch\w*|[Ii]n[ -][Pp]rogress)\s"
    r"(?:Prize|Award)s?\b"
)
_LEAD = 60
_NAMED = 5
_LONGEST_TITLE = 8
_NAME = 3
_LONGEST_BETWEEN = 6


def edition_of(document: Document, headline: tuple[int, int], block: Block, year: str | None) -> End | None:
    """Give the festival edition that an item is about: that of its tag line, else one that the headline names.

    A headline names it where it begins with it, "At Oslo Pix, …", and the teaser goes on to speak of a festival.
    """
    edition = block.tag.edition if block.tag else None
    if edition:
        return End(Mention("FestivalEdition", edition.name), edition.first, edition.last)
    if year is None or not _CALLED.search(block.told(document)):
        return None
    found = _AT.match(document.text, *headline)
    span = found.span("name") if found else opens_with_event(document, headline, block)
    if span is None:
        return None
    names = Names(tokenise(document, *span), headline=False)
    known = next(festivals(names, 0), None)
    name = known[1][0][0] if known else document.text[slice(*span)]
    return End(Mention("FestivalEdition", name if name[-4:].isdigit() else f"{name} {year}"), *span)


def behind_event(document: Document, first: int, last: int) -> int:
    """Give where a headline goes on behind the event that it names first, or behind what it shows: "Trailer: Low Tide".

    "Danish Roberts: Low Tide comes first" is of Low Tide.
    """
    promo = _PROMO.match(document.text, first, last)
    if promo:
        return promo.end()
    found = _HEADED.match(document.text, first, last)
    if found is None:
        return first
    parts = found["event"].split()
    is_head = found["event"].casefold() in words("events", "heads")
    is_event = is_head or parts[-1].isdigit() or bool(known_festival(found["event"])) or _is_event_word(parts[-1])
    return found.end() if is_event else first


def _is_event_word(word: str) -> bool:
    return word in lexicon("events")["prizes"] or word.casefold() in words("names", "events")


def opens_with_event(document: Document, headline: tuple[int, int], block: Block) -> tuple[int, int] | None:
    """Give the event with which a headline begins that its teaser calls a festival: "Night Lights gets ready for …"."""
    if block.is_in_the_making or not _CALLED.search(block.told(document)):
        return None
    found = _OPENS.match(document.text, *headline)
    if found is None:
        return None
    parts = found["name"].split()
    is_nation = countries().code(found["name"]) or countries().code_of_demonym(found["name"])
    if is_nation or is_given_name(parts[0].casefold()) or document.text[found.end("name") :].startswith(("’s ", "'s ")):
        return None
    behind = document.text[found.end() : headline[1]].split(" ", 1)[0]
    return found.span("name") if behind in words("events", "does") else None


def is_of_project(document: Document, first: int, last: int) -> bool:
    """Tell whether a prize is one for a film that is still to be made: nobody has seen it where that was won."""
    start = max(document.text.rfind("\n", 0, first), first - _LEAD, 0)
    return bool(_PROJECT_PRIZE.search(document.text, start, last))


def at_event(
    document: Document, facts: list[Fact], where: End | None, prize: End | None, of_people: re.Pattern[str]
) -> list[Fact]:
    """What a teaser says was shown or won, was so at the festival and for the prize that the item is about."""
    shown = [fact for fact in facts if fact.object.what in ("EDITION", "PRIZE")]
    kept = [fact for fact in facts if fact.object.what not in ("EDITION", "PRIZE")]
    # A list that holds somebody or a prize is none of films.
    other = {
        (fact.first, fact.last)
        for fact in shown
        if not _may_be_film(fact.subject) or of_people.search(document.text, max(0, fact.first - 40), fact.last)
    }
    ends = {"EDITION": where, "PRIZE": prize}
    for fact in shown:
        end = ends[str(fact.object.what)]
        lead = document.text[max(0, fact.first - _LEAD) : fact.subject.first]
        if fact.object.what == "EDITION" and _OF_PROJECTS.search(lead.rsplit("\n", 1)[-1]):
            continue
        if end is not None and (fact.first, fact.last) not in other:
            kept.append(replace(fact, object=end))
    return kept


def _may_be_film(end: End) -> bool:
    parts = end.what.name.split() if isinstance(end.what, Mention) else []
    if len(parts) > 2 and countries().code_of_demonym(parts[0]):
        parts = parts[1:]  # "Spaniard Ida Holm"
    is_name = 1 < len(parts) < 4 and is_given_name(parts[0]) and all(part[0].isupper() for part in parts)
    return bool(parts) and not is_name and parts[0].casefold() != "best"


@cache
def _won() -> re.Pattern[str]:
    """Give the pattern of who won what: "wins four Polish Eagles", "triumphs at the Irish Animation Awards"."""
    wins, between, last = (
        "|".join(map(re.escape, sorted(lexicon("events")[name], key=len, reverse=True)))
        for name in ("wins", "between", "prizes")
    )
    return re.compile(
        rf"\b(?:{wins})\b(?: (?:{between}|\d+(?:st|nd|rd|th)?)){{0,{_LONGEST_BETWEEN}}} "
        rf"(?P<prize>(?:{_PART} (?:(?:of|for) )?){{0,{_NAMED}}}(?:{last}))(?!\w)"
    )


def prize_of(document: Document, stretches: list[tuple[int, int]], tag: TagLine | None) -> tuple[End, int, int] | None:
    """Give the prize that news of awards say was won, with where they say so; None where they name none."""
    if tag is None or not {"awards", "prizes", "award"} & set(tag.categories):
        return None
    for first, last in stretches:
        found = _won().search(document.text, first, last)
        if found:
            return End(Mention("Award", found["prize"]), *found.span("prize")), found.start(), found.end()
    return None


def prizes_won(films: list[End], prize: tuple[End, int, int] | None, headline: tuple[int, int]) -> list[Fact]:
    """Give that the film of a headline won the prize, where the headline itself says so."""
    if prize is None or len(films) != 1 or not headline[0] <= prize[1] < headline[1] or films[0].first >= prize[1]:
        return []
    return [Fact(films[0], "award", prize[0], films[0].first, prize[2], "prize-won", 3.0)]


def prize_winner(document: Document, headline: tuple[int, int], prize: tuple[End, int, int]) -> list[Fact]:
    """Give the film with which a headline begins and that wins, in its words, a prize: "TITLE dominates the Lolas"."""
    end = prize[1]
    if not headline[0] <= end < headline[1]:
        return []
    printed = document.text[headline[0] : end].strip()
    parts = printed.split()
    joins = words("names", "title_joins") | words("names", "articles")
    is_like = 0 < len(parts) <= _LONGEST_TITLE and all(not part[0].islower() or part in joins for part in parts)
    if not is_like or parts[-1] in joins or parts[-1].endswith(("’s", "'s", ",")):
        return []
    is_name = 1 < len(parts) <= _NAME and is_given_name(parts[0].casefold())
    is_place = countries().code(printed) or countries().code_of_demonym(parts[0]) or known_festival(printed)
    if is_name or is_place or parts[-1].casefold() in words("names", "company_ends"):
        return []
    film = thing(printed, "Film", headline[0], headline[0] + len(printed))
    return [Fact(film, "describedIn", End("ITEM"), film.first, film.last, "prize-winner", 2.0, main="subject")]
