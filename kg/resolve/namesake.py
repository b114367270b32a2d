"""Namesakes: mentions of one name that are two things all the same, by what is said of them or by judgement."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from kg.resolve.knowledge import profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.resolve.knowledge import Knowledge
    from kg.resolve.memory import Memory
    from kg.resolve.told import Facts

__all__ = ["Apart", "namesakes"]

# Documents of one name that are one for all that is said: above so many groups nothing is taken apart by rule.
_MOST_GROUPS = 60
_SPAN = {"work": 4, "person": 40, "company": 60}

# Pairs of documents in which a judgement says that a name means one thing, or two.
Apart = tuple[str, str]


def namesakes(
    known: Knowledge,
    same: Mapping[str, Iterable[Apart]],
    different: Mapping[str, Iterable[Apart]],
    memory: Memory,
) -> dict[str, dict[str, int]]:
    """Give, for each key that means several things, which of them (0, 1, …) each document means.

    A key in one document means one thing. The order of documents makes no difference: documents that share people are
    one; groups of documents are apart where the rules or a judgement say so. `memory` holds
    earlier verdicts.
    """
    found = {}
    for key in sorted(known.documents):
        documents = known.documents[key]
        if len(documents) > 1 and (key in different or _doubtful(key, known.facts.get(key, {}))):
            parts = _parts(known, key, sorted(documents), list(same.get(key, ())), list(different.get(key, ())), memory)
            if len(set(parts.values())) > 1:
                found[key] = parts
    return found


def _doubtful(key: str, facts: Mapping[str, Facts]) -> bool:
    """Tell quickly whether anything at all may speak against one thing."""
    family = key.partition("|")[0]
    if family not in _SPAN or len(facts) < 2:
        return False
    years = [year for each in facts.values() for year in each.years]
    far = bool(years) and max(years) - min(years) > _SPAN[family]
    directors = {frozenset(each.directors) for each in facts.values() if each.directors}
    registers = {each for every in facts.values() for each in every.identifiers}
    return far or len(directors) > 1 or len(registers) > 1


def _parts(
    known: Knowledge,
    key: str,
    documents: list[str],
    same: list[Apart],
    different: list[Apart],
    memory: Memory,
) -> dict[str, int]:
    groups = _Groups(documents, different)
    for one, other in sorted(same):
        groups.join(one, other)
    by_person: dict[str, list[str]] = defaultdict(list)
    for document, facts in known.facts.get(key, {}).items():
        for name in facts.directors if key.startswith("work|") else facts.works:
            by_person[name].append(document)
    for _, members in sorted(by_person.items()):
        for other in sorted(members)[1:]:
            groups.join(min(members), other)
    roots = groups.roots()
    if len(roots) <= _MOST_GROUPS:
        _by_rule(known, key, groups, roots, memory)
    else:
        for root in roots[1:]:
            groups.join(roots[0], root)
    order = {root: number for number, root in enumerate(groups.roots())}
    return {document: order[groups.find(document)] for document in documents}


def _by_rule(known: Knowledge, key: str, groups: _Groups, roots: list[str], memory: Memory) -> None:
    """Join groups of documents, the surest first, and never two that are apart."""
    marks = {root: known.mark(key, groups.members[root]) for root in roots}
    made = cache(lambda root: profile(known, key, groups.members[root]))
    joins = []
    for one, other in combinations(roots, 2):
        # Here nobody asks how common words are, so these are verdicts of their own.
        found = memory.verdict(b"namesakes" + marks[one] + marks[other], made, one, other)
        if found.decision == "different":
            groups.apart(one, other)
        else:
            joins.append((-found.score, one, other))
    for _, one, other in sorted(joins):
        groups.join(one, other)


class _Groups:
    """Documents in groups; two that are said to be apart never come together."""

    def __init__(self, documents: list[str], different: list[Apart]) -> None:
        self._parent = {document: document for document in documents}
        self.members = {document: [document] for document in documents}
        self._enemies: dict[str, set[str]] = {document: set() for document in documents}
        for one, other in different:
            if one in self._parent and other in self._parent:
                self._enemies[one].add(other)
                self._enemies[other].add(one)

    def find(self, document: str) -> str:
        while self._parent[document] != document:
            document = self._parent[document]
        return document

    def roots(self) -> list[str]:
        return sorted({self.find(document) for document in self._parent})

    def apart(self, one: str, other: str) -> None:
        first, second = self.find(one), self.find(other)
        self._enemies[first].add(second)
        self._enemies[second].add(first)

    def join(self, one: str, other: str) -> None:
        if one not in self._parent or other not in self._parent:
            return
        first, second = sorted((self.find(one), self.find(other)))
        if first == second or self._enemies[first] & set(self.members[second]):
            return
        self._parent[second] = first
        self.members[first] += self.members.pop(second)
        self._enemies[first] |= self._enemies[second]
        for enemy in self._enemies[second]:
            self._enemies[self.find(enemy)].add(first)
