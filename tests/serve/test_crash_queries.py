"""A hundred queries that fell engines: each is answered, cut, refused or ended, and the next is served as ever."""

from __future__ import annotations

import re
import threading
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from server import ANYTHING, Answer, Server, resident, serve, soonest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.build import Places

MEMORY = 384  # MiB a worker
SERVER = 400  # MiB that the server itself may take
_MANY = re.compile(r"«([^«»]*)»(\d+)")
_OUTCOMES = {200: "answered", 206: "cut", 400: "refused", 403: "refused", 503: "ended"}


def read_queries() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("crash_queries.toml").read_text(encoding="utf-8"))


def written_out(text: str) -> str:
    while _MANY.search(text):
        text = _MANY.sub(lambda found: "".join(found[1].replace("№", str(n)) for n in range(int(found[2]))), text)
    return text


@pytest.fixture(scope="module")
def attacked(seeds_built: Places) -> Iterator[Server]:
    """A server, whose processes are watched and whose store must be in the end what it was."""
    ended = threading.Event()
    peaks: dict[int, int] = {}
    with serve("--memory", str(MEMORY), store=seeds_built.store, seconds=0.25) as server:

        def watch() -> None:
            while not ended.wait(0.05):
                for pid in (server.process.pid, *server.workers()):
                    peaks[pid] = max(peaks.get(pid, 0), resident(pid))

        before = server.count()
        watching = threading.Thread(target=watch)
        watching.start()
        try:
            yield server
        finally:
            ended.set()
            watching.join()
        assert server.count() == before
        assert len(server.workers()) <= 8
        assert peaks.pop(server.process.pid) < SERVER
        assert max(peaks.values()) <= MEMORY + 64  # code and files that are mapped do not count as data


def test_there_are_a_hundred() -> None:
    assert len(read_queries()) >= 100


@pytest.mark.parametrize("name", read_queries())
def test_a_query_harms_nobody_else(attacked: Server, name: str) -> None:
    case = read_queries()[name]
    found: list[Answer] = []

    def after_it() -> Answer:
        found.append(attacked.ask(written_out(case["query"])))
        return attacked.ask(ANYTHING)

    following = soonest(after_it, 1)
    answer = found[-1]
    assert _OUTCOMES.get(answer.status) in case["expect"], answer.body[:300]
    assert answer.status < 400 or answer.is_problem
    assert (answer.status == 206) == ("filmkg-cut" in answer.headers)
    assert (following.status, following.said["boolean"]) == (200, True)
    assert following.seconds < 1
