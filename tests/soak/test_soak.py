"""What is killed at any moment leaves nothing torn, loses nothing acknowledged, and is made good by the next run.

`make soak` kills two hundred times.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from scenes import SCENES
from soak import moments, shares, soak

if TYPE_CHECKING:
    from pathlib import Path

SEED = random.SystemRandom().randrange(10**6)


def test_of_twelve_that_are_killed_none_breaks_a_promise(tmp_path: Path) -> None:
    found = soak(tmp_path, 12, SEED, "", lambda _: None)
    assert not found.broken, f"seed {SEED}\n{found.table()}"


def test_every_scene_has_a_kill_in_the_shortest_soak() -> None:
    assert set(shares(12)) == set(SCENES)


def test_as_many_are_killed_as_somebody_asks_for() -> None:
    assert sum(shares(200).values()) == 200


def test_kills_fall_into_all_parts_of_a_run() -> None:
    parts = [int(moment.share * 40) for moment in moments(7, "export", 40)]
    assert parts == list(range(40))


def test_a_seed_kills_at_the_same_moments_again() -> None:
    assert moments(7, "export", 9) == moments(7, "export", 9)
