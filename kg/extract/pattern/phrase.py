"""Phrases: what grammar files define under a name, compiled once, whichever rules refer to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import VocabularyError
from kg.extract.pattern.step import Binding, Reach, Step, Walk, beginnings, steps
from kg.extract.pattern.syntax import Choice, Node, Ref, Slot, Word, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from kg.extract.names import Names

__all__ = ["Match", "Phrase", "Phrases", "needed", "rarity"]

# Words of every other sentence: the last to tell whether a rule can match.
_COMMON = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "to", "the", "a", "an", "in",
    "of", "and", "on", "at", "with", "for", "by", "it", "his", "her", "their", "this", "that", ",", ".", "'s", "(",
    ")", "de", "d'", "le", "la", "et",
})  # fmt: skip
# Stands for whatever follows a phrase.
_AFTER = "\0"
# What a phrase can be at one token: its end, its value, the slots inside it, and their worth.
Match = tuple[int, str, tuple[Binding, ...], float]
_Matcher = Callable[["Names", int], list[Match]]
# Plain words behind the first one, by how many there are, the longest first, with what they stand for.
_Plain = Sequence[tuple[int, dict[tuple[str, ...], list[str]]]]


class _Composed(NamedTuple):
    """An alternative that is not plain words: its value, the slot that it begins with or "", and what it needs."""

    value: str
    slot: str
    needs: tuple[frozenset[str], ...]
    step: Step


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase defined in a grammar file: alternatives, each with the value that it stands for."""

    name: str
    alternatives: tuple[tuple[str, str], ...]


def rarity(words: Set[str]) -> tuple[int, int]:
    """Order sets of needed words, those first that fewest sentences have."""
    return len(words & _COMMON), len(words)


class Phrases:
    """The defined phrases by name, each cut into plain word sequences and composed patterns only once."""

    def __init__(self, phrases: Mapping[str, Phrase]) -> None:
        self._phrases = dict(phrases)
        self._firsts: dict[str, tuple[frozenset[str] | None, bool]] = {}
        self._matchers: dict[str, _Matcher] = {}
        self._needed: dict[str, frozenset[str] | None] = {}
        self._shared: dict[frozenset[str], frozenset[str]] = {}

    def alternatives(self, name: str) -> list[tuple[tuple[Node, ...], str]]:
        """Give the syntax trees and values of a phrase; raises VocabularyError for an unknown one."""
        if name not in self._phrases:
            raise VocabularyError(f"the grammar has no phrase <{name}>")
        return [(parse(text), value) for text, value in self._phrases[name].alternatives]

    def shared(self, words: frozenset[str]) -> frozenset[str]:
        """Give the one set that holds these words: many steps ask for the same ones."""
        return self._shared.setdefault(words, words)

    def any_of(self, sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
        """Give the words of all sets; None where one of them stands for any word."""
        words: set[str] = set()
        for found in sets:
            if found is None:
                return None
            words |= found
        return self.shared(frozenset(words))

    def first(self, name: str) -> tuple[frozenset[str] | None, bool]:
        """Give the words that a phrase can begin with (None: any), and whether it can be empty."""
        if name not in self._firsts:
            trees = [tree for tree, _ in self.alternatives(name)]
            found = self.any_of(beginnings(tree, self, frozenset({_AFTER})) for tree in trees)
            own = None if found is None else self.shared(found - {_AFTER})
            self._firsts[name] = own, found is not None and _AFTER in found
        return self._firsts[name]

    def needed(self, name: str) -> frozenset[str] | None:
        """Give words of which one must stand where a phrase matches; None where none must."""
        if name not in self._needed:
            self._needed[name] = _needed_of_any([tree for tree, _ in self.alternatives(name)], self)
        return self._needed[name]

    def matcher(self, name: str) -> _Matcher:
        """Give the function that tells what a phrase can be at a token; raises VocabularyError for an unknown one."""
        if name not in self._matchers:
            self._matchers[name] = self._compiled(name)
        return self._matchers[name]

    def _compiled(self, name: str) -> _Matcher:
        by_word: dict[str, dict[int, dict[tuple[str, ...], list[str]]]] = {}
        composed: list[tuple[frozenset[str] | None, _Composed]] = []
        for tree, value in self.alternatives(name):
            words = tuple(part.word for part in tree if isinstance(part, Word))
            if tree and len(words) == len(tree):
                rests = by_word.setdefault(words[0], {}).setdefault(len(words), {})
                rests.setdefault(words[1:], []).append(value)
            else:
                slot = tree[0].kind if tree and isinstance(tree[0], Slot) else ""
                needs = tuple(need for node in tree[1:] if (need := needed(node, self)))
                part = _Composed(value, slot, needs, steps(tree, self, Walk.reached))
                composed.append((beginnings(tree, self, None), part))
        plain = {word: sorted(rests.items(), key=lambda entry: -entry[0]) for word, rests in by_word.items()}
        heads = {word for first, _ in composed for word in first or ()}
        by_head = {head: [part for first, part in composed if first is None or head in first] for head in heads}
        anywhere = [part for first, part in composed if first is None]

        def matches(names: Names, at: int) -> list[Match]:
            known = names.phrases.get(name)
            if known is None:
                known = names.phrases[name] = [None] * (names.n + 1)
            found = known[at]
            if found is None:
                head = names.lower[at]
                found = known[at] = _matches(names, at, plain.get(head, ()), by_head.get(head, anywhere))
            return found

        return matches


_best_first = attrgetter("score")


def _matches(names: Names, at: int, plain: _Plain, composed: Sequence[_Composed]) -> list[Match]:
    lower = names.lower
    found: list[Match] = []
    for size, rests in plain:
        for value in rests.get(lower[at + 1 : at + size], ()):
            found.append((at + size, value, (), 0.0))
    if composed:
        seen: set[tuple[int, str, tuple[Binding, ...]]] = set()
        for part in composed:
            for _, last, bindings, score in _reaches(names, at, part):
                key = (last, part.value, bindings)
                if key not in seen:
                    seen.add(key)
                    found.append((last, part.value, bindings, score))
    return found


def _reaches(names: Names, at: int, part: _Composed) -> Sequence[Reach]:
    """Give what an alternative can be at a token, the best first; it is not tried where what it needs lies behind."""
    if part.slot and names.table(part.slot)[at] == []:
        return ()
    lasts = names.lasts
    for need in part.needs:
        if lasts[need] < at:
            return ()
    walk = Walk(names, at)
    part.step(walk, at, (), 0.0)
    if len(walk.found) > 1:
        walk.found.sort(key=_best_first, reverse=True)
    return walk.found


def needed(node: Node, phrases: Phrases) -> frozenset[str] | None:
    """Give words of which one must stand where a node matches, the fewest and rarest there are; None: none must."""
    if isinstance(node, Word):
        return phrases.shared(frozenset({node.word}))
    if isinstance(node, Choice):
        return _needed_of_any(node.options, phrases)
    return phrases.needed(node.name) if isinstance(node, Ref) else None


def _needed_of_any(options: Iterable[tuple[Node, ...]], phrases: Phrases) -> frozenset[str] | None:
    words: set[str] = set()
    for option in options:
        sets = [found for node in option if (found := needed(node, phrases))]
        if not sets:
            return None
        words |= min(sets, key=rarity)
    return phrases.shared(frozenset(words))
