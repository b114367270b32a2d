"""Houses: companies, countries and places that stand where directors and titles do, and are neither."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import WORKS
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import is_market, sections
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact

__all__ = [
    "in_slashed_parts",
    "with_nations",
    "without_buyers",
    "without_houses",
    "without_makers",
    "without_nations",
    "without_places",
    "without_sellers",
]

# What these read as a title behind "on" may be the place.
ON_PLACES = frozenset({"stage-on-work", "shoot-for"})
_LICENSED = re.compile(r"\b(?:licensed|(?:been|was|were|is|are) (?:pre-)?sold)\b")
_LEAST = 3
_PAIR = 2
_FIRM_ENDS = frozenset({"film", "films", "pictures", "productions", "fiction", "entertainment", "studios", "media"})
# What goes with a nation in a company's name: "Danish Broadcasting", "Irish Film Board".
_OF_NATIONS = (
    words("names", "company_ends")
    | words("names", "body_words")
    | frozenset(
        {"national", "public", "state", "radio", "cultural", "arts", "screen", "lottery", "tax", "society", "lion"}
        | {"radiotelevision", "radio-television", "broadcaster", "broadcasting", "television"}
    )
)
_OF_FIRMS = frozenset({"sold", "distributed", "produced", "coProduced", "funded"})
_OF_BUYERS = frozenset({"distributed", "sold"})
_MAKING = frozenset({"produced", "coProduced"})
# Of these the subject is whoever works on a film.
_AT_WORK = frozenset({"is-working-on-title", "director-shoots-work", "director-verb", "is-at-work-on"})
_CAMEL = re.compile(r"(?!(?:Mc|Mac|De|Di|La|Le|Fitz|O)[A-Z])\w*[a-z][A-Z]\w*|[A-Z\d]{2,5}")


# "Croatia - TITLE", "Denmark // TITLE": the country of a list.
_COLUMN = re.compile(r"(?:The )?(?P<land>[A-ZÀ-Þ][\w.]+(?: (?:and )?[A-ZÀ-Þ][\w.]+){0,3}) (?:[-–—]|//) (?=[A-ZÀ-Þ0-9])")
# "Netflix’s TITLE": broadcasters and studios own titles as people do, and have no place in them.
_STUDIO = re.compile(
    rf"(?:{'|'.join(re.escape(name) for name in sorted(words('records', 'studios'), key=len, reverse=True))})"
    r"[’']s (?=[\w])",
    re.IGNORECASE,
)
# What a nation's own bodies are called behind its name.
_BODY = re.compile(
    r"(?:National |State |Federal )?(?:Film|Cinema|Audiovisual|Arts|Media|Screen|Cultural|"
    r"(?:Film|Cinema) (?:and|&) (?:TV|Television|Audiovisual|Media)) (?:Board|Institute|Fund|Cent(?:re|er)|Agency|"
    r"Foundation|Commission|Council|Authority|Corporation|Office|Academy)|"
    r"Federal Office of Culture|Ministry (?:of|for) Culture(?: and [A-Z]\w+)?"
)
_NATION_BEFORE = re.compile(r"(?P<nation>[A-ZÀ-Þ][\w-]+) $")
# What is shooting on something is a film already spoken of.
_WHICH_IS = re.compile(
    r"\b(?:which|that|film|movie|feature|project|series|it|thriller|drama|comedy|documentary) "
    r"(?:(?:is|was|are|were|has|have|been|being|will|be|currently|now|already|still|just|recently) )*$"
)
_WHICH_FAR = 60
# "by Brit Ken Berg"
_NATIONALS = frozenset(
    {"brit", "dane", "swede", "pole", "spaniard", "serb", "croat", "slovene", "turk", "scot", "aussie"}
)
_OF_LAND = re.compile(r"(?P<firm>\S.*?) (?:of|from) (?:the )?(?P<land>[A-ZÀ-Þ][\w. ]+)")
# What a country has one of, and is called by it: "Film Centre of Latvia", "Radio and Television of Norway".
_OF_STATES = words("names", "body_words") | {"radio", "television", "radio-television", "broadcasting"}
# "Sweden’s Ida Holm" is Ida Holm.
_LAND_OWNS = re.compile(r"(?P<land>[A-ZÀ-Þ][\w ]+)[’']s ")


def without_houses(facts: list[Fact]) -> list[Fact]:
    """Leave out a director of one word who is a company or a country elsewhere: "TrustNordisk’s Low Water"."""
    firms: set[str] = set()
    for fact in facts:
        what = fact.subject.what
        if fact.predicate in _OF_FIRMS and isinstance(what, Mention) and what.type in ("Company", "PublicBody"):
            firms |= {what.name, what.name.split()[0]}

    def is_house(fact: Fact) -> bool:
        what = fact.subject.what
        if fact.predicate in _OF_FIRMS - {"funded"} and isinstance(what, Mention) and is_market(what.name):
            return True  # "is selling the film at the EFM"
        if fact.predicate not in ("directed", "wrote") or not isinstance(what, Mention) or what.type != "Person":
            return False
        return bool(countries().code(what.name)) or (
            " " not in what.name and (what.name in firms or _CAMEL.fullmatch(what.name) is not None)
        )

    made = {
        fact.subject.what.name
        for fact in facts
        if fact.predicate in _MAKING and isinstance(fact.subject.what, Mention) and fact.subject.what.type == "Company"
    }
    facts = [_as_house(fact) if _name(fact.subject) in made else _owned_by_firm(fact) for fact in facts]
    kept = [fact for fact in facts if not is_house(fact)]
    directors = {_name(fact.subject) for fact in kept if fact.predicate == "directed"}
    # "TITLE by NAME for North America"
    return [fact for fact in kept if fact.predicate not in _OF_BUYERS or _name(fact.subject) not in directors]


def _as_house(fact: Fact) -> Fact:
    """What a text says of a company as if it were the director is that it makes the film: "Sund is developing"."""
    what = fact.subject.what
    if fact.predicate != "directed" or not isinstance(what, Mention) or fact.rule not in _AT_WORK:
        return fact
    return replace(fact, predicate="produced", subject=replace(fact.subject, what=Mention("Company", what.name)))


def _owned_by_firm(fact: Fact) -> Fact:
    """A company with a possessive before a title makes the film: "Need Fiction’s TITLE"."""
    what = fact.subject.what
    if fact.predicate != "directed" or not isinstance(what, Mention) or what.type != "Person":
        return fact
    parts = fold(what.name).split()
    if len(parts) < _PAIR or is_given_name(parts[0]) or parts[-1] not in _FIRM_ENDS:
        return fact
    return replace(fact, predicate="produced", subject=replace(fact.subject, what=Mention("Company", what.name)))


def with_nations(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give public bodies the nation that is a part of their names: "the Irish Film Board" is no "Film Board"."""
    return [fact.with_ends(_of_nation(document, fact.subject), fact.object) for fact in facts]


