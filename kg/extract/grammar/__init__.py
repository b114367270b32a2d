"""The grammar: phrases and rules of the trade's sentences, as text files beside this module.

A grammar file holds, besides comments (`#`) and continuation lines (indented):

    phrase NAME             a phrase; the indented lines under it are its alternatives, `value: a | b | c`,
                            or plain `a | b | c` where no value is kept
    rule NAME SCORE: PATTERN => CLAIM; CLAIM

A claim is `subject predicate object [key=value …]`. Subject, object and values are variables of the pattern,
quoted constants, or FILM, DIRECTOR and ITEM: what the text around is about. A claim of NOBODY is none: within its
words no other rule says the same ("the music is signed NAME" tells no director). `?` after the rule's name marks its
claims as inferred. `film` is the work that a text is about, all other variables for works are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.errors import VocabularyError
from kg.extract.lexicon import ELIDING, LANGUAGES
from kg.extract.names import END
from kg.extract.pattern.matcher import Pattern, Phrase, Phrases, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Grammar", "Rule", "Template", "grammar"]

_RULE = re.compile(r"rule (?P<name>[\w-]+)(?P<inferred>\?)?(?: (?P<score>-?[\d.]+))?:(?P<body>.*)", re.DOTALL)
_ELISION = re.compile(r"\b((?:[dlnsmtcj]|qu)')(?=\w)", re.IGNORECASE)
_TERM = re.compile(r'"[^"]*"|\S+')


@dataclass(frozen=True, slots=True)
class Template:
    """A claim that a rule makes, in the variables of its pattern."""

    subject: str
    predicate: str
    object: str
    qualifiers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the claims that it makes and the worth of its own that it adds to a reading."""

    name: str
    pattern: Pattern
    templates: tuple[Template, ...]
    score: float
    inferred: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one grammar file, with the phrases of the files that it builds on."""

    name: str
    rules: tuple[Rule, ...]
    # A rule has a bit for each set of words of which it needs one; rules that need fewer sets have the bits of the
    # others from the start. The first bits of all rules stand side by side, then all second ones, and so on.
    _of_word: Mapping[str, int]
    _from_start: int
    _most: int

    def possible(self, words: Iterable[str]) -> list[Rule]:
        """Give the rules all of whose needs these words meet, in their order in the file."""
        met = self._from_start
        for bits in filter(None, map(self._of_word.get, words)):
            met |= bits
        rules, count = self.rules, len(self.rules)
        found = met & ((1 << count) - 1)
        for _ in range(1, self._most):
            met >>= count
            found &= met
        possible = []
        while found:
            lowest = found & -found
            possible.append(rules[lowest.bit_length() - 1])
            found ^= lowest
        return possible


@cache
def grammar(name: str, *more: str, language: str = "en") -> Grammar:
    """Load grammar files of a language with its shared phrases, once; a file that it does not have adds no rules.

    Raises VocabularyError that names file and line.
    """
    folder = [] if language == LANGUAGES[0] else [language]
    phrases: dict[str, Phrase] = {}
    rules: list[tuple[str, str]] = []
    for file in ("phrases", name, *more):
        path = files("kg.extract.grammar").joinpath(*folder, f"{file}.grammar")
        if folder and not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        if language in ELIDING:
            text = _ELISION.sub(r"\1 ", text)
        for number, entry in _entries(text):
            where = f"{file}.grammar:{number}"
            if entry.startswith("phrase "):
                phrase = _phrase(entry, where)
                if phrases.setdefault(phrase.name, phrase) != phrase:
                    raise VocabularyError(f"phrase {phrase.name!r} has another meaning before", where=where)
            elif entry.startswith("rule "):
                rules.append((where, entry))
            else:
                raise VocabularyError(f"neither phrase nor rule: {entry[:40]!r}", where=where)
    defined = Phrases(phrases)
    return _indexed(name, tuple(_rule(entry, where, defined) for where, entry in rules))


def _indexed(name: str, rules: tuple[Rule, ...]) -> Grammar:
    wanted = [_wanted(rule.pattern) for rule in rules]
    most = max(map(len, wanted), default=0)
    of_word: dict[str, int] = {}
    from_start = 0
    for number, sets in enumerate(wanted):
        for place in range(most):
            bit = 1 << place * len(rules) + number
            if place >= len(sets):
                from_start |= bit
                continue
            for word in sets[place]:
                of_word[word] = of_word.get(word, 0) | bit
    return Grammar(name, rules, of_word, from_start, most)


def _wanted(pattern: Pattern) -> list[frozenset[str]]:
    """Give the sets of words of each of which a pattern needs one: those of its nodes, and those of its beginning."""
    found = [*pattern.needs]
    if pattern.starts:
        found.append(pattern.starts)
    if pattern.follow and END not in pattern.follow:
        found.append(pattern.follow)
    return found


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Give each entry with the number of its first line; an indented line goes on with the entry above."""
    entry, first = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split(" #", 1)[0] if not line.startswith("#") else ""
        if not line.strip():
            continue
        if line[0].isspace():
            entry += "\n" + line.strip()
            continue
        if entry:
            yield first, entry
        entry, first = line.rstrip(), number
    if entry:
        yield first, entry


def _phrase(entry: str, where: str) -> Phrase:
    head, *lines = entry.split("\n")
    alternatives: list[tuple[str, str]] = []
    for line in lines:
        value, colon, body = line.partition(": ")
        if not colon:
            value, body = "", line
        alternatives.extend((option, value) for option in _options(body))
    if not alternatives:
        raise VocabularyError("a phrase without alternatives", where=where, do="indent them below its name")
    return Phrase(head.removeprefix("phrase ").strip(), tuple(alternatives))


def _options(body: str) -> Iterable[str]:
    """Cut at the bars that stand outside brackets."""
    depth, option = 0, ""
    for letter in body:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            yield option.strip()
            option = ""
        else:
            option += letter
    if option.strip():
        yield option.strip()


def _rule(entry: str, where: str, phrases: Phrases) -> Rule:
    found = _RULE.fullmatch(entry)
    if not found or "=>" not in found["body"]:
        raise VocabularyError("not a rule", where=where, do="rule NAME SCORE: PATTERN => CLAIM; CLAIM")
    pattern, _, claims = found["body"].replace("\n", " ").partition("=>")
    try:
        compiled = compile_pattern(pattern.strip(), phrases)
    except VocabularyError as error:
        raise VocabularyError(error.what, where=where) from error
    templates = tuple(_template(claim, where) for claim in claims.split(";") if claim.strip())
    return Rule(found["name"], compiled, templates, float(found["score"] or 0), bool(found["inferred"]))


def _template(claim: str, where: str) -> Template:
    terms = _TERM.findall(claim)
    if len(terms) < 3:
        raise VocabularyError(f"not a claim: {claim.strip()!r}", where=where, do="subject predicate object")
    qualifiers = tuple((key, value) for key, _, value in (term.partition("=") for term in terms[3:]))
    return Template(terms[0], terms[1], terms[2], qualifiers)
