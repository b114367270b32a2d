"""One item of a listing: its headline, teasers and tag line read together, so that each says what the others mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention
from kg.document import Item
from kg.extract.article.houses import without_nations
from kg.extract.deals import territory_deals
from kg.extract.facts import End, Fact, claim_of
from kg.extract.festival_year import at_one_edition
from kg.extract.glosses import glossed
from kg.extract.interview import maker_of_title, quoted_talk, read_interview, roles_told
from kg.extract.listing.alluded import is_doubtful, names_somebody, only_alluded
from kg.extract.listing.behind import asides_in, earlier_works, read_over
from kg.extract.listing.credited import prefer_named, spell_out, take_explicit
from kg.extract.listing.event import (
    at_event,
    behind_event,
    edition_of,
    is_of_project,
    opens_with_event,
    prize_of,
    prize_winner,
    prizes_won,
)
from kg.extract.listing.in_passing import not_in_passing, unbroken
from kg.extract.listing.layout import LABEL, Block, PageLine, label_kind
from kg.extract.listing.led_by import lead_of
from kg.extract.listing.likely import likely_title
from kg.extract.listing.making import in_the_making
from kg.extract.listing.presumed import ends_in_film, presumed_title
from kg.extract.listing.printed_titles import without_cut
from kg.extract.listing.retold import compound_makers, of_films_alone, retold
from kg.extract.listing.review import review_directors
from kg.extract.listing.seasons import in_season
from kg.extract.listing.shown_in import shown_in_sections
from kg.extract.listing.tagged import after_edition, as_tagged, dated, screenings, stages_told, tagged_origins
from kg.extract.listing.talked_of import by_those_interviewed, film_talked_of, own_productions, productions_told
from kg.extract.listing.titled import episode, headline_surnames, heads_review, last_title, review_title
from kg.extract.listing.traded import as_released, as_traded
from kg.extract.listing.untitled import maker_of_untitled, untold_makers
from kg.extract.names import Known, bare, fold
from kg.extract.news import News, Sentence, main_ends, read_phrases, read_whole, sentences
from kg.extract.partners import partners_by_country
from kg.extract.section import with_sections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document

__all__ = ["NAME", "ItemReader"]

NAME = "listing/1"
"""What claims read here are said to be read by."""
# What words must weigh to tell that somebody whom the teaser of a shoot names directs its film.
_MAKER = 1.4
# What somebody does in a teaser is most likely directing only where a review says so.
_OF_REVIEWS = frozenset({"subject-verb", "clause-subject-verb", "told-by", "director-possessive"})
# What a teaser that opens so says of whoever the headline begins with.
_WHOEVER_OPENS = frozenset({"director-of", "will-serve-as-director"})
_SERIES = re.compile(
    r"\b(?:series|mini-?series|sitcom|docuseries|(?:mini-?)?séries?|\w++-part(?:er)?|"
    r"(?:first|second|third|new) season|episodes)\b(?!')"
)
_FILM = re.compile(
    r"\b(?:films?|features?|movies?|documentary|short|shoot of the film|feature-length|longs?[ -]métrages?|"
    r"documentaires?|"
    r"\d+ (?:screens|prints|copies|cinemas))\b"
)
# How much of a teaser may stand before "director of TITLE": an article.
_ARTICLE = 4
# News of these names companies in brackets.
_BARE_LABELS = frozenset({"Interview", "Video", "Interview:", "INTERVIEW", "VIDEO"})
_BY_FIRMS = frozenset({"releases", "release", "box office", "distribution", "deals", "exhibitors"})
_OF_PEOPLE = re.compile(r"\b(?:Star|Actor|Actress|Performance|Career|Honorary|Lifetime|Talent|Acting)\b")
_REVIEWS = frozenset({"review", "series review"})
# "Trailer for TITLE", "First clip of TITLE", "Poster and trailer for TITLE".
_SHOWS = re.compile(
    r"(?:(?:Here's|Here is|Watch|See|Discover|Check out) )?"
    r"(?:(?:the|a|an|first|new|official|exclusive|international) )*"
    r"(?:(?:trailer|teaser|poster|clip|still|image|excerpt)s?(?:,? and | & |, )?)+ (?:for|from|of) "
    r"(?:[\w’' ]{2,30}-bound )?(?=\S)",
    re.IGNORECASE,
)


class ItemReader:
    """An item being read: what it is (`kind` is its label), what it says so far, and what its teasers say.

    `news` gathers what is said of the item's own films, `teaser` the facts of the teasers that are still to be bound.
    """

    def __init__(self, document: Document, block: Block, n: int, known: Known) -> None:
        """Look at the label and the layout of the `n`th item; nothing is read yet."""
        self.document, self.block, self.n, self.known = document, block, n, known
        headline = self.headline = block.headlines[-1]
        label = LABEL.match(document.text, headline.first, headline.last)
        first = label.end() if label else headline.first
        is_bare = document.text[headline.first : headline.last] in _BARE_LABELS
        first = headline.last if is_bare else first  # it has no headline
        self.kind = label_kind(label["label"]) if label else "interview" if is_bare else ""
        # What a journal has first is read as any news.
        self.is_exclusive = self.kind == "exclusive"
        self.kind = "" if self.is_exclusive else self.kind
        self.whole = (first, headline.last)
        self.first = first if self.kind else behind_event(document, first, headline.last)
        self.printed = document.text[self.first : headline.last]
        self.told = block.told(document)
        talk = quoted_talk(document, self.first, headline.last, self.told) if "•" not in self.printed else None
        is_said = block.quotes or self.told[:1] in ("“", '"', "«")
        if not talk and is_said and not self.kind:
            talk = maker_of_title(document, self.first, headline.last)
        self.talk = talk
        self.is_interview = "•" in self.printed or self.kind == "interview" or talk is not None
        self.is_of_event = label is not None and fold(label["label"]) == "report"
        self.news = News()
        self.interviewed: list[End] = []
        self.teaser: list[Fact] = []
        self.more: list[Fact] = []
        self.parts = [
            part for line in block.teasers for part in sentences(document, after_edition(document, line), line.last)
        ]

    @property
    def _is_review(self) -> bool:
        return self.kind in _REVIEWS

    @property
    def _title_line(self) -> tuple[int, int]:
        """Where the headline stands, without its label and what leads up to it."""
        return self.first, self.headline.last

    @property
    def _teaser_lines(self) -> list[tuple[int, int]]:
        return [(line.first, line.last) for line in self.block.teasers]

    def read(self) -> tuple[Item, list[Claim]]:
        """Read the item; give it with its claims."""
        self._read_headline()
        prize = prize_of(self.document, [self._title_line, *self._teaser_lines], self.block.tag)
        if prize and not (self.news.films or self.is_interview or self.kind or self.is_of_event):
            self.news.take_headline(prize_winner(self.document, self._title_line, prize))
        self.earlier = self.news.works_in_passing()
        if not (self.news.films or self.is_interview or self.is_of_event or self.earlier):
            last = last_title(self.document, *self._title_line, self.block)
            self.news.take_headline([] if names_somebody(last, self.told) else last)
        self._read_teasers()
        self._place_at_event(prize)
        self._presume()
        self._bind_teasers()
        self._find_directors()
        return self._whole_item(prize)

    # ---- headline ----------------------------------------------------------------------------------------------------

    def _read_headline(self) -> None:
        document, news = self.document, self.news
        where = self._title_line
        if self.is_interview and ("•" in self.printed or self.talk):
            talk = read_interview(document, *where, self.known) if "•" in self.printed else self.talk
            self.interviewed, facts = talk or ([], [])
            news.take_headline(facts)
            news.headline_names_directors = any(fact.predicate == "directed" for fact in facts)
        elif self.kind and (origins := episode(document, *where)):
            news.take_headline(origins)
        elif self._heads_review():
            self.kind = "review"
        elif self._is_review:
            news.take_headline(review_title(document, *where, "Series" if "series" in self.kind else "Film"))
        else:
            self._read_news_headline()

    def _heads_review(self) -> bool:
        """Take the headline for the title of a review without a label, where it is one."""
        if self.kind or _SHOWS.match(self.document.text, *self._title_line):
            return False
        heads = heads_review(self.document, *self._title_line, self.block, self.known)
        self.news.take_headline(review_title(self.document, *heads, "Film") if heads else [])
        return heads is not None

    def _read_news_headline(self) -> None:
        """Read the headline of news by the grammar: the best reading of the whole, unless it is of an event."""
        document, block, news = self.document, self.block, self.news
        near = replace(self.known, around=bare(self.told))
        lead = lead_of(document, *self._title_line, self.known)
        told = read_whole(document, "headline", lead.first, self.headline.last, near) if lead else []
        if lead and told:
            self.first = lead.first
            news.facts += lead.facts
        else:
            told = self._read_shown(near)
        tagged = frozenset(block.tag.categories) if block.tag else frozenset()
        told = as_traded(told, self.printed, self.told, tagged)
        doubtful = is_doubtful(document, self.printed, block, told)
        event = opens_with_event(document, self._title_line, block)
        makers = [fact.subject.first for fact in told if fact.predicate == "directed"]
        if self.is_of_event or (event and any(at < event[1] for at in makers)):
            told, self.is_of_event = [], True
        news.take_headline([] if doubtful else retold(document, told, self._title_line, block))
        if news.films:
            part = [Sentence(*self._title_line)]
            self.more = [f for f in read_phrases(document, "more", part, _with_films(self.known, news)) if not f.main]

    def _read_shown(self, known: Known) -> list[Fact]:
        """Read a headline of news; of what shows a film ("Trailer for TITLE") what follows, where that says more."""
        told = read_whole(self.document, "headline", *self._title_line, known)
        shows = _SHOWS.match(self.document.text, *self._title_line)
        if not shows:
            return told
        shown = read_whole(self.document, "headline", shows.end(), self.headline.last, known)
        takes_it_in = any(end.first < shows.end() for fact in told for end in main_ends(fact))
        if not told or takes_it_in or _directs(shown) > _directs(told):
            self.first = shows.end()
            return shown
        return told

    # ---- teasers -----------------------------------------------------------------------------------------------------

    def _read_teasers(self) -> None:
        document, block, news = self.document, self.block, self.news
        surnames = headline_surnames(document, *self._title_line, block)
        if self.interviewed:
            own = [fold(end.what.name) for end in self.interviewed if isinstance(end.what, Mention)]
            self.known = replace(
                self.known, people=self.known.people.union(own), titles=self.known.titles.difference(own)
            )
        self.informed = replace(_with_films(self.known, news), surnames=surnames)
        of_firms = block.tag is not None and not _BY_FIRMS.isdisjoint(block.tag.categories)
        self.asides = [asides_in(document, part, of_firms=of_firms) for part in self.parts]
        teaser = [
            fact
            for part, own in zip(self.parts, self.asides, strict=True)
            for fact in read_over(document, part, own, self.informed, "teaser", "works", "basics")
        ]
        teaser = without_cut(document, as_released(teaser) if of_firms else teaser)
        teaser = teaser if self.interviewed else not_in_passing(teaser)
        teaser = unbroken(document, teaser, block.teasers, self.informed)
        teaser = [fact for fact in teaser if fact.rule != "acronym" or _is_body(fact.subject)]
        self.teaser = [f for f in teaser if f.rule != "award-at" or not is_of_project(document, f.first, f.last)]
        if self.interviewed:
            self._read_talk()
        if not self._is_review:
            self.teaser = [fact for fact in self.teaser if fact.rule not in _OF_REVIEWS]
        self.teaser += compound_makers(document, [(self.headline.first, self.headline.last), *self._teaser_lines])
        self.teaser += [fact for part in self.parts for fact in partners_by_country(document, part)]

    def _read_talk(self) -> None:
        """Take what an interview's teaser says for what those interviewed did."""
        document, news = self.document, self.news
        if "•" in self.printed:
            does = roles_told(self.printed.partition("•")[2])
        else:
            does = tuple({f.predicate for f in news.facts})
        self.teaser = by_those_interviewed(document, self.teaser, self.interviewed, does)
        news.facts += productions_told(document, self.block, self.interviewed, self.teaser)
        if not news.facts:
            news.facts += own_productions(self.told, self.interviewed, does)

    def _place_at_event(self, prize: tuple[End, int, int] | None) -> None:
        """Say at which edition of a festival films were shown or won, where the item tells."""
        document, block = self.document, self.block
        year = block.tag.date[:4] if block.tag and block.tag.date else None
        where = edition_of(document, self._title_line, block, year)
        if self._is_review or self.is_interview:
            where, prize = None, None  # what else was shown or won, was so elsewhere
        award = prize[0] if prize else None
        self.teaser = of_films_alone(document, at_event(document, self.teaser, where, award, _OF_PEOPLE))
        self.news.facts += at_event(document, self.more, where, award, _OF_PEOPLE)

    def _bind_teasers(self) -> None:
        """Bind what the teasers leave open to the item's films and makers."""
        document, block = self.document, self.block
        if not self._is_review and not self.is_interview and only_alluded(document, block, self.news, self.teaser):
            self.news = News()
        news = self.news
        if self.interviewed and not news.films and any(fact.object.what == "FILM" for fact in news.facts):
            spoken_of = film_talked_of(document, self.parts, self.interviewed, self.informed)
            news.take_headline([] if News.names_work(self.teaser) else spoken_of)
        opens = any(fact.subject.what == "DIRECTOR" and _is_of_opening(fact, block) for fact in self.teaser)
        if not news.directors and opens:
            news.directors += maker_of_untitled(document, *self._title_line, self.known)
        news.take_teaser(self.teaser)

    # ---- what is not said outright -----------------------------------------------------------------------------------

    def _presume(self) -> None:
        """Where no film is named as such, take the likeliest title of the headline; likewise its makers."""
        document, block, news = self.document, self.block, self.news
        is_settled = self.is_interview or self.kind or (news.films and news.directors)
        making = [] if is_settled else in_the_making(document, self._title_line, block, self.known)
        if making and news.films:
            told_of = {film.what for film in news.films}
            cast = {fact.subject.what for fact in [*news.facts, *self.teaser] if fact.predicate == "starredIn"}
            made = [f for f in making if f.predicate == "directed" and f.object.what in told_of]
            news.take_directors(made if not any(f.subject.what in cast for f in made) else [])
        if self.earlier and block.is_in_the_making:
            self.teaser = [
                replace(f, main="") if any(e.what in self.earlier for e in main_ends(f)) else f for f in self.teaser
            ]
        is_open = not (news.films or self.is_interview or self.is_of_event or self.earlier)
        if is_open and not News.names_film(self.teaser):
            presumed = (
                making
                or presumed_title(document, self._title_line, block, self.known)
                or ends_in_film(document, self._title_line, block, self.known)
                or likely_title(document, self._title_line, block, self.known)
            )
            presumed = [] if names_somebody(presumed, self.told) else presumed
            news.take_headline(retold(document, presumed, self._title_line, block))

    def _find_directors(self) -> None:
        """Find the director of a film where nothing says outright who that is."""
        document, block, news, teaser = self.document, self.block, self.news, self.teaser
        if not (news.directors or self.is_interview or self._is_review) and len(news.films) == 1:
            news.take_directors(untold_makers(document, self._title_line, block, self.known, news))
        if not self._is_review and not self.is_interview:
            take_explicit(news, teaser)
        if not self.is_interview:
            prefer_named(news, document, self.printed, self._teaser_lines)
        if self.is_interview and not news.directors:
            news.credit_interviewed()
        if self._is_review and news.films and not news.directors:
            cast = _named(fact for fact in teaser if fact.predicate == "starredIn")
            news.take_directors(review_directors(document, self.parts, self.known, cast))
        if not (news.directors or self.is_interview) and len(news.films) == 1 and block.is_in_the_making:
            busy = set(_named(news.facts))
            news.take_directors(review_directors(document, self.parts, self.known, busy, least=_MAKER))

    # ---- the whole item ----------------------------------------------------------------------------------------------

    def _whole_item(self, prize: tuple[End, int, int] | None) -> tuple[Item, list[Claim]]:
        document, block, news = self.document, self.block, self.news
        if not self.is_interview and not self.kind:
            news.facts += prizes_won(news.films, prize, self._title_line)
        if news.films:
            news.facts += [fact for part in self.parts for fact in territory_deals(document, part, news.films[0])]
        news.facts += stages_told(document, block, news.films, self.printed)
        spell_out(news, document, [(self.headline.first, self.headline.last), *self._teaser_lines])
        if self.is_interview:
            news.adopt_other()
        told = [document.text[slice(*line)] for line in self._teaser_lines]
        if not _names_series(self.teaser, news) and _is_series("\n".join([self.printed, *told])):
            news.retype("Series")
        item = self._item()
        facts = [f for f in news.filled() if not (item.kind == "review" and f.predicate == "stage")]
        facts = without_nations(facts)
        facts += earlier_works([aside for own in self.asides for aside in own], facts)
        facts += screenings(document, block, news, item.kind)
        if not self._is_review and not self.is_interview:
            facts += shown_in_sections(document, block, facts)
        facts = with_sections(document, facts)
        facts += tagged_origins(block.tag, news)
        facts += _described(news, item)
        facts += glossed(document, facts, self._teaser_lines)
        facts += [_interview_fact(item, end) for end in self.interviewed]
        facts = at_one_edition([as_tagged(in_season(document, fact, item.date), block.tag) for fact in facts])
        claims = []
        for fact in _settled([dated(fact, item.date) for fact in facts]):
            extra = {"date": item.date} if fact.predicate == "stage" and item.date else {}
            claims.append(claim_of(fact, document, self.n, NAME, item.date, extra))
        return item, claims

    def _item(self) -> Item:
        document, block = self.document, self.block
        kind = "interview" if self.is_interview else "review" if self._is_review else "news"
        if self.is_exclusive and kind == "news":
            kind = "exclusive"
        elif kind == "news" and block.is_in_the_making:
            kind = "production"
        lines: list[PageLine] = [self.headline, *block.quotes, *block.teasers]
        if block.tag_line:
            lines.append(block.tag_line)
        spans = tuple(document.span(line.first, line.last) for line in lines)
        date = block.tag.date if block.tag else None
        return Item(document.id, self.n, document.text[slice(*self.whole)], kind, date, spans)


