"""Print what the server answers under load, beside `oxigraph serve-read-only` on the same store in the same run.

Run with `make bench-serve` (`N=100000` films); each server answers the same queries from the same number of clients,
in turns. Rates are of answers a second, times in milliseconds.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.film_store import film_store
from benchmarks.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.load import Load

_BIN = Path(sys.executable).parent
_PREFIXES = (
    "PREFIX kg: <https://w3id.org/filmkg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX schema: <https://schema.org/> "
)
_HEAVY = {
    "who directs most in a country": (
        "SELECT ?person (COUNT(?film) AS ?films) "
        "WHERE { ?film kg:countryOfOrigin <https://w3id.org/filmkg/country/BE> . "
        "?person kg:directed ?film } GROUP BY ?person ORDER BY DESC(?films) LIMIT 20"
    ),
    "who directs most": (
        "SELECT ?person (COUNT(?film) AS ?films) WHERE { ?person kg:directed ?film } GROUP BY ?person "
        "ORDER BY DESC(?films) LIMIT 20"
    ),
    "films of two countries": (
        "SELECT (COUNT(DISTINCT ?film) AS ?films) WHERE { ?film kg:countryOfOrigin "
        "<https://w3id.org/filmkg/country/FR>, <https://w3id.org/filmkg/country/BE> ; ^kg:directed ?person }"
    ),
    "ten thousand rows": "SELECT ?person ?film WHERE { ?person kg:starredIn ?film } LIMIT 10000",
}


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--films", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the made-up store is kept (default: a temporary one)")
    asked = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = asked.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = film_store(asked.films, folder)
        ours = stack.enter_context(
            served([str(_BIN / "kg"), "serve", "--store", str(store), "--seconds", "60"], "--port")
        )
        command = [str(_BIN / "oxigraph"), "serve-read-only", "--location", str(store)]
        theirs = stack.enter_context(served(command, "--bind"))
        print(f"{asked.films:,} films; {asked.clients} clients, {asked.seconds:g} s each, medians of {asked.rounds}")
        lookups = look_ups(theirs + "query", 2000)
        compare("look-ups", lookups, ours, theirs, asked.clients, asked.seconds, asked.rounds, "0.15")
        for name, query in _HEAVY.items():
            alone = duration(theirs + "query", _PREFIXES + query)
            wanted = "0.8" if alone >= 50 else "-"
            label = f"{name} ({alone:.0f} ms alone)"
            compare(label, [_PREFIXES + query], ours, theirs, asked.clients, asked.seconds, asked.rounds, wanted)
            # In other words each time, so that no two are the same question to the server.
            apart = [f"{_PREFIXES}{query} # {number}" for number in range(1000)]
            label = "  each in other words"
            compare(label, apart, ours, theirs, asked.clients, asked.seconds, asked.rounds, wanted)


@contextlib.contextmanager
def served(command: list[str], option: str) -> Iterator[str]:
    """Run a server on a free port; give its address."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    place = str(port) if option == "--port" else f"127.0.0.1:{port}"
    process = subprocess.Popen([*command, option, place], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def look_ups(address: str, number: int) -> list[str]:
    """Give queries about single films, taken from all over the graph."""
    query = _PREFIXES + "SELECT ?film WHERE { ?film a kg:Film } ORDER BY MD5(STR(?film)) LIMIT " + str(number)
    films = [line.split(b",")[0].decode().strip() for line in ask(address, query, "text/csv").split(b"\n")[1:] if line]
    chance = random.Random(1)  # noqa: S311 - a repeatable choice, no secret
    asked = (
        "SELECT ?person ?name WHERE {{ ?person kg:directed <{}> ; rdfs:label ?name }}",
        "SELECT ?p ?o WHERE {{ <{}> ?p ?o }}",
        "SELECT ?person ?name WHERE {{ ?person kg:starredIn <{}> ; rdfs:label ?name }} ORDER BY ?name",
        "ASK {{ <{}> kg:countryOfOrigin <https://w3id.org/filmkg/country/FR> }}",
    )
    return [_PREFIXES + chance.choice(asked).format(film) for film in films]


def duration(address: str, query: str) -> float:
    """Give the milliseconds of one answer on a quiet server, the median of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        ask(address, query, "application/sparql-results+json")
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def ask(address: str, query: str, accept: str) -> bytes:
    """Give the bytes of one answer."""
    from urllib.parse import quote

    request = urllib.request.Request(f"{address}?query={quote(query)}", headers={"Accept": accept})  # noqa: S310
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310 - loopback
        return bytes(answer.read())


def compare(
    name: str, queries: list[str], ours: str, theirs: str, clients: int, seconds: float, rounds: int, wanted: str
) -> None:
    """Load both servers in turns and print their rates."""
    runs: list[tuple[Load, Load]] = []
    for _ in range(rounds):
        one = load(ours + "sparql", queries, clients, seconds)
        other = load(theirs + "query", queries, clients, seconds)
        runs.append((one, other))
    ratio = median(one.rate / max(other.rate, 1e-9) for one, other in runs)
    print(f"{name:<38}  {ratio:5.2f} ×  (wanted: at least {wanted})")
    for label, place in (("ours", 0), ("oxigraph", 1)):
        done = [run[place] for run in runs]
        errors = sum(each.errors for each in done)
        print(
            f"  {label:<10}  {median(each.rate for each in done):9.1f}/s  {median(each.p50 for each in done):8.1f} ms "
            f" p99 {median(each.p99 for each in done):8.1f} ms  {errors} errors"
        )


if __name__ == "__main__":
    main()
