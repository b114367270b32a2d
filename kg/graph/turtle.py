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

    from kg.graph.runs import Described
    from kg.graph.term import Quad, Triple

__all__ = ["block", "described_trig", "described_turtle", "prefix_lines", "shortener", "trig", "turtle"]

_WIDTH = 110
_NEXT = " ;\n    "
# A local name that every reader takes as it stands: PN_LOCAL has far more, readers differ on it.
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
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
    names = {namespace: f"{prefix}:" for prefix, namespace in prefixes.items()}

    def iri(term: str) -> str:
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = names.get(term[1:cut])
        return prefix + term[cut:-1] if prefix and _LOCAL.fullmatch(term, cut, len(term) - 1) else term

    @lru_cache(maxsize=65536)
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
    return f"{subject} {_NEXT.join(_line(predicate, objects) for predicate, objects in said)} .\n"


def _line(predicate: str, objects: list[str]) -> str:
    line = f"{predicate} {', '.join(objects)}"
    if len(objects) > 1 and len(line) > _WIDTH:
        return f"{predicate}\n        " + ",\n        ".join(objects)
    return line


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give sorted, distinct triples as Turtle, block by block."""
    return described_turtle(_described(("", *triple) for triple in triples), prefixes)


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give sorted, distinct quads (graph first, "" for the default graph) as TriG, block by block."""
    return described_trig(_described(quads), prefixes)


def described_turtle(described: Iterable[Described], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give what sorted runs hold as Turtle, block by block, whatever graph it is of."""
    yield from prefix_lines(prefixes)
    yield from _blocks(described, shortener(prefixes))


def described_trig(described: Iterable[Described], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give what sorted runs hold as TriG, block by block."""
    show = shortener(prefixes)
    yield from prefix_lines(prefixes)
    for graph, group in groupby(described, key=itemgetter(0)):
        blocks = _blocks(group, show)
        if not graph:
            yield from blocks
            continue
        yield f"{show(graph)} {{\n"
        yield from blocks
        yield "}\n"


def _described(quads: Iterable[Quad]) -> Iterator[Described]:
    for (graph, subject), group in groupby(quads, key=itemgetter(0, 1)):
        yield graph, subject, [f"{predicate}\t{value}" for _, _, predicate, value in group]


def _blocks(described: Iterable[Described], show: Callable[[str], str]) -> Iterator[str]:
    @lru_cache(maxsize=4096)
    def shown(predicate: str) -> tuple[int, str]:
        """Give the place of a predicate within its block, and how it is shown."""
        return _RANK.get(predicate, len(_FIRST)), "a" if predicate == _FIRST[0] else show(predicate)

    for _, subject, said in described:
        lines: list[tuple[tuple[int, str], list[str]]] = []
        last = ""
        for each in said:
            predicate, _, value = each.partition("\t")
            if predicate != last:
                objects: list[str] = []
                lines.append((shown(predicate), objects))
                last = predicate
            objects.append(value if value[-1] == '"' else show(value))
        lines.sort()
        parts = []
        for (_, name), values in lines:
            if len(values) == 1:
                parts.append(f"{name} {values[0]}")
            else:
                parts.append(_line(name, sorted(values)))
        yield f"{show(subject)} {_NEXT.join(parts)} .\n"
