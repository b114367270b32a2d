"""ontology.ttl and shapes.ttl against the vocabulary table."""

from __future__ import annotations

from importlib.resources import files

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SH

from kg.graph.evidence import evidence
from kg.graph.mapping import film_graph
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.ontology import ontology_lines, properties
from kg.graph.shapes import shapes_lines
from kg.vocabulary import vocabulary

KG = DEFAULT_BASE + "ontology#"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph(bind_namespaces="none").parse(data="".join(ontology_lines()), format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph(bind_namespaces="none").parse(data="".join(shapes_lines()), format="turtle")


@pytest.mark.parametrize(("name", "lines"), [("ontology.ttl", ontology_lines), ("shapes.ttl", shapes_lines)])
def test_the_file_is_what_the_table_gives(name: str, lines: object) -> None:
    assert callable(lines)
    text = files("kg.vocabulary").joinpath(name).read_text(encoding="utf-8")
    assert text == "".join(lines()), "run `python -m kg.graph.ontology`"


@pytest.mark.parametrize("name", sorted(vocabulary().classes))
def test_every_class_is_described(ontology: Graph, name: str) -> None:
    term = URIRef(KG + name)
    assert (term, RDF.type, OWL.Class) in ontology
    assert ontology.value(term, RDFS.label) is not None
    assert ontology.value(term, RDFS.comment) is not None


@pytest.mark.parametrize("name", sorted({*vocabulary().predicates, *properties()}))
def test_every_property_has_type_and_label(ontology: Graph, name: str) -> None:
    term = URIRef(KG + name)
    assert set(ontology.objects(term, RDF.type)) & {OWL.ObjectProperty, OWL.DatatypeProperty}
    assert ontology.value(term, RDFS.label) is not None


def test_a_subclass_names_its_parent(ontology: Graph) -> None:
    assert (URIRef(KG + "Film"), RDFS.subClassOf, URIRef(KG + "Work")) in ontology


def test_alternatives_are_no_rdfs_domain(ontology: Graph) -> None:
    assert ontology.value(URIRef(KG + "produced"), RDFS.domain) is None
    assert len(list(ontology.objects(URIRef(KG + "produced"), URIRef("https://schema.org/domainIncludes")))) == 2


@pytest.mark.parametrize("name", sorted(vocabulary().classes))
def test_every_class_has_a_shape(shapes: Graph, name: str) -> None:
    assert list(shapes.subjects(SH.targetClass, URIRef(KG + name)))


@pytest.mark.parametrize("name", sorted(vocabulary().predicates))
def test_every_predicate_has_shapes_for_both_ends(shapes: Graph, name: str) -> None:
    assert list(shapes.subjects(SH.targetSubjectsOf, URIRef(KG + name)))
    assert list(shapes.subjects(SH.targetObjectsOf, URIRef(KG + name)))


def test_every_property_that_is_written_is_described(world: object) -> None:
    from film_world import World

    assert isinstance(world, World)
    names = Namespaces()
    written = {triple[1] for triple in film_graph(world.claims, world.resolution, names)}
    written |= {quad[2] for quad in evidence(world.readings, world.resolution, names)}
    own = {term[1:-1].removeprefix(KG) for term in written if term.startswith(f"<{KG}")}
    assert own - set(vocabulary().predicates) <= set(properties())


def test_another_base_is_used_throughout() -> None:
    names = Namespaces("https://example.org/x/")
    assert DEFAULT_BASE not in "".join((*ontology_lines(names), *shapes_lines(names)))
