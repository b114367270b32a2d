"""Joins: where a list of people has ended although another name follows, and where a row of names is no list."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.names import fold
from kg.extract.slot.given import is_given_name
from kg.extract.slot.leads import over_person

if TYPE_CHECKING:
    from kg.extract.names import Name, Names

__all__ = [
    "LONGEST_PART",
    "begins_more",
    "goes_on_by",
    "goes_over_and",
    "goes_over_aside",
    "is_aside_after",
    "is_bracketed",
    "is_cast_behind",
    "is_clause",
    "is_comma_pair",
    "is_new_owner",
    "is_next_clause",
    "over_also",
    "over_part",
]

# With these begins what a sentence says before its subject.
_BEFORE_CLAUSE = frozenset({"after", "since", "following", "with", "before", "in", "for", "heels", "wake", "footsteps"})
_SHOW = frozenset({"stars", "star", "toplines", "unites", "reunites"})
_MAKE = frozenset({"by", "from", "director", "filmmaker", "helmer", "directors", "filmmakers"})
_PLAYING = frozenset({"plays", "play", "playing", "portrays", "portray"})
# "NAME as well as NAME": no part.
_NO_PARTS = frozenset({"well", "part", "of", "in", "to", "they", "he", "she", "it", "we", "if", "soon", "far"})
LONGEST_PART = 8
_FURTHER = frozenset({"and", "well"})
_DOES = frozenset(
    {
        "is",
        "was",
        "will",
        "has",
        "had",
        "plays",
        "serves",
        "handles",
        "edited",
        "edits",
        "composed",
        "served",
        "worked",
        "acted",
    }
)
_INTO = frozenset({"the", "a", "of", "to", "in", "on", "and", "for", "with", "under", "from", "at", "my", "by"})


def is_comma_pair(line: Names, names: tuple[Name, ...]) -> bool:
    """Tell whether nothing but a comma joins the last two: "newcomer NAME, NAME’s drama" has one owner."""
    return len(names) > 1 and line.lower[names[-2][2] : names[-1][1]] == (",",)


def goes_over_aside(line: Names, names: tuple[Name, ...], end: int) -> bool:
    """Tell whether the last of a list is rather who does what follows, behind an aside that a comma ends."""
    return (
        is_comma_pair(line, names)
        and end < line.n
        and line.lower[end].endswith("s")
        and not line.capital[end]
        and line.lower[end] != "'s"
    )


def goes_over_and(line: Names, names: tuple[Name, ...]) -> bool:
    """Tell whether a list goes on behind a comma although an "and" has ended it."""
    if line.headline or len(names) < 3 or line.language != "en":
        return False
    joins = [line.lower[before:after] for (_, _, before), (_, after, _) in pairwise(names)]
    return joins[-1][:1] == (",",) and _FURTHER.isdisjoint(joins[-1]) and any("and" in join[:2] for join in joins[:-1])


def over_also(line: Names, at: int, *, behind: bool) -> int:
    """Step over "as well as" to the next of a list; `behind` a comma only to a name that somebody has, else to the end.

    "TITLE by NAME, as well as TITLE" ends with the first.
    """
    lower, end = line.lower, at + 3
    if lower[at:end] != ("as", "well", "as"):
        return at
    ahead = over_person(line, end) or end
    return end if not behind or (ahead < line.n and is_given_name(lower[ahead])) else line.n


def over_part(line: Names, at: int) -> int:
    """Step over the part that somebody plays, "as the mayor", "as Jo Lind", where a list goes on behind it."""
    lower, n = line.tokens.lower, line.n
    if at + 2 < n and lower[at] == "as" and lower[at + 1] not in _NO_PARTS:
        for end in range(at + 2, min(n - 1, at + LONGEST_PART)):
            next_one = end + 2 if lower[end + 1] == "and" else end + 1
            if lower[end] in (",", "and") and (line.capital[next_one] or over_person(line, next_one)):
                return end
            if not lower[end].replace("-", "").replace(".", "").isalnum() and lower[end] != "'s":
                break
    return at


def is_new_owner(line: Names, names: tuple[Name, ...]) -> bool:
    """Tell whether the last of a list alone owns what follows: "starring NAME, and NAME’s drama"."""
    is_pair = len(names) == 2 and line.lower[names[0][2] : names[1][1]] == (",", "and")
    return is_comma_pair(line, names) or is_pair


def owns_with_next(line: Names, first: int, end: int) -> bool:
    """Tell whether the last of a list, behind "and", owns together with whoever follows: "and B and C’s Low Tide"."""
    if line.lower[first - 1] != "and" or line.lower[end] != "and":
        return False
    following = next(iter(line.candidates("person", end + 1)), None)
    return following is not None and line.lower[following[0]] == "'s"


def is_next_clause(line: Names, at: int, names: tuple[Name, ...], end: int) -> bool:
    """Tell whether the last of a list is rather who does what follows: "by NAME and NAME, and NAME, who …, is".

    So is who stands behind a part that somebody plays: "NAME plays Slavko, and NAME".
    """
    if line.headline or len(names) < 2 or line.language != "en" or end + 1 >= line.n:
        return False
    joins = [line.lower[before:after] for (_, _, before), (_, after, _) in pairwise(names)]
    if at and line.lower[at - 1] in _PLAYING and joins[-1][:2] == (",", "and"):
        return True
    is_over = joins[-1][:2] == (",", "and") and any(join[:1] == ("and",) for join in joins[:-1])
    return is_over and (line.lower[end] in _DOES or line.lower[end : end + 2] in ((",", "who"), (",", "whose")))


def begins_more(line: Names, names: tuple[Name, ...], end: int) -> bool:
    """Tell whether the one word that ends a list of full names begins something else, which goes on."""
    if line.headline or len(names) < 2 or end >= line.n or line.language != "en":
        return False
    printed, first, last = names[-1]
    word, ahead = line.lower[first], line.lower[end]
    is_one = last - first == 1 and not is_given_name(word) and word not in line.known.surnames
    # "by Ana Holm (Sund Film), Elk | Season by": a word that is nobody's follows with a capital.
    is_cut = line.capital[end] and ahead in line.no_person and "by" in line.lower[end + 1 : end + 4]
    goes_on = is_cut or (
        ahead.isalpha() and not line.capital[end] and ahead not in line.plain and ahead not in ("and", "or")
    )
    return is_one and goes_on and " " in names[0][0] and fold(printed) not in line.known.people


def goes_on_by(line: Names, end: int) -> bool:
    """Tell whether what ends goes on over a small word and has another maker: "and Jill by"."""
    goes_on = line.lower[end] in _INTO and line.capital[end + 1 : end + 2] == (True,)
    return goes_on and "by" in line.lower[end + 2 : end + 6]


def is_aside_after(line: Names, at: int, end: int) -> bool:
    """Tell whether a clause puts what came before it between two commas: ", after Low Tide, she returned with …"."""
    lower = line.lower
    is_after = at > 1 and lower[at - 1] in ("after", "following") and lower[at - 2] == "," and lower[end] == ","
    return is_after and not is_given_name(lower[at])


def is_bracketed(line: Names, first: int, last: int) -> bool:
    """Tell whether a bracket stands between two names, be it read or left out."""
    return "(" in line.tokens.lower[first:last] or any(at in line.tokens.after_asides for at in range(first, last + 1))


_LEADS_TO_CAST = frozenset({"featuring", "starring", "toplining", "headlining"})


def is_cast_behind(line: Names, at: int, names: tuple[Name, ...]) -> bool:
    """Tell whether the last of some makers is rather who plays beside others: "by Ida Holm, alongside Per Lund"."""
    lower = line.lower
    gap = lower[names[-2][2] : names[-1][1]] if len(names) > 1 else ()
    if not _LEADS_TO_CAST.isdisjoint(gap):
        return True  # "by Ida Holm, featuring film star Per Lund"
    return "alongside" in gap and at > 0 and lower[at - 1] in _MAKE


def is_clause(line: Names, at: int, names: tuple[Name, ...]) -> bool:
    """Tell whether a comma within names ends what comes before the subject: "after TITLE and TITLE, director NAME"."""
    lower = line.tokens.lower
    if is_given_name(lower[at]) or _BEFORE_CLAUSE.isdisjoint(lower[max(0, at - 7) : at]):
        return False
    if at and lower[at - 1] in _SHOW:
        return False  # "from a script written with NAME, the film stars NAME, NAME and NAME"
    for (_, _, before_end), (_, second, _) in pairwise(names):
        if is_given_name(lower[second]):
            return lower[before_end] == "," and "and" not in lower[before_end:second]
    return False
