"""Titles that a page marks: by links to the film's other pages behind them, or by quotation marks around them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.english import is_english
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.foreign import FOREIGN, FOREIGN_ARTICLES
from kg.extract.slot.given import is_given_name
from kg.extract.token import LINKS, NOT_FINAL, Tokens, tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["linked_people", "linked_titles", "quoted_titles", "title_before"]

# Languages that write titles in small letters: where one begins, capitals do not tell.
_SMALL_LETTERS = frozenset({"fr"})
_LONGEST, _LONGEST_FOREIGN = 12, 7
_SHORTEST = 2
_NEAR = 40
_LONGEST_NAME = 4
# Plain words in small letters that titles have and that do not lead up to one.
_WITHIN_TITLES = frozenset({
    "this", "that", "is", "are", "was", "be", "not", "no", "me", "you", "us", "it", "my", "your", "will", "can", "what"
})  # fmt: skip
# A name is looked for in the first part of a page, however long that is.
_FAR = 20_000
_INTERVIEW = re.compile(
    r"interview\s*:\s*(?P<names>[^\W\d_][^\n\]]{3,80}?)\s*(?:…|\.\.\.)?\s*(?=\n|\]|$)", re.IGNORECASE
)
_QUOTED = re.compile(
    r"[“\"](?P<title>[A-ZÀ-ÞĀ-Ž\d¡¿][^“”\"\n]{1,80}?)[”\"]|"
    r"(?:„(?P<low>[A-ZÀ-ÞĀ-Ž\d¡¿][^„“”\"\n]{1,80}?)[“”]|[«»]\s?(?P<angle>[A-ZÀ-ÞĀ-Ž\d¡¿][^«»\n]{1,80}?)\s?[»«])|"
    r"(?<![\w’'])[‘'](?P<single>[A-ZÀ-Þ\d¡¿][^‘’'\n]{1,60}?(?:[’'][a-z]{1,2}\b[^‘’'\n]{0,40}?)?)[’'](?!\w)"
)
# What goes on without a comma or colon is no speech.
_LEADS_ON = re.compile(r"[a-z’'] ")
# What stands before and behind one word in quotation marks that is a title.
_LEADS_TO_TITLE = re.compile(
    r"(?:[’']s(?: [a-z][\w-]*){0,3}|\b(?:film|feature|movie|documentary|drama|comedy|thriller|debut|shorts?|doc|series|"
    r"animation|western|biopic|production|project|title|pic|picture|hit|entry|opener|winner|romance|epic|satire|"
    r"starring in|role in|co-star in|part in|cast of|director of|producer of|star of|rights (?:to|on|for)|"
    r"sales (?:on|of|for)|shooting|shoot of|filming|trailer (?:of|for)|premiere of|titled|entitled|including|includes?|"
    r"alongside|lead in|is|are|was|with the film|directed|directs|directing|produced|producing|wrote|released|releases|"
    r"acquired|boarded|picked up|snapped up|bought)) $|(?:^|\n|[”\"’] (?:and|,) |[”\"’], |[”\"’], and )$"
)
_FOLLOWS_TITLE = re.compile(
    r",? (?:is|was|has|will|had|follows|tells|stars|starring|directed by|by [A-ZÀ-Þ]|from [A-ZÀ-Þ]|won|received|opens|"
    r"opened|premiered|premieres|centres|drew|sold|took|produced by|written by|comes|marks|went|goes|sees|"
    r"screened|screens)\b| \((?:[A-ZÀ-Þ]|dir)"
)
# "tells the life of NAME, known as the “Mother of Salt”"
_NICKNAMED = re.compile(r"\b(?:known as|dubbed|nicknamed|so-called|aka) (?:the )?$")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
# What stands before a surname: "Jane ", "Jan van der ".
_GIVEN = r"[^\W\d_a-zà-ÿ][\w’'-]+ (?:(?:de|del|della|di|da|do|dos|la|le|van|von|der|den|ten|ter|al|el|bin|ben) ){0,3}"
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*")
_JOINS = words("names", "title_joins")
_MONTHS = words("names", "months")
_PLAIN = words("names", "plain")
_ARTICLES = words("names", "articles")
# Plain words with which titles begin as well.
_MAY_OPEN = _ARTICLES | frozenset({
    "no", "my", "our", "your", "who", "what", "where", "why", "how", "all", "one", "two", "three", "never", "not", "i",
    "you", "we", "me", "if", "nothing", "nobody", "everything", "everybody", "some", "every", "only",
})  # fmt: skip
# Those who are called so own titles, and make no films: "Mr Hulot’s Holiday".
_NOBODY = _PLAIN | _ARTICLES | frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "uncle", "aunt", "auntie"})
_BEFORE = 160
# One film: behind "films" each part is a title.
_KINDS = frozenset({
    "film", "title", "feature", "movie", "documentary", "comedy", "drama", "thriller", "production", "co-production",
    "animation", "western", "satire", "melodrama", "fable",
})  # fmt: skip
_MOST_SMALL = 3
# "Un Certain Regard entry TITLE", "French titles TITLE": what the film is called, and no part of its title.
_CALLED = re.compile(
    r"(?P<what>[^\W\d_].{2,40}?) (?:entry|contender|competitor|selection|opener|closer|candidate|winner|"
    r"(?:title|film|feature|production|documentar|comed|drama|short)(?:s|y|ies)?) (?=[A-ZÀ-Þ0-9])"
)
# What leads up to a title, and to no list of people.
_LEADS_UP = frozenset({
    "with", "for", "after", "since", "following", "titled", "entitled", "film", "feature", "documentary", "drama",
    "comedy", "thriller", "movie", "debut", "called", "is", "effort", "work",
})  # fmt: skip
_SEVERAL = 2
_MONEY = frozenset("€$£")
_LEADS_IN = frozenset({"after", "since", "following", "with"})


def linked_titles(document: Document) -> frozenset[str]:
    """Give the titles, folded, behind which the page prints links to the film's other pages."""
    found: set[str] = set()
    if language_of(document) in _SMALL_LETTERS:
        return frozenset()
    for links in LINKS.finditer(document.text):
        if span := title_before(document, links.start()):
            found.add(fold(document.text[slice(*span)]))
    return frozenset(found)


