from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.query.blank import relabelled

CHAIN = [("<a:a>", "<a:p>", "_:x"), ("_:x", "<a:p>", "_:y"), ("_:y", "<a:p>", '"1"'), ("_:z", "<a:p>", '"1"')]


@given(st.permutations(["_:x", "_:y", "_:z"]), st.permutations(CHAIN))
def test_labels_do_not_depend_on_the_ones_before(names: list[str], triples: list[tuple[str, str, str]]) -> None:
    other = dict(zip(["_:x", "_:y", "_:z"], names, strict=True))
    renamed = [(other.get(s, s), p, other.get(o, o)) for s, p, o in triples]
    assert relabelled(renamed) == relabelled(CHAIN)


def test_nodes_that_look_alike_stay_two() -> None:
    twins = [("<a:a>", "<a:p>", "_:x"), ("<a:a>", "<a:p>", "_:y")]
    assert relabelled(twins) == (("<a:a>", "<a:p>", "_:b0"), ("<a:a>", "<a:p>", "_:b1"))


def test_without_blank_nodes_triples_are_sorted_once_each() -> None:
    assert relabelled([("<b:>", "<p:>", "<o:>"), ("<a:>", "<p:>", "<o:>")]) == (
        ("<a:>", "<p:>", "<o:>"),
        ("<b:>", "<p:>", "<o:>"),
    )
