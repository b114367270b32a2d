"""Titles of languages that write them in small letters: "Le jour où tout a changé" goes on as any sentence does."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.names import Candidate, Names

__all__ = ["SMALL_LETTERS", "foreign_cost", "is_named", "says_what", "small_titles"]

SMALL_LETTERS = frozenset({"fr"})
_LONGEST = 10
_JOINS = words("names", "title_joins")
# Behind "de" these have films: "la réalisatrice de TITLE", "le tournage de TITLE".
_OF_FILMS = {
    (noun,) for noun in ("réalisateur", "réalisatrice", "auteur", "autrice", "cinéaste", "tournage", "montage")
}
_COMPANY_ENDS = words("names", "company_ends")
_ARTICLES = words("names", "articles")
_NO_TITLE = frozenset({",", ";", ".", ":", "(", ")", "«", "»", '"', "•", "|", "–"})
_WORTH = 0.6
_SMALL = 0.12
# What it costs to end before a small word with which the title could go on, behind a capital and behind a small word.
_CUT = 0.35
_CUT_SMALL = 0.7
_CUT_LIST = 0.1
_PARTICIPLES = ("é", "ée", "és", "ées")
_AND = frozenset({"et", "ou"})
_OF = frozenset({"de", "d'", "du", "des"})
# What it costs to go on over a maker, "TITLE de Given Surname", or to a place, "TITLE à Cannes".
_OVER_MAKER = 2.0
_OVER_PLACE = 0.8
_OVER_JOIN = 0.6
# What it costs to begin where somebody who made something stands, "par Bruine".
_MAKER = 2.0
_SOMEBODY = 0.8
_ALONE = 1.5
# What it costs to go on over a word with which the sentence goes on.
_OVER_PLAIN = 0.5


def small_titles(line: Names, at: int) -> Iterator[Candidate]:
    """Give the titles that may begin at a token: they end before a plain word, a mark, or a preposition."""
    tokens, lower, n = line.tokens, line.tokens.lower, line.n
    is_made_by = at > 0 and lower[at - 1] == "par"
    if lower[at] in line.plain and lower[at].endswith(_PARTICIPLES):
        return  # "Tiré du roman"
    if says_what(line, at) or _is_sum(line, at) or is_made_by or _is_next_of_list(line, at):
        return
    of_trade = words("names", "of_trade", line.language)
    never, goes_on = words("names", "title_never_ends", line.language), words("names", "goes_on", line.language)
    small, over, found = 0, 0.0, list["Candidate"]()
    for end in range(at + 1, min(n, at + _LONGEST) + 1):
        word = lower[end - 1]
        if end - 1 in tokens.after_asides or word in _NO_TITLE:
            break
        if line.capital[end - 1] and word in _COMPANY_ENDS and end > at + 1:
            over += _OVER_MAKER  # "Alpage Film"
        if end > at + 1 and not line.capital[end - 1] and (word in of_trade or word == "par"):
            break  # "Découvrez l’affiche | du nouveau film"
        if end > at + 2 and says_what(line, end - 2):
            break  # "à Ostende | un thriller"
        small += not (line.capital[end - 1] or word in _JOINS or word in ("!", "?"))
        if end > at + 1 and word in line.plain and not _goes_on_as_clause(line, at, end - 1):
            over += _OVER_PLAIN
        if end > at + 1 and end < n and word in goes_on:
            over += _over(line, end)
        is_open = end < n and lower[end] not in line.plain and tokens.words[end][0].isalnum()
        is_cut = is_open and lower[end] in goes_on
        if (is_open and not is_cut) or word in never or _goes_on_as_clause(line, at, end):
            continue
        if _opens_phrase(line, at, end):
            continue
        printed = tokens.text(at, end)
        if _names_another(line, printed) or (end == at + 1 and lower[at] in line.plain):
            continue
        known = 5.0 if fold(printed) in line.known.titles else 0.0
        cost = _SMALL * small + over
        cost += _cut(line, end) if is_cut else 0.0
        if at and lower[at - 1] == "chez":
            cost += _MAKER
        if 1 < end - at < 4 and not known and is_given_name(lower[at]) and all(line.capital[at:end]):
            if _is_of_somebody(line, at, end) or end < line.run(at):
                continue
            cost += _SOMEBODY  # "Louise Berg" is a title, but more often she is somebody
        found.append((end, ((printed, at, end),), "", _WORTH + known - cost))
    yield from sorted(found, key=lambda each: -each[-1])


def is_named(line: Names, name: str) -> bool:
    """Tell whether a folded name is that of a person whom the text has named already."""
    return name in line.known.people or name in line.known.surnames


def foreign_cost(line: Names, first: int, last: int) -> float:
    """Say what speaks against a person in these languages: an article in front, or one word alone behind "de"."""
    if last - first > 1:
        return 9.0 if line.lower[first] in line.determiners else 0.0  # "La Belle Époque"
    is_of = first > 1 and line.lower[first - 1] in ("de", "d'") and (line.headline or line.capital[first - 2])
    return _ALONE if is_of else 0.0  # "La Prisonnière de Bordeaux", "Cécile de | Brandt"


def says_what(line: Names, at: int) -> bool:
    """Tell whether an article and what somebody or something is begin a sentence: "La réalisatrice présente …"."""
    lower, noun = line.tokens.lower, at + 1
    nouns, epithets = _nouns(line.language), words("leads", "epithets", line.language)
    while noun < line.n and lower[noun] in epithets and lower[noun] not in nouns:
        noun += 1
    is_noun = noun < line.n and lower[noun] in nouns and not any(line.capital[at + 1 : noun + 1])
    return is_noun and lower[at] in line.determiners and fold(line.tokens.text(at, noun + 1)) not in line.known.titles


@cache
def _nouns(language: str) -> frozenset[str]:
    tables = ("people", "companies", "works", "series", "things")
    nouns = frozenset[str]().union(*(words("leads", table, language) for table in tables))
    return nouns | {noun.split(" ", 1)[0] for noun in nouns}


def _goes_on_as_clause(line: Names, at: int, end: int) -> bool:
    """Tell whether a pronoun needs the clause behind it: "Celles | qui restent"."""
    heads, then = words("names", "clause_heads", line.language), words("names", "clauses", line.language)
    return end == at + 1 and end < line.n and line.tokens.lower[at] in heads and line.tokens.lower[end] in then


def _names_another(line: Names, printed: str) -> bool:
    """Tell whether words are known as somebody, a country or its people, a festival or one of its sections."""
    name = fold(printed)
    is_somebody = is_named(line, name) and name not in line.known.titles
    is_event = printed.casefold() in sections() or known_festival(printed) is not None
    is_event = is_event or countries().code_of_demonym(printed) is not None
    return is_somebody or is_event or countries().code(printed) is not None


def _is_maker(line: Names, at: int) -> bool:
    """Tell whether a given name that is known and another capital follow: "TITLE | de Given Surname"."""
    is_name = at + 1 < line.n and line.capital[at] and line.capital[at + 1]
    return is_name and is_given_name(line.tokens.lower[at])


def _opens_phrase(line: Names, at: int, end: int) -> bool:
    """Tell whether a sentence begins with a thing of somebody’s, "Adaptation du roman | de", or with who acts in it."""
    if _is_maker(line, at) and end > line.run(at):
        return True  # "Ida Holm mêle le vent et l’eau"
    is_of = end < line.n and line.tokens.lower[end] in ("de", "d'")
    capitals = sum(line.capital[at:end]) - (line.tokens.lower[at] in _ARTICLES)
    opens = at == 0 or line.tokens.lower[at - 1] in (".", ":", "!", "?")
    return is_of and opens and capitals < 1 + (at + 1 < end and not line.capital[at + 1]) and end - at > 1


def _is_sum(line: Names, at: int) -> bool:
    """Tell whether a number counts what no title does, or goes on: "50 | 000 euros", "12 projets"."""
    lower = line.tokens.lower
    if not lower[at][0].isdigit():
        return False
    counted = words("names", "counted", line.language) | words("names", "of_trade", line.language)
    return (at > 0 and lower[at - 1].isdigit()) or not counted.isdisjoint(lower[at : at + 4])


def _is_next_of_list(line: Names, at: int) -> bool:
    """Tell whether a full name goes on with a list of people: "de Per Lund, | Ida Holm et Ola Berg"."""
    return at > 1 and line.tokens.lower[at - 1] == "," and line.capital[at - 2] and _is_maker(line, at)


def _is_of_somebody(line: Names, at: int, end: int) -> bool:
    """Tell whether a full name stands where somebody does: "avec Ida Holm", "l’interprétation d’Ida Holm"."""
    lower = line.tokens.lower
    if not at or lower[at - 1] not in ("par", "avec", "de", "d'", ",", "et"):
        return False
    if lower[at - 1] in (",", "et"):
        return line.lower[end] in (",", "et") or (lower[at - 1] == "et" and line.capital[at - 2])
    return lower[at - 1] in ("par", "avec") or lower[at - 2 : at - 1] not in _OF_FILMS


def _begins_another(line: Names, at: int) -> bool:
    """Tell whether an article with a capital follows: "La Mer et Le Vent" are rather two titles."""
    return at + 1 < line.n and line.capital[at + 1] and line.tokens.lower[at + 1] in _ARTICLES


def _cut(line: Names, at: int) -> float:
    """Say what it costs to end before a preposition or a join."""
    lower, is_last_small = line.tokens.lower, not line.capital[at - 1]
    if _is_maker(line, at + 1) or _begins_another(line, at):
        return 0.0
    then_capital = at + 1 < line.n and line.capital[at + 1]
    if lower[at] in _AND and then_capital:
        return _CUT_LIST
    if lower[at] in _OF and not then_capital:
        return _CUT_SMALL  # "La Part | du chien"
    return _CUT_SMALL if is_last_small else _CUT


def _over(line: Names, at: int) -> float:
    """Say what it costs to go on over a preposition with what follows it."""
    if _is_maker(line, at):
        return _OVER_MAKER
    if _begins_another(line, at - 1):
        return _OVER_JOIN
    printed = line.tokens.words[at]
    is_place = line.capital[at] and (known_festival(printed) or countries().code(printed))
    return _OVER_PLACE if is_place or line.tokens.lower[at] in words("names", "events", line.language) else 0.0
