"""Agreed: names that differ by more than a plain slip, and are one person all the same because the rest agrees.

What is said of the two decides how much of the name may differ: one credit of one film most, a trade, a place and a
time less, and a trade alone least.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.crossing import vowels_heard
from kg.resolve.kin import feminine, misstruck, name_parts, of_families, one_given, patronymic, scanned
from kg.resolve.likeness import pair_of
from kg.resolve.slip import one_maker, shared_by_many
from kg.resolve.sound import is_short_form, of_both, one_korean, one_word
from kg.resolve.transcription import heard_alike, one_transcribed, transcribed
from kg.resolve.words import one_given_name, one_surname, short_forms, words

if TYPE_CHECKING:
    from kg.resolve.context import Context
    from kg.resolve.likeness import Alignment, Pair
    from kg.resolve.rarity import Rarity

__all__ = ["agreed_print", "perhaps_misprinted", "rare_words", "turned_short"]

# What a surname ends with of a man and of a woman.
_GENDERS = (
    ("ski", "ska"), ("cki", "cka"), ("sky", "ska"), ("skiy", "skaya"), ("ov", "ova"), ("ev", "eva"), ("in", "ina"),
)  # fmt: skip
# What Slavic languages put behind a given name for short; none is a sister's of who has it in full.
_DIMINUTIVES = ("sha", "tya", "tia", "nya", "nia", "lya", "dya", "sia")
_VOWELS = re.compile("[aeiouyj]")
_FULL_VOWELS = re.compile("[aeiou]")
_HEARD = 3  # letters of a name that are others for the ear of another language
_SHORT = 3  # letters of a surname up to which one that differs makes another
_LONG = 6  # letters of a surname from which on one dropped or doubled is a slip
_LONGER = 7  # and one exchanged
_LONGEST = 8
_NAME = 10  # letters of a whole name that few have
_LONG_NAME = 14
_LATELY = 2  # years within which one trade is as good as one country


def agreed_print(
    one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context, rarity: Rarity
) -> str:
    """Say what makes two names one person beyond slips and spellings, "" where nothing does.

    `one` and `other` are the words of the names, `aligned` the same held against one another.
    """
    if found.crafts_apart or found.side_by_side or found.against:
        return ""
    if _transcribed(one, other, aligned, found, rarity):
        return "another transcription"
    if aligned.left_over or not aligned.ordered or len(aligned.pairs) < 2:
        return ""
    if _one_credit(aligned, found, rarity):
        return "one credit"
    if _nickname(aligned, found):
        return "short given name"
    if _one_maker_lately(aligned, found, rarity) or _doubled(aligned, found, rarity):
        return "slip"
    if _two_letters(aligned, found, rarity):
        return "slip"
    # Relatives and near names have a word that is the same, or a letter more at the end.
    both = len(aligned.differing) == len(aligned.pairs) and sum(pair.edits for pair in aligned.pairs) >= _HEARD
    heard = found.one_maker and both and _by_ear(one, other, found) and not one_transcribed(one, other)
    if heard and not _siblings(aligned) and not shared_by_many(aligned, rarity):
        return "another transcription"
    return ""


def perhaps_misprinted(one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context) -> bool:
    """Tell whether a person should look at two that the rules of slips leave apart.

    Two of one trade whose surnames differ in a letter, which is little in a long one, and in a short one where they
    are of one country; and two transcriptions of one name.
    """
    if found.crafts_apart or found.side_by_side or found.against:
        return False
    if len("".join(one)) >= _NAME and one_transcribed(one, other) and not _siblings(aligned):
        return True
    if found.one_maker and (one_korean(one, other) or _by_ear(one, other, found)):
        return True
    pair = _only_surname(aligned) if found.one_maker and not aligned.left_over and len(aligned.pairs) > 1 else None
    if pair is None or pair.edits != 1 or (pair.ending and not found.shared_country):
        return False
    return _shortest(pair) >= _LONG or (found.shared_country and max(len(pair.left), len(pair.right)) > _SHORT)


def rare_words(every: tuple[str, ...]) -> bool:
    """Tell whether two words of a name, in either order, are hardly those of two people.

    At most one is a given name, none a surname that many bear, and they are long.
    """
    common = words("person", "common") | words("person", "given")
    given = sum(map(is_given_name, every))
    long = all(len(word) >= _LONG for word in every)
    return common.isdisjoint(every) and given <= 1 and len("".join(every)) >= _NAME + 2 and (given == 1 or long)


def _by_ear(one: tuple[str, ...], other: tuple[str, ...], found: Context) -> bool:
    """Tell whether two names, of one film or year, are one for who writes French as it is heard: Legrand, Legran."""
    if len(one) != len(other) or len("".join(one)) < _NAME or not (found.shared_work or found.gap == 0):
        return False
    return all(heard_alike(word, each) for word, each in zip(one, other, strict=True))


def _shortest(pair: Pair) -> int:
    return min(len(pair.left), len(pair.right))


def _only_surname(aligned: Alignment) -> Pair | None:
    """Give the only words that differ, if they are no given name."""
    differing = aligned.differing
    return differing[0] if len(differing) == 1 and differing[0] in name_parts(aligned)[1] else None


def _siblings(aligned: Alignment) -> bool:
    """Tell whether the first words are known given names of two people."""
    if not aligned.pairs or not aligned.ordered:
        return False
    given = aligned.pairs[0]
    return not given.same and not one_word(given) and is_given_name(given.left) and is_given_name(given.right)


def _one_given_abroad(pair: Pair, *, surname: bool) -> bool:
    """Tell whether two given names of one credit are one in two transcriptions, and not those of two children.

    Children's names differ in a vowel (Takashi, Takeshi); where the `surname` is transcribed too, so is the given name.
    """
    if pair.same:
        return True
    if not surname and _VOWELS.sub("", pair.left) == _VOWELS.sub("", pair.right):
        return one_given_name(pair.left, pair.right) and _shortest(pair) >= _LONG
    if one_given(pair, alone=True):
        return True
    sounded = _FULL_VOWELS.findall(pair.left) == _FULL_VOWELS.findall(pair.right)
    if surname and sounded and _shortest(pair) >= _LONG - 1 and transcribed(pair.left, pair.right):
        return True  # consonants written in two ways, and the surname too
    if max(len(pair.left), len(pair.right)) < _LONG or feminine(pair) or not transcribed(pair.left, pair.right):
        return False
    if is_given_name(pair.left) and is_given_name(pair.right):
        return False
    return pair.left[-1] == pair.right[-1] or {pair.left[-1], pair.right[-1]} <= set("iyj")


def _transcribed(
    one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context, rarity: Rarity
) -> bool:
    """Tell whether the letters differ only as two transcriptions do, and film, trade, place or time are the same."""
    letters = min(len("".join(one)), len("".join(other)))
    silent = not found.left.roles and not found.right.roles and letters > _LONG_NAME
    silent = silent and not any(map(of_families, aligned.differing))
    if not (found.shared_craft or silent) or len(one) < 2 or len(other) < 2 or not one_transcribed(one, other):
        return False
    western = is_given_name(one[0]) and any(len(word) >= _LONG for word in one[1:])
    if one_surname(one[0], other[0]) and not western:
        return _eastern(one, other, found)
    whole = bool(aligned.pairs) and not aligned.left_over and aligned.ordered
    given, rest = (aligned.pairs[0], aligned.pairs[1:]) if whole else (None, ())
    if given is not None and not _one_given_abroad(given, surname=any(not pair.same for pair in rest)):
        return False
    if aligned.pairs and shared_by_many(aligned, rarity):
        return False
    if found.shared_work:
        if found.one_maker:
            return True
        if given is not None and letters >= _LONG_NAME and not any(pair.same for pair in aligned.pairs):
            return True  # relatives share the surname letter for letter
        return given is not None and (given.same or (letters >= _NAME and one_given(given, alone=False)))
    if silent:
        return not aligned.left_over and all(pair.same or one_word(pair) for pair in aligned.pairs[:1])
    if any(_shortest(pair) < _LONG for pair in rest if not pair.same):
        return False
    if found.one_maker and letters >= _NAME:
        lately = found.gap is not None and found.gap <= (_LATELY if found.shared_country else 0)
        if lately or (found.shared_country and letters > _NAME and (found.near or found.gap is None)):
            return True
    if letters < _LONG_NAME:
        return False
    if found.one_maker and letters > _LONG_NAME + 2 and (found.near or found.gap is None):
        return True
    return (found.shared_country and (found.near or found.gap is None)) or (
        min(len(one), len(other)) > 2 and letters > _LONG_NAME + 2
    )


def _eastern(one: tuple[str, ...], other: tuple[str, ...], found: Context) -> bool:
    """Tell whether two names of East Asia, surname first, are one; brothers and sisters differ by one sound."""
    placed = found.shared_country and (found.near or found.gap is None)
    if not found.one_maker or not (found.shared_work or found.gap == 0 or placed):
        return False
    left, right = "".join(one[1:]), "".join(other[1:])
    if not one_korean(one, other) and vowels_heard(left) != vowels_heard(right):
        return False  # "Xiaoxian" is "Hsiao-hsien", and not "Xiaoshan"
    if found.gap == 0 and not found.shared_work and one_korean(one, other):
        return True
    return min(len(left), len(right)) >= _LONGEST and pair_of(left, right).edits > 2


def _one_credit(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether the same given name directs (photographs, scores, edits) one film under nearly one surname.

    Relatives who share such a credit differ in the given name.
    """
    given, surnames = name_parts(aligned)
    if not one_maker(found) or given[0] != aligned.pairs[0] or any(patronymic(pair) for pair in surnames):
        return False
    if shared_by_many(aligned, rarity):
        return False
    if given[0].same:
        return all(
            pair.same or one_word(pair) or pair.edits < 2 or transcribed(pair.left, pair.right) for pair in surnames
        )
    # A vowel lost in a long given name that the other has in full.
    known = is_given_name(given[0].left) != is_given_name(given[0].right)
    lost = given[0].slip and _shortest(given[0]) >= _LONGER and given[0].left[-1] == given[0].right[-1]
    return known and lost and not feminine(given[0]) and all(pair.same or pair.spelling for pair in surnames)


