"""Print what the views cost in a real browser, beside a bare page that draws the same circles and lines once.

Each figure is a ratio within this run, of CPU seconds of the whole browser. Run with `make bench-views`; arguments
are numbers of nodes (default 1000 5000 100000).
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import psutil

from benchmarks.film_graph import film_graph
from kg.network import lay_out
from kg.view import index_view
from kg.view.page import _vis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx
    from playwright.sync_api import Page

_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
_FRAMES = 40
_PAIRS = 5

_BARE = """<!DOCTYPE html><meta charset="utf-8"><canvas id="c" width="880" height="760"></canvas>
<script type="application/json" id="d">{data}</script><script>
const {{nodes, edges}} = JSON.parse(document.getElementById('d').textContent);
const c = document.getElementById('c').getContext('2d');
c.strokeStyle = '#999';
for (const [a, b] of edges) {{ c.beginPath(); c.moveTo(...nodes[a]); c.lineTo(...nodes[b]); c.stroke(); }}
c.fillStyle = '#246';
for (const [x, y] of nodes) {{ c.beginPath(); c.arc(x, y, 3, 0, 7); c.fill(); }}
c.getImageData(0, 0, 1, 1);
document.documentElement.dataset.ready = 'true';
</script>"""
_PLAIN = """<!DOCTYPE html><meta charset="utf-8"><div id="p" style="width:880px;height:760px"></div>
<script type="application/json" id="d">{data}</script><script>{vis}</script><script>
const {{nodes, edges}} = JSON.parse(document.getElementById('d').textContent);
const data = {{
  nodes: nodes.map(([x, y], id) => ({{id, x, y, shape: 'dot', size: 8}})),
  edges: edges.map(([from, to], id) => ({{id, from, to}})),
}};
const options = {{physics: false, layout: {{improvedLayout: false}}, edges: {{smooth: false}}}};
const net = new vis.Network(document.getElementById('p'), data, options);
net.fit({{animation: false}});
document.documentElement.dataset.ready = 'true';
</script>"""


def main() -> None:
    """Print all figures."""
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        raise SystemExit("no Chromium on this machine")
    sizes = [int(size) for size in sys.argv[1:]] or [1000, 5000, 100_000]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
        for size in sizes:
            _measure(page, size, Path(folder))
        browser.close()


def _measure(page: Page, size: int, folder: Path) -> None:
    start = time.process_time()
    graph = film_graph(size)
    made = time.process_time()
    places = lay_out(graph)
    laid = time.process_time()
    view = index_view(graph, places)
    drawn = time.process_time()
    files = {name: folder / f"{name}-{size}.html" for name in ("view", "bare", "plain")}
    view.write(files["view"])
    data = json.dumps(_numbers(graph, places))
    files["bare"].write_text(_BARE.format(data=data), encoding="utf-8")
    files["plain"].write_text(_PLAIN.format(data=data, vis=_vis()), encoding="utf-8")
    megabytes = len(view.page) / 1e6
    print(f"{len(graph):,} nodes, {graph.number_of_edges():,} edges")
    print(f"  graph {made - start:.1f}, layout {laid - made:.1f}, page {drawn - laid:.1f} CPU s")
    print(f"  file {megabytes:.2f} MB (wanted: at most {0.55 + 0.0004 * len(graph):.2f})")
    for name, state, wanted in (("landing view", "", ""), ("atlas", "#view=all", "6" if size <= 5000 else "4")):
        ratios = []
        for _ in range(_PAIRS):
            ours = _cpu(lambda state=state: _open(page, files["view"], state))
            ratios.append(ours / _cpu(lambda: _open(page, files["bare"])))
        print(f"  first picture, {name:<13} {median(ratios):6.2f} x a bare canvas   (wanted: at most {wanted or 6})")
    ours = _frames(page, files["view"], "#view=all")
    plain = _frames(page, files["plain"], "")
    bound = {5000: "0.5", 100_000: "0.05"}.get(size, "-")
    print(f"  a frame of moving {1000 * ours:7.1f} ms CPU, plain vis-network {1000 * plain:7.1f}: "
          f"{ours / plain:5.3f} x   (wanted: at most {bound})")  # fmt: skip


def _numbers(graph: nx.MultiDiGraph[str], places: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    """Places scaled to a frame of 880 × 760 pixels, and edges by number."""
    number = {node: at for at, node in enumerate(sorted(graph))}
    xs, ys = zip(*places.values(), strict=True)
    left, top = min(xs), min(ys)
    scale = min(840 / (max(xs) - left), 720 / (max(ys) - top))
    nodes = [[20 + (places[node][0] - left) * scale, 20 + (places[node][1] - top) * scale] for node in number]
    return {"nodes": nodes, "edges": [[number[u], number[v]] for u, v in graph.edges()]}


def _open(page: Page, path: Path, state: str = "") -> None:
    page.goto("about:blank")
    page.goto(path.as_uri() + state)
    page.wait_for_selector("html[data-ready=true]", timeout=120_000)
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _frames(page: Page, path: Path, state: str) -> float:
    """CPU seconds a frame while the picture is dragged about and zoomed, one step a frame."""
    _open(page, path, state)
    page.mouse.move(400, 500)
    page.mouse.down()
    page.mouse.move(405, 503)

    def drag() -> None:
        for step in range(_FRAMES):
            page.mouse.move(405 + 3 * step, 503 + step % 7)
            page.evaluate("() => new Promise(requestAnimationFrame)")

    def still() -> None:
        for _ in range(_FRAMES):
            page.evaluate("() => new Promise(requestAnimationFrame)")

    moved = _cpu(drag)
    page.mouse.up()
    page.wait_for_timeout(1500)
    return max(1e-5, (moved - _cpu(still)) / _FRAMES)


def _cpu(act: Callable[[], None]) -> float:
    """CPU seconds of all browser processes while `act` runs."""
    before = _spent()
    act()
    after = _spent()
    return sum(after[process] - before.get(process, 0.0) for process in after)


def _spent() -> dict[int, float]:
    found = {}
    for process in psutil.Process().children(recursive=True):
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        found[process.pid] = times.user + times.system
    return found


if __name__ == "__main__":
    main()
