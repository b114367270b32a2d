"""A build on Spark says what a build in one process says: the same statements, problems and issued IRIs."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from kg.build import Places, build
from kg.engine.build import QUARANTINE, build_on_spark
from kg.engine.part import read_parts
from kg.engine.session import spark_session
from kg.engine.source import read_documents
from kg.errors import UsageError
from kg.graph.export import export
from kg.graph.store import open_store
from kg.read import read_sources
from tests.conftest import ROOT
from tests.engine.conftest import NEEDS_SPARK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.engine.build import Built

pytestmark = NEEDS_SPARK
_ENDLESS = """
from kg.extract.extractor import Extractor
from kg.extract.names import Known
def read(document, known, confidence):
    while True:
        pass
EXTRACTOR = Extractor("endless", read, lambda reading: Known())
"""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of Python packages in which one has an extractor that never ends."""
    folder = tmp_path_factory.mktemp("packages")
    (folder / "endless.py").write_text(_ENDLESS, encoding="utf-8")
    about = folder / "endless-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: endless\nVersion: 1\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[filmkg.extractors]\nendless = endless:EXTRACTOR\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def spark(packages: Path) -> Iterator[Any]:
    with spark_session("local[2]", {"spark.executorEnv.PYTHONPATH": str(packages)}) as session:
        yield session


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory, few_pages: Path) -> Path:
    """The seeds and 200 made-up pages."""
    folder = tmp_path_factory.mktemp("sources") / "mixed"
    shutil.copytree(ROOT / "seeds", folder)
    lines = (few_pages / "many é.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)[:200]
    (folder / "made up.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


def places(folder: Path, source: Path) -> Places:
    shutil.copytree(ROOT / "identity", folder / "identity", dirs_exist_ok=True)
    return Places((source,), folder / "out", folder / ".kg" / "store", folder / "identity")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Places:
    own = places(tmp_path_factory.mktemp("process"), sources)
    build(own)
    return own


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Places:
    return places(tmp_path_factory.mktemp("engine"), sources)


@pytest.fixture(scope="module")
def built(spark: Any, there: Places) -> Built:
    return build_on_spark(spark, there)


def statements(folder: Path) -> list[bytes]:
    parts = [part for table in ("graph", "evidence") for part in read_parts(folder, table)]
    return [line for part in parts for line in (folder / part.table / part.name).read_bytes().splitlines()]


def test_its_statements_are_those_of_one_process(here: Places, there: Places, built: Built, tmp_path: Path) -> None:
    assert built.parts
    export(open_store(here.store), "nquads", tmp_path / "all.nq")
    assert sorted(statements(there.out)) == sorted((tmp_path / "all.nq").read_bytes().splitlines())


def test_no_statement_stands_twice(there: Places, built: Built) -> None:
    assert built.parts
    every = statements(there.out)
    assert len(every) == len(set(every))


def test_each_part_is_sorted(there: Places, built: Built) -> None:
    for part in built.parts:
        if part.table == "graph":
            lines = (there.out / "graph" / part.name).read_bytes().splitlines()
            assert lines == sorted(lines)


def test_the_same_iris_are_issued(here: Places, there: Places, built: Built) -> None:
    assert built.parts
    assert there.ledger.read_bytes() == here.ledger.read_bytes()


def test_a_second_build_gives_the_same_parts(spark: Any, there: Places, built: Built) -> None:
    assert build_on_spark(spark, there).parts == built.parts


def test_the_problems_of_sources_are_those_of_one_process(spark: Any, few_pages: Path) -> None:
    assert read_documents(spark, [few_pages]).problems == read_sources([few_pages]).problems


@pytest.mark.parametrize("whole", [1 << 23, 1000], ids=["opened whole", "cut into pieces"])
def test_documents_are_those_of_one_process(spark: Any, few_pages: Path, whole: int) -> None:
    found = read_documents(spark, [few_pages], whole=whole)
    rows = {(row["id"], row["text"]) for row in found.frame.collect()}
    assert rows == {(document.id, document.text) for document in read_sources([few_pages]).documents}


def test_a_document_without_an_end_goes_to_the_quarantine_and_the_others_are_read(
    spark: Any, here: Places, sources: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    shutil.copytree(sources, folder)
    (folder / "stuck.txt").write_text("Nothing that anybody would read.\n", encoding="utf-8")
    with (folder / "sources.toml").open("a", encoding="utf-8") as more:
        more.write('\n["stuck.txt"]\nkind = "endless"\n')
    own = places(tmp_path, folder)
    built = build_on_spark(spark, own, seconds=2.0)
    lines = (own.out / QUARANTINE).read_text(encoding="utf-8").splitlines()
    reasons = {row["file"]: row["reason"] for row in map(json.loads, lines)}
    assert reasons[str(folder / "stuck.txt")] == "not read in 2 seconds"
    assert built.counts["claims"] == len((here.out / "claims.jsonl").read_bytes().splitlines())


def test_a_source_that_is_not_there_is_named(spark: Any, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=re.escape(str(tmp_path / "nowhere"))):
        read_documents(spark, [tmp_path / "nowhere"])
