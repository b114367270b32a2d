"""Loose phrases: what teasers and headlines may say in few words, and running prose says of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.article.cues import CUED
from kg.extract.slot.companies import is_company_name

if TYPE_CHECKING:
    from kg.extract.facts import Fact

__all__ = ["is_kept"]

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
    told = fact.rule in _DIRECTING or fact.rule.startswith(CUED)
    return fact.predicate != "directed" or fact.object.what != "FILM" or told
