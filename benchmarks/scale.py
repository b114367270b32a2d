"""Print what a build of a made-up film world costs beside bare pyoxigraph and rdflib, in the same run.

Run with `make bench-scale` (`N=100000` films). Claims are made and resolved page by page before anything is timed as
ours. Each part is a process of its own, so that its peak memory is its own; times are CPU time of all threads, with
what the clock said in brackets. What each side does:

- to the store: ours maps claims to statements, sorts them, writes both exports, loads them into a store on disk and
  puts it in order. The peer reads the same statements, made beforehand, from a file of N-Quads with `bulk_load` alone.
  "loading" is the part that both do.
- Turtle: all three begin with the statements of film-graph in memory or in a store and end with a file. Ours sorts
  them; rdflib's serializer sorts too; Oxigraph's dump sorts nothing, as its store did so when it was loaded.
- reading: pages from text to claims, in one process and in two (see `benchmarks.reading`).
- look-ups: `Graph.query`'s engine against `Store.query` with the answers read, on the same store.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import resource
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from zlib import crc32

from benchmarks.film_store import readings
from benchmarks.reading import to_readings
from kg.graph.cards import Cards
from kg.graph.evidence import evidence
from kg.graph.exports import EVIDENCE, FILM_GRAPH, Exports
from kg.graph.mapping import film_graph
from kg.graph.namespace import Namespaces
from kg.graph.store import fill_store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAMES = Namespaces()
_RDFLIB_FILMS = 10_000
"""More would take rdflib minutes and tell no more: its time a triple grows."""
_PREFIXES = (
    "PREFIX kg: <https://w3id.org/filmkg/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX prov: <http://www.w3.org/ns/prov#> "
    "PREFIX oa: <http://www.w3.org/ns/oa#> "
)
_LOOK_UPS = {
    "all that is said of a film": "SELECT ?p ?o WHERE { FILM ?p ?o }",
    "who directed a film": "SELECT ?name WHERE { ?person kg:directed FILM ; rdfs:label ?name }",
    "the words behind a film": (
        "SELECT ?words WHERE { GRAPH ?document { ?claim rdf:object FILM ; prov:wasQuotedFrom ?span . "
        "?span oa:exact ?words } }"
    ),
}


# ---- parts, each a process of its own ----------------------------------------------------------------------------


def world_alone(films: int, _: Path) -> dict[str, float]:
    """Make and resolve the world and do nothing with it: what is taken off the next part."""
    with _timed() as took:
        claims = sum(len(reading.claims) + 0 * len(resolution.by_mention) for reading, resolution in readings(films))
    return {**took, "claims": claims}


def write(films: int, folder: Path) -> dict[str, float]:
    """Write the exports of a world."""
    with _timed() as took, Exports(folder) as exports:
        for reading, resolution in readings(films):
            exports.add_entities(resolution)
            exports.add(reading, resolution)
        counts = exports.write()
    return {**took, "triples": counts[FILM_GRAPH], "quads": sum(counts.values())}


def fill(_: int, folder: Path) -> dict[str, float]:
    """Fill a store as a build does, with its index of names."""
    with _timed() as took:
        fill_store(folder, folder / "store")
    return took


def bulk_load(_: int, folder: Path) -> dict[str, float]:
    """Load the same statements from N-Quads with pyoxigraph alone."""
    return _loaded(folder, order=False)


def bulk_load_in_order(_: int, folder: Path) -> dict[str, float]:
    """Load them and put the store in order, as ours is."""
    return _loaded(folder, order=True)


def turtle(films: int, folder: Path) -> dict[str, float]:
    """Write Turtle from unsorted triples, as text, each once, held in memory."""
    said = (each for reading, made in readings(films) for each in film_graph(reading.claims, made, _NAMES))
    triples = list(dict.fromkeys(said))
    import numpy  # noqa: F401 - rdflib's modules are loaded before the clock starts, too

    with _timed() as took, Cards(_NAMES.prefixes, folder) as cards, (folder / "ours.ttl").open("wb") as stream:
        cards.add(triples)
        stream.writelines(cards.text())
    return took


def turtle_of_rdflib(films: int, folder: Path) -> dict[str, float]:
    """Write Turtle with rdflib's serializer, from a graph in memory."""
    from rdflib import Graph

    graph = Graph(bind_namespaces="none").parse(_lines(films, folder), format="nt")
    for prefix, namespace in _NAMES.prefixes.items():
        graph.bind(prefix, namespace)
    with _timed() as took:
        graph.serialize(folder / "rdflib.ttl", format="turtle")
    return {**took, "triples": len(graph)}


