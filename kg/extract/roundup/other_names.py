"""Other names of a film in its trivia: what may be its own title in another language, and what is rather somebody else.

A translated page prints the title in one language in the heading and in another in the trivia. Rules named "called-"
take what stands where the film would for such a title; here they are held against what else is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.roundup.trivia import titles_of
from kg.extract.slot.foreign import FOREIGN
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.news import News, Sentence

__all__ = ["without_strangers"]

_CALLED = "called-"
# Rules of old that say as much in other words, wherever they stand.
_SO_CALLED = frozenset({"other-title", "opens-other-title"})
# What begins a sentence that says where the film was shown: "Selected in Venice in 2023, TITLE takes …".
_SHOWN = re.compile(
    r"(?:selected|presented|shown|screened|unveiled|awarded|discovered|crowned|rewarded|acclaimed|noticed|nominated)\b",
    re.IGNORECASE,
)
# Rules that name the director beside the title, who must be that of the film.
_OF_DIRECTOR = frozenset({"called-with", "called-by-director", "called-like-film"})
# Rules that say least: only words of another language make a title of what they find.
_FOREIGN_ONLY = frozenset({"called-for", "called-making", "called-tells", "called-cast-of"})
_FIRMS = words("names", "company_ends")
_NUMBER = re.compile(r"\b(?:\d+|[IVX]{2,})(?=\W*$|\s*[:–-])")
_ALREADY = re.compile(r"\b(?:already|previously)\b")
_LETTER = re.compile(r"[àâçéèêëîïôöøùûüœæñãõáíóúäåßčšžřłńśźżćęąőűğışţăćđ]", re.IGNORECASE)


def without_strangers(
    document: Document, news: News, facts: list[Fact], fiction: str, trivia: tuple[Sentence, str]
) -> list[Fact]:
    """Leave out other titles of the film that are more likely another work, a character or somebody.

    `fiction` is the synopsis, whose people are no titles; `trivia` their first sentence and all that they say. They
    call the film by its own title or by another one, rarely by both, and do so at once.
    """
    opening, named = trivia[0], fold(trivia[1])
    own = titles_of(news)
    others = {
        fold(fact.object.what.name)
        for fact in facts
        if isinstance(fact.object.what, Mention) and not fact.rule.startswith(_CALLED)
    }
    called_so = any(_is_printed(title, named) for title in own)
    kept: list[Fact] = []
    for fact in facts:
        is_called = fact.predicate == "alsoKnownAs" and (fact.rule.startswith(_CALLED) or fact.rule in _SO_CALLED)
        at_once = opening.first <= fact.first < opening.last or fact.rule in _SO_CALLED
        if not is_called or (
            at_once
            and not called_so
            and _may_be(document, news, fact, opening, fold(fiction), others - _made(facts, fact))
        ):
            kept.append(fact)
    return kept


def _alias(fact: Fact) -> str:
    return str(fact.object.what.value) if isinstance(fact.object.what, Value) else ""


def _titles(news: News) -> list[str]:
    return [film.what.name for film in news.films if isinstance(film.what, Mention)]


def _made(facts: list[Fact], called: Fact) -> set[str]:
    """Give the works that somebody is said to have made where they are called the film's: "TITLE by NAME is"."""
    return {
        fold(fact.object.what.name)
        for fact in facts
        if called.rule in _OF_DIRECTOR
        and fact.predicate == "directed"
        and isinstance(fact.object.what, Mention)
        and fact.first >= called.first
    }


def _may_be(document: Document, news: News, fact: Fact, opening: Sentence, fiction: str, others: set[str]) -> bool:
    alias = _alias(fact)
    parts = alias.split()
    if not parts or fold(alias) in others or _is_printed(fold(alias), fiction) or fold(parts[-1]) in _FIRMS:
        return False
    if is_given_name(parts[0]) and (fact.rule != "called-kind" if len(parts) == 1 else parts[1][0].isupper()):
        return False
    if fact.rule == "called-after-screening" and not _SHOWN.match(document.text, opening.first):
        return False
    if fact.rule == "called-kind" and " of a " in document.text[fact.first : fact.last]:
        return False  # "NAME is the subject of a documentary"
    if any((number := _NUMBER.search(title)) and number.group() not in alias for title in _titles(news)):
        return False  # "Low Tide" beneath "Low Tide 2" is the earlier film
    if fact.rule in _FOREIGN_ONLY and not _is_foreign(parts):
        return False
    if fact.rule in _OF_DIRECTOR:
        said = fold(document.text[fact.first : fact.last])
        names = [fold(end.what.name).split()[-1] for end in news.directors if isinstance(end.what, Mention)]
        return any(name in said for name in names) and not _ALREADY.search(said)
    return True


def _is_foreign(parts: list[str]) -> bool:
    """Tell whether a title has a word or letter of another language: "Le Règne", "Kujira Jima" has none."""
    return any(part.casefold() in FOREIGN or _LETTER.search(part) or re.match(r"[LDldJ]['’]", part) for part in parts)


def _is_printed(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name.rstrip('!?. …'))}(?!\w)", text))