# "Les Tuches 2 – Le rêve [+see also: …]": a number tells that what stands before the dash is of the title.
_NUMBERED = re.compile(
    r"(?:^|[\s(“])(?P<title>(?:[A-ZÀ-Þ][\w’'-]*\s){1,5}(?:\d{1,2}|II|III|IV|V|VI))\s[–—-]\s(?:[“\"‘])?$"
)


def title_before(document: Document, at: int) -> tuple[int, int] | None:
    """Give the offsets of the title right before a block of links, or None where it is not plain where it begins."""
    line = document.text.rfind("\n", 0, at) + 1
    closed = document.text.rfind("]", 0, at) + 1
    tokens = tokenise(document, max(line, closed, at - _BEFORE), at)
    first = _beginning(tokens)
    if first == len(tokens):
        return None
    start, end = tokens.starts[first], tokens.ends[-1]
    if numbered := _NUMBERED.search(document.text, max(line, closed, at - _BEFORE), start):
        start = numbered.start("title")
    called = _CALLED.match(document.text, start, end)
    return (called.end() if called and _is_lead(called["what"]) else start, end)


def _is_lead(what: str) -> bool:
    """Tell whether what stands before "entry" or "titles" is a section, a festival or a nation."""
    plain = what.casefold().replace("'", "’")
    return plain in sections() or bool(known_festival(what) or countries().code_of_demonym(what))


def quoted_titles(document: Document) -> frozenset[str]:
    """Give what stands in quotation marks and is written as titles are, folded: every long word with a capital.

    What somebody said is not: it goes on in small letters, or ends with a stop.
    """
    if language_of(document) in _SMALL_LETTERS:
        return frozenset()
    found = set()
    text = document.text
    printed = Counter(_WORD.findall(text))
    for hit in _QUOTED.finditer(text):
        title = NOT_FINAL.sub("", hit["title"] or hit["single"] or hit["low"] or hit["angle"])
        if title.endswith(".") and _LEADS_ON.search(text, max(0, hit.start() - 2), hit.start()):
            title = title[:-1]  # “… stars in “TITLE.””: the stop is the sentence's
        if _NICKNAMED.search(text, max(0, hit.start() - _NEAR), hit.start()):
            continue
        parts = title.rstrip(",").split()
        is_alias = text.endswith(("(", "(lit. ", "(literally "), 0, hit.start())
        if not parts or is_alias or len(parts) > _LONGEST or title.endswith("."):
            continue
        small = [fold(part) for part in parts if part[0].islower() and fold(part) not in _JOINS]
        is_phrase = len(parts) > 1 or (printed[title.rstrip(",")] > 1 and not countries().code_of_demonym(title))
        is_foreign = bool(small) and len(parts) <= _LONGEST_FOREIGN and not any(map(is_english, small))
        if (is_phrase and not small) or is_foreign or (len(parts) == 1 and _is_title_alone(text, hit, title)):
            found.add(fold(title.rstrip(",")))
    return frozenset(found)


