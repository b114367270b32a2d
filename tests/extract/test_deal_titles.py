"""What is sold "to Norway (FIRM), Poland (FIRM) and Japan (FIRM)" is a film, with quotation marks and without."""

from __future__ import annotations

import pytest

from tests.extract.telling import pairs_of

HEAD = "Sales agents report a busy market in Berlin\n\nThe week began quietly, as it often does in February.\n\n"
LANDS = "Germany (Haute Mer), South Korea (Zaal Vier) and the UK (Volna)"
FIRMS = "Haute Mer (Germany), Zaal Vier (South Korea) and Volna (UK)"
BUYERS = {("Haute Mer", "Winter Bread"), ("Zaal Vier", "Winter Bread"), ("Volna", "Winter Bread")}


@pytest.mark.parametrize(
    "sentence",
    [
        "{film} has gone to {lands}.",
        "{film} found buyers in {lands}.",
        "Mirador sold {film} in {lands}.",
        "Mirador has licensed {film} to {lands}.",
        "Deals on {film} were closed for {lands}.",
        "Buyers of {film} include {lands}.",
        "{film} will be released in {lands}.",
        "{film} has been bought by {firms}.",
        "Ida Holm’s {film} has sold to {lands}.",
    ],
)
@pytest.mark.parametrize("film", ["Winter Bread", "“Winter Bread”"])
def test_buyers_are_of_the_film_before_them(sentence: str, film: str) -> None:
    text = HEAD + sentence.format(film=film, lands=LANDS, firms=FIRMS) + "\n"
    assert pairs_of(text, "distributed") == BUYERS


def test_a_month_within_a_title_is_no_date() -> None:
    text = f"{HEAD}Paper Moons of June has been sold in {LANDS}.\n"
    assert {film for _, film in pairs_of(text, "distributed")} == {"Paper Moons of June"}


def test_a_seller_behind_by_is_no_title() -> None:
    text = f"{HEAD}“Winter Bread” has been sold by Belvedere to {LANDS}.\n"
    assert pairs_of(text, "distributed") == BUYERS


def test_a_part_of_a_certain_title_is_nobody() -> None:
    text = f"{HEAD}The Lawyer’s Son to China (Blue Pagoda) and Bulgaria (Balkan Art) were the sales of the day.\n"
    assert not pairs_of(text, "directed")
