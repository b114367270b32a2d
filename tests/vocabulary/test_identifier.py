"""Identifiers of other registers: short forms, addresses, check characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claim import Claim, Mention, Value
from kg.document import Span
from kg.errors import VocabularyError
from kg.vocabulary import check
from kg.vocabulary.identifier import address_of, family_of, is_identifier, parse_identifier

KNOWN = {
    "https://www.imdb.com/title/tt0110598/": "imdb:tt0110598",
    "https://m.imdb.com/fr-fr/name/nm0000123?ref_=x": "imdb:nm0000123",
    "https://imdb.com/company/co0072315": "imdb:co0072315",
    "tt0110598": "imdb:tt0110598",
    "IMDb tt0110598": "imdb:tt0110598",
    "http://www.wikidata.org/entity/Q42": "wikidata:Q42",
    "https://www.wikidata.org/wiki/Q42#P31": "wikidata:Q42",
    "https://www.wikidata.org/wiki/Special:EntityData/Q42.json": "wikidata:Q42",
    "wd:Q42": "wikidata:Q42",
    "10.5240/EA73-79D7-1B2B-B378-3A73-M": "eidr:10.5240/EA73-79D7-1B2B-B378-3A73-M",
    "https://doi.org/10.5240/ea73-79d7-1b2b-b378-3a73-m": "eidr:10.5240/EA73-79D7-1B2B-B378-3A73-M",
    "ISAN 0000-0000-D07A-0090-Q-0000-0000-X": "isan:0000-0000-D07A-0090-Q-0000-0000-X",
    "urn:isan:0000-0000-D07A-0090-Q": "isan:0000-0000-D07A-0090-Q",
    "isan:00000000D07A0090Q": "isan:0000-0000-D07A-0090-Q",
    "https://www.themoviedb.org/movie/603-the-matrix": "tmdb:movie/603",
    "https://www.themoviedb.org/person/287?language=fr": "tmdb:person/287",
}
NONE = [
    "", "Q42", "tt12", "wikidata:Q0", "wikidata:P57", "https://www.wikidata.org/wiki/Q42x", "Kika",
    "https://imdb.com.example.org/title/tt0110598", "https://example.org/imdb.com/title/tt0110598",
    "10.5240/EA73-79D7-1B2B-B378-3A73-N", "10.1000/182", "ISAN 0000-0000-D07A-0090-A",
    "ISAN 0000-0000-D07A-0090-Q-0000-0000-Y", "00000000D07A0090Q", "https://www.themoviedb.org/movie/the-matrix",
    "tt0110598\nQ42", "imdb:tt" + "1" * 3_000,
]  # fmt: skip


@pytest.mark.parametrize(("printed", "short"), KNOWN.items())
def test_an_address_or_a_printed_form_gives_the_short_form(printed: str, short: str) -> None:
    assert parse_identifier(printed) == short


@pytest.mark.parametrize("printed", NONE)
def test_anything_else_gives_none(printed: str) -> None:
    assert parse_identifier(printed) is None


@pytest.mark.parametrize("short", sorted(set(KNOWN.values())))
def test_the_short_form_is_its_own(short: str) -> None:
    assert parse_identifier(short) == short
    assert is_identifier(short)


@pytest.mark.parametrize("short", sorted(set(KNOWN.values())))
def test_the_address_leads_back(short: str) -> None:
    assert parse_identifier(address_of(short) or "") == short


def test_wikidata_is_addressed_as_its_own_data_have_it() -> None:
    assert address_of("wikidata:Q42") == "http://www.wikidata.org/entity/Q42"


def test_an_address_of_another_register_is_an_identifier_and_its_own_address() -> None:
    assert is_identifier("https://d-nb.info/gnd/1184628")
    assert address_of("https://d-nb.info/gnd/1184628") == "https://d-nb.info/gnd/1184628"


def test_an_id_of_a_host_is_an_identifier_without_an_address() -> None:
    assert is_identifier("films.example.org:A 17")
    assert address_of("films.example.org:A 17") is None


@pytest.mark.parametrize("text", ["", "Kika", "imdb:tt1", "wikidata:q42", "a:", "a:b\nc", "https://x y", ":x"])
def test_what_is_malformed_is_no_identifier(text: str) -> None:
    assert not is_identifier(text)


@pytest.mark.parametrize("text", ["imdb:tt1", "https://example.org/<script>", "wikidata:Q42>"])
def test_what_is_malformed_has_no_address(text: str) -> None:
    assert address_of(text) is None


@pytest.mark.parametrize(
    ("short", "family"),
    [("imdb:nm0000123", "person"), ("tmdb:movie/603", "work"), ("imdb:co0072315", "company"), ("wikidata:Q42", None)],
)
def test_a_register_may_say_what_is_named(short: str, family: str | None) -> None:
    assert family_of(short) == family


@given(st.text(max_size=60))
def test_whatever_is_parsed_is_an_identifier(text: str) -> None:
    short = parse_identifier(text)
    assert short is None or is_identifier(short)


@given(st.sampled_from(sorted(KNOWN)), st.integers(0, 200), st.characters())
def test_a_changed_character_never_gives_a_malformed_one(printed: str, at: int, char: str) -> None:
    at %= len(printed)
    short = parse_identifier(printed[:at] + char + printed[at + 1 :])
    assert short is None or (is_identifier(short) and parse_identifier(address_of(short) or "") == short)


def _claim(value: str) -> Claim:
    span = Span(0, 4, "Kika")
    return Claim("a/1", None, Mention("Film", "Kika"), "identifier", Value(value), (span,), "t/1", "t")


def test_the_vocabulary_takes_an_identifier() -> None:
    check(_claim("imdb:tt0110598"))


def test_the_vocabulary_refuses_what_is_none() -> None:
    with pytest.raises(VocabularyError, match="no identifier"):
        check(_claim("tt0110598"))
