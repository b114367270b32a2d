"""Printed: what print does to a person's name beside misspelling it: a nickname in quotes, an article run on, a scan.

A name is put as the other one is printed, so that only what is left between the two is judged: letters that a print
lost ("Micha?") or wrote with others ("Djordjevic" for "Đorđević") too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.resolve.likeness import likeness
from kg.resolve.name import tokens

if TYPE_CHECKING:
    from kg.resolve.profile import Profile

__all__ = [
    "as_called",
    "as_printed",
    "capitals_turned",
    "initial_within",
    "initials_of",
    "one_lettered",
    "one_print",
    "one_scanned",
    "run_on",
    "two_called",
    "unscanned",
    "with_more",
]

# Giuseppe "Beppe" Fiorello: the quotes stand free, so that O'Hara and D'Onofrio have none.
_NICKNAME = re.compile(r"""(.*\S)\s+(?:["“”„«‹]([^"“”»›]{2,})["”“»›]|['‘]([^'’]{2,})['’]|\(([^\s()]{2,})\))\s+(\S.*)""")
_STOPS = frozenset("'’‘")
_POSSESSIVE = re.compile(r"(?<=\w\w)['’]s$")
_BREATH = re.compile(r"(?<=\b[CTKPct][hsz])['’‘](?=[aeiou])|(?<=\b[TKP])['’‘](?=[aeiou])")  # as Wade and Giles write
_LOST = re.compile(r"[?]")
_WRITTEN = {
    "đ": ("dj",), "ž": ("zh",), "š": ("sh",), "č": ("ch", "tch"), "ć": ("ch",), "ş": ("sh",), "ș": ("sh",),
    "ç": ("ch",), "ö": ("oe",), "ø": ("oe",), "ä": ("ae",), "æ": ("ae",), "ü": ("ue",), "å": ("aa",), "ő": ("oe",),
    "ß": ("s",), "ñ": ("ny", "nh"), "ð": ("dh",), "þ": ("th",), "ğ": ("gh",), "ț": ("tz",), "ţ": ("tz",),
}  # fmt: skip
_ARTICLES = frozenset(
    {"al", "el", "ben", "bin", "bou", "abu", "abou", "ait", "le", "la", "de", "di", "da", "van", "mc"}
)
_WITHIN = re.compile(r"([a-z]+)([0-9]{1,2})([a-z]+)")
_ALIKE = 0.9
_MOST = 4  # letters of a name that are written with two
_LEAST = 4  # letters that a word keeps without the article
_DIGITS = str.maketrans("0158", "olsb")
_EYES = str.maketrans("il", "ll")


def as_called(left: Profile, right: Profile) -> tuple[Profile, Profile]:
    """Give two people, one with a nickname in quotes by the given name or by the nickname, as the other one is told."""
    one, other = two_called(left.name), two_called(right.name)
    if bool(one) == bool(other):
        return left, right
    if one:
        return replace(left, name=_nearest(one, right.name)), right
    return left, replace(right, name=_nearest(other, left.name))


def as_printed(told: Profile) -> Profile:
    """Give somebody without what print adds to a name: "Orskan's" of a machine, the stops of breath in "Ts'ao"."""
    if not _STOPS.intersection(told.name):
        return told
    name = _BREATH.sub("", _POSSESSIVE.sub("", told.name))
    return told if name == told.name else replace(told, name=name)


@lru_cache(maxsize=65_536)
def two_called(name: str) -> tuple[str, ...]:
    """Give a name with a nickname in quotes by the given name and by the nickname; none for a name without one."""
    found = _NICKNAME.fullmatch(name) if name[-1:].isalpha() and not name.replace(" ", "").isalpha() else None
    if found is None:
        return ()
    given, *quoted, rest = found.groups()
    nickname = next(filter(None, quoted))
    return f"{given} {rest}", f"{nickname} {rest}"


def _nearest(names: tuple[str, ...], other: str) -> str:
    theirs = set(tokens(other))
    return max(names, key=lambda name: len(theirs.intersection(tokens(name))))


def one_print(one: str, other: str) -> bool:
    """Tell whether a name is the other one with letters lost in print, or written with the letters of English."""
    one, other = one.replace("\ufffd", "?"), other.replace("\ufffd", "?")
    if ("?" in one[1:]) != ("?" in other[1:]) and "?" not in (one[-1:], other[-1:]):
        return _lost(*((one, other) if "?" in one else (other, one)))
    if one.isascii() == other.isascii():
        return False
    printed, plainer = (other, one) if one.isascii() or _LOST.search(one) else (one, other)
    more = len(plainer) - len(printed)  # letters written with two, or none where some were lost
    if not plainer.isascii() or not (0 < more <= _MOST or _LOST.search(plainer)):
        return False
    if printed[0].isascii() and printed[0].casefold() != plainer[0].casefold():
        return False
    return _prints(printed).fullmatch(plainer) is not None


