"""Lines of credits beside reviews: "Dir: NAME | Cast: NAME, NAME | Dutch, Drama 102’", many fields on one line."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import lexicon, words
from kg.extract.record.lines import companies_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["names_in", "origins_in", "read_credits"]

_RULE = "credits-line"
_SCORE = 4.0
_OF_COMPANIES = frozenset({"sold", "distributed"})
_MAKING = frozenset({"produced", "coProduced"})
_SPLIT = re.compile(r"\s*[|;•·]\s*|(?<!\b[^\W\d_])(?<!\bJr)(?<!\bSt)(?<!\bDr)\.(?=\s|$)\s*|\s+[–—]\s+")
_NAMES = re.compile(r"\s*(?:,\s*(?:and\s+|&\s*)?|\s&\s|\s/\s|/|\band\b|\bet\b|\s\+\s)\s*")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_AS_PART = re.compile(r"\s+(?:as|\.\.\.|…)\s+.*")
_MEASURES = re.compile(
    r"\(?\b(?:19|20)\d\d\b\)?|\b\d{1,3}\s*(?:′|’|'|min(?:ute)?s?\b\.?|mns?\b\.?|m\b)|\b\d\s?hr?s?\b\.?(?:\s*\d{1,2}\s*(?:m(?:in)?s?)?\b\.?)?|"
    r"\b\d\s?h\s?\d{0,2}\b"
)
_MADE_BY = re.compile(r"(?:\((?P<places>[^()]+)\)\s*)?An?\s(?P<firms>[^()]{3,200}?)\s(?:co-)?production\b")
_PLACES = re.compile(r"\s*(?:[,/|&+–-]|\band\b)\s*")
_LONGEST_NAME = 6
_LONGEST = 1200
_PARTICLES = words("names", "particles")
_COMPANY_ENDS = words("names", "company_ends")
_SHORT = 3
# With these begins no sentence.
_SHORTHAND = frozenset({"dir.", "dir", "d."})


@cache
def _labels() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str], re.Pattern[str]]:
    """Give what labels mean, what opens a field, and what does in a line without a colon."""
    table = lexicon("credits")
    meaning = {name: tuple(roles) for name, roles in [*table["said"].items(), *table["labels"].items()]}
    one = "|".join(re.escape(name) for name in sorted(table["labels"], key=len, reverse=True))
    one = rf"(?:{one})(?:s\b|\b)\.?"
    said = "|".join(re.escape(name) for name in sorted(table["said"], key=len, reverse=True))
    label = rf"(?P<label>(?i:{one}(?:\s*(?:/|&|,|\+|-|\band\b)\s*{one})*))(?:\s*\([^():]*\))?\s*:"
    is_said = rf"(?P<said>(?i:{said}))(?=\s+[^\W\d_a-zß-ÿ])"
    opens, none = r"(?<![\w’'/-])", r"(?P<label>(?!))"
    return meaning, re.compile(rf"{opens}(?:{label}|{is_said})\s*"), re.compile(rf"{opens}(?:{none}|{is_said})\s*")


@cache
def _kinds() -> frozenset[str]:
    return frozenset(lexicon("credits")["kinds"]["words"])


def read_credits(document: Document, first: int, last: int) -> list[Fact]:
    """Read a line of credits; its film is yet to be said. Gives nothing for a line of one field or of prose."""
    text = document.text
    if last - first > _LONGEST:
        return []
    _, any_field, said_field = _labels()
    pattern = any_field if text.find(":", first, last) >= 0 else said_field
    hits = list(pattern.finditer(text, first, last))
    if not hits or not _only_facts(text, first, hits[0].start()):
        return []
    facts: list[Fact] = []
    pieces_read = 0
    head = origins_in(text, first, hits[0].start())
    facts += [_origin(place, n, len(head), (first, last)) for n, place in enumerate(head, 1)]
    for at, hit in enumerate(hits):
        end = hits[at + 1].start() if at + 1 < len(hits) else last
        roles = _roles(hit)
        pieces = list(_pieces(text, hit.end(), end))
        if not pieces:
            continue
        own = _credited(document, roles, *pieces[0], (first, last)) or _production(document, hit, pieces, (first, last))
        if hit["said"] and roles and not names_in(text, *pieces[0], whole=True):
            return []  # "Directed by NAME with a light hand": prose
        pieces_read += len(pieces)
        facts += own
        if own and roles[0] not in _OF_COMPANIES and not own[-1].subject.is_open:
            # A name with the film's country, year and length behind it; a country alone is the director's.
            rest = min(own[-1].subject.last, pieces[0][1]), pieces[0][1]
            behind = origins_in(text, *rest) if any(letter.isdigit() for letter in text[slice(*rest)]) else []
            facts += [_origin(place, n, len(behind), (first, last)) for n, place in enumerate(behind, 1)]
            pieces_read += bool(behind)
        for piece in pieces[1:]:
            places = [] if any(fact.predicate == "countryOfOrigin" for fact in facts) else origins_in(text, *piece)
            if places:
                facts += [_origin(place, n, len(places), (first, last)) for n, place in enumerate(places, 1)]
            elif roles == ("starredIn",) and own:
                facts += _credited(document, roles, *piece, (first, last))
    facts = _in_full(facts)
    several = len(hits) > 1 or pieces_read > 1 or bool(head) or (hits[0]["said"] or "").casefold() in _SHORTHAND
    return facts if several and any(fact.predicate != "countryOfOrigin" for fact in facts) else []


def _production(
    document: Document, hit: re.Match[str], pieces: list[tuple[int, int]], line: tuple[int, int]
) -> list[Fact]:
    """Read "Production: (Finland-Estonia) A NAME, NAME production"."""
    if (hit["label"] or "").casefold() != "production":
        return []
    found = _MADE_BY.match(document.text, hit.end(), pieces[0][1] + 1)
    if not found:
        return []
    places = origins_in(document.text, *found.span("places")) if found["places"] else []
    firms = companies_between(document, *found.span("firms"))
    facts = [Fact(firm, "produced", End("FILM"), *line, _RULE, _SCORE) for firm in firms]
    return facts + [_origin(place, n, len(places), line) for n, place in enumerate(places, 1)]


def _in_full(facts: list[Fact]) -> list[Fact]:
    """Give people whom a line names by surname the full name that it has for them elsewhere."""
    full = {
        fact.subject.what.name.split()[-1]: fact.subject
        for fact in facts
        if isinstance(fact.subject.what, Mention)
        and fact.subject.what.type == "Person"
        and " " in fact.subject.what.name
    }
    return [
        replace(fact, subject=full[fact.subject.what.name])
        if isinstance(fact.subject.what, Mention) and fact.subject.what.name in full
        else fact
        for fact in facts
    ]


def _roles(hit: re.Match[str]) -> tuple[str, ...]:
    meaning, *_ = _labels()
    if hit["said"]:
        return meaning[hit["said"].casefold()]
    name = hit["label"].casefold().rstrip(".")
    if name in meaning:
        return meaning[name]
    roles: list[str] = []
    for part in re.split(r"\s*(?:/|&|,|\+|\band\b|(?<!co)-)\s*", name):
        plain = part.strip(". ")
        roles += meaning.get(plain, meaning.get(plain.rstrip("s"), ()))
    return tuple(dict.fromkeys(roles))


def _only_facts(text: str, first: int, last: int) -> bool:
    """Tell whether what stands before the first label is nothing, or the film's countries, year and length."""
    lead = text[first:last].strip(" |;,.:–-(")
    return not lead or (bool(origins_in(text, first, last)) and len(lead) < 60) or not _rest(lead)


