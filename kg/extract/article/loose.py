"""Loose phrases: what teasers and headlines may say in few words, and running prose says of something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.article.cues import CREDITS, CUED
from kg.extract.facts import WORKS
from kg.extract.grammar import grammar
from kg.extract.slot.companies import is_company_name

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact

__all__ = ["is_kept", "once_told", "without_earlier_works", "without_firms_as_titles"]

# A stage in running prose is a phrase ("currently in post-production"), never one word such as "filming".
_LONGEST_WORD = 12
# What no single word says: "is in post".
_OF_NO_WORD = frozenset({Value("post-production")})
# Phrases that say of "the film" in prose who directed it; the others need a news item around them.
_DIRECTING = frozenset(
    {
        "signed-by",
        "film-of",
        "written-directed",
        "episodes-directed",
        "co-directed-with",
        "films-movie",
        "work-directed-by",
        "pens-and-directs",
        "at-the-helm",
        "by-director",
        "will-direct-the",
        "director-and-writer",
        "directors-film-with",
        "act-in-directors",
        "behind-the-camera",
        "tries-hand-at-directing",
        "that-they-are-to-direct",
        "helm-of-this-will-be",
        "at-the-helm-will-be",
        "sees-step-behind-camera",
        "with-which",
        "directors-nth-work",
        "directors-work-here",
        "credit-line-with",
        "directed-by-the",
        "directed-opens",
        "directed-by-from-script",
        "directed-by-shares-credit",
        "latter-directed",
        "directs-from-own-script",
        "directed-the-pic",
        "both-writer-director",
        "attached-to-helm",
        "writer-director-from-who",
        "director-from",
        "cast-in-the-leads-by",
        "person-directs",
        "own-film-co-directed-with",
        "directing-together",
        "title-is-directed",
        "film-by-stars",
        "in-directors-chair",
        "writer-and-director",
        "director-directs-actors",
        "directs-self",
        "written-and-directed-both",
        "directed-and-co-wrote",
        "will-direct",
        "that-directs",
        "that-somebody-is-filming",
        "comes-from",
        "whose-film-batch-of-deals",
        "ordinal-by-name",
        "directed-from-own",
        "compound-credit",
        "directed-from-script-of",
        "directed-from-script-he-wrote",
        "to-be-directed-by",
        "its-director-is",
        "from-writer-director",
        "writes-directs-and",
        "writes-directs-and-edits",
        "wrote-and-directs",
        "directed-by-and-starring",
        "directed-by-relative",
        "is-to-helm",
        "being-shot-by",
        "directs-actors-as",
        "has-cast-as",
        "sees-at-the-helm",
        "person-directed-film",
        "adapted-by-director",
        "directors-have-reunited",
        "will-begin-shooting-person",
        "is-filming-an",
        "is-to-direct-own",
        "back-behind-camera-for",
        "signed-by-somebody",
        "leads-directors-work",
        "at-the-heart-of",
        "from-script-co-wrote-with",
        "written-and-will-direct",
        "who-will-also-direct",
    }
)
# In these grammars phrases are of running prose; the others are of teasers as well.
_OF_PROSE = ("article", "prose", "trade", "basics", "clauses", "screens")


@cache
def _of_articles() -> frozenset[str]:
    """Give the rules that are of running prose alone: what they say of "the film" is meant."""
    return frozenset(rule.name for name in _OF_PROSE for rule in grammar(name).rules)


# What these say of a company they may say of a person as well.
_OF_FIRMS = frozenset(
    {"company-producing-are", "company-will-shoot", "company-is-producing", "company-produces", "company-at-stage-with"}
)
_LOOSE = frozenset(
    {
        "director-brackets",
        "role-brackets",
        "out-in-cinemas",
        "title-countries",
        "subject-verb",
        "clause-subject-verb",
        "told-by",
        "director-possessive",
        "talked-to",
        "director-delivers",
        "play-roles",
    }
)
_IN_BRACKETS = frozenset({"directors-title-in-brackets", "title-firms-directed-by"})
# "TITLE by NAME (Earlier Work)", and "(Sund)" in texts on what companies get or release.
_BEHIND_MAKER = "brackets-distributor"
_ON_MONEY = re.compile(
    r"\b(?:fund(?:s|ed|ing)?|grants?|support(?:s|ed)?|back(?:s|ed|ing)?|subsid(?:y|ies|ised)|eurimages|financing|releases?)\b",
    re.IGNORECASE,
)
_MOVIE, _NEAR_KNOWN = "films-movie-told", "director-and-known"
_WITH = "known-title-with"
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}|[\d&+]")
_HEAD = 2


def without_earlier_works(document: Document, lines: list[tuple[int, int, int]], facts: list[Fact]) -> list[Fact]:
    """Leave out companies that are earlier works: what stands in brackets behind directors where no money is told of.

    A name that is a company’s by its form, or is one elsewhere in the text, stays.
    """
    if any(_ON_MONEY.search(document.text, *line[1:]) for line in lines[:_HEAD]):
        return facts
    firms = {
        fact.subject.what
        for fact in facts
        if fact.rule != _BEHIND_MAKER and isinstance(fact.subject.what, Mention) and fact.subject.what.type == "Company"
    }

    def is_work(fact: Fact) -> bool:
        what = fact.subject.what
        if fact.rule != _BEHIND_MAKER or fact.predicate == "directed" or not isinstance(what, Mention):
            return False
        is_firm = is_company_name(what.name) if " " in what.name else _CAMEL.search(what.name) is not None
        return not (what in firms or is_firm)

    return [fact for fact in facts if not is_work(fact)]


def without_firms_as_titles(read: list[Fact], bare: list[Fact]) -> list[Fact]:
    """Leave out of what was read without brackets what takes for a title a company that is read with them.

    "produced by FIRM (Liège) and FIRM (France), directed by NAME": the second one is no film "by NAME".
    """
    ends = (end for fact in read for end in (fact.subject, fact.object))
    firms = {(end.first, end.last) for end in ends if isinstance(end.what, Mention) and end.what.type == "Company"}
    return [
        fact
        for fact in bare
        if not any(
            isinstance(end.what, Mention) and end.what.type in WORKS and (end.first, end.last) in firms
            for end in (fact.subject, fact.object)
        )
    ]


def once_told(facts: list[Fact]) -> list[Fact]:
    """Leave out who only stands "with" a film where the sentence says what they did: "wrote TITLE with NAME".

    Nor did who owns a title that is named make "the film" with it: "NAME's TITLE (€30,000) in the category of fiction".
    """
    told = {fact.subject.first for fact in facts if fact.predicate in CREDITS and fact.rule != _WITH}
    named = {fact.subject.first for fact in facts if fact.predicate == "directed" and fact.object.what != "FILM"}
    owned = {fact.object.what for fact in facts if fact.predicate == "directed" and fact.rule != _NEAR_KNOWN}
    kept = [fact for fact in facts if fact.rule != _WITH or fact.subject.first not in told]
    kept = [fact for fact in kept if fact.rule != _NEAR_KNOWN or fact.object.what not in owned]
    return [fact for fact in kept if fact.rule != _MOVIE or fact.subject.first not in named]


def is_kept(fact: Fact) -> bool:
    """Leave out what a teaser's phrase says too loosely for running prose."""
    if (
        fact.rule in _OF_FIRMS
        and isinstance(fact.subject.what, Mention)
        and not is_company_name(fact.subject.what.name)
    ):
        return False
    if fact.rule in _IN_BRACKETS and fact.predicate == "produced" and isinstance(fact.subject.what, Mention):
        name = fact.subject.what.name
        if " " not in name or not is_company_name(name):
            return False  # as likely another title
    if "ITEM" in (fact.subject.what, fact.object.what) or fact.rule in _LOOSE:
        return False
    is_word = fact.predicate == "stage" and fact.last - fact.first < _LONGEST_WORD
    if is_word and fact.object.what not in _OF_NO_WORD:
        return False
    told = fact.rule in _DIRECTING or fact.rule in _of_articles() or fact.rule.startswith(CUED)
    return fact.predicate != "directed" or fact.object.what != "FILM" or told
