"""Initials: a company's name in its first letters, as broadcasters and funds are mostly printed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.resolve.name import tokens
from kg.resolve.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "acronym",
    "broadcast",
    "compound",
    "initials",
    "initials_behind",
    "initials_only",
    "letters_of",
    "letters_of_broadcaster",
    "prints",
    "syllables",
    "syllables_of",
    "two_letters",
]

_PRINTS = 32  # ways to write the initials of one name
_FEWEST = 2  # initials that are too few to say anything
_SYLLABLE = 4  # letters at most that stand for one word where a name is made of the beginnings of words


def acronym(left: str, right: str) -> bool:
    """Tell whether one name is the initials of the other: three letters or more."""
    short, long = sorted((left, right), key=lambda name: len(tokens(name)))
    letters = "".join(tokens(short))
    content = "".join(word[0] for word in tokens(long) if word not in words("company", "joins"))
    joined = "&" in short and len(letters) <= _SYLLABLE and content.startswith(letters)  # "F&ME"
    if joined and len(letters) > _FEWEST and len(tokens(long)) > _FEWEST:
        return True
    if len(tokens(short)) != 1 or not 3 <= len(letters) <= 7:
        return False
    if letters in prints(long):
        return True
    if len(tokens(long)) < 3:
        return False
    if content.startswith(letters):
        return True
    rest = iter(content)  # one word may have no letter of its own: RTBF
    return len(content) - len(letters) <= 1 and content[0] == letters[0] and all(each in rest for each in letters)


def initials_behind(left: str, right: str) -> bool:
    """Tell whether one name is the other with its first words in letters: "KPO Vision", "Kelp Pour Orsk Vision"."""
    light = words("company", "joins") | words("company", "legal")
    one, other = ([word for word in tokens(name) if word not in light] for name in (left, right))
    alike = 0
    while alike < min(len(one), len(other)) and one[-1 - alike] == other[-1 - alike]:
        alike += 1
    short, long = sorted((one[: len(one) - alike], other[: len(other) - alike]), key=len)
    return alike > 0 and len(short) == 1 and len(long) > _FEWEST and short[0] == "".join(word[0] for word in long)


def broadcast(name: str) -> frozenset[str]:
    """Give the initials of a broadcaster, as `prints` does; none for another house."""
    return prints(name) if _broadcasts(name) else frozenset()


def _broadcasts(name: str) -> bool:
    return any(
        word == "radio" or word.startswith(("fernseh", "rundfunk")) or _television(word) for word in tokens(name)
    )


def letters_of_broadcaster(left: str, right: str) -> bool:
    """Tell whether one name is the two letters of a broadcaster in full: HR of Hessischer Rundfunk."""
    short, long = sorted((left, right), key=len)
    return len(short) == _FEWEST and short.isupper() and _broadcasts(long) and initials(long) == short.casefold()


def two_letters(name: str) -> Iterator[str]:
    """Give the two letters of a broadcaster, none for other houses."""
    if len(letters := initials(name)) == _FEWEST and _broadcasts(name):
        yield letters


@lru_cache(maxsize=65_536)
def syllables_of(name: str) -> frozenset[str]:
    """Give what the beginnings of three or four words make, of each three letters at most: "kofic" among others."""
    every = [word for word in tokens(name) if word not in words("company", "joins") | words("company", "legal")]
    if not _FEWEST < len(every) <= _SYLLABLE:
        return frozenset()
    found = {""}
    for word in every:
        found = {before + word[:many] for before in found for many in range(1, _SYLLABLE)}
    return frozenset(letters for letters in found if len(letters) > len(every))


def syllables(left: str, right: str) -> bool:
    """Tell whether one name is the beginnings of all words of the other, three or more: KO-FI-C."""
    short, long = sorted((left, right), key=lambda name: len(tokens(name)))
    letters = "".join(tokens(short))
    every = [word for word in tokens(long) if word not in words("company", "joins") | words("company", "legal")]
    if len(tokens(short)) != 1 or not 2 < len(every) < len(letters) <= 3 * _SYLLABLE:
        return False
    places = {0}
    for word in every:
        places = {
            place + many
            for place in places
            for many in range(1, _SYLLABLE + 1)
            if len(word) > many and letters.startswith(word[:many], place)
        }
    return len(letters) in places


@lru_cache(maxsize=65_536)
def prints(name: str) -> frozenset[str]:
    """Give the initials of a name in all ways, three letters or more.

    Radio and television have two letters (TVCG, RTP, SVT), and so may a word that is made of several (DFFF, WDR).
    """
    found = {""}
    for word in tokens(name):
        if word in words("company", "joins") or word in words("company", "legal"):
            continue
        told = {word[0], word[0] + "".join(_within(word))}
        if _television(word):
            told = {"t", "tv", "vt", "rt", "rtv"} if word.startswith("radio") else {"t", "tv", "vt"}
        found = {before + letters for before in found for letters in told}
        if len(found) > _PRINTS:
            return frozenset()
    return frozenset(each for each in found if len(each) > _FEWEST)


def _television(word: str) -> bool:
    return word.removeprefix("radio").startswith(("telev", "telew")) or word == "tv"


def _within(word: str) -> list[str]:
    """Give the first letters of the words inside one that is made of several."""
    starts = {word.find(stem, 2) for stem in words("company", "stems")} - {-1}
    return [word[place] for place in sorted(starts)]


def initials_only(left: str, right: str) -> bool:
    """Tell whether one name is the first letter of each word of the other, joining words aside, and nothing else."""
    short, long = sorted((left, right), key=lambda name: len(tokens(name)))
    content = [word[0] for word in tokens(long) if word not in words("company", "joins") | words("company", "legal")]
    return "".join(tokens(short)) in prints(long) or "".join(tokens(short)) == "".join(content)


def initials(name: str) -> str:
    """Give the first letter of each word, joining words and legal forms aside."""
    light = words("company", "joins") | words("company", "legal")
    return "".join(word[0] for word in tokens(name) if word not in light)


def letters_of(left: str, right: str) -> bool:
    """Tell whether one name may be made of letters of the other, in their order: ORF of Österreichischer Rundfunk."""
    short, long = sorted(("".join(tokens(left)), "".join(tokens(right))), key=len)
    rest = iter(long)
    return 3 <= len(short) <= 5 < len(long) and short[0] == long[0] and all(letter in rest for letter in short)


def compound(left: str, right: str) -> bool:
    """Tell whether capitals are the first letters of each word of the other and of a word inside: ÖFI, ZDF."""
    short, long = sorted((left, right), key=len)
    letters, every = "".join(tokens(short)), tokens(long)
    if not (3 <= len(letters) <= 5 and short.isupper() and len(every) > 1):
        return False
    place = 0
    for word in every:
        if word in words("company", "joins"):
            continue
        if letters[place : place + 1] != word[0]:
            return False
        place += 1
        inside = word.find(letters[place : place + 1], 3) if place < len(letters) else -1
        place += inside > 0 and len(letters) - place > len(every) - every.index(word) - 1
    return place == len(letters)
