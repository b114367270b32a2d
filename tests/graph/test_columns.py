"""The columns of a store: what stands in them, and what is said where they cannot be read."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from kg.errors import BuildError, UsageError
from kg.graph import census
from kg.graph.census import write_columns
from kg.graph.columns import COLUMNS, Columns, columns_of_store
from kg.graph.store import fill_store, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from kg.build import Places

WORLD = """
@prefix kg: <https://w3id.org/filmkg/ontology#> .
@prefix : <https://w3id.org/filmkg/> .
@prefix film: <https://w3id.org/filmkg/film/> .
@prefix person: <https://w3id.org/filmkg/person/> .
@prefix company: <https://w3id.org/filmkg/company/> .
@prefix country: <https://w3id.org/filmkg/country/> .
@prefix edition: <https://w3id.org/filmkg/edition/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
film:salt a kg:Work, kg:Film ; rdfs:label "Salt Road" ; kg:countryOfOrigin country:FR, country:BE ;
    kg:screenedAt edition:oslo-2024 ; kg:releasedOn "2025-03"^^xsd:gYearMonth .
film:été a kg:Work, kg:Film ; rdfs:label "Été" ; kg:countryOfOrigin country:BE .
person:ana a kg:Person ; rdfs:label "Ana Ruíz" ; kg:directed film:salt, film:été .
person:nameless kg:directed film:salt .
company:nord a kg:Company ; rdfs:label "Nord" ; kg:produced film:salt ; kg:coProducedWith company:fund .
company:fund a kg:Company, kg:PublicBody ; rdfs:label "Fund" ; kg:coProducedWith company:nord .
country:BE a kg:Place, kg:Country ; rdfs:label "Belgium" .
country:FR a kg:Place, kg:Country ; rdfs:label "France" .
edition:oslo-2024 a kg:FestivalEdition ; rdfs:label "Oslo 2024" ; kg:year "2024"^^xsd:gYear .
:n1 a kg:Participation ; kg:role kg:countryOfOrigin ; kg:work film:salt ; kg:agent country:FR ; kg:position 2 .
:n2 a kg:Participation ; kg:role kg:countryOfOrigin ; kg:work film:salt ; kg:agent country:FR ; kg:position 1 .
:n3 a kg:Participation ; kg:role kg:coProducedWith ; kg:work film:salt ; kg:agent company:nord, company:fund .
:n4 a kg:StageReport ; kg:work film:été ; kg:stage "shooting" ; kg:date "2023-07-01"^^xsd:date .
"""


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store()
    made.load(input=WORLD, format=RdfFormat.TURTLE)
    return made


@pytest.fixture(scope="module")
def columns(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Columns:
    folder = tmp_path_factory.mktemp("columns")
    write_columns(store, folder / COLUMNS)
    return Columns.open(folder)


def named(columns: Columns, *numbers: int) -> list[str]:
    return [columns.key(int(number)) for number in numbers]


def pairs_of(columns: Columns, predicate: str) -> set[tuple[str, ...]]:
    return {tuple(named(columns, *pair)) for pair in zip(*columns.pairs(predicate), strict=True)}


# ---- what stands in them -----------------------------------------------------------------------------------------


def test_things_are_what_has_a_label_in_the_order_of_the_iris(columns: Columns) -> None:
    assert named(columns, *range(len(columns))) == [
        "company/fund", "company/nord", "country/BE", "country/FR", "edition/oslo-2024", "film/salt", "film/été",
        "person/ana",
    ]  # fmt: skip


@pytest.mark.parametrize("iri", ["film/été", "https://w3id.org/filmkg/film/été"])
def test_a_thing_is_found_by_its_key_or_iri(columns: Columns, iri: str) -> None:
    assert columns.labels[columns.number(iri)] == "Été"


@pytest.mark.parametrize("iri", ["film/none", "", "zzz", "person/nameless"])
def test_what_is_no_thing_is_not_found(columns: Columns, iri: str) -> None:
    with pytest.raises(KeyError):
        columns.number(iri)


def test_a_thing_has_its_most_special_class(columns: Columns) -> None:
    kinds = [columns.classes[kind] for kind in columns.kinds]
    assert kinds == ["PublicBody", "Company", "Country", "Country", "FestivalEdition", "Film", "Film", "Person"]


def test_things_of_a_class_are_those_of_the_classes_below_it_too(columns: Columns) -> None:
    assert named(columns, *columns.are("Company").nonzero()[0]) == ["company/fund", "company/nord"]


def test_a_predicate_has_its_pairs_of_things(columns: Columns) -> None:
    assert pairs_of(columns, "directed") == {("person/ana", "film/salt"), ("person/ana", "film/été")}


def test_the_turned_pairs_are_the_same_by_object(columns: Columns) -> None:
    countries, works = columns.turned("countryOfOrigin")
    assert [*zip(named(columns, *countries), named(columns, *works), strict=True)] == [
        ("country/BE", "film/salt"), ("country/BE", "film/été"), ("country/FR", "film/salt"),
    ]  # fmt: skip


def test_a_predicate_that_nobody_uses_has_no_pairs(columns: Columns) -> None:
    assert [len(side) for side in columns.pairs("composed")] == [0, 0]


def test_the_predicates_in_use_are_told(columns: Columns) -> None:
    assert columns.predicates == ("coProducedWith", "countryOfOrigin", "directed", "produced", "screenedAt")


def test_a_position_is_the_first_that_a_text_gives_and_0_without_one(columns: Columns) -> None:
    works, countries = columns.pairs("countryOfOrigin")
    told = zip(named(columns, *works), named(columns, *countries), columns.positions.tolist(), strict=True)
    assert set(told) == {("film/salt", "country/BE", 0), ("film/salt", "country/FR", 1), ("film/été", "country/BE", 0)}


def test_a_work_has_the_years_of_its_release_its_screenings_and_its_stages(columns: Columns) -> None:
    works, years = columns.years
    assert [*zip(named(columns, *works), years.tolist(), strict=True)] == [
        ("film/salt", 2024), ("film/salt", 2025), ("film/été", 2023),
    ]  # fmt: skip


def test_what_partners_made_together_is_told_once(columns: Columns) -> None:
    assert [named(columns, *row) for row in zip(*columns.co_productions, strict=True)] == [
        ["company/fund", "company/nord", "film/salt"]
    ]


def test_the_columns_of_an_empty_store_are_empty(tmp_path: Path) -> None:
    write_columns(Store(), tmp_path / COLUMNS)
    assert len(Columns.open(tmp_path)) == 0


# ---- the file ----------------------------------------------------------------------------------------------------


def test_names_sorted_in_runs_give_the_same_bytes(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_columns(store, tmp_path / "one")
    monkeypatch.setattr(census, "_RUN", 3)
    write_columns(store, tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_build_writes_columns_beside_its_store(seeds_built: Places) -> None:
    columns = Columns.open(seeds_built.store)
    directed = NamedNode("https://w3id.org/filmkg/ontology#directed")
    found = open_store(seeds_built.store).quads_for_pattern(None, directed, None)
    assert pairs_of(columns, "directed") == {
        tuple(end.value.removeprefix(columns.base) for end in (quad.subject, quad.object)) for quad in found
    }


def test_open_columns_stay_what_they_were(seeds_built: Places, tmp_path: Path) -> None:
    fill_store(seeds_built.out, tmp_path / "store")
    columns = Columns.open(tmp_path / "store")
    empty = tmp_path / "empty"
    empty.mkdir()
    for name in ("film-graph.ttl", "evidence.trig"):
        (empty / name).write_text("", encoding="utf-8")
    fill_store(empty, tmp_path / "store")
    assert (len(Columns.open(tmp_path / "store")), columns.labels[columns.number("film/kika")]) == (0, "Kika")


def test_columns_of_a_retired_store_are_found(seeds_built: Places, tmp_path: Path) -> None:
    shutil.copytree(seeds_built.store, tmp_path / ".store.1.kg-old")
    assert columns_of_store(tmp_path / "store") is not None


def test_missing_columns_are_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"columns\.bin: there are no columns \(run `kg build`\)"):
        Columns.open(tmp_path)


@pytest.mark.parametrize("left", [0, 3, 20, 200, -1])
def test_a_file_that_is_cut_off_is_refused(store: Store, tmp_path: Path, left: int) -> None:
    write_columns(store, tmp_path / COLUMNS)
    (tmp_path / COLUMNS).write_bytes((tmp_path / COLUMNS).read_bytes()[:left])
    with pytest.raises(UsageError, match="cannot be read"):
        Columns.open(tmp_path)


def test_columns_of_another_version_are_refused(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(census, "VERSION", 99)
    write_columns(store, tmp_path / COLUMNS)
    with pytest.raises(UsageError, match="version 99"):
        Columns.open(tmp_path)


def test_where_columns_cannot_be_written_nothing_is_left(store: Store, tmp_path: Path) -> None:
    (tmp_path / COLUMNS).mkdir()
    with pytest.raises(BuildError, match="columns cannot be written"):
        write_columns(store, tmp_path / COLUMNS)
    assert [path.name for path in tmp_path.iterdir()] == [COLUMNS]
