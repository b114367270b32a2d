"""Identity on Spark finds the pairs, gives the verdicts and issues the IRIs of one process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.film_names import company_name, person_name, title
from benchmarks.film_pages import film_pages
from kg.document import Document
from kg.engine.identity import NEAR, Search, block_rows
from kg.engine.session import spark_session
from kg.extract import read_all
from kg.resolve import resolve
from kg.resolve.candidate import candidates
from kg.resolve.ledger import Ledger
from kg.resolve.memory import Memory
from kg.resolve.spelling import spellings
from tests.engine.conftest import NEEDS_SPARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.claim import Claim

FAMILIES = {"person": person_name, "work": title, "company": company_name}


def names_of(family: str) -> set[str]:
    """Names, each also with a letter too few, in another order, and with another space."""
    made = [FAMILIES[family](number) for number in range(0, 900, 3)]
    misspelt = {name[: len(name) // 2] + name[len(name) // 2 + 1 :] for name in made[::5]}
    return {*made, *misspelt, *(" ".join(reversed(name.split())) for name in made[::7]), "NFDC", "N F D Corporation"}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with spark_session("local[2]") as session:
        yield session


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    readings = read_all(Document(f"pages/{ident}", text) for ident, text in film_pages(400))
    return [claim for reading in readings for claim in reading.claims]


@pytest.mark.parametrize("family", FAMILIES)
def test_duckdb_joins_the_blocks_by_the_same_sql(family: str) -> None:
    import duckdb
    import numpy
    import pyarrow as pa

    from kg.engine.batch import batch
    from kg.engine.identity import BLOCK

    names = sorted(names_of(family))
    with duckdb.connect() as database:
        database.register("block", pa.Table.from_batches([batch(BLOCK, block_rows(family, names))]))
        near = database.execute(NEAR).fetchall()
    row = {name: number for number, name in enumerate(names)}
    ones, others = (numpy.array([row[pair[side]] for pair in near]) for side in (0, 1))
    alike = spellings(family, names).alike(ones, others)
    found = sorted(pair for pair, yes in zip(near, alike, strict=True) if yes)
    assert found == candidates(family, names)
    assert found


@NEEDS_SPARK
@pytest.mark.parametrize("family", FAMILIES)
def test_the_pairs_are_those_of_one_process(spark: Any, family: str) -> None:
    names = names_of(family)
    assert Search(spark=spark, many=1).search(family, names) == Memory().search(family, names)


@NEEDS_SPARK
def test_the_verdicts_the_entities_and_the_iris_are_those_of_one_process(spark: Any, claims: list[Claim]) -> None:
    here, there = Ledger(), Ledger()
    one = resolve(claims, (), here)
    other = resolve(claims, (), there, Search(spark=spark, many=1))
    assert one.identity
    assert other.identity
    assert other.identity.look_alikes == one.identity.look_alikes
    assert other.by_mention == one.by_mention
    assert there.issued == here.issued
    assert any(each.verdict.decision == "same" for each in one.identity.look_alikes)
