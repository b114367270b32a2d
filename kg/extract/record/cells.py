"""Cells: the parts of a line that marks and brackets divide, "TITLE – NAME (COMPANY, Spain, €40,000)".

What says by itself what it is (countries, sums, years, lengths, kinds of film) is taken out; what is left are names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.record.beneath import BULLET
from kg.extract.record.segments import IGNORED, LABELS
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import countries_between

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End

__all__ = ["A_SUM", "Cell", "Cells", "cells_of", "commas", "has_of"]

_CURRENCY = r"(?:€|\$|£|EUR|DKK|SEK|NOK|CZK|PLN|CHF|GBP|USD|euros?)"
_SUM = rf"(?:{_CURRENCY}\s?\d[\d\s.,]*(?:[mk]\b|million)?|\d[\d\s.,]*(?:[mk]\b|million)?\s?{_CURRENCY})"
# "€350,000 to TITLE by NAME"
_SUM_TO = re.compile(rf"{_SUM}\s*(?:to|for|[–—:-])\s+")
A_SUM = re.compile(rf"(?:up to |around |about )?{_SUM}", re.IGNORECASE)
_LABEL = "|".join(
    rf"(?:{spelt})"
    for spelt in (
        r"(?:co-)?(?:directed|produced|written|sold|distributed) by (?=[A-ZÀ-ÞĀ-Ž])",
        r"dirs?\.?:? (?=[A-ZÀ-ÞĀ-Ž])",
        r"(?:co-)?(?:directors?|producers?|production|prod|sales|distribution|distributor)(?: company)?(?:\.|:|\.:) ?",
        r"by (?:(?:(?:first|second|debut|new)(?:[ -](?:time|film))? )?(?:director|filmmaker) )?(?=[A-ZÀ-ÞĀ-Ž])",
    )
)
_MARK = re.compile(
    r"(?P<dash>\s+[-–—]\s+)|(?P<bar>\s*[|\t]+\s*)|(?P<slash>\s+/\s+)|(?P<colon>:\s+)|(?P<semi>;\s+)|"
    r"(?P<open>\s*\()|(?P<close>\)\s*(?:[-–—,:;|/]\s*)?)|(?P<owner>[’']s?\s+(?=[\"“«A-ZÀ-ÞĀ-Ž0-9¡¿]))|"
    r"(?P<of>,?\s+(?=(?:de|di|d['’])\s?[A-ZÀ-ÞĀ-Ž]))|"
    rf"(?P<label>(?:,?\s+|(?<=\())(?={_LABEL}))|(?P<quote>,?\s*[“«\"](?=[^“”«»\"]{{1,80}}[”»\"]))"
)
_LABEL_WORDS = re.compile(_LABEL)
_UNQUOTE = re.compile(r"[,.]?[”»\"]\s*(?:[-–—,:;|/]\s*)?")
# "TITLE de NAME", in lists where all lines have it.
_OF = re.compile(r"(?:de\s|di\s|d['’])\s?(?P<name>[^\W\d_][\w’'-]*)")
_AT_OF = re.compile(r"\s(?:de|di|d['’])\s?[A-ZÀ-ÞĀ-Ž]")
_AGAIN = re.compile(r"[^,;()|–—]*\s(?:de\s|di\s|d['’])[A-ZÀ-ÞĀ-Ž]")
_COMMA = re.compile(r",\s+")
_PARTS = re.compile(r",\s+|\s+[-–—]\s+")
# The film’s name in another language, between the title and who directed it.
_ALIAS = re.compile(r"[^()]{2,60}\)(?=,? (?:[–—-] )?(?:[a-z-]+ ){0,2}by )")
_BETWEEN = re.compile(r"\s*an? (?:[a-z]+ )?(?:co-?)?production (?:between|of|by|from) (?:the )?(?=[A-ZÀ-Þ])")
_LAND_ENDS = re.compile(r"[/,;.()]|\s[–-]\s")
_OWNER = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*(?:\s(?:[A-ZÀ-ÞĀ-Ž][\w.’'-]*|de|van|von|der|den|la|da|di|and|&)){1,6}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line with names in it: the mark before it, where it stands, and the role that a label gives it."""

    mark: str
    first: int
    last: int
    role: str = ""


@dataclass(slots=True)
class Cells:
    """The parts of a line: those with names, and what the others say."""

    first: int
    last: int
    cells: list[Cell] = field(default_factory=list)
    groups: list[list[End]] = field(default_factory=list)  # of countries, each from a part of its own
    has_money: bool = False

    @property
    def lands(self) -> list[End]:
        """The film's countries: of two groups, the first one is where its director is from."""
        return self.groups[-1] if self.groups else []

    @property
    def shape(self) -> tuple[tuple[str, str], ...]:
        """The marks and labels of the parts, the first of which stands behind nothing."""
        return tuple((cell.mark if at else "", cell.role) for at, cell in enumerate(self.cells))


