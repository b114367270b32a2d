"""Reconcile: entities of ours to candidates of a service, through the cache.

`online` looks into the cache first and asks for what is not there, `offline` looks into the cache alone, `refresh`
asks anew. Each answer is kept as it comes in, so that a run that is stopped midway has not asked in vain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.errors import ServiceError
from kg.resolve.authority.address import proper
from kg.resolve.authority.cache import MANIFEST, Cache, Kept
from kg.resolve.authority.candidate import Candidate, candidates, make_query
from kg.resolve.authority.link import Link
from kg.resolve.authority.service import Answer, ask, canonical, connect, read_manifest
from kg.resolve.authority.settings import Settings, settings_for
from kg.resolve.authority.specification import parse_json, results, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.resolve.authority.candidate import Facts
    from kg.resolve.authority.service import Query, Service
    from kg.resolve.entity import Entity

__all__ = ["MODES", "Found", "Mode", "reconcile", "service_at"]

Mode = Literal["online", "offline", "refresh"]
MODES: tuple[Mode, ...] = ("online", "offline", "refresh")

UNANSWERED = "unanswered: not in the cache"


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one entity: its candidates, or why there are none.

    `fault` says what went wrong; `unanswered` is set where nothing did, but the cache has no answer and none was
    asked for.
    """

    entity: Entity
    candidates: tuple[Candidate, ...] = ()
    fault: str = ""
    unanswered: bool = False


def service_at(url: str, cache: Cache, mode: Mode = "online", link: Link | None = None) -> Service:
    """Give a service by its address: from the manifest in the cache, or (`refresh`, or none is there) by asking.

    Raises ServiceError for one that cannot be reached or does not fit, and offline for one of which nothing is kept.
    """
    link, url = link or Link(), proper(url)
    kept = cache.get(url, MANIFEST) if mode != "refresh" else None
    if kept:
        try:
            return read_manifest(url, kept.response)
        except ServiceError:
            if mode == "offline":
                raise
    if mode == "offline":
        raise ServiceError("nothing is kept of this service", where=url, do="ask it once with --mode online")
    service, text = connect(url, link)
    cache.keep(Kept(url, MANIFEST, text, 200, _stamp(link)))
    return service


def reconcile(
    url: str,
    kind: str,
    entities: Sequence[Entity],
    facts: Facts,
    *,
    cache: Path,
    mode: Mode = "online",
    settings: Settings | None = None,
    limit: int = 3,
    link: Link | None = None,
) -> tuple[Found, ...]:
    """Ask a service for entities of one kind ("film", "person", "company"); give what was found, in their order.

    `limit` is the most candidates for each. Raises ServiceError where the service cannot be asked at all or the cache
    cannot be used; what goes wrong with single queries stands in what is given.
    """
    link = link or Link()
    if mode == "offline" and not cache.exists():
        raise ServiceError("there is no cache", where=str(cache), do="ask the service once with --mode online")
    with Cache(cache) as store:
        service = service_at(url, store, mode, link)
        chosen = settings_for(service, settings)
        queries = [make_query(entity, kind, facts, chosen, limit) for entity in entities]
        answers = _answers(service, queries, store, mode, link)
    found = []
    for entity, query in zip(entities, queries, strict=True):
        answer, asked = answers.get(canonical(query), (None, ""))
        if answer is None:
            found.append(Found(entity, unanswered=True))
        elif answer.fault:
            found.append(Found(entity, fault=answer.fault))
        else:
            found.append(Found(entity, candidates(entity, service, answer, asked)[:limit]))
    return tuple(found)


def _answers(
    service: Service, queries: Sequence[Query], store: Cache, mode: Mode, link: Link
) -> dict[str, tuple[Answer, str]]:
    """Give the answer to each query and when it was asked, by the query's canonical JSON."""
    found: dict[str, tuple[Answer, str]] = {}
    missing: dict[str, Query] = {}
    for query in queries:
        key = canonical(query)
        kept = store.get(service.endpoint, key) if mode != "refresh" else None
        answer = kept_answer(kept) if kept else None
        if kept and answer and (mode == "offline" or not answer.fault):
            found[key] = (answer, kept.asked)
        else:
            missing[key] = query
    if mode == "offline":
        return found
    for answer in ask(service, list(missing.values()), link):
        asked = _stamp(link)
        found[answer.query] = (answer, asked)
        if not answer.fault:
            store.keep(Kept(service.endpoint, answer.query, answer.raw, answer.status, asked))
    return found


def kept_answer(kept: Kept) -> Answer:
    """Give a kept answer as an Answer; what somebody changed in the file since is a fault of it."""
    try:
        faults = results(parse_json(kept.response), "answer")
    except (ValueError, TypeError) as error:
        faults = (f"no JSON: {error}",)
    return Answer(kept.query, kept.response, kept.status, f"the kept {trouble(faults)}" if faults else "")


def _stamp(link: Link) -> str:
    return link.now().strftime("%Y-%m-%dT%H:%M:%SZ")
