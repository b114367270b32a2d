"""Foreign: are two names in two scripts one person? As good as one print where they are read alike, else a question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve.context import Context, either
from kg.resolve.crossing import of_signs, one_across, spaced
from kg.resolve.name import script
from kg.resolve.sound import closeness, one_word
from kg.resolve.verdict import Verdict
from kg.resolve.words import one_surname, words

if TYPE_CHECKING:
    from kg.resolve.likeness import Alignment
    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity

__all__ = ["in_words", "of_two_scripts"]

_REVIEW = 0.90
_HEARD = 0.85
_SAFE = 0.94
_LONG_NAME = 8
_NAME = 10  # letters of a whole name that hardly two bear who have one trade
_SYLLABLES = frozenset({"HANGUL", "CJK", "HIRAGANA", "KATAKANA"})
_RARE = 12  # letters of a whole name that few bear, whoever they are
_APART = 25  # years after which a namesake is more likely somebody else


def in_words(told: Profile) -> Profile:
    """Give somebody whose name is in the syllables of East Asia with the surname as a word of its own."""
    name = spaced(told.name)
    return told if name == told.name else replace(told, name=name)


def of_two_scripts(
    one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context, rarity: Rarity
) -> Verdict | None:
    """Judge two names by the scripts they are in; None for those of one script, or with too little said of them.

    `one` and `other` are the words of the names, `aligned` the same held against one another.
    """
    left, right = found.left.name, found.right.name
    if one_across(left, right):
        return _read_alike(one, other, found, rarity)
    if script(left) == script(right) or not (found.shared_work or (found.gap == 0 and found.shared_craft)):
        return None
    if of_signs(left) or of_signs(right):  # they would be read alike, but for a slip
        return either("another script", 0.4, found, found.shared_work and found.shared_craft)
    # Several play in one film; who directs it is mostly one.
    directing = found.shared_work and "directed" in found.left.roles & found.right.roles and not found.against
    heard = found.shared_craft and not found.against and closeness(aligned) >= _HEARD
    heard = heard and (found.shared_work or (found.shared_country and _put_into_letters(aligned)))
    lately = found.one_maker and not found.against and len(aligned.pairs) > 2 and closeness(aligned) >= _REVIEW
    if directing or ((heard or lately) and not aligned.left_over):
        return Verdict("same", _SAFE, "another script", found.reasons)
    return either("another script", 0.7, found, True)


def _read_alike(one: tuple[str, ...], other: tuple[str, ...], found: Context, rarity: Rarity) -> Verdict:
    """The same name in two scripts, which is as good as the same print but for what a script leaves out."""
    if found.far or (found.gap or 0) > _APART:
        return either("another script", 0.4, found, not (found.other_country or found.other_craft))
    told = found.shared_work or found.gap == 0 or found.shared_country
    surnames = {name[0] if one_surname(name[0], name[0]) else name[-1] for name in (one, other)}
    rare = words("person", "common").isdisjoint(surnames) and not any(map(rarity.common, surnames))
    letters = max(len("".join(one)), len("".join(other)))
    sure = found.shared_work or (told and found.one_maker) or (told and rare and letters >= _LONG_NAME)
    credit = found.shared_work and found.one_maker and not found.far  # each text may name its own country
    if (
        found.shared_craft
        and (credit or not found.against)
        and (sure or (found.one_maker and rare and letters >= _NAME))
    ):
        return Verdict("same", _SAFE, "another script", found.reasons)
    # An alphabet gives every vowel; where no text makes two of a name that few bear, it is as good as one print.
    whole = not any(of_signs(each.name) or script(each.name) in _SYLLABLES for each in (found.left, found.right))
    untold = found.silent and not (found.against or found.crafts_apart) and whole
    if untold and rare and letters > _RARE and not _of_many(one):
        return Verdict("same", _SAFE, "another script", found.reasons)
    return either("another script", 0.7, found, not (found.other_country and found.crafts_apart))


def _of_many(every: tuple[str, ...]) -> bool:
    """Tell whether a name is of Slavic surnames that thousands bear: Ivanov, Petrova."""
    return any(word.removesuffix("a") in words("person", "slavic") for word in every)


def _put_into_letters(aligned: Alignment) -> bool:
    """Tell whether words differ no more than transcriptions of one alphabet do: Zornitsa and Zornica."""
    return all(one_word(pair) or (pair.likeness >= _REVIEW and pair.edits < 3) for pair in aligned.pairs)