def _rest(piece: str) -> str:
    """What is left of a piece without years, lengths and kinds."""
    plain = _MEASURES.sub(" ", piece).strip(" ,.|/-–()")
    parts = [part.strip(" .") for part in re.split(r"[,|/]", plain)]
    return " ".join(part for part in parts if part and part.casefold() not in _kinds())


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    at = first
    for mark in [*_SPLIT.finditer(text, first, last), None]:
        end = mark.start() if mark else last
        start = at + len(text[at:end]) - len(text[at:end].lstrip(" ,("))
        stop = start + len(
            text[start:end].rstrip(" ,.()") if text[start:end].count("(") != 1 else text[start:end].rstrip(" ,.(")
        )
        if stop > start:
            yield start, stop
        at = mark.end() if mark else last


def _credited(document: Document, roles: tuple[str, ...], first: int, last: int, line: tuple[int, int]) -> list[Fact]:
    """Give the facts of one field."""
    if not roles:
        return []
    if roles == ("countryOfOrigin",):
        places = origins_in(document.text, first, last)
        return [_origin(place, n, len(places), line) for n, place in enumerate(places, 1)]
    if roles[0] in _OF_COMPANIES:
        firms = companies_between(document, first, last)
        if document.text[last : last + 2] in (".)", ")."):
            firms = firms[:1]  # "(World sales: NAME, Paris.)"
        return [Fact(firm, roles[0], End("FILM"), *line, _RULE, _SCORE) for firm in firms]
    facts = []
    for name, start, end in names_in(document.text, first, last):
        lower = name.casefold().split()
        is_firm = any(word in _COMPANY_ENDS and len(word) > _SHORT for word in lower)
        for role in roles:
            if is_firm and role not in _MAKING:
                continue
            maker = thing(name, "Company" if is_firm else "Person", start, end)
            facts.append(Fact(maker, role, End("FILM"), *line, _RULE, _SCORE))
    return facts


