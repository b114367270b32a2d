"""Claims and entities to the statements of film-graph: what is said, once, whoever says it.

Nothing here knows where a claim stands in a text; that is the evidence's part. Statements come as plain tuples and
may repeat (two documents that say the same fact); the writer sorts them and keeps each once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.claim import Mention, Value
from kg.errors import BuildError, VocabularyError
from kg.graph import term as terms
from kg.graph.festival import editions
from kg.graph.namespace import DCTERMS, RDF, RDFS, SCHEMA, Namespaces
from kg.vocabulary import address_of, vocabulary

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from kg.claim import Claim, Qualifier
    from kg.graph.term import Triple
    from kg.resolve.entity import Entity, Resolution

__all__ = [
    "PROPERTIES",
    "Fact",
    "ends",
    "entity_links",
    "entity_of_qualifier",
    "entity_statements",
    "fact",
    "film_graph",
    "stated",
    "statement_node",
    "types",
]

# A qualifier whose own name is taken by a predicate, or by kg:role of the node.
PROPERTIES = {"ordinal": "number", "role": "partPlayed"}

_TYPE, _LABEL = f"<{RDF}type>", f"<{RDFS}label>"
_NAME, _OTHER_NAME = f"<{SCHEMA}name>", f"<{SCHEMA}alternateName>"
_SAME = f"<{SCHEMA}sameAs>"
_REPLACED = f"<{DCTERMS}isReplacedBy>"

Node = tuple[str, list[tuple[str, str]]]
"""The node of a statement with qualifiers: its IRI, and its predicates with their values."""


class Fact(NamedTuple):
    """A claim with what it comes to: its fact as a triple, and the node that holds its qualifiers if it has any."""

    claim: Claim
    triple: Triple
    node: Node | None


def film_graph(claims: Iterable[Claim], resolution: Resolution, names: Namespaces) -> Iterator[Triple]:
    """Give all statements of film-graph.ttl, in no order and with repetitions.

    Raises BuildError for a mention that was never resolved and VocabularyError for an unknown predicate.
    """
    yield from entity_statements(resolution, names)
    for claim in claims:
        yield from stated(fact(claim, resolution, names), resolution, names)


def entity_statements(
    resolution: Resolution, names: Namespaces, subjects: Container[str] | None = None
) -> Iterator[Triple]:
    """Give what film-graph.ttl says of entities whoever speaks of them: classes, names, editions, redirects.

    With `subjects`, classes and names of those entities only.
    """
    entities = resolution.entities
    for entity in entities:
        if subjects is None or names.entity(entity.iri) in subjects:
            yield from _entity(entity, names)
    yield from entity_links(entities, resolution.redirects, names)


def entity_links(entities: Iterable[Entity], redirects: Mapping[str, str], names: Namespaces) -> Iterator[Triple]:
    """Give what film-graph.ttl says of entities beside classes and names: editions, redirects."""
    yield from editions(entities, names)
    for old, new in redirects.items():
        yield names.entity(old), _REPLACED, names.entity(new)


@lru_cache(maxsize=512)
def types(name: str, names: Namespaces) -> tuple[str, ...]:
    """Give the terms of a class: its own, what others call it, and our own above it."""
    table = vocabulary()
    own = (names.term(above) for above in table.ancestors(name))
    return (*own, *(names.expand(also) for also in table.classes[name].also))


def _entity(entity: Entity, names: Namespaces) -> Iterator[Triple]:
    iri = names.entity(entity.iri)
    for kind in types(entity.type, names):
        yield iri, _TYPE, kind
    label = terms.string(entity.label)
    yield iri, _LABEL, label
    yield iri, _NAME, label
    for alias in entity.aliases:
        if alias != entity.label:
            yield iri, names.term("alsoKnownAs"), terms.string(alias)
            yield iri, _OTHER_NAME, terms.string(alias)


def _literal(value: Value, predicate: str) -> str:
    return (
        terms.date(value.value) if vocabulary().predicates[predicate].literal == "date" else terms.string(value.value)
    )


def _end(end: Mention | Value, claim: Claim, resolution: Resolution, names: Namespaces) -> str:
    if isinstance(end, Value):
        return _literal(end, claim.predicate)
    if end.type == "Item":
        return names.item(end.name)
    return names.entity(resolution.entity(claim.document, end).iri)


def ends(claim: Claim, resolution: Resolution, names: Namespaces) -> Triple:
    """Give a claim's fact as one triple: subject, kg: predicate, object."""
    if claim.predicate not in vocabulary().predicates:
        raise VocabularyError(f"unknown predicate {claim.predicate!r}", where=f"{claim.document}: claim {claim.id}")
    return (
        _end(claim.subject, claim, resolution, names),
        names.term(claim.predicate),
        _end(claim.object, claim, resolution, names),
    )


