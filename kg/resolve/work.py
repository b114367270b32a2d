"""Are two titles one work? Numbers, endings and directors decide more than letters do.

A title is made of words of the language, so one letter apart is often another film (Les Barons, Les Baronnes). Titles
are merged where director and year agree, kept apart where another director stands, and left to a person in between.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.slot.given import is_given_name
from kg.resolve.byname import on_list
from kg.resolve.context import Context, context, either
from kg.resolve.crossing import one_across
from kg.resolve.kana import one_in_kana
from kg.resolve.known import one_listed_film
from kg.resolve.likeness import align, pair_of
from kg.resolve.misprint import misprinted, misspelt_number, one_letter_a_year, rare_slip, slipped, transcribed_title
from kg.resolve.name import plain, script, tokens
from kg.resolve.printed import one_lettered, one_print, one_scanned
from kg.resolve.retitled import retitled, translated
from kg.resolve.shared import one_person, shared
from kg.resolve.title import (
    bare_title,
    content,
    count_in,
    counts_alike,
    figured,
    has_second_title,
    has_subtitle,
    initials_within,
    is_a_tale,
    is_numbered_once,
    is_part_with_subtitle,
    is_second_part,
    languages,
    one_meaning,
    says_number,
    says_what_it_is,
    tells_of,
    without_season,
)
from kg.resolve.verdict import Verdict, same_identifier
from kg.resolve.words import languages_of, words

if TYPE_CHECKING:
    from kg.resolve.likeness import Alignment
    from kg.resolve.profile import Profile
    from kg.resolve.rarity import Rarity

__all__ = ["compare_works"]

_SCRIPT = "another script"
_LIKE = 0.75
_ASIDE = re.compile(r"(.+?)\s*[(\[](\D{2,})[)\]]")  # another title in parentheses, and no year
_BESIDE = re.compile(r"([^/]+?)\s+/\s+([^/]{2,})")  # "Lamm / Karitsa"
_YEAR = re.compile(r"(.*\S)\s*[(\[]((?:19|20)\d\d)[)\]]")
_REVIEW = 0.90
_SAFE = 0.94
_RUN = 0.93
_WORD = 6  # letters of a word from which on one letter that differs is a slip
# Years after which a director's film of the same title is that director's remake.
_REMADE = 6
_MANY = 5  # words of a title from which on more of them make no other
_FEW = 3  # words of a title that another film may well have
_VOWELS = frozenset("aeiou")
_NOT = frozenset({"no", "not", "non", "sans", "sin", "senza", "sem", "ohne", "zonder", "uden", "uten", "utan", "bez"})
_LATELY = 2  # years that pass between two texts on one film
_SEASONS = 12  # years that a series may run


def compare_works(left: Profile, right: Profile, rarity: Rarity) -> Verdict:
    """Say whether two titles are one work."""
    left, right = _figured(_dated(left)), _figured(_dated(right))
    one, other = tokens(left.name), tokens(right.name)
    if one != other and (one_print(left.name, right.name) or one_lettered(one, other)):
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
    if one == other or "".join(bare) == "".join(bare_other) or "".join(one) == "".join(other):
        if says_number(one) != says_number(other) and not (found.shared_director and (found.gap or 0) <= 1):
            return either("another number", 0.4, found, found.gap == 0 and not found.other_director)
        elsewhere = found.other_country and not found.strong
        lately = not found.other_director and (found.gap or 0) <= _SEASONS
        if left.type == right.type == "Series" and lately and not elsewhere:
            return Verdict("same", 0.92, "same title", found.reasons)
        if not found.strong and not found.far and not found.against and _of_two(one, other, bare, found):
            return Verdict("review", 0.7, "a title of many", found.reasons)
        return _same_title(found, "same title" if one == other else "article or punctuation")
    if _also_known(left, right):
        if _of_one_row(left, right, found):
            return either("named in the text", 0.5, found, bool(found.strong))
        return _same_title(found, "named in the text")
    if found.side_by_side:
        return Verdict("different", 0.2, "side by side")
    if listed := one_listed_film(left, right, found):
        return listed
    if one_scanned(one, other) and (found.shared_director or found.gap == 0) and not found.against:
        return Verdict("same", _SAFE, "as scanned", found.reasons)
    if _cut_short(left.name, right.name, bare, bare_other) and not found.against and (found.gap or 0) == 0:
        sure = found.shared_director and not found.other_people
        return Verdict("same", _SAFE, "shortened", found.reasons) if sure else either("shortened", 0.6, found, True)
    numbered = count_in(bare) != count_in(bare_other)
    if numbered and misspelt_number(one, other) and not (found.against or found.other_people):
        sure = found.shared_director and found.gap in (0, None)
        return Verdict("same", _SAFE, "one letter", found.reasons) if sure else either("slip", 0.6, found, True)
    if is_part_with_subtitle(left.name, right.name) or is_numbered_once(left.name, right.name):
        return _one_part(found)
    if has_subtitle(left.name, right.name) and (not numbered or found.gap == 0):
        described = says_what_it_is(left.name) or says_what_it_is(right.name)
        told = tells_of(left.name) or tells_of(right.name)
        tale = is_a_tale(left.name) or is_a_tale(right.name) or len(min(bare, bare_other, key=len)) > 1
        described = described or (told and (found.gap == 0 or (found.gap is None and tale)))
        described = described or is_second_part(left.name, right.name) or has_second_title(left.name, right.name)
        return _subtitled(found, min(one, other, key=len), described=described)
    if one_in_kana(left.name, right.name) and not found.against:
        sure = found.shared_director and found.gap == 0
        likely = (found.gap or 0) <= 1 and not (found.other_director or found.other_people)
        return Verdict("same", _SAFE, _SCRIPT, found.reasons) if sure else either(_SCRIPT, 0.6, found, likely)
    across = one_across(left.name, right.name) and not (found.other_director or found.against) and (found.gap or 0) <= 1
    if across and _told_of_one(found):
        return Verdict("same", _SAFE, _SCRIPT, found.reasons)
    aligned = align(bare, bare_other)
    if content(one) == content(other) and _of_one_word(one, other, found):
        return Verdict("same", _SAFE, "small words", found.reasons)
    denied = not _NOT.isdisjoint(set(one) ^ set(other))  # "No Smoking"
    if content(one) == content(other) and len(content(one)) > 1 and not (found.other_director or denied):
        counted = count_in(bare) == count_in(bare_other) != ()
        return _turned(found, sorted(one) == sorted(other), long=len(content(one)) >= _FEW, dated=counted)
    if initials_within(bare, bare_other) and not (found.against or found.other_people):
        sure = found.shared_director and (found.gap or 0) == 0
        return Verdict("same", _SAFE, "initials", found.reasons) if sure else either("initials", 0.6, found, True)
    if numbered and not counts_alike(one, other) and _one_but_for_numbers(bare, bare_other):
        return Verdict("different", 0.2, "another number")
    if aligned.left_over:
        run = align(("".join(bare),), ("".join(bare_other),))
        if run.mean >= _RUN and run.pairs[0].edits <= 2:  # the same letters with other spaces
            return misprinted(run, found, rarity)
    alike = not aligned.left_over and aligned.mean >= _REVIEW and aligned.worst >= _LIKE
    if len(one) == len(other) and one_letter_a_year(tuple(map(pair_of, one, other)), found):
        return Verdict("same", _SAFE, "one letter", found.reasons)
    verdict = misprinted(aligned, found, rarity) if alike else None
    if verdict is None or retitled(left, right, found) or (verdict.decision != "same" and one_meaning(one, other)):
        again = translated(left, right, aligned, found, slip=slipped(aligned))
        verdict = verdict if verdict and verdict.decision == "review" and again.decision == "different" else again
    if verdict.decision != "same" and transcribed_title(bare, bare_other):
        return _transcribed(found, aligned, verdict)
    return either(_SCRIPT, 0.6, found, True) if across and verdict.decision == "different" else verdict


def _of_one_word(one: tuple[str, ...], other: tuple[str, ...], found: Context) -> bool:
    """Tell whether one long word carries two titles of one director and of no two years: En fanfare, With Fanfare."""
    carried = content(one)
    if len(carried) != 1 or len(carried[0]) < _WORD or not carried[0].isalpha() or not _NOT.isdisjoint(one + other):
        return False
    return found.shared_director and (found.gap or 0) == 0 and not (found.against or found.other_people)


def _cut_short(left: str, right: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one title is the beginning of the other, of four words or with dots behind it, and no other part."""
    (short, name), (long, _) = sorted(((one, left), (other, right)), key=lambda title: len(title[0]))
    if long[: len(short)] != short or len(short) == len(long) or count_in(long) != count_in(short):
        return False
    dots = name.rstrip().endswith(("...", "…"))
    return len(short) >= (_FEW if dots else _MANY) and not has_subtitle(left, right)


