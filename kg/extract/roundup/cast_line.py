"""Credits of a release: its cast line, a line that says who directed it and with whom, the lines of an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact
from kg.extract.names import Names
from kg.extract.record.lines import companies_between, countries_between, people_between
from kg.extract.roundup.openings import opening
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.roundup.releases import Entry

__all__ = ["Credit", "cast_facts", "credit_facts", "credit_of", "distributed", "of_entry"]

_SERIAL = re.compile(r"\s*\(([IVX]+)\)$")
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|;)\s*")
# "Drama directed by NAMES, with NAMES." or "Animation by NAMES. With NAMES… (1h10)" beneath a title that stands alone.
_KINDS = r"(?:film|movie|documentary|animation|comedy|drama|thriller|feature|documentaire|comédie|drame)"
_DIRECTED = re.compile(
    rf"\s*(?:(?P<verb>[^.:]{{0,60}}?\b(?:directed|helmed|made) by)|"
    rf"(?:(?:an? |un )?(?:[\w-]+ )?{_KINDS} )?(?:by|de|d['’](?=\w)))\b\s*:?\s*",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?:\s*[,.;–-])?\s+(?:with the (?:voices?|participation) of|with|avec|starring|featuring|toplined by)\s*:?\s+",
    re.IGNORECASE,
)
# Behind the names: the running time in brackets, or the kind of film as a sentence of its own.
_BEHIND = re.compile(
    rf"(?:\s*\((?:\d\s?h\s?\d{{0,2}}|\d{{2,3}}\s?min)[^()]{{0,20}}\)|(?<=[.…])\s*{_KINDS}\.?)\s*$", re.IGNORECASE
)
# What makes a list of names more than that: another sentence behind it.
_GOES_ON = re.compile(r"[?!:]|(?:(?<!\b\w)\.|…)\s+\S")
_LONGEST_CREDIT = 300
_MOST_BEHIND = 3


@dataclass(frozen=True, slots=True)
class Credit:
    """A line of credits: where it stands, and where in it the directors and the cast."""

    extent: tuple[int, int]
    directors: tuple[int, int]
    cast: tuple[int, int] | None


def credit_of(document: Document, first: int, last: int) -> Credit | None:
    """Take a line for credits that say who directed the film beneath a title, and maybe who is in it."""
    text = document.text
    head = _DIRECTED.match(text, first, last) if last - first <= _LONGEST_CREDIT else None
    if head is None:
        return None
    end = _before_tail(text, head.end(), last)
    parted = _WITH.search(text, head.end(), end)
    names = (head.end(), parted.start() if parted else end)
    while names[1] > names[0] and text[names[1] - 1] in ". ":
        names = (names[0], names[1] - 1)
    told = text[slice(*names)]
    if re.search(r"[;:]|(?<!\b\w)\.", told):
        return None
    if parted and _GOES_ON.search(text, parted.end(), end):
        return None
    if not any(" " in name or head["verb"] for name in _names_of(document, *names)):
        return None  # "By Night" is a title, "Directed by NAME, this drama follows …" a sentence
    return Credit((first, last), names, (parted.end(), end) if parted else None)


def _before_tail(text: str, first: int, last: int) -> int:
    for _ in range(_MOST_BEHIND):
        if found := _BEHIND.search(text, first, last):
            last = found.start()
    return last


def _names_of(document: Document, first: int, last: int) -> list[str]:
    return [end.what.name for end in _directors(document, first, last) if isinstance(end.what, Mention)]


def _directors(document: Document, first: int, last: int) -> list[End]:
    """Give the people of a credit: two who share a surname have it both, "Ana and Iria Ruibal"."""
    found = people_between(document, first, last)
    if found and all(isinstance(end.what, Mention) and " " in end.what.name for end in found):
        return found
    tokens = tokenise(document, first, last)
    line = Names(tokens, headline=True)
    whole = next((names for end, names, *_ in line.candidates("people", 0) if end == line.n), None) if line.n else None
    if whole is None:
        return found
    return [End(Mention("Person", name), tokens.starts[at], tokens.ends[stop - 1]) for name, at, stop in whole]


def distributed(document: Document, inner: tuple[int, int]) -> list[Fact]:
    """Who distributes a film, from the bracket behind its title."""
    return [
        Fact(company, "distributed", End("FILM"), inner[0] - 1, inner[1] + 1, "release-entry", 4.0)
        for company in companies_between(document, *inner, joined=False)
    ]


def of_entry(document: Document, entry: Entry) -> list[Fact]:
    """Who distributes, directed and starred in a film by the lines of its entry."""
    facts = []
    if entry.distributors:
        facts += distributed(document, entry.distributors)
    if entry.directors and entry.credits:
        facts += [
            Fact(person, "directed", End("FILM"), *entry.credits[1:], "credit-line", 4.0)
            for person in people_between(document, *entry.directors)
        ]
    if entry.cast:
        facts += cast_facts(document, (0, *entry.cast))
    places = (
        countries_between(document, *entry.countries) or _nations(document, *entry.countries) if entry.countries else []
    )
    facts += [
        Fact(End("FILM"), "countryOfOrigin", place, *entry.countries, "release-entry", 4.0, qualifiers={"position": n})
        for n, place in enumerate(places, 1)
        if entry.countries
    ]
    return facts


def _nations(document: Document, first: int, last: int) -> list[End]:
    """Give the countries of a chain of demonyms, "Franco-Belgian"; [] where more than that stands there."""
    tokens = tokenise(document, first, last)
    line = Names(tokens)
    chain = next((names for end, names, *_ in line.candidates("demonym", 0) if end == line.n), ()) if line.n else ()
    return [End(Mention("Country", name), tokens.starts[at], tokens.ends[stop - 1]) for name, at, stop in chain]


def credit_facts(document: Document, credit: Credit) -> list[Fact]:
    """Directors and cast of a credit line."""
    facts = [
        Fact(person, "directed", End("FILM"), *credit.extent, "credit-line", 4.0)
        for person in _directors(document, *credit.directors)
    ]
    if credit.cast:
        facts += cast_facts(document, (0, *credit.cast))
    return facts


def cast_facts(document: Document, line: tuple[int, int, int]) -> list[Fact]:
    """Read a cast line: names between commas, in billing order; an ellipsis says that the list goes on."""
    text = document.text
    _, first, last = line
    found = opening("cast").match(text, first, last)
    start = found.end() if found else first
    end = _before_tail(text, start, last)
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
