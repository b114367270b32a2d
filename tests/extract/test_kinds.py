"""Kinds: briefs on films are articles, and texts of other trades are not."""

from __future__ import annotations

from kg.document import Document
from kg.extract.kind import recognise


def kind_of(text: str) -> str:
    return recognise(Document("page.txt", text + "\n"))[0]


def test_one_sentence_on_a_film_is_an_article() -> None:
    text = "Ana Roth is in postproduction with her second feature, Low Water, a love story that Sund Film will release."
    assert kind_of(f"Low Water in Postproduction\n\n{text}") == "article"


def test_a_brief_on_a_debut_is_an_article() -> None:
    text = "The debut feature by Macedonian director Ana Roth premiered on Tuesday. The film was produced by Sund Film."
    assert kind_of(text) == "article"


def test_a_text_on_turbines_is_no_article_on_films() -> None:
    text = (
        "The turbine producer raised its production by twelve percent, said managing director Jo Berg on Monday. "
        "Sales of the new series rose in Germany, and the company will build a plant near the harbour."
    )
    assert kind_of(f"Turbine maker grows\n\n{text}") == "unknown"


def test_a_text_on_a_theatre_is_no_article_on_films() -> None:
    text = (
        "The theatre’s new production opens in May, and its director has cast two actors in the leading roles. "
        "The script was revised after the first performances, and sales are brisk."
    )
    assert kind_of(text) == "unknown"


def test_a_recipe_is_no_article_on_films() -> None:
    assert kind_of("Chop the onions and fry them gently in butter until they are soft. Add the stock.") == "unknown"


def test_an_article_whose_headline_is_doubled_above_a_list_of_others_is_no_listing() -> None:
    told = (
        "Shot between Oslo and Cork with a budget of three million, Low Tide follows a man in his fifties who shares a "
        "corridor with the sister whom he has not met since their house was sold."
    )
    made = (
        "Low Tide is produced by Ida Holm for the Norwegian firm Quay Film, in co-production with Per Lund for "
        "the Irish outfit Weir Pictures, and its sales are in the hands of Harbour Sales."
    )
    text = (
        "PRODUCTION Norway / Ireland\n\nAna Berg directs Low Tide\n\nAna Berg directs Low Tide\n\n"
        f"{told}\n\n{made}\n\n{told}\n\nSee also\nNorway’s festival unveils its line-up  18/02\n"
        "Review: The Beekeeper  17/02\nInterview: Jon Moe • Director of Salt Road  16/02\n"
    )
    assert recognise(Document("page.txt", text))[0] == "article"