def _dated(told: Profile) -> Profile:
    """Give a work without a year in brackets behind its title, as one of that year."""
    found = _YEAR.fullmatch(told.name)
    if found is None:
        return told
    return replace(told, name=found[1], years=told.years | {int(found[2])})


def _figured(told: Profile) -> Profile:
    """Give a work with the figures of its title alone."""
    name = figured(told.name)
    return told if name == told.name else replace(told, name=name)


def _told_of_one(found: Context) -> bool:
    """Tell whether a title in two scripts, read letter by letter, is of one film: of a director, or year and place."""
    return found.shared_director or (found.gap == 0 and (found.shared_country or found.shared_people > 0))


def _transcribed(found: Context, aligned: Alignment, verdict: Verdict) -> Verdict:
    """The same letters in two transcriptions: one film of a director, or of a year and country."""
    if found.other_director or found.against or (found.gap or 0) > 1:
        return verdict
    used = any(languages_of(pair.left) and languages_of(pair.right) for pair in aligned.differing)
    across = script(found.left.name) != script(found.right.name) and len(aligned.pairs) >= _FEW
    if (found.shared_director or (found.gap == 0 and (found.shared_country or across))) and not used:
        return Verdict("same", _SAFE, "another transcription", found.reasons)
    if len(aligned.pairs) > 1 and not (used or found.other_people):  # spelt in two ways, in a title of several words
        return Verdict("same", _SAFE, "another transcription", found.reasons)
    likely = verdict.decision == "review" or bool(found.strong or found.weak) or rare_slip(aligned, found)
    return either("another transcription", 0.7, found, likely)


