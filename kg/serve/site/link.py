"""From IRIs to addresses and back: our own lead to pages here, others of the web lead there, all else is text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes, urlencode

from kg.graph.namespace import is_iri

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["LONGEST_ADDRESS", "address_of", "download", "iri_of", "is_elsewhere"]

LONGEST_ADDRESS = 6000
"""A query whose address is longer is sent as a form."""


def address_of(iri: str, base: str) -> str:
    """Give where a link to an IRI leads: a path here, the IRI itself if it is of the web, "" for what is no link."""
    if iri.startswith(base):
        path = iri[len(base) :]
        # `//host` and `/\\host` would lead elsewhere.
        return f"/{path}" if path and is_iri(iri) and path[0] not in "/\\\\?#" else ""
    return iri if is_iri(iri) else ""


def is_elsewhere(address: str) -> bool:
    """Tell whether an address leads away from here."""
    return not address.startswith("/")


def iri_of(request: Request, base: str) -> str:
    """Give the IRI that an address stands for: the path as it was sent, percent-encoded as our IRIs are."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    segments = bytes(raw).decode("ascii", "replace").lstrip("/").split("/")
    return base + "/".join(_segment(segment) for segment in segments)


def _segment(segment: str) -> str:
    encoded = quote(unquote_to_bytes(segment), safe="")
    return encoded.replace(".", "%2E") if encoded in (".", "..") else encoded


def download(query: str, form: str) -> str:
    """Give the address at which an answer can be fetched in a format."""
    return "/sparql?" + urlencode({"query": query, "format": form})
