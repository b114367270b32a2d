"""Whatever comes, goes and changes, and in whatever order: exports and store are those of a build from nothing."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.film_world import world
from kg import view
from kg.build import DATA_FILES, VIEW_FILES, Places, build
from kg.graph import change, delta
from kg.graph.change import write_changes
from kg.graph.columns import COLUMNS
from kg.graph.labels import LABELS
from kg.graph.store import open_store

GOLDEN = Path(__file__).parent / "golden"
TEXTS = [
    "Review: Salt\n\nSalt is directed by Ana Ruibal. Ana Ruibal wrote Salt. Kip Films produces Salt.\n",
    "Interview: Ana Ruibal • Director of Salt\n\n“We shot for a year”\n\n12/03/2019 | Production | Spain/France\n",
    "Salt is directed by Otto Brandt. Mara Venn stars in Salt. Nord Film produces Salt.\n",
    "Salt is directed by Ana Ruibal. Kipp Films co-produces Salt. Salt screens at Marlow 2019 in Panorama.\n",
    "Otto Brandt shooting Harbour\n\nOtto Brandt shooting Harbour\n\nMara Ven stars. Produced by Kip Films\n\n"
    "14/03/2019 | Production | Germany/Spain\n",
    "Nothing is said here.\n",
    *(page.document.text for page in world(40)),
    *((GOLDEN / name / "page.txt").read_text(encoding="utf-8") for name in ("listing-country", "roundup")),
]


def places(folder: Path) -> Places:
    return Places((folder / "pages",), folder / "exports", folder / ".kg" / "store", folder / "identity")


def put(folder: Path, pages: dict[str, str]) -> None:
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    for path in (folder / "pages").iterdir():
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        path = folder / "pages" / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def files_of(at: Places) -> dict[str, bytes]:
    files = [at.out / name for name in (*DATA_FILES, "manifest.json")]
    return {path.name: path.read_bytes() for path in (*files, at.ledger)}


def store_of(at: Places) -> tuple[Any, ...]:
    with closing(sqlite3.connect(at.store / LABELS)) as names:
        tables = {
            table: names.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608
            for table in ("about_file", "entity", "name", "gram", "page")
        }
    return {str(quad) for quad in open_store(at.store)}, tables, (at.store / COLUMNS).read_bytes()


def from_nothing(folder: Path, grown: Places, ledger: bytes | None, layout: bytes | None) -> Places:
    """Build the same pages in a folder of their own, with the ledger and the layout that the other build began with."""
    at = replace(places(folder), sources=grown.sources)
    at.identity.mkdir(parents=True)
    at.out.mkdir(parents=True)
    if ledger is not None:
        at.ledger.write_bytes(ledger)
    if layout is not None:
        (at.out / "layout.json").write_bytes(layout)
    build(at)
    return at


def grown_and_made(folder: Path, number: int) -> tuple[Places, Places]:
    """Build once more, and once from nothing."""
    grown = places(folder / "grown")
    ledger, layout = (
        path.read_bytes() if path.exists() else None for path in (grown.ledger, grown.out / "layout.json")
    )
    build(grown)
    return grown, from_nothing(folder / f"made-{number}", grown, ledger, layout)


@pytest.fixture
def by_difference(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Go by what changed however much it is, and draw nothing; whether each write did is put into the list."""
    went: list[bool] = []

    def watched(*args: Any, **rest: Any) -> Any:
        found = write_changes(*args, **rest)
        went.append(found.digests is not None)
        return found

    monkeypatch.setattr(change, "write_changes", watched)
    monkeypatch.setattr(change, "_MOST", 1.0)
    monkeypatch.setattr(delta, "_MOST", 10.0)
    monkeypatch.setattr("kg.view.write_views", lambda *_, **__: [])
    return went


@pytest.mark.usefixtures("by_difference")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, len(TEXTS) - 1), min_size=1), max_size=3))
def test_any_changes_in_any_order_give_the_bytes_of_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("growth")
    for number, step in enumerate([{"a": 0, "b": 2}, *steps]):
        put(folder / "grown", {f"{name}.txt": TEXTS[text] for name, text in step.items()})
        grown, made = grown_and_made(folder, number)
        assert files_of(grown) == files_of(made)
        assert store_of(grown) == store_of(made)


def test_documents_that_come_and_go_give_exports_and_store_of_a_build_from_nothing(
    tmp_path: Path, by_difference: list[bool]
) -> None:
    chance = random.Random(5)
    every = {f"{number:03}.txt": page.document.text for number, page in enumerate(world(120, size=2))}
    here = dict(chance.sample(sorted(every.items()), 40))
    put(tmp_path / "grown", here)
    build(places(tmp_path / "grown"))
    for _ in range(2):
        for name in chance.sample(sorted(here), 5):
            del here[name]
        here |= dict(chance.sample(sorted(every.items()), 5))
        changed = chance.choice(sorted(here))
        here[changed] = here[changed].split("\n\n")[0] + "\n"
    put(tmp_path / "grown", here)
    grown, made = grown_and_made(tmp_path, 1)
    assert files_of(grown) == files_of(made)
    assert store_of(grown) == store_of(made)
    assert by_difference == [False, True, False]


