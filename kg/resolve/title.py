"""Title: what a title is made of, for comparing two."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice, pairwise, product

from kg.resolve.likeness import likeness
from kg.resolve.name import script, tokens
from kg.resolve.transcription import transcribed
from kg.resolve.words import languages_of, listed, meanings, numbers, short_of_titles, words

__all__ = [
    "all_cognate",
    "bare_title",
    "compounds",
    "content",
    "count_in",
    "counts_alike",
    "figured",
    "has_second_title",
    "has_subtitle",
    "in_two_languages",
    "initials_within",
    "is_a_tale",
    "is_numbered_once",
    "is_part_with_subtitle",
    "is_second_part",
    "languages",
    "of_parts",
    "one_meaning",
    "other_meaning",
    "says_number",
    "says_what_it_is",
    "senses",
    "tells_of",
    "without_season",
]

# A stop ends a title too, but for one behind an abbreviation.
_SUBTITLE = re.compile(r"\s*[:–—]\s+|\s+-\s+|\s*\(|,\s+(?=\S+ \S+ \S+)|(?<=\w{4})\.\s+(?=\S)")
_PART = re.compile(r"[:–—(]|\s-\s|,")
# "Birdman or (The Unexpected Virtue of Ignorance)": what joins a title to its second one.
_A_TALE = re.compile(r"[:–—-]\s+(?:an?|une?|eine?|una|uno)\s+\S", re.IGNORECASE)
_OR = re.compile(r"[\s,]+(?:or|ou|oder|of|o|eller|czyli|aneb)\s*$", re.IGNORECASE)
_ORS = frozenset({"or", "ou", "oder", "o", "of", "eller", "czyli", "aneb", "albo", "ossia", "ovvero", "sau", "ili"})
_BEHIND = frozenset({"the", "a", "an", "le", "la", "les", "l", "los", "las", "der", "die", "das", "el", "il"})
# What English draws together, in full, and what it does so behind.
_DRAWN = {
    "m": ("am", "i"), "re": ("are", "you we they"), "ll": ("will", "i you we they he she it"), "t": ("not", ""),
    "ve": ("have", "i you we they"), "s": ("is", "it that what who there here he she where"),
}  # fmt: skip
# Before a figure, which says the same: "Room Number 9", "Hytti nro 6", "Room #9".
_NUMBERED = frozenset({"no", "nr", "nro", "num", "number", "numero", "nummer", "n"})
_THOUSANDS = re.compile(r"(?<=\b\d)[,.](?=\d{3}\b)")
_ORDINAL = re.compile(r"(?<=\b\d)(?:st|nd|rd|th)\b|(?<=\b\d\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_PART_OF = 3  # letters of a word inside one that is made of several
_LINKS = frozenset({"", "s", "n", "e", "en", "es", "er", "o", "u", "a", "i"})  # letters that join two words to one
_TENS = 20
_SENSE = 2  # words of a title from which on its meaning is hardly another film's of the same people
_SENSES = 8
_COGNATE = 0.88  # likeness from which on long words of two languages are one
_TAIL = 3  # words of a second part from which on it may stand for the whole
_EZAFE = "ye"  # "Khaneh siah", "Khane-ye siyah": what Persian puts between words
_COUNTED = words("title", "parts") - {"del"}  # "La noche del 12" counts no parts
_SEQUEL = 6  # parts of a film that are not called a season
_WORD = 5  # letters of a word that no list has, from which on it is a name in all languages
_ARTICLES_THAT_COUNT = frozenset({"a", "an", "un", "une", "ein", "eine", "una", "uma", "een", "egy", "ett"})
_AND = frozenset({"and", "et", "und", "y", "e", "en", "og", "och", "i"})


@lru_cache(maxsize=65_536)
def languages(title: str) -> frozenset[str]:
    """Give the languages that a title's words tell most often ("fr"), or its script ("CYRILLIC"); none where none does.

    Several where the words are of several alike: "Winter" is English, German and Dutch.
    """
    if script(title) not in ("LATIN", ""):
        return frozenset([script(title)])
    told = Counter(language for word in tokens(title) for language in languages_of(word))
    most = max(told.values(), default=0)
    return frozenset(language for language, count in told.items() if count == most)


def in_two_languages(left: str, right: str) -> bool:
    """Tell whether two titles are surely of two languages: one may be unknown, with letters that English has not."""
    one, other = languages(left), languages(right)
    if one and other:
        return one.isdisjoint(other)
    if script(left) != script(right) and script(left) and script(right):
        return True
    unknown, known = (left, other) if not one else (right, one)
    return known == {"en"} and any(letter.isalpha() and not letter.isascii() for letter in unknown)


def says_number(title: tuple[str, ...]) -> bool:
    """Tell whether a title has the word "number" before a figure, or its short form."""
    return any(word in _NUMBERED and (figure.isdecimal() or figure in numbers()) for word, figure in pairwise(title))


def figured(title: str) -> str:
    """Give a title with its figures alone: "1,200" as "1200", "May 3rd" as "May 3"."""
    return _ORDINAL.sub("", _THOUSANDS.sub("", title))


@lru_cache(maxsize=65_536)
def bare_title(title: tuple[str, ...]) -> tuple[str, ...]:
    """Give a title's words without an article in front, "and", and "part" before a number; numbers in digits."""
    known, articles, whole = numbers(), words("title", "articles"), short_of_titles()
    title = _in_full(title)
    rest = title[1:] if len(title) > 1 and title[0] in articles else title
    rest = rest[:-1] if len(rest) > 1 and rest[-1] in _BEHIND and rest == title else rest  # "Square, The"
    counted = [
        str(known[word]) if word in known and _counting(rest, place) and (place or len(word) > 2) else word
        for place, word in enumerate(rest)
    ]
    kept = [
        word
        for place, word in enumerate(counted)
        if word not in _AND
        and not (word in _NUMBERED and counted[place + 1 : place + 2] and counted[place + 1].isdecimal())
        and not (word == _EZAFE and place)
        and not (place and whole.get(word, word) in _COUNTED and "".join(counted[place + 1 : place + 2]).isdecimal())
    ]
    joined = _together(kept, {str(known[word]) for word in rest if word in known})
    return tuple("el" if word == "al" else whole.get(word, word) for word in joined) or rest


