"""Bad input gets a clear message with file and line; the other documents go on; earlier exports stay whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import Places, build
from kg.extract import extractors
from kg.extract.extractor import Extractor
from kg.extract.names import Known

if TYPE_CHECKING:
    from kg.extract.reading import Reading

KG = Path(sys.executable).with_name("kg")
GOLDEN = Path(__file__).parent / "golden"
PAGE = (GOLDEN / "listing-country" / "page.txt").read_text(encoding="utf-8")
ROUND_UP = (GOLDEN / "roundup" / "page.txt").read_text(encoding="utf-8")


def kg(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([KG, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "good.txt").write_text(PAGE, encoding="utf-8")
    return folder


BAD = {
    "empty.txt": (b"", "empty.txt: an empty document"),
    "blank.txt": (b" \n\n \t", "blank.txt: an empty document"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "picture.txt: not plain text but a PNG picture"),
    "latin.txt": ("a film\nby Noée".encode("cp1252"), "latin.txt:2:6: byte 0xe9 is not UTF-8"),
    "wide.txt": ("a film".encode("utf-16"), "wide.txt: not plain text but UTF-16"),
    "surrogate.txt": (b"a film \xed\xa0\x80", "surrogate.txt:1:8: byte 0xed is not UTF-8"),
    "null.txt": (b"a film\nby\x00", "null.txt:2: U+0000"),
    "nested.html": (b"<!DOCTYPE html>" + b"<div>" * 3000 + b"a film", "nested.html:1: elements nested more than 500"),
    "entities.html": (
        b'<!DOCTYPE html [<!ENTITY a "film"><!ENTITY b "&a;&a;&a;">]><p>&b;',
        "entities.html: a web page that defines entities",
    ),
    "scripts.html": (b"<!DOCTYPE html><script>let film = 1</script>", "scripts.html: a web page without text"),
    "feed.xml": (b'<?xml version="1.0"?><rss><film/></rss>', "feed.xml: XML, not plain text"),
    "torn.jsonl": (b'{"id": "a", "text": "One fil', "torn.jsonl:1: no document"),
    "textless.jsonl": (b'{"id": "a"}', "textless.jsonl:1: no document"),
    "shopping.txt": (b"Milk, eggs.\nBread.\n", "shopping.txt: a page of a kind that no extractor reads"),
    "copy.txt": (PAGE.encode(), "the same text as"),
    "cut.txt": (PAGE[: PAGE.index("Review:") + 30].encode(), "the page seems cut off here"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_others_are_read(pages: Path, name: str) -> None:
    data, message = BAD[name]
    (pages / name).write_bytes(data)
    done = kg(pages.parent, "build", "pages")
    assert (done.returncode, message in done.stderr) == (1, True), done.stderr
    assert "directed" in (pages.parent / "exports" / "claims.jsonl").read_text(encoding="utf-8")


def test_what_a_build_went_on_without_stands_in_the_quarantine_list_with_its_reason(pages: Path) -> None:
    (pages / "latin.txt").write_bytes("a film\nby Noée".encode("cp1252"))
    kg(pages.parent, "build", "pages")
    rows = map(json.loads, (pages.parent / ".kg" / "quarantine.jsonl").read_text(encoding="utf-8").splitlines())
    assert [(Path(row["file"]).name, "is not UTF-8" in row["reason"]) for row in rows] == [("latin.txt", True)]


def test_a_document_that_its_extractor_fails_on_is_listed_too(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Reading:
        raise RuntimeError("no such luck")

    (pages / "round.txt").write_text(ROUND_UP, encoding="utf-8")
    found = {**extractors(), "roundup": Extractor("roundup", fail, lambda _: Known())}
    monkeypatch.setattr("kg.extract.extractors", lambda: found)
    folder = pages.parent
    build(Places((pages,), folder / "exports", folder / ".kg" / "store", folder / "identity"))
    [row] = map(json.loads, (folder / ".kg" / "quarantine.jsonl").read_text(encoding="utf-8").splitlines())
    assert (Path(row["file"]).name, "RuntimeError: no such luck" in row["reason"]) == ("round.txt", True)


def test_a_line_of_50_megabytes_is_refused_by_its_size(pages: Path) -> None:
    (pages / "long.txt").write_bytes(b"film " * 10_000_000)
    assert "long.txt: 50.0 MB, more than the 8 MB of a document" in kg(pages.parent, "build", "pages").stderr


def test_a_dangling_link_is_named(pages: Path) -> None:
    (pages / "gone.txt").symlink_to("nowhere")
    assert "gone.txt: not a regular file" in kg(pages.parent, "build", "pages").stderr


def test_a_folder_without_documents_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = kg(tmp_path, "build", "none")
    assert (done.returncode, done.stderr.strip()) == (2, "kg: none: no documents here (put text files in the folder)")


def test_a_source_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert kg(tmp_path, "build", "nowhere").returncode == 2


def test_earlier_exports_stay_whole_when_nothing_can_be_read(pages: Path) -> None:
    kg(pages.parent, "build", "pages")
    before = {path.name: path.read_bytes() for path in (pages.parent / "exports").iterdir()}
    (pages / "good.txt").write_bytes(b"")
    done = kg(pages.parent, "build", "pages")
    after = {path.name: path.read_bytes() for path in (pages.parent / "exports").iterdir()}
    assert (done.returncode, after) == (1, before)


def test_a_torn_sources_toml_is_named_and_the_documents_are_read(pages: Path) -> None:
    (pages / "sources.toml").write_text('["good.txt"\npublisher = ', encoding="utf-8")
    done = kg(pages.parent, "build", "pages")
    assert (done.returncode, "sources.toml: not read" in done.stderr) == (1, True)
    assert (pages.parent / "exports" / "claims.jsonl").stat().st_size > 0


def test_a_torn_judgement_stops_the_build_and_names_its_line(pages: Path) -> None:
    (pages.parent / "identity").mkdir()
    (pages.parent / "identity" / "decisions.jsonl").write_text('{"judgement": "same"', encoding="utf-8")
    done = kg(pages.parent, "build", "pages")
    assert (done.returncode, "decisions.jsonl:1: the last line is torn" in done.stderr) == (1, True)


def test_no_error_is_a_traceback(pages: Path) -> None:
    for name, (data, _) in BAD.items():
        (pages / name).write_bytes(data)
    assert "Traceback" not in kg(pages.parent, "build", "pages").stderr


TITLES = ['The "Quoted"', "Tom & Jerry <b>", "Ça va ?!", "🎬 Reel", "שלום", "Back\\slash"]


@pytest.mark.parametrize("title", TITLES)
def test_a_strange_title_survives_into_rdf(tmp_path: Path, title: str) -> None:
    from pyoxigraph import Literal, RdfFormat, parse

    (tmp_path / "pages").mkdir()
    headline, tag = f"Review: {title}", "10/09/2024 | Toronto 2024 | Platform"
    text = f"{headline}\n\n{headline}\n\nThe film by Ana Ruibal is a quiet drama\n\n{tag}\n"
    (tmp_path / "pages" / "page.txt").write_text(text, encoding="utf-8")
    kg(tmp_path, "build", "pages")
    quads = parse((tmp_path / "exports" / "film-graph.ttl").read_bytes(), RdfFormat.TURTLE)
    assert title in {quad.object.value for quad in quads if isinstance(quad.object, Literal)}
