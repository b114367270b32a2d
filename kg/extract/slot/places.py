"""Places, countries and demonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.names import Candidate, Name, Names

__all__ = [
    "SMALL_DEMONYMS",
    "compounds",
    "countries_at",
    "countries_begin",
    "country_lists",
    "demonym_chains",
    "demonyms",
    "demonyms_begin",
    "places_at",
    "places_begin",
]

_DAYS = frozenset({"mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"})
# Languages that write demonyms in small letters.
SMALL_DEMONYMS = frozenset({"fr"})
_THE = frozenset({"the"})
_COMBINING = {
    "franco": "FR", "anglo": "GB", "italo": "IT", "hispano": "ES", "greco": "GR", "sino": "CN", "indo": "IN",
    "austro": "AT",
    "dano": "DK", "luso": "PT", "belgo": "BE", "germano": "DE", "swiss": "CH", "luxembourg": "LU",
    "uk": "GB", "us": "US",
}  # fmt: skip


def countries_begin(line: Names) -> list[int]:
    """Give the tokens at which a country may be named."""
    look, words = countries(), line.tokens.words
    return [at for at in line.capitals if look.begins_name(words[at])] + line.positions(_THE)


def countries_at(line: Names, at: int) -> Iterator[Candidate]:
    """Give a country named at a token; its value is the ISO code."""
    start = at + 1 if line.tokens.lower[at] == "the" else at
    for end in range(min(line.n, start + 4), start, -1):
        code = countries().code(line.tokens.text(start, end)) if line.capital[start] else None
        if code:
            yield end, ((countries().name(code), start, end),), code, 1.5
            return


def country_lists(line: Names, at: int) -> Iterator[Candidate]:
    """Give a list of countries: "Belgium, France and Italy"."""
    found: list[tuple[int, tuple[Name, ...]]] = [(at, ())]
    here = at
    while here < line.n:
        country = next(iter(line.candidates("country", here)), None)
        if country is None:
            break
        found.append((country[0], (*found[-1][1], *country[1])))
        here = country[0]
        mark = here
        while here < line.n and here - mark < 2 and line.tokens.lower[here] in (",", "and", "&", "/", "-", "–"):
            here += 1
        if here == mark:
            break
    for end, names in reversed(found[1:]):
        yield end, names, "", 1.5


def demonyms_begin(line: Names) -> list[int]:
    """Give the tokens at which a demonym may begin; one in capitals may be a country's name, one in two parts both."""
    look = countries()
    return [
        at for at, word in enumerate(line.tokens.words) if "-" in word or word.isupper() or look.begins_demonym(word)
    ]


def demonyms(line: Names, at: int) -> Iterator[Candidate]:
    """Give a chain of demonyms: "Belgian", "Polish-Belgian", "Franco-Belgian", "Dutch, Belgian and German"."""
    lower, n = line.tokens.lower, line.n
    found: list[Name] = []
    end = at
    while end < n:
        names, step = _demonym(line, end, after=bool(found))
        if not names:
            break
        found.extend(names)
        end += step
        yield_end = end
        mark = end
        while end < n and end - mark < 2 and lower[end] in ("-", "–", "/", ",", "and", "&"):
            end += 1
        if end == mark or end >= n or not _demonym(line, end, after=True)[0]:
            end = yield_end
            break
    if found:
        yield end, tuple(dict.fromkeys(found)), "", 1.5


def demonym_chains(line: Names, at: int) -> Iterator[Candidate]:
    """Give a chain of two demonyms or more: one alone says where somebody comes from, not what a film is."""
    for candidate in line.candidates("demonym", at):
        if len(candidate[1]) > 1:
            yield candidate


def _demonym(line: Names, at: int, after: bool = False) -> tuple[list[Name], int]:
    """Read one link of a chain; after a demonym a country's name will do ("Belgian and Luxembourg films")."""
    look = countries()
    word = line.tokens.words[at]
    pair = line.tokens.text(at, at + 2) if at + 1 < line.n else ""
    if pair and look.code_of_demonym(pair) and not line.tokens.glued(at + 1):
        return [(look.name(look.code_of_demonym(pair) or ""), at, at + 2)], 2
    by_name = after or word.replace(".", "").isupper()
    whole = look.code_of_demonym(word) or (look.code(word) if by_name else None)
    if whole and (line.capital[at] or line.language in SMALL_DEMONYMS):
        return [(look.name(whole), at, at + 1)], 1
    parts = word.split("-")
    names: list[Name] = []
    for part in parts if len(parts) > 1 else ():
        code = _COMBINING.get(part.casefold()) or look.code_of_demonym(part) or look.code(part)
        if code is None:
            return [], 0
        names.append((look.name(code), at, at + 1))
    return names, 1


def places_begin(line: Names) -> list[int]:
    """Give the tokens at which a place may begin."""
    return line.capitals + line.positions(_THE)


def places_at(line: Names, at: int) -> Iterator[Candidate]:
    """Give a place: a country, or a run of capitals that is nothing else."""
    yield from line.candidates("country", at)
    start = at + 1 if line.tokens.lower[at] == "the" and at + 1 < line.n else at
    end = line.run(start)
    first = line.tokens.lower[start] if end > start else ""
    if first and first not in line.no_person and first not in _DAYS:
        printed = line.tokens.text(start, end)
        if not countries().code_of_demonym(printed):
            yield end, ((printed, start, end),), "", 0.5


def compounds(line: Names, at: int, ending: str) -> Iterator[Candidate]:
    """Give the place of "Luxembourg-based" or "Paris-born", a word of its own in print."""
    word = line.tokens.words[at]
    if word.casefold().endswith(ending) and word[0].isupper():
        yield at + 1, ((word[: -len(ending)], at, at + 1),), "", 1.0
