"""Headings without a mark: "TITLE NAME", "TITLE, NAME", "NAME TITLE", "TITLE of NAME" or a title alone.

Where no "by" tells title and director apart, every cut is weighed by what looks like a name and what like a title, and
by which of the names the trivia beneath print again.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["MARKED", "heading_facts", "is_marked"]

Span = tuple[int, int]
MARKED = re.compile(r"\s[Bb]y\s+[^\W\da-z_]")
_LAST_BY = re.compile(r"(?P<title>.+)\s(?i:by)\s+(?P<names>[^\W\da-z_].+)")
# "TITLE as NAME’s first film"
_AS_FILM = re.compile(
    r"(?P<title>.+)\sas\s(?P<names>[^\W\da-z_][^,]{3,50}?)[’']s\s(?:[a-z]+\s){0,3}(?:film|feature|movie|debut)"
)
_DIRECTED = re.compile(r"(?:\s|,|\s[-–])+(?i:directed|a film|signed|un film)$")
_OF = re.compile(r"\s(?i:of|from|de)\s+(?=[^\W\da-z_])")
# "NAME as TITLE": a translated "as" stands for the title’s own article.
_AS = re.compile(r"as (?=[^\W\da-z_])")
_OWN = re.compile(r"['’]s\s+|(?<=s)['’]\s+")
# What kind of film it is, in brackets behind a title.
_GENRE = re.compile(
    r"\s*\((?:[\w-]+ ){0,2}(?:drama|comedy|thriller|action|horror|documentary|animation|animated|adventure|romance|"
    r"western|musical|fantasy|sci-?fi|science fiction|biopic|crime|family|mystery|war|drame|comédie|documentaire)"
    r"(?:[ /,-]+[\w-]+){0,2}\)\s*$",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\s*\((?:I|II|III|IV|V|VI)\)\s*$")
# "Sol-Mi", "Ha-neul": two syllables before a short surname, as names of Korea and China are written.
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,4}-(?!(?:man|men|boy|girl|day|in|up|off|out)$)[a-z]{2,5}", re.IGNORECASE)
_SHORT = 5
_SEPARATOR = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|et|&)\s+")
_WORD = re.compile(r"\S+")
_PARTICLES = words("names", "particles")
_NO_PERSON = words("names", "no_person") | words("names", "articles")
_NO_PART = _NO_PERSON - _PARTICLES
_ENDS = _PARTICLES | words("names", "articles") | words("names", "title_joins") | {
    "and", "&", "with", "for", "from", "who", "which", "that", "whose",
}  # fmt: skip
_MOST_NAMES = 4
_PAIR = 2
_LONGEST_NAME = 5
_NAMED, _PRINTED, _NAMED_IN_PART, _TOLD_TITLE = 3.0, 2.0, 1.0, 1.5
_A_WORD_MORE, _A_NAME_MORE = 0.4, 0.5
_SIZES = {1: -1.2, 2: 0.6, 3: 0.3, 4: -0.8}
_ALONE_AMONG_MARKED, _ALONE = -0.5, 1.3
_LEAST = -1.0


class _Cut(NamedTuple):
    """A way to read a heading: where its title stands, and the names of who directed the film."""

    score: float
    title: Span
    people: tuple[Span, ...]


def is_marked(headings: Iterable[str]) -> bool:
    """Tell whether the headings of a page say by whom the films are: one with "by", or half of them with a name."""
    count = named = 0
    for heading in headings:
        if MARKED.search(heading):
            return True
        parts = heading.split()
        count += 1
        named += any(is_given_name(one) and _is_capital(one) and _is_capital(two) for one, two in pairwise(parts))
    return 2 * named >= count > 0


def heading_facts(text: str, line: Span, trivia: str, titles: frozenset[str], *, marked: bool) -> list[Fact]:
    """Give who directed which film by a heading that no mark parts, or the film alone.

    `trivia` is what the page says of the film beneath, `titles` the folded titles that it names elsewhere, and `marked`
    says that other headings of the page tell who directed the film.
    """
    first, last = line
    serial = _SERIAL.search(text, first, last)
    last = serial.start() if serial else last
    genre = _GENRE.search(text, first, last)
    last = genre.start() if genre and genre.start() > first else last
    told = _plain(trivia)
    whole = _told_score(text[first:last], told, titles)
    best = _Cut((_ALONE_AMONG_MARKED if marked else _ALONE) + whole, (first, last), ())
    by = _LAST_BY.fullmatch(text, first, last) or _AS_FILM.fullmatch(text, first, last)
    for cut in _cuts_at_by(text, by) if by else _cuts(text, first, last, marked=marked):
        score = cut.score + _title_score(text, cut.title, told, titles) + _people_score(text, cut.people, told)
        if score > max(best.score, _LEAST):
            best = cut._replace(score=score)
    film = thing(text[slice(*best.title)], "Film", *best.title)
    if not best.people:
        return [Fact(film, "describedIn", End("ITEM"), first, last, "title-alone", 4.0, main="subject")]
    return [
        Fact(thing(text[start:end], "Person", start, end), "directed", film, first, last, "title-people", best.score,
             main="object")
        for start, end in best.people
    ]  # fmt: skip


def _cuts_at_by(text: str, by: re.Match[str]) -> Iterator[_Cut]:
    people = _pieces(text, *by.span("names"))
    if all(_is_capital(text[start:end].strip() or "-") for start, end in people):
        first, last = by.span("title")
        before = _DIRECTED.search(text, first, last)
        last = before.start() if before else last
        yield _Cut(2.0, (first, first + len(text[first:last].rstrip(", "))), tuple(people))


def _cuts(text: str, first: int, last: int, *, marked: bool) -> Iterator[_Cut]:
    pieces = _pieces(text, first, last)
    count = len(pieces)
    for kept in range(1, min(count, _MOST_NAMES) + 1):
        start, end = pieces[count - kept]
        rest = pieces[count - kept + 1 :]
        if all(_is_name(text, piece) for piece in rest):
            # "TITLE NAME, NAME": the first name ends the piece that holds the title.
            for cut in _words(text, start, end)[1:]:
                if _is_name(text, (cut, end)):
                    yield _Cut(0.0, (first, len(text[:cut].rstrip())), ((cut, end), *rest))
            for hit in _OF.finditer(text, start, end):
                if hit.start() > first and _is_name(text, (hit.end(), end)):
                    likely = (marked and kept == 1) or is_given_name(text[hit.end() : end].split()[0])
                    yield _Cut(1.2 if likely else 0.4, (first, hit.start()), ((hit.end(), end), *rest))
            if kept < count and _is_name(text, (start, end)):
                yield _Cut(0.0, (first, pieces[count - kept - 1][1]), ((start, end), *rest))
        start, end = pieces[kept - 1]
        if all(_is_name(text, piece) for piece in pieces[: kept - 1]):
            # "NAME, NAME TITLE": the last name begins the piece that holds the title.
            for cut in _words(text, start, end)[1:]:
                name = (start, len(text[:cut].rstrip()))
                as_title = _AS.match(text, cut, last)
                if as_title and _is_name(text, name):
                    yield _Cut(0.4, (as_title.end(), last), (*pieces[: kept - 1], name))
                elif _is_name(text, name):
                    yield _Cut(
                        -0.8 if text[cut].isupper() or text[cut].isdigit() else -2.0,
                        (cut, last),
                        (*pieces[: kept - 1], name),
                    )
            for hit in _OWN.finditer(text, start, end):
                if hit.end() < end and _is_name(text, (start, hit.start())):
                    # "Hanna’s Winter" has no director in it.
                    is_full = " " in text[start : hit.start()] or not is_given_name(text[start : hit.start()])
                    yield _Cut(0.8 if is_full else -0.6, (hit.end(), last), (*pieces[: kept - 1], (start, hit.start())))


def _pieces(text: str, first: int, last: int) -> list[Span]:
    found, at = [], first
    last_comma = text.rfind(",", first, last)
    for hit in _SEPARATOR.finditer(text, first, last):
        if hit.start() < last_comma and text[hit.start()] != ",":
            continue  # "and" joins no names before a comma
        found.append((at, hit.start()))
        at = hit.end()
    return [*found, (at, last)]


def _words(text: str, first: int, last: int) -> list[int]:
    return [hit.start() for hit in _WORD.finditer(text, first, last)]


def _is_name(text: str, span: Span) -> bool:
    """Tell whether a stretch can be one person's name: capitals, with particles between them and none at an end."""
    parts = text[slice(*span)].split()
    if not parts or len(parts) > _LONGEST_NAME or not _is_capital(parts[0]) or not _is_capital(parts[-1]):
        return False
    return all(
        (_is_capital(part) and part[-1] not in ":!?,;…" and part.casefold() not in _NO_PART)
        or (part.casefold() in _PARTICLES and part != "of")
        for part in parts
    )


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (len(word) > 2 and word[1] in "'’" and word[2].isupper())


