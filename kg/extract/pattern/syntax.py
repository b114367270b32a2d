"""The syntax of patterns: from a line of a grammar file to a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.errors import VocabularyError

__all__ = ["Choice", "Edge", "Gap", "Node", "Ref", "Slot", "Word", "parse", "parse_words"]

_LEX = re.compile(r"\\[()]|<[\w-]+(?::\w+)?>|\{[\w-]+:\w+\}|~\d+|[()|?^$↓]|[^\s()|?]+")


def parse_words(text: str) -> list[str]:
    """Cut a pattern into its elements; raises VocabularyError where a bracket is not closed."""
    parts = _LEX.findall(text)
    if parts.count("(") != parts.count(")"):
        raise VocabularyError(f"unbalanced brackets in {text!r}")
    return parts


@dataclass(frozen=True, slots=True)
class Word:
    """A word, casefolded."""

    word: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    options: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A name of a kind, kept under a variable."""

    kind: str
    var: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A phrase of the grammar, its value kept under a variable where it has one."""

    name: str
    var: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Any words, up to so many."""

    most: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or end of the tokens, or a token in small letters."""

    side: str


Node = Word | Choice | Slot | Ref | Gap | Edge


@cache
def parse(source: str) -> tuple[Node, ...]:
    """Give the syntax tree of a pattern; raises VocabularyError for one that is none."""
    parts = parse_words(source)
    at = 0

    def sequence() -> tuple[Node, ...]:
        nonlocal at
        nodes: list[Node] = []
        while at < len(parts) and parts[at] not in "|)":
            part = parts[at]
            at += 1
            node: Node
            if part == "(":
                options = [sequence()]
                while at < len(parts) and parts[at] == "|":
                    at += 1
                    options.append(sequence())
                at += 1
                node = Choice(tuple(options))
            elif part == "?":
                nodes[-1] = Choice(((nodes[-1],), ()))
                continue
            elif part in "^$↓":
                node = Edge(part)
            elif part.startswith("~"):
                node = Gap(int(part[1:]))
            elif part.startswith("<"):
                name, _, var = part[1:-1].partition(":")
                node = Ref(name, var)
            elif part.startswith("{"):
                kind, _, var = part[1:-1].partition(":")
                node = Slot(kind, var)
            else:
                node = Word(part.removeprefix("\\").casefold())
            nodes.append(node)
        return tuple(nodes)

    tree = sequence()
    if at != len(parts):
        raise VocabularyError(f"stray {parts[at]!r} in pattern {source!r}")
    return tree
