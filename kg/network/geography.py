"""Where countries lie, for a map of dots: from the IANA time zone database, which the tzdata package carries.

Its table zone.tab names the principal places of each country's zones with their coordinates. A country of one
zone stands at that place (nearly always its largest city), one of many in the middle of them.
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["country_map"]

# One degree of longitude in units of the picture: most of Europe's neighbours stand clear of one another.
_DEGREE = 70.0
_COORDINATES = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?([+-])(\d{3})(\d\d)(\d\d)?")


def country_map(countries: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Give places for keys such as "country/BE", x to the east and y to the south.

    In Miller's projection, which keeps shapes where most films are made. What the table has not (states that are
    no more) is left out.
    """
    table = _coordinates()
    places = {}
    for country in countries:
        if found := table.get(country.rpartition("/")[2]):
            latitude, longitude = found
            north = 1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(latitude)))
            places[country] = (round(longitude * _DEGREE), round(-math.degrees(north) * _DEGREE))
    return places


@cache
def _coordinates() -> Mapping[str, tuple[float, float]]:
    """Latitude and longitude in degrees by ISO 3166-1 code."""
    found: dict[str, list[tuple[float, float]]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            code, coordinates, *_ = line.split("\t")
            found.setdefault(code, []).append(_degrees(coordinates))
    return {code: (median(lat for lat, _ in rows), median(lon for _, lon in rows)) for code, rows in found.items()}


def _degrees(coordinates: str) -> tuple[float, float]:
    """Read ISO 6709 degrees, minutes and perhaps seconds: "+5050+00420"."""
    parts = _COORDINATES.fullmatch(coordinates)
    if parts is None:
        raise ValueError(f"not ISO 6709: {coordinates!r}")
    values = [
        (-1 if sign == "-" else 1) * (int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600)
        for sign, degrees, minutes, seconds in (parts.groups()[:4], parts.groups()[4:])
    ]
    return values[0], values[1]
