"""The vocabulary table as an ontology (OWL terms) and as SHACL shapes, both Turtle, byte for byte from the table.

`python -m kg.graph.ontology` writes both files beside the table; a test holds them against it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_lines
from kg.graph import term as terms
from kg.graph.mapping import PROPERTIES
from kg.graph.namespace import RDF, RDFS, XSD, Namespaces
from kg.graph.turtle import prefix_lines, turtle
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.term import Triple

__all__ = ["ontology_lines", "shapes_lines", "write_vocabulary"]

_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE, _LABEL = f"<{RDF}type>", f"<{RDFS}label>"
_NODES = {"Participation": "participation", "Screening": "screening", "StageReport": "stage"}
# Nodes with qualifiers use these names of predicates for what they report.
_CARRIERS = {"stage": ("StageReport",), "award": ("Participation",)}
_DATES = ("date", "gYearMonth", "gYear")


def ontology_lines(names: Namespaces | None = None) -> Iterator[str]:
    """Give ontology.ttl: every class and property with label, definition, domain, range and equivalents."""
    names = names or Namespaces()
    prefixes = {**names.prefixes, "owl": _OWL, "skos": _SKOS, "wdt": "http://www.wikidata.org/prop/direct/"}
    yield from turtle(sorted(set(_ontology(names))), prefixes)


def _ontology(names: Namespaces) -> Iterator[Triple]:
    table = vocabulary()
    for term in table.classes.values():
        iri = names.term(term.name)
        yield iri, _TYPE, f"<{_OWL}Class>"
        yield iri, _LABEL, terms.string(term.label)
        yield iri, f"<{RDFS}comment>", terms.string(term.definition)
        if term.parent:
            yield iri, f"<{RDFS}subClassOf>", names.term(term.parent)
        for also in term.also:
            yield iri, f"<{RDFS}subClassOf>", names.expand(also)
    for predicate in table.predicates.values():
        iri = names.term(predicate.name)
        yield iri, _TYPE, f"<{_OWL}{'DatatypeProperty' if predicate.literal else 'ObjectProperty'}>"
        yield iri, _LABEL, terms.string(predicate.label)
        if predicate.symmetric:
            yield iri, _TYPE, f"<{_OWL}SymmetricProperty>"
        for name in predicate.subjects if len(predicate.subjects) == 1 else ():
            yield iri, f"<{RDFS}domain>", names.term(name)
        for name in predicate.objects if len(predicate.objects) == 1 and not predicate.literal else ():
            yield iri, f"<{RDFS}range>", names.term(name)
        for other in (predicate.schema, predicate.schema_company):
            if other:
                close = f"<{_SKOS}closeMatch>" if not other.startswith("^") else f"<{_OWL}inverseOf>"
                yield iri, close, names.expand(other.removeprefix("^"))
        for other in (predicate.wikidata, predicate.wikidata_company):
            if other and not other.startswith("^"):
                yield iri, f"<{_SKOS}closeMatch>", f"<http://www.wikidata.org/prop/direct/{other}>"
            elif other:
                yield iri, f"<{_OWL}inverseOf>", f"<http://www.wikidata.org/prop/direct/{other[1:]}>"
    for key, datatype in table.qualifiers.items():
        iri = names.term(PROPERTIES.get(key, key))
        if key in table.predicates and key not in PROPERTIES:
            continue
        thing = datatype in table.classes
        yield iri, _TYPE, f"<{_OWL}{'ObjectProperty' if thing else 'DatatypeProperty'}>"


def shapes_lines(names: Namespaces | None = None) -> Iterator[str]:
    """Give shapes.ttl: SHACL shapes for every class, predicate, qualifier and closed list of the table."""
    names = names or Namespaces()
    yield from prefix_lines({"kg": names.ontology, "rdfs": RDFS, "sh": "http://www.w3.org/ns/shacl#", "xsd": XSD})
    table = vocabulary()
    for name in ("Work", "Person", "Company", "Place", "Festival", "FestivalEdition", "Award"):
        yield f"kg:{name}Label a sh:NodeShape ;\n    sh:targetClass kg:{name} ;\n    sh:nodeKind sh:IRI ;\n"
        yield (
            "    sh:property [ sh:path rdfs:label ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:Literal ;\n"
            '        sh:message "exactly one label" ] .\n'
        )
    for predicate in table.predicates.values():
        yield f"kg:{predicate.name}Subject a sh:NodeShape ;\n    sh:targetSubjectsOf kg:{predicate.name} ;\n"
        carriers = predicate.subjects + _CARRIERS.get(predicate.name, ())
        yield f"    sh:nodeKind sh:IRI ;\n    {_any_class(carriers)} ;\n"
        yield f'    sh:message "{predicate.name} starts at {" or ".join(predicate.subjects)}" .\n'
        yield f"kg:{predicate.name}Object a sh:NodeShape ;\n    sh:targetObjectsOf kg:{predicate.name} ;\n"
        if predicate.literal in table.lists:
            values = " ".join(terms.string(value) for value in table.lists[predicate.literal or ""])
            yield f'    sh:in ( {values} ) ;\n    sh:message "not in the closed list of {predicate.literal}" .\n'
        elif predicate.literal == "date":
            yield f'    {_any_datatype(_DATES)} ;\n    sh:message "no date" .\n'
        elif predicate.literal:
            yield '    sh:nodeKind sh:Literal ; sh:datatype xsd:string ; sh:minLength 1 ;\n    sh:message "no text" .\n'
        else:
            yield f"    sh:nodeKind sh:IRI ;\n    {_any_class(predicate.objects)} ;\n"
            yield f'    sh:message "{predicate.name} leads to {" or ".join(predicate.objects)}" .\n'
    for key, datatype in table.qualifiers.items():
        yield from _qualifier_shape(key, datatype)
    for name in _NODES:
        one = {"Participation": "role", "Screening": "edition", "StageReport": "stage"}[name]
        yield f"kg:{name}Node a sh:NodeShape ;\n    sh:targetClass kg:{name} ;\n    sh:nodeKind sh:IRI ;\n"
        yield f'    sh:property [ sh:path kg:{one} ; sh:minCount 1 ; sh:maxCount 1 ; sh:message "one {one}" ] .\n'


def _qualifier_shape(key: str, datatype: str) -> Iterator[str]:
    """A qualifier is checked on the nodes that carry it; some of their names are predicates of works as well."""
    path = PROPERTIES.get(key, key)
    yield f"kg:{key}Qualifier a sh:NodeShape ;\n"
    yield "    sh:targetClass kg:Participation, kg:Screening, kg:StageReport ;\n"
    if datatype in vocabulary().classes:
        value = f"sh:nodeKind sh:IRI ; sh:class kg:{datatype}"
    elif datatype == "date":
        value = _any_datatype(_DATES)
    else:
        value = f"sh:datatype xsd:{datatype}"
    yield f'    sh:property [ sh:path kg:{path} ; {value} ; sh:message "{path} is no {datatype}" ] .\n'


def _any_class(classes: tuple[str, ...]) -> str:
    return "sh:or ( " + " ".join(f"[ sh:class kg:{name} ]" for name in classes) + " )"


def _any_datatype(datatypes: tuple[str, ...]) -> str:
    return "sh:or ( " + " ".join(f"[ sh:datatype xsd:{name} ]" for name in datatypes) + " )"


def write_vocabulary(folder: Path | None = None) -> None:
    """Write ontology.ttl and shapes.ttl beside the vocabulary table."""
    folder = folder or Path(str(files("kg.vocabulary")))
    write_lines(folder / "ontology.ttl", ontology_lines())
    write_lines(folder / "shapes.ttl", shapes_lines())


if __name__ == "__main__":
    write_vocabulary()