def _of_nation(document: Document, end: End) -> End:
    what = end.what
    if not isinstance(what, Mention) or what.type == "Person" or not _BODY.fullmatch(what.name):
        return end
    before = _NATION_BEFORE.search(document.text, max(0, end.first - 30), end.first)
    if not before or not countries().code_of_demonym(before["nation"]) or end.last - end.first != len(what.name):
        return end
    return replace(end, what=Mention(what.type, f"{before['nation']} {what.name}"), first=before.start("nation"))


def _without_section(end: End) -> End:
    """Take from a title its section, "TITLE in Special Presentations", and for whom it was made."""
    what = end.what
    if not isinstance(what, Mention) or what.type not in WORKS or end.last - end.first != len(what.name):
        return end
    title, _, firm = what.name.rpartition(" for ")
    if title and (fold(firm) in words("records", "studios") or (" " in firm and is_company_name(firm))):
        return replace(end, what=Mention(what.type, title), last=end.first + len(title))
    title, _, section = what.name.rpartition(" in ")
    if not title or " " not in section or section.casefold() not in sections():
        return end  # "Boys in Harbour" may be a title though "Harbour" is a section
    return replace(end, what=Mention(what.type, title), last=end.first + len(title))


def _name(end: End) -> str:
    return end.what.name if isinstance(end.what, Mention) else ""


