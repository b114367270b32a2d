"""Openings: the words with which the parts of a release round-up begin, those of the lexicon and the page's own."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from kg.extract.lexicon import lexicon

__all__ = ["FIELDS", "answered", "is_caption", "opening", "openings"]

_HEAD = re.compile(r"\s*(?P<words>[^\W\d_][^?:!.,…\n]{3,40}?)\s*[?:!]+\s*(?=\S)")
_ALONE = re.compile(r"\s*(?P<words>[^\W\d_][^?:!.,…\n]{3,40}?)\s*[?:!]+\s*")
# "The little story Pioggia lenta was …": words without a mark count too, where a name follows them.
_PLAIN_HEAD = re.compile(r"\s*(?P<words>[^\W\d_a-z]\w*(?: [a-z]+){1,3})\s+(?=[^\W\da-z_])")
# "Sortie : 12 octobre | Distributeur : NAME" and the like: no question, however often it comes.
FIELDS = re.compile(
    r"\s*(?:sortie|en salles?|au cinéma|releas(?:e|ed)|out|in (?:movie )?(?:theaters|theatres|cinemas))"
    r"(?: en salles?| in theaters| in cinemas)?(?: on| from| le| dès le)? \d{1,2}(?:er|st|nd|rd|th)?(?: of)? "
    r"[^\W\d_]{3,10}(?: \d{4})?\.?\s*|"
    r"\s*(?:sortie|release(?: date)?|out|distribut\w+|dur[ée]e|running time|nationalités?|pays|countr(?:y|ies)|genres?|"
    r"producers?|production(?: compan(?:y|ies))?|co-?producers?|directors?|screenplay|scriptwriters?|screenwriters?|"
    r"stage|status|(?:world|international) (?:sales|premiere)|contact|dop|director of photography|editors?|budget)"
    r"\s*:\s.+",
    re.IGNORECASE,
)
_OF_WEEK = re.compile(r"\b(?:releases?|premieres?|films?|movies|cinemas?|theat(?:er|re)s?)\b", re.IGNORECASE)
_LEAST_CAPTION = 4
_LIST_END = ("…", "...")
_LEAST = 2
_PAGES = 8


@cache
def opening(part: str) -> re.Pattern[str]:
    """Give the pattern of the lexicon's words that open a part: cast, plot or trivia."""
    return _pattern(part, ())


def _pattern(part: str, more: tuple[str, ...]) -> re.Pattern[str]:
    words = [*lexicon("release")[part], *(rf"{re.escape(own)}\s*[?:!]*" for own in more)]
    return re.compile(rf"\s*(?:{'|'.join(words)})(?=\W|$)\s*", re.IGNORECASE)


@lru_cache(maxsize=_PAGES)
def openings(text: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what opens synopses and what opens trivia on a page.

    Translated pages word these questions in many ways. What begins the line beneath a cast line several times over
    asks for the plot; what begins the line after that, or after a question about the plot, introduces the trivia.
    """
    lines = [line for line in text.split("\n") if line.strip() and not FIELDS.fullmatch(line)]
    plots: Counter[str] = Counter()
    trivia: Counter[str] = Counter()
    asked = -1
    for at, line in enumerate(lines[:-1]):
        if opening("plot").match(line) and at + 1 != asked:
            trivia.update(_head(lines, at + 1))
        if not (opening("cast").match(line) and (line.rstrip().endswith(_LIST_END) or "," in line)):
            continue
        plots.update(_head(lines, at + 1))
        # The answer may stand on a line of its own beneath the question.
        alone = at + 1 < len(lines) and bool(_ALONE.fullmatch(lines[at + 1]))
        trivia.update(_head(lines, at + 3 if alone else at + 2))
        asked = at + 3 if alone else at + 2
    # A page may have no synopses: then what stands beneath the cast lines asks whether we knew.
    own = {words for words, count in plots.items() if count >= _LEAST and not opening("trivia").match(f"{words}?")}
    after = {words for words, count in trivia.items() if count >= _LEAST and words not in own}
    return _pattern("plot", tuple(sorted(own))), _pattern("trivia", tuple(sorted(after)))


def is_caption(text: str, first: int, last: int) -> bool:
    """Tell whether a line is a picture's caption: words that the page's heading begins with, and no more."""
    printed, heading = _letters(text[first:last]), _headline(text)
    return (
        len(printed) >= _LEAST_CAPTION
        and len(printed) < len(heading)
        and heading[: len(printed)] == printed
        and bool(_OF_WEEK.search(text, first, last))
    )


@lru_cache(maxsize=_PAGES)
def _headline(text: str) -> tuple[str, ...]:
    return _letters(next((line for line in text.split("\n") if line.strip()), ""))


def _letters(line: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", line.casefold()))


def answered(text: str, lines: list[tuple[int, int, int]]) -> tuple[list[tuple[int, int, int]], dict[int, int]]:
    """Put questions that stand alone on a line together with the lines beneath them.

    Gives the lines, and the number of the line beneath each question that was put together so.
    """
    patterns = openings(text)
    kept: list[tuple[int, int, int]] = []
    beneath: dict[int, int] = {}
    asking = False
    for line in lines:
        hits = [hit for pattern in patterns if (hit := pattern.match(text, line[1], line[2]))]
        if asking and not hits:
            number, first, _ = kept.pop()
            beneath[number] = line[0]
            kept.append((number, first, line[2]))
        else:
            kept.append(line)
        asking = any(hit.end() == line[2] for hit in hits)
    return kept, beneath


def _head(lines: list[str], at: int) -> list[str]:
    if at >= len(lines):
        return []
    found = _HEAD.match(lines[at]) or _ALONE.fullmatch(lines[at])
    if found:
        return [found["words"]]
    plain = _PLAIN_HEAD.match(lines[at])
    return [plain["words"]] if plain else []
