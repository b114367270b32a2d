"""Misprint: two titles of as many words, each alike, are one film misprinted, or another film.

A title is made of words of the language, so that an ending or a letter is often another film's; director, year and
country say what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.context import Context, either
from kg.resolve.kin import scanned
from kg.resolve.likeness import pair_of
from kg.resolve.title import languages
from kg.resolve.transcription import transcribed
from kg.resolve.verdict import Verdict
from kg.resolve.words import languages_of, listed, numbers

if TYPE_CHECKING:
    from kg.resolve.likeness import Alignment, Pair
    from kg.resolve.rarity import Rarity

__all__ = ["misprinted", "misspelt_number", "one_letter_a_year", "rare_slip", "slipped", "transcribed_title"]

_REVIEW = 0.90
_SAFE = 0.94
_SHORT = 4  # letters of a word below which one letter that differs makes another word
_WORD = 6  # letters of a word from which on one letter that differs is a slip
_FEWEST = 2  # words of a title from which on one more or less of a thing is rarely another film
_LETTERS = 8  # letters of a title from which on it is rarely another one in another transcription
_WA = frozenset({"w", "wa", "we", "wi", "oua", "ou"})  # "and", in Latin letters of Arabic
# How one word ends in two languages: Hysteria and Hystérie, Symphonie and Symphony. Another number or gender is none.
_ENDS = frozenset(frozenset(each.split()) for each in (
    "a e", "ia ie", "ia y", "ie y", "ia io", "is es", "is e", "us e", "o e", "um e", "ism ismus", "k que", "k c",
))  # fmt: skip


def slipped(aligned: Alignment) -> bool:
    """Tell whether one letter is exchanged in a title of one long word, or two are swapped in one of many words."""
    if aligned.left_over or len(aligned.differing) != 1:
        return False
    (pair,) = aligned.differing
    swapped = sorted(pair.left) == sorted(pair.right)
    if pair.edits != 1 or (_words_in_use(aligned) and not (swapped and len(aligned.pairs) > _SHORT)):
        return False
    return len(pair.left) > _WORD if len(aligned.pairs) == 1 else len(aligned.pairs) > _SHORT


def misprinted(aligned: Alignment, found: Context, rarity: Rarity) -> Verdict:
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
    if _of_two_languages(aligned, found):
        return Verdict("same", _SAFE, "another ending", found.reasons)
    if transcribed_title(tuple(pair.left for pair in aligned.pairs), tuple(pair.right for pair in aligned.pairs)):
        sure = (found.shared_director and (found.near or found.gap is None)) or (
            found.gap == 0 and found.shared_country and not _words_in_use(aligned)
        )
        if sure and not found.against:
            return Verdict("same", _SAFE, "another transcription", found.reasons)
    if _slip_a_year(aligned, found):
        return Verdict("same", _SAFE, "one letter", found.reasons)
    if _spelt_twice(aligned, found):
        return Verdict("same", _SAFE, "another transcription", found.reasons)
    if _spelt_in_silence(aligned, found):
        return Verdict("same", _SAFE, "spelling", found.reasons)
    if many > 1 and _no_word(aligned) and (found.gap or 0) == 0 and not (found.against or found.other_people):
        return Verdict("same", _SAFE, "slip", found.reasons)
    veto = ""
    if any(pair.ending for pair in differing):
        veto = "another ending"
    elif any(min(len(pair.left), len(pair.right)) < 5 and not pair.spelling for pair in differing):
        veto = "a short word"
    elif any(rarity.established(pair.left) and rarity.established(pair.right) for pair in differing):
        veto = "two words in use"
    if veto:
        if _one_film_a_year(aligned, found) or _one_plural(aligned, found):
            return Verdict("same", _SAFE, "another ending", found.reasons)
        likely = bool(found.strong and (found.near or found.gap is None)) or bool(
            (long or many > 2 or (many > 1 and found.gap == 0)) and many and found.weak
        )
        likely = likely or _one_of_many(aligned, found) or _plural(aligned, found)
        return either(veto, aligned.mean - 0.2, found, likely)
    close = (found.near or found.gap is None) and not found.against
    close = close and (len(aligned.pairs) > 1 or all(pair.left[0] == pair.right[0] for pair in differing))
    if _safe(aligned, found, slips=slips, long=long, many=many) and close:
        return Verdict("same", min(0.98, aligned.mean), "slip", found.reasons)
    likely = bool(found.strong or found.weak) or (many > 0 and (slips or long)) or rare_slip(aligned, found)
    return either("slip", aligned.mean - 0.05, found, likely)


def _spelt_in_silence(aligned: Alignment, found: Context) -> bool:
    """Tell whether a long word that no list has is all of a title, one letter of it doubled, and a text silent."""
    if not found.silent or found.against or len(aligned.pairs) != 1:
        return False
    (pair,) = aligned.pairs
    doubled = (
        pair.spelling and pair.edits == 1 and len(pair.left) != len(pair.right) and pair.left[-1] == pair.right[-1]
    )
    known = languages_of(pair.left) or languages_of(pair.right)
    return doubled and not pair.ending and not known and min(len(pair.left), len(pair.right)) > _LETTERS


def _no_word(aligned: Alignment) -> bool:
    """Tell whether a long word that lists have is in the other title a letter away, as no word is: "Buring" for it."""
    if len(aligned.differing) != 1 or aligned.left_over:
        return False
    (pair,) = aligned.differing
    known = [bool(languages_of(word) or listed(word)) for word in (pair.left, pair.right)]
    slipped_once = pair.edits == 1 and pair.slip and not pair.ending and pair.left[0] == pair.right[0]
    return slipped_once and known[0] != known[1] and min(len(pair.left), len(pair.right)) > _SHORT


def misspelt_number(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a number in one title is no word at all in the other, but for a slip: "Thrity Orsks"."""
    if len(one) != len(other):
        return False
    differing = [(word, each) for word, each in zip(one, other, strict=True) if word != each]
    if len(differing) != 1 or not all(map(str.isalpha, differing[0])):
        return False
    pair = pair_of(*differing[0])
    counted = [word in numbers() for word in (pair.left, pair.right)]
    spelt = [bool(languages_of(word) or listed(word)) for word in (pair.left, pair.right)]
    return pair.edits == 1 and sum(counted) == 1 and not spelt[counted.index(False)] and len(pair.left) > _SHORT


