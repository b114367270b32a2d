"""Report: what was found, as people or programs read it. What strangers wrote is shown, never obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.resolve.authority.plain import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.resolve.authority.candidate import Candidate
    from kg.resolve.authority.reconcile import Found

__all__ = ["FORMATS", "Decided", "report"]

FORMATS = ("table", "csv", "json")
Decided = dict[tuple[str, str, str], str]
"""What was decided: entity's IRI, service, id -> accepted or rejected."""

_COLUMNS = (
    "entity", "label", "type", "judgement", "id", "name", "description", "types", "score", "match", "decided",
    "service", "query", "asked",
)  # fmt: skip


def report(found: Iterable[Found], form: str, decided: Mapping[tuple[str, str, str], str] | None = None) -> str:
    """Give what was found as `table` (grouped by entity), `csv` (a candidate a row) or `json`.

    `decided` says what a person decided about a candidate before. Raises UsageError for another format.
    """
    decided = decided or {}
    match form:
        case "table":
            return "".join(line + "\n" for each in found for line in _group(each, decided))
        case "csv":
            return _csv(found, decided)
        case "json":
            return _json(found, decided)
    raise UsageError(f"candidates are not shown as {form}", do=f"one of {', '.join(FORMATS)}")


def _decision(candidate: Candidate, decided: Mapping[tuple[str, str, str], str]) -> str:
    return decided.get((candidate.entity, candidate.service, candidate.id), "")


def _group(found: Found, decided: Mapping[tuple[str, str, str], str]) -> Iterator[str]:
    yield f"{shown(found.entity.label)}  ({found.entity.iri})"
    if found.fault:
        yield f"  failed: {shown(found.fault)}"
    elif found.unanswered:
        yield "  unanswered: nothing is kept of this question"
    elif not found.candidates:
        yield "  no candidate"
    width = max((len(shown(each.id)) for each in found.candidates), default=0)
    for each in found.candidates:
        types = ", ".join(name or kind for kind, name in each.types)
        told = [each.name, each.description, f"[{types}]" if types else "", f"{each.score:g}"]
        told += ["the service is sure" if each.match else "", _decision(each, decided)]
        words = " · ".join(shown(word) for word in told if word)
        yield f"  {each.judgement:<8}  {shown(each.id):<{width}}  {words}"


def _csv(found: Iterable[Found], decided: Mapping[tuple[str, str, str], str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for each in (candidate for one in found for candidate in one.candidates):
        row = {**asdict(each), "decided": _decision(each, decided)}
        row["types"] = " ".join(kind for kind, _ in each.types)
        row["match"] = "true" if each.match else "false"
        writer.writerow([shown(str(row[column]), keep="\n\t") for column in _COLUMNS])
    return out.getvalue()


def _json(found: Iterable[Found], decided: Mapping[tuple[str, str, str], str]) -> str:
    rows = [
        {
            "entity": one.entity.iri,
            "label": one.entity.label,
            "type": one.entity.type,
            "fault": one.fault,
            "unanswered": one.unanswered,
            "candidates": [
                {
                    **{key: value for key, value in asdict(each).items() if key not in ("entity", "label", "type")},
                    "types": [{"id": kind, "name": name} for kind, name in each.types],
                    "query": json.loads(each.query),
                    "decided": _decision(each, decided),
                }
                for each in one.candidates
            ],
        }
        for one in found
    ]
    return _NOT_SEEN.sub(_escape, json.dumps(rows, ensure_ascii=False, indent=2)) + "\n"


_NOT_SEEN = re.compile(r"[^\x20-\x7e\n]")


def _escape(char: re.Match[str]) -> str:
    """Escape what a screen would obey; JSON itself asks that only of controls below the space."""
    return char[0] if shown(char[0]) == char[0] else json.dumps(char[0])[1:-1]
