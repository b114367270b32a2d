"""What a file of judgements may hold, and what is said of one that is damaged."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - tests say what their fixtures are
from typing import Any

import pytest

from kg.claim import Claim, Mention
from kg.document import Span
from kg.errors import BuildError
from kg.resolve import Ledger, resolve
from kg.resolve.judgement import Judged, Judgement, add_judgements, in_force, read_judgements


def line(kind: str, *names: str, documents: tuple[str, ...] = ("", ""), **more: Any) -> str:
    sides = [
        {"type": "Person", "name": name} | ({"document": document} if document else {})
        for name, document in zip(names, documents, strict=False)
    ]
    row = {"judgement": kind, "left": sides[0], "who": "me", "when": "2026-01-01", "why": "so", **more}
    return json.dumps(row | ({"right": sides[1]} if len(sides) > 1 else {})) + "\n"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "decisions.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def claim(person: str, film: str, document: str = "a/1") -> Claim:
    return Claim(
        document, None, Mention("Person", person), "directed", Mention("Film", film), (Span(0, 1, "x"),), "t/1", "t"
    )


def notes(path: Path, *claims: Claim) -> list[tuple[int, str]]:
    found = resolve(claims, read_judgements(path), Ledger()).identity
    assert found is not None
    return [(note.line, note.what) for note in found.notes]


def test_a_judgement_comes_back_as_it_was_written(tmp_path: Path) -> None:
    one = Judgement(
        "same", Judged("Person", "A B", "a/1"), Judged("Person", "A C"), None, "me", "2026-01-01", "so", 1, 0.9, "r/1"
    )
    add_judgements(tmp_path / "decisions.jsonl", [one])
    assert read_judgements(tmp_path / "decisions.jsonl") == (one,)


def test_what_is_added_stands_behind_what_is_there(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "A B", "A C").rstrip("\n"))
    add_judgements(path, [Judgement("unsure", Judged("Person", "X"), Judged("Person", "Y"), None, "m", "w", "y", 0)])
    assert [each.kind for each in read_judgements(path)] == ["same", "unsure"]


def test_nothing_is_added_to_a_torn_file(tmp_path: Path) -> None:
    path = written(tmp_path, '{"judgement": "sa')
    with pytest.raises(BuildError, match="torn"):
        add_judgements(path, [])


def test_a_torn_last_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"decisions\.jsonl:2: the last line is torn"):
        read_judgements(written(tmp_path, line("same", "A B", "A C"), '{"judgement": "same", "left"'))


@pytest.mark.parametrize("field", ["left", "right", "who", "when", "why"])
def test_a_missing_field_is_named(tmp_path: Path, field: str) -> None:
    row = json.loads(line("same", "A B", "A C"))
    del row[field]
    with pytest.raises(BuildError, match=f"decisions.jsonl:1: not a judgement: '{field}' is missing"):
        read_judgements(written(tmp_path, json.dumps(row)))


def test_a_person_and_a_film_are_never_one(tmp_path: Path) -> None:
    row = json.loads(line("same", "A B", "A C")) | {"right": {"type": "Film", "name": "A C"}}
    with pytest.raises(BuildError, match=r"decisions\.jsonl:1: a Person and a Film are never one"):
        read_judgements(written(tmp_path, json.dumps(row)))


def test_a_name_is_not_judged_against_itself(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="the same one"):
        read_judgements(written(tmp_path, line("same", "A B", "A b")))


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(BuildError, match="not UTF-8"):
        read_judgements(tmp_path / "decisions.jsonl")


def test_a_withdrawn_judgement_is_not_in_force(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "A B", "A C"), line("withdrawn", "A C", "A B"))
    assert in_force(read_judgements(path)) == []


def test_what_is_unsure_decides_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "A B", "A C"), line("unsure", "A B", "A C"))
    assert in_force(read_judgements(path)) == []


def test_a_judgement_said_twice_is_noted_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "Ana B", "Ana C"), line("same", "Ana C", "Ana B"))
    assert notes(path, claim("Ana B", "F"), claim("Ana C", "G")) == [(2, "says again what line 1 says")]


def test_a_circle_is_noted_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "A B", "C D"), line("same", "C D", "E F"), line("same", "E F", "A B"))
    claims = [claim("A B", "F"), claim("C D", "G"), claim("E F", "H")]
    assert notes(path, *claims) == [(3, "says what other lines together say already")]


def test_a_mention_that_is_not_there_is_noted(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "Ana B", "Ana C"))
    assert notes(path, claim("Ana B", "F")) == [(1, "no Person 'Ana C' in any document")]


def test_a_mention_that_is_not_in_its_document_is_noted(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "Ana B", "Ana C", documents=("a/1", "a/2")))
    claims = [claim("Ana B", "F"), claim("X Y", "G", "a/2"), claim("Ana C", "H", "a/3")]
    assert notes(path, *claims) == [(1, "no Person 'Ana C' in a/2")]


def test_a_judgement_of_a_document_that_is_not_there_today_waits(tmp_path: Path) -> None:
    path = written(tmp_path, line("same", "Ana B", "Ana C", documents=("a/1", "b/9")))
    assert notes(path, claim("Ana B", "F")) == []
