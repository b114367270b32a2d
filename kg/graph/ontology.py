"""The vocabulary table as an ontology: kg/vocabulary/ontology.ttl is what `ontology_lines` gives.

`python -m kg.graph.ontology` writes ontology.ttl and shapes.ttl beside the table; a test holds both against it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import write_lines
from kg.graph.mapping import PROPERTIES
from kg.graph.namespace import Namespaces
from kg.graph.term import string
from kg.graph.turtle import block, prefix_lines
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.vocabulary import Predicate, Term

__all__ = ["ANY", "DATE", "NODES", "Property", "also_on", "ontology_lines", "properties", "write_vocabulary"]

_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_WIKIDATA = "http://www.wikidata.org/prop/direct/"

DATE = ("xsd:date", "xsd:gYear", "xsd:gYearMonth")
"""A date as exactly as it is known."""
ANY = ""
"""The range of a property that may lead to several kinds of thing."""

NODES: Mapping[str, str] = {"screenedAt": "Screening", "stage": "StageReport"}
"""The class of the node that a predicate's qualifiers go to, where it is no Participation."""

Property = tuple[tuple[str, ...], str | tuple[str, ...], str]
"""Classes that have it; its range as a term (`kg:Work`, `xsd:integer`), several datatypes, or ANY; what it says."""

# The properties of nodes, editions and evidence: no claim is made with them, so the table does not have them.
_PLAIN: Mapping[str, Property] = {
    "agent": (("Participation",), ANY, "the person, company or country that the statement is about"),
    "asOf": (("Claim",), DATE, "the date of the statement, as its item has it"),
    "certainty": (("Claim",), "xsd:string", "stated, or inferred from what is stated"),
    "curated": (("Document",), "xsd:string", "a field of metadata known from outside the text"),
    "edition": (("Screening",), "kg:FestivalEdition", "the festival edition of a screening"),
    "end": (("Span",), "xsd:integer", "where the span ends, in code points from the start of the text"),
    "extractor": (("Reading",), "xsd:string", "the extractor and its version"),
    "festival": (("FestivalEdition",), "kg:Festival", "the festival of an edition"),
    "item": (("Claim",), "kg:Item", "the item that the claim stands in"),
    "kind": (("Document", "Item"), "xsd:string", "the kind of document or item"),
    "relatedWork": (("Participation",), "kg:Work", "the other work of a statement between two works"),
    "restsOn": (("Claim",), "kg:Claim", "a claim that this one was made from"),
    "role": (("Participation",), ANY, "the predicate of the statement"),
    "rule": (("Claim",), "xsd:string", "what read or inferred the claim"),
    "sha256": (("Document",), "xsd:string", "the SHA-256 of the text as UTF-8"),
    "start": (("Span",), "xsd:integer", "where the span starts, in code points from the start of the text"),
    "statement": (("Claim",), ANY, "the node that holds the statement with its qualifiers"),
    "value": (("Participation",), (*DATE, "xsd:string"), "the literal of a statement that leads to one"),
    "workName": (("Claim",), "xsd:string", "the name that the claim has for its work, of a work of several names"),
}
_THINGS = ("agent", "role", "statement")

# Where else a qualifier's property, or a predicate, is used: nodes report with the predicate's own name.
_ALSO_ON: Mapping[str, tuple[str, ...]] = {
    "award": ("Participation",),
    "date": ("Item",),
    "number": ("Item",),
    "stage": ("StageReport",),
    "work": ("Participation", "Screening", "StageReport"),
    "year": ("FestivalEdition",),
}


def also_on(name: str) -> tuple[str, ...]:
    """Give the classes that use a property beside those that the table gives it."""
    return _ALSO_ON.get(name, ())


@cache
def properties() -> Mapping[str, Property]:
    """Give every property that is no predicate of the table, by name: those of nodes and evidence, and qualifiers."""
    table = vocabulary()
    rows = tomllib.loads(files("kg.vocabulary").joinpath("vocabulary.toml").read_text(encoding="utf-8"))["qualifiers"]
    homes: dict[str, set[str]] = {}
    for predicate in table.predicates.values():
        for key in predicate.qualifiers:
            homes.setdefault(key, set()).add(NODES.get(predicate.name, "Participation"))
    found = dict(_PLAIN)
    for key, kind in table.qualifiers.items():
        name = PROPERTIES.get(key, key)
        value: str | tuple[str, ...] = f"kg:{kind}" if kind in table.classes else f"xsd:{kind}"
        domain = tuple(sorted({*homes.get(key, ()), *also_on(name)}))
        found[name] = (domain, DATE if kind == "date" else value, str(rows[key]["label"]))
    return dict(sorted(found.items()))


