"""What a sentence speaks of that names no film of its own: its director's one film, or one in quotation marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import WORKS, End
from kg.extract.lexicon import words
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.news import News, Sentence

__all__ = [
    "GOES_ON",
    "in_brackets_behind",
    "is_untitled",
    "of_nothing",
    "of_the_opening",
    "quoted_again",
    "the_film_before",
    "the_latter",
    "which_is_said",
    "whose_film",
]

# A paragraph that begins so goes on with the film of the one before.
GOES_ON = re.compile(
    # "In Europe, the film", "Further afield, it"
    r"(?:(?:In|For|On|At|Across|Outside|Beyond|Further|Elsewhere|Meanwhile|Overseas|Abroad|Internationally|To date|"
    r"So far|As well as|Previously|Earlier|Also)\b[^.,;:“”\"]{0,40}, (?=the |this |its |it ))?"
    r"(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]hat) (?:(?:[€$£]|[A-Z]{3} )[\d.,]+m? (?:\([^()]{2,20}\) )?)?(?:[\w-]+ ){0,2}?"
    r"(?:film|movie|feature|project|series|story|drama|comedy|documentary|script|screenplay|cast|shoot|production|pic|"
    r"picture|plot|thriller|tale|latter|action|budget|co-production|ensemble|crew|title)\b"
    r"|(?:[^.,;:“”\"]{4,50}, )?it (?:has|was|is|went|sold)\b"
    r"|[A-ZÀ-Þ][^.,;:“”\"]{2,60}? (?:released|distributed|acquired|bought|picked up|launched|handles|sells|produced) "
    r"(?:the film|the movie|the feature|it)\b"
    r"|(?:Pic|Film|Docu|Project|Feature|Movie|Series|Story|Drama|Comedy|Thriller) "
    r"(?:is|was|will|has|stars|follows|also|tells)\b"
    # "NAME’s drama, which stars …", with no title behind
    r"|[A-ZÀ-Þ][\w’'-]+(?: (?:(?:de|van|von|der|la) ){0,2}[A-ZÀ-Þ][\w’'-]+){0,2}[’']s (?:[a-z-]+ ){0,2}"
    r"(?:film|drama|comedy|thriller|documentary|debut|feature|movie|pic|picture)\b(?!,? [“\"‘A-ZÀ-Þ])"
    r"|It\b|Its\b|Set in|Shot in|Shot on|Produced by|Written by|Directed by|Starring|Also in the cast|Also starring"
)

_LONGEST_NAME = 4
_OWNER = re.compile(r"[’']s?$")
_PARTICLES = words("names", "particles")
_PAIR = 2
_FAR = 400
_WHICH = re.compile(r"[”\"’']?(?:\s\([^()]{1,60}\))?,\swhich\s(?:[a-z]+\s){0,3}$")
# "The latter is", and not "The latter directed".
_LATTER = re.compile(
    r"(?:[Tt]he latter|[Tt]he second(?: one)?|[Tt]his last)(?: film| title| project)?,? "
    r"(?:(?:is|was|will|has|had|also|currently|now|recently) )*"
    r"(?:is|was|will|has|been|be|produced|directed by|co-?produced|supported|sold|starring|stars|tells|follows|"
    r"received|won|premiered|shot|which|a|an|in|set|based|scheduled|due|expected|selected|screened|takes|revolves|"
    r"centres|focuses|explores|unfolds|depicts|portrays|marks|comes)\b"
)
_FORMER = re.compile(r"[Tt]he (?:former|first(?: one)?)(?: film| title| project)?,? (?=[a-z])")
# "Made with Spain, the latter film is …"
_BY_KIND = re.compile(r"[^“”\"]{0,120}, the latter (?:film|title|feature|movie|production)\b")
# Definite, and no title right behind it: "the film TITLE" speaks of that one.
_THE_FILM = re.compile(r"\b(?:the|this) (?:film|movie|feature|picture|pic)\b(?!,? [“\"‘A-ZÀ-Þ])")
# "The film is toplined by …", "The screenplay, penned by …", "It is produced by …": whatever other work such a sentence
# names, "the film" is the one before. "The screenplay for TITLE" and "the film TITLE" speak of that one.
_OPENS_DEFINITE = re.compile(
    r"[“\"]?(?:(?:[Tt]he|[Tt]his) (?:[\w-]+ ){0,2}?(?:film|movie|feature|project|pic|picture|screenplay|script|cast|"
    r"plot|story|series|documentary|drama|comedy|thriller|shoot|production|ensemble)|"
    r"It(?= (?:also |now |then )?(?:(?:is|was|has been|will be) (?:being |(?:set|due) to be )?(?:[a-z-]*ed|written|"
    r"shot|made|sold|set|being)\b|stars|follows|tells|centres|revolves))|Its \w+|Pic|Film|Movie|Docu)"
    r"(?:[’']s \w+)?,? "
    r"(?!(?:for|of|about|on|to|with|from) (?:[\w-]+ ){0,2}?[“\"‘'A-ZÀ-Þ])"
    r"(?!(?:called|titled|entitled|named|is that of)\b)"
    r"(?!(?:by|from|of) [^.]{4,300}? (?:is|will be) (?:called|titled|entitled|named) [“\"‘'A-ZÀ-Þ])"
    r"(?!(?:films?|movies?|features?|projects?|titles?|series|documentar(?:y|ies)|productions?|"
    r"(?:is|are|was) (?:also |then )?followed by)\b)"
    r"(?![“\"‘'A-ZÀ-Þ])"
)
_UNTITLED = re.compile(r"\b(?:as-yet-|still-|currently )?[Uu]ntitled\b")
# "TITLE (…", "TITLE [+see also: …] (…".
_BRACKET = re.compile(r"[”\"’]?(?:\s?\[\+[^\[\]()]{0,300}\])?\s\([^()]{0,200}$")
_IN_QUOTES = re.compile(r"[“\"‘'](?P<name>[^“”\"‘\n]{1,80}?)[,.]?[”\"’']")


def which_is_said(document: Document, found: list[Fact], among: list[Fact]) -> list[Fact]:
    """Bind "…, which was released by NAME" to the title right before it, be it somebody's earlier work.

    The titles are those of the facts `among` which these ones stand.
    """
    return _bound(document, found, [fact for fact in among if fact.predicate != "basedOn"], _WHICH)


def _bound(document: Document, found: list[Fact], among: list[Fact], behind: re.Pattern[str]) -> list[Fact]:
    """Bind "the film" to the title of the facts `among` these that what stands `behind` it leads to."""
    films = {
        end.last: end
        for fact in among
        for end in (fact.subject, fact.object)
        if isinstance(end.what, Mention) and end.what.type in WORKS and end.last > end.first
    }
    done = []
    for fact in found:
        is_open = fact.object.what == "FILM"
        hit = behind.search(document.text, max(0, fact.first - _FAR), fact.first) if is_open else None
        film = films.get(hit.start()) if hit else None
        done.append(replace(fact, object=film) if film else fact)
    return done


def the_latter(document: Document, part: Sentence, found: list[Fact]) -> dict[str, End]:
    """Give the film that the facts of a sentence before name last, or first of two, where one speaks of it so.

    It begins with "The latter" or "The former", or has "the latter film" soon.
    """
    text = document.text
    ends = {end.what: end for fact in found for end in main_ends(fact) if isinstance(end.what, Mention)}
    if _LATTER.match(text, part.first, part.last) or _BY_KIND.match(text, part.first, part.last):
        last = max(ends.values(), key=lambda end: end.first, default=None)
        return {"FILM": last} if last else {}
    if len(ends) == _PAIR and _FORMER.match(text, part.first, part.last):
        return {"FILM": min(ends.values(), key=lambda end: end.first)}
    return {}


def the_film_before(document: Document, found: list[Fact], named: Iterable[End], film: End | None) -> list[Fact]:
    """Bind "the film" to the one spoken of before its sentence, where the sentence names another only later on."""
    first = min((end.first for end in named), default=-1)
    if film is None or first < 0:
        return found
    return [
        replace(fact, object=film)
        if fact.object.what == "FILM"
        and fact.last <= first
        and _THE_FILM.search(document.text, fact.first, fact.last + 8)
        else fact
        for fact in found
    ]


def of_the_opening(document: Document, part: Sentence, found: list[Fact], film: End | None) -> list[Fact]:
    """Bind "the film" to the one spoken of before where a sentence begins with it: it names others in passing."""
    if film is None or not _OPENS_DEFINITE.match(document.text, part.first, part.last):
        return found
    return [
        replace(
            fact,
            subject=film if fact.subject.what == "FILM" else fact.subject,
            object=film if fact.object.what == "FILM" else fact.object,
            main=fact.main if any(end.what == film.what for end in main_ends(fact)) else "",
        )
        for fact in found
    ]


def is_untitled(document: Document, part: Sentence, found: list[Fact]) -> bool:
    """Tell whether a sentence speaks of a film without a title, and names none: "NAME’s untitled space drama"."""
    return _UNTITLED.search(document.text, part.first, part.last) is not None and not any(map(main_ends, found))


def of_nothing(found: list[Fact]) -> list[Fact]:
    """Leave out what is said of "the film" where that has no title."""
    return [fact for fact in found if "FILM" not in (fact.subject.what, fact.object.what)]


def in_brackets_behind(document: Document, found: list[Fact]) -> list[Fact]:
    """Bind what brackets right behind a title say to that one: "known for his debut TITLE (2014, produced by NAME)"."""
    done = _bound(document, found, found, _BRACKET)
    turned = [replace(fact, subject=fact.object, object=fact.subject) for fact in done]
    turned = _bound(document, turned, found, _BRACKET)
    return [replace(fact, subject=fact.object, object=fact.subject) for fact in turned]


def whose_film(text: str, films: dict[str, dict[str, End]]) -> dict[str, End]:
    """A sentence that begins with the director of one film named before, and names none itself, is about that film.

    `films` are those of each director, by surname.
    """
    opening = text.split(maxsplit=_LONGEST_NAME)[:_LONGEST_NAME]
    for word in opening:
        own = films.get(_OWNER.sub("", word), {})
        if len(own) == 1:
            return {"FILM": next(iter(own.values()))}
        if not word[0].isupper() and word not in _PARTICLES:
            break
    return {}


def quoted_again(document: Document, part: Sentence, named: dict[str, End], news: News) -> dict[str, End]:
    """A film named before that a sentence only mentions, in quotation marks, is the one that it speaks of."""
    films = {film.what.name: film for film in news.films if isinstance(film.what, Mention)}
    for hit in _IN_QUOTES.finditer(document.text, part.first, part.last):
        film = named.get(hit["name"]) or films.get(hit["name"])
        if film:
            return {"FILM": End(film.what, *hit.span("name"))}
    return {}
