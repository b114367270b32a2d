"""Lines that give a title with its director, above fields that give the rest: who directed is told by the line."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = "Projects at the forum\n\nThe forum on the lake has chosen its projects for this year, as it told the press.\n\n"
RECORDS = (
    ("Low Water", "Ida Holm", "Norway", "Jo Berg", "Sund Film"),
    ("Open Road, Night", "Xoán Pardo", "Spain", "Ana Roth", "Lux Pictures"),
    ("Salt", "Goran Stanić", "Serbia", "Liv Vale", "Treća Obala"),
)
FIELDS = "Producer: {producer}\n\nProduction company: {firm}"


def told(head: str, fields: str, records: tuple[tuple[str, ...], ...]) -> set[tuple[str, str, str]]:
    text = HEAD + "\n\n".join(
        f"{head}\n\n{fields}".format(title=title, director=director, land=land, producer=producer, firm=firm)
        for title, director, land, producer, firm in records
    )
    (reading,) = read_all([Document("pages/heads.txt", f"{text}\n", metadata=Metadata(kind="article"))])
    return {
        (claim.subject.name, claim.predicate, claim.object.name)  # type: ignore[union-attr]
        for claim in reading.claims
        if claim.predicate in ("directed", "produced")
    }


def wanted(records: tuple[tuple[str, ...], ...]) -> set[tuple[str, str, str]]:
    return {
        fact
        for title, director, _, producer, firm in records
        for fact in ((director, "directed", title), (producer, "produced", title), (firm, "produced", title))
    }


@pytest.mark.parametrize(
    "head",
    [
        "{title} - {director} ({land})",
        "{title} – {director}",
        "{title} by {director} ({land})",
        "{title}, {director} ({land})",
        "{title} ({land}) – {director}",
        "{director} – {title} ({land})",
        "{title} | {director} | {land}",
        "{title} (dir. {director})",
    ],
)
def test_a_head_in_a_list_names_its_director(head: str) -> None:
    assert told(head, FIELDS, RECORDS) == wanted(RECORDS)


def test_a_head_alone_names_its_director() -> None:
    assert told("{title} - {director} ({land})", FIELDS, RECORDS[:1]) == wanted(RECORDS[:1])


def test_a_dash_in_a_title_is_no_director_where_a_field_names_one() -> None:
    fields = "Director: {director}\n\nProducer: {producer}\n\nProduction company: {firm}"
    assert ("Ida Holm", "directed", "Low Water - Anna Sund") in told("{title} - Anna Sund", fields, RECORDS[:1])


def test_a_jury_is_no_list_of_films() -> None:
    text = HEAD + (
        "Jury:\n\nMarguerite Delatour, Festival Manager, Halyard\n\nStefan Brandt, Artistic Director, Lakeside\n\n"
        "Kaisa Lintu, Acquisitions Executive, Sund TV\n\nDavit Pachua, Producer, Kolkha Film\n"
    )
    (reading,) = read_all([Document("pages/jury.txt", text, metadata=Metadata(kind="article"))])
    assert not [claim for claim in reading.claims if claim.predicate == "directed"]


def test_a_label_that_all_lines_have_is_no_film() -> None:
    text = (
        HEAD
        + "Producers to know: Sund (Norway)\n\nProducers to know: Casa Roja (Spain)\n\nProducers to know: Lux (UK)\n"
    )
    (reading,) = read_all([Document("pages/label.txt", text, metadata=Metadata(kind="article"))])
    assert not [claim for claim in reading.claims if claim.predicate == "directed"]


def test_a_caption_is_cut_from_the_sentence_that_is_glued_to_it() -> None:
    text = HEAD + (
        "Low Water by Ilze HolmaThe feature films in production included Open Road directed by Jo Berg, which took "
        "the crew to the coast for two months.\n"
    )
    (reading,) = read_all([Document("pages/caption.txt", text, metadata=Metadata(kind="article"))])
    told = {(c.subject.name, c.object.name) for c in reading.claims if c.predicate == "directed"}  # type: ignore[union-attr]
    assert told == {("Ilze Holma", "Low Water"), ("Jo Berg", "Open Road")}
