"""Rename: the same news about people, titles and companies that nobody has heard of.

An extractor that knows a name instead of reading a sentence scores well on the pages it was built on and nowhere
else. So every person, title and company that a gold names is replaced, in text and gold alike, by an invented one
of the same shape: as many words, capitals, initials, accents, hyphens, apostrophes and digits where they were.
Words are mapped one by one, so a surname alone, a company's first word in a headline, an alias that shares a word
and a form that a page has glued together all follow. Function words and particles stay or are exchanged for others
of their kind; company words ("Films") stay half the time; a body named after its trade and its region stays.
"""

from __future__ import annotations

import random
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from kg.vocabulary import countries, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

__all__ = ["Row", "names", "rename"]

Row = dict[str, Any]
"""One line of a gold, as read from JSON."""

_PRODUCES = {"produced", "coProduced", "executiveProduced", "sold", "distributed", "funded", "participatedIn"}
_CREW = {"directed", "starredIn", "wrote", "composed", "photographed", "edited", "created"}
_ENDS = {
    "title": {"s": {"type"}, "o": set[str]()},
    "person": {
        "s": {*_CREW, "nationality", "bornIn", "livesIn", "parentOf"},
        "o": {"features", "interviewed", "parentOf"},
    },
    "company": {
        "s": {*_PRODUCES, "basedIn", "managedBy", "partnerOf", "companyCountry", "coProducedWith", "alsoKnownAs"},
        "o": {"managedBy", "partnerOf", "coProducedWith", "alsoKnownAs"},
    },
}
_BY = re.compile(r"\b(?:novel|play|trilogy|book|story|series|film|comic|short|work|project|case) by (.+)")
_WORD = re.compile(r"[^\W\d_]+|\d+")

# Words that stay, or are exchanged within their kind: a title keeps its grammar.
_KINDS = {
    "title": ("of from", "in at inside", "over under", "les des", "le mon", "goes gets", "old new", "don can won"),
    "company": (),
    "person": ("van von", "ben ould", "di da"),
}
# fmt: off
_KEPT = {
    "the", "a", "an", "and", "or", "as", "i", "me", "we", "so", "to", "on", "of", "in", "by", "for", "with", "over",
    "mr", "mrs", "ms", "dr", "st", "de", "la", "le", "les", "du", "d", "l", "t", "s", "n", "el", "los", "las", "lo",
    "il", "o", "os", "un", "une", "der", "die", "das", "den", "het", "een", "et", "y", "e", "que", "nos", "pas",
}
_TRADE = {
    "film", "films", "movie", "movies", "production", "productions", "pictures", "picture", "sales", "distribution",
    "images", "fabrique", "cinema", "entertainment", "studio", "studios", "media", "federation", "fund", "centre",
    "center", "institute", "international", "group", "company", "audio", "visual", "audiovisual", "wallonia",
    "brussels",
}
_ONSETS = (
    "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gl", "gr", "j", "k", "kl", "kr", "l", "m", "n", "p", "pl",
    "pr", "r", "s", "sk", "sl", "st", "t", "tr", "v", "vr", "z", "zw",
)
_VOWELS = ("a", "e", "i", "o", "u", "ae", "ei", "ou")
_CODAS = ("b", "d", "k", "l", "lk", "ln", "m", "n", "nd", "nk", "p", "r", "rd", "rk", "rn", "rt", "t", "v", "x")
# fmt: on
_CONSONANT = "[^aeiouáéíöú]"
_ODD = re.compile("z|vr|kr|kl|x")  # a short invented word must not be a word after all
_ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ú"}


def names(rows: Iterable[Row]) -> dict[str, str]:
    """Give every title, person and company that one document's gold names, with which of the three it is."""
    rows = list(rows)
    groups: dict[str, str] = {}
    for group in ("title", "person", "company"):  # a producer is a person where anything else says so
        for row in rows:
            for spelling in _spellings(row, group):
                if not set(_words(spelling)) <= _KEPT | _TRADE and not countries().code(spelling):
                    groups.setdefault(spelling, group)
    return groups


def _spellings(row: Row, group: str) -> Iterator[str]:
    predicate, qualifiers = row["p"], row.get("q", {})
    if group == "person" and "of" in qualifiers:
        yield qualifiers["of"]
    for end, alternative in (("s", "alt"), ("o", "alt_o")):
        by = _BY.fullmatch(row[end])
        if by:
            if group == "person":
                yield by[1]
        elif predicate in _ENDS[group][end]:
            yield row[end]
            yield from qualifiers.get(alternative, ())


