"""The exported graph against the shapes; each kind of damage is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import BuildError
from kg.graph.exports import EVIDENCE, FILM_GRAPH, write_exports
from kg.graph.validate import Finding, validate

if TYPE_CHECKING:
    from pathlib import Path

    from film_world import World


def _damaged(exports: Path, old: str, new: str, *, name: str = FILM_GRAPH) -> list[Finding]:
    text = (exports / name).read_text("utf-8")
    assert old in text, "the damage must have something to bite on"
    (exports / name).write_text(text.replace(old, new, 1), "utf-8")
    return validate(exports)


def _added(exports: Path, turtle: str) -> list[Finding]:
    with (exports / FILM_GRAPH).open("a", encoding="utf-8") as stream:
        stream.write(turtle)
    return validate(exports)


def test_what_a_build_writes_conforms(exports: Path) -> None:
    assert validate(exports) == []


def test_another_base_conforms_to_its_own_shapes(world: World, tmp_path: Path) -> None:
    base = "https://example.org/films/"
    write_exports(world.readings, world.resolution, tmp_path, base=base)
    assert validate(tmp_path, base=base) == []
    with (tmp_path / FILM_GRAPH).open("a", encoding="utf-8") as stream:
        stream.write("film:x kg:directed film:y .\n")
    assert validate(tmp_path, base=base) != []


@pytest.mark.parametrize(
    ("turtle", "said"),
    [
        ('film:salt-road rdfs:label "Another" .', "exactly one rdfs:label"),
        ("film:salt-road kg:directed person:bo-lind .", "directed starts at Person"),
        ("person:bo-lind kg:directed company:nord-film .", "directed leads to Work"),
        ('person:bo-lind kg:directed "Salt Road" .', "directed leads to Work"),
        ('film:salt-road kg:stage "somewhere" .', "closed list of stage"),
        ('film:salt-road kg:genre "sparkling" .', "closed list of genre"),
        ('film:salt-road kg:releasedOn "next week" .', "releasedOn leads to a date"),
        ('film:salt-road kg:releasedOn "2024-02-31"^^xsd:date .', "releasedOn leads to a date"),
        ('film:salt-road kg:alsoKnownAs "" .', "leads to a text"),
        (
            "company:nord-film kg:coProducedWith company:nord-two .\ncompany:nord-two a kg:Company ;\n"
            ' rdfs:label "Nord Two" .',
            "holds both ways",
        ),
        ("person:nobody a kg:Person .", "exactly one rdfs:label"),
        ('film:odd a kg:Film ; rdfs:label "Odd" .', "Work"),
        ('film:salt-road kg:dreamt "x" .', "no such property"),
        ("film:salt-road a kg:Dream .", "no such class"),
        ("film:salt-road kg:features [ a kg:Person ] .", "no blank nodes"),
        ("participation:x a kg:Participation ; kg:work film:salt-road .", "exactly one kg:role"),
        ("participation:x a kg:Participation ; kg:role kg:describedIn .", "no role"),
        ('participation:x a kg:Participation ; kg:role kg:sold ; kg:territory "France" .', "territory is no Place"),
        ('participation:x a kg:Participation ; kg:role kg:sold ; kg:position "one" .', "position is no integer"),
        ("participation:x a kg:Participation ; kg:role kg:sold ; kg:agent film:salt-road .", "an agent is a person"),
        ("screening:x a kg:Screening ; kg:work film:salt-road .", "exactly one kg:edition"),
        ("film:salt-road kg:position 3 .", "position belongs to Participation"),
    ],
)
def test_the_damage_is_found(exports: Path, turtle: str, said: str) -> None:
    findings = _added(exports, turtle + "\n")
    assert any(said in finding.message for finding in findings), findings


def test_a_finding_names_node_path_and_value(exports: Path) -> None:
    findings = _added(exports, 'film:salt-road kg:stage "somewhere" .\n')
    assert any("somewhere" in (finding.focus, finding.value) for finding in findings)


def test_a_claim_without_words_is_found(exports: Path) -> None:
    text = (exports / EVIDENCE).read_text("utf-8")
    start = text.index("    prov:wasQuotedFrom", text.index("a kg:Claim"))
    end = text.index(" .\n", start)
    found = _damaged(exports, text[start:end], '    kg:rule "x"', name=EVIDENCE)
    assert any("prov:wasQuotedFrom" in finding.message for finding in found)


def test_a_film_described_in_an_unknown_item_is_found(exports: Path) -> None:
    found = _added(exports, "film:salt-road kg:describedIn <https://w3id.org/filmkg/document/trade/none#1> .\n")
    assert any("describedIn leads to Item" in finding.message for finding in found)


def test_terms_of_other_vocabularies_are_welcome(exports: Path) -> None:
    assert _added(exports, "film:salt-road <http://www.w3.org/2002/07/owl#sameAs> <http://e.org/q1> .\n") == []


def test_findings_are_the_same_each_time(exports: Path) -> None:
    first = _added(exports, "film:salt-road kg:features [ a kg:Person ] .\n")
    assert first == validate(exports) == sorted(first)


@pytest.mark.parametrize("name", [FILM_GRAPH, EVIDENCE])
def test_a_torn_file_is_an_error(exports: Path, name: str) -> None:
    data = (exports / name).read_bytes()
    (exports / name).write_bytes(data[: len(data) // 2])
    with pytest.raises(BuildError, match=name):
        validate(exports)


def test_a_missing_file_is_an_error(exports: Path) -> None:
    (exports / EVIDENCE).unlink()
    with pytest.raises(BuildError, match="kg build"):
        validate(exports)
