"""Translated: names that a machine put into another language as if they were words, "Wilhelm" as "William".

Hardly anybody is called so in two languages; where film and trade are the same, it is one person or a question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.context import either
from kg.resolve.likeness import differing, likeness
from kg.resolve.transcription import transcribed
from kg.resolve.verdict import Verdict
from kg.resolve.words import given_abroad, meanings, one_given_name, words

if TYPE_CHECKING:
    from kg.resolve.context import Context

__all__ = ["perhaps_translated", "translated_name", "turned_into_words"]

_SAFE = 0.94
_ALIKE = 0.75  # likeness from which on parents give two names to two children
_WORD = 3  # letters of a word of everyday below which it is rather a particle
_FEWEST = 2  # words of a name
_BORNE = 5  # letters of the rest of a name from which on few share it


def perhaps_translated(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names, in words, differ in words alone that are the other's in another language.

    Particles aside, which are translated too: "Flores del Campo", "Flowers of the Field".
    """
    place = differing(one, other) if len(one) > 1 else None
    if place is not None:
        return (place == 0 and _one_abroad(one[0], other[0])) or _one_meaning(one[place], other[place])
    one, other = _bare(one), _bare(other)
    if len(one) != len(other) or len(one) < _FEWEST:
        return False
    pairs = [(word, each) for word, each in zip(one, other, strict=True) if word != each]
    return any(_one_meaning(*pair) for pair in pairs) and all(
        _one_meaning(*pair) or transcribed(*pair) or one_given_name(*pair) for pair in pairs
    )


def turned_into_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one given name stands in front of one name and behind the other: a machine's "Carriage Ida".

    It took a surname that stood first for a word.
    """
    if len(one) != _FEWEST or len(other) != _FEWEST:
        return False
    return (one[0] == other[1] and is_given_name(one[0])) or (one[1] == other[0] and is_given_name(one[1]))


def _bare(every: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a name without particles and articles behind the first."""
    light = words("title", "small") | words("person", "particles")
    return tuple(word for place, word in enumerate(every) if not (place and word in light))


def translated_name(one: tuple[str, ...], other: tuple[str, ...], found: Context) -> Verdict | None:
    """Judge two names of which one may be the other in another language; None for those that are not, or unlike."""
    if turned_into_words(one, other):
        return either("another language", 0.45, found, found.shared_work and found.one_maker and not found.against)
    if not perhaps_translated(one, other) or found.against or not found.shared_craft or found.side_by_side:
        return None
    if len(one) != len(other) or differing(one, other) is None:  # several words, or particles: no name of a relative
        told = found.shared_work or found.shared_country or found.gap == 0
        return either("another language", 0.6, found, told)
    given = one[0] != other[0]
    rest = one[1:] if given else one[:-1]
    borne = words("person", "common").isdisjoint(rest) and len("".join(rest)) >= _BORNE
    word = _put_into_words(one, other) and (borne or len(rest) > 1)
    sure = word or (given and borne and not _of_two(one, other))
    if found.shared_work and found.one_maker and (found.gap or 0) <= 1 and sure:
        return Verdict("same", _SAFE, "another language", found.reasons)
    lately = found.one_maker and found.gap == 0 and given and borne
    # A word that is another's in meaning alone is a machine's, where the rest of the name is of one country.
    letters = len("".join(rest))
    put = letters > _BORNE if _put_into_words(one, other) else letters > 2 * _BORNE and borne
    put = put and found.shared_country
    return either("another language", 0.6, found, True) if found.shared_work or lately or put else None


def _put_into_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one of the words that differ is no given name, so that hardly anybody is called so."""
    place = differing(one, other)
    return (
        place is not None
        and _one_meaning(one[place], other[place])
        and not (is_given_name(one[place]) and is_given_name(other[place]))
    )


def _of_two(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether brothers or sisters may be called so: two names that begin alike, or mean one thing."""
    both = is_given_name(one[0]) and is_given_name(other[0])
    return both and not (_one_abroad(one[0], other[0]) and likeness(one[0], other[0]) < _ALIKE)


def _one_abroad(one: str, other: str) -> bool:
    """Tell whether two given names are one in two languages: Wilhelm and Guillermo."""
    number = given_abroad(one)
    return number is not None and number == given_abroad(other)


def _one_meaning(one: str, other: str) -> bool:
    """Tell whether two words mean one thing in two languages: Paz, Peace."""
    return min(len(one), len(other)) >= _WORD and not meanings(one).isdisjoint(meanings(other))
