"""Headlines that show something of a film: "Trailer for TITLE", "First clip of TITLE by NAME"."""

from __future__ import annotations

import pytest

from tests.extract.telling import told_by_item

TEASER = "Ida Holm’s documentary follows a young rapper over six years"
TAG = "02/02/2017 | Films | Norway"


@pytest.mark.parametrize(
    ("headline", "fact"),
    [
        ("Trailer for Low Tide", "Ida Holm directed Low Tide"),
        ("EXCLUSIVE: First clip for Low Tide by Ida Holm", "Ida Holm directed Low Tide"),
        ("EXCLUSIVE: Poster and trailer for Tribeca-bound Low Tide", "Low Tide countryOfOrigin Norway"),
        ("EXCLUSIVE: First images of Ida Holm’s Low Tide", "Ida Holm directed Low Tide"),
    ],
)
def test_what_shows_a_film_is_no_part_of_its_title(headline: str, fact: str) -> None:
    assert fact in told_by_item(headline, TEASER, TAG)
