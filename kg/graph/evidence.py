"""Who says so, where, in which words: the quads of evidence.trig, a named graph a document."""

from __future__ import annotations

import re
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.document import Metadata
from kg.errors import BuildError
from kg.graph import term as terms
from kg.graph.mapping import fact, types
from kg.graph.namespace import DCTERMS, OA, PROV, RDF, SCHEMA, Namespaces, is_iri
from kg.resolve.name import plain
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.claim import Claim
    from kg.document import Document, Item, Span
    from kg.extract.reading import Reading
    from kg.graph.mapping import Fact
    from kg.graph.term import Quad, Triple
    from kg.resolve.entity import Entity, Resolution

__all__ = ["evidence", "told"]

_TYPE = f"<{RDF}type>"
_QUOTED = f"<{PROV}wasQuotedFrom>"
_CURATED = {"title": "title", "publisher": "publisher", "author": "creator", "language": "language"}
# What stands in for the title of a work that a text does not name: "novel by Ana Ruiz".
_UNNAMED = re.compile(r"[a-z ]+ by .+")


def evidence(readings: Iterable[Reading], resolution: Resolution, names: Namespaces) -> Iterator[Quad]:
    """Give the quads of evidence.trig, in no order and with repetitions (two claims may rest on one span).

    Raises BuildError for a span that does not hold: nothing may be published that its text does not bear out.
    """
    for reading in readings:
        graph = names.document(reading.document.id)
        facts = (fact(claim, resolution, names) for claim in reading.claims)
        for subject, predicate, value in told(reading, facts, resolution, names):
            yield graph, subject, predicate, value


def told(reading: Reading, facts: Iterable[Fact], resolution: Resolution, names: Namespaces) -> Iterator[Triple]:
    """Give what stands in the graph of one document, from its reading and the facts of its claims; raises as above."""
    document = reading.document
    iri = names.document(document.id)
    yield from _document(document, reading.kind, names)
    spans: dict[Span, None] = {}
    for item in reading.items:
        yield from _item(item, iri, names)
        spans.update(dict.fromkeys(item.spans))
    extractors = {reading.extractor: None}
    for each in facts:
        claim = each.claim
        yield from _claim(each, document, resolution, names)
        spans.update(dict.fromkeys(claim.spans))
        extractors[claim.extractor] = None
    for extractor in extractors:
        node = names.reading(document.sha256, extractor)
        yield from ((node, _TYPE, kind) for kind in types("Reading", names))
        yield node, f"<{PROV}used>", iri
        yield node, names.term("extractor"), terms.string(extractor)
    for span in spans:
        yield from _span(span, document, names)


def _document(document: Document, kind: str, names: Namespaces) -> Iterator[Triple]:
    iri, metadata = names.document(document.id), document.metadata
    yield from ((iri, _TYPE, term) for term in types("Document", names))
    yield iri, f"<{DCTERMS}identifier>", terms.string(document.id)
    yield iri, names.term("sha256"), terms.string(document.sha256)
    yield iri, names.term("kind"), terms.string(kind)
    for name, property_ in _CURATED.items():
        value = getattr(metadata, name)
        if value is not None:
            yield iri, f"<{DCTERMS}{property_}>", terms.string(value)
    if metadata.published is not None:
        yield iri, f"<{DCTERMS}issued>", terms.date(metadata.published)
    if metadata.address is not None:
        # What cannot stand as an IRI is kept as text rather than mended.
        address = metadata.address
        yield iri, f"<{DCTERMS}source>", f"<{address}>" if is_iri(address) else terms.string(address)
    if metadata.note is not None:
        yield iri, f"<{DCTERMS}description>", terms.string(metadata.note)
    for field in fields(Metadata):
        if getattr(metadata, field.name) is not None:
            yield iri, names.term("curated"), terms.string(field.name)


