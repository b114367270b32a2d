"""Trivia of the week's releases: earlier films and books in the words of translations, said of whom they mean."""

from __future__ import annotations

import pytest

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract import read_document

PLOT = "What is it about? One morning, everything changes for a family that had asked for nothing."


def told(trivia: str, heading: str = "Ash by Ida Holm", cast: str = "With Lina Sorbet, Marc Tavel…") -> set[str]:
    """Give what a release tells besides its heading and its cast line."""
    page = (
        f"New in theaters this week\n\n{heading}\n\n{cast}\n\n{PLOT}\n\ndid you know {trivia}\n\n"
        f"Second Snow by Paul Odin\n\nWith Ana Bel, Karl Ost…\n\n{PLOT}\n"
    )
    return {
        f"{claim.subject.name} {claim.predicate} {what.name if isinstance(what, Mention) else what.value}"
        for claim in read_document(Document("new/week.txt", page)).claims
        for what in [claim.object]
        if claim.item == 1 and isinstance(claim.subject, Mention) and isinstance(what, (Mention, Value))
        and claim.predicate not in ("type", "describedIn", "stage") and claim.rule not in ("cast-line", "title-by")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("trivia", "fact"),
    [
        ("Like Ash, others are set in such a town: Gridlock and of course Peter Vass’s masterpiece, Nowheresville.",
         "Peter Vass directed Nowheresville"),
        ("Ida Holm finds Marc Tavel, whom she had directed in Gemma Lorne, and films Lina Sorbet.",
         "Ida Holm directed Gemma Lorne"),
        ("Ash is played by Lina Sorbet, who appeared in Mathilda, a musical.", "Lina Sorbet starredIn Mathilda"),
        ("Ida Holm had already brought the writer to the screen with Eleven Stamps: “It was long.”",
         "Ida Holm directed Eleven Stamps"),
        ("Ida Holm is best known as an actress: she notably played in Quattro gomiti.",
         "Ida Holm starredIn Quattro gomiti"),
        ("During the release of her documentary on hospital night nurses Les Tisseuses (2016), Ida Holm travelled.",
         "Ida Holm directed Les Tisseuses"),
        ("Ida Holm had already devoted a documentary to the docks with Pont numéro 4 (2016).",
         "Ida Holm directed Pont numéro 4"),
        ("Ida Holm had already devoted a film to a painter, Blanche Louis, in Blanche de Senlis (2008).",
         "Ida Holm directed Blanche de Senlis"),
        ("Ash marks the third collaboration between Ida Holm and the screenwriter Paul Ravel after Low Tide.",
         "Ida Holm directed Low Tide"),
        ("Ash is the extension of Borrowed Time, her web series viewed a million times.",
         "Ida Holm directed Borrowed Time"),
        ("The film is adapted from Edmond Ravel’s Odin and the Dead Brother, first published in 1951.",
         "Edmond Ravel wrote Odin and the Dead Brother"),
        ("The film is based on the story of Paul Ravel, who told it in his book In the Depths.",
         "Paul Ravel wrote In the Depths"),
        ("Ida Holm adapts a short story by A.S. Berrot, The Genie in the Well, published in 1994.",
         "A.S. Berrot wrote The Genie in the Well"),
        ("Ida Holm and Lina Sorbet wrote together the adaptation of the novel by Paul Ravel.", "Ida Holm wrote Ash"),
        ("The music is by Paul Ravel, alias Junkie Bo, who had already composed that of Low Tide.",
         "Paul Ravel composed Low Tide"),
        ("Ash is the third part of the trilogy started by Ida Holm with Low Tide. The second opus, High Tide (2019), "
         "drew a million.", "High Tide partOf trilogy by Ida Holm"),
        ("Ash is the third part of the saga started by Ida Holm with Low Tide. The second opus, High Tide (2019), "
         "drew a million.", "Ash follows High Tide"),
        ("She had an animated series, Mitzi and Company, created by Ute Holm in 2012.",
         "Ute Holm created Mitzi and Company"),
        ("After Ebbe, presented in Cannes in 2013, and the documentary Salt, a tragedy (2016), Ida Holm returns.",
         "Ida Holm directed Salt"),
        ("After Ebbe, presented in Cannes in 2013, and the documentary Salt, a tragedy (2016), Ida Holm returns.",
         "Ida Holm directed Ebbe"),
        ("Ash is by Ida Holm, winner of the César for best short film in 2016 with The Back to the Wall.",
         "Ida Holm directed The Back to the Wall"),
        ("Marc Tavel, who plays Viktor, has been directed by Paul Ravel in Low Tide and Eva Odin in Hot Rain.",
         "Eva Odin directed Hot Rain"),
        ("Marc Tavel, who plays Viktor, has been directed by Paul Ravel in Low Tide and Eva Odin in Hot Rain.",
         "Paul Ravel directed Low Tide"),
        ("Adapted from the British film Low Tide by Paul Ravel, Ash was shot in Corsica.", "Ash basedOn Low Tide"),
        ("Marc Tavel had already lent his features to a king in Low Tide and to a duke in the series Hot Rain.",
         "Marc Tavel starredIn Hot Rain"),
        ("Ida Holm reunites with Marc Tavel, with whom she has worked since Don’t move, I’m coming (2006).",
         "Marc Tavel starredIn Don’t move, I’m coming"),
        ("Her documentary on homeless people from Paris Au bord du fleuve (2013) made Ida Holm known.",
         "Ida Holm directed Au bord du fleuve"),
        ("Lina Sorbet and Marc Tavel had already been sister and brother in Low Tide, directed in 2011 by Paul Ravel.",
         "Paul Ravel directed Low Tide"),
        ("Ida Holm, whose background is in animation (Low Tide), signs a first film with actors.",
         "Ida Holm directed Low Tide"),
        ("Ida Holm again shares the writing with Paul Ravel.", "Paul Ravel wrote Ash"),
        ("Paul Ravel, screenwriter of Low Tide and High Tide, signs the script.", "Paul Ravel wrote Ash"),
        ("The film was written with Paul Ravel.", "Paul Ravel wrote Ash"),
        ("Released only four months after Low Tide, Ash reunites Ida Holm with Marc Tavel.",
         "Ida Holm directed Low Tide"),
        ("We recognize Eva Ravel, who lent her voice to the donkey in Low Tide.", "Eva Ravel starredIn Low Tide"),
        ("In the original version, the seal is voiced by Eva Ravel and the walrus by Paul Odin.",
         "Paul Odin starredIn Ash"),
        ("It is in Toronto that the shooting took place.", "Ash shotIn Toronto"),
        ("The film is the adaptation of Alvin and Me, the memoirs of Eva Ravel.", "Eva Ravel wrote Alvin and Me"),
        ("This is a remake of the Argentinian comedy Gran loca, carried by Natalia Ravel.",
         "Natalia Ravel starredIn Gran loca"),
        ("Lina Sorbet and Marc Tavel meet again after the series Grace and Florence, a hit.",
         "Marc Tavel starredIn Grace and Florence"),
        ("Ash is the first film of Ida Holm, until now known as an actress in Low Tide.",
         "Ida Holm starredIn Low Tide"),
        ("The idea of Ash came to Ida Holm during the editing of Low Tide.", "Ida Holm directed Low Tide"),
        ("Ash is dedicated to Paul Ravel, the cinematographer of Low Tide, who died in 2021.",
         "Paul Ravel photographed Low Tide"),
        ("The film is a remake of Low Tide, a Danish film released in 2012 and directed by Paul Ravel.",
         "Paul Ravel directed Low Tide"),
        ("Marc Tavel and Lina Sorbet meet again after Nothing to Win, Nothing to Learn (2006).",
         "Marc Tavel starredIn Nothing to Win, Nothing to Learn"),
        ("Ash is drawn from a segment of the collective film Low Tide, produced in 2018 by Paul Ravel.",
         "Paul Ravel produced Low Tide"),
        ("The lead is Marc Tavel. The actor received the César for best actor the same year for Low Tide.",
         "Marc Tavel starredIn Low Tide"),
        ("The film won a Special Mention from the Caméra d’Or jury at the 2022 Cannes Film Festival.",
         "Ash award Special Mention"),
        ("“There was already everything: the dark and the dogs” – remembers the producer Paul Ravel.",
         "Paul Ravel produced Ash"),
        ("Ash is produced by the company Blue Cellar, to which we already owe The Loft Rule.",
         "Blue Cellar produced The Loft Rule"),
    ],
)  # fmt: skip
def test_what_trivia_recall(trivia: str, fact: str) -> None:
    assert fact in told(trivia)


