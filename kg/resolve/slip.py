"""Slips: two names of as many words, each alike, are one person misprinted, or somebody else of nearly the name.

What they are credited with decides how many letters may differ; a given name, an ending or a surname that many bear
speaks for two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.context import Context, either
from kg.resolve.initialled import of_another, of_three_parts
from kg.resolve.kin import exchanged_inside, of_families, of_one_cast, one_given, two_children
from kg.resolve.name import skeleton
from kg.resolve.sound import closeness, consonants, is_short_form, of_both, one_word, sounding, two_given
from kg.resolve.verdict import Verdict
from kg.resolve.words import one_given_name, one_surname, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.resolve.likeness import Alignment, Pair
    from kg.resolve.rarity import Rarity

__all__ = ["misheard", "one_maker", "shared_by_many", "spelt"]

_LIKE = 0.75  # below it, two words are no spellings of one another
_REVIEW = 0.90
_ALIKE = 0.6
_SAME_TIME = 0.85
_HEARD = 0.85  # from here on, two words of one credit are one word, badly heard or scanned
_SAFE = 0.94
_LONG_WORD = 6
_FULL = 4  # letters of a given name that is no short form
_LONG_NAME = 8
_LONG_REST = 12
_APART = 25  # years after which a namesake is more likely somebody else
_LATELY = 2  # years within which the same trade is as good as the same country


def misheard(pairs: Sequence[Pair]) -> bool:
    """Tell whether one given name is known and the other none, before one surname: "Joaquin", "Hoakin" of a machine."""
    first, *rest = pairs
    if not rest or first.same or not all(pair.same for pair in rest) or _letters(rest) <= _FULL:
        return False
    if is_given_name(first.left) == is_given_name(first.right) or min(len(first.left), len(first.right)) < _FULL:
        return False
    ends = skeleton(first.left)[-1:] == skeleton(first.right)[-1:]
    return ends and abs(len(first.left) - len(first.right)) <= _LATELY


def one_maker(found: Context) -> bool:
    """Tell whether both have, in one film, a craft that mostly one person has."""
    return found.shared_work and found.one_maker


def spelt(aligned: Alignment, found: Context, rarity: Rarity) -> Verdict:
    """As many words in both: a slip, a spelling, an initial, or a sibling."""
    differing = aligned.differing
    if any(pair.initial for pair in differing):
        return _initial(aligned, found, rarity)
    given = aligned.pairs[0]
    rest = aligned.pairs[1:]
    if is_short_form(given.left, given.right) and all(pair.same or pair.spelling for pair in rest):
        lately = found.one_maker and found.gap in (0, None) and _letters(rest) >= _LONG_NAME
        lately = lately and (found.gap == 0 or not shared_by_many(aligned, rarity))
        safe = (found.shared_work or lately or _rare(rest, found)) and all(pair.same for pair in rest)
        safe = safe and not (found.against or found.crafts_apart)
        silent = found.silent and not found.against and _letters(rest) > _LONG_REST and not of_both(given)
        if silent and one_given(given, alone=False) and not shared_by_many(aligned, rarity):
            return Verdict("same", _SAFE, "short given name", found.reasons)
        if safe and one_given(given, alone=found.one_maker):
            return Verdict("same", 0.95, "short given name", found.reasons)
        least = _LONG_WORD if not shared_by_many(aligned, rarity) else _LONG_NAME
        silent = not (found.left.roles and found.right.roles) and _letters(rest) >= least
        return either("short given name", 0.7, found, bool(found.strong or found.weak) or silent)
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
        long = all(min(len(pair.left), len(pair.right)) >= _FULL for pair in differing)
        if heard and long and sound >= _SAFE and not _veto(aligned, rarity):
            return Verdict("same", sound, "transcription", found.reasons)
        agreed = found.gap == 0 and found.shared_country and found.shared_craft and not two_given(given)
        agreed = agreed and (score >= _SAME_TIME or sound >= _SAME_TIME)
        siblings = two_given(given) and given.likeness < _LIKE and all(pair.same for pair in rest)
        siblings = siblings or (of_one_cast(found) and not (surname or misheard(aligned.pairs)))
        alone = one_maker(found) and sound >= _ALIKE and not siblings
        asked = bool(heard or surname or alone or agreed or (known and misheard(aligned.pairs))) and not siblings
        return either("transcription" if heard or alone else "other words", min(score, 0.7), found, asked)
    veto = _veto(aligned, rarity)
    if veto and of_one_cast(found) and two_children(aligned, veto):
        return Verdict("different", score - 0.2, veto)
    if veto:
        # Who directs films of one year under one surname: "Nadin Labaki" may lack a letter.
        lately = found.one_maker and found.gap == 0 and all(pair.same for pair in rest)
        added = veto == "another ending" and not found.against
        added = added and (lately or (len(aligned.pairs) > 2 and bool(found.weak)))
        return either(veto, score - 0.2, found, bool(found.strong) or added)
    spelling = all(pair.spelling for pair in differing)
    within = all(pair.within or one_word(pair) for pair in differing)
    least = _LONG_WORD if known else _LONG_NAME
    if not all(
        one_word(pair) or (pair.slip and _letters_of(pair) > _FULL) or min(len(pair.left), len(pair.right)) >= least
        for pair in differing
    ):
        within = False  # a letter exchanged in a short name is another name, whomever both work with
    if score >= _SAFE and within and (found.strong or _agrees(found, rarity, aligned)):
        return Verdict("same", min(0.99, score), "spelling" if spelling else "slip", found.reasons)
    alone = _of_one_trade(aligned, found, rarity) or _spelt_in_silence(aligned, found, rarity)
    if (spelling and found.strong and not found.against) or alone or _one_spelling(aligned, found, rarity):
        return Verdict("same", score, "spelling", found.reasons)
    if _called_abroad(aligned, found, rarity):
        return Verdict("same", max(_SAFE, score), "spelling", found.reasons)
    rare = _slip_in_rare(aligned, found, rarity)
    if rare or _one_of_three(aligned, found) or _misprinted_given(aligned, found, rarity):
        return Verdict("same", score, "slip", found.reasons)
    # Two of one cast, whose names share a word.
    two = of_one_cast(found) and len(differing) == 1 and not (within or spelling)
    likely = not two and (bool(found.strong) or _likely(aligned, found, spelling=all(map(one_word, differing))))
    return either("spelling" if spelling else "slip", score - 0.05, found, likely)


def _one_credit(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether two names stand for one credit of one film: the same craft in it, and nearly the same letters.

    Who directs, photographs, scores or edits a film is mostly one person, so that letters may differ more than those
    of an actor. Brothers and sisters who share a credit have given names that are unlike, or are both known as such.
    """
    films = found.gap and found.other_country  # of one title
    if not (found.shared_work and found.shared_craft) or found.far or films:
        return False
    first, rest = aligned.pairs[0], aligned.pairs[1:]
    if not rest or any(pair.ending and not one_word(pair) for pair in aligned.pairs[:1]) or two_given(first):
        return False
    if one_surname(first.left, first.right) and all(pair.same for pair in rest):
        return True
    if not one_word(first) and first.left[0] != first.right[0]:
        return False
    if found.one_maker:
        # Brothers and sisters differ in the given name, so that a surname may be spelt more freely.
        western = is_given_name(first.left) and not one_surname(first.left, first.left)  # Kim is mostly a surname
        surnames = rest if western or (is_given_name(first.right) and first.left != first.right) else ()
        near = all(
            one_word(pair) or pair.slip or _one_letter(pair) or _heard(pair, _FULL if pair in surnames else _LONG_WORD)
            for pair in aligned.pairs
        )
        return near and closeness(aligned) >= _HEARD + 0.03
    if first.same and one_surname(first.left, first.left) and not is_given_name(first.left):
        return all(map(one_word, rest))  # a letter more is another given name of East Asia
    slips = all(
        one_word(pair) or (pair.slip and not pair.ending and min(len(pair.left), len(pair.right)) > _FULL)
        for pair in aligned.differing
    )
    used = any(
        rarity.established(pair.left) and rarity.established(pair.right)
        for pair in aligned.differing
        if not one_word(pair)
    )
    return slips and not used and closeness(aligned) >= _SAFE - 0.02


