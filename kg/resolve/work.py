"""Are two titles one work? Numbers, endings and directors decide more than letters do.

A title is made of words of the language, so one letter apart is often another film (Les Barons, Les Baronnes). Titles
are merged where director and year agree, kept apart where another director stands, and left to a person in between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.given import is_given_name
from kg.resolve.context import Context, context, either
from kg.resolve.kin import scanned
from kg.resolve.likeness import Alignment, align
from kg.resolve.name import plain, script, tokens
from kg.resolve.printed import one_print
from kg.resolve.shared import shared
from kg.resolve.sound import one_romanised
from kg.resolve.title import (
    bare_title,
    content,
    count_in,
    has_subtitle,
    in_two_languages,
    languages,
    of_parts,
    without_season,
)
from kg.resolve.verdict import Verdict, same_identifier
from kg.resolve.words import languages_of, words

if TYPE_CHECKING:
    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity

__all__ = ["RETITLED", "compare_works"]

# The pattern of two titles of two languages.
RETITLED = "another language"

_LIKE = 0.75
_ASIDE = re.compile(r"(.+?)\s*\((\D{2,})\)")  # another title in parentheses, and no year
_REVIEW = 0.90
_SAFE = 0.94
_RUN = 0.93
_RETOLD = 0.85
_SHORT = 4  # letters of a word below which one letter that differs makes another word
_WORD = 6  # letters of a word from which on one letter that differs is a slip
# Years after which a director's film of the same title is that director's remake.
_REMADE = 6
_FEW = 3  # words of a title that another film may well have
_SEASONS = 12  # years that a series may run


def compare_works(left: Profile, right: Profile, rarity: Rarity) -> Verdict:
    """Say whether two titles are one work."""
    one, other = tokens(left.name), tokens(right.name)
    if one != other and one_print(left.name, right.name):
        other = one
    if left.type == right.type == "Series" and _of_a_series(one) != _of_a_series(other):
        one, other = _bare_series(one), _bare_series(other)
    if _hopeless(left, right, one, other):
        return Verdict("different", 0.1, "other words")
    found = context(left, right)
    if found.same_identifier:
        return same_identifier(0.9, found.reasons)
    if found.other_identifier:
        return Verdict("different", 0.1, "other identifier")
    if _of_a_series(one) != _of_a_series(other) or (
        {left.type, right.type} == {"Film", "Series"} and not found.shared_people
    ):
        return Verdict("different", 0.3, "film and series")
    if not one or not other:
        same = left.name.casefold() == right.name.casefold()
        return _same_title(found, "same title") if same else Verdict("different", 0.0, "no letters")
    bare, bare_other = bare_title(one), bare_title(other)
    if one == other or "".join(bare) == "".join(bare_other):
        if left.type == right.type == "Series" and not found.other_director and (found.gap or 0) <= _SEASONS:
            return Verdict("same", 0.92, "same title", found.reasons)
        if not found.strong and not found.far and not found.against and _of_two(one, other, bare, found):
            return Verdict("review", 0.7, "a title of many", found.reasons)
        return _same_title(found, "same title" if one == other else "article or punctuation")
    if _also_known(left, right):
        return _same_title(found, "named in the text")
    if found.side_by_side:
        return Verdict("different", 0.2, "side by side")
    numbered = count_in(bare) != count_in(bare_other)
    if has_subtitle(left.name, right.name) and (not numbered or found.gap == 0):
        return _subtitled(found, min(one, other, key=len))
    aligned = align(bare, bare_other)
    if content(one) == content(other) and len(content(one)) > 1 and not found.other_director:
        return _turned(found, sorted(one) == sorted(other))
    if numbered and _one_but_for_numbers(bare, bare_other):
        return Verdict("different", 0.2, "another number")
    if aligned.left_over:
        run = align(("".join(bare),), ("".join(bare_other),))
        if run.mean >= _RUN and run.pairs[0].edits <= 2:  # the same letters with other spaces
            return _spelt(run, found, rarity)
    if aligned.left_over or aligned.mean < _REVIEW or aligned.worst < _LIKE or _retitled(left, right, found):
        return _translated(left, right, aligned, found)
    return _spelt(aligned, found, rarity)


def _of_two(one: tuple[str, ...], other: tuple[str, ...], bare: tuple[str, ...], found: Context) -> bool:
    """Tell whether two films may well have one title: a word or two of everyday, and little said of time and place."""
    articles = words("title", "articles")
    if one[0] != other[0] and {one[0], other[0]} <= articles:
        return True  # "El jockey", "The Jockey": no print of the other, but a translation
    gap = found.gap or 0
    if found.shared_country:
        return len(bare) == 1 and gap > 1 and _everyday(bare[0])
    if len(bare) == len(set(one) - articles) == 1 and found.gap is not None and _everyday(bare[0]):
        return gap > 0 or script(found.left.name) == script(found.right.name)
    return len(bare) <= _FEW and gap > 0


def _everyday(word: str) -> bool:
    return bool(languages_of(word)) or is_given_name(word)


def _one_but_for_numbers(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the words beside the numbers are mostly the same: another part, not another language."""
    first, second = (tuple(word for word in title if not count_in((word,))) for title in (one, other))
    if not first or not second:
        return True
    aligned = align(first, second)
    return sum(pair.likeness >= _LIKE for pair in aligned.pairs) >= max(1, min(len(first), len(second)) / 2)


