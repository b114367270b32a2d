"""One thing as a record for its page: what it is called, what is said of it, and the sentences that say so."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.graph.namespace import RDF, RDFS, SCHEMA
from kg.network import ASKED, WORKS, phrase, view_graph
from kg.serve.site.excerpt import Excerpt
from kg.serve.site.proof import place_of, proofs
from kg.view.kind import KINDS, kind_of
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.namespace import Namespaces
    from kg.serve.site.excerpt import Statement

__all__ = ["SHOWN", "linked_data", "thing_record"]

SHOWN = 60
"""So many facts of one kind stand on a page; the others are on pages of their own."""

_SORTED = 20_000
_PROOFS = 5
_PHRASES = 4
_HEADINGS = "headings.toml"


def thing_record(store: Any, names: Namespaces, iri: str, of: str = "", start: int = 0) -> dict[str, Any]:
    """Give the record of a thing; with `of` (a link such as `^directed`) only these facts, from number `start` on.

    The thing must be of a class that is drawn. Of a link with more than SHOWN facts those with the first names are
    there, and `total` says how many it has.
    """
    from pyoxigraph import NamedNode

    thing = NamedNode(iri)
    excerpt = Excerpt(store, names)
    excerpt.add(thing)
    kind = _kind(excerpt, names, thing)
    totals: dict[str, int] = {}
    most = 10**6 if kind in WORKS else _PROOFS + 1
    claims: dict[tuple[str, str], int] = {}
    for link, statements in _chosen(excerpt, names, thing, of, start, totals):
        for statement in statements:
            other = statement[2] if statement[0] == thing else statement[0]
            if isinstance(other, NamedNode):
                excerpt.add(other)
            claims[link, other.value] = excerpt.add_statement(statement, most)
    if kind in WORKS:
        excerpt.add_views_of(thing)
    graph = view_graph(excerpt.small, base=names.base)
    key = iri.removeprefix(names.base)
    node = graph.nodes[key]
    disputes = [
        {
            "asked": ASKED[dispute.property],
            "link": dispute.property,
            "sides": [
                {
                    "title": side.source.title,
                    "values": side.values,
                    "proofs": proofs(excerpt.small, names, side.evidence, _PROOFS),
                }
                for side in dispute.sides
            ],
        }
        for dispute in node["disputes"]
    ]
    torn = {dispute.property for dispute in node["disputes"]}
    facts = [*_edges(excerpt, names, graph, key, torn), *_facts(excerpt, names, node, of)]
    return {
        "iri": iri,
        "key": key,
        "label": node["label"],
        "type": node["type"],
        "kind": KINDS[kind_of(node["type"])].id,
        "class": vocabulary().classes[node["type"]].label,
        "aliases": node["aliases"],
        "years": node["years"],
        "disputes": disputes,
        "of": of,
        "start": start,
        "groups": _grouped(facts, totals, claims),
        "same": [value.value for value in excerpt.objects(thing, NamedNode(SCHEMA + "sameAs"))][:20],
        "data": linked_data(store, iri),
    }


def _kind(excerpt: Excerpt, names: Namespaces, thing: Any) -> str:
    from pyoxigraph import NamedNode

    found = {term.value.removeprefix(names.ontology) for term in excerpt.objects(thing, NamedNode(RDF + "type"))}
    return next((name for name in WORKS if name in found), "")


def _chosen(
    excerpt: Excerpt, names: Namespaces, thing: Any, of: str, start: int, totals: dict[str, int]
) -> list[tuple[str, list[Statement]]]:
    """Give the statements to show by link, and count those of each link into `totals`."""
    by_link: dict[str, list[Statement]] = {}
    for statement in (*excerpt.statements(thing, SHOWN + 1), *excerpt.facts(thing, SHOWN)):
        name = statement[1].value.removeprefix(names.ontology)
        back = statement[0] != thing
        if back and name in vocabulary().predicates and vocabulary().predicates[name].symmetric:
            # It stands both ways; the graph keeps the one from the smaller name.
            excerpt.add_statement(statement, 0)
            continue
        by_link.setdefault("^" + name if back else name, []).append(statement)
    chosen = []
    for link, found in by_link.items():
        if of and link != of:
            continue
        totals[link] = len(found)
        if len(found) > SHOWN or (of and start):
            totals[link], found = _slice(excerpt, names, thing, link, start)
        chosen.append((link, found[:SHOWN]))
    return chosen


def _slice(excerpt: Excerpt, names: Namespaces, thing: Any, link: str, start: int) -> tuple[int, list[Statement]]:
    """Count the statements of a link, and give those from `start` on by the name of what they lead to.

    Of very many they come in the order of the index, since only all names would tell which are first.
    """
    from pyoxigraph import NamedNode

    predicate = NamedNode(names.ontology + link.removeprefix("^"))
    back = link.startswith("^")
    found = list(islice(excerpt.linked(thing, predicate, back=back), _SORTED + 1))
    if len(found) > _SORTED:
        pattern = f"?other {predicate} {thing}" if back else f"{thing} {predicate} ?other"
        total = next(iter(excerpt.store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")))["n"].value
        chosen = islice(excerpt.linked(thing, predicate, back=back), start, start + SHOWN)
        return int(total), list(chosen)
    named = sorted((excerpt.label(one[0] if back else one[2]), str(one[0]), str(one[2]), one) for one in found)
    return len(found), [row[3] for row in named[start : start + SHOWN]]


def _edges(excerpt: Excerpt, names: Namespaces, graph: Any, key: str, torn: set[str]) -> list[dict[str, Any]]:
    found = []
    for source, target, predicate, edge in (
        *graph.out_edges(key, keys=True, data=True),
        *(edge for edge in graph.in_edges(key, keys=True, data=True) if edge[0] != key),
    ):
        back = source != key
        other = graph.nodes[source if back else target]
        symmetric = predicate in vocabulary().predicates and vocabulary().predicates[predicate].symmetric
        found.append(
            {
                "link": "^" + predicate if back and not symmetric else predicate,
                "role": edge["inverse"] if back else edge["label"],
                "value": other["label"],
                "iri": other["iri"],
                "kind": KINDS[kind_of(other["type"])].id,
                "with": _phrases(edge["qualifiers"]),
                "certainty": edge["certainty"],
                "disputed": predicate in torn,
                "proofs": proofs(excerpt.small, names, edge["evidence"], _PROOFS),
                "order": place_of(excerpt.small, edge["evidence"], other["label"]),
                "rank": _rank(edge["qualifiers"]),
            }
        )
    return found


def _facts(excerpt: Excerpt, names: Namespaces, node: Mapping[str, Any], of: str) -> list[dict[str, Any]]:
    found = []
    for fact in node["facts"]:
        if fact.predicate == "alsoKnownAs" or (of and of.removeprefix("^") != fact.predicate):
            continue
        shown = proofs(excerpt.small, names, fact.evidence, _PROOFS)
        leads = fact.predicate in ("describedIn", "interviewed") and bool(shown)
        found.append(
            {
                "link": fact.predicate,
                "role": fact.label,
                "value": fact.value,
                "iri": shown[0]["at"] if leads else "",
                "kind": "",
                "with": "" if leads else _phrases(fact.qualifiers),
                "certainty": fact.certainty,
                "disputed": False,
                "proofs": shown,
                "order": place_of(excerpt.small, fact.evidence, fact.value),
                "rank": 0,
            }
        )
    return found


def _phrases(qualifiers: Any) -> str:
    """Give the qualifiers as words; a position in a list is seen from the order on the page."""
    plain = [tuple(pair for pair in each if pair[0] not in ("position", "billing")) for each in qualifiers]
    said = list(dict.fromkeys(filter(None, map(phrase, plain))))
    return "; ".join(said[:_PHRASES]) + (f"; and {len(said) - _PHRASES} more" if len(said) > _PHRASES else "")


def _rank(qualifiers: Any) -> int:
    """The smallest place in a printed list that is stated."""
    places = (value for each in qualifiers for name, value in each if name in ("position", "billing"))
    return min((int(value) for value in places if value.isdecimal()), default=10**6)


def _grouped(
    facts: list[dict[str, Any]], totals: Mapping[str, int], claims: Mapping[tuple[str, str], int]
) -> list[dict[str, Any]]:
    """Put facts under their headings, in the order of lists and texts."""
    table = vocabulary()
    by_link: dict[str, list[dict[str, Any]]] = {}
    for fact in facts:
        by_link.setdefault(fact["link"], []).append(fact)
    for link, found in by_link.items():
        if totals.get(link, 0) <= SHOWN:
            found.sort(key=lambda fact: (fact["rank"], fact["order"], fact["value"], fact["iri"]))
        else:
            found.sort(key=lambda fact: (fact["value"], fact["iri"]))
    for fact in facts:
        fact["claims"] = max(claims.get((fact["link"], fact["iri"] or fact["value"]), 0), len(fact["proofs"]))
        del fact["order"], fact["rank"]
    groups = []
    for title, links in _headings():
        here = [link for link in links if link in by_link]
        if here:
            groups.append(_group(title, here, len(links) > 1, by_link, totals))
    for link in sorted(by_link):
        role = by_link[link][0]["role"] if link not in table.predicates else table.predicates[link].label
        groups.append(_group(role[:1].upper() + role[1:], [link], False, by_link, totals))
    return groups


def _group(
    title: str, links: list[str], several: bool, by_link: dict[str, list[dict[str, Any]]], totals: Mapping[str, int]
) -> dict[str, Any]:
    facts = [fact for link in links for fact in by_link.pop(link)]
    return {
        "title": title,
        "several": several,
        "facts": facts,
        "total": sum(max(totals.get(link, 0), sum(fact["link"] == link for fact in facts)) for link in links),
        "more": [{"link": link, "total": totals[link]} for link in links if totals.get(link, 0) > SHOWN],
    }


@cache
def _headings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = tomllib.loads(files("kg.serve.site").joinpath(_HEADINGS).read_text(encoding="utf-8"))
    return tuple((row["title"], tuple(row["links"])) for row in table["heading"])


def linked_data(store: Any, iri: str) -> dict[str, Any]:
    """Give what schema.org has words for, as JSON-LD whose context is schema.org's own."""
    from pyoxigraph import DefaultGraph, Literal, NamedNode

    facts = DefaultGraph()
    kinds: list[str] = []
    said: dict[str, list[Any]] = {}
    for quad in islice(store.quads_for_pattern(NamedNode(iri), None, None, facts), 2000):
        if quad.predicate.value == RDF + "type" and quad.object.value.startswith(SCHEMA):
            kinds.append(quad.object.value.removeprefix(SCHEMA))
        elif quad.predicate.value.startswith(SCHEMA):
            value: Any = quad.object.value
            if not isinstance(quad.object, Literal):
                labels = store.quads_for_pattern(quad.object, NamedNode(RDFS + "label"), None, facts)
                named = next((label.object.value for label in labels), None)
                value = {"@id": value, "name": named} if named else {"@id": value}
            said.setdefault(quad.predicate.value.removeprefix(SCHEMA), []).append(value)
    found: dict[str, Any] = {"@context": "https://schema.org/", "@id": iri, "@type": sorted(kinds)}
    for name, values in sorted(said.items()):
        ordered = sorted(values, key=str)[:SHOWN]
        found[name] = ordered[0] if len(ordered) == 1 else ordered
    return found
