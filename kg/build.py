"""Build: sources in, everything in `exports/` and the store out; nothing is published before all of it is made.

A build whose input, program and output are as the last one left them does nothing. What says so is
`.kg/build.json`, which holds size and time of every file that went in or came out.
"""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.files import sweep, write_bytes, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.corpus import Corpus
    from kg.extract.reading import Reading
    from kg.read import Problem
    from kg.resolve.entity import Resolution
    from kg.resolve.identity import Identity

__all__ = ["DATA_FILES", "VIEW_FILES", "Places", "Report", "build", "read_and_resolve", "unchanged"]

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


def build(
    places: Places,
    say: Callable[[str], None] = lambda _: None,
    count: Callable[[int, int], None] = lambda _done, _of: None,
) -> Report:
    """Build the graph of all sources; `say` is told each step, `count` how much of how much of a long one is done.

    Only what is new or changed is read, compared and written; the files are those that a build from nothing gives. One
    that is broken off leaves the earlier exports and store as they are. Raises UsageError for a source that is not
    there, BuildError for what must not be published, OSError as the file system does.
    """
    with _alone(places):
        done = unchanged(places)
        if done is not None:
            return done
        for folder in (places.out, places.work, places.identity):
            sweep(folder)
        return _build(places, say, count)


def _build(places: Places, say: Callable[[str], None], count: Callable[[int, int], None]) -> Report:
    from kg.corpus import read_corpus
    from kg.extract.kept import Kept
    from kg.graph.change import CLAIMS, Input, write_changes
    from kg.graph.delta import renew_store
    from kg.graph.manifest import publish_manifest
    from kg.graph.said import Said
    from kg.graph.store import open_store
    from kg.network import lay_out, read_layout, view_graph, write_layout
    from kg.resolve import read_judgements, read_ledger
    from kg.resolve.authority import read_matches
    from kg.resolve.identity import identify
    from kg.resolve.memory import read_memory, write_memory
    from kg.resolve.settle import settle
    from kg.view import read_theme, write_views

    with Kept(places.work / "readings.sqlite") as kept, Said(places.work / "exports.sqlite") as said:
        say("reading")
        corpus = read_corpus(places.sources, kept, count)
        corpus.add(read_matches(places.matches))
        say("resolving")
        ledger, memory = read_ledger(places.ledger), read_memory(places.work / "identity.sqlite")
        identity = identify(corpus.told(), read_judgements(places.decisions), memory)
        settled = settle(identity, ledger)
        write_memory(places.work / "identity.sqlite", memory)
        problems = corpus.problems + _odd(places, identity)
        say("writing")
        places.out.mkdir(parents=True, exist_ok=True)
        given = Input(corpus.stamps, corpus.reading, lambda each: settled.of(corpus.told(each)), settled)
        difference = write_changes(places.out, said, given, count=count)
        ledger.write(places.ledger)
        _keep_texts(places, corpus)
        _quarantine(places, corpus, problems)
        abouts = corpus.abouts
        counts = {
            "documents": len(abouts),
            "items": sum(about.items for about in abouts.values()),
            "claims": sum(about.claims for about in abouts.values()),
            "entities": len(settled.entities),
            "triples": difference.statements["film-graph.ttl"],
        }
    say("filling the store")
    renew_store(places.out, places.store, difference)
    say("drawing")
    graph = view_graph(open_store(places.store))
    layout = places.out / "layout.json"
    positions = lay_out(graph, read_layout(layout) if layout.exists() else None)
    write_layout(layout, positions)
    write_views(graph, places.out, positions, theme=read_theme(places.theme) if places.theme else None)
    pages = [(corpus.documents[ident], about) for ident, about in abouts.items()]
    publish_manifest(places.out, pages, settled.entities, difference.statements, files=(CLAIMS, "layout.json"))
    report = Report(counts, problems)
    _remember(places, report)
    return report


def read_and_resolve(places: Places) -> tuple[list[Reading], Resolution]:
    """Read the sources and resolve their mentions without writing anything.

    Raises UsageError for a source that is not there, BuildError where no document can be read.
    """
    from kg.extract import read_all
    from kg.read import read_sources
    from kg.resolve import read_judgements, read_ledger, resolve
    from kg.resolve.authority import authority_readings, read_matches

    found = read_sources(places.sources)
    if not found.documents:
        first = found.problems[0]
        raise BuildError(f"no document could be read; {first.what}", where=first.where, do=first.do)
    readings = read_all(found.documents)
    readings += authority_readings(read_matches(places.matches), [c for reading in readings for c in reading.claims])
    claims = [claim for reading in readings for claim in reading.claims]
    judgements, ledger = read_judgements(places.decisions), read_ledger(places.ledger)
    return readings, resolve(claims, judgements, ledger, published=_published(readings))


def _published(readings: Sequence[Reading]) -> dict[str, str]:
    """Give the dates of documents that somebody wrote down, by id."""
    dates = {reading.document.id: reading.document.metadata.published for reading in readings}
    return {document: date for document, date in dates.items() if date}


def _odd(places: Places, identity: Identity) -> tuple[Problem, ...]:
    from kg.read import Problem

    return tuple(Problem(note.what, f"{places.decisions}:{note.line}", note.do) for note in identity.notes)


def _quarantine(places: Places, corpus: Corpus, problems: Sequence[Problem]) -> None:
    """List what the build went on without, each with its reason: documents that failed, and files that are none."""
    files = {ident: document.path or ident for ident, document in corpus.documents.items()}
    failed = {files[ident] for ident, about in corpus.abouts.items() if about.kind == "failed"}
    read = set(files.values()) - failed
    rows = []
    for problem in problems:
        file = re.sub(r"(?::\d+){1,2}$", "", problem.where)  # without line and column
        if file in failed or file not in read:
            rows.append({"file": file, "where": problem.where, "reason": problem.what, "do": problem.do})
    write_lines(places.work / "quarantine.jsonl", (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def _keep_texts(places: Places, corpus: Corpus) -> None:
    """Keep each text under its digest, so that a sentence can be shown when the source has moved."""
    folder = places.work / "documents"
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    for document in corpus.documents.values():
        if f"{document.sha256}.txt" not in there:
            write_bytes(folder / f"{document.sha256}.txt", document.text.encode("utf-8"))


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
    from kg.stamps import stamps_of

    made = (places.out / name for name in (*DATA_FILES, *VIEW_FILES, "manifest.json"))
    theme = [places.theme] if places.theme is not None else []
    found = stamps_of([*places.sources, places.identity, Path(__file__).parent, *theme, *made])
    if places.store.is_dir():
        found[f"{places.store.resolve()}/"] = [1]
    return found
