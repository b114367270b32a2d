"""A small world in Turtle and TriG, written by hand, and the graph that is drawn of it."""

from __future__ import annotations

from typing import Any

import pytest

from kg.network import view_graph

PREFIXES = """
@prefix kg: <https://w3id.org/filmkg/ontology#> .
@prefix film: <https://w3id.org/filmkg/film/> .
@prefix person: <https://w3id.org/filmkg/person/> .
@prefix company: <https://w3id.org/filmkg/company/> .
@prefix country: <https://w3id.org/filmkg/country/> .
@prefix festival: <https://w3id.org/filmkg/festival/> .
@prefix edition: <https://w3id.org/filmkg/edition/> .
@prefix part: <https://w3id.org/filmkg/participation/> .
@prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
FACTS = """
film:salt a kg:Film, schema:Movie ; rdfs:label "Salt Road" ; kg:alsoKnownAs "Route du Sel" ;
    schema:director person:ana ; kg:countryOfOrigin country:BE, country:FR ; kg:screenedAt edition:oslo-2024 .
film:well a kg:Film ; rdfs:label "The Well" ; kg:countryOfOrigin country:BE, country:FR, country:PL .
film:lone a kg:Film ; rdfs:label "Lone" .
person:ana a kg:Person, schema:Person ; rdfs:label "Ana Ruíz" ; kg:directed film:salt .
company:nord a kg:Company ; rdfs:label "Nord" ; kg:coProducedWith company:sud ; kg:produced film:salt .
company:sud a kg:Company ; rdfs:label "Sud" ; kg:coProducedWith company:nord ; kg:produced film:salt .
company:solo a kg:Company ; rdfs:label "Solo" .
country:BE a kg:Country ; rdfs:label "Belgium" ; kg:coProducedWith country:LU .
country:FR a kg:Country ; rdfs:label "France" .
country:PL a kg:Country ; rdfs:label "Poland" .
country:LU a kg:Country ; rdfs:label "Luxembourg" ; kg:coProducedWith country:BE .
festival:oslo a kg:Festival ; rdfs:label "Oslo" .
edition:oslo-2024 a kg:FestivalEdition ; rdfs:label "Oslo 2024" ; kg:festival festival:oslo .
part:1 a kg:Participation ; kg:work film:salt ; kg:agent country:BE ; kg:role kg:countryOfOrigin ; kg:position 1 .
"""
EVIDENCE = """
<urn:doc> {
  <urn:doc> a kg:Document ; dcterms:identifier "a/one.txt" ; dcterms:title "One" ; dcterms:publisher "The Paper" .
  <urn:item> a kg:Item ; schema:headline "Ana Ruíz shoots" ; kg:date "2024-05-01"^^xsd:date .
  <urn:c1> a kg:Claim ; rdf:subject person:ana ; rdf:predicate kg:directed ; rdf:object film:salt ;
      kg:certainty "stated" ; kg:rule "by" ; kg:item <urn:item> ; prov:wasQuotedFrom <urn:s2>, <urn:s1> .
  <urn:s1> kg:start 0 ; oa:prefix "" ; oa:exact "Ana" ; oa:suffix " shoots Salt Road" .
  <urn:s2> kg:start 11 ; oa:prefix "Ana shoots " ; oa:exact "Salt Road" ; oa:suffix "" .
  <urn:c2> a kg:Claim ; rdf:subject company:sud ; rdf:predicate kg:coProducedWith ; rdf:object company:nord ;
      kg:certainty "inferred" ; kg:rule "pair" ; prov:wasQuotedFrom <urn:s1> .
  <urn:c3> a kg:Claim ; rdf:subject country:BE ; rdf:predicate kg:coProducedWith ; rdf:object country:LU ;
      kg:certainty "stated" ; kg:rule "with" ; prov:wasQuotedFrom <urn:s1> .
}
"""


@pytest.fixture(scope="session")
def small() -> Any:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load(input=PREFIXES + FACTS, format=RdfFormat.TURTLE)
    store.load(input=PREFIXES + EVIDENCE, format=RdfFormat.TRIG)
    return view_graph(store)