def _directs(facts: list[Fact]) -> bool:
    return any(fact.predicate == "directed" for fact in facts)


def _is_series(text: str) -> bool:
    """Tell whether an item speaks of a series and of no film: names such as "Film Fund" do not count."""
    return bool(_SERIES.search(text)) and not _FILM.search(text)


def _is_body(end: End) -> bool:
    return isinstance(end.what, Mention) and end.what.type == "PublicBody"


def _names_series(teaser: list[Fact], news: News) -> bool:
    """Tell whether it is another work that a teaser calls a series: "LOW TIDE and the series IDA"."""
    named = {
        end.what.name
        for fact in teaser
        for end in main_ends(fact)
        if fact.rule == "series-named" and isinstance(end.what, Mention)
    }
    return bool(named) and named.isdisjoint(f.what.name for f in news.films if isinstance(f.what, Mention))


def _with_films(known: Known, news: News) -> Known:
    titles = {fold(end.what.name) for end in news.films if isinstance(end.what, Mention)}
    return Known(known.people, known.titles | titles, known.companies)


def _described(news: News, item: Item) -> list[Fact]:
    return [
        Fact(film, "describedIn", End(Mention("Item", item.id)), film.first, film.last, "item-about-film", 3.0)
        for film in [*news.films, *news.listed]
    ]


def _interview_fact(item: Item, person: End) -> Fact:
    return Fact(End(Mention("Item", item.id)), "interviewed", person, person.first, person.last, "interview-label", 3.0)


def _is_of_opening(fact: Fact, block: Block) -> bool:
    """Tell whether "the director" of a teaser, as it begins or of the item's film, is whom the headline begins with."""
    opens = any(line.first <= fact.first <= line.first + _ARTICLE for line in block.teasers)
    return bool(fact.main) or (fact.rule in _WHOEVER_OPENS and opens)


def _settled(facts: list[Fact]) -> list[Fact]:
    """Give each statement once: the most certain reading, then the one that says most, then the first."""
    best: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        if fact.subject.is_open or fact.object.is_open:
            continue
        key = (fact.subject.what, fact.predicate, fact.object.what, fact.rule == "country-tag")
        held = best.get(key)
        if held is None or (len(fact.qualifiers), fact.score) > (len(held.qualifiers), held.score):
            best[key] = fact
    return list(best.values())


def _named(facts: Iterable[Fact]) -> list[str]:
    """Give the names of those who did something."""
    return [fact.subject.what.name for fact in facts if isinstance(fact.subject.what, Mention)]
