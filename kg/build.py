"""Build: sources in, everything in `exports/` and the store out; nothing is published before all of it is made.

A build whose input, program and output are as the last one left them does nothing. What says so is
`.kg/build.json`, which holds size and time of every file that went in or came out.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.files import sweep, write_bytes, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.extract.kept import Kept
    from kg.extract.reading import Reading
    from kg.read import Problem
    from kg.resolve.entity import Resolution

__all__ = ["DATA_FILES", "VIEW_FILES", "Places", "Report", "build", "prove", "read_and_resolve", "unchanged"]

DATA_FILES = ("claims.jsonl", "film-graph.ttl", "evidence.trig", "layout.json")
VIEW_FILES = ("index.html", "countries.html", "companies.html")
_STATE = 1


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes."""

    sources: tuple[Path, ...]
    out: Path
    store: Path
    identity: Path
    theme: Path | None = None

    @property
    def work(self) -> Path:
        """The folder beside the store for what a build remembers."""
        return self.store.parent

    @property
    def decisions(self) -> Path:
        """The file of judgements."""
        return self.identity / "decisions.jsonl"

    @property
    def ledger(self) -> Path:
        """The file of issued IRIs."""
        return self.identity / "iris.jsonl"

    @property
    def matches(self) -> Path:
        """The file of what was decided about candidates of other registers."""
        return self.identity / "matches.jsonl"


@dataclass(slots=True)
class Report:
    """What a build did: counts by name, the problems met, and whether there was anything to do."""

    counts: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    fresh: bool = True


def unchanged(places: Places) -> Report | None:
    """Give the report of the last build if nothing that it read or wrote has changed since, else None."""
    try:
        state = json.loads(_state_path(places).read_text(encoding="utf-8"))
        if state["state"] != _STATE or state["files"] != _stamps(places):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    from kg.read.source import Problem

    return Report(state["counts"], tuple(Problem(**each) for each in state["problems"]), fresh=False)


def build(places: Places, say: Callable[[str], None] = lambda _: None) -> Report:
    """Build the graph of all sources; `say` is told each step.

    Raises UsageError for a source that is not there, BuildError for what must not be published (then the earlier
    exports stay as they are), OSError as the file system does.
    """
    with _alone(places):
        done = unchanged(places)
        if done is not None:
            return done
        for folder in (places.out, places.work, places.identity):
            sweep(folder)
        return _build(places, say)


def _build(places: Places, say: Callable[[str], None]) -> Report:
    from kg.extract.kept import Kept
    from kg.graph.exports import write_exports
    from kg.graph.manifest import write_manifest
    from kg.graph.store import fill_store, open_store
    from kg.network import lay_out, read_layout, view_graph, write_layout
    from kg.resolve import read_judgements, read_ledger, resolve
    from kg.resolve.memory import read_memory, write_memory
    from kg.view import read_theme, write_views

    say("reading")
    with Kept(places.work / "readings.sqlite") as kept:
        readings, problems = _read(places, kept)
    claims = [claim for reading in readings for claim in reading.claims]
    for reading in readings:
        prove(reading)
    say("resolving")
    ledger = read_ledger(places.ledger)
    memory = read_memory(places.work / "lookalikes.jsonl")
    judgements = read_judgements(places.decisions)
    resolution = resolve(claims, judgements, ledger, memory, _published(readings))
    write_memory(places.work / "lookalikes.jsonl", memory)
    problems += _odd(places, resolution)
    say("writing")
    counts = {
        "documents": len(readings),
        "items": sum(len(reading.items) for reading in readings),
        "claims": len(claims),
        "entities": len(resolution.entities),
    }
    places.out.mkdir(parents=True, exist_ok=True)
    ordered = sorted(claims, key=lambda claim: claim.order)
    write_lines(places.out / "claims.jsonl", (claim.to_json() + "\n" for claim in ordered))
    triples = write_exports(readings, resolution, places.out)
    counts["triples"] = triples["film-graph.ttl"]
    ledger.write(places.ledger)
    _keep_texts(places, readings)
    _quarantine(places, readings, problems)
    say("filling the store")
    fill_store(places.out, places.store)
    say("drawing")
    graph = view_graph(open_store(places.store))
    layout = places.out / "layout.json"
    positions = lay_out(graph, read_layout(layout) if layout.exists() else None)
    write_layout(layout, positions)
    write_views(graph, places.out, positions, theme=read_theme(places.theme) if places.theme else None)
    write_manifest(places.out, readings, resolution, triples, files=("claims.jsonl", "layout.json"))
    report = Report(counts, problems)
    _remember(places, report)
    return report


