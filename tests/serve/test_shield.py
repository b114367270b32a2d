"""Who may read and write: names of hosts, pages elsewhere, tokens, and what every answer says to a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from server import TOKEN, Server, serve

from kg.graph.term import literal
from kg.serve.shield import _name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.build import Places

_ASK = "/sparql?query=ASK%7B%7D"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_EVIL = "http://evil.example"


@pytest.fixture(scope="module")
def server(seeds_built: Places) -> Iterator[Server]:
    with serve(store=seeds_built.store) as started:
        yield started


@pytest.fixture(scope="module")
def named(seeds_built: Places) -> Iterator[Server]:
    with serve("--name", "Films.example", "--cors", "https://friend.example", store=seeds_built.store) as started:
        yield started


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve("--scratch", str(tmp_path_factory.mktemp("scratch") / "store")) as started:
        yield started


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LOCALHOST:80", "localhost.", "[::1]:8765"])
def test_names_of_loopback_are_answered(server: Server, host: str) -> None:
    assert server.request("GET", _ASK, headers={"Host": host}).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "[::]", "169.254.169.254"]
)
def test_another_name_is_not_answered(server: Server, host: str) -> None:
    answer = server.request("GET", _ASK, headers={"Host": host})
    assert (answer.status, answer.is_problem) == (421, True)


@pytest.mark.parametrize(
    "host", ["evil.example@localhost", "localhost/..", "localhost:80:80", "localhost localhost", "localhost,a.example",
             "localhost:x", "[::1", "<localhost>", "localhost\"", "%6cocalhost", ":80"]
)  # fmt: skip
def test_what_is_no_name_is_no_host(server: Server, host: str) -> None:
    answer = server.request("GET", _ASK, headers={"Host": host})
    assert (answer.status, answer.is_problem) == (400, True)


def test_a_name_that_was_given_is_answered(named: Server) -> None:
    assert named.request("GET", _ASK, headers={"Host": "films.EXAMPLE:443"}).status == 200


def test_a_name_is_read_without_port_and_case() -> None:
    assert [_name(host) for host in ("A.b:1", "[::1]:2", "a_b", "", "é")] == ["a.b", "::1", "a_b", None, None]


SAFE = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", _ASK, 200),
        ("HEAD", _ASK, 200),
        ("GET", "/sparql?query=x", 400),
        ("POST", "/sparql", 415),
        ("PUT", "/sparql", 405),
        ("GET", "/none", 404),
        ("GET", "/store?default", 403),
        ("GET", "/.well-known/void", 200),
        ("DELETE", "/.well-known/void", 405),
        ("OPTIONS", "/sparql", 405),
    ],
)
def test_every_answer_says_what_a_browser_may_do_with_it(server: Server, method: str, path: str, status: int) -> None:
    answer = server.request(method, path)
    assert answer.status == status
    assert {name: value for name, value in SAFE.items() if not answer.headers.get(name, "").startswith(value)} == {}
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert "server" not in answer.headers
    assert status < 400 or answer.is_problem


@pytest.mark.parametrize("origin", [_EVIL, "null", "http://localhost.evil.example", "http://127.0.0.1:1"])
def test_a_page_elsewhere_may_not_read(server: Server, named: Server, origin: str) -> None:
    for each in (server, named):
        answer = each.request("GET", _ASK, headers={"Origin": origin})
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", [_ASK, "/sparql?query=x", "/none"])
def test_a_page_that_was_named_may_read(named: Server, path: str) -> None:
    answer = named.request("GET", path, headers={"Origin": "https://friend.example"})
    assert answer.headers["access-control-allow-origin"] == "https://friend.example"
    assert "access-control-allow-credentials" not in answer.headers


def test_no_page_may_send_a_token(named: Server) -> None:
    said = {"Origin": "https://friend.example", "Access-Control-Request-Method": "POST"}
    answer = named.request("OPTIONS", "/sparql", headers=said | {"Access-Control-Request-Headers": "authorization"})
    assert answer.status == 400


UPDATE = "INSERT DATA { <a:a> <a:b> 1 }"
WRITES = {
    "a form": ("POST", "/sparql", f"update={quote(UPDATE)}", _FORM),
    "a form from elsewhere": ("POST", "/sparql", f"update={quote(UPDATE)}", _FORM | {"Origin": _EVIL}),
    "a form of text": ("POST", "/sparql", UPDATE, {"Content-Type": "text/plain"}),
    "a form of files": ("POST", "/sparql", UPDATE, {"Content-Type": "multipart/form-data; boundary=x"}),
    "an update": ("POST", "/sparql", UPDATE, {"Content-Type": "application/sparql-update"}),
    "an update by query": ("POST", "/sparql", UPDATE, {"Content-Type": "application/sparql-query"}),
    "an update in an address": ("GET", f"/sparql?update={quote(UPDATE)}", None, {}),
    "an update as a query": ("GET", f"/sparql?query={quote(UPDATE)}", None, {}),
    "an update in the address of a form": ("POST", f"/sparql?update={quote(UPDATE)}", "", _FORM),
    "a token in a cookie": ("POST", "/sparql", f"update={quote(UPDATE)}", _FORM | {"Cookie": f"token={TOKEN}"}),
    "a token in an address": ("POST", f"/sparql?token={TOKEN}", f"update={quote(UPDATE)}", _FORM),
    "a token as a password": ("PUT", "/store?default", "", {"Authorization": f"Basic {TOKEN}"}),
    "half a token": ("PUT", "/store?default", "", {"Authorization": f"Bearer {TOKEN[:-1]}"}),
    "an empty token": ("PUT", "/store?default", "", {"Authorization": "Bearer "}),
    "bytes for a token": ("PUT", "/store?default", "", {"Authorization": "Bearer \xe9\xff"}),
    "no token": ("PUT", "/store?default", "<a:a> <a:b> 1 .", {"Content-Type": "text/turtle"}),
    "no token to delete": ("DELETE", "/store?default", None, {}),
    "no token for a form of files": ("POST", "/store", "", {"Content-Type": "multipart/form-data; boundary=x"}),
    "another method in a header": ("GET", "/store?default", None, {"X-HTTP-Method-Override": "DELETE"}),
}


@pytest.mark.parametrize("name", WRITES)
def test_nobody_writes_without_the_token(scratch: Server, name: str) -> None:
    method, path, body, headers = WRITES[name]
    answer = scratch.request(method, path, body, headers)
    assert answer.status in (400, 401, 403, 415) or method == "GET"
    assert scratch.count() == 0


@pytest.mark.parametrize("name", WRITES)
def test_nobody_writes_to_a_built_graph(server: Server, name: str) -> None:
    method, path, body, headers = WRITES[name]
    answer = server.request(method, path, body, headers | {"Authorization": f"Bearer {TOKEN}"})
    assert (answer.status in (400, 403, 415), answer.is_problem) == (True, True)


HOSTILE = [
    "'",
    '"',
    "\\",
    "}",
    "{",
    "#",
    "\n",
    "\r\n",
    "' } #",
    '" } ; DROP ALL #',
    "<b>",
    "?x",
    "\0",
    "\u2028",
    "𝕏",
    "%0d%0a",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_value_comes_back_as_data(server: Server, text: str) -> None:
    answer = server.ask(f"SELECT ?x {{ BIND({literal(text)} AS ?x) }}", Accept="application/json")
    assert [row["x"]["value"] for row in answer.said["results"]["bindings"]] == [text]


@pytest.mark.parametrize("text", ["a\r\nX-Evil: 1", "a%0d%0aX-Evil:%201", "a\nSet-Cookie: x=1"])
@pytest.mark.parametrize("place", ["path", "format", "graph", "accept"])
def test_no_header_can_be_added_to_an_answer(scratch: Server, place: str, text: str) -> None:
    sent = quote(text, safe="%")
    path = {"path": f"/store/{sent}", "format": f"{_ASK}&format={sent}", "graph": f"/store?graph=a:{sent}"}
    headers = {"Authorization": f"Bearer {TOKEN}"}
    if place == "accept":
        headers["Accept"] = text.replace("\r", " ").replace("\n", " ")
    answer = scratch.request("GET", path.get(place, _ASK), headers=headers)
    assert not {"x-evil", "set-cookie"} & set(answer.headers)
