"""Names: where people, titles, companies, places and countries can stand in a line, and how good each reading is.

A name has no sure mark of its own. Each candidate gets a worth from its shape (capitals, particles, digits, what
words it holds) and from what the documents make certain elsewhere (`Known`); the grammar adds what stands around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.once import once
from kg.extract.slot.given import is_given_name
from kg.extract.slot.slots import COMPOUNDS
from kg.extract.token import CAPITAL_INSIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.extract.pattern.phrase import Match
    from kg.extract.token import Tokens

__all__ = ["END", "GIVEN_MONTHS", "Candidate", "Known", "Name", "Names", "fold"]

# Stands behind the last token where words are compared; no word is empty.
END = ""
Name = tuple[str, int, int]
Candidate = tuple[int, tuple[Name, ...], str, float]

_PARTICLES = words("names", "particles")
# "Sofia-born", "Oscar-winning": with these ends no name, and one may follow.
# How many letters of a name are looked up before it is searched for.
_START = 4
_SHORT = ""
_LOOKED_UP = ("people", "titles", "companies", "surnames")
_MARKS_AT_END = ",:;!?."
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "„": "“"}
_EVERYWHERE = frozenset(
    {
        "number",
        "year",
        "demonym",
        "demonym-chain",
        "nominated",
        "acronym",
        "festival",
        "words",
        "based",
        "born",
        "period",
        "brackets",
        "verb",
        "epithets",
    }
)


@cache
def _kinds() -> dict[str, Callable[[Names, int], Iterator[Candidate]]]:
    from kg.extract.slot.kinds import KINDS  # which needs this module

    return KINDS


@cache
def _beginnings() -> dict[str, Callable[[Names], Iterable[int]]]:
    from kg.extract.slot.kinds import BEGINNINGS

    return BEGINNINGS


@cache
def _endings() -> dict[str, Callable[[Names], Iterable[int]]]:
    from kg.extract.slot.kinds import ENDINGS

    return ENDINGS


_ANY_QUOTE = frozenset("\"'")
_CLOSING_MARKS = frozenset({"”", '"', "»", "’"})
_SHORT_WORD = 3
_PRESS = frozenset({"paper", "newspaper", "weekly", "daily", "magazine", "journal", "website", "periodical", "gazette"})
_SAID_WORDS = 2
_OPENING = frozenset('“‘«„"')
_WORDS = re.compile(r"[\w']+")


def fold(name: str) -> str:
    """Give the key under which a name is looked up: casefolded, straight apostrophes, single spaces."""
    return " ".join(name.replace("’", "'").split()).casefold()


def bare(text: str) -> str:
    """Give the words of a text, folded, with one space before and after each and no marks."""
    return f" {' '.join(_WORDS.findall(fold(text)))} "


class LastPlaces(dict[frozenset[str], int]):
    """Where the last of some words stands, of those at some places; -1 where none does. Found out when it is asked."""

    __slots__ = ("_places", "_words")

    def __init__(self, lower: tuple[str, ...], places: Iterable[int]) -> None:
        """Take places in a text of casefolded words, the last one first."""
        super().__init__()
        self._places: dict[str, int] = {}
        for at in places:
            self._places.setdefault(lower[at], at)
        self._words = frozenset(self._places)

    def __missing__(self, words: frozenset[str]) -> int:
        here = words & self._words
        place = self[words] = max(map(self._places.__getitem__, here)) if here else -1
        return place


@dataclass(frozen=True)
class Known:
    """Names that some document makes certain, folded: they help where another line is ambiguous."""

    people: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    # What the lines around a headline say, as words with one space before and after each: titles are told twice.
    around: str = ""

    def within(self, text: str) -> Known:
        """Keep the names that a text has; to its reading no others matter, and there are as many as documents."""
        folded = fold(text)
        starts = {folded[at : at + _START] for at in range(len(folded))}

        def here(part: str) -> frozenset[str]:
            index = self._by_start[part]
            likely = chain.from_iterable(index[start] for start in starts & index.keys())
            return frozenset([name for name in chain(likely, index.get(_SHORT, ())) if name in folded])

        return replace(
            self, people=here("people"), titles=here("titles"), companies=here("companies"), surnames=here("surnames")
        )

    @cached_property
    def _by_start(self) -> dict[str, dict[str, list[str]]]:
        """Give the names of each sort by how they begin: so many are there that no page may look at each."""
        found: dict[str, dict[str, list[str]]] = {part: {} for part in _LOOKED_UP}
        for part, index in found.items():
            for name in getattr(self, part):
                index.setdefault(name[:_START] if len(name) >= _START else _SHORT, []).append(name)
        return found

    @cached_property
    def titles_by_head(self) -> dict[str, list[str]]:
        """The titles by their first words."""
        found: dict[str, list[str]] = {}
        for title in sorted(self.titles, key=len, reverse=True):
            found.setdefault(title.split(" ", 1)[0].rstrip(_MARKS_AT_END), []).append(title)
        return found


@dataclass
class Names:
    """The candidates in one stretch of tokens. `headline` says that titles may be any words up to the end."""

    tokens: Tokens
    known: Known = field(default_factory=Known)
    headline: bool = False
    # What each phrase of the grammar that reads this stretch can be at a token; it is read by one grammar at a time.
    phrases: dict[str, list[list[Match] | None]] = field(default_factory=dict)
    # What is known of the candidates of each kind at each token and at the end; None where nobody asked yet.
    tables: dict[str, list[list[Candidate] | None]] = field(default_factory=dict)
    _spots: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _positions: dict[frozenset[str], list[int]] = field(default_factory=dict)
    # The longest person at each token, and where the next one of a list begins behind them, as far as anybody asked.
    next_person: dict[int, tuple[Candidate, int | None] | None] = field(default_factory=dict)
    # The likeliest company at each token, and where the next one of a list begins behind it, as far as anybody asked.
    next_company: dict[int, tuple[Candidate, int | None] | None] = field(default_factory=dict)
    # What stands right behind names, by their kind and by what tells where names of such kinds can end.
    _behind: dict[str | Callable[[Names], Iterable[int]], LastPlaces] = field(default_factory=dict)

    @once
    def lower(self) -> tuple[str, ...]:
        """The casefolded words, and END behind them."""
        return (*self.tokens.lower, END)

    @once
    def words(self) -> frozenset[str]:
        """All words, casefolded."""
        return frozenset(self.tokens.lower)

    @once
    def places(self) -> dict[str, list[int]]:
        """Where each casefolded word stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.tokens.lower):
            found.setdefault(word, []).append(at)
        return found

    @once
    def has_quoted(self) -> bool:
        """Whether something that begins with a capital, and is not what somebody said, stands in quotation marks."""
        printed = self.tokens.words
        return any(
            mark in _OPENING
            and at + 1 < len(printed)
            and printed[at + 1][0].isupper()
            and not self.tokens.glued(at)
            and not self.is_said(at)
            for at, mark in enumerate(printed)
        )

    def is_said(self, at: int) -> bool:
        """Tell whether what a quotation mark opens goes on in small letters, as what somebody said does."""
        small = 0
        for word in self.tokens.words[at + 2 :]:
            if word in _CLOSING_MARKS:
                break
            small += len(word) > _SHORT_WORD and word.isascii() and word.islower()
        return small >= _SAID_WORDS and self.language == "en"

    def names_press(self, at: int) -> bool:
        """Tell whether what a quotation mark opens is what a paper is called: "according to the weekly “TITLE”"."""
        return at > 0 and self.tokens.lower[at - 1] in _PRESS

    @once
    def n(self) -> int:
        """How many tokens there are."""
        return len(self.tokens.words)

    @once
    def language(self) -> str:
        """The language of the text."""
        return self.tokens.language

    @once
    def plain(self) -> frozenset[str]:
        """Words that stand after names and belong to none."""
        return words("names", "plain", self.language)

    @once
    def no_person(self) -> frozenset[str]:
        """Words that no person has in their name."""
        return words("names", "no_person", self.language)

    @once
    def determiners(self) -> frozenset[str]:
        """Words that a phrase about somebody or something begins with."""
        return words("names", "determiners", self.language)

    @once
    def no_lead(self) -> frozenset[str]:
        """Words that do not stand between a phrase's beginning and the name that it leads to."""
        return words("names", "no_lead", self.language)

    @once
    def capital(self) -> tuple[bool, ...]:
        """Which tokens begin with a capital letter."""
        return tuple([not word.islower() and _is_capital(word) for word in self.tokens.words])

    @once
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital letter."""
        return [at for at, is_capital in enumerate(self.capital) if is_capital]

    @once
    def figures(self) -> list[int]:
        """The tokens that begin with a digit."""
        return [at for at, word in enumerate(self.tokens.lower) if word[0].isdigit()]

    @once
    def quotes(self) -> list[int]:
        """The tokens that are quotation marks."""
        return self.positions(_ANY_QUOTE)

    @once
    def _openings(self) -> tuple[int, ...]:
        """Tokens at which a name may begin: a capital, digit or quote that does not go on with a name."""
        capital, lower, printed = self.capital, self.tokens.lower, self.tokens.words
        return tuple(
            at
            for at in range(len(lower))
            if (capital[at] or lower[at][0].isdigit() or lower[at] in _QUOTES or printed[at] in _QUOTES)
            and (
                at == 0
                or not capital[at - 1]
                or lower[at - 1] in self.plain
                or lower[at - 1].endswith(COMPOUNDS)
                or self._behind_nation(at)
            )
        )

    def _behind_nation(self, at: int) -> bool:
        """Tell whether a given name stands behind a nationality: "Norwegian | Sara Lund"."""
        return is_given_name(self.tokens.lower[at]) and bool(countries().code_of_demonym(self.tokens.words[at - 1]))

    def openings(self, kind: str) -> tuple[int, ...]:
        """Give the tokens at which a name of a kind may begin."""
        return tuple(range(self.n)) if kind in _EVERYWHERE else self._openings

    def spots(self, kind: str) -> tuple[int, ...]:
        """Give the tokens at which a name of a kind does begin."""
        if kind not in self._spots:
            table = self.table(kind)
            self._spots[kind] = tuple(
                [at for at, found in enumerate(table) if found or (found is None and self.candidates(kind, at))]
            )
        return self._spots[kind]

    def candidates(self, kind: str, at: int) -> list[Candidate]:
        """Give all readings of a name of `kind` that begin at a token: (end, names, value, worth)."""
        table = self.tables.get(kind)
        if table is None:
            table = self.table(kind)
        found = table[at]
        if found is None:
            found = table[at] = list(_kinds()[kind](self, at))
        return found

    def table(self, kind: str) -> list[list[Candidate] | None]:
        """Give the table of a kind, new with None where one of its names may begin and nothing where none can."""
        table = self.tables.get(kind)
        if table is None:
            begin = _beginnings().get(kind)
            if begin is None:
                table = [*[None] * self.n, []]
            else:
                table = [[]] * (self.n + 1)
                for at in begin(self):
                    table[at] = None
            self.tables[kind] = table
        return table

    def positions(self, words: frozenset[str]) -> list[int]:
        """Give the tokens that are one of these words, in order."""
        if len(words) == 1:
            (word,) = words
            return self.places.get(word, [])
        found = self._positions.get(words)
        if found is None:
            here = words & self.words
            found = sorted(chain.from_iterable(map(self.places.__getitem__, here))) if here else []
            self._positions[words] = found
        return found

    @once
    def lasts(self) -> LastPlaces:
        """Where the last of some words, or the end, stands."""
        return LastPlaces(self.lower, range(self.n, -1, -1))

    def behind(self, kind: str) -> LastPlaces:
        """Give where the last of some words, or the end, stands right behind where a name of a kind can end."""
        found = self._behind.get(kind)
        if found is None:
            ends = _endings().get(kind)
            alike = None if ends is None else self._behind.get(ends)
            if ends is None:
                alike = self.lasts
            elif alike is None:
                places = [at + 1 for at in sorted(ends(self), reverse=True)]
                alike = self._behind[ends] = LastPlaces(self.lower, places)
            assert alike is not None
            found = self._behind[kind] = alike
        return found

    def run(self, at: int) -> int:
        """Give the end of the run of capitalised words, particles and initials that begins at a token."""
        lower, capital, n = self.tokens.lower, self.capital, self.n
        if at >= n or not capital[at]:
            return at
        end = at + 1
        while end < n and end not in self.tokens.after_asides:
            if lower[end] in CAPITAL_INSIDE:
                break  # "Juliette In Spring" is nobody
            if capital[end] and (lower[end] not in self.no_person or lower[end] in _PARTICLES or self._is_initial(end)):
                end += 1
            elif self._is_nickname(end):
                end += 4
            elif capital[end] and self.is_surname(end):
                end += 1
            elif lower[end] in _PARTICLES and lower[end] != "of":
                ahead = end + 1
                while ahead < n and lower[ahead] in _PARTICLES and ahead - end < 3:
                    ahead += 1
                if not (ahead < n and capital[ahead] and lower[ahead] not in self.no_person):
                    break
                end = ahead + 1
            else:
                break
        return end

    def _is_initial(self, at: int) -> bool:
        """Tell whether a capital alone stands between two capitalised words: "Omar A Berg"."""
        inside = 0 < at < self.n - 1 and len(self.tokens.words[at]) == 1
        return inside and self.capital[at - 1] and self.capital[at + 1]

    def is_surname(self, at: int) -> bool:
        """Tell whether a month or a small word behind a capital is a name: "Karl August", "Fei To", not "May 3"."""
        word, behind = self.lower[at], self.lower[at + 1]
        if word in GIVEN_MONTHS:  # the prize among them, which is a name behind another one: "Karl Oscar Berg"
            is_name = not behind[:1].isdigit()
        else:  # running text prints small words with capitals in titles only, among others that have some
            is_name = word in _SURNAMES and not self.headline and not (at + 1 < self.n and self.capital[at + 1])
        return is_name and self.capital[at] and self.capital[at - 1] and self.lower[at - 1] not in self.no_person

    def _is_nickname(self, at: int) -> bool:
        """Tell whether a quoted word stands between two parts of a name: "Josef “Pepi” Berg"."""
        printed = self.tokens.words
        return (
            at + 3 < self.n
            and printed[at] in _QUOTES
            and self.capital[at + 1]
            and printed[at + 2] == _QUOTES[printed[at]]
            and self.capital[at + 3]
            and self.capital[at - 1]
            and not self.tokens.glued(at)
        )

    def is_year_aside(self, at: int) -> bool:
        """Tell whether a number is a year that dates something ("in 2011") and no part of a name."""
        word = self.tokens.lower[at]
        return len(word) == 4 and word.isdigit() and self.tokens.lower[at - 1] in ("in", "of", "(", "since", "from")


_ARABIC = frozenset({"al-", "el-"})
GIVEN_MONTHS = frozenset({"april", "may", "june", "august", "oscar"})
"""Months that are given names too."""
_SURNAMES = frozenset({"to", "an", "he", "you", "march"})


def _is_capital(word: str) -> bool:
    """Tell whether a word is written with a capital, after an elided or Arabic article too ("d’Été", "al-Hadi")."""
    if word[:3] in _ARABIC and word[3:4].isupper():
        return True
    if len(word) > 3 and word[0].islower() and word[1].isupper() and word.isalpha():
        return True  # "nWave", "eOne"
    return word[0].isupper() or word[0].istitle() or (len(word) > 2 and word[1] in "'’" and word[2].isupper())
