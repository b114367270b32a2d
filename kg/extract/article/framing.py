"""Framing: what a news site prints around an article's words: bylines, dates, lists of other articles.

Nobody in "By NAME" made the film, and the headlines below "Related stories" are about other ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.months import MONTHS

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["around", "is_menu", "of_other_articles", "worded_date"]

_Line = tuple[int, int, int]
_MONTHS = tuple(month[:3] for month in MONTHS)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# "May 14, 2018", "14 May 2018"
_WORDED = re.compile(
    rf"(?<!\w)(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)? )?{_MONTH} "
    rf"(?:(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?,? )?{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_LONGEST_DATED = 70
_HEAD = 10
# What may stand beside a date: a time of day, days of the week, "Published".
_BESIDE_DATES = re.compile(
    r"(?:published|posted|updated|on|at|et|pt|pst|pdt|est|edt|gmt|bst|cet|am|pm|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|"
    r"\d{1,2}(?::\d\d)?(?:am|pm)?|[\W_]+",
    re.IGNORECASE,
)
# The names of a site's sections, as its menu and the way to an article print them.
_MENU = re.compile(
    r"(?:(?:home|film|films|movies?|tv|news|global|world|europe|asia|breaking|markets?|festivals?|awards?|biz|business|"
    r"international|features?|reviews?|production|exclusive|box office|cinema|digital|legit|music|video|vip|more|"
    r"sales|deals|casting|& (?=festivals))(?:[\s|/>›»·•:&-]+|$)){1,9}",
    re.IGNORECASE,
)
# "By NAME", "By NAME, NAME", "NAME, Staff Writer": one to three names.
_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:de |van |von |der |la )?[A-ZÀ-Þ][\w’'.-]*){0,3}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Ff]rom)\s*:?\s{_NAME}(?:(?:, | and | & ){_NAME}){{0,3}}"
    r"(?:[,|•·-]?\s*(?:in [A-Z]\w+|@\w+|[\w ]*(?:editor|writer|reporter|correspondent|critic|chief)[\w ]*))?",
)
_CREDIT = re.compile(
    r"(?:plus icon|(?:photo|image|picture)s?(?: (?:by|credit|courtesy)\b.{0,80}|:.{0,80})|"
    r"(?:.{2,70}[\s/])?courtesy of .{2,80}|"
    r".{2,60}/(?:getty|shutterstock|ap|rex|wireimage|invision|afp)\b.{0,40}|(?:share|save|print|comments?|\d+ shares?)|"
    r"view all|\d+ comments?|credit: .{2,60}|illustration by .{2,60})",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:popular on|most (?:popular|read|viewed)|must[ -]read|related (?:stories|articles|content|news|posts|coverage)|"
    r"related|more from|more stories|trending|latest (?:news|stories|on)|editors?[’']? picks?|top stories|"
    r"you may also like|you might also like|recommended|don[’']t miss|read next|also on|from our partners|"
    r"sponsored (?:stories|content)|what to read next|more on this story)\b[^.!?]{0,50}",
    re.IGNORECASE,
)
_LONGEST_HEADLINE = 140
_LEAST_WORDS = 4
_ENDS_SENTENCE = (".", ".”", '."', ".’", "?”", "!”", ")", "]")


def is_menu(text: str) -> bool:
    """Tell whether a line consists of the names of a site's sections."""
    return bool(_MENU.fullmatch(text.strip()))


def around(text: str) -> bool:
    """Tell whether a line right below a headline is a byline, a date, the section's name or the credit of a picture."""
    plain = text.strip()
    if len(plain) > _LONGEST_HEADLINE or (len(plain) > _LONGEST_DATED and not _BYLINE.fullmatch(plain)):
        return False
    return bool(_BYLINE.fullmatch(plain) or _CREDIT.fullmatch(plain)) or is_menu(plain) or _is_date(plain)


def _is_date(plain: str) -> bool:
    dated = _WORDED.search(plain) or re.search(r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d", plain)
    if not dated:
        return False
    signed = re.search(r"\s+by\s+(?=[A-ZÀ-Þ])", plain[dated.end() :])
    if signed and _BYLINE.fullmatch(plain[dated.end() + signed.start() :].strip()):
        plain = plain[: dated.end() + signed.start()]
    rest = plain[: dated.start()] + " " + plain[dated.end() :]
    return (
        not _BESIDE_DATES.sub("", rest).strip() or _BYLINE.fullmatch(plain[: dated.start()].strip(" |,•·-")) is not None
    )


def worded_date(document: Document) -> str | None:
    """Give the day on which an article came out where one of its first lines tells it in words: "May 14, 2018"."""
    for number in range(1, min(_HEAD, document.line_count) + 1):
        line = document.text[slice(*document.line_span(number))].strip()
        hit = _WORDED.search(line) if len(line) <= _LONGEST_DATED else None
        day = (hit["before"] or hit["behind"]) if hit else None
        if hit and day and 1 <= int(day) <= 31 and _is_date(line):
            return f"{hit['year']}-{_MONTHS.index(hit['month'].lower()) + 1:02d}-{int(day):02d}"
    return None


def of_other_articles(document: Document, lines: list[_Line]) -> set[int]:
    """Give which lines, by index, belong to a list of other articles: its heading, and what follows in no prose."""
    found: set[int] = set()
    is_list = False
    for index, (_, first, last) in enumerate(lines):
        text = document.text[first:last].strip()
        if index and _OTHERS.fullmatch(text):
            is_list = True
            found.add(index)
        elif is_list:
            is_list = len(text) <= _LONGEST_HEADLINE and not text.endswith(_ENDS_SENTENCE)
            if is_list and len(text.split()) >= _LEAST_WORDS:
                found.add(index)
    return found