def without_makers(facts: list[Fact]) -> list[Fact]:
    """Leave out that a sentence is about a film where its title is somebody’s name: "NAME (“Earlier Work”)"."""
    people = {_name(fact.subject) for fact in facts if fact.predicate in ("directed", "starredIn", "wrote")}
    return [
        fact
        for fact in facts
        if not (fact.object.what == "ITEM" and fact.main and _name(fact.subject) in people - {""})
    ]


_TRADING = frozenset({"produced", "coProduced", "sold", "distributed"})
_EPISODES = re.compile(r"\d{1,2}\s?x\s?\d{2,3}(?:[’'′]|-minute|min)?\s(?=[A-ZÀ-Þ])")


def without_nations(facts: list[Fact]) -> list[Fact]:
    """Take from people’s and companies’ names the nation before them, and from titles their studio."""
    bare = [fact.with_ends(_bare(fact.subject), _bare(fact.object)) for fact in facts]
    placed = {end.what for fact in bare for end in (fact.subject, fact.object) if _nation_of_firm(end)}
    if len(placed) < _PAIR:  # one alone may be called so: "British Lion"
        return bare
    return [fact.with_ends(_firm_without_nation(fact.subject), _firm_without_nation(fact.object)) for fact in bare]


def _bare(end: End) -> End:
    end = _without_land(_without_section(end))
    what = end.what
    land = _COLUMN.match(what.name) if isinstance(what, Mention) and what.type in WORKS else None
    if land and isinstance(what, Mention) and countries().code(land["land"]) and end.last - end.first == len(what.name):
        return replace(end, what=Mention(what.type, what.name[land.end() :]), first=end.first + land.end())
    owner = _STUDIO.match(what.name) if isinstance(what, Mention) and what.type in WORKS else None
    if owner and isinstance(what, Mention) and end.last - end.first == len(what.name):
        return replace(end, what=Mention(what.type, what.name[owner.end() :]), first=end.first + owner.end())
    return _without_nation(_without_episodes(end))


def _without_episodes(end: End) -> End:
    """Take from a title how many episodes its series has: "6x60 Salt"."""
    hit = _EPISODES.match(end.what.name) if isinstance(end.what, Mention) and end.what.type in WORKS else None
    if hit is None or not isinstance(end.what, Mention) or end.last - end.first != len(end.what.name):
        return end
    return replace(end, what=Mention(end.what.type, end.what.name[hit.end() :]), first=end.first + hit.end())


def _without_land(end: End) -> End:
    """Take from a company where it is from: "Sund Film of Norway"; "Film Centre of Latvia" is whole."""
    what = end.what
    hit = _OF_LAND.fullmatch(what.name) if isinstance(what, Mention) and what.type == "Company" else None
    if hit is None or not isinstance(what, Mention) or not countries().code(hit["land"]):
        return end
    if not _OF_STATES.isdisjoint(fold(hit["firm"]).split()) or end.last - end.first != len(what.name):
        return end
    return replace(end, what=Mention("Company", hit["firm"]), last=end.first + len(hit["firm"]))


def _without_nation(end: End) -> End:
    what = end.what
    if not isinstance(what, Mention) or what.type != "Person":
        return end
    if (owner := _LAND_OWNS.match(what.name)) and countries().code(owner["land"]):
        return replace(end, what=Mention("Person", what.name[owner.end() :]), first=end.first + owner.end())
    nation, _, name = what.name.partition(" ")
    is_nation = countries().code_of_demonym(nation) and not is_given_name(nation.casefold())
    is_nation = is_nation or (fold(nation) in _NATIONALS and is_given_name(fold(name).split()[0]))
    if not is_nation or len(what.name.split()) < _LEAST or end.last - end.first != len(what.name):
        return end
    return replace(end, what=Mention("Person", name), first=end.first + len(nation) + 1)


