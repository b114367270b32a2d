"""A force layout for components too large to look at each pair: repulsion by FFT on a grid of masses.

Each round costs n for the links and G log G for the grid, whatever the number of pairs.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["relax"]

_ROUNDS = 300
_REPULSION = 40.0
_GRAVITY = 0.015
_COOLING = 0.987


def relax(start: NDArray[Any], ends: NDArray[Any], pulls: NDArray[Any], fixed: NDArray[Any]) -> NDArray[Any]:
    """Give places (`n` × 2) where links (`ends`, links × 2) pull by `pulls` and all nodes push one another away.

    `fixed` nodes push and pull but do not move.
    """
    import numpy as np

    count = len(start)
    grid = 64 if count < 1500 else 128 if count < 6000 else 256
    kernel = _kernel(grid)
    mass = np.bincount(ends.ravel(), minlength=count) + 1.0
    places, speed, heat = start.copy(), np.zeros_like(start), 1.0
    for _ in range(_ROUNDS):
        centre = np.median(places, axis=0)
        reach = float(np.percentile(np.abs(places - centre).max(axis=1), 99.5)) * 1.05 + 1e-9
        force = _repulsion(places, mass, centre, reach, kernel) * mass[:, None] * _REPULSION
        pull = (places[ends[:, 1]] - places[ends[:, 0]]) * pulls[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(ends[:, 0], pull[:, axis], count)
            force[:, axis] -= np.bincount(ends[:, 1], pull[:, axis], count)
        force -= (places - centre) * (mass * _GRAVITY)[:, None]
        move = force / (mass[:, None] + 1) * 0.5
        length = np.hypot(move[:, 0], move[:, 1]) + 1e-9
        move *= np.minimum(1.0, reach * 0.08 * heat / length)[:, None]
        move[fixed] = 0.0
        places = places + 0.6 * move + 0.4 * speed
        speed, heat = move * 0.5, max(0.02, heat * _COOLING)
    return places


def _kernel(grid: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """The push of one unit of mass on each grid offset, along both axes, transformed once."""
    import numpy as np

    axis = np.arange(-grid, grid, dtype=float)
    across, down = np.meshgrid(axis, axis, indexing="ij")
    square = across**2 + down**2 + 0.6
    return tuple(np.fft.rfft2(np.fft.ifftshift(part / square)) for part in (across, down))  # type: ignore[return-value]


def _repulsion(
    places: NDArray[Any],
    mass: NDArray[Any],
    centre: NDArray[Any],
    reach: float,
    kernel: tuple[NDArray[Any], NDArray[Any]],
) -> NDArray[Any]:
    """Spread the masses over the grid's corners, convolve, and read the push back at each node."""
    import numpy as np

    size = kernel[0].shape[0]
    grid = size // 2
    cells = np.clip((places - centre + reach) / (2 * reach) * (grid - 2), 0, grid - 2.001)
    corner = cells.astype(int)
    part = cells - corner
    shares = [
        (np.where(a, part[:, 0], 1 - part[:, 0]) * np.where(b, part[:, 1], 1 - part[:, 1]), a, b)
        for a in (0, 1)
        for b in (0, 1)
    ]
    masses = np.zeros(grid * grid)
    for share, a, b in shares:
        masses += np.bincount((corner[:, 0] + a) * grid + corner[:, 1] + b, mass * share, grid * grid)
    padded = np.zeros((size, size))
    padded[:grid, :grid] = masses.reshape(grid, grid)
    spectrum = np.fft.rfft2(padded)
    width = 2 * reach / (grid - 2)
    push = np.zeros_like(places)
    for axis in (0, 1):
        field = np.fft.irfft2(spectrum * kernel[axis], (size, size))[:grid, :grid].ravel() / width
        for share, a, b in shares:
            push[:, axis] += share * field[(corner[:, 0] + a) * grid + corner[:, 1] + b]
    return push / math.sqrt(len(places))
