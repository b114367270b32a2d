"""One release of a round-up: what its heading, cast line, synopsis and trivia say of one film."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention, Value
from kg.document import Item
from kg.extract.article.framing import worded_date
from kg.extract.facts import End, Fact, claim_of, facts_of, readings, thing
from kg.extract.festival_year import in_year_of
from kg.extract.grammar import grammar
from kg.extract.names import Known, Names, fold
from kg.extract.news import News, Sentence, read_phrases, sentences
from kg.extract.parenthesis import read_without
from kg.extract.record.fields import read_fields
from kg.extract.record.lines import people_between
from kg.extract.roundup.antecedent import meant
from kg.extract.roundup.cast_line import cast_facts, credit_facts, credit_of, distributed, of_entry
from kg.extract.roundup.doubtful import without_doubtful
from kg.extract.roundup.entry_prose import OPENS, read_prose
from kg.extract.roundup.heading import heading_facts
from kg.extract.roundup.layout import CREDITED
from kg.extract.roundup.numbered import numbered
from kg.extract.roundup.openings import openings
from kg.extract.roundup.other_names import without_strangers
from kg.extract.roundup.picks import is_series_heading
from kg.extract.roundup.recalled import recalled
from kg.extract.roundup.small_titles import small_titles, titles_like
from kg.extract.roundup.trivia import UNTOLD, own_titles, titles_of, told
from kg.extract.roundup.unglued import announced
from kg.extract.section import with_sections
from kg.extract.slot.given import is_given_name
from kg.extract.territory import out_in, territory
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.grammar import Rule
    from kg.extract.pattern.matcher import Reach
    from kg.extract.roundup.cast_line import Credit
    from kg.extract.roundup.layout import Release

__all__ = ["NAME", "published", "read_item"]

# Rules of headings that no mark parts: what looks like a name there is weighed by what stands beneath.
# A title of so many spaces is a clause.
_A_CLAUSE = 2
# A list of films that are still to be made tells so in its first lines.
_PROJECTS = re.compile(r"\b(?:next|new|their|upcoming|selected|the) projects\b|\bpitch(?:ed|ing)\b", re.IGNORECASE)
_FIRST_LINES = 600
_UNMARKED = frozenset({"title-of", "title-people", "title-comma-people", "people-title", "title-alone"})
NAME = "roundup/1"
"""What claims read here are said to be read by."""


def read_item(document: Document, release: Release, n: int, known: Known) -> tuple[Item, list[Claim]]:
    """Read one release: its heading, its credits, what it is about, and what its trivia tell of it."""
    news = News()
    credit = credit_of(document, *release.cast[1:]) if release.cast else None
    plain = " by " not in document.text[release.heading[1] : release.heading[2]]
    if release.entry or release.by:
        title = release.entry.title if release.entry else release.heading[1:]
        is_series = is_series_heading(document.text[release.heading[1] : release.heading[2]])
        news.take_headline(_title_alone(document, (release.heading[0], *title), "Series" if is_series else "Film"))
    else:
        alone = credit and plain
        news.take_headline(_title_alone(document, release.heading) if alone else _heading(document, release, known))
    lines = [line for line in (release.heading, release.cast, release.plot, *(release.trivia or [])) if line]
    spans = tuple(document.span(first, last) for _, first, last in lines)
    headline = document.text[release.heading[1] : release.heading[2]]
    item = Item(document.id, n, headline, "release", published(document), spans)
    own = Known(known.people, known.titles | titles_of(news), known.companies)
    _take_credits(document, release, news, own, credit if plain else None)
    plot, trivia = openings(document.text)
    if release.plot:
        news.facts += read_phrases(document, "synopsis", [_after(document, release.plot, plot)], own)
    is_listed = bool(release.entry and release.entry.distributors)
    read_prose(document, release.prose or [], news, own, recalls=is_listed)
    _take_trivia(document, release, news, own, trivia)
    is_out = _PROJECTS.search(document.text, 0, _FIRST_LINES) is None
    for film in news.films:
        released = Fact(film, "stage", End(Value("released")), film.first, film.last, "release-round-up", 3.0)
        news.facts += [released] if is_out else []
        news.facts.append(
            Fact(film, "describedIn", End(Mention("Item", item.id)), film.first, film.last, "item-about-film", 3.0)
        )
    return item, _claims(document, news, item)


def _take_credits(document: Document, release: Release, news: News, own: Known, credit: Credit | None) -> None:
    """Take what the lines beneath a heading say, each in its own layout, of who made the film and who is in it."""
    for line in release.fields or []:
        news.facts += [fact for film in news.films for fact in read_fields(document, *line[1:], film)]
    if release.by and (by := CREDITED.fullmatch(document.text, *release.by[1:])):
        people = people_between(document, *by.span("names"))
        news.directors += people
        news.facts += [Fact(person, "directed", End("FILM"), *release.by[1:], "credit-line", 4.0) for person in people]
    if release.distributors:
        news.facts += distributed(document, release.distributors)
    if release.entry:
        news.facts += of_entry(document, release.entry)
        news.directors += [fact.subject for fact in news.facts if fact.predicate == "directed"]
    elif credit:
        news.facts += credit_facts(document, credit)
    elif release.cast and " directed by " in document.text[release.cast[1] : release.cast[2]]:
        found = read_phrases(document, "teaser", [Sentence(*release.cast[1:])], own)
        news.directors += [f.subject for f in found if f.predicate == "directed" and f.object.what == "FILM"]
        news.facts += [f for f in found if f.predicate in ("directed", "starredIn", "genre") and not f.main]
    elif release.cast:
        news.facts += cast_facts(document, release.cast)


def _take_trivia(document: Document, release: Release, news: News, own: Known, opening: re.Pattern[str]) -> None:
    """Take what trivia say of the film, and of the earlier works of those who made it."""
    fiction = document.text[slice(*release.plot[1:])] if release.plot else ""
    said = _told_of(document, release, opening)
    for line in release.trivia or []:
        part = _after(document, line, opening)
        more = small_titles(document, part.first, part.last)
        more |= titles_like(titles_of(news), document.text, part.first, part.last)
        told_here = Known(own.people, own.titles | more, own.companies)
        found = read_phrases(document, "trivia", [part], told_here, "teaser", "works", without=UNTOLD)
        for sentence in sentences(document, part.first, part.last):
            found += read_without(document, sentence, told_here, "trivia", "teaser", "works", without=UNTOLD)
        found = [fact for fact in found if fact.first == part.first or not fact.rule.startswith(OPENS)]
        found = without_strangers(document, news, meant(document, part.first, news, found), fiction, said)
        kept = own_titles(news, told(news, found))
        kept += recalled(document, sentences(document, part.first, part.last), told_here, news, kept)
        news.facts += without_doubtful(document, news, kept) + numbered(document, part, news)


def _claims(document: Document, news: News, item: Item) -> list[Claim]:
    """Give the claims of an item, each statement once, territories as the page names its land."""
    claims, seen = [], set()
    date = item.date or worded_date(document)
    placed = (_dated(document, fact, date) for fact in with_sections(document, list(news.filled())))
    for fact in out_in([fact for fact in placed if fact], territory(document.text)):
        key = (fact.subject.what, fact.predicate, fact.object.what)
        if key in seen or fact.object.is_open or fact.subject.is_open:
            continue
        seen.add(key)
        claims.append(claim_of(fact, document, item.n, NAME, item.date))
    return claims


def _dated(document: Document, fact: Fact, date: str | None) -> Fact | None:
    """Give a screening at a festival of no year with the year that its sentence means; without one it is no edition."""
    what = fact.object.what
    has_year = isinstance(what, Mention) and what.name[-4:].isdigit()
    return fact if fact.predicate != "screenedAt" or has_year else in_year_of(document, fact, date)


def published(document: Document) -> str | None:
    """Only a whole date is the date of an item; a week or month stays with the document."""
    published = document.metadata.published
    return published if published and re.fullmatch(r"\d{4}-\d{2}-\d{2}", published) else None


def _after(document: Document, line: tuple[int, int, int], opening: re.Pattern[str]) -> Sentence:
    found = opening.match(document.text, line[1], line[2])
    return Sentence(found.end() if found else line[1], line[2])


def _told_of(document: Document, release: Release, trivia: re.Pattern[str]) -> tuple[Sentence, str]:
    """Give the first sentence of a release's trivia, and all that they say."""
    parts = [_after(document, line, trivia) for line in release.trivia or []]
    opening = [sentence for part in parts[:1] for sentence in sentences(document, part.first, part.last)]
    said = "\n".join(document.text[part.first : part.last] for part in parts)
    return opening[0] if opening else Sentence(0, 0), said


