"""Record lines of articles: "TITLE – DIRECTOR (Country)", "TITLE by DIRECTOR (COMPANY, France)", "Director: NAME"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.lexicon import lexicon, words
from kg.extract.names import fold
from kg.extract.record.beneath import ALIAS_LINE, LONGEST_TITLE, behind_alias, next_line, title_above
from kg.extract.record.identified import read_identifiers
from kg.extract.record.legend import countries_behind_firm
from kg.extract.record.segments import read_segments
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import companies_between, countries_between, makers_between, people_between

if TYPE_CHECKING:
    from kg.document import Document

__all__ = [
    "companies_between",
    "countries_between",
    "heading_origins",
    "opens_credits",
    "people_between",
    "read_fields",
    "read_record",
]

_TITLE_DASH = re.compile(
    r"[-•*·]?\s*(?:\d+[.)]\s*)?[“\"«]?(?P<title>[^()–—“”\"]{1,80}?(?:\([^()\d]{2,30}\))?)[”\"»]?"
    r"(?:\s+(?:aka|a\.k\.a\.|alias)\s+[“\"«]?[^“”\"()–—]{1,80}?[”\"»]?)?\s+[-–—]\s+"
    r"(?:(?:dir(?:\.|ected by|ector:?)|by|réal\.?|réalisé par|de)\s+)?"
    r"(?P<directors>[^()\d–—]{3,80}?)\s*\((?P<inner>[^()]*)\)(?P<rest>.*)"
)
# The same on two lines: "TITLE" above "- NAME, NAME (France/Belgium)".
_DASH_DIRECTORS = re.compile(r"[-–—]\s+(?P<directors>[^()\d–—]{3,80}?)\s*\((?P<inner>[^()]*)\)(?P<rest>.*)")
_TITLE_DIRECTOR = re.compile(
    r"[-•*·]?\s*(?:\d+[.)]\s*)?[“\"«]?(?P<title>[^()–—“”\"]{1,80}?)[”\"»]?\s+"
    r"(?:\((?i:documentaire|documentary|animation|fiction|court métrage|short)\)\s+)?"
    r"(?:[-–—]|,?\s*(?:by|directed by|di|de|du)\s|,?\s*d['’])\s*"
    r"(?P<directors>[^()\d–—]{3,80}?)\s*\((?P<inner>[^()]*)\)(?P<rest>.*)"
)
# The same with the longest title: "Quarante jours de pluie de NAME (COMPANY)".
_LONG_TITLE_DIRECTOR = re.compile(_TITLE_DIRECTOR.pattern.replace("{1,80}?)", "{1,80})", 1))
# "NOK 1,800,000 to TITLE"
_GIVEN_TO = r"(?:(?:[€$£]|EUR|DKK|SEK|NOK|CZK|PLN|CHF|GBP|USD)\s?\d[\d\s.,]*(?:[mk]|million)?\s(?:to|for|[–—-])\s)?"
# "TITLE (France, Belgium) Animation" above a line "Directed by …".
_TITLE_COUNTRIES = re.compile(
    rf"[-•*·]?\s*(?:\d+[.)]\s*)?{_GIVEN_TO}"
    r"[“\"«]?(?P<title>[^\W_][^()“”\"]{0,80}?)[”\"»]?\s*\((?P<inner>[^()]*)\)"
    r"\s*(?:,?\s*(?:animat(?:ion|ed)|documentary|fiction|short|feature|drama|comedy)\b.*|[€$£(].*|"
    r"(?:[–-]\s*)?\d[\d\s.,]{2,}(?:k|m|million)?\s?(?:€|eur|euros?|dkk|sek|nok|czk|pln|usd|gbp|chf).{0,30})?",
    re.IGNORECASE,
)
# "• TITLE (Original Title)" above lines such as "Director: NAME".
_TITLE_ABOVE_FIELDS = re.compile(
    rf"[-•*·]?\s*(?:\d+[.)]\s*)?{_GIVEN_TO}"
    r"[“\"«]?(?P<title>[^\W_a-zß-ÿ](?:[^()“”\":]|:(?=\s)){0,80}?)[”\"»]?\s*(?:\((?P<alias>[^()]{2,80})\))?\s*"
    r"(?:\((?i:opening|closing|out of|special|world|short|debut|first)\b[^()]{0,40}\))?\s*"
    # "TITLE €250 000 (Documentary)": what a fund gives to it.
    r"(?P<grant>(?:[–-]\s*)?(?:(?:[€$£]|EUR|DKK|SEK|NOK|CZK|PLN|CHF|GBP|USD)\s?\d[\d\s.,]*[mk]?|"
    r"\d[\d\s.,]{2,}\s?(?:€|EUR|euros?|DKK|SEK|NOK|CZK|PLN|CHF|GBP|USD))\s*"
    r"(?:\((?i:documentary|animation|fiction|short|feature|series|minority|majority)[^()]{0,40}\)\s*)?)?"
)
# "Drama, 105 min." stands above the fields too, and is no title.
_LENGTH = re.compile(
    r"\b\d+\s?(?:min|mn|minutes|x)\b|[.;,]$|^(?:feature|documentary|drama|short|fiction|comedy)\b", re.IGNORECASE
)
# "(Original Title)" on a line of its own.
_BY = re.compile(
    r"\s*(?P<field>(?:(?:co-?)?directed|written|written and directed|(?:co-?)?produced|supported|backed|funded|sold|"
    r"distributed|edited|composed|shot) by|starring)\s+(?P<value>\S.{1,160}?)\s*",
    re.IGNORECASE,
)
# Whom to ask for a film: a guide to what a festival shows names its sellers so, others whoever answers letters.
_CONTACT = "contact"
_ADDRESS = re.compile(r"\S+@|www\.|https?:|\+?\d[\d ()-]{6,}")
_LONGEST_RECORD = 110
_FIRST_FIELDS = 3
# What stands in the title of no record: the line is a sentence that ends as records do, "… is TITLE by NAME (COMPANY)".
_IN_PROSE = re.compile(
    r"^(?:[Cc]o-?)?(?:[Dd]irected|[Ww]ritten|[Pp]roduced|[Ss]hot|[Ff]unded|[Ss]upported|[Bb]acked|[Ss]old|[Dd]istributed)$|"
    r"(?<!^)\b(?:is|are|was|were|goes|went|also|has|have|will|includes?|including|such as|likewise|among|along with)\b"
)
# "The coming-of-age comedy by NAME (Earlier Work) is": English titles have capitals.
_OF_KIND = re.compile(
    r"(?:The|A|An|His|Her|Their|This)(?: [a-zß-ÿ-]+)* (?:film|feature|comedy|drama|documentary|thriller|"
    r"series|movie|debut|short|production|project|story|animation|work|title)"
)
# "Spain - TITLE by NAME, produced": another kind of record.
_BY_INSIDE = re.compile(r"\sby\s[A-ZÀ-Þ]|, (?:co-?)?(?:produced|directed|written)$|\bdir\.")
_LONG_REST = re.compile(r"(?:\b[a-zà-ÿ]{2,}\b\W+){4}")
_AMOUNT = r"(?:[€$£]?\s*\d[\d\s.,]*(?:€|eur|euros?|dkk|sek|nok|chf|k|m)?)"
_BRACKET_LINE = re.compile(rf"\s*\((?P<inner>[^()]*)\)\s*{_AMOUNT}?\s*", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"\((?P<inner>[^()]{2,50})\)\s*$")
# "(Iceland) - (Iceland, Sweden) 220 000 €": the second bracket of a record has the film’s countries.
_REST_BRACKET = re.compile(rf".*?\((?P<inner>[^()]*)\)\s*{_AMOUNT}?\s*", re.IGNORECASE)
# "NAME (Turkey), NAME (Turkey)": each director with a country.
_MORE_DIRECTORS = re.compile(r"\s*(?:,|and|&|/)\s*(?P<name>[^(),;\d]{3,60}?)\s*\([^()]*\)")
_FIELD = re.compile(r"\s*(?P<field>[A-ZÀ-Þ][\w /&'’.-]{2,40}?)\s*:\s*(?P<value>\S.*?)\s*")
# The same with a dash: "Production company – FIRM".
_DASHED_FIELD = re.compile(r"\s*(?P<field>[A-ZÀ-Þ][\w /&'’.]{2,40}?)\s+[-–—]\s+(?P<value>\S.*?)\s*")
# "Hungary, 2017": where and when a film was made, in a block of fields.
_MADE_IN = re.compile(r"\s*(?P<inner>[^,\d|]{3,60}),\s*(?:19|20)\d\d\s*")
# "Main cast", "Concept director"
_MAIN = re.compile(r"^(?:main|key|lead|head|concept|principal|series|original|voice|production|majority|minority) ")
_ABBREVIATED = re.compile(r"(?:s\.r\.o|d\.o\.o|o\.o|a\.s|S\.A|S\.L|Inc|Ltd|Co|Intl|Ent|Prod|e\.a)\.$")
# The same without a colon: "Dir. NAME".
_LABEL = re.compile(
    r"\s*(?P<field>[Dd]irs?(?=[.\s])|Contact(?=\s)|(?:Scr|Prods?|[Rr]éal)(?=\.))\.?\s*(?P<value>[A-ZÀ-ÞĀ-Ž]\S.{1,120}?)\s*"
)
_DIRECTED = re.compile(r"(?:[Dd]irs?|Directors?|Directed by|Réal\w*|Réalisation)\s?[.:]\s|[Dd]irs? [A-ZÀ-Þ]")
_CO_PRODUCER = re.compile(
    r"\s*[;,]\s*(?:[\w-]+ )?(?:co-?producers?|co-?production|minority partner)\s*:\s*(?P<names>[^;]+)", re.IGNORECASE
)
# "Director and screenwriter", "Writer/director".
_AND_FIELDS = re.compile(r"\s*(?:/|&|,|-|\band\b)\s*")


@cache
def _fields() -> dict[str, str]:
    return {name.casefold(): predicate for name, predicate in lexicon("records")["fields"].items()}


def _name_of(field: re.Match[str]) -> str:
    """Give a field's name as the lexicon has it."""
    return field["field"].strip().replace("’", "'").casefold()


