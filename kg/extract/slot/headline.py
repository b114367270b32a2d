"""Titles in headlines: any words may belong to one, so each run is weighed by what it is made of."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import Candidate, Names, bare, fold
from kg.extract.slot.award import is_award
from kg.extract.slot.english import is_english
from kg.extract.slot.festival import known_festival
from kg.extract.slot.given import is_given_name
from kg.extract.slot.kind_words import behind_kind_words
from kg.extract.slot.slots import COMPOUNDS, NUMBERS
from kg.extract.slot.small_letters import SMALL_LETTERS, says_what
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KINDS", "LONGEST_TITLE", "QUOTES", "headline_titles", "is_nation", "is_said_of_work", "only_a_kind"]

QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "„": "“"}
LONGEST_TITLE = 14
KINDS = words("leads", "works") | words("leads", "series") | words("leads", "companies") | words("names", "many_works")
_LEAST = -2.5
_NEAR = 4
# How many words it takes to tell something again, and what that is worth.
_TOLD = 2
_AGAIN = 0.7
_JOINS = words("names", "title_joins")
_ARTICLES = words("names", "articles")
_FOREIGN = words("names", "foreign_joins")
_FILMING = frozenset({"shoot", "shoots", "shooting", "film", "films", "filming"})
_APPOINTS = frozenset({
    "names", "appoints", "hires", "promotes", "taps", "poaches", "ups", "recruits", "elevates", "welcomes", "brings",
})  # fmt: skip
_OF_WORKS = frozenset({"debut", "new", "latest", "first", "second", "third", "next", "upcoming", "directorial"})
# What headlines in capitals say of a film that they do not name: "Preps Her Debut Feature".
_SAID_OF_FILMS = KINDS | {
    "his", "her", "their", "debut", "new", "latest", "next", "upcoming", "first", "second", "third", "fourth", "fifth",
    "sophomore", "long", "animated", "short", "feature", "kids", "fiction", "creative", "historical", "minority",
    "majority", "tv", "/", "&",
}  # fmt: skip
_WHEN = words("names", "months") | {"spring", "summer", "autumn", "fall", "winter"}
_YEAR = 4  # figures
_NO_TITLE_LEADS = words("names", "no_title_leads")
# What goes on with a title behind a comma in small letters: "Toi, moi, les autres".
_LIST_JOINS = frozenset({
    "the", "a", "and", "le", "la", "les", "et", "un", "une", "der", "die", "das", "el", "los", "il", "my",
    "moi", "toi"
})  # fmt: skip
# Small words that only English has: a title in another language does not go on over them.
_ENGLISH_JOINS = frozenset({
    "on", "the", "to", "of", "with", "from", "for", "at", "by", "and", "after", "as", "its", "his", "her",
    "their"
})  # fmt: skip
# Marks with which no title begins, or ends.
_NO_FIRST = frozenset({",", ".", ":", "'s", "-", "–", ")", "!", "?"})
_NO_LAST = frozenset({",", ":", "–", "-", ";", "("})
# Verbs of headlines; what stands behind them is no more of the title: "TITLE wins the".
_VERBS = words("names", "film_verbs") - {"is", "set", "still", "opens", "closes"}
_DOES = words("names", "headline_verbs") - {"star", "land", "cast"}
_CLAUSES = frozenset({"before", "after", "while", "when", "by"})
_THEN = frozenset(
    {"the", "a", "an", "its", "at", "in", "into", "to", "best", "four", "five", "six", "two", "three", "top"}
)
_EVENTS = frozenset({"competition", "festival", "lido", "croisette", "market", "line-up", "selection"})
_TO_PLACES = frozenset({"at", "in", "to", "the", "into", "for", "from"})
_REGIONS = words("names", "regions")
_TO_EVENTS = frozenset({"at", "in", "to", "of", "for", "the"})
# Behind "Film" they go on with the name of a body or an event.
_FILM = frozenset({"film", "films", "doc", "docs", "documentary", "cinema", "movie", "series", "short"})
_BEFORE_BODIES = _FILM | {"co-production", "coproduction", "industry", "script", "screenwriting", "producers"}
_BODIES = (
    words("names", "body_words")
    | words("names", "events")
    | {"school", "week", "days", "alliance", "network", "platform", "board", "lab", "hub", "guild", "union", "archive"}
)
# A title has its capitals: behind a film's kind in small letters so many of them are a sentence.
_MOST_SMALL = 4
_EVENTS_AT_END = frozenset({"festival", "festivals", "filmfestival", "awards", "biennale"})
_SIBLINGS = frozenset({"brothers", "sisters", "siblings", "twins"})
# Whoever they are, a headline says something of all of them: "Winners crowned in Oslo".
_THEY = words("events", "they")


def headline_titles(line: Names, at: int) -> Iterator[Candidate]:
    """Give the titles that may begin at a token of a headline, the longest first."""
    if is_award(line.tokens, at):
        return
    first = behind_kind_words(line, at)
    for end, worth in reversed(list(_ends(line, first))):
        yield end, ((line.tokens.text(first, end), first, end),), "", worth


def _ends_with_when(lower: tuple[str, ...], first: int, end: int) -> bool:
    """Tell whether a title would end with when its film is shot: "in November 2023", "in May"."""
    is_year = len(lower[end]) == _YEAR and lower[end].isdigit()
    at = end - 1 if is_year else end
    return at > first + 1 and lower[at] in _WHEN and lower[at - 1] == "in"


def _ends(line: Names, first: int) -> Iterator[tuple[int, float]]:
    """Give where a title that begins at a token may end and how much it then looks like one, the shortest first.

    A title grows word by word, so that what each word tells is asked once and not anew for every end behind it.
    """
    tokens, lower, titles = line.tokens, line.tokens.lower, line.known.titles
    hopeless = _begins_none(line, first)
    if hopeless and not titles:
        return
    inside = first > 1 and line.capital[first - 1] and lower[first - 1] in _JOINS
    base = -1.2 * inside  # "Swimming With | Men": a small word with a capital stands within a title
    base += 0.6 if _is_head(tokens.words[first]) else -1.6 if not first else -6.0
    base -= 3.0 if lower[first] in words("names", "of_trade", line.language) else 0.0
    never = words("names", "title_never_ends", line.language)
    has_compound = first + 1 < line.n and lower[first + 1].endswith(COMPOUNDS)
    costs, told = _goes_on(line, first), _told_again(line, first)
    asides, only_nations, small, is_told, counts = 0, True, 0, False, lower[first] in NUMBERS
    for last in range(first + 1, min(line.n, first + LONGEST_TITLE) + 1):
        end, is_longer = last - 1, last - first > 1
        if is_longer and tokens.words[end] in QUOTES:
            hopeless = True  # what stands in quotation marks further on is the title, or part of none
        if (
            is_longer
            and lower[end] in _APPOINTS
            and not line.capital[end]
            and is_given_name(lower[min(last, line.n - 1)])
        ):
            hopeless = True  # "Sund Film names | Ida Holm head of sales"
        # ", selected in …" goes on with the sentence, ", The First King" with the title.
        if last - first > 2 and lower[end - 1] == "," and tokens.words[end].islower() and _is_aside(line, end):
            asides += 1
        if last - first > 2 and lower[end - 1] == "," and not line.capital[end] and lower[end] in _DOES:
            hopeless = True  # "TITLE, eyes autumn release"
        cost, again = next(costs), next(told)
        if is_longer and lower[end] in _EVENTS_AT_END and (last == line.n or not line.capital[last]):
            continue  # "The Oslo Film Festival celebrates"
        if line.language != "en" and last - first == 2 and is_land(line, first):
            continue  # "L’Europe", "La Belgique"
        if is_longer and lower[end] in _SIBLINGS and not line.capital[end]:
            continue  # "The Holm brothers return"
        counts = counts and (not is_longer or not line.capital[end])
        if counts and is_longer:
            continue  # "Four feature films receive"
        is_kind = is_longer and only_nations and lower[end] in KINDS and not line.capital[end]
        only_nations = only_nations and (is_nation(line, end) or lower[end].isdigit() or lower[end] in NUMBERS)
        if titles and fold(tokens.text(first, last)) in titles:
            yield last, 5.0
            continue
        small += is_longer and tokens.words[end].isalpha() and not line.capital[end]
        is_told = is_told or (is_longer and lower[end] in KINDS and not line.capital[end])
        if last - first > 2 and _ends_with_when(lower, first, end):
            continue  # "TITLE in November 2023"
        if last - first == 1 and line.tokens.lower[first] in _STAGES:
            continue  # "TITLE in Postproduction"
        if is_longer and _says_what_it_is(line, first, last):
            continue  # "Her Debut Feature", "First Georgian Animated Film"
        if hopeless or is_kind or (is_told and small >= _MOST_SMALL and line.language == "en"):
            continue  # "Two new crime series head | into production"
        if not is_longer:
            if not first and lower[0] in _THEY and last < line.n and not line.capital[last]:
                continue
            if first and is_nation(line, first) and last < line.n and not line.capital[last]:
                continue  # "hit | French screens"
            if line.language != "en" and lower[first] in never:
                continue  # "Le", of "Le tournage"
            if lower[first] in line.plain:
                if line.capital[first]:
                    yield last, -2.0  # "It", "Two"
                continue
        elif has_compound or lower[end] in _NO_LAST:
            continue
        worth = base
        if is_longer:
            if lower[end] in never and not line.capital[end]:
                worth -= 3
            if lower[end] in _ARTICLES:
                worth -= 1.5
            if last < line.n and lower[end].endswith("ing") and not line.capital[end]:
                worth -= 1.0  # "TITLE shaping | up to be"
        if line.language != "en" and not first and 1 < last < _NEAR and is_given_name(lower[0]):
            worth -= 1.6 * all(line.capital[first:last])  # "Ida Holm remporte": she does
        worth = worth - 1.2 * asides - cost + 0.04 * (last - first) + again
        if worth > _LEAST:
            yield last, worth


def _begins_none(line: Names, first: int) -> bool:
    """Tell whether no title begins at a token, however it goes on, save one that is known."""
    tokens, lower = line.tokens, line.tokens.lower
    if line.has_quoted and not (first and tokens.words[first - 1] in QUOTES):
        return True  # where a headline quotes a title, the rest of it is none
    if lower[first] in _NO_TITLE_LEADS and not line.capital[first]:
        return True
    if line.language in SMALL_LETTERS and says_what(line, first):
        return True  # "Le premier film | de NAME"
    then_kind = first + 2 < line.n and lower[first + 1] in KINDS and not line.capital[first + 1]
    if then_kind and line.capital[first + 2] and is_nation(line, first):
        return True  # "Flemish hit TITLE"
    if first and lower[first - 1] in _BEFORE_BODIES and line.capital[first - 1] and lower[first] in _BODIES:
        return True  # "Nordic Film | Market unveils its projects"
    if lower[first] in _NO_FIRST or tokens.words[first] == "and":
        return True
    return bool(first) and not (line.capital[first] or _is_head(tokens.words[first]))


def _is_head(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word[0] in "¡¿#"


def _told_again(line: Names, first: int) -> Iterator[float]:
    """What the lines beneath name again in the same words is a title; what only begins so goes on too far.

    Gives what that is worth for each end from the nearest.
    """
    around, tokens = line.known.around, line.tokens
    yield 0.0
    if not around:
        yield from repeat(0.0)
    shorter, is_told = 0.0, True
    for last in range(first + _TOLD, line.n + 1):
        # Whole words that are not told again are not with more words behind them either.
        told = is_told and bare(tokens.text(first, last)) in around
        if not told and last < line.n and not tokens.glued(last):
            is_told = False
        if last == first + _TOLD:
            shorter = -_AGAIN if told and line.capital[first + 1] else 0.0
        yield _AGAIN if told else shorter


def _is_aside(line: Names, at: int) -> bool:
    """Tell whether what follows a comma in small letters is no part of a title: ", selected in", ", a crime drama"."""
    lower = line.tokens.lower
    if lower[at] in ("a", "an", "the") and at + 1 < line.n:
        return not line.capital[at + 1]
    return lower[at] not in _LIST_JOINS


def _goes_on(line: Names, first: int) -> Iterator[float]:
    """Say how much within a run looks like the rest of the headline: plain words, places, festivals, a new name.

    Gives that for each end from the nearest. Some words tell more where another one follows them in the run.
    """
    lower, capital, n = line.tokens.lower, line.capital, line.n
    then, of_trade = words("names", "goes_on", line.language), words("names", "of_trade", line.language)
    yield 0.0
    cost, capitals, foreign = 2.0 if _starts_elsewhere(line, first) else 0.0, 1, lower[first] in _FOREIGN
    is_at_festival = in_festival = False
    for at in range(first + 1, n):
        if line.language != "en" and lower[at - 1] in then and _is_event(line, at):
            cost += 1.5  # "TITLE au Festival de PLACE", "TITLE dans la course"
        last = cost
        if capital[at]:
            capitals += 1
            if lower[at] in _EVENTS and lower[at - 1] in ("the", "in"):
                cost += 1.2  # "TITLE to the Competition at PLACE"
            if lower[at - 1] == "by" and not capital[at - 1] and is_given_name(lower[at]):
                cost += 1.5  # "TITLE by Ida Holm"
            if lower[at - 1] in _TO_PLACES and at + 1 < n and lower[at + 1] == "'s" and is_nation(line, at):
                cost += 1.5  # "TITLE at Denmark’s prizes"
            if at - first < _NEAR and lower[first] in _ARTICLES and lower[at] in _ARTICLES and not capital[at - 1]:
                cost += 2.0  # "The mysterious | The Crime"
            elif line.language != "en" and lower[at] in _ARTICLES and not capital[at - 1]:
                cost += 1.5  # "La Fabrique porte | Le Marin"
            last = cost
            if lower[at - 1] in then and not capital[at - 1]:
                on_soil = 2.0 if at + 1 < n and not capital[at + 1] and is_nation(line, at) else 0.0
                last += on_soil  # "TITLE on Portuguese soil"
                cost += 1.0 if lower[at] in _ARTICLES else on_soil  # "TITLE after The Other Title"
        elif lower[at] in of_trade:
            cost = last = cost + 1.5  # "L’automne du cinéma belge"
        elif line.language != "en" and lower[at] in line.plain:
            cost = last = cost + 0.7
        elif lower[at] == "," and at + 2 < n and capital[at + 1] and capital[at + 2]:
            cost = last = cost + (0.5 if lower[at + 1] not in _ARTICLES else 0.0)  # "TITLE, Given Surname to lead …"
        elif lower[at] == ":" and at + 2 < n and lower[at + 1] in _ARTICLES and not capital[at + 1]:
            cost += 2.5  # "TITLE: a four-handed love story"
        elif lower[at] in ("–", "-") and at + 2 < n and lower[at + 1] in _ARTICLES and not capital[at + 1]:
            cost += 2.5  # "TITLE – a thriller for all ages"
        elif lower[at] in _FOREIGN or (not lower[at].isascii() and lower[at].isalpha()):
            foreign = True
        elif lower[at] in _JOINS:
            if foreign and line.language == "en" and lower[at] in _ENGLISH_JOINS:
                cost += 1.0
        elif at > first + 1 and line.language == "en" and lower[at] in _VERBS and at + 1 < n and lower[at + 1] in _THEN:
            cost = last = cost + 1.6  # "TITLE wins the"
        elif lower[at] in _CLAUSES and at + 1 < n and lower[at + 1].endswith("ing") and not capital[at + 1]:
            cost = last = cost + 1.6  # "TITLE before making"
        elif lower[at] in line.plain:
            cost = last = cost + 0.7
        elif lower[at].isalpha():
            dear = 0.1 if foreign and not lower[at].isascii() else 0.3
            foreign = True
            cost = last = cost + (dear if capitals > 1 else 0.0)  # a title in capitals has no word in small letters
        if at > first + 1 and not capital[at - 1]:
            to_place = capital[at] and lower[at - 1] in _TO_PLACES
            is_at_festival = is_at_festival or (to_place and known_festival(line.tokens.words[at]) is not None)
            in_festival = in_festival or (lower[at - 1] in _TO_EVENTS and bool(line.candidates("festival", at)))
        if at == n - 1 and first and lower[first - 1] in _FILMING and lower[at - 1] == "in" and _is_region(line, at):
            last += 0.4  # "TITLE in Scotland"
        if is_at_festival:
            last += 1.5  # "NAME into the Cannes Competition"
        if in_festival:
            last += 2.0
        yield last


def _is_region(line: Names, at: int) -> bool:
    word = line.lower[at]
    if not line.capital[at] or countries().code(word):
        return False  # "A Night in Egypt"
    return word in words("names", "provinces") or word in words("names", "cities") or not is_english(word)


def _is_event(line: Names, at: int) -> bool:
    """Tell whether a festival, or what one has, follows a preposition, with or without its article."""
    lower = line.lower
    noun = at + 1 if lower[at] in line.determiners else at
    is_event = lower[noun] in words("names", "events", line.language)
    return is_event or (noun < line.n and known_festival(line.tokens.words[noun]) is not None)


def _starts_elsewhere(line: Names, first: int) -> bool:
    """Tell whether a nation stands before the title: "Norwegian crime series TITLE", "Bulgaria’s …with TITLE"."""
    lower = line.tokens.lower
    if first + 1 >= line.n:
        return False
    if lower[first] == "new" and first + 2 < line.n and (lower[first + 1] in KINDS or is_nation(line, first + 1)):
        return lower[first + 2] in KINDS or lower[first + 1] in KINDS  # "New Danish series TITLE"
    if is_said_of_work(line, first):
        return True  # "Debut Feature TITLE", "Polish Drama TITLE", "Comedy The TITLE"
    if is_nation(line, first) and not line.capital[first + 1] and lower[first + 1] not in _JOINS:
        return True
    return lower[first + 1] == "'s" and countries().code(line.tokens.words[first]) is not None


def is_said_of_work(line: Names, first: int) -> bool:
    """Tell whether a headline that prints all words with capitals says at a token what the title behind is of."""
    lower, capital = line.tokens.lower, line.capital
    if first and lower[first - 1] in _OF_WORKS and capital[first - 1] and lower[first] in KINDS and capital[first]:
        return True
    if lower[first + 1] in KINDS and first + 2 < line.n and all(capital[first : first + 3]):
        return lower[first] in _OF_WORKS or lower[first] in KINDS or is_nation(line, first)
    return lower[first] in KINDS and all(capital[first : first + 2]) and lower[first + 1] in _ARTICLES


def is_land(line: Names, first: int) -> bool:
    """Tell whether an article and a country or continent stand at a token."""
    is_article, word = line.tokens.lower[first] in line.determiners, line.tokens.words[first + 1]
    is_continent = word.casefold() in words("names", "continents", line.language)
    return is_article and (is_continent or countries().code(word) is not None)


def only_a_kind(line: Names, first: int, last: int) -> bool:
    """Tell whether words say what a film is, not how it is called: "Rwandan drama", "German channel"."""
    lower = line.tokens.lower
    if last - first < 2 or lower[last - 1] not in KINDS or line.capital[last - 1]:
        return False  # what most words tell at once
    return all(is_nation(line, at) or lower[at].isdigit() for at in range(first, last - 1))


def _says_what_it_is(line: Names, first: int, last: int) -> bool:
    """Tell whether words that all have capitals only say what a film is: "Her Debut Feature", "New Polish Film"."""
    lower = line.tokens.lower
    if lower[last - 1] not in KINDS or not line.capital[last - 1]:
        return False
    return all(lower[at] in _SAID_OF_FILMS or is_nation(line, at) for at in range(first, last - 1))


_STAGES = frozenset({
    "postproduction", "post-production", "preproduction", "pre-production", "development", "production",
})  # fmt: skip
_HALF_NATIONS = frozenset({"Franco", "Anglo", "Italo", "Austro", "Serbo", "Sino", "Afro", "Russo", "Greco"})


def _is_land_or_nation(word: str) -> bool:
    return bool(countries().code_of_demonym(word) or countries().code(word))


def is_nation(line: Names, at: int) -> bool:
    """Tell whether a token is a demonym, or a chain ("Swiss-Luxembourg"), or says of which region something is."""
    word = line.tokens.words[at]
    if "-" in word:
        first, *others = word.split("-")
        return (first in _HALF_NATIONS or _is_land_or_nation(first)) and all(map(_is_land_or_nation, others))
    return bool(countries().code_of_demonym(word)) or word.casefold() in _REGIONS
