"""Are two names one company? Legal forms weigh nothing, "Films" and "Productions" little, a country much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.called import at_home, homes_of, in_letters, named_so, of_one_country, one_time_and_place
from kg.resolve.context import Context, context, either
from kg.resolve.crossing import one_across
from kg.resolve.house import House, company_words, films_moved, house, other_kinds, own_name, without_legal
from kg.resolve.initials import compound, letters_of
from kg.resolve.institution import is_public, one_institution
from kg.resolve.kin import scanned
from kg.resolve.known import one_bearer
from kg.resolve.likeness import align, differing, pair_of
from kg.resolve.name import plain, script, tokens
from kg.resolve.transcription import one_transcribed
from kg.resolve.verdict import Verdict, same_identifier
from kg.resolve.words import kinds_of_company, languages_of, words

if TYPE_CHECKING:
    from kg.resolve.likeness import Alignment, Pair
    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity

__all__ = ["compare_companies"]

_LIKE = 0.75
_REVIEW = 0.90
_SAFE = 0.94
_KINDS_LEFT_OUT = frozenset({"production", "studio", "distribution"})
_TRADES = {"distribution": "distributing", "sales": "selling"}
_OWN = 5  # letters of a name from which on few others have it
_APART = 15  # years after which one name without a country may be of another house
_FEW = 3  # initials that several bodies of the world have
_LONG = 8  # letters from which on a doubled letter makes no other name
_ASIDE = re.compile(r"(.+?)\s*\(([^()]{2,})\)")
_DASHED = re.compile(r"(.+?)\s+[-–—]\s+(.+)")


def compare_companies(left: Profile, right: Profile, rarity: Rarity) -> Verdict:
    """Say whether two names are one company."""
    left, right = at_home(left, right), at_home(right, left)
    found = context(left, right)
    one, other = house(left.name), house(right.name)
    if found.same_identifier:
        return same_identifier(0.9, found.reasons)
    if found.other_identifier:
        return Verdict("different", 0.1, "other identifier")
    if not one.core or not other.core:
        same = left.name.casefold() == right.name.casefold()
        return Verdict("same" if same else "different", float(same), "no letters", found.reasons)
    if _one_print(left.name, right.name):
        if _cut_otherwise(one, other) and (found.other_country or not found.strong):
            return either("other spaces", 0.6, found, True)
        return _namesake(found)
    if named_so(left, right) or named_so(right, left):
        return Verdict("same", 0.95, "named in the text", found.reasons)
    if listed := one_bearer("company", left, right, found):
        return listed
    if one.numbers != other.numbers:
        slip = not (one.numbers and other.numbers) and _misspelt_number(left.name, right.name)
        more = one.core == other.core and len(one.core) > 1 and not (one.numbers and other.numbers)
        likely = slip or (more and of_one_country(found))
        return either("another number", 0.2 + 0.3 * slip, found, likely and not (found.against or found.side_by_side))
    homes = homes_of(left) & homes_of(right)
    if one_institution(left.name, right.name, homes) and not found.side_by_side:
        if not (found.against or found.crafts_apart):
            return Verdict("same", 0.94, "in another language", found.reasons)
        return either("in another language", 0.6, found, True)
    if (lettered := in_letters(left.name, right.name, homes, found)) is not None:
        return lettered
    if one.countries != other.countries:
        if _at_home(one, other, homes, found) and _core_same(one, other):
            return Verdict("same", 0.93, "a country in the name", found.reasons)
        asked = not (one.countries and other.countries) and not found.side_by_side
        asked = asked and (bool(found.strong) or (one.countries | other.countries <= homes and found.shared_country))
        return either("a country in the name", 0.4, found, asked and _core_same(one, other))
    if _core_same(one, other) or without_legal(left.name) == without_legal(right.name):
        return _same_core(left, right, one, other, found)
    if found.side_by_side:
        return Verdict("different", 0.2, "side by side")
    if one_across(own_name(left.name), own_name(right.name)):
        placed = found.shared_work or (found.shared_country and (found.near or found.gap is None))
        if placed and not (found.against or found.crafts_apart):
            return Verdict("same", _SAFE, "another script", found.reasons)
        return either("another script", 0.6, found, not found.against)
    met = (found.shared_work and found.shared_craft) or (found.shared_people and found.shared_country)
    if _kind_alone(left.name, right.name) and met and not (found.against or found.crafts_apart):
        return Verdict("same", 0.93, "kind of house", found.reasons)
    verdict = _spelt(left.name, right.name, one, other, found, rarity)
    if verdict.decision != "same" and one_transcribed(one.core, other.core):
        return _transcribed(left.name, right.name, one, other, found) or verdict
    return verdict


def _misspelt_number(left: str, right: str) -> bool:
    """Tell whether a word that counts is a longer one with a letter lost: "Tre" for "Tree"."""
    one, other = company_words(left), company_words(right)
    place = differing(one, other)
    if place is None:
        return False
    pair = pair_of(one[place], other[place])
    return pair.edits == 1 and (pair.left + pair.right).isalpha() and min(len(pair.left), len(pair.right)) > 2


def _one_print(left: str, right: str) -> bool:
    """Tell whether two names are the same, spaces and punctuation aside, but for a "+" that is spoken."""
    if ("+" in left) != ("+" in right) and company_words(left) != company_words(right):
        return False
    return plain(left) == plain(right) or "".join(tokens(left)) == "".join(tokens(right))


def _cut_otherwise(one: House, other: House) -> bool:
    """Tell whether a word of everyday and a kind of house are two words in one name alone: "Licht Film", "Lichtfilm".

    Several houses take such a word, and each writes it its own way.
    """
    short, long = sorted((one.core, other.core), key=lambda core: len("".join(core)))
    if len(short) != 1 or not languages_of(short[0]):
        return False
    return "".join(long).removeprefix(short[0]) in kinds_of_company()


def _kind_alone(left: str, right: str) -> bool:
    """Tell whether one name is a kind of house, and the other has another kind behind it: Film, Film Produktion."""
    short, long = sorted((company_words(left), company_words(right)), key=len)
    return len(short) == 1 and long[:1] == short and all(word in kinds_of_company() for word in long)


def _transcribed(left: str, right: str, one: House, other: House, found: Context) -> Verdict | None:
    """The same sounds, in two scripts or two transcriptions; None where that says little."""
    letters = min(len("".join(each.core)) for each in (one, other))
    clash = not (one.kinds <= other.kinds or other.kinds <= one.kinds) or found.crafts_apart or found.against
    if letters <= _OWN or clash:
        return None
    placed = found.shared_work or (found.shared_country and (found.near or found.gap is None))
    if _named_abroad(left, right) and placed:
        return Verdict("same", _SAFE, "another script", found.reasons)
    if _named_abroad(left, right) or letters > _LONG:
        return either("another transcription", 0.6, found, True)
    return None


def _core_same(one: House, other: House) -> bool:
    return "".join(one.core) == "".join(other.core) or sorted(one.core) == sorted(other.core)


def _namesake(found: Context) -> Verdict:
    long_ago = (found.gap or 0) > _APART and not found.shared_country
    if (found.other_country or long_ago) and not found.strong:
        return Verdict("review", 0.5, "namesake", found.reasons)
    return Verdict("same", 0.98, "same name", found.reasons)


def _same_core(left: Profile, right: Profile, one: House, other: House, found: Context) -> Verdict:
    """The same own words: one house where only the legal form differs, else as the context says."""
    bare = without_legal(left.name) == without_legal(right.name)
    if bare and not (found.other_country and not found.strong):
        return Verdict("same", 0.96, "legal form", found.reasons)
    if found.side_by_side:
        return either("side by side", 0.4, found, one.kinds == other.kinds)
    ordered = one.core == other.core or "".join(one.core) == "".join(other.core)
    if one.kinds == other.kinds:
        # "Les Films Velvet" and "Velvet Films" are two, "Opus Film" and "Opus Pictures" may be.
        doubtful = films_moved(left.name, right.name) or other_kinds(left.name, right.name)
        # "Aurora Film" and "Aurora Films": of one word, a year in common is little.
        placed = len(one.core) > 1 or bool(found.shared_country)
        weak = bool(found.weak) and not found.against and (ordered or len(one.core) > 1) and placed
        abroad = found.other_country and (doubtful or _of_everyday(one))
        if (found.strong and not abroad) or (weak and not doubtful):
            return Verdict("same", 0.95, "punctuation or order", found.reasons)
        likely = bool(found.strong) or not (found.other_country and (found.other_craft or found.crafts_apart))
        return either("punctuation or order", 0.7, found, likely)
    clash = not (one.kinds <= other.kinds or other.kinds <= one.kinds) and one.kinds ^ other.kinds != {"abroad"}
    met = found.shared_work or (found.shared_people > 0 and found.shared_country)
    together = (met and found.shared_craft) or (found.shared_work and found.shared_country)
    own = len("".join(one.core)) >= (_FEW if together else _OWN)
    known = found.shared_work or (found.shared_people and found.shared_country)
    known = known or (found.shared_company and len(one.core) > 1)
    agreed = one_time_and_place(found) and found.gap == 0
    longer = (one.kinds < other.kinds or other.kinds < one.kinds) and one.kinds ^ other.kinds <= _KINDS_LEFT_OUT
    longer = longer and len("".join(one.core)) >= _OWN
    rare = len(one.core) > 1 or not languages_of(one.core[0])
    # Where no trade is told, a distributor may be the producer's sister.
    silent = not (found.left.roles and found.right.roles) and "distribution" not in one.kinds ^ other.kinds
    agreed = agreed or (longer and rare and found.shared_country and (found.shared_craft or silent))
    agreed = agreed or (longer and rare and _named_abroad(left.name, right.name))
    known = known or (longer and found.shared_people > 0)
    if own and (known or agreed) and not clash and not found.against:
        return Verdict("same", 0.93, "kind of house", found.reasons)
    trade = next((_TRADES[kind] for kind in one.kinds ^ other.kinds if kind in _TRADES), "")
    by_trade = trade in found.trades and one.kinds ^ other.kinds <= _TRADES.keys() and not found.against
    if by_trade and not clash and (found.shared_country or (len(one.core) > 1 and own)):
        return Verdict("same", 0.93, "kind of house", found.reasons)
    several = len(one.core) + len(one.numbers) > 1
    if longer and found.silent and one.kinds ^ other.kinds == {"production"} and several and not clash:
        return Verdict("same", 0.93, "kind of house", found.reasons)
    if longer and "distribution" not in one.kinds ^ other.kinds and not clash and _long_named(one, found):
        return Verdict("same", 0.93, "kind of house", found.reasons)
    named = len("".join(one.core)) >= _FEW
    likely = bool(found.weak or _named_abroad(left.name, right.name)) or (named and found.silent)
    likely = likely or (longer and len(one.core) > 1)
    likely = likely and not clash and not found.against
    return either("kind of house", 0.6, found, bool(found.strong or likely))


def _of_everyday(one: House) -> bool:
    """Tell whether all that is a house's own is one word of everyday, which houses of several countries take."""
    return len(one.core) == 1 and bool(languages_of(one.core[0]))


