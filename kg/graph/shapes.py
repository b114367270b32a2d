"""The vocabulary table as SHACL shapes: kg/vocabulary/shapes.ttl is what `shapes_lines` gives.

Every class, predicate, property of a node and closed list has its shape. The shapes are meant for film-graph.ttl and
evidence.trig taken together: an item that a film is described in is described there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.namespace import RDFS, XSD, Namespaces
from kg.graph.ontology import NODES, also_on, properties
from kg.graph.term import string
from kg.graph.turtle import block, prefix_lines
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.vocabulary import Predicate, Vocabulary

__all__ = ["shapes_lines"]

_SHACL = "http://www.w3.org/ns/shacl#"

# Classes of things that people name. Everything else is a node of ours.
_ENTITIES = ("Work", "Person", "Company", "Place", "Festival", "FestivalEdition", "Award")

# What a node of each class must have: property, least, most.
_NEEDED: dict[str, tuple[tuple[str, int, int], ...]] = {
    "Participation": (("kg:role", 1, 1),),
    "Screening": (("kg:work", 1, 1), ("kg:edition", 1, 1)),
    "StageReport": (("kg:work", 1, 1), ("kg:stage", 1, 1)),
    "Document": (("dcterms:identifier", 1, 1), ("kg:sha256", 1, 1), ("kg:kind", 1, 1)),
    "Item": (("dcterms:isPartOf", 1, 1), ("schema:headline", 1, 1), ("kg:number", 1, 1), ("kg:kind", 1, 1)),
    "Claim": (
        ("rdf:subject", 1, 1),
        ("rdf:predicate", 1, 1),
        ("rdf:object", 1, 1),
        ("kg:certainty", 1, 1),
        ("kg:rule", 1, 1),
        ("kg:item", 0, 1),
        ("kg:statement", 0, 1),
        ("prov:wasGeneratedBy", 1, 1),
        ("prov:wasQuotedFrom", 1, 0),
    ),
    "Span": (("oa:exact", 1, 1), ("kg:start", 1, 1), ("kg:end", 1, 1)),
    "Reading": (("prov:used", 1, 0), ("kg:extractor", 1, 1)),
}


def shapes_lines(names: Namespaces | None = None) -> Iterator[str]:
    """Give shapes.ttl, block by block."""
    names = names or Namespaces()
    wanted = ("dcterms", "kg", "oa", "prov", "rdf", "schema")
    yield from prefix_lines(
        {**{each: names.prefixes[each] for each in wanted}, "rdfs": RDFS, "sh": _SHACL, "xsd": XSD}
        | {"shape": f"{names.base}shape#"}
    )
    table = vocabulary()
    for name in sorted(table.classes):
        yield _class(name, table)
    for name, predicate in sorted(table.predicates.items()):
        yield from _predicate(name, predicate, table)
    for name, (domain, value, _) in properties().items():
        if name not in table.predicates:
            yield from _property(name, domain, value)


def _shape(name: str, *said: tuple[str, Iterable[str]]) -> str:
    return block(f"shape:{name}", [("a", ["sh:NodeShape"]), *((predicate, list(terms)) for predicate, terms in said)])


def _message(words: str) -> tuple[str, list[str]]:
    return "sh:message", [string(words)]


def _class(name: str, table: Vocabulary) -> str:
    """Give the shape of a class: an IRI, never a blank node; one label; all classes above; what it must have."""
    parts = [f"[ sh:path rdf:type ; sh:hasValue kg:{above} ]" for above in table.ancestors(name)[1:]]
    if name in _ENTITIES:
        parts.append(
            "[ sh:path rdfs:label ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;"
            ' sh:message "exactly one rdfs:label, a plain string" ]'
        )
    for path, least, most in _NEEDED.get(name, ()):
        count = f"sh:minCount {least} ; " if least else ""
        count += f"sh:maxCount {most} ; " if most else ""
        words = f"exactly one {path}" if least and most else f"at most one {path}" if most else f"{path} is missing"
        parts.append(f'[ sh:path {path} ; {count}sh:message "{words}" ]')
    if name == "Participation":
        roles = [each for each, row in table.predicates.items() if row.qualifiers and each not in NODES]
        parts.append(f'[ sh:path kg:role ; {_among(f"kg:{each}" for each in sorted(roles))} ; sh:message "no role" ]')
        kinds = _any_class(("Person", "Company", "Country"))
        parts.append(f'[ sh:path kg:agent ; {kinds} ; sh:message "an agent is a person, company or country" ]')
    if name == "Claim":
        parts.append(f"[ sh:path kg:certainty ; {_among(map(string, ('stated', 'inferred')))} ]")
        parts.append(f"[ sh:path rdf:predicate ; {_among(f'kg:{each}' for each in sorted(table.predicates))} ]")
    said: list[tuple[str, Iterable[str]]] = [("sh:targetClass", [f"kg:{name}"]), ("sh:nodeKind", ["sh:IRI"])]
    return _shape(name, *said, *([("sh:property", parts)] if parts else []))


def _predicate(name: str, row: Predicate, table: Vocabulary) -> Iterator[str]:
    subjects = row.subjects + also_on(name)
    yield _shape(
        f"{name}-subject",
        ("sh:targetSubjectsOf", [f"kg:{name}"]),
        ("sh:nodeKind", ["sh:IRI"]),
        ("sh:or", [_alternatives(f"[ sh:class kg:{each} ]" for each in subjects)]),
        _message(f"{name} starts at {' or '.join(row.subjects)}"),
    )
    target: tuple[str, Iterable[str]] = ("sh:targetObjectsOf", [f"kg:{name}"])
    if row.literal is None:
        yield _shape(
            f"{name}-object",
            target,
            ("sh:nodeKind", ["sh:IRI"]),
            ("sh:or", [_alternatives(f"[ sh:class kg:{each} ]" for each in row.objects)]),
            _message(f"{name} leads to {' or '.join(row.objects)}"),
        )
    elif row.literal in table.lists:
        words = _alternatives(map(string, table.lists[row.literal]))
        yield _shape(f"{name}-object", target, ("sh:in", [words]), _message(f"not in the closed list of {row.literal}"))
    elif row.literal == "date":
        dates = properties()["date"][1]
        yield _shape(f"{name}-object", target, ("sh:or", [_datatypes(dates)]), _message(f"{name} leads to a date"))
    else:
        said = ("sh:datatype", ["xsd:string"]), ("sh:minLength", ["1"])
        yield _shape(f"{name}-object", target, *said, _message(f"{name} leads to a text"))
    if row.symmetric:
        words = f"{name} holds both ways"
        both = f'[ sh:path [ sh:inversePath kg:{name} ] ; sh:equals kg:{name} ; sh:message "{words}" ]'
        yield _shape(f"{name}-both-ways", ("sh:targetSubjectsOf", [f"kg:{name}"]), ("sh:property", [both]))


def _property(name: str, domain: tuple[str, ...], value: str | tuple[str, ...]) -> Iterator[str]:
    if domain:
        yield _shape(
            f"{name}-subject",
            ("sh:targetSubjectsOf", [f"kg:{name}"]),
            ("sh:or", [_alternatives(f"[ sh:class kg:{each} ]" for each in domain)]),
            _message(f"{name} belongs to {' or '.join(domain)}"),
        )
    target: tuple[str, Iterable[str]] = ("sh:targetObjectsOf", [f"kg:{name}"])
    if not value:
        return
    if isinstance(value, tuple):
        said: tuple[str, Iterable[str]] = ("sh:or", [_datatypes(value)])
    else:
        said = ("sh:class" if value.startswith("kg:") else "sh:datatype", [value])
    words = value if isinstance(value, str) else " or ".join(value)
    yield _shape(
        f"{name}-object", target, said, _message(f"{name} is no {words.replace('xsd:', '').replace('kg:', '')}")
    )


def _alternatives(terms: Iterable[str]) -> str:
    return f"( {' '.join(terms)} )"


def _among(terms: Iterable[str]) -> str:
    return f"sh:in {_alternatives(terms)}"


def _any_class(names: Iterable[str]) -> str:
    return "sh:or " + _alternatives(f"[ sh:class kg:{name} ]" for name in names)


def _datatypes(datatypes: str | tuple[str, ...]) -> str:
    return _alternatives(
        f"[ sh:datatype {each} ]" for each in ([datatypes] if isinstance(datatypes, str) else datatypes)
    )
