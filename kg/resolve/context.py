"""Context: what two names have in common beside their letters, and what speaks against their being one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.resolve.name import plain
from kg.resolve.shared import in_another_language, one_house, one_person, perhaps_one_person, shared
from kg.resolve.verdict import Verdict

if TYPE_CHECKING:
    from kg.resolve.profile import Profile

__all__ = ["Context", "context", "either"]

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
_MAKERS = frozenset({"directed", "photographed", "composed", "edited"})


@dataclass(frozen=True)
class Context:
    """What speaks for and against one thing, each worked out when a rule asks for it: most pairs need little of it.

    `strong` names what is shared and tells much (a film, a director, a colleague, an identifier); `weak` what many
    share (country, years, trade); `against` what two of one kind rarely differ in: phrases for people to read.
    """

    left: Profile
    right: Profile

    @property
    def reasons(self) -> tuple[str, ...]:
        """Give all that speaks for and against."""
        return (*self.strong, *self.weak, *self.against)

    @cached_property
    def strong(self) -> tuple[str, ...]:
        """Give what is shared and tells much."""
        found = [f"both {each}" for each in self._identifiers]
        found += [f"both at work on {_shown(self._works)}"] if self._works else []
        found += [f"both by {_shown(self._directors)}"] if self._directors else []
        found += [f"both with {_shown(self._people)}"] if self._people else []
        found += [f"both with {_shown(self._companies)}"] if self._companies else []
        return tuple(found)

    @cached_property
    def weak(self) -> tuple[str, ...]:
        """Give what is shared and tells little."""
        found = [f"both of {_shown(self._countries)}"] if self.shared_country else []
        found += ["of the same years" if self.gap == 0 else f"{self.gap} years apart"] if self.near else []
        found += [f"both in {_shown(self._crafts)}"] if self._crafts and not self._of_works else []
        return tuple(found)

    @cached_property
    def against(self) -> tuple[str, ...]:
        """Give what speaks against one thing."""
        left, right = self.left, self.right
        found = [f"{_shown(left.directors)} directed one, {_shown(right.directors)} the other"] if (
            self.other_director
        ) else []  # fmt: skip
        found += ["of different countries"] if self.other_country else []
        found += [f"{self.gap} years apart"] if self.far else []
        found += ["in different trades"] if self.other_craft else []
        found += ["under different identifiers of one register"] if self.other_identifier else []
        return tuple(found)

    @property
    def same_identifier(self) -> bool:
        """Tell whether a register knows both under one identifier."""
        return bool(self._identifiers)

    @property
    def other_identifier(self) -> bool:
        """Tell whether a register knows the two under two identifiers."""
        left, right = self.left.identifiers, self.right.identifiers
        return bool(left and right and not self._identifiers and _registers(left) & _registers(right))

    @property
    def side_by_side(self) -> bool:
        """Tell whether one document has both: the same one is of both, or one names the other among its colleagues."""
        return not self.left.documents.isdisjoint(self.right.documents) or self._colleagues

    @property
    def rivals(self) -> frozenset[str]:
        """Give the people who are told with either."""
        one, other = self._crews
        return one | other

    @cached_property
    def _colleagues(self) -> bool:
        """Tell whether one is told to work with the other, by name: a brother with one craft, a co-producer."""
        if self._of_works:
            return False
        left, right = plain(self.left.name), plain(self.right.name)
        if left == right:
            return False
        return right in self._told_with(self.left) or left in self._told_with(self.right)

    @staticmethod
    def _told_with(told: Profile) -> frozenset[str]:
        return told.companies if told.type != "Person" else told.people | told.directors

    @property
    def silent(self) -> bool:
        """Tell whether of one of the two nothing is told but the name."""
        return any(map(_tells_nothing, (self.left, self.right)))

    @property
    def silent_once(self) -> bool:
        """Tell whether of one of the two alone nothing is told but the name."""
        return _tells_nothing(self.left) != _tells_nothing(self.right)

    @property
    def shared_work(self) -> bool:
        """Tell whether both worked on one film."""
        return bool(self._works)

    @property
    def shared_director(self) -> bool:
        """Tell whether both are of one director."""
        return bool(self._directors)

    @cached_property
    def other_director(self) -> bool:
        """Tell whether two works have directors who are surely not the same."""
        left, right = self.left.directors, self.right.directors
        known = self._of_works and left and right and not self._directors
        return bool(known) and not any(perhaps_one_person(one, other) for one in left for other in right)

    @property
    def shared_people(self) -> int:
        """Give the number of people who worked with both."""
        return len(self._people)

    @property
    def other_people(self) -> bool:
        """Tell whether both are told with people, and none is the same."""
        one, other = self._crews
        return bool(one and other and not self._people)

    @property
    def shared_company(self) -> bool:
        """Tell whether one company is told of both."""
        return bool(self._companies)

    @property
    def shared_country(self) -> bool:
        """Tell whether both are of one country."""
        return not self.left.countries.isdisjoint(self.right.countries)

    @property
    def other_country(self) -> bool:
        """Tell whether both are told with countries, and none is the same."""
        return bool(self.left.countries and self.right.countries) and not self.shared_country

    @cached_property
    def gap(self) -> int | None:
        """Give the years between the nearest two that are told, None where one side tells none."""
        return _gap(self.left.years, self.right.years)

    @cached_property
    def near(self) -> bool:
        """Tell whether the years are so near that one thing is likely."""
        near = NEAR_YEARS_OF_A_FILM if self._of_works else NEAR_YEARS.get(self.left.type, NEAR_YEARS["Company"])
        return self.gap is not None and self.gap <= near

    @cached_property
    def far(self) -> bool:
        """Tell whether the years are so far apart that one thing is unlikely."""
        far = FAR_YEARS_OF_A_FILM if self._of_works else FAR_YEARS.get(self.left.type, FAR_YEARS["Company"])
        return self.gap is not None and self.gap > far

    @property
    def shared_craft(self) -> bool:
        """Tell whether both are of one trade."""
        return bool(self._crafts)

    @property
    def crafts_apart(self) -> bool:
        """Tell whether both have trades, and none is the same."""
        return bool(self.left.roles and self.right.roles and not self._crafts)

    @property
    def other_craft(self) -> bool:
        """Tell whether people or companies have trades between which nobody goes to and fro."""
        making = _crafts(self.left.roles) <= _MAKING and _crafts(self.right.roles) <= _MAKING
        return not self._of_works and self.crafts_apart and not making

    @property
    def trades(self) -> frozenset[str]:
        """Give the trades of both."""
        return self._crafts

    @property
    def one_maker(self) -> bool:
        """Tell whether both do what one person does on a film."""
        return bool(self.left.roles & self.right.roles & _MAKERS)

    @cached_property
    def _of_works(self) -> bool:
        return self.left.type in ("Film", "Series", "Work")

    @cached_property
    def _identifiers(self) -> list[str]:
        return sorted(self.left.identifiers & self.right.identifiers)

    @cached_property
    def _works(self) -> frozenset[str]:
        return shared(self.left.works, self.right.works) or in_another_language(self.left.works, self.right.works)

    @cached_property
    def _directors(self) -> frozenset[str]:
        return shared(self.left.directors, self.right.directors, one_person)

    @cached_property
    def _crews(self) -> tuple[frozenset[str], frozenset[str]]:
        left, right = self.left, self.right
        if self._of_works or not (left.directors or right.directors):
            return left.people, right.people
        return left.people | left.directors, right.people | right.directors

    @cached_property
    def _people(self) -> frozenset[str]:
        return shared(*self._crews, one_person)

    @cached_property
    def _companies(self) -> frozenset[str]:
        return shared(self.left.companies, self.right.companies, one_house)

    @property
    def _countries(self) -> frozenset[str]:
        return self.left.countries & self.right.countries

    @cached_property
    def _crafts(self) -> frozenset[str]:
        return _crafts(self.left.roles) & _crafts(self.right.roles)


def context(left: Profile, right: Profile) -> Context:
    """Compare what is known of two names of one class."""
    return Context(left, right)


@cache
def _crafts(roles: frozenset[str]) -> frozenset[str]:
    return frozenset(_CRAFTS[role] for role in roles if role in _CRAFTS)


def _tells_nothing(told: Profile) -> bool:
    of_one = told.years or told.countries or told.roles or told.works
    return not (of_one or told.people or told.directors or told.companies or told.identifiers)


def _registers(identifiers: frozenset[str]) -> set[str]:
    return {each.partition(":")[0] for each in identifiers}


def _gap(left: frozenset[int], right: frozenset[int]) -> int | None:
    if not left or not right:
        return None
    if not left.isdisjoint(right):
        return 0
    # Of years in a row, the nearest two of different sides stand beside one another.
    row = sorted([(year, True) for year in left] + [(year, False) for year in right])
    return min(later - year for (year, side), (later, other) in pairwise(row) if side != other)


def _shown(names: frozenset[str]) -> str:
    """Give one or two of the names, and how many more there are."""
    listed = sorted(names)
    return ", ".join(listed[:2]) + (f" and {len(listed) - 2} more" if len(listed) > 2 else "")


def either(pattern: str, score: float, found: Context, likely: bool) -> Verdict:
    """Ask a person where it is likely enough, else leave the two apart."""
    bounded = max(0.05, min(score, 0.93))
    return Verdict("review" if likely else "different", bounded, pattern, found.reasons if likely else ())
