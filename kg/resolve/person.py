"""Are two names one person? Rules that merge only what is safe, and leave to people what is not.

A misspelt name is merged where the context agrees; what tells siblings, spouses and namesakes apart (a given name, an
ending, a generation) goes to a person or stands apart. Two who are credited side by side are never merged.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.agreed import agreed_print, perhaps_misprinted, rare_words, turned_short
from kg.resolve.byname import on_list
from kg.resolve.context import Context, context, either
from kg.resolve.crossing import one_chinese, vowels_heard
from kg.resolve.foreign import in_words, of_two_scripts
from kg.resolve.homonym import of_two_trades, one_name
from kg.resolve.kin import perhaps_two
from kg.resolve.known import one_bearer
from kg.resolve.likeness import Alignment, Pair, align, differing, likeness, pair_of
from kg.resolve.longer import SYLLABLES, longer
from kg.resolve.name import plain, script, skeleton, tokens
from kg.resolve.printed import (
    as_called,
    as_printed,
    capitals_turned,
    initial_within,
    one_print,
    one_scanned,
    run_on,
    unscanned,
    with_more,
)
from kg.resolve.shared import one_person, shared
from kg.resolve.slip import misheard, one_maker, shared_by_many, spelt
from kg.resolve.sound import is_short_form, one_korean, one_romanised, one_word, sounding, two_given
from kg.resolve.transcription import one_armenian, one_transcribed, transcribed
from kg.resolve.translated import perhaps_translated, translated_name, turned_into_words
from kg.resolve.verdict import Verdict, same_identifier
from kg.resolve.words import one_surname, words

if TYPE_CHECKING:
    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity

__all__ = ["compare_people"]

_LIKE = 0.75  # below it, two words are no spellings of one another
_REVIEW = 0.90
_ALIKE = 0.6
_HEARD = 0.85  # from here on, two words of one credit are one word, badly heard or scanned
_SAFE = 0.94
_LONG_WORD = 6
# Crafts that one person mostly has in a film.
_ALONE = frozenset({"directed", "photographed", "composed", "edited"})
_LONG_NAME = 8
_LONG_REST = 12
_FAMILY = 10  # letters of a surname that hardly two bear who share a given name
_SCANNED = 4  # letters of a word beyond which what a scanner makes of it is no other name
# What tells two names apart that are nearly the same: of two trades it is hardly a misprint.
_SPELT = frozenset({"slip", "spelling", "another given name", "another ending", "another beginning", "perhaps kin"})
_SPOKEN = "another transcription"
_ASIDE = re.compile(r"(.+?)\s*\(([^()]{2,})\)")
_NUMBER = re.compile(r" \(([IVX]+)\)$")
_INITIALS = re.compile(r"\b([A-Z])(?=[.-]|\s|$)")


def compare_people(left: Profile, right: Profile, rarity: Rarity) -> Verdict:
    """Say whether two names are one person."""
    verdict = _judged(left, right, rarity)
    if verdict.decision == "review" and verdict.pattern in _SPELT and of_two_trades(verdict, context(left, right)):
        return Verdict("different", verdict.score, verdict.pattern)
    return verdict


def _judged(left: Profile, right: Profile, rarity: Rarity) -> Verdict:
    """Say whether two names are one person, whatever a question costs."""
    counted = _counted(left.name), _counted(right.name)
    if any(counted):
        left, right = (replace(each, name=_NUMBER.sub("", each.name)) for each in (left, right))
    left, right = as_called(in_words(as_printed(left)), in_words(as_printed(right)))
    one, other = _words(left.name), _words(right.name)
    if one != other:
        one, other = run_on(one, other, tokens(right.name)), run_on(other, one, tokens(left.name))
    if one != other and one_print(left.name, right.name):
        other = one
    if _hopeless(left, right, one, other) and not (
        one_scanned(one, other)
        or one_romanised(tokens(left.name), tokens(right.name), _LONG_WORD)
        or one_chinese(one, other)
        or perhaps_translated(one, other)
        or turned_into_words(one, other)
        or on_list("person", left.name) & on_list("person", right.name)
    ):
        return Verdict("different", 0.1, "other words")
    found = context(left, right)
    if not one or not other:
        same = left.name.casefold() == right.name.casefold()
        return Verdict("same" if same else "different", float(same), "no letters")
    aligned = align(one, other)
    if found.same_identifier:
        return same_identifier(aligned.mean, found.strong)
    if found.other_identifier:
        return Verdict("different", 0.1, "other identifier")
    if any(counted) and (verdict := _numbered(one == other, counted, found)) is not None:
        return verdict
    if _generation(left.name) != _generation(right.name) and not _one_generation(left.name, right.name):
        one_told = "" in (_generation(left.name), _generation(right.name))
        if one == other and one_told and one_maker(found) and not found.against and not found.side_by_side:
            return Verdict("same", _SAFE, "generation", found.reasons)  # father and son rarely direct one film
        return either("generation", 0.5, found, bool(found.strong) and aligned.mean > _SAFE and not found.side_by_side)
    if one == other or _joined(left.name, right.name):
        return one_name(left, right, found, rarity)
    if found.side_by_side:
        spelt = not aligned.left_over and all(pair.spelling and pair.within for pair in aligned.differing)
        return either("side by side", 0.3, found, spelt and aligned.mean >= _SAFE)
    if _known_as(left, right) or (found.shared_work and not found.crafts_apart and _called_nearly(left, right)):
        return Verdict("same", 0.96, "named in the text", ("one document gives the other's name as well",))
    if listed := one_bearer("person", left, right, found):
        return listed
    if sorted(one) == sorted(other) or _turned(one, other) or _turned(tokens(left.name), tokens(right.name)):
        if capitals_turned(left.name, right.name) and not (found.against or found.crafts_apart):
            return Verdict("same", 0.95, "words in another order", found.reasons)
        return _reordered(one, found)
    if len(one) == len(other) == 2 and found.shared_work and one_transcribed(one, other[::-1]):
        if found.one_maker and not found.against:
            return Verdict("same", _SAFE, "words in another order", found.reasons)
        return either("words in another order", 0.8, found, True)
    if turned_short(one, other, found):
        return Verdict("same", _SAFE, "short given name", found.reasons)
    if (foreign := of_two_scripts(one, other, aligned, found, rarity)) is not None:
        return foreign
    verdict = _by_letters(one, other, aligned, found, rarity)
    known, ordered = found.shared_work, (tokens(left.name), tokens(right.name))
    doubt = verdict.decision == "same" and known and not aligned.left_over and perhaps_two(aligned, found)
    doubt = doubt and not (found.one_maker and (verdict.pattern == "initial" or one_armenian(one, other)))
    # Who is kin writes one surname: Rusudan Glurjidze is Roussoudane Glourjidze.
    heard = len(one) > 1 and one[-1] != other[-1] and found.one_maker and one_transcribed(*ordered)
    if doubt and not heard and not one_korean(*ordered) and not agreed_print(one, other, aligned, found, rarity):
        return either("perhaps kin", verdict.score - 0.05, found, True)
    if verdict.decision != "same" and (agreed := agreed_print(one, other, aligned, found, rarity)):
        return Verdict("same", _SAFE, agreed, found.reasons)
    if verdict.decision != "same" and found.shared_craft and not found.against:
        verdict = _romanised(ordered, aligned, found) or verdict
    if verdict.decision != "same" and one_armenian(one, other) and not (found.against or found.crafts_apart):
        sure = one_maker(found)
        return Verdict("same", _SAFE, _SPOKEN, found.reasons) if sure else either(_SPOKEN, 0.7, found, True)
    if verdict.decision != "same" and (translated := translated_name(one, other, found)) is not None:
        return translated
    if verdict.decision == "different" and perhaps_misprinted(one, other, aligned, found):
        return either(verdict.pattern, verdict.score, found, True)
    return verdict


def _romanised(ordered: tuple[tuple[str, ...], tuple[str, ...]], aligned: Alignment, found: Context) -> Verdict | None:
    """Judge two names that may be one in two romanisations, of one trade; None for other names."""
    known = found.shared_work
    eastern = found.one_maker and (found.gap == 0 or found.shared_country) and one_surname(ordered[0][0], ordered[1][0])
    other_way = known and ordered[0][0] != ordered[1][0]  # brothers would share the surname, in one place
    alike = one_romanised(*ordered, 0 if known or eastern else _LONG_WORD) or (other_way and one_korean(*ordered))
    china = (known or found.one_maker) and one_chinese(*ordered)
    alike = alike or china
    if not (known or found.shared_country or found.gap == 0):
        return None
    if not alike:
        turned = found.one_maker and _romanised_turned(*ordered)
        return either("another romanisation", 0.6, found, True) if turned else None
    colleague = found.one_maker and found.gap == 0 and found.shared_people > 0
    if colleague and _romanised_surname(*ordered) and not found.crafts_apart:
        return Verdict("same", _SAFE, "another romanisation", found.reasons)
    placed = known or (china and found.shared_country and (found.near or found.gap is None))
    written = placed and found.one_maker and _romanised_surname(*ordered)  # a sister's would be written alike
    if written or (known and one_korean(*ordered)):
        return Verdict("same", _SAFE, "another romanisation", found.reasons)
    lately = found.one_maker and found.gap == 0 and all(pair.same for pair in aligned.pairs[:-1])
    lately = lately and not (aligned.pairs and _vowel_exchanged(aligned.pairs[-1]))
    if one_surname(ordered[0][0], ordered[1][0]):  # of China: Xiaoshuai is not Xiaoshi
        lately = lately and vowels_heard("".join(ordered[0])) == vowels_heard("".join(ordered[1]))
    alone = known and found.one_maker and not _perhaps_kin(aligned)
    if (alone or lately) and (aligned.left_over or not perhaps_two(aligned, found)):
        return Verdict("same", _SAFE, "another romanisation", found.reasons)
    near = (found.gap == 0 or found.shared_country) and found.near and found.one_maker
    if near and one_korean(*ordered, vowels=False):
        return Verdict("same", _SAFE, "another romanisation", found.reasons)
    return either("another romanisation", 0.7, found, True)


def _romanised_turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a name of East Asia is the other with its surname last, in two romanisations: Hsu-feng Huang."""
    return any(
        one_surname(first[0], last[-1]) and one_romanised(first, (*last[-1:], *last[:-1]), 0)
        for first, last in ((one, other), (other, one))
    )


