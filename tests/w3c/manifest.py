"""The manifests of the W3C's SPARQL 1.1 tests, read where the variable W3C says that they are."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

__all__ = [
    "BASE",
    "ENGINE",
    "MF",
    "QT",
    "ROOT",
    "UT",
    "WHY_NOT",
    "Test",
    "excluded",
    "local",
    "named_graphs",
    "params",
    "prologue",
    "read_tests",
]

ROOT = os.environ.get("W3C", "")
BASE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"
"""Where the tests stand for themselves: IRIs in queries, data and results are meant relative to this."""

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
LABEL = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
EXCLUSIONS = Path(__file__).parent / "exclusions.toml"
ENGINE = ("manifest-sparql11-query.ttl", "manifest-sparql11-update.ttl", "manifest-sparql11-results.ttl")
"""The manifests about queries, updates and forms of results; those about entailment and federation stay outside."""
WHY_NOT = "the variable W3C names no folder with the W3C's SPARQL 1.1 tests"


@dataclass(frozen=True, slots=True)
class Test:
    """A test: a name such as `bind/bind01`, its types, and its manifest as a graph with the node it has there."""

    __test__ = False

    name: str
    kinds: frozenset[str]
    graph: Graph
    node: Node

    def one(self, *path: URIRef) -> Node:
        """Give what a path of properties leads to; raises where it leads nowhere or to several."""
        node = self.node
        for step in path:
            (node,) = self.graph.objects(node, step)
        return node

    @property
    def action(self) -> Node:
        """What is to be done."""
        return self.one(MF.action)


def local(iri: Node) -> Path:
    """Give the file that an IRI of the tests stands for."""
    assert str(iri).startswith(BASE), iri
    return Path(ROOT, str(iri).removeprefix(BASE))


def prologue(iri: Node) -> str:
    """Give the declaration that makes a text stand where its file stands: over HTTP it would stand at the endpoint."""
    return f"BASE <{iri}> "


def named_graphs(graph: Graph, node: Node) -> dict[str, Path]:
    """Give the named graphs of a dataset that a manifest describes, and the file of each."""
    found = {str(iri): local(iri) for iri in graph.objects(node, QT.graphData)}
    for each in graph.objects(node, UT.graphData):
        (file,) = graph.objects(each, UT.graph)
        (name,) = graph.objects(each, LABEL)
        found[str(name)] = local(file)
    return found


@cache
def read_tests(*manifests: str) -> tuple[Test, ...]:
    """Give the tests of some manifests and of those that they include, in their order; none where W3C is not set."""
    return tuple(each for name in manifests for each in _read(name)) if ROOT else ()


def _read(manifest: str) -> Iterator[Test]:
    graph = Graph().parse(Path(ROOT, manifest), publicID=BASE + manifest, format="turtle")
    for included in graph.objects(None, MF.include):
        for each in Collection(graph, included):
            yield from _read(str(each).removeprefix(BASE))
    for entries in graph.objects(None, MF.entries):
        for node in Collection(graph, entries):
            kinds = frozenset(str(kind).rpartition("#")[2] for kind in graph.objects(node, RDF.type))
            yield Test(f"{Path(manifest).parent.name}/{str(node).rpartition('#')[2]}", kinds, graph, node)


@cache
def excluded() -> dict[str, str]:
    """Give the names of tests that are known to fail, and why."""
    return {str(each["test"]): str(each["why"]) for each in tomllib.loads(EXCLUSIONS.read_text("utf-8"))["exclusion"]}


def params(found: tuple[Test, ...]) -> list[object]:
    """Give tests as parameters of a test function: those that are excluded must fail."""
    if not ROOT:
        return [pytest.param(None, marks=pytest.mark.skip(reason=WHY_NOT), id="none")]
    return [pytest.param(each, id=each.name, marks=_marks(each)) for each in found]


def _marks(test: Test) -> list[pytest.MarkDecorator]:
    why = excluded().get(test.name)
    return [pytest.mark.xfail(reason=why, strict=True, raises=AssertionError)] if why else []
