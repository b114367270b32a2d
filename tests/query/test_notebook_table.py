from __future__ import annotations

from lxml import html as parser

from kg.graph.namespace import XSD
from kg.query.notebook import html
from kg.query.result import Node, Result

HOSTILE = "<script>alert(1)</script>"


def test_text_is_escaped() -> None:
    found = parser.fromstring(html(Result((HOSTILE,), ((Node("literal", HOSTILE),),), cut=HOSTILE)))
    assert found.xpath("//script") == []
    assert found.xpath("//td/text()") == [HOSTILE]


def test_only_addresses_of_the_web_become_links() -> None:
    rows = tuple((Node("uri", iri),) for iri in ("https://a.example/x", "javascript:alert(1)", 'https://a/"onclick=x'))
    assert parser.fromstring(html(Result(("x",), rows))).xpath("//a/@href") == ["https://a.example/x"]


def test_fifty_rows_are_shown_and_the_rest_counted() -> None:
    found = parser.fromstring(html(Result(("x",), ((Node("literal", "a"),),) * 1234)))
    assert len(found.xpath("//tbody/tr")) == 50
    assert found.xpath("//small/text()") == ["50 of 1,234 rows"]


def test_what_a_limit_left_out_is_noted() -> None:
    assert "not everything: 10 rows at most" in html(Result(("x",), cut="10 rows at most"))


def test_a_long_text_is_cut() -> None:
    assert len(html(Result(("x",), ((Node("literal", "a" * 10_000),),)))) < 1_000


def test_what_reorders_a_line_is_made_visible() -> None:
    assert "\\u202e" in html(Result(("x",), ((Node("literal", "a\u202eb"),),)))


def test_numbers_stand_to_the_right() -> None:
    assert '<td style="text-align: right">3</td>' in html(Result(("x",), ((Node("literal", "3", XSD + "integer"),),)))


def test_triples_are_rows_of_three() -> None:
    found = parser.fromstring(html(Result(triples=(("<urn:a>", "<urn:p>", '"x"'),))))
    assert found.xpath("//td/text()") == ["urn:a", "urn:p", "x"]


def test_a_yes_or_no_is_a_word() -> None:
    assert html(Result(truth=False)) == "<p>false</p>"
