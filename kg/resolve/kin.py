"""Kin: whether two alike names of one film may be of two, brothers and sisters above all, or are one misprinted.

Relatives share the surname and often the craft, and parents like given names that are alike. So a given name must
differ as fingers, scanners and transcriptions make it differ, and not as names do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.sound import is_short_form, one_word, romanised
from kg.resolve.words import one_given_name, one_surname

if TYPE_CHECKING:
    from kg.resolve.context import Context
    from kg.resolve.likeness import Alignment, Pair

__all__ = [
    "exchanged_inside",
    "feminine",
    "misstruck",
    "name_parts",
    "of_families",
    "of_one_cast",
    "one_given",
    "patronymic",
    "perhaps_two",
    "scanned",
    "two_children",
]

_VOWELS = frozenset("aeiouy")
_GIVEN = 5  # letters of a given name from which on another spelling is no other name
_INSIDE = 6  # letters of a word from which on one dropped inside is a slip
_LONG = 7  # letters from which on one exchanged, or a vowel doubled, makes no other name
_LONGEST = 9  # letters of a given name from which on a vowel more makes no other one
_PATRONYMICS = (("ovna", "ova"), ("evna", "eva"), ("ovich", "ov"), ("evich", "ev"), ("ovic", "ov"), ("evic", "ev"))
_FAMILIES = ("son", "sen", "man", "mann", "berg", "burg", "feld", "feldt", "stein", "baum")
_SOUNDED = str.maketrans("jyw", "iiv")
# What a scanner makes of a letter, beside "rn" and "m".
_TAKEN = (("n", "ri"), ("d", "cl"), ("h", "li"), ("u", "ii"), ("w", "vv"), ("e", "c"))
_SCANNED = str.maketrans("01l5", "oiis")


def perhaps_two(aligned: Alignment, found: Context) -> bool:
    """Tell whether two people may have these names, in spite of what they share."""
    if found.crafts_apart:
        return True
    given, surnames = name_parts(aligned)
    if any(not pair.same and not one_given(pair, alone=found.one_maker) for pair in given):
        return True
    alone = found.shared_work and found.one_maker and all(map(one_word, given))
    printed = all(pair.same for pair in given)
    for pair in surnames:
        free = alone and (printed or not (pair.ending or feminine(pair)))
        if not pair.same and (patronymic(pair) or not (free or _one_surname(pair, alone=found.one_maker))):
            return True
    return False


def of_one_cast(found: Context) -> bool:
    """Tell whether both do on one film what several do, as brothers and sisters may: play in it, or produce it."""
    return found.shared_work and found.shared_craft and not found.one_maker


def two_children(aligned: Alignment, veto: str) -> bool:
    """Tell whether a given name is another one, or that of a girl, before the surname of one family: Danail, Daniela.

    `veto` is what forbids to merge the two.
    """
    given, *rest = aligned.pairs
    family = all(pair.same or pair.ending for pair in rest)
    if veto == "another given name":
        return family
    return veto == "another ending" and family and not given.same and given.ending


def name_parts(aligned: Alignment) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Give the pairs of given names and those of surnames; a family name of East Asia stands first."""
    pairs = aligned.pairs
    first = pairs[0].left
    western = pairs[0].same and is_given_name(first) and any(len(pair.left) > _GIVEN for pair in pairs[1:])
    eastern = bool(one_surname(first, pairs[0].right)) and not western
    return (pairs[1:], pairs[:1]) if eastern else (pairs[:1], pairs[1:])


def one_given(pair: Pair, *, alone: bool) -> bool:
    """Tell whether two given names are surely one, misprinted or transcribed; `alone`, of a craft of few people."""
    if pair.initial or scanned(pair):
        return True
    if is_short_form(pair.left, pair.right):
        return _surely_short(pair)
    longest = max(len(pair.left), len(pair.right))
    if _one_transcribed(pair) and (alone or pair.left[-1] == pair.right[-1] or pair.left[-2] in _VOWELS):
        return True
    if one_given_name(pair.left, pair.right):
        return longest >= _GIVEN
    if longest >= _INSIDE and _unheard(pair):
        return True
    known = is_given_name(pair.left) != is_given_name(pair.right)  # one is a name, the other perhaps none
    if known and pair.edits == 1 and sorted(pair.left) == sorted(pair.right) and pair.left[0] == pair.right[0]:
        return longest >= _GIVEN
    doubled = _doubled_vowel(pair)
    if pair.spelling and not doubled:
        both = is_given_name(pair.left) and is_given_name(pair.right)
        return longest >= _GIVEN and not feminine(pair) and (alone or not (both or _other_end(pair)))
    if longest < (_INSIDE if alone else _LONG) or not _inside(pair):
        return False
    if doubled:
        return longest >= (_INSIDE if alone else _LONG)
    if sorted(pair.left) == sorted(pair.right):
        return pair.edits == 1
    if pair.edits == 1 and len(pair.left) != len(pair.right):
        return _added(pair) not in _VOWELS or longest >= _LONGEST
    if alone and known and misstruck(pair):
        return True
    return alone and longest >= _LONG and romanised(pair.left) == romanised(pair.right)


def _surely_short(pair: Pair) -> bool:
    """Tell whether a short form is rarely a name of its own: of few letters, or where the full one begins or ends."""
    short, full = sorted((pair.left, pair.right), key=len)
    return len(short) < _INSIDE or full.startswith(short) or full.endswith(short) or not is_given_name(short)


