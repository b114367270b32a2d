"""Tables: the columns of documents and claims in Parquet, and the rows of our records."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.claim import Claim, Mention, Value
from kg.document import Document, Item, Metadata, Span
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "claim_of",
    "claim_row",
    "document_of",
    "document_row",
    "metadata_json",
    "metadata_of",
    "reading_of",
    "schema",
]


@cache
def schema(table: str) -> Any:
    """Give the Arrow schema of a table: "documents" or "claims".

    A claim has the columns of its line in claims.jsonl, with spans and both ends as structs; qualifiers, whose values
    are of several types, are JSON. A document has its text, what is known of it, and what its reading found.
    """
    import pyarrow as pa

    text, number = pa.string(), pa.int32()
    mention = pa.struct([("type", text), ("name", text)])
    end = pa.struct([("type", text), ("name", text), ("value", text)])
    span = pa.struct([("start", number), ("end", number), ("exact", text)])
    tables = {
        "documents": [
            ("id", text), ("sha256", text), ("text", text), ("metadata", text), ("path", text), ("kind", text),
            ("confidence", pa.float64()), ("extractor", text), ("items", text), ("remarks", text),
        ],
        "claims": [
            ("id", text), ("document", text), ("item", number), ("subject", mention),
            ("predicate", text), ("object", end), ("qualifiers", text), ("spans", pa.list_(span)), ("as_of", text),
            ("extractor", text), ("certainty", text), ("rule", text), ("rests_on", pa.list_(text)),
        ],
    }  # fmt: skip
    return pa.schema(tables[table])


def claim_row(claim: Claim) -> dict[str, Any]:
    """Give a claim as a row."""
    target = claim.object
    known = (None, None, target.value) if isinstance(target, Value) else (target.type, target.name, None)
    return {
        "id": claim.id,
        "document": claim.document,
        "item": claim.item,
        "subject": {"type": claim.subject.type, "name": claim.subject.name},
        "predicate": claim.predicate,
        "object": dict(zip(("type", "name", "value"), known, strict=True)),
        "qualifiers": json.dumps(dict(sorted(claim.qualifiers.items())), ensure_ascii=False),
        "spans": [{"start": span.start, "end": span.end, "exact": span.exact} for span in claim.spans],
        "as_of": claim.as_of,
        "extractor": claim.extractor,
        "certainty": claim.certainty,
        "rule": claim.rule,
        "rests_on": list(claim.rests_on),
    }


def claim_of(row: Mapping[str, Any]) -> Claim:
    """Give the claim of a row."""
    target = row["object"]
    return Claim(
        document=row["document"],
        item=row["item"],
        subject=Mention(row["subject"]["type"], row["subject"]["name"]),
        predicate=row["predicate"],
        object=Value(target["value"]) if target["value"] is not None else Mention(target["type"], target["name"]),
        spans=tuple(Span(span["start"], span["end"], span["exact"]) for span in row["spans"]),
        extractor=row["extractor"],
        rule=row["rule"],
        qualifiers=json.loads(row["qualifiers"]),
        as_of=row["as_of"],
        certainty=row["certainty"],
        rests_on=tuple(row["rests_on"]),
    )


def document_row(reading: Reading) -> dict[str, Any]:
    """Give a document and what its reading found, but for the claims, as a row."""
    document = reading.document
    items = [
        [item.n, item.headline, item.kind, item.date, [[s.start, s.end, s.exact] for s in item.spans]]
        for item in reading.items
    ]
    return {
        "id": document.id,
        "sha256": document.sha256,
        "text": document.text,
        "metadata": metadata_json(document.metadata),
        "path": document.path,
        "kind": reading.kind,
        "confidence": reading.confidence,
        "extractor": reading.extractor,
        "items": json.dumps(items, ensure_ascii=False),
        "remarks": json.dumps(reading.remarks, ensure_ascii=False),
    }


def reading_of(row: Mapping[str, Any], claims: tuple[Claim, ...]) -> Reading:
    """Give the reading of a row and its claims, without what became of its lines."""
    items = tuple(
        Item(row["id"], n, headline, kind, date, tuple(Span(*span) for span in spans))
        for n, headline, kind, date, spans in json.loads(row["items"])
    )
    remarks = tuple((number, what) for number, what in json.loads(row["remarks"]))
    return Reading(document_of(row), row["kind"], row["confidence"], row["extractor"], items, claims, (), remarks)


def document_of(row: Mapping[str, Any]) -> Document:
    """Give the document of a row."""
    return Document(row["id"], row["text"], metadata_of(row["metadata"]), row["path"])


def metadata_json(metadata: Metadata) -> str:
    """Give what is known of a document as JSON, without what is not."""
    return json.dumps({key: value for key, value in asdict(metadata).items() if value is not None}, ensure_ascii=False)


def metadata_of(text: str) -> Metadata:
    """Give what JSON says of a document."""
    return Metadata(**json.loads(text))
