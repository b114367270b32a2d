"""Kana: titles of Japan in their own letters beside those in Latin ones.

Kana are read letter by letter; a Chinese letter among them may be read in many ways, of which no list is kept, so that
it stands for any few letters. What the kana say must be enough to know the title by.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.resolve.name import script, tokens

__all__ = ["beginning_in_kana", "beginning_in_latin", "one_in_kana"]

_KANA = frozenset({"HIRAGANA", "KATAKANA"})
_SMALL = frozenset("ゃゅょャュョ")
_MUTE = frozenset("っッー・")
_LEAST = 5  # Latin letters that kana give, from which on they tell a title
_BEGUN = 3  # letters that a title is looked up by
_SYLLABLES = frozenset("aiueokstnhmyrwgzdbpjfc")  # letters that kana are written with
_READ = 6  # Latin letters at most of a Chinese letter
_DOUBLE = re.compile(r"([a-z])\1+")
_PARTICLES = {"は": ("ha", "wa"), "へ": ("he", "e"), "を": ("wo", "o"), "づ": ("zu", "du"), "ん": ("n", "m")}


@lru_cache(maxsize=65_536)
def one_in_kana(left: str, right: str) -> bool:
    """Tell whether one title is in kana, Chinese letters among them, and the other may be its reading: Moeru hashi."""
    if left.isascii() and right.isascii():
        return False
    for own, plain in ((left, right), (right, left)):
        if script(plain) == "LATIN" and any(_is_kana(letter) for letter in own):
            return _reads(own, _short("".join(tokens(plain))))
    return False


@lru_cache(maxsize=65_536)
def beginning_in_kana(title: str) -> str:
    """Give what a title that begins with kana is looked up by, "" for others."""
    read = ""
    for sounds in _sounds(title) if title and script(title) in _KANA else ():
        if sounds is None or len(read) >= 2 * _BEGUN:
            break
        read += sounds[0]
    letters = _short(read)[:_BEGUN]
    return f"か{letters}" if len(letters) == _BEGUN else ""


@lru_cache(maxsize=65_536)
def beginning_in_latin(title: str) -> str:
    """Give what a title that may be Japanese in Latin letters is looked up by, "" for others."""
    every = tokens(title) if script(title) == "LATIN" else ()
    if not every or not all(_SYLLABLES.issuperset(word) and word[-1] in "aiueon" for word in every):
        return ""
    letters = _short("".join(every))[:_BEGUN]
    return f"か{letters}" if len(letters) == _BEGUN else ""


def _is_kana(letter: str) -> bool:
    return unicodedata.name(letter, "").split(" ")[0] in _KANA


def _short(letters: str) -> str:
    """Give Latin letters without what tells that a vowel is long or a consonant double: "toukyou" is "tokyo"."""
    return _DOUBLE.sub(r"\1", letters.replace("ou", "o").replace("uu", "u").replace("ei", "e").replace("dz", "z"))


def _reads(own: str, latin: str) -> bool:
    """Tell whether letters may be read so; the cost is the product of both lengths."""
    places, told, kanji = {0}, 0, 0
    for sounds in _sounds(own):
        if sounds is None:
            kanji += 1
            places = {place + many for place in places for many in range(1, _READ + 1) if place + many <= len(latin)}
        else:
            told += len(sounds[0])
            places = {place + len(sound) for place in places for sound in sounds if latin.startswith(sound, place)}
    return len(latin) in places and told >= _LEAST and told > kanji


def _sounds(own: str) -> list[tuple[str, ...] | None]:
    """Give for each letter the ways to read it, None for a Chinese one, and "" where a vowel is but longer."""
    found: list[tuple[str, ...] | None] = []
    for letter in own:
        if letter in _MUTE or not letter.isalpha():
            continue
        if not _is_kana(letter):
            found.append(None)
            continue
        sound = "".join(tokens(letter))
        before = found[-1] if found else None
        if letter in _SMALL and before:
            stem = before[0].removesuffix("i")
            found[-1] = (stem + (sound[1:] if stem[-1:] in "hj" else sound),)
        elif (
            sound in ("u", "i", "o", "a", "e") and before and before[0][-1:] in {"u": "ou", "i": "ei"}.get(sound, sound)
        ):
            found.append((sound, ""))
        else:
            found.append(_PARTICLES.get(letter, (sound,)))
    return found
