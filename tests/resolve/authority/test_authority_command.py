"""`kg reconcile` and `kg match` as they are typed, up to the graph that a build makes of what was accepted."""

from __future__ import annotations

import csv
import io
import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest
from film_register import WIKIDATA, Register, Say, candidate

from kg.build import Places, build

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # typer's own import of click
    from kg.cli import main

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A small graph of one listing page."""
    folder = tmp_path_factory.mktemp("authority")
    (folder / "pages").mkdir()
    shutil.copy(ROOT / "tests" / "golden" / "listing-country" / "page.txt", folder / "pages")
    places = Places((folder / "pages",), folder / "exports", folder / ".kg" / "store", folder / "identity")
    build(places)
    return places


@pytest.fixture
def home(built: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, register: Register) -> Path:
    """A working folder with the graph in it, and a service of Wikidata's ids that knows one film."""
    for name in ("pages", "exports", "identity"):
        shutil.copytree(built.out.parent / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    register.manifest = dict(WIKIDATA)
    register.answer = lambda queries: {
        key: {
            "result": [
                candidate("Saltplantagen", 42, description="film of 2023", type=[{"id": "Q11424", "name": "film"}])
            ]
        }
        if query["query"] == "The Salt Orchard"
        else {"result": []}
        for key, query in queries.items()
    }
    return tmp_path


@pytest.fixture
def kg(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    assert home.is_dir()

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["kg", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main()
        out = capsys.readouterr()
        code = done.value.code
        return (code if isinstance(code, int) else 0), out.out, out.err

    return call


ORCHARD = "The Salt Orchard  (film/the-salt-orchard)\n  possible  Q42  Saltplantagen · film of 2023 · [film] · 58\n"
WHY = ("--why", "Same director.", "--who", "editor")


def test_candidates_are_shown_under_their_film(kg: Any, register: Register) -> None:
    assert kg("reconcile", register.url, "the salt orchard") == (0, ORCHARD, "")


def test_all_films_are_asked_for_where_none_is_named(kg: Any, register: Register) -> None:
    code, out, _ = kg("reconcile", register.url)
    assert code == 0
    assert ORCHARD in out
    assert "no candidate" in out


def test_a_film_goes_with_what_is_known_of_it(kg: Any, register: Register) -> None:
    kg("reconcile", register.url, "film/the-salt-orchard")
    query = register.batches[0]["q0"]
    assert query["type"] == "Q11424"
    assert {"pid": "P57", "v": "Signe Ravnholt"} in query["properties"]


def test_people_and_companies_can_be_asked_for(kg: Any, register: Register) -> None:
    kg("reconcile", register.url, "--type", "person", "Signe Ravnholt")
    kg("reconcile", register.url, "--type", "company", "Nordlys Sten")
    assert [batch["q0"]["type"] for batch in register.batches] == ["Q5", "Q43229"]


def test_a_property_may_be_told(kg: Any, register: Register) -> None:
    kg("reconcile", register.url, "The Salt Orchard", "--property", "film.company=P272")
    assert register.batches[0]["q0"]["properties"] == [{"pid": "P272", "v": "Nordlys Sten"}]


def test_csv_and_json_are_given(kg: Any, register: Register) -> None:
    _, out, _ = kg("reconcile", register.url, "The Salt Orchard", "--format", "csv")
    assert next(iter(csv.DictReader(io.StringIO(out))))["id"] == "Q42"
    _, out, _ = kg("reconcile", register.url, "The Salt Orchard", "--format", "json")
    assert json.loads(out)[0]["candidates"][0]["id"] == "Q42"


def test_offline_says_what_is_unanswered_and_is_content(kg: Any, register: Register) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    code, out, err = kg("reconcile", register.url, "--mode", "offline")
    assert code == 0
    assert ORCHARD in out
    assert "unanswered: nothing is kept" in out
    assert "0 failed" in err


def test_a_service_that_fails_is_told_and_the_code_is_1(kg: Any, register: Register) -> None:
    register.answer = lambda _: Say(status=404)
    code, out, err = kg("reconcile", register.url, "The Salt Orchard")
    assert (code, out) == (1, "The Salt Orchard  (film/the-salt-orchard)\n  failed: HTTP 404 Not Found\n")
    assert err == "kg: of 1, 1 failed and 0 are unanswered\n"


def test_names_with_controls_are_shown_escaped(kg: Any, register: Register) -> None:
    register.answer = lambda _: {"q0": {"result": [candidate("\x1b]0;evil\x07Kip\u202e")]}}
    assert "\\x1b]0;evil\\x07Kip\\u202e" in kg("reconcile", register.url, "The Salt Orchard")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--type", "pet"), "one of film, person, company"),
        (("--mode", "fast"), "one of online, offline, refresh"),
        (("--format", "xml"), "one of table, csv, json"),
        (("--property", "x"), "write it like film.director=P57"),
        (("--out", "nowhere"), "run `kg build` first"),
        (("Salt Orchid",), "did you mean The Salt Orchard?"),
    ],
)
def test_wrong_use_says_what_is_right(kg: Any, register: Register, words: tuple[str, ...], said: str) -> None:
    code, _, err = kg("reconcile", register.url, *words)
    assert code == 2
    assert said in err


def test_an_address_of_a_file_is_refused(kg: Any) -> None:
    code, _, err = kg("reconcile", "file:///etc/passwd")
    assert code == 2
    assert "begins with https://" in err


def test_a_decision_is_kept_and_shown(kg: Any, register: Register, home: Path) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    _, out, _ = kg("match", "The Salt Orchard", register.url, "Q42", *WHY)
    path = Path("identity/matches.jsonl")
    assert out == f"{path}: accepted wikidata:Q42 (Saltplantagen) for film/the-salt-orchard\n"
    row = json.loads((home / path).read_text(encoding="utf-8"))
    assert (row["match"], row["who"], row["why"]) == ("accepted", "editor", "Same director.")
    assert row["mention"] == {"type": "Film", "name": "The Salt Orchard"}
    assert kg("reconcile", register.url, "The Salt Orchard")[1].endswith("· accepted\n")


def test_a_candidate_may_be_rejected_and_that_withdrawn(kg: Any, register: Register, home: Path) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    for option in ("--reject", "--withdraw"):
        assert kg("match", "The Salt Orchard", register.url, "Q42", option, *WHY)[0] == 0
    lines = (home / "identity" / "matches.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["match"] for line in lines] == ["rejected", "withdrawn"]
    assert kg("reconcile", register.url, "The Salt Orchard")[1] == ORCHARD


def test_the_same_decision_is_not_kept_twice(kg: Any, register: Register) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    kg("match", "The Salt Orchard", register.url, "Q42", *WHY)
    code, _, err = kg("match", "The Salt Orchard", register.url, "Q42", *WHY)
    assert code == 2
    assert "accepted already, by editor" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("The Salt Orchard", "Q43"), "no kept answer"),
        (("The Salt Orchard", "Q42", "--withdraw"), "nothing was decided"),
        (("The Salt Orchard", "Q42", "--withdraw", "--reject"), "different things"),
        (("Nobody", "Q42"), "no film, person or company is called"),
        (("Denmark", "Q42"), "no film, person or company is called"),
    ],
)
def test_what_no_service_said_cannot_be_accepted(
    kg: Any, register: Register, home: Path, words: tuple[str, ...], said: str
) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    code, _, err = kg("match", words[0], register.url, *words[1:], *WHY)
    assert code == 2
    assert said in err
    assert not (home / "identity" / "matches.jsonl").exists()


