"""Answers: from a batch of queries to candidates with scores, in the words of the Reconciliation Service API 0.2.

First names are looked up (`find`), then the graph is asked for what speaks for or against the candidates, then the
batch is answered (`answer_batch`), which only computes.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Any

from kg.serve.reconciliation.evidence import CONTRADICTS, Given, agreement, texts_of, year_agreement
from kg.serve.reconciliation.property import properties
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.labels import Labels, Named
    from kg.serve.reconciliation.facts import Facts
    from kg.serve.reconciliation.property import Property

__all__ = ["Candidates", "answer_batch", "asked_for", "class_of", "find", "local_id", "type_of"]

DEFAULT_LIMIT, MOST = 10, 100
"""Candidates of a query that names no limit, and the most of one that does."""
_LOOKED_AT, _WEIGHED, _NEAR = 50, 10, 85.0
# What is known may turn the order, so more are weighed than are wanted: the first ten, and of fifty what is near.
_NAME = 0.75  # of the score; the rest is what is known, where anything was given
_SAME = 100.0
_SPEAKS = 0.7  # from here on a property speaks for a candidate


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the index of names gave for a query: things with scores and years, and what was given beside the name."""

    found: tuple[tuple[Named, float], ...]
    given: tuple[Given, ...]
    limit: int
    years: Mapping[str, tuple[list[int], list[int]]]


def find(labels: Labels, queries: Mapping[str, Any]) -> dict[str, Candidates]:
    """Look up the names of a checked batch, and what the values of its properties name."""
    return {key: _find(labels, query) for key, query in queries.items()}


def asked_for(found: Mapping[str, Candidates]) -> tuple[list[str], list[Property]]:
    """Give the things and the properties of which facts are wanted."""
    things = {named.iri for each in found.values() if each.given for named, _ in each.found}
    wanted = {given.property: None for each in found.values() for given in each.given if given.property.id != "year"}
    return sorted(things), list(wanted)


def answer_batch(found: Mapping[str, Candidates], facts: Facts, base: str) -> dict[str, Any]:
    """Give the answers to a batch by the keys of its queries, the best candidates first."""
    return {key: {"result": _answer(each, facts, base)} for key, each in found.items()}


def local_id(iri: str, base: str) -> str:
    """Give the id of a thing: its IRI without our base."""
    return iri.removeprefix(base)


def class_of(id: str, base: str) -> str:  # noqa: A002 - the specification's own name
    """Give the class that the id of a type names ("Film", kg:Film, its IRI), "" where it is none of ours."""
    name = id.removeprefix(f"{base}ontology#").removeprefix("kg:")
    return name if name in vocabulary().classes else ""


def type_of(kind: str) -> dict[str, Any]:
    """Give a class as a type."""
    return {"id": kind, "name": vocabulary().classes[kind].label}


def _find(labels: Labels, query: Mapping[str, Any]) -> Candidates:
    limit = min(int(query.get("limit", DEFAULT_LIMIT)), MOST)
    types = query.get("type") or []
    kinds = [class_of(each, labels.base) for each in ([types] if isinstance(types, str) else types)]
    given = tuple(_given(labels, each) for each in query.get("properties") or () if each["pid"] in properties())
    text = query.get("query", "")
    every = labels.candidates(text, [kind for kind in kinds if kind], max(limit, _LOOKED_AT)) if text else []
    found = [each for place, each in enumerate(every) if place < max(limit, _WEIGHED) or each[1] >= _NEAR]
    dated = any(each.property.id == "year" for each in given)
    years = {named.iri: labels.years(named.iri) for named, _ in found} if dated else {}
    return Candidates(tuple(found), given, limit, years)


def _given(labels: Labels, said: Mapping[str, Any]) -> Given:
    each = properties()[said["pid"]]
    texts = texts_of(said["v"])
    if each.literal:
        return Given(each, texts)
    iris = {labels.base + text for text in texts} | set(texts)
    iris |= {iri for text in texts for iri in labels.named(text, each.target)}
    return Given(each, texts, frozenset(iris))


def _answer(candidates: Candidates, facts: Facts, base: str) -> list[dict[str, Any]]:
    weighed = []
    for named, name_score in candidates.found:
        features = {"name": name_score}
        for given in candidates.given:
            if given.property.id == "year":
                features["year"] = year_agreement(given, *candidates.years[named.iri])
            else:
                values = facts.get(named.iri, {}).get(given.property.id, ())
                features[given.property.id] = agreement(given, values)
        known = [value for key, value in features.items() if key != "name"]
        score = _NAME * name_score + (1 - _NAME) * 100 * fmean(known) if known else name_score
        weighed.append((round(score, 2), named, features))
    weighed.sort(key=lambda each: -each[0])
    match = _match(weighed)
    return [_candidate(*each, each[1].iri == match, base) for each in weighed[: candidates.limit]]


def _match(weighed: list[tuple[float, Named, dict[str, float]]]) -> str:
    """Give the one of the same name that stands alone and is not contradicted; "" where there is no such.

    Beside others of its name something known must speak for it, and against all of them.
    """
    same = [(named, features) for _, named, features in weighed if features["name"] == _SAME]
    left = [(named, features) for named, features in same if CONTRADICTS not in features.values()]
    if len(left) != 1:
        return ""
    named, features = left[0]
    speaks = any(value >= _SPEAKS for key, value in features.items() if key != "name")
    return named.iri if len(same) == 1 or speaks else ""


def _candidate(score: float, named: Named, features: dict[str, float], match: bool, base: str) -> dict[str, Any]:
    kinds = vocabulary().ancestors(named.kind) if named.kind else ()
    about = f"{named.about} (also {named.alias})" if named.alias else named.about
    return {
        "id": local_id(named.iri, base),
        "name": named.label or local_id(named.iri, base),
        "description": about,
        "type": [type_of(kind) for kind in kinds],
        "score": score,
        "match": match,
        "features": [{"id": key, "value": value / 100 if key == "name" else value} for key, value in features.items()],
    }
