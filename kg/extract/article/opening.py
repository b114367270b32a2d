"""What an article is, before its sentences are read: its kind, its headline, who speaks, and what it will not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.capital_titles import capital_titles
from kg.extract.article.cast_lists import people_of_casts
from kg.extract.article.cued_titles import cued_titles
from kg.extract.article.deal_titles import deal_titles
from kg.extract.article.earlier import tells_remake
from kg.extract.article.foreign_titles import foreign_titles
from kg.extract.article.granted_titles import granted_titles, listed_titles
from kg.extract.article.grants import tells_grants
from kg.extract.article.headline_quotes import about_works, headline_film, is_printed_below, only_quoted, without_year
from kg.extract.article.headline_titles import colon_title, headline_titles
from kg.extract.article.lines import (
    after_breadcrumbs,
    after_datelines,
    article_lines,
    date_of,
    headline_end,
    joint_firms,
    said_again,
)
from kg.extract.article.lineup import announces_films
from kg.extract.article.linked import linked_people, linked_titles, quoted_titles
from kg.extract.article.meant import on_release
from kg.extract.article.mistaken import titles_in_quotes
from kg.extract.article.obituary import Life, life_of, life_titles
from kg.extract.article.pagetag import EventTag, PageTag, event_tag, page_tag
from kg.extract.article.prints import titles_before
from kg.extract.article.producers import Producers, producers_of
from kg.extract.article.reprinted import as_reprinted
from kg.extract.article.reviewed import Reviews, is_review, review_of, reviewed
from kg.extract.article.run_ins import captioned_titles, split_captions, split_run_ins
from kg.extract.article.second_titles import slashed_titles
from kg.extract.article.slates import headlined_house, is_market_article
from kg.extract.article.told_titles import told_titles
from kg.extract.interview import Interview, interviewed
from kg.extract.names import Known
from kg.extract.news import News, read_whole
from kg.extract.record.fields import opens_fields
from kg.extract.record.filmography_lines import filmography_titles
from kg.extract.record.run_on import split_fields
from kg.extract.record.sectioned import prize_titles, split_sections

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End

__all__ = ["Opening", "open_article"]

# A headline that names some of many films, of which the article is about none alone.
_OF_SEVERAL = re.compile(
    r"\bround-?up\b[^:]{0,30}:|\b(?:titles|films|projects|works in progress) include\b", re.IGNORECASE
)
# "PRODUCTION: …", "GRANTS: …", "FNX at Harbour Film Festival: …": the agency's heading, no part of the headline.
_CATEGORY = re.compile(r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ &/-]{3,30}|[A-ZÀ-Þ]{2,8} (?:at|in) (?:the )?[A-ZÀ-Þ][\w’' -]{3,50}):\s+")


@dataclass(slots=True)
class Opening:
    """An article before its sentences are read.

    `lines` are those to read, `rules` say by line number how a line was read or why it is not, `news` holds the film
    and the directors that the headline names, `linked` the titles, folded, that the page itself marks as such,
    and `cued` those that the words beside them tell to be titles.
    """

    document: Document
    known: Known
    lines: list[tuple[int, int, int]]
    rules: dict[int, str]
    tag: PageTag | None
    reviews: Reviews
    linked: frozenset[str]
    cued: frozenset[str]
    event: EventTag | None = None
    life: Life | None = None
    talk: Interview | None = None
    headline: str = ""
    date: str | None = None
    news: News = field(default_factory=News)
    has_review: bool = False
    is_remake: bool = False
    is_on_grants: bool = False
    is_on_release: bool = False
    is_on_show: bool = False
    quoted: frozenset[str] = frozenset()
    producers: Producers = field(default_factory=Producers)

    @property
    def tagged(self) -> list[tuple[int, int, int]]:
        """The lines, with the tag of festival news before them, which tells what the page is about."""
        return [self.event.line, *self.lines] if self.event else self.lines

    @property
    def subject(self) -> tuple[End, str] | None:
        """Whom the whole article is about, and as what: whose life it tells, who is interviewed, or a producer."""
        talk, profiled = self.talk, self.producers.profiled
        if self.life or not talk:
            return self.life or ((profiled, "produced") if profiled and not self.news.films else None)
        return (talk.people[0], talk.role) if len(talk.people) == 1 else None

    def is_told_below(self, film: End, last: int) -> bool:
        """Tell whether the text behind a headline names its film again."""
        return is_printed_below(self.document, film, last, is_list=self.is_on_release)

    @property
    def company_role(self) -> str:
        """What a company in a list did for the film beside it."""
        return "distributed" if self.is_on_release else "sold" if self.is_on_show else "produced"


def open_article(document: Document, known: Known, lead: tuple[End, ...] | None) -> Opening:
    """Read what stands above an article's text and how it is laid out; `lead` is a film already known to be its own."""
    rules, lines = article_lines(document)
    tag = page_tag(document, lines)
    if tag:
        rules[tag.number] = "read: page tag"
        lines = [line for line in lines if line[0] != tag.number]
    event = event_tag(document, lines)
    if event:
        rules[event.line[0]] = "read: page tag"
        lines = [line for line in lines if line != event.line]
    life = life_of(document, lines)
    film_reviewed = None if life else review_of(document, lines)
    has_review = is_review(document, lines)
    lines = split_sections(document, split_captions(document, after_breadcrumbs(document, lines, rules)))
    lines = after_datelines(document, split_fields(document, split_run_ins(document, lines)))
    is_on_grants = bool(tag and "funding" in tag.categories) or tells_grants(document, lines)
    reviews = reviewed(document, [] if is_on_grants else lines)
    linked = linked_titles(document) | quoted_titles(document) | capital_titles(document) | reviews.titles
    linked |= captioned_titles(document) | listed_titles(document, lines) | prize_titles(document)
    told = told_titles(document, lines) | headline_titles(document, lines) | filmography_titles(document)
    linked |= titles_before(document) if on_release(document, lines, tag) else frozenset()
    linked |= granted_titles(document, lines) if is_on_grants else frozenset()
    linked |= life_titles(document, lines, life) if life else frozenset()
    cued = slashed_titles(document) | cued_titles(document) | foreign_titles(document) | deal_titles(document)
    producers = producers_of(document, lines, life)
    known = Known(
        known.people | linked_people(document) | people_of_casts(document) | reviews.people | producers.folded,
        known.titles | linked | told | cued,
        known.companies | joint_firms(document),
    )
    opening = Opening(document, known, lines, rules, tag, reviews, linked, cued, event, life, has_review=has_review)
    opening.is_on_grants, opening.producers = is_on_grants, producers
    opening.date = date_of(document, lines)
    # A life and a review are told by their headlines in ways of their own.
    opening.is_on_release = on_release(document, opening.lines, tag)
    _read_headline(opening, lead, by_name=bool(life or film_reviewed))
    news = opening.news
    if film_reviewed and not news.films:
        news.films = [film_reviewed]
    opening.talk = talk = interviewed(document, opening.lines, known) if not life else None
    if talk:
        news.take_headline(talk.facts)
        news.directors = news.directors or (talk.people if talk.role == "directed" else [])
    opening.life = life = None if news.films else life
    if life:
        news.directors = [life[0]] if life[1] == "directed" else []
    opening.is_remake, opening.quoted = tells_remake(document, opening.lines), titles_in_quotes(document)
    opening.is_on_show = (
        announces_films(document, opening.tagged)
        or announces_films(document, opening.lines)
        or is_market_article(document, opening.tagged)
    )
    return opening