def _of_two(one: tuple[str, ...], other: tuple[str, ...], bare: tuple[str, ...], found: Context) -> bool:
    """Tell whether two films may well have one title: a word or two of everyday, and little said of time and place."""
    articles = words("title", "articles")
    if one[0] != other[0] and {one[0], other[0]} <= articles and {one[0], other[0]} != {"al", "el"}:
        return True  # "El jockey", "The Jockey": no print of the other, but a translation
    gap = found.gap or 0
    if len(bare) != len(bare_title(other)) and not found.weak and min(len(bare), len(bare_title(other))) <= _FEW:
        return any(map(_everyday, (*bare, *bare_title(other))))  # "Sand Bank", "Sandbank": cut otherwise
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
    if on_list("work", left.name) & on_list("work", right.name):
        return False
    bare, bare_other = bare_title(one), bare_title(other)
    run, run_other = "".join(bare), "".join(bare_other)
    if run[:4] == run_other[:4] or run[-4:] == run_other[-4:]:  # other spaces, a subtitle
        return False
    aligned = align(bare, bare_other)
    if not aligned.left_over and aligned.mean >= _REVIEW and aligned.worst >= _LIKE:
        return False
    if one_in_kana(left.name, right.name):
        return False
    if slipped(aligned) or one_across(left.name, right.name) or not set(_names(left)).isdisjoint(_names(right)):
        return False
    if not left.directors or not right.directors:
        return left.people.isdisjoint(right.people) and not _perhaps_meant(left, right)
    their = {word for name in left.directors for word in _words_of(name)}
    if any(word in their for name in right.directors for word in _words_of(name)):
        return False
    # In the syllables of Korea, or in letters that leave vowels out.
    unspaced = any(" " not in name or _VOWELS.isdisjoint(name) for name in (*left.directors, *right.directors))
    return not (unspaced and shared(left.directors, right.directors, one_person))


def _perhaps_meant(left: Profile, right: Profile) -> bool:
    """Tell whether two titles of which years say nothing, or the same, mean one thing in two languages."""
    if left.years and right.years and left.years.isdisjoint(right.years):
        return False
    return one_meaning(tokens(left.name), tokens(right.name))


def _words_of(name: str) -> tuple[str, ...]:
    """Give the words of a director's name, and all of it as one: names in Chinese letters have no spaces."""
    return (*name.split(), name.replace(" ", ""))


def _same_title(found: Context, pattern: str) -> Verdict:
    """The same print: one film, unless directors, people and time say two."""
    if found.shared_director and found.far and not found.shared_people and (found.gap or 0) > _REMADE:
        return either("made again", 0.4, found, not found.other_country)
    if found.shared_director and found.other_country and (found.other_people or found.far):
        return either("made again", 0.5, found, True)
    if found.shared_director:
        again = (found.gap or 0) > _LATELY and (found.other_people or found.far) and not found.shared_people
        if again:  # a short film, and the long one of its title
            return either("made again", 0.5, found, True)
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
    """Tell whether a text gives one title by another name; two parts of one work share their first name alone."""
    if _is_part_of_many(_names(left), _names(right)):
        return False
    one, other = frozenset(_names(left)) | _called(left), frozenset(_names(right)) | _called(right)
    if len(one) == len(other) == 1:
        return False
    return bool(shared(one, other))


def _called(told: Profile) -> frozenset[str]:
    """Give what a text calls a work, also without the words that say what kind of title it is."""
    known = words("title", "provisional")
    found = set(told.aliases)
    for alias in told.aliases:
        first, second, rest = (*alias.split(" ", 2), "", "", "")[:3]
        if f"{first}_{second}" in known and rest:
            found.add(rest)
    return frozenset(found)


