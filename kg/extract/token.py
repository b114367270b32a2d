"""Tokens: a line of text as words and marks that know where they stand.

Matching is done on `lower` (casefolded, typographic apostrophes straightened); names are cut from the text by
offset, so what is printed is what the graph says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.language import language_of
from kg.extract.lexicon import ELIDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.document import Document

__all__ = ["ASIDE", "A_LINK", "CAPITAL_INSIDE", "LINKS", "NOT_FINAL", "Tokens", "past_links", "tokenise"]

# In order: a small word without the space behind it, "byLux Film"; what most tokens are, a word before a space or a
# comma, and such a comma or stop; possessive s; chains of nations, "Polish-U.K."; words with inner apostrophe, dot,
# hyphen, ampersand or slash-free joiners; clock-like numbers and decimals; abbreviations with their dot; ellipses; any
# other single mark.
_TOKEN = re.compile(
    r"""
    (?-i:(?:by|with|from|and)(?=[A-ZÀ-Þ][a-zß-ÿ]))
  | [^\W_]++(?=,?\s) | [,.](?=\s)
  | (?P<possessive>['’`´΄ʼ]s(?![^\W_]))
  | (?P<nations>(?:[^\W\d_]++-)+U\.(?:K|S(?:\.A)?)\.(?:-[^\W\d_]+)* | U\.(?:K|S(?:\.A)?)\.(?:-[^\W\d_]+)+)
  | (?P<abbreviation>(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Mme|Mlle|No|Vol|vs)\.(?=\s)
      | (?:Intl|Prods|Ent|Pics|Inc|Ltd|Corp)\.(?=,|\s[a-z]) | Bros\.(?=[\s,;:)]|$)
      | (?:[^\W\d_]\.(?:\s?-?(?=[^\W\d_]\.))?)+(?=[^\W_]|\s|,|$|[)’'"”]|-[^\W_]) )
  | (?P<bracketed>[^\W\d_]{2,}\([^\W\d_A-ZÀ-Þ]{1,3}\)[^\W\d_A-ZÀ-Þ]{2,})
  | (?P<word>[^\W_]+(?:(?:['’](?!s(?![^\W_]))|[.:](?=\d)|[-‑](?!U\.[KS]\.)|[&+@]|,(?=\d{3}(?!\d)))[^\W_]+)*
      (?:-U\.(?:K|S|S\.A)\.(?![^\W_]))?)
  | (?P<dots>\.\.\.+|…)
  | (?P<mark>[^\s])
    """,
    re.VERBOSE,
)
# "d’Été", "l’Enclos": an elided word is a token of its own.
_WITH_ELISIONS = re.compile(rf"(?P<elision>\b(?:[dlnsmtcj]|qu)['’](?=\w))|{_TOKEN.pattern}", re.VERBOSE | re.IGNORECASE)
# What a link leads to, alone on a line of a block of links.
_A_LINK = (
    r"(?:(?:film|series|short film|documentary|book|festival|tv) (?:review|focus|profile|scope)|trailer|teaser|"
    r"making of|fiche film|critique|bande-annonce|scheda film|recensione|"
    r"(?:interview|q&a|podcast|intervista)s?\s?: [^\n\[\]]{2,60})"
)
# What a web page printed into its sentences: blocks of links, references to other pages, captions. Some copies lose the
# bracket that closes such a block.
LINKS = re.compile(
    rf"\[\+?\s*(?:see also|leggi anche|lire aussi)\b(?:[^\[\]]{{0,600}}\]|\s?:(?:\s*\n\s*{_A_LINK}[ \t]*(?=\n|$|,))+)",
    re.IGNORECASE,
)
A_LINK = re.compile(_A_LINK, re.IGNORECASE)
"""A line of such a block."""
ASIDE = re.compile(
    LINKS.pattern
    + r"|\((?:see (?:also |the )?(?:news|article|review|interview|focus|report|trailer)[^)]{0,40}|pictured|photo|"
    r"read (?:the )?(?:news|article|review|interview)[^)]{0,40}|"
    # A title that is not the last word; within quotation marks it goes with the name.
    r"(?:AT|WT|w/t|(?:working|provisional|tentative|temporary) title)(?=\)(?![”\"»]))|"
    r"(?:lire|voir) (?:aussi )?(?:l['’]|la |le |notre |les )?"
    r"(?:article|interview|critique|news|info|brève|dossier|focus)[^)]{0,40})\)",
    re.IGNORECASE,
)
# "Salt (AT)", "Salt (working title)": a title that is not the last word.
NOT_FINAL = re.compile(r"\s\((?:AT|WT|w/t|(?:working|provisional|tentative|temporary) title)\)$", re.IGNORECASE)
# UTF-8 that was read as Windows-1252: two characters for a letter, three for a quotation mark or dash.
_MOJIBAKE = re.compile(r"Ã[^\w\s]|â€(?=\S\w)\S|Å[^\w\s]|Ä[^\w\s]")
_PLAIN = str.maketrans("’`´΄ʼ‘‑“”«»„", "''''''-\"\"\"\"\"")


def past_links(text: str, at: int) -> int:
    """Give where the words go on behind a title: a page may print a block of links there, and then a blank."""
    links = LINKS.match(text, at) or LINKS.match(text, at + 1)
    return links.end() if links else at


# Small words that headlines print small, and titles may print with a capital.
CAPITAL_INSIDE = frozenset({"In", "On", "At", "Of", "For", "With", "To", "From"})
_SMALL_INSIDE = frozenset(word.lower() for word in CAPITAL_INSIDE)
# How many words of more than two small letters make a sentence of small letters.
_LEAST_SMALL = 4
_SHORT = 2
_LONGEST_QUOTED = 14
# How many sentences are kept: a page has hardly more, and to keep many costs more than to cut them again.
_SENTENCES = 32


@dataclass(frozen=True, slots=True)
class Tokens:
    """One stretch of a document as parallel lists; `starts` and `ends` are offsets into the document's text.

    `after_asides` are the tokens before which something was left out: no name goes on over it.
    """

    document: Document
    start: int
    end: int
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    after_asides: frozenset[int] = frozenset()
    language: str = "en"

    def __len__(self) -> int:
        return len(self.words)

    def text(self, first: int, last: int) -> str:
        """Give the printed text of tokens `first` up to and without `last`."""
        return self.document.text[self.starts[first] : self.ends[last - 1]]

    def glued(self, at: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return at > 0 and self.starts[at] == self.ends[at - 1]


# With these ends a name whose possessive is an apostrophe alone.
_SIBILANTS = frozenset("sxzSXZšșşžźśŠȘŞŽŹŚ")


def tokenise(document: Document, start: int, end: int, skip: Sequence[tuple[int, int]] = ()) -> Tokens:
    """Cut `text[start:end]` of a document into tokens, without the stretches to skip."""
    return _cut(document, start, end, tuple(skip))


# A sentence is asked for by several readers in turn.
@lru_cache(maxsize=_SENTENCES)
def _cut(document: Document, start: int, end: int, skip: tuple[tuple[int, int], ...]) -> Tokens:
    words: list[str] = []
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    text = document.text
    asides = sorted([*_asides(text, start, end), *skip])
    ahead = 0
    cut: set[int] = set()
    language = language_of(document)
    pattern = _WITH_ELISIONS if language in ELIDING else _TOKEN
    for found in pattern.finditer(_mended(text, start, end), start, end):
        first, last = found.span()
        if asides:
            while ahead < len(asides) and asides[ahead][1] <= first:
                ahead += 1
            if ahead < len(asides) and asides[ahead][0] <= first:
                cut.add(len(words))
                continue
        word = text[first:last]
        plain = word.lower() if word.isascii() else word.translate(_PLAIN).casefold()
        if plain == "'" and words and words[-1][-1] in _SIBILANTS and ends[-1] == first:
            plain = "'s"  # the possessive of a name in s: "Jones' debut"
        elif word.endswith("is") and _glued_copula(text, found, words):
            # A missing space, "Filmesis a …": the name and the verb are two words.
            words.append(word[:-2])
            lower.append(plain[:-2])
            starts.append(first)
            ends.append(last - 2)
            word, plain, first = word[-2:], plain[-2:], last - 2
        elif found.lastgroup == "dots":
            plain = "..."
        words.append(word)
        lower.append(plain)
        starts.append(first)
        ends.append(last)
    if text.find("'", start, end) >= 0:
        _straight_quotes(text, words, lower, starts, ends)
    if text.find(",", start, end) >= 0:
        _commas_behind(text, words, lower, starts, ends)
    if " And " in text[start:end]:
        _capital_and(words, lower)
    if not CAPITAL_INSIDE.isdisjoint(words):
        _capital_inside(words, lower)
    return Tokens(
        document, start, end, tuple(words), tuple(lower), tuple(starts), tuple(ends), frozenset(cut), language
    )


def _straight_quotes(text: str, words: list[str], lower: list[str], starts: list[int], ends: list[int]) -> None:
    """Tell straight single quotation marks around capitals apart: they open and close as curly ones do."""
    open_at = -1
    for at, word in enumerate(words):
        if text[starts[at]] != "'" or len(word) > 1:
            continue
        opens = at + 1 < len(words) and starts[at + 1] == ends[at] and (at == 0 or starts[at] > ends[at - 1])
        if opens and (words[at + 1][0].isupper() or words[at + 1][0].isdigit()):
            open_at = at
        elif open_at >= 0 and starts[at] == ends[at - 1] and at - open_at <= _LONGEST_QUOTED:
            words[open_at], words[at] = "‘", "’"
            lower[at] = "'"
            open_at = -1


def _commas_behind(text: str, words: list[str], lower: list[str], starts: list[int], ends: list[int]) -> None:
    """Put a comma that is printed inside the quotation marks behind them, where it belongs to the sentence."""
    for at in range(2, len(words) - 1):
        mark = words[at + 1]
        closes = mark in ("”", "’") or (mark == '"' and text[ends[at + 1] : ends[at + 1] + 1] in (" ", "\n"))
        if words[at] == "," and closes and starts[at + 1] == ends[at] and starts[at] == ends[at - 1]:
            for printed in (words, lower):
                printed[at], printed[at + 1] = printed[at + 1], printed[at]
            for offsets in (starts, ends):
                offsets[at], offsets[at + 1] = offsets[at + 1], offsets[at]


def _capital_and(words: list[str], lower: list[str]) -> None:
    """In a sentence of small letters, "And" between capitals is a word of a title and joins none: "Tori And Lokita"."""
    small = sum(1 for word in words if word.islower() and len(word) > _SHORT)
    if small < _LEAST_SMALL:
        return
    for at in range(1, len(words) - 1):
        if words[at] == "And" and words[at - 1][0].isupper() and words[at + 1][0].isupper():
            lower[at] = "And"


def _capital_inside(words: list[str], lower: list[str]) -> None:
    """Where a line prints small words small, "In" between capitals is a word of a title: "Juliette In Spring"."""
    if not any(word in _SMALL_INSIDE for word in words) or not any(
        word.islower() and len(word) > _SHORT for word in words
    ):
        return
    for at in range(2, len(words) - 1):
        if words[at] in CAPITAL_INSIDE and words[at - 1][0].isupper() and words[at + 1][0].isupper():
            lower[at] = words[at]


def _mended(text: str, start: int, end: int) -> str:
    """Give a text of the same length in which mojibake ("JÃ©rÃ´me", "Oâ€™Dea") reads as letters, for cutting only."""
    if text.find("Ã", start, end) < 0 and text.find("â€", start, end) < 0:
        return text
    part = _MOJIBAKE.sub(lambda found: found.group()[0] + "x" * (len(found.group()) - 1), text[start:end])
    return text[:start] + part + text[end:]


def _asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if text.find("[", start, end) < 0 and text.find("(", start, end) < 0:
        return []
    return [found.span() for found in ASIDE.finditer(text, start, end)]


_AFTER_COPULA = re.compile(r"\s(?:an?|the|one|not|now)\s")


def _glued_copula(text: str, found: re.Match[str], before: list[str]) -> bool:
    """Tell whether a capitalised word early in its sentence has "is" printed onto its end."""
    word = found.group()
    return (
        len(word) >= 7
        and word.endswith("is")
        and word[0].isupper()
        and 1 <= len(before) <= 4
        and (before[-1][0].isupper())
        and bool(_AFTER_COPULA.match(text, found.end()))
    )
