"""Parentheses: what a sentence says in passing, so that it can be read a second time without it.

"NAME – whose previous film was shown in Cannes – is shooting TITLE" says of NAME two things; patterns that read
words one after the other find the second one only where the first is left out.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.news import Sentence, read_phrases
from kg.extract.slot.given import is_given_name
from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.names import Known

__all__ = ["read_without"]

# A longer one is no parenthesis.
_LONGEST = 200
_NEXT = re.compile(r"\sand [“\"A-ZÀ-Þ]")
_AND_NEXT = re.compile(r",?\sand [“\"A-ZÀ-Þ]")
_SOMEBODY = re.compile(r",?\sand\s(?P<given>[A-ZÀ-Þ][\w’-]+)(?:\s[A-ZÀ-Þ][\w’.-]+){1,3}\s?")
_SUM = re.compile(r"\((?:[€$£]|[A-Z]{3}\s)\s?\d[\d\s.,]*(?:[mk]|million)?\)")
_YEAR = re.compile(r"\s?\((?:19|20)\d\d\)")
_PARENTHESES = re.compile(
    r"(?<=\w) [–—-] [^–—]{4,900}? [–—-](?= \w)"  # "NAME – TITLE’s maker – is"
    r"|(?<=[\w”\"’]) ?\([^()]{2,900}\)(?=[ ,\n])"  # "NAME (TITLE, TITLE) is"
    r"|(?<=[\w”\"’]), (?:who|whose|which|where|known for|best known for|formerly|himself|herself|"
    r"(?:a|an|the) (?=[a-z]))(?:[^,;:()]|,[”\"](?! [a-z]+ )){4,900},[”\"]?(?= [a-z])"  # "NAME, who made TITLE, is"
    r"|(?<=[\w”\"’]), who [^;:()]{4,300}?,(?= (?:is|are|has|have|was|were|will)\b)"  # "NAME, who writes, and acts, is"
    r"|(?<=\w), (?:(?:recently|last|also|previously|next|soon) )?(?:seen|heard|known|starred|starring|spotted) "
    r"(?:in|on|from) "
    r"[^,;:()]{3,60},(?= (?:and )?[A-ZÀ-Þ])"  # "NAME, recently seen in TITLE, NAME and NAME"
    r"|(?<=[a-z,] )[“\"][^“”\"]{2,60}[”\"] (?:director|helmer|star|actor|actress|writer|creator|filmmaker|producer|"
    r"breakout|alum|scribe|duo|co-star|lead)s? (?=[A-ZÀ-Þ])"  # "to be helmed by “TITLE” director NAME"
)


def read_without(
    document: Document,
    part: Sentence,
    known: Known,
    name: str,
    *more: str,
    without: frozenset[str] = frozenset(),
) -> list[Fact]:
    """Read a sentence without its parentheses, and give what only then can be read: facts that reach over one."""
    # Blocks of links may stand inside: they are blanked, so that what is counted is the sentence's own words.
    own = ASIDE.sub(lambda found: "\0" * len(found.group()), document.text[part.first : part.last])
    skip = tuple(
        (part.first + found.start(), part.first + found.end())
        for found in _PARENTHESES.finditer(own)
        if len(found.group().replace("\0", "")) <= _LONGEST
    )
    if not skip:
        return []
    found = read_phrases(
        document, name, [Sentence(part.first, part.last, (*part.skip, *skip))], known, *more, without=without
    )
    return [fact for fact in found if _reaches_over(document.text, fact, skip)]


def _reaches_over(text: str, fact: Fact, skip: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a fact reaches over a parenthesis, and not from one of a list to what is said of the next."""
    over = [(first, last) for first, last in skip if fact.first < first and last < fact.last]
    # "TITLE (2010) and TITLE (2014) were": nobody is told of a year.
    told = [(first, last) for first, last in over if not _YEAR.fullmatch(text, first, last)]
    if any(_AND_NEXT.match(text, last) and _closes(text[first:last]) for first, last in over):
        return False  # "TITLE by NAME (France, Austria) and Lidia, a documentary by NAME"
    return bool(over) and not any(
        _NEXT.search(text, one[1], two[0]) and not _is_somebody(text[one[1] : two[0]]) for one, two in pairwise(told)
    )


def _is_somebody(between: str) -> bool:
    """Tell whether one name and no more stands between two brackets: "NAME (TITLE) and NAME (TITLE) have landed"."""
    name = _SOMEBODY.fullmatch(between)
    return name is not None and is_given_name(fold(name["given"]))


def _closes(brackets: str) -> bool:
    """Tell whether brackets close the record of a film: they have a sum, or countries and nothing else."""
    return _SUM.fullmatch(brackets.strip()) is not None or all(
        countries().code(land.strip()) for land in re.split(r"[,/]", brackets.strip(" ()"))
    )
