"""Months: their English names, small, in the order of the year."""

from __future__ import annotations

__all__ = ["MONTHS"]

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
