"""An answer as a page shows it: a table whose things are links, a chart where it counts, files to take along."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from kg.graph.namespace import XSD, Namespaces
from kg.graph.turtle import shortener, turtle
from kg.serve.site.cell import Cell, Column
from kg.serve.site.chart import Chart, chart_of
from kg.serve.site.link import LONGEST_ADDRESS, address_of, download
from kg.serve.site.page import kind_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.query.result import Node, Result
    from kg.serve.desk import Labels

__all__ = ["ROWS", "Answer", "answer_of", "links_of"]

ROWS = 1000
"""So many rows stand on a page; files have them all."""

_TRIPLES = 500
_SAMPLE = 25
_LINKS = 5000
_NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float", "int", "long"))
_TABLES = (("csv", "CSV"), ("tsv", "TSV"), ("json", "JSON"), ("xml", "XML"))
_GRAPHS = (("turtle", "Turtle"), ("ntriples", "N-Triples"), ("jsonld", "JSON-LD"))


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a page shows of a result."""

    query: str
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    truth: bool | None = None
    graph: str | None = None
    chart: Chart | None = None
    files: tuple[tuple[str, str, str], ...] = ()
    posted: bool = False
    drawn: bool = False
    cut: str = ""


def answer_of(query: str, result: Result, labels: Labels, base: str) -> Answer:
    """Give what a page shows of the result of a query; `labels` names the things that the result does not name."""
    form = _GRAPHS if result.triples is not None else _TABLES
    posted = len(download(query, form[0][0])) > LONGEST_ADDRESS
    files = tuple((short, words, "" if posted else download(query, short)) for short, words in form)
    if result.truth is not None:
        return Answer(query, truth=result.truth, files=files[2:], posted=posted)
    drawn = bool(links_of(result, base))
    if result.triples is not None:
        shown = "".join(turtle(result.triples[:_TRIPLES], _prefixes(result.triples)))
        return Answer(
            query, total=len(result.triples), graph=shown, files=files, posted=posted, drawn=drawn, cut=result.cut
        )
    columns, rows = _table(result, labels, base)
    chart = chart_of(columns, rows) if len(result.rows) == len(rows) else None
    return Answer(query, columns, rows, len(result.rows), None, None, chart, files, posted, drawn, result.cut)


def _prefixes(triples: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    return {
        name: iri
        for name, iri in Namespaces().prefixes.items()
        if any(f"<{iri}" in term for triple in triples for term in triple)
    }


def _table(result: Result, labels: Labels, base: str) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """Put each thing and the column that has its name into one."""
    shown = result.rows[:ROWS]
    things = [at for at in range(len(result.columns)) if _are_things(result, at, base)]
    names = _name_columns(result, things, labels)
    known: dict[str, tuple[str, str]] = {}

    def named(iri: str) -> tuple[str, str]:
        if iri not in known:
            found = labels.get(iri)
            known[iri] = (found.label, kind_id(found.kind)) if found else ("", _kind_of_address(iri, base))
        return known[iri]

    columns, rows = [], []
    owner = {name: thing for thing, name in names.items()}
    order = [at for at in range(len(result.columns)) if at not in names]
    numbers = {at: _is_number(result, at) for at in order}
    for at in order:
        # A column of names stands for the things that it names.
        thing = owner.get(at, at)
        label = result.columns[at] if at in owner else ""
        columns.append(Column(result.columns[thing], numbers[at], at in owner or at in things, label))
    show = shortener(Namespaces(base).prefixes)
    for row in shown:
        cells = []
        for at in order:
            node, owned = row[at], row[owner[at]] if at in owner else None
            if owned is not None:
                text = node.value if node else ""
                cells.append(Cell(text, address_of(owned.value, base), named(owned.value)[1]))
            elif node is None:
                cells.append(Cell())
            elif node.kind == "uri":
                label, kind = named(node.value) if node.value.startswith(base) else ("", "")
                text = label or show(f"<{node.value}>").strip("<>")
                cells.append(Cell(text, address_of(node.value, base), kind))
            else:
                cells.append(Cell(_plain(node) if numbers[at] else node.value))
        rows.append(tuple(cells))
    return tuple(columns), tuple(rows)


def _are_things(result: Result, at: int, base: str) -> bool:
    nodes = [row[at] for row in result.rows if row[at] is not None]
    return bool(nodes) and all(node.kind == "uri" and node.value.startswith(base) for node in nodes if node)


def _name_columns(result: Result, things: Sequence[int], labels: Labels) -> dict[int, int]:
    """Find for each column of things the one that holds their labels: {column of things: column of labels}."""
    found: dict[int, int] = {}
    sample = result.rows[:_SAMPLE]
    texts = [
        at
        for at in range(len(result.columns))
        if at not in things and any(row[at] for row in sample) and not _is_number(result, at)
    ]
    for thing in things:
        label = {}
        for row in sample:
            node = row[thing]
            named = labels.get(node.value) if node else None
            label[node.value if node else ""] = named.label if named else None
        for text in texts:
            if text not in found.values() and all(
                (node is None) == (name is None)
                and (node is None or (name is not None and name.kind == "literal" and label[node.value] == name.value))
                for row in sample
                for node, name in [(row[thing], row[text])]
            ):
                found[thing] = text
                break
    return found


def _kind_of_address(iri: str, base: str) -> str:
    """Guess the kind of a thing that has no name by its address."""
    room = iri.removeprefix(base).partition("/")[0]
    return {"edition": "festival"}.get(room, kind_id(room.capitalize()))


def _is_number(result: Result, at: int) -> bool:
    nodes = [row[at] for row in result.rows if row[at] is not None]
    return bool(nodes) and all(node.datatype in _NUMBERS for node in nodes if node)


def _plain(node: Node) -> str:
    """Give a number as people read it: no more than four decimals."""
    try:
        found = Decimal(node.value)
    except InvalidOperation:
        return node.value
    if not found.is_finite() or found == found.to_integral_value():
        return f"{found:f}".partition(".")[0] if found.is_finite() and abs(found) < 10**30 else node.value
    return f"{found.quantize(Decimal('0.0001')):f}".rstrip("0").rstrip(".") if abs(found) < 10**15 else node.value


def links_of(result: Result, base: str) -> list[tuple[str, str, str]]:
    """Give a result as links between things, to draw: its triples, or the first two columns of things, row by row."""
    if result.triples is not None:
        mine = f"<{base}"
        ontology = f"<{base}ontology#"
        links = [
            (
                subject[1:-1],
                predicate[1:-1].removeprefix(ontology[1:]).rpartition("/")[2].rpartition("#")[2],
                value[1:-1],
            )
            for subject, predicate, value in result.triples
            if subject.startswith(mine) and value.startswith(mine) and not value.startswith(ontology)
        ]
        return links[:_LINKS]
    things = [at for at in range(len(result.columns)) if _are_things(result, at, base)][:2]
    if len(things) < 2:
        return []
    pairs = dict.fromkeys(
        (one.value, "", other.value)
        for row in result.rows
        for one, other in [(row[things[0]], row[things[1]])]
        if one is not None and other is not None and one.value != other.value
    )
    return list(pairs)[:_LINKS]
