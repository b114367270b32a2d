"""Entities to candidates, through the cache."""

from __future__ import annotations

import sqlite3
from pathlib import Path  # noqa: TC003 - tests say what their fixtures are
from typing import TYPE_CHECKING, Any

import pytest
from film_register import MANIFEST, WIKIDATA, Register, Say, candidate, echo

from kg.claim import Claim, Mention, Value
from kg.document import Span
from kg.errors import ServiceError
from kg.resolve import Ledger, resolve
from kg.resolve.authority.cache import Cache
from kg.resolve.authority.candidate import entities_of, facts_of, make_query
from kg.resolve.authority.reconcile import Found, reconcile
from kg.resolve.authority.service import Service
from kg.resolve.authority.settings import settings_for
from kg.resolve.entity import Entity

if TYPE_CHECKING:
    from kg.resolve.authority.link import Link

KIP, SALT = Entity("film/kip", "Film", "Kip", ("Le Kip",)), Entity("film/salt", "Film", "Salt Ferry")


def say(subject: Mention, predicate: str, target: Mention | Value) -> Claim:
    return Claim("a/1", None, subject, predicate, target, (Span(0, 1, "x"),), "t/1", "t")


CLAIMS = [
    say(Mention("Person", "Ana Ruibal"), "directed", Mention("Film", "Kip")),
    say(Mention("Person", "Bo Lind"), "directed", Mention("Film", "Kip")),
    say(Mention("Person", "Cy Moss"), "produced", Mention("Film", "Kip")),
    say(Mention("Company", "Nord Film"), "produced", Mention("Film", "Kip")),
    say(Mention("PublicBody", "Film Fund"), "funded", Mention("Film", "Kip")),
    say(Mention("Film", "Kip"), "releasedOn", Value("1998-05-01")),
    say(Mention("Film", "Kip"), "countryOfOrigin", Mention("Country", "Norway")),
    say(Mention("Company", "Nord Film"), "companyCountry", Mention("Country", "Norway")),
]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "authorities.sqlite"


@pytest.fixture
def run(register: Register, cache: Path, link: Link) -> Any:
    def call(mode: Any = "online", entities: Any = (KIP, SALT), **more: Any) -> tuple[Found, ...]:
        return reconcile(register.url, "film", entities, {}, cache=cache, mode=mode, link=link, **more)

    return call


# ---- queries -----------------------------------------------------------------------------------------------------


def query_of(label: str, kind: str, manifest: dict[str, Any]) -> dict[str, Any]:
    resolution = resolve(CLAIMS, [], Ledger())
    entity = next(each for each in entities_of(resolution, kind) if each.label == label)
    settings = settings_for(Service("https://w.example.org/", manifest))
    return make_query(entity, kind, facts_of(CLAIMS, resolution), settings, 3)


def test_a_film_is_asked_for_with_director_year_and_country() -> None:
    assert query_of("Kip", "film", WIKIDATA) == {
        "query": "Kip",
        "type": "Q11424",
        "limit": 3,
        "properties": [
            {"pid": "P495", "v": "Norway"},
            {"pid": "P57", "v": ["Ana Ruibal", "Bo Lind"]},
            {"pid": "P577", "v": "1998"},
        ],
    }


def test_a_person_is_asked_for_by_name_alone() -> None:
    assert query_of("Ana Ruibal", "person", WIKIDATA) == {"query": "Ana Ruibal", "type": "Q5", "limit": 3}


def test_a_company_is_asked_for_with_its_country() -> None:
    assert query_of("Nord Film", "company", WIKIDATA)["properties"] == [{"pid": "P17", "v": "Norway"}]


def test_a_public_body_is_a_company_too() -> None:
    assert [each.label for each in entities_of(resolve(CLAIMS, [], Ledger()), "company")] == ["Film Fund", "Nord Film"]


def test_another_service_gets_no_properties_unasked() -> None:
    assert query_of("Kip", "film", MANIFEST) == {"query": "Kip", "type": "film", "limit": 3}


def test_a_producer_who_is_a_person_is_no_company_of_a_film() -> None:
    assert facts_of(CLAIMS, resolve(CLAIMS, [], Ledger()))["film/kip"]["company"] == ("Nord Film",)


# ---- candidates --------------------------------------------------------------------------------------------------


def test_a_candidate_says_where_it_comes_from(run: Any, register: Register) -> None:
    more = {"description": "film of 1998", "type": [{"id": "film", "name": "Film"}, "work"], "match": True}
    register.answer = lambda _: {"q0": {"result": [candidate("Kip", 7, **more)]}}
    found = run(entities=[KIP])[0].candidates[0]
    assert (found.entity, found.label, found.type) == ("film/kip", "Kip", "Film")
    assert (found.service, found.asked) == (register.url, "2026-11-21T12:00:00Z")
    assert found.query == '{"limit":3,"query":"Kip","type":"film"}'
    assert (found.id, found.name, found.description, found.score, found.match) == (
        "Q7",
        "Kip",
        "film of 1998",
        93,
        True,
    )
    assert found.types == (("film", "Film"), ("work", ""))


