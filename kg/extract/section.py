"""Sections of festivals in prose: "unveiled in the Un Certain Regard section", "in competition at"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.slot.festival import known_festival, sections

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["named_section", "section_of_paragraph", "told_section", "with_sections"]

# Behind a festival: its section, and then the year.
_YEAR_BEHIND = re.compile(
    r",? (?:in|as part of|within|under) (?:the )?[A-ZÀ-Þ][\w’' -]{2,40}? "
    r"(?:section|selection|competition|sidebar|label) (?:in |of )?(?P<year>(?:19|20)\d\d)\b"
)
# How far from a festival its sentence goes at most.
_LONGEST = 800
_OWNER = re.compile(r"([^\W\d_]\w+)(?:[’']s)? $")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?…](?=\s|$)|\n")
_YEAR_ENDS = re.compile(r"(?:19|20)\d\d\Z")
# "in the X section", for sections that no list has.
_SOME_SECTION = re.compile(
    r"\bin the (?P<section>[A-ZÀ-Þ][\w’'&-]*(?: (?:[A-ZÀ-Þ][\w’'&-]*|of|the|for|de|du))*) (?:section|sidebar|strand)\b"
    r"|\bin the (?P<competition>[A-ZÀ-Þ][\w’'&-]*(?: [A-ZÀ-Þ][\w’'&-]*)* Competition)\b"
)


# "The International Feature Competition, open to first films, comprises 14 titles."
_HELD = re.compile(
    r"(?:Out of competition, |Meanwhile, |Finally, |In turn, |Elsewhere, )?[Tt]he "
    r"(?P<name>[A-ZÀ-Þ][\w’'&-]*(?:,? (?:[A-ZÀ-Þ][\w’'&-]*|of|the|for|de|du|and|in))*)"
    r"(?: (?P<kind>section|sidebar|strand|competition|Competition|line-up|programme))?(?:,[^.;]{3,80}?,)? "
    r"(?:will|comprises?|hosts?|features?|presents?|screens?|is made up|includes?|consists?|boasts?|counts?|brings?|"
    r"has|offers?|opens?|gathers?|shows?)\b"
)
_LAST_WORD = re.compile(
    r"\b(?:Competition|Section|Panorama|Selection|Screenings?|Premi[eè]res?|Galas?|Visions|Perspectives|Spotlight|"
    r"Showcase|Focus|Horizons|Discoveries|Days|Week|Shorts|Documentaries)$"
)


def named_section(document: Document, first: int, last: int, near: int | None = None, festival: str = "") -> str | None:
    """Give the section of two words or more that a stretch names; of several the one nearest to an offset.

    Where the festival is known, no section of another one counts: "the Cannes Critics’ Week".
    """
    found = [
        hit
        for hit in _names().finditer(document.text, first, last)
        if " " in hit["section"]
        and hit["section"][0].isupper()
        and not _is_of_other(document.text[first : hit.start("section")], festival)
    ]
    return _nearest(found, near)


def told_section(document: Document, first: int, last: int, near: int | None = None, festival: str = "") -> str | None:
    """Give the section that a stretch tells: "in competition", "unveiled in the Un Certain Regard section".

    Where the festival is known, no section of another one counts: "Venice’s Orizzonti".
    """
    text = document.text
    found = [
        hit
        for hit in _inside().finditer(text, first, last)
        if not (hit["section"].casefold().startswith("competition") and text[: hit.start()].casefold().endswith("out "))
        and not _is_of_other(text[first : hit.start("section")], festival)
    ]
    return _nearest(found, near)


def section_of_paragraph(document: Document, first: int, last: int) -> str | None:
    """Give the section of which a paragraph says at its beginning what it holds: "The Oslo Visions competition has"."""
    found = _HELD.match(document.text, first, last)
    if not found:
        return None
    name = found["name"].strip(" ,")
    if name.casefold() in sections():
        return sections()[name.casefold()]
    whole = f"{name} {found['kind']}" if found["kind"] == "Competition" else name
    return whole if found["kind"] or _LAST_WORD.search(name) else None


def _is_of_other(before: str, festival: str) -> bool:
    owner = _OWNER.search(before)
    return bool(festival and owner and owner[1][:4] not in festival and known_festival(owner[1]))


def _nearest(found: list[re.Match[str]], near: int | None) -> str | None:
    if not found:
        return None
    hit = found[0] if near is None else min(found, key=lambda hit: abs(hit.start() - near))
    return sections()[hit["section"].casefold()]


def with_sections(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give a screening the section that its sentence names, where the sentence has one screening and one section."""
    sentences = [_sentence(document, fact) if fact.predicate == "screenedAt" else None for fact in facts]
    festivals = Counter(
        extent
        for extent, _ in {(extent, fact.object.what) for fact, extent in zip(facts, sentences, strict=True) if extent}
    )
    done = []
    for fact, extent in zip(facts, sentences, strict=True):
        fact = _dated(document, fact) if extent else fact
        if extent and "section" not in fact.qualifiers and festivals[extent] == 1:
            near = fact.object.first
            section = (
                _behind(document, fact)
                or told_section(document, *extent, near, _name(fact))
                or named_section(document, *extent, near, _name(fact))
                or _some(document, *extent)
            )
            done.append(replace(fact, qualifiers={**fact.qualifiers, "section": section}) if section else fact)
        else:
            done.append(fact)
    return done


