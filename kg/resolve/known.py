"""Known: two names that a list has for one film, person or body (see `byname`): one, where what is told agrees.

A list alone never says so: another film may well have one of the titles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.byname import ListedFilm, listed_film, on_list
from kg.resolve.context import Context, either
from kg.resolve.name import script
from kg.resolve.shared import one_person, shared
from kg.resolve.verdict import Verdict

if TYPE_CHECKING:
    from kg.resolve.profile import Profile

__all__ = ["one_bearer", "one_listed_film"]

_PATTERN = "known by both names"
_SAFE = 0.95
_LATELY = 2  # years between a film and a text that tells of it


def one_listed_film(left: Profile, right: Profile, found: Context) -> Verdict | None:
    """Judge two titles that the list has for one film; None for others, and where a text names another director."""
    for number in sorted(on_list("work", left.name) & on_list("work", right.name)):
        film = listed_film(number)
        directed = [_by(told, film) for told in (left, right)]
        dated = [_of_its_years(told, film) for told in (left, right)]
        if False in directed or (False in dated and True not in directed) or (found.gap or 0) > _LATELY:
            continue
        if all(directed) or (all(map(_either, directed, dated)) and not found.other_people):
            return Verdict("same", _SAFE, _PATTERN, found.reasons)
        return either(_PATTERN, 0.7, found, True)
    return None


def one_bearer(family: str, left: Profile, right: Profile, found: Context) -> Verdict | None:
    """Judge two names that the list has for one person or body; None for others."""
    if on_list(family, left.name).isdisjoint(on_list(family, right.name)) or found.side_by_side:
        return None
    agreed = bool(found.strong or found.shared_country or (found.near and found.shared_craft))
    agreed = agreed or script(left.name) != script(right.name)  # letters that name nobody else
    sure = agreed and not (found.against or found.crafts_apart or found.silent)
    return Verdict("same", _SAFE, _PATTERN, found.reasons) if sure else either(_PATTERN, 0.7, found, not found.against)


def _by(told: Profile, film: ListedFilm) -> bool | None:
    """Tell whether a work is told to be by a film's director; None where nobody is named."""
    return bool(shared(told.directors, frozenset([film.director]), one_person)) if told.directors else None


def _of_its_years(told: Profile, film: ListedFilm) -> bool | None:
    """Tell whether a work is told with about a film's year; None where none is told."""
    return any(-1 <= year - film.year <= _LATELY for year in told.years) if told.years else None


def _either(directed: bool | None, dated: bool | None) -> bool:
    return bool(directed or dated)