def read_and_resolve(places: Places) -> tuple[list[Reading], Resolution]:
    """Read the sources and resolve their mentions without writing anything."""
    from kg.resolve import read_judgements, read_ledger, resolve

    readings, _ = _read(places)
    claims = [claim for reading in readings for claim in reading.claims]
    judgements, ledger = read_judgements(places.decisions), read_ledger(places.ledger)
    return readings, resolve(claims, judgements, ledger, published=_published(readings))


def _published(readings: Sequence[Reading]) -> dict[str, str]:
    """Give the dates of documents that somebody wrote down, by id."""
    dates = {reading.document.id: reading.document.metadata.published for reading in readings}
    return {document: date for document, date in dates.items() if date}


def _odd(places: Places, resolution: Resolution) -> tuple[Problem, ...]:
    from kg.read import Problem

    notes = resolution.identity.notes if resolution.identity else ()
    return tuple(Problem(note.what, f"{places.decisions}:{note.line}", note.do) for note in notes)


def _read(places: Places, kept: Kept | None = None) -> tuple[list[Reading], tuple[Problem, ...]]:
    from kg.extract import read_all
    from kg.extract.problem import problems_of
    from kg.read import read_sources
    from kg.resolve.authority import authority_readings, read_matches

    sources = read_sources(places.sources)
    if not sources.documents:
        first = sources.problems[0]
        raise BuildError(f"no document could be read; {first.what}", where=first.where, do=first.do)
    readings = read_all(sources.documents, kept)
    problems = list(sources.problems)
    for reading in readings:
        where = reading.document.path or reading.document.id
        problems += problems_of(where, reading.kind, len(reading.claims), reading.remarks)
    readings += authority_readings(read_matches(places.matches), [c for reading in readings for c in reading.claims])
    return readings, tuple(problems)


def prove(reading: Reading) -> None:
    """Hold every claim against the vocabulary and its spans against the text: a build fails where one does not."""
    from kg.vocabulary import check

    for claim in reading.claims:
        check(claim)
        for span in claim.spans:
            if not reading.document.holds(span):
                raise BuildError(f"claim {claim.id} rests on words that are not there", where=reading.document.id)


def _quarantine(places: Places, readings: Sequence[Reading], problems: Sequence[Problem]) -> None:
    """List what the build went on without, each with its reason: documents that failed, and files that are none."""
    failed = {reading.document.path or reading.document.id for reading in readings if reading.kind == "failed"}
    read = {reading.document.path or reading.document.id for reading in readings} - failed
    rows = []
    for problem in problems:
        file = re.sub(r"(?::\d+){1,2}$", "", problem.where)  # without line and column
        if file in failed or file not in read:
            rows.append({"file": file, "where": problem.where, "reason": problem.what, "do": problem.do})
    write_lines(places.work / "quarantine.jsonl", (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _keep_texts(places: Places, readings: Sequence[Reading]) -> None:
    """Keep each text under its digest, so that a sentence can be shown when the source has moved."""
    for reading in readings:
        path = places.work / "documents" / f"{reading.document.sha256}.txt"
        if not path.exists():
            write_bytes(path, reading.document.text.encode("utf-8"))


@contextlib.contextmanager
def _alone(places: Places) -> Iterator[None]:
    """Let one build at a time work on a store; a second one says so and leaves."""
    places.work.mkdir(parents=True, exist_ok=True)
    with (places.work / "lock").open("w", encoding="utf-8") as handle:
        try:
            import fcntl
        except ImportError:  # not a POSIX system: builds there do not exclude one another
            yield
            return
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildError(
                "another build is at work", where=str(places.work), do="wait for it, or name another --store"
            ) from None
        yield


# ---- what was built ----------------------------------------------------------------------------------------------


def _state_path(places: Places) -> Path:
    return places.work / "build.json"


def _remember(places: Places, report: Report) -> None:
    state: dict[str, Any] = {
        "state": _STATE,
        "counts": report.counts,
        "problems": [{"what": p.what, "where": p.where, "do": p.do} for p in report.problems],
        "files": _stamps(places),
    }
    write_bytes(_state_path(places), json.dumps(state, ensure_ascii=False).encode("utf-8"))


def _stamps(places: Places) -> dict[str, list[int]]:
    """Give size and times of every file that a build reads or writes, and of the program itself."""
    found: dict[str, list[int]] = {}
    for folder in (*places.sources, places.identity, Path(__file__).parent):
        if folder.is_dir():
            for path in _walk(folder):
                _stamp(path, found)
        else:
            _stamp(folder, found)
    if places.theme is not None:
        _stamp(places.theme, found)
    for name in (*DATA_FILES, *VIEW_FILES, "manifest.json"):
        _stamp(places.out / name, found)
    if places.store.is_dir():
        found[f"{places.store.resolve()}/"] = [1]
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _stamp(path: Path, found: dict[str, list[int]]) -> None:
    try:
        stat = path.stat()
    except OSError:
        found[str(path.absolute())] = []
        return
    found[str(path.absolute())] = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]
