"""Set-ups and shoots as the trades tell them: who produces in lists of all kinds, who writes, sells and supports."""

from __future__ import annotations

import pytest

from kg.document import Document
from kg.extract.article.producing_lists import producing_lists
from kg.extract.news import Sentence
from tests.extract.telling import pairs_of

HEAD = "Ana Roth to star in Low Water\n\nAna Roth will star in Tove Berg’s drama Low Water.\n\n"


def listed(words: str, surnames: frozenset[str] = frozenset()) -> set[str]:
    return {
        fact.subject.what.name for fact in producing_lists(Document("p.txt", words), Sentence(0, len(words)), surnames)
    }


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "Christian Cope (Funny Stories), Rebecca Lorne, Ida Holm’s Applecart Productions and "
            "Redshift will produce the film.",
            {"Christian Cope", "Rebecca Lorne", "Applecart Productions", "Redshift"},
        ),
        (
            "Yonder Productions’ Jordan Levy will produce with Michael Lund and Fjord Media’s Sean Gallo.",
            {"Yonder Productions", "Jordan Levy", "Michael Lund", "Fjord Media", "Sean Gallo"},
        ),
        (
            "Holm will produce the project through her outfit Sund (Arena), alongside producer Enrique Lopez for "
            "Lux Films (Red Beams), and Fjord Pictures.",
            {"Enrique Lopez", "Lux Films", "Fjord Pictures"},
        ),
    ],
)
def test_a_list_of_producers_may_hold_people_and_companies_and_whose_they_are(words: str, wanted: set[str]) -> None:
    assert listed(words) == wanted


def test_somebody_named_before_stands_in_a_list_by_surname_with_a_banner() -> None:
    assert listed("Berg and her Cree Film banner are producing along with Carla Vale.", frozenset({"berg"})) == {
        "Berg", "Cree Film", "Carla Vale",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Ana Roth stars, and Jo Berg produces alongside his wife.",
        "Germany and Denmark will produce the film.",
        "Ana Roth produced Low Water alongside Jo Berg.",
    ],
)
def test_what_is_no_list_of_producers_from_end_to_end_names_none(words: str) -> None:
    assert listed(words) == set()


@pytest.mark.parametrize(
    ("told", "predicate", "who"),
    [
        ("The script, signed by Jo Vale, is set in 1944.", "wrote", "Jo Vale"),
        ("Written by Ida Holm in conjunction with Jo Vale, it is set in 1944.", "wrote", "Jo Vale"),
        ("Writing duties are split between Ida Holm (The Faun) and Jo Vale (Cousins).", "wrote", "Jo Vale"),
        ("Sund Film is at the helm of production.", "produced", "Sund Film"),
        ("Jo Vale (Otter) will be director of photography.", "photographed", "Jo Vale"),
        ("The editing is in the hands of Jo Vale.", "edited", "Jo Vale"),
        ("It has the participation of RTX, Fjord TV and KNV.", "participatedIn", "KNV"),
        ("The Oslo Fund, Filmhaus and Screen Sund have given their support.", "funded", "Screen Sund"),
        (
            "Ida Holm is also producing the film under her Slow Tide label alongside Jo Vale of Sund Film.",
            "produced",
            "Slow Tide",
        ),
    ],
)
def test_who_did_what_is_told_in_the_trades_turns_of_phrase(told: str, predicate: str, who: str) -> None:
    assert (who, "Low Water") in pairs_of(HEAD + told + "\n", predicate)


@pytest.mark.parametrize(
    "told",
    [
        "The script, signed by Jo Vale, is set in 1944.",
        "Sund Film is at the helm of production.",
        "Jo Vale (Otter) will be director of photography.",
    ],
)
def test_nobody_of_these_is_its_director(told: str) -> None:
    assert {who for who, _ in pairs_of(HEAD + told + "\n", "directed")} == {"Tove Berg"}


def test_a_work_from_its_producer_of_a_company_has_no_other_director() -> None:
    page = HEAD + "The fund will also back Ida Holm’s Iron Harvest, from Jo Vale, of Sund Film.\n"
    assert pairs_of(page, "directed") == {("Tove Berg", "Low Water"), ("Ida Holm", "Iron Harvest")}
    assert pairs_of(page, "produced") == {("Jo Vale", "Iron Harvest"), ("Sund Film", "Iron Harvest")}


def test_a_film_written_and_to_be_directed_by_a_co_star_of_another_is_hers() -> None:
    page = (
        "Roth to star in Low Water\n\nAna Roth has been set to star in Low Water, a drama that was written and will be "
    )
    page += "directed by Night Bus co-star Ida Holm.\n"
    assert pairs_of(page, "directed") == {("Ida Holm", "Low Water")}


def test_a_wars_drama_is_called_what_stands_behind() -> None:
    page = "Roth leads cast\n\nSund Film has lined up Ana Roth to star in Tove Berg’s Second World War thriller Low "
    page += "Water.\n"
    assert pairs_of(page, "directed") == {("Tove Berg", "Low Water")}


def test_a_cast_headed_up_by_actors_does_not_produce() -> None:
    assert pairs_of(HEAD + "The cast is headed up by Jo Vale and Per Lund.\n", "produced") == set()