@pytest.mark.parametrize(
    "trivia",
    [
        "After Low Tide and High Tide, it is the third time that Marc Tavel has toured with director Ida Holm.",
        "Marc Tavel and Lina Sorbet are back. The two actors were already husband and wife in Low Tide and High Tide.",
        "Apart from Low Tide and High Tide, Marc Tavel and Lina Sorbet have already shared the bill in Soup.",
    ],
)
def test_films_in_which_two_actors_met(trivia: str) -> None:
    assert "Marc Tavel starredIn Low Tide" in told(trivia)


def test_titles_go_on_in_small_foreign_words() -> None:
    said = told("Marc Tavel and Lina Sorbet meet again for the third time after Vieux manteaux de Lille.")
    assert "Marc Tavel starredIn Vieux manteaux de Lille" in said


def test_a_question_before_its_year_is_one_title() -> None:
    said = told("Ash is the third film of Ida Holm devoted to sleep, after Would you sleep with a ghost? (2011).")
    assert "Ida Holm directed Would you sleep with a ghost?" in said


def test_of_before_a_name_says_who_made_a_film() -> None:
    said = told("Marc Tavel and Lina Sorbet had not shot together since The Hidden Well of Francis Holt, in 1986.")
    assert {"Marc Tavel starredIn The Hidden Well", "Francis Holt directed The Hidden Well"} <= said
    assert "Ida Holm directed The Hidden Well" not in said


