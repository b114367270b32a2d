"""Titles in small letters: translated trivia print "A marriage too perfect" and "On the edge of the world".

Capitals do not carry over such a title, but a capital on a small word inside a sentence tells that one begins, and so
do the words before it; it ends with a mark, or where a word goes on with the sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.lexicon import LANGUAGES, words
from kg.extract.names import fold
from kg.extract.slot.given import is_given_name
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.token import Tokens

__all__ = ["small_titles", "titles_like"]

_OPENERS = words("small_titles", "openers")
_ASKS = words("small_titles", "asks")
_KINDS = words("small_titles", "kinds")
_AHEAD = words("small_titles", "ahead")
_LEADS = words("small_titles", "leads")
_PLAYED = words("small_titles", "played")
_NOT_NEXT = words("small_titles", "not_next")
_STOPS = words("small_titles", "stops")
_LAST_NEVER = words("small_titles", "last_never")
_CLAUSES = _LEADS | {"when", "if", "while", "where", "as", "because", "although", "though", "at", "this", "here"}
_ENDS = frozenset({".", "!", "?", "...", "”", ":"})
_WITH = frozenset({"with", "by", "alongside", "opposite", "from", "for", "as", "at"})
_MARKS = frozenset({",", ".", ";", ":", "(", ")", "“", "”", '"', "–", "—", "...", "[", "]", "/"})
_LONGEST, _FARTHEST = 10, 7
_SPEECH = re.compile(r"[“\"«][^“”\"«»]{40,}(?:[”\"»]|$)")
# "adapted from the novel Buonanotte, commissario by NAME"
_BOOK = re.compile(
    r"\bthe (?:[\w-]+ )?(?:novel|book|play|comic|manga|novella|memoir|short story|graphic novel|bestseller) "
    r"(?P<title>[A-ZÀ-Þ][^.;:()“”\"\n]{2,60}?)"
    r"(?:,? (?:written |published )?by (?=[A-ZÀ-Þ])|(?P<dated>, (?:published|released) ))"
)
_CAPITALS = r"[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ0-9][\w’'-]*){0,5}"
_ASKED = re.compile(
    r"(?<=[a-z,:] )(?=(?P<title>(?P<word>[A-ZÀ-Þ][\w’']*) [^.,;:()“”\"!?\n]{3,70}[!?]{1,3}) ?\((?:19|20)\d\d\))"
)
# Two clauses are one title: Don’t move, I’m coming; and so are Nothing to Win, Nothing to Learn.
_CLAUSED = re.compile(
    r"(?<=[a-z] )(?=(?P<title>(?P<head>[A-ZÀ-Þ][\w’']*)(?: [\w’']+){0,4}, "
    r"(?:I|I['’](?:m|ll|ve|d)|We|You|It['’]s|Don['’]t|Let['’]s|(?P=head))(?: [\w’']+){0,5}?[!?]{0,3})"
    r"(?: ?\((?:19|20)\d\d\)|[.,;:]| and | or ))"
)
_ASKING = _OPENERS | _ASKS | {"would", "did", "can", "could", "should", "have", "has", "was", "may", "don't", "let's"}
# "The Ferryman’s Aunts 2" makes known what the first of them is called.
_NUMBERED = re.compile(r"(?P<stem>.{3,80}?) (?:[2-9]|ii|iii|iv)")
_AUTHORS = frozenset({"by", "of", "from", "and", "which", "that", "who", "is", "was"})
_EXPLAINED = re.compile(
    r"(?:(?<=[.!?…”\"] )|^|(?<=\bknow )|(?<=[?!:] ))(?P<title>[^\W\da-z_][^,.;:()“”\"!?]{4,60}[!?]?), "
    r"(?:his|her|their|an?|the(?= [\w-]+(?: [\w-]+)? (?:that|which|he|she|by)\b)) (?:[\w-]+ ){0,3}?"
    r"(?:film|documentary|comedy|comedy-drama|short|feature|novel|thriller|"
    r"drama|movie|series|play)\b"
)


def small_titles(document: Document, first: int, last: int) -> frozenset[str]:
    """Give the titles, folded, of two words or more that a stretch of trivia prints in small letters."""
    said = [hit.span() for hit in _SPEECH.finditer(document.text, first, last)]
    tokens = tokenise(document, first, last, said)
    if tokens.language != LANGUAGES[0]:
        return frozenset()
    found = set(_explained(document.text, first, last)) | set(_books(document.text, first, last))
    found |= set(_asked(document.text, first, last))
    at, n = 0, len(tokens)
    while at < n:
        end = _end(tokens, at) if _begins(tokens, at) else 0
        if not end:
            at += 1
            continue
        found.add(fold(tokens.text(at, end)))
        at = end
        # What stands behind it between commas goes on with the list.
        for start, stop in _fellows(tokens, at):
            if stop - start > 1:
                found.add(fold(tokens.text(start, stop)))
            at = stop
    claused = {fold(hit["title"]) for hit in _CLAUSED.finditer(document.text, first, last)}
    halves = {half for title in claused for half in title.split(", ")}
    return frozenset(found - halves | claused)


def titles_like(own: frozenset[str], text: str, first: int, last: int) -> frozenset[str]:
    """Give the titles, folded, that begin as one of a film's own does before its comma or number: "Grandma, Slow!"."""
    found = set()
    for title in own:
        stem = _NUMBERED.fullmatch(title)
        found |= {stem["stem"]} if stem and " " in stem["stem"] else set()
        found |= _of_saga(title, text, first, last)
        head, comma, _ = title.partition(",")
        if comma and head:
            pattern = re.compile(rf"(?<!\w)(?i:{re.escape(head)}), {_CAPITALS}[!?]*")
            found |= {fold(hit.group()) for hit in pattern.finditer(text, first, last)}
    return frozenset(found)


