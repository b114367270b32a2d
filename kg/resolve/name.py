"""Names as somebody types or prints them: capitals, accents, scripts and punctuation aside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

__all__ = ["loose", "plain", "script", "skeleton", "tokens", "ungarbled"]

_NO_LETTER = re.compile(r"[^0-9A-Za-z]")
_WORD = re.compile(r"[0-9a-z]+")
# UTF-8 read as Windows-1252: the lead byte of a letter, and what the byte behind it shows as.
_GARBLED = re.compile(
    "[\u00c2-\u00df\u00e0-\u00ef][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160"
    "\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
# Latin-2 read as Latin-1: "Ma³gorzata", "£ukasz".
_EASTERN = re.compile("[a-z][³¹]|[£¥¯][a-z]", re.IGNORECASE)
_JOINING = re.compile(r"[’‘'ʼ`´]")
# Two letters of Greek that are one sound, the nasals where a word begins.
_GREEK = tuple(
    (re.compile(written, re.IGNORECASE), read)
    for written, read in (
        ("ο[υύ]", "ou"), ("[αά][υύ](?=[αεηιοωάέήίόώβγδζλμνρ])", "av"), ("[αά][υύ]", "af"),
        ("[εέ][υύ](?=[αεηιοωάέήίόώβγδζλμνρ])", "ev"), ("[εέ][υύ]", "ef"),
        (r"\bμπ", "b"), (r"\bντ", "d"), (r"\bγκ", "g"), ("γγ", "ng"),
    )
)  # fmt: skip
_MORA = re.compile(r"(?<=[a-zōūâû])n['’ʼ](?=[aiueoy])")  # Jun'ichi
_DOUBLE = re.compile(r"(.)\1+")
# What is written in two ways in names of one person: Philippe and Filip(p)e, Mathieu and Matthieu, Erik and Eric.
_SPELLINGS = tuple(
    (re.compile(written), kept)
    for kept, written in (
        ("ei", r"ij(?=[bcdfgklmnprstvz])"), ("au", r"aw(?![aeiou])"), ("f", r"ph|v|w"), ("kr", r"chr"), ("y", r"zh"),
        ("x", r"tsch|tch|sch|ch|sh|hs|sz|cz"),
        ("t", r"th"), ("k", r"ck|qu|kh|q|c"), ("g", r"gh|gu(?=[ei])"), ("d", r"dh"), ("s", r"ts|tz|z"), ("y", r"dj|j"),
        ("i", r"y"), ("", r"h"), ("u", r"ou|oo|ue"), ("e", r"ee"), ("o", r"oe"), ("a", r"ae"), ("i", r"ie(?=.)"),
    )
)  # fmt: skip


def loose(name: str) -> str:
    """Give what a typed name is compared by: "noee abita" is "Noée Abita". For finding, never for merging."""
    if name.isascii():
        return " ".join(name.casefold().split())
    bare = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    return " ".join("".join(char for char in bare if not unicodedata.combining(char)).split())


def ungarbled(name: str) -> str:
    """Give a name as it was before its letters were read in another code; any other name as it is.

    UTF-8 read as Windows-1252 ("FranÃ§ois"), Latin-2 read as Latin-1 ("Ma³gorzata").
    """
    if _GARBLED.search(name):
        for codec in ("cp1252", "latin-1"):
            try:
                return name.encode(codec).decode("utf-8")
            except UnicodeError:
                continue
    if _EASTERN.search(name):
        try:
            return name.encode("cp1252").decode("cp1250")
        except UnicodeError:
            return name
    return name


@lru_cache(maxsize=262_144)
def tokens(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower-case ASCII letters and digits: NFKC, transliterated, punctuation to spaces.

    () for a name that has no letter and no digit.
    """
    if "&" in name and ";" in name:
        name = unescape(name)
    name = _MORA.sub("n", name)
    if not name.isascii():
        name = unicodedata.normalize("NFKC", ungarbled(name))
        if not name.isascii():
            name = _in_latin(_JOINING.sub("'", name))
    return tuple(_WORD.findall(name.casefold()))


def _in_latin(name: str) -> str:
    """Give a name in ASCII letters; no sign for a soft or aspirated letter parts a word: Ленфильм is one."""
    from anyascii import anyascii

    for written, read in _GREEK if script(name) == "GREEK" else ():
        name = written.sub(read, name)
    return "".join(
        _NO_LETTER.sub("", anyascii(char)) if unicodedata.category(char)[0] in "LM" else anyascii(char) for char in name
    )


def plain(name: str) -> str:
    """Give a name's words joined by spaces; the name itself, casefolded, where it has none."""
    return " ".join(tokens(name)) or name.casefold().strip()


@lru_cache(maxsize=65_536)
def script(name: str) -> str:
    """Give the script of a name's first letter ("LATIN", "CYRILLIC", "CJK"), "" where it has no letter."""
    letter = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0] if letter else ""


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Give what a word keeps in all its spellings: one for "matthieu" and "mathieu", two for "michel", "michele"."""
    text = word
    for written, kept in _SPELLINGS:
        text = written.sub(kept, text)
    return _DOUBLE.sub(r"\1", text)
