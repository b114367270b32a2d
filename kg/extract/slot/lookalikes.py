"""Look-alikes of titles: capitals that say where something is shown, or who got it; and titles that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.festival import width_of_festival
from kg.extract.slot.given import is_given_name
from kg.extract.slot.headline import KINDS, is_nation
from kg.extract.slot.titlecost import is_like_person
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.names import Candidate, Names

__all__ = [
    "CRAFTS",
    "PLACES_OF",
    "QUARTERS",
    "STRANDS",
    "THEN_ACTS",
    "before_and",
    "counts_on",
    "ends_strangely",
    "event_within",
    "is_called",
    "is_date",
    "is_for_somebody",
    "is_like_firm",
    "is_nation_or_kind",
    "is_of_kind",
    "is_owned_firm",
    "is_recipient",
    "is_sequel",
    "is_somebody",
    "is_when_or_where",
    "is_with_somebody",
    "known_titles",
    "leads_to_strand",
    "leads_with_kind",
    "opens_sentence",
]

CRAFTS = frozenset({
    "dop", "dp", "director", "directors", "producer", "producers", "actor", "actress", "actors", "cinematographer",
    "screenwriter", "scriptwriter", "editor", "composer", "filmmaker", "co-writer", "co-director", "screenwriters",
    "writer-director", "cinematography", "editing", "screenplay",
})  # fmt: skip
_WON = ("-winning", "-winner", "-nominated", "-awarded", "-crowned")
# How many words a title that counts has for each number, and its comma.
_COUNTED = 3
_ASKS = frozenset({
    "what", "how", "why", "when", "where", "who", "did", "do", "does", "is", "are", "was", "were", "can", "could",
    "would", "will", "have", "has", "tell", "which", "and", "so", "but",
})  # fmt: skip
PLACES_OF = frozenset({
    "town", "city", "village", "island", "region", "province", "district", "port", "suburb", "suburbs", "capital",
    "outskirts", "streets", "neighbourhood", "county", "state", "canton", "resort", "hills", "coast", "shores", "banks",
})  # fmt: skip
_PARTICLES = frozenset({"de", "du", "da", "di", "del", "della", "van", "von", "der", "den", "ten", "ter", "dos", "la"})
_AFTER_WRITER = frozenset(
    {"adaptation", "adaptations", "biopic", "retrospective", "remake", "prize", "award", "laureate", "prizewinner"}
)
_SERIES = words("leads", "series") | frozenset({"original", "originals", "show"})
STRANDS = frozenset({"competition", "section", "strand", "sidebar", "selection", "programme", "line-up", "category"})
_MAKERS = frozenset({"filmmaker", "director", "helmer", "auteur"})
THEN_ACTS = frozenset({"and", "play", "plays", "star", "stars", "portrays", "embodies", "lead", "leads", "shines"})
_SAID_OF = frozenset(
    {"veteran", "debutant", "debutante", "newcomer", "young", "fellow", "local", "actor-turned", "prolific"}
)
_ACTING_NOUNS = frozenset(
    {"actor", "actress", "actors", "native", "filmmaker", "director", "producer", "star", "thesp"}
)
QUARTERS = frozenset({"north", "south", "east", "west"})
_OF_FIRM = frozenset({"of", "from", "at"})
_SAYS_WHENCE = ("-born", "-based", "-set", "-year-old", "-raised", "-trained", "-educated", "-bred")
_EVENTS = words("names", "events")
_PRIZES = frozenset({
    "prize", "prizes", "award", "awards", "mention", "prix", "best", "golden", "silver", "bear", "lion", "palme",
    "jury", "trophy", "laurels", "honours", "honors", "accolade", "distinction", "grant", "grants",
})  # fmt: skip
_NEAR = 12
_PLAYERS = frozenset({
    "actor", "actress", "actors", "actresses", "star", "stars", "director", "filmmaker", "helmer", "producer",
    "producers", "screenwriter", "cinematographer", "distributor", "editor", "composer",
})  # fmt: skip
_LEADS_TO_CAST = frozenset({"starring", "featuring", "toplined", "headlined"})
_MONTHS = words("names", "months")
_WATERS = frozenset({"lake", "mount", "cape", "loch"})
_ON_WATERS = frozenset({"on", "at", "near", "around", "in", "by", "to", "from"})
_PAIR_OF = 4
_TOWNS = words("records", "towns")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_BEFORE_MONTHS = frozenset({
    "in", "on", "for", "since", "until", "till", "by", "from", "of", "this", "next", "last", "early", "late", "mid",
    "to", "between", "through", "throughout", "during", "before", "after", "end",
})  # fmt: skip
_PARTICIPLES = frozenset({
    "opening", "closing", "beginning", "starting", "kicking", "featuring", "competing", "premiering", "ending",
    "presenting", "including", "following", "shooting", "filming", "screening", "working", "returning", "starring",
})  # fmt: skip
_BEHIND_PARTICIPLES = frozenset({"with", "on", "in", "at", "from", "for", "alongside"})
_ARTICLES = frozenset({"the", "a", "an"})
_WORKS = words("leads", "works")
# Ends of companies' names that are things as well.
_THINGS = frozenset(
    {"works", "factory", "house", "company", "group", "picture", "production", "studio", "network", "vision"}
)
_LEAST = 3
_COMPANY_ENDS = words("names", "company_ends")
_SHORT = 3
_FIRMS_DO = frozenset({
    "received", "receives", "gets", "got", "secured", "produces", "produced", "producing", "co-produces", "obtained",
    "co-produced", "landed", "awarded", "granted",
})  # fmt: skip
# "Films du Nord", "Les Films d’Ici": companies.
_FILMS_OF = frozenset({"films", "filmproduktion", "kinokompaniya"})
_THEN_FILMS = frozenset({("films",), ("productions",)})


def before_and(lower: tuple[str, ...], at: int, stop: int) -> int:
    """Give where the first of two names ends, or the end."""
    return next((i for i in range(at + 1, stop) if lower[i] == "and"), stop)


def is_date(lower: tuple[str, ...], at: int, stop: int) -> bool:
    """Tell whether a run is a day or a month: "3 October", "October 3", "October" or "Monday in PLACE" behind "on"."""
    inner = lower[at:stop]
    if inner[0] in _DAYS and at and lower[at - 1] in ("on", "last", "next", "this"):
        return True
    is_month = [word in _MONTHS or word in _DAYS for word in inner]
    if not any(is_month) or not all(month or word.isdigit() for month, word in zip(is_month, inner, strict=True)):
        return False
    before = lower[at - 1] if at else ""
    return len(inner) > 1 or before in _BEFORE_MONTHS or before.rstrip("stndrh").isdigit()


def counts_on(line: Names, at: int) -> bool:
    """Tell whether a number goes on with a title that counts: the 4 of "5 Months, 4 Weeks"."""
    lower = line.lower
    if at < _COUNTED or at + 1 >= line.n or lower[at - 1] not in (",", "and") or not line.capital[at + 1]:
        return False
    return lower[at].isdigit() and len(lower[at]) < _COUNTED and lower[at - _COUNTED].isdigit() and line.capital[at - 2]


def ends_strangely(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run ends in a possessive, in an article, or in the mark of the question that it closes."""
    lower = line.tokens.lower
    last = lower[stop - 1]
    asked = last == "?" and stop == line.n and lower[0] in _ASKS  # "What can you tell us about TITLE?"
    of_pun = last == "a" and lower[stop - 2] == ":"  # "TITLE: A | portrait of a village"
    return last == "'s" or asked or of_pun or (stop - at > 1 and last in ("the", "an"))


