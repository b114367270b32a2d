"""Bodies that are too much, too deep, broken, or not what they say: each is told so at once, and changes nothing."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from server import TOKEN, Server, resident, serve, soonest

from kg.errors import QueryError
from kg.serve.accept import GRAPHS, named_form
from kg.serve.body import check_body
from kg.serve.multipart import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKED = gzip.compress(b" " * (10 << 20))
_SAFE = b"<http://e.example/a> <http://e.example/b> 1 ."
_NAMESPACE = b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.example/"'
_ENTITIES = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
_BOMB = b'<!DOCTYPE r [<!ENTITY l0 "ha">%s]><rdf:RDF %s><rdf:Description><e:p>&l11;</e:p></rdf:Description></rdf:RDF>'
_XML = (_BOMB % (_ENTITIES, _NAMESPACE)).decode()
_INNER = _XML.partition("]>")[0] + "]>"
BOMBS = {
    "plain": _XML.encode(),
    "declared": ('<?xml version="1.0" encoding="UTF-8"?>' + _XML).encode(),
    "with a byte order mark": _XML.encode("utf-8-sig"),
    "in UTF-16": ('<?xml version="1.0" encoding="UTF-16"?>' + _XML).encode("utf-16"),
    "in UTF-16, undeclared": _XML.encode("utf-16"),
    "in UTF-16, without a mark": ('<?xml version="1.0" encoding="UTF-16LE"?>' + _XML).encode("utf-16-le"),
    "in UTF-32": ('<?xml version="1.0" encoding="UTF-32"?>' + _XML).encode("utf-32"),
    "in UTF-7": ('<?xml version="1.0" encoding="UTF-7"?>' + _XML).encode("utf-7"),
    "in Latin": ('<?xml version="1.0" encoding="ISO-8859-1"?>' + _XML).encode("latin-1"),
    "after a comment": b"<!-- x --><?x y?>\n" + _XML.encode(),
    "within the root": b"<rdf:RDF %s>" % _NAMESPACE + _INNER.encode() + b"<e:T><e:p>&l11;</e:p></e:T></rdf:RDF>",
    "after the root": b"<rdf:RDF %s/>" % _NAMESPACE + _XML.encode(),
    "in small letters": _XML.replace("DOCTYPE", "doctype").encode(),
    "by parameter entities": b"<!DOCTYPE r [<!ENTITY % a \"<!ENTITY b SYSTEM 'file:///dev/zero'>\"> %a;]><r>&b;</r>",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve("--scratch", str(tmp_path_factory.mktemp("scratch") / "store"), seconds=1.5) as started:
        assert started.put(_SAFE, "text/turtle", "http://graphs.example/kept").status == 201
        yield started
        assert started.request("GET", "/store?graph=http://graphs.example/kept").status == 200


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_entities_is_refused_at_once(server: Server, name: str) -> None:
    answer = soonest(lambda: server.put(BOMBS[name], "application/rdf+xml"), 1)
    assert answer.status in (400, 403)
    assert answer.is_problem
    assert answer.seconds < 1
    assert max(map(resident, server.workers())) < 200


@pytest.mark.parametrize("depth", [501, 4000, 200_000])
@pytest.mark.parametrize("piece", ['{{"http://e.example/p":{}}}', "[{}]", '{{"@graph":[{}]}}', '{{"@list":[{}]}}'])
def test_deep_json_is_refused(server: Server, piece: str, depth: int) -> None:
    opening, closing = piece.format("\0").split("\0")
    answer = server.put((opening * depth + "1" + closing * depth).encode(), "application/ld+json")
    assert (answer.status, answer.is_problem) == (400, True)


def test_json_of_as_many_levels_as_may_be_is_read(server: Server) -> None:
    answer = server.put(('{"http://e.example/p":' * 400 + "1" + "}" * 400).encode(), "application/ld+json")
    assert answer.status in (201, 204)


def test_brackets_in_strings_of_json_count_for_nothing() -> None:
    form = named_form("jsonld", GRAPHS)
    assert form
    data = b'{"http://e.example/p": "' + b'[{\\"' * 5000 + b'"}'
    assert check_body(data, form) == data


def test_a_string_of_json_that_never_ends_is_found_in_linear_time(server: Server) -> None:
    answer = server.put(b'{"a": "' + b'\\"' * 4_000_000, "application/ld+json")
    assert (answer.status, answer.said["title"][:8]) == (400, "not JSON")


DEEP = {
    "text/turtle": (b"<a:a> <a:b> ", b"[ <a:b> ", b"]", b" ."),
    "application/trig": (b"<a:g> { <a:a> <a:b> ", b"( ", b")", b" }"),
    "application/rdf+xml": (b"<rdf:RDF %s>" % _NAMESPACE, b"<e:T><e:p>", b"</e:p></e:T>", b"</rdf:RDF>"),
    "application/n-triples": (b"<a:a> <a:b> ", b"<<( <a:a> <a:b> ", b"<a:c> )>>", b" ."),
}


@pytest.mark.parametrize("depth", [200, 5000])
@pytest.mark.parametrize("media", DEEP)
def test_deep_bodies_end_in_an_answer(server: Server, media: str, depth: int) -> None:
    before, opening, closing, after = DEEP[media]
    answer = server.put(before + opening * depth + closing * depth + after, media)
    assert answer.status in (201, 204, 400, 503)
    assert answer.status < 400 or answer.is_problem
    assert server.ask("ASK {}").status == 200


ODD = {
    "nothing as XML": (b"", "application/rdf+xml"),
    "nothing as JSON": (b"", "application/ld+json"),
    "nulls in Turtle": (b"\0" * 100, "text/turtle"),
    "nulls in JSON": (b'{"@id": "\0"}', "application/ld+json"),
    "half a character": (b'<a:a> <a:b> "\xc3" .', "text/turtle"),
    "Latin letters": ('<a:a> <a:b> "é" .'.encode("latin-1"), "application/n-triples"),
    "half a surrogate": (b'<a:a> <a:b> "\xed\xa0\x80" .', "text/turtle"),
    "a surrogate in escapes": (b'<a:a> <a:b> "\\uD800" .', "text/turtle"),
    "a string that never ends": (b'<a:a> <a:b> """' + b'x"' * 1_000_000, "text/turtle"),
    "a name that never ends": (b"<a:" + b"x" * 2_000_000, "text/turtle"),
    "a number that never ends": (b'{"http://e.example/p": ' + b"9" * 1_000_000 + b"}", "application/ld+json"),
    "gzip as Turtle": (gzip.compress(_SAFE), "text/turtle"),
    "a relative graph": (b"<a:a> <a:b> <c>> .", "text/turtle"),
    "an IRI with a brace": (b"<a:a> <a:b> <http://x/}> .", "application/n-triples"),
    "a closing brace": (b"<a:a> <a:b> 1 . } ; DROP ALL ; INSERT DATA {", "text/turtle"),
}


