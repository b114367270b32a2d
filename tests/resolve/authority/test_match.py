"""Decisions in matches.jsonl, and the documents and claims that accepted ones make."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path  # noqa: TC003 - tests say what their fixtures are
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claim import Claim, Mention, Value
from kg.document import Span
from kg.errors import BuildError
from kg.resolve.authority import (
    accepted,
    append_match,
    authority_readings,
    documents_and_claims,
    read_matches,
    words_of,
)
from kg.resolve.authority.match import Match
from kg.vocabulary import check

ROW: dict[str, Any] = {
    "match": "accepted",
    "mention": {"type": "Film", "name": "Kip"},
    "service": "https://wikidata.example.org/en/api",
    "id": "Q42",
    "name": "Le Kip",
    "description": "film of 1998",
    "types": [{"id": "Q11424", "name": "film"}],
    "score": 87.5,
    "query": {"query": "Kip", "limit": 3},
    "asked": "2026-11-21T12:00:00Z",
    "identifier": "wikidata:Q42",
    "who": "editor",
    "when": "2026-11-22",
    "why": "Same director and year.",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "identity" / "matches.jsonl"


def written(path: Path, *rows: dict[str, Any]) -> tuple[Match, ...]:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps({**ROW, **row}) + "\n" for row in rows), encoding="utf-8")
    return read_matches(path)


def claims_of(path: Path, **row: Any) -> tuple[Claim, ...]:
    return documents_and_claims(written(path, row))[0][1]


# ---- the file ----------------------------------------------------------------------------------------------------


def test_no_file_is_no_match(path: Path) -> None:
    assert read_matches(path) == ()


def test_a_line_is_read(path: Path) -> None:
    found = written(path, {})[0]
    assert (found.verdict, found.mention, found.id) == ("accepted", Mention("Film", "Kip"), "Q42")
    assert (found.types, found.score, found.line) == ((("Q11424", "film"),), 87.5, 1)


def test_a_line_is_written_as_it_is_read(path: Path) -> None:
    assert json.loads(written(path, {})[0].to_json()) == ROW


def test_an_appended_match_is_read_again(path: Path) -> None:
    match = written(path, {})[0]
    append_match(path, match.again("rejected", "editor", "2026-11-23", "Another film."))
    assert [(each.verdict, each.why) for each in read_matches(path)] == [
        ("accepted", "Same director and year."),
        ("rejected", "Another film."),
    ]


def test_earlier_lines_stay_byte_for_byte(path: Path) -> None:
    match = written(path, {}, {"id": "Q43"})[0]
    before = path.read_bytes()
    append_match(path, match)
    assert path.read_bytes().startswith(before)


def test_a_last_line_without_an_end_is_ended_first(path: Path) -> None:
    match = written(path, {})[0]
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append_match(path, match)
    assert len(read_matches(path)) == 2


def test_the_last_line_about_a_candidate_wins(path: Path) -> None:
    found = written(path, {}, {"match": "withdrawn"}, {"id": "Q43"}, {"match": "rejected", "id": "Q43"}, {"id": "Q44"})
    assert [each.id for each in accepted(found)] == ["Q44"]


def test_another_spelling_of_the_mention_is_the_same_decision(path: Path) -> None:
    found = written(path, {}, {"match": "withdrawn", "mention": {"type": "Film", "name": "KIP"}})
    assert accepted(found) == ()


def test_a_line_without_an_identifier_takes_host_and_id(path: Path) -> None:
    assert written(path, {"identifier": None})[0].identifier == "wikidata.example.org:Q42"


def test_a_line_separator_within_a_name_does_not_cut_the_line(path: Path) -> None:
    row = {**ROW, "name": "Le\u2028Kip"}
    path.parent.mkdir()
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read_matches(path)[0].name == "Le\u2028Kip"


BAD: list[dict[str, Any]] = [
    {"match": "perhaps"}, {"mention": {"type": "Pet", "name": "Kip"}}, {"mention": {"type": "Item", "name": "a#1"}},
    {"mention": {"type": "Film", "name": ""}}, {"mention": "Kip"}, {"service": "file:///etc/passwd"},
    {"service": "https://u:p@example.org/"}, {"id": ""}, {"id": 42}, {"name": None}, {"description": 3},
    {"types": "film"}, {"types": [{"name": "film"}]}, {"score": "87"}, {"score": True}, {"score": float("nan")},
    {"query": "Kip"}, {"asked": "yesterday"}, {"asked": "2026-13-45"}, {"identifier": "Q42"}, {"who": ""},
    {"when": ""}, {"why": " "}, {"name": "\ud800"},
]  # fmt: skip


@pytest.mark.parametrize("row", BAD, ids=str)
def test_a_wrong_line_is_an_error_that_names_it(path: Path, row: dict[str, Any]) -> None:
    with pytest.raises(BuildError) as error:
        written(path, {}, row)
    assert error.value.where == f"{path}:2"


@pytest.mark.parametrize("line", [b'{"match": "acc', b"[]", b"3", b"\xff", b"[" * 100_000, b"{}"])
def test_a_torn_line_is_an_error_that_names_it(path: Path, line: bytes) -> None:
    written(path, {})
    path.write_bytes(path.read_bytes() + b"\n" + line)
    with pytest.raises(BuildError) as error:
        read_matches(path)
    assert error.value.where == f"{path}:3"


@pytest.mark.parametrize("field", sorted(set(ROW) - {"identifier"}))
def test_a_line_without_a_field_is_an_error(path: Path, field: str) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({key: value for key, value in ROW.items() if key != field}), encoding="utf-8")
    with pytest.raises(BuildError, match="not a match"):
        read_matches(path)


def test_a_match_that_could_not_be_read_again_is_not_written(path: Path) -> None:
    match = replace(written(path, {})[0], why="")
    before = path.read_bytes()
    with pytest.raises(BuildError, match="why"):
        append_match(path, match)
    assert path.read_bytes() == before


# ---- documents and claims ----------------------------------------------------------------------------------------


def test_an_accepted_match_makes_a_document_of_one_line(path: Path) -> None:
    document, _ = documents_and_claims(written(path, {}))[0]
    assert document.id == "authority/wikidata.example.org/q42"
    assert document.text.count("\n") == 1
    assert json.loads(document.text)["identifier"] == "wikidata:Q42"


def test_it_claims_the_identifier_and_the_other_name(path: Path) -> None:
    assert [(each.subject, each.predicate, each.object) for each in claims_of(path)] == [
        (Mention("Film", "Kip"), "identifier", Value("wikidata:Q42")),
        (Mention("Film", "Kip"), "alsoKnownAs", Value("Le Kip")),
    ]


def test_the_same_name_is_no_alias(path: Path) -> None:
    assert [each.predicate for each in claims_of(path, name="kip")] == ["identifier"]


def test_a_claim_says_how_it_came_about(path: Path) -> None:
    claim = claims_of(path)[0]
    assert (claim.extractor, claim.rule, claim.as_of) == ("authority/1", "accepted-match", "2026-11-21")


@pytest.mark.parametrize("verdict", ["rejected", "withdrawn"])
def test_what_is_not_accepted_makes_nothing(path: Path, verdict: str) -> None:
    assert documents_and_claims(written(path, {"match": verdict})) == ()


def test_the_document_names_who_decided_and_why(path: Path) -> None:
    metadata = documents_and_claims(written(path, {}))[0][0].metadata
    assert metadata.note == "accepted by editor on 2026-11-22: Same director and year."
    assert metadata.address == "http://www.wikidata.org/entity/Q42"


def test_two_services_of_one_host_make_two_documents(path: Path) -> None:
    found = documents_and_claims(written(path, {}, {"service": "https://wikidata.example.org/fr/api"}))
    assert len({document.id for document, _ in found}) == 2


def test_the_order_of_lines_changes_no_document(path: Path) -> None:
    rows: list[dict[str, Any]] = [{}, {"id": "Q43"}, {"service": "https://wikidata.example.org/fr/api"}]
    one = [document for document, _ in documents_and_claims(written(path, *rows))]
    assert [document for document, _ in documents_and_claims(written(path, *reversed(rows)))] == one


NAMES = [
    'Say "Kip"',
    "{Kip}",
    "Kip\nSalt",
    "\x1b[31mKip",
    "\\",
    "Kip\u202e",
    "\u2028x",
    "e\u0301",
    '"',
    "🎬",
    "a\\u0041",
]


@pytest.mark.parametrize("name", NAMES)
def test_spans_hold_whatever_the_name(path: Path, name: str) -> None:
    document, claims = documents_and_claims(written(path, {"name": name, "why": name + "x", "id": name}))[0]
    assert json.loads(document.text)
    for claim in claims:
        check(claim)
        assert all(document.holds(span) for span in claim.spans)
        assert words_of(claim) == ["Kip", claim.object.value if isinstance(claim.object, Value) else ""]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_spans_hold_for_any_text(name: str) -> None:
    match = Match(
        "accepted", Mention("Film", name), None, "https://x.example.org/", name, name[::-1], name, ((name, name),), 1.0,
        "{}", "2026-11-21", "wikidata:Q42", name, "2026-11-21", name,
    )  # fmt: skip
    document, claims = documents_and_claims([match])[0]
    assert document.text.count("\n") == 1
    assert all(document.holds(span) for claim in claims for span in claim.spans)
    assert words_of(claims[0]) == [name, "wikidata:Q42"]


def spoken(name: str) -> Claim:
    span = (Span(0, 1, "x"),)
    return Claim("a/1", None, Mention("Person", "Ana"), "directed", Mention("Film", name), span, "t/1", "t")


def test_a_match_waits_for_a_text_that_names_its_film(path: Path) -> None:
    assert authority_readings(written(path, {}), [spoken("Salt")]) == []
    assert len(authority_readings(written(path, {}), [spoken("KIP")])) == 1


def test_a_reading_of_a_match_leaves_no_line_unread(path: Path) -> None:
    reading = authority_readings(written(path, {}), [spoken("Kip")])[0]
    assert [line.outcome for line in reading.lines] == ["read"]
