"""Round-ups in invented names: headings that no mark parts, titles in small letters, works that trivia recall."""

from __future__ import annotations

import time

import pytest

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract import read_document
from kg.extract.roundup.small_titles import small_titles

PLOT = "What is it about? One morning, everything changes for a family that had asked for nothing."


def page(heading: str, trivia: str, cast: str = "With Lina Sorbet, Marc Tavel…", other: str = "Second Snow") -> str:
    first = f"{heading}\n\n{cast}\n\n{PLOT}\n\ndid you know {trivia}\n\n"
    return f"New in theaters this week\n\n{first}{other} by Paul Odin\n\nWith Ana Bel, Karl Ost…\n\n{PLOT}\n"


def facts(text: str, predicate: str) -> set[tuple[str, str]]:
    claims = read_document(Document("new/week.txt", text)).claims
    return {
        (claim.subject.name, claim.object.name)
        for claim in claims
        if claim.predicate == predicate and isinstance(claim.object, Mention)
    }


def titles(trivia: str) -> frozenset[str]:
    return small_titles(Document("new/trivia.txt", trivia), 0, len(trivia))


@pytest.mark.parametrize(
    "heading",
    [
        "Fire of Notre Rive, Anna Velmont",
        "Fire of Notre Rive Anna Velmont",
        "Anna Velmont Fire of Notre Rive",
        "Fire of Notre Rive of Anna Velmont",
        "Fire of Notre Rive by Anna Velmont",
    ],
)
def test_the_trivia_tell_where_a_heading_parts(heading: str) -> None:
    said = facts(page(heading, "Anna Velmont had been thinking of this fire at the Notre Rive for years."), "directed")
    assert ("Anna Velmont", "Fire of Notre Rive") in said


def test_two_words_of_a_title_are_nobody() -> None:
    said = facts(page("The Old Harbour by Ida Holm", "The sea was real.", other="The Old Guard"), "directed")
    assert ("Guard", "The Old") not in said


def test_a_heading_goes_on_over_two_lines() -> None:
    said = facts(page("The Woman Who Sold\nthe Last Lighthouse by Anna Velmont", "The sea was real."), "directed")
    assert ("Anna Velmont", "The Woman Who Sold the Last Lighthouse") in said


def test_a_capital_on_a_small_word_begins_a_title() -> None:
    assert titles("The street is no new subject: the documentary On the side of the road, which she shot in 2013.") == {
        "on the side of the road"
    }


def test_titles_in_small_letters_follow_one_another() -> None:
    said = titles("Before that, the star had tried it in A wedding too quiet, Two rings for one, Her sister or me!")
    assert said == {"a wedding too quiet", "two rings for one", "her sister or me!"}


def test_a_sentence_in_small_letters_is_no_title() -> None:
    assert titles("The director met her actress on a train. It took them ten years to find the money.") == frozenset()


