"""Look-alikes: nodes that may be one, each pair with its verdict.

They are found in four ways: names that look alike (see `candidate`), people and companies on one work, works of one
director, and whatever one text or a list calls by two names or one register by one identifier.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.resolve.byname import on_list
from kg.resolve.key import Node, key_of
from kg.resolve.knowledge import profile
from kg.resolve.name import skeleton, tokens
from kg.resolve.rarity import rarity_of
from kg.resolve.retitled import RETITLED
from kg.resolve.shared import consonants_heard, meant_by
from kg.resolve.sound import one_romanised, romanised
from kg.resolve.told import COMPARED
from kg.resolve.verdict import Verdict
from kg.resolve.words import one_given_name, one_surname, short_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.resolve.knowledge import Knowledge
    from kg.resolve.memory import Memory
    from kg.resolve.profile import Profile

__all__ = ["LookAlike", "look_alikes"]

# A work with more people than these, or a director with more films, is a list of names and tells nothing of identity.
_MOST_PEOPLE = 60
_MOST_WORKS = 80
_MOST_ROLES = 20


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two nodes with the verdict on them; `left` is the smaller."""

    left: Node
    right: Node
    verdict: Verdict


def look_alikes(known: Knowledge, parts: Mapping[str, Mapping[str, int]], memory: Memory) -> list[LookAlike]:
    """Give all pairs of nodes that are the same by rule or for a person to judge, sorted."""
    found: list[LookAlike] = []
    for family in COMPARED:
        nodes = _nodes(known, family, parts)
        profiles = _Profiles(known, nodes)
        rarity = rarity_of(known.name_of(key) for key in nodes)
        films = _Films(known, nodes)
        pairs, alone = _pairs(known, family, nodes, memory, profiles)
        verdicts = memory.judge_all(pairs, profiles.mark, profiles.of, rarity)
        alike = []
        for (left, right), verdict in zip(pairs, verdicts, strict=True):
            if verdict.decision == "same" and verdict.pattern == RETITLED and films.of_that_year(left, right):
                verdict = Verdict("review", verdict.score - 0.2, verdict.pattern, verdict.reasons)
            if verdict.decision != "different":
                alike.append(LookAlike(left, right, verdict))
        memory.set_apart(
            family,
            {
                alone[left.key, right.key]: profiles.mark(left) + profiles.mark(right)
                for left, right in pairs
                if (left.key, right.key) in alone
            },
        )
        # Few of the pairs are left by now.
        found += sorted(alike, key=lambda each: (each.left, each.right))
    return found


def _nodes(known: Knowledge, family: str, parts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[int, list[str]]]:
    """Give the keys of a family with their parts and the documents of each."""
    found: dict[str, dict[int, list[str]]] = {}
    for key in sorted(known.names):
        if key.startswith(f"{family}|"):
            split = parts.get(key)
            by_part: dict[int, list[str]] = defaultdict(list)
            for document in sorted(known.documents[key]):
                by_part[split[document] if split else 0].append(document)
            found[key] = dict(by_part)
    return found


class _Profiles:
    """Profiles of nodes, made when they are wanted."""

    def __init__(self, known: Knowledge, nodes: Mapping[str, Mapping[int, list[str]]]) -> None:
        self._known, self._nodes = known, nodes
        self._made: dict[Node, Profile] = {}
        self._marks: dict[Node, bytes] = {}

    def of(self, node: Node) -> Profile:
        if node not in self._made:
            self._made[node] = profile(self._known, node.key, self._documents(node))
        return self._made[node]

    def mark(self, node: Node) -> bytes:
        mark = self._marks.get(node)
        if mark is None:
            mark = self._marks[node] = self._known.mark(node.key, self._documents(node))
        return mark

    def _documents(self, node: Node) -> list[str] | None:
        split = self._nodes[node.key]
        return None if len(split) == 1 else split[node.part]


