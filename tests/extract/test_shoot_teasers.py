"""Listings of shoots whose headline names no film: who it is about is none, and the teaser tells what is made."""

from __future__ import annotations

import pytest

from tests.extract.telling import told_by_item as told
from tests.extract.telling import works_of as works

SHOOT = "02/06/2011 | Production | Denmark"


@pytest.mark.parametrize(
    ("headline", "teaser"),
    [
        (
            "A new comedy for Eva Holm",
            "After Paper Planes, the actor-director is currently shooting Low Tide in Norway, with Per Lund...",
        ),
        (
            "A reunion for Eva Holm",
            "In the footsteps of Paper Planes, the director is bringing together Rosa Lind and Per Lund in Low Tide, "
            "which is set to start filming in Oslo...",
        ),
        (
            "Eva Holm back to Denmark",
            "The Danish director of Paper Planes and The Hare starts shooting Low Tide in Oslo in March...",
        ),
        (
            "Eva Holm plays a queen",
            "Low Tide, an adaptation of Per Lund's play, will bring together Rosa Lind, Ola Berg and Tove Strand",
        ),
    ],
)
def test_the_teaser_alone_names_the_film(headline: str, teaser: str) -> None:
    assert works(told(headline, teaser, SHOOT)) == {"Low Tide"}


def test_the_director_brings_actors_together_in_a_film() -> None:
    teaser = "The director is bringing together Rosa Lind and Per Lund in Low Tide, which is set to start filming..."
    facts = told("A reunion for Eva Holm", teaser, SHOOT)
    assert {"Eva Holm directed Low Tide", "Rosa Lind starredIn Low Tide"} <= facts


def test_the_director_of_earlier_films_shoots_a_new_one() -> None:
    teaser = "The Danish director of Paper Planes and The Hare starts shooting Low Tide in Oslo in March..."
    facts = told("Eva Holm back to Denmark", teaser, SHOOT)
    assert {"Eva Holm directed Paper Planes", "Eva Holm directed Low Tide", "Low Tide shotIn Oslo"} <= facts


def test_an_adaptation_brings_its_cast_together() -> None:
    teaser = "Low Tide, an adaptation of Per Lund's play, will bring together Rosa Lind, Ola Berg and Tove Strand"
    assert "Tove Strand starredIn Low Tide" in told("A family at the table", teaser, SHOOT)


def test_one_wraps_while_another_shoots() -> None:
    teaser = "Ida Holm is shooting her debut Low Tide, while Per Lund has just wrapped The Hare, starring Rosa Lind"
    facts = told("Two first films shooting in the hills", teaser, SHOOT)
    assert works(facts) == {"Low Tide", "The Hare"}
    assert "Rosa Lind starredIn Low Tide" not in facts


def test_who_plays_alongside_did_not_direct() -> None:
    teaser = "The actress has been cast in Low Tide, the third feature by Danish director Per Lund, alongside Ola Berg"
    facts = told("Ferries for Rosa Lind", teaser, SHOOT)
    assert {fact for fact in facts if " directed " in fact} == {"Per Lund directed Low Tide"}


def test_a_film_on_whose_heels_another_comes_directs_nothing() -> None:
    teaser = "Hot on the heels of Private Estate, Ida Holm is back on set with Low Tide, about a failing student"
    facts = told("Nature and nurture", teaser, SHOOT)
    assert not any(fact.startswith("Private Estate directed") for fact in facts)


def test_a_film_is_being_edited() -> None:
    teaser = "Low Tide, the new feature from Danish director Ida Holm, is currently being edited."
    assert "Low Tide stage post-production" in told("Ida Holm in the hills", teaser, SHOOT)


def test_with_whom_a_director_teams_up_is_no_company() -> None:
    teaser = "Ida Holm and Per Lund are teaming up with Ola Berg on Low Tide, adapted from the books by Rosa Lind"
    assert not any(" coProduced " in fact for fact in told("Animation goes green", teaser, SHOOT))


def test_a_novel_in_quotation_marks_is_no_film() -> None:
    teaser = "Ida Holm's next film, Low Tide, based on the novel “Ah...” by Rosa Lind, is being produced by Sund Films"
    facts = told("Eva Berg goes Dutch", teaser, SHOOT)
    assert works(facts) == {"Low Tide"}


def test_whoever_stars_in_a_film_is_not_in_its_title() -> None:
    teaser = "The actress stars opposite Per Lund and Ola Berg in Bright Days Ahead, the third feature by Ida Holm"
    facts = told("Eva Berg in a love story", teaser, SHOOT)
    assert works(facts) == {"Bright Days Ahead"}


