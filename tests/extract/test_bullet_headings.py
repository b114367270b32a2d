"""Headings of round-ups that stand under a bullet, with who distributes the film behind."""

from __future__ import annotations

import pytest

from kg.claim import Mention
from kg.document import Document
from kg.extract.names import Known
from kg.extract.roundup.page import read_roundup


def told(heading: str) -> set[tuple[str, str, str]]:
    page = (
        f"This week at the cinema\n\n{heading}\nA film by Jules Kam – with Cora Ast, Malik Bouz...\n"
        "The story: A building is to be demolished.\nA little extra: The building is not a set.\n\n"
        "▪ So, Where Were You? (Rivage Distribution)\nA film by Esther Lind – with Saga Nyst, Tove Hed...\n"
        "The story: Karin comes back.\nA little extra: The play was hers.\n"
    )
    claims = read_roundup(Document("page.txt", page), Known()).claims
    return {(c.subject.name, c.predicate, c.object.name) for c in claims if isinstance(c.object, Mention)}


def test_a_bullet_is_no_part_of_a_title() -> None:
    assert ("Jules Kam", "directed", "The Last Tenant") in told("▪ The Last Tenant (Diaphragm)")


def test_the_bracket_behind_a_bulleted_title_has_its_distributor() -> None:
    assert ("Diaphragm", "distributed", "The Last Tenant") in told("▪ The Last Tenant (Diaphragm)")


@pytest.mark.parametrize("label", ["Re-release: ", "Reissue: "])
def test_what_kind_of_release_it_is_stands_before_the_title(label: str) -> None:
    assert ("Jules Kam", "directed", "The Last Tenant") in told(f"▪ {label}The Last Tenant (Diaphragm)")