def turtle_of_oxigraph(films: int, folder: Path) -> dict[str, float]:
    """Write Turtle with Oxigraph's dump, from a store on disk."""
    from pyoxigraph import DefaultGraph, RdfFormat, Store

    store = Store(folder / "dumped")
    store.bulk_load(path=str(_lines(films, folder)), format=RdfFormat.N_TRIPLES)
    with _timed() as took:
        store.dump(
            folder / "dump.ttl", format=RdfFormat.TURTLE, from_graph=DefaultGraph(), prefixes=dict(_NAMES.prefixes)
        )
    return {**took, "triples": len(store)}


def without_evidence(_: int, folder: Path) -> dict[str, float]:
    """Leave the statements of who says what out of the exports."""
    (folder / EVIDENCE).write_bytes(b"")
    return {}


def a_quarter_of_evidence(_: int, folder: Path) -> dict[str, float]:
    """Leave in the exports who says what of about one document in four."""
    whole, part = folder / EVIDENCE, folder / "quarter.trig"
    keeps = True
    with whole.open("rb") as source, part.open("wb") as left:
        for line in source:
            if line.endswith(b" {\n"):
                keeps = _in_quarter(line.split(b" ")[0])
            if keeps:
                left.write(line)
            if line == b"}\n":
                keeps = True
    part.replace(whole)
    return {}


def stored(_: int, folder: Path) -> dict[str, float]:
    """Count the statements of the store."""
    return {"statements": len(open_store(folder / "store"))}


def look_up(films: int, folder: Path, *, quarter: bool = False) -> dict[str, float]:
    """Ask for things by IRI, each once by us and once by pyoxigraph alone, in turns; median milliseconds.

    With `quarter`, of films in documents whose evidence was left in the exports.
    """
    from kg.query.engine import run

    store = open_store(folder / "store")
    found = [
        made.by_mention[key].iri
        for _, made in _some(films, quarter=quarter)
        for key in made.by_mention
        if key[1] == "Film"
    ]
    told: dict[str, float] = {}
    has_evidence = (folder / EVIDENCE).stat().st_size > 0
    for name, pattern in _LOOK_UPS.items():
        if "GRAPH" in pattern and not has_evidence:
            continue
        ours, theirs = [], []
        for number, film in enumerate(found[:400]):
            text = _PREFIXES + pattern.replace("FILM", _NAMES.entity(film))
            # Who asks first pays for reading the disk: each does so for every other film.
            for bare in (False, True) if number % 2 else (True, False):
                began = time.perf_counter()
                rows: list[Any] = list(store.query(text)) if bare else list(run(text, store).rows)
                (theirs if bare else ours).append(time.perf_counter() - began)
                if not rows and name != "who directed a film":
                    raise SystemExit(f"nothing found: {text}")
        told[name], told[f"{name}, bare"] = median(ours) * 1000, median(theirs) * 1000
    return told


def look_up_in_quarter(films: int, folder: Path) -> dict[str, float]:
    """Ask for films whose evidence is in the store."""
    return look_up(films, folder, quarter=True)


# ---- what they stand on ------------------------------------------------------------------------------------------