def ontology_lines(names: Namespaces | None = None) -> Iterator[str]:
    """Give ontology.ttl: classes, predicates, the properties of nodes and of evidence.

    Several domains or ranges are alternatives and stand as schema.org's domainIncludes and rangeIncludes, since
    RDFS would read them as all at once. A schema.org term that we write beside our own is its superproperty (or
    the inverse of one); Wikidata's are close matches, as nothing is written with them.
    """
    names = names or Namespaces()
    wanted = ("kg", "prov", "rdf", "rdfs", "schema", "xsd")
    yield from prefix_lines(
        {**{each: names.prefixes[each] for each in wanted}, "owl": _OWL, "skos": _SKOS, "wdt": _WIKIDATA}
    )
    about = '"What film-trade texts say of works, people, companies and countries."'
    yield block(
        f"<{names.base}ontology>",
        [("a", ["owl:Ontology"]), ("rdfs:label", ['"Film trade vocabulary"']), ("rdfs:comment", [about])],
    )
    table = vocabulary()
    for _, term in sorted(table.classes.items()):
        yield _class(term)
    plain = properties()
    for name in sorted({*table.predicates, *plain}):
        yield _predicate(table.predicates[name]) if name in table.predicates else _property(name, *plain[name])


def _class(term: Term) -> str:
    said = [("a", ["owl:Class"]), ("rdfs:label", [string(term.label)]), ("rdfs:comment", [string(term.definition)])]
    above = ([f"kg:{term.parent}"] if term.parent else []) + list(term.also)
    return block(f"kg:{term.name}", [*said, ("rdfs:subClassOf", above)] if above else said)


def _domain(classes: tuple[str, ...]) -> tuple[str, list[str]]:
    return _one_or_several("domain", [f"kg:{name}" for name in classes])


def _one_or_several(side: str, terms: list[str]) -> tuple[str, list[str]]:
    return f"rdfs:{side}" if len(terms) == 1 else f"schema:{side}Includes", sorted(terms)


def _predicate(row: Predicate) -> str:
    kind = "owl:DatatypeProperty" if row.literal else "owl:ObjectProperty"
    said = [("a", [kind, "owl:SymmetricProperty"] if row.symmetric else [kind]), ("rdfs:label", [string(row.label)])]
    if row.inverse and not row.symmetric:
        said.append(("rdfs:comment", [string(f"Read backwards: {row.inverse}.")]))
    said.append(_domain((*row.subjects, *also_on(row.name))))
    if row.literal:
        said.append(_one_or_several("range", list(DATE) if row.literal == "date" else ["xsd:string"]))
    else:
        said.append(_one_or_several("range", [f"kg:{name}" for name in row.objects]))
    # Where the subject's class decides, neither term holds of every subject: no superproperty then.
    close = [f"{each[0] if each[0] == '^' else ''}wdt:{each.removeprefix('^')}" for each in _wikidata(row)]
    if row.schema and row.schema_company:
        close += [row.schema, row.schema_company]
    elif row.schema:
        said.append(("rdfs:subPropertyOf", [_other(row.schema)]))
    if close:
        said.append(("skos:closeMatch", [_other(each) for each in close]))
    return block(f"kg:{row.name}", said)


def _wikidata(row: Predicate) -> list[str]:
    return [each for each in (row.wikidata, row.wikidata_company) if each]


def _other(term: str) -> str:
    return f"[ owl:inverseOf {term.removeprefix('^')} ]" if term.startswith("^") else term


def _property(name: str, domain: tuple[str, ...], value: str | tuple[str, ...], label: str) -> str:
    values = [value] if isinstance(value, str) else list(value)
    thing = name in _THINGS or values[0].startswith("kg:")
    said = [("a", ["owl:ObjectProperty" if thing else "owl:DatatypeProperty"]), ("rdfs:label", [string(label)])]
    said += [_domain(domain)] if domain else []
    said += [_one_or_several("range", values)] if values != [ANY] else []
    return block(f"kg:{name}", said)


def write_vocabulary(folder: Path | None = None) -> None:
    """Write ontology.ttl and shapes.ttl, by default beside the vocabulary table."""
    from kg.graph.shapes import shapes_lines

    folder = folder or Path(str(files("kg.vocabulary")))
    write_lines(folder / "ontology.ttl", ontology_lines())
    write_lines(folder / "shapes.ttl", shapes_lines())


if __name__ == "__main__":
    write_vocabulary()
