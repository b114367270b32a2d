"""Record lines of articles: "TITLE – DIRECTOR (Country)", "TITLE by DIRECTOR (COMPANY, France)", "Director: NAME"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.pieces import pieces
from kg.extract.record.beneath import (
    ALIAS_LINE,
    DATELINE,
    HEADING,
    LONGEST_TITLE,
    PIPED_LINE,
    behind_alias,
    next_line,
    title_above,
)
from kg.extract.record.fields import (
    BY,
    CONTACT,
    contact_facts,
    field_facts,
    field_in,
    fields,
    is_field,
    is_field_line,
    name_of,
    opens_fields,
)
from kg.extract.record.identified import read_identifiers
from kg.extract.record.legend import countries_behind_firm
from kg.extract.record.origins import listed_origins
from kg.extract.record.prize_lines import read_prize
from kg.extract.record.segments import read_segments
from kg.extract.record.title_credits import read_title_credits
from kg.extract.record.title_lands import read_title_lands
from kg.extract.slot.festival import sections
from kg.extract.slot.namelists import companies_between, countries_between, people_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = [
    "companies_between",
    "countries_between",
    "heading_origins",
    "names_its_director",
    "opens_credits",
    "people_between",
    "read_record",
]

_TITLE_DASH = re.compile(
    r"[-•*·]?\s*(?:\d+[.)]\s*)?[“\"«]?(?P<title>[^()–—“”\"]{1,80}?(?:\([^()\d]{2,30}\))?)[”\"»]?"
    r"(?:\s+(?:aka|a\.k\.a\.|alias)\s+[“\"«]?[^“”\"()–—]{1,80}?[”\"»]?)?(?:\s+[-–—]\s+|\s*–\s+|(?<=[a-zà-ÿ)])-\s+)"
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
    r"[“\"«]?(?P<title>[^\W_][^()“”\"]{0,80}?)[”\"»`]?\s*\((?P<inner>[^()]*)\)"
    r"\s*(?:,?\s*(?:animat(?:ion|ed)|documentary|fiction|short|feature|drama|comedy)\b.*|[€$£(].*|"
    r"(?:[–-]\s*)?\d[\d\s.,]{2,}(?:k|m|million)?\s?(?:€|eur|euros?|dkk|sek|nok|czk|pln|usd|gbp|chf).{0,30})?",
    re.IGNORECASE,
)
# "• TITLE (Original Title)" above lines such as "Director: NAME".
_TITLE_ABOVE_FIELDS = re.compile(
    rf"[-•*·]?\s*(?:\d+[.)]\s*)?{_GIVEN_TO}"
    r"[“\"«]?(?P<title>[^\W_a-zß-ÿ](?:[^()“”\":]|:(?=\s)){0,80}?)[”\"»]?\s*(?:\((?P<alias>[^()]{2,80})\))?\s*"
    r"(?:\((?i:opening|closing|out of|special|world|short|debut|first)\b[^()]{0,40}\))?\s*"
    r"(?:(?<=\) )\([A-ZÀ-Þ][^()\d]{2,40}\))?\s*"
    # "TITLE €250 000 (Documentary)": what a fund gives to it.
    r"(?P<grant>(?:[–-]\s*)?(?:(?:[€$£]|EUR|DKK|SEK|NOK|CZK|PLN|CHF|GBP|USD)\s?\d[\d\s.,]*[mk]?|"
    r"\d[\d\s.,]{2,}\s?(?:€|EUR|euros?|DKK|SEK|NOK|CZK|PLN|CHF|GBP|USD))\s*"
    r"(?:\((?i:documentary|animation|fiction|short|feature|series|minority|majority)[^()]{0,40}\)\s*)?)?"
)
# "Drama, 105 min." stands above the fields too, and is no title.
_LENGTH = re.compile(
    r"\b\d+\s?(?:min|mn|minutes|x)\b|[.;,]$|^(?:feature|documentary|drama|short|fiction|comedy)\b", re.IGNORECASE
)
# "(feature film)", "(8x60’)" behind a title, and ", documentary".
_SORT = re.compile(
    r"(?:[\w-]+ )?(?:film|documentary|feature|fiction|animation|short|series|drama|drama series|tv series|speelfilm)|"
    r"\d+\s?x\s?\d+.{0,4}",
    re.IGNORECASE,
)
_SORT_BEHIND = re.compile(
    r",\s(?:short |animated |feature )?(?:documentary|feature|film|animation|short|series|fiction)$"
)
_LONGEST_RECORD = 110
# What stands in the title of no record: the line is a sentence that ends as records do, "… is TITLE by NAME (COMPANY)".
_IN_PROSE = re.compile(
    r"^(?:[Cc]o-?)?(?:[Dd]irected|[Ww]ritten|[Pp]roduced|[Ss]hot|[Ff]unded|[Ss]upported|[Bb]acked|[Ss]old|[Dd]istributed)$|"
    r"(?<!^)\b(?:is|are|was|were|goes|went|also|has|have|will|includes?|including|such as|likewise|among|along with|"
    r"backs|supports?|supported|funds|shows|showed|selected|receives?|received|titles:|projects:|films:)(?!\w)"
)
# "The coming-of-age comedy by NAME (Earlier Work) is": English titles have capitals.
_OF_KIND = re.compile(
    r"(?:The|A|An|His|Her|Their|This)(?: [a-zß-ÿ-]+)* (?:film|feature|comedy|drama|documentary|thriller|"
    r"series|movie|debut|short|production|project|story|animation|work|title)"
)
# "Spain - TITLE by NAME, produced": another kind of record.
_BY_INSIDE = re.compile(r"\sby\s[A-ZÀ-Þ]|, (?:co-?)?(?:produced|directed|written)$|\bdir\.")
_MADE_INSIDE = re.compile(r",\s(?:(?:co-?)?produced|prod\.)\s")
_LONG_REST = re.compile(r"(?:\b[a-zà-ÿ]{2,}\b\W+){4}")
_AMOUNT = r"(?:[€$£]?\s*\d[\d\s.,]*(?:€|eur|euros?|dkk|sek|nok|chf|k|m)?)"
_NATIONS_ALONE = re.compile(
    r"(?:[Aa]n? )?(?P<nations>[A-ZÀ-Þ][\w.]+(?:-[A-ZÀ-Þ][\w.]+)*) (?:minority |majority )?"
    r"(?:co-?production|film|feature)\.?"
)
_BRACKET_LINE = re.compile(rf"\s*\((?P<inner>[^()]*)\)\s*{_AMOUNT}?\s*", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"\((?P<inner>[^()]{2,50})\)\s*$")
# "(Iceland) - (Iceland, Sweden) 220 000 €": the second bracket of a record has the film’s countries.
_REST_BRACKET = re.compile(rf".*?\((?P<inner>[^()]*)\)\s*{_AMOUNT}?\s*", re.IGNORECASE)
# "NAME (Turkey), NAME (Turkey)": each director with a country.
_MORE_DIRECTORS = re.compile(r"\s*(?:,|and|&|/)\s*(?P<name>[^(),;\d]{3,60}?)\s*\([^()]*\)")
# "Hungary, 2017": where and when a film was made, in a block of fields.
_MADE_IN = re.compile(r"\s*(?P<inner>[^,\d|]{3,60}),\s*(?:19|20)\d\d\s*")
_ABBREVIATED = re.compile(r"(?:s\.r\.o|d\.o\.o|o\.o|a\.s|S\.A|S\.L|Inc|Ltd|Co|Intl|Ent|Prod|e\.a)\.$")
_DIRECTED = re.compile(
    r"(?:[Dd]irs?|Directors?(?:\s?/\s?[a-z]+)?|Writer\s?/\s?director|Directed by|Réal\w*|Réalisation)\s?[.:]\s|"
    r"[Dd]irs? [A-ZÀ-Þ]"
)
# "TITLE by NAME (Finland) Produced by FIRM, distributed by FIRM.": what prose says.
_THEN_MADE = re.compile(r"\s*\.?\s*(?:Co-p|P|W)(?:roduced|ritten) by\b")
_AGENTS = frozenset({"agent", "agents"})
_ANY_FIELD = re.compile(r"\s*[A-Z][a-z]+(?:[ /][A-Za-z]+){0,2}\s?:\s")
_CAST = re.compile(r"(?:Key |Main )?(?:Cast|Stars|Starring)\s?:\s")
_CO_PRODUCER = re.compile(
    r"\s*[;,]\s*(?:[\w-]+ )?(?:co-?producers?|co-?production|minority partner)\s*:\s*(?P<names>[^;]+)", re.IGNORECASE
)
_OTHER_BEHIND = re.compile(r"\s\((?P<other>[A-ZÀ-Þ][^()\d]{1,40})\)$")
_PIPE = re.compile(r"\s*\|\s*")
_QUOTES = '“"‘«„'


def opens_credits(document: Document, first: int, last: int) -> bool:
    """Tell whether a line is the first field of a block right below prose: the credits of what the prose is about."""
    found = field_in(document.text, first, last)
    if found is None or name_of(found) not in fields():
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
    if facts := read_identifiers(document, first, last) or read_prize(document, first, last, focus):
        return facts
    # A dash divides more surely than a word: "Le Temps de l’Été - NAME (France)".
    has_brackets = document.text.find("(", first, last) >= 0
    for pattern in (_TITLE_DASH, _TITLE_DIRECTOR, _LONG_TITLE_DIRECTOR) if has_brackets else ():
        found = pattern.fullmatch(document.text, first, last)
        is_sentence = found and (
            _BY_INSIDE.search(found["title"])
            or _THEN_MADE.match(found["rest"])
            or _MADE_INSIDE.search(found["directors"])
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
    found = _DASH_DIRECTORS.fullmatch(document.text, first, last) if has_brackets else None
    above = title_above(document.text, first) if found else None
    if found and above and (facts := _title_record(document, found, focus, company_role, above)):
        return facts
    found = _TITLE_COUNTRIES.fullmatch(document.text, first, last) if has_brackets else None
    is_by = BY.fullmatch(document.text, first, last) is not None
    if (
        found
        and not (is_by or is_field_line(document, first, last))
        and BY.match(document.text, next_line(document.text, last))
    ):
        return _title_countries(document, found, focus)
    if facts := read_title_lands(document, first, last, focus) or read_title_credits(document, first, last, focus):
        return facts
    if "FILM" in focus and (lands := _chain_of_nations(document, first, last)):
        return listed_origins(focus["FILM"], lands, (first, last), "record-nations")
    made = _MADE_IN.fullmatch(document.text, first, last)
    if made and "FILM" in focus and countries_between(document, *made.span("inner")):
        return _origins(document, focus["FILM"], *made.span("inner"), (first, last))
    if "FILM" in focus and PIPED_LINE.fullmatch(document.text, first, last):
        cells = pieces(document.text, first, last, _PIPE)
        lands = next((lands for cell in cells if (lands := countries_between(document, *cell))), [])
        return listed_origins(focus["FILM"], lands, (first, last), "title-countries-record")
    found = _TITLE_ABOVE_FIELDS.fullmatch(document.text, first, last) if made is None else None
    is_directed = bool(_DIRECTED.match(document.text, behind_alias(document.text, last)))
    opens_cast = _CAST.match(document.text, behind_alias(document.text, last)) and is_paragraph(document.text, first)
    marked = found and (
        opens_cast
        or found["alias"]
        or found["grant"]
        or document.text[first] in "•*·-"
        or "FILM" not in focus
        or is_directed
    )
    if (
        found
        and marked
        and not is_field_line(document, first, last)
        and not BY.fullmatch(document.text, first, last)
        and not DATELINE.fullmatch(document.text, first, last)
        and not HEADING.fullmatch(found["title"].strip(" :"))
        and (
            ":" not in found["title"]
            or (
                found["alias"]
                and not is_field(found["title"].split(":")[0])
                and countries_between(document, *found.span("alias"))
            )
            or (
                found["grant"]
                and found["title"].strip()[-1] != ":"
                and found["title"].split(":")[0].casefold() not in fields()
            )
        )
        and not _LENGTH.search(found["title"])
        # Whom the first field names: no title.
        and f": {found['title'].strip()}\n" not in document.text[last : last + _LONGEST_RECORD]
        and opens_fields(document.text, behind_alias(document.text, last))
    ):
        return _title_above_fields(document, found, focus)
    alias = ALIAS_LINE.fullmatch(document.text, first, last)
    is_below = alias and "FILM" in focus and not document.text[focus["FILM"].last : first].strip()
    is_section = alias and alias["alias"].casefold() in sections()
    if alias and is_below and not is_section and not countries_between(document, *alias.span("alias")):
        other = End(Value(alias["alias"]), *alias.span("alias"))
        return [Fact(focus["FILM"], "alsoKnownAs", other, first, last, "title-above-fields", 4.0)]
    if "FILM" in focus and (found := _BRACKET_LINE.fullmatch(document.text, first, last)):
        return _origins(document, focus["FILM"], *found.span("inner"), (first, last))
    found = field_in(document.text, first, last) or (
        BY.fullmatch(document.text, first, last)
        if "FILM" in focus and (document.text[last - 1] != "." or _ABBREVIATED.search(document.text, first, last))
        else None
    )
    if found:
        if name_of(found) in _AGENTS and not _is_below_field(document.text, first):
            return []  # somebody's own
        if name_of(found) == CONTACT and company_role == "sold":
            return contact_facts(document, found, focus)
        return field_facts(document, found, focus)
    return read_segments(document, first, last, company_role, focus) if company_role else []


def _is_below_field(text: str, first: int) -> bool:
    """Tell whether a field stands on the line right above."""
    end = text.rfind("\n", 0, first)
    return end > 0 and _ANY_FIELD.match(text, text.rfind("\n", 0, end) + 1, end) is not None


def is_paragraph(text: str, first: int) -> bool:
    """Tell whether a blank line stands above a line."""
    end = first
    while end and text[end - 1].isspace():
        end -= 1
    return text.count("\n", end, first) > 1


def _chain_of_nations(document: Document, first: int, last: int) -> list[End]:
    """Give the countries of a line that is nothing but "Slovak-Polish co-production"; else none."""
    line = _NATIONS_ALONE.fullmatch(document.text, first, last)
    nations = line["nations"].split("-") if line else []
    codes = [countries().code_of_demonym(nation) or countries().code(nation) for nation in nations]
    return [End(Mention("Country", countries().name(code)), first, last) for code in codes if code and all(codes)]


def _title_above_fields(document: Document, found: re.Match[str], focus: dict[str, End]) -> list[Fact]:
    """The line above a block of fields is the title, with another one in brackets."""
    title = _SORT_BEHIND.sub("", found["title"].strip())
    begin = found.start("title")
    film = thing(title, "Film", begin, begin + len(title))
    focus["FILM"] = film
    extent = (begin, found.end("alias") + 1 if found["alias"] else begin + len(title))
    if not found["alias"] or _SORT.fullmatch(found["alias"]) or found["alias"].casefold() in sections():
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
    return listed_origins(film, countries_between(document, first, last), line, "title-countries-record")


def names_its_director(document: Document, first: int, last: int) -> bool:
    """Tell whether a line is a title with its director and what is in brackets behind: "TITLE - NAME (Country)"."""
    found = _TITLE_DASH.fullmatch(document.text, first, last)
    return found is not None and bool(people_between(document, *found.span("directors")))


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
    if document.text[inner_first] in _QUOTES and not countries_between(document, inner_first, inner_last):
        return []  # "TITLE, directed by NAME (“OTHER TITLE”)"
    partner = _CO_PRODUCER.search(document.text, inner_first, inner_last)
    partners = companies_between(document, *partner.span("names")) if partner else []
    inner_last = partner.start() if partner else inner_last
    origin = countries_between(document, inner_first, inner_last)
    companies = companies_between(document, inner_first, inner_last) if not origin else []
    is_prose = language_of(document) != "en" and re.match(r",?\s*[a-zß-ÿ]{2}", found["rest"].lstrip())
    if is_prose or not people or not (origin or companies):
        return []
    begin, end = above or found.span("title")
    title = document.text[begin:end].strip(" ,")
    other = _OTHER_BEHIND.search(title)
    film = thing(title[: other.start()] if other else title, "Film", begin, begin + len(title))
    first, last = begin, found.end("inner") + 1
    facts = [
        Fact(person, "directed", film, first, last, "title-director-record", 4.0, main="object") for person in people
    ]
    if other and not _SORT.fullmatch(other["other"]):
        alias = End(Value(other["other"]), begin + other.start("other"), begin + other.end("other"))
        facts.append(Fact(film, "alsoKnownAs", alias, first, last, "title-director-record", 4.0))
    own = _own_countries(document, found)
    if own is not None:
        origin = own  # what stands behind the directors is then where they are from
    if companies and not origin:
        origin = countries_behind_firm(document, found.start(), *found.span("inner"))
    facts += listed_origins(film, origin, (first, last), "title-director-record")
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
