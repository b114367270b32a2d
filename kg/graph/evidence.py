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
    from kg.graph.turtle import Said
    from kg.resolve.entity import Entity, Resolution

__all__ = ["cards", "evidence", "told"]

_TYPE = f"<{RDF}type>"
_SUBJECT, _PREDICATE, _OBJECT = (f"<{RDF}{end}>" for end in ("subject", "predicate", "object"))
_QUOTED, _GENERATED, _USED = (f"<{PROV}{name}>" for name in ("wasQuotedFrom", "wasGeneratedBy", "used"))
_EXACT, _BEFORE, _AFTER = (f"<{OA}{name}>" for name in ("exact", "prefix", "suffix"))
_IDENTIFIER, _PART, _HEADLINE = f"<{DCTERMS}identifier>", f"<{DCTERMS}isPartOf>", f"<{SCHEMA}headline>"
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
    for subject, said in cards(reading, facts, resolution, names):
        for predicate, values in said.items():
            for value in (values,) if isinstance(values, str) else values:
                yield subject, predicate, value


def cards(
    reading: Reading, facts: Iterable[Fact], resolution: Resolution, names: Namespaces
) -> Iterator[tuple[str, Said]]:
    """Give what `told` does as subjects with what is said of them; a subject may come more than once."""
    document = reading.document
    iri = names.document(document.id)
    yield iri, _document(document, reading.kind, names)
    spans: dict[Span, None] = {}
    for item in reading.items:
        yield names.item(item.id), _item(item, iri, names)
        spans.update(dict.fromkeys(item.spans))
    nodes: dict[str, str] = {reading.extractor: names.reading(document.sha256, reading.extractor)}
    for each in facts:
        claim = each.claim
        node = nodes.get(claim.extractor)
        if node is None:
            node = nodes[claim.extractor] = names.reading(document.sha256, claim.extractor)
        yield names.claim(claim.id), _claim(each, node, resolution, names)
        for span in claim.spans:
            spans[span] = None
    for extractor, node in nodes.items():
        yield (
            node,
            {_TYPE: types("Reading", names), _USED: iri, names.term("extractor"): terms.string(extractor)},
        )
    for span in spans:
        yield names.span(document.id, span.start, span.end), _span(span, document, names)


def _document(document: Document, kind: str, names: Namespaces) -> Said:
    metadata = document.metadata
    said: Said = {
        _TYPE: types("Document", names),
        _IDENTIFIER: terms.string(document.id),
        names.term("sha256"): terms.string(document.sha256),
        names.term("kind"): terms.string(kind),
    }
    for name, property_ in _CURATED.items():
        value = getattr(metadata, name)
        if value is not None:
            said[f"<{DCTERMS}{property_}>"] = terms.string(value)
    if metadata.published is not None:
        said[f"<{DCTERMS}issued>"] = terms.date(metadata.published)
    if metadata.address is not None:
        # What cannot stand as an IRI is kept as text rather than mended.
        address = metadata.address
        said[f"<{DCTERMS}source>"] = f"<{address}>" if is_iri(address) else terms.string(address)
    if metadata.note is not None:
        said[f"<{DCTERMS}description>"] = terms.string(metadata.note)
    curated = [field.name for field in fields(Metadata) if getattr(metadata, field.name) is not None]
    if curated:
        said[names.term("curated")] = tuple(map(terms.string, curated))
    return said


def _item(item: Item, document: str, names: Namespaces) -> Said:
    said: Said = {
        _TYPE: types("Item", names),
        _PART: document,
        _HEADLINE: terms.string(item.headline),
        names.term("kind"): terms.string(item.kind),
        names.term("number"): terms.integer(item.n),
    }
    if item.date is not None:
        said[names.term("date")] = terms.date(item.date)
    if item.spans:
        said[_QUOTED] = _spans(item.document, item.spans, names)
    return said


def _spans(document: str, spans: tuple[Span, ...], names: Namespaces) -> str | tuple[str, ...]:
    if len(spans) == 1:
        return names.span(document, spans[0].start, spans[0].end)
    return tuple([names.span(document, span.start, span.end) for span in spans])


def _claim(made: Fact, reading: str, resolution: Resolution, names: Namespaces) -> Said:
    claim, (subject, predicate, value), node = made
    term = names.term
    said: Said = {
        _TYPE: types("Claim", names),
        _SUBJECT: subject,
        _PREDICATE: predicate,
        _OBJECT: value,
        term("certainty"): terms.string(claim.certainty),
        term("rule"): terms.string(claim.rule),
        _GENERATED: reading,
    }
    if claim.as_of is not None:
        said[term("asOf")] = terms.date(claim.as_of)
    if claim.item is not None:
        said[term("item")] = names.item(f"{claim.document}#{claim.item}")
    if claim.rests_on:
        said[term("restsOn")] = tuple(map(names.claim, claim.rests_on))
    if claim.spans:
        said[_QUOTED] = _spans(claim.document, claim.spans, names)
    if node:
        said[term("statement")] = node[0]
    printed = _printed(claim, resolution)
    if printed:
        said[term("workName")] = tuple(map(terms.string, printed))
    return said


def _printed(claim: Claim, resolution: Resolution) -> list[str]:
    """Give the name that a claim has for its work, of a work of several names; an "also known as" gives both.

    A claim between two works could not say whose name it is, so it says none.
    """
    works = [end for end in (claim.subject, claim.object) if isinstance(end, Mention) and _is_work(end.type)]
    if len(works) != 1:
        return []
    entity = resolution.entity(claim.document, works[0])
    spellings = _spellings(entity) if entity.aliases else {}
    if len(spellings) < 2:
        return []
    printed = [] if works[0].type == "Work" and _UNNAMED.fullmatch(works[0].name) else [works[0].name]
    if claim.predicate == "alsoKnownAs" and isinstance(claim.object, Value):
        printed.append(claim.object.value)
    return [spellings.get(plain(name), name) for name in printed]


@lru_cache(maxsize=512)
def _is_work(kind: str) -> bool:
    return vocabulary().is_a(kind, "Work")


@lru_cache(maxsize=4096)
def _spellings(entity: Entity) -> Mapping[str, str]:
    """Give one spelling for all names that differ in nothing but accents, capitals and punctuation."""
    found: dict[str, str] = {}
    for name in (entity.label, *entity.aliases):
        found.setdefault(plain(name), name)
    return found


def _span(span: Span, document: Document, names: Namespaces) -> Said:
    if not document.holds(span):
        line, column = document.position(max(0, min(span.start, len(document.text))))
        raise BuildError(
            f"the text does not say {span.exact[:60]!r} at {span.start}:{span.end}",
            where=f"{document.id}:{line}:{column}",
            do="the extractor must cut its spans out of the document",
        )
    first, last = document.sentence(span.start, span.end)
    return {
        _TYPE: types("Span", names),
        _EXACT: terms.string(span.exact),
        _BEFORE: terms.string(document.text[first : span.start]),
        _AFTER: terms.string(document.text[span.end : last]),
        names.term("start"): terms.integer(span.start),
        names.term("end"): terms.integer(span.end),
    }
