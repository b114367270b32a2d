"""Headlines that play with a title: "Mornings go before the cameras" above a teaser that says One Hundred Mornings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.lexicon import words
from kg.extract.listing.retold import stands_alone
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.slot.given import is_given_name
from kg.extract.slot.whole import is_surname_in
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.listing.layout import Block
    from kg.extract.news import News

__all__ = ["is_doubtful", "names_somebody", "only_alluded"]

_SHORT = 3
_SMALL = 3
# Verbs of headlines: printed with a capital, they tell that all words are.
_VERBS = words("names", "film_verbs") | frozenset({
    "sends", "boards", "shoots", "joins", "join", "stars", "star", "directs", "selects", "submits", "prepares",
    "finishes", "starts", "begins", "announces", "supports", "grants", "funds", "chooses", "nominates", "acquires",
    "backs", "unveils", "launches", "wraps", "shoot", "win", "votes", "signs", "readies", "produces",
})  # fmt: skip
_FULL_VERBS = _VERBS - {"is"}
_NO_FIRST = words("names", "articles") | words("names", "plain")
_TITLE_BEHIND = re.compile(r"\s(?:of|on|with)\s[^\W\d_a-z]")
_FILMS = re.compile(r"\s(?:(?:is )?(?:set |ready |about )?to|will) (?:film|direct|helm)\b")
_WORD = re.compile(r"\w+")
# What a film does as well as somebody: "Ida Holm moves to Oslo" above "The Danish director …".
_OF_ANYBODY = frozenset(
    {"title-shows", "title-opens-at", "title-stage", "title-on-its-way", "title-looks", "title-opens-event"}
)
_OPENS_WITH_SOMEBODY = re.compile(
    r"(?:[^.:;]{0,40}\d{4}: )?The\s(?:[\w’'-]+\s){0,4}?"
    r"(?:director|filmmaker|helmer|actor|actress|producer|star|screenwriter)\b"
)


def only_alluded(document: Document, block: Block, news: News, teaser: list[Fact]) -> bool:
    """Tell whether the one film of a headline is the teaser's under half its name, so that the teaser's word counts.

    The teaser must name one film, never the headline's alone, and share a word with it; a sequel shares words too, so
    none may be told of, and a director whom the headline names must be the teaser's.
    """
    told = block.told(document)
    films = [film.what.name for film in news.films if isinstance(film.what, Mention)]
    own = {end.what.name for fact in teaser for end in main_ends(fact) if isinstance(end.what, Mention)}
    if len(films) != 1 or len(own) != 1 or "sequel" in told:
        return False
    (other,) = own
    if {fact.rule for fact in news.facts if fact.main} <= _OF_ANYBODY and films[0] not in told:
        return True  # "Ida Holm takes on a biopic" above "Filming on LOW TIDE got underway"
    directing = [fact.subject.what for fact in teaser if fact.main and fact.predicate == "directed"]
    makers = [what.name for what in directing if isinstance(what, Mention)]
    named = [end.what.name for end in news.directors if isinstance(end.what, Mention)]
    if news.headline_names_directors and not any(maker.endswith(name) for name in named for maker in makers):
        return False
    if films[0] in told.replace(other, "") or films[0] == other:
        return False
    return bool(_stems(films[0]) & _stems(other))


def is_doubtful(document: Document, headline: str, block: Block, facts: list[Fact]) -> bool:
    """Tell whether the films that a headline was read to name are rather something else, so far as its teaser tells.

    They are where all words of the headline have capitals, so that a title may end anywhere, and the teaser, which
    would name it, does not; and where the first word is the surname of somebody whom the teaser gives in full.
    """
    told = block.told(document)
    films = {end.what.name for fact in facts for end in main_ends(fact) if isinstance(end.what, Mention)}
    people = [end.what.name for fact in facts for end in (fact.subject, fact.object) if isinstance(end.what, Mention)]
    if any(not _VERBS.isdisjoint(fold(name).split()[1:-1]) for name in people if name not in films):
        return True  # "Latvia Sends Surname"
    if any(_is_selling_a_nation(name) for name in people if name not in films):
        return True
    if any(fact.rule == "title-stage" for fact in facts) and _is_somebody_who_films(headline, films):
        return True
    if any(fact.rule in _OF_ANYBODY for fact in facts) and _is_name(films) and _OPENS_WITH_SOMEBODY.match(told):
        return True
    if any(fact.rule in _OF_ANYBODY for fact in facts) and _is_name(films) and _goes_on(headline, films):
        return True
    if names_somebody(facts, told):
        return True
    if not films or not told or any(_is_told(film, told) for film in films):
        return False
    printed = headline.split()
    has_verb = any(word[0].isupper() and word.casefold() in _FULL_VERBS for word in printed[1:])
    has_verb = has_verb or (block.tag is not None and block.tag_line is None)
    if has_verb and all(word[0].isupper() or len(word) <= _SMALL for word in printed):
        return True
    return all(is_surname_in(film.split()[0], told) for film in films)


def _is_selling_a_nation(name: str) -> bool:
    """Tell whether what was taken for somebody is done to a nation’s films: "Selling Danish films"."""
    parts = name.split()
    return len(parts) == 2 and parts[0].endswith("ing") and bool(countries().code_of_demonym(parts[1]))


def names_somebody(facts: list[Fact], told: str) -> bool:
    """Tell whether the one film of facts is rather somebody of whom a teaser says what he or she does."""
    films = {end.what.name for fact in facts for end in main_ends(fact) if isinstance(end.what, Mention)}
    return _is_name(films) and _acts(next(iter(films)), told)


def _acts(name: str, told: str) -> bool:
    """Tell whether a teaser says what somebody of a name does: "NAME was in talks with", "NAME is in the news"."""
    does = r"(?:was|has|had|will|who|says|said|told|joins|plays|is (?!(?:an?|the|about|based|directed|produced|set)\b))"
    return re.search(rf"\b{re.escape(name.rstrip('?!'))} {does}", told) is not None


def _is_name(films: set[str]) -> bool:
    """Tell whether a headline's one film is called like a person: a given name and one or two capitals."""
    parts = next(iter(films), "").split() if len(films) == 1 else []
    return len(parts) in (2, 3) and is_given_name(parts[0].casefold()) and all(part[:1].isupper() for part in parts)


def _goes_on(headline: str, films: set[str]) -> bool:
    """Tell whether a title may follow behind what a headline says of its film: "Ida Holm ready for the shoot of …"."""
    return bool(_TITLE_BEHIND.search(headline.partition(next(iter(films)))[2]))


def _is_somebody_who_films(headline: str, films: set[str]) -> bool:
    """Tell whether a headline's film is like a name and does what people do: "NAME to film in Scotland"."""
    name = next(iter(films), "")
    parts = name.split()
    is_name = len(parts) in (2, 3) and all(part[:1].isupper() and part.isalpha() for part in parts)
    is_name = is_name and parts[0].casefold() not in _NO_FIRST
    return is_name and bool(_FILMS.match(headline.removeprefix(name)))


def _is_told(film: str, told: str) -> bool:
    """Tell whether a teaser names a film; one capital with another before it is rather somebody's surname."""
    return stands_alone(film, told) if " " not in film and film[0].isupper() else fold(film) in fold(told)


def _stems(name: str) -> set[str]:
    return {word.rstrip("s") for word in _WORD.findall(fold(name)) if len(word) > _SHORT}
