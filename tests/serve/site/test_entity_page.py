"""The addresses of IRIs: pages for people, RDF for machines, ways on from what has moved or is shown elsewhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from served import make_app, serving

from kg.graph.namespace import DCTERMS, DEFAULT_BASE, RDFS
from kg.graph.store import load_store

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
}


@pytest.fixture(scope="module")
def merged_site(seeds_built: Any) -> Iterator[Any]:
    """The seeds, with an IRI that was merged away, and a name that needs percent-encoding."""
    store = load_store(seeds_built.out)
    film, kind = NamedNode(DEFAULT_BASE + "film/kika"), NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store.add(Quad(NamedNode(DEFAULT_BASE + "film/kikka"), NamedNode(DCTERMS + "isReplacedBy"), film))
    odd = NamedNode(DEFAULT_BASE + "film/%C3%A9t%C3%A9%2F2")
    store.add(Quad(odd, kind, NamedNode(DEFAULT_BASE + "ontology#Film")))
    store.add(Quad(odd, NamedNode(RDFS + "label"), Literal("Été/2")))
    with serving(make_app(store)) as found:
        yield found


def triples(body: bytes, extension: str) -> set[str]:
    return {str(quad.triple) for quad in parse(body, format=TYPES[extension][1])}


@pytest.mark.parametrize("extension", TYPES)
def test_a_thing_has_the_same_statements_in_every_format(site: Any, extension: str) -> None:
    answer = site.get(f"/film/kika.{extension}", accept="*/*")
    assert triples(answer.body, extension) == triples(site.get("/film/kika.nt").body, "nt")


@pytest.mark.parametrize("extension", TYPES)
def test_the_accept_header_chooses_the_format(site: Any, extension: str) -> None:
    answer = site.get("/film/kika", accept=TYPES[extension][0])
    assert answer.headers["content-type"].startswith(TYPES[extension][0])
    assert (answer.headers["vary"], answer.headers["content-location"]) == ("Accept", f"/film/kika.{extension}")


def test_the_format_may_stand_in_the_query(site: Any) -> None:
    found = [site.get(f"/film/kika?format={form}").headers["content-type"] for form in ("nt", "text/turtle", "html")]
    assert found == ["application/n-triples", "text/turtle; charset=utf-8", "text/html; charset=utf-8"]


def test_a_browser_gets_the_page_with_links_to_the_other_forms(site: Any) -> None:
    answer = site.get("/film/kika", accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '</film/kika.ttl>; rel="alternate"; type="text/turtle"' in answer.headers["link"]


def test_what_it_says_and_what_says_it_are_both_there(site: Any) -> None:
    text = site.get("/film/kika.ttl").text
    assert "kg:countryOfOrigin country:BE, country:FR" in text
    assert "person:alexe-poukine rdfs:label" in text
    assert "kg:directed film:kika" in text
    assert "a kg:Participation" in text


def test_a_machine_that_takes_nothing_of_it_is_told_so(site: Any) -> None:
    answer = site.get("/film/kika", accept="image/png, application/problem+json;q=0.1")
    assert (answer.status, answer.headers["content-type"]) == (406, "application/problem+json")


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
def test_what_was_merged_has_moved_for_good(merged_site: Any, accept: str) -> None:
    answer = merged_site.get("/film/kikka", accept=accept)
    assert (answer.status, answer.headers["location"]) == (301, "/film/kika")


def test_what_was_merged_has_moved_with_its_extension(merged_site: Any) -> None:
    answer = merged_site.get("/film/kikka.ttl")
    assert (answer.status, answer.headers["location"]) == (301, "/film/kika.ttl")


def test_a_name_in_percents_is_found(merged_site: Any) -> None:
    found = [merged_site.get(path).status for path in ("/film/%C3%A9t%C3%A9%2F2", "/film/%c3%a9t%c3%a9%2f2.ttl")]
    assert found == [200, 200]


def test_the_node_of_a_statement_is_shown_with_its_work(site: Any, seeds_store: Any) -> None:
    query = f"SELECT ?n ?w WHERE {{ ?n a <{DEFAULT_BASE}ontology#Screening> ; <{DEFAULT_BASE}ontology#work> ?w }}"
    for row in seeds_store.query(query):
        answer = site.get("/" + row["n"].value.removeprefix(DEFAULT_BASE))
        assert (answer.status, answer.headers["location"]) == (303, "/" + row["w"].value.removeprefix(DEFAULT_BASE))


def test_a_claim_is_shown_where_it_stands_in_its_document(site: Any, seeds_store: Any) -> None:
    query = f"SELECT ?c WHERE {{ GRAPH ?g {{ ?c a <{DEFAULT_BASE}ontology#Claim> }} }} LIMIT 1"
    claim = next(iter(seeds_store.query(query)))["c"].value.removeprefix(DEFAULT_BASE)
    answer = site.get(f"/{claim}")
    mark = claim.partition("/")[2]
    assert (answer.status, answer.headers["location"].endswith(f"?claim={mark}#claim-{mark}")) == (303, True)
    assert f'id="claim-{mark}"' in site.get(answer.headers["location"].partition("#")[0]).text


def test_an_unknown_thing_is_not_found_and_its_neighbours_are_named(site: Any) -> None:
    answer = site.get("/film/kikka")
    assert (answer.status, 'href="/film/kika"' in answer.text) == (404, True)


@pytest.mark.parametrize(
    ("iri", "status", "to"),
    [
        (DEFAULT_BASE + "film/kika", 303, "/film/kika"),
        (DEFAULT_BASE + "document/a.txt%233", 303, "/document/a.txt#3"),
        ("https://elsewhere.example/film/kika", 404, None),
        (DEFAULT_BASE + "/elsewhere.example", 404, None),
        ("", 404, None),
    ],
)
def test_any_iri_of_the_graph_leads_to_its_page(site: Any, iri: str, status: int, to: str | None) -> None:
    answer = site.get("/resource?iri=" + iri)
    assert (answer.status, answer.headers.get("location")) == (status, to)


def test_a_page_that_has_not_changed_is_not_sent_again(site: Any) -> None:
    first = site.get("/film/kika")
    again = site.get("/film/kika", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_facts_stand_under_headings_in_the_order_of_the_text(site: Any) -> None:
    text = site.get("/film/the-party-s-over").text
    assert re.findall(r"<h2 id=\"g\d+\">([^<]+)", text)[:3] == ["Directed by", "Cast ", "Countries of origin "]
    cast = [text.index(f"<bdi>{name}</bdi>") for name in ("Laurent Lafitte", "Élodie Bouchez", "Sami Outalbali")]
    assert cast == sorted(cast)


def test_a_fact_has_its_sentence_with_the_words_marked(site: Any) -> None:
    assert "<mark>The first clapperboard slams on Alexe Poukine’s Kika</mark>" in site.get("/film/kika").text


def test_an_inferred_fact_says_so(site: Any) -> None:
    assert '<span class="chip inferred">inferred</span>' in site.get("/country/BE").text


def test_a_section_and_a_territory_stand_beside_their_facts(site: Any) -> None:
    assert "Platform" in site.get("/film/mr-k").text
    assert re.search(r"distributed by.{0,400}in France", site.get("/film/in-the-game").text, re.DOTALL)


def test_disagreements_are_told_with_each_side(torn_site: Any) -> None:
    text = torn_site.get("/film/quiet-harbour").text
    assert "Sources disagree about who directed it" in text
    assert re.search(r"four.{0,200}Otto Brandt", text, re.DOTALL)


def test_sources_that_agree_are_not_said_to_disagree(torn_site: Any) -> None:
    assert "Sources disagree" not in torn_site.get("/film/plain-sailing").text


def test_the_data_block_is_json_that_ends_nowhere_early(site: Any) -> None:
    block = re.search('<script type="application/ld\\+json">(.*?)</script>', site.get("/film/kika").text, re.DOTALL)
    assert block
    found = json.loads(block[1])
    assert (found["@type"], found["name"], "<" in block[1]) == (["Movie"], "Kika", False)


@pytest.mark.parametrize("path", ["film/kika", "person/thierry-lhermitte", "country/BE", "edition/toronto-2024"])
def test_a_neighbourhood_names_its_scripts(site: Any, path: str) -> None:
    answer = site.get(f"/view/{path}")
    assert answer.status == 200
    for source in re.findall(r'(?:<script src|stylesheet" href)="([^"]+)"', answer.text):
        assert site.get(source).status == 200
    assert re.search(r"<script>|<style|Content-Security-Policy", answer.text) is None


def test_there_is_no_neighbourhood_of_what_is_not_there(site: Any) -> None:
    assert site.get("/view/film/kikka").status == 404


def test_the_vocabulary_is_a_table_for_people_and_an_ontology_for_machines(site: Any) -> None:
    assert 'id="directed"' in site.get("/ontology").text
    found = {form: site.get("/ontology", accept=kind) for form, (kind, _) in TYPES.items()}
    counts = {len(triples(answer.body, form)) > 500 for form, answer in found.items() if form != "jsonld"}
    assert counts == {True}


def test_a_document_tells_what_was_read_in_it(site: Any) -> None:
    text = site.get("/document/seeds/000_a926f6b1a73606f3.txt").text
    assert ("82 claims were read in it" in text, 'id="1"' in text, "Cineuropa" in text) == (True, True, True)


def test_a_document_gives_no_more_of_its_text_than_is_quoted(site: Any) -> None:
    found = site.get("/document/seeds/000_a926f6b1a73606f3.txt.nt").text
    assert ("oa#exact" in found, "oa#prefix" in found, "oa#suffix" in found) == (True, False, False)
