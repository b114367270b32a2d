"""Films talked of: what an interview's teaser says of whoever is interviewed, and the film where the headline has none.

The teaser of such an interview names the film in some way or other; phrases of the grammar read the common ones. What
is left is weighed here: each run of capitals that may be a title, by the words around it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.remembered import met_by, names_in
from kg.extract.slot.festival import known_festival, markets, sections
from kg.extract.slot.given import is_given_name
from kg.extract.slot.headline import is_nation
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.document import Document
    from kg.extract.listing.layout import Block
    from kg.extract.names import Known, Name, Names
    from kg.extract.news import Sentence

__all__ = ["by_those_interviewed", "film_talked_of", "own_productions", "productions_told"]

# What the words around a title must weigh; less for one of several words that nothing else may be.
_LEAST, _LEAST_ALONE, _RIVAL = 1.9, 1.35, 0.8
_SURE, _LIKELY, _ABOUT, _WEAK = 1.5, 1.2, 0.9, 0.4
_WORKS = words("leads", "works") | words("leads", "series") | frozenset({"winner", "nominee", "finalist", "opener"})
_SHOWS = words("talks", "shows")
_OF = words("talks", "of")
_LEADS = words("talks", "leads")
_THEN = words("talks", "then")
_DOES = words("talks", "does")
_OWNS = frozenset({"his", "her", "their", "whose"})
_ARTICLES = frozenset({"a", "an", "the"})
_EVENTS = words("names", "events")
_BODY_WORDS = words("names", "body_words")
_COMPANY_ENDS = words("names", "company_ends")
_MARKS = frozenset({",", ":", "“", '"', "‘", "«"})
_QUOTES = frozenset({"“", '"', "‘", "«"})
_AT = frozenset({"at", "in"})
_CLOSES = frozenset({".", "...", "…", "!", "?", ""})
_PRIZES = words("events", "prizes") | frozenset({"mention", "award", "prize", "winner"})
_MAKERS = frozenset({"director", "filmmaker", "writer-director", "the"})
_RETURNS = frozenset({"back", "returns", "return", "returning", "returned", "competes", "competing", "opens", "debut"})
_ACTS = frozenset(
    {"acted", "acts", "plays", "played", "stars", "starred", "starring", "role", "part", "work", "appears"}
)
_TALKS = frozenset({
    "talks", "talk", "talked", "talking", "spoke", "speaks", "speak", "tells", "told", "tell", "chatted", "chats",
    "conversation", "interview", "interviewed", "questions", "answers", "answered", "met", "discussed",
})  # fmt: skip
_NEAR = 12
_SHORT = 3

# "about TITLE" may be about anything; what it lists behind a comma is of one sort.
_ABOUT_ANYTHING = frozenset({"discuss-title"})
_LISTED = re.compile(
    r"(?:, | and )(?:(?!The |A |An )[A-ZÀ-Þ]|(?!starring|featuring)[a-z]+ing )"
    r"|, (?!(?:an?|the|his|her|their|which|who|whose|in|at|with|set|now|and) )[a-z]+(?:,| and) "
)
_WHO_PRODUCED = re.compile(
    r"\b(?:who (?:has |have |also |previously |recently )*(?P<co>co-?)?produced|"
    r"[Tt]he (?:[A-Z]\w+ )?producers? (?:of|behind)) (?=[^\W\d_a-z])"
)
_JOIN = re.compile(r",? and |, ")
_THEIR_PRODUCTION = re.compile(
    r"\b(?:which|that) (?:he|she|they) (?:(?:is|are|has|have|also|co|recently|just)[ -])*produc(?:ing|ed|es?)\b"
    r"|\b(?:his|her|their) (?:latest|new|newest|most recent|next|upcoming|current) (?:project|production)\b"
    r"|\bwho (?:is|are|was|were) (?:also )?behind (?:the )?(?:[\w-]+ ){0,2}?"
    r"(?:film|feature|documentary|drama|comedy|series)\b"
    r"|\b(?:his|her|their) (?:involvement\b|(?:work|role|experience) as (?:a )?(?:co-)?producer)\b"
)
# Phrases in which whoever stands before "his new film" made it; of a director interviewed, nobody else does.
_THEIR_FILM = frozenset({"person-her-film", "person-her-film-told", "talked-to"})


def by_those_interviewed(
    document: Document, facts: list[Fact], people: list[End], does: tuple[str, ...] | None
) -> list[Fact]:
    """Give the facts with those interviewed as the headline spells them, and none of somebody cut out of their names.

    `does` is what their headline says that they do for films, None where it is nothing: a producer's "latest project"
    is produced, and whoever talks to an actress does not talk to a director. Where all of them direct, "NAME, winner
    of the Low Water Prize, talks about his film TITLE" is of no prize's film.
    """
    spelt = {fold(end.what.name): end.what for end in people if isinstance(end.what, Mention)}
    own_films = {fact.object.what for fact in facts if fact.predicate == "directed" and _is_part(fact.subject, spelt)}
    found = []
    for fact in facts:
        who = fact.subject.what
        if isinstance(who, Mention) and who.name.startswith("St "):
            continue  # "at St Peter’s Green"
        if fact.rule in _ABOUT_ANYTHING and _is_about_else(document, fact.subject):
            continue
        if not isinstance(who, Mention) or who.type != "Person":
            found.append(fact)
            continue
        own = spelt.get(fold(who.name))
        is_theirs = fact.rule in _THEIR_FILM and fact.predicate == "directed"
        if own and is_theirs and does is not None and "directed" not in does:
            found += _as_told(fact, own, does)
            continue
        if own is None and does and set(does) == {"directed"} and is_theirs and fact.main:
            own = _meant(who, list(spelt.values()))
        if own is None and does == ("directed",) and fact.predicate == "directed" and fact.object.what not in own_films:
            if is_theirs:
                continue  # "after winning the Golden Lion for her short TITLE"
            fact = replace(fact, main="")  # a director is asked about a film of their own
        found.append(replace(fact, subject=replace(fact.subject, what=own)) if own else fact)
    return found


def own_productions(told: str, people: list[End], does: tuple[str, ...] | None) -> list[Fact]:
    """Give what producers who are introduced by their company are said to have produced: the film of the item."""
    if does is None or "produced" not in does or not _THEIR_PRODUCTION.search(told):
        return []
    return [Fact(end, "produced", End("FILM"), end.first, end.last, "own-production", 2.0) for end in people]


def productions_told(document: Document, block: Block, people: list[End], facts: list[Fact]) -> list[Fact]:
    """Give what whoever is interviewed produced: "who co-produced Ida Holm’s TITLE and Per Lund’s TITLE"."""
    found = []
    for line in block.teasers:
        for hit in _WHO_PRODUCED.finditer(document.text, line.first, line.last):
            at, does = hit.end(), "coProduced" if hit["co"] else "produced"
            for fact in sorted(facts, key=lambda fact: fact.first):
                if fact.predicate == "directed" and fact.first == at and fact.object.last:
                    found += [
                        Fact(who, does, fact.object, hit.start(), fact.last, "who-produced", 3.0) for who in people
                    ]
                    join = _JOIN.match(document.text, fact.last)
                    at = join.end() if join else -1
    return found


def _is_about_else(document: Document, told: End) -> bool:
    """Tell whether what an interview is said to be about is somebody, an event, or one of several things."""
    printed = document.text[told.first : told.last]
    parts = printed.split()
    is_name = 1 < len(parts) <= _SHORT and is_given_name(parts[0].casefold()) and all(p[0].isupper() for p in parts)
    is_event = printed.casefold() in {*sections(), *markets()} or known_festival(printed) is not None
    is_body = printed.isupper() and len(parts) == 1 and document.text[told.last : told.last + 2] in ("'s", "’s")
    return is_name or is_event or is_body or bool(_LISTED.match(document.text, told.last))


def _as_told(fact: Fact, who: Mention, does: tuple[str, ...]) -> list[Fact]:
    """Give what somebody who does not direct did for "his new film": what the headline says, if anything."""
    if not fact.main:
        return []
    if not does:
        return [replace(fact, subject=fact.object, predicate="describedIn", object=End("ITEM"), main="subject")]
    return [replace(fact, subject=replace(fact.subject, what=who), predicate=each) for each in does]


def _is_part(who: End, spelt: Mapping[str, Mention]) -> bool:
    """Tell whether somebody is one of some people, or a part of one’s name."""
    said = set(fold(who.what.name).split()) if isinstance(who.what, Mention) else set()
    return any(said & set(name.split()) for name in spelt)


def _meant(who: Mention, people: list[Mention]) -> Mention | None:
    """Give who of some people is meant by a name that is a part of theirs; the first where it is no full name."""
    said = set(fold(who.name).split())
    alike = [each for each in people if said & set(fold(each.name).split())]
    return next(iter(alike or (people if len(said) == 1 else [])), None)


def film_talked_of(document: Document, parts: Iterable[Sentence], people: Iterable[End], known: Known) -> list[Fact]:
    """Give the film that an interview's teaser is most likely about, if one is likely enough."""
    own = {word for end in people for word in fold(document.text[end.first : end.last]).split()}
    found: list[tuple[float, End]] = []
    for part in parts:
        names = names_in(document, part, met_by(known, document.text[part.first : part.last]))
        for at in names.spots("title"):
            for _, ((printed, first, last),), _, worth in names.candidates("title", at):
                if worth < 0 or not _may_be_film(names, (printed, first, last), own):
                    continue
                before = _before(names, first, last)
                if before <= _ABOUT and _LISTED.match(document.text, names.tokens.ends[last - 1]):
                    continue  # "about Manifesto 95, Per Holm and the school"
                weight = worth + before + _behind(names, first, last)
                film = thing(printed, "Film", names.tokens.starts[first], names.tokens.ends[last - 1])
                found.append((weight, film))
    if not found:
        return []
    weight, film = max(found, key=lambda each: (each[0], each[1].last - each[1].first))
    others = [
        other for worth, other in found if worth > _RIVAL and (other.last <= film.first or film.last <= other.first)
    ]
    is_alone = not others and " " in document.text[film.first : film.last]
    if weight < (_LEAST_ALONE if is_alone else _LEAST):
        return []
    return [Fact(film, "describedIn", End("ITEM"), film.first, film.last, "talked-of", 1.5, main="subject")]


