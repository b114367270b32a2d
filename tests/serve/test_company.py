"""Many who ask at once what takes a while are answered in company, in one worker; that costs nobody an answer."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from server import ANYTHING, Server, serve, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.build import Places

HEAVY = (
    "SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?b ?c } LIMIT 300 } { SELECT * { ?d ?e ?f } LIMIT 300 } "
    "FILTER(STRLEN(STR(?c)) != STRLEN(STR(?f))) }"
)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a"
CLIENTS = 24
KIND = {"Content-Type": "application/sparql-query"}


@pytest.fixture
def server(seeds_built: Places) -> Iterator[Server]:
    with serve("--memory", "384", store=seeds_built.store, seconds=1) as started:
        yield started


class Crowd:
    """Clients that ask heavy questions, each in words of its own, one after another until it is let go."""

    def __init__(self, server: Server) -> None:
        self.answers: list[str] = []
        self._server, self._enough = server, threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(number,)) for number in range(CLIENTS)]
        for thread in self._threads:
            thread.start()

    def _ask(self, number: int) -> None:
        for turn in range(1000):
            query = f"{HEAVY} # {number}-{turn}"
            answer = self._server.request("POST", "/sparql", query, KIND, patience=180)
            self.answers.append("answered" if answer.status == 200 else answer.said["title"])
            if self._enough.is_set():
                return

    def let_go(self) -> list[str]:
        self._enough.set()
        for thread in self._threads:
            thread.join(180)
        return self.answers


def at_work(pid: int) -> int:
    """Give how many threads of a process are running, or could be if there were a processor for each."""
    found = 0
    for stat in Path(f"/proc/{pid}/task").glob("*/stat"):
        with contextlib.suppress(OSError):  # a thread may end meanwhile
            found += stat.read_text(encoding="ascii").rpartition(")")[2].split()[0] == "R"
    return found


def companions(server: Server) -> int:
    """Give the worker in which many are at work, once there is one."""
    return until(lambda: next((pid for pid in server.workers() if at_work(pid) >= 5), 0), 30)


def test_heavy_questions_share_a_worker(server: Server) -> None:
    crowd = Crowd(server)
    try:
        assert companions(server)
    finally:
        answers = crowd.let_go()
    assert set(answers) == {"answered"}


def test_company_starts_no_more_workers_than_there_are_processors(server: Server) -> None:
    crowd = Crowd(server)
    try:
        companions(server)
        workers = len(server.workers())
    finally:
        crowd.let_go()
    assert workers <= max(2, os.cpu_count() or 1) + 1


def test_a_worker_killed_with_many_at_work_costs_no_question(server: Server) -> None:
    crowd = Crowd(server)
    try:
        os.kill(companions(server), signal.SIGKILL)
    finally:
        answers = crowd.let_go()
    assert set(answers) == {"answered"}


@pytest.mark.parametrize("query", [ENDLESS, HUNGRY])
def test_a_question_that_is_ended_takes_nobody_with_it(server: Server, query: str) -> None:
    crowd = Crowd(server)
    try:
        companions(server)
        ended = server.request("POST", "/sparql", query, KIND, patience=180).status
    finally:
        answers = crowd.let_go()
    assert (ended, set(answers)) == (503, {"answered"})


def test_a_quick_question_is_answered_beside_heavy_ones(server: Server) -> None:
    crowd = Crowd(server)
    try:
        companions(server)
        quick = server.ask(ANYTHING).status
    finally:
        crowd.let_go()
    assert quick == 200
