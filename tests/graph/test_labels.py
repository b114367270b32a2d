"""Things found by name: while somebody types, in a search, to match, and as the value of a parameter."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import BuildError, UsageError
from kg.graph.labels import LABELS, Labels, labels_of_store, write_labels
from kg.graph.namespace import RDF, RDFS
from kg.graph.store import fill_store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.build import Places

BASE = "https://w3id.org/filmkg/"
ONTOLOGY = f"{BASE}ontology#"


def thing(store: Store, local: str, label: str, *kinds: str, **said: str) -> None:
    """Put a thing into a store: its label, classes, and what is said of it (a value is a local IRI)."""
    node = NamedNode(BASE + local)
    store.add(Quad(node, NamedNode(f"{RDFS}label"), Literal(label)))
    for kind in kinds:
        store.add(Quad(node, NamedNode(f"{RDF}type"), NamedNode(ONTOLOGY + kind)))
    for predicate, values in said.items():
        for value in values.split():
            store.add(Quad(node, NamedNode(ONTOLOGY + predicate), NamedNode(BASE + value)))


def also(store: Store, local: str, *names: str) -> None:
    for name in names:
        store.add(Quad(NamedNode(BASE + local), NamedNode(f"{ONTOLOGY}alsoKnownAs"), Literal(name)))


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Labels]:
    store = Store()
    thing(store, "country/BE", "Belgium", "Country", "Place")
    thing(store, "country/FR", "France", "Country", "Place")
    thing(store, "country/DE", "Germany", "Country", "Place")
    thing(store, "place/bergen", "Bergen", "Place")
    for number, (title, director) in enumerate(
        [("The Harbour", "ana"), ("The Quiet Harbour", "ana"), ("Harbour", "bo"), ("Harbour Lights", "bo")]
    ):
        thing(store, f"film/{number}", title, "Film", "Work", countryOfOrigin="country/BE country/FR")
        store.add(
            Quad(
                NamedNode(f"{BASE}person/{director}"),
                NamedNode(f"{ONTOLOGY}directed"),
                NamedNode(f"{BASE}film/{number}"),
            )
        )
    store.add(Quad(NamedNode(f"{BASE}film/3"), NamedNode(f"{ONTOLOGY}genre"), Literal("drama")))
    store.add(Quad(NamedNode(f"{BASE}film/2"), NamedNode(f"{ONTOLOGY}releasedOn"), Literal("2019-05-01")))
    thing(store, "series/harbour-1", "Harbour One", "Series", "Work")
    thing(store, "work/harbour-novel", "Harbour", "Work")
    thing(store, "person/ana", "Ána Ruíz-Łęcka", "Person")
    also(store, "person/ana", "Ana Ruis", "Anna Ruiz")
    thing(store, "person/bo", "Bo Lind", "Person")
    thing(store, "person/bo-2", "Bo Lind", "Person")
    thing(store, "person/ivanov", "Иван Петров", "Person")
    thing(store, "company/fund", "Harbour Fund", "PublicBody", "Company", companyCountry="country/BE", funded="film/0")
    thing(store, "company/nord", "Nord Film", "Company", produced="film/0 film/1 film/2")
    thing(store, "award/odd", '"); DROP } <b>\n{name}\0', "Award")
    thing(store, "award/signs", "?!…", "Award")
    path = tmp_path_factory.mktemp("labels") / LABELS
    write_labels(store, path)
    with Labels(path) as opened:
        yield opened


def found(labels: Labels, text: str, *kinds: str, limit: int = 10) -> list[str]:
    return [each.iri.removeprefix(BASE) for each in labels.complete(text, kinds, limit)]


# ---- while somebody types ----------------------------------------------------------------------------------------


def test_names_that_begin_so_come_before_names_of_which_a_word_does(labels: Labels) -> None:
    assert found(labels, "harb", "Film") == ["film/2", "film/3", "film/0", "film/1"]


def test_the_very_name_comes_before_heavier_names_that_begin_so(labels: Labels) -> None:
    assert found(labels, "harbour", "Work", limit=2) == ["film/2", "work/harbour-novel"]


def test_the_heaviest_come_first(labels: Labels) -> None:
    weights = [each.weight for each in labels.complete("b", ("Place", "Person"))]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("text", ["ana", "ÁNA", "ána r", "ruiz", "lecka", "ruíz-ł", "Ana Ruíz Łęc"])
def test_capitals_accents_and_signs_make_no_difference(labels: Labels, text: str) -> None:
    assert found(labels, text) == ["person/ana"]


@pytest.mark.parametrize("text", ["ivan", "Петр", "иван п", "petrov"])
def test_a_name_in_another_script_is_found_in_both(labels: Labels, text: str) -> None:
    assert found(labels, text) == ["person/ivanov"]


def test_words_may_come_in_any_order(labels: Labels) -> None:
    assert found(labels, "lind bo") == ["person/bo", "person/bo-2"]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("Work", {"Film", "Series", "Work"}), ("Film", {"Film"}), ("Company", {"PublicBody"}),
        ("PublicBody", {"PublicBody"}), ("Person", set()), ("Nonsense", set()),
    ],
)  # fmt: skip
def test_a_class_stands_for_those_below_it(labels: Labels, kind: str, wanted: set[str]) -> None:
    assert {each.kind for each in labels.complete("harbour", (kind,))} == wanted


def test_a_place_may_be_a_country(labels: Labels) -> None:
    assert found(labels, "be", "Place") == ["country/BE", "place/bergen"]


def test_the_other_name_by_which_a_thing_was_found_is_told(labels: Labels) -> None:
    (named,) = labels.complete("anna")
    assert (named.label, named.alias) == ("Ána Ruíz-Łęcka", "Anna Ruiz")


def test_a_label_by_which_a_thing_was_found_is_no_alias(labels: Labels) -> None:
    assert labels.complete("nord")[0].alias == ""


def test_a_thing_of_several_names_is_given_once(labels: Labels) -> None:
    assert found(labels, "a", "Person") == ["person/ana"]


@pytest.mark.parametrize(
    ("text", "code"), [("FRA", "FR"), ("belgique", "BE"), ("Allemagne", "DE"), ("DEU", "DE"), ("germ", "DE")]
)
def test_a_country_is_found_by_code_and_in_french(labels: Labels, text: str, code: str) -> None:
    assert f"country/{code}" in found(labels, text, "Country")


def test_no_more_than_the_limit_are_given(labels: Labels) -> None:
    assert len(found(labels, "h", limit=3)) == 3


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_of_nothing_gives_nothing(labels: Labels, limit: int) -> None:
    assert found(labels, "h", limit=limit) == []


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_nothing_typed_finds_nothing(labels: Labels, text: str) -> None:
    assert found(labels, text) == []


def test_a_name_without_letters_is_found(labels: Labels) -> None:
    assert found(labels, "?!") == ["award/signs"]


def test_a_name_comes_back_as_it_was_given(labels: Labels) -> None:
    assert labels.complete("drop")[0].label == '"); DROP } <b>\n{name}\0'


# ---- search and match --------------------------------------------------------------------------------------------


def test_a_search_completes_where_it_can(labels: Labels) -> None:
    assert labels.search("nord fi") == labels.complete("nord fi")


@pytest.mark.parametrize("text", ["Nrd Film", "Nord Flim", "Film Nord", "Nordfilm"])
def test_a_search_finds_names_that_look_alike(labels: Labels, text: str) -> None:
    assert labels.search(text)[0].iri == f"{BASE}company/nord"


def test_a_search_shows_nothing_that_is_unlike(labels: Labels) -> None:
    assert labels.search("Xylophone Quartet") == []


def test_the_same_name_scores_a_hundred(labels: Labels) -> None:
    assert [(named.iri, score) for named, score in labels.candidates("BO LIND", ("Person",), 2)] == [
        (f"{BASE}person/bo", 100.0), (f"{BASE}person/bo-2", 100.0),
    ]  # fmt: skip


def test_a_name_in_another_script_scores_nearly_a_hundred(labels: Labels) -> None:
    assert labels.candidates("Ivan Petrov")[0][1] == 99.0


def test_scores_fall(labels: Labels) -> None:
    scores = [score for _, score in labels.candidates("Harbor Light", limit=20)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


@pytest.mark.parametrize("text", [f"{BASE}person/bo", "person/bo", "person:bo"])
def test_an_iri_is_its_own_best_candidate(labels: Labels, text: str) -> None:
    named, score = labels.candidates(text)[0]
    assert (named.iri, score) == (f"{BASE}person/bo", 100.0)


def test_candidates_are_of_the_classes_asked_for(labels: Labels) -> None:
    assert {named.kind for named, _ in labels.candidates("Harbour", ("Company",))} == {"PublicBody"}


# ---- as a parameter ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "kind", "wanted"),
    [
        ("Bo Lind", "Person", ["person/bo", "person/bo-2"]), ("bo lind", "Person", ["person/bo", "person/bo-2"]),
        ("person/bo", "Person", ["person/bo"]), ("person:bo", "Person", ["person/bo"]), ("person/bo", "Film", []),
        ("Harbour", "Film", ["film/2"]), ("Harbour", "Work", ["film/2", "work/harbour-novel"]),
        ("Ana Ruis", "Person", ["person/ana"]), ("be", "Country", ["country/BE"]), ("harb", "Film", []),
        ("", "Film", []),
    ],
)  # fmt: skip
def test_a_value_names_things_exactly_then_by_iri_then_folded(
    labels: Labels, value: str, kind: str, wanted: list[str]
) -> None:
    assert labels.named(value, kind) == [BASE + local for local in wanted]


def test_a_thing_is_had_by_its_iri(labels: Labels) -> None:
    named = labels.get(f"{BASE}film/0")
    assert named is not None
    assert (named.label, named.kind) == ("The Harbour", "Film")


def test_an_unknown_iri_has_no_thing(labels: Labels) -> None:
    assert labels.get(f"{BASE}film/nothing") is None


# ---- what tells namesakes apart ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("local", "words"),
    [
        ("film/2", "film by Bo Lind, 2019, Belgium / France"),
        ("film/0", "film by Ána Ruíz-Łęcka, Belgium / France"),
        ("person/ana", "director of The Harbour and The Quiet Harbour"),
        ("person/bo-2", "person"),
        ("company/nord", "company, producer of Harbour, The Harbour and 1 more"),
        ("company/fund", "public body in Belgium, funder of The Harbour"),
        ("work/harbour-novel", "work"),
    ],
)
def test_a_thing_is_told_in_a_few_words(labels: Labels, local: str, words: str) -> None:
    named = labels.get(BASE + local)
    assert named is not None
    assert named.about == words


def test_the_years_of_the_news_are_told_where_none_was_stated(seeds_built: Places) -> None:
    with Labels(seeds_built.store / LABELS) as opened:
        named = opened.get(f"{BASE}film/kika")
    assert named is not None
    assert named.about == "film by Alexe Poukine, Belgium / France, in the news of 2024"


# ---- any text ----------------------------------------------------------------------------------------------------

ODD = st.text(st.characters(categories=None), max_size=40)  # type: ignore[arg-type]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ODD)
@example('" OR 1=1 --')
@example("a* NEAR(b)")
@example("\0")
@example("\ud800")
@example("x" * 100_000)
@example("a " * 50_000)
@example("%_")
@example("‮")
def test_no_text_breaks_a_look_up(labels: Labels, text: str) -> None:
    for given_ in (labels.complete(text), labels.search(text), [named for named, _ in labels.candidates(text)]):
        assert all(each.iri.startswith(BASE) for each in given_)
    assert labels.named(text, "Person") is not None
    assert labels.get(text) is None


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=8))
def test_every_name_is_found_by_itself(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    store = Store()
    for number, name in enumerate(names):
        thing(store, f"film/{number}", name, "Film")
    path = tmp_path_factory.mktemp("names") / LABELS
    assert write_labels(store, path) == len(names)
    with Labels(path, connections=1) as opened:
        for number, name in enumerate(names):
            assert f"{BASE}film/{number}" in opened.named(name, "Film")
            assert name in [each.label for each in opened.complete(name, limit=20)]
            assert opened.candidates(name)[0][1] == 100.0


# ---- the file ----------------------------------------------------------------------------------------------------


def test_a_filled_store_has_its_names_beside_its_data(exports: Path, tmp_path: Path) -> None:
    fill_store(exports, tmp_path / "store")
    with Labels(tmp_path / "store" / LABELS) as opened:
        assert [each.label for each in opened.complete("salt")] == ["Salt Road"]


def test_the_data_opens_to_read_and_to_write_with_the_names_beside_it(exports: Path, tmp_path: Path) -> None:
    fill_store(exports, tmp_path / "store")
    read = len(open_store(tmp_path / "store"))
    assert len(Store(tmp_path / "store")) == read
    assert (tmp_path / "store" / LABELS).is_file()


def test_an_open_index_stays_what_it_was(exports: Path, tmp_path: Path) -> None:
    fill_store(exports, tmp_path / "store")
    with Labels(tmp_path / "store" / LABELS) as opened:
        (exports / "film-graph.ttl").write_text("", "utf-8")
        (exports / "evidence.trig").write_text("", "utf-8")
        fill_store(exports, tmp_path / "store")
        assert opened.complete("salt")
    with Labels(tmp_path / "store" / LABELS) as opened:
        assert opened.complete("salt") == []


def test_two_indexes_of_one_store_are_the_same(exports: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        fill_store(exports, tmp_path / name)
    one, two = (sqlite3.connect(tmp_path / name / LABELS) for name in ("one", "two"))
    assert list(one.iterdump()) == list(two.iterdump())
    one.close()
    two.close()


def test_no_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="kg build"):
        Labels(tmp_path / LABELS)


@pytest.mark.parametrize("damage", ["nonsense", "empty", "cut"])
def test_a_damaged_file_says_what_to_do(exports: Path, tmp_path: Path, damage: str) -> None:
    fill_store(exports, tmp_path / "store")
    path = tmp_path / "store" / LABELS
    data = {"nonsense": b"nonsense" * 5000, "empty": b"", "cut": path.read_bytes()[:3000]}[damage]
    path.write_bytes(data)
    with pytest.raises(UsageError, match="kg build"):
        Labels(path)


def test_a_file_of_another_version_says_what_to_do(exports: Path, tmp_path: Path) -> None:
    fill_store(exports, tmp_path / "store")
    path = tmp_path / "store" / LABELS
    with sqlite3.connect(path) as db:
        db.execute("UPDATE about_file SET value = '0' WHERE key = 'version'")
    db.close()
    with pytest.raises(UsageError, match="another version"):
        Labels(path)
    assert labels_of_store(tmp_path / "store") is None


def test_a_failed_writing_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / LABELS
    path.write_bytes(b"before")

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr("kg.graph.name_pages._entities", fail)
    with pytest.raises(BuildError, match="full"):
        write_labels(Store(), path)
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == [LABELS]


def test_another_base_is_that_of_the_index(tmp_path: Path) -> None:
    store = Store()
    node = NamedNode("https://example.org/films/film/kip")
    store.add(Quad(node, NamedNode(f"{RDFS}label"), Literal("Kip")))
    store.add(Quad(node, NamedNode(f"{RDF}type"), NamedNode("https://example.org/films/ontology#Film")))
    write_labels(store, tmp_path / LABELS, base="https://example.org/films/")
    with Labels(tmp_path / LABELS) as opened:
        assert opened.named("film/kip", "Film") == ["https://example.org/films/film/kip"]


def test_threads_look_up_at_once(labels: Labels) -> None:
    wanted, seen = labels.complete("harbour"), []
    threads = [threading.Thread(target=lambda: seen.append(labels.complete("harbour"))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [wanted] * 20


def test_names_on_several_pages_come_in_one_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    for number in range(50):
        thing(store, f"film/{number:02}", f"Film {number:02}", "Film", basedOn=" ".join(["work/x"] * (number > 40)))
    thing(store, "work/x", "X", "Work")
    write_labels(store, tmp_path / "one")
    monkeypatch.setattr("kg.graph.name_pages.PAGE", 7)
    monkeypatch.setattr("kg.graph.name_file.PAGE", 7)
    write_labels(store, tmp_path / "several")
    with Labels(tmp_path / "several") as several:
        page_by_page = several.complete("film", limit=60), several.candidates("film 07", limit=5)
    monkeypatch.undo()
    with Labels(tmp_path / "one") as one:
        assert page_by_page == (one.complete("film", limit=60), one.candidates("film 07", limit=5))