@pytest.mark.parametrize(
    ("name", "judgement"), [("KÍP", "likely"), ("le kip", "likely"), ("Kips", "possible"), ("Kip (film)", "possible")]
)
def test_the_same_name_is_likely_another_possible(run: Any, register: Register, name: str, judgement: str) -> None:
    register.answer = lambda _: {"q0": {"result": [candidate(name)]}}
    assert run(entities=[KIP])[0].candidates[0].judgement == judgement


@pytest.mark.parametrize("name", ['Say "Kip"', "{Kip}", "Kip\nSalt", "\x1b[31mKip", "\u202eKip"])
def test_a_candidates_name_comes_as_data(run: Any, register: Register, name: str) -> None:
    register.answer = lambda _: {"q0": {"result": [candidate(name)]}}
    assert run(entities=[KIP])[0].candidates[0].name == name


def test_more_candidates_than_wanted_are_cut(run: Any, register: Register) -> None:
    register.answer = lambda _: {"q0": {"result": [candidate("Kip", number) for number in range(1, 9)]}}
    assert len(run(entities=[KIP], limit=2)[0].candidates) == 2


def test_one_fault_is_told_and_the_rest_goes_on(run: Any, register: Register) -> None:
    register.answer = lambda queries: {**echo(queries), "q0": {"result": 3}}
    first, second = run()
    assert (first.fault, first.candidates) == ("q0.result: an array was wanted", ())
    assert [each.name for each in second.candidates] == ["Salt Ferry"]


def test_two_entities_of_one_name_are_asked_for_once(run: Any, register: Register) -> None:
    found = run(entities=[KIP, Entity("film/kip-2", "Film", "Kip")])
    assert len(register.batches[0]) == 1
    assert [each.candidates[0].entity for each in found] == ["film/kip", "film/kip-2"]


# ---- modes -------------------------------------------------------------------------------------------------------


def test_online_asks_only_for_what_is_not_kept(run: Any, register: Register) -> None:
    run(entities=[KIP])
    run()
    assert [[query["query"] for query in batch.values()] for batch in register.batches] == [["Kip"], ["Salt Ferry"]]
    assert register.gets == 1


def test_a_fault_is_not_kept(run: Any, register: Register) -> None:
    register.answer = lambda _: b"garbage"
    run()
    register.answer = echo
    assert not any(each.fault for each in run())


def test_what_came_before_a_stop_is_kept(run: Any, register: Register, cache: Path) -> None:
    register.manifest["batchSize"] = 1

    def stop(queries: dict[str, Any]) -> Any:
        return echo(queries) if queries["q0"]["query"] == "Kip" else Say(status=404)

    register.answer = stop
    run()
    with Cache(cache) as store:
        assert [each.query for each in store.answers(register.url)] == ['{"limit":3,"query":"Kip","type":"film"}']


def test_offline_asks_nobody(run: Any, register: Register) -> None:
    run(entities=[KIP])
    asked = (register.gets, len(register.batches))
    kip, salt = run("offline")
    assert (register.gets, len(register.batches)) == asked
    assert [each.name for each in kip.candidates] == ["Kip"]
    assert (salt.unanswered, salt.fault) == (True, "")


def test_offline_without_a_cache_says_so(run: Any, cache: Path) -> None:
    with pytest.raises(ServiceError, match="there is no cache"):
        run("offline")
    assert not cache.exists()


def test_offline_of_a_service_never_asked_says_so(run: Any, cache: Path, link: Link) -> None:
    run()
    with pytest.raises(ServiceError, match="nothing is kept of this service"):
        reconcile("http://127.0.0.1:1/", "film", [KIP], {}, cache=cache, mode="offline", link=link)


def test_refresh_asks_anew_and_keeps_what_was(run: Any, register: Register, cache: Path) -> None:
    run(entities=[KIP])
    register.answer = lambda _: {"q0": {"result": []}}
    assert run("refresh", entities=[KIP])[0].candidates == ()
    with Cache(cache) as store:
        assert len(store.history(register.url, '{"limit":3,"query":"Kip","type":"film"}')) == 1


def test_a_refresh_that_fails_leaves_the_earlier_answer(run: Any, register: Register) -> None:
    run(entities=[KIP])
    register.answer = lambda _: Say(status=404)
    assert run("refresh", entities=[KIP])[0].fault == "HTTP 404 Not Found"
    assert [each.name for each in run("offline", entities=[KIP])[0].candidates] == ["Kip"]


@pytest.mark.parametrize("response", ["{", "[]", '{"result": [{}]}', b"\x00"])
def test_an_answer_changed_in_the_file_is_asked_for_again(
    run: Any, register: Register, cache: Path, response: str | bytes
) -> None:
    run(entities=[KIP])
    store = sqlite3.connect(cache)
    with store:
        store.execute("UPDATE answers SET response = ? WHERE query <> 'manifest'", (response,))
    store.close()
    assert run("offline", entities=[KIP])[0].fault.startswith("the kept")
    assert [each.name for each in run(entities=[KIP])[0].candidates] == ["Kip"]
    assert len(register.batches) == 2
