"""Change: exports written anew where something changed, and copied where nothing did, with the bytes of a full write.

What a document says is worked out again where its reading is another, or where one of its names stands for something
else. Of each subject that such a document speaks of, the block is put together from the earlier one, of which what
nobody says any more goes, and from what is said now.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.files import digest, write_lines
from kg.graph.blocks import claim_blocks, graph_blocks, opened, subject_blocks, write_edited
from kg.graph.evidence import told as told_of
from kg.graph.export import term_text
from kg.graph.exports import EVIDENCE, FILM_GRAPH, Exports
from kg.graph.mapping import entity_links, entity_statements, fact, stated
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.runs import Runs
from kg.graph.said import mark_of, row_of
from kg.graph.turtle import described_trig, described_turtle, prefix_lines
from kg.program import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.extract.reading import Reading
    from kg.graph.blocks import Blocks, Edit
    from kg.graph.said import Row, Said
    from kg.graph.term import Quad, Triple
    from kg.resolve.entity import Resolution
    from kg.resolve.settle import Settled

__all__ = ["CLAIMS", "Difference", "Input", "write_changes"]

CLAIMS = "claims.jsonl"
_FILES = (CLAIMS, FILM_GRAPH, EVIDENCE)
# Above this share of documents that changed, writing everything costs less.
_MOST = 0.3
_64 = (1 << 64) - 1
# What makes statements of claims and writes them.
_PROGRAM = ("graph", "vocabulary", "claim.py")


@dataclass(frozen=True, slots=True)
class Input:
    """What exports are made from: stamps of all readings by document id, each reading and what its names stand for."""

    stamps: Mapping[str, str]
    reading: Callable[[str], Reading]
    resolution: Callable[[str], Resolution]
    settled: Settled


@dataclass(frozen=True, slots=True)
class Difference:
    """What came of a write: the number of statements of each file, and the statements that went and that came.

    `digests` are those of the files that the difference leads from, by name; it is None after a full write.
    """

    statements: Mapping[str, int]
    digests: Mapping[str, str] | None = None
    gone: tuple[Quad, ...] = ()
    new: tuple[Quad, ...] = ()


@dataclass(slots=True)
class _States:
    """What names mean and what is said of things, as digests: earlier and now."""

    meant_before: Mapping[tuple[str, str], str]
    meant: dict[tuple[str, str], str]
    things_before: Mapping[str, int]
    things: dict[str, int]


@dataclass(slots=True)
class _Edited:
    """The changes to one file while they are put together."""

    edits: list[Edit] = field(default_factory=list)
    gone: list[Quad] = field(default_factory=list)
    new: list[Quad] = field(default_factory=list)


def write_changes(
    folder: Path,
    said: Said,
    given: Input,
    *,
    into: Path | None = None,
    base: str = DEFAULT_BASE,
    count: Callable[[int, int], None] = lambda _done, _of: None,
) -> Difference:
    """Bring claims.jsonl, film-graph.ttl and evidence.trig of `folder` up to date, there or in the folder `into`.

    Each file appears whole or not at all.

    `said` remembers the last write and is brought up to date; where it is of other files than those in the folder, or
    much has changed, everything is written. `count` is told how many documents of how many are done. Raises BuildError
    and VocabularyError for what must not be published, OSError as the file system does.
    """
    names, into = Namespaces(base), into or folder
    made = said.made()
    digests = {name: digest(folder / name) for name in _FILES if (folder / name).is_file()}
    noted = {"base": base, "program": program(*_PROGRAM)}
    known = all(made.get(name) == value for name, value in noted.items())
    known = known and all(digests.get(name, "") == made.get(name) for name in _FILES)
    if not known:
        said.clear()
    states = _states(said, given.settled, names)
    stamps = said.stamps()
    changed = _changed(given, stamps, states)
    gone = stamps.keys() - given.stamps.keys()
    if not known or len(changed) + len(gone) > _MOST * len(given.stamps):
        said.clear()
        states.meant_before, states.things_before = {}, {}
        counts = _write_all(into, said, given, base, count)
        found = Difference(counts)
    else:
        found = _write_some((folder, into), said, given, names, states, (changed, gone), count)
    noted |= {name: digest(into / name) for name in _FILES}
    noted |= {f"{name} statements": str(number) for name, number in found.statements.items()}
    said.commit(noted, (states.meant_before, states.meant), (states.things_before, states.things))
    return Difference(found.statements, digests if known and found.digests is not None else None, found.gone, found.new)


# ---- what has changed ------------------------------------------------------------------------------------------------


def _states(said: Said, settled: Settled, names: Namespaces) -> _States:
    identity = settled.identity
    meant: dict[tuple[str, str], str] = {}
    for key in identity.known.names:
        split = identity.parts.get(key)
        for document in sorted(split) if split else ("",):
            entity = settled.by_node[identity.merged.root(identity.node(key, document))]
            state = f"{entity.iri}\t{entity.type}"
            if key.startswith("work|"):  # claims about a work of several names say which one they have
                state += "\t" + "\t".join((entity.label, *entity.aliases))
            meant[key, document] = state
    return _States(said.meant(), meant, said.things(), _things(settled, names))


def _things(settled: Settled, names: Namespaces) -> dict[str, int]:
    """Give numbers that stand for what is said of things whoever speaks of them, by subject."""
    found = {
        names.entity(each.iri): mark_of(each.type, each.label, "\t".join(each.aliases)) for each in settled.entities
    }
    for triple in entity_links(settled.entities, settled.redirects, names):
        # A sum does not depend on the order; the numbers of SQLite have 64 bits and a sign.
        state = (found.get(triple[0], 0) + mark_of(*triple)) & _64
        found[triple[0]] = state - (1 << 64) if state >> 63 else state
    return found


def _changed(given: Input, stamps: Mapping[str, str], states: _States) -> set[str]:
    """Give the documents whose statements may be others than before."""
    found = {each for each, stamp in given.stamps.items() if stamps.get(each) != stamp}
    documents = given.settled.identity.known.documents
    for key, document in states.meant.keys() | states.meant_before.keys():
        if states.meant.get((key, document)) != states.meant_before.get((key, document)):
            found.update({document} if document else documents.get(key, ()))
    return found & given.stamps.keys()


# ---- all of it -------------------------------------------------------------------------------------------------------


def _write_all(folder: Path, said: Said, given: Input, base: str, count: Callable[[int, int], None]) -> dict[str, int]:
    total = len(given.stamps)

    def lines() -> Iterator[str]:
        for number, document in enumerate(sorted(given.stamps), 1):
            reading = given.reading(document)
            row = row_of(exports.add(reading, given.resolution(document)))
            said.put(document, given.stamps[document], row)
            yield from _claim_lines(reading)
            count(number, total)

    with Exports(folder, base=base) as exports:
        exports.add_entities(given.settled.everything())
        write_lines(folder / CLAIMS, lines())
        return exports.write()


def _claim_lines(reading: Reading) -> Iterator[str]:
    for claim in sorted(reading.claims, key=lambda each: each.order):
        yield claim.to_json() + "\n"


# ---- some of it ------------------------------------------------------------------------------------------------------


def _write_some(
    folders: tuple[Path, Path],
    said: Said,
    given: Input,
    names: Namespaces,
    states: _States,
    which: tuple[set[str], set[str]],
    count: Callable[[int, int], None],
) -> Difference:
    (folder, into), (changed, gone) = folders, which
    old = dict(said.rows(changed | gone))
    with ExitStack() as files:
        data = {name: files.enter_context(opened(folder / name)) for name in _FILES}
        evidence, texts = _Edited(), dict[str, str]()
        lines, graphs = claim_blocks(data[CLAIMS]), graph_blocks(data[EVIDENCE], names.prefixes)
        spoken: dict[str, set[Triple]] = defaultdict(set)
        touched = {subject for row in old.values() for subject in row.subjects}
        rows: dict[str, Row] = {}
        for number, document in enumerate(sorted(changed | gone, key=names.document), 1):
            told: list[Triple] = []
            texts[document] = ""
            if document in changed:
                reading, resolution = given.reading(document), given.resolution(document)
                facts = [fact(claim, resolution, names) for claim in reading.claims]
                triples = {triple for each in facts for triple in stated(each, resolution, names)}
                told = list(told_of(reading, facts, resolution, names))
                texts[document] = "".join(_claim_lines(reading))
                rows[document] = row_of(triples)
                for triple in triples:
                    spoken[triple[0]].add(triple)
            _edit_graph(evidence, graphs, names.document(document), told, names)
            count(number, len(changed | gone))
        touched |= spoken.keys()
        touched |= {each for each in states.things if states.things[each] != states.things_before.get(each)}
        touched |= states.things_before.keys() - states.things.keys()
        for subject, predicate, value in entity_statements(given.settled.everything(), names, touched):
            if subject in touched:
                spoken[subject].add((subject, predicate, value))
        graph_edits = _edit_subjects(
            subject_blocks(data[FILM_GRAPH], names.prefixes), sorted(touched), spoken,
            lambda marks: said.still_said(marks, changed | gone), names,
        )  # fmt: skip
        # In the order of ids, which is not always that of the IRIs made from them.
        new_lines = [(*lines.place(document), texts[document].encode()) for document in sorted(texts)]
        write_edited(into / CLAIMS, data[CLAIMS], new_lines)
        write_edited(into / FILM_GRAPH, data[FILM_GRAPH], graph_edits.edits)
        write_edited(into / EVIDENCE, data[EVIDENCE], evidence.edits)
    before = said.made()
    said.drop(gone)
    for document, row in rows.items():
        said.put(document, given.stamps[document], row)
    counts = {
        name: int(before[f"{name} statements"]) + len(edited.new) - len(edited.gone)
        for name, edited in ((FILM_GRAPH, graph_edits), (EVIDENCE, evidence))
    }
    return Difference(counts, {}, (*graph_edits.gone, *evidence.gone), (*graph_edits.new, *evidence.new))


def _edit_graph(edited: _Edited, graphs: Blocks, graph: str, told: list[Triple], names: Namespaces) -> None:
    """Put what a document tells in the place of what it told."""
    start, end = graphs.place(graph)
    was = _parsed(graphs.data[start:end], names) if end > start else set()
    now = {(graph, *triple) for triple in told}
    if was == now:
        return
    text = ""
    if told:
        with Runs() as runs:
            runs.add(graph, told)
            text = _without_prefixes(described_trig(runs.described(), names.prefixes), names)
    edited.edits.append((start, end, text.encode()))
    edited.gone += sorted(was - now)
    edited.new += sorted(now - was)


def _edit_subjects(
    subjects: Blocks,
    touched: list[str],
    spoken: Mapping[str, set[Triple]],
    still_said: Callable[[Iterable[int]], set[int]],
    names: Namespaces,
) -> _Edited:
    """Put together what is said of each touched subject: what others said and still say, and what is `spoken`."""
    places = {subject: subjects.place(subject) for subject in touched}
    text = b"".join(subjects.data[start:end] for start, end in places.values())
    was: dict[str, set[Triple]] = defaultdict(set)
    for _, subject, predicate, value in _parsed(text, names):
        was[subject].add((subject, predicate, value))
    doubtful = {
        triple: mark_of(*triple)
        for subject in touched
        for triple in was.get(subject, set()) - spoken.get(subject, set())
    }
    kept = still_said(doubtful.values()) if doubtful else set()
    edited = _Edited()
    for subject in touched:
        before = was.get(subject, set())
        now = spoken.get(subject, set()) | {each for each in before if doubtful.get(each) in kept}
        if now == before:
            continue
        with Runs() as runs:
            runs.add("", now)
            new = _without_prefixes(described_turtle(runs.described(), names.prefixes), names) if now else ""
        edited.edits.append((*places[subject], new.encode()))
        edited.gone += sorted(("", *triple) for triple in before - now)
        edited.new += sorted(("", *triple) for triple in now - before)
    return edited


def _parsed(text: bytes, names: Namespaces) -> set[Quad]:
    """Read blocks of an export, as statements in the words of the mapping; the default graph is the empty text."""
    from pyoxigraph import DefaultGraph, RdfFormat, parse

    header = "".join(prefix_lines(names.prefixes)).encode()
    return {
        (
            "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name),
            term_text(quad.subject),
            term_text(quad.predicate),
            term_text(quad.object),
        )
        for quad in parse(header + text, format=RdfFormat.TRIG)
    }


def _without_prefixes(lines: Iterable[str], names: Namespaces) -> str:
    return "".join(lines).removeprefix("".join(prefix_lines(names.prefixes)))
