"""Parts and who plays them: a review's "the ageing owner Jan (NAME)", "his wife (NAME)", "the score (NAME)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import lexicon, words
from kg.extract.names import Names, fold
from kg.extract.record.credits_line import names_in
from kg.extract.slot.festival import known_festival
from kg.extract.slot.given import is_given_name
from kg.extract.slot.people import person_worth
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.document import Document
    from kg.extract.names import Known
    from kg.extract.news import Sentence

__all__ = ["parts_played"]

_RULE = "part-with-actor"
_SCORE = 2.0
_BRACKETS = re.compile(
    r"(?P<who>[^\W\d_][\w’'-]*)[,”\"’]?\s\((?:(?:played|portrayed|embodied|voiced|incarnated|interpreted) by |"
    r"(?:[A-ZÀ-Þ][a-z]+ (?=actor|actress|newcomer|star|singer))?(?:an? |the )?(?:[a-z][\w-]+ ){1,4}?)?"
    r"(?P<names>[^\W\d_a-zß-ÿ][^()\d“”\"€$£:/]{3,90})\)"
)
# Crafts, of which a bracket says who practised them.
_CRAFTS: dict[str, str] = lexicon("parts")["crafts"]
# Behind these a bracket tells of somebody who is no actor of the film, or of no person at all.
_NO_PARTS = words("parts", "no_parts")
_MAKERS = words("parts", "makers")
# Films that a sentence lists have their directors in brackets.
_LISTS = re.compile(
    r"\b(?:films?|titles|movies|features|works|shorts|documentaries|such as|projects|winners?|prize|award)\b"
)
_FAR = 70
_BEHIND = 40
# "his aunt Maja (NAME)", "the teacher Ole (NAME)": somebody of the story.
_KIN = re.compile(r"\b(?:his|her|their) (?:[a-zß-ÿ-]+ ){1,3}[A-ZÀ-ÞĀ-Ž][\w’'-]*,? \([^()]*\)?$")
_FULL_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]+ [^\W\d_a-zß-ÿ][\w’'-]+$")
# What sentences say that have the people of companies in brackets.
_TRADE = re.compile(
    r"\b(?:(?:co-?)?produc|distribut|fund|grant|support|compan|sales|sold|co-pro|financ|invest|million|euros?\b|€|crew|"
    r"credits|through\b)"
)
_COMPANY_ENDS = words("names", "company_ends")
_PLAIN = words("names", "plain")
_SHORT = 3
_LEAST_WORTH = 1.0


class _Part(NamedTuple):
    role: str
    names: tuple[tuple[str, int, int], ...]
    first: int
    last: int
    is_sure: bool


def parts_played(document: Document, parts: Iterable[Sentence], known: Known, *, is_review: bool) -> list[Fact]:
    """Give the actors in brackets behind the characters whom they play, in a text about one film, and its crew there.

    A name whose first word is no given name counts only beside one that is told apart from other things by its own.
    News of the trade have the people of companies in brackets: there, only a sentence that tells a story counts.
    """
    text = document.text
    bracketed = [part for part in parts if text.find("(", part.first, part.last) >= 0]
    found = [part for sentence in bracketed for part in _parts(document, sentence, known)]
    if not is_review:
        found = [part for part in found if not _TRADE.search(text, max(0, part.first - _FAR), part.last + _BEHIND)]
    vouched = any(part.is_sure and part.role == "starredIn" for part in found)
    return [
        Fact(thing(name, "Person", first, last), part.role, End("FILM"), part.first, part.last, _RULE, _SCORE)
        for part in found
        if part.is_sure or (vouched and (is_review or _KIN.search(text, max(0, part.first - _FAR), part.last)))
        for name, first, last in part.names
    ]


def _parts(document: Document, sentence: Sentence, known: Known) -> Iterator[_Part]:
    text = document.text
    for hit in _BRACKETS.finditer(text, sentence.first, sentence.last):
        who = hit["who"].casefold()
        role = _CRAFTS.get(who, "starredIn")
        if who in _NO_PARTS or (role == "starredIn" and _is_other(text, sentence.first, hit, known)):
            continue
        names = names_in(text, *hit.span("names"), whole=True)
        if names and all(_may_be(document, name, known) for name in names):
            is_sure = all(_is_surely(name, known) for name in names)
            if not is_sure and _FULL_NAME.search(text[max(sentence.first, hit.start() - _FAR) : hit.end("who")]):
                continue  # "NAME (TITLE)": as likely what somebody real has made
            yield _Part(role, tuple(names), hit.start(), hit.end(), is_sure)


def _is_other(text: str, start: int, hit: re.Match[str], known: Known) -> bool:
    """Tell whether what stands before a bracket is no character: somebody real, a country, a film, a festival."""
    before = text[max(start, hit.start() - _FAR) : hit.end("who")]
    run = re.search(r"(?:[^\W\d_a-zß-ÿ][\w’'-]*\s)*\S+$", before)
    name = run.group() if run else hit["who"]
    lead = before[: run.start()].split() if run else []
    if hit["who"][0].isupper():
        is_name = countries().code(name) or countries().code_of_demonym(hit["who"]) or known_festival(name)
        if is_name or fold(name) in known.titles or fold(name) in known.companies or fold(name) in known.people:
            return True
        if any(word in _COMPANY_ENDS and len(word) > _SHORT for word in fold(name).split()[1:]):
            return True
        return bool(lead and lead[-1].casefold().strip(",") in _MAKERS) or bool(_LISTS.search(" ".join(lead)))
    return hit["who"].casefold() in _PLAIN or hit["who"].endswith("ed")


def _may_be(document: Document, name: tuple[str, int, int], known: Known) -> bool:
    printed, first, last = name
    parts = fold(printed).split()
    if len(parts) < 2 or any(word in _COMPANY_ENDS and len(word) > _SHORT for word in parts):
        return False
    if fold(printed) in known.titles or fold(printed) in known.companies or known_festival(printed):
        return False
    tokens = tokenise(document, first, last)
    return len(tokens) > 1 and person_worth(Names(tokens, known), 0, len(tokens)) >= _LEAST_WORTH


def _is_surely(name: tuple[str, int, int], known: Known) -> bool:
    return is_given_name(fold(name[0]).split()[0]) or fold(name[0]) in known.people
