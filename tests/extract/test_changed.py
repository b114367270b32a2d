"""Of many documents those that changed are read, and what was broken off is taken up again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg.extract
from kg.document import Document, Metadata
from kg.extract import changed, read_all
from kg.extract.changed import read_changed, reading_of
from kg.extract.kept import Kept, source_of, stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parent.parent / "golden"
PAGES = [
    Document(f"pages/{name}.txt", (GOLDEN / name / "page.txt").read_text(encoding="utf-8"))
    for name in ("article-castjoin", "article-fund", "listing-country", "roundup")
]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    with Kept(tmp_path / "readings.sqlite") as file:
        yield file


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are read, in order; at the third the user loses patience, once."""
    found: list[str] = []
    original = kg.extract.read_document

    def counted(document, known=None):  # type: ignore[no-untyped-def]
        found.append(document.id)
        if len(found) == 3:
            raise KeyboardInterrupt
        return original(document, known)

    monkeypatch.setattr(kg.extract, "read_document", counted)
    monkeypatch.setattr(changed, "_AT_ONCE", 1)
    return found


def test_readings_from_the_file_are_those_of_reading_everything(kept: Kept) -> None:
    read_changed(PAGES, kept)
    found = [reading_of(document, kept) for document in PAGES]
    assert [each.claims for each in found] == [each.claims for each in read_all(PAGES)]


def test_what_was_read_before_a_run_was_broken_off_is_not_read_again(kept: Kept, read: list[str]) -> None:
    with pytest.raises(KeyboardInterrupt):
        read_changed(PAGES, kept)
    began = [document for document in read[:2] if kept.memos().get(document)]
    del read[:]
    read += ["", "", ""]  # patience
    first = {document.id for document in PAGES} - set(began)
    read_changed(PAGES, kept)
    assert read[3 : 3 + len(first)] == sorted(first)


@pytest.mark.usefixtures("read")
def test_a_run_that_was_broken_off_ends_with_the_readings_of_one_that_was_not(kept: Kept) -> None:
    with pytest.raises(KeyboardInterrupt):
        read_changed(PAGES, kept)
    read_changed(PAGES, kept)
    assert [reading_of(each, kept).claims for each in PAGES] == [each.claims for each in read_all(PAGES)]


def test_how_much_is_done_is_told_up_to_the_end(kept: Kept) -> None:
    told: list[tuple[int, int]] = []
    read_changed(PAGES, kept, count=lambda done, of: told.append((done, of)))
    assert told[-1] == (2 * len(PAGES), 2 * len(PAGES))


def test_a_text_beside_a_reading_is_found_without_opening_it(kept: Kept) -> None:
    read_changed(PAGES, kept, glance=lambda reading: f"{len(reading.claims)} claims")
    assert dict(kept.glances(["pages/roundup.txt"])) == {
        "pages/roundup.txt": f"{len(reading_of(PAGES[3], kept).claims)} claims"
    }


def test_a_document_that_is_gone_is_forgotten(kept: Kept) -> None:
    read_changed(PAGES, kept)
    read_changed(PAGES[1:], kept)
    assert set(kept.stamps()) == kept.bodies() == {document.id for document in PAGES[1:]}


def test_the_stamp_of_a_reading_is_that_of_its_file(kept: Kept) -> None:
    read_changed(PAGES, kept)
    assert kept.stamps()["pages/roundup.txt"] == stamp_of(reading_of(PAGES[3], kept))


def test_what_is_known_from_outside_makes_another_source() -> None:
    one, other = (Document("a/1", "x", Metadata(publisher=name)) for name in ("The Reel", None))
    assert source_of(one) != source_of(other)
