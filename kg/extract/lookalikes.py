"""Look-alikes of titles: runs of capitals that say where something is shown, of which channel it is, or who got it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.headline import KINDS
from kg.extract.lexicon import words
from kg.extract.titlecost import is_like_person

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = [
    "PLACES_OF",
    "SEEN_IN",
    "STRANDS",
    "THEN_ACTS",
    "before_and",
    "is_called",
    "is_for_somebody",
    "is_of_kind",
    "leads_to_strand",
]

PLACES_OF = frozenset({
    "town", "city", "village", "island", "region", "province", "district", "port", "suburb", "suburbs", "capital",
    "outskirts", "streets", "neighbourhood", "county", "state", "canton", "resort", "hills", "coast", "shores", "banks",
})  # fmt: skip
SEEN_IN = (("stars",), ("star",), ("starring",), ("seen",), ("role",), ("part",), ("plays",), ("appears",), ("lead",))
_AFTER_WRITER = frozenset({"adaptation", "adaptations", "biopic", "retrospective", "remake"})
_SERIES = words("leads", "series") | frozenset({"original", "originals", "show"})
STRANDS = frozenset({"competition", "section", "strand", "sidebar", "selection", "programme", "line-up", "category"})
_MAKERS = frozenset({"filmmaker", "director", "helmer", "auteur"})
THEN_ACTS = frozenset({"and", "play", "plays", "star", "stars", "portrays", "embodies", "lead", "leads", "shines"})


def before_and(lower: tuple[str, ...], at: int, stop: int) -> int:
    """Give where the first of two names ends, or the end."""
    return next((i for i in range(at + 1, stop) if lower[i] == "and"), stop)


def is_for_somebody(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run says who got something for what: "Ida Holm for Low Tide"."""
    lower = line.tokens.lower
    return any(lower[i] == "for" and is_like_person(line, at, i) for i in range(at + 2, min(stop - 1, at + 4)))


def is_of_kind(line: Names, at: int) -> bool:
    """Tell whether one capital says of which channel, writer or region the thing behind it is."""
    lower, printed = line.tokens.lower, line.tokens.words[at]
    if at and lower[at - 1] in ("'s", "of", "from", "in"):
        return lower[at + 1] in _AFTER_WRITER
    is_maker = (
        lower[at + 1] in ("filmmaker", "director", "helmer", "auteur") and at and lower[at - 1] in ("the", "this")
    )
    if at == 0 and lower[1] in _MAKERS and lower[0].endswith(("ing", "ed", "ese", "ish", "ous", "ive")):
        return True  # "Debuting director NAME"
    return lower[at + 1] in _AFTER_WRITER | _SERIES or bool(is_maker and printed.endswith(("an", "ese", "ish")))


def leads_to_strand(lower: tuple[str, ...], at: int, stop: int) -> bool:
    """Tell whether a run leads on to where something is shown, over "in the" or "at NAME’s"."""
    return any(
        lower[i] in ("in", "at") and (lower[i + 1] == "the" or "'s" in lower[i:stop]) for i in range(at + 1, stop - 1)
    )


def is_called(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether a number is a title, by what is said of it: "1939, a thriller by NAME"."""
    told = lower[at + 3 : at + 7]
    return (
        lower[at + 1 : at + 2] == (",",)
        and lower[at + 2 : at + 3] in (("a",), ("an",), ("the",), ("his",), ("her",))
        and any(word in KINDS for word in told)
        and ("by" in told or "directed" in told or "from" in told or "which" in told)
    )
