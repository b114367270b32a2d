"""Build: sources in, everything in `exports/` and the store out; nothing is published before all of it is made.

A build whose input, program and output are as the last one left them does nothing. What says so is
`.kg/build.json`, which holds size and time of every file that went in or came out.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.files import digest, publishing, sweep, unbroken, write_bytes, write_lines
from kg.litter import uncollected
from kg.lock import working_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.corpus import Corpus
    from kg.extract.reading import Reading
    from kg.graph.change import Difference
    from kg.read import Problem
    from kg.resolve.entity import Resolution
    from kg.resolve.identity import Identity

__all__ = ["DATA_FILES", "VIEW_FILES", "Places", "Report", "build", "leave", "read_and_resolve", "unchanged"]

LAYOUT = "layout.json"
DATA_FILES = ("claims.jsonl", "film-graph.ttl", "evidence.trig", LAYOUT)
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
    *,
    jobs: int | None = None,
    taken: Callable[[Path], None] | None = None,
) -> Report:
    """Build the graph of all sources; `say` is told each step, `count` how much of how much of a long one is done.

    Only what is new or changed is read, compared and written; the files are those that a build from nothing gives.
    `jobs` processes read, or as many as the documents are worth on this machine. One build at a time works on a store,
    on exports and on identity. `taken` is told the folder where another one is at work: if it returns, that one is
    waited for.

    Raises UsageError for a source that is not there, BuildError for what must not be published (then the earlier
    exports and store stay as they are) or where another build is at work and there is no `taken`, OSError as the file
    system does.
    """
    from kg.graph.manifest import MANIFEST

    with _alone(places, taken or leave):
        done = unchanged(places)
        if done is not None:
            return done
        for folder in (places.out, places.work, places.work / "documents", places.identity):
            sweep(folder)
        # What changes from now on is for the next build.
        read = _read_stamps(places)
        with contextlib.ExitStack() as last, _telling(places):
            with publishing(places.out, MANIFEST) as made:
                report = _build(places, made, (say, count), jobs, last)
            _remember(places, report, read)
        return report


@contextlib.contextmanager
def _telling(places: Places) -> Iterator[None]:
    """Say where it was that SQLite failed, in which builds keep what they remember."""
    import sqlite3

    try:
        yield
    except sqlite3.OperationalError as error:
        what = f"what builds remember cannot be kept: {error}"
        raise BuildError(what, where=str(places.work), do="is the disk full?") from error


def _build(
    places: Places,
    made: Path,
    tell: tuple[Callable[[str], None], Callable[[int, int], None]],
    jobs: int | None,
    last: contextlib.ExitStack,
) -> Report:
    """Make all exports in the folder `made`, then replace ledger and store; the exports follow at once.

    `last` takes what must hold until they have.
    """
    from kg.corpus import read_corpus
    from kg.extract.kept import Kept
    from kg.graph.change import CLAIMS, Input, write_changes
    from kg.graph.delta import renew_store
    from kg.graph.manifest import publish_manifest
    from kg.graph.said import Said
    from kg.resolve import read_judgements, read_ledger
    from kg.resolve.authority import read_matches
    from kg.resolve.identity import identify
    from kg.resolve.memory import read_memory, write_memory
    from kg.resolve.settle import settle

    say, count = tell
    with Kept(places.work / "readings.sqlite") as kept, Said(places.work / "exports.sqlite") as said:
        say("reading")
        corpus = read_corpus(places.sources, kept, count, jobs)
        corpus.add(read_matches(places.matches))
        say("resolving")
        with uncollected():
            ledger, memory = read_ledger(places.ledger), read_memory(places.work / "identity.sqlite")
            identity = identify(corpus.told(), read_judgements(places.decisions), memory)
            settled = settle(identity, ledger)
            write_memory(places.work / "identity.sqlite", memory)
        problems = corpus.problems + _odd(places, identity)
        say("writing")
        given = Input(corpus.stamps, corpus.reading, lambda each: settled.of(corpus.told(each)), settled)
        difference = write_changes(places.out, said, given, into=made, count=count)
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

    def finish(fresh: Path) -> None:
        say("drawing")
        _draw(places, made, fresh, difference)
        pages = [(corpus.documents[ident], about) for ident, about in abouts.items()]
        publish_manifest(made, pages, settled.entities, difference.statements, files=(CLAIMS, LAYOUT))
        say("publishing")
        last.enter_context(unbroken())
        # From here on the last build's word no longer holds; and no IRI is to be seen that was not issued.
        _state_path(places).unlink(missing_ok=True)
        ledger.write(places.ledger)

    say("filling the store")
    renew_store(made, places.store, difference, finish)
    return Report(counts, problems)


def _draw(places: Places, made: Path, store: Path, difference: Difference) -> None:
    """Draw layout and views of a new store in the folder `made`; views that would be the same stay where they are."""
    from kg.graph.store import open_store
    from kg.network import lay_out, read_layout, view_graph, write_layout
    from kg.view import read_theme, write_views
    from kg.view.drawn import drawn_from, read_drawn, write_drawn

    known, note = places.out / LAYOUT, places.work / "drawn.json"
    now, last = drawn_from(made, places.theme), read_drawn(note)
    if last.shows(now, difference, store) and last.stands(places.out):
        shutil.copyfile(known, made / LAYOUT)
        write_drawn(note, replace(now, files=last.files))
        return
    graph = view_graph(open_store(store))
    positions = lay_out(graph, read_layout(known) if known.exists() else None)
    write_layout(made / LAYOUT, positions)
    views = write_views(graph, made, positions, theme=read_theme(places.theme) if places.theme else None)
    write_drawn(note, replace(now, files={path.name: digest(path) for path in (made / LAYOUT, *views)}))


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
def _alone(places: Places, taken: Callable[[Path], None]) -> Iterator[None]:
    """Let one build at a time work on a store, on exports, and on identity."""
    for folder in (places.work, places.out, places.identity):
        folder.mkdir(parents=True, exist_ok=True)
    lock = places.work / "lock"
    lock.touch()
    with working_on((lock, places.out, places.identity), lambda path: taken(places.work if path == lock else path)):
        yield


def leave(folder: Path) -> None:
    """Raise BuildError that names the folder where another build is at work."""
    raise BuildError("another build is at work", where=str(folder), do="wait for it (--wait), or name other folders")


# ---- what was built ----------------------------------------------------------------------------------------------


def _state_path(places: Places) -> Path:
    return places.work / "build.json"


def _remember(places: Places, report: Report, read: dict[str, list[int]]) -> None:
    """Keep what was done, and with it the stamps of what was read as they were before it was."""
    state: dict[str, Any] = {
        "state": _STATE,
        "counts": report.counts,
        "problems": [{"what": p.what, "where": p.where, "do": p.do} for p in report.problems],
        "files": read | _written_stamps(places),
    }
    write_bytes(_state_path(places), json.dumps(state, ensure_ascii=False).encode("utf-8"))


def _stamps(places: Places) -> dict[str, list[int]]:
    """Give size and times of every file that a build reads or writes, and of the program itself."""
    return _read_stamps(places) | _written_stamps(places)


def _read_stamps(places: Places) -> dict[str, list[int]]:
    from kg.stamps import stamps_of

    theme = [places.theme] if places.theme is not None else []
    return stamps_of([*places.sources, places.identity, Path(__file__).parent, *theme])


def _written_stamps(places: Places) -> dict[str, list[int]]:
    from kg.stamps import stamps_of

    found = stamps_of([*(places.out / name for name in (*DATA_FILES, *VIEW_FILES, "manifest.json")), places.ledger])
    if places.store.is_dir():
        found[f"{places.store.resolve()}/"] = [1]
    return found
