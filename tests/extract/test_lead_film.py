"""Which film an article is about, and what of its words are of other ones."""

from __future__ import annotations

from tests.extract.telling import pairs_of

LONG = (
    "“It is a story of people who never left the island, and of those who came back too late to be of any use to "
    "them,” she says. The team looked for the house for two years, and when we had found it nobody could tell whose it "
    "was. The team spent the winter in it, with a stove that had not been lit since the war, and built a jetty that "
    "the first storm took away. Neighbours lent them a boat, and their children came to see how a day is made to look "
    "like a night. It is the first time that a team from the capital has come here, and it may be the last, as the "
    "ferry is to stop in the autumn.\n\n"
)
SHOOT = (
    "Tove Berg enters the final week of shooting for Low Water\n\n"
    "Filming of Low Water by Tove Berg is drawing to a close.\n\n"
)


def test_words_of_a_headline_that_a_long_text_never_prints_again_are_no_film() -> None:
    page = (
        "The clock is ticking on Tove Berg’s set\n\n09/03/2015 - The director is shooting Low Water, with Ana Roth\n\n"
        f"Tove Berg has been shooting her seventh feature film, Low Water, since February.\n\n{LONG}"
    )
    assert {title for _, title in pairs_of(page, "starredIn")} == {"Low Water"}


def test_the_film_that_the_first_words_say_is_being_shot_is_what_the_article_is_about() -> None:
    page = (
        "Roth and Vale are Odile and Armand\n\nShooting starts on September 21 on Tove Berg’s debut feature Low Water. "
        "Author of the short film The Passage in 2002, the director, who was also second assistant director on Ida "
        "Holm’s Lady Penrose, has brought together a cast including Jo Vale.\n\n"
        "Co-written by Per Lund (who also co-wrote Eva Sund’s Iron Harvest), the screenplay for Low Water centres on "
        "Odile.\n"
    )
    assert pairs_of(page, "wrote") >= {("Per Lund", "Low Water")}


def test_a_headline_film_after_which_the_news_comes_is_not_what_the_article_is_about() -> None:
    page = (
        "After Iron Harvest, Tove Berg is back behind the camera\n\nShooting starts on Tove Berg’s second feature Low "
        "Water. Berg directed Iron Harvest. Low Water tells of a ferryman.\n\nFjord Sales is selling the film.\n"
    )
    assert pairs_of(page, "sold") == {("Fjord Sales", "Low Water")}


def test_a_sentence_that_begins_with_the_film_goes_on_with_it_whatever_other_work_it_names() -> None:
    page = SHOOT + (
        "The film is toplined by Ana Roth – whom we saw recently in Ida Holm’s Iron Harvest – and Jo Vale, flanked by "
        "Per Lund.\n"
    )
    assert pairs_of(page, "starredIn") >= {("Jo Vale", "Low Water"), ("Per Lund", "Low Water")}


def test_the_next_sentence_goes_on_with_the_film_as_well() -> None:
    page = SHOOT + (
        "The film is toplined by Ana Roth, whom we saw recently in Ida Holm’s Iron Harvest. "
        "It is written by Per Lund.\n"
    )
    assert pairs_of(page, "wrote") == {("Per Lund", "Low Water")}


def test_the_feature_film_with_its_title_behind_is_that_one() -> None:
    page = SHOOT + "The feature film Iron Harvest by Ida Holm is produced by Sund Film.\n"
    assert pairs_of(page, "produced") == {("Sund Film", "Iron Harvest")}


def test_it_is_followed_by_a_title_speaks_of_that_one() -> None:
    page = SHOOT + "It is followed by Iron Harvest, a drama by Ida Holm, with Jo Vale in the title role.\n"
    assert pairs_of(page, "starredIn") == {("Jo Vale", "Iron Harvest")}


def test_a_work_in_a_relative_clause_is_named_in_passing() -> None:
    page = SHOOT + (
        "Jo Vale, whom audiences saw in Ida Holm’s Iron Harvest, heads the cast. Fjord Sales is in charge of sales.\n"
    )
    assert pairs_of(page, "sold") == {("Fjord Sales", "Low Water")}


def test_what_a_relative_clause_says_is_of_the_work_in_it() -> None:
    page = SHOOT + "A prize went to Jo Vale, who plays a wrestler in Iron Harvest by Ida Holm.\n"
    assert pairs_of(page, "starredIn") == {("Jo Vale", "Iron Harvest")}


def test_a_day_is_no_title() -> None:
    page = "Cameras roll\n\nThe romance will start filming on Oct 15, under the direction of Ida Holm.\n"
    assert pairs_of(page, "directed") == set()


def test_what_is_told_of_a_film_without_a_title_is_not_of_another() -> None:
    page = SHOOT + (
        "Jo Vale will star opposite Carla Lund in Netflix’s untitled space drama. Per Holm is producing the film.\n"
    )
    assert pairs_of(page, "starredIn") == set()
    assert pairs_of(page, "produced") == set()


def test_an_untitled_film_in_passing_ends_with_its_sentence() -> None:
    page = SHOOT + "Fjord Sales is selling the film. Jo Vale also has an untitled drama in the works.\n"
    assert pairs_of(page, "sold") == {("Fjord Sales", "Low Water")}


def test_brackets_behind_a_title_tell_of_that_one() -> None:
    page = SHOOT + "Berg is known for her debut Iron Harvest (2014, coproduced by Lux Films), which won a prize.\n"
    assert pairs_of(page, "coProduced") == {("Lux Films", "Iron Harvest")}
