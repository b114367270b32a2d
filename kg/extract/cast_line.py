"""Credits of a release: its cast line, a line that says who directed it and with whom, the lines of an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact
from kg.extract.openings import opening
from kg.extract.records import companies_between, countries_between, people_between

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.releases import Entry

__all__ = ["CREDIT", "cast_facts", "credit_facts", "of_entry"]

_SERIAL = re.compile(r"\s*\(([IVX]+)\)$")
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|;)\s*")
# "Drama directed by NAMES, with NAMES." beneath a title that stands alone.
CREDIT = re.compile(
    r"(?P<kind>[^.:]{0,60}?)\b(?:directed|helmed|made) by\s+(?P<directors>(?:[^.;:]|(?<=\b\w)\.)+?)"
    r"(?:,?\s+(?:with|avec|starring|featuring|toplined by)\s+(?P<cast>.+?))?\s*\.?\s*",
    re.IGNORECASE,
)


def of_entry(document: Document, entry: Entry) -> list[Fact]:
    """Who distributes, directed and starred in a film by the lines of its entry."""
    facts = []
    if entry.distributors:
        facts += [
            Fact(company, "distributed", End("FILM"), *entry.line[1:], "release-entry", 4.0)
            for company in companies_between(document, *entry.distributors)
        ]
    if entry.directors and entry.credits:
        facts += [
            Fact(person, "directed", End("FILM"), *entry.credits[1:], "credit-line", 4.0)
            for person in people_between(document, *entry.directors)
        ]
    if entry.cast:
        facts += cast_facts(document, (0, *entry.cast))
    places = countries_between(document, *entry.countries) if entry.countries else []
    facts += [
        Fact(End("FILM"), "countryOfOrigin", place, *entry.countries, "release-entry", 4.0, qualifiers={"position": n})
        for n, place in enumerate(places, 1)
        if entry.countries
    ]
    return facts


def credit_facts(document: Document, credit: re.Match[str]) -> list[Fact]:
    """Directors and cast of a credit line."""
    first, last = credit.span()
    start, end = credit.span("directors")
    facts = [
        Fact(person, "directed", End("FILM"), first, last, "credit-line", 4.0)
        for person in people_between(document, start, end)
    ]
    if credit["cast"]:
        facts += cast_facts(document, (0, *credit.span("cast")))
    return facts


def cast_facts(document: Document, line: tuple[int, int, int]) -> list[Fact]:
    """Read a cast line: names between commas, in billing order; an ellipsis says that the list goes on."""
    text = document.text
    _, first, last = line
    found = opening("cast").match(text, first, last)
    start = found.end() if found else first
    end = last
    open_list = False
    while end > start and text[end - 1] in "….  ":
        open_list = open_list or text[end - 1] == "…" or text[start:end].endswith("...")
        end -= 1
    facts: list[Fact] = []
    at = start
    for separator in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = separator.start() if separator else end
        printed = text[at:stop].strip()
        serial = _SERIAL.search(printed)
        name = printed[: serial.start()] if serial else printed
        if name and _is_name(name):
            begin = text.index(name, at)
            person = End(Mention("Person", name), begin, begin + len(name))
            qualifiers: dict[str, int | bool] = {"billing": len(facts) + 1}
            if open_list:
                qualifiers["open_list"] = True
            facts.append(
                Fact(person, "starredIn", End("FILM"), first, last, "cast-line", 4.0, qualifiers=dict(qualifiers))
            )
        at = separator.end() if separator else stop
    return facts


def _is_name(name: str) -> bool:
    parts = name.split()
    return len(parts) <= 6 and (name[0].isupper() or name[0].isdigit() or not name[0].isascii())