def rename(
    texts: Mapping[str, str], rows: Sequence[Row], seed: int, also: Mapping[str, str] | None = None
) -> tuple[dict[str, str], list[Row]]:
    """Give texts and gold with invented names; `texts` by the `seed` that the rows name, one mapping for all.

    `also` adds spellings that no gold has (a name misprinted in passing), each with its group: title, person or
    company. The same `seed` gives the same names on every machine.
    """
    taken = {word for text in texts.values() for word in _words(text)} | _KEPT | _TRADE
    mapping = _Mapping(random.Random(f"renaming {seed}"), taken)
    new_texts: dict[str, str] = {}
    new_rows = list(rows)
    for key, text in texts.items():
        mine = [row for row in rows if row["seed"] == key]
        groups = names(mine) | {name: group for name, group in (also or {}).items() if name in text}
        partial = _partial(groups, text)
        pattern = _pattern([*groups, *partial])
        every = {_plain(name): group for name, group in (partial | groups).items()}

        def replace(old: str, pattern: re.Pattern[str] = pattern, every: Mapping[str, str] = every) -> str:
            def new(found: re.Match[str]) -> str:
                group = every[_plain(found[0])]
                return found[0] if _of_another_name(found, group) else mapping.name(found[0], group)

            return pattern.sub(new, old)

        new_texts[key] = replace(text)
        new_rows = [_row(row, replace) if row["seed"] == key else row for row in new_rows]
    return new_texts, new_rows


def _row(row: Row, replace: Any) -> Row:
    table = vocabulary().predicates
    new = dict(row)
    known = table.get(row["p"])
    named_object = known is None or not {"Country", "FestivalEdition", "Place", "Award", "Item"} & set(known.objects)
    if known is not None and known.literal and row["p"] != "alsoKnownAs":
        named_object = False
    if row["p"] != "interviewed":
        new["s"] = replace(row["s"])
    if row["p"] != "type" and (named_object or row["p"] in ("coProducedWith", "partnerOf")):
        new["o"] = replace(row["o"])
    new["q"] = {
        key: [replace(one) for one in value]
        if key in ("alt", "alt_o")
        else replace(value)
        if key in ("work", "of", "role")
        else value
        for key, value in row.get("q", {}).items()
    }
    if "words" in row:
        new["words"] = replace(row["words"])
    return new


def _partial(groups: Mapping[str, str], text: str) -> dict[str, str]:
    """Find the shorter forms that a page uses: a surname, a company's first word, initials with full stops."""
    found: dict[str, str] = {}
    for name, group in groups.items():
        words = name.split()
        if name.isupper() and name.isalpha() and len(name) > 1:
            found["".join(f"{letter}." for letter in name)] = group
        if len(words) > 1 and group != "title":  # a title's first word is a word of the language
            one = words[-1] if group == "person" else words[0]
            known = set(_words(one)) <= _KEPT | _TRADE or any(letter.isdigit() for letter in one)
            # A company's first word may be one too: only where it is printed as a name, in mid-sentence.
            if not known and re.search(rf"(?<=[a-z,] ){re.escape(one)}(?!\w)(?! [A-Z])", text):
                found[one] = group
    return found


def _of_another_name(found: re.Match[str], group: str) -> bool:
    """Tell whether a title of one word stands within a longer name ("…, Mary Magdalene said" beside Magdalene)."""
    before = re.search(r"[,;] [A-Z][a-z]+ $", found.string[max(0, found.start() - 40) : found.start()])
    return group == "title" and " " not in found[0] and before is not None


def _plain(spelling: str) -> str:
    return re.sub(r"[^\S\n]+", " ", spelling).replace("’", "'")


def _pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    parts = []
    for spelling in sorted(set(spellings), key=lambda one: (-len(one), one)):
        part = re.escape(spelling)
        part = re.sub(r"(?:\\ | )+", lambda _: r"[^\S\n]+", part)
        part = re.sub(r"['’]", "['’]", part)
        left = r"(?<!\w)" if spelling[0].isalnum() else ""
        # A page may have lost the space after a name of several words; a single word ends where it ends.
        right = r"(?!\w)" if " " not in spelling else r"(?![A-Z\d])"
        parts.append(f"{left}{part}{right if spelling[-1].isalnum() else ''}")
    return re.compile("|".join(parts) or r"(?!)")


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


