"""Servers that are killed while somebody writes to them or asks them, and builds that are killed beside one."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kills import Moment, run
from server import Server, serve, until
from stage import BUILD, Scene, built
from states import places_of

from kg.build import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["Serve", "Served", "Write", "put_and_post", "update"]

_WRITES = 24
_ROWS = 40
_AWAY = (OSError, http.client.HTTPException)
_ASKED = "SELECT ?s ?o { ?s ?p ?o } LIMIT 3"


def update(server: Server, number: int) -> int:
    """Add a graph and count it, both in one request; give the status."""
    rows = " ".join(f"<r:{row}> <r:p> {row} ." for row in range(_ROWS))
    return server.update(
        f"INSERT DATA {{ GRAPH <g:{number}> {{ {rows} }} }} ;"
        f"DELETE {{ <a:count> <a:is> ?old }} INSERT {{ <a:count> <a:is> {number + 1} }}"
        "WHERE { OPTIONAL { <a:count> <a:is> ?old } }"
    ).status


def put_and_post(server: Server, number: int) -> int:
    """Replace one graph, or add to another; give the status."""
    rows = "".join(f"<r:{row}> <r:p> {number} .\n" for row in range(_ROWS))
    if number % 2:
        return server.put(rows, "text/turtle", "http://graphs.example/replaced").status
    return server.put(rows, "text/turtle", "http://graphs.example/added", "POST").status


def _kept(server: Server, write: Callable[[Server, int], int]) -> int:
    """Give how many writes are there; none may be there in part, and none without those before it."""
    query = "SELECT ?g ?o (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ?o"
    rows = [{k: v["value"] for k, v in row.items()} for row in server.ask(query).said["results"]["bindings"]]
    if write is update:
        graphs = sorted(int(row["g"].removeprefix("g:")) for row in rows if row["o"] == "0")
        told = server.ask("SELECT ?n { <a:count> <a:is> ?n }").said["results"]["bindings"]
        assert graphs == list(range(len(graphs)))
        assert len(rows) == _ROWS * len(graphs), "a graph is there in part"
        assert [int(row["n"]["value"]) for row in told] == ([len(graphs)] if graphs else [])
        return len(graphs)
    assert {row["n"] for row in rows} <= {str(_ROWS)}, "a graph is there in part"
    added = sorted(int(row["o"]) for row in rows if row["g"].endswith("/added"))
    replaced = [int(row["o"]) for row in rows if row["g"].endswith("/replaced")]
    assert added == list(range(0, 2 * len(added), 2))
    assert len(replaced) == (1 if len(added) > 1 or replaced else 0)
    return max([0, *(each + 1 for each in (*added, *replaced))])


@dataclass
class Write(Scene):
    """Writes to a scratch dataset, one after the other; of each killed server or worker the acknowledged ones stay."""

    write: Callable[[Server, int], int]

    def __post_init__(self) -> None:
        self.folder.mkdir()
        with serve("--scratch", str(self.folder / "clean"), seconds=30) as server:
            began = time.monotonic()
            for number in range(_WRITES):
                assert self.write(server, number) in (201, 204)
            self.seconds = time.monotonic() - began

    def kill(self, moment: Moment, number: int) -> str:
        folder = self.folder / "scratch"
        shutil.rmtree(folder, ignore_errors=True)
        acknowledged = 0
        worker = number % 3 == 2
        with serve("--scratch", str(folder), seconds=30) as server:

            def fell() -> None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(server.workers()[0] if worker else server.process.pid, signal.SIGKILL)

            clock = threading.Timer(moment.share * self.seconds, fell)
            fatal = int(moment.share * _WRITES)
            if moment.timed:
                clock.start()
            for each in range(_WRITES):
                if not moment.timed and each == fatal:
                    clock = threading.Timer(0, fell)
                    clock.start()
                try:
                    status = self.write(server, each)
                except _AWAY:
                    break
                assert status in (201, 204, 503)
                if status == 503:
                    break
                acknowledged += 1
            clock.join()
            if worker:
                assert _kept(server, self.write) in (acknowledged, acknowledged + 1)
            server.process.kill()
            server.process.wait()
            port = str(server.port)
        with serve("--scratch", str(folder), "--port", port, seconds=30) as server:
            kept = _kept(server, self.write)
            assert kept in (acknowledged, acknowledged + 1), f"{acknowledged} acknowledged, {kept} there"
            for each in range(kept, _WRITES):
                assert self.write(server, each) in (201, 204)
            assert _kept(server, self.write) == _WRITES
        return f"{'worker' if worker else 'server':<18} " + ("in a write" if acknowledged < _WRITES else "idle")


@contextlib.contextmanager
def _asking(ask: Callable[[], object]) -> Iterator[None]:
    ended = threading.Event()

    def keep_asking() -> None:
        with contextlib.suppress(*_AWAY):
            while not ended.is_set():
                ask()

    thread = threading.Thread(target=keep_asking)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(60)
        assert not thread.is_alive()


@dataclass
class Serve(Scene):
    """A server that only reads, killed as it starts or while it is asked."""

    def kill(self, moment: Moment, number: int) -> str:
        store = places_of(built(self.folder.parent / "built")).store
        del number
        with serve(store=store, seconds=10) as server:
            right = server.ask(_ASKED).body
            answers: list[bytes] = []
            with _asking(lambda: answers.append(server.ask(_ASKED).body)):
                until(lambda: len(answers) >= int(moment.share * 50), 60)
                server.process.kill()
                server.process.wait()
            port = str(server.port)
        assert set(answers) <= {right}
        with serve("--port", port, store=store, seconds=10) as server:
            assert server.ask(_ASKED).body == right
        return f"{'server':<18} while it is asked"


@dataclass
class Served(Scene):
    """A build that is killed while a server answers from the store that it replaces."""

    def __post_init__(self) -> None:
        self.place = self.folder / "served"
        shutil.copytree(built(self.folder.parent / "built"), self.place)
        (self.place / ".kg" / "build.json").unlink()
        self.pages = 0
        self.clean = run(self._another(), BUILD)
        assert self.clean.code == 0, self.clean.messages
        self.running = contextlib.ExitStack()
        self.server = self.running.enter_context(serve(store=places_of(self.place).store, seconds=10))

    def _another(self) -> Path:
        """Add a page that says as much as no state before."""
        self.pages += 1
        cast = " and ".join(f"Nils Ek{'abcdefghijklmnopqrstuvwxyz'[n % 26]}" for n in range(self.pages % 20 + 1))
        text = f"Long Field is a {1990 + self.pages % 30} Danish drama film directed by Mia Holt. It stars {cast}.\n"
        (self.place / "pages" / f"more-{self.pages}.txt").write_text(text, encoding="utf-8")
        return self.place

    def kill(self, moment: Moment, number: int) -> str:
        del number
        share = moment.share
        while True:
            self._another()
            before = self.server.count()
            seen: set[int] = set()
            with _asking(lambda seen=seen: seen.add(self.server.count())):
                trace = run(self.place, BUILD, Moment(share, moment.timed), self.clean)
                build(places_of(self.place))
                after = self._said()
                assert until(lambda after=after: self.server.count() == after, 60)
            assert before != after
            assert seen <= {before, after}, f"served {seen}, which is neither {before} nor {after}"
            if trace.killed:
                return trace.where
            share *= 0.7

    def _said(self) -> int:
        files = json.loads((places_of(self.place).out / "manifest.json").read_text(encoding="utf-8"))["files"]
        return sum(file.get("statements", 0) for file in files.values())

    def end(self) -> None:
        self.running.close()
