"""Stress majorization: places that keep drawn distances close to distances along links. For small components.

Method: Gansner, Koren, North, "Graph drawing by stress majorization" (2005), with fixed nodes left out of the
system to solve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["distances", "majorize", "scale_classically"]

_ROUNDS = 60
_ENOUGH = 1e-3


def distances(count: int, ends: NDArray[Any], lengths: NDArray[Any]) -> NDArray[Any]:
    """Give the shortest distance of each pair in a connected graph (Floyd and Warshall), `count` × `count`.

    `ends` is links × 2 node numbers, `lengths` one positive number a link.
    """
    import numpy as np

    far = np.full((count, count), np.inf)
    np.fill_diagonal(far, 0.0)
    far[ends[:, 0], ends[:, 1]] = far[ends[:, 1], ends[:, 0]] = lengths
    for middle in range(count):
        np.minimum(far, far[:, middle, None] + far[None, middle, :], out=far)
    return far


def scale_classically(far: NDArray[Any]) -> NDArray[Any]:
    """Give a first picture: the two main axes of the distances (classical scaling), `n` × 2.

    The sign of an axis is fixed by its largest value, so that the picture does not flip between machines.
    """
    import numpy as np

    square = far**2
    centred = -0.5 * (square - square.mean(0) - square.mean(1)[:, None] + square.mean())
    values, vectors = np.linalg.eigh(centred)
    axes = vectors[:, -2:][:, ::-1] * np.sqrt(np.maximum(values[-2:][::-1], 0.0))
    at = np.abs(axes).argmax(axis=0)
    signs = np.sign(axes[at, range(axes.shape[1])])
    return np.asarray(axes * np.where(signs == 0, 1.0, signs))


def majorize(start: NDArray[Any], far: NDArray[Any], fixed: NDArray[Any]) -> NDArray[Any]:
    """Move all but the `fixed` nodes (n truth values) until drawn distances fit `far`; give places, `n` × 2."""
    import numpy as np

    count = len(start)
    places = start.copy()
    held = fixed.copy()
    if not held.any():
        held[0] = True  # a picture may stand anywhere: one node holds it in place
    free = ~held
    if not free.any():
        return places
    weights = np.where(far > 0, far, np.inf) ** -2.0
    pull = np.diag(weights.sum(1)) - weights
    solver = np.linalg.inv(pull[np.ix_(free, free)])
    anchored = pull[np.ix_(free, held)] @ places[held]
    wanted = weights * far
    previous = np.inf
    for _ in range(_ROUNDS):
        drawn = np.hypot(*(places[:, axis, None] - places[None, :, axis] for axis in (0, 1)))
        stress = float((weights * (drawn - far) ** 2).sum()) if count else 0.0
        if previous - stress < _ENOUGH * max(stress, 1e-12):
            break
        previous = stress
        ratio = wanted / np.maximum(drawn, 1e-9)
        push = np.diag(ratio.sum(1)) - ratio
        places[free] = solver @ ((push @ places)[free] - anchored)
    return places
