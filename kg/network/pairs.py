"""Counts over a whole graph: countries by countries, countries by years, companies that work together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.code import decoded
from kg.network.links import shared

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.graph.columns import Columns

__all__ = ["Matrix", "Pair", "Partners", "company_pairs", "company_partners", "countries_by_year", "country_matrix"]

_PRODUCED = ("produced", "coProduced")


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers of works by two things: `rows` and `columns` name the sides, `counts[i, j]` is of both.

    Countries are numbers of things, years are years; each side is ascending.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things by number, the smaller first, and how many works they share."""

    one: int
    other: int
    works: int


@dataclass(frozen=True, slots=True)
class Partners:
    """Two companies that co-produce, by number, the smaller first, and one work of both, None where none is said."""

    one: int
    other: int
    work: int | None


def country_matrix(columns: Columns) -> Matrix:
    """Give how many works each two countries made together, and on the diagonal how many each made at all.

    What stands off the diagonal is the answer of the query `country-pairs`.
    """
    import numpy as np

    works, countries = columns.pairs("countryOfOrigin")
    chosen, place = _places(countries, len(columns))
    counts = np.zeros((len(chosen), len(chosen)), np.int64)
    codes, weights = shared((works, countries))
    one, other = (place[each] for each in decoded(codes))
    counts[one, other] = counts[other, one] = weights
    np.fill_diagonal(counts, np.bincount(place[countries], minlength=len(chosen)))
    return Matrix(chosen, chosen, counts)


def countries_by_year(columns: Columns) -> Matrix:
    """Give how many works of each country have each year: rows are years, columns countries.

    A work has the years in which it was released, screened at an edition, or said to be at a stage; it counts once a
    year. Years and countries that no work has with the other are left out.
    """
    import numpy as np

    works, years = columns.years
    of, countries = columns.pairs("countryOfOrigin")
    starts, ends = np.searchsorted(of, works), np.searchsorted(of, works, side="right")
    sizes = ends - starts
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    land = countries[np.repeat(starts, sizes) + within]
    year = np.repeat(years, sizes)
    rows, row = _places(year, 10_000)
    chosen, place = _places(land, len(columns))
    flat = row[year] * len(chosen) + place[land]
    counts = np.bincount(flat, minlength=len(rows) * len(chosen)).reshape(len(rows), len(chosen))
    return Matrix(rows, chosen, counts)


def company_pairs(columns: Columns, limit: int | None = None) -> list[Pair]:
    """Give companies that produced or co-produced works together, those with most works first, then by label."""
    import numpy as np

    companies, works = columns.united(_PRODUCED)
    chosen = columns.are("Company")[companies]
    order = np.lexsort((companies[chosen], works[chosen]))
    codes, weights = shared((works[chosen][order], companies[chosen][order]))
    if limit is not None and limit < len(codes):
        # Labels decide among equals: keep all that have as many works as the last of the best.
        least = np.partition(weights, len(weights) - limit)[len(weights) - limit] if limit > 0 else weights.max() + 1
        codes, weights = codes[weights >= least], weights[weights >= least]
    ones, others = decoded(codes)
    pairs = [Pair(*row) for row in zip(ones.tolist(), others.tolist(), weights.tolist(), strict=True)]
    label = columns.labels
    pairs.sort(key=lambda pair: (-pair.works, label[pair.one], label[pair.other], pair.one, pair.other))
    return pairs[:limit]


def company_partners(columns: Columns) -> list[Partners]:
    """Give the answer of the query `company-partners`: who co-produced with whom, and what, by labels."""
    import numpy as np

    company = columns.are("Company")
    ones, others = columns.pairs("coProducedWith")
    chosen = (ones < others) & company[ones] & company[others]
    of: dict[tuple[int, int], list[int]] = {}
    first, second, works = columns.co_productions
    known = company[first] & company[second]
    rows = np.stack([first, second, works], axis=1)[known]
    for one, other, work in rows.tolist():
        of.setdefault((one, other), []).append(work)
    label = columns.labels
    found = [
        Partners(one, other, work)
        for one, other in zip(ones[chosen].tolist(), others[chosen].tolist(), strict=True)
        for work in of.get((one, other), (None,))
    ]

    def order(row: Partners) -> tuple[str, str, str, int, int, int]:
        title = "" if row.work is None else label[row.work]
        return label[row.one], label[row.other], title, row.one, row.other, -1 if row.work is None else row.work

    return sorted(found, key=order)


def _places(values: NDArray[np.uint32], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the distinct values below `size`, ascending, and the place of each value among them."""
    import numpy as np

    there = np.zeros(size, bool)
    there[values] = True
    return np.flatnonzero(there), np.cumsum(there) - 1
