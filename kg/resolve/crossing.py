"""Crossing: a name in Latin letters, and one in a script that leaves vowels out or writes them as signs.

Arabic, Persian and Hebrew write long vowels at most, and the scripts of India leave the "a" behind every consonant to
the reader. So the letters of such a name are held against those of the other one by one, each as it may be read, with
any vowels between them: "محمد" is Mohamed, Mohammad and Muhammad.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from kg.resolve.name import script, tokens
from kg.resolve.sound import korean, one_romanised, romanised
from kg.resolve.transcription import one_transcribed
from kg.resolve.words import one_surname

__all__ = ["heard_as", "of_letters", "of_signs", "one_across", "one_chinese", "spaced", "vowels_heard"]

_ABJADS = frozenset({"ARABIC", "HEBREW"})
_SIGNS = frozenset({
    "DEVANAGARI", "BENGALI", "GUJARATI", "GURMUKHI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA",
})  # fmt: skip
_SYLLABLES = frozenset({"HANGUL", "CJK"})
_SYLLABLE, _SYLLABLES_MOST = 1, 4  # letters of a whole name
# Surnames of two syllables.
_SURNAMES = frozenset({
    "남궁", "황보", "선우", "제갈", "독고", "사공", "서문", "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官",
})  # fmt: skip
_PINYIN = re.compile(r"c(?!h)")
_RUN = re.compile(r"[aeiouy]+")
_BRIGHT = str.maketrans("eyu", "iio")
_VOWELS = frozenset("aeiouy")
_CONSONANTS = re.compile(r"[^aeiouy]+")
_HALF = frozenset("ويی")  # letters that stand for a vowel but at the beginning of a word
_FEWEST = 3  # consonants of a name from which on the reading says something
_LEAST = 5  # letters of a name in syllables from which on its sound does
_DOUBLE = re.compile(r"(.)\1+")
_SPACE = re.compile(r"[\s־-]+")
_ARTICLES = frozenset({"al", "el", "as", "ash", "an", "ar", "at", "ad", "az", "ha", "l"})
_SOFT = re.compile(r"zh|[aeiouyjhwvfpb]")  # vowels, what is written with one of them, and letters that have two sounds
_HISS = re.compile(r"t[sz]|[sczxqkg]+")


def of_signs(name: str) -> bool:
    """Tell whether a name is in a script that leaves vowels to the reader."""
    return script(name) in _ABJADS | _SIGNS


@lru_cache(maxsize=65_536)
def one_across(left: str, right: str) -> bool:
    """Tell whether two names in two scripts are read alike, all of their words; False for names of one script."""
    scripts = script(left), script(right)
    if scripts[0] == scripts[1] or "" in scripts:
        return False
    one, other = _tokens(left), _tokens(right)
    if not one or not other:
        return False
    for signs, plain in ((left, other), (right, one)):
        if of_signs(signs):
            return script(left if signs is right else right) == "LATIN" and _read(signs, plain)
    if _SYLLABLES.intersection(scripts):
        if "HANGUL" in scripts:
            return _one_korean(one, other)
        return one_romanised(one, other) and vowels_heard("".join(one)) == vowels_heard("".join(other))
    if "GREEK" in scripts and any(one_transcribed(*both) for both in ((_nasal(one), other), (one, _nasal(other)))):
        return True
    if "GEORGIAN" in scripts and any(one_transcribed(*both) for both in ((_stem(one), other), (one, _stem(other)))):
        return True
    return min(len("".join(one)), len("".join(other))) >= _LEAST and one_transcribed(one, other)


def _stem(every: tuple[str, ...]) -> tuple[str, ...]:
    """Give words in Georgian letters without the "i" that the language sets behind a foreign name."""
    return tuple(word.removesuffix("i") for word in every)


@lru_cache(maxsize=65_536)
def spaced(name: str) -> str:
    """Give a name in Chinese or Korean letters with a space behind the surname; any other name as it is."""
    if script(name) not in _SYLLABLES or not name.isalpha() or not _SYLLABLE < len(name) <= _SYLLABLES_MOST:
        return name
    cut = 2 if name[:2] in _SURNAMES and len(name) > _SYLLABLES_MOST - 2 else 1
    return f"{name[:cut]} {name[cut:]}"


def _one_korean(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of Korea are one, the surname first or last; one of them is in its own letters."""
    turned = (one, (*other[-1:], *other[:-1])), ((*one[-1:], *one[:-1]), other)
    return any(
        one_surname(first[0], second[0]) and korean("".join(first[1:])) == korean("".join(second[1:])) != ""
        for first, second in ((one, other), *turned)
    )


def vowels_heard(letters: str) -> str:
    """Give the first of each run of vowels, as open, bright or dark: one for all romanisations of Chinese."""
    return "".join(run[0].translate(_BRIGHT) for run in _RUN.findall(letters))