def _heading(document: Document, release: Release, known: Known) -> list[Fact]:
    """Read "TITLE by DIRECTOR" in all its forms; a title wrapped round the director's name is put together."""
    _, first, last = release.heading
    tokens = tokenise(document, first, last)
    titles = known.titles | announced(document.text)
    names = Names(tokens, Known(known.people, titles, known.companies), headline=True)
    found = readings(grammar("release", language=names.language).possible(names.words), names)
    if (
        not found
        or found[0][1].name in _UNMARKED | _cut_through(document, release)
        or (release.marked and _is_owner_alone(*found[0][1:]))
    ):
        beneath = " ".join(document.text[start:end] for _, start, end in release.trivia or [])
        return heading_facts(document.text, (first, last), beneath, titles, marked=release.marked)
    score, rule, reach = found[0]
    facts = [_on_one_line(fact) for fact in facts_of(rule, reach, score, names)]
    if not rule.name.startswith("wrapped-title"):
        return facts
    lead = next(binding for binding in reach.bindings if binding.var == "lead")
    wrapped = []
    for fact in facts:
        assert isinstance(fact.object.what, Mention)
        alone = fact.object.what.name
        # "as NAME’s The Bell": a title with an article of its own had none before, nor has one of several words.
        is_whole = fold(alone) in titles or alone.startswith(("The ", "A ", "An ")) or alone.count(" ") >= _A_CLAUSE
        name = alone if is_whole else f"{lead.names[0][0]} {alone}"
        film = thing(name, "Film", first, last)
        wrapped.append(Fact(fact.subject, "directed", film, first, last, "wrapped-title", score, main="object"))
    return wrapped