def cells_of(document: Document, first: int, last: int, *, at_of: bool = False) -> Cells:
    """Cut a line into its parts; with `at_of`, at "de" before a name too, which else is part of a title or a name."""
    text, found = document.text, Cells(first, last)
    bullet = BULLET.match(text, first, last)
    at = bullet.end() if bullet else first
    if given := _SUM_TO.match(text, at, last):
        at, found.has_money = given.end(), True
    start, mark, depth = at, "", 0
    while hit := _MARK.search(text, at, last):
        kind = str(hit.lastgroup)
        is_owner = kind == "owner" and (found.cells or mark or not _OWNER.fullmatch(text, start, hit.start()))
        is_inside = depth and kind in ("slash", "colon", "semi")
        is_inside = is_inside or (kind == "slash" and _joins_lands(document, start, hit, last))
        is_inside = is_inside or (kind == "of" and not (at_of and _is_of(text, found, hit.end(), last)))
        if is_owner or is_inside or (kind == "close" and not depth):
            at = hit.end()
            continue
        _add(document, found, mark, start, hit.start())
        alias = _ALIAS.match(text, hit.end(), last) if kind == "open" and len(found.cells) == 1 and not depth else None
        if alias:
            start, at, mark = alias.end(), alias.end(), "dash"
            continue
        depth += (kind == "open") - (kind == "close")
        mark = {"close": "bar" if text[hit.end() - 1] in "|/" else "dash"}.get(kind, kind)
        start = at = hit.end()
        if label := (_LABEL_WORDS if kind == "label" else _OF).match(text, at) if kind in ("label", "of") else None:
            at = label.end() if kind == "label" else label.start("name")  # its own colon divides nothing
        if kind == "of":
            start, mark = at, "label"
        if kind == "quote":
            end = _UNQUOTE.search(text, at, last)
            assert end
            found.cells.append(Cell("quote", at, end.start()))
            start = at = end.end()
            mark = "dash"
    _add(document, found, mark, start, last)
    return found


def _joins_lands(document: Document, start: int, slash: re.Match[str], last: int) -> bool:
    """Tell whether a slash stands between two countries: "TITLE by NAME, Romania / Bulgaria"."""
    text = document.text
    before = max(start, *(text.rfind(mark, start, slash.start()) + 1 for mark in ",/(–"))
    behind = _LAND_ENDS.search(text, slash.end(), last)
    after = behind.start() if behind else last
    return bool(countries_between(document, before, slash.start()) and countries_between(document, slash.end(), after))


def has_of(text: str) -> bool:
    """Tell whether a text has "de" before a capital, at which `cells_of` may cut."""
    return _AT_OF.search(text) is not None


def commas(text: str, cell: Cell) -> list[tuple[int, int]]:
    """Give where the commas of a part are that may divide it further."""
    return [hit.span() for hit in _COMMA.finditer(text, cell.first, cell.last)]


def _is_of(text: str, found: Cells, at: int, last: int) -> bool:
    """Tell whether "de" stands before a director and is no part of a title: a given name, or no other "de", follows."""
    name = _OF.match(text, at, last)
    if name is None or found.cells:
        return False
    return is_given_name(fold(name["name"])) or not _AGAIN.match(text, name.end(), last)


def _add(document: Document, found: Cells, mark: str, first: int, last: int) -> None:
    """Add a part without what says by itself what it is."""
    text = document.text
    parts = []
    at = first
    for hit in [*_PARTS.finditer(text, first, last), None]:
        end = hit.start() if hit else last
        if text[at:end].strip():
            parts.append((at, end))
        at = hit.end() if hit else last
    plain = [_says_itself(document, *part) for part in parts]
    begin = 0
    while begin < len(parts) and plain[begin] and (mark == "open" or all(plain)):
        begin += 1
    stop = len(parts)
    while stop > begin and plain[stop - 1]:
        stop -= 1
    lands: list[End] = []
    for part in [*parts[:begin], *parts[stop:]]:
        lands += _lands_in(document, found, *part)
    found.groups += [lands] if lands else []
    if begin == stop:
        return
    start, end = parts[begin][0], parts[stop - 1][1]
    role, label = next(((said, hit) for said, regex in LABELS if (hit := regex.match(text, start, end))), ("", None))
    if mark != "label":
        role = ""
    elif label:
        start = label.end()
    else:
        role = "directed"  # the name behind "de"
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        found.cells.append(Cell(mark, start, end, role))


def _says_itself(document: Document, first: int, last: int) -> bool:
    first = _lands_begin(document, first, last)
    piece = document.text[first:last].strip()
    return bool(IGNORED.fullmatch(piece) or A_SUM.fullmatch(piece) or countries_between(document, first, last))


def _lands_begin(document: Document, first: int, last: int) -> int:
    """Give where the countries of "a co-production between Romania" begin, or where the part does."""
    told = _BETWEEN.match(document.text, first, last)
    return told.end() if told else first


def _lands_in(document: Document, found: Cells, first: int, last: int) -> list[End]:
    """Give the countries of a part that says by itself what it is; a sum is noted."""
    first = _lands_begin(document, first, last)
    piece = document.text[first:last].strip()
    found.has_money = found.has_money or bool(A_SUM.fullmatch(piece))
    return [] if IGNORED.fullmatch(piece) or A_SUM.fullmatch(piece) else countries_between(document, first, last)
