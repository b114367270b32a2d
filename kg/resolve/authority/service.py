"""Service: one service of the Reconciliation Service API 0.2, its manifest, and how it is asked.

What is asked of a service stands alone: a query whose answer is missing or malformed gives an answer with a fault,
and the others of its batch count. How requests are made is told in `kg.resolve.authority.link`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from kg.errors import ServiceError
from kg.resolve.authority.address import proper
from kg.resolve.authority.link import Link, fetch
from kg.resolve.authority.specification import (
    manifest_faults,
    parse_json,
    query_faults,
    results,
    trouble,
)
from kg.vocabulary.identifier import is_identifier, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Answer", "Query", "Service", "ask", "canonical", "connect", "read_manifest"]

BATCH = 10
"""Queries in a batch of a service that names no size."""
_LARGEST_BATCH = 100
_FAILURES = 3  # batches in a row that fail as a whole, after which the rest is not asked
_WIKIDATA = ("http://www.wikidata.org/entity/", "https://www.wikidata.org/entity/")
_FORM = "application/x-www-form-urlencoded"

Query = dict[str, Any]
"""One query as the specification has it: query, type, limit, properties, type_strict."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service: the address of its endpoint, and its manifest, which has been checked."""

    endpoint: str
    manifest: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What the service calls itself."""
        return str(self.manifest["name"])

    @property
    def host(self) -> str:
        """The host of the endpoint, without a port."""
        return urlsplit(self.endpoint).hostname or ""

    @property
    def batch_size(self) -> int:
        """How many queries to send at once."""
        return min(int(self.manifest.get("batchSize", BATCH)), _LARGEST_BATCH)

    @property
    def is_wikidata(self) -> bool:
        """Tell whether the ids that it gives are Wikidata's."""
        return self.manifest["identifierSpace"] in _WIKIDATA

    def address(self, id: str) -> str | None:  # noqa: A002 - the specification's own name
        """Give the full IRI of an id, by identifier space or view template; None where neither makes one."""
        space, view = str(self.manifest["identifierSpace"]), self.manifest.get("view")
        made = [f"{space}{quote(id, safe='/:;,@()+=~')}"] if space.endswith(("/", "#", "=", ":")) else []
        made += [str(view["url"]).replace("{{id}}", quote(id, safe=""))] if view else []
        return next(
            (each for each in (id, *made) if each.startswith(("http://", "https://")) and is_identifier(each)), None
        )

    def identifier(self, id: str) -> str:  # noqa: A002
        """Give an id in the form that claims have: `wikidata:Q42`, else its full IRI, else `host:id`."""
        address = self.address(id)
        for each in (address, id):
            if each and (short := parse_identifier(each)):
                return short
        return address or f"{self.host}:{quote(id, safe=' ')}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one query: its candidates as the service gave them, or the fault that kept them away.

    `raw` is the text of this query's own result, `status` the HTTP status (0 where none came).
    """

    query: str
    raw: str = ""
    status: int = 0
    fault: str = ""

    @property
    def asked_for(self) -> str:
        """The name that was asked for, empty where the query had none."""
        return str(json.loads(self.query).get("query", ""))

    @property
    def candidates(self) -> list[dict[str, Any]]:
        """The candidates, best first as the service ordered them; none of a fault."""
        return list(json.loads(self.raw)["result"]) if self.raw and not self.fault else []


def canonical(query: Query) -> str:
    """Give a query as JSON in one fixed form, by which its answers are kept."""
    return json.dumps(query, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def connect(url: str, link: Link | None = None) -> tuple[Service, str]:
    """Fetch and check a service's manifest; give the service, and the manifest's text.

    Raises UsageError for an address that is none of the web, ServiceError for a service that cannot be reached, or
    whose manifest does not fit the specification.
    """
    reply = fetch(proper(url), link or Link())
    if reply.status != 200:
        raise ServiceError(f"the manifest cannot be had: {reply.reason}", where=url, do="check the address")
    return read_manifest(url, reply.text), reply.text


def read_manifest(url: str, text: str) -> Service:
    """Make a service of its address and the text of its manifest; raises ServiceError where that does not fit."""
    try:
        manifest = parse_json(text)
    except ValueError as error:
        do = "give the address of a reconciliation service"
        raise ServiceError(f"the manifest is no JSON: {error}", where=url, do=do) from None
    faults = manifest_faults(manifest)
    if faults:
        do = "kg speaks version 0.2 of the Reconciliation Service API"
        raise ServiceError(f"the manifest does not fit: {trouble(faults)}", where=url, do=do)
    return Service(proper(url), manifest)


def ask(service: Service, queries: Sequence[Query], link: Link | None = None) -> Iterator[Answer]:
    """Ask queries in batches, and give an answer for each, in order, as batches come in.

    A batch that fails gives faults, not an error; after three in a row the rest is not asked. Raises ServiceError
    for a service that wants credentials, ValueError for a query that the specification does not allow.
    """
    if "authentication" in service.manifest:
        raise ServiceError("the service wants credentials, and kg gives none", where=service.endpoint)
    faults = query_faults({f"q{number}": query for number, query in enumerate(queries)})
    if faults:
        raise ValueError(trouble(faults))
    failed = 0
    for at in range(0, len(queries), service.batch_size):
        batch = queries[at : at + service.batch_size]
        if failed == _FAILURES:
            yield from (Answer(canonical(query), fault="not asked: the service failed before") for query in batch)
            continue
        answers = _batch(service, batch, link or Link())
        failed = failed + 1 if all(answer.fault for answer in answers) else 0
        yield from answers


def _batch(service: Service, queries: Sequence[Query], link: Link) -> list[Answer]:
    names = {f"q{number}": query for number, query in enumerate(queries)}
    body = urlencode({"queries": json.dumps(names, ensure_ascii=False)}).encode("ascii")
    reply = fetch(service.endpoint, link, body, _FORM)
    if reply.status == 413 and len(queries) > 1:
        half = len(queries) // 2  # the service says that the batch is too large
        return _batch(service, queries[:half], link) + _batch(service, queries[half:], link)
    if reply.status != 200:
        return [Answer(canonical(query), status=reply.status, fault=reply.reason) for query in queries]
    try:
        parse_json(reply.text)
        raw = _members(reply.text)
    except ValueError as error:
        return [
            Answer(canonical(query), status=reply.status, fault=f"the answer is no JSON object: {error}")
            for query in queries
        ]
    return [_answer(name, query, raw.get(name), reply.status) for name, query in names.items()]


def _answer(name: str, query: Query, raw: str | None, status: int) -> Answer:
    if raw is None:
        return Answer(canonical(query), status=status, fault="the service gave no answer to it")
    faults = results(json.loads(raw), name)
    return Answer(canonical(query), raw, status, trouble(faults))


def _members(text: str) -> dict[str, str]:
    """Cut a JSON object into the texts of its members; raises ValueError for JSON that is no object."""
    decoder = json.JSONDecoder()
    at = _past_space(text, 0)
    if text[at : at + 1] != "{":
        raise ValueError("an object was wanted")
    found: dict[str, str] = {}
    at = _past_space(text, at + 1)
    while text[at] != "}":
        key, at = decoder.raw_decode(text, at)
        start = _past_space(text, _past_space(text, at) + 1)
        _, at = decoder.raw_decode(text, start)
        found[key] = text[start:at]
        at = _past_space(text, at)
        at = _past_space(text, at + 1) if text[at] == "," else at
    return found


def _past_space(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\t", "\r", "\n"):
        at += 1
    return at