def one_chinese(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names, surname first, are one of China in two romanisations, vowel for vowel: Tsai, Cai."""
    if not one or not other or not one_surname(one[0], other[0]):
        return False
    given, their = ("".join(every[1:]).replace("ung", "ong") for every in (one, other))
    vowels, others = (_CONSONANTS.sub("", letters) for letters in (given, their))
    if min(len(given), len(their)) < _LEAST or vowels != others:
        return False
    heard = {romanised(given), romanised(given.replace("j", "r"))}  # "jung" is "rong", as Wade and Giles write
    return not heard.isdisjoint({romanised(their), romanised(their.replace("j", "r"))})


def _nasal(every: tuple[str, ...]) -> tuple[str, ...]:
    """Give words in Greek letters with "mp" and "nt" as they are mostly heard."""
    return tuple(word.replace("mp", "b").replace("nt", "d").replace("gk", "g") for word in every)


def _tokens(name: str) -> tuple[str, ...]:
    """Give the words of a name, those behind a surname in Chinese letters as other romanisations write them."""
    every = tokens(spaced(name))
    if script(name) != "CJK":
        return every
    return (*every[:1], *(_PINYIN.sub("ts", word).replace("q", "ch") for word in every[1:]))


@lru_cache(maxsize=65_536)
def _bones(name: str) -> str:
    """Give the consonants of a name that every script writes alike, and one sign for those that hiss, in their order.

    What an article adds to a name in Arabic or Hebrew is left out; "" for too few consonants to look up anything.
    """
    bare = "".join(word for word in tokens(" ".join(_without_article(name))) if word not in _ARTICLES)
    found = _DOUBLE.sub(r"\1", _HISS.sub("s", _SOFT.sub("", bare.replace("r", "l"))))
    return found if len(found) >= _FEWEST else ""


@lru_cache(maxsize=65_536)
def heard_as(name: str) -> tuple[str, ...]:
    """Give what a name is looked up by among those of other scripts: two that `one_across` holds for one share it."""
    found = [f"^{kept}"] if (kept := _bones(name)) else []
    every = tokens(spaced(name))
    if len(every) > 1:
        for surname, given in ((every[0], every[1:]), (every[-1], every[:-1])):
            if one_surname(surname, surname):
                found.append(f"¶{korean(''.join(given))}")
    return tuple(found)


def of_letters(name: str) -> bool:
    """Tell whether a name is in letters that write all vowels, as Latin, Greek and Cyrillic ones do."""
    return script(name) not in _ABJADS | _SIGNS | _SYLLABLES


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files("kg.resolve").joinpath("sounds.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for line in table["read"][name].strip().splitlines():
        letter, *sounds = line.split()
        found[letter] = tuple("" if sound == "-" else sound for sound in sounds)
    return found


def _without_article(name: str) -> tuple[str, ...]:
    """Give the words of a name, those in Arabic letters without "al-" run on in front."""
    every = _SPACE.split(unicodedata.normalize("NFKC", name).replace("\u200c", ""))
    return tuple(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in every)


def _read(signs: str, plain: tuple[str, ...]) -> bool:
    """Tell whether a name in signs may be read as the words of another, with the articles of both or without."""
    whole = tuple(_SPACE.split(unicodedata.normalize("NFKC", signs).replace("\u200c", "")))
    bare = tuple(word for word in plain if word not in _ARTICLES)
    return any(
        _spoken_as(words, tuple(_DOUBLE.sub(r"\1", word) for word in latin), abjad=script(signs) in _ABJADS)
        for words, latin in ((whole, plain), (_without_article(signs), bare))
        if latin
    )


def _spoken_as(signs: tuple[str, ...], latin: tuple[str, ...], *, abjad: bool) -> bool:
    """Tell whether words in signs give those in Latin letters, one by one where there are as many of both."""
    letters = tuple(map(_letters, signs))
    told = sum("" not in each and not _VOWELS.intersection("".join(each)) for word in letters for each in word)
    told += sum(1 for word, each in zip(signs, latin, strict=False) if word[:1] in _HALF and each[:1] in "wvyj")
    if told < _FEWEST:
        return False
    if len(letters) == len(latin):
        return all(_spoken(each, word, ended=abjad) for each, word in zip(letters, latin, strict=True))
    return _spoken(sum(letters, ()), _DOUBLE.sub(r"\1", "".join(latin)), ended=abjad)


def _letters(signs: str) -> tuple[tuple[str, ...], ...]:
    """Give for each letter how it may be read, "" where it may be silent; doubled letters once."""
    kind = script(signs)
    if kind in _ABJADS:
        table = _table(kind.lower())
        written = [char for char in signs if char in table]
    else:
        table = _table("signs")
        written = [char for char in "".join(tokens(signs)) if char in table]
    return tuple(table[char] for place, char in enumerate(written) if place == 0 or written[place - 1] != char)


def _spoken(letters: tuple[tuple[str, ...], ...], latin: str, *, ended: bool) -> bool:
    """Tell whether letters, each read in one of its ways and with any vowels between them, give a run of letters.

    Where a word is `ended`, a vowel that it ends with is written: Samira is no print of "سمير". The cost is the product
    of both lengths.
    """
    places = _beyondvowels_heard({0}, latin)
    reached = places
    for each in letters:
        reached = {place + len(sound) for place in places for sound in each if latin.startswith(sound, place)}
        places = _beyondvowels_heard(reached, latin)
        if not places:
            return False
    ends = {len(latin)} | ({len(latin) - 1} if latin.endswith(("h", "e")) else set())
    return not ends.isdisjoint(reached if ended else places)


def _beyondvowels_heard(places: set[int], latin: str) -> set[int]:
    """Give the places with all that only vowels part from one of them."""
    found = set(places)
    for place in places:
        while place < len(latin) and latin[place] in _VOWELS:
            place += 1
            found.add(place)
    return found
