"""Reviewing as a person does it: in the terminal, in a spreadsheet, with nomenklatura's rows."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.claim import Claim, Mention
from kg.document import Span
from kg.resolve.judgement import in_force, read_judgements

KG = str(Path(sys.executable).with_name("kg"))


def claim(person: str, film: str, document: str, predicate: str = "starredIn") -> Claim:
    words = f"{person} in {film}"
    return Claim(
        document, None, Mention("Person", person), predicate, Mention("Film", film),
        (Span(0, len(words), words),), "t/1", "t", as_of="2020-01-01",
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of four documents with two open questions of one kind and one of another."""
    told = [
        claim("Daniel Ferrandon", "Kelp", "a/1", "directed"), claim("Danielle Ferrandon", "Kelp", "a/2", "directed"),
        claim("Marina Orsk", "Tide", "a/1", "directed"), claim("Martina Orsk", "Tide", "a/2", "directed"),
        claim("G. Lindqvist", "Salt Road", "a/3", "directed"),
        claim("Gustav Lindqvyst", "Salt Road", "a/4", "directed"),
        claim("Marina Orsk", "Salt Road", "a/3"), claim("Marina Orsk", "Third", "a/1"),
    ]  # fmt: skip
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "claims.jsonl").write_text(
        "".join(each.to_json() + "\n" for each in sorted(told, key=lambda one: one.order)), encoding="utf-8"
    )
    return tmp_path


def kg(folder: Path, *arguments: str, keys: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([KG, *arguments], cwd=folder, input=keys, capture_output=True, text=True, check=False)


def decided(folder: Path) -> list[tuple[str, str, str]]:
    return [
        (each.kind, each.left.name, each.right.name if each.right else "")
        for each in read_judgements(folder / "identity" / "decisions.jsonl")
    ]


def test_the_answer_worth_most_is_asked_first(folder: Path) -> None:
    lines = kg(folder, "review", "--list").stdout.splitlines()
    assert next(line for line in lines if line.startswith("  A")).split()[1] == "Marina"


def test_one_key_is_one_decision(folder: Path) -> None:
    kg(folder, "review", keys="dq")
    assert decided(folder) == [("different", "Marina Orsk", "Martina Orsk")]


def test_a_question_shows_the_words_of_both_sides(folder: Path) -> None:
    shown = kg(folder, "review", keys="q").stdout
    assert "»Marina Orsk in Tide«" in shown
    assert "»Martina Orsk in Tide«" in shown


def test_a_batch_is_judged_in_one_go(folder: Path) -> None:
    kg(folder, "review", keys="bdq")
    assert {each[1] for each in decided(folder)} == {"Marina Orsk", "Daniel Ferrandon"}


def test_what_was_judged_is_not_asked_again(folder: Path) -> None:
    kg(folder, "review", keys="duq")
    assert kg(folder, "review", "--list").stdout.splitlines()[-1] == "1 open"


def test_what_somebody_was_unsure_of_is_asked_again_on_demand(folder: Path) -> None:
    kg(folder, "review", keys="uq")
    assert kg(folder, "review", "--list", "--unsure").stdout.splitlines()[-1] == "3 open"


def test_a_judgement_is_taken_back_in_the_sitting(folder: Path) -> None:
    kg(folder, "review", keys="szq")
    assert in_force(read_judgements(folder / "identity" / "decisions.jsonl")) == []


def test_undo_takes_back_the_last(folder: Path) -> None:
    kg(folder, "review", keys="ddq")
    kg(folder, "undo")
    assert [each.left.name for each in in_force(read_judgements(folder / "identity" / "decisions.jsonl"))] == [
        "Marina Orsk"
    ]


def test_undo_of_a_line_that_holds_none_says_which_do(folder: Path) -> None:
    kg(folder, "review", keys="dq")
    done = kg(folder, "undo", "7")
    assert (done.returncode, "one of 1" in done.stderr) == (2, True)


def test_split_parts_two_names(folder: Path) -> None:
    kg(folder, "split", "Marina Orsk", "martina orsk", "--why", "sisters")
    assert decided(folder) == [("different", "Marina Orsk", "Martina Orsk")]


def test_split_parts_one_name_in_two_documents(folder: Path) -> None:
    kg(folder, "split", "Marina Orsk", "--document", "a/3")
    (made,) = read_judgements(folder / "identity" / "decisions.jsonl")
    assert made.right is not None
    assert {made.left.document, made.right.document} == {"a/1", "a/3"}


def test_split_of_an_unknown_name_gives_the_nearest(folder: Path) -> None:
    done = kg(folder, "split", "Marina Orks", "Martina Orsk")
    assert (done.returncode, "'Marina Orsk'" in done.stderr) == (2, True)


def test_a_spreadsheet_comes_back(folder: Path) -> None:
    kg(folder, "review", "--export", "q.csv")
    rows = list(csv.DictReader(io.StringIO((folder / "q.csv").read_text(encoding="utf-8"))))
    rows[0]["judgement"] = "different"
    with (folder / "q.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    kg(folder, "review", "--import", "q.csv")
    assert decided(folder) == [("different", "Marina Orsk", "Martina Orsk")]


def test_a_spreadsheet_taken_in_twice_counts_once(folder: Path) -> None:
    kg(folder, "review", "--export", "q.csv")
    text = (folder / "q.csv").read_text(encoding="utf-8").replace("\n,", "\nsame,", 1)
    (folder / "q.csv").write_text(text, encoding="utf-8")
    kg(folder, "review", "--import", "q.csv")
    kg(folder, "review", "--import", "q.csv")
    assert len(decided(folder)) == 1


def test_an_unknown_word_in_a_spreadsheet_is_named_with_its_line(folder: Path) -> None:
    kg(folder, "review", "--export", "q.csv")
    text = (folder / "q.csv").read_text(encoding="utf-8").replace("\n,", "\nperhaps,", 1)
    (folder / "q.csv").write_text(text, encoding="utf-8")
    done = kg(folder, "review", "--import", "q.csv")
    assert "q.csv:2: unknown judgement 'perhaps'" in done.stderr
    assert not (folder / "identity" / "decisions.jsonl").exists()


def test_rows_of_nomenklatura_come_back(folder: Path) -> None:
    kg(folder, "review", "--export", "q.ijson")
    rows = [json.loads(line) for line in (folder / "q.ijson").read_text(encoding="utf-8").splitlines()]
    rows[0][2:] = ["positive", 0.9, "someone", "2026-02-03T10:00:00"]
    (folder / "q.ijson").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    kg(folder, "review", "--import", "q.ijson")
    (made,) = read_judgements(folder / "identity" / "decisions.jsonl")
    assert (made.kind, made.who, made.when, made.score) == ("same", "someone", "2026-02-03", 0.9)


def test_an_id_that_nothing_has_is_named_with_its_line(folder: Path) -> None:
    (folder / "q.ijson").write_text('["person/nobody", "person/marina-orsk", "positive", null, "x", "2026"]\n')
    assert "q.ijson:1: nothing here has the id" in kg(folder, "review", "--import", "q.ijson").stderr


def test_a_name_that_is_a_formula_stays_text(folder: Path) -> None:
    told = [claim("=HYPERLINK(1) Orsk", "Kelp", "a/1"), claim("=HYPERLINC(1) Orsk", "Kelp", "a/2")]
    (folder / "exports" / "claims.jsonl").write_text("".join(each.to_json() + "\n" for each in told), encoding="utf-8")
    kg(folder, "review", "--export", "q.csv")
    assert ",=" not in (folder / "q.csv").read_text(encoding="utf-8")
