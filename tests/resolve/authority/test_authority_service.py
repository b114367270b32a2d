"""A service is asked politely, within limits, and what one query comes to costs the others nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from film_register import MANIFEST, WIKIDATA, Clock, Register, Say, candidate, echo

from kg.errors import ServiceError, UsageError
from kg.resolve.authority.address import proper
from kg.resolve.authority.link import Link, fetch
from kg.resolve.authority.service import Answer, Service, ask, canonical, connect


def asked(register: Register, link: Link, *names: str) -> list[Answer]:
    return list(ask(Service(register.url, register.manifest), [{"query": name} for name in names], link))


def names(answer: Answer) -> list[str]:
    return [each["name"] for each in answer.candidates]


def test_a_service_is_known_by_its_manifest(register: Register, link: Link) -> None:
    service, text = connect(register.url, link)
    assert (service.name, json.loads(text)) == ("Film register of the Islands", MANIFEST)


def test_each_query_gets_its_own_answer(register: Register, link: Link) -> None:
    assert [names(answer) for answer in asked(register, link, "Kip", "Salt Ferry")] == [["Kip"], ["Salt Ferry"]]


def test_ten_queries_go_in_a_batch(register: Register, link: Link) -> None:
    asked(register, link, *map(str, range(23)))
    assert [len(batch) for batch in register.batches] == [10, 10, 3]


def test_the_manifest_may_say_how_many(register: Register, link: Link) -> None:
    register.manifest["batchSize"] = 4
    asked(register, link, *map(str, range(6)))
    assert [len(batch) for batch in register.batches] == [4, 2]


def test_a_batch_that_is_too_large_is_halved(register: Register, link: Link) -> None:
    register.answer = lambda queries: Say(status=413) if len(queries) > 3 else echo(queries)
    answers = asked(register, link, *map(str, range(10)))
    assert [names(answer) for answer in answers] == [[str(number)] for number in range(10)]


def test_one_query_that_is_too_large_is_a_fault(register: Register, link: Link) -> None:
    register.answer = lambda _: Say(status=413)
    assert asked(register, link, "Kip")[0].fault.startswith("HTTP 413")


def test_it_says_who_asks(register: Register, link: Link) -> None:
    asked(register, link, "Kip")
    assert register.headers["user-agent"].startswith("filmkg/")
    assert register.headers["content-type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "name", ['Say "Kip"', "{Kip}", "Kip\nSalt", "K&queries=%7B%7D", "Чайка", "🎬", "a+b%20c", "\\u0041"]
)
def test_any_name_comes_back_as_it_went(register: Register, link: Link, name: str) -> None:
    assert names(asked(register, link, name)[0]) == [name]


def test_the_text_of_one_answer_is_kept_as_it_came(register: Register, link: Link) -> None:
    own = b'{"result": [ {"name":"Kip\\u0021", "id":"f1" ,"score":1.50} ]}'
    register.answer = lambda _: b' {"q1" :{"result":[]}, "q0":\n' + own + b" } "
    assert asked(register, link, "Kip", "Salt")[0].raw == own.decode()


# ---- a service in trouble ----------------------------------------------------------------------------------------


def test_429_is_tried_again(register: Register, link: Link, clock: Clock) -> None:
    register.first = [Say(status=429), Say(status=503)]
    assert names(asked(register, link, "Kip")[0]) == ["Kip"]
    assert clock.slept == [1.0, 2.0]


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7.0), ("0", 0.0), ("99999999999", 60.0), ("Sat, 21 Nov 2026 12:00:05 GMT", 5.0),
        ("Fri, 20 Nov 2026 12:00:00 GMT", 0.0), ("soon", 1.0), ("-3", 1.0), ("²", 1.0),
    ],
)  # fmt: skip
def test_retry_after_is_honoured_within_reason(
    register: Register, link: Link, clock: Clock, said: str, seconds: float
) -> None:
    register.first = [Say(status=429, headers={"Retry-After": said.encode().decode("latin-1")})]
    asked(register, link, "Kip")
    assert clock.slept == [seconds]


def test_500_always_is_a_fault_of_each_query(register: Register, link: Link, clock: Clock) -> None:
    register.answer = lambda _: Say(status=500)
    answers = asked(register, link, "Kip", "Salt")
    assert [answer.fault for answer in answers] == ["HTTP 500 Internal Server Error, asked 4 times"] * 2
    assert clock.slept == [1.0, 2.0, 4.0]


def test_404_is_not_tried_again(register: Register, link: Link, clock: Clock) -> None:
    register.answer = lambda _: Say(status=404)
    assert asked(register, link, "Kip")[0].fault == "HTTP 404 Not Found"
    assert clock.slept == []


def test_after_three_failed_batches_the_rest_is_not_asked(register: Register, link: Link) -> None:
    register.answer = lambda _: Say(status=404)
    answers = asked(register, link, *map(str, range(50)))
    assert len(register.batches) == 3
    assert [answer.fault for answer in answers[30:]] == ["not asked: the service failed before"] * 20


def test_a_failed_batch_between_good_ones_costs_only_itself(register: Register, link: Link) -> None:
    register.answer = lambda queries: Say(status=404) if queries["q0"]["query"] == "10" else echo(queries)
    faults = [bool(answer.fault) for answer in asked(register, link, *map(str, range(30)))]
    assert faults == [False] * 10 + [True] * 10 + [False] * 10


def test_a_slow_service_is_given_up(register: Register, link: Link) -> None:
    register.is_slow = True
    answer = asked(register, replace(link, timeout=0.05), "Kip")[0]
    assert answer.fault == "no answer within 0.05 seconds"


def test_an_answer_that_never_ends_is_given_up(register: Register, link: Link) -> None:
    passed = iter(range(0, 10_000, 100))
    answer = asked(register, replace(link, monotonic=lambda: float(next(passed))), "Kip")[0]
    assert answer.fault == "the answer took longer than 60 seconds"


def test_nobody_there_is_a_fault(link: Link) -> None:
    answers = list(ask(Service("http://127.0.0.1:1/api", MANIFEST), [{"query": "Kip"}], link))
    assert answers[0].fault.startswith("it cannot be reached")


# ---- answers that are none ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"<html>Sorry", "the answer is no JSON object"),
        (b"", "the answer is no JSON object"),
        (b'{"q0": NaN}', "the answer is no JSON object: NaN"),
        (b"[" * 100_000, "the answer is no JSON object"),
        (b"[]", "the answer is no JSON object: an object was wanted"),
        (b'{"q0": {"result": []}} trailing', "the answer is no JSON object"),
        (b"\xff\xfe", "the answer is not UTF-8"),
        (b"{}", "the service gave no answer to it"),
        (b'{"q0": []}', "q0: an object was wanted"),
        (b'{"q0": {"result": [{"id": "a", "name": "b", "score": "c"}]}}', "q0.result[0].score: a number was wanted"),
        (b'{"status": "error", "message": "no"}', "the service gave no answer to it"),
    ],
)
def test_what_is_no_answer_is_told(register: Register, link: Link, body: bytes, fault: str) -> None:
    register.answer = lambda _: body
    assert asked(register, link, "Kip")[0].fault.startswith(fault)


def test_a_malformed_answer_costs_no_other(register: Register, link: Link) -> None:
    register.answer = lambda queries: {**echo(queries), "q1": {"result": [candidate("x", score=None)]}}
    answers = asked(register, link, "Kip", "Salt", "Ferry")
    assert [answer.fault for answer in answers] == ["", "q1.result[0].score: a number was wanted", ""]
    assert answers[1].candidates == []


def test_an_answer_with_a_mark_at_its_beginning_is_read(register: Register, link: Link) -> None:
    register.answer = lambda queries: b"\xef\xbb\xbf" + json.dumps(echo(queries)).encode()
    assert names(asked(register, link, "Kip")[0]) == ["Kip"]


def test_an_oversized_answer_is_not_read(register: Register, link: Link) -> None:
    register.answer = lambda _: b" " * 2000
    assert asked(register, replace(link, largest=1000), "Kip")[0].fault == "the answer is larger than 1000 bytes"


def test_an_oversized_answer_without_a_length_is_cut(register: Register, link: Link) -> None:
    register.answer = lambda _: Say(b" " * 200_000, headers={"Content-Length": "", "Connection": "close"})
    fault = asked(register, replace(link, largest=1000), "Kip")[0].fault
    assert fault == "the answer is larger than 1000 bytes"


def chunked(queries: dict[str, Any], end: bytes = b"0\r\n\r\n") -> Say:
    body = json.dumps(echo(queries)).encode()
    parts = [b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:7], body[7:])]
    return Say(b"".join(parts) + end, headers={"Transfer-Encoding": "chunked", "Content-Length": ""})


def test_an_answer_in_chunks_is_read(register: Register, link: Link) -> None:
    register.answer = chunked
    assert names(asked(register, link, "Kip")[0]) == ["Kip"]


def test_chunks_cut_off_are_a_fault(register: Register, link: Link) -> None:
    register.answer = lambda queries: chunked(queries, end=b"ff\r\n{")
    assert asked(register, link, "Kip")[0].fault.startswith("it cannot be reached")


def test_an_answer_cut_off_is_a_fault(register: Register, link: Link) -> None:
    register.answer = lambda queries: Say(json.dumps(echo(queries)).encode(), headers={"Content-Length": "9999"})
    assert asked(register, link, "Kip")[0].fault != ""


# ---- where it leads ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_form_is_sent_again_where_it_moved(register: Register, link: Link, status: int) -> None:
    register.first = [Say(status=status, headers={"Location": "/elsewhere"})]
    assert names(asked(register, link, "Kip")[0]) == ["Kip"]


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "javascript:x", "http://a:b@127.0.0.1/"]
)
def test_a_redirect_leads_to_the_web_only(register: Register, link: Link, place: str) -> None:
    register.answer = lambda _: Say(status=302, headers={"Location": place})
    fault = asked(register, link, "Kip")[0].fault
    assert fault == f"it redirects to {place}, where kg does not go"


def test_redirects_without_end_are_given_up(register: Register, link: Link) -> None:
    register.answer = lambda _: Say(status=302, headers={"Location": register.url})
    assert asked(register, link, "Kip")[0].fault == "more than 5 redirects"


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/", "example.org/api", "http://", "http://u:p@example.org/", "http://a b/",
     "https://exa\nmple.org/", "http://[::1", "http://example.org:99999/", "javascript:alert(1)", ""],
)  # fmt: skip
def test_an_address_that_is_none_of_a_service_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        proper(url)


def test_a_fragment_is_no_part_of_an_address() -> None:
    assert proper("https://example.org/api?lang=fr#top") == "https://example.org/api?lang=fr"


def test_https_never_leads_to_http(monkeypatch: pytest.MonkeyPatch, link: Link) -> None:
    def moved(*_: Any) -> Any:
        return 302, {"Location": "http://example.org/"}, b""

    monkeypatch.setattr("kg.resolve.authority.link._request", moved)
    assert fetch("https://example.org/", link).reason == "it redirects from https to http"


# ---- manifests ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ({"name": "Old"}, "versions: is missing"),
        ([], "an object was wanted"),
        ({**MANIFEST, "batchSize": -1}, "batchSize: a positive integer was wanted"),
    ],
)
def test_a_manifest_that_does_not_fit_is_an_error(register: Register, link: Link, manifest: Any, said: str) -> None:
    register.manifest = manifest
    with pytest.raises(ServiceError, match=said):
        connect(register.url, link)


def test_a_page_that_is_no_service_is_an_error(register: Register, link: Link) -> None:
    register.first = [Say(b"<!doctype html>")]
    with pytest.raises(ServiceError, match="no JSON"):
        connect(register.url, link)


def test_a_manifest_that_is_not_there_is_an_error(register: Register, link: Link) -> None:
    register.first = [Say(status=404)]
    with pytest.raises(ServiceError, match="HTTP 404"):
        connect(register.url, link)


def test_a_service_that_wants_credentials_is_an_error(register: Register, link: Link) -> None:
    register.manifest["authentication"] = {"type": "basic"}
    with pytest.raises(ServiceError, match="credentials"):
        asked(register, link, "Kip")


@pytest.mark.parametrize(
    ("manifest", "given", "identifier"),
    [
        (WIKIDATA, "Q42", "wikidata:Q42"),
        ({**WIKIDATA, "identifierSpace": "https://www.wikidata.org/entity/"}, "Q42", "wikidata:Q42"),
        (MANIFEST, "f 17", "https://films.example.org/id/f%2017"),
        ({**MANIFEST, "identifierSpace": "urn:x", "view": {"url": "https://f.org/{{id}}"}}, "a/b", "https://f.org/a%2Fb"),
        ({**MANIFEST, "identifierSpace": "http://f.org/type"}, "f17", "127.0.0.1:f17"),
        ({**MANIFEST, "identifierSpace": "https://www.imdb.com/title/"}, "tt0110598", "imdb:tt0110598"),
        ({**MANIFEST, "identifierSpace": "https://doi.org/"}, "10.5240/EA73-79D7-1B2B-B378-3A73-M",
         "eidr:10.5240/EA73-79D7-1B2B-B378-3A73-M"),
        (MANIFEST, "https://d-nb.info/gnd/118", "https://d-nb.info/gnd/118"),
        ({**MANIFEST, "identifierSpace": "http://f.org/type"}, "<script>\n", "127.0.0.1:%3Cscript%3E%0A"),
    ],
)  # fmt: skip
def test_an_id_becomes_an_identifier(manifest: dict[str, Any], given: str, identifier: str) -> None:
    assert Service("http://127.0.0.1:8000/api", manifest).identifier(given) == identifier


def test_a_query_has_one_canonical_form() -> None:
    assert canonical({"query": "É", "limit": 3}) == '{"limit":3,"query":"É"}' == canonical({"limit": 3, "query": "É"})


# ---- what the other side cannot do -------------------------------------------------------------------------------


def test_requests_know_the_web_and_nothing_else() -> None:
    from kg.resolve.authority.link import _opener

    known = {scheme for scheme in _opener().handle_open if scheme != "unknown"}
    assert known <= {"http", "https"}


def test_certificates_are_checked() -> None:
    import ssl
    import urllib.request

    from kg.resolve.authority.link import _opener

    handler = next(each for each in _opener().handlers if isinstance(each, urllib.request.HTTPSHandler))
    context = handler._context
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_a_plain_server_behind_https_is_a_fault(register: Register, link: Link) -> None:
    address = register.url.replace("http:", "https:")
    answer = next(ask(Service(address, MANIFEST), [{"query": "Kip"}], link))
    assert answer.fault.startswith("it cannot be reached")
