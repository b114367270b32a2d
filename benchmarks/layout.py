"""Print how long a layout takes beside networkx's spring layout in the same run, and how it grows with the graph.

Run with `python -m benchmarks.layout [NODES …]` (default 1000 5000 20000 100000). networkx is timed once, at 5,000
nodes, and takes minutes.
"""

from __future__ import annotations

import math
import sys
import time

import networkx as nx

from benchmarks.film_graph import film_graph
from kg.network import lay_out

_PEER = 5000


def main() -> None:
    """Print all figures, in CPU seconds."""
    for size in [int(size) for size in sys.argv[1:]] or [1000, _PEER, 20_000, 100_000]:
        graph = film_graph(size)
        start = time.process_time()
        lay_out(graph)
        ours = time.process_time() - start
        grown = 1e6 * ours / (len(graph) * math.log2(len(graph)))
        line = f"{len(graph):>9,} nodes  {ours:7.2f} s  {grown:6.2f} µs a node and doubling"
        if size == _PEER:
            start = time.process_time()
            nx.spring_layout(nx.Graph(graph), seed=1)
            line += f"  {ours / (time.process_time() - start):6.4f} x networkx (wanted: at most 0.07)"
        print(line, flush=True)


if __name__ == "__main__":
    main()
