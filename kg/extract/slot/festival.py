"""Festivals: editions on tag lines and in sentences, and what is a section and what a market."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import lexicon, words
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.extract.names import Candidate
    from kg.extract.token import Tokens

__all__ = [
    "categories",
    "edition_at",
    "edition_name",
    "editions_begin",
    "is_market",
    "known_festival",
    "markets",
    "section_name",
    "sections",
    "width_of_festival",
]

_EDITION = re.compile(r"(?P<name>.+?)[\s,]+(?P<year>(?:19|20)\d\d)")
_LONGEST = 7
_AFTER_FESTIVAL = 3
_LONGEST_NAME = 3
# Behind the bare name of a festival, they tell that it is meant and not its city.
# What won a prize in a city was at its festival.
_CHOSEN = frozenset({
    "selected", "invited", "chosen", "picked", "compete", "competes", "competing", "vie", "vies", "vying", "selects",
    "selection", "selections", "titles", "films",
})  # fmt: skip
_SHOWN = frozenset({"award", "prize", "lion", "bear", "leopard", "prix", "crowned", "bowed"})
_NEAR = 8
_LONGEST_DAYS, _LONGEST_SIDEBAR = 11, 4
_COMPETITIONS = frozenset({"competition", "selection", "line-up", "line-ups", "programme", "section"})
_BOWED = frozenset({
    "premiered", "premieres", "premiere", "bowed", "bows", "bow", "unspooled", "debuted", "world-premiered", "competed",
})  # fmt: skip
_IN_COMPETITION = (("of", "competition"), ("in", "competition"), ("official", "selection"), ("special", "screening"))
_SECTION_WORDS = frozenset({"section", "sidebar", "strand", "competition", "programme", "program", "selection"})
_OF_SECTIONS = frozenset({"main", "official", "international", "national", "feature", "documentary", "short", "film"})
_OWNS = frozenset({"'s", "’s", "'", "’"})
_FESTIVAL_WORDS = frozenset({"festival", "fest", "filmfest", "mostra", "biennale", "filmfestival", "iff", "ff", "idff"})
_GENERAL_WORDS = _FESTIVAL_WORDS | {"international", "film", "world"}
_MONTHS = words("names", "months")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _by_spelling() -> dict[str, str]:
    return {
        spelling.casefold(): name
        for name, spellings in lexicon("festivals")["festivals"].items()
        for spelling in spellings
    }


@cache
def markets() -> frozenset[str]:
    """Give the names of markets, industry strands and awards in the lexicon, casefolded."""
    return frozenset(name.casefold() for name in lexicon("festivals")["markets"]["names"])


@cache
def categories(*kinds: str) -> frozenset[str]:
    """Give the tag-line categories of some kinds (origin, making, news, neutral), casefolded."""
    table = lexicon("festivals")["categories"]
    return frozenset(name.casefold() for kind in kinds for name in table[kind])


@cache
def _no_places() -> frozenset[str]:
    """Give the names of festivals that are none of their cities, casefolded."""
    return frozenset(name.casefold() for name in lexicon("festivals")["alone"]["names"])


@cache
def _beginnings() -> frozenset[str]:
    """Give how spellings can begin, as far as a word can go: not up to the middle of one."""
    return frozenset(
        spelling[:end]
        for spelling in _by_spelling()
        for end in range(1, len(spelling) + 1)
        if end == len(spelling) or not spelling[end - 1 : end + 1].isalnum()
    )


@cache
def _sidebars() -> frozenset[str]:
    """Give the names of sections that are known by their own names, casefolded: "Venice Days"."""
    return frozenset(_plain(name) for name in lexicon("festivals")["sidebars"])


def _plain(name: str) -> str:
    return name.casefold().replace("'", "’")


def known_festival(text: str) -> str | None:
    """Give the short name of a festival in any of its spellings, or None."""
    return _by_spelling().get(text.strip().casefold())


# Strands of festivals where projects are pitched and met, not shown.
_STRAND = re.compile(
    r"\b(?:industry|market|meetings?|works? in progress|training|pitch\w*|co-production|lab|labs|residency|agora)\b"
)


def width_of_festival(tokens: Tokens, at: int) -> int:
    """Give of how many words the festival's name is that begins at a token: "Karlovy Vary" is of two; 0 where none."""
    longest = min(_LONGEST_NAME, len(tokens) - at)
    return next((n for n in range(longest, 0, -1) if known_festival(tokens.text(at, at + n))), 0)


def is_market(text: str) -> bool:
    """Tell whether a name on a tag line is a market, an industry strand or an award: nothing is screened there."""
    plain = text.strip().casefold()
    if _STRAND.search(plain):
        return True
    head = _EDITION.fullmatch(plain)
    return plain in markets() or bool(head and head["name"] in markets())


@cache
def sections() -> Mapping[str, str]:
    """Give the sections in the lexicon by their casefolded spellings, as printed with a curly quotation mark."""
    names = lexicon("festivals")["sections"]["names"]
    curly = {name.casefold(): name for name in names if "'" not in name}
    return {name.casefold(): curly[name.casefold().replace("'", "’")] for name in names}


