"""Lines of an article: what is its own, where its headline ends, when it was published, and its sentences."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.article.framing import around, of_other_articles, worded_date
from kg.extract.article.masthead import headline_index
from kg.extract.article.priced import one_by_one
from kg.extract.furniture import furniture
from kg.extract.lexicon import lexicon, words
from kg.extract.names import fold
from kg.extract.news import Sentence, sentences
from kg.extract.record.beneath import PIPED_LINE
from kg.extract.record.fields import field_in, predicate_of
from kg.extract.token import A_LINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document, Span

__all__ = [
    "after_breadcrumbs",
    "after_datelines",
    "article_lines",
    "cut_off",
    "date_of",
    "extent_of",
    "headline_end",
    "headline_of",
    "joint_firms",
    "parts_of",
    "said_again",
]

_DATE = re.compile(r"(?<![\d-])(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>(?:19|20)\d\d)(?!\d)")
# "19/11/2014 - The article's first words"
_DATED = re.compile(_DATE.pattern + r"\s*[-–—:|]\s*(?=\S.{20})")
# What a picture is called, and its caption, run into one line: "NAME at work NAME at work photo: NAME".
_TWICE = re.compile(r"(?P<once>\S.{10,150}?)\s+(?P=once)(?:\s.{0,80})?")
# "NAME in TITLE Photo: FIRM": who took a picture is no part of what its caption says.
_CREDITED = re.compile(r"\s\(?(?:Photo(?:graph)?s?|Pictures?|Image)(?: (?:by|courtesy of))?\s?[:©]\s?[^.:]{2,60}\)?$")
_HEAD = 9
# "2020-06-23 The headline"; the date is read where dates are.
_DATE_BEFORE = re.compile(
    r"\s*(?:date:?\s+)?(?P<date>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-[0-3]\d)(?:T[\d:.+Z-]+)?[\s×|–-]*"
)
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ./-]{2,}(?: [A-ZÀ-Þ./-]{2,}){0,2})(?::| [–—-]{1,2})\s+(?=[A-ZÀ-Þ][a-zß-ÿ]+\b)"
    r"(?!(?:Director|Dir|Cast|Stars?|Starring)\w*\s?:)(?=.{80})"
)
# Above the headline of one other article, in the middle of a text.
_BOX = re.compile(r"related (?:story|article)", re.IGNORECASE)
_RELATED = re.compile(r".{4,120}?\s(\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)\s*")
_CUT = re.compile(r".*(\.\.\.|…)\s*")
_LONG_LINE = 120
_STOP = re.compile(r"(?<=[.!?])(?<!\blit\.)\s+(?=[A-ZÀ-Þ“\"])")
_SHORT_LINE, _LEAST_REST = 80, 40
_VERB = re.compile(
    r"(?:(?:has|have|was|were|is|are|will|also) )*"
    r"(?:received?s?|gets?|got|granted|awarded|been|directed|produced|written|tells|follows|is|was|by|from) "
)
_STAGE = re.compile(r"(?:(?:post|pre)-?production|production|development|shooting|editing|the works)\b", re.IGNORECASE)
# A sentence that goes on behind a block that nothing closes.
_GOES_ON = re.compile(r"\n[,.;:)’]")
_CONTINUES = ",;(.)]"
_LOWER = "abcdefghijklmnopqrstuvwxyz"
_BELOW = 5
_OF_PEOPLE = frozenset({"directed", "wrote", "produced", "starredIn"})
# "the Lake Film & TV Fund"
_FILM_AND_TV = re.compile(
    r"(?<![\w’'-])(?P<name>(?:[A-ZÀ-Þ][\w’'-]* ){1,3}(?:&|and) (?:TV|Television|Film|Media|Audiovisual|Cinema|Arts)"
    r"(?: [A-ZÀ-Þ][\w’'-]*){0,2} (?:Fond|Fund|Agency|Institute|Commission|Cent(?:re|er)|Council|Board|Fonds))\b"
)
_JOINT = re.compile(r"[A-ZÀ-Þ][\w’']+ & [A-ZÀ-Þ][\w’']+")


def article_lines(document: Document) -> tuple[dict[int, str], list[tuple[int, int, int]]]:
    """Give the lines of the article itself; furniture and teasers of other articles are set aside by name."""
    rules: dict[int, str] = {}
    lines: list[tuple[int, int, int]] = []
    raw: list[tuple[int, int, int]] = []
    for number in range(1, document.line_count + 1):
        start, end = document.line_span(number)
        text = document.text[start:end]
        if text.strip():
            dated = _DATE_BEFORE.match(text) if not raw else None
            first = start + (dated.end() if dated else len(text) - len(text.lstrip()))
            if first < start + len(text.rstrip()):
                raw.append((number, first, start + len(text.rstrip())))
    others = of_other_articles(document, raw)
    skip = -1
    for index, (number, first, last) in enumerate(raw):
        text = document.text[first:last]
        rule = furniture(text)
        if _BOX.fullmatch(text):
            skip = index + 1
        if index == skip:
            rules[number] = "teaser of another article"
        elif index in others:
            rules[number] = "headline of another article"
        elif rule:
            rules[number] = f"furniture: {rule}"
        elif index and _RELATED.fullmatch(text) and index + 1 < len(raw):
            following = document.text[raw[index + 1][1] : raw[index + 1][2]]
            rules[number] = "headline of another article"
            if _CUT.fullmatch(following):
                skip = index + 1
        else:
            twice = _TWICE.fullmatch(text)
            credit = None if twice else _CREDITED.search(text)
            shown = first + (twice.end("once") if twice else credit.start() if credit else len(text))
            lines.append((number, first, shown))
    return rules, _joined(document, lines)


def after_breadcrumbs(
    document: Document, lines: list[tuple[int, int, int]], rules: dict[int, str]
) -> list[tuple[int, int, int]]:
    """Leave out what a page prints around its headline: where one is, the section's name, dates and bylines."""
    if not lines:
        return lines
    at = headline_index(document, lines)
    fields = (
        index
        for index, (line, below) in enumerate(pairwise(lines[: at + 2]))
        if _is_credit(document, line) and field_in(document.text, *below[1:])
    )
    at = next(fields, at + 1)
    while at and PIPED_LINE.fullmatch(document.text, *lines[at - 1][1:]):
        at -= 1
    at = max(0, at - 1)  # the title of a record stands above its first field, however short it is
    rules.update((number, "above the headline") for number, _, _ in lines[:at])
    return [lines[at], *_below_headline(document, lines[at + 1 :], rules)]