def test_a_story_of_somebody_is_a_whole_title() -> None:
    said = told("Marc Tavel and Lina Sorbet had not shot together since The Story of Francis Holt, in 1986.")
    assert "Marc Tavel starredIn The Story of Francis Holt" in said


def test_the_first_of_a_numbered_film_is_a_title_with_its_commas() -> None:
    said = told(
        "Apart from My Aunt, Her Baker and Me and its sequel, Lina Sorbet and Marc Tavel have shared the bill in Soup.",
        "My Aunt, Her Baker and Me 2 by Ida Holm",
    )
    assert "Lina Sorbet starredIn My Aunt, Her Baker and Me" in said


def test_a_film_goes_on_behind_the_number_of_its_saga() -> None:
    said = told(
        "Ultra 7: Far Orbit is the third part of the saga started in 2015 with Ultra 7 and continued with "
        "Ultra 7: Slow Fall (2018).",
        "Ultra 7: Far Orbit by Ida Holm",
    )
    assert "Ultra 7: Slow Fall follows Ultra 7" in said
    assert "Ida Holm directed Ultra 7" not in said


def test_who_is_called_director_behind_a_name_directed() -> None:
    said = told("It is a first leading role for the filmmaker Marc Tavel, master of fear, director of Low Tide.")
    assert "Marc Tavel directed Low Tide" in said
    assert "Ida Holm directed Low Tide" not in said


def test_the_last_of_two_films_is_the_one_in_which_somebody_played() -> None:
    said = told("Ash is the third film by Ida Holm after Low Tide and High Tide, in which Marc Tavel already played.")
    assert "Marc Tavel starredIn High Tide" in said
    assert "Marc Tavel starredIn Low Tide" not in said


def test_a_title_in_a_row_with_people_plays_in_nothing() -> None:
    said = told("Apart from Low Tide and Hot Rain, Marc Tavel and Lina Sorbet have already shared the bill in Soup.")
    assert "Hot Rain starredIn Soup" not in said


