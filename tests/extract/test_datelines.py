"""Datelines: listings whose texts begin with a place in capitals."""

from __future__ import annotations

from kg.document import Document
from kg.extract import read_all
from kg.extract.kind import recognise
from kg.extract.listing.datelines import dateline_heads

PAGE = """News
PRODUCTION: Puppet Feature Underway
LJUBLJANA: Director Matej Kobalnik is in preparation with The Clockwork Heron, a Slovenian/Italian coproduction.
Film Commissions Meet in Bratislava
BRATISLAVA: Representatives of twelve regional offices discussed rebates, studios and the training of crews.
FNE at Cannes 2017: Review: Nightboat
CANNES: A ferry that never arrives and a captain who will not admit it, by Hungarian director Gabor Szentmartoni.
"""


def _document(text: str) -> Document:
    return Document("page.txt", text)


def test_a_page_with_datelines_is_a_listing() -> None:
    assert recognise(_document(PAGE))[0] == "listing"


def test_what_stands_above_a_dateline_is_a_headline() -> None:
    assert sorted(dateline_heads(_document(PAGE))) == [2, 4, 6]


def test_a_headline_begins_behind_its_label() -> None:
    document = _document(PAGE)
    first, _, _ = dateline_heads(document)[2]
    assert document.text[first:].startswith("Puppet Feature")


def test_a_label_may_name_the_festival() -> None:
    (reading,) = read_all([_document(PAGE)])
    assert any(claim.predicate == "screenedAt" and claim.subject.name == "Nightboat" for claim in reading.claims)


def test_two_datelines_make_no_listing() -> None:
    assert dateline_heads(_document("\n".join(PAGE.split("\n")[:5]))) == {}


def test_a_headline_in_capitals_does_not_overrule_its_text() -> None:
    page = PAGE.replace("Film Commissions Meet in Bratislava", "Latvia Sends Berzin's Drought to the Oscars").replace(
        "Representatives of", "The Latvian candidate is Drought by Ivars Berzin, said representatives of"
    )
    (reading,) = read_all([_document(page)])
    made = [claim.subject.name for claim in reading.claims if claim.predicate == "directed" and claim.item]
    assert "Ivars Berzin" in made
    assert not any("Sends" in name for name in made)


def test_questions_of_an_interview_are_no_datelines() -> None:
    question = "ABC: How long did you look for the money that this film about a lighthouse needed in the end?"
    answer = "For three years. Nobody wanted a film without people."
    assert dateline_heads(_document("\n".join([answer, question] * 4))) == {}
