"""Readings and entities -> parts of N-Quads on Spark: what each document says, joined with what its mentions are.

A part of evidence holds documents, sorted, each with its graph. A part of the graph holds subjects, sorted, each fact
once, whoever tells it. Both are in the statements of `kg export nquads`, which are theirs put together and sorted.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.engine.batch import batch, on_disk
from kg.engine.part import LinePart, Part
from kg.engine.source import literal_path
from kg.engine.table import claim_of, reading_of
from kg.graph.evidence import told
from kg.graph.mapping import entity_statements, fact, stated
from kg.graph.namespace import Namespaces
from kg.resolve.entity import Entity, Resolution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.graph.term import Triple

__all__ = ["write_statements"]

_QUADS = ".nq"
_LINES = "subject string, line string, part string, rows long"
_PARTS = "part string, rows long"
_ENTITIES_A_TASK = 5_000
# Beside their statements these are told of one another, so they stay together.
_FESTIVALS = ("Festival", "FestivalEdition")


def write_statements(spark: Any, parts: Sequence[Part], resolution: Resolution, folder: Path, base: str) -> list[Part]:
    """Write the graph and its evidence as parts below `folder`, from its parts of documents and claims.

    Raises BuildError and VocabularyError (told by Spark) for what must not be published.
    """
    tables = {
        table: spark.read.parquet(
            *(literal_path(str(folder.absolute() / table / part.name)) for part in parts if part.table == table)
        )
        for table in ("documents", "claims")
    }
    number = sum(part.table == "documents" for part in parts)
    tables["documents"].createOrReplaceTempView("documents")
    tables["claims"].createOrReplaceTempView("claims")
    _mentions(spark, resolution, number).createOrReplaceTempView("mentions")
    together = spark.sql(_TOGETHER).repartition(number, "id").sortWithinPartitions("id")
    said = together.mapInArrow(_teller(str(folder.absolute()), base), _LINES)
    of_entities = _entities(spark, resolution).mapInArrow(_describer(base), _LINES)
    every = said.unionByName(of_entities).persist(on_disk())
    try:
        evidence = [Part("evidence", row["part"], row["rows"]) for row in every.where("part IS NOT NULL").collect()]
        lines = every.where("line IS NOT NULL").select("subject", "line")
        # A subject is in one part with all that is said of it, so that a fact of two documents meets itself there.
        lines = lines.repartition(number, "subject").sortWithinPartitions("line")
        rows = lines.mapInArrow(_sorter(str(folder.absolute())), _PARTS).collect()
    finally:
        every.unpersist()
    return sorted([*evidence, *(Part("graph", row["part"], row["rows"]) for row in rows)])


_TOGETHER = """
SELECT documents.*, told.claims, known.mentions
FROM documents
LEFT JOIN (
    SELECT document, collect_list(struct(claims.*)) AS claims FROM claims GROUP BY document
) AS told ON told.document = documents.id
LEFT JOIN (
    SELECT document, collect_list(struct(type, name, entity)) AS mentions FROM mentions GROUP BY document
) AS known ON known.document = documents.id
"""


def _mentions(spark: Any, resolution: Resolution, parts: int) -> Any:
    """Give the table of what each mention of each document is."""
    import pyarrow as pa

    said = {entity.iri: _entity_json(entity) for entity in resolution.entities}
    rows = [(*mention, said[entity.iri]) for mention, entity in sorted(resolution.by_mention.items())]
    columns: list[Any] = list(zip(*rows, strict=True)) or [()] * 4
    names = ["document", "type", "name", "entity"]
    table = pa.table([pa.array(column, pa.string()) for column in columns], names=names)
    return spark.createDataFrame(table).repartition(parts, "document")


def _entities(spark: Any, resolution: Resolution) -> Any:
    """Give the entities in lots that can be described each by itself; redirects go with the festivals."""
    entities = resolution.entities
    festivals = [entity for entity in entities if entity.type in _FESTIVALS]
    others = [entity for entity in entities if entity.type not in _FESTIVALS]
    lots = [(json.dumps([_entity_json(entity) for entity in festivals]), json.dumps(dict(resolution.redirects)))]
    for start in range(0, len(others), _ENTITIES_A_TASK):
        lots.append((json.dumps([_entity_json(each) for each in others[start : start + _ENTITIES_A_TASK]]), "{}"))
    return spark.createDataFrame(lots, "entities string, redirects string").repartition(len(lots))


def _entity_json(entity: Entity) -> str:
    return json.dumps([entity.iri, entity.type, entity.label, entity.aliases], ensure_ascii=False)


def _entity(text: str) -> Entity:
    iri, kind, label, aliases = json.loads(text)
    return Entity(iri, kind, label, tuple(aliases))


def _describer(base: str) -> Any:
    def describe(batches: Iterator[Any]) -> Iterator[Any]:
        names = Namespaces(base)
        for taken in batches:
            for row in taken.to_pylist():
                lot = [_entity(text) for text in json.loads(row["entities"])]
                known = Resolution({("", each.type, each.iri): each for each in lot}, json.loads(row["redirects"]))
                yield _lines(entity_statements(known, names))

    return describe


def _teller(folder: str, base: str) -> Any:
    def tell(batches: Iterator[Any]) -> Iterator[Any]:
        names = Namespaces(base)
        with LinePart(Path(folder), "evidence", _QUADS) as part:
            for taken in batches:
                for row in taken.to_pylist():
                    reading = reading_of(row, tuple(map(claim_of, row["claims"] or ())))
                    mentions = row["mentions"] or ()
                    known = Resolution({(row["id"], m["type"], m["name"]): _entity(m["entity"]) for m in mentions})
                    facts = [fact(claim, known, names) for claim in reading.claims]
                    graph = names.document(row["id"])
                    part.add([f"{line[:-2]} {graph} .\n" for line in _sorted(told(reading, facts, known, names))])
                    yield _lines(triple for each in facts for triple in stated(each, known, names))
            done = part.finish()
        if done:
            yield batch(_LINES, [(None, None, done.name, done.rows)])

    return tell


def _sorter(folder: str) -> Any:
    def write(batches: Iterator[Any]) -> Iterator[Any]:
        with LinePart(Path(folder), "graph", _QUADS) as part:
            last = ""
            for taken in batches:
                lines = []
                for line in taken.column("line").to_pylist():
                    if line != last:
                        lines.append(f"{line}\n")
                        last = line
                part.add(lines)
            done = part.finish()
        if done:
            yield batch(_PARTS, [(done.name, done.rows)])

    return write


def _sorted(triples: Iterable[Triple]) -> list[str]:
    return sorted({f"{subject} {predicate} {value} ." for subject, predicate, value in triples})


def _lines(triples: Iterable[Triple]) -> Any:
    every = sorted(set(triples))
    return batch(_LINES, [(each[0], f"{each[0]} {each[1]} {each[2]} .", None, None) for each in every])