def _cut_through(document: Document, release: Release) -> frozenset[str]:
    """Give the rule that would cut through "TITLE Ana Holm (II)", where a given name stands before the last word."""
    parts = re.sub(r"\s*\([IVX]+\)\s*$", "", document.text[release.heading[1] : release.heading[2]]).split()
    ends_in_name = len(parts) > 2 and is_given_name(parts[-2]) and parts[-1][0].isupper() and parts[-2][0].isupper()
    return frozenset({"wrapped-title-serial"}) if ends_in_name else frozenset()


def _on_one_line(fact: Fact) -> Fact:
    """Give a fact of a heading of two lines with the title on one, and without the comma before "by NAME"."""
    what = fact.object.what
    if not isinstance(what, Mention):
        return fact
    name = " ".join(what.name.split()).removesuffix(",").rstrip()
    return replace(fact, object=replace(fact.object, what=Mention(what.type, name))) if name != what.name else fact


def _is_owner_alone(rule: Rule, reach: Reach) -> bool:
    """Tell whether a heading was read as somebody's whom one word names: "Sisters’ Quarrel" is a title."""
    return rule.name == "directors-title" and any(
        binding.var == "director" and all(" " not in name for name, _, _ in binding.names) for binding in reach.bindings
    )


def _title_alone(document: Document, line: tuple[int, int, int], kind: str = "Film") -> list[Fact]:
    """The whole heading is the title, where the line beneath says who directed the film."""
    _, first, last = line
    film = thing(document.text[first:last], kind, first, last)
    return [Fact(film, "describedIn", End("ITEM"), first, last, "title-alone", 4.0, main="subject")]
