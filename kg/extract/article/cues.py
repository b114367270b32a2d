"""Cues: what the words around a name say of what he, she or the company did, where no phrase reads all of it.

A phrase of the grammar says how a whole statement is worded. A cue is less: "the roles have gone to", "is producing".
It counts only for names that say by themselves what they are, and of which no phrase of their sentence has spoken.
"""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import lexicon, words
from kg.extract.names import fold
from kg.extract.remembered import met_by, names_in
from kg.extract.slot.festival import known_festival
from kg.extract.slot.given import is_given_name
from kg.extract.slot.people import person_worth
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.names import Known, Name, Names
    from kg.extract.news import Sentence
    from kg.extract.token import Tokens

__all__ = ["CUED", "cued"]

# With these begin the names of the rules by which cues speak.
CUED = "cue-"
CREDITS = frozenset({
    "directed", "starredIn", "wrote", "produced", "coProduced", "executiveProduced", "sold", "distributed", "funded",
    "photographed", "composed", "edited", "created", "participatedIn",
})  # fmt: skip
_OF_PEOPLE = frozenset({"directed", "starredIn", "wrote", "photographed", "composed", "edited"})
_OF_FIRMS = frozenset({"sold", "distributed"})
_OF_MAKERS = _OF_FIRMS | {"produced", "coProduced"}
_COMPANY_ENDS = words("names", "company_ends")
_REGIONS = words("names", "regions")
_NOBODY_YET = frozenset({"TBA", "TBC", "TBD"})
_SHORT = 3
_OF = frozenset({"of", "at"})
_BEFORE, _BEHIND = 14, 14
_LEAST_WORTH = 1.0
_SCORE = 1.2
# Names of whom a sentence lists before the one: "starring N N, N N (N) and".
_LIST = r"(?:(?:N )+(?:\( [^()]* \) )?(?:of |from |, |and |& |as well as )+)*"


class _Group(NamedTuple):
    kind: str
    first: int
    last: int
    names: tuple[Name, ...]
    is_sure: bool


@cache
def _expressions() -> tuple[list[tuple[str, re.Pattern[str]]], list[tuple[str, re.Pattern[str]]]]:
    table = lexicon("cues")
    before = [
        (predicate, re.compile(rf"(?:^| )(?:{each.replace('{lead}', table['lead'])}){_LIST}$"))
        for predicate, expressions in table["before"].items()
        for each in expressions
    ]
    behind = [
        (predicate, re.compile(each.replace("{who}", table["parts"]["who"])))
        for predicate, expressions in table["behind"].items()
        for each in expressions
    ]
    return before, behind


def cued(document: Document, part: Sentence, known: Known, found: list[Fact]) -> list[Fact]:
    """Give what cues say of the people and companies of a sentence of whom no fact that was `found` speaks."""
    names = names_in(document, part, met_by(known, document.text[part.first : part.last]))
    tokens = names.tokens
    if not names.n:
        return []
    spoken = [
        (end.first, end.last)
        for fact in found
        if fact.predicate in CREDITS
        for end in (fact.subject, fact.object)
        if end.last > end.first
    ]
    plain = ["N" if is_name else word for word, is_name in zip(names.lower, names.capital, strict=False)]
    if len(plain) > 1 and plain[1] != "N":
        plain[0] = names.lower[0]  # any word has a capital where a sentence begins
    facts: list[Fact] = []
    told: _Told = {}
    at = 0
    while at < names.n:
        last = at + 1
        for group in _groups(names, at, told):
            starts, ends = tokens.starts[group.names[0][1]], tokens.ends[group.names[-1][2] - 1]
            if any(first < ends and starts < last for first, last in spoken):
                last = max(last, group.last)
                break
            hit = _cue(plain, group)
            if hit:
                facts += _facts(tokens, group, *hit)
            if hit or group.is_sure:
                last = max(last, group.last)
                break
        at = last
    return facts


def _facts(tokens: Tokens, group: _Group, predicate: str, first: int, last: int) -> list[Fact]:
    kind = "Person" if group.kind == "people" else "Company"
    extent = tokens.starts[first], tokens.ends[last - 1]
    subjects = [thing(name, kind, tokens.starts[start], tokens.ends[end - 1]) for name, start, end in group.names]
    return [
        Fact(subject, predicate, End("FILM"), *extent, f"{CUED}{predicate.lower()}", _SCORE) for subject in subjects
    ]


