"""Rarity: how many names of a corpus have a word. A shared rare surname says more than a common one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.resolve.name import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Rarity", "rarity_of"]

# A word is common from this many names on, and from this share of all names in a large corpus.
_COMMON = 8
_COMMON_SHARE = 0.001
# Two spellings that each stand in this many further names are both names of their own.
_ESTABLISHED = 3


@dataclass(frozen=True, slots=True)
class Rarity:
    """`names` counts the distinct names that have a word; `total` all distinct names."""

    names: Mapping[str, int] = field(default_factory=dict)
    total: int = 0

    def common(self, word: str) -> bool:
        """Tell whether so many names have the word that sharing it says little."""
        return self.names.get(word, 0) >= max(_COMMON, self.total * _COMMON_SHARE)

    def established(self, word: str) -> bool:
        """Tell whether the word stands in several other names too, and so is hardly a slip."""
        return self.names.get(word, 0) > _ESTABLISHED


def rarity_of(names: Iterable[str]) -> Rarity:
    """Count the words of distinct names."""
    distinct = set(names)
    return Rarity(Counter(word for name in distinct for word in set(tokens(name))), len(distinct))
