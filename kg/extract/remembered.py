"""Remembered: what a stretch of text says by the rules of a grammar, read once for the names that matter to it.

Documents are read in two passes, and to most of their sentences the second one brings no name that is new. The last of
the sentences read are remembered with what was known when they were read; of what is known, only names count of which
the sentence has every word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.facts import best_consistent, facts_of, readings
from kg.extract.grammar import grammar
from kg.extract.names import Known, Names, fold
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["REMEMBERED", "Sentence", "facts_in", "met_by", "names_in"]

REMEMBERED = 8_192
"""How many sentences are remembered, and how many headlines: those of some 600 listing pages, in 50 megabytes."""
# A sentence, and the same one without its asides.
_IN_HAND = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text to read phrase by phrase, without what is to be skipped."""

    first: int
    last: int
    skip: tuple[tuple[int, int], ...] = ()


def met_by(known: Known, text: str) -> Known:
    """Keep the names all words of which stand in a text: no reading of it asks for another one.

    "Ana Ruibal" is kept for "Ana and Iria Ruibal" too. Surnames are few, and stay.
    """
    if not (known.people or known.titles or known.companies):
        return known
    folded = fold(text)

    def here(names: frozenset[str]) -> frozenset[str]:
        return frozenset([name for name in names if all(word in folded for word in name.split(" "))])

    return replace(known, people=here(known.people), titles=here(known.titles), companies=here(known.companies))


@lru_cache(maxsize=_IN_HAND)
def names_in(document: Document, part: Sentence, known: Known) -> Names:
    """Give the names of a sentence as far as they are found out: whoever reads it next goes on from there."""
    return Names(tokenise(document, part.first, part.last, part.skip), known)


@lru_cache(maxsize=REMEMBERED)
def facts_in(
    document: Document, part: Sentence, grammars: tuple[str, ...], known: Known, without: frozenset[str]
) -> tuple[Fact, ...]:
    """Give the facts of the best consistent readings of a sentence, without rules that say nothing in such a text."""
    names = names_in(document, part, known)
    if not names.n:
        return ()
    names.phrases.clear()  # they may be another grammar's
    rules = grammar(*grammars, language=names.language).possible(names.words)
    if without:
        rules = [rule for rule in rules if rule.name not in without]
    best = best_consistent(readings(rules, names))
    return tuple([fact for score, rule, reach in best for fact in facts_of(rule, reach, score, names)])