def _read_headline(opening: Opening, lead: tuple[End, ...] | None, *, by_name: bool) -> None:
    """Read the headline into the opening's news: the film and the directors it names, where it names them."""
    document, known, lines, news = opening.document, opening.known, opening.lines, opening.news
    if len(opening.reviews.headings) == 1:
        opening.lines = opening.reviews.from_heading(lines)
        news.films = [opening.reviews.headings[0].film]
        return
    if not lines:
        return
    _, first, last = lines[0]
    label = _CATEGORY.match(document.text, first, last)
    start = label.end() if label else first
    end = headline_end(document, first, last)
    opening.headline = document.text[start:end]
    again = Known(known.people, known.titles | said_again(document, start, end), known.companies)
    told = about_works(document, read_whole(document, "headline", start, end, again)) if not by_name else []
    told = without_year(told, opening.date)
    if _OF_SEVERAL.search(opening.headline):
        return  # "Round-up: works in progress include TITLE and TITLE"
    news.take_headline(only_quoted(document, start, end, told))
    named = not by_name and not news.films
    if named and (film := headline_film(document, start, end) or colon_title(document, start, end)):
        news.films = [film]
    if (house := headlined_house(document, lines)) and isinstance(house.what, Mention):
        named_so = house.what.name
        news.films = [f for f in news.films if not isinstance(f.what, Mention) or f.what.name != named_so]
    if len(news.films) == 1 and not by_name:
        reprinted = as_reprinted(document, news.films[0], (start, end))
        news.rename(news.films[0], reprinted)
        news.films = [reprinted]
        is_told = opening.is_told_below(reprinted, end) or (len(lines) > 1 and opens_fields(document.text, lines[1][1]))
        opening.news = news = news if is_told else News()
    if lead:
        news.films, news.directors = [lead[0]], list(lead[1:])
