"""Data extension: the values of properties of things, in the words of the Reconciliation Service API 0.2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.serve.reconciliation.answer import local_id, type_of
from kg.serve.reconciliation.property import properties, properties_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.serve.reconciliation.facts import Facts, Value

__all__ = ["extend", "propose"]

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def extend(query: Mapping[str, Any], facts: Facts, base: str) -> dict[str, Any]:
    """Answer a checked query for data; `facts` hold the things by their IRIs."""
    wanted = {each["id"]: _limit(each.get("settings", {})) for each in query["properties"]}
    meta = []
    for pid in wanted:
        known = properties()[pid]
        meta.append({"id": pid, "name": known.name, **({"type": type_of(known.target)} if known.target else {})})
    rows = {}
    for id_ in query["ids"]:
        own = facts.get(id_ if ":" in id_ else base + id_, {})
        rows[id_] = {
            pid: [_cell(value, pid, base) for value in own.get(pid, ())][: limit or None]
            for pid, limit in wanted.items()
        }
    return {"meta": meta, "rows": rows}


def propose(kind: str, limit: int) -> dict[str, Any]:
    """Propose properties of things of a class."""
    found = [{"id": each.id, "name": each.name} for each in properties_of(kind)]
    return {"properties": found[: limit or None]}


def _limit(settings: Mapping[str, Any]) -> int:
    said = settings.get("limit", 0)
    if isinstance(said, str) and said.isascii() and said.isdigit():
        said = int(said[:9])
    return int(said) if isinstance(said, int | float) and 0 < said < 10**9 else 0


def _cell(value: Value, pid: str, base: str) -> dict[str, Any]:
    if value.iri:
        return {"id": local_id(value.iri, base), "name": value.text}
    if properties()[pid].literal == "year" and value.text[:4].isdigit():
        return {"int": int(value.text[:4])}
    if value.datatype == "date" and _DATE.fullmatch(value.text):
        return {"date": f"{value.text}T00:00:00Z"}
    if value.datatype in ("integer", "gYear") and value.text.lstrip("+-").isdigit():
        return {"int": int(value.text)}
    return {"str": value.text}