def _of_saga(title: str, text: str, first: int, last: int) -> set[str]:
    """Give the titles that begin as a film's own does before its colon, where "and" or a number would part them."""
    head = re.split(r"\s*:|\s[–-]\s|\s\d+$", title)[0]
    if head == title or not re.search(r" (?:and|&) |\d$", head):
        return set()
    pattern = re.compile(
        rf"(?<!\w)(?i:{re.escape(head)})(?: [2-9]\b)?(?:(?::| [–-]|,(?= the)) (?:the )?{_CAPITALS})?(?!\w)"
    )
    return {fold(hit.group()) for hit in pattern.finditer(text, first, last)}


def _explained(text: str, first: int, last: int) -> Iterator[str]:
    """Give what begins a sentence and is then called a film: "A wrong note, his comedy from 2016, …"."""
    for hit in _EXPLAINED.finditer(text, first, last):
        parts = hit["title"].split()
        small = [word for word in parts if word.islower()]
        if small and len(parts) <= _FARTHEST and _STOPS.isdisjoint(parts) and parts[0].casefold() not in _CLAUSES:
            yield fold(hit["title"])


def _asked(text: str, first: int, last: int) -> Iterator[str]:
    """Give questions and cries before a year in brackets: "after Would you dance with a ghost? (2011)"."""
    for hit in _ASKED.finditer(text, first, last):
        if _ASKING.isdisjoint((fold(hit["word"]),)) or len(hit["title"].split()) > _LONGEST:
            continue
        yield fold(hit["title"])


def _books(text: str, first: int, last: int) -> Iterator[str]:
    """Give what stands between "the novel" and "by NAME", commas and small letters in it or not."""
    for hit in _BOOK.finditer(text, first, last):
        parts = hit["title"].split()
        plain = any(part.islower() for part in parts) or "," in hit["title"]
        # No author follows: "the book Rain, my mother and me, published in 2018".
        authors = _AUTHORS - {"and", "of"} if hit["dated"] else _AUTHORS
        if plain and 1 < len(parts) <= _LONGEST and authors.isdisjoint(parts):
            yield fold(hit["title"])