def _origin(place: End, position: int, count: int, line: tuple[int, int]) -> Fact:
    several = {"position": position} if count > 1 else {}
    return Fact(End("FILM"), "countryOfOrigin", place, *line, _RULE, _SCORE, qualifiers=several)


def names_in(text: str, first: int, last: int, *, whole: bool = False) -> list[tuple[str, int, int]]:
    """Give the names of a list of people as far as it holds nothing else; parts in brackets or behind "as" aside.

    Where the `whole` list must hold nothing else, a list that does gives nothing.
    """
    found: list[tuple[str, int, int]] = []
    at = first
    for mark in [*_NAMES.finditer(text, first, last), None]:
        end = mark.start() if mark else last
        piece = _AS_PART.sub("", _ASIDE.sub("", text[at:end])).strip(' ,.–…*"“”')
        if piece and (start := text.find(piece, at, end)) >= 0 and _is_name(piece):
            found.append((piece, start, start + len(piece)))
        elif piece and text[at:end].count("(") == text[at:end].count(")"):
            if whole:
                return []
            break
        at = mark.end() if mark else last
    return found


def _is_name(name: str) -> bool:
    parts = name.split()
    if not 1 <= len(parts) <= _LONGEST_NAME or name.casefold() in _kinds() or any(part[0].isdigit() for part in parts):
        return False
    if countries().code(name) or countries().code_of_demonym(name):
        return False
    return all(part[0].isupper() or part.casefold() in _PARTICLES or part[1:2] in "’'" for part in parts)


def origins_in(text: str, first: int, last: int) -> list[End]:
    """Give the countries of a piece that has nothing but countries, years, lengths and kinds; else nothing."""
    blank = _MEASURES.sub(lambda hit: "," + " " * (len(hit.group()) - 1), text[first:last])
    places: list[End] = []
    at = 0
    for mark in [*_PLACES.finditer(blank), None]:
        end = mark.start() if mark else len(blank)
        name = blank[at:end].strip(" .():'’′")
        start = first + at + blank[at:end].find(name)
        at = mark.end() if mark else len(blank)
        if not name or name.casefold() in _kinds():
            continue
        code = countries().code(name) or countries().code_of_demonym(name)
        if code is None:
            place = _before_kind(name)
            code = place and (countries().code(place) or countries().code_of_demonym(place))
            if not code or not place:
                return []
            name = place
        places.append(End(Mention("Country", countries().name(code)), start, start + len(name)))
    return places


def _before_kind(name: str) -> str | None:
    """What stands before a kind: "Dutch" of "Dutch Drama"."""
    head, _, tail = name.partition(" ")
    return head if tail.strip().casefold() in _kinds() else None
