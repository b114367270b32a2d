"""`kg query` from the outside: formats, files, endpoints, large answers, and how it ends."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Service

KG = Path(sys.executable).with_name("kg")
MANY = "SELECT ?one ?other { ?x rdfs:label|kg:stage ?one . ?y ?p ?other } LIMIT "
ROWS = 300_000
# More rows than anyone will wait for.
ENDLESS = "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"


@pytest.fixture
def folder(seeds_built: Any) -> Path:
    return Path(seeds_built.out.parent)


def kg(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([KG, "query", *words], cwd=folder, capture_output=True)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def started(folder: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([KG, "query", *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize(("form", "begins"), [
    ("table", "one         oneName"), ("csv", "one,oneName,other,otherName,films\r\n"), ("tsv", "?one\t?oneName"),
    ("json", '{"head": {"vars": ["one"'), ("xml", '<?xml version="1.0" encoding="UTF-8"?>'), ("markdown", "| one |"),
])  # fmt: skip
def test_a_table_is_written_in_each_format(form: str, begins: str, folder: Path) -> None:
    assert kg(folder, "country-pairs", "--format", form).stdout.startswith(begins)


@pytest.mark.parametrize(("form", "begins"), [("turtle", "@prefix award:"), ("ntriples", "<https://w3id.org/")])
def test_a_graph_is_written_in_each_format(form: str, begins: str, folder: Path) -> None:
    done = kg(folder, "-e", "CONSTRUCT WHERE { ?f kg:stage ?s }", "--format", form)
    assert done.stdout.startswith(begins)


def test_an_unknown_format_is_refused_with_the_known_ones(folder: Path) -> None:
    done = kg(folder, "country-pairs", "--format", "xlsx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "one of table, csv, tsv, json, xml, markdown, parquet, turtle, ntriples" in done.stderr


def test_a_file_is_written_as_its_ending_says(folder: Path, tmp_path: Path) -> None:
    done = kg(folder, "country-pairs", "--out-file", tmp_path / "pairs.csv")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "pairs.csv").read_bytes().decode() == kg(folder, "country-pairs", "--format", "csv").stdout


def test_the_format_asked_for_wins_over_the_ending(folder: Path, tmp_path: Path) -> None:
    kg(folder, "country-pairs", "--out-file", tmp_path / "pairs.txt", "--format", "json")
    assert len(json.loads((tmp_path / "pairs.txt").read_text())["results"]["bindings"]) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes there")
def test_a_named_pipe_stays_one(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    with started(folder, "country-pairs", "--out-file", tmp_path / "a.csv"):
        assert (tmp_path / "a.csv").read_bytes().startswith(b"one,")
    assert (tmp_path / "a.csv").is_fifo()


def test_a_query_that_fails_leaves_no_file(folder: Path, tmp_path: Path) -> None:
    assert kg(folder, "-e", "SELECT", "--out-file", tmp_path / "a.csv").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_parquet_goes_into_a_pipe(folder: Path) -> None:
    import polars as pl

    done = subprocess.run([KG, "query", "country-pairs", "--format", "parquet"], cwd=folder, capture_output=True)
    assert pl.read_parquet(io.BytesIO(done.stdout))["films"].to_list() == [7, 3, 2, 1, 1, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are other things there")
def test_parquet_is_not_written_to_a_terminal(folder: Path) -> None:
    import pty

    outside, inside = pty.openpty()
    with os.fdopen(outside, "rb"), os.fdopen(inside, "wb") as terminal:
        command = [KG, "query", "country-pairs", "--format", "parquet"]
        done = subprocess.run(command, cwd=folder, stdout=terminal, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert b"--out-file FILE" in done.stderr


def test_an_endpoint_is_asked(folder: Path, tmp_path: Path, service: Service) -> None:
    words = ("films-of-actor", "--param", "person=Thierry Lhermitte", "--format", "csv")
    assert kg(tmp_path, *words, "--endpoint", service.url).stdout == kg(folder, *words).stdout


def test_what_an_endpoint_cannot_do_is_one_line(tmp_path: Path) -> None:
    done = kg(tmp_path, "country-pairs", "--endpoint", "http://127.0.0.1:9/sparql")
    assert done.returncode == 1
    assert done.stderr.startswith("kg: http://127.0.0.1:9/sparql: it cannot be reached")
    assert done.stderr.count("\n") == 1


def test_an_endpoint_has_its_own_engine(tmp_path: Path) -> None:
    done = kg(tmp_path, "country-pairs", "--endpoint", "http://127.0.0.1:9/", "--engine", "rdflib")
    assert done.returncode == 2


@pytest.mark.parametrize("form", ["csv", "json"])
def test_rdflib_gives_the_same_bytes(form: str, folder: Path) -> None:
    words = ("country-pairs", "--format", form)
    assert kg(folder, *words, "--engine", "rdflib").stdout == kg(folder, *words).stdout


# The most memory that this program had, not what stood there before it was loaded, as resource.getrusage says.
WATCHED = """
import sys
from kg.cli import main
try:
    main()
finally:
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(peak.split()[1], file=sys.stderr)
"""


def peak(folder: Path, form: str, rows: int, out: Path) -> int:
    """Give the most memory that a query took, in kB."""
    words = [sys.executable, "-c", WATCHED, "query", "-e", f"{MANY}{rows}", "--format", form]
    with out.open("wb") as file:
        done = subprocess.run(words, cwd=folder, stdout=file, stderr=subprocess.PIPE, check=True)
    return int(done.stderr)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise there")
def test_memory_does_not_grow_with_the_answer(form: str, folder: Path, tmp_path: Path) -> None:
    few = peak(folder, form, 1_000, tmp_path / "few")
    many = peak(folder, form, ROWS, tmp_path / "many")
    assert (tmp_path / "many").stat().st_size > 4_000_000
    assert many - few < 16_000  # held whole, these rows take more than 100,000


def test_all_rows_are_written(folder: Path) -> None:
    assert kg(folder, "-e", f"{MANY}{ROWS}", "--format", "tsv").stdout.count("\n") == ROWS + 1


@pytest.mark.parametrize("form", ["csv", "table", "json"])
def test_a_reader_who_leaves_ends_it_quietly(form: str, folder: Path) -> None:
    with started(folder, "-e", f"{MANY}100000", "--format", form) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert (process.wait(60), process.stderr.read()) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other things there")
def test_ctrl_c_ends_it_quietly(folder: Path) -> None:
    with started(folder, "-e", ENDLESS, "--format", "csv") as process:
        process.stdout.read(10)
        process.send_signal(signal.SIGINT)
        assert (process.wait(60), process.stderr.read()) == (-signal.SIGINT, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other things there")
def test_ctrl_c_leaves_no_part_of_a_file(folder: Path, tmp_path: Path) -> None:
    with started(folder, "-e", ENDLESS, "--out-file", tmp_path / "never.csv") as process:
        while not list(tmp_path.iterdir()) and process.poll() is None:
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        assert (process.wait(60), process.stderr.read()) == (130, b"")
    assert list(tmp_path.iterdir()) == []
