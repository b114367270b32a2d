r"""The pattern language of the grammar: from a line of a grammar file to a matcher over tokens.

A pattern is a sequence of

    word            that word, casefolded ("'s" is the possessive)
    (a b|c)         one of several sequences          X?   X or nothing          \( \)  brackets in the text
    <name>          a phrase defined elsewhere        <name:var>   ... and keep its value
    {type:var}      a name: person, people, title, titles, company, companies, place, country, ...
    ~3              up to three words of no account, within the clause
    ^  $            the first and the last token             ↓    the next word is printed in lower case

Matching walks all readings of a pattern and keeps each with its score: that of the names that fill its slots,
less a little for every word passed over. Patterns have no repetition, so the walk is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import VocabularyError
from kg.extract.syntax import Choice, Edge, Gap, Node, Ref, Slot, Word, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from kg.extract.names import Names
    from kg.extract.token import Tokens

__all__ = ["GATES", "Binding", "Pattern", "Phrase", "Phrases", "Reach", "compile_pattern", "rarity"]

_MARKS_OF_CLAUSE = frozenset({".", ";", ":", "?", "!", "...", "•", "|"})
_MOST_READINGS = 400
_SKIP_COST = 0.12
# Slots that few sentences can fill: where one is wanted, what fills it is looked for before anything else.
GATES = frozenset({
    "quoted", "demonym", "demonym-chain", "country", "countries", "year", "number", "based", "born", "festival",
    "nominated", "epithets",
})  # fmt: skip
# Words of every other sentence: the last to tell whether a rule can match.
_COMMON = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "to", "the", "a", "an", "in",
    "of", "and", "on", "at", "with", "for", "by", "it", "his", "her", "their", "this", "that", ",", ".", "'s", "(",
    ")", "de", "d'", "le", "la", "et",
})  # fmt: skip


class Binding(NamedTuple):
    """What a slot (of a `kind`) or a phrase was read as; `names` is empty where only a `value` was kept."""

    var: str
    kind: str
    first: int
    last: int
    names: tuple[tuple[str, int, int], ...]
    value: str


class Reach(NamedTuple):
    """One reading of a pattern: tokens `first` to `last`, what its slots hold, and how good it is."""

    first: int
    last: int
    bindings: tuple[Binding, ...]
    score: float


@dataclass(slots=True)
class _Walk:
    """The state of one match: the tokens, the names in them, and the readings found so far."""

    lower: tuple[str, ...]
    n: int
    names: Names
    first: int = 0
    found: list[Reach] = field(default_factory=list)


_StepType = Callable[[_Walk, int, tuple[Binding, ...], float], None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase defined in a grammar file: alternatives, each with the value that it stands for."""

    name: str
    alternatives: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `needs` are sets of words of each of which one must stand in the tokens, in this order."""

    source: str
    step: _StepType
    starts: frozenset[str]
    needs: tuple[frozenset[str], ...]
    gates: tuple[str, ...]
    slot: str | None
    anchored: bool

    def readings(self, tokens: Tokens, names: Names) -> list[Reach]:
        """Give every reading of the pattern in the tokens, in order of their first token."""
        if any(need.isdisjoint(names.words) for need in self.needs):
            return []
        latest = self._latest(len(tokens), names)
        if latest < 0:
            return []
        if not all(names.spots(kind) for kind in self.gates):
            return []
        walk = _Walk(tokens.lower, len(tokens), names)
        if self.anchored:
            places: Sequence[int] = (0,)
        elif self.starts:
            places = sorted({at for word in self.starts & names.words for at in names.places[word]})
        elif self.slot:
            places = names.spots(self.slot) if self.slot in GATES else names.openings(self.slot)
        else:
            places = range(walk.n)
        for at in places:
            if at > latest:
                break
            walk.first = at
            self.step(walk, at, (), 0.0)
            if len(walk.found) > _MOST_READINGS:
                break
        return walk.found

    def _latest(self, n: int, names: Names) -> int:
        """The last token from which all needed words still lie ahead in their order; -1 where they do nowhere."""
        latest = n
        for need in reversed(self.needs):
            before = [at for word in need & names.words for at in names.places[word] if at < latest]
            if not before:
                return -1
            latest = max(before)
        return latest


# ---- compilation -----------------------------------------------------------------------------------------------


def compile_pattern(source: str, phrases: Phrases) -> Pattern:
    """Compile a pattern; `phrases` are the definitions that it may refer to.

    Raises VocabularyError for a reference to a phrase that is not defined.
    """
    tree = parse(source)

    step = _sequence(tree, phrases, _found)
    anchored = bool(tree) and tree[0] == Edge("^")
    head = tree[1] if anchored else tree[0]
    starts, _ = _first_words(tree, phrases)
    needs = tuple(words for node in tree if (words := _needed(node, phrases)))
    gates = tuple(dict.fromkeys(node.kind for node in tree if isinstance(node, Slot) and node.kind in GATES))
    slot = head.kind if isinstance(head, Slot) else None
    return Pattern(source, step, starts or frozenset(), needs, gates, slot, anchored)


def rarity(words: Set[str]) -> tuple[int, int]:
    """Order sets of needed words, those first that fewest sentences have."""
    return len(words & _COMMON), len(words)


def _needed(node: Node, phrases: Phrases) -> frozenset[str] | None:
    """Give words of which one must stand where a node matches, the fewest and rarest there are; None: none must."""
    if isinstance(node, Word):
        return frozenset({node.word})
    if isinstance(node, Choice):
        return _needed_of_any(node.options, phrases)
    return phrases.needed(node.name) if isinstance(node, Ref) else None


def _needed_of_any(options: Iterable[tuple[Node, ...]], phrases: Phrases) -> frozenset[str] | None:
    words: set[str] = set()
    for option in options:
        sets = [found for node in option if (found := _needed(node, phrases))]
        if not sets:
            return None
        words |= min(sets, key=rarity)
    return frozenset(words)


def _first_words(nodes: Sequence[Node], phrases: Phrases) -> tuple[frozenset[str] | None, bool]:
    """Give the words that a sequence can begin with (None: any), and whether it can be empty."""
    words: set[str] = set()
    for node in nodes:
        if isinstance(node, Edge):
            continue
        if isinstance(node, Word):
            return frozenset(words | {node.word}), False
        if isinstance(node, (Slot, Gap)):
            return None, isinstance(node, Gap)
        if isinstance(node, Choice):
            found, empty = _first_of_any(node.options, phrases)
        else:
            found, empty = phrases.first(node.name)
        if found is None:
            return None, empty
        words |= found
        if not empty:
            return frozenset(words), False
    return frozenset(words), True


def _first_of_any(options: Sequence[tuple[Node, ...]], phrases: Phrases) -> tuple[frozenset[str] | None, bool]:
    words: set[str] = set()
    empty = False
    for option in options:
        found, can_be_empty = _first_words(option, phrases)
        if found is None:
            return None, can_be_empty
        words |= found
        empty = empty or can_be_empty
    return frozenset(words), empty


_Table = dict[str, list[tuple[tuple[str, ...], str]]]
# What a phrase can be at one token: its end, its value, the slots inside it, and their worth.
Match = tuple[int, str, tuple[Binding, ...], float]
_Matcher = Callable[["_Walk", int], tuple[Match, ...]]


class Phrases:
    """The defined phrases by name, each cut into plain word sequences and composed patterns only once."""

    def __init__(self, phrases: Mapping[str, Phrase]) -> None:
        self._phrases = dict(phrases)
        self._firsts: dict[str, tuple[frozenset[str] | None, bool]] = {}
        self._matchers: dict[str, _Matcher] = {}
        self._needed: dict[str, frozenset[str] | None] = {}

    def alternatives(self, name: str) -> list[tuple[tuple[Node, ...], str]]:
        """Give the syntax trees and values of a phrase; raises VocabularyError for an unknown one."""
        if name not in self._phrases:
            raise VocabularyError(f"the grammar has no phrase <{name}>")
        return [(parse(text), value) for text, value in self._phrases[name].alternatives]

    def first(self, name: str) -> tuple[frozenset[str] | None, bool]:
        """Give the words that a phrase can begin with (None: any), and whether it can be empty."""
        if name not in self._firsts:
            self._firsts[name] = _first_of_any([tree for tree, _ in self.alternatives(name)], self)
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
        plain: _Table = {}
        composed: list[tuple[frozenset[str] | None, str, _StepType]] = []
        for tree, value in self.alternatives(name):
            words = tuple(part.word for part in tree if isinstance(part, Word))
            if tree and len(words) == len(tree):
                plain.setdefault(words[0], []).append((words[1:], value))
            else:
                first, empty = _first_words(tree, self)
                composed.append((None if empty else first, value, _sequence(tree, self, _found)))
        for rest in plain.values():
            rest.sort(key=lambda entry: -len(entry[0]))

        def matches(walk: _Walk, at: int) -> tuple[Match, ...]:
            key = (name, at)
            known = walk.names.phrases.get(key)
            if known is None:
                known = walk.names.phrases[key] = tuple(_matches(walk, at, plain, composed))
            return known

        return matches


def _matches(
    walk: _Walk, at: int, plain: _Table, composed: Sequence[tuple[frozenset[str] | None, str, _StepType]]
) -> Iterator[Match]:
    lower = walk.lower
    head = lower[at] if at < walk.n else ""
    for words, value in plain.get(head, ()):
        last = at + 1 + len(words)
        if lower[at + 1 : last] == words:
            yield last, value, (), 0.0
    seen: set[tuple[int, str, tuple[Binding, ...]]] = set()
    for first, value, step in composed:
        if first is not None and head not in first:
            continue
        inner = _Walk(lower, walk.n, walk.names, at)
        step(inner, at, (), 0.0)
        for reach in sorted(inner.found, key=lambda reach: -reach.score):
            key = (reach.last, value, reach.bindings)
            if key not in seen:
                seen.add(key)
                yield reach.last, value, reach.bindings, reach.score


def _found(walk: _Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
    walk.found.append(Reach(walk.first, at, bindings, score))


def _sequence(nodes: Sequence[Node], phrases: Phrases, then: _StepType) -> _StepType:
    for at in range(len(nodes) - 1, -1, -1):
        ahead = _only_first(nodes[at + 1 :], phrases) if nodes[at + 1 :] else None
        then = _one(nodes[at], phrases, then, ahead)
    return then


def _one(node: Node, phrases: Phrases, then: _StepType, ahead: frozenset[str] | None) -> _StepType:
    """Compile a node; `ahead` are the words of which one must follow it, or None where anything may."""
    if isinstance(node, Word):
        return _word_step(node.word, then)
    if isinstance(node, Edge):
        return _edge_step(node.side, then)
    if isinstance(node, Gap):
        return _gap_step(node.most, then, ahead)
    if isinstance(node, Slot):
        return _slot_step(node.kind, node.var, then, ahead)
    if isinstance(node, Choice):
        return _choice_step(
            tuple((_only_first(option, phrases), _sequence(option, phrases, then)) for option in node.options)
        )
    return _ref_step(node, phrases, then)


def _word_step(word: str, then: _StepType) -> _StepType:
    def step(walk: _Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        if at < walk.n and walk.lower[at] == word:
            then(walk, at + 1, bindings, score)

    return step


def _edge_step(side: str, then: _StepType) -> _StepType:
    def step(walk: _Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        if at == 0 if side == "^" else at == walk.n if side == "$" else at < walk.n and not walk.names.capital[at]:
            then(walk, at, bindings, score)

    return step


def _gap_step(most: int, then: _StepType, ahead: frozenset[str] | None) -> _StepType:
    def step(walk: _Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        lower, n = walk.lower, walk.n
        for passed in range(most + 1):
            here = at + passed
            if passed and (here > n or lower[here - 1] in _MARKS_OF_CLAUSE):
                return
            if ahead is None or (here < n and lower[here] in ahead):
                then(walk, here, bindings, score - _SKIP_COST * passed)

    return step


def _slot_step(kind: str, var: str, then: _StepType, ahead: frozenset[str] | None) -> _StepType:
    def step(walk: _Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        if at >= walk.n or len(walk.found) > _MOST_READINGS:
            return
        lower, n = walk.lower, walk.n
        for last, names, value, worth in walk.names.candidates(kind, at):
            if ahead is None or (last < n and lower[last] in ahead):
                then(walk, last, (*bindings, Binding(var, kind, at, last, names, value)), score + worth)

    return step


def _only_first(nodes: Sequence[Node], phrases: Phrases) -> frozenset[str] | None:
    """The words with which a sequence must begin, or None where it can begin with any or be empty."""
    if any(isinstance(node, Edge) for node in nodes[:1]):
        return None
    words, empty = _first_words(nodes, phrases)
    return None if empty else words


def _choice_step(options: tuple[tuple[frozenset[str] | None, _StepType], ...]) -> _StepType:
    # Plain beginnings are looked up; what can begin with a name, or be nothing, is tried everywhere.
    by_word: dict[str, list[_StepType]] = {}
    for word in {word for first, _ in options for word in first or ()}:
        by_word[word] = [step for first, step in options if first is None or word in first]
    rest = [step for first, step in options if first is None]

    def step(walk: _Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        for option in by_word.get(walk.lower[at], rest) if at < walk.n else rest:
            option(walk, at, bindings, score)

    return step


def _ref_step(node: Ref, phrases: Phrases, then: _StepType) -> _StepType:
    """Match a defined phrase; what it can be at a token is found once, whichever rules ask."""
    var = node.var
    matches = phrases.matcher(node.name)

    def step(walk: _Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        if at > walk.n:
            return
        for last, value, inner, worth in matches(walk, at):
            kept = (*bindings, *inner, Binding(var, "", at, last, (), value)) if var else (*bindings, *inner)
            then(walk, last, kept, score + worth)

    return step
