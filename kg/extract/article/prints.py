"""Prints: brackets behind a film that say who brings it out, and how widely: "(NAME - 38 screens)", "(412 screens)".

They stand between a title and who made it. Sentences are read without them, and the company is the distributor of the
film that the sentence names last before the bracket.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact, thing
from kg.extract.glosses import GLOSS
from kg.extract.lexicon import words
from kg.extract.months import MONTHS
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import known_festival
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["Prints", "fuller_names", "of_prints", "prints_of", "titles_before", "without_prints"]

_COUNT = (
    r"(?:(?:about|around|almost|nearly|approximately|roughly|over|some|more than|just|only|fewer than)\s+)?"
    r"(?:a (?:dozen|handful of|single|hundred)|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\s+(?:[\w-]+\s+)?"
    r"(?:screens?|copies|prints?|theat(?:re|er)s?|cinemas?|venues|locations|sites)"
)
_DAY = rf"(?:(?:{'|'.join(map(str.title, MONTHS))})(?: \d{{1,2}})?|\d{{1,2}} (?:{'|'.join(map(str.title, MONTHS))}))"
_SEE = r"(?:(?:see|read)\b[^()]{2,40}?\s*[-–—]\s*)?"
_FIRM = r"(?P<{}>[A-ZÀ-Þ0-9][^()]{{1,60}}?)"
# So many "admissions in two weeks", before or behind who releases the film.
_SEEN = (
    r"(?:(?:almost|nearly|over|some|more than|about|around)\s+)?\d[\d,.]*\s?(?:million|m|k)?\s+"
    r"(?:admissions|tickets(?: sold)?|viewers|spectators|entries|cinemagoers)"
    r"(?:\s+(?:so far|to date|in\s+(?:[\w-]+\s){0,2}(?:days?|weeks?|weekends?|months?|years?)))?"
)
_BRACKET = re.compile(
    rf"\(\s*{_SEE}(?:"
    rf"{_SEEN}(?:\s*[–—;,-]\s*{_FIRM.format('seen')}(?:\s+(?:across|in|on|with)\s+{_COUNT})?)?"
    rf"|{_FIRM.format('shown')}\s*[–—;-]\s*{_SEEN}|"
    rf"(?:distributed by\s+|released by\s+)?{_FIRM.format('firm')}\s*(?:[,;–—-]|\b(?:on|in|across|with))\s*{_COUNT}"
    rf"|(?:(?:on|in|across|at)\s+)?{_COUNT}"
    rf"(?:\s*(?:[,;–—-]|\b(?:by|via|with|through|from))\s*{_FIRM.format('behind')})?"
    rf"|(?:distributed|released|launched|brought out) by\s+{_FIRM.format('named')}"
    r"|(?P<shares>\d{1,3} ?%\s[A-ZÀ-Þ][^()%]{2,30}[/,;] ?\d{1,3} ?%\s[^()]{2,80})"
    rf"|(?:(?:on|from|out)\s+)?{_DAY}(?:\s+release)?\s*[,;–—-]\s*{_FIRM.format('dated')}"
    rf"|{_FIRM.format('alone')}"
    rf")(?:\s*(?:[,;–—-]|\b(?:in|on|from|today))[^()]{{0,25}})?\)",
)
_STOP = re.compile(r"[.;:)\]\n]\s+|, ")
_LEADS_UP = re.compile(
    r"(?:(?P<owner>[\w-]+)['’]s|\b(?:film|title|feature|movie|comedy|drama|thriller|documentary|animation|production|"
    r"blockbuster))"
    r"(?:\s[a-z-]+)?\s+(?=[A-ZÀ-Þ0-9])"
)
# What somebody owns as far as a bracket, be it in small letters or with a comma in it.
_OWNED = re.compile(
    r"(?P<owner>[^\W\d_a-z][\w-]+)['’]s (?P<title>[A-ZÀ-Þ0-9](?:[^()“”\";:’.\n]|(?<=\b[a-z])\.){1,50})$"
)
# "NAME’s Tram, Tram – a co-production between"
_APPOSED = re.compile(r"\s[–—]\s(?=(?:an?|the)\s)")
_PLAIN_WORDS = (words("names", "plain") - words("names", "title_joins")) | {
    "by", "from", "with", "who", "which", "is", "has", "was", "will",
}  # fmt: skip
# (“Dry Land”), (lit. “Dry Land” - Directors' Fortnight at Cannes 2014)
_JOINS_IN_TITLES = (words("names", "title_joins") | {"a", "the", "my", "his", "her", "your"}) - {"by"}
_LONGEST, _MOST_WORDS = 90, 9
# "The Boatman’s Wedding": the owner is of the title.
_ARTICLES = ("The ", "A ", "An ")
_JOINS = re.compile(r"\s*(?:/|,|\band\b)\s*")
# A company may be called by the first word of its name: "Kestrel" of "Kestrel Distribution".
_PLAYER = re.compile(r"\b(?:starring|with|featuring) [A-ZÀ-Þ][^()\n.;]{3,70} $")
_STUDIOS = words("records", "studios")
_ENDS = re.compile(
    r" (?:distribution|releasing|films?|pictures|entertainment|releases|distribuzione|filmverleih)$", re.I
)


@dataclass(frozen=True, slots=True)
class Prints:
    """A bracket, and the companies that it names."""

    first: int
    last: int
    firms: tuple[End, ...]


def prints_of(document: Document, part: Sentence) -> list[Prints]:
    """Give the brackets of a sentence that say who brings a film out, or on how many screens."""
    found = []
    for hit in _BRACKET.finditer(document.text, part.first, part.last):
        group = hit.lastgroup
        if group == "alone" and not (_is_known_firm(hit["alone"]) and _is_of_player(document.text, hit.start())):
            continue
        firms = list(_firms(document.text, *hit.span(group))) if group and group != "shares" else []
        found.append(Prints(hit.start(), hit.end(), tuple(firms)))
    return found


def _is_known_firm(name: str) -> bool:
    """Tell whether a bracket holds nothing but who releases films: "(Kestrel Distribution)", "(Warner)"."""
    if name.casefold() in _STUDIOS:
        return True
    return name[0].isalpha() and not any(mark.isdigit() or mark == "%" for mark in name) and is_company_name(name)


def _is_of_player(text: str, at: int) -> bool:
    """Tell whether a bracket stands behind whoever plays in a film: "TITLE, starring NAME (COMPANY)"."""
    return bool(_PLAYER.search(text, max(0, at - _LONGEST), at))


def without_prints(part: Sentence, prints: list[Prints]) -> Sentence:
    """Give a sentence to read without these brackets."""
    return replace(part, skip=(*part.skip, *((one.first, one.last) for one in prints))) if prints else part


def of_prints(prints: list[Prints], films: Iterable[End], spoken_of: End | None) -> list[Fact]:
    """Give who distributes the film named last before each bracket, and that it is out; else the one spoken of."""
    named = sorted(films, key=lambda film: film.first)
    facts = []
    had: set[object] = set()
    for one in prints:
        before = [film for film in named if film.last <= one.first]
        film = before[-1] if before else spoken_of
        if film is None or (film.what in had and len(prints) > 1):
            continue  # a film that nothing has read stands between two brackets
        had.add(film.what)
        facts += [Fact(firm, "distributed", film, one.first, one.last, "prints", 3.0) for firm in one.firms]
        facts.append(Fact(film, "stage", End(Value("released")), one.first, one.last, "prints", 2.0))
    return facts


def fuller_names(document: Document, facts: list[Fact]) -> list[Fact]:
    """Leave out that a company distributes a film where the same is said of it by its fuller name, or it is a gloss."""
    said = [
        (fact.subject.what.name, fact.object.what)
        for fact in facts
        if fact.predicate == "distributed" and isinstance(fact.subject.what, Mention)
    ]
    firms = {name for name, _ in said}
    full = {(_ENDS.sub("", name), film) for name, film in said if _ENDS.search(name)}
    return [
        fact
        for fact in facts
        if not (
            fact.rule == "credit-in-brackets"
            and isinstance(fact.object.what, Mention)
            and fact.object.what.name in firms
        )
        if fact.predicate != "distributed"
        or not isinstance(fact.subject.what, Mention)
        or (
            (fact.subject.what.name, fact.object.what) not in full
            and not document.text.endswith(("“", '"', "«"), 0, fact.subject.first)
        )
    ]


def _firms(text: str, first: int, last: int) -> Iterable[End]:
    at = first
    for mark in [*_JOINS.finditer(text, first, last), None]:
        end = mark.start() if mark else last
        name = text[at:end].strip()
        if name and (name[0].isupper() or name[0].isdigit()):
            start = text.index(name, at)
            yield thing(name, "Company", start, start + len(name))
        at = mark.end() if mark else last


def titles_before(document: Document) -> frozenset[str]:
    """Give the titles, folded, right before such brackets: behind "'s" or a kind of film, as far as the bracket.

    In a list only the bracket tells that "Salt and the Long Sea" is one film.
    """
    text = document.text
    found = set()
    for bracket in chain(_BRACKET.finditer(text), GLOSS.finditer(text)):
        end = bracket.start()
        while end and text[end - 1].isspace():
            end -= 1
        first = max(
            (hit.end() for hit in _STOP.finditer(text, max(0, end - _LONGEST), end)), default=max(0, end - _LONGEST)
        )
        begins = [
            hit.end()
            for hit in _LEADS_UP.finditer(text, first, end)
            if _is_title(text[hit.end() : end])
            and not (hit["owner"] and (_is_no_person(hit["owner"]) or text.endswith(_ARTICLES, 0, hit.start())))
        ]
        if begins:
            found.add(fold(text[begins[-1] : end]))
        elif (owned := _OWNED.search(text, max(0, end - _LONGEST), end)) and _is_owned_title(owned):
            found.add(fold(owned["title"]))
    for dash in _APPOSED.finditer(text):
        owned = _OWNED.search(text, max(0, dash.start() - _LONGEST), dash.start())
        if owned and "," in owned["title"] and _is_owned_title(owned):
            found.add(fold(owned["title"]))
    return frozenset(found)


def _is_no_person(owner: str) -> bool:
    """Tell whether what owns a title is a country, or a festival whose section it is then."""
    return countries().code(owner) is not None or known_festival(owner) is not None


def _is_owned_title(owned: re.Match[str]) -> bool:
    """Tell whether what somebody owns, as far as a bracket, is a title in small letters or with a comma."""
    head, comma, rest = owned["title"].partition(", ")
    small = [part for part in owned["title"].split() if part[0].islower()]
    return (
        not _is_no_person(owned["owner"])
        and (not comma or rest[:1].isupper() or rest[:1].isdigit())
        and len(owned["title"].split()) <= _MOST_WORDS
        and not any(fold(part.strip(",")) in _PLAIN_WORDS for part in small)
        and bool(head)
    )


def _is_title(words_: str) -> bool:
    parts = words_.split()
    return (
        1 <= len(parts) <= _MOST_WORDS
        and parts[0][:1].isupper()
        and all(part[0].isupper() or part[0].isdigit() or fold(part) in _JOINS_IN_TITLES for part in parts)
    )
