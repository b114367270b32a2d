"""Fields: lines of records such as "Director: NAME", "Sales – COMPANY", "Stage: post-production"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import lexicon, words
from kg.extract.names import fold
from kg.extract.record.beneath import ALIAS_LINE, PIPED_LINE, next_line
from kg.extract.record.origins import listed_origins
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import companies_between, countries_between, makers_between, people_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.claim import Qualifier
    from kg.document import Document

__all__ = [
    "BY",
    "CONTACT",
    "ORIGINAL_TITLE",
    "bare_label",
    "contact_facts",
    "field_facts",
    "field_in",
    "fields",
    "fields_behind",
    "is_field",
    "is_field_line",
    "labels",
    "name_of",
    "opens_fields",
    "predicate_called",
    "predicate_of",
    "read_fields",
    "stage_in",
]

# "Directed by NAME" on a line of its own.
BY = re.compile(
    r"\s*(?P<field>(?:(?:co-?)?directed|written|written and directed|(?:co-?)?produced|supported|backed|funded|sold|"
    r"distributed|edited|composed|shot) by|starring)\s+(?P<value>\S.{1,160}?)\s*",
    re.IGNORECASE,
)
# Whom to ask for a film: a guide to what a festival shows names its sellers so, others whoever answers letters.
CONTACT = "contact"
# What a record calls a film besides: "Original title: TITLE".
ORIGINAL_TITLE = "alsoKnownAs"
_ADDRESS = re.compile(r"\S+@|www\.|https?:|\+?\d[\d ()-]{6,}")
_FIRST_FIELDS = 3
_FIELD = re.compile(r"\s*(?P<field>[A-ZÀ-Þ][\w /&'’.-]{2,40}?)\s*:\s*(?P<value>\S.*?)\s*")
# The same with a dash: "Production company – FIRM".
_DASHED_FIELD = re.compile(r"\s*(?P<field>[A-ZÀ-Þ][\w /&'’.]{2,40}?)\s+(?P<mark>[-–—/])\s+(?P<value>\S.*?)\s*")
# Who is yet to be found: "Sales: TBA".
_OPEN = re.compile(
    r"(?:tba|tbc|tbd|n/?a|to be (?:announced|confirmed|decided|determined)|open|none(?: yet)?|available|[-–—?])\.?",
    re.IGNORECASE,
)
# Where the next line begins.
_NEXT_LINE = re.compile(r"[\s;|,]*")
_FAR = 260
# "Main cast", "Concept director"
_MAIN = re.compile(r"^(?:main|key|lead|head|concept|principal|series|original|voice|production|majority|minority) ")
# The same without a colon: "Dir. NAME".
_LABEL = re.compile(
    r"\s*(?P<field>[Dd]irs?(?=[.\s])|Contact(?=\s)|(?:Scr|Prods?|[Rr]éal)(?=\.))\.?\s*(?P<value>[A-ZÀ-ÞĀ-Ž]\S.{1,120}?)\s*"
)
# "Director and screenwriter", "Writer/director".
_AND_FIELDS = re.compile(r"\s*(?:/|&|,|-|\band\b)\s*")
_OF_PRODUCERS = frozenset({"produced", "coProduced", "executiveProduced"})
_OF_FIRMS = re.compile(r"compan|production|recipient|applicant")
# "Prod: FIRM" may be the production, "Prod: NAME, FIRM" is the producer.
_OF_ONE_FIRM = re.compile(r"prod\b")
_LAND_BEHIND = re.compile(r"\s?\((?P<land>[^()]{2,30})\)")
_LONGEST_NAME = 4
_OF_COMPANIES = frozenset({"produced", "coProduced", "sold", "distributed", "funded"})
# A bracket with fields behind a title, "TITLE (90 min; director: NAME)".
_BRACKET = re.compile(r"[”\"’»]?\s*\((?P<inner>[^()\n]*:[^()\n]*)\)")
_QUOTED = re.compile(r"[“\"„](?P<title>[A-ZÀ-Þ0-9][^“”„\"\n]{0,80})[”\"“](?=\s?\()")
_FIELD_INSIDE = re.compile(r"\s*(?P<field>[\w][\w /&'’.-]{0,30}?)\s*:\s*(?P<value>\S.*?)\s*")
# A field may say for which country: "Slovak distribution".
_NATIONAL = re.compile(r"(?P<nation>[A-ZÀ-Þ][\w-]+) (?P<field>[a-z][\w ]+)")
# "Director: NAME.", and none of "Jr." and "Ltd.".
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.(?!.)")
_WITH_PARTNERS = re.compile(r",? in (?:co-?production|association|collaboration|coproduction) with (?P<names>\S.*)")
# "NAME, based on the novel by …", "NAME. – What the film tells."
_BASED_ON = re.compile(r",? (?:based on|after|adapted from|from the|inspired by)\s|\. [-–—] (?=[A-ZÀ-Þ])")


@cache
def fields() -> dict[str, str]:
    """Give the predicates of the fields that we know, by their names in small letters."""
    return {name.casefold(): predicate for name, predicate in lexicon("records")["fields"].items()}


def name_of(field: re.Match[str]) -> str:
    """Give a field's name as the lexicon has it."""
    return _plain(field["field"])