def _heard(pair: Pair, least: int) -> bool:
    """Tell whether two words of so many letters sound nearly the same."""
    return min(len(pair.left), len(pair.right)) >= least and max(pair.likeness, sounding(pair)) >= _HEARD


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
    first = aligned.pairs[0]
    both = is_given_name(first.left) and is_given_name(first.right)
    if both and not (first.same or one_given(first, alone=True) or one_given_name(first.left, first.right)):
        return False  # "Fien", "Finn"
    known = all(is_given_name(pair.left) for pair in aligned.pairs)  # "Ahmed Nasser": of many
    least = _FULL + 1 if found.gap == 0 and found.one_maker and not known else _LONG_WORD
    return not shared_by_many(aligned, rarity) and all(
        max(len(pair.left), len(pair.right)) >= (least if place else _FULL) or one_given_name(pair.left, pair.right)
        for place, pair in enumerate(aligned.pairs)
        if not pair.same
    )


def _of_one_trade(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether two spellings of one name, which few bear, are of a trade that few have, and nothing makes them two.

    The same print would be one person too. Two given names that both are known, and a short surname, are many people's.
    """
    if found.against or found.gap is not None or not found.one_maker or shared_by_many(aligned, rarity):
        return False
    first, *rest = aligned.pairs
    if not all(pair.same or one_word(pair) or one_given_name(pair.left, pair.right) for pair in aligned.pairs):
        return False
    if not rest or any(min(map(len, (pair.left, pair.right))) <= _FULL - 1 for pair in aligned.differing):
        return False
    given = first.same or one_given_name(first.left, first.right)
    if not given and is_given_name(first.left) and is_given_name(first.right) and _letters_in(rest) < _LONG_WORD + 1:
        return False
    known = all(is_given_name(pair.left) for pair in aligned.pairs)
    return not known and _letters_in(rest) > _FULL and _letters_in(aligned.pairs) >= _LONG_NAME + 2


def _called_abroad(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether a given name in another language's letters stands before one surname, of one trade and country."""
    first, *rest = aligned.pairs
    if not one_given_name(first.left, first.right) or not all(pair.same for pair in rest):
        return False
    if not (found.one_maker and found.shared_country) or found.against or _letters(rest) < _LONG_NAME:
        return False
    if (found.gap or 0) > _APART:
        return False
    return not shared_by_many(aligned, rarity)


def _spelt_in_silence(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether two spellings of one rare name are all that differs, and a text says nothing else of it.

    Where one text alone is silent the name must be as rare as one that is printed alike.
    """
    if not found.silent or found.against or shared_by_many(aligned, rarity) or len(aligned.pairs) < 2:
        return False
    first = aligned.pairs[0]
    if is_given_name(first.left) and is_given_name(first.right) and not (first.same or one_given(first, alone=False)):
        return False
    if any(of_families(pair) or pair.ending for pair in aligned.differing):
        return False
    known = sum(is_given_name(pair.left) or is_given_name(pair.right) for pair in aligned.pairs)
    least = _LONG_REST - 2 + 5 * (found.silent_once and len(aligned.pairs) == 2)
    return all(map(one_word, aligned.differing)) and known <= 1 and _letters_in(aligned.pairs) >= least


def _one_of_three(aligned: Alignment, found: Context) -> bool:
    """Tell whether one letter differs in one long word of three or more, of one who makes films at that time."""
    if len(aligned.pairs) < 3 or len(aligned.differing) != 1 or found.against or not found.one_maker:
        return False
    (pair,) = aligned.differing
    if pair.ending or two_given(pair) or not (found.gap == 0 or (found.near and found.shared_country)):
        return False
    return pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _LONG_WORD


def _slip_in_rare(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether a letter was lost in a long word of a rare name, of which one text says nothing but the trade."""
    told = found.silent or (found.shared_craft and found.gap is None)
    if not told or found.against or len(aligned.differing) != 1 or shared_by_many(aligned, rarity):
        return False
    (pair,) = aligned.differing
    if min(len(pair.left), len(pair.right)) < _LONG_WORD + 1 or pair.ending or two_given(pair):
        return False
    if of_families(pair) or pair.left[0] != pair.right[0]:
        return False
    lost = pair.edits == 1 and pair.slip and pair.left[-1] == pair.right[-1]
    known = [is_given_name(word) or word in words("person", "given") for word in (pair.left, pair.right)]
    lost = lost and not all(known)  # two names that parents give
    return (lost or one_given_name(pair.left, pair.right)) and _letters_in(aligned.pairs) > _LONG_REST


def _misprinted_given(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether one given name is none but for a slip, before one surname of one trade, place and time."""
    first = aligned.pairs[0]
    if aligned.differing != (first,) or found.against or not (found.shared_craft and found.shared_country):
        return False
    if found.gap not in (0, 1) or is_given_name(first.left) == is_given_name(first.right):
        return False
    borne = sum(len(pair.left) for pair in aligned.pairs[1:])
    lost = one_given(first, alone=False) or (found.one_maker and found.gap == 0 and exchanged_inside(first))
    return borne > _FULL and lost and not shared_by_many(aligned, rarity)


def shared_by_many(aligned: Alignment, rarity: Rarity) -> bool:
    """Tell whether the surname is one that many have, or the whole name is short."""
    pairs = aligned.pairs[1:] if is_given_name(aligned.pairs[0].left) else aligned.pairs
    borne = {word for pair in pairs for word in (pair.left, pair.right)}
    if not words("person", "common").isdisjoint(borne) or any(map(rarity.common, borne)):
        return True
    return sum(max(len(pair.left), len(pair.right)) for pair in aligned.pairs) < _LONG_NAME


def _one_slip(aligned: Alignment) -> bool:
    """Tell whether two names of some length differ in one word, and there as a slip makes it."""
    if len(aligned.differing) != 1 or _letters_in(aligned.pairs) < _LONG_NAME + 2:
        return False
    (pair,) = aligned.differing
    return (pair.slip or _one_letter(pair)) and pair.edits <= 2 and _letters_of(pair) > _FULL


def _letters_in(pairs: Sequence[Pair]) -> int:
    return sum(map(_letters_of, pairs))


def _letters_of(pair: Pair) -> int:
    return max(len(pair.left), len(pair.right))


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
    if found.shared_craft and (found.shared_country or found.gap in (0, 1)) and _one_slip(aligned):
        return True
    if found.one_maker and found.gap == 0 and aligned.worst >= _REVIEW and len(aligned.pairs[-1].left) >= _LONG_WORD:
        return True
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
    if found.against or found.crafts_apart or not (found.shared_country or found.near):
        return False
    if len(aligned.differing) != 1 or len(aligned.pairs) < 2:
        return False
    (pair,) = aligned.differing
    if len(aligned.pairs) > 2 and pair.slip and min(len(pair.left), len(pair.right)) >= _LONG_WORD:
        return found.shared_craft and found.shared_country and not shared_by_many(aligned, rarity)
    swapped = sorted(pair.left) == sorted(pair.right)
    inside = pair.left[0] == pair.right[0] and (pair.left[-2:] == pair.right[-2:] or swapped)
    rare = not any(rarity.common(word) for word in (pair.left, pair.right))
    letters = min(len(pair.left), len(pair.right))
    least = _LONG_NAME - found.one_maker if found.shared_craft else _LONG_NAME + 2
    return pair.slip and inside and rare and letters >= least


def _initial(aligned: Alignment, found: Context, rarity: Rarity) -> Verdict:
    """An initial may be anybody's; a shared film and the very same other words make it this one's."""
    rest = [pair for pair in aligned.pairs if not pair.initial]
    if of_another(aligned, found):
        return either("initial", 0.5, found, True)
    exact = bool(rest) and all(pair.same for pair in rest)
    middle = exact and not aligned.pairs[0].initial and not aligned.pairs[-1].initial
    placed = found.near or (found.gap is None and (found.shared_country or found.one_maker))
    if middle and placed and found.shared_craft and not found.against and _letters(rest) >= _LONG_REST:
        return Verdict("same", 0.94, "initial", found.reasons)
    if exact and one_maker(found) and not found.far and max(map(len, (pair.left for pair in rest))) >= _LONG_WORD:
        return Verdict("same", 0.94, "initial", found.reasons)  # in another country it is the same credit
    if exact and not (found.against or found.crafts_apart) and (found.shared_work or _rare(rest, found)):
        return Verdict("same", 0.94, "initial", found.reasons)
    two_each = exact and min(len(aligned.pairs) - len(rest), len(rest)) > 1 and _letters(rest) > _LONG_NAME
    agreed = found.shared_craft and (found.shared_country or found.near) and not found.against
    if two_each and agreed:  # "J.L. Torres Leiva": so many letters are few people's
        return Verdict("same", 0.94, "initial", found.reasons)
    if exact and len(rest) > 1 and agreed and found.shared_country and _letters(rest) >= _LONG_REST:
        return Verdict("same", 0.94, "initial", found.reasons)  # "L. Scott Halvorsen"
    if exact and _rarely_shared(aligned, rest, found, rarity):
        return Verdict("same", 0.94, "initial", found.reasons)
    if exact and of_three_parts(aligned, found) and not shared_by_many(aligned, rarity):
        return Verdict("same", 0.94, "initial", found.reasons)
    near = bool(rest) and all(pair.likeness >= _REVIEW for pair in rest)
    silent = len(rest) > 1 and not (found.left.roles and found.right.roles)
    # "L. J. Pellissery" where nothing is told: two letters in their order are fewer people's than one.
    two_each = two_each or (exact and len(aligned.pairs) - len(rest) > 1 and _letters(rest) > _LONG_NAME)
    silent = silent or (two_each and not (found.left.roles and found.right.roles))
    likely = near and bool(found.strong or (exact and (found.weak or silent) and not found.against))
    # "M. Night" for "Manoj Nelliyattu": another given name with the letter of the old one, before one long surname.
    renamed = one_maker(found) and aligned.pairs[-1].same and len(aligned.pairs[-1].left) >= _LONG_WORD
    renamed = renamed and all(pair.left[0] == pair.right[0] for pair in aligned.pairs)
    if renamed and len(aligned.pairs) > 2 and (found.gap or 0) == 0 and not found.against:
        return Verdict("same", 0.94, "initial", found.reasons)
    return either("initial", 0.6, found, likely or renamed)


def _rarely_shared(aligned: Alignment, rest: Sequence[Pair], found: Context, rarity: Rarity) -> bool:
    """Tell whether initials in front of one long surname are of one trade, country and time.

    Two initials leave few others; one does where nobody else has the trade in a film.
    """
    placed = found.shared_country or (found.one_maker and found.gap == 0)
    if found.against or not (found.shared_craft and placed) or _letters(rest) < _LONG_NAME - 1:
        return False
    if not aligned.pairs[0].initial or shared_by_many(aligned, rarity):
        return False
    initials = len(aligned.pairs) - len(rest)
    lately = found.near or found.gap is None
    written = min(len(aligned.pairs[0].left), len(aligned.pairs[0].right)) > 1  # "Dz.", "Yu.": few names begin so
    if written and lately and found.one_maker and found.shared_country:
        return True
    return (initials > 1 and lately) or (found.one_maker and found.gap == 0 and found.shared_country)


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
