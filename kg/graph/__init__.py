"""Entities and claims to RDF: the mapping, Turtle and TriG, the store on disk, validation, and why an edge is there.

Each module is imported where it is used, so that this package costs nothing until then.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "DEFAULT_BASE": "namespace",
    "Namespaces": "namespace",
    "write_exports": "exports",
    "check_manifest": "manifest",
    "write_manifest": "manifest",
    "fill_store": "store",
    "load_store": "store",
    "open_dataset": "store",
    "open_store": "store",
    "FORMATS": "export",
    "export": "export",
    "Finding": "validate",
    "validate": "validate",
    "Explanation": "explanation",
    "Judgement": "explanation",
    "Passage": "explanation",
    "WhyNot": "why",
    "why": "why",
    "why_not": "why",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Import a public name from its module when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
