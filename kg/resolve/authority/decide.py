"""Decide: from what a person says of a candidate to the match that is kept.

A decision rests on an answer in the cache: nobody accepts what no service said.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.errors import UsageError
from kg.resolve.authority.address import proper
from kg.resolve.authority.cache import MANIFEST, Cache
from kg.resolve.authority.candidate import CLASSES, candidates
from kg.resolve.authority.match import Match, standing
from kg.resolve.authority.reconcile import kept_answer
from kg.resolve.authority.service import read_manifest
from kg.resolve.identity import key_of
from kg.resolve.name import loose
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.resolve.authority.candidate import Candidate
    from kg.resolve.authority.match import Verdict
    from kg.resolve.authority.service import Service
    from kg.resolve.entity import Entity, Resolution

__all__ = ["decide", "decided", "find_entity", "mention_of"]


def find_entity(resolution: Resolution, name: str, kind: str = "") -> Entity:
    """Give the film, person or company of a name, or of an IRI such as "film/kika".

    Capitals and accents are free; `kind` narrows to one ("film", "person", "company"). Raises UsageError for a name
    that none or several have.
    """
    table = vocabulary()
    tops = [top for each, top in CLASSES.items() if kind in ("", each)]
    known = [each for each in resolution.entities if any(table.is_a(each.type, top) for top in tops)]
    found = [each for each in known if name == each.iri or name.endswith(f"/{each.iri}")] or [
        each for each in known if loose(name) in {loose(one) for one in (each.label, *each.aliases)}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(each.iri for each in found)
        raise UsageError(f"{len(found)} things are called {name!r}", do=f"say which: {which}")
    labels = {loose(one): each.label for each in known for one in (each.label, *each.aliases)}
    near = [labels[one] for one in difflib.get_close_matches(loose(name), sorted(labels), n=3, cutoff=0.6)]
    hint = f"did you mean {' or '.join(dict.fromkeys(near))}?" if near else "see `kg query` for what is there"
    raise UsageError(f"no {kind or 'film, person or company'} is called {name!r}", do=hint)


def mention_of(entity: Entity, resolution: Resolution) -> Mention:
    """Give the mention by which an entity is known in some document: by its label where one has that."""
    own = {(kind, name) for (_, kind, name), each in resolution.by_mention.items() if each.iri == entity.iri}
    kind, name = min(own, key=lambda one: (one[1] != entity.label, one[0] != entity.type, one))
    return Mention(kind, name)


def decided(matches: Iterable[Match], resolution: Resolution) -> dict[tuple[str, str, str], str]:
    """Give what stands decided now: entity's IRI, service, id -> accepted or rejected."""
    iris = {key_of(Mention(kind, name)): each.iri for (_, kind, name), each in resolution.by_mention.items()}
    return {
        (iris[key_of(each.mention)], each.service, each.id): each.verdict
        for each in standing(matches)
        if each.verdict != "withdrawn" and key_of(each.mention) in iris
    }


def decide(
    verdict: Verdict,
    entity: Entity,
    mention: Mention,
    service: str,
    id: str,  # noqa: A002 - the specification's own name
    *,
    cache: Path,
    before: Iterable[Match] = (),
    who: str,
    when: str,
    why: str,
) -> Match:
    """Make the match of a decision; what the service said of the candidate comes from the cache.

    `before` are the matches so far: one that is withdrawn must stand among them. `when` is an ISO date. Raises
    UsageError for a candidate that no kept answer holds, and for a decision that stands already.
    """
    url = proper(service)
    last = next((each for each in standing(before) if each.key == Match.key_for(mention, url, id)), None)
    if last and last.verdict == verdict:
        raise UsageError(f"{id} is {verdict} already, by {last.who} on {last.when}", do="nothing is left to do")
    if verdict == "withdrawn":
        if last is None:
            raise UsageError(f"nothing was decided about {id} of {url}", do="`kg match` without --withdraw decides")
        return last.again(verdict, who, when, why)
    if not cache.exists():
        raise UsageError("there is no cache, so no candidate", where=str(cache), do="run `kg reconcile` first")
    with Cache(cache) as store:
        manifest = store.get(url, MANIFEST)
        made = _candidate(entity, read_manifest(url, manifest.response), id, store) if manifest else None
    if manifest is None or made is None:
        raise UsageError(
            f"no kept answer of {url} gives {id} for {entity.label}", do="run `kg reconcile` first, and copy the id"
        )
    return Match(
        verdict,
        mention,
        None,
        url,
        id,
        made.name,
        made.description,
        made.types,
        made.score,
        made.query,
        made.asked,
        read_manifest(url, manifest.response).identifier(id),
        who,
        when,
        why,
    )


def _candidate(entity: Entity, service: Service, id: str, store: Cache) -> Candidate | None:  # noqa: A002
    """Find what the service said of an id when it was asked for the entity by one of its names, the latest first."""
    names = {entity.label, *entity.aliases}
    for kept in store.answers(service.endpoint):
        answer = kept_answer(kept)
        if answer.fault or answer.asked_for not in names:
            continue
        found = [each for each in candidates(entity, service, answer, kept.asked) if each.id == id]
        if found:
            return found[0]
    return None
