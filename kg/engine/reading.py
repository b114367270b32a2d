"""Documents -> claims on Spark: the same pure extractor, in two passes, into part files.

The first pass finds the names that some document makes certain. Together they are the lexicon that every executor is
given; the second pass reads with it, proves each claim, and writes it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.engine.batch import batch
from kg.engine.part import Part, TablePart
from kg.engine.table import claim_row, document_of, document_row, schema
from kg.extract.limit import SECONDS
from kg.extract.names import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.engine.source import Documents

__all__ = ["Read", "certain_lexicon", "read_parts_of_claims"]

_SORTS = ("people", "titles", "companies")
_CERTAIN = "sort string, name string"
_REPORT = "sort string, name string, rows long, told string"


@dataclass(frozen=True, slots=True)
class Read:
    """What the second pass left: parts of documents and claims, counts by name, and what is to be said of documents.

    `remarks` are (document's path, kind, number of claims, remarks) of those about which there is something to say.
    """

    parts: tuple[Part, ...]
    counts: dict[str, int]
    remarks: tuple[tuple[str, str, int, tuple[tuple[int, str], ...]], ...]


def certain_lexicon(documents: Documents, *, seconds: float = SECONDS) -> Known:
    """Read all documents once, and give the names that are certain in any of them, as `kg.extract` does.

    A document may take so many `seconds`.
    """
    from kg.extract import together

    found: dict[str, set[str]] = defaultdict(set)
    for row in documents.frame.mapInArrow(_finder(seconds), _CERTAIN).distinct().collect():
        found[row["sort"]].add(row["name"])
    return together([_known(found[sort] for sort in _SORTS)])


def _finder(seconds: float) -> Any:
    def find(batches: Iterator[Any]) -> Iterator[Any]:
        from kg.extract import certain_of, read_document

        for taken in batches:
            names: set[tuple[str, str]] = set()
            for row in taken.to_pylist():
                known = certain_of(read_document(document_of(row), seconds=seconds))
                names |= {(sort, name) for sort in _SORTS for name in getattr(known, sort)}
            yield batch(_CERTAIN, sorted(names))

    return find


def read_parts_of_claims(
    spark: Any, documents: Documents, known: Known, folder: Path, *, seconds: float = SECONDS
) -> Read:
    """Read all documents with the names that are certain, and write parts of documents and claims below `folder`.

    Raises BuildError (told by Spark) where a claim rests on words that are not there.
    """
    lexicon = spark.sparkContext.broadcast([sorted(getattr(known, sort)) for sort in _SORTS])
    try:
        rows = documents.frame.mapInArrow(_reader(lexicon, str(folder), seconds), _REPORT).collect()
    finally:
        lexicon.unpersist()
    parts: list[Part] = []
    counts: dict[str, int] = defaultdict(int)
    remarks = []
    for row in rows:
        if row["sort"] == "part":
            parts.append(Part(row["told"], row["name"], row["rows"]))
        elif row["sort"] == "count":
            counts[row["name"]] += row["rows"]
        else:
            kind, said = json.loads(row["told"])
            remarks.append((row["name"], kind, row["rows"], tuple((number, what) for number, what in said)))
    return Read(tuple(sorted(parts)), dict(counts), tuple(sorted(remarks)))


def _reader(lexicon: Any, folder: str, seconds: float) -> Any:
    def read(batches: Iterator[Any]) -> Iterator[Any]:
        from kg.corpus import prove
        from kg.extract import read_document

        known = _known(lexicon.value)
        counts: dict[str, int] = defaultdict(int)
        with (
            TablePart(Path(folder), "documents", schema("documents")) as documents,
            TablePart(Path(folder), "claims", schema("claims")) as claims,
        ):
            for taken in batches:
                said = []
                for row in taken.to_pylist():
                    document = document_of(row)
                    reading = read_document(document, known.within(document.text), seconds)
                    prove(reading)
                    documents.add([document_row(reading)])
                    claims.add(map(claim_row, sorted(reading.claims, key=lambda claim: claim.order)))
                    counts["documents"] += 1
                    counts["items"] += len(reading.items)
                    counts["claims"] += len(reading.claims)
                    if reading.remarks or not reading.claims:
                        told = json.dumps([reading.kind, reading.remarks], ensure_ascii=False)
                        said.append(("remark", document.path or document.id, len(reading.claims), told))
                yield batch(_REPORT, said)
            parts = [part for part in (documents.finish(), claims.finish()) if part is not None]
        yield batch(_REPORT, [("part", part.name, part.rows, part.table) for part in parts])
        yield batch(_REPORT, [("count", name, number, "") for name, number in counts.items()])

    return read


def _known(sorts: Iterable[Iterable[str]]) -> Known:
    people, titles, companies = map(frozenset, sorts)
    return Known(people, titles, companies)
