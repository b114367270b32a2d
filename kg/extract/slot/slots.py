"""Slots that hold no name of a person, work or company: festivals, numbers, years, spans of time, any words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.names import Candidate, Names

__all__ = [
    "COMPOUNDS",
    "FIRM_NOUNS",
    "NOMINATED",
    "NO_NAMES",
    "NUMBERS",
    "brackets",
    "ending_in",
    "epithets",
    "epithets_begin",
    "festivals",
    "is_compound",
    "nominated",
    "numbers",
    "periods",
    "some_words",
    "verbs",
    "verbs_begin",
    "years",
]

# With these titles begin, and nobody's name.
NO_NAMES = frozenset({"à", "chez", "dans", "sur", "aux"})
COMPOUNDS = tuple(sorted(words("names", "compound_ends")))
# What stands between a town and a company: "Tromsø shingle Polar Film".
FIRM_NOUNS = frozenset({"shingle", "outfit", "banner", "firm", "prodco", "start-up", "boutique", "indie"})
NOMINATED = ("-nominated", "-nominee")
_ACTING = words("names", "acting") | words("names", "fictional")
_LONGEST_NUMBER = 10
NUMBERS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "twenty": "20",
}


def is_compound(word: str) -> bool:
    """Tell whether a word, folded, says what somebody is: "graz-born"."""
    return word.endswith(COMPOUNDS) and "-" in word


def festivals(line: Names, at: int) -> Iterator[Candidate]:
    """Give a festival edition: "Venice 2024", "the 74th Venice Film Festival" (its year is then unknown)."""
    from kg.extract.slot.festival import edition_at

    yield from edition_at(line.tokens, at)


def nominated(line: Names, at: int) -> Iterator[Candidate]:
    """Give the award of "Oscar-nominated" (a word of its own in print)."""
    word = line.tokens.words[at]
    for ending in NOMINATED:
        if word.casefold().endswith(ending) and word[0].isupper():
            yield at + 1, ((word[: -len(ending)], at, at + 1),), "", 1.0


def some_words(line: Names, at: int) -> Iterator[Candidate]:
    """Give one to six words whatever they are, with a "!" or "?" printed onto the last one."""
    lower, n = line.tokens.lower, line.n
    for end in range(at + 1, min(n, at + 6) + 1):
        if lower[end - 1] in (".", ",", ";", ":"):
            return
        yield end, ((line.tokens.text(at, end), at, end),), "", -0.05 * (end - at)
        if end < n and lower[end] in ("!", "?") and line.tokens.glued(end):
            yield end + 1, ((line.tokens.text(at, end + 1), at, end + 1),), "", 0.3


def ending_in(line: Names, endings: tuple[str, ...]) -> list[int]:
    """Give the tokens that end in one of these."""
    return [at for at, word in enumerate(line.tokens.lower) if word.endswith(endings)]


def epithets_begin(line: Names) -> list[int]:
    """Give the tokens at which epithets may begin."""
    return ending_in(line, COMPOUNDS) + line.figures


def epithets(line: Names, at: int) -> Iterator[Candidate]:
    """Give compound adjectives and decades before a title: "1970s Berlin-set"."""
    lower, n = line.tokens.lower, line.n
    end = at
    while end < n and (lower[end].endswith(COMPOUNDS) or (lower[end][:-1].isdigit() and lower[end][-1] == "s")):
        end += 1
    if end > at:
        yield end, (), line.tokens.text(at, end), 0.3


def brackets(line: Names, at: int) -> Iterator[Candidate]:
    """Give an aside in brackets, up to twelve words."""
    lower, n = line.tokens.lower, line.n
    if lower[at] == "(":
        for end in range(at + 1, min(n, at + 13)):
            if lower[end] == ")":
                yield end + 1, (), "", 0.0
                return


def periods(line: Names, at: int) -> Iterator[Candidate]:
    """Give a span of time, "the past decade" or "10 years"; its value is "<n> years"."""
    lower, n = line.tokens.lower, line.n
    end = at
    while end < n and lower[end] in ("the", "past", "last", "a", "over"):
        end += 1
    if end < n and lower[end] in ("decade", "decades"):
        yield end + 1, (), "10 years", 0.5
    elif end + 1 < n and lower[end + 1] == "years":
        count = NUMBERS.get(lower[end], lower[end])
        if count.isdigit():
            yield end + 2, (), f"{count} years", 0.5


def numbers(line: Names, at: int) -> Iterator[Candidate]:
    """Give a whole number in digits."""
    word = line.tokens.lower[at].replace(",", "")
    if word.isdigit() and len(word) < _LONGEST_NUMBER:
        yield at + 1, (), word, 0.3


def verbs_begin(line: Names) -> list[int]:
    """Give the tokens that may be verbs in the present tense."""
    return [at for at in ending_in(line, ("s",)) if not line.capital[at]]


def verbs(line: Names, at: int) -> Iterator[Candidate]:
    """Give a verb in the present tense after its subject: a small word in -s that is no work of acting."""
    word = line.tokens.lower[at]
    in_s = len(word) > 3 and word.isalpha() and word.endswith("s") and not word.endswith("ss")
    if in_s and not line.capital[at] and word not in _ACTING:
        yield at + 1, (), word, 0.0


def years(line: Names, at: int) -> Iterator[Candidate]:
    """Give a year."""
    word = line.tokens.lower[at]
    if len(word) == 4 and word.isdigit() and 1888 <= int(word) <= 2100:
        yield at + 1, (), word, 0.5