@pytest.mark.parametrize(
    ("trivia", "made", "played"),
    [
        ("Marc Tavel had already played for Anna Velmont in Late Harvest.", True, True),
        ("After Late Harvest, Anna Velmont finds Marc Tavel again.", True, True),
        ("Anna Velmont (Late Harvest) wanted the sea to be real.", True, False),
        ("Marc Tavel, seen in the comedy Late Harvest, learned to sing.", False, True),
        ("To Anna Velmont we owe the fables of the north, Late Harvest among them.", False, False),
        ("Anna Velmont had gone through fiction with Late Harvest before this documentary.", True, False),
        ("Late Harvest, signed by Anna Velmont too, was a success.", True, False),
    ],
)
def test_trivia_recall_an_earlier_work(trivia: str, made: bool, played: bool) -> None:
    text = page("Tidewater by Anna Velmont", trivia)
    assert (("Anna Velmont", "Late Harvest") in facts(text, "directed")) is made
    assert (("Marc Tavel", "Late Harvest") in facts(text, "starredIn")) is played


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        ("A co-production between Ireland and Belgium.", ("Tidewater", "countryOfOrigin", "Belgium")),
        ("The film is the remake of the Korean film Midnight Ward.", ("Tidewater", "basedOn", "Midnight Ward")),
        (
            "The film is the remake of the Korean film Midnight Ward.",
            ("Midnight Ward", "countryOfOrigin", "South Korea"),
        ),
        ("The film won the Grand Prix at Cannes 2019.", ("Tidewater", "screenedAt", "Cannes 2019")),
        ("Tidewater received the Grand Prix at Cannes 2019.", ("Tidewater", "screenedAt", "Cannes 2019")),
        ("Lina Sorbet was Velmont's assistant on The Deaf Bell.", ("Anna Velmont", "directed", "The Deaf Bell")),
        ("The script is co-written with Luka Orme.", ("Luka Orme", "wrote", "Tidewater")),
        ("Shot between Toulouse and Algeciras.", ("Tidewater", "shotIn", "Algeciras")),
        (
            "Anna Velmont has directed several shorts, including Small Rooms.",
            ("Anna Velmont", "directed", "Small Rooms"),
        ),
        (
            "Her first film after two shorts, including the great Stair B. It won.",
            ("Anna Velmont", "directed", "Stair B"),
        ),
        ("It is adapted from the novel Notte, commissario by Ida Perin.", ("Ida Perin", "wrote", "Notte, commissario")),
        ("To the producer Ida Holm, to whom we owe Salt Mine, it was new.", ("Ida Holm", "produced", "Salt Mine")),
        (
            "The film is a remake of the Spanish hit Casa Ajena, directed by Jo Berg.",
            ("Jo Berg", "directed", "Casa Ajena"),
        ),
        (
            "Anna Velmont had already devoted to them a short film, The Scarf.",
            ("Anna Velmont", "directed", "The Scarf"),
        ),
        ("Marc Tavel had just finished the series Port Blues.", ("Marc Tavel", "starredIn", "Port Blues")),
        (
            "The actor Marc Tavel makes his first steps here, after the series Port Blues.",
            ("Marc Tavel", "starredIn", "Port Blues"),
        ),
        ("We find in the cast the singer Clara Benn.", ("Clara Benn", "starredIn", "Tidewater")),
        (
            "Marc Tavel was nominated for the César for best actor for Paper Boat.",
            ("Marc Tavel", "starredIn", "Paper Boat"),
        ),
        (
            "Her third feature after Black Milk in 2012 and Low Roads in 2016.",
            ("Anna Velmont", "directed", "Low Roads"),
        ),
        ("She works with Karl Ost, already behind the images of Low Roads.", ("Karl Ost", "photographed", "Low Roads")),
        ("In the original version, the voices are those of Tom Reed.", ("Tom Reed", "starredIn", "Tidewater")),
        ("The director chose Lina Sorbet after seeing her in Low Roads.", ("Lina Sorbet", "starredIn", "Low Roads")),
        (
            "It came to Anna Velmont while she was shooting Low Roads in Galicia.",
            ("Anna Velmont", "directed", "Low Roads"),
        ),
        ("It was produced by Ida Holm (Otter Films).", ("Otter Films", "produced", "Tidewater")),
    ],
)
def test_trivia_tell_of_the_film_and_of_others(trivia: str, fact: tuple[str, str, str]) -> None:
    assert (fact[0], fact[2]) in facts(page("Tidewater by Anna Velmont", trivia), fact[1])


def values(text: str, predicate: str) -> set[tuple[str, str]]:
    claims = read_document(Document("new/week.txt", text)).claims
    return {
        (c.subject.name, c.object.value) for c in claims if c.predicate == predicate and isinstance(c.object, Value)
    }


def test_the_original_title_is_an_other_name() -> None:
    said = values(page("Tidewater by Anna Velmont", "Its original title is Acqua bassa."), "alsoKnownAs")
    assert said == {("Tidewater", "Acqua bassa")}


def test_a_solo_debut_is_no_first_film() -> None:
    trivia = "This is the first solo feature of Anna Velmont, who had co-directed Low Water with Jan Holm."
    assert values(page("Tidewater by Anna Velmont", trivia), "ordinal") == set()


def test_a_third_part_does_not_follow_the_first() -> None:
    trivia = "It is the third part of the saga started in 2014 by the same director with Low Water."
    assert facts(page("Tidewater by Anna Velmont", trivia), "follows") == set()


def test_a_gauge_is_no_place() -> None:
    assert facts(page("Tidewater by Anna Velmont", "The film was shot in Super 16."), "shotIn") == set()


