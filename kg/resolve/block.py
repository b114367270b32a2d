"""Blocks: keys that look-alikes share, so that nothing is compared with everything.

A name's blocks depend on that name alone: whether two names share one never changes when others come or go, so that
what was found for earlier documents stays found.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.house import run_together
from kg.resolve.name import skeleton, tokens
from kg.resolve.sound import romanised
from kg.resolve.words import kinds_of_company, languages_of, numbers, words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["blocks", "own_words"]

_MOST_WORDS = 8
_LONG = 8  # letters of a word from which on one that is another makes no other word


def blocks(family: str, name: str) -> frozenset[str]:
    """Give the keys of a name of a family ("person", "work", "company"); none for a name without letters and digits.

    Two names of one family are candidates where they share a key: the sound of one word and the beginning or the end
    of another, the letters without spaces, for a name of one word its sound, beginning or end.
    """
    every = tokens(name)
    if not every:
        return frozenset()
    return frozenset(_keys(family, every))


def _keys(family: str, every: tuple[str, ...]) -> Iterator[str]:
    yield "=" + "".join(sorted("".join(every)))  # the same letters in any order of words
    if family == "person":
        yield "~" + romanised("".join(every))
    own = own_words(family, every)[:_MOST_WORDS]
    if family == "company":  # "National Film Development Corporation" and "NFDC"
        if len(every) == 1 and 2 < len(every[0]) < 7:
            yield f"@{every[0][:3]}"
        elif len(every) > 2:
            yield "@" + "".join(word[0] for word in every if word not in words("company", "joins"))[:3]
    if len(own) == 1:
        (word,) = own
        yield f"1{_sound(word)}"
        if len(word) > 4:
            yield f"<{word[:4]}"
            yield f">{word[-4:]}"
        return
    heard = [_heard(family, word) for word in own]
    for place, (sound, common, _) in enumerate(heard):
        for other_place, (_, _, ends) in enumerate(heard):
            if other_place != place and (len(own) < 4 or abs(place - other_place) == 1):
                beginning, end = ends[common]
                yield sound + beginning
                yield sound + end
    run = "".join(own)
    if len(run) > 7:  # other spaces: "Zeynofilm" and "Zeyno Film"
        yield f"<{run[:6]}"


def own_words(family: str, every: tuple[str, ...]) -> list[str]:
    """Give the words that are the name's own: no articles, particles, legal forms, kinds of house."""
    light = _light(family)
    if family == "company":
        every = run_together(every)  # "S.r.l." is one word
        return [word for word in every if word not in light and not _nearly_a_kind(word)] or list(every)
    if family != "work":
        return [word for word in every if word not in light] or list(every)
    counted = numbers()
    return [str(counted.get(word, word)) for word in every if word not in light] or list(every)


@lru_cache(maxsize=65_536)
def _nearly_a_kind(word: str) -> bool:
    """Tell whether a long word is one for a kind of house but for a letter: "Produciones"."""
    if len(word) < _LONG:
        return False
    return any(word[:place] + word[place + 1 :] in _kinds_nearly() for place in range(len(word))) or (
        word in _kinds_nearly()
    )


@cache
def _kinds_nearly() -> frozenset[str]:
    """Give the long words for kinds of house, and each of them without one of its letters."""
    long = [word for word in kinds_of_company() if len(word) >= _LONG]
    return frozenset((*long, *(word[:place] + word[place + 1 :] for word in long for place in range(len(word)))))


@cache
def _light(family: str) -> frozenset[str]:
    match family:
        case "work":
            return words("title", "articles")
        case "company":
            return words("company", "legal") | words("company", "joins") | kinds_of_company().keys()
        case _:
            return words("person", "particles") | words("person", "honorifics")


@lru_cache(maxsize=262_144)
def _heard(family: str, word: str) -> tuple[str, bool, tuple[tuple[str, str], tuple[str, str]]]:
    """Give how a word sounds, whether it is common, and its beginning and end beside a rare and beside a common word.

    So many share a given name, or a common word of a title, that one letter of the other would make a crowd.
    """
    common = is_given_name(word) if family == "person" else family == "work" and bool(languages_of(word))
    kept = skeleton(word)
    return _sound(word), common, ((f"|{word[:1]}", f"|.{word[-1:]}"), (f"|{kept[:3]}", f"|.{kept[-3:]}"))


@lru_cache(maxsize=262_144)
def _sound(word: str) -> str:
    """Give how a word sounds, as metaphone hears its spelling skeleton; digits stay as they are."""
    from jellyfish import metaphone

    return str(metaphone(skeleton(word))) or word