class _Films:
    """Works of each director, asked for when two titles of two languages would be merged."""

    def __init__(self, known: Knowledge, nodes: Mapping[str, Mapping[int, list[str]]]) -> None:
        self._known, self._nodes = known, nodes

    def of_that_year(self, left: Node, right: Node) -> bool:
        """Tell whether a document of either has another work of the same director and year: it may be the other one."""
        return any(
            self._told[document, director, year] - {left.key, right.key}
            for node in (left, right)
            for document in self._nodes[node.key][node.part]
            for director, year in self._made(node.key, document)
        )

    @cached_property
    def _told(self) -> dict[tuple[str, str, int], set[str]]:
        found: dict[tuple[str, str, int], set[str]] = defaultdict(set)
        for key in self._nodes:
            for document in self._known.facts.get(key, {}):
                for director, year in self._made(key, document):
                    found[document, director, year].add(key)
        return found

    def _made(self, key: str, document: str) -> Iterator[tuple[str, int]]:
        facts = self._known.facts.get(key, {}).get(document)
        return product(facts.directors, facts.years) if facts else iter(())


def _pairs(
    known: Knowledge, family: str, nodes: Mapping[str, Mapping[int, list[str]]], memory: Memory, profiles: _Profiles
) -> tuple[list[tuple[Node, Node]], dict[tuple[str, str], tuple[str, str]]]:
    """Give the pairs of nodes to look at, each once, the smaller first.

    Beside them, the pairs of keys that look alike and have nothing else in common, each with its names.
    """
    by_name: dict[str, list[str]] = defaultdict(list)
    for key in nodes:
        by_name[known.name_of(key)].append(key)
    single = {name: keys[0] for name, keys in by_name.items() if len(keys) == 1 and len(nodes[keys[0]]) == 1}
    marks = {name: profiles.mark(Node(key)) for name, key in single.items()}
    keys: set[tuple[str, str]] = set()
    alone: dict[tuple[str, str], tuple[str, str]] = {}
    for one, other in memory.search(family, set(by_name), marks):
        if one in single and other in single:
            first, second = single[one], single[other]
            alone[(first, second) if first < second else (second, first)] = one, other
        else:
            keys.update([(first, second) for first in by_name[one] for second in by_name[other]])
    for same in by_name.values():
        if len(same) > 1:
            keys |= set(combinations(same, 2))
    if family == "work":
        keys |= {*_of_one_director(known, nodes), *_of_one_cast(known, nodes)}
    else:
        keys |= set(_colleagues(known, nodes))
    keys |= {*_named_so(known, family, nodes), *_known_by_both(known, family, nodes)}
    parts = {key: [Node(key, part) for part in sorted(split)] for key, split in nodes.items()}
    apart = {pair if pair[0] < pair[1] else pair[::-1] for pair in keys if pair[0] != pair[1]}
    alone = {pair: named for pair, named in alone.items() if pair not in apart}
    apart |= alone.keys()
    found = [(left, right) for one, other in apart for left in parts[one] for right in parts[other]]
    for split in parts.values():
        if len(split) > 1:
            found += combinations(split, 2)
    return found, alone