def test_an_adverb_before_a_comma_is_no_title() -> None:
    text = page("Tidewater by Anna Velmont", "Originally, the film is a short by the same director, Small Tide.")
    assert {film for _, film in facts(text, "directed")} == {"Tidewater", "Second Snow", "Small Tide"}


def test_a_day_is_no_place() -> None:
    plot = "What is it about? A teacher arrives in a village where nobody goes to school on Thursdays."
    text = page("Tidewater by Anna Velmont", "The sea was real.").replace(PLOT, plot)
    assert facts(text, "setIn") == set()


def test_a_name_before_a_number_of_namesakes_is_cut_nowhere() -> None:
    said = facts(page("The Brothers Kessel Paul Tarnow (II)", "The sea was real."), "directed")
    assert ("Paul Tarnow", "The Brothers Kessel") in said


def test_what_stands_before_an_announced_title_is_no_part_of_it() -> None:
    text = page("as Anna Velmont’s Dust and Honey", "The sea was real.")
    text = f"The movie releases of the week: Dust and Honey, Second Snow…\n\n{text}"
    assert ("Anna Velmont", "Dust and Honey") in facts(text, "directed")


GLUED = (
    "The cinema releases of the week : The Salt Widow, Pirates of the Canal… what to see on Wednesday ? "
    "The Salt Widow by Anna Velmont With Lina Sorbet, Marc Tavel… What is it about ? A widow works. "
    "Did you know ? The sea was real. Pirates of the Canal trailer VF Pirates of the Canal from Paul Odin "
    "With the voices of Ana Bel, Karl Ost What is it about ? Two children. Did you know ? The duck was real. "
    "The Dry Year by Ida Holm what is it about ? A year. Did you know ? It rained.\n"
)


def test_a_glued_page_that_begins_as_an_introduction_does_is_read() -> None:
    assert ("Anna Velmont", "The Salt Widow") in facts(GLUED, "directed")


def test_a_glued_cast_list_ends_at_the_question_about_the_plot() -> None:
    said = facts(GLUED, "starredIn")
    assert {who for who, film in said if film == "Pirates of the Canal"} == {"Ana Bel", "Karl Ost"}


def test_a_glued_film_without_a_cast_is_read() -> None:
    assert ("Ida Holm", "The Dry Year") in facts(GLUED, "directed")


def test_how_a_title_begins_is_no_other_name() -> None:
    text = page("Tidewater, the Return by Anna Velmont", "Tidewater is the sequel to Low Water, released in 2014.")
    assert values(text, "alsoKnownAs") == set()


def test_the_months_between_which_a_film_was_shot_are_no_places() -> None:
    assert facts(page("Tidewater by Anna Velmont", "The film was shot between May and August."), "shotIn") == set()


def test_an_earlier_part_has_its_comma_where_the_film_has_one() -> None:
    trivia = "Anna Velmont had already directed Marc Tavel in Grandma, Slow Down! (2016)."
    said = facts(page("Grandma, Speed Up! by Anna Velmont", trivia), "starredIn")
    assert {film for who, film in said if who == "Marc Tavel"} == {"Grandma, Speed Up!", "Grandma, Slow Down!"}


def test_who_was_approached_played_nothing() -> None:
    text = page("Tidewater by Anna Velmont", "Marc Tavel replaced Luc Orme, approached after his role in Late Harvest.")
    assert not any(title == "Late Harvest" for _, title in facts(text, "starredIn"))


def test_the_author_of_a_novel_directed_no_film() -> None:
    text = page("Tidewater by Anna Velmont", "The film is the adaptation of the novel Low Water by Ida Holm.")
    assert ("Ida Holm", "Low Water") in facts(text, "wrote")
    assert ("Ida Holm", "Low Water") not in facts(text, "directed")


def test_a_film_is_shown_where_its_director_won_a_prize_for_it() -> None:
    text = page("Tidewater by Anna Velmont", "The director received the Grand Prix of the Cannes 2022 for Tidewater.")
    assert ("Tidewater", "Cannes 2022") in facts(text, "screenedAt")


def test_hostile_trivia_are_read_in_good_time() -> None:
    trivia = "Anna Velmont , after The Great Game and Alice and the Mayor with Marc Tavel in " * 120
    start = time.process_time()
    read_document(Document("new/week.txt", page("Tidewater by Anna Velmont", trivia)))
    assert time.process_time() - start < 8
