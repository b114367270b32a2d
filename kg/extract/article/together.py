"""What the facts of a whole article say together: lists and brackets that need all names, and what must not be said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.backed import with_grants
from kg.extract.article.buyers import bought_by_one, with_bought_lists
from kg.extract.article.common_stages import common_stages
from kg.extract.article.developing import developed
from kg.extract.article.granted_works import granted_works
from kg.extract.article.houses import in_slashed_parts, with_nations, without_houses, without_nations
from kg.extract.article.lineup import LineUp, announces_films, line_up, line_up_facts, line_up_of
from kg.extract.article.loose import without_earlier_works
from kg.extract.article.obituary import life_work
from kg.extract.article.own_lists import on_own_lists
from kg.extract.article.own_sections import implied_event, in_own_sections
from kg.extract.article.pagetag import tag_facts
from kg.extract.article.prints import fuller_names
from kg.extract.article.producer_credits import credits_of_producers
from kg.extract.article.producers import in_full
from kg.extract.article.profiles import company_of_talk, made_by_profiled, profiled_company, without_owner
from kg.extract.article.screens import by_own_titles
from kg.extract.article.shown_brackets import seen_in_passing
from kg.extract.article.slates import (
    headlined_house,
    is_market_article,
    on_slates,
    sellers_in_brackets,
    without_launchers,
)
from kg.extract.article.spelt import co_producers_together
from kg.extract.article.told_works import told_works
from kg.extract.article.works import series_by_name, two_titles
from kg.extract.facts import Fact, one_class_each
from kg.extract.festival_year import at_one_edition
from kg.extract.filmography import bracketed_credits
from kg.extract.glosses import glossed
from kg.extract.language import language_of
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.record.columns import outside_rows
from kg.extract.record.fields import fields_behind
from kg.extract.record.filmography_lines import filmography_facts
from kg.extract.record.minority import by_minority
from kg.extract.record.stacked import whole_firms
from kg.extract.roundup.afterword import afterword
from kg.extract.section import with_sections
from kg.extract.territory import out_in

if TYPE_CHECKING:
    from kg.claim import Qualifier
    from kg.extract.article.opening import Opening
    from kg.extract.article.prose import Prose
    from kg.extract.facts import End

__all__ = ["taken_together"]

_BOARDS = "firms-board-work"
_MAKING = frozenset({"produced", "coProduced"})


_BEHIND_NAMES = frozenset({"works-in-brackets", "credit-in-brackets", "works-behind-name", "director-brackets"})
_BODY = re.compile(r"\b(?:University|Academy|Institute|School|College|Faculty|Conservatory|Performing Arts)\b")


def taken_together(opening: Opening, prose: Prose, facts: list[Fact]) -> list[Fact]:
    """Give an article's facts after what only all of them, and the layout, can tell; the order of the steps counts."""
    document = opening.document
    if opening.life:
        facts += life_work(document, opening.lines, opening.life, facts)
    facts = facts if opening.is_on_release else without_earlier_works(document, opening.lines, facts)
    if language_of(document) == "en":
        facts += outside_rows(_of_works(bracketed_credits(document, facts), facts), facts)
        facts += outside_rows(told_works(document, facts), facts)
    facts = [fact for fact in in_full(document, facts) if not _is_of_body(fact)]
    facts += credits_of_producers(document, opening.lines, opening.producers, facts, prose.only_named)
    facts = _by_profiled(opening, prose, facts)
    only_named = prose.only_named
    if opening.is_on_grants:
        facts, only_named = granted_works(document, opening.lines, facts, only_named)
    facts = with_grants(document, opening.lines, facts, only_named, is_on_grants=opening.is_on_grants)
    facts += developed(document, opening.lines, facts, only_named) if opening.is_on_grants else []
    facts += co_producers_together(facts)
    facts = series_by_name(document, two_titles(facts))
    facts += tag_facts(opening.tag, opening.news.films, facts) if opening.tag else []
    if opening.is_on_release:
        facts += [fact for _, listed in afterword(document, opening.lines) for fact in listed]
        facts = out_in(fuller_names(document, facts), opening.tag.land if opening.tag else None)
    facts += common_stages(document, opening.lines, facts) if not opening.is_on_release else []
    facts = in_slashed_parts(without_houses(with_nations(document, without_nations(facts))))
    if opening.is_on_show and not opening.is_on_release and not opening.is_on_grants:
        facts = sellers_in_brackets(document, facts, only_named)
    facts = _without_boarders(_listed(opening, only_named, facts))
    named = {end: None for fact in [*facts, *only_named] for end in main_ends(fact)}
    facts += outside_rows(fields_behind(document, named), facts)
    facts += glossed(document, facts)
    facts = at_one_edition(facts)
    facts = by_own_titles(facts) if opening.is_on_release else facts
    facts = with_sections(document, one_class_each(seen_in_passing(document, facts, only_named)))
    return whole_firms(document, by_minority(document, facts), prose.beneath)


