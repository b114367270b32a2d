"""IRIs: one base for everything of our own, prefixes for reading, and names made safe for an IRI."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DCTERMS", "DEFAULT_BASE", "OA", "PROV", "RDF", "RDFS", "SCHEMA", "XSD", "Namespaces", "is_iri"]

DEFAULT_BASE = "https://w3id.org/filmkg/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"

_OWN = (
    "film",
    "series",
    "work",
    "person",
    "company",
    "country",
    "place",
    "festival",
    "edition",
    "award",
    "participation",
    "screening",
    "stage",
    "document",
    "claim",
    "reading",
)
_FOREIGN = {
    "dcterms": DCTERMS,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "xsd": XSD,
}

# What may stand in an absolute IRI of RDF 1.1: a scheme, then none of the characters that IRIREF forbids. Spaces of
# every kind and controls are refused too: RFC 3987 does, and they make two IRIs that look the same.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\xa0\s\ud800-\udfff]+")
_HTTP = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def is_iri(text: str) -> bool:
    """Tell whether a text can stand as it is as an absolute IRI of the web (http or https)."""
    return bool(_IRI.fullmatch(text) and _HTTP.match(text))


def _segment(text: str) -> str:
    """Percent-encode one path segment so that no two texts give the same one, and none reads as `.` or `..`."""
    if text.isascii() and text.isalnum():
        return text
    encoded = quote(text, safe="")
    return encoded.replace(".", "%2E") if encoded in (".", "..") else encoded


@lru_cache(maxsize=32768)
def _path(text: str) -> str:
    return "/".join(map(_segment, text.split("/")))


@lru_cache(maxsize=1024)
def _stem(base: str, document: str) -> str:
    """Give the IRI of a document without what closes it."""
    return f"<{base}document/{_path(document)}"


class _Terms(dict[str, str]):
    """Terms by name, each made once: what is the same text need not be compared."""

    def __init__(self, ontology: str) -> None:
        super().__init__()
        self._ontology = ontology

    def __missing__(self, name: str) -> str:
        term = self[name] = f"<{self._ontology}{name}>"
        return term


@dataclass(frozen=True)
class Namespaces:
    """Builds every IRI of the graph under one base, each in the form that N-Triples has: `<https://…>`.

    Raises UsageError for a base that is not an absolute http(s) IRI ending in `/` or `#`.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not (is_iri(self.base) and self.base.endswith("/")):
            raise UsageError(
                f"{self.base!r} cannot be the base of IRIs", do='give one like "https://example.org/films/"'
            )

    @cached_property
    def ontology(self) -> str:
        """The namespace of our own terms."""
        return self.base + "ontology#"

    @cached_property
    def _terms(self) -> _Terms:
        return _Terms(self.ontology)

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """All prefixes that the exports declare, by name."""
        own = {name: f"{self.base}{name}/" for name in _OWN}
        return dict(sorted({**own, **_FOREIGN, "kg": self.ontology}.items()))

    def term(self, name: str) -> str:
        """Give a class or property of our own vocabulary."""
        return self._terms[name]

    def expand(self, name: str) -> str:
        """Give the term that a prefixed name such as `schema:Movie` stands for; raises UsageError if unknown."""
        prefix, _, local = name.partition(":")
        if prefix not in self.prefixes or not local:
            raise UsageError(f"unknown prefix in {name!r}", do=f"one of {', '.join(self.prefixes)}")
        return f"<{self.prefixes[prefix]}{local}>"

    def entity(self, local: str) -> str:
        """Give an entity's IRI from the one it was issued, local to the base ("film/kika")."""
        return f"<{self.base}{_path(local)}>"

    def document(self, identifier: str) -> str:
        """Give a document's IRI, which also names its graph."""
        return f"<{self.base}document/{_path(identifier)}>"

    def item(self, identifier: str) -> str:
        """Give an item's IRI from its id, `<document id>#<n>`."""
        document, _, number = identifier.rpartition("#")
        return f"{_stem(self.base, document)}#{_segment(number)}>"

    def span(self, document: str, start: int, end: int) -> str:
        """Give the IRI of a stretch of a document (code points, as RFC 5147 counts them)."""
        return f"{_stem(self.base, document)}#char={start},{end}>"

    def claim(self, identifier: str) -> str:
        """Give a claim's IRI."""
        return f"<{self.base}claim/{_segment(identifier)}>"

    def reading(self, document_digest: str, extractor: str) -> str:
        """Give the IRI of one extractor version's reading of one text."""
        return f"<{self.base}reading/{self.fingerprint(document_digest, extractor)}>"

    def local(self, term: str) -> str:
        """Give a term without the base, so that what is hashed does not depend on where the graph is published."""
        return "<" + term[len(self.base) + 1 :] if term.startswith("<" + self.base) else term

    def fingerprint(self, *parts: str) -> str:
        """Give 16 hex digits of SHA-256 over some parts, each ended by a newline."""
        return hashlib.sha256("".join(part + "\n" for part in parts).encode("utf-8")).hexdigest()[:16]
