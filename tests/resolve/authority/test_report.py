"""What was found, as people and programs read it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.errors import UsageError
from kg.resolve.authority.candidate import Candidate
from kg.resolve.authority.plain import one_line, shown
from kg.resolve.authority.reconcile import Found
from kg.resolve.authority.report import report
from kg.resolve.entity import Entity

KIP = Entity("film/kip", "Film", "Kip")
URL = "https://films.example.org/api"


def found(name: str = "Kip", description: str = "film of 1998") -> Found:
    query, asked = '{"query":"Kip"}', "2026-11-21T12:00:00Z"
    types = (("f", "Film"), ("w", ""))
    one = Candidate(
        "film/kip", "Kip", "Film", URL, query, "Q1", name, description, types, 87.5, True, asked, "likely"
    )  # fmt: skip
    return Found(KIP, (one,))


def test_a_table_groups_candidates_under_their_entity() -> None:
    assert report([found()], "table") == (
        "Kip  (film/kip)\n  likely    Q1  Kip · film of 1998 · [Film, w] · 87.5 · the service is sure\n"
    )


def test_a_table_says_what_was_decided() -> None:
    assert report([found()], "table", {("film/kip", URL, "Q1"): "rejected"}).endswith("· rejected\n")


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (Found(KIP, fault="HTTP 500"), "  failed: HTTP 500"),
        (Found(KIP, unanswered=True), "  unanswered: nothing is kept of this question"),
        (Found(KIP), "  no candidate"),
    ],
)
def test_a_table_says_why_there_is_none(one: Found, line: str) -> None:
    assert report([one], "table").splitlines()[1] == line


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("name", ["\x1b[31mKip", "Kip\u202e", "Kip\x07", "\x9b1mKip", "\u2066Kip"])
def test_no_control_character_reaches_a_screen(form: str, name: str) -> None:
    assert all(char.isprintable() or char in "\r\n" for char in report([found(name)], form))


@pytest.mark.parametrize("name", ["Kip\nSalt", 'Say "Kip"', "{Kip}", "Kip, Salt"])
def test_csv_gives_names_as_they_are(name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(report([found(name)], "csv"), newline="")))
    assert (rows[0]["name"], rows[0]["id"], rows[0]["match"]) == (name, "Q1", "true")


@pytest.mark.parametrize("name", ["Kip\nSalt", 'Say "Kip"', "\x1b[31mKip\u202e", "🎬\U000e0001"])
def test_json_gives_names_as_they_are(name: str) -> None:
    rows = json.loads(report([found(name)], "json"))
    assert rows[0]["candidates"][0]["name"] == name
    assert rows[0]["candidates"][0]["types"] == [{"id": "f", "name": "Film"}, {"id": "w", "name": ""}]


def test_another_format_is_refused() -> None:
    with pytest.raises(UsageError, match="not shown as xml"):
        report([found()], "xml")


def test_letters_of_all_scripts_are_shown() -> None:
    assert shown("Чайка 海 é 🎬") == "Чайка 海 é 🎬"


def test_what_a_screen_would_obey_is_shown_escaped() -> None:
    assert shown("a\x1b[31m\u202e\n\ud800") == "a\\x1b[31m\\u202e\\n\\ud800"


def test_one_line_has_no_breaks() -> None:
    assert one_line(" a\n\tb\u2028c ") == "a b c"
