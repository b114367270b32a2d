"""Turtle and TriG that people can read and that are the same bytes everywhere.

What comes in sorted (by graph, subject, predicate, object, code point by code point) is streamed, one subject at a
time. A line of a diff is a fact that changed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.graph.namespace import RDF, RDFS, XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.graph.runs import Described
    from kg.graph.term import Quad, Triple

__all__ = [
    "PACKED",
    "PLAIN",
    "WIDTH",
    "Marks",
    "Printer",
    "Said",
    "block",
    "described_trig",
    "described_turtle",
    "prefix_lines",
    "shortener",
    "statements_of",
    "trig",
    "turtle",
    "unpacked",
]

Said = dict[str, "str | tuple[str, ...] | set[str]"]
"""What is said of a subject: predicates with an object, or with several."""

WIDTH = 110
"""Characters of a line from which on the objects of a predicate stand beneath it, if there are several."""

_SURELY = 60  # objects that take no more than this stand in one line whatever the name of their predicate
_SHOWN = 50_000  # terms that are kept as shown, about 15 MB
# Marks of packed text, which no term may hold: behind a subject, a predicate, an object beside and beneath its
# predicate, and before the first one beneath it.
_STOP, _NEXT, _AND, _ALSO, _BELOW = "\x1e", "\x1d", "\x1c", "\x1b", "\x1a"


class Marks(NamedTuple):
    """What stands behind a subject, between predicates, and around objects: beside, below and beneath a predicate."""

    stop: str
    next: str
    beside: str
    below: str
    beneath: str


PACKED = Marks(_STOP, _NEXT, _AND, f" {_BELOW}", _ALSO)
PLAIN = Marks(" .\n", " ;\n    ", ", ", "\n        ", ",\n        ")
# A local name that every reader takes as it stands: PN_LOCAL has far more, readers differ on it.
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*>")
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
    return lru_cache(maxsize=65536)(_shower(prefixes))


def _shower(prefixes: Mapping[str, str]) -> Callable[[str], str]:
    known = {f"<{namespace}": f"{prefix}:" for prefix, namespace in prefixes.items()}

    def iri(term: str) -> str:
        for mark in "/#":
            start = term.rfind(mark) + 1
            prefix = known.get(term[:start])
            if prefix is not None and _LOCAL.fullmatch(term, start):
                return prefix + term[start:-1]
        return term

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
    return unpacked(f"{subject} {_NEXT.join(_line(f'{predicate} ', objects) for predicate, objects in said)}{_STOP}")


def unpacked(text: str) -> str:
    """Give packed text as it stands in a file."""
    for mark, plain in zip(PACKED, PLAIN, strict=True):
        if mark in text:
            text = text.replace(mark, plain)
    return text


def statements_of(text: str) -> int:
    """Give the number of statements in packed text."""
    return text.count(_STOP) + text.count(_NEXT) + text.count(_AND) + text.count(_ALSO)


def _line(name: str, objects: list[str]) -> str:
    """Pack sorted objects of a predicate, whose name ends in a space."""
    if len(objects) > 1 and len(name) + sum(map(len, objects)) + 2 * len(objects) - 2 > WIDTH:
        return f"{name}{_BELOW}{_ALSO.join(objects)}"
    return name + _AND.join(objects)


class _Shown(dict["str | tuple[str, ...]", str]):
    """How terms are shown, and several objects of any predicate: worked out at the first look, and kept for a while.

    Raises _Unsure for objects of which only the name of their predicate decides whether they fit into one line.
    """

    def __init__(self, show: Callable[[str], str]) -> None:
        super().__init__()
        self._show = show

    def __missing__(self, key: str | tuple[str, ...]) -> str:
        if isinstance(key, str):
            shown = self._show(key)
        else:
            objects = sorted({self[value] for value in key})
            length = sum(map(len, objects)) + 2 * len(objects) - 2
            if _SURELY < length <= WIDTH:
                raise _Unsure
            shown = _line("", objects)
            if length > _SURELY:
                return shown
        if len(self) >= _SHOWN:
            self.clear()
        self[key] = shown
        return shown


class _Unsure(Exception):  # noqa: N818 - no error: asks to look again
    pass


_Plan = tuple["Callable[[Said], Iterable[Any]]", str, list[tuple[str, str]]]


class _Plans(dict[tuple[str, ...], _Plan]):
    """For the predicates of a subject: what gives their objects in order, the packed text around these, their names."""

    def __init__(self, in_order: Callable[[Iterable[str]], list[tuple[str, str]]]) -> None:
        super().__init__()
        self._in_order = in_order

    def __missing__(self, predicates: tuple[str, ...]) -> _Plan:
        order = self._in_order(predicates)
        first, *_ = alone = tuple(predicate for predicate, _ in order)
        form = "%s " + _NEXT.join(name.replace("%", "%%") + "%s" for _, name in order) + _STOP
        pick: Callable[[Said], Iterable[Any]] = itemgetter(*alone) if len(alone) > 1 else lambda said: (said[first],)
        if max(len(name) for _, name in order) > WIDTH - _SURELY:
            pick = _unsure
        if len(self) < _SHOWN:
            self[predicates] = pick, form, order
        return pick, form, order


def _unsure(_: Said) -> Iterable[str]:
    raise _Unsure


class Printer:
    """Shows what is said of subjects with some prefixes, in packed text: one mark for each stop, comma and line break.

    Packed text is half as long, can be taken apart again, and becomes Turtle by replacing a few marks, many subjects
    at once.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.term = _shower(prefixes)
        self._prefixes = prefixes
        self._shown, self._plans = _Shown(self.term), _Plans(self._in_order)
        self._ranks = {self.term(predicate): rank for predicate, rank in _RANK.items()} | {"a": 0}

    def packed(self, subject: str, said: Said) -> str:
        """Pack one subject's statements."""
        shown = self._shown
        pick, form, order = self._plans[tuple(said)]
        try:
            return form % (
                shown[subject],
                *[value if value[-1] == '"' else shown[value] for value in pick(said)],
            )
        except (_Unsure, TypeError):  # the latter from a set
            parts = [
                _line(name, sorted({shown[value] for value in _each(said[predicate])})) for predicate, name in order
            ]
        return f"{shown[subject]} {_NEXT.join(parts)}{_STOP}"

    def joined(self, texts: Iterable[str]) -> str:
        """Make one packed text of several, each subject once, in the order of their full IRIs."""
        held: dict[str, tuple[str, dict[str, set[str]]]] = {}
        for each in chain.from_iterable(text.split(_STOP)[:-1] for text in texts):
            subject, _, parts = each.partition(" ")
            said = held.setdefault(self._full(subject), (subject, {}))[1]
            for part in parts.split(_NEXT):
                name, _, values = part.partition(" ")
                said.setdefault(name, set()).update(values.lstrip(_BELOW).replace(_ALSO, _AND).split(_AND))
        return "".join(self._card(*found) for _, found in sorted(held.items()))

    def _card(self, subject: str, said: dict[str, set[str]]) -> str:
        names = sorted(said, key=self.place)
        return f"{subject} {_NEXT.join(_line(f'{name} ', sorted(said[name])) for name in names)}{_STOP}"

    def name(self, predicate: str) -> str:
        """Give a predicate as it stands before its objects."""
        return "a" if predicate == _FIRST[0] else self.term(predicate)

    def place(self, name: str) -> tuple[int, str]:
        """Give the place of a predicate, as shown, within its block."""
        return self._ranks.get(name, len(_FIRST)), name

    def _in_order(self, predicates: Iterable[str]) -> list[tuple[str, str]]:
        """Give predicates in the order of a block, each with its name and a space."""
        shown = [(self.name(predicate), predicate) for predicate in predicates]
        shown.sort(key=lambda pair: self.place(pair[0]))
        return [(predicate, f"{name} ") for name, predicate in shown]

    def _full(self, shown: str) -> str:
        if shown[0] == "<":
            return shown
        prefix, _, local = shown.partition(":")
        return f"<{self._prefixes[prefix]}{local}>"


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give sorted, distinct triples as Turtle, block by block."""
    yield from prefix_lines(prefixes)
    yield from _blocks((("", *triple) for triple in triples), Printer(prefixes))


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give sorted, distinct quads (graph first, "" for the default graph) as TriG, block by block."""
    printer = Printer(prefixes)
    yield from prefix_lines(prefixes)
    for graph, group in groupby(quads, key=itemgetter(0)):
        blocks = _blocks(group, printer)
        if graph:
            blocks = chain((f"{printer.term(graph)} {{\n",), blocks, ("}\n",))
        yield from blocks


def described_turtle(described: Iterable[Described], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give what sorted runs hold as Turtle, block by block, whatever graph it is of."""
    return turtle((triple for _, triple in _quads(described)), prefixes)


def described_trig(described: Iterable[Described], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Give what sorted runs hold as TriG, block by block."""
    return trig(((graph, *triple) for graph, triple in _quads(described)), prefixes)


def _quads(described: Iterable[Described]) -> Iterator[tuple[str, Triple]]:
    for graph, subject, said in described:
        for each in said:
            predicate, _, value = each.partition("\t")
            yield graph, (subject, predicate, value)


def _blocks(quads: Iterable[Quad], printer: Printer) -> Iterator[str]:
    for subject, group in groupby(quads, key=itemgetter(1)):
        said: Said = {}
        for predicate, values in groupby(group, key=itemgetter(2)):
            objects = [each[3] for each in values]
            said[predicate] = objects[0] if len(objects) == 1 else tuple(objects)
        yield unpacked(printer.packed(subject, said))


def _each(values: str | Iterable[str]) -> Iterable[str]:
    return (values,) if isinstance(values, str) else values
