"""Fixtures over the small film world."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from film_world import World, make_world

from kg.graph.exports import write_exports

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def exports(world: World, tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    write_exports(world.readings, world.resolution, folder)
    return folder
