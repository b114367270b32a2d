"""Lists of titles, "A, B and C", each of which may hold commas of its own; and titles in quotation marks only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.slot.headline import QUOTES
from kg.extract.slot.lookalikes import counts_on
from kg.extract.slot.titlecost import is_of_one_work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.names import Candidate, Name, Names

__all__ = ["quoted", "quoted_lists", "titles"]

_MARKS = frozenset({",", "and", "&", "/"})
# Where a title that counts may count on: "5 Months, 4 Weeks".
_COUNTED = 3
# What a title is worth at least that is known already.
_KNOWN = 5.0


_LONGEST_KIND = 6


def titles(line: Names, at: int) -> Iterator[Candidate]:
    """Give the lists of titles that may begin at a token: A, B(,) and C."""
    if is_of_one_work(line, at) or counts_on(line, at + _COUNTED):
        yield from line.candidates("title", at)
        return
    ends: list[tuple[int, tuple[Name, ...], float]] = [(at, (), 0.0)]
    here: int | None = at
    while here is not None:
        options = [c for c in line.candidates("title", here) if not _crosses_list(line, c)]
        if not options or (ends[1:] and _is_part(line, here)):
            break
        end, names, _, worth = options[0]
        ends.append((end, (*ends[-1][1], *names), ends[-1][2] + worth))
        here = _after_title(line, end)
    for end, names, worth in reversed(ends[1:]):
        yield end, names, "", worth / len(names) + 0.2 * (len(names) - 1)
    if len(ends) == 2:
        yield from line.candidates("title", at)[1:]
    elif line.headline and len(ends) > 2:
        # In a headline the last title of a list may end anywhere.
        so_far, worth, last = ends[-2][1], ends[-2][2], ends[-1][1][-1]
        start = last[1]
        for end, names, _, own in line.candidates("title", start):
            if end != ends[-1][0]:
                count = len(so_far) + 1
                yield end, (*so_far, *names), "", (worth + own) / count + 0.2 * (count - 1)


def _is_part(line: Names, at: int) -> bool:
    """Tell whether a numeral stands alone behind a join: "Rosa I & II" is one title."""
    word = line.tokens.words[at]
    return bool(re.fullmatch(r"[IVX]{1,4}", word)) and (at + 1 == line.n or not line.capital[at + 1])


def _crosses_list(line: Names, candidate: Candidate) -> bool:
    _, ((_, first, last), *_), value, worth = candidate
    lower = line.tokens.lower
    if worth >= _KNOWN and not line.headline and "," in lower[first:last]:
        return False  # known as one title, comma and all
    # "La Part du chien et Mal lunée" are two titles, "Guy et moi" is one.
    joins = (at for at in range(first, last - 1) if lower[at] == "et" and line.capital[at + 1])
    if value != "quoted" and line.language != "en" and any(joins):
        return True
    return value != "quoted" and not _MARKS.isdisjoint(lower[first:last])


def _after_title(line: Names, at: int) -> int | None:
    lower, n = line.tokens.lower, line.n
    end = at
    while (
        end < n
        and end - at < 6
        and lower[end]
        in (
            ",",
            "and",
            "&",
            "but",
            "above",
            "all",
            "or",
            "also",
            "then",
            "especially",
            "even",
            "to",
            "et",
            "ou",
            "puis",
        )
    ):
        end += 1
    if (
        end == at
        or end >= n
        or (lower[end - 1] == "to" and lower[at] != "and")
        or lower[at] not in (",", "and", "&", "or", "et", "ou", "puis")
    ):
        return None
    return end if line.capital[end] or lower[end][0].isdigit() or lower[end] in QUOTES else None


def quoted(line: Names, at: int) -> Iterator[Candidate]:
    """Give a title in quotation marks, and nothing else."""
    if line.tokens.words[at] not in QUOTES:
        return
    for candidate in line.candidates("title", at):
        small = candidate[1][0][0][:1].islower() and line.language == "en"
        if candidate[2] == "quoted" and not small:  # “subtle drama” is what somebody said
            yield candidate


def quoted_lists(line: Names, at: int) -> Iterator[Candidate]:
    """Give the longest list, of two titles or more, all of which stand in quotation marks: “A,” “B” and “C”."""
    found: tuple[Name, ...] = ()
    here: int | None = at
    end = at
    while here is not None and here < line.n:
        one = next(iter(quoted(line, here)), None)
        if one is None:
            break
        if found and _has_own_maker(line, one[0]):
            break
        end, found = one[0], (*found, *one[1])
        here = _after_quoted(line, end)
    if len(found) > 1:
        yield end, found, "quoted", 2.5


def _has_own_maker(line: Names, at: int) -> bool:
    """Tell whether what follows a title tells who else made it: “C”, a comedy by NAME."""
    lower = line.tokens.lower
    if lower[at : at + 1] == ("by",):
        return True
    kind = lower[at + 2 : at + 2 + _LONGEST_KIND] if lower[at : at + 1] == (",",) and lower[at + 1 : at + 2] else ()
    return lower[at + 1 : at + 2] in (("a",), ("an",)) and "by" in kind and "," not in kind[: kind.index("by")]


def _after_quoted(line: Names, at: int) -> int | None:
    """Step over what joins two titles in quotation marks, of which a comma may stand within the first."""
    lower, n = line.tokens.lower, line.n
    end = at
    while end < n and end - at < 3 and lower[end] in (",", "and", "&", "plus", "or"):
        end += 1
    return end if end < n and line.tokens.words[end] in QUOTES else None
