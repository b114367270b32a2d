from __future__ import annotations

import pytest
from comparison import Table, read_table, same_tables

CSV = {
    "two rows": b"a,b\r\n1,_:x\r\n2,_:y\r\n",
    "in another order": b"a,b\r\n2,_:y\r\n1,_:x\r\n",
    "other blank nodes": b"a,b\r\n1,_:q\r\n2,_:x\r\n",
    "one blank node": b"a,b\r\n1,_:x\r\n2,_:x\r\n",
    "a row twice": b"a,b\r\n1,_:x\r\n1,_:x\r\n",
    "one column": b"a\r\n1\r\n2\r\n",
    "the other way of writing": b"b,a\r\n_:x,1.0\r\n_:y,2e0\r\n",
}


def table(name: str) -> Table:
    return read_table(CSV[name], "csv")


@pytest.mark.parametrize("name", ["two rows", "in another order", "other blank nodes", "the other way of writing"])
def test_tables_are_the_same_up_to_order_and_the_names_of_blank_nodes(name: str) -> None:
    assert same_tables(table("two rows"), table(name))


@pytest.mark.parametrize("name", ["one blank node", "a row twice", "one column"])
def test_tables_are_not_the_same_where_a_row_differs(name: str) -> None:
    assert not same_tables(table("two rows"), table(name))


def test_the_order_of_rows_matters_where_it_is_asked_for() -> None:
    assert not same_tables(table("two rows"), table("in another order"), ordered=True)


def test_an_ordered_table_may_name_its_blank_nodes_otherwise() -> None:
    assert same_tables(table("two rows"), table("other blank nodes"), ordered=True)


def test_true_is_not_false() -> None:
    assert not same_tables(Table(truth=True), Table(truth=False))