def _vowel_exchanged(pair: Pair) -> bool:
    """Tell whether one vowel is another one and all else the same, as in two surnames: Lindstrom and Lundstrom."""
    return pair.edits == 1 and len(pair.left) == len(pair.right) and not transcribed(pair.left, pair.right)


def _romanised_surname(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a surname of East Asia stands first in both, in two romanisations: brothers would share one."""
    return one[0] != other[0] and one_surname(one[0], other[0])


def _perhaps_kin(aligned: Alignment) -> bool:
    """Tell whether a vowel more or less may make another given name: Sana and Sina, who share a surname."""
    differing = [pair for pair in aligned.pairs if not one_word(pair)]
    short = any(min(len(pair.left), len(pair.right)) < _LONG_WORD for pair in differing)
    return any(two_given(pair) or pair.ending for pair in aligned.pairs) or (short and not aligned.left_over)


def _by_letters(
    one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context, rarity: Rarity
) -> Verdict:
    """Judge two names of one script by how their words are spelt."""
    if one_scanned(one, other) and max(map(len, one)) > _SCANNED:
        agreed = found.strong or found.near or found.shared_country
        if agreed and not found.against and not any(map(two_given, aligned.pairs)):
            return Verdict("same", _SAFE, "as scanned", found.reasons)
        return either("as scanned", 0.8, found, not found.other_craft)
    if _initial_more(one, other, found) and not shared_by_many(aligned, rarity):
        return Verdict("same", _SAFE, "initial", found.reasons)
    if len(one) != len(other) and not with_more(one, other) and not initial_within(one, other):
        run = pair_of(skeleton("".join(one)), skeleton("".join(other)))
        most = max(2, len(run.left) // 6) if found.shared_work else max(1, len(run.left) // 8)
        if run.edits <= most and len(run.left) >= _LONG_NAME:
            if one[0] == other[0] and one_surname(one[0], one[0]) and not one_romanised(one, other, 0):
                return either("other spaces", 0.8, found, bool(found.strong))  # two children of China: Xiaoti, Xiaoshi
            return _spaced(run, found, one[0] == other[0])  # the same letters with other spaces and hyphens
    if not aligned.ordered and not _swapped(one, other):
        aligned = align_in_order(one, other) or aligned
    if aligned.left_over:
        return longer(one, other, aligned, found, rarity)
    return spelt(aligned, found, rarity)


def _initial_more(one: tuple[str, ...], other: tuple[str, ...], found: Context) -> bool:
    """Tell whether one name is the other with an initial in front, of one trade: P. Valakandra Orskan."""
    short, long = sorted((one, other), key=len)
    if len(long[0]) > 1 or long[1:] != short or len(short) < 2 or found.against or not found.shared_craft:
        return False
    placed = found.shared_work or ((found.shared_country or found.gap == 0) and (found.gap is None or found.near))
    return placed and sum(map(len, short)) >= _LONG_REST


def _hopeless(left: Profile, right: Profile, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell quickly that no context could make two names one: most pairs that are looked at are siblings of the ear."""
    if left.identifiers or right.identifiers or left.aliases or right.aliases or len(one) != len(other):
        return False
    if script(left.name) != script(right.name) or left.documents & right.documents or one_armenian(one, other):
        return False
    if left.roles & right.roles & _ALONE and one_korean(one, other):
        return False
    if _joined(left.name, right.name) or (left.roles & right.roles & _ALONE and left.works and right.works):
        return False
    place, alone = differing(one, other), left.roles & right.roles & _ALONE
    heard = place == 0 and misheard(align(one, other).pairs)
    if heard and left.roles & right.roles and shared(left.works, right.works):
        return False
    if place is not None and len(one) > 1 and left.works.isdisjoint(right.works):  # as below, and most pairs end here
        word, theirs = one[place], other[place]
        if likeness(word, theirs) < _LIKE and not is_short_form(word, theirs) and not (alone and _heard(word, theirs)):
            return True
    if one_surname(one[0], other[0]) and one[0] != other[0] and one_korean(one, other):
        return False
    aligned = align(one, other)
    pairs = aligned.pairs
    if aligned.ordered and left.works.isdisjoint(right.works) and len(pairs) > 1:
        alike = all(
            pair.likeness >= _LIKE
            or pair.initial
            or is_short_form(pair.left, pair.right)
            or (alone and _heard(pair.left, pair.right))
            for pair in pairs
        )
        if not alike or (
            aligned.mean < _REVIEW - 0.02
            and not one_transcribed(one, other)
            and not any(pair.initial or is_short_form(pair.left, pair.right) for pair in pairs)
        ):
            return True
    for pair in pairs:
        alike = (
            pair.likeness >= _LIKE
            or pair.initial
            or pair.left[0] == pair.right[0]
            or is_short_form(pair.left, pair.right)
        )
        if not alike and sounding(pair) < _LIKE:
            return True
    return False


def _heard(one: str, other: str) -> bool:
    """Tell whether two words of little likeness may be one in two transcriptions: Xoliqov and Kholikov."""
    return transcribed(one, other) and likeness(skeleton(one), skeleton(other)) >= _LIKE


@lru_cache(maxsize=65_536)
def _words(name: str) -> tuple[str, ...]:
    """Give the words of a name without honorifics, particles and generations, unless nothing were left."""
    every = unscanned(tokens(name))
    bare = tuple(
        word
        for place, word in enumerate(every)
        if not (
            word in words("person", "particles")
            and 0 < place < len(every) - 1
            and not (len(every) == 3 and word in SYLLABLES and one_surname(every[0], every[0]))
            and not (len(word) == 1 and word.upper() in _INITIALS.findall(name))  # "George T. Miller": an initial
        )
        and not (word in words("person", "generations") and place == len(every) - 1 and place > 1)
        and not (word in words("person", "honorifics") and place == 0 and len(every) > 2)
    )
    return bare if len(bare) > 1 or len(every) == 1 else every


def _counted(name: str) -> str:
    """Give the number in brackets by which a register of films tells namesakes apart: "Ida Moe (II)"."""
    told = _NUMBER.search(name)
    return told[1] if told else ""


def _numbered(same: bool, counted: tuple[str, str], found: Context) -> Verdict | None:
    """Judge two names of which one has a number in brackets, or both have; None where they have the `same` one."""
    one, other = counted
    if one == other:
        return None
    if one and other:
        return Verdict("different", 0.1, "generation")
    credit = found.shared_work and found.shared_craft
    credit = credit or (found.one_maker and found.gap == 0 and found.shared_people > 0)
    if same and credit and not (found.against or found.side_by_side):
        return Verdict("same", _SAFE, "generation", found.reasons)
    return either("generation", 0.5, found, same and not found.other_craft)


def _generation(name: str) -> str:
    """Give the generation that a name tells, the younger one's as "jr" in all languages."""
    every = tokens(name)
    told = every[-1] if len(every) > 2 and every[-1] in words("person", "generations") else ""
    return "jr" if told in words("person", "younger") else told


def _one_generation(left: str, right: str) -> bool:
    """Tell whether two names are the same but for a slip in the word that tells the generation: Filho and Filo."""
    one, other = tokens(left), tokens(right)
    told = words("person", "generations")
    return one[:-1] == other[:-1] and not {one[-1], other[-1]} <= told and likeness(one[-1], other[-1]) >= _HEARD


def _known_as(left: Profile, right: Profile) -> bool:
    one, other = _names(left), _names(right)
    return not one.isdisjoint(right.aliases | other) or not other.isdisjoint(left.aliases)


def _called_nearly(left: Profile, right: Profile) -> bool:
    """Tell whether a text gives nearly the other's name: "Sam Orska-Wood" for "Samantha Orska-Wood"."""
    one, other = plain(left.name), plain(right.name)
    return any(one_person(alias, other) for alias in left.aliases) or any(
        one_person(alias, one) for alias in right.aliases
    )


def _names(profile: Profile) -> frozenset[str]:
    """Give a name, or the two of "Yang Te-chang (Edward Yang)"."""
    aside = _ASIDE.fullmatch(profile.name)
    parts = [part for part in aside.groups() if len(tokens(part)) > 1] if aside else []
    return frozenset(map(plain, [profile.name, *parts]))


def _joined(one: str, other: str) -> bool:
    """Tell whether two names are the same but for spaces and punctuation: D'Onofrio, Van den Begin and Vandenbegin.

    An initial behind a given name makes no other one: "Ernest A. Orsk" is not Ernesta.
    """
    left, right = tokens(one), tokens(other)
    if "".join(left) != "".join(right):
        return False
    return not any(
        len(letter) == 1 and word + letter in whole
        for every, whole in ((left, right), (right, left))
        for word, letter in pairwise(every)
    )


def _turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name is the other with the surname first, spaces aside: Kore-eda Hirokazu, Hirokazu Koreeda."""
    whole = "".join(other)
    return any("".join((*one[place:], *one[:place])) == whole for place in range(1, len(one)))


def _reordered(one: tuple[str, ...], found: Context) -> Verdict:
    """Surname first: usual in East Asia and Hungary; "Martin Paul" and "Paul Martin" may be two."""
    both_given = all(is_given_name(word) for word in one)
    rare = len(one) == 2 and rare_words(one) and not (found.crafts_apart or found.far)
    surname = any(one_surname(word, word) or word in words("person", "common") for word in (one[0], one[-1]))
    hyphened = all(_hyphened(each.name) for each in (found.left, found.right)) and rare_words(one)
    rare = rare or (len(one) > 2 and (surname or hyphened) and not (found.crafts_apart or found.against))
    if ((found.strong or rare) and not both_given) or (found.weak and not both_given and not found.against):
        return Verdict("same", 0.95, "words in another order", found.reasons)
    if found.one_maker and found.gap == 0 and found.shared_country and not found.against:
        return Verdict("same", _SAFE, "words in another order", found.reasons)
    return either("words in another order", 0.6, found, not (both_given and found.other_craft))


def _hyphened(name: str) -> bool:
    """Tell whether two surnames stand in a name with a hyphen between them: "Orskai-Kelpházy Ida"."""
    return any(
        len(word) >= _FAMILY and "-" in word[1:-1] and not any(map(is_given_name, tokens(word)))
        for word in name.split()
    )


def _swapped(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the words stand the other way round: the first of one is nearly the last of the other."""
    aligned = align(one, (*other[1:], other[0])) if len(one) == len(other) else None
    return aligned is not None and aligned.ordered and aligned.mean >= _SAFE


def align_in_order(one: tuple[str, ...], other: tuple[str, ...]) -> Alignment | None:
    """Hold the words against one another in the order of print; None for names of different length."""
    if len(one) != len(other):
        return None
    return Alignment(tuple(map(pair_of, one, other)))


def _spaced(run: Pair, found: Context, begun: bool) -> Verdict:
    """Hsiao-hsien and Hsiaohsien: the same sounds, cut otherwise; `begun`, behind the same first word.

    Marie-Anne and Marianne are two.
    """
    if run.edits <= 2 and found.shared_work and found.shared_craft and (begun or found.one_maker):
        return Verdict("same", 0.95, "other spaces", found.reasons)
    return either("other spaces", 0.8, found, bool(found.strong) or (bool(found.weak) and not found.against))
