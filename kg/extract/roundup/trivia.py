"""Trivia of release round-ups: which of the phrases found in it say something of the film, and what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact
from kg.extract.grammar import grammar
from kg.extract.lexicon import words
from kg.extract.names import fold

if TYPE_CHECKING:
    from kg.extract.grammar import Rule
    from kg.extract.news import News

__all__ = ["UNTOLD", "own_titles", "titles_of", "told"]

_PRONOUNS = frozenset({"it", "he", "she", "they", "this", "the"})
_NUMBERED = re.compile(r"(?P<stem>.+?)\s+(?:\d{1,2}|[IVX]{1,4}|(?:Part|Chapter) \w+)$")
# "A l'ombre des filles": no English article.
_FRENCH_TO = re.compile(r"a (?:l'|la |le |d'|un |une |mon |ma |nos )")
# An actor may be called "No", and many titles have such a word.
_SHORT = 2
# What a general phrase says of "the film" beneath a release; the rest ("directed", stages) the page says itself.
_OF_CREW = frozenset({
    "wrote", "composed", "photographed", "edited", "produced", "coProduced", "executiveProduced", "sold", "distributed",
    "screenedAt", "basedOn", "shotIn", "setIn", "created", "alsoKnownAs", "follows", "sequelOf", "partOf", "ordinal",
    "genre",
})  # fmt: skip
# What such a phrase says with the film's own title, and what it says of earlier films.
_SAID_OF_OWN = frozenset({
    "screenedAt", "wrote", "composed", "photographed", "edited", "basedOn", "produced", "executiveProduced",
    "coProduced", "award", "ordinal",
})  # fmt: skip
# Of these a title that is not the film's own says nothing that is sure: it may be that film under another name.
_OF_OWN_TITLE = frozenset({"title-won-at"})
_OF_EARLIER = frozenset({"directed", "screenedAt"})
_OF_TRIVIA = frozenset(rule.name for rule in grammar("trivia").rules)
_NOT_TRIVIA = frozenset(
    {
        "genre-of-this",
        "genre-of-the",
        "set-in",
        "played-in",
        "demonym-film",
        "director-delivers",
        "director-shoots-work",
        "subject-verb",
        "clause-subject-verb",
        "told-by",
        "director-possessive",
        "created-by",
        "created-work",
        "teaser-stage",
        "joint-effort-by",
        "lensing",
        "company-pair",
    }
)


def _says_nothing(rule: Rule) -> bool:
    """Tell whether whatever a rule of the general grammars says is left out of trivia."""
    ends = [(template.subject, template.predicate, template.object) for template in rule.templates]
    return rule.name in _NOT_TRIVIA or all(
        "ITEM" in (subject, object_) or ("FILM" in (subject, object_) and predicate not in _OF_CREW)
        for subject, predicate, object_ in ends
    )


# Rules that trivia are read without, for they would only stand in the way of those that say something there.
UNTOLD = frozenset(
    rule.name for rule in grammar("teaser", "works").rules if rule.name not in _OF_TRIVIA and _says_nothing(rule)
)


def titles_of(news: News) -> frozenset[str]:
    """Give the folded titles of an item's films, those that end in a mark without it too."""
    titles = {fold(film.what.name) for film in news.films if isinstance(film.what, Mention)}
    return frozenset(titles | {title.rstrip("!?… ") or title for title in titles})


def told(news: News, facts: list[Fact], *, in_prose: bool = False) -> list[Fact]:
    """Keep of the general phrases what trivia or a review can say: other works, and the crew of this one."""
    titles = titles_of(news)
    kept = []
    for fact in facts:
        about_film = "FILM" in (fact.subject.what, fact.object.what)
        if fact.rule in _NOT_TRIVIA or "ITEM" in (fact.subject.what, fact.object.what):
            continue
        wanted = in_prose or fact.predicate in _OF_CREW
        if about_film and not (wanted or fact.rule in _OF_TRIVIA):
            continue
        if fact.main:
            end = fact.subject if fact.main == "subject" else fact.object
            is_own = isinstance(end.what, Mention) and fold(end.what.name) in titles
            if is_own and fact.predicate in _SAID_OF_OWN:
                film = replace(end, what="FILM")
                subject = film if fact.main == "subject" else fact.subject
                object_ = film if fact.main == "object" else fact.object
                kept.append(replace(fact, main="", subject=subject, object=object_))
                continue
            if is_own or fact.rule in _OF_OWN_TITLE or (not in_prose and fact.predicate not in _OF_EARLIER):
                continue
            fact = replace(fact, main="")  # an earlier film, not the one released
        kept.append(fact)
    return kept


