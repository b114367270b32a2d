"""Retitled: one film under titles of two languages, which share no letters that anybody could compare.

What is said of the two decides: director and year, and that the titles are not of one language.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.extract.slot.english import is_english
from kg.resolve.context import Context, either
from kg.resolve.likeness import align
from kg.resolve.name import tokens
from kg.resolve.sound import one_romanised
from kg.resolve.title import (
    all_cognate,
    bare_title,
    content,
    in_two_languages,
    languages,
    of_parts,
    one_meaning,
    other_meaning,
)
from kg.resolve.tongue import looks_english
from kg.resolve.verdict import Verdict
from kg.resolve.words import languages_of, words

if TYPE_CHECKING:
    from kg.resolve.likeness import Alignment
    from kg.resolve.profile import Profile

__all__ = ["RETITLED", "retitled", "translated"]

# The pattern of two titles of two languages.
RETITLED = "another language"

_REVIEW = 0.90
_SAFE = 0.94
_RETOLD = 0.85
_OTHER = 0.75  # likeness below which a word is no other number of the one it stands for
_CARRIED = 2  # words that carry a title, of which fewer are everybody's
_WORD = 4  # letters of a word of English below which it is many languages'
_ENGLISH_ONLY = frozenset({"the", "of", "and", "with", "my", "you", "your", "her", "his"})
_NAME = 5  # letters of a word that no list has, from which on it is a name that few films have


def translated(left: Profile, right: Profile, aligned: Alignment, found: Context, *, slip: bool) -> Verdict:
    """Other words: one film in two languages at most where director, year and country agree.

    `slip` tells that the titles, all else being said, may be one misprinted.
    """
    close = found.shared_director and found.near and (found.gap or 0) <= 1
    one_words, other_words = content(tokens(left.name)), content(tokens(right.name))
    apart = in_two_languages(left.name, right.name) or _one_english(left.name, right.name)
    together = not apart and not languages(left.name).isdisjoint(languages(right.name))
    word = any(pair.same and len(pair.left) > 3 and pair.left.isalpha() for pair in aligned.pairs)
    cognate = any(pair.likeness >= _REVIEW and len(pair.left) > 3 for pair in aligned.pairs)
    support = bool(found.shared_people or found.shared_company)
    means = one_meaning(tokens(left.name), tokens(right.name))
    translation = means and not together  # "Bird" and "Birds" are of one
    if retitled(left, right, found) or (translation and _same_told(found, len(one_words))):
        return Verdict("same", _SAFE, RETITLED, found.reasons)
    directed = found.shared_director and (found.gap or 0) == 0 and not (found.against or found.other_people)
    if means and directed and found.gap == 0 and not _prolific(found) and _other_words(one_words, other_words):
        return Verdict("same", _SAFE, RETITLED, found.reasons)
    told = close and found.shared_country and not (found.against or found.other_people) and len(one_words) >= _CARRIED
    told = told or directed
    if apart and told and all_cognate(tokens(left.name), tokens(right.name)):
        return Verdict("same", _SAFE, RETITLED, found.reasons)
    close_by = found.shared_director and found.gap == 0 and not (word or found.other_people or of_parts(left.name))
    close_by = close_by and not _one_language(left.name, right.name)
    if close and found.shared_country and not found.against and not found.other_people:
        if not together and not word:
            return either(RETITLED, 0.7, found, True)
        named = _named_in(one_words, other_words) and found.gap != 1  # next year it may be the second part
        again = _told_again(one_words, other_words) or named or close_by
        return either("other words", 0.4, found, again and not of_parts(left.name))
    when = found.gap is None or found.gap <= 1
    vouched = found.shared_director or (found.shared_people > 0 and not (left.directors and right.directors))
    told = (close and cognate) or (apart and when) or (support and found.shared_people > 0 and found.gap in (None, 0))
    again = (close or (found.shared_director and found.gap is None)) and _told_again(one_words, other_words)
    again = again and not of_parts(left.name)
    heard = (when and (found.shared_director or found.shared_country)) and one_romanised(
        bare_title(tokens(left.name)), bare_title(tokens(right.name))
    )
    slip = slip and (found.gap == 0 or bool(found.strong))
    named = found.shared_director and when and _named_in(one_words, other_words)
    again = again or close_by or named or _perhaps_retitled(found, aligned)
    untold = found.silent or (found.shared_country and found.gap is None and not found.other_director)
    untold = untold or (found.gap is None and len(one_words) > _CARRIED and not found.other_director)
    untold = untold and translation and len(one_words) >= _CARRIED
    means = means and (found.gap == 0 or bool(found.strong) or untold) and not found.other_people
    likely = not found.against and (means or heard or again or slip or (vouched and told and not together))
    # Two countries may have made it together, or one text tells the country that the news is from.
    together_made = found.other_country and found.shared_director and found.gap == 0 and not found.other_people
    likely = likely or (together_made and (means or apart) and not of_parts(left.name))
    conflict = found.other_director or found.other_people or found.far
    likely = likely or (translation and found.gap == 0 and len(one_words) >= _CARRIED and not conflict)
    return either(RETITLED if apart else "other words", min(0.6, aligned.mean), found, likely)


def _same_told(found: Context, carried: int) -> bool:
    """Tell whether two titles that mean the same, of so many words that carry them, are of one film for all told.

    A word or two of everyday may be another film's of the same year.
    """
    if not carried:
        return False
    if found.shared_director and found.gap == 0:
        return True  # several countries may have made it, and each text names other players
    if found.against or found.other_people:
        return False
    if found.shared_director:
        return found.gap is None or found.gap <= (carried >= _CARRIED)
    met = bool(found.shared_people or found.shared_company)
    if found.gap is None and met and carried >= _CARRIED and not found.other_director:
        return True
    if found.gap != 0 or not found.shared_country or found.other_director:
        return False
    return carried >= _CARRIED or met


def retitled(left: Profile, right: Profile, found: Context) -> bool:
    """Tell whether two titles are of two languages, and of one director and year, and of one country as far as told.

    A director's regulars play in the next film too, so they prove nothing; two films a year are rare.
    """
    if not (found.shared_director and found.gap == 0) or found.against or found.other_people:
        return False
    if of_parts(left.name) and of_parts(right.name):
        return False
    if _prolific(found):
        return False
    if other_meaning(tokens(left.name), tokens(right.name)):
        return False
    if _surely_one_english(left.name, right.name):
        return True
    known = languages(left.name) and languages(right.name)  # one text tells no country: then both must be known
    return in_two_languages(left.name, right.name) and bool(found.shared_country or known)


def _prolific(found: Context) -> bool:
    """Tell whether one of the directors has made several films in a year."""
    every = found.left.directors | found.right.directors
    return any(name.replace(" ", "_") in words("title", "prolific") for name in every)


def _other_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a title is put otherwise in one language, as machines do it, and no word is another's plural."""
    aligned = align(one, other)
    return len(one) >= _CARRIED and all(pair.same or pair.likeness < _OTHER for pair in aligned.pairs)


