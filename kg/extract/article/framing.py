"""Framing: what a news site prints around an article's words: bylines, dates, lists of other articles.

Nobody in "By NAME" made the film, and the headlines below "Related stories" are about other ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.days import FIGURES, ISO, WORDED, day_in

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["around", "is_menu", "of_other_articles", "worded_date"]

_Line = tuple[int, int, int]
# "Berlin, 4 November 2016 – The article’s first words"
_OPENING_DAY = re.compile(
    r"(?:[A-ZÀ-Þ][\w ]{2,30}, )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},?) (?:19|20)\d\d\s*[-–—:|]\s"
)
_MOST_BESIDE = 6
_SMALL_BESIDE = frozenset(
    {"by", "in", "of", "the", "and", "category", "author", "date", "admin", "last", "modified", "desk", "staff", "our"}
    | {"editor", "editors", "team", "writer", "reporter", "correspondent", "special"}
    | {"le", "publié", "par", "à", "mis", "en", "ligne"}
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
_BARS = re.compile(r"\s{2,}|\t|\s*[|·•›»/]\s*")
_SITE = frozenset({
    "home", "film", "films", "movies", "tv", "news", "search", "menu", "log in", "login", "subscribe", "sign in",
    "register", "festivals", "reviews", "interviews", "features", "awards", "box office", "people", "articles", "about",
    "about us", "contact", "facts", "industry", "video", "newsletter", "archive", "production", "international",
})  # fmt: skip
_MENU_PARTS, _MENU_WORDS = 4, 3
# "By NAME", "By NAME, NAME", "NAME, Staff Writer": one to three names.
_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:de |van |von |der |la )?[A-ZÀ-Þ][\w’'.-]*){0,3}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Ff]rom)\s*:?\s{_NAME}(?:(?:, | and | & ){_NAME}){{0,3}}"
    r"(?:[,|•·-]?\s*(?:in [A-Z]\w+|@\w+|[\w ]*(?:editor|writer|reporter|correspondent|critic|chief)[\w ]*))?"
    r"(?:\s[Pp]ublished:?\s.{3,50})?",
)
_BY = re.compile(r"\b[Bb]y\b")
_CREDIT = re.compile(
    r"(?:plus icon|(?:photo|image|picture)s?(?: (?:by|credit|courtesy)\b.{0,80}|:.{0,80})|"
    r"(?:.{2,70}[\s/])?courtesy of .{2,80}|"
    r".{2,60}/(?:getty|shutterstock|ap|rex|wireimage|invision|afp)\b.{0,40}|(?:share|save|print|comments?|\d+ shares?)|"
    r"view all|\d+ comments?|credit: .{2,60}|illustration by .{2,60})",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:popular on|most (?:popular|read|viewed)|must[ -]read|related (?:stories|articles|content|news|posts|coverage)|"
    r"related|more from|more stories|trending|latest (?:news|stories|on|from)|editors?[’']? picks?|top stories|"
    r"you may also like|you might also like|recommended|don[’']t miss|read next|also on|from our partners|"
    r"sponsored (?:stories|content)|what to read next|more on this story)\b[^.!?]{0,50}",
    re.IGNORECASE,
)
_LONGEST_HEADLINE = 140
_LONG_PARAGRAPH = 200
_FIELD = re.compile(r"(?:[A-Z][a-z]+(?: [a-z]+)?|[A-Z][a-z]+ company): ?[A-ZÀ-Þ]")
_LEAST_WORDS = 4
_ENDS_SENTENCE = (".", ".”", '."', ".’", "?”", "!”", ")", "]")


def is_menu(text: str) -> bool:
    """Tell whether a line consists of the names of a site's sections."""
    if _MENU.fullmatch(text.strip()):
        return True
    parts = [part.casefold() for part in _BARS.split(text.strip()) if part]
    is_row = len(parts) >= _MENU_PARTS and all(len(part.split()) <= _MENU_WORDS and ":" not in part for part in parts)
    return is_row and sum(part in _SITE for part in parts) > 1


def around(text: str) -> bool:
    """Tell whether a line right below a headline is a byline, a date, the section's name or the credit of a picture."""
    plain = text.strip()
    if len(plain) > _LONGEST_HEADLINE or (len(plain) > _LONGEST_DATED and not _BYLINE.fullmatch(plain)):
        return False
    signed = (_MENU.match(plain) or _BY.search(plain)) and _is_beside_date(plain)  # "News 4 May 2020 by our staff"
    return bool(_BYLINE.fullmatch(plain) or _CREDIT.fullmatch(plain) or signed) or is_menu(plain) or _is_date(plain)


def _is_date(plain: str) -> bool:
    dated = WORDED.search(plain) or FIGURES.search(plain) or ISO.search(plain)
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
    """Give the day on which an article came out where one of its first lines tells it: "May 14, 2018", "12. 3. 2021".

    A line that is nothing but a date, a byline and a time comes before one that has a section or a town beside it.
    """
    lines = [document.text[slice(*document.line_span(n))].strip() for n in range(1, document.line_count + 1)]
    head = [line for line in lines[: 2 * _HEAD] if line][:_HEAD]
    for line in (line for line in head if len(line) <= _LONGEST_DATED and _is_date(line)):
        if day := day_in(line):
            return day[0]
    for line in head:
        own = _OPENING_DAY.match(line)
        dated = own.group() if own else line if len(line) <= _LONGEST_DATED and _is_beside_date(line) else ""
        if day := day_in(dated):
            return day[0]
    return None


def _is_beside_date(line: str) -> bool:
    """Tell whether a line has nothing beside its date but names, sections and what is said of dates."""
    rest = ISO.sub(" ", FIGURES.sub(" ", WORDED.sub(" ", line, count=1), count=1), count=1)
    rest = _BESIDE_DATES.sub(" ", rest) if rest != line else line
    words = re.findall(r"[^\W\d_][\w’'.-]*", rest)
    return rest != line and len(words) <= _MOST_BESIDE and all(w[0].isupper() or w in _SMALL_BESIDE for w in words)


def of_other_articles(document: Document, lines: list[_Line]) -> set[int]:
    """Give which lines, by index, belong to a list of other articles: its heading, and what follows in no prose."""
    found: set[int] = set()
    is_list = False
    paragraphs = (at for at, (_, first, last) in enumerate(lines) if last - first >= _LONG_PARAGRAPH)
    text_ends = max(paragraphs, default=len(lines))
    for index, (_, first, last) in enumerate(lines):
        text = document.text[first:last].strip()
        if index and _OTHERS.fullmatch(text):
            is_list = True
            found.add(index)
        elif is_list:
            # Below the last paragraph of the text even whole sentences are teasers.
            is_list = len(text) <= _LONGEST_HEADLINE and (index > text_ends or not text.endswith(_ENDS_SENTENCE))
            is_list = is_list and not _FIELD.match(text)
            if is_list and len(text.split()) >= _LEAST_WORDS:
                found.add(index)
    return found
