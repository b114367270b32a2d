"""Turtle and TriG that people can read and that are the same bytes everywhere.

The writer streams: it holds one subject at a time. Statements come in sorted (by graph, subject, predicate, object,
code point by code point), so grouping needs no memory, and a line of a diff is a fact that changed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from kg.graph.namespace import RDF, RDFS, XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.graph.term import Quad, Triple

__all__ = ["block", "prefix_lines", "shortener", "trig", "turtle"]

_WIDTH = 110
# A local name that every reader takes as it stands: PN_LOCAL has far more, readers differ on it.
_NAME = re.compile(r"<(.*[/#])([A-Za-z0-9_][A-Za-z0-9_-]*)>")
_TYPED = re.compile(r'("(?:[^"\\]|\\.)*")\^\^(<[^>]*>)', re.DOTALL)
_BARE = {
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]*"),
    XSD + "decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
# What a reader wants to see first; all else follows by its shown name.
_FIRST = (f"<{RDF}type>", f"<{RDFS}label>", f"<{RDF}subject>", f"<{RDF}predicate>", f"<{RDF}object>")
_RANK = {predicate: rank for rank, predicate in enumerate(_FIRST)}


def shortener(prefixes: Mapping[str, str]) -> Callable[[str], str]:
    """Give a function that shows a term as Turtle does: prefixed where that is safe, numbers bare."""
    names = {namespace: prefix for prefix, namespace in prefixes.items()}

    @lru_cache(maxsize=65536)
    def iri(term: str) -> str:
        match = _NAME.fullmatch(term)
        return f"{names[match[1]]}:{match[2]}" if match and match[1] in names else term

    def show(term: str) -> str:
        if term[0] == "<":
            return iri(term)
        if term[-1] != ">":
            return term
        match = _TYPED.fullmatch(term)
        if match is None:
            return term
        bare = _BARE.get(match[2][1:-1])
        if bare and bare.fullmatch(match[1][1:-1]):
            return match[1][1:-1]
        return f"{match[1]}^^{iri(match[2])}"

    return show


def prefix_lines(prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give the declarations of all prefixes, sorted, and an empty line."""
    for prefix in sorted(prefixes):
        yield f"@prefix {prefix}: <{prefixes[prefix]}> .\n"
    yield "\n"


def block(subject: str, said: Iterable[tuple[str, list[str]]]) -> str:
    """Give one subject's statements, all terms as shown: a predicate a line, its objects beside or beneath it."""
    parts = []
    for predicate, objects in said:
        line = f"{predicate} {', '.join(objects)}"
        if len(objects) > 1 and len(line) > _WIDTH:
            line = f"{predicate}\n        " + ",\n        ".join(objects)
        parts.append(line)
    return f"{subject} " + " ;\n    ".join(parts) + " .\n"


def _blocks(triples: Iterable[Triple], show: Callable[[str], str]) -> Iterator[str]:
    for subject, said in groupby(triples, key=itemgetter(0)):
        lines = []
        for predicate, group in groupby(said, key=itemgetter(1)):
            shown = "a" if predicate == _FIRST[0] else show(predicate)
            objects = sorted(show(triple[2]) for triple in group)
            lines.append((_RANK.get(predicate, len(_FIRST)), shown, objects))
        lines.sort(key=itemgetter(0, 1))
        yield block(show(subject), ((shown, objects) for _, shown, objects in lines))


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give sorted, distinct triples as Turtle, block by block."""
    yield from prefix_lines(prefixes)
    yield from _blocks(triples, shortener(prefixes))


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give sorted, distinct quads (graph first, "" for the default graph) as TriG, block by block."""
    show = shortener(prefixes)
    yield from prefix_lines(prefixes)
    for graph, group in groupby(quads, key=itemgetter(0)):
        blocks = _blocks((quad[1:] for quad in group), show)
        if not graph:
            yield from blocks
            continue
        yield f"{show(graph)} {{\n"
        yield from blocks
        yield "}\n"
