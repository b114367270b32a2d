"""Films selected together: "TITLE by NAME, TITLE by NAME and TITLE by NAME were selected for the 51st Fortnight".

What such a sentence says of where they are shown is said of each film that stands before its verb.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.news import Sentence

__all__ = ["selected_together"]

_WERE = re.compile(
    r"\b(?:were|are|have (?:all |both )?been|will (?:all |both )?be|are to be)\s(?:all |both |also )?"
    r"(?:among (?:the )?[^.;]{3,60}? )?(?:selected|chosen|invited|picked|shown|screened|presented|unveiled|premiered|"
    r"programmed|in competition|competing)\b|"
    r"\b(?:will|are (?:set|due) to) (?:all |both )?(?:compete|screen|vie|premiere|bow|unspool)\b"
)
_DIRECTING = frozenset({"directed", "describedIn"})
_PAIR = 2


def selected_together(document: Document, part: Sentence, facts: list[Fact]) -> list[Fact]:
    """Give where the other films of a sentence are shown, by what it says of all that stand before its verb."""
    verb = _WERE.search(document.text, part.first, part.last)
    shown = [fact for fact in facts if fact.predicate == "screenedAt" and verb and fact.object.first >= verb.start()]
    if not verb or len({fact.object.what for fact in shown}) != 1:
        return []
    films = {
        end.what: end
        for fact in facts
        if fact.predicate in _DIRECTING
        for end in main_ends(fact)
        if isinstance(end.what, Mention) and part.first <= end.first and end.last <= verb.start()
    }
    told = {fact.subject.what for fact in facts if fact.predicate == "screenedAt"}
    if len(films) < _PAIR:
        return []
    return [
        replace(shown[0], subject=film, first=min(film.first, shown[0].first), main="")
        for what, film in films.items()
        if what not in told
    ]
