"""The parts of a build go into graph stores of two servers, and a load that was stopped goes on."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.engine.load import load_parts
from kg.engine.part import LinePart, publish_parts
from kg.errors import ServiceError, UsageError
from kg.graph.export import export
from kg.graph.store import open_store
from tests.serving import TOKEN, Served, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.build import Places

_PATIENCE = 60


def _named(line: str) -> bool:
    """Tell whether a line of our own N-Quads has a graph: that of a document, behind a whole statement."""
    from pyoxigraph import DefaultGraph, RdfFormat, parse

    [quad] = parse(line, format=RdfFormat.N_QUADS)
    return not isinstance(quad.graph_name, DefaultGraph)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, seeds_built: Places) -> Path:
    """The seeds as parts, two of each table."""
    folder = tmp_path_factory.mktemp("parts")
    export(open_store(seeds_built.store), "nquads", folder / "all.nq")
    lines = (folder / "all.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    facts = len(open_store(seeds_built.store)) - sum(_named(line) for line in lines)
    assert not any(map(_named, lines[:facts]))  # the default graph comes first
    tables = {"graph": lines[:facts], "evidence": lines[facts:]}
    parts = []
    for table, said in tables.items():
        for half in (said[: len(said) // 2], said[len(said) // 2 :]):
            with LinePart(folder, table, ".nq") as part:
                part.add(half)
                parts.append(part.finish())
    publish_parts(folder, [part for part in parts if part])
    return folder


@pytest.fixture
def parts(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "parts")
    return tmp_path / "parts"


def lines_at(path: Path) -> list[str]:
    return sorted(path.read_text(encoding="utf-8").splitlines())


def everything(query: str) -> str:
    return f"SELECT (COUNT(*) AS ?n) WHERE {{ {query} }}"


def test_everything_arrives_in_our_own_server(parts: Path, tmp_path: Path) -> None:
    with serving("--scratch", str(tmp_path / "scratch"), token=TOKEN) as served:
        loaded = load_parts(parts, f"{served.address}store", token=TOKEN, size=20_000)
        default = served.get(everything("?s ?p ?o"), "text/csv").text.split()[1]
        named = served.get(everything("GRAPH ?g { ?s ?p ?o }"), "text/csv").text.split()[1]
    assert int(default) + int(named) == loaded.statements == len(lines_at(parts / "all.nq"))


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """Oxigraph's own server on a free port of loopback."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        pytest.skip("Oxigraph's server is not installed: `make cluster` installs it")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [program, "serve", "--location", tmp_path / "oxigraph", "--bind", f"127.0.0.1:{port}"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    try:
        for line in process.stderr:
            if "Listening" in line:
                break
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.stderr.close()
        process.wait(_PATIENCE)


def test_everything_arrives_in_oxigraph_s_server(parts: Path, oxigraph: str, tmp_path: Path) -> None:
    load_parts(parts, f"{oxigraph}store", size=20_000)
    dump = Served(oxigraph).send("GET", "/store", headers={"Accept": "application/n-quads"})
    (tmp_path / "dump.nq").write_bytes(dump.body)
    from pyoxigraph import RdfFormat, Store

    one, other = Store(), Store()
    one.bulk_load(path=tmp_path / "dump.nq", format=RdfFormat.N_QUADS)
    other.bulk_load(path=parts / "all.nq", format=RdfFormat.N_QUADS)
    assert set(one) == set(other)


def test_a_load_that_was_stopped_goes_on_where_it_was(parts: Path, tmp_path: Path) -> None:
    def stop(done: int, whole: int) -> None:
        if done > whole // 2:
            raise KeyboardInterrupt

    with serving("--scratch", str(tmp_path / "scratch"), token=TOKEN) as served:
        address = f"{served.address}store"
        with pytest.raises(KeyboardInterrupt):
            load_parts(parts, address, token=TOKEN, size=20_000, say=stop)
        with (parts / "load.jsonl").open("ab") as journal:
            journal.write(b'{"endpoint": "http')  # as a killed process leaves it
        again = load_parts(parts, address, token=TOKEN, size=20_000)
        assert load_parts(parts, address, token=TOKEN).statements == 0
    whole = len(lines_at(parts / "all.nq"))
    assert again.before > whole // 2
    assert again.before + again.statements == whole


def test_another_endpoint_has_a_journal_of_its_own(parts: Path, tmp_path: Path) -> None:
    (parts / "load.jsonl").write_text(
        "".join(
            json.dumps({"endpoint": "http://127.0.0.1:1/store", "part": path.name, "end": 1 << 40, "statements": 9})
            + "\n"
            for path in (parts / "graph").iterdir()
        ),
        encoding="utf-8",
    )
    with serving("--scratch", str(tmp_path / "scratch"), token=TOKEN) as served:
        assert load_parts(parts, f"{served.address}store", token=TOKEN).before == 0


def test_a_store_that_refuses_is_named_with_its_reason(parts: Path, tmp_path: Path) -> None:
    with (
        serving("--scratch", str(tmp_path / "scratch"), token=TOKEN) as served,
        pytest.raises(ServiceError, match=r"401.*writing needs the token"),
    ):
        load_parts(parts, f"{served.address}store")


def test_a_store_that_is_not_there_is_asked_a_few_times(parts: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        pauses: list[float] = []
        with pytest.raises(ServiceError, match="refused"):
            load_parts(parts, f"http://127.0.0.1:{taken.getsockname()[1]}/store", sleep=pauses.append)
    assert pauses == [1.0, 2.0, 4.0, 8.0]


def test_what_is_no_address_is_said_to_be_none(parts: Path) -> None:
    with pytest.raises(UsageError, match="no address of a graph store"):
        load_parts(parts, "127.0.0.1:7878/store")