def _colleagues(known: Knowledge, nodes: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give people (or companies) of one work that share a word, an initial or a short form: "G. Tornatore"."""
    by_work: dict[str, list[str]] = defaultdict(list)
    for key in nodes:
        told = {work for facts in known.facts.get(key, {}).values() for work in facts.works}
        for work in told.union(*map(_meant, told)):
            by_work[work].append(key)
    for members in by_work.values():
        if 1 < len(members) <= _MOST_PEOPLE:
            for one, other in combinations(members, 2):
                if _may_be(tokens(known.name_of(one)), tokens(known.name_of(other))):
                    yield one, other


@lru_cache(maxsize=65_536)
def _meant(work: str) -> frozenset[str]:
    """Give what the title of a work means, so that those who worked on it are found under titles of two languages."""
    return frozenset(f"§{sense}" for sense in meant_by(work.partition("|")[2]))


def _may_be(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return False
    if set(one) & set(other):
        return True
    forms = short_forms()
    firsts = one[0] in forms.get(other[0], ()) or other[0] in forms.get(one[0], ())
    firsts = firsts or one_given_name(one[0], other[0]) or one_surname(one[0], other[0]) or one_romanised(one, other)
    letters = one[0][0] == other[0][0] and (len(one) == len(other) or one[-1][0] == other[-1][0])
    return firsts or letters or (len(one) == 1 < len(other)) != (len(other) == 1 < len(one))


def _of_one_director(known: Knowledge, nodes: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give works of one director in neighbouring years: perhaps one film under titles of two languages."""
    by_director: dict[str, set[str]] = defaultdict(set)
    for key in nodes:
        for director in {name for facts in known.facts.get(key, {}).values() for name in facts.directors}:
            for heard in _heard(director):
                by_director[heard].add(key)
    yield from _of_those_years(known, by_director, _MOST_WORKS)


def _of_one_cast(known: Knowledge, nodes: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give works with one player in neighbouring years, of which a text names no director: a film in two languages."""
    by_person: dict[str, set[str]] = defaultdict(set)
    directed = {key for key in nodes if any(facts.directors for facts in known.facts.get(key, {}).values())}
    for key in nodes:
        for name in {name for facts in known.facts.get(key, {}).values() for name in facts.people}:
            by_person[name].add(key)
    for one, other in _of_those_years(known, by_person, _MOST_ROLES):
        if one not in directed or other not in directed:
            yield one, other


def _of_those_years(known: Knowledge, named: Mapping[str, set[str]], most: int) -> Iterator[tuple[str, str]]:
    """Give works that share a name, if those are not more than so many, of neighbouring years and no two countries."""
    for members in named.values():
        if 1 < len(members) <= most:
            years = {key: {year for facts in known.facts[key].values() for year in facts.years} for key in members}
            lands = {key: {land for facts in known.facts[key].values() for land in facts.countries} for key in members}
            for one, other in combinations(sorted(members), 2):
                apart = lands[one] and lands[other] and lands[one].isdisjoint(lands[other])
                untold = not years[one] or not years[other]
                if not apart and (untold or any(abs(a - b) <= 1 for a in years[one] for b in years[other])):
                    yield one, other


@lru_cache(maxsize=65_536)
def _heard(director: str) -> tuple[str, ...]:
    """Give what a director's name keeps in every order and romanisation, and when only its initial is printed."""
    every = [romanised(skeleton(word)) for word in director.split()]
    soft = [romanised(skeleton(f"h{word[1:]}" if word[0] == "g" else word)) for word in director.split()]
    return (
        " ".join(sorted(every)),
        "=" + romanised(director.replace(" ", "")),  # without spaces in letters of East Asia
        f"{director[:1]}. {every[-1] if every else ''}",
        f"{director[:1]}. {soft[-1] if soft else ''}",  # Gornostai and Hornostai
        "¶" + consonants_heard(director),  # in letters that leave vowels out
    )


def _known_by_both(known: Knowledge, family: str, nodes: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give what a list has under two names."""
    by_number: dict[int, list[str]] = defaultdict(list)
    for key in nodes:
        for number in on_list(family, known.name_of(key)):
            by_number[number].append(key)
    for members in by_number.values():
        yield from combinations(sorted(members), 2)


def _named_so(known: Knowledge, family: str, nodes: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give what one text calls by two names, and what one register knows under one identifier."""
    by_identifier: dict[str, list[str]] = defaultdict(list)
    kind = {"work": "Work", "person": "Person", "company": "Company"}[family]
    for key in nodes:
        for facts in known.facts.get(key, {}).values():
            for identifier in facts.identifiers:
                by_identifier[identifier].append(key)
            for alias in facts.aliases:
                other = key_of(Mention(kind, alias))
                if other in nodes:
                    yield key, other
    for members in by_identifier.values():
        yield from combinations(sorted(set(members)), 2)
