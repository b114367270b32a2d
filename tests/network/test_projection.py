"""Projections: counts are of distinct works, and each link keeps what it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from kg.network import (
    backbone,
    collaborators,
    company_network,
    country_network,
    home_countries,
    measures,
    neighbourhood,
)


def test_a_pair_of_countries_weighs_as_many_works_as_it_shares(small: Any) -> None:
    assert {frozenset(pair): weight for *pair, weight in country_network(small).edges(data="weight")} == {
        frozenset({"country/BE", "country/FR"}): 2,
        frozenset({"country/BE", "country/PL"}): 1,
        frozenset({"country/FR", "country/PL"}): 1,
    }


def test_a_pair_names_its_works(small: Any) -> None:
    assert country_network(small).edges["country/BE", "country/FR"]["works"] == ("film/salt", "film/well")


def test_a_stated_pair_without_a_work_weighs_nothing(small: Any) -> None:
    edge = country_network(small, stated=True).edges["country/BE", "country/LU"]
    assert (edge["weight"], edge["direct"]) == (0, (("country/BE", "country/LU", "coProducedWith"),))


def test_a_stated_pair_is_left_out_unless_asked_for(small: Any) -> None:
    assert "country/LU" not in country_network(small)


def test_companies_without_partners_are_shown_too(small: Any) -> None:
    assert sorted(company_network(small)) == ["company/nord", "company/solo", "company/sud"]


def test_companies_of_one_work_are_linked_with_its_statements(small: Any) -> None:
    assert company_network(small).edges["company/nord", "company/sud"]["proofs"] == (
        ("company/nord", "film/salt", "produced"),
        ("company/sud", "film/salt", "produced"),
    )


def test_a_person_alone_is_a_network_of_one(small: Any) -> None:
    assert list(collaborators(small, "person/ana")) == ["person/ana"]


def test_a_neighbourhood_does_not_walk_through_a_country(small: Any) -> None:
    assert "film/well" not in neighbourhood(small, "film/salt", steps=3)


def test_a_neighbourhood_walks_through_a_country_that_is_its_centre(small: Any) -> None:
    assert {"film/salt", "film/well"} <= set(neighbourhood(small, "country/BE", steps=1))


def test_a_neighbourhood_keeps_to_its_limit_and_its_centre(small: Any) -> None:
    around = neighbourhood(small, "film/salt", steps=2, limit=3)
    assert (len(around), "film/salt" in around) == (3, True)


def test_a_neighbourhood_of_nothing_is_an_error(small: Any) -> None:
    with pytest.raises(KeyError):
        neighbourhood(small, "film/none")


def test_measures_of_three_countries_that_all_know_one_another(small: Any) -> None:
    found = {(figure.measure, figure.of): figure.value for figure in measures(country_network(small))}
    assert (found["density", ""], found["triangles", ""], found["weighted degree", "Belgium"]) == (1.0, 1, 3)


def test_companies_have_collaborators_too(small: Any) -> None:
    assert set(collaborators(small, "company/nord").edges()) == {("company/nord", "company/sud")}


def test_countries_that_share_a_work_collaborate(small: Any) -> None:
    assert sorted(collaborators(small, "country/PL")) == ["country/BE", "country/FR", "country/PL"]


def test_a_work_is_at_home_where_it_is_listed_first(small: Any) -> None:
    assert home_countries(small)["film/salt"] == "country/BE"


def test_a_person_is_at_home_where_most_of_the_works_are(small: Any) -> None:
    assert home_countries(small)["person/ana"] == "country/BE"


def test_what_has_no_country_has_no_home(small: Any) -> None:
    assert "film/lone" not in home_countries(small)


def test_a_backbone_keeps_everything_together_by_its_heaviest_links(small: Any) -> None:
    network = country_network(small)
    kept = backbone(network, links=1)
    assert (set(kept), kept.has_edge("country/BE", "country/FR"), kept.number_of_edges()) == (set(network), True, 2)
