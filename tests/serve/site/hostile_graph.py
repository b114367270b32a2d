"""A graph in which every name, sentence, title and address wants to be run, or to break the page."""

from __future__ import annotations

from typing import Any

from kg.graph.namespace import DCTERMS, DEFAULT_BASE, OA, PROV, RDF, RDFS, SCHEMA, XSD

WORDS = [
    "</script><img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "javascript:window.hit=1",
    "__proto__",
    "{{7*7}} ${7*7} {% raw %}",
    "\u202egnitset\u202c עברית",
    "🎬 two\nlines\u2028three",
    "x" * 10_000,
    "<!--<script>",
    "' onmouseover='window.hit=1",
    "</title></textarea></style><script>window.hit=1</script>",
    "&lt;script&gt; &amp;amp; %3Cscript%3E",
]
ADDRESSES = ["javascript:window.hit=1", "data:text/html,<script>window.hit=1</script>", "//evil.example/x"]


def hostile_store() -> Any:
    from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

    store, facts = Store(), DefaultGraph()
    kg = f"{DEFAULT_BASE}ontology#"
    film = NamedNode(f"{DEFAULT_BASE}film/hostile")
    document = NamedNode(f"{DEFAULT_BASE}document/hostile.txt")

    def say(subject: Any, predicate: str, value: Any, graph: Any = facts) -> None:
        term = value if isinstance(value, NamedNode | Literal) else Literal(value)
        store.add(Quad(subject, NamedNode(predicate), term, graph))

    def kind(subject: Any, *names: str, graph: Any = facts) -> None:
        for name in names:
            say(subject, RDF + "type", NamedNode(kg + name), graph)

    kind(film, "Film", "Work")
    say(film, RDFS + "label", WORDS[0])
    for word in WORDS:
        say(film, kg + "alsoKnownAs", word)
    for address in ADDRESSES[:2]:
        if "<" not in address:
            say(film, SCHEMA + "sameAs", NamedNode(address))
    kind(document, "Document", graph=document)
    say(document, DCTERMS + "identifier", "hostile.txt", document)
    say(document, DCTERMS + "title", WORDS[10], document)
    say(document, DCTERMS + "publisher", WORDS[1], document)
    say(document, DCTERMS + "source", NamedNode(ADDRESSES[0]), document)
    for number, word in enumerate(WORDS):
        person = NamedNode(f"{DEFAULT_BASE}person/p{number}")
        kind(person, "Person")
        say(person, RDFS + "label", word)
        role = "directed" if number < 3 else "starredIn"
        say(person, kg + role, film)
        claim = NamedNode(f"{DEFAULT_BASE}claim/c{number}")
        span = NamedNode(f"{document.value}#char={number},{number + 1}")
        item = NamedNode(f"{document.value}#{number}")
        kind(claim, "Claim", graph=document)
        say(claim, RDF + "subject", person, document)
        say(claim, RDF + "predicate", NamedNode(kg + role), document)
        say(claim, RDF + "object", film, document)
        say(claim, kg + "certainty", "stated", document)
        say(claim, kg + "rule", word, document)
        say(claim, kg + "asOf", word, document)
        say(claim, kg + "item", item, document)
        say(claim, PROV + "wasQuotedFrom", span, document)
        kind(item, "Item", graph=document)
        say(item, SCHEMA + "headline", word, document)
        say(item, kg + "number", Literal(str(number), datatype=NamedNode(XSD + "integer")), document)
        say(span, OA + "prefix", WORDS[8], document)
        say(span, OA + "exact", word, document)
        say(span, OA + "suffix", WORDS[9], document)
        say(span, kg + "start", str(number), document)
    return store
