"""Made-up pages in files of all sorts, what one process makes of them, and Spark, where it is installed."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from benchmarks.film_pages import film_pages, write_pages
from kg.extract import read_all
from kg.read import read_sources

if TYPE_CHECKING:
    from pathlib import Path

NEEDS_SPARK = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="Spark or Java is not installed: `make cluster` installs Spark",
)
PAGES = int(os.environ.get("FILMKG_PAGES", "2000"))
CLUSTER = "local-cluster[2,1,1024]"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As many pages as are asked for; see `write_all_sorts`."""
    return write_all_sorts(tmp_path_factory.mktemp("spark") / "pages", PAGES)


@pytest.fixture(scope="session")
def few_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages enough to see that nothing is lost; see `write_all_sorts`."""
    return write_all_sorts(tmp_path_factory.mktemp("spark") / "pages", 400)


def write_all_sorts(folder: Path, count: int) -> Path:
    """Write a folder of JSON lines, a Parquet table, text files, a page twice, and a file that is none."""
    import pyarrow as pa
    from pyarrow import parquet

    write_pages(folder / "many é.jsonl", count * 3 // 4)
    (folder / "sub").mkdir()
    rest = list(film_pages(count))[count * 3 // 4 :]
    for ident, text in rest[:50]:
        (folder / "sub" / f"{ident}.txt").write_text(text, encoding="utf-8")
    (folder / "again.txt").write_text(rest[0][1], encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"\xff\xfe\x00\x01")
    rows = [{"id": ident, "text": text, "published": "2024-05-06"} for ident, text in rest[50:]]
    parquet.write_table(pa.Table.from_pylist(rows), folder / "table.parquet")
    (folder / "sources.toml").write_text('["again.txt"]\npublisher = "The Evening Reel"\n', encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def claim_lines(pages: Path) -> bytes:
    """The claims that one process reads, a line each, sorted."""
    readings = read_all(read_sources([pages]).documents)
    return "\n".join(sorted(claim.to_json() for reading in readings for claim in reading.claims)).encode()