def _item(item: Item, document: str, names: Namespaces) -> Iterator[Triple]:
    iri = names.item(item.id)
    yield from ((iri, _TYPE, term) for term in types("Item", names))
    yield iri, f"<{DCTERMS}isPartOf>", document
    yield iri, f"<{SCHEMA}headline>", terms.string(item.headline)
    yield iri, names.term("kind"), terms.string(item.kind)
    yield iri, names.term("number"), terms.integer(item.n)
    if item.date is not None:
        yield iri, names.term("date"), terms.date(item.date)
    for span in item.spans:
        yield iri, _QUOTED, names.span(item.document, span.start, span.end)


def _claim(made: Fact, document: Document, resolution: Resolution, names: Namespaces) -> Iterator[Triple]:
    claim, (subject, predicate, value), node = made
    iri = names.claim(claim.id)
    yield from ((iri, _TYPE, term) for term in types("Claim", names))
    yield iri, f"<{RDF}subject>", subject
    yield iri, f"<{RDF}predicate>", predicate
    yield iri, f"<{RDF}object>", value
    yield iri, names.term("certainty"), terms.string(claim.certainty)
    yield iri, names.term("rule"), terms.string(claim.rule)
    if claim.as_of is not None:
        yield iri, names.term("asOf"), terms.date(claim.as_of)
    if claim.item is not None:
        yield iri, names.term("item"), names.item(f"{claim.document}#{claim.item}")
    yield iri, f"<{PROV}wasGeneratedBy>", names.reading(document.sha256, claim.extractor)
    for premise in claim.rests_on:
        yield iri, names.term("restsOn"), names.claim(premise)
    for span in claim.spans:
        yield iri, _QUOTED, names.span(claim.document, span.start, span.end)
    if node:
        yield iri, names.term("statement"), node[0]
    yield from _printed(claim, iri, resolution, names)


def _printed(claim: Claim, iri: str, resolution: Resolution, names: Namespaces) -> Iterator[Triple]:
    """Give the name that a claim has for its work, of a work of several names; an "also known as" gives both.

    A claim between two works could not say whose name it is, so it says none.
    """
    table = vocabulary()
    works = [end for end in (claim.subject, claim.object) if isinstance(end, Mention) and table.is_a(end.type, "Work")]
    if len(works) != 1:
        return
    spellings = _spellings(resolution.entity(claim.document, works[0]))
    if len(spellings) < 2:
        return
    printed = [] if works[0].type == "Work" and _UNNAMED.fullmatch(works[0].name) else [works[0].name]
    if claim.predicate == "alsoKnownAs" and isinstance(claim.object, Value):
        printed.append(claim.object.value)
    for name in printed:
        yield iri, names.term("workName"), terms.string(spellings.get(plain(name), name))


@lru_cache(maxsize=4096)
def _spellings(entity: Entity) -> Mapping[str, str]:
    """Give one spelling for all names that differ in nothing but accents, capitals and punctuation."""
    found: dict[str, str] = {}
    for name in (entity.label, *entity.aliases) if entity.aliases else ():
        found.setdefault(plain(name), name)
    return found


def _span(span: Span, document: Document, names: Namespaces) -> Iterator[Triple]:
    if not document.holds(span):
        line, column = document.position(max(0, min(span.start, len(document.text))))
        raise BuildError(
            f"the text does not say {span.exact[:60]!r} at {span.start}:{span.end}",
            where=f"{document.id}:{line}:{column}",
            do="the extractor must cut its spans out of the document",
        )
    iri = names.span(document.id, span.start, span.end)
    first, last = document.sentence(span.start, span.end)
    yield from ((iri, _TYPE, term) for term in types("Span", names))
    yield iri, f"<{OA}exact>", terms.string(span.exact)
    yield iri, f"<{OA}prefix>", terms.string(document.text[first : span.start])
    yield iri, f"<{OA}suffix>", terms.string(document.text[span.end : last])
    yield iri, names.term("start"), terms.integer(span.start)
    yield iri, names.term("end"), terms.integer(span.end)
