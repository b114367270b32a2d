"""Print what counting over a whole graph costs on the columns, beside Oxigraph in memory and networkx in the same run.

Run with `make bench-analysis` (`N=100000` films). Each side runs in a process of its own, so that its peak of memory
is its own; answers are compared. Times are medians: of rounds, and for hops of people, those of the most works.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.film_store import film_store
from benchmarks.peers import COMPANY_PAIRS, COUNTRIES_BY_YEAR, COUNTRY_MATRIX, hops_query
from kg.graph.columns import COLUMNS, Columns

if TYPE_CHECKING:
    from collections.abc import Callable

_BEST = 20
_PEOPLE = 20  # from whom hops are counted
_SAMPLE = 10  # nodes from which betweenness is estimated
# What is measured, beside which peer, and what part of that peer's time is wanted at most.
_WANTED = {
    "country matrix": ("oxigraph", 0.1), "year × country": ("oxigraph", 0.1), "company pairs": ("oxigraph", 0.1),
    "2 hops": ("oxigraph", 1.2), "3 hops": ("oxigraph", 0.2), "projection": ("networkx", 1 / 50),
    "PageRank": ("networkx", 1 / 8), "communities": ("networkx", 1 / 8), "betweenness": ("networkx", 1 / 8),
}  # fmt: skip


class Side:
    """The times of one side, and a figure of each answer to compare."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self.times: dict[str, list[tuple[float, float]]] = {}
        self.answers: dict[str, float] = {}

    def take(self, name: str, task: Callable[[], Any], figure: Callable[[Any], float], rounds: int = 0) -> Any:
        """Time a task in seconds of wall and CPU; keep a figure of what it gave."""
        found = None
        for _ in range(rounds or self.rounds):
            wall, cpu = time.perf_counter(), time.process_time()
            found = task()
            spent = time.perf_counter() - wall, time.process_time() - cpu
            self.times.setdefault(name, []).append(spent)
        self.answers[name] = self.answers.get(name, 0) + float(figure(found))
        return found

    def done(self) -> None:
        """Tell the parent."""
        medians = {name: [median(column) for column in zip(*times, strict=True)] for name, times in self.times.items()}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"times": medians, "answers": self.answers, "peak": peak}))


def columns_side(folder: Path, rounds: int) -> None:
    """Ask the columns."""
    import kg.network as network

    side = Side(rounds)
    columns = side.take("open", lambda: Columns.open(folder), len)
    side.take("country matrix", lambda: network.country_matrix(columns), _half)
    side.take("year × country", lambda: network.countries_by_year(columns), lambda found: found.counts.sum())
    side.take("company pairs", lambda: network.company_pairs(columns, _BEST), lambda f: sum(pair.works for pair in f))
    for steps in (2, 3):
        for person in well_known(columns):
            side.take(f"{steps} hops", lambda p=person, s=steps: network.hops(columns, p, s), lambda f: len(f) - 1, 3)

    def projected() -> Any:
        links = network.projection(columns, "companies")
        return links, links.neighbours

    links, _ = side.take("projection", projected, lambda found: len(found[0].ones))
    side.take("PageRank", lambda: network.pagerank(links), lambda found: round(float(found.max()), 5))
    found = side.take("communities", lambda: network.communities(links), lambda _: 0)
    side.take("betweenness", lambda: network.betweenness(links, sample=_SAMPLE), lambda _: 0)
    side.answers["modularity"] = network.modularity(links, found)
    side.done()


def oxigraph_side(lines: Path, folder: Path, rounds: int) -> None:
    """Ask Oxigraph, with all data in memory."""
    from pyoxigraph import RdfFormat, Store

    side = Side(rounds)
    store = Store()
    side.take("load", lambda: store.bulk_load(path=str(lines), format=RdfFormat.N_QUADS), lambda _: 0, 1)
    columns = Columns.open(folder)

    def asked(query: str) -> list[Any]:
        return list(store.query(query))

    def last(rows: list[Any]) -> int:
        return sum(int(row[2].value) for row in rows)

    side.take("country matrix", lambda: asked(COUNTRY_MATRIX), last)
    side.take("year × country", lambda: asked(COUNTRIES_BY_YEAR), last)
    side.take("company pairs", lambda: asked(f"{COMPANY_PAIRS} LIMIT {_BEST}"), last)
    for steps in (2, 3):
        for person in well_known(columns):
            query = hops_query(columns.iris[person], steps)
            side.take(f"{steps} hops", lambda q=query: asked(q), lambda found: len(found) - 1, 1)
    side.done()


def networkx_side(folder: Path, rounds: int) -> None:
    """Ask networkx, with the works and their companies as a graph, and with the projection as one."""
    import networkx as nx

    from kg.network import projection

    side = Side(rounds)
    columns = Columns.open(folder)
    company, film = columns.are("Company"), columns.are("Work")
    works: Any = nx.Graph()
    works.add_nodes_from(company.nonzero()[0].tolist())
    for predicate in columns.predicates:
        by, of = columns.pairs(predicate)
        chosen = company[by] & film[of]
        works.add_edges_from(zip(by[chosen].tolist(), of[chosen].tolist(), strict=True))
    companies = company.nonzero()[0].tolist()
    side.take(
        "projection",
        lambda: nx.bipartite.weighted_projected_graph(works, companies),
        lambda found: found.number_of_edges(),
        min(3, rounds),
    )
    graph = projection(columns, "companies").graph(columns)
    size = len(graph)
    side.take("PageRank", lambda: nx.pagerank(graph, tol=1e-6 / size), lambda found: round(max(found.values()), 5))
    found = side.take(
        "communities", lambda: nx.community.louvain_communities(graph, seed=1), lambda _: 0, min(3, rounds)
    )
    side.take("betweenness", lambda: nx.betweenness_centrality(graph, k=_SAMPLE, seed=1), lambda _: 0, min(3, rounds))
    side.answers["modularity"] = nx.community.modularity(graph, found)
    side.done()