def _is_title_alone(text: str, hit: re.Match[str], word: str) -> bool:
    """Tell whether one word in quotation marks is a title, and no nickname, nor what a thing is called."""
    plain = word.rstrip(",")
    if len(plain) < _SHORTEST or plain.isupper() or countries().code_of_demonym(plain):
        return False
    before, behind = text[max(0, hit.start() - _NEAR) : hit.start()], text[hit.end() : hit.end() + _NEAR]
    return bool(_LEADS_TO_TITLE.search(before) or _FOLLOWS_TITLE.match(behind))


def linked_people(document: Document) -> frozenset[str]:
    """Give the people, folded, to whose interviews the page links."""
    return frozenset(
        fold(name)
        for links in LINKS.finditer(document.text)
        for hit in _INTERVIEW.finditer(links.group())
        for name in _AND.split(hit["names"])
        if " " in name
    )


def _beginning(tokens: Tokens) -> int:
    """Where the title that ends with the last token begins: it goes back over capitals, and joining words between.

    Gives the number of tokens where that cannot be told: "TITLE and TITLE" may be one title or two.
    """
    lower, printed, n = tokens.lower, tokens.words, len(tokens)
    first = at = n
    while at > 0 and n - at < _LONGEST:
        at -= 1
        word = lower[at]
        if printed[at][0].isdigit() and at and printed[at - 1] in _MONEY:
            break  # "in contrast to the €18 TITLE"
        if printed[at][0].isupper() or printed[at][0].isdigit() or printed[at][0] in "¡¿#":
            if word == "best" or (word in _MONTHS and first == at + 1 < n and printed[first].isdigit()):
                return n  # "Best Actress for TITLE", "until December 9 in TITLE"
            first = at
        elif word == "'s" and _is_owner(tokens, at):
            break  # "NAME’s TITLE"
        elif word in ("!", "?", "...", ":", "&", "'s") and _goes_on(tokens, at, first):
            continue
        elif word == "and" and first < n and at and lower[at - 1] in (")", ",", "]"):
            break  # "TITLE (1972) and TITLE"
        elif word == "and" and first == at + 1 < n and printed[first][0].isupper() and _is_all_of_list(tokens, at):
            first = 1  # "TITLE [+see also: …], Tora and Lotta"
            break
        elif word == "and" and first == at + 1 < n and printed[first][0].isupper():
            return _over_and(tokens, at)
        elif word == "," and first < n and (start := _behind_kind(tokens, at)):
            first = start  # "the Belgian film TITLE, WITH A COMMA"
            break
        elif word == "," and first < n and _opens_line(tokens, at):
            first = 0  # "Warsaw, Belgium [+see also …] by NAME"
            break
        elif first == n and word.isalpha() and (start := _small_end(tokens)):
            first = start  # "Les Heures lentes"
            break
        elif word.isalpha() and first < n and (start := _small_end(tokens, at + 1)):
            first = start  # "Le Phare perdu 3"
            break
        elif word == "for" and first < n and at and lower[at - 1] in _MONTHS:
            break  # "has been underway since 5 June for TITLE"
        elif word == "for" and first < n and at > 1 and "with" in lower[max(0, at - 3) : at - 1]:
            break  # "who worked with NAME for TITLE"
        elif word in _LEADS_IN and first < n and _ends_name(tokens, at):
            break  # "the second film by NAME after TITLE"
        elif word not in _JOINS or first == n:
            first = _after_owner(tokens, at, first)
            break
    starts_sentence = first == 0 or lower[first - 1] == "."
    if starts_sentence and first + 1 < n and lower[first] in _PLAIN - _MAY_OPEN:
        first += 1  # "In TITLE", "With TITLE"
    return first