def rare_slip(aligned: Alignment, found: Context) -> bool:
    """Tell whether a long word that no title has is spelt in two ways, where no year and director of both are told."""
    if found.gap is not None or (found.left.directors and found.right.directors) or found.against or aligned.left_over:
        return False
    return all(
        (pair.slip or transcribed(pair.left, pair.right))
        and not pair.ending
        and min(len(pair.left), len(pair.right)) > _WORD
        and not (languages_of(pair.left) or languages_of(pair.right))
        for pair in aligned.differing
    )


def one_letter_a_year(pairs: tuple[Pair, ...], found: Context) -> bool:
    """Tell whether two titles of one director and year, held against one another word by word, are a letter apart.

    Not where that makes another word or another gender: a director may well make "Hermano" and "Hermana".
    """
    if not found.shared_director or found.gap != 0 or found.against or found.other_people:
        return False
    differing = [pair for pair in pairs if not pair.same]
    if len(differing) != 1 or sum(len(pair.left) for pair in pairs) < _LETTERS:
        return False
    (pair,) = differing
    if pair is pairs[0] and pair.edits == 1 and _small(pair):
        return sum(len(each.left) for each in pairs[1:]) >= _WORD
    short, long = sorted((pair.left, pair.right), key=len)
    if pair.edits != 1 or len(long) < _SHORT - 1 or not (short + long).isalpha():
        return False
    if long == short + "s":
        return len(short) > _SHORT
    return not pair.ending and not (languages_of(short) and languages_of(long))


def _spelt_twice(aligned: Alignment, found: Context) -> bool:
    """Tell whether two long words of a title are spelt otherwise, and nothing is told that makes it two films."""
    long = all(
        (pair.spelling or transcribed(pair.left, pair.right)) and min(len(pair.left), len(pair.right)) > _WORD
        for pair in aligned.differing
    )
    return long and len(aligned.differing) > 1 and not (found.against or found.other_people) and (found.gap or 0) <= 1


def _slip_a_year(aligned: Alignment, found: Context) -> bool:
    """Tell whether two titles of one year, of several words, differ in a letter that makes no other word.

    Or in an "s", where the title is so long that hardly two films have it.
    """
    if found.gap != 0 or found.against or found.other_people or aligned.left_over or len(aligned.differing) != 1:
        return False
    (pair,) = aligned.differing
    letters = sum(len(each.left) for each in aligned.pairs)
    if len(aligned.pairs) < _FEWEST or letters < _LETTERS + _SHORT - 1 or min(len(pair.left), len(pair.right)) < _SHORT:
        return False
    if _one_s(aligned):
        return len(aligned.pairs) > _FEWEST and letters >= 2 * _LETTERS
    lost = pair.edits == 1 and pair.slip and pair.left[0] == pair.right[0]
    return lost and not pair.ending and not _words_in_use(aligned)


def _small(pair: Pair) -> bool:
    """Tell whether two words of two letters begin alike, as articles that are misread do: "Il" and "Io"."""
    return len(pair.left) == len(pair.right) == _FEWEST and pair.left[0] == pair.right[0]


