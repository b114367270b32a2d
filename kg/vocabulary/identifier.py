"""Identifiers of other registers: from an address or a printed form to one short form, and back to an address.

The short form is `register:identifier`: `wikidata:Q42`, `imdb:tt0110598`, `eidr:10.5240/…`, `isan:…`,
`tmdb:movie/603`. What has no check characters is only held against its form.
"""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["Family", "address_of", "family_of", "is_identifier", "parse_identifier"]

Family = Literal["work", "person", "company"]

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST = 2_000  # of an address or a printed form; longer ones are none

_ANY_CASE = re.IGNORECASE | re.ASCII  # no digits of other scripts, no long s for an s
_WIKIDATA = re.compile(
    r"(?:(?:wikidata|wd):|https?://(?:www\.|m\.)?wikidata\.org/(?:wiki/(?:Special:EntityData/)?|entity/))"
    r"(?P<id>Q[1-9]\d{0,11})(?:\.\w+)?(?:[/?#].*)?",
    _ANY_CASE,
)
_IMDB = re.compile(
    r"(?:imdb[:\s]\s*|https?://(?:\w+\.)?imdb\.com/(?:[a-z]{2}(?:-[a-z]{2,3})?/)?(?:title|name|company)/)?"
    r"(?P<id>(?:tt|nm|co)\d{7,10})(?P<rest>[/?#].*)?",
    _ANY_CASE,
)
_EIDR = re.compile(
    r"(?:eidr[:\s]\s*|doi:|https?://(?:dx\.)?doi\.org/|https?://ui\.eidr\.org/view/content\?id=)?"
    r"10\.5240/(?P<digits>(?:[0-9A-F]{4}-){5})(?P<check>[0-9A-Z])",
    _ANY_CASE,
)
# Sixteen hexadecimal digits, their check character, and for one version eight more digits with a check of all.
_ISAN = re.compile(
    r"(?:(?P<named>(?:urn:)?isan[:\s])\s*)?(?P<root>(?:[0-9A-F]{4}-?){3}[0-9A-F]{4})(?:-?(?P<check>[0-9A-Z]))"
    r"(?:-?(?P<version>[0-9A-F]{4}-?[0-9A-F]{4})-?(?P<check2>[0-9A-Z]))?",
    _ANY_CASE,
)
_TMDB = re.compile(
    r"(?:tmdb:|https?://(?:www\.)?themoviedb\.org/)(?P<kind>movie|tv|person|company)/(?P<id>[1-9]\d{0,11})"
    r"(?P<rest>[-/?#].*)?",
    _ANY_CASE,
)
_IMDB_ROOMS = {"tt": "title", "nm": "name", "co": "company"}
_FAMILIES: dict[str, Family] = {
    "imdb:tt": "work", "imdb:nm": "person", "imdb:co": "company", "eidr:": "work", "isan:": "work",
    "tmdb:movie": "work", "tmdb:tv": "work", "tmdb:person": "person", "tmdb:company": "company",
}  # fmt: skip
_REGISTERS = frozenset({"wikidata", "imdb", "eidr", "isan", "tmdb"})
# An address of the web, without what RDF forbids in an IRI.
_WEB = re.compile(r"https?://[^\x00-\x20<>\"{}|\\^`\x7f-\xa0\s\ud800-\udfff]+")
_OTHER = re.compile(
    r"(?!https?:)[a-z0-9][a-z0-9.+-]*:[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff](?:[^\x00-\x1f\x7f-\x9f\ud800-\udfff]*\S)?"
)


def parse_identifier(text: str) -> str | None:
    """Give the short form of an address or a printed identifier of a register that is known here, else None.

    EIDR and ISAN whose check characters are wrong give None; so does a bare `Q42`, which may be anything.
    """
    text = text.strip()
    if len(text) > _LONGEST or "\n" in text:
        return None
    if found := _WIKIDATA.fullmatch(text):
        return f"wikidata:{found['id'].upper()}"
    if found := _IMDB.fullmatch(text):
        return f"imdb:{found['id'].lower()}"
    if found := _TMDB.fullmatch(text):
        return f"tmdb:{found['kind'].lower()}/{found['id']}"
    if found := _EIDR.fullmatch(text):
        digits, check = found["digits"].upper(), found["check"].upper()
        return f"eidr:10.5240/{digits}{check}" if _check_character(digits.replace("-", "")) == check else None
    if found := _ISAN.fullmatch(text):
        return _isan(found)
    return None


def _isan(found: re.Match[str]) -> str | None:
    root, version = found["root"].replace("-", "").upper(), (found["version"] or "").replace("-", "").upper()
    if found["check"].upper() != _check_character(root) or not (found["named"] or "-" in found["root"]):
        return None
    short = "-".join([*(root[at : at + 4] for at in range(0, 16, 4)), found["check"].upper()])
    if not version:
        return f"isan:{short}"
    if found["check2"].upper() != _check_character(root + version):
        return None
    return f"isan:{short}-{version[:4]}-{version[4:]}-{found['check2'].upper()}"


def _check_character(digits: str) -> str:
    """Give the check character of ISO/IEC 7064, MOD 37,36, which EIDR and ISAN use."""
    sum_ = 36
    for digit in digits:
        sum_ = (sum_ + _ALPHABET.index(digit)) % 36 or 36
        sum_ = sum_ * 2 % 37
    return _ALPHABET[(1 - sum_) % 36]


def is_identifier(text: str) -> bool:
    """Tell whether a text is an identifier in the form that claims have it.

    That is the short form of a known register, an address of the web, or `host:id` of a register without addresses.
    """
    if text.partition(":")[0] in _REGISTERS:
        return parse_identifier(text) == text
    return bool(len(text) <= _LONGEST and (_WEB.fullmatch(text) or _OTHER.fullmatch(text)))


def address_of(identifier: str) -> str | None:
    """Give the address that stands for what an identifier names, None where its register has no addresses.

    Of Wikidata it is the IRI by which its own data speak of the thing; of ISAN a URN (RFC 4246); an address is its
    own.
    """
    register, _, local = identifier.partition(":")
    if register in _REGISTERS and parse_identifier(identifier) != identifier:
        return None
    match register:
        case "wikidata":
            return f"http://www.wikidata.org/entity/{local}"
        case "imdb":
            return f"https://www.imdb.com/{_IMDB_ROOMS[local[:2]]}/{local}/"
        case "eidr":
            return f"https://doi.org/{local}"
        case "isan":
            return f"urn:isan:{local}"
        case "tmdb":
            return f"https://www.themoviedb.org/{local}"
    return identifier if _WEB.fullmatch(identifier) else None


def family_of(identifier: str) -> Family | None:
    """Give what kind of thing an identifier can name, None where its register does not say."""
    return next((family for start, family in _FAMILIES.items() if identifier.startswith(start)), None)
