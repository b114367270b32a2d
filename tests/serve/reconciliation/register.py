"""A small film register: a store in memory, a desk in a thread, and the service at its address."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.namespace import RDF, RDFS, XSD
from kg.query.engine import run
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.query.result import Result

BASE = "https://w3id.org/filmkg/"
HOSTILE = '"><script>alert(1)</script>\n{{id}} ‮'
# Two films of one name by two people, two people of one name, and one who has a name that tries to be more.
_THINGS = {
    "country/BE": ("Belgium", "Country"), "country/FR": ("France", "Country"), "country/NO": ("Norway", "Country"),
    "person/ana": ("Ana Ruibal", "Person"), "person/bo": ("Bo Lind", "Person"), "person/bo-2": ("Bo Lind", "Person"),
    "person/odd": (HOSTILE, "Person"), "film/kip": ("Kip", "Film"), "film/kip-2": ("Kip", "Film"),
    "film/salt": ("The Salt Ferry", "Film"), "film/saltire": ("The Saltire", "Film"), "film/old": ("Old Quay", "Film"),
    "company/nord": ("Nord Film", "Company"), "company/fund": ("Film Fund North", "PublicBody"),
}  # fmt: skip
_SAID = (
    ("person/ana", "directed", "film/kip"), ("person/bo", "directed", "film/kip-2"),
    ("film/kip", "countryOfOrigin", "country/NO"),
    ("film/kip-2", "countryOfOrigin", "country/BE"), ("company/nord", "produced", "film/kip"),
    ("person/ana", "directed", "film/salt"), ("company/fund", "companyCountry", "country/NO"),
    ("film/salt", "countryOfOrigin", "country/BE"), ("film/salt", "countryOfOrigin", "country/FR"),
    ("film/salt", "basedOn", "film/old"),
)  # fmt: skip
_LITERALS = (
    ("film/kip", "releasedOn", "1998-05-01", "date"), ("film/kip-2", "releasedOn", "2020", "gYear"),
    ("film/kip", "alsoKnownAs", "Le Kip", "string"), ("film/salt", "genre", "drama", "string"),
)  # fmt: skip


def film_store() -> Store:
    store, ontology = Store(), f"{BASE}ontology#"
    for local, (label, kind) in _THINGS.items():
        for name in vocabulary().ancestors(kind):
            store.add(Quad(NamedNode(BASE + local), NamedNode(f"{RDF}type"), NamedNode(ontology + name)))
        store.add(Quad(NamedNode(BASE + local), NamedNode(f"{RDFS}label"), Literal(label)))
    for subject, predicate, value in _SAID:
        store.add(Quad(NamedNode(BASE + subject), NamedNode(ontology + predicate), NamedNode(BASE + value)))
    for subject, predicate, text, kind in _LITERALS:
        value = Literal(text, datatype=NamedNode(XSD + kind))
        store.add(Quad(NamedNode(BASE + subject), NamedNode(ontology + predicate), value))
    return store


class ThreadDesk:
    """Answers SPARQL in a thread; notes what it was asked, and fails when told to."""

    def __init__(self, store: Store) -> None:
        self.store, self.asked, self.error = store, list[str](), Exception()

    async def ask(self, text: str) -> Result:
        self.asked.append(text)
        if self.error.args:
            raise self.error
        return await asyncio.to_thread(run, text, self.store)


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass(frozen=True, slots=True)
class Site:
    """The service at its address."""

    origin: str
    desk: ThreadDesk

    def get(self, path: str = "", method: str = "GET", headers: dict[str, str] | None = None, **fields: str) -> Reply:
        address = f"{self.origin}/reconcile{path}" + (f"?{urlencode(fields)}" if fields else "")
        return _sent(urllib.request.Request(address, method=method, headers=headers or {}))  # noqa: S310

    def post(self, body: bytes = b"", kind: str = "application/x-www-form-urlencoded", **fields: str) -> Reply:
        body = body or urlencode(fields).encode("ascii")
        return _sent(urllib.request.Request(f"{self.origin}/reconcile", body, {"Content-Type": kind}))  # noqa: S310

    def batch(self, queries: Any) -> Any:
        return self.post(queries=json.dumps(queries)).json

    def result(self, query: str, **more: Any) -> list[dict[str, Any]]:
        return list(self.batch({"q": {"query": query, **more}})["q"]["result"])


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def _sent(request: urllib.request.Request) -> Reply:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)
    try:
        with opener.open(request, timeout=30) as answer:
            return Reply(answer.status, dict(answer.headers), answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return Reply(error.code, dict(error.headers), error.read().decode())
