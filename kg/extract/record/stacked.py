"""Stacked fields: "Producer:" alone on a line, and beneath it the company, its address, and the next field."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.record.fields import fields, name_of
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["beneath_field", "fields_beneath", "whole_firms"]

_BARE = re.compile(r"\s*(?P<field>[A-ZÀ-Þ][\w /&'’.-]{2,40}?)\s*:\s*")
_ADDRESS = re.compile(r"\d|@|www\.|https?:|:|e-?mail|\b(?:phone|tel|fax)\b", re.IGNORECASE)
_LAND = re.compile(r"(?P<name>.+?)\s*[(,]\s*(?P<land>[^(),]{2,40})\)?\s*")
_OF_COMPANIES = frozenset({"produced", "coProduced", "sold", "distributed"})
_FORM = re.compile(
    r",?\s(?:d\.\s?o\.\s?o\.?|s\.\s?r\.\s?o\.?|a\.s\.|sp\. z o\.\s?o\.?|GmbH|Ltd\.?|LLC|Inc\.?|S\.?A\.?(?:R\.?L\.?)?|"
    r"S\.?R\.?L\.?|O[ÜY]|A[SB]|ApS|Kft\.?|B\.?V\.?|UAB|SIA|EOOD|OOD|doo|sro)$"
)
_LONGEST = 60
_Field = tuple[str, tuple[End, ...]]


def fields_beneath(document: Document, lines: list[tuple[int, int, int]]) -> dict[int, _Field]:
    """Give, by the numbers of the lines beneath fields that stand alone, the predicate and the companies of each line.

    The first line names a company, further ones while a country stands behind each; the lines of an address belong to
    the field too, and say nothing of who made a film.
    """
    found: dict[int, _Field] = {}
    predicate, is_open, row = "", False, 0
    for number, first, last in lines:
        bare = _BARE.fullmatch(document.text, first, last)
        if bare:
            told = fields().get(name_of(bare), "")
            predicate = told if told in _OF_COMPANIES else ""
            is_open, row = bool(predicate), 0
            continue
        if not predicate:
            continue
        company = _company(document, first, last)
        is_list = row == 0 or (is_open and company is not None and company[1])
        if last - first > _LONGEST or (row and not is_list and not _is_address(document.text[first:last])):
            predicate = ""
            continue
        is_open = is_open and company is not None
        found[number] = (predicate, (company[0],) if company and is_list and is_open else ())
        row += 1
    return found


def beneath_field(field: _Field, film: End | None) -> list[Fact]:
    """Give what a line beneath a field says of a film, if one is spoken of."""
    predicate, companies = field if film else ("", ())
    return [Fact(end, predicate, film, end.first, end.last, "record-field", 4.0) for end in companies if film]


def whole_firms(document: Document, facts: list[Fact], beneath: dict[int, _Field]) -> list[Fact]:
    """Give companies that prose cuts at a small letter by the names that the fields have: "Sund kat" of "Sund"."""
    names = [end.what.name for _, ends in beneath.values() for end in ends if isinstance(end.what, Mention)]

    def whole(end: End) -> End:
        what = end.what
        if not isinstance(what, Mention) or what.type != "Company":
            return end
        text = document.text
        name = next((n for n in names if n.startswith(f"{what.name} ") and text.startswith(n, end.first)), None)
        return replace(end, what=Mention(what.type, name), last=end.first + len(name)) if name else end

    return [replace(fact, subject=whole(fact.subject)) for fact in facts] if names else facts


def _company(document: Document, first: int, last: int) -> tuple[End, bool] | None:
    """Give the company of a line, and whether a country stands behind it; None where the line is no company's."""
    text = document.text[first:last]
    land = _LAND.fullmatch(text)
    placed = land is not None and countries().code(land["land"].strip()) is not None
    name = land["name"] if land and placed else text
    form = _FORM.search(name)
    # The text calls a company without its form, as everybody does.
    if form and document.text.count(name[: form.start()]) > 1:
        name = name[: form.start()]
    plain = name.strip()
    if not plain or not (plain[0].isupper() or plain[0].isdigit()) or countries().code(plain):
        return None
    if not placed and not form and _ADDRESS.search(plain):
        return None
    return thing(plain, "Company", first, first + len(plain)), placed


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.search(text)) or countries().code(text.strip()) is not None