def _one_english(left: str, right: str) -> bool:
    """Tell whether one title looks surely English, and the other surely not."""
    return {looks_english(left), looks_english(right)} == {True, False}


def _surely_one_english(left: str, right: str) -> bool:
    """Tell whether one title is English by a word that is of no other language, and the other surely not.

    Letters alone may deceive: "Temblores" looks English beside "La Llorona".
    """
    english = left if looks_english(left) else right
    return _one_english(left, right) and any(map(_is_english_word, tokens(english)))


def _is_english_word(word: str) -> bool:
    """Tell whether a word is English, and of no other language that a list has it for."""
    told = languages_of(word)
    if told or len(word) < _WORD:
        return word in _ENGLISH_ONLY or told == {"en"}
    # "nightsiren" begins with a word.
    cuts = range(_WORD + 1, len(word) - _WORD + 1)
    parts = [part for cut in cuts for part in (word[:cut], word[-cut:])]
    return is_english(word) or any(languages_of(part) == {"en"} for part in parts)


def _perhaps_retitled(found: Context, aligned: Alignment) -> bool:
    """Tell whether two titles of one director, of which one year is told at most, may be of two languages.

    They have no word in common, or one that both languages have, and none is told to be of the other's language.
    """
    left, right = found.left.name, found.right.name
    if not found.shared_director or found.gap is not None or found.other_people or of_parts(left) or of_parts(right):
        return False
    if not _mostly(left).isdisjoint(_mostly(right)) or looks_english(left) == looks_english(right) is not None:
        return False
    apart = all(pair.same or pair.likeness < _OTHER for pair in aligned.pairs)
    return apart and any(map(_perhaps_foreign, (left, right)))


def _perhaps_foreign(title: str) -> bool:
    """Tell whether a title is hardly English: by its letters or words, or as no list has any of them."""
    looks, told = looks_english(title), languages(title)
    return looks is False or bool(told - {"en"}) or (looks is None and not told)


def _one_language(left: str, right: str) -> bool:
    """Tell whether two titles are surely of one language, by more than their articles."""
    return not _mostly(left).isdisjoint(_mostly(right))


def _mostly(title: str) -> frozenset[str]:
    """Give the languages of which half of the words that carry a title are."""
    every = content(tokens(title))
    told = Counter(language for word in every for language in languages_of(word))
    return frozenset(language for language, count in told.items() if 2 * count >= len(every))


def _told_again(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two titles may be two translations of one: of the words that carry them, half are alike."""
    aligned = align(one, other)
    alike = sum(pair.likeness >= _RETOLD and not pair.left.isdecimal() and len(pair.left) > 2 for pair in aligned.pairs)
    return len(one) < 2 * len(other) < 4 * len(one) and 0 < alike >= max(len(one), len(other)) / 2


def _named_in(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one title is a name alone, which the other has among other words: Pamfir, Le Serment de Pamfir."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 < len(long) and short[0] in long and len(short[0]) >= _NAME and not languages_of(short[0])