def _may_be_film(names: Names, name: Name, own: set[str]) -> bool:
    """Tell whether a run of capitals is nobody, no place, no festival and no body."""
    printed, first, last = name
    if first and names.lower[first - 1] in _QUOTES and names.is_said(first - 1):
        return False  # what somebody said
    inner = names.lower[first:last]
    if own.intersection(inner) or fold(printed) in names.known.people or fold(printed) in names.known.companies:
        return False
    if any(is_nation(names, at) for at in (first, last - 1)) and last - first == 1:
        return False
    if countries().code(printed) or known_festival(printed) or printed.casefold() in {*sections(), *markets()}:
        return False
    if inner[-1] in _EVENTS | _COMPANY_ENDS or not _BODY_WORDS.isdisjoint(inner) or names.lower[last] == "'s":
        return False
    if names.tokens.words[first].isupper() and last - first > 1 and not names.capital[first + 1]:
        return False  # "EU policy makers"
    is_inside = first > 1 and names.capital[first - 1]
    goes_on = is_inside or (names.capital[last] if last < names.n else False)
    is_name = 2 <= last - first <= _SHORT and is_given_name(inner[0]) and all(names.capital[first:last])
    return not (is_name or goes_on or (printed.isupper() and last - first == 1))


def _before(names: Names, first: int, last: int) -> float:
    """Say how much the words before a run make it the film that is talked of."""
    lower, at = names.lower, first - 1
    if at >= 0 and lower[at] in _MARKS:
        at -= 1
    if at < 0:
        return 0.2  # it opens the sentence: what it does must tell
    if lower[at] in _WORKS and not names.capital[at]:
        return _SURE
    has_mark = at < first - 1
    if lower[at] in _OWNS:
        at -= 1
        return _LIKELY if at >= 0 and lower[at] in _SHOWS else _WEAK
    if has_mark:
        return 0.2
    if lower[at] in _SHOWS:
        return _LIKELY
    if lower[at] in ("for", "with") and not _PRIZES.isdisjoint(lower[max(0, at - _NEAR) : at]):
        return _SURE  # "winner of the Best Director Prize for TITLE"
    if lower[at] == "of":
        return _SURE if lower[at - 1] in _OF else 0.0
    if lower[at] == "with" and not _RETURNS.isdisjoint(lower[max(0, at - _NEAR) : at]):
        return _ABOUT  # "back in competition with TITLE"
    if lower[at] == "about" and not _TALKS.isdisjoint(lower[max(0, at - _NEAR) : at]):
        return _ABOUT
    if lower[at] in _AT and lower[at - 1] in _ACTS:
        return _SURE
    if lower[at] == "in" and last - first < _SHORT and lower[first] not in _ARTICLES:
        return 0.0  # "growing up in Buenos Aires"
    return _WEAK if lower[at] in _LEADS else 0.0