def _of_one_row(left: Profile, right: Profile, found: Context) -> bool:
    """Tell whether what a text calls a film is the name of several: of years apart, "Orsk presents: Kelp", a trilogy.

    A name that both have beside their own was that of a project before it was a film, or is that of all of them.
    """
    if (found.gap or 0) > _LATELY:
        return True
    one, other = frozenset(_names(left)), frozenset(_names(right))
    called, theirs = _called(left), _called(right)
    if _tells_both(left.aliases, one, other) or _tells_both(right.aliases, other, one):
        return True
    named = shared(one, other) or shared(one, theirs) or shared(other, called)
    return not named and found.gap != 0


def _tells_both(aliases: frozenset[str], own: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether a name begins with the other's and ends with its bearer's own: a part of a row of films."""
    return any(
        alias.startswith(f"{first} ") and alias.endswith(f" {last}")
        for alias in aliases
        for first in other
        for last in own
    )


def _is_part_of_many(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two titles in brackets behind the same one differ in all their words: "Youth (Spring)"."""
    if len(one) == 1 or len(other) == 1 or one[1] != other[1]:
        return False
    inside, within = one[2].split(), other[2].split()
    letters = all(any(word.isalpha() for word in words_of) for words_of in (inside, within))
    return letters and set(inside).isdisjoint(within)


def _names(profile: Profile) -> tuple[str, ...]:
    """Give a title, or the three of "Die Verlegerin (The Post)"."""
    aside = _ASIDE.fullmatch(profile.name) or _beside(profile.name)
    if aside and not set(aside[2]) - set("IVX"):  # "Orsk (II)": what a register counts
        return (plain(profile.name),)
    return (plain(profile.name), *map(plain, aside.groups())) if aside else (plain(profile.name),)


def _beside(name: str) -> re.Match[str] | None:
    """Find two titles of one film, of two languages, with a stroke between them; two of one language are two films."""
    found = _BESIDE.fullmatch(name)
    if found is None or not languages(found[1]).isdisjoint(languages(found[2])):
        return None
    return found if set(tokens(found[1])).isdisjoint(tokens(found[2])) else None


def _one_part(found: Context) -> Verdict:
    """The same part of several films, once without its number or its subtitle."""
    if found.shared_director and (found.gap or 0) <= 1 and not found.against:
        return Verdict("same", _SAFE, "subtitle", found.reasons)
    return either("subtitle", 0.6, found, not found.other_director and (found.gap or 0) <= 1)


def _subtitled(found: Context, head: tuple[str, ...], *, described: bool) -> Verdict:
    """One title has a second part; `head` is the shorter one, `described` tells that the second names no other film."""
    close = found.gap == 0 or (described and (found.gap or 0) <= 1)
    if found.shared_director and close and not found.against:  # next year it may be the second part
        return Verdict("same", 0.94, "subtitle", found.reasons)
    if described and found.gap == 0 and found.shared_country and not found.against:
        return Verdict("same", 0.93, "subtitle", found.reasons)
    rare = len(head) == 1 and len(head[0]) > _WORD + 1 and not _everyday(head[0])
    called = len(head) >= _FEW and any(len(word) > _WORD and word.isalpha() and not _everyday(word) for word in head)
    called = (called and found.gap == 0) or (rare and described and found.gap is None)
    if called and not (found.against or found.other_people):
        return Verdict("same", 0.93, "subtitle", found.reasons)
    own = rare or len(head) >= _FEW or (len(head) == 1 and len(head[0]) > _WORD and not _everyday(head[0]))
    sure = rare or (described and len(head) > 1 and not found.other_people)
    if sure and found.gap == 0 and (found.shared_country or described) and not found.against:
        return Verdict("same", 0.93, "subtitle", found.reasons)
    likely = bool(found.strong or found.gap == 0) or (found.gap is None and not found.against and (sure or own))
    likely = likely and (found.gap or 0) <= 1 and not found.other_director
    return either("subtitle", 0.6, found, likely)


def _turned(found: Context, order: bool, *, long: bool, dated: bool) -> Verdict:
    """The same words with other small ones, or in another `order` alone: "Y's X" and "The X of the Y".

    `dated` tells that there is a number among them: "Orsk, May 3" and "Orsk, 3 May".
    """
    dated = dated and long
    if (not order or dated) and found.shared_director and (found.gap or 0) <= 1 and not found.against:
        return Verdict("same", _SAFE, "small words", found.reasons)
    likely = bool(found.strong) or (found.shared_country and found.near) or found.gap == 0
    return either("small words", 0.6, found, likely and not found.far)