def _plain(name: str) -> str:
    return name.strip().replace("’", "'").replace("(s)", "s").casefold()


def predicate_called(name: str) -> str:
    """Give what a field of a name in small letters says of a film, or ""."""
    return _predicate(_plain(name)) or ""


def predicate_of(found: re.Match[str]) -> str:
    """Give what a field says of a film, or "" where it says nothing of who made it."""
    return _predicate(name_of(found)) or ""


@cache
def _predicate(name: str) -> str | None:
    """Look a field's name up as it is spelt, without "main" and the like, in the other number, and with other joins."""
    table = _by_bare_name()
    for each in (name, _MAIN.sub("", name)):
        bare = _bare(each)
        if (
            predicate := fields().get(each)
            or table.get(bare)
            or table.get(f"{bare}s")
            or table.get(bare.removesuffix("s"))
        ):
            return predicate
    # "Norwegian co-producer": whose is a matter of the company, not of the field.
    nation, _, field = name.partition(" ")
    told = table.get(_bare(field)) if field and countries().code_of_demonym(nation.capitalize()) else None
    return told if told in _OF_PRODUCERS else None


@cache
def _by_bare_name() -> dict[str, str]:
    return {_bare(name): predicate for name, predicate in fields().items()}


def _bare(name: str) -> str:
    return re.sub(r"[\s./-]", "", name)


def field_in(text: str, first: int, last: int) -> re.Match[str] | None:
    """Match a line as a field; with a dash for the colon, one that we know."""
    found = _FIELD.fullmatch(text, first, last) or _LABEL.fullmatch(text, first, last)
    if found:
        return found
    dashed = _DASHED_FIELD.fullmatch(text, first, last)
    if dashed and dashed["mark"] != "/" and predicate_of(dashed):
        return dashed
    # "Drama / Norway" is no field: a slash counts where the next line, or the last one, has it too.
    if dashed and dashed["mark"] == "/" and is_field(dashed["field"]) and _is_beside(text, first, last, _slashed()):
        return dashed
    bare = _bare_field().fullmatch(text, first, last)
    return bare if bare and _is_beside(text, first, last, _bare_beginning()) else None


def _is_beside(text: str, first: int, last: int, beginning: re.Pattern[str]) -> bool:
    """Tell whether what stands before or behind a line, or a part of one, begins as a field of its kind."""
    ahead = _NEXT_LINE.match(text, last)
    if ahead and beginning.match(text, ahead.end()):
        return True
    before = text[max(0, first - _FAR) : first].rstrip().rpartition("\n")[2]
    return beginning.search(before) is not None


@cache
def labels(*, capital: bool = False) -> str:
    """Give the names of all fields that we know as an expression; with `capital`, as a line begins with them."""
    names = {*lexicon("records")["fields"], *words("records", "other_fields")}
    if capital:
        names = {f"{name[0].upper()}{name[1:]}" for name in names if name not in _PLAIN and not name.endswith(" by")}
    return "|".join(re.escape(name).replace("'", "['’]") for name in sorted(names, key=lambda name: (-len(name), name)))


# Words that begin sentences and titles as well.
_PLAIN = frozenset(
    {"With", "Avec", "Film", "Project", "note", "project", "release", "Script", "Image", "shooting", "year"}
)


@cache
def bare_label() -> str:
    """Give the expression of a field's name, or two that a slash joins, with a value behind and no mark between."""
    one = labels(capital=True)
    return rf"(?P<field>(?:{one})(?:/(?i:{one}))?)\s+(?=[A-ZÀ-ÞĀ-Ž0-9€$“\"])"


@cache
def _slashed() -> re.Pattern[str]:
    return re.compile(rf"(?:{labels(capital=True)})\s/\s\S")


@cache
def _bare_beginning() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){bare_label()}")


@cache
def _bare_field() -> re.Pattern[str]:
    """Match "Director NAME", with no mark between."""
    return re.compile(rf"\s*{bare_label()}(?P<value>[^:]{{2,161}}?)\s*")