def _of_a_series(title: tuple[str, ...]) -> bool:
    """Tell whether a title says that it is of episodes."""
    return not words("title", "series").isdisjoint(title) or without_season(title) != title


def _bare_series(title: tuple[str, ...]) -> tuple[str, ...]:
    """Give the title of a series without what says that it is one."""
    return tuple(word for word in without_season(title) if word not in words("title", "series")) or title


def _hopeless(left: Profile, right: Profile, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell quickly that no context could make two titles one: other words, and no director who might vouch for them."""
    if left.identifiers or right.identifiers or left.aliases or right.aliases or not one or not other:
        return False
    bare, bare_other = bare_title(one), bare_title(other)
    run, run_other = "".join(bare), "".join(bare_other)
    if run[:4] == run_other[:4] or run[-4:] == run_other[-4:]:  # other spaces, a subtitle
        return False
    aligned = align(bare, bare_other)
    if not aligned.left_over and aligned.mean >= _REVIEW and aligned.worst >= _LIKE:
        return False
    if _slipped(aligned):
        return False
    if not left.directors or not right.directors:
        return left.people.isdisjoint(right.people)
    their = {word for name in left.directors for word in name.split()}
    return not any(word in their for name in right.directors for word in name.split())


def _same_title(found: Context, pattern: str) -> Verdict:
    """The same print: one film, unless directors, people and time say two."""
    if found.shared_director and found.far and not found.shared_people and (found.gap or 0) > _REMADE:
        return either("made again", 0.4, found, not found.other_country)
    if found.shared_director and found.other_country and (found.other_people or found.far):
        return either("made again", 0.5, found, True)
    if found.shared_director:
        return Verdict("same", 0.98, pattern, found.reasons)
    if found.other_director:
        if found.shared_people > 1 or (found.shared_people and found.near):
            return Verdict("same", 0.92, pattern, found.reasons)
        if (found.shared_people or found.shared_company) and not found.far:
            return Verdict("review", 0.6, "another director", found.reasons)
        return Verdict("different", 0.2, "another director")
    if found.far:
        likely = bool(found.shared_people or found.shared_company)
        return Verdict(
            "review" if likely or not found.other_country else "different", 0.4, "years apart", found.reasons
        )
    if found.other_country and not found.strong:
        return Verdict("review", 0.6, "another country", found.reasons)
    return Verdict("same", 0.95 if found.strong or found.weak else 0.9, pattern, found.reasons)


def _also_known(left: Profile, right: Profile) -> bool:
    one, other = frozenset(_names(left)) | left.aliases, frozenset(_names(right)) | right.aliases
    if len(one) == len(other) == 1:
        return False
    return bool(shared(one, other))


def _names(profile: Profile) -> tuple[str, ...]:
    """Give a title, or the three of "Die Verlegerin (The Post)"."""
    aside = _ASIDE.fullmatch(profile.name)
    return (plain(profile.name), *map(plain, aside.groups())) if aside else (plain(profile.name),)


def _subtitled(found: Context, head: tuple[str, ...]) -> Verdict:
    """One title has a second part; `head` is the shorter one."""
    if found.shared_director and found.gap == 0 and not found.against:  # next year it may be the second part
        return Verdict("same", 0.94, "subtitle", found.reasons)
    rare = len(head) == 1 and len(head[0]) > _WORD + 1 and not _everyday(head[0])
    if rare and found.gap == 0 and found.shared_country and not found.against:
        return Verdict("same", 0.93, "subtitle", found.reasons)
    likely = bool(found.strong or found.gap == 0) and (found.gap or 0) <= 1 and not found.other_director
    return either("subtitle", 0.6, found, likely)


def _turned(found: Context, order: bool) -> Verdict:
    """The same words with other small ones, or in another `order` alone: "Y's X" and "The X of the Y"."""
    if not order and found.shared_director and (found.gap or 0) <= 1 and not found.against:
        return Verdict("same", _SAFE, "small words", found.reasons)
    likely = bool(found.strong) or (found.shared_country and found.near)
    return either("small words", 0.6, found, likely and not found.far)


def _translated(left: Profile, right: Profile, aligned: Alignment, found: Context) -> Verdict:
    """Other words: one film in two languages at most where director, year and country agree."""
    close = found.shared_director and found.near and (found.gap or 0) <= 1
    one_words, other_words = content(tokens(left.name)), content(tokens(right.name))
    apart, together = (
        in_two_languages(left.name, right.name),
        not languages(left.name).isdisjoint(languages(right.name)),
    )
    word = any(pair.same and len(pair.left) > 3 and pair.left.isalpha() for pair in aligned.pairs)
    cognate = any(pair.likeness >= _REVIEW and len(pair.left) > 3 for pair in aligned.pairs)
    support = bool(found.shared_people or found.shared_company)
    if _retitled(left, right, found):
        return Verdict("same", _SAFE, RETITLED, found.reasons)
    if close and found.shared_country and not found.against and not found.other_people:
        if not together and not word:
            return either(RETITLED, 0.7, found, True)
        return either(
            "other words",
            0.4,
            found,
            _told_again(one_words, other_words) and not of_parts(left.name),
        )
    when = found.gap is None or found.gap <= 1
    vouched = found.shared_director or (found.shared_people > 0 and not (left.directors and right.directors))
    told = (close and cognate) or (apart and when) or (support and found.shared_people > 0 and found.gap in (None, 0))
    again = close and _told_again(one_words, other_words) and not of_parts(left.name)
    heard = (when and (found.shared_director or found.shared_country)) and one_romanised(
        bare_title(tokens(left.name)), bare_title(tokens(right.name))
    )
    again = again or (close and found.gap == 0 and not together and not word and not of_parts(left.name))
    slip = _slipped(aligned) and (found.gap == 0 or bool(found.strong))
    likely = not found.against and (heard or again or slip or (vouched and told and not together))
    return either(RETITLED if apart else "other words", min(0.6, aligned.mean), found, likely)


def _slipped(aligned: Alignment) -> bool:
    """Tell whether one letter is exchanged in a title of one long word, or two are swapped in one of many words."""
    if aligned.left_over or len(aligned.differing) != 1:
        return False
    (pair,) = aligned.differing
    swapped = sorted(pair.left) == sorted(pair.right)
    if pair.edits != 1 or (_words_in_use(aligned) and not (swapped and len(aligned.pairs) > _SHORT)):
        return False
    return len(pair.left) > _WORD if len(aligned.pairs) == 1 else len(aligned.pairs) > _SHORT


def _retitled(left: Profile, right: Profile, found: Context) -> bool:
    """Tell whether two titles are of two languages, and of one director and year, and of one country as far as told.

    A director's regulars play in the next film too, so they prove nothing; two films a year are rare.
    """
    if not (found.shared_director and found.gap == 0) or found.against or found.other_people:
        return False
    if not found.shared_country:  # one text tells none: then both languages must be known
        told = (left.countries or right.countries) and languages(left.name) and languages(right.name)
        if not told:
            return False
    return in_two_languages(left.name, right.name) and not (of_parts(left.name) and of_parts(right.name))


def _told_again(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two titles may be two translations of one: of the words that carry them, half are alike."""
    aligned = align(one, other)
    alike = sum(pair.likeness >= _RETOLD and not pair.left.isdecimal() and len(pair.left) > 2 for pair in aligned.pairs)
    return len(one) < 2 * len(other) < 4 * len(one) and 0 < alike >= max(len(one), len(other)) / 2


def _spelt(aligned: Alignment, found: Context, rarity: Rarity) -> Verdict:
    """As many words, each alike: a slip, or another word."""
    differing = aligned.differing
    if found.other_director or found.far:
        return Verdict("different", 0.3, "another director" if found.other_director else "years apart")
    if _one_letter(aligned, found):
        return Verdict("same", max(_SAFE, aligned.mean), "one letter", found.reasons)
    if all(scanned(pair) for pair in differing) and not _words_in_use(aligned) and found.gap == 0 and not found.against:
        return Verdict("same", max(_SAFE, aligned.mean), "as scanned", found.reasons)
    slips = all(pair.slip for pair in differing)
    long = all(min(len(pair.left), len(pair.right)) >= 7 for pair in differing)
    many = sum(len(pair.left) > 2 for pair in aligned.pairs if pair.same)
    veto = ""
    if any(pair.ending for pair in differing):
        veto = "another ending"
    elif any(min(len(pair.left), len(pair.right)) < 5 and not pair.spelling for pair in differing):
        veto = "a short word"
    elif any(rarity.established(pair.left) and rarity.established(pair.right) for pair in differing):
        veto = "two words in use"
    if veto:
        if _one_film_a_year(aligned, found):
            return Verdict("same", _SAFE, "another ending", found.reasons)
        likely = bool(found.strong and (found.near or found.gap is None)) or bool(
            (long or many > 2 or (many > 1 and found.gap == 0)) and many and found.weak
        )
        likely = likely or _one_of_many(aligned, found)
        return either(veto, aligned.mean - 0.2, found, likely)
    close = (found.near or found.gap is None) and not found.against
    if _safe(aligned, found, slips=slips, long=long, many=many) and close:
        return Verdict("same", min(0.98, aligned.mean), "slip", found.reasons)
    likely = bool(found.strong or found.weak) or (many > 0 and (slips or long))
    return either("slip", aligned.mean - 0.05, found, likely)


def _one_film_a_year(aligned: Alignment, found: Context) -> bool:
    """Tell whether two titles of one director and year are the same but for the end of one long word."""
    if not found.shared_director or found.gap != 0 or found.against or found.other_people:
        return False
    if len(aligned.differing) != 1 or len(aligned.pairs) < 2:
        return False
    (pair,) = aligned.differing
    return pair.likeness >= _REVIEW and pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _WORD


def _one_of_many(aligned: Alignment, found: Context) -> bool:
    """Tell whether one letter of a long word is all that differs in a title of four words or more."""
    if len(aligned.pairs) < _SHORT or len(aligned.differing) != 1 or found.against:
        return False
    (pair,) = aligned.differing
    return pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _WORD and not _words_in_use(aligned)


def _one_letter(aligned: Alignment, found: Context) -> bool:
    """Tell whether two titles of one director, of neighbouring years, differ in a letter that makes no other word."""
    if len(aligned.differing) != 1 or not found.shared_director or found.against or (found.gap or 0) > 1:
        return False
    (pair,) = aligned.differing
    longest = max(len(pair.left), len(pair.right))
    if pair.edits != 1 or pair.ending or longest < _SHORT or _words_in_use(aligned):
        return False
    beside = any(each.same and len(each.left) > 1 for each in aligned.pairs)
    return beside or (longest > _SHORT and (found.gap == 0 or found.shared_country))


def _safe(aligned: Alignment, found: Context, *, slips: bool, long: bool, many: int) -> bool:
    """Tell whether a misprint can be merged by rule: the less it looks like one, the more the context must say."""
    within = all(pair.within for pair in aligned.differing)
    word = all(pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _WORD for pair in aligned.differing)
    if word and found.shared_director and found.shared_country and not _words_in_use(aligned):
        return True  # no director has two films so nearly alike in two years
    if found.shared_director and not within:
        return many > 1 and all(pair.edits <= 2 for pair in aligned.differing)
    if not within or aligned.mean < (_SAFE if not (slips and found.shared_director) else _SAFE - 0.02):
        return False
    if not slips:  # a letter exchanged: perhaps another word
        return found.shared_director and (found.near or found.shared_people > 0 or many > 1)
    if found.shared_director or found.shared_people > 1 or (found.strong and (many or long)):
        return True
    spelling = all(pair.spelling for pair in aligned.differing)
    if long and many > 1 and not _words_in_use(aligned) and not found.against:
        return True  # so many words the same, and the one that differs is no word in one of the two
    if len(aligned.pairs) == 1 and long and found.gap == 0:
        return True
    return bool((found.shared_country or found.near) and many and (many > 1 or long or spelling))


def _words_in_use(aligned: Alignment) -> bool:
    """Tell whether what differs are words that titles have, both of them."""
    return any(languages_of(pair.left) and languages_of(pair.right) for pair in aligned.differing)
