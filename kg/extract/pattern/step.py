"""Steps: what a pattern is compiled to, functions that each match one part of it and call those that go on.

Each step is told which words can follow it, and goes on only where one of them stands: a step is called only at a
token with which it can begin, and most readings that come to nothing end before they are written down.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.names import END
from kg.extract.pattern.syntax import Choice, Edge, Gap, Node, Ref, Slot, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.names import Names
    from kg.extract.pattern.phrase import Phrases

__all__ = ["MOST_READINGS", "Binding", "Reach", "Step", "Walk", "beginnings", "steps"]

MOST_READINGS = 400
# Over these, and over the end, no gap reaches.
_STOPS = frozenset({".", ";", ":", "?", "!", "...", "•", "|", END})
_SKIP_COST = 0.12
_AT_END = frozenset({END})


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


class Walk:
    """The state of one match: the words and the names among them, where it began, and the readings so far."""

    __slots__ = ("first", "found", "lower", "names")

    def __init__(self, names: Names, first: int) -> None:
        self.lower = names.lower
        self.names = names
        self.first = first
        self.found: list[Reach] = []

    def reached(self, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        """Keep a reading that ends before a token: the last step of every pattern."""
        self.found.append(Reach(self.first, at, bindings, score))


Step = Callable[[Walk, int, tuple[Binding, ...], float], None]


def beginnings(nodes: Sequence[Node], phrases: Phrases, follow: frozenset[str] | None) -> frozenset[str] | None:
    """Give the words with which a sequence can begin, or END; None where any may.

    `follow` are the words that can stand behind it, None for any: a sequence that can be empty begins with those.
    """
    for node in reversed(nodes):
        follow = _beginning(node, phrases, follow)
    return follow


def _beginning(node: Node, phrases: Phrases, follow: frozenset[str] | None) -> frozenset[str] | None:
    if isinstance(node, Word):
        return frozenset({node.word})
    if isinstance(node, (Slot, Gap)):
        return None
    if isinstance(node, Edge):
        return _AT_END if node.side == "$" else follow
    if isinstance(node, Ref):
        own, empty = phrases.first(node.name)
        return own if own is None or not empty else None if follow is None else phrases.shared(own | follow)
    return phrases.any_of(beginnings(option, phrases, follow) for option in node.options)


def steps(nodes: Sequence[Node], phrases: Phrases, then: Step, follow: frozenset[str] | None = None) -> Step:
    """Compile a sequence, from its end; `then` goes on behind it where one of the words in `follow` stands."""
    at = len(nodes)
    while at:
        node = nodes[at - 1]
        first = at - 1
        if isinstance(node, Word):
            while first and isinstance(nodes[first - 1], Word):
                first -= 1
            then = _words_step(tuple(each.word for each in nodes[first:at] if isinstance(each, Word)), then, follow)
        else:
            then = _step(node, phrases, then, follow)
        follow = beginnings(nodes[first:at], phrases, follow)
        at = first
    return then


def _step(node: Node, phrases: Phrases, then: Step, follow: frozenset[str] | None) -> Step:
    if isinstance(node, Edge):
        return _edge_step(node.side, then)
    if isinstance(node, Gap):
        return _gap_step(node.most, then, follow)
    if isinstance(node, Slot):
        return _slot_step(node.kind, node.var, then, follow)
    if isinstance(node, Ref):
        return _ref_step(node, phrases, then, follow)
    assert isinstance(node, Choice)
    options = [(beginnings(option, phrases, follow), steps(option, phrases, then, follow)) for option in node.options]
    if len(options) == 2 and not node.options[1]:
        return _optional_step(*options[0], then, follow)
    return _choice_step(options)


def _words_step(words: tuple[str, ...], then: Step, follow: frozenset[str] | None) -> Step:
    """Match words in a row; that the first one stands here is known."""
    size, rest = len(words), words[1:]
    if not rest:

        def short_step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
            if follow is None or walk.lower[at + 1] in follow:
                then(walk, at + 1, bindings, score)

        return short_step

    def step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        last = at + size
        if walk.lower[at + 1 : last] == rest and (follow is None or walk.lower[last] in follow):
            then(walk, last, bindings, score)

    return step


def _edge_step(side: str, then: Step) -> Step:
    if side == "$":
        return then  # it is called at the end only

    def step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        names = walk.names
        if at == 0 if side == "^" else at < names.n and not names.capital[at]:
            then(walk, at, bindings, score)

    return step


def _gap_step(most: int, then: Step, follow: frozenset[str] | None) -> Step:
    def step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        lower = walk.lower
        for here in range(at, at + most + 1):
            word = lower[here]
            if follow is None or word in follow:
                then(walk, here, bindings, score - _SKIP_COST * (here - at))
            if word in _STOPS:
                return

    return step


def _slot_step(kind: str, var: str, then: Step, follow: frozenset[str] | None) -> Step:
    def step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        names, lower = walk.names, walk.lower
        if len(walk.found) > MOST_READINGS:
            return
        table = names.tables.get(kind)
        candidates = (names.table(kind) if table is None else table)[at]
        if candidates is None:
            # Names are dear to find: none is looked for where what must follow it does not stand behind an end of one.
            if follow is not None and names.behind(kind)[follow] <= at:
                return
            candidates = names.candidates(kind, at)
        for last, found, value, worth in candidates:
            if follow is None or lower[last] in follow:
                then(walk, last, (*bindings, Binding(var, kind, at, last, found, value)), score + worth)

    return step


def _optional_step(first: frozenset[str] | None, option: Step, then: Step, follow: frozenset[str] | None) -> Step:
    if first is None or follow is None:

        def loose_step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
            word = walk.lower[at]
            if first is None or word in first:
                option(walk, at, bindings, score)
            if follow is None or word in follow:
                then(walk, at, bindings, score)

        return loose_step

    def step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        word = walk.lower[at]
        if word in first:
            option(walk, at, bindings, score)
        if word in follow:
            then(walk, at, bindings, score)

    return step


def _choice_step(options: Sequence[tuple[frozenset[str] | None, Step]]) -> Step:
    # Plain beginnings are looked up; what can begin with a name is tried everywhere.
    by_word: dict[str, tuple[Step, ...]] = {}
    for word in {word for first, _ in options for word in first or ()}:
        by_word[word] = tuple(step for first, step in options if first is None or word in first)
    rest = tuple(step for first, step in options if first is None)

    def step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        for option in by_word.get(walk.lower[at], rest):
            option(walk, at, bindings, score)

    return step


def _ref_step(node: Ref, phrases: Phrases, then: Step, follow: frozenset[str] | None) -> Step:
    """Match a defined phrase; what it can be at a token is found once, whichever rules ask."""
    var, name = node.var, node.name
    matches = phrases.matcher(name)

    def step(walk: Walk, at: int, bindings: tuple[Binding, ...], score: float) -> None:
        names, lower = walk.names, walk.lower
        known = names.phrases.get(name)
        found = None if known is None else known[at]
        for last, value, inner, worth in matches(names, at) if found is None else found:
            if follow is None or lower[last] in follow:
                kept = (*bindings, *inner, Binding(var, "", at, last, (), value)) if var else bindings + inner
                then(walk, last, kept, score + worth)

    return step
