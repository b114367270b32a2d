"""Where films were seen, told in passing: "TITLE (Berlinale Forum 2014)", "premiered in Cannes’ ACID in 2019"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import lexicon
from kg.extract.news import main_ends
from kg.extract.slot.festival import edition_name, is_market, known_festival, sections
from kg.extract.token import past_links
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["seen_in_passing"]

_RULE = "seen-in-passing"
_BRACKET = re.compile(r"[”\"’]?\s?\((?P<inner>[^\W\d_][^()]{2,70}?),? (?P<year>(?:19|20)\d\d)\)")
_OWNED = re.compile(
    r"\b(?:premiered|screened|shown|competed|selected|bowed|played|opened|unspooled|unveiled|debuted)\b"
    r"[^.;:()\n]{0,30}?\b(?:in|at|for) (?P<festival>[A-ZÀ-Þ][\w ]{2,25}?)[’'](?:s)? "
    r"(?P<section>[A-ZÀ-Þ][\w’'-]*(?: (?:[A-ZÀ-Þ][\w’'-]*|of|the|de|du)){0,4}?)(?: (?:section|sidebar|strand))?"
    r"(?:,? in|,)? (?P<year>(?:19|20)\d\d)\b"
)
_COUNTED = re.compile(r"\b(?:admissions|tickets|spectators|viewers)\b")
_ADMITTED = re.compile(
    r"[”\"’]?\s\(\d[\d.,]*(?:\s?(?:m|k|million))?(?: (?:admissions|tickets|spectators|viewers))?[,;] "
    r"(?P<name>[A-ZÀ-Þ][^(),;\d]{1,40})\)"
)
_FESTIVAL = re.compile(r"\b(?:Festival|Fest|IFF|FF|IDFF|Filmfest)\b")
_OTHER = re.compile(r"\bwhose?\b|\n")
_FAR = 220


def seen_in_passing(document: Document, facts: list[Fact], named: list[Fact]) -> list[Fact]:
    """Add the screenings that stand in brackets behind a title or its director, or behind what a festival owns.

    What a phrase took for a company there is none.
    """
    text = document.text
    told = {(fact.subject.what, _edition(fact)) for fact in facts if fact.predicate == "screenedAt"}
    found: list[Fact] = []
    owners: dict[int, Mention] = {}
    films: dict[int, End] = {}
    for fact in [*facts, *named]:
        here = [fact.object] if fact.predicate == "directed" else main_ends(fact)
        films |= {end.first: end for end in here if isinstance(end.what, Mention) and end.last > end.first}
        ends = [(end, end.last) for end in here]
        if fact.predicate == "directed" and fact.subject.first > fact.object.last:
            ends.append((fact.object, fact.subject.last))
        for film, last in ends:
            hit = _BRACKET.match(text, past_links(text, last)) if film.last else None
            if hit is None or not isinstance(film.what, Mention):
                continue
            shown = _parsed(hit)
            if shown:
                owners[hit.start("inner")] = film.what
            if shown and (film.what, shown[0]) not in told:
                told.add((film.what, shown[0]))
                found.append(_screening(film, shown, hit.start("inner"), hit.end("year")))
    found += _released(document, films, facts) + _listed(document, films, facts)
    starts = sorted(films)
    for hit in _OWNED.finditer(text) if starts else ():
        name = known_festival(hit["festival"])
        before = bisect_left(starts, hit.start()) - 1
        if name is None or before < 0 or hit.start() - starts[before] > _FAR:
            continue
        film = films[starts[before]]
        if _OTHER.search(text, film.last, hit.start()):
            continue  # "TITLE, the debut of NAME, whose short played in"
        edition, section = f"{name} {hit['year']}", sections().get(hit["section"].casefold(), hit["section"])
        if (film.what, edition) not in told:
            told.add((film.what, edition))
            found.append(_screening(film, (edition, section), hit.start("festival"), hit.end("year")))
    kept = [fact for fact in facts if fact.subject.first not in owners or fact.predicate == "screenedAt"]
    kept = [fact for fact in kept if not _is_anothers(fact, owners)]
    return kept + found


def _is_anothers(fact: Fact, owners: dict[int, Mention]) -> bool:
    """Tell whether a screening is that of a bracket, but of another film than the one before the bracket."""
    owner = owners.get(fact.object.first) if fact.predicate == "screenedAt" else None
    return owner is not None and isinstance(fact.subject.what, Mention) and fact.subject.what != owner


def _released(document: Document, films: dict[int, End], facts: list[Fact]) -> list[Fact]:
    """Give who brought films out whose brackets count their admissions: "TITLE by NAME (114,640 admissions, Sund)"."""
    text = document.text
    if not _COUNTED.search(text):
        return []
    behind = {end.last: end for end in films.values()}
    behind |= {
        fact.subject.last: fact.object
        for fact in facts
        if fact.predicate == "directed" and fact.object.last and fact.subject.first > fact.object.last
    }
    found = []
    for last, film in behind.items():
        hit = _ADMITTED.match(text, past_links(text, last))
        if hit and isinstance(film.what, Mention) and not countries().code(hit["name"]):
            firm = thing(hit["name"], "Company", *hit.span("name"))
            found.append(Fact(firm, "distributed", film, min(film.first, last), hit.end(), "admissions-brackets", 2.4))
    return found


def _listed(document: Document, films: dict[int, End], facts: list[Fact]) -> list[Fact]:
    """Give the screenings of all films of a list that opens behind a festival: "premiered at Oslo 2018: A, B and C"."""
    found = []
    for fact in facts:
        if fact.predicate != "screenedAt" or not document.text.startswith(": ", fact.object.last):
            continue
        _, last = document.sentence(fact.object.first, fact.object.last)
        listed = [film for first, film in films.items() if fact.object.last < first < last]
        found += [replace(fact, subject=film) for film in listed if film.what != fact.subject.what]
    return found


def _edition(fact: Fact) -> str:
    return fact.object.what.name if isinstance(fact.object.what, Mention) else ""


def _screening(film: End, shown: tuple[str, str | None], first: int, last: int) -> Fact:
    edition = End(Mention("FestivalEdition", shown[0]), first, last)
    qualifiers = {"section": shown[1]} if shown[1] else {}
    return Fact(film, "screenedAt", edition, min(film.first, first), last, _RULE, 2.4, qualifiers=qualifiers)


def _parsed(hit: re.Match[str]) -> tuple[str, str | None] | None:
    """Give the edition and the section that a bracket names, in either order; None where it names none."""
    inner, year = hit["inner"].strip(), hit["year"]
    if is_market(inner):
        return None
    if home := _homes().get(inner.casefold().replace("’", "'")):
        return f"{home} {year}", sections().get(inner.casefold(), inner)
    parts = [part.strip() for part in inner.split(",")]
    pairs = [(parts[0], parts[1]), (parts[1], parts[0])] if len(parts) == 2 else []
    if len(parts) == 1:
        words = inner.split()
        pairs = [(inner, "")]
        for cut in range(len(words) - 1, 0, -1):
            pairs += [(" ".join(words[:cut]), " ".join(words[cut:])), (" ".join(words[cut:]), " ".join(words[:cut]))]
    for festival, section in pairs:
        if name := known_festival(festival):
            return f"{name} {year}", sections().get(section.casefold(), section) or None
    edition = edition_name(f"{inner} {year}") if len(parts) == 1 and _FESTIVAL.search(inner) else None
    return (edition, None) if edition else None


@cache
def _homes() -> dict[str, str]:
    table: dict[str, str] = lexicon("festivals")["sidebars"]
    return {name.casefold().replace("’", "'"): home for name, home in table.items()}
