"""Workers come and go: killed, stopped, out of memory, left by their server, or looking at a store that is no more."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from server import ANYTHING, Server, resident, serve, state, until

from kg.graph.store import fill_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.build import Places

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a"
_AWAY = (ConnectionError, http.client.HTTPException, OSError)


@pytest.fixture(scope="module")
def server(seeds_built: Places) -> Iterator[Server]:
    with serve("--memory", "384", store=seeds_built.store, seconds=20) as started:
        yield started


@contextlib.contextmanager
def asking(server: Server, query: str, times: int = 1) -> Iterator[None]:
    """Have people wait for answers meanwhile, each with a question of their own."""

    def ask(number: int) -> None:
        with contextlib.suppress(*_AWAY):
            server.ask(f"{query} # {number}")

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in threads:
            thread.join(60)


def busy(pid: int) -> float:
    """Give the seconds that a process has worked."""
    with contextlib.suppress(OSError):
        user, system = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return 0.0


def working(server: Server, seconds: float = 0.2) -> list[int]:
    """Give the workers that have something to do just now."""
    before = {pid: busy(pid) for pid in server.workers()}
    return until(lambda: [pid for pid in before if busy(pid) - before[pid] > seconds], 20)


def settled(server: Server) -> list[int]:
    """Give the workers once all are there and none is at work."""

    def look() -> list[int]:
        found = {pid: busy(pid) for pid in server.workers()}
        time.sleep(0.2)
        return list(found) if len(found) >= 2 and found == {pid: busy(pid) for pid in server.workers()} else []

    return until(look, 20)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSEGV", "SIGABRT", "SIGTERM", "SIGSTOP"])
def test_free_workers_that_end_cost_no_question(server: Server, name: str) -> None:
    before = settled(server)
    for pid in before:
        os.kill(pid, getattr(signal, name))
    for _ in range(4):
        assert server.ask(ANYTHING).status == 200
    # New ones come one after the other; this machine may have other things to do.
    patience = 5 * max(1.0, os.getloadavg()[0])
    assert until(lambda: len(server.workers()) >= 2 and not set(server.workers()) & set(before), patience)


@pytest.mark.parametrize("name", ["SIGKILL", "SIGSTOP"])
def test_the_next_question_finds_a_worker_within_a_second(server: Server, name: str) -> None:
    for pid in settled(server):
        os.kill(pid, getattr(signal, name))
    began = time.monotonic()
    assert server.ask(ANYTHING).status == 200
    # Starting one takes a quarter of a second of work; this machine may have other things to do.
    assert time.monotonic() - began < 1 + 0.5 * max(1.0, os.getloadavg()[0])


def test_a_worker_killed_at_work_ends_its_question_alone(server: Server) -> None:
    found: list[int] = []

    def ask() -> None:
        found.append(server.ask(ENDLESS).status)

    thread = threading.Thread(target=ask)
    thread.start()
    os.kill(working(server)[0], signal.SIGKILL)
    thread.join(20)
    assert found == [503]
    assert server.ask(ANYTHING).status == 200


def test_a_hungry_query_ends_at_its_memory(server: Server) -> None:
    settled(server)
    peak, found = 0, []
    thread = threading.Thread(target=lambda: found.append(server.ask(HUNGRY)))
    thread.start()
    while thread.is_alive():
        peak = max(peak, *map(resident, server.workers()))
    assert (found[0].status, found[0].headers["retry-after"]) == (503, "5")
    assert "memory" in found[0].said["title"]
    assert 150 < peak < 384 + 64
    assert server.ask(ANYTHING).status == 200


def test_workers_that_have_ended_are_not_left_as_zombies(server: Server) -> None:
    for pid in settled(server):
        os.kill(pid, signal.SIGKILL)
    until(lambda: len(server.workers()) >= 2, 5)
    assert until(lambda: [pid for pid in server.seen if state(pid) == "Z"] == [], 2)


def test_slow_queries_stand_in_nobodys_way(seeds_built: Places) -> None:
    with serve(store=seeds_built.store, seconds=1) as server, asking(server, ENDLESS, 4):
        until(lambda: len(server.workers()) >= 5, 10)
        seconds = [server.ask(ANYTHING).seconds for _ in range(100)]
    assert statistics.quantiles(seconds, n=20)[-1] < 0.5 * max(1.0, os.getloadavg()[0] / 4)


@pytest.mark.parametrize("query", [ENDLESS, HUNGRY, ANYTHING])
def test_workers_leave_with_a_server_that_is_killed(seeds_built: Places, query: str) -> None:
    with serve(store=seeds_built.store, seconds=30) as server, asking(server, query, 2):
        if query != ANYTHING:
            working(server)
        server.workers()
        server.process.kill()
        server.process.wait()
        assert until(lambda: all(state(pid) in "ZX" for pid in server.seen), 2)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_server_ends_soon_also_in_the_middle_of_queries(seeds_built: Places, name: str) -> None:
    with serve(store=seeds_built.store, seconds=30) as server, asking(server, ENDLESS, 2):
        working(server)
        began = time.monotonic()
        server.process.send_signal(getattr(signal, name))
        server.process.wait(10)
        assert time.monotonic() - began < 6
        assert until(lambda: all(state(pid) in "ZX" for pid in server.seen), 2)


def test_a_new_build_is_served_without_a_question_failing(seeds_built: Places, tmp_path: Path) -> None:
    exports, store = tmp_path / "exports", tmp_path / "store"
    shutil.copytree(seeds_built.out, exports)
    fill_store(exports, store)
    with serve(store=store, seconds=10) as server:
        seen: set[int] = set()
        ended = threading.Event()
        counts: set[int] = set()

        def keep_asking() -> None:
            while not ended.is_set():
                answer = server.ask("SELECT (COUNT(*) AS ?n) { <http://new.example/a> ?p ?o }")
                seen.add(answer.status)
                counts.add(int(answer.said["results"]["bindings"][0]["n"]["value"]))

        threads = [threading.Thread(target=keep_asking) for _ in range(2)]
        for thread in threads:
            thread.start()
        try:
            for number in range(1, 3):
                with (exports / "film-graph.ttl").open("a", encoding="utf-8") as file:
                    file.write(f"<http://new.example/a> <http://new.example/p> {number} .\n")
                fill_store(exports, store)
                assert until(lambda number=number: number in counts or not all(t.is_alive() for t in threads), 10)
        finally:
            ended.set()
            for thread in threads:
                thread.join(20)
        assert seen == {200}
        assert counts == {0, 1, 2}


def test_a_scratch_folder_has_one_server(tmp_path: Path) -> None:
    folder = str(tmp_path / "scratch")
    with serve("--scratch", folder):
        command = [sys.executable, "-m", "kg.cli", "serve", "--port", "0", "--scratch", folder]
        second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 2
    assert folder in second.stderr
    assert "open elsewhere" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_store_that_is_none_is_said_at_the_start(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg.cli", "serve", "--port", "0", "--store", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "run `kg build`" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_update_whose_worker_is_killed_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    rows = "".join(f"<a:{n}> <a:b> {n} . " for n in range(3000))
    with serve("--scratch", str(tmp_path / "scratch"), seconds=20) as server:
        for number in range(4):
            before = server.count()
            with contextlib.ExitStack() as running:
                text = f"INSERT DATA {{ GRAPH <http://graphs.example/{number}> {{ {rows} }} }}"
                thread = threading.Thread(target=lambda text=text: server.update(text))
                thread.start()
                running.callback(thread.join)
                (worker,) = server.workers()
                start = busy(worker)
                until(lambda worker=worker, start=start: busy(worker) > start, 0.01 * number)
                os.kill(worker, signal.SIGKILL)
            assert server.count() - before in (0, 3000)
            assert server.update(f"DROP SILENT GRAPH <http://graphs.example/{number}>").status == 204


def test_what_was_acknowledged_survives_the_server(tmp_path: Path) -> None:
    folder = str(tmp_path / "scratch")
    with serve("--scratch", folder) as server:
        assert server.update("INSERT DATA { <a:a> <a:b> 1 }").status == 204
        server.process.kill()
        server.process.wait()
    with serve("--scratch", folder) as server:
        assert server.count() == 1


def test_what_many_ask_in_the_same_words_at_once_takes_one_worker(seeds_built: Places) -> None:
    found: list[int] = []
    most = 0
    with serve(store=seeds_built.store, seconds=2) as server:
        threads = [threading.Thread(target=lambda: found.append(server.ask(ENDLESS).status)) for _ in range(6)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            most = max(most, len(server.workers()))
    assert found == [503] * 6
    assert most <= 3  # the one at work, the one that is kept free, and the one that takes the first one's place


def test_what_chance_decides_is_asked_for_each(seeds_built: Places) -> None:
    found: list[str] = []
    query = "SELECT (STRUUID() AS ?one) { ?s ?p ?o } LIMIT 1"
    with serve(store=seeds_built.store) as server:
        ask = lambda: found.append(server.ask(query).said["results"]["bindings"][0]["one"]["value"])  # noqa: E731
        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert len(set(found)) == 6