def _long_named(one: House, found: Context) -> bool:
    """Tell whether several words of a house are so long that few have them, and nothing is told that makes it two."""
    told = [bool(each.works or each.roles or each.people) for each in (found.left, found.right)]
    near = found.gap is None or found.near
    return len(one.core) > 1 and len("".join(one.core)) > _LONG and not (all(told) or found.against) and near


def _named_abroad(left: str, right: str) -> bool:
    """Tell whether one name is in another script than the other: so few houses have it that it is theirs."""
    return script(left) != script(right)


def _named_after(one: House, other: House) -> bool:
    """Tell whether two houses are named after one person, whom another language inflects: Dovzhenko, Dovzhenka."""
    if not (one.kinds and one.kinds & other.kinds):
        return False
    names = [[word for word in each.core if len(word) > _FEW] for each in (one, other)]
    return len(names[0]) == len(names[1]) == 1 and names[0][0][: _FEW + 1] == names[1][0][: _FEW + 1]


def _at_home(one: House, other: House, homes: frozenset[str], found: Context) -> bool:
    """Tell whether one name has the country that both houses are of, and of no other or with one film: no branch."""
    told = one.countries | other.countries
    named = bool(found.left.countries) and found.left.countries == found.right.countries and not found.side_by_side
    named = named and not (found.against or found.crafts_apart)
    if named and told <= homes and not (one.countries and other.countries):
        return True  # of this country alone
    public = found.shared_work or "funding" in found.trades or found.shared_people > 0
    placed = not (found.crafts_apart or found.against) and (found.shared_craft or found.shared_people > 0)
    return public and placed and told <= homes and not (one.countries and other.countries)


