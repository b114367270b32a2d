"""A build after one new document reads one, holds only new names against others, and gives the bytes of a full one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg.extract
from kg.build import DATA_FILES, Places, build
from kg.document import Document
from kg.extract.kept import Kept
from kg.resolve import memory

GOLDEN = Path(__file__).parent / "golden"
PAGES = [page for page in sorted(GOLDEN.glob("*/*.txt")) if page.name != "scorecard.md"][:24]


def places(folder: Path) -> Places:
    return Places((folder / "pages",), folder / "exports", folder / ".kg" / "store", folder / "identity")


def put(folder: Path, pages: list[Path]) -> None:
    (folder / "pages").mkdir(exist_ok=True)
    for page in pages:
        shutil.copy(page, folder / "pages" / f"{page.parent.name}-{page.name}")


def bytes_of(folder: Path) -> dict[str, bytes]:
    files = [folder / "exports" / name for name in (*DATA_FILES, "manifest.json")]
    return {path.name: path.read_bytes() for path in [*files, folder / "identity" / "iris.jsonl"]}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are read, in order."""
    found: list[str] = []
    original = kg.extract.read_document

    def counted(document, known=None):  # type: ignore[no-untyped-def]
        found.append(document.id)
        return original(document, known)

    monkeypatch.setattr(kg.extract, "read_document", counted)
    return found


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """All pages but the last, built."""
    folder = tmp_path / "one"
    folder.mkdir()
    put(folder, PAGES[:-1])
    build(places(folder))
    return folder


def test_there_are_pages_to_build() -> None:
    assert len(PAGES) > 10


def test_a_new_document_is_read_and_what_its_names_make_clearer(built: Path, read: list[str]) -> None:
    put(built, PAGES[-1:])
    build(places(built))
    assert f"pages/{PAGES[-1].parent.name}-{PAGES[-1].name}" in read
    assert len(set(read)) <= 2


def test_a_new_document_that_says_nothing_of_others_is_the_only_one_read(built: Path, read: list[str]) -> None:
    (built / "pages" / "new.txt").write_text("Review: Zyxgard\n\nA film by Wqx Vbnorp.\n", encoding="utf-8")
    build(places(built))
    assert set(read) == {"pages/new.txt"}


def test_one_more_document_gives_the_bytes_of_a_full_build(built: Path, tmp_path: Path) -> None:
    full = tmp_path / "full"
    shutil.copytree(built / "identity", full / "identity")
    (full / "exports").mkdir()
    shutil.copy(built / "exports" / "layout.json", full / "exports")
    put(full, PAGES)
    build(places(full))
    put(built, PAGES[-1:])
    build(places(built))
    assert bytes_of(built) == bytes_of(full)


def test_a_document_less_gives_the_bytes_of_a_full_build(built: Path, tmp_path: Path) -> None:
    full = tmp_path / "full"
    shutil.copytree(built / "identity", full / "identity")
    (full / "exports").mkdir()
    shutil.copy(built / "exports" / "layout.json", full / "exports")
    put(full, PAGES[1:-1])
    build(places(full))
    next(iter(sorted((built / "pages").iterdir()))).unlink()
    build(places(built))
    assert bytes_of(built) == bytes_of(full)


def test_only_new_names_are_held_against_others(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []
    original = memory.candidates

    def counted(family, names, fresh=None):  # type: ignore[no-untyped-def]
        searched.append(len(names) if fresh is None else len(fresh))
        return original(family, names, fresh)

    put(built, PAGES[-1:])
    monkeypatch.setattr(memory, "candidates", counted)
    build(places(built))
    names = sum(map(len, memory.read_memory(built / ".kg" / "identity.sqlite").names.values()))
    assert 0 < sum(searched) < names / 4


def test_a_name_that_becomes_certain_has_the_page_read_again_on_which_it_stands(
    tmp_path: Path, read: list[str]
) -> None:
    listing = next(iter(sorted(GOLDEN.glob("listing*/*.txt"))))
    folder = tmp_path / "one"
    folder.mkdir()
    put(folder, [listing])
    with Kept(tmp_path / "kept.sqlite") as kept:
        text = listing.read_text(encoding="utf-8")
        pages = [Document("a/1", text), Document("a/2", "Nothing stands here.\n")]
        (first, *_) = kg.extract.read_all(pages, kept)
        title = next(claim.object.name for claim in first.claims if getattr(claim.object, "type", "") == "Film")
        read.clear()
        kg.extract.read_all([*pages, Document("b/1", f"Review: {title}\n\nBy Ana Orsk\n")], kept)
    assert "a/2" not in read


@pytest.mark.parametrize("name", ["readings.sqlite", "identity.sqlite"])
def test_a_damaged_memory_is_begun_anew(built: Path, name: str) -> None:
    before = bytes_of(built)
    for path in (built / ".kg").glob(f"{name}*"):
        path.write_bytes(b"\x00 torn")
    (built / ".kg" / "build.json").unlink()
    build(places(built))
    assert bytes_of(built) == before


def test_what_is_known_of_a_document_from_outside_has_it_read_again(built: Path, read: list[str]) -> None:
    page = sorted((built / "pages").iterdir())[0]
    (built / "pages" / "sources.toml").write_text(f'["{page.name}"]\npublisher = "The Reel"\n', encoding="utf-8")
    build(places(built))
    assert set(read) == {f"pages/{page.name}"}