def test_people_behind_a_sequel_are_no_film() -> None:
    said = told("Apart from Low Tide and its sequel, Lina Sorbet and Marc Tavel have already shared the bill in Soup.")
    assert not any("sequelOf" in fact for fact in said)


def test_a_film_makes_no_other() -> None:
    said = told("Before Ash, Ida Holm had already filmed riders in her short film Low Tide (2016).")
    assert "Ash directed Low Tide" not in said


def test_where_the_film_was_shown_its_directors_earlier_ones_were_not() -> None:
    said = told("Third feature film by Ida Holm after Low Tide and High Tide, Ash was selected at the 2022 Venice "
                "Film Festival.")  # fmt: skip
    assert "High Tide screenedAt Venice 2022" not in said


def test_what_a_short_won_the_film_did_not() -> None:
    said = told("The film is the long version of her short film Low Tide, which won an award in Locarno in 2020.")
    assert "Ash screenedAt Locarno 2020" not in said


def test_nobody_plays_in_a_town_on_stage() -> None:
    said = told("Ida Holm wrote the role for Lina Sorbet, whom she had seen on stage in Bilbao.")
    assert "Lina Sorbet starredIn Bilbao" not in said


def test_the_directors_of_a_film_are_not_called_as_it_is() -> None:
    said = told("It is the duo of directors of The Third Name, Ida Holm and Paul Odin, who also wrote the scripts of "
                "Low Tide.")  # fmt: skip
    assert "Third Name wrote Low Tide" not in said


def test_who_is_named_on_a_line_of_its_own_is_the_director_of_trivia() -> None:
    page = (
        "New in theaters this week\n\nAsh\nBy Ida Holm\nWith Lina Sorbet, Marc Tavel…\n\n"
        f"{PLOT}\n\ndid you know Ida Holm had already directed Marc Tavel in Low Tide.\n\n"
        f"Second Snow\nBy Paul Odin\nWith Ana Bel, Karl Ost…\n\n{PLOT}\n"
    )
    claims = read_document(Document("new/week.txt", page)).claims
    assert any(
        c.predicate == "directed" and isinstance(c.object, Mention) and c.object.name == "Low Tide" for c in claims
    )


def test_whom_somebody_plays_is_no_film() -> None:
    said = told("Marc Tavel, who plays Viktor, has been directed by Paul Ravel in Low Tide.")
    assert not any("Viktor" in fact for fact in said)


def test_what_an_actor_read_for_the_role_is_no_source() -> None:
    said = told("Lina Sorbet prepared for the role by reading the book Pretty Girls of Emma Ravel.")
    assert not any("Pretty Girls" in fact for fact in said if "wrote" not in fact)


def test_the_first_of_three_is_what_the_fourth_follows_too() -> None:
    said = told("Les Ploucs and Les Ploucs 3 had attracted a million spectators.", "Les Ploucs 4 by Ida Holm")
    assert {"Les Ploucs 4 sequelOf Les Ploucs", "Les Ploucs 4 sequelOf Les Ploucs 3"} <= said


@pytest.mark.parametrize(
    ("trivia", "no_fact"),
    [
        ("Ash is the third adaptation of Paul Ravel by Ida Holm.", "Ida Holm directed Paul Ravel"),
        ("The idea of Ash came to Ida Holm during the editing of Low Tide.", "Low Tide edited Ash"),
        ("The film is a remake of Low Tide, a film released in 2012 and directed by Paul Ravel.",
         "Paul Ravel distributed Ash"),
        ("Lina Sorbet is known for Goodbye Harbour's Ghost.", "Goodbye Harbour directed Ghost"),
        ("Lina Sorbet succeeds Marc Tavel in front of the camera of Ida Holm.", "Ida Holm photographed Ash"),
        ("The children were found in the schools of Kasserine.", "Ash shotIn Kasserine"),
        ("Ida Holm signs her first live-action film here.", "Ash ordinal first feature"),
    ],
)  # fmt: skip
def test_what_trivia_do_not_say(trivia: str, no_fact: str) -> None:
    assert no_fact not in told(trivia)