def _one_film_a_year(aligned: Alignment, found: Context) -> bool:
    """Tell whether two titles of one director and year are the same but for the end of one long word."""
    if not found.shared_director or found.gap != 0 or found.against or found.other_people:
        return False
    if len(aligned.differing) != 1 or len(aligned.pairs) < 2:
        return False
    (pair,) = aligned.differing
    if not pair.ending and sum(len(each.left) for each in aligned.pairs) >= _LETTERS and _dropped(pair):
        return True
    return pair.likeness >= _REVIEW and pair.edits == 1 and min(len(pair.left), len(pair.right)) >= _WORD


def _dropped(pair: Pair) -> bool:
    """Tell whether a consonant is doubled, dropped or added in a word of some letters, or two letters are swapped."""
    swapped = pair.edits == 1 and sorted(pair.left) == sorted(pair.right)
    added = pair.edits == 1 and len(pair.left) != len(pair.right)
    return (swapped or added) and min(len(pair.left), len(pair.right)) >= _SHORT


def _of_two_languages(aligned: Alignment, found: Context) -> bool:
    """Tell whether two titles of one director and year are one but for what a word ends with in two languages."""
    if not (found.shared_director and found.gap == 0) or found.against or found.other_people:
        return False
    if len(aligned.differing) != 1:
        return False
    (pair,) = aligned.differing
    if min(len(pair.left), len(pair.right)) < _WORD:
        return False
    if not languages(found.left.name).isdisjoint(languages(found.right.name)):
        return False  # "Il padrone" and "La padrona" are of one
    return _ends(pair) in _ENDS


def _ends(pair: Pair) -> frozenset[str]:
    """Give the two endings behind what two words have in common, each with the letter before where one has none."""
    stem = 0
    for one, other in zip(pair.left, pair.right, strict=False):
        if one != other:
            break
        stem += 1
    stem -= min(len(pair.left), len(pair.right)) == stem
    return frozenset((pair.left[stem:], pair.right[stem:]))


def _one_plural(aligned: Alignment, found: Context) -> bool:
    """Tell whether an "s" is all that differs in a title of some length, of one director and of no two years."""
    if not found.shared_director or found.gap is not None or found.against or found.other_people:
        return False
    if len(aligned.pairs) < _FEWEST or sum(len(pair.left) for pair in aligned.pairs) < _LETTERS + _SHORT:
        return False
    return _one_s(aligned) and min(len(aligned.differing[0].left), len(aligned.differing[0].right)) > _SHORT


def _plural(aligned: Alignment, found: Context) -> bool:
    """Tell whether an "s" behind one word is all that differs in a title of three words or more, of no two years."""
    counted = any(pair.left.isdecimal() and len(pair.left) > _FEWEST for pair in aligned.pairs)
    many = len(aligned.pairs) >= _SHORT - 1 or (counted and len(aligned.pairs) > 1)
    return found.gap in (0, None) and not found.against and many and _one_s(aligned)


def _one_s(aligned: Alignment) -> bool:
    """Tell whether all that differs in two titles is an "s" behind one word."""
    if len(aligned.differing) != 1:
        return False
    (pair,) = aligned.differing
    return {pair.left, pair.right} in ({pair.left, pair.left + "s"}, {pair.right, pair.right + "s"})


def transcribed_title(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two titles of some length, word by word or spaces aside, are one in two transcriptions."""
    letters = min(len("".join(one)), len("".join(other)))
    if letters < _LETTERS or any(map(str.isdecimal, (*one, *other))):
        return False
    if len(one) == len(other):
        return all(transcribed(word, each) or {word, each} <= _WA for word, each in zip(one, other, strict=True))
    return transcribed("".join(one), "".join(other))


def _one_of_many(aligned: Alignment, found: Context) -> bool:
    """Tell whether one letter of a long word is all that differs in a title of four words or more."""
    if len(aligned.pairs) < _SHORT or len(aligned.differing) != 1 or found.against:
        return False
    (pair,) = aligned.differing
    letters = sum(len(each.left) for each in aligned.pairs if each.same)
    if letters >= 2 * _LETTERS - 2 and (found.gap or 0) <= 1 and min(len(pair.left), len(pair.right)) >= _SHORT:
        return pair.left[0] == pair.right[0] and pair.likeness >= _REVIEW and not pair.ending
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
        sure = found.shared_director and (found.near or found.shared_people > 0 or many > 1)
        return sure and not _words_in_use(aligned)
    if found.shared_director or found.shared_people > 1 or (found.strong and (many or long)):
        return True
    spelling = all(pair.spelling for pair in aligned.differing)
    if found.shared_people and spelling and word and not _words_in_use(aligned):
        return True
    if long and many > 1 and not _words_in_use(aligned) and not found.against:
        return True  # so many words the same, and the one that differs is no word in one of the two
    if len(aligned.pairs) == 1 and long and found.gap == 0:
        return True
    return bool((found.shared_country or found.near) and many and (many > 1 or long or spelling))


def _words_in_use(aligned: Alignment) -> bool:
    """Tell whether what differs are words that titles have, both of them."""
    return any(languages_of(pair.left) and languages_of(pair.right) for pair in aligned.differing)
