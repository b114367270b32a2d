"""The graph in other formats."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from kg.errors import UsageError
from kg.graph.export import FORMATS, export
from kg.graph.gephi import network, xml_text
from kg.graph.namespace import DEFAULT_BASE
from kg.graph.store import load_store

if TYPE_CHECKING:
    from pathlib import Path

TRIPLES = {
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "turtle": ox.RdfFormat.TURTLE,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
HOSTILE = 'a "b" <c>&amp; \\ 🎬 \u05e9\u05dc\u202e\r\n\tz'


def _exported(store: ox.Store, form: str, folder: Path) -> Path:
    path = folder / f"graph.{form}"
    export(store, form, path)
    return path


def _facts(store: ox.Store) -> set[ox.Triple]:
    return {quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}


def _hostile_store(text: str = HOSTILE) -> ox.Store:
    store = ox.Store()
    film = ox.NamedNode(DEFAULT_BASE + "film/x")
    rdf, rdfs = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2000/01/rdf-schema#label"
    store.add(ox.Quad(film, ox.NamedNode(rdf), ox.NamedNode(DEFAULT_BASE + "ontology#Film")))
    store.add(ox.Quad(film, ox.NamedNode(rdfs), ox.Literal(text)))
    store.add(ox.Quad(film, ox.NamedNode("https://e.org/ns#said"), ox.Literal(text, language="fr-be")))
    return store


@pytest.mark.parametrize("form", TRIPLES)
def test_oxigraph_reads_the_same_facts(exports: Path, tmp_path: Path, form: str) -> None:
    store = load_store(exports)
    path = _exported(store, form, tmp_path)
    assert {quad.triple for quad in ox.parse(path=str(path), format=TRIPLES[form])} == _facts(store)


@pytest.mark.parametrize(
    ("form", "name"), [("ntriples", "nt"), ("turtle", "turtle"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
def test_rdflib_reads_as_many_facts(exports: Path, tmp_path: Path, form: str, name: str) -> None:
    store = load_store(exports)
    path = _exported(store, form, tmp_path)
    data = path.read_text("utf-8")
    if form == "jsonld":
        dataset = Dataset()
        dataset.parse(data=data, format=name)
        assert sum(1 for _ in dataset.quads()) == len(_facts(store))
    else:
        assert len(Graph(bind_namespaces="none").parse(data=data, format=name)) == len(_facts(store))


@pytest.mark.parametrize(("form", "kind"), [("nquads", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)])
def test_formats_with_graphs_hold_everything(exports: Path, tmp_path: Path, form: str, kind: ox.RdfFormat) -> None:
    store = load_store(exports)
    assert set(ox.parse(path=str(_exported(store, form, tmp_path)), format=kind)) == set(store)


def test_turtle_is_the_very_file_of_the_build(exports: Path, tmp_path: Path) -> None:
    path = _exported(load_store(exports), "turtle", tmp_path)
    assert path.read_bytes() == (exports / "film-graph.ttl").read_bytes()


@pytest.mark.parametrize("form", TRIPLES)
def test_hostile_text_survives(tmp_path: Path, form: str) -> None:
    store = _hostile_store()
    path = _exported(store, form, tmp_path)
    assert {quad.triple for quad in ox.parse(path=str(path), format=TRIPLES[form])} == _facts(store)


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    path = _exported(_hostile_store("a\x01b\x0cc\ufffed"), "rdfxml", tmp_path)
    texts = {quad.object.value for quad in ox.parse(path=str(path), format=ox.RdfFormat.RDF_XML)}
    assert "a\ufffdb\ufffdc\ufffdd" in texts


def test_xml_text_keeps_what_xml_can_hold() -> None:
    assert xml_text("a\t\n\r é 🎬") == "a\t\n\r é 🎬"


def test_json_ld_of_nothing_is_an_empty_list(tmp_path: Path) -> None:
    assert json.loads(_exported(ox.Store(), "jsonld", tmp_path).read_text("utf-8")) == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_bytes_under_another_hash_seed(exports: Path, tmp_path: Path, form: str) -> None:
    program = (
        "import sys; from pathlib import Path; from kg.graph.export import export;"
        "from kg.graph.store import load_store; export(load_store(Path(sys.argv[1])), sys.argv[2], Path(sys.argv[3]))"
    )
    here = _exported(load_store(exports), form, tmp_path)
    there = tmp_path / "there"
    environment = {**os.environ, "PYTHONHASHSEED": "99", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    subprocess.run([sys.executable, "-c", program, str(exports), form, str(there)], env=environment, check=True)
    assert there.read_bytes() == here.read_bytes()


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_the_network_back(exports: Path, tmp_path: Path, form: str) -> None:
    store = load_store(exports)
    path = _exported(store, form, tmp_path)
    read = nx.read_graphml(path, force_multigraph=True) if form == "graphml" else nx.read_gexf(path)
    wanted = network(store, base=DEFAULT_BASE)
    assert set(read) == set(wanted)
    assert read.number_of_edges() == wanted.number_of_edges() > 10
    assert read.nodes["film/salt-road"]["label"] == "Salt Road"
    assert read.nodes["film/salt-road"]["type"] == "Film"


@pytest.mark.parametrize("form", ["graphml", "gexf", "rdfxml"])
def test_hostile_text_is_good_xml(tmp_path: Path, form: str) -> None:
    path = _exported(_hostile_store(HOSTILE + "\x01\uffff"), form, tmp_path)
    assert ElementTree.fromstring(path.read_bytes()) is not None  # noqa: S314 - our own file


def test_gexf_has_no_date(exports: Path, tmp_path: Path) -> None:
    text = _exported(load_store(exports), "gexf", tmp_path).read_text("utf-8")
    assert "lastmodifieddate" not in text
    assert "<creator>filmkg</creator>" in text


def test_edge_names_of_graphml_are_unique(exports: Path, tmp_path: Path) -> None:
    root = ElementTree.fromstring(_exported(load_store(exports), "graphml", tmp_path).read_bytes())  # noqa: S314
    ids = [edge.get("id") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(ids) == len(set(ids)) > 10


def test_a_fact_weighs_as_many_claims_as_say_so(exports: Path) -> None:
    found = network(load_store(exports), base=DEFAULT_BASE)
    weights = {(start, end, data["predicate"]): data["weight"] for start, end, data in found.edges(data=True)}
    assert weights["person/ana-ruiz", "film/salt-road", "directed"] == 2
    assert weights["company/nord-film", "film/salt-road", "produced"] == 1


def test_a_symmetric_fact_is_one_edge(exports: Path) -> None:
    found = network(load_store(exports), base=DEFAULT_BASE)
    pairs = [(s, t) for s, t, data in found.edges(data=True) if data["predicate"] == "coProducedWith"]
    assert sorted(pairs) == [("company/nord-film", "company/sud-film"), ("country/BE", "country/FR")]


def test_only_things_are_nodes(exports: Path) -> None:
    found = network(load_store(exports), base=DEFAULT_BASE)
    rooms = {key.partition("/")[0] for key in found}
    assert rooms == {"film", "work", "person", "company", "country", "edition", "festival", "award"}


def test_an_edition_is_linked_to_its_festival(exports: Path) -> None:
    assert network(load_store(exports), base=DEFAULT_BASE).has_edge("edition/toronto-2024", "festival/toronto")


def test_an_unknown_format_is_refused_and_writes_nothing(exports: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="n3"):
        export(load_store(exports), "n3", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_export_that_fails_leaves_the_earlier_file(
    exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _exported(load_store(exports), "ntriples", tmp_path)
    before = path.read_bytes()

    def dying(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.graph.export.term_text", dying)
    with pytest.raises(KeyboardInterrupt):
        export(load_store(exports), "ntriples", path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.glob(".*")] == []
