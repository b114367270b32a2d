"""Two numbers of things as one number, which sorts as the two do: for arrays of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["coded", "decoded", "distinct"]


def coded(ones: NDArray[Any], others: NDArray[Any]) -> NDArray[np.uint64]:
    """Give one · 2³² + other of each two; both are below 2³²."""
    import numpy as np

    return (ones.astype(np.uint64) << np.uint64(32)) | others.astype(np.uint64)


def decoded(codes: NDArray[np.uint64]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Give the two numbers of each code."""
    import numpy as np

    return (codes >> np.uint64(32)).astype(np.uint32), (codes & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """Give the distinct values, ascending; for numbers nearly all different this is several times np.unique."""
    import numpy as np

    values = np.sort(values)
    return values[np.concatenate([np.ones(1, bool), values[1:] != values[:-1]])] if len(values) else values
