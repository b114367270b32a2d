"""Merge: nodes to groups, by judgement first and then by rule, and never against a judgement.

"different" beats every chain of merges by rule: the least sure of the chain is left undone. Against judgements that say
"same" it is a contradiction, which stops a build.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import BuildError
from kg.resolve.name import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from kg.resolve.judgement import Judgement
    from kg.resolve.key import Node
    from kg.resolve.lookalike import LookAlike

__all__ = ["Bond", "Merged", "contradiction", "merge"]


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two nodes are one: a judgement, or a verdict of the rules."""

    left: Node
    right: Node
    judgement: Judgement | None = None
    look_alike: LookAlike | None = None


@dataclass(slots=True)
class Merged:
    """Groups of nodes: `root` of each node in a group of more than one, `bonds` that made them.

    `undone` are look-alikes that the rules would merge and a judgement or the company that they keep forbids.
    """

    parent: dict[Node, Node] = field(default_factory=dict)
    bonds: list[Bond] = field(default_factory=list)
    undone: list[LookAlike] = field(default_factory=list)

    def root(self, node: Node) -> Node:
        """Give the node that stands for all that are one with it."""
        while node in self.parent:
            node = self.parent[node]
        return node


def merge(
    look_alikes: Iterable[LookAlike],
    judged: Iterable[tuple[Judgement, Node, Node]],
    documents: Callable[[Node], set[str]],
    names: Callable[[Node], str],
) -> Merged:
    """Put nodes together. The order of what is given makes no difference.

    `judged` are judgements in force with the nodes that they are of; `documents` and `names` tell of a node where it
    stands and what it is called. Raises BuildError that names both lines where judgements contradict one another.
    """
    judged = sorted(judged, key=lambda each: each[0].line)
    found = Merged()
    for judgement, left, right in judged:
        if judgement.kind == "same":
            found.bonds.append(Bond(left, right, judgement=judgement))
            _join(found, left, right)
    contradiction(judged)
    different = [each for each in judged if each[0].kind == "different"]
    decided = {frozenset((left, right)) for _, left, right in judged}
    groups = _Groups(found, documents, names)
    for _, left, right in different:
        groups.keep_apart(left, right)
    safe = [each for each in look_alikes if each.verdict.decision == "same"]
    for each in sorted(safe, key=lambda one: (-one.verdict.score, one.left, one.right)):
        if frozenset((each.left, each.right)) in decided:
            continue
        if groups.may_join(each.left, each.right):
            groups.join(each.left, each.right)
            found.bonds.append(Bond(each.left, each.right, look_alike=each))
        elif found.root(each.left) != found.root(each.right):
            found.undone.append(each)
    return found


def _join(found: Merged, left: Node, right: Node) -> None:
    one, other = sorted((found.root(left), found.root(right)))
    if one != other:
        found.parent[other] = one


def contradiction(judged: Iterable[tuple[Judgement, Hashable, Hashable]]) -> None:
    """Raise BuildError that names file and lines where one judgement says different of what others make one."""
    judged = list(judged)
    steps: dict[Hashable, list[tuple[Hashable, int]]] = defaultdict(list)
    for judgement, left, right in judged:
        if judgement.kind == "same":
            steps[left].append((right, judgement.line))
            steps[right].append((left, judgement.line))
    for judgement, left, right in judged:
        chain = _chain(steps, left, right) if judgement.kind == "different" and left != right else None
        if chain:
            raise BuildError(
                f"line {judgement.line} says different of two names that other lines make one",
                where=f"{judgement.file}, lines {', '.join(map(str, sorted({judgement.line, *chain})))}",
                do="withdraw one of them: kg undo LINE",
            )


def _chain(steps: Mapping[Hashable, list[tuple[Hashable, int]]], start: Hashable, goal: Hashable) -> list[int]:
    """Give the lines of the shortest chain of "same" from one to the other; [] where there is none."""
    reached: dict[Hashable, list[int]] = {start: []}
    queue = [start]
    for node in queue:
        for following, line in steps.get(node, ()):
            if following not in reached:
                reached[following] = [*reached[node], line]
                queue.append(following)
    return reached.get(goal, [])


class _Groups:
    """Groups while they grow: what each holds, and what it must not come together with."""

    def __init__(self, found: Merged, documents: Callable[[Node], set[str]], names: Callable[[Node], str]) -> None:
        self._found, self._documents, self._names = found, documents, names
        self._members: dict[Node, list[Node]] = {}
        self._enemies: dict[Node, set[Node]] = defaultdict(set)
        for node in list(found.parent):
            self._members.setdefault(found.root(node), [found.root(node)]).append(node)

    def members(self, root: Node) -> list[Node]:
        return self._members.get(root, [root])

    def keep_apart(self, left: Node, right: Node) -> None:
        self._enemies[left].add(right)
        self._enemies[right].add(left)

    def may_join(self, left: Node, right: Node) -> bool:
        """Tell whether two groups may be one: no judgement between them, and nobody side by side with another name."""
        one, other = self.members(self._found.root(left)), self.members(self._found.root(right))
        if one is other or any(self._enemies.get(node, set()) & set(other) for node in one):
            return False
        return not any(
            self._documents(first) & self._documents(second) and plain(self._names(first)) != plain(self._names(second))
            for first in one
            for second in other
            if len(one) + len(other) > 2
        )

    def join(self, left: Node, right: Node) -> None:
        one, other = self._found.root(left), self._found.root(right)
        together = self.members(one) + self.members(other)
        _join(self._found, left, right)
        self._members[self._found.root(left)] = together