def _in_full(title: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a title with those that English draws together in full: "I'm" is "I am"."""
    if not any(word in _DRAWN or word == "cannot" for word in title):
        return title
    found: list[str] = []
    for word in title:
        before = found[-1] if found else ""
        if word == "t" and before.endswith("n") and len(before) > 2:
            found[-1:] = {"can": ["can", "not"], "won": ["will", "not"]}.get(before, [before[:-1], "not"])
        elif word in _DRAWN and before in _DRAWN[word][1].split():
            found.append(_DRAWN[word][0])
        else:
            found += ["can", "not"] if word == "cannot" else [word]
    return tuple(found)


def _together(title: list[str], spelt: set[str]) -> list[str]:
    """Give the words with numbers that are one number as one: "100 20" of "cent vingt", if both are `spelt` out."""
    found: list[str] = []
    for word in title:
        before = found[-1] if found else ""
        if word in spelt and before in spelt and len(before) > len(word) and int(before) >= _TENS:
            zeros = len(before) - len(before.rstrip("0"))
            if zeros >= len(word):
                found[-1] = str(int(before) + int(word))
                spelt = spelt | {found[-1]}
                continue
        found.append(word)
    return found


@lru_cache(maxsize=65_536)
def content(title: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a title that carry it, sorted: "The Grocer's Son" and "The Son of the Grocer" have the same."""
    return tuple(sorted(word for word in bare_title(title) if word not in words("title", "small")))


@lru_cache(maxsize=65_536)
def one_meaning(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two titles, by the words that carry them, say the same in two languages, as far as lists know."""
    first, second = content(one), content(other)
    apart, their = compounds(first), compounds(second)
    return _means_one(first, second, counts=counts_alike(one, other)) or (
        (apart != first or their != second) and _means_one(apart, their, counts=False)
    )


def compounds(carried: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that carry a title, those made of two that lists know taken apart: "hjartasteinn"."""
    return tuple(sorted(part for word in carried for part in _made_of(word)))


@lru_cache(maxsize=65_536)
def _made_of(word: str) -> tuple[str, ...]:
    if len(word) <= 2 * _PART_OF or meanings(word) or not word.isalpha():
        return (word,)
    for cut in range(len(word) - _PART_OF, _PART_OF - 1, -1):
        first, second = word[:cut], word[cut:]
        if not _says_much(second):
            continue
        for known in (first, first[:-1], first[:-2]):
            if len(known) >= _PART_OF and _says_much(known) and first.removeprefix(known) in _LINKS:
                return known, second
    return (word,)


def _says_much(part: str) -> bool:
    """Tell whether a part of a word is one that lists know, in full if it is short."""
    return listed(part) or (len(part) > _WORD and bool(meanings(part)))


def _means_one(one: tuple[str, ...], other: tuple[str, ...], *, counts: bool) -> bool:
    """Tell whether words that carry two titles mean the same, one to one; `counts`, "one" may be an article."""
    left, right = sorted((list(one), list(other)), key=lambda title: (len(title), title))
    if len(right) == len(left) + 1 and "1" in right and counts:
        right.remove("1")  # "une nuit" is one night
    if len(left) != len(right) or left == right:
        return False
    for word in left:
        partner = next((each for each in right if each == word), None) or next(
            (each for each in right if _means_the_same(word, each)), None
        )
        if partner is None:
            return False
        right.remove(partner)
    return True


@lru_cache(maxsize=65_536)
def senses(title: str) -> frozenset[str]:
    """Give what a title of two words or more means, where lists have all but numbers and names: in all languages."""
    carried = compounds(content(tokens(title)))
    known = [word for word in carried if meanings(word)]
    if len(carried) < _SENSE or not known or not all(word in known or _of_all_languages(word) for word in carried):
        return frozenset()
    told = [sorted(map(str, meanings(word))) or [word] for word in carried]
    return frozenset(" ".join(sorted(found)) for found in islice(product(*told), _SENSES))


def _of_all_languages(word: str) -> bool:
    """Tell whether a word is a number or, as far as lists know, a name: "Orskine" in "L'histoire d'Orskine"."""
    return word.isdecimal() or (len(word) >= _WORD and word.isalpha() and not languages_of(word))


def _means_the_same(one: str, other: str) -> bool:
    """Tell whether two words mean the same; a plural with "s" is rather another title of one language."""
    return one + "s" != other and other + "s" != one and not meanings(one).isdisjoint(meanings(other))


def all_cognate(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the words that carry two titles, of two languages, are alike or mean the same, one to one."""
    left, right = content(one), list(content(other))
    if len(left) != len(right) or left == tuple(right) or not left:
        return False
    for word in left:
        partner = next((each for each in right if _cognates(word, each)), None)
        if partner is None:
            return False
        right.remove(partner)
    return True


def _cognates(one: str, other: str) -> bool:
    if one == other or _means_the_same(one, other):
        return True
    if one + "s" == other or other + "s" == one:
        return False
    return min(len(one), len(other)) > _WORD and likeness(one, other) >= _COGNATE


def counts_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two titles have the same numbers, but for "one" where the other has an article that may count."""
    counted = [list(count_in(bare_title(title))) for title in (one, other)]
    if sorted(counted[0] + [1]) == counted[1]:
        return not _ARTICLES_THAT_COUNT.isdisjoint(one)
    return sorted(counted[1] + [1]) == counted[0] and not _ARTICLES_THAT_COUNT.isdisjoint(other)


def initials_within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether a word of one title is the first letters of words of the other, all else being the same: 99 KPO."""
    short, long = sorted((one, other), key=len)
    for place, word in enumerate(short):
        if len(word) <= _SENSE or not word.isalpha() or len(long) - len(short) != len(word) - 1:
            continue
        behind = place + len(word)
        if short[:place] == long[:place] and short[place + 1 :] == long[behind:]:
            return len(short) > 1 and word == "".join(each[0] for each in long[place:behind])
    return False


def other_meaning(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether lists know all words that carry two titles, which say nearly the same: The Wolf and the Sea, … Lake.

    Titles of several words that have nothing in common are rather given anew in another language.
    """
    left, right = content(one), content(other)
    if _half_meant(compounds(left), compounds(right)):
        return True
    if not all(map(listed, (*left, *right))) or one_meaning(one, other):
        return False
    told = {meant for word in left for meant in meanings(word)}
    alike = any(not told.isdisjoint(meanings(word)) for word in right)
    return alike or min(len(left), len(right)) == 1


def _half_meant(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether of two words each, all in lists as they stand, one means the same: "Vinterbro", Summer Bridge."""
    if not len(one) == len(other) == _SENSE or not all(map(listed, (*one, *other))):
        return False
    alike = [(word, each) for word in one for each in other if not meanings(word).isdisjoint(meanings(each))]
    return len(alike) == 1


def of_parts(title: str) -> bool:
    """Tell whether a title has a part behind a colon or a dash: mostly one of several films."""
    return not _head(title)[1] and _PART.search(title) is not None


@lru_cache(maxsize=65_536)
def without_season(title: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of a title without "season 2", which is no other series."""
    kept: list[str] = []
    for place, word in enumerate(title):
        before, after = title[place - 1 : place], title[place + 1 : place + 2]
        season = word in words("title", "seasons") and (_counts(before) or _counts(after))
        counted = _counts((word,)) and not words("title", "seasons").isdisjoint(before + after)
        if not season and not counted:
            kept.append(word)
    return tuple(kept) or title


def _counts(found: tuple[str, ...]) -> bool:
    return any(word.isdecimal() or word in numbers() for word in found)


@lru_cache(maxsize=65_536)
def count_in(title: tuple[str, ...]) -> tuple[int, ...]:
    """Give the numbers in a title, however written, sorted; "one" is rarely a number of parts, but it counts."""
    known = numbers()
    return tuple(
        sorted(
            int(word) if word.isdecimal() else known[word]
            for place, word in enumerate(title)
            if word.isdecimal() or (word in known and _counting(title, place))
        )
    )


def _counting(title: tuple[str, ...], place: int) -> bool:
    """Tell whether a word that may be a number is one: "I" behind "part", and "V" there or at the end ("v" is "in")."""
    word = title[place]
    return word not in ("i", "v") or _part(title[place - 1 : place]) or (word == "v" and place == len(title) - 1 > 0)


def _part(before: tuple[str, ...]) -> bool:
    """Tell whether a word before "I" makes it a number: "Parte I"."""
    return not words("title", "parts").isdisjoint(before)


def has_subtitle(left: str, right: str) -> bool:
    """Tell whether one title is the other with a subtitle."""
    head, whole = _head(left)
    other, other_whole = _head(right)
    if (head == other and whole != other_whole) or _with_second(tokens(left), tokens(right)):
        return True
    return is_second_part(left, right)


def is_part_with_subtitle(left: str, right: str) -> bool:
    """Tell whether one title is the other, which a number ends, with a subtitle: "Orsk 2", "Orsk 2: The Return".

    The number says which film of several it is.
    """
    heads = bare_title(_head(left)[0]), bare_title(_head(right)[0])
    if _head(left)[1] == _head(right)[1] or len(heads[0]) != len(heads[1]) or len(heads[0]) < 2:
        return False
    if not all(map(transcribed, *heads)) or heads[0][-1] != heads[1][-1]:
        return False
    return heads[0][-1].isdecimal() and 1 < int(heads[0][-1]) <= _SEQUEL and count_in(heads[0]) == count_in(heads[1])


def is_numbered_once(left: str, right: str) -> bool:
    """Tell whether two titles with one subtitle of their own differ in a number before it: "Orsk 2: Kelp"."""
    one, other = (_SUBTITLE.split(title, maxsplit=1) for title in (left, right))
    if len(one) != 2 or len(other) != 2 or not bare_title(tokens(one[1])) == bare_title(tokens(other[1])) != ():
        return False
    short, long = sorted((bare_title(tokens(one[0])), bare_title(tokens(other[0]))), key=len)
    return bool(short) and long[:-1] == short and long[-1].isdecimal() and 1 < int(long[-1]) <= _SEQUEL


def is_second_part(left: str, right: str) -> bool:
    """Tell whether one title is all that stands behind the name in the other: "Ari Orsk: The Long Goodbye"."""
    return _is_tail(left, right) or _is_tail(right, left)


def says_what_it_is(title: str) -> bool:
    """Tell whether what stands behind a title says only what it is: "Bergfahrt: A Documentary"."""
    return _says(title, "described")


def is_a_tale(title: str) -> bool:
    """Tell whether the second part says that this is a story, but no new one: "Bergfahrt: An Alpine Story"."""
    if _A_TALE.search(title) is None or not _says(title, "telling"):
        return False
    return words("title", "again").isdisjoint(tokens(_SUBTITLE.split(title, maxsplit=1)[-1]))


def tells_of(title: str) -> bool:
    """Tell whether what stands behind a title says what it tells: "Bergfahrt: The Story of a Guide"."""
    return _says(title, "telling")


def _says(title: str, what: str) -> bool:
    head, *behind = _SUBTITLE.split(title, maxsplit=1)
    told = words("title", what)
    return bool(head) and any(word in told for part in behind for word in tokens(part))


def _is_tail(title: str, other: str) -> bool:
    """Tell whether a title of some words is the second part of another: "Ari – Der lange Abschied"."""
    cut = _SUBTITLE.split(other, maxsplit=1)
    if len(tokens(title)) < _TAIL and not _names_much(tokens(title)):
        return False
    return len(cut) > 1 and bare_title(tokens(cut[1])) == bare_title(tokens(title))


def _names_much(title: tuple[str, ...]) -> bool:
    """Tell whether a title of two words has a long one that says neither what it is nor which part: Les Brandungen."""
    others = words("title", "described") | words("title", "telling") | words("title", "again") | words("title", "parts")
    long = [word for word in content(title) if len(word) > _WORD + 1 and word not in others]
    return len(title) > 1 and bool(long) and not count_in(title)


def has_second_title(left: str, right: str) -> bool:
    """Tell whether one title is the other with a second one behind "or"."""
    return _with_second(tokens(left), tokens(right))


def _with_second(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one title is the other with a second one behind "or": "Vermiglio ou la mariée des montagnes"."""
    short, long = sorted((one, other), key=len)
    behind = long[len(short) : len(short) + 1]
    return bool(short) and len(long) > len(short) + 2 and long[: len(short)] == short and behind[0] in _ORS


@lru_cache(maxsize=65_536)
def _head(title: str) -> tuple[tuple[str, ...], bool]:
    """Give the words of a title without its subtitle, and whether that is all of it."""
    head = tokens(_OR.sub("", _SUBTITLE.split(title, maxsplit=1)[0]))
    return head, head == tokens(title)