def _begins(tokens: Tokens, at: int) -> bool:
    lower, printed, n = tokens.lower, tokens.words, len(tokens)
    if not printed[at][0].isupper() or at + 1 >= n or at == 0 or at in tokens.after_asides:
        return False
    before, behind = lower[at - 1], lower[at + 1]
    leads = before in _LEADS and (at == 1 or lower[at - 2] in _ENDS)
    if not (printed[at - 1].islower() or leads or before in (",", ":", "(", "'s")):
        return False
    if not (printed[at + 1].islower() or printed[at + 1] == "I"):
        return False
    if lower[at] in _OPENERS and before != ":":
        return behind not in _NOT_NEXT or lower[at] in _ASKS
    if behind in _NOT_NEXT | _STOPS or is_given_name(lower[at]) or _is_nation(printed[at]):
        return False
    if before in _KINDS or (before in (",", ":") and at > 1 and lower[at - 2] in _KINDS):
        return True
    if before == "'s":
        return False
    window = lower[max(0, at - _FARTHEST) : at]
    return before in _AHEAD or (before in ("in", "of", "for") and not _PLAYED.isdisjoint(window))


def _is_nation(word: str) -> bool:
    return bool(countries().code(word) or countries().code_of_demonym(word))


def _end(tokens: Tokens, at: int) -> int:
    """Give where a title that begins at a token ends, 0 where it is none."""
    lower, printed, n = tokens.lower, tokens.words, len(tokens)
    asks = lower[at] in _ASKS
    end = at + 1
    while end < n and end - at <= _LONGEST:
        word = lower[end]
        ahead = printed[end + 1] if end + 1 < n else ""
        if word in ("!", "?"):
            while end < n and (lower[end] in ("!", "?") or (lower[end] == "..." and tokens.glued(end))):
                end += 1
            break
        if word in _MARKS or (word in _STOPS and not (asks and end <= at + 2)):
            break
        if word in _WITH and (ahead[:1].isupper() or ahead in ("the", "a", "his", "her")) and _is_left(tokens, end):
            break
        if word == "to" and ahead[:1].isupper() and lower[at - 1] == "from":
            break
        if word in ("in", "and", "or") and (ahead[:1].isdigit() or (ahead[:1].isupper() and word != "in")):
            break
        if word in ("or", "and") and ahead in ("even", "then", "more", "also", "the", "above"):
            break
        end += 1
    else:
        return 0
    return end if end - at > 1 and lower[end - 1] not in _LAST_NEVER else 0


def _is_left(tokens: Tokens, at: int) -> bool:
    """Tell whether what stands before a word is a whole title, two words at least."""
    return at > 1 and tokens.lower[at - 1] not in _LAST_NEVER


def _fellows(tokens: Tokens, at: int) -> Iterator[tuple[int, int]]:
    """Give the titles between commas that follow one: "…, Troubled loves, Her mother or me! or even Plan B"."""
    lower, printed, n = tokens.lower, tokens.words, len(tokens)
    while at + 1 < n:
        at = _behind_bracket(lower, at, n)
        start = at
        while start < n and lower[start] in (",", "and", "or", "even", "then", "also"):
            start += 1
        if start == at or start >= n or not (printed[start][0].isupper() or printed[start][0].isdigit()):
            return
        if is_given_name(lower[start]) and start + 1 < n and printed[start + 1][0].isupper():
            return
        end = _end(tokens, start) or start + 1
        while end < n and printed[end][0].isupper():
            end += 1
        closed = end >= n or lower[end] in _MARKS or lower[end] in ("and", "or") or lower[end - 1] in ("!", "?")
        if not closed:
            return
        yield start, end
        at = end


def _behind_bracket(lower: tuple[str, ...], at: int, n: int) -> int:
    """Give the token behind a bracket of at most four words."""
    if at < n and lower[at] == "(":
        for end in range(at + 1, min(n, at + 6)):
            if lower[end] == ")":
                return end + 1
    return at