def _field(text: str, first: int, last: int) -> re.Match[str] | None:
    """Match a line as a field; with a dash for the colon, one that we know."""
    found = _FIELD.fullmatch(text, first, last) or _LABEL.fullmatch(text, first, last)
    if found or not (dashed := _DASHED_FIELD.fullmatch(text, first, last)):
        return found
    return dashed if _name_of(dashed) in _fields() else None


def opens_credits(document: Document, first: int, last: int) -> bool:
    """Tell whether a line is the first field of a block right below prose: the credits of what the prose is about."""
    found = _field(document.text, first, last)
    if found is None or _name_of(found) not in _fields():
        return False
    text, end = document.text, first
    while end and text[end - 1].isspace():
        end -= 1
    above = text[text.rfind("\n", 0, end) + 1 : end].strip()
    return len(above) > LONGEST_TITLE and above[-1] in '.!?”")'


def read_record(
    document: Document, first: int, last: int, focus: dict[str, End], company_role: str = "produced"
) -> list[Fact]:
    """Read a line as a record, or give nothing where it is none. A title record becomes the focus of later fields.

    A company of which a record says no more did for the film what `company_role` says; "" in a headline, whose parts
    stand in no order of a record.
    """
    if facts := read_identifiers(document, first, last):
        return facts
    # A dash divides more surely than a word: "Le Temps de l’Été - NAME (France)".
    for pattern in (_TITLE_DASH, _TITLE_DIRECTOR, _LONG_TITLE_DIRECTOR):
        found = pattern.fullmatch(document.text, first, last)
        is_sentence = found and (
            _BY_INSIDE.search(found["title"])
            or _OF_KIND.fullmatch(found["title"])
            or (
                pattern is not _TITLE_DASH
                and (
                    (last - first > _LONGEST_RECORD and document.text[last - 1] == ".")
                    or _IN_PROSE.search(found["title"])
                    or _LONG_REST.search(found["rest"])
                )
            )
        )
        if found and not is_sentence and (facts := _title_record(document, found, focus, company_role)):
            return facts
    found = _DASH_DIRECTORS.fullmatch(document.text, first, last)
    above = title_above(document.text, first) if found else None
    if found and above and (facts := _title_record(document, found, focus, company_role, above)):
        return facts
    found = _TITLE_COUNTRIES.fullmatch(document.text, first, last)
    if found and _BY.match(document.text, next_line(document.text, last)):
        return _title_countries(document, found, focus)
    made = _MADE_IN.fullmatch(document.text, first, last)
    if made and "FILM" in focus and countries_between(document, *made.span("inner")):
        return _origins(document, focus["FILM"], *made.span("inner"), (first, last))
    found = _TITLE_ABOVE_FIELDS.fullmatch(document.text, first, last) if made is None else None
    is_directed = bool(_DIRECTED.match(document.text, behind_alias(document.text, last)))
    marked = found and (
        found["alias"] or found["grant"] or document.text[first] in "•*·-" or "FILM" not in focus or is_directed
    )
    if (
        found
        and marked
        and (
            ":" not in found["title"]
            or (
                found["grant"]
                and found["title"].strip()[-1] != ":"
                and found["title"].split(":")[0].casefold() not in _fields()
            )
        )
        and not _LENGTH.search(found["title"])
        and _is_field(document.text, next_line(document.text, last))
    ):
        return _title_above_fields(document, found, focus)
    alias = ALIAS_LINE.fullmatch(document.text, first, last)
    is_below = alias and "FILM" in focus and not document.text[focus["FILM"].last : first].strip()
    if alias and is_below and not countries_between(document, *alias.span("alias")):
        other = End(Value(alias["alias"]), *alias.span("alias"))
        return [Fact(focus["FILM"], "alsoKnownAs", other, first, last, "title-above-fields", 4.0)]
    if "FILM" in focus and (found := _BRACKET_LINE.fullmatch(document.text, first, last)):
        return _origins(document, focus["FILM"], *found.span("inner"), (first, last))
    found = _field(document.text, first, last) or (
        _BY.fullmatch(document.text, first, last)
        if "FILM" in focus and (document.text[last - 1] != "." or _ABBREVIATED.search(document.text, first, last))
        else None
    )
    if found:
        if _name_of(found) == _CONTACT and company_role == "sold":
            return _contacts(document, found, focus)
        return _field_record(document, found, focus)
    return read_segments(document, first, last, company_role, focus) if company_role else []