def _misread(differing: tuple[Pair, ...]) -> bool:
    """Tell whether all that differs is what fingers and scanners make of a long word: "Mernento" for "Memento"."""
    return all(pair.slip and max(len(pair.left), len(pair.right)) >= _LONG - 1 for pair in differing)


def _one_letter(aligned: Alignment, found: Context) -> bool:
    """Tell whether two houses of one film and trade differ in a letter inside a long word, or a misread one."""
    untold = found.shared_work and found.shared_country and not found.crafts_apart
    if found.against or not (found.shared_craft or untold) or len(aligned.differing) != 1:
        return False
    (pair,) = aligned.differing
    if scanned(pair):
        return found.shared_work or one_time_and_place(found)
    inside = pair.left[0] == pair.right[0] and pair.left[-1] == pair.right[-1]
    used = bool(languages_of(pair.left) and languages_of(pair.right))
    used = used or (is_given_name(pair.left) and is_given_name(pair.right))
    letters = min(len(pair.left), len(pair.right))
    placed = found.shared_country and (found.near or found.gap is None)
    swapped = sorted(pair.left) == sorted(pair.right) and pair.edits == 1 and inside
    if placed and found.gap == 0 and swapped and not used and letters > _OWN:
        return True
    if placed and pair.spelling and not pair.ending and len(aligned.pairs) > 1 and letters >= _OWN:
        return True
    if (
        placed
        and found.gap in (0, 1)
        and inside
        and not used
        and pair.edits == 1
        and letters >= (_OWN + 1 if pair.slip else _LONG)
    ):
        return True
    nasal = found.shared_work and {pair.left[-1], pair.right[-1]} == {"m", "n"} and pair.left[:-1] == pair.right[:-1]
    if nasal and letters >= _OWN + 1 and not used:
        return True
    if found.shared_work and placed and pair.spelling and not pair.ending and letters > _FEW:
        return True
    mute = pair.left.removesuffix("e") == pair.right.removesuffix("e") and letters > _OWN  # "Orskade", "Orskad"
    return found.shared_work and (inside or mute) and pair.edits == 1 and letters > _FEW and not used


