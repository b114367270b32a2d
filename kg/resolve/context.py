"""Context: what two names have in common beside their letters, and what speaks against their being one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.resolve.house import house
from kg.resolve.likeness import align, differing, likeness
from kg.resolve.name import skeleton, tokens
from kg.resolve.title import bare_title
from kg.resolve.words import numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.resolve.profile import Profile

__all__ = ["Context", "context"]

# Years between two documents within which the same name is at work in the same time.
NEAR_YEARS = {"Person": 12, "Company": 15}
NEAR_YEARS_OF_A_FILM = 2
# Beyond these, one person or house is unlikely, and one film impossible but for a restoration.
FAR_YEARS = {"Person": 40, "Company": 60}
FAR_YEARS_OF_A_FILM = 4
_CRAFTS = {
    "starredIn": "acting", "features": "acting", "directed": "directing", "wrote": "writing", "created": "writing",
    "produced": "producing", "coProduced": "producing", "executiveProduced": "producing", "composed": "music",
    "photographed": "camera", "edited": "editing", "sold": "selling", "distributed": "distributing",
    "funded": "funding",
}  # fmt: skip
# Trades between which people of film go to and fro: an actor who directs is nobody else.
_MAKING = {"acting", "directing", "writing", "producing"}
_MOST = 20
_NOTHING: frozenset[str] = frozenset()
# Mean likeness of the words of two people's names: surely one, and perhaps one; and the least of any word.
_SURE = 0.92
_DOUBTFUL = 0.82
# Likeness below which a word beside one that is the same never makes the mean sure (with something off for rounding).
_SURE_BESIDE_SAME = 2 * _SURE - 1 - 1e-6
_WORST = 0.72
# Likeness of the letters of two names below which nothing makes them one person.
_FAR = 0.6


@dataclass(frozen=True, slots=True)
class Context:
    """What speaks for and against one thing.

    `strong` names what is shared and tells much (a film, a director, a colleague, an identifier); `weak` what many
    share (country, years, trade); `against` what two of one kind rarely differ in: phrases for people to read. `gap` is
    the years between the nearest two that are told, None where one side tells none.
    """

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    same_identifier: bool = False
    other_identifier: bool = False
    side_by_side: bool = False
    shared_work: bool = False
    shared_director: bool = False
    other_director: bool = False
    shared_people: int = 0
    other_people: bool = False
    shared_company: bool = False
    shared_country: bool = False
    other_country: bool = False
    near: bool = False
    far: bool = False
    gap: int | None = None
    shared_craft: bool = False
    other_craft: bool = False
    crafts_apart: bool = False
    one_maker: bool = False


def context(left: Profile, right: Profile) -> Context:
    """Compare what is known of two names of one class."""
    work = left.type in ("Film", "Series", "Work")
    same, other = _identifiers(left, right)
    works = shared(left.works, right.works)
    directors = shared(left.directors, right.directors, _one_person)
    crew, other_crew = left.people, right.people
    if not work and (left.directors or right.directors):
        crew, other_crew = crew | left.directors, other_crew | right.directors
    people = shared(crew, other_crew, _one_person)
    companies = shared(left.companies, right.companies, _one_house)
    countries = left.countries & right.countries
    gap = _gap(left.years, right.years)
    near = NEAR_YEARS_OF_A_FILM if work else NEAR_YEARS.get(left.type, NEAR_YEARS["Company"])
    far = FAR_YEARS_OF_A_FILM if work else FAR_YEARS.get(left.type, FAR_YEARS["Company"])
    crafts = _crafts(left.roles) & _crafts(right.roles)
    strong = [f"both {each}" for each in same]
    strong += [f"both at work on {_shown(works)}"] if works else []
    strong += [f"both by {_shown(directors)}"] if directors else []
    strong += [f"both with {_shown(people)}"] if people else []
    strong += [f"both with {_shown(companies)}"] if companies else []
    weak = [f"both of {_shown(countries)}"] if countries else []
    weak += ["of the same years" if gap == 0 else f"{gap} years apart"] if gap is not None and gap <= near else []
    weak += [f"both in {_shown(crafts)}"] if crafts and not work else []
    other_director = bool(work and left.directors and right.directors and not directors) and not any(
        _perhaps_one_person(one, other) for one in left.directors for other in right.directors
    )
    other_country = bool(left.countries and right.countries and not countries)
    against = [f"{_shown(left.directors)} directed one, {_shown(right.directors)} the other"] if other_director else []
    against += ["of different countries"] if other_country else []
    against += [f"{gap} years apart"] if gap is not None and gap > far else []
    apart = not crafts and not (_crafts(left.roles) <= _MAKING and _crafts(right.roles) <= _MAKING)
    other_craft = bool(not work and left.roles and right.roles and apart)
    against += ["in different trades"] if other_craft else []
    against += ["under different identifiers of one register"] if other else []
    return Context(
        strong=tuple(strong),
        weak=tuple(weak),
        against=tuple(against),
        same_identifier=bool(same),
        other_identifier=other,
        side_by_side=bool(left.documents & right.documents),
        shared_work=bool(works),
        shared_director=bool(directors),
        other_director=other_director,
        shared_people=len(people),
        other_people=bool(crew and other_crew and not people),
        shared_company=bool(companies),
        shared_country=bool(countries),
        other_country=other_country,
        near=gap is not None and gap <= near,
        far=gap is not None and gap > far,
        gap=gap,
        shared_craft=bool(crafts),
        other_craft=other_craft,
        crafts_apart=bool(left.roles and right.roles and not crafts),
        one_maker=bool(left.roles & right.roles & {"directed", "photographed", "composed", "edited"}),
    )


def shared(
    left: frozenset[str], right: frozenset[str], alike: Callable[[str, str], bool] | None = None
) -> frozenset[str]:
    """Give the names of `left` that `right` has too, letter for letter or, by `alike`, a slip apart."""
    if not left or not right:
        return _NOTHING
    found = left & right
    if found or len(left) > _MOST or len(right) > _MOST:
        return found
    test, others = alike or _one_title, _cut(right)
    names = []
    for one, letter, every in _cut(left):
        for other, other_letter, other_every in others:
            # Names that are alike begin alike, or share a word: most do neither.
            if (letter == other_letter or not every.isdisjoint(other_every)) and test(one, other):
                names.append(one)
                break
    return frozenset(names)


@lru_cache(maxsize=65_536)
def _cut(names: frozenset[str]) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Give each name with its first letter and its words."""
    return tuple((name, name[:1], frozenset(name.split())) for name in names)