def is_for_somebody(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run says who got something for what, or plays in it: "Ida Holm for Low Tide"."""
    lower = line.tokens.lower
    return any(lower[i] in ("for", "in") and is_like_person(line, at, i) for i in range(at + 2, min(stop - 1, at + 4)))


def is_nation_or_kind(line: Names, inner: list[int]) -> bool:
    """Tell whether words say no more than where a film is from and what it is."""
    lower, capital = line.tokens.lower, line.capital
    return all(
        is_nation(line, at) or lower[at] in ("-", "and", "/") or (lower[at] in KINDS and not capital[at])
        for at in inner
    )


def is_with_somebody(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run goes on with who plays in it, or with a partner: "Low Tide with Ida Holm", "… Oslo’s Sund"."""
    lower, capital = line.tokens.lower, line.capital
    if any(lower[i] == "with" and not capital[i] and _is_from_place(line, i + 1) for i in range(at + 1, stop - 2)):
        return True
    return any(
        lower[i] == "with" and not capital[i] and is_given_name(lower[i + 1]) and all(capital[i + 1 : i + 3])
        for i in range(at + 1, min(stop - 1, line.n - 2))
    )


def _is_from_place(line: Names, at: int) -> bool:
    """Tell whether a place begins that owns what follows: "Oslo’s | Sund", "the Czech Republic’s | Sund"."""
    lower = line.tokens.lower
    at += lower[at] == "the"
    end = next((end for end in (at + 1, at + 2) if lower[end : end + 1] == ("'s",)), 0)
    place = line.tokens.text(at, end) if end else ""
    return bool(place) and (bool(countries().code(place)) or fold(place) in _TOWNS)


_JOINED = 5


def is_like_firm(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run ends as companies' names do, or says "Films" where they do."""
    lower = line.tokens.lower
    ends = stop - at > 1 and lower[stop - 1] in _COMPANY_ENDS and len(lower[stop - 1]) > _SHORT
    ends = ends or (stop - at == 1 and len(lower[at]) > _JOINED and lower[at].endswith(("film", "films")))  # "HiFilm"
    return (
        (ends and not _is_of_article(line, at, stop)) or lower[at] in _FILMS_OF or lower[at + 1 : at + 2] in _THEN_FILMS
    )


def is_owned_firm(lower: tuple[str, ...], at: int, stop: int) -> bool:
    """Tell whether what somebody owns does what companies do: "NAME’s Sund Pictures received"."""
    return lower[at - 1] == "'s" and not _FIRMS_DO.isdisjoint(lower[stop : stop + 2])


def _is_of_article(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run that ends as companies do is a title: "NAME’s The Salt Factory", "the drama A Quiet House"."""
    lower = line.tokens.lower
    if stop - at >= _LEAST and lower[stop - 1] in _THINGS and lower[stop - 2] in _ARTICLES:
        return True  # "It Takes a House"
    if not at or lower[at] not in _ARTICLES or lower[stop - 1] not in _THINGS or stop - at < _LEAST:
        return False
    owned = lower[at - 1] == "'s" and not countries().code(line.tokens.words[at - 2])
    return owned or (lower[at - 1] in _WORKS and not line.capital[at - 1])


def leads_with_kind(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run says first of which nation and what a film is: "Swiss-Luxembourg co-production TITLE".

    Or what it won: "Golden | Bear-winning documentary".
    """
    if line.lower[stop - 1].endswith(_WON) or (
        stop < line.n and line.capital[stop] and line.lower[stop].endswith(_WON)
    ):
        return True
    then = at + 1 < stop and line.lower[at + 1] in KINDS and not line.capital[at + 1]
    return then and "-" in line.lower[at] and is_nation(line, at)


def is_of_kind(line: Names, at: int) -> bool:
    """Tell whether one capital says of which channel, writer or region the thing behind it is."""
    lower, printed = line.tokens.lower, line.tokens.words[at]
    if at and lower[at - 1] in ("'s", "of", "from", "in"):
        return lower[at + 1] in _AFTER_WRITER
    is_maker = (
        lower[at + 1] in ("filmmaker", "director", "helmer", "auteur") and at and lower[at - 1] in ("the", "this")
    )
    if lower[at + 1] in _ACTING_NOUNS and lower[at] in words("names", "cities"):
        return True  # "Belfast actress NAME"
    said_of = lower[0] in _SAID_OF or lower[0].endswith(("ing", "ed", "ese", "ish", "ous", "ive"))
    if at == 0 and lower[1] in _MAKERS and said_of:
        return True  # "Debuting director NAME"
    return (
        lower[at + 1] in _AFTER_WRITER
        or lower[at + 1] in _SERIES
        or bool(is_maker and printed.endswith(("an", "ese", "ish")))
    )


def is_when_or_where(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run begins or ends as what says when or where: a year, a day, a festival, "Leipzig-born"."""
    lower = line.lower
    if at and stop == at + 1 == line.n and lower[at].isdigit() and lower[at - 1] in KINDS:
        return True  # "Upcoming Slovak Films 2024"
    if at and stop == at + 1 and lower[at] in QUARTERS and lower[at - 1] == "the":
        return True  # "prepares his return to the South"
    shown_at = at and (lower[at - 1] == "at" or (lower[at - 1] == "the" and lower[at - 2] in ("at", "in")))
    if shown_at and width_of_festival(line.tokens, at):
        return True  # "had its premiere at Karlovy Vary 2016 and was sold by", "at the Cannes Critics' Week, the film"
    if stop == at + 1 and lower[at] == "fortnight":
        return True  # "at the Directors' Fortnight, the film"
    if lower[at].isdigit() and len(lower[at]) == 4 and width_of_festival(line.tokens, at + 1):
        return True  # "director of 2005 Locarno title TITLE"
    if lower[at] in _MONTHS and at and lower[at - 1] in _BEFORE_MONTHS and lower[at + 1 : at + 2] in (("in",), ("at",)):
        return True  # "shooting at the end of June in Oslo"
    if lower[at] in _WATERS and stop - at < _PAIR_OF and at and lower[at - 1] in _ON_WATERS:
        return True  # "will shoot on Lake Mjøsa in August"
    if lower[at] in _DAYS and at + 1 < stop and lower[at + 1].isdigit():
        return True  # "since Monday 5 June for TITLE"
    # "the 34-year-old Leipzig-born director", "a Hamburg-set film"
    return any(word.endswith(_SAYS_WHENCE) for word in lower[at:stop])


def is_somebody(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run is rather somebody, or leads to them: "NAME’s debut", "filming for NAME", "Starring NAME"."""
    lower = line.lower
    if stop == at + 1 < line.n and line.capital[stop] and is_given_name(lower[at]) and line.capital[at]:
        return True  # "her first feature film, Ida | Holm spent"
    if at > 1 and lower[at - 1] in _PARTICLES and line.capital[at - 2] and is_given_name(lower[at - 2]):
        return True  # "by Vincent de | Bruyn, starring"
    if stop < line.n and lower[stop] in _PLAYERS and stop - at > 1 and is_nation(line, stop - 1):
        return True  # "NAME and Flemish actress NAME"
    if lower[at] in ("best", "first", "debut") and stop - at > 2 and lower[at + 1] in KINDS:
        return True  # "a prize for First Feature with TITLE"
    if (lower[at] in _LEADS_TO_CAST and stop - at > 1) or (at and lower[at - 1] in _LEADS_TO_CAST):
        return True  # "Starring NAME and NAME, the comedy"
    if (
        at
        and lower[at - 1] in CRAFTS
        and stop - at > 3
        and is_like_person(line, at, at + 2)
        and lower[at + 2] in _OF_FIRM
    ):
        return True  # "the prize went to producer NAME of COMPANY for TITLE"
    if at and lower[at - 1] == "by" and "and" in lower[at:stop] and is_given_name(lower[at]):
        return True  # "TITLE by Ida and Ola Holm"
    if _holds_maker(line, at, stop):
        return True  # "TITLE by NAME and TITLE by NAME"
    if _are_two(line, at, stop):
        return True  # "New films by NAME, NAME and NAME will compete"
    if not is_like_person(line, at, stop):
        return False
    if at > 2 and lower[at - 1] == "and" and any(is_like_person(line, first, at - 1) for first in (at - 3, at - 4)):
        return True  # "starring NAME and NAME, the comedy"
    owns = stop + 1 < line.n and lower[stop] == "'s" and not line.capital[stop + 1]
    return owns or (line.headline and stop == line.n and at > 0 and lower[at - 1] == "for")


def _holds_maker(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run goes from who made one film over "and" to the next one, whose maker stands behind it."""
    lower = line.lower
    if stop >= line.n or lower[stop] != "by" or "and" not in lower[at:stop]:
        return False
    first = at if at and lower[at - 1] == "by" else lower.index("by", at, stop) + 1 if "by" in lower[at:stop] else stop
    return first + 2 < stop and is_like_person(line, first, first + 2)


def _are_two(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run behind a comma is two full names of people with an "and" between them."""
    lower = line.lower
    if not at or lower[at - 1] != "," or "and" not in lower[at:stop]:
        return False
    join = lower.index("and", at, stop)
    return is_like_person(line, at, join) and is_like_person(line, join + 1, stop)


def is_recipient(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run is who something went to, with a territory in brackets behind: "sold to COMPANY (France)"."""
    if not at or line.lower[at - 1] != "to" or stop + 2 >= line.n or line.lower[stop] != "(":
        return False
    if not _PRIZES.isdisjoint(line.lower[max(0, at - _NEAR) : at]):
        return False  # "the Grand Prix went to TITLE (France)"
    ends = [end for end in range(stop + 2, min(line.n, stop + 6)) if line.lower[end] in (")", ",", "and", "/")]
    return bool(ends) and countries().code(line.tokens.text(stop + 1, ends[0])) is not None


def opens_sentence(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run is a participle that opens a sentence, and goes on: "Opening with Low Tide"."""
    lower = line.tokens.lower
    begins = not at or lower[at - 1] in (".", ":")
    small = at + 1 < stop and lower[at + 1] in _BEHIND_PARTICIPLES and not line.capital[at + 1]
    return begins and small and lower[at] in _PARTICIPLES


def leads_to_strand(lower: tuple[str, ...], at: int, stop: int) -> bool:
    """Tell whether a run leads on to where something is shown, over "in the" or "at NAME’s"."""
    return any(
        lower[i] in ("in", "at") and (lower[i + 1] == "the" or "'s" in lower[i:stop]) for i in range(at + 1, stop - 1)
    )


def is_called(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether a number is a title, by what is said of it: "1939, a thriller by NAME"."""
    told = lower[at + 3 : at + 7]
    return (
        lower[at + 1 : at + 2] == (",",)
        and lower[at + 2 : at + 3] in (("a",), ("an",), ("the",), ("his",), ("her",))
        and any(word in KINDS for word in told)
        and ("by" in told or "directed" in told or "from" in told or "which" in told)
    )


_PARTS = frozenset({"2", "3", "4", "5", "6", "7", "8", "9", "ii", "iii", "iv"})


def known_titles(line: Names, at: int) -> Iterator[Candidate]:
    """Give the titles made certain elsewhere that are printed here and that capitals alone would not show."""
    tokens = line.tokens
    for title in line.known.titles_by_head.get(tokens.lower[at], ()):
        start = tokens.starts[at]
        if " " in title and fold(tokens.document.text[start : start + len(title)]) == title:
            end = next((i for i in range(at, len(tokens)) if tokens.ends[i] == start + len(title)), None)
            if end is not None and not is_sequel(line, end + 1):
                yield end + 1, ((tokens.text(at, end + 1), at, end + 1),), "", 5.6


def is_sequel(line: Names, at: int) -> bool:
    """Tell whether a number goes on from a title, which is the first film's: "TITLE 2", "TITLE III"."""
    return at < line.n and line.lower[at] in _PARTS


def event_within(line: Names, at: int, last: int) -> int | None:
    """Give where a festival's or prize's own name begins within a run of capitals: no title goes into it."""
    lower = line.tokens.lower
    for index in range(last - 1, at - 1, -1):
        if lower[index] in _EVENTS:
            start = index
            while start > at and (line.capital[start - 1] or lower[start - 1] in ("&", "of", "and", "'s")):
                start -= 1
            return start
    return None