def made_side(edges: int) -> None:
    """Measure a made-up network: nodes a tenth of the links, ends drawn so that a few have very many."""
    import numpy as np

    import kg.network as network

    side = Side(1)
    chance = np.random.default_rng(1)
    nodes = max(10, edges // 10)
    ends = (nodes * chance.random((edges * 3 // 2, 2)) ** (1, 2)).astype(np.int64)
    codes = np.unique(ends.min(axis=1) * nodes + ends.max(axis=1))
    codes = np.sort(chance.permutation(codes[codes // nodes != codes % nodes])[:edges])
    weights = chance.integers(1, 5, len(codes))
    links = network.Links(np.arange(nodes, dtype=np.uint32), codes // nodes, codes % nodes, weights)
    side.take("PageRank", lambda: network.pagerank(links), len)
    found = side.take("communities", lambda: network.communities(links), lambda found: int(found.max()) + 1)
    side.answers["modularity"] = network.modularity(links, found)
    side.take("betweenness", lambda: network.betweenness(links, sample=_SAMPLE), len)
    side.done()


def well_known(columns: Columns) -> list[int]:
    """Give the people of most works, the smaller number first among equals."""
    import numpy as np

    makers = np.concatenate([columns.pairs(predicate)[0] for predicate in ("directed", "starredIn", "wrote")])
    counts = np.where(columns.are("Person"), np.bincount(makers, minlength=len(columns)), 0)
    best: list[int] = np.argsort(-counts, kind="stable")[:_PEOPLE].tolist()
    return best


def _half(found: Any) -> float:
    """Give the sum of the diagonal and of what is above it: each pair once."""
    import numpy as np

    return float(np.triu(found.counts).sum())


def run(*arguments: str) -> dict[str, Any]:
    """Run one side; give what it told."""
    command = [sys.executable, "-m", "benchmarks.analysis", *arguments]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return told


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--films", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--edges", type=int, default=1_000_000, help="of the made-up network; 0 for none")
    parser.add_argument("--folder", type=Path, help="where the made-up store is kept (default: a temporary one)")
    parser.add_argument("--columns", type=Path, help="where the columns are kept (default: a temporary folder)")
    parser.add_argument("--side", choices=("columns", "oxigraph", "networkx", "made"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    match asked.side:
        case "columns":
            columns_side(asked.columns, asked.rounds)
        case "oxigraph":
            oxigraph_side(asked.folder / "graph.nq", asked.columns, asked.rounds)
        case "networkx":
            networkx_side(asked.columns, asked.rounds)
        case "made":
            made_side(asked.edges)
        case _:
            compare(asked)


def compare(asked: argparse.Namespace) -> None:
    """Run all sides and print their times and ratios."""
    from pyoxigraph import Store

    from kg.graph.census import write_columns

    with ExitStack() as stack:
        folder = asked.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        place = asked.columns or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = film_store(asked.films, folder)
        place.mkdir(parents=True, exist_ok=True)
        began = time.process_time()
        things = write_columns(Store.read_only(str(store)), place / COLUMNS)
        size = (place / COLUMNS).stat().st_size / 2**20
        spent = time.process_time() - began
        print(f"{asked.films:,} films, {things:,} things: columns of {size:.0f} MB in {spent:.1f} CPU-s")
        rest = ["--folder", str(folder), "--columns", str(place), "--rounds", str(asked.rounds)]
        sides = {name: run("--side", name, *rest) for name in ("columns", "oxigraph", "networkx")}
    ours = sides["columns"]
    heads = ("columns, ms", "(CPU)", "peer, ms", "(CPU)", "ratio", "(CPU)")
    print(
        " " * 16 + "".join(f"  {head:>{width}}" for head, width in zip(heads, (12, 9, 12, 9, 8, 8), strict=True)),
        "wanted",
    )
    for name, (peer, wanted) in _WANTED.items():
        theirs = sides[peer]
        (wall, cpu), (other, other_cpu) = ours["times"][name], theirs["times"][name]
        same = name in ("communities", "betweenness", "projection") or ours["answers"][name] == theirs["answers"][name]
        note = "" if same else f"  ANSWERS DIFFER: {ours['answers'][name]}, {theirs['answers'][name]}"
        print(
            f"{name:<16}  {wall * 1e3:12.2f}  {cpu * 1e3:9.2f}  {other * 1e3:12.2f}  {other_cpu * 1e3:9.2f}  "
            f"{wall / other:8.4f}  {cpu / max(other_cpu, 1e-9):8.4f}  ≤ {wanted:.3g} × {peer}{note}"
        )
    links = int(ours["answers"]["projection"])
    print(f"{links:,} links of companies; modularity {ours['answers']['modularity']:.3f}", end="")
    print(f" (networkx {sides['networkx']['answers']['modularity']:.3f})")
    print("peak memory: " + ", ".join(f"{name} {side['peak']:.0f} MB" for name, side in sides.items()))
    if asked.edges:
        made = run("--side", "made", "--edges", str(asked.edges))
        times = ", ".join(f"{name} {wall:.1f} s" for name, (wall, _) in made["times"].items())
        print(f"{asked.edges:,} made-up links: {times}; peak {made['peak']:.0f} MB")


if __name__ == "__main__":
    main()