def _opens_line(tokens: Tokens, at: int) -> bool:
    """Tell whether capitals alone stand between the beginning of a line and a comma, and no name, nor what links it."""
    line = tokens.starts[0]
    if not 0 < at <= _MOST_SMALL or (line and tokens.document.text[line - 1] != "\n"):
        return False
    is_name = at > 1 and is_given_name(tokens.lower[0])
    return not is_name and all(
        word[0].isupper() and fold(word) not in _PLAIN and not is_english(fold(word)) for word in tokens.words[:at]
    )


def _is_all_of_list(tokens: Tokens, at: int) -> bool:
    """Tell whether nothing but one or two capitals stands between a comma behind other links and an "and"."""
    if tokens.lower[0] != "," or not 1 < at <= _SEVERAL + 1:
        return False
    is_name = at == _SEVERAL + 1 and is_given_name(tokens.lower[1])
    return all(word[0].isupper() for word in tokens.words[1:at]) and not is_name


def _over_and(tokens: Tokens, at: int) -> int:
    """Give where a title begins that goes back over "and": behind a word that leads up to one, and nobody's name.

    A page that links its films links each: what stands before "and" without a link of its own is no other title.
    """
    lower, printed = tokens.lower, tokens.words
    start = at
    while start and (
        printed[start - 1][0].isupper() or (lower[start - 1] in _JOINS and printed[start - 2][0].isupper())
    ):
        start -= 1
    is_led = start > 0 and lower[start - 1] in _LEADS_UP
    is_many = len(LINKS.findall(tokens.document.text[:_FAR])) > _SEVERAL
    is_person = is_given_name(lower[start]) and at - start in (2, 3)
    return start if is_led and is_many and start < at and not is_person else len(tokens)


def _behind_kind(tokens: Tokens, at: int) -> int:
    """Give where the first part of a title before a comma begins, if a kind of film stands right before it; else 0."""
    start = at
    while start and at - start < _LONGEST_NAME + 1 and tokens.words[start - 1][0].isupper():
        start -= 1
    return start if start < at and start and tokens.lower[start - 1] in _KINDS else 0


def _small_end(tokens: Tokens, end: int = 0) -> int:
    """Give where a foreign title begins that has small letters before a token, or at its end; 0 where it has none."""
    lower, printed = tokens.lower, tokens.words
    at = end = end or len(tokens)
    while at and printed[at - 1].islower() and lower[at - 1] not in _PLAIN and end - at < _MOST_SMALL:
        at -= 1
    while at and (printed[at - 1][0].isupper() or lower[at - 1] in FOREIGN):
        at -= 1
        if printed[at][0].isupper() and lower[at].rstrip("'’") in FOREIGN_ARTICLES and at < end - 1:
            return at
    return 0


def _after_owner(tokens: Tokens, at: int, first: int) -> int:
    """A plain word within a title hides where it begins, unless its owner tells: "NAME’s Take this Waltz"."""
    if tokens.lower[at] not in _WITHIN_TITLES:
        return first
    for back in range(at - 1, max(at - _LONGEST_NAME, 0), -1):
        if tokens.lower[back] == "'s" and first < len(tokens):
            return back + 1 if tokens.words[back + 1][0].isupper() else first
        if not tokens.words[back][0].isupper():
            break
    return first


def _ends_name(tokens: Tokens, at: int) -> bool:
    """Tell whether somebody's full name stands right before a token, or a festival or one of its sections."""
    start = at
    while start and tokens.words[start - 1][0].isupper() and at - start < _LONGEST_NAME:
        start -= 1
    printed = tokens.text(start, at)
    is_show = printed.casefold() in sections() or known_festival(printed) is not None
    return is_show or (at - start > 1 and is_given_name(tokens.lower[start]))


def _goes_on(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether a mark stands within a title or at its end."""
    before = tokens.words[at - 1] if at else ""
    is_last = at == len(tokens) - 1
    return is_last or (first == at + 1 and (before[:1].isupper() or before[:1].isdigit()))


def _is_owner(tokens: Tokens, at: int) -> bool:
    """Tell whether what stands before a possessive is somebody's name or a country, and no "My Wife", "Pan"."""
    start = at
    while start and tokens.words[start - 1][0].isupper() and at - start < _LONGEST_NAME:
        start -= 1
    if start == at or tokens.lower[start] in _NOBODY:
        return False
    name = tokens.text(start, at)
    is_surname = re.search(rf"{_GIVEN}{re.escape(name)}\b", tokens.document.text[:_FAR]) is not None
    return at - start > 1 or is_surname or countries().code(name) is not None
