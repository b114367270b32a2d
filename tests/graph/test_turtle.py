"""The Turtle and TriG writer."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph, Literal, URIRef

from kg.graph import term as terms
from kg.graph.namespace import RDF, RDFS, Namespaces
from kg.graph.turtle import shortener, trig, turtle

PREFIXES = Namespaces().prefixes
names = Namespaces()
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
IRIS = st.builds(names.entity, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
TRIPLES = st.lists(
    st.tuples(
        IRIS,
        st.sampled_from([f"<{RDF}type>", f"<{RDFS}label>", names.term("directed"), names.term("position")]),
        st.one_of(
            IRIS,
            st.builds(terms.string, TEXT),
            st.builds(terms.integer, st.integers()),
            st.builds(terms.decimal, st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str)),
            st.builds(terms.boolean, st.booleans()),
            st.builds(terms.literal, TEXT, language=st.sampled_from(["fr", "EN-gb"])),
        ),
    ),
    max_size=12,
)


def _ntriples(term: object) -> str:
    if isinstance(term, ox.Literal):
        return terms.literal(term.value, None if term.language else term.datatype.value, term.language)
    return str(term)


def _rdflib_term(term: object) -> str:
    if isinstance(term, URIRef):
        return f"<{term}>"
    assert isinstance(term, Literal)
    return terms.literal(str(term), term.datatype and str(term.datatype), term.language)


@given(TRIPLES)
def test_oxigraph_reads_back_what_was_written(triples: list[tuple[str, str, str]]) -> None:
    text = "".join(turtle(sorted(set(triples)), PREFIXES))
    read = {
        (_ntriples(t.subject), _ntriples(t.predicate), _ntriples(t.object))
        for t in ox.parse(text.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    }
    assert read == set(triples)


@given(TRIPLES)
def test_rdflib_reads_back_what_was_written(triples: list[tuple[str, str, str]]) -> None:
    text = "".join(turtle(sorted(set(triples)), PREFIXES))
    graph = Graph(bind_namespaces="none").parse(data=text, format="turtle")
    assert {tuple(map(_rdflib_term, triple)) for triple in graph} == set(triples)


@given(TRIPLES, TRIPLES)
def test_trig_keeps_each_graph_apart(first: list[tuple[str, str, str]], second: list[tuple[str, str, str]]) -> None:
    quads = {("", *triple) for triple in first} | {(names.document("d"), *triple) for triple in second}
    text = "".join(trig(sorted(quads), PREFIXES))
    read = {
        (
            "" if isinstance(q.graph_name, ox.DefaultGraph) else str(q.graph_name),
            *map(_ntriples, (q.subject, q.predicate, q.object)),
        )
        for q in ox.parse(text.encode("utf-8"), format=ox.RdfFormat.TRIG)
    }
    assert read == quads


def test_rdflib_reads_trig_too() -> None:
    text = "".join(trig([(names.document("a b"), names.entity("film/x"), names.term("p"), '"v"')], PREFIXES))
    dataset = Dataset()
    dataset.parse(data=text, format="trig")
    ((_, _, value, graph),) = dataset.quads()
    assert (str(value), str(graph)) == ("v", names.document("a b")[1:-1])


def test_a_block_reads_like_a_card() -> None:
    film, label = names.entity("film/kika"), f"<{RDFS}label>"
    triples = [
        (film, names.term("countryOfOrigin"), names.entity("country/FR")),
        (film, names.term("countryOfOrigin"), names.entity("country/BE")),
        (film, f"<{RDF}type>", names.term("Film")),
        (film, label, '"Kika"'),
        (film, names.term("position"), terms.integer(1)),
    ]
    text = "".join(turtle(sorted(triples), PREFIXES)).partition("\n\n")[2]
    assert text == (
        "film:kika a kg:Film ;\n"
        '    rdfs:label "Kika" ;\n'
        "    kg:countryOfOrigin country:BE, country:FR ;\n"
        "    kg:position 1 .\n"
    )


def test_many_objects_stand_beneath_one_another() -> None:
    film = names.entity("film/kika")
    triples = [(film, names.term("stage"), terms.string(f"stage number {n:02}")) for n in range(20)]
    lines = "".join(turtle(sorted(triples), PREFIXES)).splitlines()
    assert max(map(len, lines)) <= 110
    assert sum(line.startswith('        "stage number') for line in lines) == 20


@pytest.mark.parametrize("predicate", ["p", "p" * 70, "p." * 40])
@pytest.mark.parametrize("length", range(1, 60))
def test_objects_stand_in_one_line_up_to_110_letters(predicate: str, length: int) -> None:
    values = [terms.string("a" * length), terms.string("b" * length)]
    text = "".join(turtle([(names.entity("film/x"), names.term(predicate), value) for value in values], PREFIXES))
    body = text.partition("\n\nfilm:x ")[2].removesuffix(" .\n")
    name = shortener(PREFIXES)(names.term(predicate))
    short = f"{name} {', '.join(values)}"
    assert body == (short if len(short) <= 110 else f"{name}\n        {values[0]},\n        {values[1]}")


@pytest.mark.parametrize(
    ("local", "shown"),
    [
        ("film/kika", "film:kika"),
        ("film/10-15-x", "film:10-15-x"),
        ("film/-kika", None),
        ("film/a.b", None),
        ("film/a%20b", None),
        ("film/a/b", None),
        ("film/", None),
        ("other/kika", None),
    ],
)
def test_a_name_is_prefixed_only_where_that_is_safe(local: str, shown: str | None) -> None:
    iri = f"<{names.base}{local}>"
    assert shortener(PREFIXES)(iri) == (shown or iri)


@pytest.mark.parametrize("text", ["01", "+1", "-0", "1.0"])
def test_an_integer_that_is_not_canonical_keeps_its_datatype(text: str) -> None:
    term = f'"{text}"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert shortener(PREFIXES)(term) == f'"{text}"^^xsd:integer'


def test_a_text_that_looks_typed_stays_a_text() -> None:
    term = terms.string('x"^^<http://e/d>')
    assert shortener(PREFIXES)(term) == term
