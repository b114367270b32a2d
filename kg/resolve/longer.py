"""Longer: one name has words more, a middle name, a second surname, a married name, or it is somebody else's.

Who does what few do on a film is mostly one; of two players of one family one may be told from the other by a second
given name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.context import Context, either
from kg.resolve.homonym import TELLING
from kg.resolve.name import tokens
from kg.resolve.printed import initial_within, initials_of
from kg.resolve.slip import one_maker, shared_by_many
from kg.resolve.sound import is_short_form
from kg.resolve.verdict import Verdict
from kg.resolve.words import one_given_name, one_surname, words

if TYPE_CHECKING:
    from kg.resolve.likeness import Alignment
    from kg.resolve.rarity import Rarity

__all__ = ["SYLLABLES", "longer"]

SYLLABLES = frozenset({"do", "da", "du"})
"""Given names of Korea, behind a surname, that are particles elsewhere."""

_LIKE = 0.75  # below it, two words are no spellings of one another
_REVIEW = 0.90
_ALIKE = 0.6
_SAFE = 0.94
_SYLLABLE = 5  # letters of a syllable of East Asia
_WORDS = 2  # of a name as most people have it
_LONG_NAME = 8
_LONG_REST = 12
_FAMILY = 10  # letters of a surname that hardly two bear who share a given name
_SURNAME = 4  # letters of a surname beyond which a short given name before it is nobody else's


def longer(one: tuple[str, ...], other: tuple[str, ...], aligned: Alignment, found: Context, rarity: Rarity) -> Verdict:
    """One name has words more: a middle name, a second surname, a married name, or somebody else."""
    short, long = sorted((one, other), key=len)
    exact = all(pair.spelling or pair.same for pair in aligned.pairs) or (
        all(pair.same for pair in aligned.pairs[1:]) and one_given_name(short[0], long[0])
    )
    if initials_of(short, long) and found.one_maker and not found.against:
        return either("initial", 0.6, found, bool(found.strong) or found.shared_country or found.gap == 0)
    credited = one_maker(found) and found.gap in (0, None) and not found.against
    if credited and len(short) == 2 and len(short[0]) == 1 and (short[0], short[1]) == (long[0][0], long[-1]):
        return Verdict("same", _SAFE, "initial", found.reasons)
    given = len(long) > 2 and len(long[0]) == len(long[1]) == 1 and short[0][0] == long[0] and short[1:] == long[2:]
    if credited and given and len("".join(short[1:])) >= _LONG_NAME:
        return Verdict("same", _SAFE, "initial", found.reasons)  # "H.M. Orskee-Brand", Hendrik
    renamed = len(short) == 2 and len(long[0]) == 1 and short[0][0] == long[0] and short[1] == long[-1]
    if renamed and found.one_maker and found.gap == 0 and len(short[1]) >= _LONG_NAME:
        return either("initial", 0.6, found, not found.against)  # "M. Night Orskanalan", once Manoj
    if initial_within(short, long) and _of_few(short, found, rarity):
        return Verdict("same", _SAFE, "initial", found.reasons)
    if len(short) == 1:
        return either("one word of the name", 0.5, found, exact and found.shared_work)
    syllables = len(short) == 2 and len(long) == 3 and max(map(len, (*short, *long))) <= _SYLLABLE
    korean = len(long) == 3 and long[1] in SYLLABLES
    if (korean or (syllables and not is_given_name(short[0]))) and one_surname(short[0], long[0]):
        return either("a part more", 0.5, found, exact and bool(found.strong))
    if is_short_form(short[0], long[0]) and short[1:] == long[-1:] and not found.against:
        return _called_short(short, found)
    framed = exact and aligned.ordered and (short[0] == long[0] or one_given_name(short[0], long[0]))
    if len(short) > 2 and long[-len(short) :] == short and one_maker(found) and not found.against:
        return Verdict("same", _SAFE, "a part more", found.reasons)  # "Bruce" before a name of China
    if _given_name_more(short, long, found) and not shared_by_many(aligned, rarity):
        return Verdict("same", _SAFE, "a part more", found.reasons)
    told = (found.shared_work and not found.crafts_apart) or found.shared_people > 1
    told = told or (found.shared_company and found.shared_craft and found.shared_country)
    # Of two actors or producers of one family, one may be told from the other by a second given name.
    second = short[-1] == long[-1] and max(map(len, aligned.left_over)) > 2 and not found.one_maker
    second = second and len(short) < 3 and not _double_surname(found.left.name, found.right.name)
    if framed and not found.against and ((told and not second) or _same_bearer(aligned, found, rarity)):
        return Verdict("same", 0.95, "a part more", found.reasons)
    alike = aligned.mean >= _REVIEW and aligned.worst >= _LIKE
    alone = one_maker(found) and aligned.mean >= _ALIKE
    turned = found.one_maker and len(short) > 1 and long[: len(short)] == (short[-1], *short[:-1])
    turned = turned or (len(short) > 2 and (*long[: len(short) - 1], long[-1]) == (*short[1:], short[0]))
    second_surname = len(short) == 2 and len(long) == 3 and (long[-1], long[0]) == short  # "Orska Kelpi Béla"
    turned = turned or (found.one_maker and second_surname)
    if turned and len(short) == 2 and found.one_maker and found.strong and found.gap == 0 and not found.against:
        return Verdict("same", _SAFE, "words in another order", found.reasons)
    if turned and len(short) > 2 and one_maker(found) and not found.against:
        return Verdict("same", _SAFE, "words in another order", found.reasons)
    likely = (alike and bool(found.strong)) or ((framed or turned) and not found.against) or alone
    return either("a part more", 0.7, found, likely)


def _given_name_more(short: tuple[str, ...], long: tuple[str, ...], found: Context) -> bool:
    """Tell whether who makes a film has a given name more in front: Rui Anselmo Orskan, of whom texts drop the "Rui".

    Not one with a hyphen behind it, which is another given name: Jean-Paul and Paul.
    """
    if long[1:] != short or len(short) != _WORDS or found.against or not one_maker(found):
        return False
    name = max(found.left.name, found.right.name, key=lambda each: len(tokens(each)))
    return "-" not in name.split(" ")[0] and len("".join(short)) >= _LONG_NAME


def _of_few(every: tuple[str, ...], found: Context, rarity: Rarity) -> bool:
    """Tell whether few have a name of two words or more, of which nothing is told that makes two people of it."""
    if found.against or found.crafts_apart or any(map(rarity.common, every)):
        return False
    told = (found.left.works and found.right.works) or not (found.silent or found.shared_craft)
    if told or not words("person", "common").isdisjoint(every) or sum(map(is_given_name, every)) > 1:
        return False
    return len("".join(every)) >= _LONG_REST and len(every[-1]) > _SURNAME


def _double_surname(left: str, right: str) -> bool:
    """Tell whether the longer name has two surnames with a hyphen between them: "Ewa Orska-Lech"."""
    last = max(left, right, key=lambda name: len(tokens(name))).rpartition(" ")[2]
    return min(map(len, last.split("-"))) > 1 < len(last.split("-")) and not is_given_name(
        last.split("-")[0].casefold()
    )


def _called_short(short: tuple[str, ...], found: Context) -> Verdict:
    """A short given name before the surname, where the other name has further given names: Jeff, Jeffrey Alan."""
    placed = found.shared_work and found.shared_craft and (found.shared_country or found.gap == 0)
    if (one_maker(found) or placed) and len(short[-1]) > _SURNAME:
        return Verdict("same", _SAFE, "short given name", found.reasons)
    return either("short given name", 0.6, found, bool(found.strong) or (found.shared_craft and found.shared_country))


def _same_bearer(aligned: Alignment, found: Context, rarity: Rarity) -> bool:
    """Tell whether few can have the words that two names share, and one of few trades at one time and place."""
    if shared_by_many(aligned, rarity) or ("acting" in found.trades and not found.one_maker):
        return False
    if found.silent and sum(len(pair.left) for pair in aligned.pairs) > _LONG_REST + 4:
        return not found.against
    if not found.left.roles and not found.right.roles and not found.shared_country:
        return sum(len(pair.left) for pair in aligned.pairs) > _LONG_REST + 2 and len(aligned.pairs[-1].left) >= _FAMILY
    if not found.shared_craft and not found.left.roles | found.right.roles <= TELLING:
        return False
    letters = sum(len(pair.left) for pair in aligned.pairs)
    if found.one_maker and ((found.near and letters > _LONG_REST) or (found.gap == 0 and letters > _LONG_NAME)):
        return True
    if found.gap == 0 and letters > _LONG_REST + 1:
        return True
    if found.one_maker and found.near and (found.gap == 0 or found.shared_country):
        return letters >= _LONG_REST
    silent = found.gap is None and not found.against
    if found.one_maker and silent and letters >= _LONG_REST:  # a second surname, and nothing that speaks for two
        return True
    least = _LONG_REST + (not found.one_maker)
    return letters >= least and found.shared_country and (found.near or found.gap is None)
