"""The service over HTTP, held against its specification and used by our own client."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.resolve.authority.extension import extension_faults, flyout_faults, proposal_faults, suggestion_faults
from kg.resolve.authority.link import Link
from kg.resolve.authority.reconcile import reconcile
from kg.resolve.authority.service import ask, connect
from kg.resolve.authority.settings import options
from kg.resolve.authority.specification import manifest_faults, result_faults
from kg.resolve.entity import Entity

if TYPE_CHECKING:
    from pathlib import Path

    from register import Site

BASE = "https://w3id.org/filmkg/"
HOSTILE = '"><script>alert(1)</script>\n{{id}} ‮'


# ---- manifest ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "/"])
def test_the_manifest_fits_the_specification(site: Site, path: str) -> None:
    assert manifest_faults(site.get(path).json) == ()


def test_the_manifest_names_version_spaces_and_addresses(site: Site) -> None:
    manifest = site.get().json
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == BASE
    assert manifest["schemaSpace"] == f"{BASE}ontology#"
    assert manifest["suggest"]["entity"]["service_url"] == f"{site.origin}/reconcile"
    assert manifest["preview"]["url"].startswith(site.origin)


def test_pages_elsewhere_may_not_read_unless_they_are_named(site: Site) -> None:
    assert "access-control-allow-origin" not in site.get(headers={"Origin": "http://localhost:3333"}).headers


# ---- queries -----------------------------------------------------------------------------------------------------

QUERIES = {
    "q0": {"query": "Kip", "type": "Film", "limit": 3, "properties": [{"pid": "year", "v": 1998}]},
    "q1": {"query": "Bo Lind"},
    "q2": {"query": "Xylophone"},
    "q3": {"properties": [{"pid": "director", "v": {"id": "person/ana"}}]},
}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_batch_is_answered_as_the_specification_has_it(site: Site, method: str) -> None:
    answer = getattr(site, method)(queries=json.dumps(QUERIES)).json
    assert result_faults(answer) == ()
    assert list(answer) == list(QUERIES)


def test_an_empty_batch_has_an_empty_answer(site: Site) -> None:
    assert site.batch({}) == {}


def test_a_candidate_has_id_name_description_and_types(site: Site) -> None:
    best = site.result("The Salt Ferry")[0]
    assert best["id"] == "film/salt"
    assert best["name"] == "The Salt Ferry"
    assert best["description"] == "film by Ana Ruibal, Belgium / France"
    assert [each["id"] for each in best["type"]] == ["Film", "Work"]


def test_candidates_come_best_first(site: Site) -> None:
    scores = [each["score"] for each in site.result("The Salt")]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_an_id_is_its_own_best_candidate(site: Site) -> None:
    assert site.result("person/bo-2")[0]["id"] == "person/bo-2"


@pytest.mark.parametrize(
    "kind", ["Company", ["Company"], f"{BASE}ontology#Company", "kg:Company", ["Nonsense", "Company"]]
)
def test_candidates_are_of_the_type_or_below_it(site: Site, kind: Any) -> None:
    assert {each["type"][0]["id"] for each in site.result("Film", type=kind)} == {"Company", "PublicBody"}


def test_no_more_candidates_come_than_asked_for(site: Site) -> None:
    assert len(site.result("Bo Lind", limit=1)) == 1


def test_fields_of_a_client_s_own_are_passed_over(site: Site) -> None:
    assert site.result("Kip", type_strict="should", extra={"of": "mine"})


def test_names_come_back_as_data(site: Site) -> None:
    assert site.result(HOSTILE)[0]["name"] == HOSTILE


@pytest.mark.parametrize(
    "fields",
    [{"query": "Kip"}, {"query": '{"query": "Kip", "limit": 2}'}, {"query": "Kip", "type": "Film", "limit": "2"}],
)
def test_one_query_is_answered_as_of_old(site: Site, fields: dict[str, str]) -> None:
    for reply in (site.get(**fields), site.post(**fields)):
        assert result_faults({"q": reply.json}) == ()
        assert reply.json["result"][0]["name"] == "Kip"


def test_the_graph_is_not_asked_where_names_are_enough(site: Site) -> None:
    site.batch({"q": {"query": "Kip"}})
    assert site.desk.asked == []


def test_the_graph_is_asked_once_for_a_property_of_a_whole_batch(site: Site) -> None:
    site.batch({str(n): {"query": "Kip", "properties": [{"pid": "director", "v": "Ana"}]} for n in range(20)})
    assert len(site.desk.asked) == 1


# ---- what is refused ---------------------------------------------------------------------------------------------


def _q(**query: Any) -> str:
    return json.dumps({"q": query})


@pytest.mark.parametrize(
    ("queries", "status", "said"),
    [
        ("{", 400, "no JSON"), ("[]", 400, "an object"), ("7", 400, "an object"), ('{"q": 1}', 400, "q: an object"),
        ('{"q": {}}', 400, "query or properties"), (_q(query=""), 400, "q.query"),
        (_q(query="a", limit=0), 400, "q.limit"),
        (_q(query="a", limit="3"), 400, "q.limit"), (_q(query="a", properties=[{"v": 1}]), 400, "pid"),
        (_q(query="a", type=3), 400, "q.type"), ('{"q": {"query": "a", "limit": NaN}}', 400, "NaN"),
        (_q(query="x" * 1001), 400, "longer than 1000"), ("[" * 50_000, 400, "nested"),
        (_q(query="a", properties=[{"pid": "year", "v": [[[[[[[1]]]]]]]}]), 400, "nested"),
        ('{"q": {"query": "\\ud800"}}', 400, "q.query"), ("1" * 5000, 400, "no JSON"),
        (json.dumps({str(n): {"query": "a"} for n in range(101)}), 413, "at most 100"),
        (_q(query="a", properties=[{"pid": "year", "v": ["1"] * 51}]), 400, "50 values"),
        (_q(query="a", properties=[{"pid": "year", "v": "x" * 1001}]), 400, "longer"),
    ],
)  # fmt: skip
def test_a_malformed_batch_is_refused_with_a_reason(site: Site, queries: str, status: int, said: str) -> None:
    reply = site.post(queries=queries)
    assert reply.status == status
    assert said in reply.json["detail"]
    assert reply.headers["content-type"] == "application/problem+json"


def test_a_hundred_queries_are_answered(site: Site) -> None:
    assert len(site.batch({str(n): {"query": "Kip"} for n in range(100)})) == 100


def test_a_body_of_more_than_a_mebibyte_is_refused(site: Site) -> None:
    assert site.post(b"queries=" + b"a" * 1024 * 1024).status == 413


@pytest.mark.parametrize(
    "body", [b"\xff", b"queries=%ff", b"queries=%ED%A0%80", b"&".join([b"a=1"] * 30), b"nothing=1", b"queries"]
)
def test_a_form_that_is_none_is_refused(site: Site, body: bytes) -> None:
    assert site.post(body).status == 400


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain"])
def test_another_form_of_body_is_refused(site: Site, kind: str) -> None:
    assert site.post(b"{}", kind).status == 415


@pytest.mark.parametrize("path", ["", "/suggest/entity", "/flyout/entity", "/extend/propose"])
def test_jsonp_is_refused(site: Site, path: str) -> None:
    reply = site.get(path, callback="alert")
    assert reply.status == 400
    assert "JSONP" in reply.json["detail"]


def test_another_method_is_refused(site: Site) -> None:
    assert site.get(method="DELETE").status == 405


def test_a_graph_that_cannot_be_asked_is_told_as_busy(site: Site) -> None:
    site.desk.error = QueryError("too long")
    reply = site.post(queries=_q(query="Kip", properties=[{"pid": "director", "v": "Ana"}]))
    assert reply.status == 503
    assert "too long" in reply.json["detail"]


VALUES = (
    st.text(max_size=20)
    | st.integers()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.fixed_dictionaries({"id": st.text(min_size=1, max_size=20)})
)
PIDS = st.sampled_from(["year", "director", "country", "company", "genre", "^sold", "odd"])
QUERY = st.fixed_dictionaries(
    {"query": st.text(min_size=1, max_size=30)},
    optional={
        "type": st.text(max_size=8),
        "properties": st.lists(
            st.fixed_dictionaries({"pid": PIDS, "v": VALUES | st.lists(VALUES, max_size=3)}), max_size=3
        ),
    },
)
BATCHES = st.dictionaries(st.text(st.characters(categories=None), max_size=5), QUERY, max_size=4)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BATCHES)
def test_any_batch_that_fits_is_answered_so(site: Site, queries: dict[str, Any]) -> None:
    reply = site.post(queries=json.dumps(queries))
    assert reply.status == 200
    assert result_faults(reply.json) == ()


# ---- suggestions -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "prefix", "first"),
    [
        ("entity", "salt", "film/salt"), ("entity", "film/old", "film/old"), ("entity", "Slat Ferry", "film/salt"),
        ("property", "dir", "director"), ("property", "country of", "countryOfOrigin"), ("type", "fil", "Film"),
        ("type", "body", "PublicBody"),
    ],
)  # fmt: skip
def test_what_is_typed_gets_suggestions(site: Site, what: str, prefix: str, first: str) -> None:
    answer = site.get(f"/suggest/{what}", prefix=prefix).json
    assert suggestion_faults(answer) == ()
    assert answer["result"][0]["id"] == first


def test_suggestions_go_on_behind_those_skipped(site: Site) -> None:
    everything = site.get("/suggest/property", prefix="").json["result"]
    assert site.get("/suggest/property", prefix="", cursor="3").json["result"][0] == everything[3]


@pytest.mark.parametrize("cursor", ["-1", "x", "٣", "9" * 30])
def test_a_cursor_that_is_no_number_is_refused(site: Site, cursor: str) -> None:
    assert site.get("/suggest/entity", prefix="a", cursor=cursor).status == 400


def test_suggested_things_may_be_of_one_type(site: Site) -> None:
    found = site.get("/suggest/entity", prefix="film", type="PublicBody").json["result"]
    assert [each["id"] for each in found] == ["company/fund"]


def test_nothing_else_is_suggested(site: Site) -> None:
    assert site.get("/suggest/colour", prefix="a").status == 404


@pytest.mark.parametrize(
    ("what", "id_"), [("entity", "film/salt"), ("property", "director"), ("property", "^sold"), ("type", "Film")]
)
def test_a_flyout_tells_in_a_few_words(site: Site, what: str, id_: str) -> None:
    answer = site.get(f"/flyout/{what}", id=id_).json
    assert flyout_faults(answer) == ()
    assert answer["id"] == id_


@pytest.mark.parametrize("what", ["entity", "property", "type", "colour"])
def test_a_flyout_of_nothing_is_not_found(site: Site, what: str) -> None:
    assert site.get(f"/flyout/{what}", id="nothing").status == 404


def test_a_hostile_name_is_text_in_a_flyout(site: Site) -> None:
    assert "<script" not in site.get("/flyout/entity", id="person/odd").json["html"]


# ---- preview and view --------------------------------------------------------------------------------------------


def test_a_preview_is_a_page_without_script(site: Site) -> None:
    reply = site.get("/preview", id="film/salt")
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "The Salt Ferry" in reply.text
    assert "script-src" not in reply.headers["content-security-policy"]
    assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_a_hostile_name_is_text_in_a_preview(site: Site) -> None:
    text = site.get("/preview", id="person/odd").text
    assert "<script" not in text
    assert "&lt;script" in text


def test_a_thing_is_viewed_on_its_own_page(site: Site) -> None:
    reply = site.get("/view", id="film/salt")
    assert (reply.status, reply.headers["location"]) == (303, "/film/salt")


@pytest.mark.parametrize("path", ["/view", "/preview"])
@pytest.mark.parametrize("id_", ["", "film/nothing", "https://example.org/", "//example.org/x", "../x"])
def test_what_is_not_there_is_not_found(site: Site, path: str, id_: str) -> None:
    assert site.get(path, id=id_).status == 404


# ---- data extension ----------------------------------------------------------------------------------------------


def _extend(site: Site, ids: list[str], *properties: Any) -> Any:
    wanted = [each if isinstance(each, dict) else {"id": each} for each in properties]
    reply = site.post(extend=json.dumps({"ids": ids, "properties": wanted}))
    assert reply.status == 200, reply.text
    assert extension_faults(reply.json) == ()
    return reply.json


def test_values_are_given_by_thing_and_property(site: Site) -> None:
    rows = _extend(site, ["film/salt", "film/kip"], "director", "country", "year", "genre")["rows"]
    assert rows == {
        "film/salt": {
            "director": [{"id": "person/ana", "name": "Ana Ruibal"}],
            "country": [{"id": "country/BE", "name": "Belgium"}, {"id": "country/FR", "name": "France"}],
            "year": [],
            "genre": [{"str": "drama"}],
        },
        "film/kip": {
            "director": [{"id": "person/ana", "name": "Ana Ruibal"}],
            "country": [{"id": "country/NO", "name": "Norway"}],
            "year": [{"int": 1998}],
            "genre": [],
        },
    }


def test_a_column_says_of_which_type_its_things_are(site: Site) -> None:
    assert _extend(site, ["film/salt"], "director", "genre")["meta"] == [
        {"id": "director", "name": "director", "type": {"id": "Person", "name": "person"}},
        {"id": "genre", "name": "genre"},
    ]


def test_a_date_is_given_as_a_moment(site: Site) -> None:
    assert _extend(site, ["film/kip"], "releasedOn")["rows"]["film/kip"]["releasedOn"] == [
        {"date": "1998-05-01T00:00:00Z"}
    ]


def test_a_predicate_is_followed_both_ways(site: Site) -> None:
    assert _extend(site, ["film/old"], "^basedOn")["rows"]["film/old"]["^basedOn"][0]["id"] == "film/salt"


def test_a_limit_leaves_that_many_values(site: Site) -> None:
    wanted = {"id": "country", "settings": {"limit": "1"}}
    assert len(_extend(site, ["film/salt"], wanted)["rows"]["film/salt"]["country"]) == 1


@pytest.mark.parametrize("id_", ["film/nothing", "x> } SELECT", HOSTILE, "javascript:alert(1)"])
def test_an_unknown_thing_has_no_values(site: Site, id_: str) -> None:
    assert _extend(site, [id_], "director")["rows"] == {id_: {"director": []}}


@pytest.mark.parametrize(
    "extend",
    ["{", "[]", '{"ids": ["a"]}', '{"ids": [1], "properties": []}', '{"ids": [], "properties": [{"id": "odd"}]}'],
)  # fmt: skip
def test_a_malformed_extension_is_refused(site: Site, extend: str) -> None:
    assert site.post(extend=extend).status == 400


def test_too_many_things_are_refused(site: Site) -> None:
    query = {"ids": [f"film/{n}" for n in range(1001)], "properties": []}
    assert site.post(extend=json.dumps(query)).status == 413


def test_properties_of_a_type_are_proposed(site: Site) -> None:
    answer = site.get("/extend/propose", type="Film").json
    assert proposal_faults(answer) == ()
    assert {"director", "year", "screenedAt"} <= {each["id"] for each in answer["properties"]}
    assert "bornIn" not in {each["id"] for each in answer["properties"]}


def test_properties_of_an_unknown_type_are_all(site: Site) -> None:
    everything = site.get("/extend/propose", type=f"{BASE}ontology#").json["properties"]
    assert {"director", "bornIn"} <= {each["id"] for each in everything}


def test_no_more_properties_are_proposed_than_asked_for(site: Site) -> None:
    assert len(site.get("/extend/propose", type="Film", limit="2").json["properties"]) == 2


# ---- our own client ----------------------------------------------------------------------------------------------


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.usefixtures("local")
def test_our_own_client_reads_manifest_and_answers(site: Site) -> None:
    service, _ = connect(f"{site.origin}/reconcile", Link())
    answers = list(ask(service, [{"query": "Kip"}] * 250))
    assert [answer.fault for answer in answers] == [""] * 250
    assert service.address("film/kip") == f"{BASE}film/kip"


@pytest.mark.usefixtures("local")
def test_our_own_client_reconciles_with_what_it_knows(site: Site, tmp_path: Path) -> None:
    kip = Entity("film/x", "Film", "Kip")
    facts = {"film/x": {"director": ("Bo Lind",), "year": ("2021",), "country": ("Belgique",)}}
    given_ = options(["film.director=director", "film.year=year", "film.country=country"])
    (found,) = reconcile(
        f"{site.origin}/reconcile", "film", [kip], facts, cache=tmp_path / "cache.sqlite", settings=given_
    )
    assert [(each.id, each.match) for each in found.candidates[:2]] == [("film/kip-2", True), ("film/kip", False)]
    assert found.candidates[0].judgement == "likely"