def _of_works(told: list[Fact], facts: list[Fact]) -> list[Fact]:
    """Leave out earlier works of brackets that hold companies by what else is told: "Norway’s NAME (COMPANY)"."""
    firms = {
        fold(what.name) for fact in facts if isinstance(what := fact.subject.what, Mention) and what.type == "Company"
    }
    return [
        one
        for one in told
        if one.predicate not in _MAKING
        or not (isinstance(one.object.what, Mention) and fold(one.object.what.name) in firms)
    ]


def _by_profiled(opening: Opening, prose: Prose, facts: list[Fact]) -> list[Fact]:
    """Give the facts with what a company has made that the article is about, or for which somebody speaks."""
    document, lines = opening.document, opening.lines
    is_hers = opening.producers.profiled is not None and not opening.life
    if is_market_article(document, opening.tagged) and headlined_house(document, lines):
        return facts  # who sells films has not made them
    if company := profiled_company(document, lines, is_of_producer=is_hers):
        facts = without_owner(company, facts)
        return facts + made_by_profiled(document, company, lines, facts, prose.only_named, is_of_producer=is_hers)
    if opening.talk and (company := company_of_talk(document, lines)):
        return facts + made_by_profiled(document, company, lines, facts, prose.only_named, talks=True)
    return facts


def _listed(opening: Opening, only_named: list[Fact], facts: list[Fact]) -> list[Fact]:
    """Give the facts with those of lists: of a seller's films, of a market's projects, of a festival's line-up."""
    document, lines, tagged = opening.document, opening.lines, opening.tagged
    facts += [*on_own_lists(document, lines, [*facts, *only_named]), *filmography_facts(document)]
    is_market = is_market_article(document, tagged)
    facts = without_launchers([*facts, *on_slates(document, lines, [*facts, *only_named], is_market=is_market)])
    facts += bought_by_one(document, lines, [*facts, *only_named])
    facts = with_bought_lists(document, facts, only_named)
    shown = _line_up(opening) if not is_market_article(document, tagged, 1) else None
    facts += line_up_facts(document, shown, lines, [*facts, *only_named]) if shown else []
    event = opening.event or implied_event(document, lines, opening.date)
    if not event:
        return facts
    facts = facts if event is not opening.event else [*facts, *_as_tagged(opening, facts)]
    return in_own_sections(document, lines, event, facts, only_named)


def _without_boarders(facts: list[Fact]) -> list[Fact]:
    """Leave out that whoever has boarded a series sells it, where somebody else is said to: those are broadcasters."""
    sold = {fact.object.what for fact in facts if fact.predicate == "sold" and fact.rule != _BOARDS}
    return [fact for fact in facts if fact.rule != _BOARDS or fact.object.what not in sold]


def _as_tagged(opening: Opening, facts: list[Fact]) -> list[Fact]:
    """Give the screening that the tag of festival news tells of the one film that an article is about."""
    event, films = opening.event, opening.news.films
    if event is None or event.section is None or len(films) != 1:
        return []
    shown = [f.object.what for f in facts if f.predicate == "screenedAt" and f.subject.what == films[0].what]
    if any(isinstance(edition, Mention) and edition.name[-4:].isdigit() for edition in shown):
        return []
    first, last = event.line[1:]
    qualifiers: dict[str, End | Qualifier] = {"section": event.section}
    return [Fact(films[0], "screenedAt", event.edition, first, last, "festival-tag", 2.4, qualifiers=qualifiers)]


def _line_up(opening: Opening) -> LineUp | None:
    """Give the festival edition whose films an article tells, by its headline or the tag above it."""
    document, lines, event = opening.document, opening.lines, opening.event
    if event and lines and (shown := line_up_of(document, event, lines[0])):
        return shown
    for head in (lines, opening.tagged) if event else (lines,):
        if not is_market_article(document, head, 1) and (shown := line_up(document, head, opening.date)):
            return shown
    if event and announces_films(document, lines) and not is_market_article(document, lines, 1):
        return LineUp(event.edition, None, event.festival, event.year)
    return None


def _is_of_body(fact: Fact) -> bool:
    """Tell whether what stands in brackets behind a name is a school, and no work of theirs."""
    return (
        fact.rule in _BEHIND_NAMES
        and isinstance(fact.object.what, Mention)
        and bool(_BODY.search(fact.object.what.name))
    )
