"""Compare: the verdict on two names of one class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.company import compare_companies
from kg.resolve.name import plain
from kg.resolve.person import compare_people
from kg.resolve.rarity import Rarity
from kg.resolve.verdict import Verdict
from kg.resolve.work import compare_works

if TYPE_CHECKING:
    from kg.resolve.profile import Profile

__all__ = ["compare"]

_BY_CLASS = {
    "Person": compare_people, "Film": compare_works, "Series": compare_works, "Work": compare_works,
    "Company": compare_companies, "PublicBody": compare_companies,
}  # fmt: skip
_NOBODY = Rarity()


def compare(left: Profile, right: Profile, rarity: Rarity = _NOBODY) -> Verdict:
    """Say whether two names of one class are one: safe to merge, for a person to say, or two.

    The order of the two makes no difference. `rarity` counts the words of the corpus that both are from. Names of
    classes that have no rules of their own (places, festivals, awards) are one if they are the same word for word.
    """
    if right.name < left.name or (right.name == left.name and _order(right) < _order(left)):
        left, right = right, left
    rule = _BY_CLASS.get(left.type)
    if rule is None or right.type not in _BY_CLASS:
        same = plain(left.name) == plain(right.name)
        return Verdict("same" if same else "different", float(same), "same name" if same else "other words")
    return rule(left, right, rarity)


def _order(profile: Profile) -> tuple[object, ...]:
    """Give a place among profiles of one name, so that reasons read the same whichever side comes first."""
    sets = (profile.directors, profile.works, profile.people, profile.companies, profile.countries, profile.documents)
    return (profile.type, sorted(profile.years), *(sorted(each) for each in sets))
