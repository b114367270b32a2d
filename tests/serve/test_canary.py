"""Nobody is called: a canary listens beside the server, and nothing that is asked or sent makes anything reach it."""

from __future__ import annotations

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from server import TOKEN, Server, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.build import Places

_RESULT = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "sung"}}]}})


class Canary:
    """An HTTP server that notes who calls, and answers as a SPARQL endpoint does."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        calls = self.calls

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                calls.append(self.path)
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                code = self.path.rpartition("/")[2]
                self.send_response(int(code) if code.isdecimal() else 200)
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Type", "application/sparql-results+json")
                self.send_header("Content-Length", str(len(_RESULT)))
                self.end_headers()
                self.wfile.write(_RESULT.encode())

            do_POST = do_HEAD = do_GET  # noqa: N815 - the names are http.server's

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@contextlib.contextmanager
def canary_of() -> Iterator[Canary]:
    bird = Canary()
    thread = threading.Thread(target=bird.server.serve_forever)
    thread.start()
    try:
        yield bird
    finally:
        bird.server.shutdown()
        thread.join()
        bird.server.server_close()


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    """One that must never be called."""
    with canary_of() as bird:
        yield bird


@pytest.fixture(scope="module")
def built(seeds_built: Places, canary: Canary) -> Iterator[Server]:
    with serve("--allow-service", f"{canary.address}/allowed", store=seeds_built.store, seconds=2) as server:
        yield server


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve("--scratch", str(tmp_path_factory.mktemp("scratch") / "store"), seconds=2) as server:
        yield server


QUERIES = [
    "SELECT * { SERVICE <@/q> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <@/q> { ?s ?p ?o } }",
    "SELECT * { sErViCe sIlEnT <@/q> { ?s ?p ?o } }",
    "SELECT * { VALUES ?x { <@/q> } SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { BIND(IRI('@/q') AS ?x) SERVICE SILENT ?x { ?s ?p ?o } }",
    "PREFIX c: <@/> SELECT * { SERVICE c:q { ?s ?p ?o } }",
    "PREFIX : <@/> SELECT * { SERVICE:q { ?s ?p ?o } }",
    "BASE <@/> SELECT * { SERVICE <q> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <@/q> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <@/q> { ?s ?p ?o } }",
    "SELECT * { S\\u0045RV\\u0049CE <@/q> { ?s ?p ?o } }",
    "SELECT * { \\u005Cu0053ERVICE <@/q> { ?s ?p ?o } }",
    "SELECT * { SERVICE#x\n<@/q>#y\n{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <@/q> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <@/q> { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p true SERVICE <@/q> { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE<@/q>{ ?s ?p ?o } }",
    "SELECT * { FILTER(?a<'b>'||1>2) SERVICE <@/q> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o } #\rSERVICE <@/q> { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <@/q> { ?s ?p ?o } }",
    "ASK { SERVICE <@/q> { ?s ?p ?o } }",
    "DESCRIBE <@/q>",
    "DESCRIBE ?x { SERVICE <@/q> { ?s ?p ?x } }",
    "SELECT * FROM <@/q> { ?s ?p ?o }",
    "SELECT * FROM NAMED <@/q> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM<@/q> { ?s ?p ?o }",
    "PREFIX c: <@/> SELECT * FROM c:q { ?s ?p ?o }",
    "BASE <@/> SELECT * FROM <q> { ?s ?p ?o }",
    "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/hostname> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { GRAPH <@/q> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER REGEX(STR(<@/q>), '@') }",
    "LOAD <@/q>",
    "LOAD SILENT <@/q> INTO GRAPH <http://a.example/>",
    "SELECT * { SERVICE <@/allowed/more> { ?x ?y ?z } }",
    "SELECT * { SERVICE <@/allowed?x> { ?x ?y ?z } }",
    "SELECT * { SERVICE <@/allowed#x> { ?x ?y ?z } }",
    "SELECT * { SERVICE <@/ALLOWED> { ?x ?y ?z } }",
    "PREFIX c: <@/> SELECT * { SERVICE c:allowed { ?x ?y ?z } }",
    "SELECT * { VALUES ?a { <@/allowed> } SERVICE ?a { ?x ?y ?z } }",
    "SELECT * { SERVICE <@/allowed> { SERVICE <@/q> { ?x ?y ?z } } }",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_reaches_nobody(built: Server, canary: Canary, query: str) -> None:
    answer = built.ask(query.replace("@", canary.address))
    assert canary.calls == []
    assert answer.status in (200, 400, 403)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_a_scratch_dataset_reaches_nobody(scratch: Server, canary: Canary, query: str) -> None:
    answer = scratch.ask(query.replace("@", canary.address))
    assert canary.calls == []
    assert answer.status in (200, 400, 403)


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("graph", ["@/q", "file:///etc/hostname"])
def test_a_dataset_beside_a_query_is_not_fetched(built: Server, canary: Canary, name: str, graph: str) -> None:
    graph = quote(graph.replace("@", canary.address), safe="")
    answer = built.ask("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", f"/sparql?{name}={graph}")
    assert canary.calls == []
    assert answer.said["results"]["bindings"] == []


UPDATES = [
    "LOAD <@/q>",
    "LOAD SILENT <@/q>",
    "load<@/q>",
    "L\\u004FAD <@/q>",
    "PREFIX c: <@/> LOAD c:q",
    "BASE <@/> LOAD <q> INTO GRAPH <@/g>",
    "LOAD <file:///etc/hostname>",
    "INSERT DATA { <a:b> <a:b> 1 } ; LOAD <@/q>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <@/q> { ?s ?p ?o } }",
    "INSERT { ?s ?p ?o } USING <@/q> WHERE { ?s ?p ?o }",
    "INSERT { ?s ?p ?o } USING NAMED <@/q> WHERE { GRAPH ?g { ?s ?p ?o } }",
    "WITH <@/q> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "COPY <@/q> TO <@/r>",
    "ADD SILENT <@/q> TO DEFAULT",
    "CREATE SILENT GRAPH <@/q>",
]


@pytest.mark.parametrize("update", UPDATES)
def test_an_update_reaches_nobody(scratch: Server, canary: Canary, update: str) -> None:
    answer = scratch.update(update.replace("@", canary.address))
    assert canary.calls == []
    assert answer.status in (204, 400, 403)


@pytest.mark.parametrize("name", ["using-graph-uri", "using-named-graph-uri"])
def test_a_dataset_beside_an_update_is_not_fetched(scratch: Server, canary: Canary, name: str) -> None:
    graph = quote(f"{canary.address}/q", safe="")
    answer = scratch.update("INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }", f"/sparql?{name}={graph}")
    assert (canary.calls, answer.status) == ([], 204)


_RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.example/">{}</rdf:RDF>'
_ABOUT = '<rdf:Description rdf:about="http://e.example/a"><e:p>{}</e:p></rdf:Description>'
_ENTITY = '<!DOCTYPE r [<!ENTITY x SYSTEM "{}">]>'
_INCLUDE = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="@/q"/>'
_BASED = '<rdf:Description xml:base="@/q" rdf:about="x"><e:p>1</e:p></rdf:Description>'
_TERM = '{"@context": {"n": {"@id": "http://e.example/n", "@context": "@/q"}}, "n": {"a": 1}}'
_XML = {
    "external entity": _ENTITY.format("@/q") + _RDF.format(_ABOUT.format("&x;")),
    "entity of a file": _ENTITY.format("file:///etc/hostname") + _RDF.format(_ABOUT.format("&x;")),
    "external subset": '<!DOCTYPE r SYSTEM "@/q">' + _RDF.format(""),
    "parameter entity": '<!DOCTYPE r [<!ENTITY % x SYSTEM "@/q"> %x;]>' + _RDF.format(""),
    "document type within": _RDF.format(_ENTITY.format("@/q") + _ABOUT.format("&x;")),
    "document type in small letters": '<!doctype r SYSTEM "@/q">' + _RDF.format(""),
    "inclusion": _RDF.format(_ABOUT.format(_INCLUDE)),
    "stylesheet": '<?xml-stylesheet href="@/q"?>' + _RDF.format(""),
    "base": _RDF.format(_BASED),
}
_JSON = {
    "context": '{"@context": "@/q", "name": "x"}',
    "list of contexts": '{"@context": [{}, "@/q"], "name": "x"}',
    "context within": '{"http://e.example/p": [{"@context": "@/q", "name": "x"}]}',
    "context of a term": _TERM,
    "import": '{"@context": {"@version": 1.1, "@import": "@/q"}, "name": "x"}',
    "two contexts, one elsewhere": '{"@context": "@/q", "@context": {}, "name": "x"}',
    "context in escapes": '{"\\u0040context": "@/q", "name": "x"}',
}
_TEXT = {
    "base of Turtle": "@base <@/> . @prefix q: <q#> . <x> a q:y .",
    "base of TriG": "BASE <@/> GRAPH <g> { <x> a <y> }",
}
BODIES = {name: ("application/rdf+xml", text) for name, text in _XML.items()}
BODIES |= {name: ("application/ld+json", text) for name, text in _JSON.items()}
BODIES |= {name: ("application/trig" if "TriG" in name else "text/turtle", text) for name, text in _TEXT.items()}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_reaches_nobody(scratch: Server, canary: Canary, name: str) -> None:
    media, text = BODIES[name]
    answer = scratch.put(text.replace("@/", canary.address + "/").encode(), media)
    assert canary.calls == []
    assert answer.status in (201, 204, 400, 403)
    assert answer.status < 400 or answer.is_problem


@pytest.mark.parametrize("name", [name for name in BODIES if "entity" in name or "document type" in name])
def test_a_document_type_is_refused(scratch: Server, name: str) -> None:
    media, text = BODIES[name]
    assert scratch.put(text.encode(), media).status in (400, 403)


@pytest.mark.parametrize("name", [name for name in BODIES if "context" in name or name == "import"])
def test_a_context_elsewhere_is_refused(scratch: Server, name: str) -> None:
    media, text = BODIES[name]
    assert scratch.put(text.encode(), media).status in (400, 403)


def test_headers_that_name_an_address_reach_nobody(scratch: Server, canary: Canary) -> None:
    said = {"Content-Type": "application/ld+json", "Authorization": f"Bearer {TOKEN}"}
    said |= {"Link": f'<{canary.address}/q>; rel="http://www.w3.org/ns/json-ld#context"'}
    said |= {"Referer": f"{canary.address}/q", "Content-Location": f"{canary.address}/q"}
    scratch.request("PUT", "/store?default", b'{"http://e.example/p": 1}', said)
    assert canary.calls == []


def test_the_endpoint_that_was_named_is_reached(seeds_built: Places) -> None:
    with canary_of() as bird, serve("--allow-service", f"{bird.address}/allowed", store=seeds_built.store) as server:
        answer = server.ask(f"SELECT * {{ SERVICE <{bird.address}/allowed> {{ ?x ?y ?z }} }}")
    assert answer.said["results"]["bindings"][0]["x"]["value"] == "sung"
    assert [call.partition("?")[0] for call in bird.calls] == ["/allowed"]


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_an_endpoint_that_was_named_sends_nobody_on(seeds_built: Places, code: int) -> None:
    with canary_of() as bird:
        address = f"{bird.address}/moved/{code}"
        with serve("--allow-service", address, store=seeds_built.store) as server:
            answer = server.ask(f"SELECT * {{ SERVICE <{address}> {{ ?x ?y ?z }} }}")
    assert answer.is_problem
    assert "/elsewhere" not in bird.calls