def is_field(name: str) -> bool:
    """Tell whether a record may have a field of this name."""
    plain = _plain(name)
    return (
        _predicate(plain) is not None
        or plain in words("records", "other_fields")
        or all(_predicate(part) for part in _AND_FIELDS.split(plain))
    )


def is_field_line(document: Document, first: int, last: int) -> bool:
    """Tell whether a line is a field of a record, "Screenplay: NAME", and so no title."""
    found = field_in(document.text, first, last)
    return found is not None and is_field(found["field"])


def opens_fields(text: str, at: int) -> bool:
    """Tell whether a block of fields begins at an offset: one of its first lines is a field that we know."""
    for line in range(_FIRST_FIELDS):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        if not line and (ALIAS_LINE.fullmatch(text, at, end) or PIPED_LINE.fullmatch(text, at, end)):
            at = next_line(text, end)
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
        found = field_in(text, at, end)
        if not found:
            return False
        if predicate_of(found):
            return True
        at = next_line(text, end)
    return False


def read_fields(document: Document, first: int, last: int, film: End) -> list[Fact]:
    """Read a line of several fields, "Release: 12 October | Distributor: NAME | Country: Spain, France"."""
    facts: list[Fact] = []
    at = first
    for piece in document.text[first:last].split("|"):
        found = _FIELD.fullmatch(document.text, at, at + len(piece))
        if found:
            facts += field_facts(document, found, {"FILM": film})
        at += len(piece) + 1
    return facts


def fields_behind(document: Document, films: Iterable[End]) -> list[Fact]:
    """Read the fields that a bracket right behind a title has: "TITLE (directors: NAME, NAME; production: COMPANY)"."""
    facts: list[Fact] = []
    quoted = [thing(hit["title"], "Film", *hit.span("title")) for hit in _QUOTED.finditer(document.text)]
    for film in dict.fromkeys([*films, *quoted]):
        bracket = _BRACKET.match(document.text, film.last)
        at = bracket.start("inner") if bracket else 0
        for piece in bracket["inner"].split(";") if bracket else ():
            found = _FIELD_INSIDE.fullmatch(document.text, at, at + len(piece))
            if found and predicate_of(found) not in ("", "title"):
                facts += field_facts(document, found, {"FILM": film})
            at += len(piece) + 1
    return facts


def field_facts(document: Document, found: re.Match[str], focus: dict[str, End]) -> list[Fact]:
    """Give what a field says of the film in focus; a field of titles puts its own there."""
    name = name_of(found)
    predicate = _predicate(name)
    if predicate is None and (owned := _NATIONAL.fullmatch(found["field"].strip())):
        predicate = fields().get(owned["field"].casefold())
        land = countries().code_of_demonym(owned["nation"])
        if predicate in ("distributed", "sold") and land and "FILM" in focus:
            return _in_country(document, found, focus["FILM"], str(predicate), countries().name(land))
    if predicate is None and len(parts := _AND_FIELDS.split(name)) == 2:
        several = [_predicate(part) for part in parts]
        if all(several) and (film := focus.get("FILM")):
            first, last = found.span("value")
            people = people_between(document, first, last - bool(_STOP.search(document.text, first, last)))
            return [_field_fact(person, str(each), film, found) for each in several for person in people]
    start, end = found.span("value")
    if predicate is None or _OPEN.fullmatch(found["value"]):
        return []
    if predicate == "produced" and not found["value"][:1].isupper() and "," not in found["value"]:
        if film := focus.get("FILM"):
            return [_field_fact(thing(found["value"], "Company", start, end), predicate, film, found)]
        return []
    if found["value"].casefold().startswith("by "):
        start += 3  # "Director: by NAME"
    if predicate == "stage":
        told = stage_in(found["value"])
        stage = End(Value(told), start, end)
        film = focus.get("FILM")
        return [Fact(film, predicate, stage, found.start("field"), end, "record-field", 4.0)] if told and film else []
    if predicate == ORIGINAL_TITLE and "FILM" in focus:
        return _also_known(focus["FILM"], found)
    if predicate in ("title", ORIGINAL_TITLE):
        focus["FILM"] = thing(found["value"].strip(' “”"«»'), "Film", start, end)
        return []
    film = focus.get("FILM")
    if film is None:
        return []
    if aside := _BASED_ON.search(document.text, start, end):
        end = aside.start()
    line = (found.start("field"), end)
    if predicate == "countryOfOrigin":
        places = countries_between(document, start, end)
        return [
            Fact(
                film,
                predicate,
                place,
                *line,
                "record-field",
                4.0,
                qualifiers={"position": n} if len(places) > 1 else {},
            )
            for n, place in enumerate(places, 1)
        ]
    partners: list[End] = []
    if predicate == "produced" and (joined := _WITH_PARTNERS.search(document.text, start, end)):
        partners = makers_between(document, *joined.span("names"), "coProduced")
        end = joined.start()
    origins: list[Fact] = []
    if predicate == "directed" and (behind := _lands_behind(document, start, end)):
        end, lands = behind
        origins = listed_origins(film, lands, line, "record-field", 4.0)
    agents = (
        makers_between(document, start, end, predicate)
        if predicate in _OF_COMPANIES
        else people_between(document, start, end - bool(_STOP.search(document.text, start, end)))
    )
    is_firm = _OF_FIRMS.search(name) or (len(agents) == 1 and _OF_ONE_FIRM.search(name))
    if predicate in _OF_PRODUCERS and not is_firm:
        agents = [_as_person(agent) for agent in agents]
    facts = [
        Fact(agent, predicate, film, *line, "record-field", 4.0, qualifiers=_territory(document, agent, predicate))
        for agent in agents
    ]
    return facts + origins + [Fact(firm, "coProduced", film, *line, "record-field", 4.0) for firm in partners]