def test_work_on_a_film_has_begun() -> None:
    facts = told("Seven years on", "Ida Holm has begun work on Low Tide; filming begins in Oslo this month", SHOOT)
    assert "Ida Holm directed Low Tide" in facts


def test_a_person_who_goes_somewhere_is_no_film() -> None:
    teaser = "Per Lund's next film, based on a novel, is being produced by Sund Films and will be shot in Oslo"
    assert not works(told("Eva Berg goes Dutch", teaser, SHOOT))


def test_a_film_was_shot_somewhere_with_its_cast() -> None:
    teaser = "Ida Holm's family film, produced by Sund Films, was shot in the Hills with Rosa Lind and Per Lund"
    assert "Rosa Lind starredIn Low Tide" in told("Shooting wraps on Low Tide", teaser, SHOOT)


@pytest.mark.parametrize(("runs", "stage"), [("gets under way", "shooting"), ("comes to an end", "wrapped")])
def test_the_shoot_of_a_film_runs(runs: str, stage: str) -> None:
    facts = told(f"Filming for Girls Will Be Late {runs}", "Sund Films is producing.", SHOOT)
    assert f"Girls Will Be Late stage {stage}" in facts


def test_whose_film_the_teaser_opens_with_directs_it() -> None:
    teaser = "Ida Holm's new thriller, starring the Danish actor and Rosa Lind, enters production this week"
    facts = told("Per Lund heads to Norway with Low Tide", teaser, SHOOT)
    assert {fact for fact in facts if " directed " in fact} == {"Ida Holm directed Low Tide"}


def test_a_director_is_at_the_helm_of_a_film() -> None:
    teaser = "Ida Holm is at the helm of Low Tide, whose cast also features Rosa Lind"
    assert "Ida Holm directed Low Tide" in told("All in the same boat", teaser, SHOOT)


def test_a_film_profile_is_of_its_film() -> None:
    facts = told("Film profile: Zagra Returns", "Ida Holm's Danish-Dutch film was awarded.", "02/06/2021 | Films")
    assert works(facts) == {"Zagra Returns"}
    assert "Ida Holm directed Danish-Dutch" not in facts


def test_a_title_ends_before_its_maker() -> None:
    facts = told("Black Squares by Ida Holm banned for under-16s", "It was put back.", "02/06/2021 | Releases")
    assert {"Ida Holm directed Black Squares", "Black Squares stage released"} <= facts


def test_who_launches_a_film_on_screens_distributes_it() -> None:
    facts = told("Sund Films launches Nobody's Dog on 40 screens", "It opens today.", "02/06/2021 | Releases")
    assert "Sund Films distributed Nobody's Dog" in facts
    assert not any(" sold " in fact for fact in facts)


def test_an_actress_shoots_under_somebody() -> None:
    facts = told("Rosa Lind to shoot Low Tide under the direction of Ida Holm", "Sund Films is producing.", SHOOT)
    assert {"Rosa Lind starredIn Low Tide", "Ida Holm directed Low Tide"} <= facts
    assert "Rosa Lind directed Low Tide" not in facts


def test_siblings_start_filming_their_new_film() -> None:
    facts = told("Rosa Lind to star in Low Tide", "The Holm brothers start filming their new movie in April", SHOOT)
    assert "Holm brothers directed Low Tide" in facts


def test_who_adapts_a_title_directs_it() -> None:
    facts = told("Holm adapts Foam of the Hours", "Rosa Lind and Per Lund are starring in the €19m film", SHOOT)
    assert "Holm directed Foam of the Hours" in facts


def test_a_film_casts_somebody() -> None:
    facts = told("Ida Holm's Low Tide casts Rosa Lind and Per Lund", "The director is adapting a play.", SHOOT)
    assert {"Ida Holm directed Low Tide", "Per Lund starredIn Low Tide"} <= facts


def test_a_film_reunites_its_stars() -> None:
    teaser = "Ida Holm's next film, which reunites Rosa Lind and Per Lund, is in post-production"
    assert "Per Lund starredIn Low Tide" in told("Holm's Low Tide in the can", teaser, SHOOT)


@pytest.mark.parametrize("does", ["is being edited", "is now shooting", "is in post-production"])
def test_a_teaser_opens_with_its_film(does: str) -> None:
    facts = told("Ida Holm returns with a portrait", f"Low Tide {does}; Sund Films produces", SHOOT)
    assert works(facts) == {"Low Tide"}


