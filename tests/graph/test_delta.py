"""A store brought up to date by what changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kg.errors import UsageError
from kg.graph import delta
from kg.graph.change import Difference
from kg.graph.delta import renew_store
from kg.graph.exports import FILM_GRAPH
from kg.graph.store import digests_of, fill_store, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph.term import Quad

KIP: Quad = ("", "<https://w3id.org/filmkg/film/kip>", "<http://www.w3.org/2000/01/rdf-schema#label>", '"Kip \\"1\\""')
TRIPLE = " ".join(KIP[1:]) + " .\n"


@pytest.fixture
def store(exports: Path, tmp_path: Path) -> Path:
    fill_store(exports, tmp_path / "work" / "store")
    return tmp_path / "work" / "store"


def grown(exports: Path) -> Difference:
    """Say one thing more in the exports; give the difference."""
    before = digests_of(exports)
    with (exports / FILM_GRAPH).open("a", encoding="utf-8") as file:
        file.write(TRIPLE)
    return Difference({FILM_GRAPH: 1000}, before, (), (KIP,))


def test_what_came_is_there_afterwards(exports: Path, store: Path) -> None:
    before = len(open_store(store))
    renew_store(exports, store, grown(exports))
    assert len(open_store(store)) == before + 1


def test_what_went_is_gone_afterwards(exports: Path, store: Path) -> None:
    before = set(open_store(store))
    text = (exports / FILM_GRAPH).read_text("utf-8")
    renew_store(exports, store, grown(exports))
    held = digests_of(exports)
    (exports / FILM_GRAPH).write_text(text, "utf-8")
    renew_store(exports, store, Difference({FILM_GRAPH: 1000}, held, (KIP,), ()))
    assert set(open_store(store)) == before


def test_a_store_by_difference_shares_its_tables_with_the_earlier_one(
    exports: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = {path.stat().st_ino for path in store.glob("*.sst")}
    monkeypatch.setattr(delta, "fill_store", None)
    renew_store(exports, store, grown(exports))
    assert tables & {path.stat().st_ino for path in store.glob("*.sst")}


def test_a_store_of_other_exports_is_filled_afresh(exports: Path, store: Path) -> None:
    difference = grown(exports)
    wrong = Difference(difference.statements, dict.fromkeys(difference.digests or {}, "0"), (), ())
    before = len(open_store(store))
    renew_store(exports, store, wrong)
    assert len(open_store(store)) == before + 1


def test_a_file_system_without_links_has_the_store_filled_afresh(
    exports: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    before = len(open_store(store))
    renew_store(exports, store, grown(exports))
    assert len(open_store(store)) == before + 1


def test_what_is_no_store_is_not_replaced(exports: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(UsageError, match="no store"):
        renew_store(exports, tmp_path / "mine", Difference({FILM_GRAPH: 1}))
