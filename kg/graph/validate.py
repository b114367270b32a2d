"""Validation: the exported graph against the SHACL shapes of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kg.errors import BuildError
from kg.graph.exports import EVIDENCE, FILM_GRAPH

__all__ = ["Finding", "validate"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place where the graph does not conform: the node, the path (or ""), and what is wrong."""

    focus: str
    path: str
    message: str


def validate(exports: Path) -> list[Finding]:
    """Hold film-graph.ttl, with the items that evidence.trig describes, against shapes.ttl.

    Raises BuildError where the exports are missing or do not parse.
    """
    from pyshacl import validate as run
    from rdflib import BNode, Dataset, Graph, URIRef
    from rdflib.namespace import SH

    data = Graph(bind_namespaces="none")
    evidence = Dataset(default_union=True)
    for name, graph, form in ((FILM_GRAPH, data, "turtle"), (EVIDENCE, evidence, "trig")):
        path = Path(exports) / name
        if not path.is_file():
            raise BuildError("not here", where=str(path), do="run `kg build` first")
        try:
            graph.parse(path, format=form)
        except Exception as error:  # rdflib raises many kinds of error for a text that does not parse
            raise BuildError(f"does not parse: {error}", where=str(path), do="run `kg build` again") from error
    findings = [Finding(str(node), "", "a blank node") for node in data.all_nodes() if isinstance(node, BNode)]
    for subject, predicate, value, _ in evidence.quads((None, None, None, None)):
        if str(predicate).endswith("#type") and str(value).endswith(("#Item", "#Document")):
            data.add((subject, predicate, value))
    shapes = Graph(bind_namespaces="none")
    shapes.parse(data=files("kg.vocabulary").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle")
    conforms, report, _ = run(data, shacl_graph=shapes, inference="none", advanced=False)
    if not conforms:
        for result in report.subjects(SH.resultSeverity, None):
            focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
            message = report.value(result, SH.resultMessage)
            shape = report.value(result, SH.sourceShape)
            said = message or (shapes.value(shape, SH.message) if isinstance(shape, URIRef) else "")
            findings.append(Finding(str(focus), str(path or ""), str(said or "does not conform")))
    return sorted(set(findings))
