"""Grams: the stretches of three letters in a name, as numbers by which an index of names is looked through.

A name is compared by its words in lower-case ASCII letters (`searchable`). Its grams are every three letters in a row,
with marks before the name, after it and between words; the beginning of each word by one letter and by two; and the
beginning of the name. So one index answers for beginnings of names and of words, and for names that look alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.name import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LONGEST", "grams_of_names", "grams_of_query", "grams_of_start", "grams_of_word_start", "searchable"]

LONGEST = 100
"""Letters of a name that are looked at; names that begin with so many of the same are told apart when they are read."""

_EDGE, _SPACE = 10, 32
_SPREAD = 0x9E3779B97F4A7C15  # the golden ratio as 64 bits: multiplying by it spreads numbers (Knuth, vol. 3, 6.4)
_ALL, _DROPPED = 2**64 - 1, 24  # 40 bits stay; two grams of one number only give a candidate more


def searchable(name: str) -> str:
    """Give a name's words as lower-case ASCII joined by spaces, as `kg.resolve.name.plain` does; "" for a blank one.

    A text that is no Unicode (single surrogates) counts as if it had question marks there.
    """
    # The cache of `tokens` would keep every name of a large index.
    words = tokens.__wrapped__(name[: 4 * LONGEST])
    if not words:
        words = tuple(name[: 4 * LONGEST].casefold().encode("utf-8", "replace").decode("utf-8").split())
    return " ".join(words)[:LONGEST].rstrip()


def grams_of_names(keys: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Give the grams of many searchable names, and beside each the place of its name; repetitions stay."""
    import numpy as np

    text = "".join(f"\n\n{key}" for key in keys) + "\n\n"
    letters = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    whose = np.repeat(np.arange(len(keys), dtype=np.uint64), [len(key) + 2 for key in keys])
    first, second, third = letters[:-2], letters[1:-1], letters[2:]
    edge, inner = second == _EDGE, first != _EDGE
    own = ~(edge & (inner | (third == _EDGE)))  # neither over the end of a name, nor of an empty one
    begins = ~edge & (second != _SPACE) & (~inner | (first == _SPACE))
    space = np.uint64(_SPACE)
    parts = (
        (first[own], second[own], third[own], whose[own]),
        (np.zeros(int(begins.sum()), np.uint64), space, second[begins], whose[begins]),
        (space, second[~inner & ~edge], third[~inner & ~edge], whose[~inner & ~edge]),
    )
    packed = [(a << np.uint64(42)) | (b << np.uint64(21)) | c for a, b, c, _ in parts]
    marks = (np.concatenate(packed) * np.uint64(_SPREAD)) >> np.uint64(_DROPPED)
    return marks, np.concatenate([names for *_, names in parts])


def grams_of_query(key: str) -> list[int]:
    """Give the grams of one searchable name, each once: those that a name in the index would have."""
    return sorted({int(mark) for mark in grams_of_names([key])[0]}) if key else []


def grams_of_start(key: str) -> list[int]:
    """Give the grams that every name has that begins so."""
    text = f"\n\n{key}"
    return _marks(text[at : at + 3] for at in range(len(text) - 2))


def grams_of_word_start(word: str) -> list[int]:
    """Give the grams that every name has of which a word begins so."""
    if len(word) == 1:
        return _marks(["\0 " + word])
    text = f" {word}"
    return _marks(text[at : at + 3] for at in range(len(text) - 2))


def _marks(stretches: Iterable[str]) -> list[int]:
    return list(dict.fromkeys(_mark(*map(ord, three)) for three in stretches))


def _mark(first: int, second: int, third: int) -> int:
    return ((((first << 42) | (second << 21) | third) * _SPREAD) & _ALL) >> _DROPPED
