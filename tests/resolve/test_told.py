"""What a document tells of names comes back from its line."""

from __future__ import annotations

import pytest

from kg.claim import Claim, Mention, Value
from kg.document import Span
from kg.resolve.knowledge import gather
from kg.resolve.told import Told, tell, tell_all

SPAN = (Span(0, 1, "x"),)
FILM, ANA = Mention("Film", "Salt"), Mention("Person", "Ana Ruibal")
CLAIMS = [
    Claim("a/1", 1, ANA, "directed", FILM, SPAN, "t/1", "t", as_of="2019-03-12"),
    Claim("a/1", 1, FILM, "alsoKnownAs", Value("Sal"), SPAN, "t/1", "t"),
    Claim("a/1", 1, FILM, "countryOfOrigin", Mention("Country", "Spain"), SPAN, "t/1", "t", {"position": 1}),
    Claim("a/1", 1, Mention("Company", "Kip"), "distributed", FILM, SPAN, "t/1", "t", {"territory": "France"}),
]


def test_what_is_told_comes_back_from_its_line() -> None:
    told = tell("a/1", CLAIMS, "2020")
    assert Told.from_json("a/1", told.to_json()) == told


def test_a_date_that_somebody_wrote_down_counts_where_none_is_said() -> None:
    assert tell("a/1", CLAIMS, "2020").facts["company|kip"].years == {2019, 2020}


def test_the_order_of_documents_makes_no_difference() -> None:
    other = Claim("a/2", None, ANA, "wrote", FILM, SPAN, "t/1", "t")
    one, two = gather(tell_all([*CLAIMS, other])), gather(tell_all([other, *CLAIMS]))
    assert (one.names, one.facts) == (two.names, two.facts)


def test_a_country_that_only_a_qualifier_names_is_known_as_a_territory() -> None:
    assert gather(tell_all(CLAIMS)).territories == {"France"}


@pytest.mark.parametrize("line", ["", "[]", "{}", "[1, 2, 3, 4]"])
def test_a_line_that_tells_nothing_is_refused(line: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Told.from_json("a/1", line)