def test_a_decision_without_a_reason_is_refused(kg: Any, register: Register) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    assert kg("match", "The Salt Orchard", register.url, "Q42", "--why", " ")[0] == 2


def test_an_accepted_match_stands_in_the_graph_with_its_proof(kg: Any, register: Register, home: Path) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    before = (home / "exports" / "film-graph.ttl").read_text(encoding="utf-8")
    kg("match", "The Salt Orchard", register.url, "Q42", *WHY)
    kg("build", "pages")
    graph = (home / "exports" / "film-graph.ttl").read_text(encoding="utf-8")
    assert 'kg:identifier "wikidata:Q42"' in graph
    assert "schema:sameAs <http://www.wikidata.org/entity/Q42>" in graph
    assert 'kg:alsoKnownAs "Saltplantagen"' in graph
    code, out, err = kg("verify", "pages")
    assert (code, err) == (0, ""), out
    assert "authority/127.0.0.1/q42" in kg("why", "The Salt Orchard", "--source", "pages")[1]
    assert kg("validate")[0] == 0
    kg("match", "The Salt Orchard", register.url, "Q42", "--withdraw", *WHY)
    kg("build", "pages")
    assert (home / "exports" / "film-graph.ttl").read_text(encoding="utf-8") == before


def test_a_match_changed_after_the_build_is_found_by_verify(kg: Any, register: Register, home: Path) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    kg("match", "The Salt Orchard", register.url, "Q42", *WHY)
    kg("build", "pages")
    path = home / "identity" / "matches.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("Q42", "Q43"), encoding="utf-8")
    assert kg("verify", "pages")[0] == 1


def test_a_match_about_what_no_page_names_changes_nothing(kg: Any, register: Register, home: Path) -> None:
    kg("reconcile", register.url, "The Salt Orchard")
    kg("match", "The Salt Orchard", register.url, "Q42", *WHY)
    path = home / "identity" / "matches.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("The Salt Orchard", "The Other"), encoding="utf-8")
    before = (home / "exports" / "claims.jsonl").read_bytes()
    kg("build", "pages")
    assert (home / "exports" / "claims.jsonl").read_bytes() == before
    assert kg("verify", "pages")[0] == 0


def test_a_torn_line_stops_the_build(kg: Any, home: Path) -> None:
    (home / "identity" / "matches.jsonl").write_text('{"match": "acc', encoding="utf-8")
    code, _, err = kg("build", "pages")
    assert code == 1
    assert "matches.jsonl:1: not a match" in err