def test_a_first_feature_is_for_its_director() -> None:
    teaser = "Low Tide, with Rosa Lind and Per Lund, is being shot in the hills until 7 October."
    assert "Ida Holm directed Low Tide" in told("First feature for Ida Holm", teaser, SHOOT)


def test_a_list_of_surnames_is_no_film() -> None:
    facts = told("Holm, Lind and Strand in a comedy", "The film by Per Berg is shot in the hills", SHOOT)
    assert not works(facts)


@pytest.mark.parametrize(
    "headline",
    [
        "NFI puts €2m into five features",
        "NFI: €2 million for 7 films",
        "Nine new films to receive support from Eurimages",
    ],
)
def test_a_fund_pays_for_the_films_that_its_teaser_names(headline: str) -> None:
    facts = told(headline, "Among them are Ida Holm's Low Tide and Per Lund's The Hare", SHOOT)
    fund = "Eurimages" if "Eurimages" in headline else "NFI"
    assert {f"{fund} funded Low Tide", f"{fund} funded The Hare"} <= facts


@pytest.mark.parametrize(
    "headline",
    ["Danish Film Fund backs Tallu Schwarm and Per Lund", "OsloFilmLab announces 2021 winners"],
)
def test_whom_a_fund_backs_and_winners_are_no_films(headline: str) -> None:
    assert not works(told(headline, "They are receiving €450,000 each", SHOOT))


def test_a_trailer_is_of_what_is_bound_for_a_festival() -> None:
    facts = told(
        "EXCLUSIVE: Trailer for Visions du Réel-bound documentary My Mother's Shoes",
        "Swiss director Ida Holm's film will have its world premiere in Nyon",
        "02/06/2021 | Visions du Réel 2021",
    )
    assert works(facts) == {"My Mother's Shoes"}


def test_actors_have_joined_a_drama() -> None:
    teaser = "Rosa Lind, Ola Berg and Per Lund have joined the historical drama"
    assert "Per Lund starredIn Siege of Low" in told("Cast announced for Ida Holm's Siege of Low", teaser, SHOOT)


def test_a_remake_of_something_has_no_title_yet() -> None:
    assert not works(told("Production of Sluice remake gets under way", "Per Lund will star", SHOOT))


def test_a_first_title_is_that_of_a_label() -> None:
    teaser = "The comedy by Ida Holm will be shot in English"
    facts = told("Lobster Supreme, first title by new label Caviar North", teaser, SHOOT)
    assert works(facts) == {"Lobster Supreme"}


def test_a_title_opens_an_event() -> None:
    headline = "Documentary The Hill Where Lions Roar to open Visions du Réel"
    facts = told(headline, "Ida Holm's film follows three women", "02/06/2021 | Visions du Réel 2021")
    assert works(facts) == {"The Hill Where Lions Roar"}


@pytest.mark.parametrize(
    "headline",
    [
        "Ida Holm's The Longest Sunday hits French screens",
        "Ida Holm's The Longest Sunday sells worldwide",
        "Filming for Ida Holm's The Longest Sunday gets under way",
        "Sund Films launches Ida Holm's The Longest Sunday on 40 screens",
        "Rosa Lind heads to Italy for Ida Holm's The Longest Sunday",
    ],
)
def test_whose_film_it_is_stands_before_its_title(headline: str) -> None:
    facts = told(headline, "The film was produced by Sund Films", SHOOT)
    assert works(facts) == {"The Longest Sunday"}
    assert "Ida Holm directed The Longest Sunday" in facts


@pytest.mark.parametrize(
    "teaser",
    [
        "Hedda Lind, Cal Wells and Mette Ryg have been added to the cast",
        "The French filmmaker’s cast brings together Hedda Lind, Cal Wells and Mette Ryg",
    ],
)
def test_a_cast_is_told_by_what_happens_to_it(teaser: str) -> None:
    said = told("Torben Fjord commences The Cartographer shoot", teaser, "03/02/2016 | Production | Denmark")
    assert {f"{name} starredIn The Cartographer" for name in ("Hedda Lind", "Cal Wells", "Mette Ryg")} <= said


def test_a_director_whose_short_won_returns_with_the_film_of_the_item() -> None:
    teaser = "The Danish director’s short The Coat took home an award, and she now returns with The Grey Mare"
    said = told("Signe Berg ready to shoot her first feature", teaser, "22/02/2016 | Production | Denmark")
    assert works(said) == {"The Grey Mare"}
    assert "Signe Berg directed The Coat" in said