@cache
def _crafts(roles: frozenset[str]) -> frozenset[str]:
    return frozenset(_CRAFTS[role] for role in roles if role in _CRAFTS)


@lru_cache(maxsize=65_536)
def _one_title(one: str, other: str) -> bool:
    """Tell whether two names of the context are the same but for a slip; "part 2" and "part 3" are not."""
    first, second = bare_title(tokens(one)), bare_title(tokens(other))
    if len(first) != len(second) or first == second:
        short, long = sorted((first, second), key=len)
        if long[: len(short)] == short and len("".join(short)) > 3:  # without its subtitle; "part 2" is another
            return not any(word.isdecimal() or word in numbers() for word in long[len(short) :])
        return "".join(first) == "".join(second)
    aligned = align(first, second)
    few = len(aligned.pairs) > 4 or (len(aligned.pairs) == 1 and len("".join(first)) > 7)
    return (
        aligned.mean >= _SURE
        and aligned.ordered
        and all(
            (pair.within or (few and pair.likeness >= _SURE - 0.02))
            and (few or not pair.ending or len(pair.left) > 6)
            and pair.left.isalpha()
            for pair in aligned.differing
        )
    )


@lru_cache(maxsize=65_536)
def _one_person(one: str, other: str) -> bool:
    """Tell whether two people of the context are one: a slip, another transcription, a middle name, another order."""
    first, second = tokens(one), tokens(other)
    if len(first) == len(second) == 2 and first[0] == second[0] and first[1] != second[1]:
        # So many share a given name and nothing else that this is worked out without the rest.
        surname = max(likeness(first[1], second[1]), likeness(skeleton(first[1]), skeleton(second[1])))
        return surname >= _SURE_BESIDE_SAME and _likeness(first, second) >= _SURE
    if "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return True
    if _letters_alike()(one, other, score_cutoff=_FAR) == 0.0:
        return False
    if len(first) < 2 or len(second) < 2:
        return len(first) == len(second) and _likeness(first, second) >= _SURE
    if len(first) != len(second):
        short, long = sorted((first, second), key=len)
        ends = _likeness((short[0], short[-1]), (long[0], long[-1])) >= _SURE
        return ends or short == long[: len(short)] or "".join(short) == "".join(long)
    return _likeness(first, second) >= _SURE


@lru_cache(maxsize=65_536)
def _perhaps_one_person(one: str, other: str) -> bool:
    """Tell whether two people of the context may be one, so that they are no sign of two films."""
    first, second = tokens(one), tokens(other)
    if not first or not second or _one_person(one, other):
        return True
    return _likeness(first, second) >= _DOUBTFUL or _likeness(first[-1:], second[-1:]) >= _DOUBTFUL


@lru_cache(maxsize=65_536)
def _one_house(one: str, other: str) -> bool:
    """Tell whether two companies of the context are one but for "Films" and "Ltd"."""
    first, second = house(one), house(other)
    return "".join(first.core) == "".join(second.core) and first.countries == second.countries


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Give the mean likeness of the words, of their letters or of what they keep in all spellings."""
    place = differing(one, other)
    bones, other_bones = tuple(map(skeleton, one)), tuple(map(skeleton, other))
    if place is not None and (bones == other_bones or differing(bones, other_bones) == place):  # as below, and quicker
        least = max(likeness(one[place], other[place]), likeness(bones[place], other_bones[place]))
        return sum([*[1.0] * place, least, *[1.0] * (len(one) - place - 1)]) / len(one) if least >= _WORST else 0.0
    letters, bare = align(one, other), align(bones, other_bones)
    best = [max(first.likeness, second.likeness) for first, second in zip(letters.pairs, bare.pairs, strict=True)]
    return sum(best) / max(len(one), len(other), 1) if best and min(best) >= _WORST else 0.0


@cache
def _letters_alike() -> Callable[..., float]:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity


def _identifiers(left: Profile, right: Profile) -> tuple[list[str], bool]:
    """Give the identifiers that both have, and whether one register knows them under two."""
    same = sorted(left.identifiers & right.identifiers)
    registers = {each.partition(":")[0] for each in left.identifiers} & {
        each.partition(":")[0] for each in right.identifiers
    }
    return same, bool(registers) and not same


def _gap(left: frozenset[int], right: frozenset[int]) -> int | None:
    """Give the years between the nearest two, None where one side has none."""
    if not left or not right:
        return None
    if not left.isdisjoint(right):
        return 0
    # Of years in a row, the nearest two of different sides stand beside one another.
    row = sorted([(year, True) for year in left] + [(year, False) for year in right])
    return min(later - year for (year, side), (later, other) in pairwise(row) if side != other)


def _shown(names: frozenset[str] | set[str]) -> str:
    """Give one or two of the names, and how many more there are."""
    listed = sorted(names)
    return ", ".join(listed[:2]) + (f" and {len(listed) - 2} more" if len(listed) > 2 else "")
