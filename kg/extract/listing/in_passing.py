"""In passing: works that a teaser names without being about them, and names that it breaks off.

"The director, who won a prize with TITLE, heads the jury" is about no film, though "with TITLE" alone would be of the
film that somebody presents. Older pages cut their teasers after so many letters, "by Ida Holm’s The Long...": what
stands last is then rather a part of a name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import WORKS
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.facts import End, Fact
    from kg.extract.listing.layout import PageLine
    from kg.extract.names import Known

__all__ = ["not_in_passing", "unbroken"]

_CUT = re.compile(r"(?:\.\.\.+|…)\s*$")
_ARTICLES = words("names", "articles")
# So many words besides articles make a title that may well be whole.
_WHOLE = 2
_CREDITS = frozenset({"directed", "starredIn", "produced", "wrote"})


def not_in_passing(facts: list[Fact]) -> list[Fact]:
    """Leave out that an item is about a work that a better reading of the same words names as an earlier one."""
    earlier: dict[tuple[int, int], float] = {}
    for fact in facts:
        if fact.predicate in _CREDITS and not fact.main and isinstance(fact.object.what, Mention):
            spot = (fact.object.first, fact.object.last)
            earlier[spot] = max(fact.score, earlier.get(spot, 0.0))
    return [
        fact
        for fact in facts
        if not (
            fact.predicate == "describedIn"
            and any(earlier.get((end.first, end.last), 0.0) > fact.score for end in main_ends(fact))
        )
    ]


def unbroken(document: Document, facts: Iterable[Fact], lines: Iterable[PageLine], known: Known) -> list[Fact]:
    """Leave out what is said of names at which a teaser breaks off: given names, and single words of titles."""
    cuts = [cut.start() for line in lines if (cut := _CUT.search(document.text, line.first, line.last))]
    return [fact for fact in facts if not any(_is_broken(end, cuts, known) for end in (fact.subject, fact.object))]


def _is_broken(end: End, cuts: list[int], known: Known) -> bool:
    """Tell whether a name ends where its line was cut, and may have gone on."""
    if not isinstance(end.what, Mention) or end.last not in cuts:
        return False
    name = fold(end.what.name)
    if end.what.type in WORKS:
        told = [word for word in name.split() if word not in _ARTICLES]
        return len(told) < _WHOLE and name not in known.titles
    if " " in name or name in known.surnames:
        return False
    return end.what.type == "Person" or (end.what.type == "Company" and is_given_name(name))
