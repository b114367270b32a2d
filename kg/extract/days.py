"""Days as pages print them: "May 14, 2018", "14 May 2018", "12.03.2021", "2021-03-12"."""

from __future__ import annotations

import re

from kg.extract.months import FRENCH_MONTHS, MONTHS

__all__ = ["FIGURES", "ISO", "WORDED", "day_in"]

# By how they begin: "jan" of "January" and "janvier".
_MONTHS = {month[:3]: n for n, month in enumerate(MONTHS, 1)} | FRENCH_MONTHS
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})[a-zéû]{{0,7}}\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# "May 14, 2018", "14 May 2018"
WORDED = re.compile(
    rf"(?<!\w)(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th|er)?,? (?:of )?)?{_MONTH},? "
    rf"(?:(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?,? )?{_YEAR}(?!\d)",
    re.IGNORECASE,
)
# "12.03.2021", "12. 3. 2021", "2021-03-12"
FIGURES = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})(?:\.\s?|/|-)(?P<month>\d{1,2})(?:\.\s?|/|-)(?P<year>(?:19|20)\d\d)(?!\d)"
)
ISO = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_LAST_DAY, _LAST_MONTH = 31, 12


def day_in(line: str) -> tuple[str, int, int] | None:
    """Give the day that a line tells, as a date of ISO 8601, and where in the line it stands; None where none is."""
    found = WORDED.search(line) or FIGURES.search(line)
    if found is None:
        iso = ISO.search(line)
        return (iso.group(), *iso.span()) if iso else None
    if found.re is WORDED:
        day, month = found["before"] or found["behind"], _MONTHS[found["month"].lower()]
    else:
        day, month = found["day"], int(found["month"])
    is_day = bool(day) and 1 <= int(day) <= _LAST_DAY and 1 <= month <= _LAST_MONTH
    return (f"{found['year']}-{month:02d}-{int(day):02d}", *found.span()) if is_day else None
