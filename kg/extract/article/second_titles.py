"""Second titles: "The Mill / Mlýn, a drama by …" gives a film's title in its own language behind a slash.

Sentences are read without it, and what they say of the film is said of its first title.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.article.linked import title_before
from kg.extract.article.mentioned import in_brackets
from kg.extract.facts import End, Fact
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.english import is_english
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["known_besides", "slashed_titles", "without_second_titles"]

_SLASH = re.compile(r"(?P<last>[^\s/()“”\"]{1,40}) / (?=(?P<first>[^\W_a-zß-ÿ]))")
_WORD = re.compile(r"\s?(?P<word>[^\s,;.:()“”\"/–—]+)")
_BEHIND_CUE = re.compile(
    r"\b(?:was|is|film|feature|debut|drama|comedy|thriller|documentary|series|short|title|production|project|movie) "
    r"(?P<title>[A-ZÀ-ÞĀ-Ž0-9][\w’'-]*"
    r"(?: (?:[A-ZÀ-ÞĀ-Ž0-9][\w’'-]*|and|an?|the|of|in|on|to|for|at|with|is|my|from)){1,8})\Z"
)
_DIRECTED = re.compile(r",? (?:(?:co-?)?(?:directed|written and directed|helmed) )?by (?=[A-ZÀ-Þ])")
_OWNS = ("’s", "'s", "s’", "s'")
_LONGEST = 10
_FAR = 240
_PLAIN = words("names", "plain")
# Small words of other languages that are English ones as well.
_BOTH = frozenset({"a", "i", "o", "as", "do", "to", "on", "me", "no", "so", "be", "in"})
_COMPANY_ENDS = words("names", "company_ends")
_BY = frozenset({"by", "with", "via", "through", "from", "between", "and", "for", "of"})


def slashed_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, that have a second one behind a slash, and their director behind it or a cue before.

    What "TITLE / TITLE directed by NAME and produced by FIRM, TITLE / TITLE directed by" names is a film, and no firm.
    """
    found: set[str] = set()
    text = document.text
    for slash in _SLASH.finditer(text):
        stop = text.find("\n", slash.end())
        last = _end(text, slash.end(), stop if stop >= 0 else len(text))
        if behind := _BEHIND_CUE.search(text[max(0, slash.start() - _FAR) : slash.end("last")]):
            found.add(fold(behind["title"]))
        elif _DIRECTED.match(text, last) and (span := title_before(document, slash.end("last"))):
            found.add(fold(text[slice(*span)]))
    return frozenset(found)


def without_second_titles(document: Document, part: Sentence) -> Sentence:
    """Give a sentence that is to be read without the second titles in it."""
    text = document.text
    if text.find(" / ", part.first, part.last) < 0:
        return part
    skip: list[tuple[int, int]] = []
    for slash in _SLASH.finditer(text, part.first, part.last):
        first = slash.end() - 3
        if skip and first <= skip[-1][1]:
            continue
        if not _may_be_title(document, part, slash):
            continue
        last = _end(text, slash.end(), part.last)
        if not _is_other(text[slash.end() : last]):
            continue
        skip.append((first, last))
    return replace(part, skip=(*part.skip, *skip)) if skip else part


def known_besides(document: Document, part: Sentence, found: list[Fact]) -> list[Fact]:
    """Give the second titles of the films that a sentence names."""
    ends = {
        end.last: end
        for fact in found
        for end in (fact.subject, fact.object)
        if isinstance(end.what, Mention) and end.what.type in ("Film", "Series")
    }
    return [
        Fact(ends[first], "alsoKnownAs", End(Value(document.text[first + 3 : last]), first + 3, last),
             ends[first].first, last, "second-title", 4.0)
        for first, last in part.skip
        if first in ends
    ]  # fmt: skip


def _may_be_title(document: Document, part: Sentence, slash: re.Match[str]) -> bool:
    """Tell whether a title can end before a slash: capitals that are neither a company's, a nation's nor a person's."""
    text = document.text
    if in_brackets(text, part.first, slash.start()):
        return False
    before = text[max(part.first, slash.start() - _FAR) : slash.end("last")].split(" ")
    start = len(before)
    while start and before[start - 1][:1] and not before[start - 1][:1].islower() and len(before) - start < _LONGEST:
        if start < len(before) and (before[start - 1][-1] in ",;:)”" or before[start - 1].endswith(_OWNS)):
            break  # "FIRM (Croatia), TITLE / TITLE", "NAME’s TITLE / TITLE"
        start -= 1
    run = before[start:]
    name = " ".join(run)
    behind_bracket = start > 1 and before[start - 1] == "and" and before[start - 2].endswith((")", ","))
    is_led = bool(start) and before[start - 1].casefold() in _BY - {"of", "for"} and not behind_bracket
    if not run or (is_led and not _DIRECTED.match(text, _end(text, slash.end(), part.last))):
        return False
    return not (
        _is_company(run)
        or countries().code(name)
        or countries().code_of_demonym(run[-1])
        or (len(run) > 1 and is_given_name(fold(run[0])))
    )


def _end(text: str, first: int, stop: int) -> int:
    """Give where a title of another language ends: at a mark, or where plain English follows."""
    at = first
    for _ in range(_LONGEST):
        hit = _WORD.match(text, at, stop)
        if hit is None:
            break
        word = hit["word"]
        following = _WORD.match(text, hit.end(), stop)
        if word in _PLAIN and (word not in _BOTH or following is None or _is_plain(word, following["word"])):
            break
        at = hit.end()
    return at


def _is_plain(word: str, following: str) -> bool:
    """Tell whether a word of many languages is English here: "in the", "to open", and not "to i"."""
    if word in ("in", "on", "to"):
        return following[0].isupper() or is_english(following.casefold())
    return following in _PLAIN


def _is_other(title: str) -> bool:
    parts = title.split()
    return not (
        not parts
        or _is_company(parts)
        or countries().code(title)
        or countries().code_of_demonym(parts[0])
        or (len(parts) in (2, 3) and is_given_name(fold(parts[0])) and all(part[0].isupper() for part in parts))
    )


def _is_company(parts: list[str]) -> bool:
    return len(parts) > 1 and fold(parts[-1]) in _COMPANY_ENDS