def _below_headline(
    document: Document, lines: list[tuple[int, int, int]], rules: dict[int, str]
) -> list[tuple[int, int, int]]:
    """Leave out bylines and dates among the first lines below a headline."""
    kept = []
    for index, (number, first, last) in enumerate(lines):
        is_around = index < _BELOW and len(lines) > 1 and around(document.text[first:last])
        if is_around and not _is_credit(document, (number, first, last)):
            rules[number] = "below the headline"
        else:
            kept.append((number, first, last))
    return kept


def _is_credit(document: Document, line: tuple[int, int, int]) -> bool:
    """Tell whether a line is a field of who made a film: "Written by: NAME"."""
    field = field_in(document.text, *line[1:])
    return field is not None and ":" in field.group() and predicate_of(field) in _OF_PEOPLE


def after_datelines(document: Document, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Leave out where paragraphs were written: "PRAGUE: The fund", "LOCARNO – Sales agent"."""
    cut = []
    for at, (number, first, last) in enumerate(lines):
        start = document.text.rfind("\n", 0, first) + 1
        dated = _DATED.match(document.text, start, last) if at else None
        hit = _DATELINE.match(document.text, start, last) if at else None
        is_field = hit and hit["place"].casefold() in _field_names()
        cut.append((number, dated.end() if dated else hit.end() if hit and not is_field else first, last))
    return cut


@cache
def _field_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in lexicon("records")["fields"])


def joint_firms(document: Document) -> frozenset[str]:
    """Names of firms such as "Falk & Reiter", joined in one way more than once, and of funds for "Film & TV"."""
    found = Counter(hit.group() for hit in _JOINT.finditer(document.text))
    funds = (hit["name"] for hit in _FILM_AND_TV.finditer(document.text))
    return frozenset([*(fold(name) for name, count in found.items() if count > 1), *map(fold, funds)])


def said_again(document: Document, first: int, last: int) -> frozenset[str]:
    """What stands before the headline's last "in", if the text below has it without: "… shoots TITLE in Zagreb"."""
    headline, body = document.text[first:last], document.text[last:]
    before, _, after = headline.rpartition(" in ")
    words_before = before.split(" ")
    if words_before[-1] in words("names", "plain") or _STAGE.match(after):
        return frozenset()  # "TITLE is in production", "NAME in Postproduction with TITLE"
    for start in range(max(0, len(words_before) - 6), len(words_before)):
        title = " ".join(words_before[start:])
        if title[:1].isupper() and f"{title} in {after}" not in body and re.search(rf"\b{re.escape(title)}\b", body):
            return frozenset({fold(title)})
    return frozenset()


def _joined(document: Document, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Join lines that a block of links cuts: "TITLE [+see also:" … "]" and the rest of the sentence after it."""
    text = document.text
    joined: list[tuple[int, int, int]] = []
    for number, first, last in lines:
        if joined:
            before = text[joined[-1][1] : joined[-1][2]]
            opened = before.rfind("[+")
            is_open = opened > before.rfind("]") and not _GOES_ON.search(before, opened + 1)
            # A block that is never closed ends with the last line that is a link.
            if is_open and A_LINK.fullmatch(before[before.rfind("\n") + 1 :]) and not A_LINK.match(text, first):
                is_open = text[first : first + 1] == "]"
                before += "]"
            goes_on = before.endswith("]") and "[+" in before and text[first] in _CONTINUES + _LOWER
            if is_open or goes_on or _is_one_sentence(document, joined, first, last):
                joined[-1] = (joined[-1][0], joined[-1][1], last)
                continue
        joined.append((number, first, last))
    return joined


def _is_one_sentence(document: Document, joined: list[tuple[int, int, int]], first: int, last: int) -> bool:
    """Tell whether a paragraph goes on with the short line right above it: "TITLE (Original)" above "was granted …"."""
    _, above, end = joined[-1]
    text = document.text
    return (
        len(joined) > 1
        and end - above < _SHORT_LINE
        and text[above].isupper()
        and text[end - 1] not in '.!?:;,”"•'
        and text[end:first].count("\n") == 1
        and last - first > _LEAST_REST
        and _VERB.match(text, first, last) is not None
    )


def cut_off(document: Document, lines: list[tuple[int, int, int]]) -> Iterator[tuple[int, str]]:
    """A long last line that ends in the middle of a word or sentence was cut off."""
    if len(lines) > 1:
        number, first, last = lines[-1]
        if last - first > _LONG_LINE and document.text[last - 1].isalnum():
            yield number, "the last sentence does not end: the page seems cut off here"


def date_of(document: Document, lines: list[tuple[int, int, int]]) -> str | None:
    """The date is the publisher's where it is known, else the first one printed in the first lines."""
    if document.metadata.published and re.fullmatch(r"\d{4}-\d\d-\d\d", document.metadata.published):
        return document.metadata.published
    if iso := _DATE_BEFORE.match(document.text):
        return iso["date"]
    for _, first, last in lines[:3]:
        found = _DATE.search(document.text, first, last)
        if found and 1 <= int(found["month"]) <= 12 and 1 <= int(found["day"]) <= 31:
            return f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}"
    for _, first, last in lines[:_HEAD]:
        found = _DATED.match(document.text, document.text.rfind("\n", 0, first) + 1, last)
        if found and 1 <= int(found["month"]) <= 12 and 1 <= int(found["day"]) <= 31:
            return f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}"
    return worded_date(document)


def headline_end(document: Document, first: int, last: int) -> int:
    """Where a headline ends: a date printed behind it is no part of it."""
    found = _DATE.search(document.text, first, last)
    return found.start() if found and found.end() >= last - 1 and found.start() > first else last


def headline_of(document: Document, lines: list[tuple[int, int, int]]) -> str:
    """Give the words of the headline."""
    if not lines:
        return ""
    _, first, last = lines[0]
    return document.text[first : headline_end(document, first, last)].strip()


def extent_of(document: Document, lines: list[tuple[int, int, int]]) -> tuple[Span, ...]:
    """Give the extent of the whole article."""
    return (document.span(lines[0][1], lines[-1][2]),) if lines else ()


def parts_of(document: Document, first: int, last: int) -> list[Sentence]:
    """Cut a line into sentences."""
    end = headline_end(document, first, last)
    if "\n" not in document.text[first:end]:
        return list(one_by_one(document, sentences(document, first, end)))
    # Joined lines have no line of their own to be cut in.
    cuts = [found.end() for found in _STOP.finditer(document.text, first, end)]
    pairs = zip([first, *cuts], [*cuts, end], strict=True)
    return list(one_by_one(document, (Sentence(*pair) for pair in pairs)))
