"""A cluster reads what one process reads, byte for byte, also when its processes are killed midway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kg.engine.build import claims_of_parts
from kg.engine.reading import certain_lexicon, read_parts_of_claims
from kg.engine.session import spark_session
from kg.engine.source import read_documents
from kg.files import digest
from tests.engine.conftest import CLUSTER, NEEDS_SPARK
from tests.engine.processes import executors, killing, python_workers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.engine.reading import Read
    from kg.engine.source import Documents
    from kg.extract.names import Known

pytestmark = NEEDS_SPARK


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with spark_session(CLUSTER) as session:
        yield session


@pytest.fixture(scope="module")
def documents(spark: Any, pages: Path) -> Documents:
    return read_documents(spark, [pages])


@pytest.fixture(scope="module")
def known(documents: Documents) -> Known:
    """The names that are certain, found although a Python worker was killed meanwhile."""
    with killing(lambda: True, python_workers) as killed:
        found = certain_lexicon(documents)
    assert killed
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("parts")


@pytest.fixture(scope="module")
def read(spark: Any, documents: Documents, known: Known, folder: Path) -> Read:
    return read_parts_of_claims(spark, documents, known, folder)


def lines_of(folder: Path, read: Read) -> bytes:
    return "\n".join(sorted(claim.to_json() for claim in claims_of_parts(folder, read.parts))).encode()


def test_a_cluster_gives_the_claims_of_one_process(folder: Path, read: Read, claim_lines: bytes) -> None:
    assert lines_of(folder, read) == claim_lines


def test_with_a_python_worker_and_an_executor_killed_midway_the_claims_and_parts_are_the_same(
    spark: Any, documents: Documents, known: Known, read: Read, claim_lines: bytes, tmp_path: Path
) -> None:
    with (
        killing(lambda: any((tmp_path / "claims").glob(".*")), python_workers) as workers,
        killing(lambda: any((tmp_path / "claims").glob("*.parquet")), executors) as machines,
    ):
        again = read_parts_of_claims(spark, documents, known, tmp_path)
    assert workers
    assert machines
    assert lines_of(tmp_path, again) == claim_lines
    assert again.parts == read.parts


def test_parts_are_named_by_their_content(folder: Path, read: Read) -> None:
    for part in read.parts:
        assert part.name == f"{digest(folder / part.table / part.name)[:32]}.parquet"