def edition_name(text: str) -> str | None:
    """Give "Venice 2024" for a tag-line part that names a festival edition, or None."""
    found = _EDITION.fullmatch(text.strip())
    if not found or is_market(text) or not found["name"][0].isalpha():
        return None
    name = found["name"].strip()
    if countries().code(name):
        return None  # "BOSNIA 1991:" is where and when a film is set
    known = known_festival(name)
    if known is None and name.isupper() and len(name) > 5:
        name = name.title()
    return f"{known or name} {found['year']}"


def section_name(text: str) -> str | None:
    """Give a section's name as printed, or its common spelling; None for a market or industry strand."""
    plain = text.strip()
    return None if not plain or is_market(plain) else plain


def editions_begin(tokens: Tokens) -> Iterator[int]:
    """Give the tokens at which an edition may begin: few words are such that it is worth a look."""
    beginnings, generic = _beginnings() | _sidebars_begin(), not _FESTIVAL_WORDS.isdisjoint(tokens.lower)
    for at, word in enumerate(tokens.words):
        if word[0].isdigit() or word.casefold() in beginnings or (generic and word[0].isupper()):
            yield at


def edition_at(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """Give the festival editions that begin at a token.

    The value is the year where the text has one, else "#<n>" for a numbered edition, else empty.
    """
    words, lower, n = tokens.words, tokens.lower, len(tokens)
    start, number = at, ""
    numbered = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", lower[at])
    if numbered:
        start, number = at + 1, numbered[1]
        if start + 1 < n and lower[start] == "edition" and lower[start + 1] == "of":
            start += 2
        if start < n and lower[start] == "the":
            start += 1
    if lower[at] in _sidebars_begin() and not (at and known_festival(words[at - 1])):
        yield from _of_a_sidebar(tokens, at)
    year = lower[at] if _YEAR.fullmatch(lower[at]) else ""
    if year:
        start = at + 1  # "the 2010 Venice Mostra"
    for end in range(min(n, start + _LONGEST), start, -1):
        name = known_festival(tokens.text(start, end))
        generic = _is_generic(words, lower, start, end)
        if name is None and generic:
            kept = [w for w in words[start:end] if w.casefold() not in _GENERAL_WORDS]
            parts = [kept[:k] for k in range(len(kept), 0, -1)] + [kept[k:] for k in range(1, len(kept))]
            name = next((found for part in parts if (found := known_festival(" ".join(part)))), None)
            whole = len(kept) > 1 and countries().code_of_demonym(kept[0]) is not None
            name = name or (tokens.text(start, end) if whole else " ".join(kept)) or None
        if name is None:
            continue
        ahead = (last for last in (end + 2, end + 1) if last <= n)
        end = next((last for last in ahead if _plain(tokens.text(start, last)) in _sidebars()), end)
        ahead = (last for last in range(min(n, end + _LONGEST_SIDEBAR), end, -1))
        close = next((last for last in ahead if _is_section(tokens, end, last)), end)
        if close > end and not year:  # "the Cannes Critics’ Week"
            told = _year_at(lower, close)
            value = lower[told] if told is not None else ""
            last = told + 1 if told is not None else close
            yield last, ((f"{name} {value}".strip(), start, last),), value, 2.0 if value else 1.2
            return
        if year:
            yield end, ((f"{name} {year}", at, end),), year, 2.0
            return
        behind = _behind_section(tokens, end)
        if behind > end:
            told = _year_at(lower, behind)
            if told is not None:
                yield told + 1, ((f"{name} {lower[told]}", start, told + 1),), lower[told], 2.0
            else:
                yield behind, ((name, start, behind),), "", 1.2
            return
        if (close := _dated_in_brackets(lower, end)) > end:
            yield close, ((f"{name} {lower[close - 2]}", start, close),), lower[close - 2], 2.0
            return
        if end + 1 < n and lower[end] in ("in", "en") and _YEAR.fullmatch(lower[end + 1]):
            yield end + 2, ((f"{name} {lower[end + 1]}", start, end + 2),), lower[end + 1], 2.0
        if end + 2 < n and lower[end] == "in" and lower[end + 1] in _MONTHS and _YEAR.fullmatch(lower[end + 2]):
            yield end + 3, ((f"{name} {lower[end + 2]}", start, end + 3),), lower[end + 2], 2.0
        if end < n and _YEAR.fullmatch(lower[end]):
            yield end + 1, ((f"{name} {lower[end]}", start, end + 1),), lower[end], 2.0
        elif number:
            yield end, ((name, at, end),), f"#{number}", 1.8
        elif end + 2 < n and lower[end] == "in" and lower[end + 1] in _MONTHS and _YEAR.fullmatch(lower[end + 2]):
            yield end + 3, ((f"{name} {lower[end + 2]}", start, end + 3),), lower[end + 2], 2.0
        elif generic or "festival" in lower[start:end] or _is_event(tokens, at, start, end):
            yield end, ((name, start, end),), "", 1.2
        elif _is_shown_at(lower, start) and not (end < n and (words[end][0].isupper() or lower[end] == "'s")):
            yield end, ((name, start, end),), "", 1.0  # whoever premieres "at Venice" is not only in the town
        return


def _is_section(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether words behind a festival are a section of its own, or any with a year: Berlinale Forum 2014."""
    name = _plain(tokens.text(first, last))
    return name in _sidebars() or (name in _known_sections() and _year_at(tokens.lower, last) is not None)


def _of_a_sidebar(tokens: Tokens, at: int) -> Iterator[Candidate]:
    """Give the festival of a section that stands alone with a year: "the Directors’ Fortnight in 2013"."""
    for last in range(min(len(tokens), at + _LONGEST_SIDEBAR), at, -1):
        festival = _festivals_of_sidebars().get(_plain(tokens.text(at, last)))
        told = _year_at(tokens.lower, last) if festival else None
        if told is not None:
            year = tokens.lower[told]
            yield told + 1, ((f"{festival} {year}", at, told + 1),), year, 2.0
            return


@cache
def _festivals_of_sidebars() -> dict[str, str]:
    return {_plain(name): festival for name, festival in lexicon("festivals")["sidebars"].items()}


@cache
def _sidebars_begin() -> frozenset[str]:
    return frozenset(name.split()[0].removesuffix("’") for name in _sidebars())


def _dated_in_brackets(lower: tuple[str, ...], at: int) -> int:
    """Give where brackets end in which a festival's days stand, "(23 March - 6 April 2017)"; else the token itself."""
    if lower[at : at + 1] != ("(",):
        return at
    close = next((end for end in range(at + 2, min(len(lower), at + _LONGEST_DAYS)) if lower[end] == ")"), 0)
    inner = lower[at + 1 : close]
    is_dated = close and _YEAR.fullmatch(lower[close - 1]) and not _MONTHS.isdisjoint(inner)
    return close + 1 if is_dated else at


def _behind_section(tokens: Tokens, at: int) -> int:
    """Give where the section ends that a festival's name owns, "Venice’s Orizzonti", "Berlin’s Panorama sidebar"."""
    lower, n = tokens.lower, len(tokens)
    if at + 1 >= n or lower[at] not in _OWNS:
        return at
    for end in range(min(n, at + 1 + _LONGEST), at + 1, -1):
        name = tokens.text(at + 1, end).casefold()
        is_called = lower[end - 1] in _SECTION_WORDS
        if name.replace("'", "’") in _known_sections() or (is_called and _is_name(tokens, at + 1, end - 1)):
            return end + 1 if not is_called and end < n and lower[end] in _SECTION_WORDS else end
    return at


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    if first < last and all(word in _OF_SECTIONS for word in tokens.lower[first:last]):
        return True  # "Karlovy Vary’s main competition"
    if first >= last or not tokens.words[first][0].isupper():
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in ("of", "the") for word in tokens.words[first:last])


@cache
def _known_sections() -> frozenset[str]:
    return frozenset(name.casefold().replace("'", "’") for name in sections())


def _year_at(lower: tuple[str, ...], at: int) -> int | None:
    """Give where a year stands: at once, or behind "in" and a month."""
    at += 1 if lower[at : at + 1] == ("in",) else 0
    at += 1 if lower[at : at + 1] and lower[at] in _MONTHS else 0
    return at if lower[at : at + 1] and _YEAR.fullmatch(lower[at]) else None


def _is_shown_at(lower: tuple[str, ...], start: int) -> bool:
    """Tell whether what stands before a town says that its festival is meant: "at Venice", "premiered in Cannes"."""
    before = lower[max(start - 2, 0) : start]
    if not before or before[-1] not in ("at", "in"):
        return False
    # "world-premiered out of competition in Venice"
    return before[-1] == "at" or before[0] in _BOWED or lower[max(start - 3, 0) : start - 1] in _IN_COMPETITION


def _is_event(tokens: Tokens, at: int, start: int, end: int) -> bool:
    """Tell whether the bare name of a festival means it and not its city: what stands around does."""
    lower, n = tokens.lower, len(tokens)
    if end < n and lower[end] in _COMPETITIONS:
        return True
    if end + 1 < n and lower[end + 1] in _COMPETITIONS and tokens.words[end][0].isupper():
        return True  # "the Sarajevo Documentary Competition"
    before = lower[at - 1] if at else ""
    near = lower[max(0, at - _NEAR) : at]
    if before == "in" and not _SHOWN.isdisjoint(near):
        return True
    if before in ("in", "for", "to") and not _CHOSEN.isdisjoint(near):
        return True  # "Low Tide selected for Locarno"
    is_alone = tokens.text(start, end).casefold() in _no_places()
    return is_alone and before in ("the", "in", "to", "at")


def _is_generic(words: tuple[str, ...], lower: tuple[str, ...], start: int, end: int) -> bool:
    """Tell whether capitals name a festival by themselves: "Montreal World Film Festival", "Film Fest Madrid"."""
    if end - start < 2 or _FESTIVAL_WORDS.isdisjoint(lower[max(start + 1, end - _AFTER_FESTIVAL) : end]):
        return False
    inside = range(start, end)
    return all(words[at][0].isupper() or (lower[at] == "of" and start < at < end - 1) for at in inside)