def _perhaps_misprinted(aligned: Alignment, found: Context) -> bool:
    """Tell whether a letter of a long word is all that differs between two houses of one country and trade, or year."""
    if len(aligned.differing) != 1 or aligned.left_over or found.against:
        return False
    (pair,) = aligned.differing
    if pair.edits != 1 or pair.left[0] != pair.right[0]:
        return False
    placed = of_one_country(found) or (found.shared_country and (found.gap == 0 or pair.ending))
    if placed and min(len(pair.left), len(pair.right)) > _OWN:
        return True
    return pair.spelling and len(aligned.pairs) > 1 and not pair.ending and (found.gap is None or found.near)


def _doubled(aligned: Alignment, found: Context) -> bool:
    """Tell whether one long word is spelt in two ways, and nothing is said that might make it two houses."""
    if found.against or len(aligned.differing) != 1 or not (found.gap is None or found.near):
        return False
    (pair,) = aligned.differing
    silent = not (found.left.roles and found.right.roles)
    return silent and pair.spelling and not pair.ending and min(len(pair.left), len(pair.right)) >= _LONG


def _spelt(left: str, right: str, one: House, other: House, found: Context, rarity: Rarity) -> Verdict:
    aligned = align(one.core, other.core)
    if aligned.left_over:  # a slip in "Factory" makes it a word of its own
        whole = align(tokens(left), tokens(right))
        aligned = aligned if whole.left_over else whole
    score = aligned.mean
    if aligned.left_over:
        if set(aligned.left_over) <= words("company", "cities") and not aligned.differing and not found.other_country:
            return _with_city(one, other, found)
        if letters_of(left, right) and found.strong and not found.against:
            apart = set(tokens(left)).isdisjoint(tokens(right)) and not (found.crafts_apart or found.side_by_side)
            sure = found.shared_work and found.shared_country and apart
            return Verdict("same", _SAFE, "initials", found.reasons) if sure else either("initials", 0.5, found, True)
        if compound(left, right) and one_time_and_place(found):
            return either("initials", 0.5, found, True)
        part = aligned.worst >= _SAFE and min(len("".join(one.core)), len("".join(other.core))) >= 4
        rare = min(len("".join(one.core)), len("".join(other.core))) > _OWN
        if _named_after(one, other) and _named_abroad(left, right) and not found.against:
            return either("another script", 0.6, found, True)
        told = bool(found.strong) or (one_time_and_place(found) and found.gap == 0) or (rare and of_one_country(found))
        # "Council of Europe's Eurimages Fund": a long word that no list has is hardly another body's.
        name = min("".join(one.core), "".join(other.core), key=len)
        own = len(name) >= _LONG and not languages_of(name) and aligned.worst == 1.0 and not is_given_name(name)
        own = own and (is_public(left) or is_public(right) or found.shared_country)
        return either("a part more", 0.5, found, part and (told or own) and not found.against)
    if all(pair.spelling for pair in aligned.differing) and (found.strong or found.weak) and not found.other_country:
        score = max(score, _REVIEW)  # Kazakhfilm and Qazaqfilm
    elif _misread(aligned.differing):
        score = max(score, _REVIEW)
    elif found.shared_work and score >= _SAFE - 0.1 and all(pair.within for pair in aligned.differing):
        if _one_letter(aligned, found):
            return Verdict("same", _SAFE, "one letter", found.reasons)
        return either("slip", score - 0.1, found, not found.against)
    elif (aligned.worst < _LIKE or score < _REVIEW) and not _one_letter(aligned, found):
        if letters_of(left, right) and found.strong and not found.against:
            return either("initials", 0.5, found, True)
        after = _named_after(one, other) and _named_abroad(left, right) and not found.against
        return either("other words", min(score, 0.5), found, after or _perhaps_misprinted(aligned, found))
    differing = aligned.differing
    kinds = bool(one.kinds and other.kinds and one.kinds != other.kinds)
    slips = all(pair.slip for pair in differing)
    least = 4 if found.shared_work and found.shared_craft and slips else 5
    long = all(min(len(pair.left), len(pair.right)) >= least for pair in differing)
    ending = any(pair.ending and not pair.spelling for pair in differing)
    used = any(rarity.established(pair.left) and rarity.established(pair.right) for pair in differing)
    within = all(pair.within for pair in differing)
    shortest = min((min(len(pair.left), len(pair.right)) for pair in differing), default=0)
    spelling = all(pair.spelling for pair in differing) and shortest >= _LONG
    agreed = found.shared_work or (spelling and found.shared_country) or (slips and bool(found.strong))
    spelt = all(pair.spelling for pair in differing) and shortest >= _OWN - 1
    agreed = agreed or (spelt and one_time_and_place(found) and (found.gap or 0) <= 1)
    agreed = agreed or (within and shortest >= _LONG and one_time_and_place(found) and found.gap == 0)
    agreed = agreed or (slips and shortest > _LONG and (found.shared_country or found.near))
    if (
        score >= (_LIKE if spelling else _REVIEW if spelt else _SAFE)
        and (within or spelling)
        and long
        and agreed
        and not (ending or kinds or used or found.against)
    ):
        return Verdict("same", min(score, 0.98), "slip", found.reasons)
    if (_one_letter(aligned, found) or _doubled(aligned, found)) and not kinds:
        return Verdict("same", _SAFE, "one letter", found.reasons)
    longest = slips and all(min(len(pair.left), len(pair.right)) >= _LONG for pair in differing)
    spelt = all(pair.spelling for pair in differing) and bool(found.weak)
    likely = (
        bool(found.strong)
        or spelt
        or (ending and found.shared_country and not (found.against or found.crafts_apart))
        or (score >= 0.95 and long and bool(found.weak) and not ending)
        or longest
        or _spelt_in_two_ways(left, right, aligned, found)
        or _perhaps_misprinted(aligned, found)
    )
    return either("another ending" if ending else "slip", score - 0.1, found, likely and not found.other_country)


def _spelt_in_two_ways(left: str, right: str, aligned: Alignment, found: Context) -> bool:
    """Tell whether a word of some letters is spelt in two ways in names of several words, and nothing makes it two."""
    several = len(company_words(left)) == len(company_words(right)) > 1
    spelt = all(pair.spelling and min(len(pair.left), len(pair.right)) > _FEW for pair in aligned.differing)
    return several and spelt and not (found.against or found.crafts_apart)


def _with_city(one: House, other: House, found: Context) -> Verdict:
    """One name has the town of the house behind it: one house where country and trade agree, else perhaps a branch."""
    own = one.kinds == other.kinds and (
        bool(one.kinds) or min(len("".join(each.core)) for each in (one, other)) >= _OWN
    )
    own = own and "funding" not in found.trades and not found.against  # a fund has several towns
    if own and (found.shared_work or (found.shared_country and found.shared_craft)):
        return Verdict("same", 0.93, "a town more", found.reasons)
    return either("a town more", 0.6, found, True)
