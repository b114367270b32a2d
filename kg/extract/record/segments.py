"""Record lines in any order: "Spain – TITLE, dir. NAME (COMPANY)", "“TITLE” (NAME, COMPANY)", read part by part.

A line is a title and then parts between marks or in brackets, each of which says by itself what it is. A part that
says nothing makes the line no record.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.names import fold
from kg.extract.pieces import pieces
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import companies_between, countries_between, makers_between, people_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["IGNORED", "LABELS", "PROSE", "read_segments"]

_LONGEST = 170
_LONGEST_NAME = 3
_LEAD = re.compile(
    r"\s*[-•*·]?\s*(?:\d{1,3}[.)]\s*)?(?:(?P<land>(?:The )?[A-ZÀ-Þ][\w. ]{2,24}?)\s?(?:[-–—:])\s+)?"
    r"(?:(?:Animation|Documentary|Comedy|Drama|Thriller|Short)\s+(?=(?:The|A|An|Le|La|Les|El|Il)\s[A-ZÀ-Þ]))?"
)
_QUOTED = re.compile(r"[“\"«‘](?P<title>[^“”\"«»\n]{1,80}?),?[”\"»’](?P<gap>\s*)")
_PLAIN = re.compile(
    r"(?P<title>[^\s,;()|–—“”\"][^,;()|–—“”\"]{0,70}?)"
    r"(?P<gap>\s*(?=[,;(|–—])|\s+(?=[-/] )|\s+(?=(?:by|dir\.?|directed by|d\.) [A-ZÀ-Þ]))"
)
# A paragraph of labelled parts: "TITLE, director: NAME (Norway). Producer: COMPANY (Spain). Feature film.".
_FIELDED = re.compile(
    r",\s(?:directors?|written and directed by|dir\.?):\s[^:]{4,120}\.\s(?:producers?|production[\w ]{0,12}):\s",
    re.IGNORECASE,
)
_LONGEST_FIELDED = 320
_CUT = re.compile(
    r"\.\s+(?=(?:[A-Z][\w -]{2,30}:\s|(?:Feature|Documentary|Fiction|Animation|Short|Animated)\b))|"
    r"\s*[;|(){}\[\]]\s*|\s*[,]\s+|\s+[-–—/•·]\s+|"
    r"(?<!produced)(?<!directed)(?<!sold)(?<!released)(?<!written)(?<!sales)\s+"
    r"(?=(?:by|dir\.|directed by|produced by|prod\.|sold by) [A-ZÀ-Þ])"
)
LABELS = tuple(
    (role, re.compile(rf"(?:{spelt})\s+", re.IGNORECASE))
    for role, spelt in (
        (
            "directed",
            r"dirs?\b\.?:?|directed by|directors?:?|"
            r"by(?: (?:(?:first|second|debut|new)(?:[ -](?:time|film))? )?(?:director|filmmaker|newcomer))?|"
            r"d\.|réal\.?|réalisé par|de|helmed by|filmmakers?:?",
        ),
        ("sold", r"(?:int[’']l |international |world )?sales(?: agent| company)?(?: by)?:?|sold by|ws:?"),
        ("distributed", r"dist(?:r?\.|ributors?:?|ributed by|ribution:?)|released by"),
        ("coProduced", r"co-?prod(?:uced by|\.|ucers?:?|uction:?)(?: with)?"),
        ("produced", r"prods?\.?:?|produced by|producers?:?|production(?: company)?:?|p\.c\.|pc:?|prod\. co\."),
        ("starredIn", r"starring|cast:?|with"),
        ("wrote", r"written by|scr\.?:?|screenplay:?|script:?|writers?:?"),
    )
)
_SOLD = next(regex for role, regex in LABELS if role == "sold")
_MONEY = r"(?:€|eur|euros?|k|m|million|dkk|sek|nok|czk|pln|usd|gbp|chf)"
_KIND = r"(?:documentary|animation|fiction|drama|comedy|thriller|short|feature|doc|series)"
IGNORED = re.compile(
    rf"(?:(?:19|20)\d\d|\d{{1,3}}\s?(?:min(?:utes|\.)?|mins|[’'′]|mn)|\d+\s?x\s?\d+.*|"
    rf"[€$£]?\s?\d[\d.,\s]*{_MONEY}?|(?:eur|dkk|sek|nok|czk|pln|usd|gbp|chf)\s?\d[\d.,\s]*|"
    r"(?:funding|grant|support|amount):\s.*|"
    rf"(?:feature |short |creative )?{_KIND}(?: film| feature)?|"
    r"(?:world|international|european) premiere|(?:opening|closing) film|out of competition|competition|"
    r"(?:first|second|third|debut) (?:feature|film)|debut|minority|majority|in (?:post-)?production|wip|w/t|"
    r"working title)",
    re.IGNORECASE,
)
_AROUND = ' “”"–—-/'
_OF_FIRMS = frozenset({"produced", "coProduced", "sold", "distributed"})
PROSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|who|which|that|also|its|his|her|says|said|gets?|received?|after|when|"
    r"includes?|including|such as|selects|unveils|announces|presents|joins?|among)\b"
)
_ABBREVIATED = re.compile(r"(?:s\.r\.o|d\.o\.o|o\.o|a\.s|Inc|Ltd|Co|Intl|Ent|Prod)\.$")


def read_segments(document: Document, first: int, last: int, company_role: str, focus: dict[str, End]) -> list[Fact]:
    """Read a line as a record, or give nothing; a company of which nothing is said did what `company_role` says."""
    text = document.text
    line = text[first:last]
    is_fielded = bool(_FIELDED.search(line)) and last - first <= _LONGEST_FIELDED
    if is_fielded:
        last -= line.endswith(".")
        line = text[first:last]
    if (
        (last - first > _LONGEST and not is_fielded)
        or PROSE.search(line)
        or (line.endswith(".") and not _ABBREVIATED.search(line))
    ):
        return []
    lead = _LEAD.match(text, first, last)
    assert lead
    land = (lead["land"] or "").removeprefix("The ")
    at = lead.end() if countries().code(land) else lead.start("land") if land else lead.end()
    hit = _QUOTED.match(text, at, last) or _PLAIN.match(text, at, last)
    if not hit or hit.end() >= last or not _may_be_title(hit["title"]):
        return []
    film = thing(hit["title"].strip(), "Film", *hit.span("title"))
    facts: list[Fact] = []
    origins: list[End] = []
    is_labelled, is_told = False, bool(land and at == lead.end())
    had = ""
    parts = list(pieces(text, hit.end(), last, _CUT, _AROUND))
    has_land = any(countries_between(document, *part) for part in parts)
    if any(_SOLD.match(text, start, end) for start, end in parts):
        company_role = "produced"  # the line itself says who sells the film: the other company made it
    for start, end in parts:
        piece = text[start:end]
        if IGNORED.fullmatch(piece):
            is_told, had = True, ""
            continue
        label = next(((role, m) for role, regex in LABELS if (m := regex.match(text, start, end))), None)
        if label:
            role, mark = label
            made = _makers(document, mark.end(), end, role)
            if not made:
                return []
            is_labelled = is_labelled or role == "directed"
            had = role
        elif places := countries_between(document, start, end):
            # "COMPANY (Norway)" tells where the company is, "director: NAME (Norway)" where somebody is from.
            if (had not in _OF_FIRMS and not is_fielded) or text[start - 1] != "(":
                origins += places
            is_told = True
            continue
        elif (
            had in ("produced", "coProduced", "sold", "distributed", "starredIn", "directed")
            and (made := _makers(document, start, end, had))
            and not (had == "directed" and is_company_name(piece))
        ):
            role = had
        elif not any(fact.predicate == "directed" for fact in facts) and (
            made := _people(document, start, end, is_sure=has_land)
        ):
            role = had = "directed"
        elif is_company_name(piece) and piece[0].isupper() and len(piece) > 2:
            made, role, is_told = companies_between(document, start, end), company_role, True
            had = company_role
        else:
            return []
        facts += [
            Fact(agent, role, film, film.first, end, "segment-record", 3.5, main="object" if role == "directed" else "")
            for agent in made
        ]
    if not any(fact.predicate == "directed" for fact in facts) or not (is_labelled or is_told):
        return []
    focus["FILM"] = film
    facts += [
        Fact(film, "countryOfOrigin", place, film.first, place.last, "segment-record", 3.5,
             qualifiers={"position": n})
        for n, place in enumerate(origins, 1)
    ]  # fmt: skip
    return facts


def _makers(document: Document, first: int, last: int, role: str) -> list[End]:
    if role in ("directed", "starredIn", "wrote"):
        return people_between(document, first, last)
    return makers_between(document, first, last, "produced" if role == "coProduced" else role)


def _people(document: Document, first: int, last: int, *, is_sure: bool) -> list[End]:
    """Give people whose given names are known, or any where the line has countries as well."""
    made = people_between(document, first, last)
    names = [document.text[end.first : end.last] for end in made]
    sure = is_sure and not any(is_company_name(name) or len(name.split()) > _LONGEST_NAME for name in names)
    return made if all(" " in name and (sure or is_given_name(fold(name).split()[0])) for name in names) else []


def _may_be_title(title: str) -> bool:
    begins = title[:1].isupper() or title[:1].isdigit() or title[:1] in "¡¿#"
    return begins and not countries().code(title.strip()) and not any(mark.match(f"{title} ") for _, mark in LABELS)