@pytest.mark.usefixtures("by_difference")
def test_a_store_that_somebody_reads_stays_what_it_was(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[2]})
    build(places(tmp_path))
    read = open_store(places(tmp_path).store)
    before = {str(quad) for quad in read}
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[3], "c.txt": TEXTS[4]})
    build(places(tmp_path))
    assert {str(quad) for quad in read} == before


@pytest.mark.parametrize("name", ["film-graph.ttl", "evidence.trig", "claims.jsonl"])
def test_an_export_that_was_tampered_with_is_written_whole(
    tmp_path: Path, by_difference: list[bool], name: str
) -> None:
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[2]})
    build(places(tmp_path))
    before = files_of(places(tmp_path))
    (tmp_path / "exports" / name).write_bytes(b"@prefix torn")
    build(places(tmp_path))
    assert (files_of(places(tmp_path)), by_difference) == (before, [False, False])


def test_what_another_program_wrote_is_written_whole(
    tmp_path: Path, by_difference: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[2]})
    build(places(tmp_path))
    monkeypatch.setattr(change, "program", lambda *_: "another")
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[2], "c.txt": TEXTS[5]})
    build(places(tmp_path))
    assert by_difference == [False, False]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Go by what changed however much it is; where views were drawn is put into the list."""
    folders: list[Path] = []
    real = view.write_views

    def spied(graph: Any, folder: Path, *args: Any, **options: Any) -> Any:
        folders.append(folder)
        return real(graph, folder, *args, **options)

    monkeypatch.setattr(view, "write_views", spied)
    monkeypatch.setattr(change, "_MOST", 1.0)
    return folders


def views_of(at: Places) -> dict[str, bytes]:
    return {name: (at.out / name).read_bytes() for name in VIEW_FILES}


SAID = {"a.txt": TEXTS[0], "b.txt": TEXTS[2]}
SILENT = "Nothing is said here either.\n"


@pytest.mark.parametrize(
    "then", [{**SAID, "c.txt": SILENT}, {"a.txt": TEXTS[0], "b.txt": TEXTS[2] + "\n"}, {"a.txt": TEXTS[0]}, SAID]
)
def test_views_are_those_of_a_build_from_nothing(tmp_path: Path, drawn: list[Path], then: dict[str, str]) -> None:
    grown = places(tmp_path)
    put(tmp_path, {**SAID, "c.txt": TEXTS[5]})
    build(grown)
    ledger, layout = grown.ledger.read_bytes(), (grown.out / "layout.json").read_bytes()
    put(tmp_path, then)
    build(grown)
    assert views_of(grown) == views_of(from_nothing(tmp_path / "made", grown, ledger, layout))
    assert drawn


def test_views_are_left_where_a_document_that_says_nothing_comes(tmp_path: Path, drawn: list[Path]) -> None:
    put(tmp_path, SAID)
    build(places(tmp_path))
    put(tmp_path, {**SAID, "c.txt": SILENT})
    build(places(tmp_path))
    assert len(drawn) == 1


def test_views_are_drawn_where_a_document_that_says_something_comes(tmp_path: Path, drawn: list[Path]) -> None:
    put(tmp_path, SAID)
    build(places(tmp_path))
    put(tmp_path, {**SAID, "c.txt": TEXTS[3]})
    build(places(tmp_path))
    assert len(drawn) == 2


def test_a_view_that_somebody_changed_is_drawn_again(tmp_path: Path) -> None:
    put(tmp_path, SAID)
    build(places(tmp_path))
    before = views_of(places(tmp_path))
    (tmp_path / "exports" / "countries.html").write_bytes(b"<p>torn")
    build(places(tmp_path))
    assert views_of(places(tmp_path)) == before


@pytest.mark.usefixtures("by_difference")
def test_a_damaged_memory_of_exports_is_begun_anew(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[2]})
    build(places(tmp_path))
    before = files_of(places(tmp_path))
    (tmp_path / ".kg" / "exports.sqlite").write_bytes(b"\x00 torn")
    (tmp_path / ".kg" / "build.json").unlink()
    build(places(tmp_path))
    assert files_of(places(tmp_path)) == before


@pytest.mark.usefixtures("by_difference")
def test_a_store_of_other_exports_is_filled_afresh(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[2]})
    build(places(tmp_path))
    shutil.rmtree(tmp_path / ".kg" / "store")
    put(tmp_path, {"a.txt": TEXTS[0], "b.txt": TEXTS[3]})
    grown, made = (places(tmp_path), tmp_path / "made")
    ledger, layout = grown.ledger.read_bytes(), (grown.out / "layout.json").read_bytes()
    build(grown)
    assert store_of(grown) == store_of(from_nothing(made, grown, ledger, layout))
