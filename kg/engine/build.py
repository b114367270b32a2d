"""A build on Spark: sources in; documents, claims, graph and evidence out, as tables of part files.

Nothing counts before the list of parts is published, which is the last step. Identity is decided on the driver, with
the same judgements and the same ledger of issued IRIs as in one process.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.build import leave
from kg.corpus import prove
from kg.engine.identity import Search
from kg.engine.part import TablePart, publish_parts
from kg.engine.reading import certain_lexicon, read_parts_of_claims
from kg.engine.source import read_documents
from kg.engine.statement import write_statements
from kg.engine.table import claim_of, claim_row, document_row, metadata_of, schema
from kg.errors import BuildError
from kg.extract.limit import SECONDS
from kg.extract.problem import problems_of
from kg.files import sweep, write_lines
from kg.graph.namespace import DEFAULT_BASE
from kg.lock import working_on
from kg.read import Problem
from kg.resolve import read_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.build import Places
    from kg.claim import Claim
    from kg.engine.part import Part
    from kg.resolve.entity import Resolution
    from kg.resolve.ledger import Ledger

__all__ = ["QUARANTINE", "Built", "build_on_spark", "claims_of_parts"]

QUARANTINE = "quarantine.jsonl"
"""The list of what a build went on without, in its folder: file, where, reason, do."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: its parts, counts by name, and the problems met."""

    parts: tuple[Part, ...]
    counts: dict[str, int]
    problems: tuple[Problem, ...]


def build_on_spark(
    spark: Any,
    places: Places,
    say: Callable[[str], None] = lambda _: None,
    taken: Callable[[Path], None] | None = None,
    *,
    seconds: float = SECONDS,
    base: str = DEFAULT_BASE,
) -> Built:
    """Build all sources into parts below `places.out`.

    `say` is told each step, `taken` where another build is at work: if it returns, that one is waited for. A document
    may take so many `seconds` of the processor to be read once. The folder and the sources must be under the same paths
    on all machines. Raises UsageError for a source that is not there, BuildError for what must not be published (then
    the earlier list of parts stays as it is).
    """
    out = places.out.absolute()
    for folder in (out, places.identity):
        folder.mkdir(parents=True, exist_ok=True)
    with working_on((out, places.identity), taken or leave):
        sweep(out)
        sweep(places.identity)
        return _build(spark, places, out, say, seconds, base)


def _build(spark: Any, places: Places, out: Path, say: Callable[[str], None], seconds: float, base: str) -> Built:
    say("listing and opening documents")
    documents = read_documents(spark, places.sources)
    if not documents.count:
        first = documents.problems[0]
        raise BuildError(f"no document could be read; {first.what}", where=first.where, do=first.do)
    say(f"reading {documents.count} documents for names that are certain")
    known = certain_lexicon(documents, seconds=seconds)
    say("reading with these names")
    read = read_parts_of_claims(spark, documents, known, out, seconds=seconds)
    documents.frame.unpersist()
    failed = {path for path, kind, _, _ in read.remarks if kind == "failed"}
    problems = list(documents.problems)
    for path, kind, claims, remarks in read.remarks:
        problems += problems_of(path, kind, claims, remarks)
    say("resolving")
    ledger = read_ledger(places.ledger)
    parts, resolution = _resolved(spark, places, ledger, list(read.parts), out)
    problems += _odd(places, resolution)
    say("writing statements")
    statements = write_statements(spark, parts, resolution, out, base)
    write_lines(out / QUARANTINE, _quarantined(problems, documents.problems, failed))
    ledger.write(places.ledger)  # no IRI is to be seen that was not issued
    published = publish_parts(out, [*parts, *statements])
    counts = {table: sum(part.rows for part in published if part.table == table) for table in ("documents", "claims")}
    counts |= {"entities": len(resolution.entities)}
    counts |= {"triples": sum(part.rows for part in published if part.table == "graph")}
    return Built(tuple(published), counts, tuple(problems))


def _resolved(
    spark: Any, places: Places, ledger: Ledger, parts: list[Part], out: Path
) -> tuple[list[Part], Resolution]:
    """Say what each mention is, on the driver; gives the parts too, with those of accepted matches."""
    from kg.resolve import read_judgements, resolve
    from kg.resolve.authority import authority_readings, read_matches

    claims = list(claims_of_parts(out, parts))
    for reading in authority_readings(read_matches(places.matches), claims):
        prove(reading)
        claims += reading.claims
        parts += _own_parts(out, [document_row(reading)], reading.claims)
    judgements, search = read_judgements(places.decisions), Search(spark=spark)
    resolution = resolve(claims, judgements, ledger, search, _published(out, parts))
    return parts, resolution


def _own_parts(out: Path, documents: list[dict[str, Any]], claims: Iterable[Claim]) -> list[Part]:
    found = []
    for table, rows in (("documents", documents), ("claims", list(map(claim_row, claims)))):
        with TablePart(out, table, schema(table)) as part:
            part.add(rows)
            done = part.finish()
            found += [done] if done else []
    return found


def claims_of_parts(out: Path, parts: Iterable[Part]) -> Iterator[Claim]:
    """Give the claims in the parts of a build, part by part."""
    from pyarrow import parquet

    for part in parts:
        if part.table == "claims":
            for batch in parquet.ParquetFile(out / "claims" / part.name).iter_batches():
                yield from map(claim_of, batch.to_pylist())


def _published(out: Path, parts: Iterable[Part]) -> dict[str, str]:
    """Give the dates of documents that are known from outside their texts, by id."""
    from pyarrow import parquet

    found = {}
    for part in parts:
        if part.table == "documents":
            for row in parquet.read_table(out / "documents" / part.name, columns=["id", "metadata"]).to_pylist():
                date = metadata_of(row["metadata"]).published
                if date:
                    found[row["id"]] = date
    return found


def _odd(places: Places, resolution: Resolution) -> list[Problem]:
    notes = resolution.identity.notes if resolution.identity else ()
    return [Problem(note.what, f"{places.decisions}:{note.line}", note.do) for note in notes]


def _quarantined(problems: Sequence[Problem], of_sources: Sequence[Problem], failed: set[str]) -> Iterable[str]:
    """Give the lines of what was left out: what no document could be made of, and documents that could not be read."""
    left_out = set(of_sources)
    for problem in problems:
        file = re.sub(r"(?::\d+){1,2}$", "", problem.where)  # without line and column
        if (problem in left_out and not problem.where.endswith("sources.toml")) or file in failed:
            row = {"file": file, "where": problem.where, "reason": problem.what, "do": problem.do}
            yield json.dumps(row, ensure_ascii=False) + "\n"