def test_a_director_in_production_with_a_film_does_not_produce_it() -> None:
    page = "Berg in production\n\n"
    page += "The Slovak director Marek Berg is currently in production with his sophomore feature Low Water.\n"
    assert pairs_of(page, "produced") == set()


def test_a_day_is_no_company() -> None:
    page = HEAD + "Sund Film will release it on 26 September 2019, and Beta Lux is the sales agent.\n"
    assert pairs_of(page, "sold") == {("Beta Lux", "Low Water")}


def test_he_who_is_repped_is_no_title() -> None:
    assert pairs_of(HEAD + "He’s repped by Pinnacle and Jo Vale.\n", "directed") == {("Tove Berg", "Low Water")}


def test_credits_in_the_same_sentence_are_of_whom_it_names() -> None:
    page = HEAD + "Ana Roth’s credits include Iron Harvest. "
    page += "Jo Vale plays a nun on Showtime’s Blameless; his film credits include Otter.\n"
    assert ("Jo Vale", "Otter") in pairs_of(page, "starredIn")
    assert ("Ana Roth", "Otter") not in pairs_of(page, "starredIn")


@pytest.mark.parametrize(
    ("told", "predicate", "who"),
    [
        ("Distribution in French cinemas will be steered by Le Relais in 2023.", "distributed", "Le Relais"),
        ("The Oslo Film Institute has chipped in NOK 15 million.", "funded", "Oslo Film Institute"),
        ("It has NOK 15 million, with further support coming from Filmkraft Zefyr.", "funded", "Filmkraft Zefyr"),
        ("The script was written by the director, in collaboration with Carla Vale.", "wrote", "Carla Vale"),
        ("Jo Vale (whose credits include Otter) is in charge of the photography.", "photographed", "Jo Vale"),
        (
            "Based on a novel by Ida Sund, which was adapted for the screen by Jo Vale with Per Lund.",
            "wrote",
            "Per Lund",
        ),
        ("It is made with the support of the Italian Ministry of Culture and Eurimages.", "funded", "Eurimages"),
        ("It is backed by the Oslo Fund and the Ukrainian State Film Agency.", "funded", "Ukrainian State Film Agency"),
        ("Fjord Red has bagged all rights for Ireland.", "distributed", "Fjord Red"),
        ("The premiere is in spring, with Silva Film distributing domestically.", "distributed", "Silva Film"),
        ("Director of photography Carla Vale is at the camera.", "photographed", "Carla Vale"),
        ("Per Lund is at the camera, with Carla Vale in charge of editing.", "edited", "Carla Vale"),
        (
            "It is directed by Tove Berg, from a script she co-wrote with Carla Vale.",
            "wrote",
            "Carla Vale",
        ),
    ],
)
def test_more_of_who_did_what(told: str, predicate: str, who: str) -> None:
    assert (who, "Low Water") in pairs_of(HEAD + told + "\n", predicate)


@pytest.mark.parametrize(
    ("told", "predicate", "who"),
    [
        ("Distribution in French cinemas will be steered by Le Relais in 2023.", "produced", "Le Relais"),
        ("Ana Roth and Per Lund are producing with Lux Films co-producing.", "produced", "Lux Films"),
        ("Berg wrote the script with Per Lund, with the collaboration of Carla Vale.", "produced", "Carla Vale"),
        ("Sund Film will release the film on Christmas Day, and Fjord is handling the sales.", "sold", "Christmas Day"),
        ("A girl, played by newcomer Carla Prinz, and her friends live in a motel.", "directed", "Carla Prinz"),
        ("The film has been pre-bought by Canal + and Arte.", "distributed", "Canal"),
    ],
)
def test_what_names_beside_other_verbs_did_not_do(told: str, predicate: str, who: str) -> None:
    assert who not in {name for name, _ in pairs_of(HEAD + told + "\n", predicate)}


def test_a_clause_that_a_comma_ends_does_not_cut_the_cast_behind_it() -> None:
    page = HEAD + (
        "Directed by Tove Berg in her feature debut, from a script she co-wrote with Stephen Shields-Burke, the "
        "film stars Seána Kerslakey, James Quinn Markham and Simone Kirkby alongside veteran "
        "Finnish actress Kati Outinenen.\n"
    )
    assert {who for who, _ in pairs_of(page, "starredIn")} >= {
        "Seána Kerslakey",
        "James Quinn Markham",
        "Simone Kirkby",
    }


def test_who_makes_a_debut_is_no_title() -> None:
    page = HEAD + "Also in the cast are Jo Vale and Per Lund and, making her screen debut, Carla Vale-Petit.\n"
    assert {title for _, title in pairs_of(page, "directed")} == {"Low Water"}


def test_a_director_in_post_production_with_a_film_does_not_act_in_it() -> None:
    page = (
        "Romanian/French Coproduction The Island Doctor in Postproduction\n\nRomanian director Andrei Berg (The "
        "Other Ina) is currently in postproduction with The Island Doctor / Doctorul insulei, which is a coproduction "
        "between Romania and France. The script by Andrei Berg is inspired by the life of a doctor.\n"
    )
    assert pairs_of(page, "starredIn") == set()
