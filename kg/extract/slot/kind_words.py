"""Kind words: what a headline in capitals says of a film before its title: "Slovak/Czech Period Drama TITLE"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = ["behind_kind_words"]

_KINDS = frozenset({
    "drama", "comedy", "thriller", "documentary", "doc", "feature", "film", "series", "short", "horror", "western",
    "animation", "coproduction", "co-production", "musical", "dramedy", "biopic", "miniseries", "debut", "mini-series",
})  # fmt: skip
# These say it alone.
_SURE = frozenset({"docu-fiction", "docufiction", "coproduction", "co-production", "mockumentary", "miniseries"})
_SAID = frozenset({
    "debut", "sophomore", "second", "third", "fourth", "fifth", "first", "new", "latest", "next", "period", "war",
    "historical", "black", "dark", "romantic", "creative", "long", "animated", "kids", "children's", "family", "crime",
    "tv", "psychological", "sci-fi", "minority", "majority", "social", "coming-of-age", "live-action", "costume",
    "directorial", "tragic", "erotic", "political", "teen", "youth", "adventure", "action", "mystery", "fantasy",
    "biographical", "sports", "satirical", "feature-length", "full-length", "short", "horror", "graduation",
})  # fmt: skip
_SMALL = 3  # letters of words that even a headline in capitals prints in small letters
_LONGEST = 6
_FEWEST = 2  # words that say what a film is, unless one of them is enough


def behind_kind_words(line: Names, at: int) -> int:
    """Give the token behind the words that say of which nation and kind a film is; the token itself where none do.

    Only in a headline that has capitals throughout: elsewhere such a word with a capital is of the title.
    """
    lower, n = line.tokens.lower, line.n
    end, nations = at, 0
    while end < n and end - at < _LONGEST and countries().code_of_demonym(line.tokens.words[end]):
        nations, end = nations + 1, end + 1
        if end + 1 < n and lower[end] == "/" and countries().code_of_demonym(line.tokens.words[end + 1]):
            end += 1
    start = end
    while end < n and end - at < _LONGEST and (lower[end] in _SAID or lower[end] in _KINDS or lower[end] in _SURE):
        end += 1
    said = lower[start:end]
    is_kind = bool(said) and (said[-1] in _KINDS or said[-1] in _SURE)
    told = nations > 1 or (is_kind and (nations or len(said) >= _FEWEST or said[0] in _SURE))
    if not told or (said and not is_kind) or end >= n or not line.capital[end] or not _in_capitals(line):
        return at
    return end


def _in_capitals(line: Names) -> bool:
    """Tell whether all words of a headline but small ones have capitals."""
    return all(
        line.capital[at]
        for at, word in enumerate(line.tokens.words)
        if word.isalpha() and len(word) > _SMALL and line.tokens.lower[at] not in ("with", "from", "into")
    )
