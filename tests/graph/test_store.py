"""The store on disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import BuildError, UsageError
from kg.files import exchange
from kg.graph import store as stores
from kg.graph.exports import EVIDENCE, FILM_GRAPH, write_exports
from kg.graph.store import fill_store, load_store, open_dataset, open_store, sweep_stores

if TYPE_CHECKING:
    from film_world import World

FILMS = "SELECT ?film WHERE { ?film a <https://w3id.org/filmkg/ontology#Film> }"


@pytest.fixture
def store(exports: Path, tmp_path: Path) -> Path:
    path = tmp_path / "work" / "store"
    fill_store(exports, path)
    return path


def _empty_exports(folder: Path) -> Path:
    folder.mkdir()
    for name in (FILM_GRAPH, EVIDENCE):
        (folder / name).write_text("", "utf-8")
    return folder


def test_the_store_holds_all_statements(world: World, exports: Path, store: Path) -> None:
    assert len(open_store(store)) == sum(write_exports(world.readings, world.resolution, exports).values())


def test_facts_are_in_the_default_graph_and_evidence_is_not(store: Path) -> None:
    opened = open_store(store)
    assert bool(opened.query("ASK { ?s <https://w3id.org/filmkg/ontology#directed> ?o }"))
    assert not opened.query("ASK { ?s a <https://w3id.org/filmkg/ontology#Claim> }")
    assert len(list(opened.named_graphs())) == 2


def test_a_large_store_is_put_in_order_and_holds_the_same(
    exports: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_LARGE", 1)
    fill_store(exports, tmp_path / "large")
    assert set(open_store(tmp_path / "large")) == set(open_store(store))


def test_a_store_in_memory_holds_the_same(exports: Path, store: Path) -> None:
    assert set(load_store(exports)) == set(open_store(store))


def test_nothing_can_be_written_into_an_open_store(store: Path) -> None:
    with pytest.raises(RuntimeError, match="read-write"):
        open_store(store).update("INSERT DATA { <http://e/s> <http://e/p> 1 }")


def test_an_open_store_stays_what_it_was(store: Path, tmp_path: Path) -> None:
    opened = open_store(store)
    before = len(opened)
    fill_store(_empty_exports(tmp_path / "none"), store)
    assert len(opened) == before
    assert len(open_store(store)) == 0


def test_a_second_fill_replaces_the_first(store: Path, tmp_path: Path) -> None:
    assert fill_store(_empty_exports(tmp_path / "none"), store) == 0
    assert len(open_store(store)) == 0


def test_a_fill_leaves_nothing_beside_the_store(store: Path) -> None:
    assert [path.name for path in store.parent.iterdir()] == ["store"]


@pytest.mark.parametrize("damage", ["missing", "torn"])
def test_bad_exports_leave_the_old_store(store: Path, exports: Path, damage: str) -> None:
    before = len(open_store(store))
    if damage == "missing":
        (exports / EVIDENCE).unlink()
    else:
        text = (exports / EVIDENCE).read_text("utf-8")
        (exports / EVIDENCE).write_text(text[: len(text) // 2], "utf-8")
    with pytest.raises(BuildError, match=r"evidence\.trig"):
        fill_store(exports, store)
    assert len(open_store(store)) == before
    assert [path.name for path in store.parent.iterdir()] == ["store"]


class _Killed(BaseException):
    """What no `except Exception` catches, as a signal would be."""


@pytest.mark.parametrize("rename", [1, 2])
def test_a_build_that_dies_while_swapping_leaves_the_old_store(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rename: int
) -> None:
    before = len(open_store(store))
    calls, real = [0], Path.rename

    def dying(self: Path, target: Path) -> Path:
        calls[0] += 1
        if calls[0] == rename:
            raise _Killed
        return real(self, target)

    monkeypatch.setattr(stores, "exchange", lambda *_: False)  # as where folders cannot be exchanged in one step
    monkeypatch.setattr(Path, "rename", dying)
    with pytest.raises(_Killed):
        fill_store(_empty_exports(tmp_path / "none"), store)
    monkeypatch.undo()
    assert len(open_store(store)) == before


def _kill_between_renames(store: Path) -> None:
    """Do what a process does that is killed after it moved the old store away: leave at once, clean nothing."""
    program = (
        "import os, sys; from pathlib import Path; real = Path.rename\n"
        "def rename(self, target):\n"
        "    real(self, target); os._exit(9)\n"
        "Path.rename = rename\n"
        "from kg.graph import store; store.exchange = lambda *_: False\n"
        "store.fill_store(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    )
    exports = store.parents[1] / "exports"
    done = subprocess.run([sys.executable, "-c", program, str(exports), str(store)], check=False)
    assert done.returncode == 9
    assert not store.exists()


def test_a_reader_finds_the_old_store_after_a_kill_between_the_renames(store: Path) -> None:
    before = len(open_store(store))
    _kill_between_renames(store)
    assert len(open_store(store)) == before


def test_the_next_sweep_puts_the_old_store_back(store: Path) -> None:
    before = len(open_store(store))
    _kill_between_renames(store)
    sweep_stores(store)
    assert len(open_store(store)) == before
    assert [path.name for path in store.parent.iterdir()] == ["store"]


def test_the_next_fill_clears_up_after_a_kill(store: Path, exports: Path) -> None:
    _kill_between_renames(store)
    fill_store(exports, store)
    assert [path.name for path in store.parent.iterdir()] == ["store"]


def test_what_another_build_works_on_is_left_alone(store: Path) -> None:
    busy = store.with_name(".store.1.kg-new")
    busy.mkdir()
    assert sweep_stores(store) == []
    assert busy.is_dir()


def test_there_is_a_store_at_every_moment_of_a_swap(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = exchange, []

    def watched(one: Path, other: Path) -> bool:
        seen.append((other / "CURRENT").is_file())
        done = real(one, other)
        seen.append((other / "CURRENT").is_file())
        return done

    monkeypatch.setattr(stores, "exchange", watched)
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("renamed"))
    if not exchange(tmp_path, tmp_path):
        pytest.skip("folders cannot be exchanged in one step here")
    fill_store(_empty_exports(tmp_path / "none"), store)
    assert seen == [True, True]


def test_a_store_replaced_while_it_is_opened_is_opened_again(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyoxigraph import Store

    fill_store(_empty_exports(tmp_path / "none"), tmp_path / "empty")

    class Slow:
        """Opens what stands there, and then another store comes in its place."""

        opened = 0

        @staticmethod
        def read_only(path: str) -> Store:
            found = Store.read_only(path)
            if not Slow.opened:
                store.rename(tmp_path / "away")
                (tmp_path / "empty").rename(store)
            Slow.opened += 1
            return found

    monkeypatch.setattr("pyoxigraph.Store", Slow)
    assert len(open_store(store)) == 0
    assert Slow.opened == 2


def test_a_store_that_cannot_be_filled_is_told_with_its_place(
    store: Path, exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("IO error: No space left on device: While appending to file")

    monkeypatch.setattr(stores, "_load", full)
    with pytest.raises(BuildError, match=r"store: cannot be filled: IO error.*is the disk full"):
        fill_store(exports, store)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_store_is_not_overwritten(exports: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "papers"
    if kind == "file":
        path.write_text("mine", "utf-8")
    else:
        path.mkdir()
        (path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="no store"):
        fill_store(exports, path)
    kept = path if kind == "file" else path / "thesis.txt"
    assert kept.read_text("utf-8") == "mine"


def test_an_empty_folder_may_become_the_store(exports: Path, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    assert fill_store(exports, tmp_path / "store") > 0


def test_no_store_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="kg build"):
        open_store(tmp_path / "nothing")


def test_a_damaged_store_is_an_error(store: Path) -> None:
    (store / "CURRENT").write_bytes(b"\x00nonsense")
    with pytest.raises(UsageError, match="readable"):
        open_store(store)


def test_rdflib_queries_the_store(store: Path) -> None:
    dataset = open_dataset(store)
    assert [str(row.film) for row in dataset.query(FILMS)] == ["https://w3id.org/filmkg/film/salt-road"]


def test_rdflib_sees_facts_in_the_default_graph_alone(store: Path) -> None:
    found = list(open_dataset(store).query("SELECT ?c WHERE { ?c a <https://w3id.org/filmkg/ontology#Claim> }"))
    assert found == []


def test_rdflib_binds_the_prefixes_of_the_exports_and_no_others(store: Path) -> None:
    bound = {prefix: str(namespace) for prefix, namespace in open_dataset(store).namespaces()}
    assert bound["kg"] == "https://w3id.org/filmkg/ontology#"
    assert bound["schema"] == "https://schema.org/"
    assert "foaf" not in bound


def test_the_store_is_opened_by_its_plain_path(store: Path) -> None:
    assert (store / "CURRENT").is_file()
    assert stores.open_store(Path(str(store))) is not None