def _is_field(text: str, at: int) -> bool:
    """Tell whether a block of fields begins at an offset: one of its first lines is a field that we know."""
    for line in range(_FIRST_FIELDS):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        if not line and ALIAS_LINE.fullmatch(text, at, end):
            at = next_line(text, end)
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
        found = _field(text, at, end)
        if not found:
            return False
        if _name_of(found) in _fields():
            return True
        at = next_line(text, end)
    return False


def _title_above_fields(document: Document, found: re.Match[str], focus: dict[str, End]) -> list[Fact]:
    """The line above a block of fields is the title, with another one in brackets."""
    title = found["title"].strip()
    begin = found.start("title")
    film = thing(title, "Film", begin, begin + len(title))
    focus["FILM"] = film
    extent = (begin, found.end("alias") + 1 if found["alias"] else begin + len(title))
    if not found["alias"]:
        return []
    if countries_between(document, *found.span("alias")):
        return _origins(document, film, *found.span("alias"), extent)
    alias = End(Value(found["alias"]), *found.span("alias"))
    return [Fact(film, "alsoKnownAs", alias, *extent, "title-above-fields", 4.0)]


def _title_countries(document: Document, found: re.Match[str], focus: dict[str, End]) -> list[Fact]:
    title = found["title"].strip()
    begin = found.start("title")
    film = thing(title, "Film", begin, begin + len(title))
    facts = _origins(document, film, *found.span("inner"), (begin, found.end("inner") + 1))
    if facts:
        focus["FILM"] = film
    return facts


