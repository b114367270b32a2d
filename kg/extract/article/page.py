"""Articles: running prose, sentence by sentence, with what the paragraph is about kept in mind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention, Value, sort_claims
from kg.document import Item
from kg.extract.article.backed import with_grants
from kg.extract.article.compounds import compound_credits
from kg.extract.article.crew_chain import producer_chains, producers_in_brackets, without_chained
from kg.extract.article.cues import CREDITS, cued
from kg.extract.article.earlier import tells_remake, without_asides, without_earlier, without_remakes
from kg.extract.article.granted_titles import granted_titles
from kg.extract.article.grants import tells_grants
from kg.extract.article.headings import headings
from kg.extract.article.headline_quotes import (
    about_works,
    headline_film,
    is_printed_below,
    only_quoted,
    without_year,
)
from kg.extract.article.houses import (
    ON_PLACES,
    with_nations,
    without_buyers,
    without_houses,
    without_makers,
    without_nations,
    without_places,
)
from kg.extract.article.in_context import LOOSE_NAMES, in_context
from kg.extract.article.lead_film import lead_film
from kg.extract.article.lines import (
    after_breadcrumbs,
    after_datelines,
    article_lines,
    cut_off,
    date_of,
    extent_of,
    headline_end,
    headline_of,
    joint_firms,
    parts_of,
    said_again,
)
from kg.extract.article.lineup import announces_films, line_up, line_up_facts
from kg.extract.article.linked import linked_people, linked_titles, quoted_titles
from kg.extract.article.loose import without_earlier_works
from kg.extract.article.meant import as_meant, in_two, is_meant, on_release
from kg.extract.article.mentioned import MENTIONED, any_of, mentions, whole_titles
from kg.extract.article.mistaken import titles_in_quotes, without_mistaken
from kg.extract.article.obituary import life_of, life_titles, life_work, of_films
from kg.extract.article.own_lists import on_own_lists
from kg.extract.article.owners import Makers, full_names, owned, surnames
from kg.extract.article.pagetag import page_tag, tag_facts
from kg.extract.article.played import parts_played
from kg.extract.article.prints import fuller_names, of_prints, prints_of, titles_before, without_prints
from kg.extract.article.producing_lists import producing_lists, without_recut
from kg.extract.article.profiles import company_of_talk, made_by_profiled, profiled_company, without_owner
from kg.extract.article.reprinted import as_reprinted, without_longer, without_places_behind
from kg.extract.article.reviewed import is_review, review_of, reviewed, shown_at
from kg.extract.article.run_ins import split_run_ins
from kg.extract.article.screens import by_own_titles, without_others
from kg.extract.article.second_titles import known_besides, without_second_titles
from kg.extract.article.shown_brackets import seen_in_passing
from kg.extract.article.slates import (
    headlined_house,
    is_market_article,
    on_slates,
    sellers_in_brackets,
    without_launchers,
)
from kg.extract.article.spelt import claims_once, co_producers_together, in_printed_order
from kg.extract.article.spoken_of import (
    GOES_ON,
    in_brackets_behind,
    is_untitled,
    of_nothing,
    of_the_opening,
    quoted_again,
    the_film_before,
    the_latter,
    which_is_said,
    whose_film,
)
from kg.extract.article.told_origins import told_origins
from kg.extract.article.told_titles import told_titles
from kg.extract.article.told_works import told_works
from kg.extract.article.works import as_series, series_by_name, speaks_of_series, two_titles
from kg.extract.coverage import cover
from kg.extract.deals import from_slate, sold_of, territory_deals
from kg.extract.derive import pairs
from kg.extract.extractor import Extractor
from kg.extract.facts import End, Fact, one_class_each
from kg.extract.filmography import bracketed_credits
from kg.extract.glosses import glossed
from kg.extract.interview import interviewed
from kg.extract.language import language_of
from kg.extract.names import Known, fold
from kg.extract.news import News, Sentence, main_ends, read_phrases, read_whole, within_sentence
from kg.extract.parenthesis import read_without
from kg.extract.reading import Reading
from kg.extract.record.fields import fields_behind
from kg.extract.record.lines import heading_origins, opens_credits, read_record
from kg.extract.record.stacked import beneath_field, fields_beneath, whole_firms
from kg.extract.section import with_sections
from kg.extract.territory import out_in

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["EXTRACTOR", "read_article"]

_NAME = "article/1"
# "Grant: NOK 1,200,000", "Story: …": a field of a record that says nothing of who made the film.
_SOME_FIELD = re.compile(r"\s*[A-ZÀ-Þ][\w /&'’-]{2,30}:\s")
_MERELY = LOOSE_NAMES - {"new-film-told"} | {MENTIONED}
# A page that marks more titles speaks of several films: a paragraph that names none goes on with the one before.
_MOST_FILMS = 2
# What an article's sentences are read with, besides its own grammar.
_GRAMMARS = ("teaser", "works", "prose", "trade")
# "PRODUCTION: …", "GRANTS: …", "FNX at Harbour Film Festival: …": the agency's heading, no part of the headline.
_CATEGORY = re.compile(r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ &/-]{3,30}|[A-ZÀ-Þ]{2,8} (?:at|in) (?:the )?[A-ZÀ-Þ][\w’' -]{3,50}):\s+")


def read_article(document: Document, known: Known, confidence: float = 1.0) -> Reading:
    """Read an article; the whole text is one item, and its claims stand outside of items."""
    reading, lead = _read(document, known, confidence)
    if lead is None:
        return reading
    # The headline says what the film is, the first lines how it is called: now the rest is read in that light.
    return _read(document, known, confidence, lead)[0]


def _read(
    document: Document, known: Known, confidence: float, lead: tuple[End, ...] | None = None
) -> tuple[Reading, tuple[End, ...] | None]:
    """Read an article once; also give the film that it turns out to be about, with its directors, if it had none."""
    rules, lines = article_lines(document)
    tag = page_tag(document, lines)
    if tag:
        rules[tag.number] = "read: page tag"
        lines = [line for line in lines if line[0] != tag.number]
    life = life_of(document, lines)
    film_reviewed = None if life else review_of(document, lines)
    has_review = is_review(document, lines)
    lines = after_datelines(document, split_run_ins(document, after_breadcrumbs(document, lines, rules)))
    is_on_grants = bool(tag and "funding" in tag.categories) or tells_grants(document, lines)
    reviews = reviewed(document, [] if is_on_grants else lines)
    linked = linked_titles(document) | quoted_titles(document) | reviews.titles
    told = told_titles(document, lines)
    linked |= titles_before(document) if on_release(document, lines, tag) else frozenset()
    linked |= granted_titles(document, lines) if is_on_grants else frozenset()
    linked |= life_titles(document, lines, life) if life else frozenset()
    known = Known(
        known.people | linked_people(document) | reviews.people,
        known.titles | linked | told,
        known.companies | joint_firms(document),
    )
    # A life and a review are told by their headlines in ways of their own.
    by_name = bool(life or film_reviewed)
    headline = ""
    date = date_of(document, lines)
    news = News()
    if len(reviews.headings) == 1:
        lines = reviews.from_heading(lines)
        news.films = [reviews.headings[0].film]
    elif lines:
        _, first, last = lines[0]
        label = _CATEGORY.match(document.text, first, last)
        start = label.end() if label else first
        end = headline_end(document, first, last)
        headline = document.text[start:end]
        again = Known(known.people, known.titles | said_again(document, start, end), known.companies)
        told_by_headline = (
            about_works(document, read_whole(document, "headline", start, end, again)) if not by_name else []
        )
        told_by_headline = without_year(told_by_headline, date)
        news.take_headline(only_quoted(document, start, end, told_by_headline))
        if not by_name and not news.films and (film := headline_film(document, start, end)):
            news.films = [film]
        if (house := headlined_house(document, lines)) and isinstance(house.what, Mention):
            named_so = house.what.name
            news.films = [f for f in news.films if not isinstance(f.what, Mention) or f.what.name != named_so]
        if len(news.films) == 1 and not by_name:
            reprinted = as_reprinted(document, news.films[0], (start, end))
            news.rename(news.films[0], reprinted)
            news.films = [reprinted]
            news = news if is_printed_below(document, reprinted, end) else News()
        if lead:
            news.films, news.directors = [lead[0]], list(lead[1:])
    if film_reviewed and not news.films:
        news.films = [film_reviewed]
    talk = interviewed(document, lines, known) if not life else None
    if talk:
        news.take_headline(talk.facts)
        news.directors = news.directors or (talk.people if talk.role == "directed" else [])
    life = None if news.films else life
    if life:
        news.directors = [life[0]] if life[1] == "directed" else []
    is_named = bool(news.films)
    is_remake, quoted = tells_remake(document, lines), titles_in_quotes(document)
    is_on_release = on_release(document, lines, tag)
    grammars = (*_GRAMMARS, "screens") if is_on_release else _GRAMMARS
    is_on_show = announces_films(document, lines) or is_market_article(document, lines)
    # What a company in a list did for the film beside it.
    company_role = "distributed" if is_on_release else "sold" if is_on_show else "produced"
    beneath = fields_beneath(document, lines)
    facts: list[Fact] = []
    focus: dict[str, End] = {}
    acronyms: dict[str, tuple[End, Fact]] = {}
    people, named = surnames(news.facts), full_names(news.facts)
    titles = frozenset(fold(film.what.name) for film in news.films if isinstance(film.what, Mention))
    any_title = any_of(linked | titles)
    faults: list[tuple[int, str]] = []
    # What says no more than that a sentence is about a film.
    only_named: list[Fact] = []
    directors: dict[Mention | Value | str, End] = {}
    films: dict[str, dict[str, End]] = {}
    named_before: dict[str, End] = {}
    # Works of which the text says who made them or who is in them: of these alone it speaks on.
    made: set[Mention | Value | str] = set()
    makers = Makers()
    makers.note(news.facts)
    subject = life or ((talk.people[0], talk.role) if talk and len(talk.people) == 1 else None)
    if subject:
        makers.note([Fact(subject[0], subject[1], End("FILM"), 0, 0, "", 0.0)])
    headed = headings(document, lines) if not (life or reviews.headings) else {}
    headed |= {heading.number: heading.film for heading in reviews.headings}
    facts += [fact for heading in reviews.headings for fact in heading.facts]
    if news.films and (talk or has_review):
        facts += shown_at(document, lines, news.films[0])
    spoken = [part for line in lines for part in parts_of(document, *line[1:])]
    played = parts_played(document, spoken, known, is_review=has_review or bool(reviews.headings))
    under: End | None = None
    # A record's film: what is told right below the record is told of it.
    recorded: End | None = None
    asked = False
    # What a paragraph began to tell of a film without a title goes on until one is named.
    has_no_title = False
    for number, first, last in lines:
        asked = asked or bool(talk and document.text[last - 1] == "?")
        # A block of fields at the end of an article is about its one film.
        is_headline = (number, first, last) == lines[0]
        if not is_headline and headline and document.text[first:last] == headline:
            rules[number] = "headline again"
            continue
        is_its = "FILM" not in focus or opens_credits(document, first, last)
        own = {**focus, "FILM": news.films[0]} if is_its and len(news.films) == 1 and not is_headline else focus
        before = own.get("FILM")
        if number in reviews.numbers:
            rules[number] = "read: heading"
            focus["FILM"] = under = headed[number]
            facts += heading_origins(document, first, last, under)
            continue
        if before and number in reviews.credits:
            credited = [done for fact in reviews.credits[number] if (done := fact.filled({"FILM": before}))]
            directors |= {fact.object.what: fact.subject for fact in credited if fact.predicate == "directed"}
            makers.note(credited)
            people |= surnames(credited)
            facts += credited
            rules[number] = "read: credits"
            continue
        has_prints = is_on_release and bool(prints_of(document, Sentence(first, last)))
        record = [] if has_prints else read_record(document, first, last, own, "" if is_headline else company_role)
        if record or own.get("FILM") is not before:
            focus["FILM"] = own["FILM"]
            recorded = own["FILM"] if own["FILM"] is not before else recorded
            facts += record
            rules[number] = "read: record"
            continue
        if number in beneath:
            facts += beneath_field(beneath[number], before or recorded)
            rules[number] = "read: record"
            continue
        if film := headed.get(first):
            rules[number] = "read: heading"
            facts += heading_origins(document, first, last, film)
            focus["FILM"] = under = film
            titles |= {fold(document.text[film.first : film.last])}
            any_title = any_of(linked | titles)
            continue
        rules[number] = "read: prose"
        before_this = focus.pop("FILM", None)  # a new paragraph may speak of another film
        goes_on = bool(GOES_ON.match(document.text, first, last) or _SOME_FIELD.match(document.text, first, last))
        if before_this and not goes_on and not news.films and len(linked) > _MOST_FILMS:
            goes_on = not mentions(document, Sentence(first, last), any_title, [])
        focus.pop("HEADED", None)
        if recorded is not None:
            focus["FILM"] = recorded
            recorded = under = None
        elif under is not None:
            focus["FILM"] = focus["HEADED"] = under
        elif before_this and goes_on and (not is_named or before_this.what in made):
            focus["FILM"] = before_this
        focus.pop("SEASON", None)
        said: list[Fact] = []
        for part in (without_second_titles(document, part) for part in parts_of(document, first, last)):
            met = Known(known.people, known.titles | titles, known.companies, people)
            prints = prints_of(document, part) if is_on_release else []
            part = without_prints(part, prints)
            focus.update(the_latter(document, part, said))
            try:
                found = read_phrases(document, "article", [part], met, *grammars)
                found += read_without(document, part, met, "article", *grammars)
            except Exception as error:  # a fault in one sentence must not cost the others
                faults.append((number, f"a sentence was left out: {type(error).__name__}: {error}"))
                continue
            found += known_besides(document, part, found)
            found = without_others(document, found) if is_on_release else found
            found = in_two(
                without_longer(only_quoted(document, first, last, found), news.films) if is_headline else found
            )
            found = [fact for fact in found if not named.intersection(_names_of(main_ends(fact)))]
            found = without_places_behind(document, found)
            chained = producer_chains(document, part)
            listed = [] if chained else producing_lists(document, part, people)
            found = without_mistaken(document, found, quoted)
            found = [as_meant(document, fact, is_on_release) for fact in found if is_meant(document, fact, people)]
            found = without_recut(without_chained(found, chained), listed) + chained + listed
            found += cued(document, part, met, found)
            found += compound_credits(document, part) + producers_in_brackets(document, part, found)
            found = without_remakes(document, part, found) if is_remake else found
            found += [fact for fact in played if part.first <= fact.first and fact.last <= part.last]
            if asked:
                found = [fact for fact in found if fact.rule not in ON_PLACES]  # "we met on the set of TITLE"
            if life:
                found = of_films(document, part, found)
            found += mentions(document, part, any_title, found)
            found = whole_titles(document, part, any_title, found)
            deals = territory_deals(document, part, End("FILM"))
            found = without_places(document, owned(document, part, found, makers, subject, answers=asked))
            found = without_makers(without_buyers(found, deals))
            found = without_earlier(document, part, found, is_told="FILM" in focus)
            found = without_asides(document, part, found, news.films) if is_named else found
            found += told_origins(document, part, found)
            ends = [end for fact in found for end in main_ends(fact)]
            its_film = focus.get("FILM", news.films[0]) if is_named else None
            found = in_brackets_behind(document, found)
            if is_untitled(document, part, found) or (has_no_title and not any(map(main_ends, found))):
                has_no_title = has_no_title or part.first == first
                found = of_nothing(found)
            else:
                has_no_title = False
            found = of_the_opening(document, part, found, focus.get("FILM") or its_film)
            found = within_sentence(the_film_before(document, which_is_said(document, found, found), ends, its_film))
            people |= surnames(found)
            named |= full_names(found)
            news.adopt(found, headline)
            if not any(fact.main and fact.rule != MENTIONED for fact in found):
                focus.update(whose_film(document.text[part.first : part.last], films))
                focus.update(quoted_again(document, part, named_before, news))
            only_named += [fact for fact in found if fact.object.what == "ITEM" and fact.rule not in _MERELY]
            spoken_of = focus.get("FILM") or next(iter(news.films), None)
            makers.note(found)
            directing = [fact for fact in found if fact.predicate == "directed" and not fact.subject.is_open]
            directors |= {fact.object.what: fact.subject for fact in directing}
            said = in_context(found, focus, acronyms, news, directors)
            for fact in said:
                named_before |= {end.what.name: end for end in main_ends(fact) if isinstance(end.what, Mention)}
                one, work = fact.subject.what, fact.object.what
                is_told = fact.predicate == "directed" and fact.main
                if is_told or fact.predicate in CREDITS - {"directed"}:
                    made.add(work)
                if is_told and isinstance(one, Mention) and isinstance(work, Mention):
                    films.setdefault(one.name.split()[-1], {})[work.name] = fact.object
            facts += said
            if is_on_release:
                facts += of_prints(prints, ends, spoken_of)
            deals = which_is_said(document, deals, found)
            sold = sold_of(document, deals, found, spoken_of or (before_this if len(deals) > 1 else None))
            facts += [*sold, *from_slate(document, [*said, *sold], focus.get("SLATE"))]
    adopted = (news.films[0], *news.directors) if news.films and not is_named else None
    found_lead = None if life else adopted or (None if news.films else lead_film(document, facts, lines))
    if len(news.films) == 1 and speaks_of_series(document):
        facts = as_series(facts, {film.what.name for film in news.films if isinstance(film.what, Mention)})
        news.retype("Series")
    facts += news.filled()
    item = Item(document.id, 1, headline_of(document, lines), "article", date, extent_of(document, lines))
    facts += [
        Fact(film, "describedIn", End(Mention("Item", item.id)), film.first, film.last, "item-about-film", 3.0)
        for film in news.films
    ]
    if life:
        facts += life_work(document, lines, life, facts)
    facts = facts if is_on_release else without_earlier_works(document, lines, facts)
    if language_of(document) == "en":
        facts += bracketed_credits(document, facts)
        facts += told_works(document, facts)
    if company := profiled_company(document, lines):
        facts = without_owner(company, facts)
        facts += made_by_profiled(document, company, lines, facts, only_named)
    elif talk and (company := company_of_talk(document, lines)):
        facts += made_by_profiled(document, company, lines, facts, only_named, talks=True)
    facts = with_grants(document, lines, facts, only_named, is_on_grants=is_on_grants)
    facts += co_producers_together(facts)
    facts = series_by_name(document, two_titles(facts))
    facts += tag_facts(tag, news.films, facts) if tag else []
    facts = out_in(fuller_names(document, facts), tag.land if tag else None) if is_on_release else facts
    facts = without_houses(with_nations(document, without_nations(facts)))
    facts = (
        sellers_in_brackets(document, facts, only_named)
        if is_on_show and not is_on_release and not is_on_grants
        else facts
    )
    facts += on_own_lists(document, lines, [*facts, *only_named])
    facts = without_launchers([*facts, *on_slates(document, lines, [*facts, *only_named])])
    shown = None if is_market_article(document, lines, 1) else line_up(document, lines, date)
    if shown:
        facts += line_up_facts(document, shown, lines, [*facts, *only_named])
    facts += fields_behind(document, {end: None for fact in [*facts, *only_named] for end in main_ends(fact)})
    facts += glossed(document, facts)
    facts = by_own_titles(facts) if is_on_release else facts
    facts = with_sections(document, one_class_each(seen_in_passing(document, facts, only_named)))
    facts = whole_firms(document, facts, beneath)
    claims = claims_once(document, _NAME, in_printed_order(facts), acronyms, date)
    claims += pairs(claims)
    ordered = tuple(sort_claims(claims))
    remarks = (*faults, *cut_off(document, lines))
    coverage = cover(document, ordered, rules)
    return Reading(document, "article", confidence, _NAME, (item,), ordered, coverage, remarks), found_lead


def _names_of(ends: list[End]) -> list[str]:
    return [fold(end.what.name) for end in ends if isinstance(end.what, Mention)]


def _certain(reading: Reading) -> Known:
    """Names that an article makes certain: quoted titles and the works that it describes."""
    titles = {c.subject.name for c in reading.claims if c.rule == "item-about-film"}
    return Known(titles=frozenset(map(fold, titles)))


EXTRACTOR = Extractor("article", read_article, _certain)