@pytest.mark.parametrize("name", ODD)
def test_a_body_that_does_not_parse_is_told_so(server: Server, name: str) -> None:
    body, media = ODD[name]
    answer = server.put(body, media, "http://graphs.example/odd")
    assert (answer.status, answer.is_problem) == (400, True)
    assert server.request("GET", "/store?graph=http://graphs.example/odd").status == 404


@pytest.mark.parametrize("charset", ["latin-1", "utf-16", "x-none", '"utf-7"'])
@pytest.mark.parametrize("media", ["text/turtle", "application/sparql-query"])
def test_another_charset_is_refused(server: Server, media: str, charset: str) -> None:
    said = {"Content-Type": f"{media}; charset={charset}", "Authorization": f"Bearer {TOKEN}"}
    path = "/store?default" if media == "text/turtle" else "/sparql"
    answer = server.request("POST", path, b"ASK {}", said)
    assert (answer.status in (400, 415), answer.is_problem) == (True, True)


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "x"])
@pytest.mark.parametrize("path", ["/sparql", "/store?default"])
def test_a_packed_body_is_not_unpacked(server: Server, path: str, coding: str) -> None:
    said = {"Content-Encoding": coding, "Content-Type": "text/turtle", "Authorization": f"Bearer {TOKEN}"}
    answer = server.request("POST", path, _PACKED, said)
    assert (answer.status, answer.headers["accept-encoding"]) == (415, "identity")


def test_a_body_said_to_be_too_large_is_not_read(server: Server) -> None:
    head = f"PUT /store?default HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TOKEN}\r\n"
    found = server.raw(f"{head}Connection: close\r\nContent-Length: 99999999999\r\n\r\n".encode())
    assert found.startswith(b"HTTP/1.1 413 ")


def test_a_query_of_more_than_a_megabyte_is_not_read(server: Server) -> None:
    answer = server.ask("ASK {} #" + "x" * (2 << 20))
    assert (answer.status, answer.is_problem) == (413, True)


def test_chunks_of_more_than_may_be_are_not_kept(server: Server) -> None:
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/sparql-query\r\n"
    )
    piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    found = server.raw(head + b"Transfer-Encoding: chunked\r\n\r\n" + piece * 40)
    assert found.startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("count", [1001, 10_000])
def test_thousands_of_parameters_are_refused(server: Server, count: int) -> None:
    form = "&".join(["a=b"] * count) + "&query=ASK%7B%7D"
    answer = server.request("POST", "/sparql", form, {"Content-Type": "application/x-www-form-urlencoded"})
    assert (answer.status, answer.is_problem) == (400, True)


@pytest.mark.parametrize(
    "form",
    [
        "query=%FF",
        "query=%ED%A0%80",
        "query=ASK%7B%7D&update=DROP+ALL",
        "a=b",
        "query=ASK%7B%7D&query=ASK%7B%7D",
        "query=%00",
    ],
)
def test_a_form_that_is_none_is_refused(server: Server, form: str) -> None:
    answer = server.request("POST", "/sparql", form, {"Content-Type": "application/x-www-form-urlencoded"})
    assert (answer.status, answer.is_problem) == (400, True)