def fact(claim: Claim, resolution: Resolution, names: Namespaces) -> Fact:
    """Give a claim with its fact; raises as `ends` and `statement_node` do."""
    triple = ends(claim, resolution, names)
    return Fact(claim, triple, _node(claim, triple, resolution, names) if claim.qualifiers else None)


def stated(said: Fact, resolution: Resolution, names: Namespaces) -> Iterator[Triple]:
    """Give the statements of film-graph.ttl that one claim makes, its own first."""
    yield from _direct(said.claim, said.triple, resolution, names)
    if said.node:
        iri, rows = said.node
        yield from ((iri, predicate, value) for predicate, value in rows)


def _direct(claim: Claim, triple: Triple, resolution: Resolution, names: Namespaces) -> Iterator[Triple]:
    subject, predicate, value = triple
    row = vocabulary().predicates[claim.predicate]
    yield subject, predicate, value
    if row.symmetric:
        yield value, predicate, subject
    schema = row.schema
    if row.schema_company and _is_company(claim, resolution):
        schema = row.schema_company
    if schema:
        other = names.expand(schema.removeprefix("^"))
        yield (value, other, subject) if schema.startswith("^") else (subject, other, value)
    if claim.predicate == "identifier" and isinstance(claim.object, Value):
        address = address_of(claim.object.value)
        if address:
            yield subject, _SAME, f"<{address}>"


def _is_company(claim: Claim, resolution: Resolution) -> bool:
    return vocabulary().is_a(resolution.entity(claim.document, claim.subject).type, "Company")


def entity_of_qualifier(document: str, key: str, value: Qualifier, resolution: Resolution) -> Entity | None:
    """Give the entity that a qualifier names (`work`, `of`, `territory`), None for one that is a plain value.

    Raises BuildError for a name that was never resolved. The qualifier knows no more than the class; the mention
    may be of one below it.
    """
    table = vocabulary()
    wanted = table.qualifiers[key]
    if wanted not in table.classes:
        return None
    for kind in (wanted, *(name for name in sorted(table.classes) if name != wanted and table.is_a(name, wanted))):
        entity = resolution.by_mention.get((document, kind, str(value)))
        if entity is not None:
            return entity
    raise BuildError(f"unresolved {wanted} {value!r} in qualifier {key!r}", where=document)


def _qualifier(claim: Claim, key: str, value: Qualifier, resolution: Resolution, names: Namespaces) -> str:
    kind = vocabulary().qualifiers.get(key)
    entity = entity_of_qualifier(claim.document, key, value, resolution) if kind else None
    if entity is not None:
        return names.entity(entity.iri)
    match kind:
        case "integer":
            return terms.integer(int(value))
        case "decimal":
            return terms.decimal(value if isinstance(value, str) else float(value))
        case "gYear":
            return terms.year(int(value))
        case "boolean":
            return terms.boolean(value)
        case "date":
            return terms.date(str(value))
        case "string":
            return terms.string(str(value))
    raise VocabularyError(f"unknown qualifier {key!r}", where=f"{claim.document}: claim {claim.id}")


def statement_node(claim: Claim, resolution: Resolution, names: Namespaces) -> Node | None:
    """Give the node of a claim that has qualifiers: its IRI, and its predicates with their values; else None.

    The IRI hashes work, agent, role and qualifiers, independent of the base: claims that say the same share it.
    """
    return _node(claim, ends(claim, resolution, names), resolution, names) if claim.qualifiers else None


def _node(claim: Claim, triple: Triple, resolution: Resolution, names: Namespaces) -> Node:
    subject, role, value = triple
    table = vocabulary()
    said: list[tuple[str, str]] = []
    match claim.predicate:
        case "screenedAt":
            kind, name = "Screening", "screening"
            said = [("work", subject), ("edition", value)]
        case "stage":
            kind, name = "StageReport", "stage"
            said = [("work", subject), ("stage", value)]
        case _:
            kind, name = "Participation", "participation"
            said = [("role", role), (_side(claim.subject), subject)]
            side = _side(claim.object)
            both_works = side == "work" == _side(claim.subject)
            said.append(("relatedWork" if both_works else side, value))
    for key, given in claim.qualifiers.items():
        if key not in table.predicates[claim.predicate].qualifiers:
            raise VocabularyError(
                f"{claim.predicate} takes no qualifier {key!r}", where=f"{claim.document}: claim {claim.id}"
            )
        said.append((PROPERTIES.get(key, key), _qualifier(claim, key, given, resolution, names)))
    mark = names.fingerprint(*sorted(f"{predicate} {names.local(given)}" for predicate, given in said))
    rows = [(names.term(predicate), given) for predicate, given in said]
    rows += [(_TYPE, term) for term in types(kind, names)]
    return names.entity(f"{name}/{mark}"), rows


def _side(end: Mention | Value) -> str:
    """Give the property under which an end of a statement stands in its node."""
    if isinstance(end, Value):
        return "value"
    table = vocabulary()
    for kind, side in (("Work", "work"), ("Award", "award")):
        if table.is_a(end.type, kind):
            return side
    return "agent"
