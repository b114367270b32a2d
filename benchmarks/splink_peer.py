"""Splink 4 on DuckDB over records of film people: the peer that finding look-alikes is measured beside.

It is set up as its documentation advises: names without accents and capitals, blocking rules that let one slip pass,
comparisons in several levels with the frequency of names counted in, u from random pairs, m by expectation maximisation
over pairs of one name or one film. Film, colleagues, year and country depend on one another, so they are the levels of
one comparison: as comparisons of their own they count one thing several times, and precision falls below one half.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.film_people import FilmPerson

__all__ = ["prepare"]

_THRESHOLD = 0.9
_RANDOM_PAIRS = 1e6
_NEAR_YEARS = 5


def prepare(records: Sequence[FilmPerson]) -> Callable[[], set[tuple[str, str]]]:
    """Import what is needed; give the work: from records to the pairs of names (the smaller first) that are one."""
    import pandas
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_level_library as level
    from splink import comparison_library as by

    from kg.resolve.name import tokens

    logging.getLogger("splink").setLevel(logging.ERROR)

    def work() -> set[tuple[str, str]]:
        words = [tokens(record.name) for record in records]
        table = pandas.DataFrame(
            {
                "unique_id": range(len(records)),
                "given": [each[0] for each in words],
                "surname": [" ".join(each[1:]) for each in words],
                "film": [record.film for record in records],
                "year": [record.year for record in records],
                "country": [record.country for record in records],
                "craft": [record.craft for record in records],
                "colleagues": [list(record.colleagues) for record in records],
            }
        )
        settings = SettingsCreator(
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("surname"),
                block_on("given", "substr(surname, 1, 3)"),
                block_on("film"),
            ],
            comparisons=[
                by.JaroWinklerAtThresholds("given", [0.92, 0.8]).configure(term_frequency_adjustments=True),
                by.JaroWinklerAtThresholds("surname", [0.95, 0.88, 0.7]).configure(term_frequency_adjustments=True),
                by.CustomComparison(
                    output_column_name="context",
                    comparison_levels=[
                        level.NullLevel("film"),
                        level.ExactMatchLevel("film"),
                        level.ArrayIntersectLevel("colleagues", 1),
                        level.And(level.ExactMatchLevel("country"), level.AbsoluteDifferenceLevel("year", _NEAR_YEARS)),
                        level.ExactMatchLevel("country"),
                        level.ElseLevel(),
                    ],
                ),
                by.ExactMatch("craft"),
            ],
            retain_matching_columns=False,
        )
        linker = Linker(table, settings, DuckDBAPI(), set_up_basic_logging=False)
        linker.training.estimate_probability_two_random_records_match(
            [block_on("given", "surname"), block_on("film", "surname"), block_on("film", "given")], recall=0.7
        )
        linker.training.estimate_u_using_random_sampling(max_pairs=_RANDOM_PAIRS, seed=1)
        for rule in (
            block_on("given", "substr(surname, 1, 3)"),
            block_on("film", "given"),
            block_on("film", "surname"),
        ):
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        found = linker.inference.predict(threshold_match_probability=_THRESHOLD)
        rows = found.as_duckdbpyrelation().select("unique_id_l, unique_id_r").fetchall()
        return {
            (min(records[one].name, records[other].name), max(records[one].name, records[other].name))
            for one, other in rows
        }

    return work
