"""Granted titles: in the lists of a fund's decisions, what stands between two marks and "by NAME (" is one title.

"€300,000 went to Der Herbst, die Krähen by Ana Roth (Sund Film), Mona and Julie by …": neither the comma nor the
"and" divides, as only the bracket closes what is said of a film.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["PEOPLE", "granted_titles", "is_one_title", "listed_titles"]

_CAPITAL = r"(?:[ae]l-)?[A-ZÀ-ÞĀ-Ž](?:[\w.-]|[’'](?!s\b))*"
_PARTICLE = r"(?:de|van|von|der|den|la|el|al|di|da|du|del|dos|af|av|zu|y|ter)"
_NAME = rf"{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL}){{1,4}}"
PEOPLE = rf"{_NAME}(?:(?:,\s|\sand\s|,\sand\s){_NAME}){{0,2}}"
_KIND = (
    r"(?:(?:the|a|an|another|its|his|her|their)\s)?(?:(?P<chain>[A-ZÀ-Þ][a-z]+(?:[/-][A-ZÀ-Þ][a-z]+)*)\s(?=[a-z]+\s))?"
    r"(?:(?!(?:by|directed|produced|from|with|for|to|written|and)\s)[a-z][a-z-]*\s){0,4}?(?:TV\s(?:series\s)?)?"
)
# What a list's next film stands behind: a mark, or the words that say who gets the money.
_BEHIND = (
    r"(?:(?P<mark>^[-•*·]\s+|[:;]\s(?:and\s)?|\)(?:,\sand|\sand|,|;|;\sand)\s|\][\s\n]*,?\s?(?:and\s)?)|"
    r"(?P<word>\b(?:to|for|are|is|were|include|includes|including|namely|backs|supports|behind|selected|with)\s)|"
    r"(?P<comma>,\s(?:and\s)?|\sand\s))"
)
_ALIAS = r"(?P<alias>\s/\s[^()/;:,“”\"\n]{2,60}?)?"
_BRACKET = r"(?P<lands>\s\([^()]{2,60}\))?"
_SORT = (
    r"(?:documentary|western|drama|comedy|thriller|film|feature|short|series|animation|animated|fiction|written and)\b"
)
_TITLE = r"(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿](?:(?!(?<!\.)\.\s)[^()\[\]/:;“”\"€$£\n]){1,70}?)"
_UNIT = re.compile(
    rf"{_BEHIND}{_KIND}{_TITLE}{_ALIAS}{_BRACKET}"
    rf"(?:\s?,\s(?:(?:the|a|an|his|her|another)\s(?=[a-z]|[A-Z][a-z]+\s[a-z])|(?={_SORT}|[A-Z][a-z-]+\s(?:TV\s)?{_SORT}))"
    rf"(?:(?P<nation>[A-ZÀ-Þ][a-z]+)(?:-[A-ZÀ-Þ][a-z]+)?\s)?(?:TV\s)?(?:[a-z-]+\s){{1,5}}?|\s?(?P<mid>,?)\s)"
    rf"(?P<how>(?:(?:directed|helmed|signed)\s)?by|from)\s"
    rf"(?:(?:the\s)?(?:[A-ZÀ-Þ][a-z]+\s)?(?:director|filmmaker|first-timer|newcomer|helmer)s?\s)?(?P<people>{PEOPLE})"
    r"(?=(?P<bracket>\s\((?P<money>[^()]*(?:[€$£]\s?\d|\d\s?(?:€|EUR|euros)))?)|;|\.|,\s[A-Z][a-z]+(?:-[A-Z][a-z]+)+\s|,?\s(?:and\s)?(?:co-?)?(?:produced|staged|piloted|mounted)\s(?:by|through|on\sbehalf))"
)
_OWNED = re.compile(
    rf"(?P<owner>{_NAME})[’']s?\s(?:[a-z0-9-]+\s){{0,4}}?{_TITLE}\s"
    r"\((?=[^()]{0,60}(?:[€$£]\d|\d\s?(?:€|EUR|euros|million|NOK|SEK|DKK|CHF|PLN)|produced by|staged by))"
)
_NEVER_INSIDE = frozenset({
    "by", "directed", "helmed", "signed", "produced", "co-produced", "coproduced", "starring", "who", "which", "was",
    "were", "has", "will", "said", "been", "created", "written", "penned", "adapted", "went", "received", "goes",
    "granted", "awarded", "projects", "films",
})  # fmt: skip
_CAPITAL_BEFORE = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][a-zß-ÿ’'-]+\s$")
_LISTING = frozenset({"are", "include", "includes", "including", "namely"})
_FAR = 40
_MOST_WORDS = 11
_LENGTH = re.compile(r"\d+\s?x\s?\d+.*")
_APPOSED = re.compile(r",\s(?:a|an|his|her|their|whose|which)\s")
_COMPANY_ENDS = words("names", "company_ends")
_PLAIN = words("names", "plain")
_WORKS = words("leads", "works")
_BODY_WORDS = words("names", "body_words")


def granted_titles(document: Document, lines: list[tuple[int, int, int]]) -> frozenset[str]:
    """Give the titles, folded, of the films that the lists of an article on grants name with their directors."""
    return frozenset(fold(title) for _, first, last in lines[1:] for title in _titles(_plain(document, first, last)))


def listed_titles(document: Document, lines: list[tuple[int, int, int]]) -> frozenset[str]:
    """Give the titles with a comma, folded, of any list of films with their directors: "are Mona, Wait by NAME; "."""
    units = (hit for _, first, last in lines[1:] for hit in _units(_plain(document, first, last)))
    return frozenset(fold(_title(hit)) for hit in units if "," in _title(hit) and _is_item(hit))


def _plain(document: Document, first: int, last: int) -> str:
    """Give a line without the blocks of links that stand in it."""
    own = ASIDE.sub(lambda hit: "\0" * len(hit[0]), document.text[first:last])
    return re.sub(r"\s?\0+\s?", " ", own)


def _is_item(hit: re.Match[str]) -> bool:
    """Tell whether a film stands in a list of any article: behind a semicolon, or where the list begins."""
    opens = (hit["word"] or "").strip() in _LISTING
    return (opens or (hit["mark"] or "").startswith(";")) and is_given_name(fold(hit["people"].split()[0]))


def _title(hit: re.Match[str]) -> str:
    return hit["title"].strip(" ,")


def _units(text: str) -> Iterator[re.Match[str]]:
    """Give the films with their directors that a line lists."""
    at = 0
    while hit := _UNIT.search(text, at):
        is_one = _may_be_title(hit)
        at = hit.end("people") if is_one else hit.start() + 1
        if is_one:
            yield hit


def _titles(text: str) -> Iterator[str]:
    yield from map(_title, _units(text))
    for owned in _OWNED.finditer(text):
        title = owned["title"]
        owner, (possessor, *_) = owned["owner"], re.split(r"[’']s\s", title)
        is_other = possessor != title and (" " in possessor or is_given_name(possessor))
        if not is_other and not is_company_name(owner) and not countries().code(owner) and is_one_title(title.split()):
            yield title


def _may_be_title(hit: re.Match[str]) -> bool:
    title = _title(hit)
    parts = title.split()
    if ", and " in title or countries().code(re.split(r"[’']s?\s", title)[0]):
        return False
    if hit["chain"] and not all(map(countries().code_of_demonym, re.split("[/-]", hit["chain"]))):
        return False
    if hit["word"] and _CAPITAL_BEFORE.search(hit.string, max(0, hit.start() - _FAR), hit.start()):
        return False  # "The Village Next to Heaven by"
    if hit["nation"] and not countries().code_of_demonym(hit["nation"]):
        return False
    # "and Quiet House, from NAME (FIRM – €10,000)": what ends as companies do can be nothing but a title there.
    is_sure = bool(hit["mark"] and hit["money"])
    if not is_one_title(parts, is_sure=is_sure) or not (
        hit["bracket"] or hit["lands"] or is_given_name(hit["people"].split()[0])
    ):
        return False
    if re.search(r"[’']s\s(?=[A-Z])", title) and is_given_name(parts[0]):
        return False  # "Ana Roth’s Low Water by": somebody else’s
    if not hit["mark"] and parts[-1].islower() and fold(parts[-1]) in _PLAIN:
        return False
    is_long = "," in title or " and " in title
    if hit["mark"]:
        return True
    if hit["comma"] and "and" in hit["comma"] and hit["money"]:
        return " and " not in title
    if hit["comma"]:
        is_told = (hit["how"] == "directed by" and not hit["mid"]) or hit["alias"]
        return bool(is_told) and not is_long and (" " in title or bool(hit["alias"])) and not is_company_name(title)
    return " and " not in title


def is_one_title(parts: list[str], *, is_sure: bool = False) -> bool:
    """Tell whether words may be one title in a fund's list, `is_sure` where nothing else can stand there."""
    lower = [fold(part).strip(",.") for part in parts]
    return (
        0 < len(parts) <= _MOST_WORDS
        and _NEVER_INSIDE.isdisjoint(lower)
        and not (len(parts) > 1 and lower[0] in _PLAIN and lower[1] in _WORKS)
        and not (len(parts) > 1 and parts[0].isdigit() and parts[1].islower())
        and not _LENGTH.fullmatch(parts[0])
        and not any(part.islower() and part in _WORKS for part in parts)
        and lower[0] not in ("new", "other", "another", "these", "among", "both")
        and _BODY_WORDS.isdisjoint(lower)
        and not countries().code(" ".join(parts))
        and lower[0] != "tv"
        and not any(countries().code_of_demonym(part) for part in parts[0].split("-"))
        and not (len(parts) == 1 and is_given_name(lower[0]))
        and (is_sure or not (parts[-1][0].isupper() and lower[-1] in _COMPANY_ENDS))
        and not _APPOSED.search(" ".join(parts))
    )
