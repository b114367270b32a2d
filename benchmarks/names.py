"""Print what the index of names costs: to write, and to look things up in, in CPU time.

Run with `make bench-names`; `--names` gives how many things there are (default 100,000).
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.film_names import company_name, person_name, title
from kg.graph.labels import LABELS, Labels, write_labels
from kg.graph.namespace import DEFAULT_BASE, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_ONTOLOGY = f"{DEFAULT_BASE}ontology#"
_COUNTRIES = ("BE", "DE", "DK", "ES", "FR", "IT", "NL", "PL", "SE", "US")


def statements(names: int) -> Iterator[str]:
    """Give a graph as N-Triples: of twenty things nine are films, nine people, two companies."""
    films = people = names * 9 // 20
    companies = names - films - people
    chance = random.Random("names")  # noqa: S311 - repeatable, no secret

    def thing(local: str, label: str, *kinds: str) -> Iterator[str]:
        yield from (f"<{DEFAULT_BASE}{local}> <{RDF}type> <{_ONTOLOGY}{kind}> .\n" for kind in kinds)
        yield f'<{DEFAULT_BASE}{local}> <{RDFS}label> "{label}" .\n'

    for code in _COUNTRIES:
        yield from thing(f"country/{code}", f"Land {code}", "Country", "Place")
    for number in range(people):
        yield from thing(f"person/{number}", person_name(number), "Person")
    for number in range(companies):
        yield from thing(f"company/{number}", company_name(number), "Company")
    for number in range(films):
        film = f"<{DEFAULT_BASE}film/{number}>"
        yield from thing(f"film/{number}", title(number), "Film", "Work")
        yield f"{film} <{_ONTOLOGY}countryOfOrigin> <{DEFAULT_BASE}country/{chance.choice(_COUNTRIES)}> .\n"
        for predicate, room, many in (
            ("directed", "person", people),
            ("starredIn", "person", people),
            ("starredIn", "person", people),
            ("produced", "company", companies),
        ):
            at = int(many * chance.random() ** 2)
            yield f"<{DEFAULT_BASE}{room}/{at}> <{_ONTOLOGY}{predicate}> {film} .\n"


def told(name: str, look: Callable[..., object], texts: Sequence[str], wanted: str) -> None:
    """Print the median and the worst CPU time of some look-ups, in milliseconds."""
    taken = []
    for text in texts:
        start = time.process_time()
        look(text)
        taken.append((time.process_time() - start) * 1000)
    taken.sort()
    print(f"{name:<28}  {taken[len(taken) // 2]:6.2f} ms  worst {taken[-1]:6.2f} ms  (wanted: under {wanted} ms)")


def main() -> None:
    """Print all figures."""
    from pyoxigraph import RdfFormat, Store

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    names = parser.parse_args().names
    with tempfile.TemporaryDirectory() as folder:
        graph, path = Path(folder) / "graph.nt", Path(folder) / LABELS
        with graph.open("w", encoding="utf-8") as stream:
            stream.writelines(statements(names))
        store = Store(Path(folder) / "store")
        start = time.process_time()
        store.bulk_load(path=str(graph), format=RdfFormat.N_TRIPLES)
        loaded = time.process_time() - start
        start = time.process_time()
        count = write_labels(store, path)
        written = time.process_time() - start
        size = path.stat().st_size / 1e6
        print(f"{count} names written in {written:.1f} s ({written / loaded:.2f} × loading the graph), {size:.0f} MB")
        chance = random.Random("look-ups")  # noqa: S311
        whole = [chance.choice((title, person_name, company_name))(chance.randrange(names // 10)) for _ in range(300)]
        with Labels(path) as labels:
            labels.candidates("warm up")
            for letters in (1, 2, 3, 5, 8):
                told(f"complete {letters} letters", labels.complete, [name[:letters] for name in whole], "5")
            told("complete a name", labels.complete, whole, "5")
            told("candidates, a letter gone", labels.candidates, [name[:2] + name[3:] for name in whole], "30")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, loading the graph included")


if __name__ == "__main__":
    main()
