from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph.namespace import RDF, RDFS, XSD
from kg.query.edges import to_networkx
from kg.query.result import Node, Result

ONTOLOGY = "https://w3id.org/filmkg/ontology#"
FILM, PERSON = "https://w3id.org/filmkg/film/kika", "https://w3id.org/filmkg/person/p"
TRIPLES = (
    (f"<{FILM}>", f"<{RDF}type>", f"<{ONTOLOGY}Film>"),
    (f"<{FILM}>", f"<{RDFS}label>", '"Kika"'),
    (f"<{FILM}>", f"<{ONTOLOGY}genre>", '"comedy"'),
    (f"<{FILM}>", f"<{ONTOLOGY}genre>", '"drama"'),
    (f"<{PERSON}>", f"<{ONTOLOGY}directed>", f"<{FILM}>"),
)


def test_a_triple_between_two_things_is_an_edge() -> None:
    edges = to_networkx(Result(triples=TRIPLES)).edges(keys=True, data=True)
    assert list(edges) == [(PERSON, FILM, f"{ONTOLOGY}directed", {"predicate": "kg:directed"})]


def test_what_else_is_said_is_data_of_the_node() -> None:
    assert to_networkx(Result(triples=TRIPLES)).nodes[FILM] == {
        "type": ["kg:Film"],
        "label": "Kika",
        "kg:genre": ["comedy", "drama"],
    }


def test_the_first_two_columns_of_things_are_the_ends() -> None:
    one, other = Node("uri", PERSON), Node("uri", FILM)
    count = Node("literal", "3", XSD + "integer")
    table = Result(
        ("name", "one", "key", "other"), ((Node("literal", "P"), one, count, other), (None, one, None, None))
    )
    edges = to_networkx(table).edges(data=True)
    assert list(edges) == [(PERSON, FILM, {"name": "P", "key": 3})]


def test_two_rows_of_the_same_ends_are_two_edges() -> None:
    row = (Node("uri", PERSON), Node("uri", FILM))
    assert to_networkx(Result(("a", "b"), (row, row))).number_of_edges() == 2


def test_a_table_without_two_columns_of_things_is_refused_with_its_columns() -> None:
    with pytest.raises(QueryError, match="film, title"):
        to_networkx(Result(("film", "title"), ((Node("uri", FILM), Node("literal", "Kika")),)))


def test_an_empty_table_is_an_empty_graph() -> None:
    assert len(to_networkx(Result(("a", "b")))) == 0