def _behind(names: Names, first: int, last: int) -> float:
    """Say how much the words behind a run make it the film that is talked of."""
    lower = names.lower
    if lower[last] in _CLOSES:
        return _WEAK
    if lower[last] in _DOES and (first == 0 or lower[first - 1] == ","):
        is_told = last - first > 1 or not _WORKS.isdisjoint(lower[last + 1 : last + 8])
        return _SURE if is_told else 0.0
    behind = last + (lower[last] == ",")
    if behind < names.n and lower[behind] in _THEN:
        return _LIKELY
    if behind > last and lower[behind : behind + 2] == ("in", "which"):
        return _LIKELY
    if last < behind < names.n - 1 and lower[behind] in _ARTICLES and not names.capital[behind + 1]:
        return _LIKELY if not _WORKS.isdisjoint(lower[behind + 1 : behind + 7]) else _WEAK
    if behind > last and lower[behind] in _MAKERS:
        return _WEAK  # "Back in Locarno with TITLE, director NAME"
    if lower[behind] in _AT and _is_at_festival(names, behind + 1):
        return _LIKELY
    return 0.0


def _is_at_festival(names: Names, at: int) -> bool:
    """Tell whether a festival or a competition follows: "at Locarno", "at the Oslo Film Festival", "in competition"."""
    start = at + 1 if names.lower[at : at + 1] == ("the",) else at
    return names.lower[start] == "competition" or bool(names.candidates("festival", start))
