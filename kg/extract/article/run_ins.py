"""Run-in headings: a paragraph that begins with its film's title and a stop, "Low Water (Lavvann). The film is …"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["captioned_titles", "split_captions", "split_run_ins"]

_HEAD = re.compile(
    r"[•*·]?\s*(?:\d{1,2}[.)]\s+)?[“\"‘«]?(?P<title>[A-ZÀ-ÞĀ-Ž0-9¡¿][^\n()|:;.“”\"«»–—]{1,60}?)[”\"’»]?\s?"
    r"(?P<alias>\([^()]{2,60}\))?(?P<mark>\.|:|\s[–—-])\s+(?=[“\"‘]?[A-ZÀ-ÞĀ-Ž0-9€$£])"
)
# In the Latin alphabets beyond Latin-1 capitals and small letters take turns.
_CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x180) if chr(code).isupper())
# "TITLE by NAMEThe film is": a caption that lost the break behind it.
_CAPTION = re.compile(
    rf"[“\"‘]?[{_CAPITALS}0-9][^\n.:;()]{{1,70}}? by [{_CAPITALS}][\w’'-]*(?: [\w’'-]+){{0,2}}? "
    rf"(?:[{_CAPITALS}][\w’'-]*-)?[{_CAPITALS}][^\W\d_{_CAPITALS}]{{2,}}"
    rf"(?=(?:A|[{_CAPITALS}][^\W\d_{_CAPITALS}]+) )"
)
# "TITLE by NAME TITLE by NAME, photo: FIRM": a caption beside what a picture is called when it cannot be shown.
_TWICE = re.compile(
    rf"\s*(?P<one>(?P<title>[“\"‘]?[{_CAPITALS}0-9][^\n;()]{{0,70}}?) by [{_CAPITALS}][^\n:;()]{{3,60}}?)[,.]? (?P=one)"
    r"(?P<source>[,.]?(?: (?:photo|photos|source|credit|courtesy|foto|©)\b[^\n]{0,80})?)\s*"
)
# A caption beneath a headline: "Low Tide, Part Two by Ana Holm".
_BENEATH = re.compile(
    rf"(?P<title>[“\"‘]?[{_CAPITALS}0-9][^\n;:()]{{1,70}}?) by "
    rf"[{_CAPITALS}][\w’'.-]+(?: [\w’'.-]+){{0,3}} [{_CAPITALS}][\w’'-]+"
)
_SHORT_HEADLINE, _NEAR = 20, 12
# "Feature filmsTITLE, dir. NAME": a heading that lost the break behind it.
_GLUED = re.compile(
    r"(?:(?:Feature|Short|Documentary|Fiction|Animated|Animation) (?:[Ff]ilms?|[Ff]eatures?|[Ss]eries)|Features|"
    r"Shorts|Documentaries|Series|TV [Ss]eries|Drama [Ss]eries|Fiction|Animation|Development|Production|"
    r"Post-production|(?:[Mm]inority|[Mm]ajority) [Cc]o-?productions|Competition|Out of [Cc]ompetition)"
    rf"(?=[{_CAPITALS}][^\W\d_{_CAPITALS}])"
)
_PLAIN_HEADS = words("headings", "plain")
_COMPANY_ENDS = words("names", "company_ends")
_BODY_WORDS = words("names", "body_words")
_MOST_WORDS = 9
_PROSE = 70


def split_run_ins(document: Document, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Cut lines behind their run-in headings, so that a title stands alone above what is told of its film.

    A title is one where its paragraph names it again; or where another paragraph that does begins in the same manner.
    """
    text = document.text
    found: dict[int, tuple[re.Match[str], bool]] = {}
    for at, (_, first, last) in enumerate(lines[1:], 1):
        hit = _HEAD.match(text, first, last)
        if hit and last - hit.end() >= _PROSE and _may_be_title(hit["title"]):
            again = re.compile(rf"(?<![\w-]){re.escape(hit['title'])}(?![\w-])").search(text, hit.end(), last)
            found[at] = hit, bool(again) and (hit["mark"] == "." or bool(hit["alias"]))
    sure = {(hit["mark"], bool(hit["alias"])) for hit, is_sure in found.values() if is_sure}
    marks = {mark for mark, _ in sure}
    cut: list[tuple[int, int, int]] = []
    for at, (number, first, last) in enumerate(lines):
        hit, is_sure = found.get(at, (None, False))
        if hit and (is_sure or (hit["mark"] in marks and hit["alias"])):
            cut.append((number, first, hit.end("alias") if hit["alias"] else hit.start("mark")))
            cut.append((number, hit.end(), last))
        else:
            cut.append((number, first, last))
    return cut


def split_captions(document: Document, lines: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Cut captions from the sentences that a page glues to them, "TITLE by NAMEThe film is", and leave one of two.

    Headings that are glued to the first line beneath them are cut from it too.
    """
    cut: list[tuple[int, int, int]] = []
    for number, first, last in lines:
        if glued := _GLUED.match(document.text, first, last):
            cut += [(number, *glued.span()), (number, glued.end(), last)]
            continue
        if twice := _TWICE.fullmatch(document.text, first, last):
            cut.append((number, *twice.span("one")))
            continue
        hit = _CAPTION.match(document.text, first, last)
        if hit and last - hit.end() >= _PROSE:
            cut += [(number, first, hit.end()), (number, hit.end(), last)]
        else:
            cut.append((number, first, last))
    return cut


def captioned_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, of captions that are printed twice, or beneath a headline that is printed again."""
    lines = [line.strip() for line in document.text.split("\n")]
    twice = [hit for line in lines if (hit := _TWICE.fullmatch(line))]
    again = [
        hit
        for at, (line, below) in enumerate(pairwise(lines))
        if len(line) > _SHORT_HEADLINE and line in lines[max(0, at - _NEAR) : at] and (hit := _BENEATH.fullmatch(below))
    ]
    return frozenset(fold(hit["title"].strip('“”"‘’')) for hit in twice + again)


def _may_be_title(title: str) -> bool:
    lower = fold(title).split()
    return not (
        len(lower) > _MOST_WORDS
        or fold(title) in _PLAIN_HEADS
        or countries().code(title)
        or lower[-1] in _COMPANY_ENDS
        or not _BODY_WORDS.isdisjoint(lower)
        or (len(lower) > 1 and len(lower) < 4 and is_given_name(lower[0]))
    )
