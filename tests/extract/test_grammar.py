"""The grammars as files: what they name exists, and every end of a claim is bound by its pattern."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from kg.extract.grammar import grammar
from kg.extract.lexicon import LANGUAGES
from kg.extract.pattern.syntax import Choice, Ref, Slot, parse
from kg.extract.slot.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.pattern.syntax import Node

NAMES = sorted(
    entry.name.removesuffix(".grammar")
    for entry in files("kg.extract.grammar").iterdir()
    if entry.name.endswith(".grammar") and entry.name != "phrases.grammar"
)


def slots(nodes: Sequence[Node]) -> Iterator[Slot]:
    for node in nodes:
        if isinstance(node, Slot):
            yield node
        elif isinstance(node, Choice):
            for option in node.options:
                yield from slots(option)


def variables(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, (Slot, Ref)) and node.var:
            yield node.var
        elif isinstance(node, Choice):
            for option in node.options:
                yield from variables(option)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_name_that_a_rule_asks_for_is_known(name: str, language: str) -> None:
    asked = {
        (rule.name, slot.kind)
        for rule in grammar(name, language=language).rules
        for slot in slots(parse(rule.pattern.source))
    }
    assert {(rule, kind) for rule, kind in asked if kind not in KINDS} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_variable_of_a_claim_is_bound_by_its_pattern(name: str, language: str) -> None:
    loose = set()
    for rule in grammar(name, language=language).rules:
        bound = set(variables(parse(rule.pattern.source)))
        for template in rule.templates:
            for term in (template.subject, template.object):
                word = term.partition(":")[0]
                if word.islower() and not word.startswith(chr(34)) and word not in bound:
                    loose.add((rule.name, word))
    assert loose == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_two_rules_of_a_grammar_share_a_name(name: str, language: str) -> None:
    names = [rule.name for rule in grammar(name, language=language).rules]
    assert sorted({rule for rule in names if names.count(rule) > 1}) == []
