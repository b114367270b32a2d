"""Content negotiation: which of the media types that are offered a request would like best."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["GRAPHS", "TABLES", "Form", "best", "chosen", "form_of", "named_form"]


@dataclass(frozen=True, slots=True)
class Form:
    """A serialisation: its short name, the media type it is sent as, and others (and other names) that ask for it."""

    name: str
    media: str
    also: tuple[str, ...] = ()
    charset: bool = False
    names: tuple[str, ...] = ()

    @property
    def rdf(self) -> Any:
        """Give Oxigraph's name for a form of a graph."""
        from pyoxigraph import RdfFormat

        return RdfFormat.from_media_type(self.media)

    @property
    def content_type(self) -> str:
        """Give the Content-Type to send."""
        return f"{self.media}; charset=utf-8" if self.charset else self.media


TABLES = (
    Form("json", "application/sparql-results+json", ("application/json", "text/json"), names=("srj",)),
    Form("xml", "application/sparql-results+xml", ("application/xml", "text/xml"), names=("srx",)),
    Form("csv", "text/csv", charset=True),
    Form("tsv", "text/tab-separated-values", charset=True),
)
"""The forms of a table or a truth, the first where nothing is asked for."""

# Turtle is N3 that says no more than RDF; the other names are those that SPARQLWrapper, and endings of files, use.
_N3 = ("text/n3", "text/rdf+n3")
GRAPHS = (
    Form(
        "turtle", "text/turtle", ("application/x-turtle", "application/turtle", *_N3), charset=True, names=("ttl", "n3")
    ),
    Form("ntriples", "application/n-triples", ("text/plain",), charset=True, names=("nt", "n-triples")),
    Form("nquads", "application/n-quads", ("text/x-nquads",), charset=True, names=("nq", "n-quads")),
    Form("trig", "application/trig", ("application/x-trig",), charset=True),
    Form("jsonld", "application/ld+json", ("application/json",), names=("json-ld", "json")),
    Form("rdfxml", "application/rdf+xml", ("application/xml", "text/xml"), names=("rdf+xml", "rdf", "xml")),
)
"""The forms of a graph, the first where nothing is asked for."""


@lru_cache(maxsize=1024)
def best(accept: str, offered: tuple[str, ...]) -> str | None:
    """Give the media type of `offered` that an Accept header likes best, the first of equals; None where none will do.

    RFC 9110, 12.5.1: the most specific range that matches a type says how much it is liked; parameters beside q are
    not looked at. An empty header takes anything.
    """
    return _best(_ranges(accept), offered)


@lru_cache(maxsize=1024)
def form_of(accept: str, forms: tuple[Form, ...]) -> Form | None:
    """Give the form that an Accept header likes best, by its media type or another that asks for it.

    `*/*` and `text/*` speak of the media types that are sent, not of the others.
    """
    meant = {media: form.media.partition("/")[::2] for form in forms for media in form.also}
    ranges = [(*meant.get(f"{kind}/{sub}", (kind, sub)), quality) for kind, sub, quality in _ranges(accept)]
    chosen = _best(ranges, [form.media for form in forms])
    return next((form for form in forms if form.media == chosen), None)


def _best(ranges: list[tuple[str, str, float]], offered: Sequence[str]) -> str | None:
    liked = [(_liked(media, ranges), -place) for place, media in enumerate(offered)]
    quality, place = max(liked, default=(0.0, 0))
    return offered[-place] if quality > 0 else None


def chosen(format_: str, accept: str, forms: tuple[Form, ...]) -> Form | None:
    """Give the form that a request wants: the one that it names, else the one that its Accept header likes best."""
    return named_form(format_, forms) if format_ else form_of(accept, forms)


def named_form(name: str, forms: Sequence[Form]) -> Form | None:
    """Give the form of a short name or a media type, as `?format=` says it.

    A plus that was not escaped in an address has become a space by now, so it is read as one.
    """
    name = name.strip().lower().replace(" ", "+")
    return next((form for form in forms if name in (form.name, form.media, *form.also, *form.names)), None)


def _ranges(accept: str) -> list[tuple[str, str, float]]:
    if not accept.strip():
        return [("*", "*", 1.0)]
    found = []
    for part in accept.split(",")[:100]:
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, sub = media.partition("/")
        if not slash and kind != "*":
            continue
        found.append((kind, sub or "*", next((_quality(each[2:]) for each in parameters if each[:2] == "q="), 1.0)))
    return found


def _quality(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _liked(media: str, ranges: list[tuple[str, str, float]]) -> float:
    kind, _, sub = media.partition("/")
    matching = [
        ((found_kind != "*") + (found_sub != "*"), quality)
        for found_kind, found_sub, quality in ranges
        if found_kind in ("*", kind) and found_sub in ("*", sub)
    ]
    return max(matching, default=(0, 0.0))[1]