def _nation_of_firm(end: End) -> str:
    """Give the nation before a company's name that may say where it is, "Irish Peat Bog Films"; else nothing."""
    what = end.what
    if not isinstance(what, Mention) or what.type != "Company" or end.last - end.first != len(what.name):
        return ""
    nation, _, rest = what.name.partition(" ")
    named = bool(rest) and (rest[0].isupper() or rest[0].isdigit()) and fold(rest.split(" ")[0]) not in _OF_NATIONS
    return nation if named and countries().code_of_demonym(nation) else ""


def _firm_without_nation(end: End) -> End:
    nation = _nation_of_firm(end)
    if not nation or not isinstance(end.what, Mention):
        return end
    return replace(end, what=Mention("Company", end.what.name[len(nation) + 1 :]), first=end.first + len(nation) + 1)


def without_places(document: Document, found: list[Fact]) -> list[Fact]:
    """Leave out a stage that would be of a place: "TITLE, which is shooting on Bornholm with NAME" names it before."""
    named = [end.first for fact in found if fact.rule not in ON_PLACES for end in main_ends(fact)]

    def is_place(fact: Fact) -> bool:
        what = fact.subject.what
        is_word = isinstance(what, Mention) and " " not in what.name
        if fact.rule in ON_PLACES and _WHICH_IS.search(document.text, max(0, fact.first - _WHICH_FAR), fact.first):
            return True
        return fact.rule in ON_PLACES and is_word and any(first < fact.subject.first for first in named)

    return [fact for fact in found if not is_place(fact)]


def without_buyers(found: list[Fact], deals: list[Fact]) -> list[Fact]:
    """Leave out films that are the buyers of a territory: "Italy goes to NAME, a company with …"."""
    buyers = [deal.subject for deal in deals if deal.rule == "territory-list"]

    def is_buyer(end: End) -> bool:
        return any(end.first < buyer.last and buyer.first < end.last for buyer in buyers)

    return [fact for fact in found if not any(is_buyer(end) for end in main_ends(fact))] if buyers else found


def without_sellers(document: Document, found: list[Fact]) -> list[Fact]:
    """Leave out that a company distributes what its sentence says it sells: "FIRM has licensed TITLE to Norway"."""
    sellers = {fact.subject.what for fact in found if fact.predicate == "sold"}
    return [
        fact
        for fact in found
        if fact.predicate != "distributed"
        or fact.subject.what not in sellers
        or not _LICENSED.search(document.text, fact.first, fact.last)
    ]


# "Lev/Shani for Israel": two buyers, and not the form of one ("Zentropa A/S", "Film/TV").
_SLASHED = re.compile(r"(?P<one>[A-ZÀ-Þ][\w’&.+ -]*?[\w’&.+]{2})/(?P<other>[A-ZÀ-Þ][\w’&.+ -]*[\w’&.+]{2})")
_NO_HOUSE = frozenset({"film", "films", "tv", "television", "video", "media", "as", "aps"})


def in_slashed_parts(facts: list[Fact]) -> list[Fact]:
    """Give a fact for each of two companies that a slash joins, of those who make, sell and bring out films."""
    return [part for fact in facts for part in _slashed(fact)]


def _slashed(fact: Fact) -> list[Fact]:
    who = fact.subject.what
    hit = _SLASHED.fullmatch(who.name) if isinstance(who, Mention) and fact.predicate in _TRADING else None
    if hit is None or not isinstance(who, Mention) or {hit["one"].casefold(), hit["other"].casefold()} & _NO_HOUSE:
        return [fact]
    cut = fact.subject.first + hit.end("one")
    one = replace(fact.subject, what=Mention(who.type, hit["one"]), last=cut)
    other = replace(fact.subject, what=Mention(who.type, hit["other"]), first=cut + 1)
    return [replace(fact, subject=one), replace(fact, subject=other)]