def own_titles(news: News, facts: list[Fact]) -> list[Fact]:
    """Sort out titles of the film itself: in another language they are aliases, the same one is no news."""
    known = titles_of(news)
    people = {fold(d.what.name) for d in news.directors if isinstance(d.what, Mention)}
    people |= {
        fold(f.subject.what.name)
        for f in news.facts
        if f.predicate == "starredIn" and isinstance(f.subject.what, Mention)
    }
    kept: list[Fact] = []
    for fact in facts:
        if fact.predicate == "alsoKnownAs":
            alias = _alias_words(fact)
            if (
                alias is None
                or fold(alias) in known | people
                or _names_person(alias, people)
                or _is_short(alias, known)
            ):
                continue
            kept.append(
                Fact(fact.subject, "alsoKnownAs", End(Value(alias), fact.first, fact.last), fact.first, fact.last,
                     fact.rule, fact.score)
            )  # fmt: skip
            continue
        if fact.rule == "except-and-in":
            kept += _sequels(news, fact)
        kept.append(fact)
    return _of_film(kept)


def _of_film(facts: list[Fact]) -> list[Fact]:
    """Say of the film what the phrases say of it by its other title."""
    others = {fold(str(fact.object.what.value)) for fact in facts if isinstance(fact.object.what, Value)
              and fact.predicate == "alsoKnownAs"}  # fmt: skip
    if not others:
        return facts
    kept = []
    for fact in facts:
        subject, object_ = _film_for(fact.subject, others), _film_for(fact.object, others)
        if subject.what == object_.what or (
            object_.what == "FILM" != fact.object.what and fact.predicate == "directed"
        ):
            continue  # who directed it stands above
        kept.append(replace(fact, subject=subject, object=object_))
    return kept


def _film_for(end: End, others: set[str]) -> End:
    is_other = isinstance(end.what, Mention) and end.what.type == "Film" and fold(end.what.name) in others
    return replace(end, what="FILM") if is_other else end


def _alias_words(fact: Fact) -> str | None:
    value = fact.object.what
    name = value.value if isinstance(value, Value) else ""
    parts = fold(name).split()
    plain = words("names", "plain") | words("names", "no_person")
    if not parts or (parts[0] in plain and not _FRENCH_TO.match(" ".join(parts))):
        return None
    if len(parts) > 1 and parts[-1] in _PRONOUNS:
        return None  # "TITLE B. It was …"
    return name


def _is_short(alias: str, titles: frozenset[str]) -> bool:
    """Tell whether an alias is no more than how the title begins: "Tidewater" of "Tidewater, the Return"."""
    return any(re.match(rf"{re.escape(fold(alias))}\W", title) for title in titles)


def _names_person(alias: str, people: set[str]) -> bool:
    shared = {word for word in fold(alias).split() if len(word) > _SHORT}
    return any(shared & set(person.split()) for person in people)


def _sequels(news: News, fact: Fact) -> list[Fact]:
    """A film whose title is another one's with a number after it is that one's sequel."""
    if not isinstance(fact.object.what, Mention):
        return []
    earlier = fold(fact.object.what.name).rstrip("!?. …")
    found = []
    for film in news.films:
        assert isinstance(film.what, Mention)
        stem = _NUMBERED.fullmatch(film.what.name)
        if stem and fold(stem["stem"]).rstrip("!?. …") == earlier:
            found.append(Fact(film, "sequelOf", fact.object, fact.first, fact.last, "numbered-title", 2.0, "inferred"))
    return found
