"""Are two names one person? Rules that merge only what is safe, and leave to people what is not.

A misspelt name is merged where the context agrees; what tells siblings, spouses and namesakes apart (a given name, an
ending, a generation) goes to a person or stands apart. Two who are credited side by side are never merged.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.given import is_given_name
from kg.resolve.context import Context, context, either
from kg.resolve.likeness import Alignment, Pair, align, differing, likeness, pair_of
from kg.resolve.name import script, skeleton, tokens
from kg.resolve.sound import closeness, consonants, is_short_form, one_romanised, one_word, sounding, two_given
from kg.resolve.verdict import Verdict, same_identifier
from kg.resolve.words import one_given_name, one_surname, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity

__all__ = ["compare_people"]

_LIKE = 0.75  # below it, two words are no spellings of one another
_REVIEW = 0.90
_ALIKE = 0.6
_SAME_TIME = 0.85
_HEARD = 0.85  # from here on, two words of one credit are one word, badly heard or scanned
_SAFE = 0.94
_LONG_WORD = 6
_FULL = 4  # letters of a given name that is no short form
# Crafts that one person mostly has in a film.
_ALONE = frozenset({"directed", "photographed", "composed", "edited"})
_LONG_NAME = 8
_INITIALS = re.compile(r"\b([A-Z])(?=\.|\s|$)")
_LONG_REST = 12
_LATELY = 2  # years within which the same trade is as good as the same country
_APART = 25  # years after which a namesake of another country or trade is more likely somebody else


def compare_people(left: Profile, right: Profile, rarity: Rarity) -> Verdict:
    """Say whether two names are one person."""
    one, other = _words(left.name), _words(right.name)
    if _hopeless(left, right, one, other):
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
    if _generation(left.name) != _generation(right.name) and not _one_generation(left.name, right.name):
        return either("generation", 0.5, found, bool(found.strong) and aligned.mean > _SAFE and not found.side_by_side)
    if one == other or _joined(left.name, right.name):
        return _namesake(left, right, found, rarity)
    if found.side_by_side:
        spelt = not aligned.left_over and all(pair.spelling and pair.within for pair in aligned.differing)
        return either("side by side", 0.3, found, spelt and aligned.mean >= _SAFE)
    if _known_as(left, right):
        return Verdict("same", 0.96, "named in the text", ("one document gives the other's name as well",))
    if sorted(one) == sorted(other) or _turned(one, other):
        return _reordered(one, found)
    if script(left.name) != script(right.name) and (found.shared_work or (found.gap == 0 and found.shared_craft)):
        # Several play in one film; who directs it is mostly one.
        directing = found.shared_work and "directed" in left.roles & right.roles and not found.against
        heard = found.shared_work and found.shared_craft and not found.against and closeness(aligned) >= _HEARD
        if directing or (heard and not aligned.left_over):
            return Verdict("same", 0.94, "another script", found.strong)
        return either("another script", 0.7, found, True)
    verdict = _by_letters(one, other, aligned, found, rarity)
    if verdict.decision == "same" or not (found.shared_work and found.shared_craft):
        return verdict
    if one_romanised(tokens(left.name), tokens(right.name)):
        if found.one_maker and not found.against and not any(map(two_given, aligned.pairs)):
            return Verdict("same", _SAFE, "another romanisation", found.reasons)
        return either("another romanisation", 0.7, found, True)
    return verdict


def _by_letters(
    one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context, rarity: Rarity
) -> Verdict:
    """Judge two names of one script by how their words are spelt."""
    if len(one) != len(other):
        run = pair_of(skeleton("".join(one)), skeleton("".join(other)))
        most = max(2, len(run.left) // 6) if found.shared_work else max(1, len(run.left) // 8)
        if run.edits <= most and len(run.left) >= _LONG_NAME:
            return _spaced(run, found)  # the same letters with other spaces and hyphens
    if not aligned.ordered and not _swapped(one, other):
        aligned = align_in_order(one, other) or aligned
    if aligned.left_over:
        return _longer(one, other, aligned, found)
    return _spelt(aligned, found, rarity)


def _hopeless(left: Profile, right: Profile, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell quickly that no context could make two names one: most pairs that are looked at are siblings of the ear."""
    if left.identifiers or right.identifiers or left.aliases or right.aliases or len(one) != len(other):
        return False
    if script(left.name) != script(right.name) or left.documents & right.documents:
        return False
    if _joined(left.name, right.name) or (left.roles & right.roles & _ALONE and left.works and right.works):
        return False
    place = differing(one, other)
    if place is not None and len(one) > 1 and left.works.isdisjoint(right.works):  # as below, and most pairs end here
        word, theirs = one[place], other[place]
        if likeness(word, theirs) < _LIKE and not is_short_form(word, theirs):
            return True
    aligned = align(one, other)
    pairs = aligned.pairs
    if aligned.ordered and left.works.isdisjoint(right.works) and len(pairs) > 1:
        alike = all(pair.likeness >= _LIKE or pair.initial or is_short_form(pair.left, pair.right) for pair in pairs)
        if not alike or (
            aligned.mean < _REVIEW - 0.02
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


@lru_cache(maxsize=65_536)
def _words(name: str) -> tuple[str, ...]:
    """Give the words of a name without honorifics, particles and generations, unless nothing were left."""
    every = tokens(name)
    bare = tuple(
        word
        for place, word in enumerate(every)
        if not (
            word in words("person", "particles")
            and 0 < place < len(every) - 1
            and not (len(word) == 1 and word.upper() in _INITIALS.findall(name))  # "George T. Miller": an initial
        )
        and not (word in words("person", "generations") and place == len(every) - 1 and place > 1)
        and not (word in words("person", "honorifics") and place == 0 and len(every) > 2)
    )
    return bare if len(bare) > 1 or len(every) == 1 else every


def _generation(name: str) -> str:
    every = tokens(name)
    return every[-1] if len(every) > 2 and every[-1] in words("person", "generations") else ""


def _one_generation(left: str, right: str) -> bool:
    """Tell whether two names are the same but for a slip in the word that tells the generation: Filho and Filo."""
    one, other = tokens(left), tokens(right)
    told = words("person", "generations")
    return one[:-1] == other[:-1] and not {one[-1], other[-1]} <= told and likeness(one[-1], other[-1]) >= _HEARD


def _known_as(left: Profile, right: Profile) -> bool:
    from kg.resolve.name import plain

    return plain(left.name) in right.aliases or plain(right.name) in left.aliases


def _namesake(left: Profile, right: Profile, found: Context, rarity: Rarity) -> Verdict:
    """The same print: one person, unless time, trade and country speak against it and nothing shared speaks for it."""
    if left.aliases and right.aliases and not left.aliases & right.aliases and not found.shared_work:
        return Verdict("review", 0.4, "namesake", found.reasons)
    if found.strong and not found.far:
        return Verdict("same", 0.99, "same name", found.reasons)
    if len(tokens(left.name)) == 1 and not found.weak and is_given_name(left.name):
        return Verdict("review", 0.5, "given name alone", found.reasons)
    crossing = script(left.name) != script(right.name)
    gap = found.gap or 0
    signs = [found.far, gap > _APART, found.other_country, found.other_craft]
    weight = sum(signs) + (rarity.common(tokens(left.name)[-1]) and len(found.against) > 0)
    if found.far and not found.strong:
        return Verdict("different" if weight >= 3 else "review", 0.2, "namesake", found.reasons)
    if found.crafts_apart and not found.strong and _of_many(left.name):
        return Verdict("review", 0.6, "namesake", found.reasons)
    if weight or (crossing and found.against):
        return Verdict("review", 0.4 if weight > 1 else 0.7, "namesake", found.reasons)
    return Verdict("same", 0.97 if found.weak else 0.9, "same name", found.reasons)


def _of_many(name: str) -> bool:
    """Tell whether many are called so: two given names ("Steve James"), or a surname that very many bear."""
    every = tokens(name)
    return all(map(is_given_name, every)) or not words("person", "common").isdisjoint(every)


def _joined(one: str, other: str) -> bool:
    """Tell whether two names are the same but for spaces and punctuation: D'Onofrio, Van den Begin and Vandenbegin."""
    return "".join(tokens(one)) == "".join(tokens(other))


def _turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name is the other with the surname first, spaces aside: Kore-eda Hirokazu, Hirokazu Koreeda."""
    whole = "".join(other)
    return any("".join((*one[place:], *one[:place])) == whole for place in range(1, len(one)))


def _reordered(one: tuple[str, ...], found: Context) -> Verdict:
    """Surname first: usual in East Asia and Hungary; "Martin Paul" and "Paul Martin" may be two."""
    both_given = all(is_given_name(word) for word in one)
    if found.strong or (found.weak and not both_given and not found.against):
        return Verdict("same", 0.95, "words in another order", found.reasons)
    return either("words in another order", 0.6, found, not (both_given and found.other_craft))


def _swapped(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the words stand the other way round: the first of one is nearly the last of the other."""
    aligned = align(one, (*other[1:], other[0])) if len(one) == len(other) else None
    return aligned is not None and aligned.ordered and aligned.mean >= _SAFE


def align_in_order(one: tuple[str, ...], other: tuple[str, ...]) -> Alignment | None:
    """Hold the words against one another in the order of print; None for names of different length."""
    if len(one) != len(other):
        return None
    return Alignment(tuple(map(pair_of, one, other)))


def _spaced(run: Pair, found: Context) -> Verdict:
    """Hsiao-hsien and Hsiaohsien: the same sounds, cut otherwise."""
    if run.edits <= 2 and found.shared_work and found.shared_craft:
        return Verdict("same", 0.95, "other spaces", found.reasons)
    return either("other spaces", 0.8, found, bool(found.strong) or (bool(found.weak) and not found.against))


def _longer(one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context) -> Verdict:
    """One name has words more: a middle name, a second surname, a married name, or somebody else."""
    short, long = sorted((one, other), key=len)
    exact = all(pair.spelling or pair.same for pair in aligned.pairs)
    if len(short) == 1:
        return either("one word of the name", 0.5, found, exact and found.shared_work)
    framed = exact and aligned.ordered and short[0] == long[0]
    if framed and (found.shared_work or found.shared_people > 1) and not found.against:
        return Verdict("same", 0.95, "a part more", found.reasons)
    alike = aligned.mean >= _REVIEW and aligned.worst >= _LIKE
    alone = _alone(found) and aligned.mean >= _ALIKE
    likely = (alike and bool(found.strong)) or (framed and not found.against) or alone
    return either("a part more", 0.7, found, likely)


def _alone(found: Context) -> bool:
    """Tell whether both have, in one film, a craft that mostly one person has."""
    return found.shared_work and found.one_maker


def _spelt(aligned: Alignment, found: Context, rarity: Rarity) -> Verdict:
    """As many words in both: a slip, a spelling, an initial, or a sibling."""
    differing = aligned.differing
    if any(pair.initial for pair in differing):
        return _initial(aligned, found)
    given = aligned.pairs[0]
    rest = aligned.pairs[1:]
    if is_short_form(given.left, given.right) and all(pair.same or pair.spelling for pair in rest):
        safe = (found.shared_work or _rare(rest, found)) and all(pair.same for pair in rest)
        safe = safe and not (found.against or found.crafts_apart)
        if safe:
            return Verdict("same", 0.95, "short given name", found.reasons)
        return either("short given name", 0.7, found, bool(found.strong or found.weak))
    if _one_credit(aligned, found, rarity):
        return Verdict("same", max(_SAFE, closeness(aligned)), "one credit", found.reasons)
    score = closeness(aligned)
    worst = min((pair.likeness for pair in aligned.pairs if not one_word(pair)), default=1.0)
    sound = sum(max(pair.likeness, sounding(pair)) for pair in aligned.pairs) / len(aligned.pairs)
    known = found.shared_work and found.shared_craft
    if worst < _LIKE or score < _REVIEW:
        heard = known and sound >= _REVIEW and all(max(pair.likeness, sounding(pair)) >= _LIKE for pair in differing)
        surname = (
            known
            and any(pair.spelling for pair in aligned.pairs)
            and all(
                pair.spelling or (pair.left[0] == pair.right[0] and (pair.likeness >= _LIKE or not two_given(pair)))
                for pair in differing
            )
        )
        if heard and sound >= _SAFE and not _veto(aligned, rarity):
            return Verdict("same", sound, "transcription", found.reasons)
        agreed = found.gap == 0 and found.shared_country and found.shared_craft and not two_given(given)
        agreed = agreed and (score >= _SAME_TIME or sound >= _SAME_TIME)
        siblings = two_given(given) and given.likeness < _LIKE and all(pair.same for pair in rest)
        alone = _alone(found) and sound >= _ALIKE and not siblings
        asked = bool(heard or surname or alone or agreed) and not siblings
        return either("transcription" if heard or alone else "other words", min(score, 0.7), found, asked)
    veto = _veto(aligned, rarity)
    if veto:
        added = veto == "another ending" and len(aligned.pairs) > 2 and not found.against and bool(found.weak)
        return either(veto, score - 0.2, found, bool(found.strong) or added)
    spelling = all(pair.spelling for pair in differing)
    within = all(pair.within or one_word(pair) for pair in differing)
    if not known and not all(pair.slip or min(len(pair.left), len(pair.right)) >= _LONG_NAME for pair in differing):
        within = False  # a letter exchanged in a short name is another name, whomever both work with
    if score >= _SAFE and within and (found.strong or _agrees(found, rarity, aligned)):
        return Verdict("same", min(0.99, score), "spelling" if spelling else "slip", found.reasons)
    if (spelling and found.strong) or _one_spelling(aligned, found, rarity):
        return Verdict("same", score, "spelling", found.reasons)
    likely = bool(found.strong) or _likely(aligned, found, spelling=spelling)
    return either("spelling" if spelling else "slip", score - 0.05, found, likely)


def _one_credit(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether two names stand for one credit of one film: the same craft in it, and names that are nearly the same.

    Who directs, photographs, scores or edits a film is mostly one person, so that letters may differ more than those
    of an actor. Brothers and sisters who share a credit have given names that are unlike, or are both known as such.
    """
    if not (found.shared_work and found.shared_craft) or found.far:
        return False
    given, rest = aligned.pairs[0], aligned.pairs[1:]
    if not rest or two_given(given) or (given.ending and not one_word(given)):
        return False
    if not one_word(given) and given.left[0] != given.right[0]:
        return False
    if found.one_maker:
        other = one_surname(given.left, given.right) and all(pair.same for pair in rest)
        near = all(
            one_word(pair) or max(pair.likeness, sounding(pair)) >= _HEARD or _one_letter(pair)
            for pair in aligned.pairs
        )
        return other or (near and closeness(aligned) >= _HEARD + 0.03)
    slips = all(one_word(pair) or (pair.slip and not pair.ending) for pair in aligned.differing)
    used = any(
        rarity.established(pair.left) and rarity.established(pair.right)
        for pair in aligned.differing
        if not one_word(pair)
    )
    return slips and not used and closeness(aligned) >= _SAFE - 0.02


def _one_letter(pair: Pair) -> bool:
    """Tell whether one letter of a long word is another, dropped or added."""
    return pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _LONG_WORD


def _one_spelling(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether two spellings of one long name, not shared by many, are at work in one trade, time and place."""
    if found.against or not found.shared_craft or not all(map(one_word, aligned.differing)):
        return False
    lately = found.near and (found.gap or 0) <= (_LATELY + 4 if found.one_maker else _LATELY)
    if not (lately or (found.shared_country and (found.near or (found.gap is None and found.one_maker)))):
        return False
    return not _shared_by_many(aligned, rarity) and all(
        max(len(pair.left), len(pair.right)) >= (_LONG_WORD if place else _FULL)
        or one_given_name(pair.left, pair.right)
        for place, pair in enumerate(aligned.pairs)
        if not pair.same
    )


def _shared_by_many(aligned: Alignment, rarity: Rarity) -> bool:
    """Tell whether the surname is one that many have, or the whole name is short."""
    pairs = aligned.pairs[1:] if is_given_name(aligned.pairs[0].left) else aligned.pairs
    borne = {word for pair in pairs for word in (pair.left, pair.right)}
    if not words("person", "common").isdisjoint(borne) or any(map(rarity.common, borne)):
        return True
    return sum(max(len(pair.left), len(pair.right)) for pair in aligned.pairs) < _LONG_NAME


def _likely(aligned: Alignment, found: Context, *, spelling: bool) -> bool:
    """Tell whether a person should look at two names that share no film and no colleague.

    Short surnames of one given name are many, and mostly several people's; a slip in a long one, or in one of three
    words, is worth a look.
    """
    if found.other_country or found.other_craft or found.far:
        return False
    differing = aligned.differing
    slips = all(pair.slip for pair in differing)
    long = all(min(len(pair.left), len(pair.right)) >= _LONG_WORD for pair in differing)
    if spelling or (slips and long):
        return True
    if len(differing) == len(aligned.pairs):
        return long and aligned.mean >= _SAFE
    longest = all(pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _LONG_NAME - 1 for pair in differing)
    if longest or len(aligned.pairs) > 2:
        return True
    # Vowels are heard in many ways: Lotfy and Lutfi.
    heard = all(
        consonants(pair.left) == consonants(pair.right) or one_given_name(pair.left, pair.right) for pair in differing
    )
    return heard and found.shared_craft and found.shared_country


def _agrees(found: Context, rarity: Rarity, aligned: Alignment) -> bool:
    """Tell whether weak context is enough to merge a slip inside one long rare word, all else being equal."""
    if found.against or not (found.shared_country or found.near):
        return False
    if len(aligned.differing) != 1 or len(aligned.pairs) < 2:
        return False
    (pair,) = aligned.differing
    if len(aligned.pairs) > 2 and pair.slip and min(len(pair.left), len(pair.right)) >= _LONG_WORD:
        return found.shared_craft and found.shared_country and not _shared_by_many(aligned, rarity)
    swapped = sorted(pair.left) == sorted(pair.right)
    inside = pair.left[0] == pair.right[0] and (pair.left[-2:] == pair.right[-2:] or swapped)
    rare = not any(rarity.common(word) for word in (pair.left, pair.right))
    letters = min(len(pair.left), len(pair.right))
    return pair.slip and inside and rare and letters >= (_LONG_NAME if found.shared_craft else _LONG_NAME + 2)


def _initial(aligned: Alignment, found: Context) -> Verdict:
    """An initial may be anybody's; a shared film and the very same other words make it this one's."""
    rest = [pair for pair in aligned.pairs if not pair.initial]
    exact = bool(rest) and all(pair.same for pair in rest)
    middle = exact and not aligned.pairs[0].initial and not aligned.pairs[-1].initial
    if middle and found.near and found.shared_craft and not found.against and _letters(rest) >= _LONG_REST:
        return Verdict("same", 0.94, "initial", found.reasons)
    if exact and not (found.against or found.crafts_apart) and (found.shared_work or _rare(rest, found)):
        return Verdict("same", 0.94, "initial", found.reasons)
    near = bool(rest) and all(pair.likeness >= _REVIEW for pair in rest)
    return either("initial", 0.6, found, near and bool(found.strong or (exact and found.weak and not found.against)))


def _letters(rest: Sequence[Pair]) -> int:
    return sum(len(pair.left) for pair in rest if pair.same)


def _rare(rest: Sequence[Pair], found: Context) -> bool:
    """Tell whether the shared words are so long, and time, place and trade so much the same, that few have both."""
    return _letters(rest) >= _LONG_REST and found.shared_country and found.near and found.shared_craft


def _veto(aligned: Alignment, rarity: Rarity) -> str:
    """Say what forbids to merge without a person's word, "" if nothing does."""
    for place, pair in enumerate(aligned.pairs):
        if pair.same:
            continue
        if place == 0 and two_given(pair):
            return "another given name"
        if pair.ending and not pair.spelling:
            return "another ending"
        if one_given_name(pair.left, pair.right):
            continue
        if place == 0 and skeleton(pair.left)[:1] != skeleton(pair.right)[:1] and not pair.spelling:
            return "another beginning"
        if rarity.established(pair.left) and rarity.established(pair.right):
            return "two names in use"
    return ""