class _Mapping:
    """Old words to new ones, made as they are met."""

    def __init__(self, rng: random.Random, taken: set[str]) -> None:
        self.rng = rng
        self.taken = set(taken)
        self.words: dict[tuple[str, str], str] = {}
        self.numbers: set[str] = set()
        self.kept_trade: dict[str, bool] = {}
        self.letters: dict[str, str] = {}
        for kind in ("AEIOUY", "BCDFGHJKLMNPQRSTVWXZ"):
            self.letters.update(zip(kind, rng.sample(kind, len(kind)), strict=True))

    def name(self, printed: str, group: str) -> str:
        words = _WORD.findall(printed)
        all_trade = all(word.casefold() in _TRADE | _KEPT for word in words)

        def one(found: re.Match[str]) -> str:
            elided = len(found[0]) == 1 and printed[found.end() : found.end() + 1] in ("'", "’")
            if re.fullmatch(r"(?:[A-Z]\.)+", printed):
                return self.letters[found[0]]
            return found[0] if all_trade or elided else self._word(found[0], group)

        return _WORD.sub(one, printed)

    def _word(self, word: str, group: str) -> str:
        folded = word.casefold()
        kinds = [kind.split() for kind in _KINDS[group] if folded in kind.split()]
        if kinds:
            return _cased(self._once(("kind " + group, folded), lambda: self.rng.choice(kinds[0])), word)
        if folded in _KEPT and not (len(word) == 1 and word.isupper() and word not in "AI"):
            return word
        if folded in _TRADE and self.kept_trade.setdefault(folded, self.rng.random() < 0.5):
            return word
        if countries().code_of_demonym(word):
            return self._once(("demonym", folded), lambda: self.rng.choice(["Danish", "Czech", "Greek", "Swiss", word]))
        if word.isdigit():
            return self._once(("digits", word), lambda: self._digits(word))
        if word.isupper():
            return "".join(self.letters.get(letter, letter) for letter in word)  # "C.C.A." goes with "CCA"
        return _cased(self._once(("word", folded), lambda: self._invent(folded)), word)

    def _once(self, key: tuple[str, str], make: Callable[[], str]) -> str:
        if key not in self.words:
            self.words[key] = make()
        return self.words[key]

    def _digits(self, number: str) -> str:
        if len(number) == 1:
            return number  # "2" makes a sequel
        while True:
            made = self.rng.choice("1234") + "".join(self.rng.choice("012345") for _ in number[1:])
            if made not in self.numbers:
                self.numbers.add(made)
                return made

    def _invent(self, word: str) -> str:
        plain = unicodedata.normalize("NFD", word)
        accent, vowel, length = plain != word, plain[0] in "aeiouy", max(len(word), 2)
        while True:
            made = self.rng.choice("aeiou") + self.rng.choice(_CODAS) if vowel else ""
            while len(made) < length:
                made += self.rng.choice(_ONSETS) + self.rng.choice(_VOWELS)
                if self.rng.random() < 0.4:
                    made += self.rng.choice(_CODAS)
            made = made[:length]
            if word.endswith("s") != made.endswith("s"):
                # "Sykes’" takes no s after the apostrophe, so the new name must not either, and the reverse.
                made = made[:-1] + ("s" if word.endswith("s") else self.rng.choice("aeio"))
            if accent:
                at = next((i for i, letter in enumerate(made) if letter in _ACCENTS), None)
                made = made if at is None else made[:at] + _ACCENTS[made[at]] + made[at + 1 :]
            if self._good(made, accent=accent):
                self.taken.add(made)
                return made

    def _good(self, made: str, *, accent: bool) -> bool:
        known = made in self.taken or countries().code(made) or countries().code_of_demonym(made)
        # A short word must not be one of some language after all, and every word can be said aloud.
        odd = len(made) > 4 or _ODD.search(made)
        said = not re.search(f"{_CONSONANT}{{3}}|{_CONSONANT}{{2}}$", made.removesuffix("s"))
        return not known and bool(odd) and said and accent == (made != unicodedata.normalize("NFD", made))


def _cased(new: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if like[:1].isupper() else new
