"""The vocabulary table as an ontology: kg/vocabulary/ontology.ttl is what `ontology()` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.mapping import PROPERTIES
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.turtle import block, prefix_lines, shortener
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.vocabulary import Predicate, Term

__all__ = ["OWL", "PLAIN", "QUALIFIERS", "SKOS", "WIKIDATA", "Property", "ontology"]

OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
WIKIDATA = "http://www.wikidata.org/prop/direct/"

Property = tuple[str, tuple[str, ...], str, str]
"""Name; classes that it belongs to; range: a class, `xsd:…`, or "" for any; what it says."""

_NODES = ("Participation", "Screening", "StageReport")

# The properties of nodes, editions and evidence: no claim is made with them, so the table does not have them.
# Where a name is a predicate of the table too (kg:stage, kg:award), the table's row describes it.
PLAIN: tuple[Property, ...] = (
    ("agent", ("Participation",), "", "the person, company or country that the statement is about"),
    ("asOf", ("Claim",), "date", "the date of the statement, as its item has it"),
    ("certainty", ("Claim",), "xsd:string", "stated, or inferred from what is stated"),
    ("curated", ("Document",), "xsd:string", "a field of metadata known from outside the text"),
    ("edition", ("Screening",), "FestivalEdition", "the festival edition of a screening"),
    ("end", ("Span",), "xsd:integer", "where the span ends, in code points from the start of the text"),
    ("extractor", ("Reading",), "xsd:string", "the extractor and its version"),
    ("festival", ("FestivalEdition",), "Festival", "the festival of an edition"),
    ("item", ("Claim",), "Item", "the item that the claim stands in"),
    ("kind", ("Document", "Item"), "xsd:string", "the kind of document or item"),
    ("relatedWork", ("Participation",), "Work", "the other work of a statement between two works"),
    ("restsOn", ("Claim",), "Claim", "a claim that this one was made from"),
    ("role", ("Participation",), "", "the predicate of the statement"),
    ("rule", ("Claim",), "xsd:string", "what read or inferred the claim"),
    ("sha256", ("Document",), "xsd:string", "the SHA-256 of the text as UTF-8"),
    ("start", ("Span",), "xsd:integer", "where the span starts, in code points from the start of the text"),
    ("statement", ("Claim",), "", "the node that holds the statement with its qualifiers"),
    ("value", ("Participation",), "", "the literal of a statement that leads to one"),
)

# What else the qualifiers' properties are used for.
_ALSO_ON = {
    "date": ("Item",),
    "number": ("Item",),
    "year": ("FestivalEdition",),
    "work": _NODES,
}


def _qualifiers() -> dict[str, Property]:
    table = vocabulary()
    homes: dict[str, set[str]] = {}
    for predicate in table.predicates.values():
        home = {"screenedAt": "Screening", "stage": "StageReport"}.get(predicate.name, "Participation")
        for key in predicate.qualifiers:
            homes.setdefault(key, set()).add(home)
    found = {}
    for key, kind in table.qualifiers.items():
        name = PROPERTIES.get(key, key)
        range_ = kind if kind in table.classes or kind == "date" else f"xsd:{kind}"
        domain = tuple(sorted(homes.get(key, set()) | set(_ALSO_ON.get(name, ()))))
        found[name] = (name, domain, range_, _LABELS.get(name, key.replace("_", " ")))
    return found


_LABELS = {
    "position": "position in the printed list, from 1",
    "share": "share in percent",
    "billing": "place in the cast list, from 1",
    "partPlayed": "the part played",
    "work": "the work of the statement",
    "season": "season of a series",
    "section": "festival section",
    "territory": "the country that it holds for",
    "date": "date",
    "count": "how many",
    "year": "year",
    "period": "over what time",
    "approximate": "said to be about so many",
    "of": "whose first (second, …) feature it is",
    "number": "number in a series, or of an item in its document",
    "open_list": "the printed list ends in an ellipsis",
}

QUALIFIERS = _qualifiers


def ontology(base: str = DEFAULT_BASE) -> str:
    """Give the whole vocabulary as Turtle: classes, predicates, the properties of nodes and of evidence.

    Several domains or ranges are alternatives and stand as schema.org's domainIncludes and rangeIncludes, since
    RDFS would read them as all at once. schema.org equivalents that we write beside our own are superproperties;
    Wikidata's are close matches, as nothing is copied from there.
    """
    names = Namespaces(base)
    prefixes = {key: names.prefixes[key] for key in ("dcterms", "kg", "prov", "rdf", "rdfs", "schema", "xsd")} | {
        "owl": OWL,
        "skos": SKOS,
        "wdt": WIKIDATA,
    }
    show = shortener(prefixes)
    table = vocabulary()
    blocks = [
        block(
            f"<{base}ontology>",
            [
                ("a", ["owl:Ontology"]),
                ("rdfs:label", ['"Film trade vocabulary"']),
                ("rdfs:comment", ['"What film-trade texts say of works, people, companies and countries."']),
            ],
        )
    ]
    blocks += [_class(term) for _, term in sorted(table.classes.items())]
    described = {**{row[0]: row for row in PLAIN}, **_qualifiers()}
    for name in sorted({*table.predicates, *described}):
        if name in table.predicates:
            blocks.append(_predicate(table.predicates[name]))
        else:
            blocks.append(_property(described[name], _is_thing(described[name])))
    assert all(show(names.term(name)) == f"kg:{name}" for name in table.classes), "a class needs a plain name"
    return "".join((*prefix_lines(prefixes), *blocks))


def _text(words: str) -> str:
    from kg.graph.term import string

    return string(words)


def _class(term: Term) -> str:
    above = ([f"kg:{term.parent}"] if term.parent else []) + list(term.also)
    said = [("a", ["owl:Class", "rdfs:Class"]), ("rdfs:label", [_text(term.label)])]
    said.append(("rdfs:comment", [_text(term.definition)]))
    if above:
        said.append(("rdfs:subClassOf", above))
    return block(f"kg:{term.name}", said)


def _side(single: str, several: str, classes: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    terms = sorted(f"kg:{name}" for name in classes)
    return [(single if len(terms) == 1 else several, terms)] if terms else []


def _predicate(row: Predicate) -> str:
    kind = "owl:DatatypeProperty" if row.literal else "owl:ObjectProperty"
    said = [("a", [kind, *(["owl:SymmetricProperty"] if row.symmetric else []), "rdf:Property"])]
    said.append(("rdfs:label", [_text(row.label)]))
    # On a StageReport or a Participation these say the same of the statement as of the thing itself.
    also = {"stage": ("StageReport",), "award": ("Participation",)}.get(row.name, ())
    said += _side("rdfs:domain", "schema:domainIncludes", row.subjects + also)
    if row.literal == "date":
        said.append(("schema:rangeIncludes", ["xsd:date", "xsd:gYear", "xsd:gYearMonth"]))
    elif row.literal:
        said.append(("rdfs:range", ["xsd:string"]))
    else:
        said += _side("rdfs:range", "schema:rangeIncludes", row.objects)
    if row.inverse and not row.symmetric:
        said.append(("skos:altLabel", [_text(f"{row.inverse} (read backwards)")]))
    if row.schema:
        one = not row.schema_company
        said.append(("rdfs:subPropertyOf" if one else "skos:closeMatch", [_other(row.schema)]))
    matches = [
        _other(term)
        for term in (
            row.schema_company,
            row.wikidata and _wikidata(row.wikidata),
            row.wikidata_company and _wikidata(row.wikidata_company),
        )
        if term
    ]
    if matches:
        said.append(("skos:closeMatch", matches))
    return block(f"kg:{row.name}", said)


def _wikidata(term: str) -> str:
    return ("^" if term.startswith("^") else "") + "wdt:" + term.removeprefix("^")


def _other(term: str) -> str:
    return f"[ owl:inverseOf {term.removeprefix('^')} ]" if term.startswith("^") else term


def _is_thing(row: Property) -> bool:
    return row[2] in vocabulary().classes or row[0] in ("agent", "role", "statement")


def _property(row: Property, thing: bool) -> str:
    name, domain, range_, label = row
    kind = "owl:ObjectProperty" if thing else "owl:DatatypeProperty"
    said = [("a", [kind, "rdf:Property"]), ("rdfs:label", [_text(label)])]
    said += _side("rdfs:domain", "schema:domainIncludes", domain)
    if range_ == "date":
        said.append(("schema:rangeIncludes", ["xsd:date", "xsd:gYear", "xsd:gYearMonth"]))
    elif range_:
        said.append(("rdfs:range", [f"kg:{range_}" if thing else range_]))
    return block(f"kg:{name}", said)