def _title_score(text: str, span: Span, told: str, titles: frozenset[str]) -> float:
    title = text[slice(*span)]
    parts = title.split()
    lower = [part.casefold() for part in parts]
    score = 0.0
    if lower[-1] in _ENDS or parts[-1].endswith((",", ":")):
        score -= 3.0
    if lower[0] in _NO_PERSON:
        score += 0.5
    if len(parts) > 1 and is_given_name(parts[-2]) and _is_capital(parts[-1]) and _is_capital(parts[-2]):
        score -= 1.0  # it ends as a person's name does
        if len(parts) > _PAIR and parts[-3].endswith(","):
            score -= 1.5  # one of several, between commas
    elif is_given_name(parts[-1]) and _is_capital(parts[-1]):
        score -= 0.3
    if _is_syllabic(parts):
        score -= 2.0
    if len(parts) > 1 and any(part.islower() and part not in _PARTICLES for part in parts):
        score += 0.3
    return score + _told_score(title, told, titles)


def _told_score(title: str, told: str, titles: frozenset[str]) -> float:
    """Give what it adds to a title that the page prints it elsewhere."""
    return _NAMED if fold(title) in titles else _TOLD_TITLE if _is_told(title, told) else 0.0


def _people_score(text: str, people: tuple[Span, ...], told: str) -> float:
    if not people:
        return 0.0
    scores = [_person_score(text[slice(*span)], told) for span in people]
    more = all(" " in text[slice(*span)] for span in people)
    return sum(scores) / len(scores) + _A_NAME_MORE * (len(scores) - 1) * more


def _person_score(name: str, told: str) -> float:
    parts = name.split()
    counted = [part for part in parts if part.casefold() not in _PARTICLES]
    score = _SIZES.get(len(counted), -1.5)
    score -= 0.5 * ("de" in parts)
    has_given = is_given_name(parts[0]) or _is_syllabic(parts)
    if has_given:
        score += 1.5 if len(parts) > 1 else 0.4
    elif any("-" in part for part in parts):
        score += 0.5
    if _is_told(name, told):
        score += (_NAMED if has_given else _PRINTED) + _A_WORD_MORE * len(counted)
    elif _is_told(parts[-1], told):
        score += _NAMED_IN_PART
    return score


def _is_syllabic(parts: list[str]) -> bool:
    """Tell whether a name is two syllables and a short surname: "Sol-Mi Lee"."""
    return len(parts) == _PAIR and bool(_SYLLABLES.fullmatch(parts[0])) and len(parts[1]) <= _SHORT


def _is_told(name: str, told: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(_plain(name).strip())}(?!\w)", told))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
