"""What the columns are asked, as SPARQL: the tests hold the answers together, the benchmark times them."""

from __future__ import annotations

__all__ = ["COMPANY_PAIRS", "COUNTRIES_BY_YEAR", "COUNTRY_MATRIX", "PREFIXES", "hops_query"]

PREFIXES = (
    "PREFIX kg: <https://w3id.org/filmkg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
)
COUNTRY_MATRIX = (
    PREFIXES + "SELECT ?one ?other (COUNT(DISTINCT ?film) AS ?films) WHERE { ?film kg:countryOfOrigin ?one, ?other . "
    "FILTER(STR(?one) <= STR(?other)) } GROUP BY ?one ?other"
)
COUNTRIES_BY_YEAR = PREFIXES + (
    "SELECT ?year ?country (COUNT(DISTINCT ?film) AS ?films) WHERE { { SELECT DISTINCT ?film ?year WHERE { "
    "{ ?film kg:releasedOn ?date } UNION { ?film kg:screenedAt ?edition . ?edition kg:year ?date } "
    "UNION { ?report a kg:StageReport ; kg:work ?film ; kg:date ?date } BIND(SUBSTR(STR(?date), 1, 4) AS ?year) } } "
    "?film kg:countryOfOrigin ?country } GROUP BY ?year ?country"
)
COMPANY_PAIRS = PREFIXES + (
    "SELECT ?one ?other (COUNT(DISTINCT ?work) AS ?works) WHERE { ?one kg:produced|kg:coProduced ?work . "
    "?other kg:produced|kg:coProduced ?work . FILTER(STR(?one) < STR(?other)) "
    "?one a kg:Company ; rdfs:label ?oneName . ?other a kg:Company ; rdfs:label ?otherName } "
    "GROUP BY ?one ?oneName ?other ?otherName ORDER BY DESC(?works) ?oneName ?otherName ?one ?other"
)
_MADE = "kg:directed|kg:starredIn|kg:wrote|kg:produced"


def hops_query(person: str, steps: int) -> str:
    """Give the query for all people within some steps of a person; Oxigraph is slower on one in stages."""
    ways = " . ".join(
        f"?p{step} ({_MADE})/^({_MADE}) ?p{step + 1} . ?p{step + 1} rdf:type kg:Person" for step in range(steps)
    )
    return f"{PREFIXES}SELECT DISTINCT (?p{steps} AS ?person) WHERE {{ VALUES ?p0 {{ <{person}> }} {ways} }}"
