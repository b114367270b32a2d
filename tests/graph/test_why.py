"""Why an edge is there, and why not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from film_world import World, say

from kg.claim import Claim, Mention
from kg.document import Document
from kg.errors import BuildError, UsageError
from kg.graph.explanation import Explanation, lines, passages, why_not_lines
from kg.graph.why import why, why_not
from kg.resolve.entity import Entity, Resolution
from kg.resolve.judgement import Judged, Judgement


def _why(world: World, *names: str) -> list[Explanation]:
    return why(world.claims, world.resolution, world.documents, *names)


def test_two_names_give_the_claims_that_link_them(world: World) -> None:
    assert {each.predicate for each in _why(world, "Bo Lind", "Salt Road")} == {"starred in"}


def test_the_order_of_names_does_not_matter(world: World) -> None:
    assert _why(world, "Salt Road", "Bo Lind") == _why(world, "Bo Lind", "Salt Road")


def test_every_document_that_says_so_is_named(world: World) -> None:
    found = [each for each in _why(world, "Ana Ruiz", "Salt Road") if each.predicate == "directed"]
    assert [each.document for each in found] == ["trade/50% #2.txt", "trade/first page.txt"]


@pytest.mark.parametrize("name", ["ana ruiz", "ANA RUIZ", " Ána  Ruíz ", "Ana Ruis", "person/ana-ruiz"])
def test_capitals_accents_aliases_and_iris_find_a_name(world: World, name: str) -> None:
    assert _why(world, name) == _why(world, "Ana Ruiz")


def test_the_printed_apostrophe_does_not_matter(world: World) -> None:
    entity = Entity("film/l-eau", "Film", "L’eau")
    claim = say(world.documents[0], "Salt Road", "describedIn", "item", ("Salt Road",))
    resolution = Resolution({(claim.document, "Film", "Salt Road"): entity})
    assert why([claim], resolution, world.documents, "L'eau")[0].subject == "L’eau"


def test_one_name_gives_all_claims_about_it(world: World) -> None:
    found = _why(world, "Sud Film")
    assert {each.predicate for each in found} == {"co-produced with", "sells"}


def test_a_name_in_a_qualifier_links_too(world: World) -> None:
    assert "is the" in {each.predicate for each in _why(world, "Ana Ruiz", "Salt Road")}
    assert {each.predicate for each in _why(world, "Nord Film", "Salt Road")} == {"produced", "co-produced with"}


def test_a_claim_shows_line_column_sentence_and_words(world: World) -> None:
    (found,) = [each for each in _why(world, "Nord Film", "Salt Road") if each.predicate == "produced"]
    (passage,) = found.passages
    assert (passage.line, passage.column) == (2, 85)
    assert passage.marked() == "It is a co-production of Belgium and France by »Nord Film« with Sud Film."


def test_words_of_one_sentence_are_marked_together(world: World) -> None:
    found = [each for each in _why(world, "Ana Ruiz", "Salt Road") if each.predicate == "directed"]
    assert [p.marked() for p in found[1].passages] == ["»Ana Ruiz« shooting »Salt Road«"]


def test_a_derived_claim_shows_its_premises(world: World) -> None:
    (found,) = [each for each in _why(world, "Belgium", "France") if each.certainty == "inferred"]
    assert [each.predicate for each in found.premises] == ["country of origin"] * 2


def test_a_claim_that_rests_on_itself_ends(world: World) -> None:
    claim = say(world.documents[0], "Ana Ruiz", "directed", "Salt Road", ("Ana Ruiz",))
    looped = replace(claim, rests_on=(claim.id,))
    (found,) = why([looped], world.resolution, world.documents, "Ana Ruiz")
    assert found.premises == ()


def test_another_spelling_shows_the_judgement(world: World) -> None:
    judgement = Judgement(
        "same", Judged("Person", "Ana Ruis"), Judged("Person", "Ana Ruiz"), None, "editor", "2024-10-01", "a slip", 1
    )
    found = why(world.claims, world.resolution, world.documents, "Golden Oak", judgements=[judgement])
    assert found[0].judgements == ("'Ana Ruis' is 'Ana Ruiz': a slip (editor, 2024-10-01)",)


def test_the_label_needs_no_judgement(world: World) -> None:
    assert all(each.judgements == () for each in _why(world, "Bo Lind"))


def test_an_unknown_name_gives_the_nearest(world: World) -> None:
    with pytest.raises(UsageError, match="'Salt Road'") as caught:
        _why(world, "Salt Raod")
    assert caught.value.exit_code == 2


def test_a_name_like_no_other_is_refused(world: World) -> None:
    with pytest.raises(UsageError, match="zzzz"):
        _why(world, "zzzz")


def test_no_name_is_refused(world: World) -> None:
    with pytest.raises(UsageError):
        _why(world)


def test_nothing_links_two_strangers(world: World) -> None:
    assert _why(world, "Bo Lind", "Golden Oak") == []


def test_why_not_counts_what_is_known_of_each(world: World) -> None:
    found = why_not(world.claims, world.resolution, world.documents, "Bo Lind", "Golden Oak")
    assert found.names == ("Bo Lind", "Golden Oak")
    assert found.known == ((("starred in", 1),), (("received", 1),))
    assert found.links == ()


def test_why_not_gives_the_shortest_way_round(world: World) -> None:
    found = why_not(world.claims, world.resolution, world.documents, "Bo Lind", "Golden Oak")
    assert [(step.start, step.end) for step in found.path] == [
        ("Bo Lind", "Salt Road"),
        ("Salt Road", "Ana Ruiz"),
        ("Ana Ruiz", "Golden Oak"),
    ]


def test_a_step_is_worded_in_the_direction_it_is_walked(world: World) -> None:
    found = why_not(world.claims, world.resolution, world.documents, "The Well", "Bo Lind")
    assert [step.predicate for step in found.path] == ["is the basis of", "starring"]


def test_every_step_has_its_proof(world: World) -> None:
    found = why_not(world.claims, world.resolution, world.documents, "Bo Lind", "Golden Oak")
    assert all(step.by.passages for step in found.path)


def test_a_country_is_walked_through_only_if_there_is_no_other_way() -> None:
    document = Document("d", "One and Two of Belgium")
    span = (document.span(0, 3),)
    claims = [
        Claim("d", None, Mention("Film", name), "countryOfOrigin", Mention("Country", "Belgium"), span, "x", "y")
        for name in ("One", "Two")
    ]
    resolution = Resolution(
        {
            ("d", "Film", "One"): Entity("film/one", "Film", "One"),
            ("d", "Film", "Two"): Entity("film/two", "Film", "Two"),
            ("d", "Country", "Belgium"): Entity("country/BE", "Country", "Belgium"),
        }
    )
    found = why_not(claims, resolution, [document], "One", "Two")
    assert [step.end for step in found.path] == ["Belgium", "Two"]


def test_why_not_says_what_links_them_if_something_does(world: World) -> None:
    found = why_not(world.claims, world.resolution, world.documents, "Bo Lind", "Salt Road")
    assert [each.predicate for each in found.links] == ["starred in"]
    assert found.path == ()


def test_why_not_of_two_islands_has_no_path(world: World) -> None:
    island = Entity("film/island", "Film", "Island")
    resolution = Resolution({**world.resolution.by_mention, ("trade/first page.txt", "Film", "Island"): island})
    found = why_not(world.claims, resolution, world.documents, "Island", "Bo Lind")
    assert found.known[0] == ()
    assert "Nor does any chain of claims." in list(why_not_lines(found))


def test_a_changed_document_is_an_error(world: World) -> None:
    changed = [replace(each, text="now something else") for each in world.documents]
    with pytest.raises(BuildError, match="has changed"):
        why(world.claims, world.resolution, changed, "Bo Lind")


def test_a_missing_document_is_an_error(world: World) -> None:
    with pytest.raises(BuildError, match="not among the sources"):
        why(world.claims, world.resolution, [], "Bo Lind")


def test_a_sentence_without_end_is_cut_around_the_words() -> None:
    text = "word " * 5000 + "Kika" + " word" * 5000
    document = Document("d", text)
    at = text.index("Kika")
    claim = Claim(
        "d", None, Mention("Film", "Kika"), "stage", Mention("Film", "x"), (document.span(at, at + 4),), "x", "y"
    )
    (passage,) = passages(claim, document)
    assert passage.cut
    assert len(passage.sentence) < 1000
    assert "»Kika«" in passage.marked()


def test_a_terminal_obeys_nothing_in_a_text() -> None:
    document = Document("d", "Kika \x1b]0;title\x07 by \u202eX")
    claim = Claim(
        "d", None, Mention("Film", "Kika"), "alsoKnownAs", Mention("Film", "Kika"), (document.span(0, 4),), "x", "y"
    )
    resolution = Resolution({("d", "Film", "Kika"): Entity("film/kika", "Film", "Kika\x1b[2J")})
    (found,) = why([claim], resolution, [document], "film/kika")
    told = "\n".join(lines(found))
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "»Kika«" in told


def test_the_lines_read_as_a_person_would_want(world: World) -> None:
    (found,) = [each for each in _why(world, "Nord Film", "Sud Film") if each.predicate == "co-produced with"]
    assert list(lines(found)) == [
        "Nord Film — co-produced with — Sud Film  [work Salt Road]",
        "    trade/first page.txt:2:85",
        "      It is a co-production of Belgium and France by »Nord Film with Sud Film«.",
        "    stated, rule by-hand, Paper, as of 2024-09-17",
    ]