def _dated(document: Document, fact: Fact) -> Fact:
    """Give a screening the year that stands behind its section: "at Oslo in the Documentary section in 2020"."""
    what = fact.object.what
    if not isinstance(what, Mention) or not fact.object.last or any(letter.isdigit() for letter in what.name):
        return fact
    year = _YEAR_BEHIND.match(document.text, fact.object.last)
    if not year:
        return fact
    return replace(fact, object=replace(fact.object, what=Mention(what.type, f"{what.name} {year['year']}")))


def _name(fact: Fact) -> str:
    return fact.object.what.name if isinstance(fact.object.what, Mention) else ""


def _behind(document: Document, fact: Fact) -> str | None:
    """Give the section that stands right behind a festival: "the Oslo Film Festival Documentary Competition".

    Behind the tag of a page stands what the page is about.
    """
    is_within = fact.first <= fact.object.first < fact.last
    found = _next().match(document.text, fact.object.last) if fact.object.last and is_within else None
    if found is None and is_within and _YEAR_ENDS.search(document.text, fact.object.first, fact.object.last):
        found = _next().search(document.text, fact.object.first, fact.object.last)  # "the Berlinale Forum in 2013"
    return sections()[found["section"].casefold()] if found else None


def _some(document: Document, first: int, last: int) -> str | None:
    found = _SOME_SECTION.search(document.text, first, last)
    return found["section"] or found["competition"] if found else None


def _sentence(document: Document, fact: Fact) -> tuple[int, int]:
    """The sentence that a fact stands in."""
    text = document.text
    at = fact.object.first if fact.first <= fact.object.first < fact.last else fact.first
    floor = max(text.rfind("\n", max(0, at - _LONGEST), at) + 1, at - _LONGEST, 0)
    first = max((found.end() for found in _SENTENCE_END.finditer(text, floor, at)), default=floor)
    ahead = _SENTENCE_END.search(text, at, at + _LONGEST)
    return first, ahead.start() if ahead else min(len(text), at + _LONGEST)


def _spelt() -> str:
    return "|".join(map(re.escape, sorted(sections(), key=len, reverse=True)))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<section>{_spelt()})(?!\w)", re.IGNORECASE)


@cache
def _next() -> re.Pattern[str]:
    return re.compile(rf"(?:[’']s)? (?P<section>(?-i:(?=[A-Z]))(?:{_spelt()}))(?!\w)", re.IGNORECASE)


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:in|of|at|from|within|as part of) (?:the |(?:[A-ZÀ-Þ]\w+[’']s? )){0,2}|"
        rf"\b(?=(?:{_spelt()}) (?:hosts|welcomes|opens with|closes with)\b))"
        rf"(?P<section>{_spelt()})(?!\w)",
        re.IGNORECASE,
    )
