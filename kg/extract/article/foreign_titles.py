"""Foreign titles in English articles: names that go on in words that are not English, "Hund i himlen".

What stands behind "by" and "through", or goes on in a person's particles, is a company's or somebody's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.english import is_english
from kg.extract.slot.festival import known_festival
from kg.extract.slot.foreign import FOREIGN
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["foreign_titles"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|\n")
# Small words that join the parts of titles; those of `_SURELY` stand in no English sentence and in no person's name.
_SURELY = frozenset({
    "z", "w", "v", "ve", "og", "och", "und", "ja", "pod", "nad", "ze", "nie", "jak", "mit", "ohne", "dans", "sous",
    "avec", "où", "på", "för", "från", "til",
})  # fmt: skip
_JOINS = FOREIGN | _SURELY | frozenset({
    "i", "do", "u", "na", "za", "o", "po", "od", "med", "fra", "av", "en", "et", "ett", "een", "het", "der", "die",
    "das", "den", "dem", "des", "ein", "eine", "im", "am", "vom", "zum", "zur", "di", "da", "il", "lo", "gli", "e",
    "è", "un", "una", "que", "y", "con", "por", "para", "sin", "le", "la", "les", "du", "de", "à", "au", "aux", "sur",
    "sans", "pour", "qui", "ne", "pas", "os", "as", "um", "uma", "não", "se", "si", "co", "to", "mijn", "op", "aan",
    "bij", "voor", "van", "min", "mitt",
})  # fmt: skip
# Behind these stands a company, a person, or a noun of English.
_NOT_BEHIND = frozenset({
    "a", "an", "the", "this", "his", "her", "its", "their", "my", "our", "by", "through", "via", "at", "company",
    "outfit", "firm", "dr", "mr", "label", "distributor", "broadcaster", "magazine", "newspaper", "festival", "award",
    "prize", "(",
})  # fmt: skip
_OF_FIRMS = re.compile(
    r"(?:\b(?:by|through|via|company|outfit|firm|house|label|companies|producer|distributor)|"
    r"\b(?:[Pp]roduc|[Dd]istribut|[Ss]ales|[Cc]ompan)\w*(?: [a-z]+)?:)\s(?=[A-ZÀ-ÞĀ-Ž])"
)
_FAR, _MOST = 60, 40
_COMPANY_ENDS = words("names", "company_ends")
_LONGEST = 8
_SHORTEST = 3
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)['’]\w+")


def foreign_titles(document: Document) -> frozenset[str]:
    """Give the foreign titles, folded, that an English article prints with words in small letters."""
    if language_of(document) != "en":
        return frozenset()
    firms = _named_as_firms(document.text)
    return frozenset(
        fold(name)
        for name in frozenset(_names(document.text))
        if not any(words.startswith(name) for words in firms.get(name.split(" ")[0], ()))
    )


def _named_as_firms(text: str) -> dict[str, list[str]]:
    """Give what stands behind "by", "through", "outfit", "Production: ", by its first word: names of companies."""
    found: dict[str, list[str]] = {}
    for cue in _OF_FIRMS.finditer(text):
        ahead = text[cue.end() : cue.end() + _FAR]
        of_word = found.setdefault(ahead.split(" ")[0], [])
        if len(of_word) < _MOST:
            of_word.append(ahead)
    return found


def _names(text: str) -> Iterator[str]:
    tokens = [(hit.group(), hit.start(), hit.end()) for hit in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        last = _end(text, tokens, at) if _may_begin(tokens, at) else at
        if last > at:
            yield text[tokens[at][1] : tokens[last][2]]
        at = max(at, last) + 1


def _may_begin(tokens: list[tuple[str, int, int]], at: int) -> bool:
    word = tokens[at][0]
    before = tokens[at - 1][0] if at else "\n"
    folded = fold(word)
    if word.isdigit():  # "12 jours de pluie"
        ahead = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        return before[-1].isalpha() and len(ahead) > _SHORTEST and ahead.islower() and not is_english(ahead)
    return (
        word[0].isupper()
        and not word.endswith(("'s", "’s"))
        and not (before[0].isupper() or fold(before) in _NOT_BEHIND)
        and not (word.isupper() and len(word) > 1)
        and not (is_english(folded) and folded not in _JOINS)
        and not is_given_name(folded)
        and not (countries().code(word) or countries().code_of_demonym(word.rpartition("-")[2]))
    )


def _end(text: str, tokens: list[tuple[str, int, int]], at: int) -> int:
    """Give the last token of a foreign title that begins at a token, or that token where there is none."""
    last = at
    is_strange = False
    for index in range(at + 1, min(len(tokens), at + _LONGEST)):
        word = tokens[index][0]
        if text[tokens[index - 1][2] : tokens[index][1]] != " ":
            break
        if word[0].isupper():
            last = index
        elif word in _JOINS or _ELIDED.fullmatch(word):
            is_strange = is_strange or (word in _SURELY and _is_followed(tokens, index))
        elif word.isalpha() and word.islower() and len(word) >= _SHORTEST and not is_english(word):
            is_strange, last = True, index
        else:
            # "La fenêtre d'en face": behind a small word that joins, an English one may go on.
            is_strange = is_strange and last == index - 1
            break
    if not is_strange or not _may_be(text[tokens[at][1] : tokens[last][2]]):
        return at
    return last


def _is_followed(tokens: list[tuple[str, int, int]], at: int) -> bool:
    word = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return word[:1].isupper() or (word.isalpha() and word.islower() and not is_english(word))


def _may_be(name: str) -> bool:
    return not known_festival(name) and fold(name.split()[-1]) not in _COMPANY_ENDS
