"""Records on one line, records whose fields run on, and lists whose films take several lines each."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = "Projects at the forum\n\nThe forum on the lake has chosen its projects for this year, as it told the press.\n\n"
WHO = frozenset({"directed", "wrote", "produced", "coProduced", "starredIn", "sold", "countryOfOrigin"})


def told(text: str) -> set[tuple[str, str, str]]:
    (reading,) = read_all([Document("pages/forum.txt", f"{HEAD}{text}\n", metadata=Metadata(kind="article"))])
    return {
        (claim.subject.name, claim.predicate, claim.object.name)  # type: ignore[union-attr]
        for claim in reading.claims
        if claim.predicate in WHO
    }


# ---- fields that run on ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        "Director: Ida Holm | Screenplay: Jo Berg | Production: Sund Film | Cast: Liv Vale, Per Lund",
        "Director: Ida Holm Screenplay: Jo Berg Production: Sund Film Cast: Liv Vale, Per Lund",
        "Director Ida Holm Screenplay Jo Berg Production Sund Film Cast Liv Vale, Per Lund",
        "Director: Ida Holm; Screenplay: Jo Berg; Production: Sund Film; Cast: Liv Vale, Per Lund",
        "Director / Ida Holm\nScreenplay / Jo Berg\nProduction / Sund Film\nCast / Liv Vale, Per Lund",
        "Director Ida Holm\nScreenplay Jo Berg\nProduction Sund Film\nCast Liv Vale, Per Lund",
    ],
)
def test_fields_are_read_whatever_parts_them(fields: str) -> None:
    assert told(f"Low Water (Norway)\n\n{fields}") == {
        ("Ida Holm", "directed", "Low Water"),
        ("Jo Berg", "wrote", "Low Water"),
        ("Sund Film", "produced", "Low Water"),
        ("Liv Vale", "starredIn", "Low Water"),
        ("Per Lund", "starredIn", "Low Water"),
        ("Low Water", "countryOfOrigin", "Norway"),
    }


def test_one_field_with_a_slash_is_none() -> None:
    assert told("Director / Ida Holm") == set()


def test_a_field_of_nobody_yet_tells_nothing() -> None:
    fields = "Director: Ida Holm\nProduction: Sund Film\nWorld sales: TBA"
    assert not any(predicate == "sold" for _, predicate, _ in told(f"Low Water (Norway)\n\n{fields}"))


def test_countries_behind_a_director_are_the_films() -> None:
    lines = "\n\n".join(
        f"“{title}”\n\nDirector: {name}, Norway-Spain"
        for title, name in (("Low Water", "Ida Holm"), ("Salt", "Jo Berg"), ("Open Road", "Liv Vale"))
    )
    assert {("Salt", "countryOfOrigin", "Norway"), ("Salt", "countryOfOrigin", "Spain")} <= told(lines)


# ---- what stands between a title and its fields ----------------------------------------------------------------------

BELOW = (
    "Two sisters inherit a boat that nobody can steer, and a debt that nobody can pay.\n\n"
    "Director: {}\nProducer: Per Lund\nProduction companies: {} (Norway)\n\n\n"
)


def test_a_title_with_countries_stands_above_what_its_film_tells() -> None:
    records = f"Low Water / Lavvann (Norway, Spain)\n\n{BELOW.format('Ida Holm', 'Sund Film')}"
    records += f"Open Road (Spain, Norway)\n\n{BELOW.format('Jo Berg', 'Lux Pictures')}"
    assert {("Jo Berg", "directed", "Open Road"), ("Lux Pictures", "produced", "Open Road")} <= told(records)


def test_of_two_records_neither_is_what_the_page_is_about() -> None:
    records = f"Low Water (Norway, Spain)\n\n{BELOW.format('Ida Holm', 'Sund Film')}"
    records += f"Open Road (Spain, Norway)\n\n{BELOW.format('Jo Berg', 'Lux Pictures')}"
    assert ("Jo Berg", "directed", "Low Water") not in told(records)


def test_a_place_and_a_day_are_no_title() -> None:
    fields = "Director: Ida Holm\nScreenplay: Jo Berg\nProduction: Sund Film"
    assert {film for _, _, film in told(f"Fact sheet: LOW WATER\n\nOslo, February 2018\n\n{fields}")} == {"LOW WATER"}


# ---- labels in a line ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Low Water (dir/scr: Ida Holm, prod: Sund Film, co-prod: Lux Pictures)",
        "• Low Water – €60,000 – feature – writer-director: Ida Holm – prod: Sund Film – co-prod: Lux Pictures.",
        "Low Water, dir/scr: Ida Holm, prod: Sund Film, co-prod: Lux Pictures",
        "• Low Water – montant alloué: 60.000 € – auteure-réalisatrice: Ida Holm – production: Sund Film – "
        "coproduction: Lux Pictures.",
    ],
)
def test_a_line_of_labels_is_a_record(line: str) -> None:
    assert told(line) == {
        ("Ida Holm", "directed", "Low Water"),
        ("Ida Holm", "wrote", "Low Water"),
        ("Sund Film", "produced", "Low Water"),
        ("Lux Pictures", "coProduced", "Low Water"),
    }


def test_a_heading_glued_to_a_line_is_no_part_of_its_title() -> None:
    films = {film for _, _, film in told("Feature filmsSalt Road, dir. Ida Holm, prod. Sund Film")}
    assert films == {"Salt Road"}


# ---- stacks ----------------------------------------------------------------------------------------------------------

STACKS = (
    ("Low Water", "Ida Holm", "Norway | Spain"),
    ("Cien noches sin luz", "Xoán Pardo", "Spain"),
    ("Salt", "Goran Stanić", "Serbia"),
)


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_lists_with_a_line_a_part_are_read_by_columns(blank: str) -> None:
    text = "\n\n".join(blank.join(stack) for stack in STACKS)
    directed = {fact for fact in told(text) if fact[1] == "directed"}
    assert directed == {(name, "directed", title) for title, name, _ in STACKS}


def test_a_stack_gives_the_countries_of_its_last_line() -> None:
    text = "\n\n".join("\n".join(stack) for stack in STACKS)
    assert {("Low Water", "countryOfOrigin", "Norway"), ("Low Water", "countryOfOrigin", "Spain")} <= told(text)


def test_cells_of_a_table_that_lost_its_rows_are_stacks() -> None:
    cells = "".join(
        f"{title}\nSund Film {at} Oy\n{name}\n{at}0 000 €\n" for at, (title, name, _) in enumerate(STACKS, 1)
    )
    assert {("Ida Holm", "directed", "Low Water"), ("Sund Film 3 Oy", "produced", "Salt")} <= told(cells)
