"""Homonyms: one name letter for letter is mostly one person, and two where what is said of them speaks for two.

Trades, years and countries that differ speak for two; so do other films of some years apart where very many bear the
surname, and a text that says nothing at all of a name that is not rare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.agreed import rare_words
from kg.resolve.name import script, tokens
from kg.resolve.verdict import Verdict
from kg.resolve.words import one_surname, words

if TYPE_CHECKING:
    from kg.resolve.context import Context
    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity

__all__ = ["TELLING", "of_two_trades", "one_name"]

TELLING = frozenset({"directed", "wrote", "created"})
"""The trades of those who tell a story: who writes films directs them."""

_PLAYING = frozenset({"starredIn", "features"})
_LATELY = 2  # years within which two of one trade and of a name of many are one
_LATER = 10  # years after which another trade is as likely another person's
_APART = 25  # years after which a namesake of another country or trade is more likely somebody else
_RARE = 15  # letters of a whole name that hardly two bear, whoever they are
_SYLLABLE = 5  # letters of a given name of one syllable, which many share in East Asia


def one_name(left: Profile, right: Profile, found: Context, rarity: Rarity) -> Verdict:
    """The same print: one person, unless time, trade and country speak against it and nothing shared speaks for it."""
    if left.aliases and right.aliases and not left.aliases & right.aliases and not found.shared_work:
        return Verdict("review", 0.4, "namesake", found.reasons)
    if found.shared_work and not found.one_maker and _article_more(left.name, right.name):
        return Verdict("review", 0.7, "namesake", found.reasons)
    if found.strong and _of_another_age(found):
        return Verdict("review", 0.6, "namesake", found.reasons)
    if found.strong and _perhaps_two(found):
        return Verdict("review", 0.6, "namesake", found.reasons)
    if found.strong and not found.far:
        return Verdict("same", 0.99, "same name", found.reasons)
    if _surely_two(left, right, found):
        return Verdict("different", 0.2, "namesake", found.reasons)
    if len(tokens(left.name)) == 1 and not found.weak and is_given_name(left.name):
        return Verdict("review", 0.5, "given name alone", found.reasons)
    crossing = script(left.name) != script(right.name)
    gap = found.gap or 0
    signs = [found.far, gap > _APART, found.other_country, found.other_craft]
    weight = sum(signs) + (rarity.common(tokens(left.name)[-1]) and len(found.against) > 0)
    if found.far and not found.strong:
        return Verdict("different" if weight >= 3 else "review", 0.2, "namesake", found.reasons)
    written = left.roles | right.roles <= TELLING  # who writes films directs them
    if found.crafts_apart and (_of_many(left.name) or gap > _LATER or not (found.shared_country or written)):
        return Verdict("review", 0.6, "namesake", found.reasons)
    if found.crafts_apart and found.left.works and found.right.works and not written:
        return Verdict("review", 0.6, "namesake", found.reasons)  # who directed one film, and who produced another
    accents = left.name.casefold() != right.name.casefold() and not _of_many(left.name)  # one text has none
    if _perhaps_others(left.name, found) or (found.silent_once and _of_some(left.name) and not accents):
        return Verdict("review", 0.6, "namesake", found.reasons)
    if weight or (crossing and found.against):
        return Verdict("review", 0.4 if weight > 1 else 0.7, "namesake", found.reasons)
    return Verdict("same", 0.97 if found.weak else 0.9, "same name", found.reasons)


def of_two_trades(verdict: Verdict, found: Context) -> bool:
    """Tell whether two of nearly one name are two, as one plays and the other does not, or works on what is shot.

    A misprint in a credit of one film may stand for what its bearer does there beside, but for another given name; and
    who writes films directs them.
    """
    if not found.crafts_apart or found.left.roles | found.right.roles <= TELLING:
        return False
    if verdict.pattern == "another given name":
        return True
    if found.strong:
        return found.other_craft and _plays(found)
    return found.other_craft or (_plays(found) and verdict.pattern != "spelling")


def _plays(found: Context) -> bool:
    return bool(_PLAYING & (found.left.roles | found.right.roles))


def _surely_two(left: Profile, right: Profile, found: Context) -> bool:
    """Tell whether two of one name share nothing, and have trades that nobody has by turns: no question is worth it.

    Who plays in films does not photograph or edit them; who directs may produce, write or play, though hardly abroad in
    other years under a name of many, nor after so many years that few are at work.
    """
    if found.strong or not (left.works and right.works and found.crafts_apart) or _is_rare(left.name):
        return False
    many = _of_many(left.name)
    if found.other_country:
        return found.other_craft or (many and (found.gap is None or found.gap > _LATELY))
    return found.far or (found.other_craft and many and _plays(found))


def _perhaps_two(found: Context) -> bool:
    """Tell whether what two of one name share tells little, and their trades, or countries some years later, differ.

    A title of everyday is of several films, a broadcaster works with thousands, and a colleague with many.
    """
    if found.same_identifier or found.shared_people > 1:
        return False
    lately = (found.gap or 0) <= _LATELY
    if found.shared_work:
        return not lately and (found.crafts_apart or found.other_country) and not found.shared_people
    if found.crafts_apart:
        return not lately or found.other_country or not found.shared_people
    return found.other_country and not found.shared_people and not (lately and found.one_maker)


def _of_another_age(found: Context) -> bool:
    """Tell whether all that is shared is a title, by people of other trades many years apart: a film and its heir."""
    apart = (found.gap or 0) > _APART and found.crafts_apart
    return apart and not (found.shared_people or found.shared_company or found.same_identifier)


def _perhaps_others(name: str, found: Context) -> bool:
    """Tell whether a surname is so common that its bearers of one trade, who made other films, may be two."""
    surname = _surname(name)
    if surname not in words("person", "common") or not (found.left.works and found.right.works):
        return False
    if found.gap is None:
        return not found.shared_people or ("acting" in found.trades and found.other_people)
    if not (found.gap or found.shared_country or found.shared_people):
        return True  # a year is shared by thousands
    if _of_two_syllables(name):
        return found.gap > 0 or "acting" in found.trades
    return found.gap > _LATELY


def _surname(name: str) -> str:
    """Give the last word of a name, or the first where that is a surname of East Asia."""
    first, *_, last = (*tokens(name)[:1], *tokens(name))
    common = words("person", "common")
    eastern = one_surname(first, first) or (first in common and not is_given_name(first))
    return first if eastern and last not in common else last


def _of_two_syllables(name: str) -> bool:
    """Tell whether a name of East Asia has one syllable before or behind its surname: Li Wei."""
    every = tokens(name)
    return len(every) == 2 and one_surname(_surname(name), _surname(name)) and max(map(len, every)) <= _SYLLABLE


def _of_some(name: str) -> bool:
    """Tell whether a name of two words is not so rare that hardly two bear it."""
    return len(tokens(name)) == 2 and not _is_rare(name)


def _is_rare(name: str) -> bool:
    """Tell whether a name is so rare that hardly two bear it."""
    every = tokens(name)
    return rare_words(every) and len("".join(every)) >= _RARE


def _article_more(left: str, right: str) -> bool:
    """Tell whether one surname has an article that the other has not: Fontaine and La Fontaine."""
    one, other = tokens(left), tokens(right)
    return bool(set(one) ^ set(other)) and not (set(one) ^ set(other)) - words("title", "articles")


def _of_many(name: str) -> bool:
    """Tell whether many are called so: two given names ("Simon James"), or a surname that very many bear."""
    every = tokens(name)
    return all(map(is_given_name, every)) or not words("person", "common").isdisjoint(every)