def _some(films: int, *, quarter: bool) -> Iterator[Any]:
    """Give readings from all over the world: some forty pages, as far from one another as they can be."""
    for reading, made in readings(films, every=max(1, films // (1600 if quarter else 400))):
        if not quarter or _in_quarter(_NAMES.document(reading.document.id).encode()):
            yield reading, made


def _in_quarter(document: bytes) -> bool:
    return crc32(document) % 4 == 0


def _lines(films: int, folder: Path) -> Path:
    """Write the statements of film-graph as N-Triples; give the file."""
    path = folder / f"{films}.nt"
    if not path.exists():
        with path.open("w", encoding="utf-8") as stream:
            for reading, made in readings(films):
                stream.writelines(f"{s} {p} {o} .\n" for s, p, o in set(film_graph(reading.claims, made, _NAMES)))
    return path


def statements(films: int, folder: Path) -> dict[str, float]:
    """Write all statements as N-Quads, page by page: what the peer loads."""
    with (folder / "all.nq").open("w", encoding="utf-8") as stream:
        for reading, made in readings(films):
            stream.writelines(f"{s} {p} {o} .\n" for s, p, o in set(film_graph(reading.claims, made, _NAMES)))
            stream.writelines(f"{s} {p} {o} {g} .\n" for g, s, p, o in set(evidence([reading], made, _NAMES)))
    return {}


def _loaded(folder: Path, *, order: bool) -> dict[str, float]:
    from pyoxigraph import RdfFormat, Store

    place = folder / "bare"
    shutil.rmtree(place, ignore_errors=True)
    with _timed() as took:
        store = Store(place)
        store.bulk_load(path=str(folder / "all.nq"), format=RdfFormat.N_QUADS)
        if order:
            store.optimize()
        store.flush()
        del store
    shutil.rmtree(place)
    return took


@contextlib.contextmanager
def _timed() -> Iterator[dict[str, float]]:
    took: dict[str, float] = {}
    cpu, wall = time.process_time(), time.perf_counter()
    yield took
    took["cpu"], took["wall"] = time.process_time() - cpu, time.perf_counter() - wall


def _alone(part: Callable[[int, Path], dict[str, float]], films: int, folder: Path) -> dict[str, float]:
    """Run a part in a process of its own; give its figures and its peak memory in MB."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_told, args=(part, films, folder, theirs))
    process.start()
    theirs.close()
    try:
        found: dict[str, float] = json.loads(ours.recv_bytes())
    except EOFError:
        raise SystemExit(f"{part.__name__} failed") from None
    finally:
        process.join()
    return found


def _told(part: Callable[[int, Path], dict[str, float]], films: int, folder: Path, pipe: Any) -> None:
    found = part(films, folder)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pipe.send_bytes(json.dumps(found).encode())


# ---- what is printed ---------------------------------------------------------------------------------------------

_LESS = {"facts": without_evidence, "quarter": a_quarter_of_evidence}
_ALONE = {"ours", *_LESS}


def _row(name: str, cpu: float, wall: float, memory: float, count: float, beside: str = "") -> None:
    rate = count / cpu / 1000
    print(f"  {name:<42} {cpu:8.1f} s ({wall:7.1f})  {rate:6.0f}k/s  {memory:6.0f} MB  {beside}", flush=True)


def to_exports(films: int, folder: Path) -> dict[str, float]:
    """Print what it takes from claims to exports; give CPU and wall seconds and the number of statements."""
    alone, written = _alone(world_alone, films, folder), _alone(write, films, folder)
    quads = written["quads"]
    print(f"{films:,} films, {alone['claims']:,} claims, {quads:,} statements ({written['triples']:,} of film-graph)")
    cpu, wall = written["cpu"] - alone["cpu"], written["wall"] - alone["wall"]
    _row("claims to exports", cpu, wall, written["memory"], quads)
    return {"cpu": cpu, "wall": wall, "quads": quads, "triples": written["triples"]}


def to_the_store(films: int, folder: Path, made: dict[str, float], only: str | None) -> None:
    """Print what it takes from exports to a store, and from claims to a store, with the peer unless `only` ours."""
    cpu, wall, quads = made["cpu"], made["wall"], made["quads"]
    if (less := _LESS.get(only or "")) is not None:
        _alone(less, films, folder)
    filled = _alone(fill, films, folder)
    if less is not None:
        quads = _alone(stored, films, folder)["statements"]
        print(f"  {quads:,.0f} statements in the store")
    _row("exports to store, in order, names indexed", filled["cpu"], filled["wall"], filled["memory"], quads)
    if only in _ALONE:
        return
    _alone(statements, films, folder)
    bare, in_order = _alone(bulk_load, films, folder), _alone(bulk_load_in_order, films, folder)
    (folder / "all.nq").unlink()
    _row("bulk_load alone, from N-Quads", bare["cpu"], bare["wall"], bare["memory"], quads)
    _row("bulk_load and optimize", in_order["cpu"], in_order["wall"], in_order["memory"], quads)
    for name, other in (("bulk_load", bare), ("bulk_load and optimize", in_order)):
        whole = (other["cpu"] / (cpu + filled["cpu"]), other["wall"] / (wall + filled["wall"]))
        load = (other["cpu"] / filled["cpu"], other["wall"] / filled["wall"])
        print(f"  claims to store:   {whole[0]:.2f} × CPU, {whole[1]:.2f} × wall of {name} (wanted: at least 0.8)")
        print(f"  exports to store:  {load[0]:.2f} × CPU, {load[1]:.2f} × wall of {name}")


def to_turtle(films: int, folder: Path) -> None:
    """Print what Turtle takes."""
    few = min(films, _RDFLIB_FILMS)
    many = min(films, 100_000)
    rdflib, small = _alone(turtle_of_rdflib, few, folder), _alone(turtle, few, folder)
    dump, ours = _alone(turtle_of_oxigraph, many, folder), _alone(turtle, many, folder)
    triples = rdflib["triples"]
    print("Turtle, from statements in memory (dump: in a store on disk)")
    _row(f"rdflib, {few:,} films", rdflib["cpu"], rdflib["wall"], rdflib["memory"], triples)
    ratio = f"{rdflib['cpu'] / small['cpu']:.1f} × rdflib (wanted: at least 25)"
    _row(f"ours, {few:,} films", small["cpu"], small["wall"], small["memory"], triples, ratio)
    _row(f"Oxigraph's dump, {many:,} films", dump["cpu"], dump["wall"], dump["memory"], dump["triples"])
    ratio = f"{dump['cpu'] / ours['cpu']:.2f} × dump (wanted: at least 0.5)"
    _row(f"ours, {many:,} films", ours["cpu"], ours["wall"], ours["memory"], dump["triples"], ratio)


def to_answers(films: int, folder: Path, only: str | None) -> None:
    """Print what look-ups take."""
    found = _alone(look_up_in_quarter if only == "quarter" else look_up, films, folder)
    print("look-ups, medians of 400 films")
    for name in (name for name in _LOOK_UPS if name in found):
        ours, bare = found[name], found[f"{name}, bare"]
        print(
            f"  {name:<42} {ours:8.3f} ms  bare {bare:6.3f} ms  {ours / bare:.2f} × (wanted: at most 1.5)", flush=True
        )


def _films(films: int, only: str | None, place: Path | None) -> None:
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        if only != "turtle":
            made = to_exports(films, folder)
            if only != "exports":
                to_the_store(films, folder, made, only)
                to_answers(films, folder, only)
                shutil.rmtree(folder / "store")
        if only in (None, "turtle"):
            to_turtle(films, folder)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--films", type=int, nargs="+", default=[10_000])
    parser.add_argument("--folder", type=Path, help="where files may lie meanwhile (default: a temporary one)")
    parser.add_argument(
        "--only",
        choices=["exports", "store", "ours", "facts", "quarter", "turtle", "reading"],
        help="one part (store: look-ups too; ours: the same without its peer, which wants twice the disk; facts: ours "
        "without the evidence, which is most of the disk; quarter: with that of one document in four)",
    )
    parser.add_argument("--pages", type=int, default=4_000, help="pages that are read")
    asked = parser.parse_args()
    if asked.only in (None, "reading"):
        to_readings(asked.pages)
    for films in asked.films if asked.only != "reading" else ():
        _films(films, asked.only, asked.folder)


if __name__ == "__main__":
    main()