def _origins(document: Document, film: End, first: int, last: int, line: tuple[int, int]) -> list[Fact]:
    places = countries_between(document, first, last)
    several = len(places) > 1
    return [
        Fact(film, "countryOfOrigin", place, *line, "title-countries-record", 4.0,
             qualifiers={"position": n} if several else {})
        for n, place in enumerate(places, 1)
    ]  # fmt: skip


def heading_origins(document: Document, first: int, last: int, film: End) -> list[Fact]:
    """Give the countries that a heading has in brackets behind its title: "TITLE (Fr-Bel)"."""
    inner = _LAST_BRACKET.search(document.text, film.last if first <= film.first < last else first, last)
    return _origins(document, film, *inner.span("inner"), (first, last)) if inner else []


def _title_record(
    document: Document,
    found: re.Match[str],
    focus: dict[str, End],
    company_role: str,
    above: tuple[int, int] | None = None,
) -> list[Fact]:
    start, end = found.span("directors")
    people = people_between(document, start, end)
    for more in _MORE_DIRECTORS.finditer(document.text, *found.span("rest")):
        people += people_between(document, *more.span("name"))
    inner_first, inner_last = found.span("inner")
    partner = _CO_PRODUCER.search(document.text, inner_first, inner_last)
    partners = companies_between(document, *partner.span("names")) if partner else []
    inner_last = partner.start() if partner else inner_last
    origin = countries_between(document, inner_first, inner_last)
    companies = companies_between(document, inner_first, inner_last) if not origin else []
    is_prose = language_of(document) != "en" and re.match(r",?\s*[a-zß-ÿ]{2}", found["rest"].lstrip())
    if is_prose or not people or not (origin or companies):
        return []
    begin, end = above or found.span("title")
    title = document.text[begin:end].strip()
    film = thing(title, "Film", begin, begin + len(title))
    first, last = begin, found.end("inner") + 1
    facts = [
        Fact(person, "directed", film, first, last, "title-director-record", 4.0, main="object") for person in people
    ]
    own = _own_countries(document, found)
    if own is not None:
        origin = own  # what stands behind the directors is then where they are from
    if companies and not origin:
        origin = countries_behind_firm(document, found.start(), *found.span("inner"))
    several = len(origin) > 1
    facts += [
        Fact(film, "countryOfOrigin", country, first, last, "title-director-record", 4.0,
             qualifiers={"position": n} if several else {})
        for n, country in enumerate(origin, 1)
    ]  # fmt: skip
    facts += [Fact(c, company_role or "produced", film, first, last, "title-director-record", 3.0) for c in companies]
    facts += [Fact(c, "coProduced", film, first, last, "title-director-record", 3.0) for c in partners]
    focus["FILM"] = film
    return facts