def _other_end(pair: Pair) -> bool:
    """Tell whether two spellings differ at the end: Terry and Terri, Zuzana and Zuzanna."""
    return pair.left[-1] != pair.right[-1] or (pair.left[-1] in _VOWELS and pair.left[-3:-1] != pair.right[-3:-1])


def _one_surname(pair: Pair, *, alone: bool) -> bool:
    """Tell whether two surnames are surely one beside one given name; `alone`, of a craft of few people."""
    if one_word(pair) or one_surname(pair.left, pair.right) or scanned(pair):
        return True
    if _doubled_vowel(pair):
        return max(len(pair.left), len(pair.right)) >= _INSIDE
    if feminine(pair) or pair.ending:
        return False
    longest = max(len(pair.left), len(pair.right))
    if pair.initial or (longest >= (_LONG if alone else _LONGEST) and pair.edits == 1 and _inside(pair)):
        return True
    return _plain_slip(pair) and (alone or longest >= _LONG or len(pair.left) == len(pair.right))


def _plain_slip(pair: Pair) -> bool:
    """Tell whether a word differs by a letter doubled, dropped or swapped inside it, or as transcriptions do."""
    least = _GIVEN if sorted(pair.left) == sorted(pair.right) else _INSIDE
    longest = max(len(pair.left), len(pair.right))
    return one_word(pair) or (pair.slip and longest >= least and pair.left[0] == pair.right[0])


def scanned(pair: Pair) -> bool:
    """Tell whether two words are one for a scanner: "rn" for "m", "l" for "i", a digit for a letter."""
    one, other = (word.replace("rn", "m").translate(_SCANNED) for word in (pair.left, pair.right))
    if not pair.same and one == other and (len(one) >= _GIVEN or one.isalpha() != other.isalpha()):
        return True
    return pair.edits <= 2 and min(len(one), len(other)) >= _GIVEN and (_taken(one, other) or _taken(other, one))


def _taken(one: str, other: str) -> bool:
    """Tell whether a scanner took letters of the one for others, once: "Dhorit" for "Dhont", "Mcnkes" for "Menkes"."""
    return any(
        one[:place] + seen + one[place + len(printed) :] == other
        for printed, seen in _TAKEN
        for place in range(len(one))
        if one.startswith(printed, place)
    )


def _one_transcribed(pair: Pair) -> bool:
    """Tell whether two words differ in "i", "j" and "y", or "v" and "w", alone: Ilia and Ilya."""
    one, other = (word.translate(_SOUNDED) for word in (pair.left, pair.right))
    return one == other and len(one) > 3


def of_families(pair: Pair) -> bool:
    """Tell whether families write such a surname in several ways: Bergman and Bergmann, Petersson and Peterson."""
    return pair.left.endswith(_FAMILIES) or pair.right.endswith(_FAMILIES)


def misstruck(pair: Pair) -> bool:
    """Tell whether one vowel is a consonant in the other, as names do not differ: Rebecca and Rwbecca."""
    if pair.edits != 1 or len(pair.left) != len(pair.right):
        return False
    one, other = next((a, b) for a, b in zip(pair.left, pair.right, strict=True) if a != b)
    return (one in _VOWELS) != (other in _VOWELS) and not {one, other} & {"y", "h"}


def exchanged_inside(pair: Pair) -> bool:
    """Tell whether one letter is another, or more, inside a word of some length."""
    return _inside(pair) and pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _INSIDE


def _inside(pair: Pair) -> bool:
    """Tell whether two words begin and end with the same letter."""
    return pair.left[0] == pair.right[0] and pair.left[-1] == pair.right[-1]


def feminine(pair: Pair) -> bool:
    """Tell whether one word has a vowel more behind or before its last letter: Claude and Claudie."""
    short, long = sorted((pair.left, pair.right), key=len)
    behind, before = long[-1] in _VOWELS and long[:-1], long[-2:-1] in _VOWELS and long[:-2] + long[-1]
    return len(long) == len(short) + 1 and short in (behind, before)


def _doubled_vowel(pair: Pair) -> bool:
    """Tell whether one word has a vowel twice where the other has it once: Elina and Eliina."""
    letter = _added(pair)
    return letter in _VOWELS and (letter * 2 in pair.left) != (letter * 2 in pair.right)


def _unheard(pair: Pair) -> bool:
    """Tell whether one word alone has a consonant twice, or a mute "h": Elliot and Elliott are no brothers.

    Not before a vowel at the end, which tells two names apart in some languages: Zuzana and Zuzanna.
    """
    letter = _added(pair)
    once = (letter * 2 in pair.left) != (letter * 2 in pair.right)
    if letter == "h" and ("th" in pair.left) != ("th" in pair.right) and pair.left[-2:] == pair.right[-2:]:
        return True  # "Mathilde", "Matilde"
    return once and letter.isalpha() and letter not in _VOWELS and pair.left[-1] not in _VOWELS


def _added(pair: Pair) -> str:
    """Give the letter that the longer word has more, " " if it is not that alone."""
    short, long = sorted((pair.left, pair.right), key=len)
    return next((letter for place, letter in enumerate(long) if long[:place] + long[place + 1 :] == short), " ")


def patronymic(pair: Pair) -> bool:
    """Tell whether one is the other's patronymic: Ivanova and Ivanovna."""
    short, long = sorted((pair.left, pair.right), key=len)
    return any(long.endswith(told) and long.removesuffix(told) + bare == short for told, bare in _PATRONYMICS)
