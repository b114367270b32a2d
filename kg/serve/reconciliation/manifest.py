"""The manifest: what the service says of itself."""

from __future__ import annotations

from typing import Any

from kg import __version__
from kg.resolve.authority.specification import VERSION
from kg.serve.reconciliation.answer import type_of
from kg.serve.reconciliation.request import BATCH
from kg.vocabulary import vocabulary

__all__ = ["TYPES", "manifest"]

_NO_THINGS = ("Participation", "Screening", "StageReport", "Document", "Item", "Claim", "Span", "Reading")
TYPES: tuple[str, ...] = tuple(name for name in vocabulary().classes if name not in _NO_THINGS)
"""The classes whose things have names."""
_FIRST = ("Film", "Person", "Company", "Country", "Series", "Work")


def manifest(address: str, base: str) -> dict[str, Any]:
    """Give the manifest of the service at an address (without a slash at its end) for a graph of a base."""
    suggest = {
        name: {
            "service_url": address,
            "service_path": f"/suggest/{name}",
            "flyout_service_url": address,
            "flyout_service_path": f"/flyout/{name}?id=${{id}}",
        }
        for name in ("entity", "property", "type")
    }
    return {
        "versions": [VERSION],
        "name": "filmkg: films, people, companies and countries",
        "identifierSpace": base,
        "schemaSpace": f"{base}ontology#",
        "serviceVersion": __version__,
        "view": {"url": f"{address}/view?id={{{{id}}}}"},
        "defaultTypes": [type_of(name) for name in sorted(TYPES, key=_rank)],
        "suggest": suggest,
        "preview": {"url": f"{address}/preview?id={{{{id}}}}", "width": 400, "height": 120},
        "extend": {
            "propose_properties": {"service_url": address, "service_path": "/extend/propose"},
            "property_settings": [
                {
                    "name": "limit",
                    "label": "Most values",
                    "type": "number",
                    "default": 0,
                    "help_text": "How many values of it are given; 0 for all.",
                }
            ],
        },
        "batchSize": BATCH,
    }


def _rank(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