def _own_countries(document: Document, found: re.Match[str]) -> list[End] | None:
    """The film's countries, where a record has them in a second bracket or on the next line; None where it has none."""
    rest = _REST_BRACKET.fullmatch(document.text, *found.span("rest"))
    places = countries_between(document, *rest.span("inner")) if rest else []
    if places:
        return places
    start = next_line(document.text, found.end())
    end = document.text.find("\n", start)
    line = _BRACKET_LINE.fullmatch(document.text, start, end if end >= 0 else len(document.text))
    return [] if line and countries_between(document, *line.span("inner")) else None


def read_fields(document: Document, first: int, last: int, film: End) -> list[Fact]:
    """Read a line of several fields, "Release: 12 October | Distributor: NAME | Country: Spain, France"."""
    facts: list[Fact] = []
    at = first
    for piece in document.text[first:last].split("|"):
        found = _FIELD.fullmatch(document.text, at, at + len(piece))
        if found:
            facts += _field_record(document, found, {"FILM": film})
        at += len(piece) + 1
    return facts


def _field_record(document: Document, found: re.Match[str], focus: dict[str, End]) -> list[Fact]:
    name = _name_of(found)
    predicate = _fields().get(name) or _fields().get(_MAIN.sub("", name))
    if predicate is None and len(parts := _AND_FIELDS.split(name)) == 2:
        several = [_fields().get(part) for part in parts]
        if all(several) and (film := focus.get("FILM")):
            people = people_between(document, *found.span("value"))
            return [_field_fact(person, str(each), film, found) for each in several for person in people]
    start, end = found.span("value")
    if predicate is None:
        return []
    if predicate == "produced" and not found["value"][:1].isupper() and "," not in found["value"]:
        if film := focus.get("FILM"):
            return [_field_fact(thing(found["value"], "Company", start, end), predicate, film, found)]
        return []
    if found["value"].casefold().startswith("by "):
        start += 3  # "Director: by NAME"
    if predicate == "title":
        focus["FILM"] = thing(found["value"].strip(' “”"«»'), "Film", start, end)
        return []
    film = focus.get("FILM")
    if film is None:
        return []
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
    agents = (
        makers_between(document, start, end, predicate)
        if predicate in _OF_COMPANIES
        else people_between(document, start, end)
    )
    return [Fact(agent, predicate, film, *line, "record-field", 4.0) for agent in agents]


def _contacts(document: Document, found: re.Match[str], focus: dict[str, End]) -> list[Fact]:
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


def _field_fact(agent: End, predicate: str, film: End, found: re.Match[str]) -> Fact:
    return Fact(agent, predicate, film, found.start("field"), found.end("value"), "record-field", 4.0)


_OF_COMPANIES = frozenset({"produced", "coProduced", "sold", "distributed", "funded"})
