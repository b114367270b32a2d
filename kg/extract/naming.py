"""Naming: which phrases of the grammar name films with their makers, one or several in an item."""

from __future__ import annotations

import re

from kg.extract.names import fold
from kg.extract.slot.given import is_given_name

__all__ = ["OF_ONE", "SEVERAL", "without_maker"]

# Phrases that name film and director: an item may have several of them, and is about each.
SEVERAL = frozenset({
    "work-firms",
    "directors-work-will-play",
    "title-by", "works-of-two", "title-comma-by", "work-by", "work-directed", "work-apposition", "directors-work",
    "director-film-name", "work-new-from", "granted-to-directors", "fund-granted-directors", "sum-to-directors",
    "countrys-title-by", "countrys-title-brackets", "title-brackets-are", "fund-granted-title-by",
    "title-by-in-brackets", "in-work-by", "directors-upcoming", "title-by-countries", "title-prints",
    "brackets-distributor", "company-will-shoot-work", "company-launches", "nation-work-title-by",
    "chain-work-title-by", "title-by-chain", "title-by-co-production-with", "directors-chain-title",
    "company-sold-directors", "company-sold-by", "work-de-given", "work-of-produced-by", "work-of-with",
    "work-of-firms-sum", "described-de", "is-working-on-title", "fund-supports-directors", "title-by-siblings",
    "brackets-distributed-by", "director-shoots-work", "title-by-shown-at", "two-shown-at", "opens-and-closes",
    "will-helm-title", "title-entrusted-to", "prize-went-to-directors", "own-apposition", "directors-winner",
    "directors-title-in-brackets", "directors-work-countries", "brackets-firm-sum", "brackets-firm-currency",
})  # fmt: skip
# "Ida Holm’s documentary" is one film: beneath a headline of several, the first.
OF_ONE = frozenset({"films-movie", "films-movie-told", "name-ordinal", "directors-latest", "directors-debut"})
_BY = re.compile(r",? (?:directed )?by (?P<given>[A-ZÀ-ÞĀ-Ž][\w’'-]*) [A-ZÀ-ÞĀ-Ž]")


def without_maker(title: str) -> str:
    """Give a title without who directed it: "Low Tide by Ida Holm"."""
    hit = _BY.search(title)
    return title[: hit.start()] if hit and is_given_name(fold(hit["given"])) else title
