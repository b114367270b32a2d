"""Python and `kg query` ask `kg serve` as they would any endpoint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from serving import Served, serving

import kg
from kg.errors import QueryError
from kg.query.engine import open_engine, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.query.graph import Graph


@pytest.fixture(scope="module")
def served(seeds_built: Any) -> Iterator[Served]:
    with serving("--store", str(seeds_built.store), "--rows", "200", "--workers", "1") as served:
        yield served


@pytest.fixture(scope="module")
def graph(served: Served) -> Graph:
    return kg.open(f"{served.address}sparql")


def test_a_table_is_that_of_the_store(graph: Graph, seeds_built: Any) -> None:
    here = kg.open(seeds_built.store).query("films-of-actor", person="Thierry Lhermitte")
    assert graph.query("films-of-actor", person="Thierry Lhermitte").result == here.result


def test_a_graph_is_that_of_the_store(graph: Graph, seeds_built: Any) -> None:
    text = "PREFIX kg: <https://w3id.org/filmkg/ontology#> CONSTRUCT WHERE { ?film kg:stage ?stage }"
    assert graph.query(text).result == run(text, open_engine("oxigraph", seeds_built.store, seeds_built.out))


def test_a_yes_or_no_is_that_of_the_store(graph: Graph) -> None:
    assert graph.query("ASK { film:kika kg:countryOfOrigin country:BE }").truth is True


def test_what_the_service_left_out_is_said(graph: Graph) -> None:
    found = graph.query("SELECT * { ?s ?p ?o }")
    assert (len(found), found.cut) == (200, "after 200 rows")


def test_a_query_that_is_none_is_refused_with_its_place(graph: Graph) -> None:
    with pytest.raises(QueryError, match="does not take this query"):
        graph.query("SELECT * { ?s ?p")


def test_the_command_line_says_what_was_left_out(served: Served) -> None:
    command = Path(sys.executable).with_name("kg")
    words = [command, "query", "-e", "SELECT * { ?s ?p ?o }", "--endpoint", f"{served.address}sparql"]
    done = subprocess.run([*words, "--format", "csv"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "kg: not everything: after 200 rows\n")
