"""Told titles: what a text as a whole makes certain to be titles, for the sentences that leave open where one ends.

"Busy shooting Men in Hope" may be a shoot of "Men" in a place called Hope; a headline "Men in Hope to open" tells.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.festival import is_market, known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.token import Tokens

__all__ = ["told_titles"]

_PLAIN = words("names", "plain")
_NEVER_FIRST = _PLAIN - words("names", "articles")
_NOT_INSIDE = _PLAIN - {"of", "a", "to", "in"}
_JOINS = words("names", "title_joins")
_BODY_WORDS = words("names", "body_words")
_COMPANY_ENDS = words("names", "company_ends")
_MONTHS = words("names", "months")
# Joins that names of companies, bodies, places and people have too.
_COMMON_JOINS = frozenset(
    {
        "of",
        "and",
        "&",
        "the",
        "de",
        "du",
        "des",
        "la",
        "le",
        "di",
        "del",
        "y",
        "e",
        "et",
        "for",
        "van",
        "von",
        "da",
        "do",
        "der",
    }
)
_NEVER_INSIDE = frozenset(
    {
        "by",
        "directed",
        "produced",
        "starring",
        "film",
        "films",
        "who",
        "which",
        "was",
        "has",
        "will",
        "said",
        "says",
        "been",
    }
) | words("leads", "works")
_WORKS = words("leads", "works")
# Small words that titles have inside.
_INSIDE = _JOINS | frozenset({
    "about", "against", "through", "until", "behind", "beyond", "near", "what", "not", "be", "up", "down", "out", "off",
    "no", "one", "two", "all", "how", "when", "where", "like", "me", "you", "him", "them", "us", "never", "always",
})  # fmt: skip
_STOPS = frozenset({".", ";", "(", ")", "“", "”", '"', "•", "|", "[", "]", "/", "–", "—", "?"})
_LEAST, _LONGEST = 3, 10
# "by NAME (“OTHER TITLE”)", "actor NAME (“TITLE”)": what somebody made, and no translation.
_OF_PEOPLE = frozenset({
    "by", "director", "directors", "helmer", "filmmaker", "actor", "actress", "star", "stars", "starring", "with",
    "producer", "producers", "writer", "screenwriter", "cinematographer", "composer", "editor", "newcomer", "thesp",
    "auteur", "writer-director", "and",
})  # fmt: skip
_LIT = frozenset({"lit", "lit.", "literally"})


def told_titles(document: Document, lines: list[tuple[int, int, int]]) -> frozenset[str]:
    """Give the titles, folded, that are printed in just these words more than once, or with what they mean behind."""
    if language_of(document) != "en":
        return frozenset()
    found: set[str] = set()
    counts: Counter[tuple[str, ...]] = Counter()
    spelt: dict[tuple[str, ...], str] = {}
    # A title stands within a sentence too, and not only where one begins.
    inside: set[tuple[str, ...]] = set()
    for _, first, last in lines:
        tokens = tokenise(document, first, last)
        found |= set(_translated(tokens))
        for start, end in _phrases(tokens):
            key = tokens.words[start:end]
            counts[key] += 1
            spelt.setdefault(key, tokens.text(start, end))
            if start and not tokens.words[start - 1][0].isupper():
                inside.add(key)
    again = {key: count for key, count in counts.items() if count > 1 and key in inside}
    for key, count in again.items():
        longer = [other for other in again if len(other) > len(key) and _within(key, other)]
        if not any(again[other] >= count for other in longer):
            found.add(fold(spelt[key]))
    return frozenset(name for name in found if not _is_other(name))


def _phrases(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Give the stretches that begin and end with capitals and have small words that few names but titles have."""
    lower, printed, n = tokens.lower, tokens.words, len(tokens)
    for start in range(n):
        if not printed[start][0].isupper() or (
            lower[start] in _NEVER_FIRST and start + 1 < n and not printed[start + 1][0].isupper()
        ):
            continue
        has_small = False
        for end in range(start + 1, min(n, start + _LONGEST)):
            word = lower[end]
            if word in _STOPS or word in _NEVER_INSIDE or end in tokens.after_asides:
                break
            if word in _PLAIN and word not in _INSIDE and printed[end][0].islower():
                break
            if printed[end][0].islower():
                has_small = has_small or word not in _COMMON_JOINS
            elif printed[end][0].isupper() and has_small and end + 1 - start >= _LEAST:
                yield start, end + 1


def _translated(tokens: Tokens) -> Iterator[str]:
    """Give what stands right before "(lit. …)": "cameras turn on Deux fils (lit. “Two Sons”)"."""
    lower, printed, n = tokens.lower, tokens.words, len(tokens)
    for at in range(1, n - 2):
        if lower[at] != "(" or not (lower[at + 1] in _LIT or printed[at + 1] in '“«"‘'):
            continue
        start = at
        while start and at - start < _LONGEST:
            word = lower[start - 1]
            if (
                word in _STOPS
                or word in (",", ":", "'s")
                or (printed[start - 1].islower() and word in _WORKS)
                or (printed[start - 1][0].islower() and word in _NOT_INSIDE)
            ):
                break
            start -= 1
        while start < at and not printed[start][0].isupper():
            start += 1
        is_somebody = lower[at + 1] not in _LIT and not _OF_PEOPLE.isdisjoint(lower[max(0, start - 1) : start + 1])
        if start < at and not is_somebody and not any(map(is_given_name, lower[start : at - 1])):
            yield fold(tokens.text(start, at))


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _is_other(name: str) -> bool:
    """Tell whether a name is no title: a company's, a body's, a festival's, a country's."""
    parts = name.split()
    return bool(
        not set(parts).isdisjoint(_BODY_WORDS)
        or parts[-1] in _COMPANY_ENDS
        or parts[0] in _MONTHS
        or known_festival(name)
        or is_market(name)
        or name in sections()
        or countries().code(name)
        or countries().code(parts[-1])
    )
