"""A scratch dataset behind a real server for the W3C's tests, and a summary of them by manifest."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from serving import TOKEN, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serving import Served

_OUTCOMES = {"passed": "passed", "xfailed": "excluded", "failed": "failed", "error": "failed"}


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests."""
    with serving("--scratch", str(tmp_path_factory.mktemp("scratch") / "store"), token=TOKEN) as served:
        yield served


@pytest.fixture
def endpoint(started: Served) -> Served:
    """The server, with nothing in its dataset."""
    assert started.update("DROP ALL").status == 204
    return started


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say of each manifest how many of its tests passed, and which are excluded for which reason."""
    counts: dict[str, Counter[str]] = {}
    why = []
    for outcome, said in _OUTCOMES.items():
        for report in terminalreporter.stats.get(outcome, ()):
            name = report.nodeid.partition("[")[2].removesuffix("]")
            if "/w3c/" not in report.nodeid or "test_w3c_exclusions" in report.nodeid or "/" not in name:
                continue
            counts.setdefault(name.partition("/")[0], Counter())[said] += 1
            if said == "excluded":
                why.append(f"{name}: {report.wasxfail}")
    if not counts:
        return
    terminalreporter.section("W3C SPARQL 1.1, by manifest")
    row = "{:24}{:>8}{:>10}{:>8}".format
    terminalreporter.line(row("", "passed", "excluded", "failed"))
    whole: Counter[str] = sum(counts.values(), Counter())
    for name, found in [*sorted(counts.items()), ("all", whole)]:
        terminalreporter.line(row(name, found["passed"], found["excluded"], found["failed"]))
    for line in sorted(why):
        terminalreporter.line(f"excluded: {line}")