def _lands_behind(document: Document, first: int, last: int) -> tuple[int, list[End]] | None:
    """Give where the names of "NAME, Norway-Spain" end, and the countries behind them, which are the film's."""
    comma = document.text.rfind(", ", first, last)
    lands = countries_between(document, comma + 2, last) if comma >= 0 else []
    return (comma, lands) if lands else None


def _as_person(agent: End) -> End:
    """Take a producer with a given name for the person that he or she is."""
    what = agent.what
    if not isinstance(what, Mention) or what.type != "Company":
        return agent
    parts = fold(what.name).split()
    is_person = 1 < len(parts) <= _LONGEST_NAME and is_given_name(parts[0]) and not is_company_name(what.name)
    return replace(agent, what=Mention("Person", what.name)) if is_person else agent


def _territory(document: Document, agent: End, predicate: str) -> dict[str, End | Qualifier]:
    """Give the country in brackets behind a distributor as where it brings the film out."""
    behind = _LAND_BEHIND.match(document.text, agent.last) if predicate == "distributed" else None
    code = countries().code(behind["land"]) if behind else None
    if behind is None or code is None:
        return {}
    return {"territory": End(Mention("Country", countries().name(code)), *behind.span("land"))}


def _also_known(film: End, found: re.Match[str]) -> list[Fact]:
    """Give the other title of a film, where it is another one."""
    title = found["value"].strip(' “”"«»')
    if isinstance(film.what, Mention) and fold(film.what.name) == fold(title):
        return []
    other = End(Value(title), *found.span("value"))
    return [Fact(film, "alsoKnownAs", other, found.start("field"), found.end("value"), "record-field", 4.0)]


def _in_country(document: Document, found: re.Match[str], film: End, predicate: str, land: str) -> list[Fact]:
    """Give who releases or sells a film in the country that the field names by its people."""
    place = End(Mention("Country", land), *found.span("field"))
    firms = companies_between(document, *found.span("value"))
    return [
        Fact(firm, predicate, film, found.start("field"), found.end("value"), "record-field", 4.0,
             qualifiers={"territory": place})
        for firm in firms
    ]  # fmt: skip


def contact_facts(document: Document, found: re.Match[str], focus: dict[str, End]) -> list[Fact]:
    """Give who sells a film: whom a guide to what a festival shows names as its contact, without the town."""
    film = focus.get("FILM")
    start, end = found.span("value")
    address = _ADDRESS.search(document.text, start, end)
    if film is None or (address and not document.text[start : address.start()].strip()):
        return []
    firms = companies_between(document, start, address.start() if address else end)
    towns = words("records", "towns")
    names = [firm.what.name if isinstance(firm.what, Mention) else "" for firm in firms]
    return [
        _field_fact(firm, "sold", film, found)
        for firm, name in zip(firms, names, strict=True)
        if fold(name) not in towns and (is_company_name(name) or not is_given_name(fold(name).split()[0]))
    ]


def stage_in(value: str) -> str:
    """Give the stage that a field tells, "Stage: in post-production"; nothing where it tells none that we know."""
    plain = value.casefold()
    return next((stage for word, stage in lexicon("records")["stages"].items() if word in plain), "")


def _field_fact(agent: End, predicate: str, film: End, found: re.Match[str]) -> Fact:
    return Fact(agent, predicate, film, found.start("field"), found.end("value"), "record-field", 4.0)
