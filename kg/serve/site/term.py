"""The vocabulary at its own address: classes and predicates as tables for people, the ontology for machines."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.responses import Response

from kg.graph.namespace import Namespaces
from kg.graph.ontology import ontology_lines, properties
from kg.serve.accept import best
from kg.serve.site.failure import failure
from kg.serve.site.page import page
from kg.serve.site.statement import EXTENSIONS, RDF_TYPES
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["ontology"]


async def ontology(request: Request) -> Response:
    """Show the vocabulary in the form that the address or the Accept header asks for."""
    asked = request.path_params.get("extension", "")
    if not asked:
        asked = request.query_params.get("format", "")
        asked = RDF_TYPES.get(asked, asked)
    if not asked:
        wanted = best(request.headers.get("accept", ""), ("text/html", *RDF_TYPES))
        if wanted is None:
            return failure(request, 406, "There is no such form of it.", do=f"Ask for {', '.join(RDF_TYPES)}.")
        asked = RDF_TYPES.get(wanted, "html")
    links = ", ".join(f'</ontology.{ext}>; rel="alternate"; type="{kind}"' for kind, ext in RDF_TYPES.items())
    headers = {"Vary": "Accept", "Link": links}
    if asked == "html":
        table = vocabulary()
        return page(
            request, "ontology.html", 200, headers, classes=table.classes, predicates=table.predicates,
            lists=table.lists, properties=properties(),
        )  # fmt: skip
    if asked not in EXTENSIONS:
        return failure(request, 406, f"There is no form {asked!r}.", do=f"One of {', '.join(EXTENSIONS)}, html.")
    headers["Content-Location"] = f"/ontology.{asked}"
    return Response(_written(request.app.state.base, asked), 200, headers, EXTENSIONS[asked])


@lru_cache(maxsize=8)
def _written(base: str, extension: str) -> bytes:
    from pyoxigraph import RdfFormat, parse, serialize

    names = Namespaces(base)
    if base == Namespaces().base:
        text = files("kg.vocabulary").joinpath("ontology.ttl").read_text(encoding="utf-8")
    else:
        text = "".join(ontology_lines(names))
    if extension == "ttl":
        return text.encode()
    formats = {"nt": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML}
    triples = (quad.triple for quad in parse(text, format=RdfFormat.TURTLE))
    return bytes(serialize(triples, format=formats[extension]) or b"")