def _nickname(aligned: Alignment, found: Context) -> bool:
    """Tell whether one credit of one film names its bearer once in full and once by a form that is no other name."""
    given, *rest = aligned.pairs
    if not one_maker(found) or not is_short_form(given.left, given.right) or not all(pair.same for pair in rest):
        return False
    both = is_given_name(given.left) and is_given_name(given.right)
    short, full = sorted((given.left, given.right), key=len)
    if any(
        word.endswith(_DIMINUTIVES) and each in short_forms().get(word, ())
        for word, each in ((given.left, given.right), (given.right, given.left))
    ) and not of_both(given):
        return True
    return not both or (short.endswith("ka") and len(short) >= _LONG and full.startswith(short[:-2]))  # a diminutive


def _one_maker_lately(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether one given name, of one trade at one time, stands before surnames a letter apart."""
    pair = _only_surname(aligned)
    if pair is None or patronymic(pair) or shared_by_many(aligned, rarity):
        return False
    if not found.one_maker:  # who produces or writes is one of several
        swapped = pair.slip and not pair.ending and _shortest(pair) >= _LONGER and pair.left[0] == pair.right[0]
        placed = found.shared_country and found.shared_craft and (found.near or found.gap is None)
        return swapped and placed and "acting" not in found.trades
    if found.gap in (0, 1) and scanned(pair):
        return True
    if _gender(pair):  # of one given name, so that they are no brother and sister
        return _shortest(pair) >= _LONGER and (found.gap == 0 or found.shared_country)
    if pair.edits > 1 or pair.ending:
        return False
    longest = _shortest(pair) > _LONGEST and (found.gap is None or found.near)
    lately = found.gap in (0, 1) or (found.shared_country and found.gap is None) or found.shared_people > 0
    if not (lately or longest):
        return False
    if rarity.established(pair.left) and rarity.established(pair.right):
        return False
    exchanged = len(pair.left) == len(pair.right) and sorted(pair.left) != sorted(pair.right)
    if exchanged and not (transcribed(pair.left, pair.right) or misstruck(pair) or found.shared_people):
        return False  # Lindstrom and Lundstrom are two surnames
    swapped = found.gap == 0 and sorted(pair.left) == sorted(pair.right)
    return _shortest(pair) >= (_LONG if pair.spelling or swapped else _LONGER) and pair.left[0] == pair.right[0]


def _gender(pair: Pair) -> bool:
    """Tell whether two surnames are one, of a man and of a woman: Smoczynski and Smoczynska."""
    return any(
        {pair.left, pair.right} == {stem + one, stem + other}
        for one, other in _GENDERS
        for stem in (pair.left.removesuffix(one), pair.left.removesuffix(other))
    )


def _doubled(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether letters are doubled or spelt otherwise in a long surname, and nothing said makes it two."""
    pair = _only_surname(aligned)
    if pair is None or not pair.spelling or pair.ending or shared_by_many(aligned, rarity):
        return False
    letters = sum(min(len(each.left), len(each.right)) for each in aligned.pairs)
    doubled = abs(len(pair.left) - len(pair.right)) == 1 and pair.edits == 1
    if found.shared_craft and doubled and (found.gap is None or found.near):
        if found.one_maker and letters >= _NAME and _shortest(pair) >= _LONG - 1:
            return True
        placed = found.near or found.shared_country
        if placed and letters >= _NAME + 2 and _shortest(pair) >= _LONGER:
            return True
    silent = not (found.left.roles and found.right.roles) and not of_families(pair)
    return silent and _shortest(pair) >= _LONGEST and letters > _NAME + 2 and (found.gap is None or found.near)


def _two_letters(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether the given name and the surname of one trade and year have a letter each that the other has not.

    Brothers and sisters have one surname, so that two slips are rather one writer's than two people's.
    """
    given, surnames = name_parts(aligned)
    credit = one_maker(found)
    if not found.one_maker or not (found.gap == 0 or credit) or given[0] != aligned.pairs[0] or len(surnames) != 1:
        return False
    (surname,) = surnames
    if given[0].edits != 1 or surname.edits != 1 or (surname.ending and not credit) or _siblings(aligned):
        return False
    long = _shortest(surname) >= _LONGER and _shortest(given[0]) >= _LONG - 1
    return long and not given[0].ending and not shared_by_many(aligned, rarity)


def turned_short(one: tuple[str, ...], other: tuple[str, ...], found: Context) -> bool:
    """Tell whether one name is the other with the surname first and a short given name, of one trade and time."""
    if len(one) != 2 or len(other) != 2 or one == other or not found.shared_craft or found.against:
        return False
    for turned, name in ((one, other), (other, one)):
        short = is_short_form(turned[1], name[0]) or one_given_name(turned[1], name[0])
        if turned[0] == name[1] and len(name[1]) >= _LONG and short:
            return found.shared_work or (found.one_maker and found.gap == 0)
    return False
