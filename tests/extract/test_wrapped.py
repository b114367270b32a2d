"""Pages whose paragraphs are broken into lines of one width are read by their paragraphs."""

from __future__ import annotations

from kg.document import Document
from kg.extract import read_document
from kg.extract.wrapped import unwrapped

PAGE = """Denmark at the Cannes festival

Press release 14.05.2003. Danish film has a strong presence
in Cannes this year, where the International Film Festival begins on
Wednesday 14 May: the Official Competition has taken Lars Holm's
"Dogtown", the International Critics' Week Christoffer Bue's
"Construction", and two works by students of the film school
are on view as well, the first in Cinéfondation, the second
in Critics' Week.
"Dogtown", whose producer is Vibeke Windel of Zenith Productions, is shown
to the world for the first time on Monday 19 May at the Palace. Journalists
see it and meet its makers earlier that day.
Those who come to buy or to produce can catch three more at the market:
Nicolas Winding's "Dread X", produced by Henrik Dan of
NWX; Jannik Hast's animation film "The Boy Who Wanted to Be a
Fox" (co-produced by Marie Bro of Dansk Tegnehus and Didier Brun of
Les Armes); and Sami Said's "Dogtown Confessions", which Carsten Holt
of Zenith Real produced.
"""
DOCUMENT = Document("a/page.txt", PAGE)


def told() -> set[str]:
    """Give the page's claims as words."""
    return {
        f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', '')}"
        for claim in read_document(DOCUMENT).claims
    }


def test_a_sentence_over_two_lines_is_read_as_one() -> None:
    assert {"Lars Holm directed Dogtown", "Christoffer Bue directed Construction"} <= told()


def test_a_title_broken_in_two_is_one_title() -> None:
    assert "Jannik Hast directed The Boy Who Wanted to Be a Fox" in told()


def test_offsets_stay_those_of_the_page() -> None:
    assert len(unwrapped(DOCUMENT).text) == len(PAGE)


def test_evidence_is_cut_from_the_page_as_it_was() -> None:
    reading = read_document(DOCUMENT)
    assert reading.claims
    assert all(DOCUMENT.holds(span) for claim in reading.claims for span in claim.spans)


def test_every_line_that_is_not_blank_is_accounted_for() -> None:
    told = [line.number for line in read_document(DOCUMENT).lines]
    assert told == [number for number, line in enumerate(PAGE.split("\n"), 1) if line.strip()]


def test_a_line_is_read_where_a_claim_rests_on_it() -> None:
    (line,) = [line for line in read_document(DOCUMENT).lines if line.number == 5]
    assert line.outcome == "read"


def test_a_page_of_whole_paragraphs_stays_as_it_is() -> None:
    page = Document("b/page.txt", "Danish films\n\n" + " ".join(PAGE.split()) + "\n\n" + "Another paragraph.\n")
    assert unwrapped(page) is page


def test_blocks_of_links_are_no_wrapped_lines() -> None:
    links = "A long line of prose about a film that is called The Salt Harbour [+see also:\nfilm review\ntrailer\n]\n"
    page = Document("c/page.txt", links * 8)
    assert unwrapped(page) is page
