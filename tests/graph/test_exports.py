"""film-graph.ttl and evidence.trig as files."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from film_world import World, make_world
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib import RDFS, Dataset, Graph, URIRef

from kg.claim import Claim, Mention
from kg.document import Document
from kg.errors import BuildError
from kg.extract.reading import Reading
from kg.files import sweep
from kg.graph.evidence import evidence
from kg.graph.exports import EVIDENCE, FILM_GRAPH, Exports, write_exports
from kg.graph.mapping import film_graph
from kg.graph.namespace import DEFAULT_BASE, Namespaces
from kg.graph.turtle import trig, turtle
from kg.resolve.entity import Entity, Resolution

FILES = (FILM_GRAPH, EVIDENCE)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def _count_oxigraph(path: Path) -> int:
    return len(set(ox.parse(path=str(path))))


def _count_rdflib(path: Path) -> int:
    if path.suffix == ".ttl":
        return len(Graph(bind_namespaces="none").parse(path))
    dataset = Dataset()
    dataset.parse(path, format="trig")
    return sum(1 for _ in dataset.quads())


def _count_rapper(path: Path) -> int:
    rapper = shutil.which("rapper")
    if rapper is None:
        if os.environ.get("CI"):
            pytest.fail("rapper (Debian: raptor2-utils) is needed in CI")
        pytest.skip("rapper (Debian: raptor2-utils) is not installed")
    form = "turtle" if path.suffix == ".ttl" else "trig"
    done = subprocess.run([rapper, "-c", "-i", form, str(path)], capture_output=True, text=True, check=True)
    assert "rror" not in done.stderr, done.stderr
    counted = re.search(r"returned (\d+) triple", done.stderr)
    assert counted, done.stderr
    return int(counted[1])


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("count", [_count_oxigraph, _count_rdflib, _count_rapper])
@pytest.mark.filterwarnings("default::DeprecationWarning")
def test_each_reader_counts_what_was_written(world: World, tmp_path: Path, name: str, count: object) -> None:
    written = write_exports(world.readings, world.resolution, tmp_path)
    assert callable(count)
    assert count(tmp_path / name) == written[name] > 50


def _bytes(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def test_the_order_of_documents_and_claims_changes_nothing(world: World, exports: Path, tmp_path: Path) -> None:
    shuffled = [replace(each, claims=tuple(_shuffled(each.claims))) for each in reversed(world.readings)]
    write_exports(shuffled, world.resolution, tmp_path / "other")
    assert _bytes(tmp_path / "other") == _bytes(exports)


def _shuffled(claims: tuple[Claim, ...]) -> list[Claim]:
    return random.Random(7).sample(claims, len(claims))


def _streamed(world: World, folder: Path, size: int) -> dict[str, int]:
    with Exports(folder, size=size) as exports:
        exports.add_entities(world.resolution)
        for reading in world.readings:
            exports.add(reading, world.resolution)
        return exports.write()


@pytest.mark.parametrize("size", [1, 7, 60, 1_000_000])
def test_runs_on_disk_give_the_same_bytes(world: World, exports: Path, tmp_path: Path, size: int) -> None:
    counts = _streamed(world, tmp_path / "other", size)
    assert _bytes(tmp_path / "other") == _bytes(exports)
    assert counts == write_exports(world.readings, world.resolution, exports)
    assert {path.name for path in (tmp_path / "other").iterdir()} == set(FILES)


def test_the_files_are_what_sorting_all_statements_gives(world: World, exports: Path) -> None:
    names = Namespaces()
    triples = sorted(set(film_graph(world.claims, world.resolution, names)))
    quads = sorted(set(evidence(world.readings, world.resolution, names)))
    assert (exports / FILM_GRAPH).read_text("utf-8") == "".join(turtle(triples, names.prefixes))
    assert (exports / EVIDENCE).read_text("utf-8") == "".join(trig(quads, names.prefixes))


@pytest.mark.parametrize("moment", ["add", "write"])
def test_a_kill_midway_leaves_the_old_files_alone(exports: Path, moment: str) -> None:
    before = _bytes(exports)
    program = (
        "import os, sys; from pathlib import Path; from film_world import make_world;"
        "import kg.graph.exports as e; w = make_world()\n"
        "dying = lambda *a: os.kill(os.getpid(), 9)\n"
        "with e.Exports(Path(sys.argv[1]), size=10) as x:\n"
        "    for reading in w.readings:\n"
        "        x.add(reading, w.resolution)\n"
        "    if sys.argv[2] == 'write':\n"
        "        real = e.Sheets.text\n"
        "        e.Sheets.text = lambda s: (part if n < 2 else dying() for n, part in enumerate(real(s)))\n"
        "        x.write()\n"
        "    dying()\n"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[2])]),
    }
    done = subprocess.run([sys.executable, "-c", program, str(exports), moment], env=environment, check=False)
    assert done.returncode == -9
    assert (exports / EVIDENCE).read_bytes() == before[1]
    assert {path.name for path in exports.iterdir() if not path.name.startswith(".")} == set(FILES)
    sweep(exports)
    assert {path.name for path in exports.iterdir()} == set(FILES)


def test_a_claim_that_is_read_twice_changes_nothing(world: World, exports: Path, tmp_path: Path) -> None:
    doubled = [replace(each, claims=each.claims * 2) for each in world.readings]
    write_exports(doubled, world.resolution, tmp_path / "other")
    assert _bytes(tmp_path / "other") == _bytes(exports)


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("4242", "POSIX")])
def test_hash_seed_and_locale_change_nothing(exports: Path, tmp_path: Path, seed: str, locale: str) -> None:
    program = (
        "import sys; from pathlib import Path; from film_world import make_world;"
        "from kg.graph.exports import write_exports; w = make_world();"
        "write_exports(w.readings, w.resolution, Path(sys.argv[1]))"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "LC_ALL": locale,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parents[2])]),
    }
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "other")], env=environment, check=True)
    assert _bytes(tmp_path / "other") == _bytes(exports)


def test_writing_imports_no_rdf_library() -> None:
    program = "import sys, kg.graph.exports; sys.exit(bool({'rdflib', 'pyoxigraph', 'networkx'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_failing_build_leaves_both_files_as_they_were(world: World, exports: Path) -> None:
    before = _bytes(exports)
    with pytest.raises(BuildError):
        write_exports(world.readings, Resolution({}), exports)
    assert _bytes(exports) == before
    assert {path.name for path in exports.iterdir()} == set(FILES)


def test_another_base_is_used_throughout(world: World, tmp_path: Path) -> None:
    write_exports(world.readings, world.resolution, tmp_path, base="https://example.org/films/")
    for name in FILES:
        assert DEFAULT_BASE not in (tmp_path / name).read_text("utf-8")


def _named(name: str, folder: Path) -> None:
    document = Document("trade/page", f"x {name} y")
    start = 2
    claim = Claim(
        document.id,
        None,
        Mention("Film", name),
        "describedIn",
        Mention("Item", "trade/page#1"),
        (document.span(start, start + len(name)),),
        "listing/1",
        "by-hand",
    )
    reading = Reading(document, "listing", 1.0, "listing/1", (), (claim,), ())
    resolution = Resolution({(document.id, "Film", name): Entity("film/it", "Film", name)})
    write_exports([reading], resolution, folder)


@settings(max_examples=60, deadline=None)
@given(NAMES)
@example('He said "cut" \\ <b>&amp;</b> 🎬 \u05e9\u05dc\u05d5\u05dd \u202e\n.\r')
@example("'''\"\"\"\\u0041\\")
def test_any_name_survives_into_two_readers(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("named")
    _named(name, folder)
    film = DEFAULT_BASE + "film/it"
    graph = Graph(bind_namespaces="none").parse(folder / FILM_GRAPH)
    assert str(graph.value(URIRef(film), RDFS.label)) == name
    label = ox.NamedNode(str(RDFS.label))
    assert [t.object.value for t in ox.parse(path=str(folder / FILM_GRAPH)) if t.predicate == label] == [name]
    exact = ox.NamedNode("http://www.w3.org/ns/oa#exact")
    assert [q.object.value for q in ox.parse(path=str(folder / EVIDENCE)) if q.predicate == exact] == [name]


def test_rapper_reads_a_hostile_name(tmp_path: Path) -> None:
    _named('"quoted" \\ <b>&</b> 🎬 \u05e9\u05dc\u05d5\u05dd \u202e\n\r\t\x1b', tmp_path)
    assert _count_rapper(tmp_path / FILM_GRAPH) == _count_oxigraph(tmp_path / FILM_GRAPH)
    assert _count_rapper(tmp_path / EVIDENCE) == _count_oxigraph(tmp_path / EVIDENCE)


def test_the_world_is_the_same_each_time() -> None:
    assert [claim.id for claim in make_world().claims] == [claim.id for claim in make_world().claims]