def _lost(printed: str, whole: str) -> bool:
    """Tell whether a name is the other one with signs of question for letters that a print had not: "Orsk?ma"."""
    if len(printed) != len(whole):
        return False
    alone = printed.count("?") == 1 and len(printed) > 2 * _LEAST
    return all(
        (one == "?" and (alone or not other.isascii())) or "".join(tokens(one)) == "".join(tokens(other))
        for one, other in zip(printed.casefold(), whole.casefold(), strict=True)
    )


@lru_cache(maxsize=65_536)
def _prints(name: str) -> re.Pattern[str]:
    found = []
    for letter in unicodedata.normalize("NFC", name):
        if letter.isascii():
            found.append(r"[\s-]+" if letter in " -" else re.escape(letter))
        else:
            base = "".join(tokens(letter)) or letter
            found.append(f"(?:{'|'.join([re.escape(base), *_WRITTEN.get(letter.casefold(), ())])}|[?]{{1,2}})")
    return re.compile("".join(found), re.IGNORECASE)


def run_on(one: tuple[str, ...], other: tuple[str, ...], printed: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of `one` without an article run on that stands by itself in the other name as `printed`.

    Of "Hiam Alsabbagh" beside "Hiyam Al-Sabbagh" it gives "hiam sabbagh"; `other` is without articles already.
    """
    for article, word in pairwise(printed):
        if article in _ARTICLES and word in other:
            for place, whole in enumerate(one):
                rest = whole[len(article) :]
                if whole.startswith(article) and len(rest) >= _LEAST and likeness(rest, word) >= _ALIKE:
                    return (*one[:place], rest, *one[place + 1 :])
    return one


@lru_cache(maxsize=65_536)
def unscanned(every: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a name with letters where a scanner read digits inside them: "t0zzi" is "tozzi"."""
    return tuple(
        word.translate(_DIGITS) if not word.isalpha() and sum(map(str.isalpha, word)) > len(word) / 2 else word
        for word in every
    )


def one_lettered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a title has figures within a word that has letters in the other: "Sil3nce", "Thir13en Kelps"."""
    if len(one) != len(other) or "".join(one).isalpha() == "".join(other).isalpha():
        return False
    return all(first == second or _lettered(first, second) or _lettered(second, first)
               for first, second in zip(one, other, strict=True))  # fmt: skip


def _lettered(figured: str, plain: str) -> bool:
    """Tell whether a word is another with figures for one or two letters inside it."""
    cut = _WITHIN.fullmatch(figured)
    if cut is None or not plain.isalpha():
        return False
    before, figures, behind = cut.groups()
    letters = len(plain) - len(before) - len(behind)
    return plain.startswith(before) and plain.endswith(behind) and 0 < letters <= len(figures)


def one_scanned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of as many words are one for a scanner, which takes "rn" for "m" and "l" for "i"."""
    return len(one) == len(other) and one != other and _seen(one) == _seen(other)


@lru_cache(maxsize=65_536)
def _seen(every: tuple[str, ...]) -> str:
    return " ".join(every).replace("rn", "m").replace("vv", "w").translate(_EYES)


def capitals_turned(left: str, right: str) -> bool:
    """Tell whether the one word in capitals stands in front in one name, and last in the other: ORSKAN Ida."""
    for turned, name in ((left.split(), right), (right.split(), left)):
        capitals = [word for word in turned if len(word) > 2 and word.isupper()]
        if len(turned) > 1 and capitals == turned[:1] and tokens(capitals[0])[-1:] == tokens(name)[-1:]:
            return not name.isupper()
    return False


def initials_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name is two initials and a surname of a longer one: J. A. Bayona, Juan Antonio Bayona García."""
    *letters, surname = short
    given = [word[0] for word in long]
    return (
        len(letters) > 1
        and all(len(word) == 1 for word in letters)
        and surname in long[2:]
        and (given[: len(letters)] == letters)
    )


def initial_within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name is the other with an initial behind the given name: Ilka Orsk, Ilka M. Orsk."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and len(long) == len(short) + 1 and len(long[1]) == 1 and (long[0], *long[2:]) == short


def with_more(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name is the other, letter for letter, with words of some letters added."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and set(short) <= set(long) and min(map(len, set(long) - set(short)), default=0) > 2
