"""The kinds of slot that a pattern can have, each with the function that gives its candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.slot import companies, leads, people, places, slots, title_lists, titles
from kg.extract.slot.festival import editions_begin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.extract.names import Candidate, Names

__all__ = ["BEGINNINGS", "ENDINGS", "KINDS"]

KINDS: dict[str, Callable[[Names, int], Iterator[Candidate]]] = {
    "person": people.persons,
    "people": people.people,
    "named": leads.named,
    "given": leads.given,
    "firms": leads.firms,
    "work": leads.works,
    "described": leads.described,
    "title": titles.titles_at,
    "titles": title_lists.titles,
    "company": companies.companies_at,
    "companies": companies.companies,
    "country": places.countries_at,
    "countries": places.country_lists,
    "demonym": places.demonyms,
    "demonym-chain": places.demonym_chains,
    "festival": slots.festivals,
    "nominated": slots.nominated,
    "words": slots.some_words,
    "based": lambda names, at: places.compounds(names, at, "-based"),
    "born": lambda names, at: places.compounds(names, at, "-born"),
    "period": slots.periods,
    "epithets": slots.epithets,
    "verb": slots.verbs,
    "brackets": slots.brackets,
    "quoted": title_lists.quoted,
    "quoted-list": title_lists.quoted_lists,
    "place": places.places_at,
    "capitals": titles.capitals,
    "acronym": companies.acronyms,
    "number": slots.numbers,
    "year": slots.years,
}

# Where a kind can begin at all, as far as one look at each word tells; elsewhere nobody need ask its function.
BEGINNINGS: dict[str, Callable[[Names], Iterable[int]]] = {
    "person": people.begin,
    "people": people.begin,
    "company": companies.begin,
    "companies": companies.begin,
    "country": places.countries_begin,
    "countries": places.countries_begin,
    "demonym": places.demonyms_begin,
    "demonym-chain": lambda names: names.spots("demonym"),
    "place": places.places_begin,
    "festival": lambda names: editions_begin(names.tokens),
    "nominated": lambda names: slots.ending_in(names, slots.NOMINATED),
    "based": lambda names: slots.ending_in(names, ("-based",)),
    "born": lambda names: slots.ending_in(names, ("-born",)),
    "epithets": slots.epithets_begin,
    "brackets": lambda names: names.places.get("(", ()),
    "number": lambda names: names.figures,
    "year": lambda names: names.figures,
    "quoted": titles.quotes,
    "quoted-list": titles.quotes,
    "title": titles.begin,
    "titles": titles.begin,
    "verb": slots.verbs_begin,
}

# With which tokens a name of a kind can end at all.
ENDINGS: dict[str, Callable[[Names], Iterable[int]]] = {
    "person": people.end,
    "people": people.end,
    "named": people.end,
    "given": people.end,
    "title": titles.end,
    "titles": titles.end,
    "work": titles.end,
    "described": titles.end,
    "company": companies.end,
    "companies": companies.end,
    "firms": companies.end,
}
