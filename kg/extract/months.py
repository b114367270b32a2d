"""Months: their English names, small, in the order of the year."""

from __future__ import annotations

__all__ = ["FRENCH_MONTHS", "MONTHS"]

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# How French names begin where English ones do not.
FRENCH_MONTHS = {"fév": 2, "avr": 4, "mai": 5, "juin": 6, "juil": 7, "aoû": 8, "déc": 12}