def test_a_name_of_a_graph_cannot_leave_its_brackets(server: Server) -> None:
    for graph in ("a:b> { } } ; DROP ALL ; INSERT DATA { GRAPH <a:c", "a:\n", "a:\\u003E", "a:b c", "a:<", "a:\0"):
        answer = server.put(_SAFE, "text/turtle", graph)
        assert (answer.status, answer.is_problem) == (400, True)


def test_what_was_sent_comes_back_as_data(server: Server) -> None:
    hostile = "'\"}]) # \\ \n\r\t <script>alert(1)</script> ; DROP ALL \u2028 \ufffe {{7*7}}"
    said = '"' + "".join(f"\\U{ord(each):08X}" for each in hostile) + '"'
    assert server.put(f"<a:a> <a:b> {said} .".encode(), "text/turtle").status in (201, 204)
    answer = server.ask("SELECT ?o { GRAPH <http://graphs.example/a> { <a:a> <a:b> ?o } }")
    assert [row["o"]["value"] for row in answer.said["results"]["bindings"]] == [hostile]


_KIND = "multipart/form-data; boundary=xyz"


def form(*parts: bytes, end: bytes = b"--xyz--\r\n") -> bytes:
    return b"".join(b"--xyz\r\n" + part + b"\r\n" for part in parts) + end


def test_each_part_of_a_form_is_a_graph(server: Server) -> None:
    turtle = b"Content-Type: text/turtle\r\n\r\n<m:a> <m:b> 1 ."
    lines = b'Content-Disposition: form-data; name="x"\r\ncontent-type:application/n-triples\r\n\r\n<m:c> <m:d> <m:e> .'
    assert server.put(form(turtle, lines), _KIND, "http://graphs.example/m").status == 201
    answer = server.ask("SELECT * { GRAPH <http://graphs.example/m> { ?s ?p ?o } }")
    assert len(answer.said["results"]["bindings"]) == 2


MULTIPART = {
    "no boundary": ("multipart/form-data", form(b"Content-Type: text/turtle\r\n\r\n")),
    "an empty boundary": ('multipart/form-data; boundary=""', b"----"),
    "another boundary": ("multipart/form-data; boundary=abc", form(b"Content-Type: text/turtle\r\n\r\n")),
    "no parts": (_KIND, b"--xyz--\r\n"),
    "nothing": (_KIND, b""),
    "no end": (_KIND, form(b"Content-Type: text/turtle\r\n\r\n", end=b"")),
    "no headers": (_KIND, form(b"<a:a> <a:b> 1 .")),
    "no type": (_KIND, form(b'Content-Disposition: form-data; name="x"\r\n\r\n<a:a> <a:b> 1 .')),
    "a type unknown": (_KIND, form(b"Content-Type: image/png\r\n\r\n<a:a> <a:b> 1 .")),
    "another charset": (_KIND, form(b"Content-Type: text/turtle; charset=utf-16\r\n\r\n<a:a> <a:b> 1 .")),
    "base64": (_KIND, form(b"Content-Type: text/turtle\r\nContent-Transfer-Encoding: base64\r\n\r\nPGE6YT4=")),
    "a form in a form": (_KIND, form(b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\n--a--")),
    "one part broken": (
        _KIND,
        form(b"Content-Type: text/turtle\r\n\r\n<a:a> <a:b> 1 .", b"Content-Type: text/turtle\r\n\r\n<"),
    ),
    "ten thousand parts": (_KIND, form(*[b"Content-Type: text/turtle\r\n\r\n"] * 10_000)),
    "a header of a megabyte": (_KIND, form(b"Content-Type: " + b"x" * (1 << 20) + b"\r\n\r\n")),
}


@pytest.mark.parametrize("name", MULTIPART)
def test_an_odd_form_changes_nothing(server: Server, name: str) -> None:
    kind, body = MULTIPART[name]
    answer = server.put(body, kind, "http://graphs.example/none")
    assert answer.status in (400, 415)
    assert answer.is_problem
    assert server.request("GET", "/store?graph=http://graphs.example/none").status == 404


def test_a_part_keeps_its_bytes() -> None:
    data = b"\r\n--xy\r\n--\r\n\0\xff\r\n"
    assert parts_of(_KIND, form(b"Content-Type: a/b\r\n\r\n" + data)) == [("a/b", data)]


def test_a_preamble_and_an_epilogue_are_no_parts() -> None:
    whole = b"before\r\n" + form(b"Content-Type: a/b\r\n\r\n1") + b"--xyz\r\n\r\nafter"
    assert parts_of(_KIND, whole) == [("a/b", b"1")]


def test_a_boundary_may_stand_in_quotes() -> None:
    assert parts_of('multipart/form-data; boundary="x y"', b"--x y\r\n\r\n1\r\n--x y--") == [("", b"1")]


def test_a_form_cut_short_is_none() -> None:
    with pytest.raises(QueryError, match="does not end"):
        parts_of(_KIND, form(b"Content-Type: a/b\r\n\r\n1", end=b""))
