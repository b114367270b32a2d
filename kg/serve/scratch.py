"""The scratch dataset: SPARQL Update and the Graph Store Protocol, each change whole or not at all.

A change is one update of Oxigraph, which is a transaction. What a built store holds is derived from claims and never
written like this.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError, UsageError
from kg.query.engine import syntax_error
from kg.query.guard import Permit, guard, tokens
from kg.serve.accept import GRAPHS, chosen, named_form
from kg.serve.answer import write_graph
from kg.serve.body import check_body
from kg.serve.reply import Reply, problem, unacceptable

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from pathlib import Path

    from kg.serve.accept import Form
    from kg.serve.limits import Limits

__all__ = ["do", "open_scratch", "with_using", "without_loads"]

_DATASETS = frozenset(("USING", "WITH"))
_UPDATES = Permit(graphs=lambda _: True, updates=True)
_NAMES = frozenset(("iri", "prefixed"))
_NOTHING = "INSERT DATA {}"


def open_scratch(folder: Path) -> Any:
    """Open a dataset to write to, making it where there is none; raises UsageError where it is taken or damaged."""
    from pyoxigraph import Store

    try:
        return Store(str(folder))
    except (OSError, RuntimeError) as error:
        raise UsageError(
            f"cannot be opened: {error}", where=str(folder), do="is it open elsewhere, or the disk full?"
        ) from None


def do(store: Any, head: Mapping[str, Any], body: bytes, limits: Limits, prefixes: Mapping[str, str]) -> Reply:
    """Carry out one request: an update, or get, head, put, post, delete of a graph ("" is the default graph).

    Raises QueryError for what does not parse or is refused, OSError for what cannot be kept: then nothing was changed.
    """
    action = head["action"]
    if action == "update":
        return _update(store, head, body.decode("utf-8"))
    graph = head["graph"]
    there = not graph or store.contains_named_graph(_node(graph))
    if action in ("get", "head"):
        return _read(store, head, limits, prefixes) if there else _none(graph)
    if action == "delete":
        if not there:
            return _none(graph)
        store.update(f"DROP SILENT {_named(graph)}")
        return Reply(204)
    unknown = [media for media in head["media"] if _form(media) is None]
    if unknown:
        return problem(415, f"{unknown[0]}: not a form of RDF", do="text/turtle, application/n-triples, …")
    lines = b"".join(_lines(part, head["media"][place], graph or head["base"]) for place, part in _parts(head, body))
    changes = [f"DROP SILENT {_named(graph)}"] if action == "put" else []
    if graph:
        changes.append(f"CREATE SILENT {_named(graph)}")
    data = lines.decode("utf-8")
    changes.append(f"INSERT DATA {{ {f'GRAPH <{graph}> {{ {data} }}' if graph else data} }}")
    store.update(" ;\n".join(changes))
    return Reply(204 if there else 201)


def _parts(head: Mapping[str, Any], body: bytes) -> list[tuple[int, bytes]]:
    found, start = [], 0
    for place, size in enumerate(head["sizes"]):
        found.append((place, body[start : start + size]))
        start += size
    return found


def _none(graph: str) -> Reply:
    return problem(404, f"there is no graph <{graph}>")


def _named(graph: str) -> str:
    return f"GRAPH <{graph}>" if graph else "DEFAULT"


def _node(graph: str) -> Any:
    from pyoxigraph import NamedNode

    try:
        return NamedNode(graph)
    except ValueError as error:
        raise QueryError(f"{graph[:200]!r} is no IRI: {error}", where="graph", do="give an absolute IRI") from None


def _read(store: Any, head: Mapping[str, Any], limits: Limits, prefixes: Mapping[str, str]) -> Reply:
    """Give a graph whole: what is cut could not be put back."""
    graph = head["graph"]
    form = chosen(head.get("format", ""), head.get("accept", ""), GRAPHS)
    if form is None:
        return unacceptable("a graph", GRAPHS)
    said = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    answer = write_graph(
        lambda: store.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {said} }}"),
        form,
        replace(limits, rows=1 << 62),
        prefixes,
    )
    if answer.cut:
        raise QueryError(f"the graph is larger than {answer.cut}", where="graph", do="ask for a part by a query")
    return Reply(200, {"Content-Type": answer.content_type}, answer.body)


def _form(media: str) -> Form | None:
    """Give the form of RDF of a media type. What is sent as text alone may be anything."""
    return named_form(media, GRAPHS) if "/" in media and media != "text/plain" else None


def _lines(data: bytes, media: str, base: str) -> bytes:
    """Read a body as N-Triples: what does not parse changes nothing."""
    from pyoxigraph import RdfFormat, parse, serialize

    form = _form(media)
    assert form
    check_body(data, form)
    try:
        quads = parse(data, format=form.rdf, base_iri=base, rename_blank_nodes=True)
        return bytes(serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"")
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"not {form.media}: {str(error)[:300]}", where="body") from None


def _update(store: Any, head: Mapping[str, Any], text: str) -> Reply:
    calm, loud = without_loads(text)
    guard(calm, "update", _UPDATES)
    if loud:
        _check(calm, head["base"])  # 400 for what is no SPARQL comes before 403 for what is not done here
        guard(text, "update", _UPDATES)
    using = [(iri, "USING") for iri in head.get("using", ())] + [
        (iri, "USING NAMED") for iri in head.get("using_named", ())
    ]
    for iri, _ in using:
        _node(iri)
    if using:
        calm = with_using(calm, [f"{word} <{iri}>" for iri, word in using])
    try:
        store.update(calm, base_iri=head["base"])
    except SyntaxError as error:
        raise syntax_error(str(error), calm, "update") from None
    except (ValueError, RuntimeError) as error:
        return problem(422, f"failed: {str(error)[:300]}", where="update", do="nothing was changed")
    return Reply(204)


def _check(text: str, base: str) -> None:
    """Raise QueryError where an update is no SPARQL: it runs, on a dataset that holds nothing."""
    from pyoxigraph import Store

    try:
        Store().update(text, base_iri=base)
    except SyntaxError as error:
        raise syntax_error(str(error), text, "update") from None
    except (OSError, ValueError, RuntimeError):
        return


def without_loads(text: str) -> tuple[str, bool]:
    """Give an update in which each LOAD does nothing, and whether one of them is not SILENT.

    LOAD fails here whatever it names, and one that is SILENT succeeds in that (SPARQL 1.1 Update, 3.1.4). Raises
    QueryError where one names nothing.
    """
    out, end, depth, loud = "", 0, 0, False
    found = [token for token in tokens(text) if token.lastgroup != "comment"]
    for place, token in enumerate(found):
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        if depth or token.lastgroup != "word" or token[0].upper() != "LOAD":
            continue
        rest = iter(found[place + 1 : place + 6])
        last = next(rest, None)
        silent = last is not None and last[0].upper() == "SILENT"
        last = next(rest, None) if silent else last
        if last is None or last.lastgroup not in _NAMES:
            line = text.count("\n", 0, token.start()) + 1
            raise QueryError("LOAD names nothing", where=f"update:{line}", do="LOAD <IRI>")
        into = [next(rest, None) for _ in range(3)]
        words = [each[0].upper() if each else "" for each in into[:2]]
        if words == ["INTO", "GRAPH"] and into[2] and into[2].lastgroup in _NAMES:
            last = into[2]
        out, end, loud = out + text[end : token.start()] + _NOTHING, last.end(), loud or not silent
    return out + text[end:], loud


def with_using(text: str, clauses: list[str]) -> str:
    """Give an update in which each operation with a WHERE looks at the dataset that a request names.

    Raises QueryError where an operation names one itself (SPARQL 1.1 Protocol, 2.2.3).
    """
    said = " ".join(clauses)
    out, end, depth = "", 0, 0
    found = [token for token in tokens(text) if token.lastgroup != "comment"]
    for place, token in enumerate(found):
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        word = token[0].upper() if token.lastgroup == "word" else ""
        if depth or not word:
            continue
        if word in _DATASETS:
            raise QueryError(f"{word} beside a dataset that the request names", where="update", do="name it once")
        if word == "WHERE":
            out += text[end : token.start()]
            if found[place - 1][0].upper() == "DELETE":
                # DELETE WHERE { … } takes no USING: say the same in the long form.
                pattern = _group(text, found, place + 1)
                out += f"{pattern} "
            out += f"{said} WHERE"
            end = token.end()
    return out + text[end:]


def _group(text: str, found: list[re.Match[str]], place: int) -> str:
    depth = 0
    for token in found[place:]:
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        if not depth:
            return text[found[place].start() : token.end()]
    return ""