def _cue(plain: list[str], group: _Group) -> tuple[str, int, int] | None:
    """Give what is said of a group and the tokens that say it; behind a name a verb says more than what precedes."""
    before, behind = _expressions()
    ahead = plain[group.last : group.last + _BEHIND]
    after = "".join(f"{word} " for word in ahead)
    # "the genre arm of COMPANY, has acquired": whoever is only somebody's is not who does it.
    is_owner = group.first > 0 and plain[group.first - 1] in _OF and ahead[:1] == [","]
    for predicate, expression in behind if not is_owner else ():
        if _fits(predicate, group) and (hit := expression.match(after)):
            return predicate, group.first, group.last + max(1, hit.group().rstrip().count(" ") + 1)
    start = max(0, group.first - _BEFORE)
    left = "".join(f"{word} " for word in plain[start : group.first])
    for predicate, expression in before:
        if _fits(predicate, group) and (hit := expression.search(left)):
            return predicate, start + left[: hit.start() + 1].count(" "), group.last
    return None


def _fits(predicate: str, group: _Group) -> bool:
    if not group.is_sure:
        return predicate in (_OF_PEOPLE if group.kind == "people" else _OF_MAKERS)
    return predicate not in (_OF_PEOPLE if group.kind == "companies" else _OF_FIRMS)


_last = itemgetter(0)
_Told = dict[tuple[str, bool], dict["Name", bool]]


def _groups(names: Names, at: int, told: _Told) -> Iterator[_Group]:
    """Give the longest lists of people and of companies that begin at a token, those first that are sure to be some."""
    if not names.capital[at] or (at and names.capital[at - 1] and not names.lower[at - 1].endswith("-based")):
        return
    for kind, is_one, is_sure in (
        ("people", _is_person, True),
        ("companies", _is_company, True),
        ("people", _may_be_person, False),
        ("companies", _may_be_company, False),
    ):
        # A list begins at each of its names, and each beginning of it is a list: what a name is, is found once.
        answers = told.setdefault((kind, is_sure), {})
        for last, found, _, _ in sorted(names.candidates(kind, at), key=_last, reverse=True):
            for name in found:
                if name not in answers:
                    answers[name] = is_one(names, name)
                if not answers[name]:
                    break
            else:
                if found and not (last < names.n and (names.lower[last] == "'s" or names.capital[last])):
                    yield _Group(kind, at, last, found, is_sure)
                if found:
                    break


def _may_be_person(names: Names, name: Name) -> bool:
    printed, first, last = name
    folded = fold(printed)
    is_other = folded in names.known.titles or folded in names.known.companies or _is_company(names, name)
    return last - first > 1 and not is_other and person_worth(names, first, last) >= _LEAST_WORTH


def _may_be_company(names: Names, name: Name) -> bool:
    printed, first, last = name
    return not (
        fold(printed) in names.known.titles
        or printed in _NOBODY_YET
        or countries().code(printed)
        or countries().code_of_demonym(printed)
        or fold(printed) in _REGIONS
        or (last - first == 1 and first and names.lower[first - 1] == "in")
        or known_festival(printed)
        or fold(printed) in words("records", "towns")
        or (last - first == 1 and (names.lower[first] in names.plain or _is_adverb(names, first)))
        or _is_person(names, name)
    )


def _is_person(names: Names, name: Name) -> bool:
    printed, first, last = name
    folded = fold(printed)
    if folded in names.known.titles or folded in names.known.companies:
        return False
    if last - first == 1:
        return False
    return is_given_name(names.lower[first]) and person_worth(names, first, last) >= _LEAST_WORTH


def _is_company(names: Names, name: Name) -> bool:
    printed, first, last = name
    if fold(printed) in names.known.titles or countries().code(printed):
        return False
    end = names.lower[last - 1]
    return last - first > 1 and (
        end in _COMPANY_ENDS or any(word in _COMPANY_ENDS and len(word) > _SHORT for word in names.lower[first:last])
    )


def _is_adverb(names: Names, at: int) -> bool:
    """Tell whether a word that begins a sentence says how: "Mainly co-produced by …"."""
    return at == 0 and names.lower[0].endswith("ly")
