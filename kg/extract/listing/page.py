"""Listing pages: tag pages of a trade journal, item after item of headline, teaser and tag line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention, Value, sort_claims
from kg.document import Item
from kg.extract.coverage import cover
from kg.extract.deals import partners_by_country, territory_deals
from kg.extract.derive import pairs
from kg.extract.extractor import Extractor
from kg.extract.facts import End, Fact, claim_of
from kg.extract.festival_year import at_one_edition
from kg.extract.glosses import glossed
from kg.extract.interview import maker_of_title, quoted_talk, read_interview, roles_told
from kg.extract.listing.alluded import is_doubtful, only_alluded
from kg.extract.listing.behind import asides_in, earlier_works, read_over
from kg.extract.listing.credited import prefer_named, spell_out, take_explicit
from kg.extract.listing.event import (
    at_event,
    behind_event,
    edition_of,
    opens_with_event,
    prize_of,
    prize_winner,
    prizes_won,
)
from kg.extract.listing.layout import LABEL, Block, PageLine, label_kind, lay_out
from kg.extract.listing.led_by import lead_of
from kg.extract.listing.likely import likely_title
from kg.extract.listing.making import in_the_making
from kg.extract.listing.presumed import ends_in_film, presumed_title
from kg.extract.listing.retold import compound_makers, of_films_alone, retold
from kg.extract.listing.review import review_directors
from kg.extract.listing.seasons import in_season
from kg.extract.listing.tagged import after_edition, as_tagged, dated, screenings, tagged_origins
from kg.extract.listing.talked_of import by_those_interviewed, film_talked_of, own_productions, productions_told
from kg.extract.listing.titled import episode, headline_surnames, heads_review, last_title, review_title
from kg.extract.listing.traded import as_released, as_traded
from kg.extract.listing.untitled import maker_of_untitled, untold_makers
from kg.extract.names import Known, bare, fold
from kg.extract.news import News, Sentence, main_ends, read_phrases, read_whole, sentences
from kg.extract.reading import Reading
from kg.extract.section import with_sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["EXTRACTOR", "read_listing"]

# What words must weigh to tell that somebody whom the teaser of a shoot names directs its film.
_MAKER = 1.4

# What somebody does in a teaser is most likely directing only where a review says so.
_OF_REVIEWS = frozenset({"subject-verb", "clause-subject-verb", "told-by", "director-possessive"})
# What a teaser that opens so says of whoever the headline begins with.
_WHOEVER_OPENS = frozenset({"director-of", "will-serve-as-director"})
_NAME = "listing/1"
_SERIES = re.compile(
    r"\b(?:series|mini-?series|sitcom|docuseries|(?:mini-?)?séries?|\w+-part(?:er)?|"
    r"(?:first|second|third|new) season|episodes)\b(?!')"
)
# How much of a teaser may stand before "director of TITLE": an article.
_ARTICLE = 4
_RELEASES = frozenset({"releases", "release"})
# News of these names companies in brackets.
_BY_FIRMS = _RELEASES | {"box office", "distribution", "deals", "exhibitors"}
_OF_PEOPLE = re.compile(r"\b(?:Star|Actor|Actress|Performance|Career|Honorary|Lifetime|Talent|Acting)\b")
_COMES_OUT = re.compile(r"\b(?:screens|cinemas|theatres|theaters|releas\w+|hits?|opens?|audiences|premieres?)\b")
# What box-office news say of films that are out, and of none that is awaited.
_HAS_RUN = re.compile(
    r"\b(?:charts?|box[ -]office|weekends?|number one|No\.? ?1|records?|opened|opening|released|top spot|to the top|"
    r"weeks)\b"
)
_FILM = re.compile(
    r"\b(?:films?|features?|movies?|documentary|short|shoot of the film|feature-length|longs?[ -]métrages?|"
    r"documentaires?|"
    r"\d+ (?:screens|prints|copies|cinemas))\b"
)
_KINDS = {"exclusive": "exclusive"}
_REVIEWS = frozenset({"review", "series review"})


def read_listing(document: Document, known: Known, confidence: float = 1.0) -> Reading:
    """Read a listing page into items and claims."""
    blocks, outside = lay_out(document)
    items: list[Item] = []
    claims: list[Claim] = []
    outcome = dict(outside)
    remarks = list(_remarks(blocks))
    for n, block in enumerate(blocks, 1):
        try:
            item, found = _read_block(document, block, n, known)
        except Exception as error:  # a fault in one item must not cost the others
            remarks.append((block.headlines[-1].number, f"item {n} was left out: {type(error).__name__}: {error}"))
            continue
        items.append(item)
        claims += found
        outcome.update(_line_rules(block))
    claims += pairs(claims)
    ordered = tuple(sort_claims(claims))
    lines = cover(document, ordered, outcome)
    return Reading(document, "listing", confidence, _NAME, tuple(items), ordered, lines, tuple(remarks))


def _remarks(blocks: list[Block]) -> Iterator[tuple[int, str]]:
    """On a page where items end in tag lines, a last item without one was cut off."""
    if blocks and blocks[-1].tag is None and any(block.tag for block in blocks):
        yield blocks[-1].headlines[-1].number, "the last item has no tag line: the page seems cut off here"


def _line_rules(block: Block) -> dict[int, str]:
    rules = {line.number: "headline copy" for line in block.headlines[:-1]}
    rules[block.headlines[-1].number] = "read: headline"
    rules.update({line.number: "quote" for line in block.quotes})
    rules.update({line.number: "read: teaser" for line in block.teasers})
    if block.tag_line:
        rules[block.tag_line.number] = "read: tag line"
    return rules


def _read_block(document: Document, block: Block, n: int, known: Known) -> tuple[Item, list[Claim]]:
    headline = block.headlines[-1]
    label = LABEL.match(document.text, headline.first, headline.last)
    first = label.end() if label else headline.first
    kind = label_kind(label["label"]) if label else ""
    whole = (first, headline.last)
    first = behind_event(document, first, headline.last) if not kind else first
    printed = document.text[first : headline.last]
    news = News()
    interviewed: list[End] = []
    talk = quoted_talk(document, first, headline.last, block.told(document)) if "•" not in printed else None
    is_said = block.quotes or block.told(document)[:1] in ("“", '"', "«")
    talk = talk or (maker_of_title(document, first, headline.last) if is_said and not kind else None)
    is_interview = "•" in printed or kind == "interview" or talk is not None
    is_of_event, more = label is not None and fold(label["label"]) == "report", list[Fact]()
    if is_interview and "•" in printed:
        interviewed, facts = read_interview(document, first, headline.last, known)
        news.take_headline(facts)
        news.headline_names_directors = any(fact.predicate == "directed" for fact in facts)
    elif talk is not None:
        interviewed, facts = talk
        news.take_headline(facts)
        news.headline_names_directors = any(fact.predicate == "directed" for fact in facts)
    elif kind and (origins := episode(document, first, headline.last)):
        news.take_headline(origins)
    elif not kind and (heads := heads_review(document, first, headline.last, block, known)):
        news.take_headline(review_title(document, *heads, "Film"))
        kind = "review"
    elif kind in _REVIEWS:
        news.take_headline(review_title(document, first, headline.last, "Series" if "series" in kind else "Film"))
    else:
        around = bare(block.told(document))
        near = replace(known, around=around)
        lead = lead_of(document, first, headline.last, known)
        told = read_whole(document, "headline", lead.first, headline.last, near) if lead else []
        if lead and told:
            first = lead.first
            news.facts += lead.facts
        else:
            told = read_whole(document, "headline", first, headline.last, near)
        tagged = frozenset(block.tag.categories) if block.tag else frozenset()
        told = as_traded(told, printed, block.told(document), tagged)
        doubtful = is_doubtful(document, printed, block, told)
        event = opens_with_event(document, (first, headline.last), block)
        makers = [fact.subject.first for fact in told if fact.predicate == "directed"]
        if is_of_event or (event and any(at < event[1] for at in makers)):
            told, is_of_event = [], True
        news.take_headline([] if doubtful else retold(document, told, (first, headline.last), block))
        if news.films:
            part = [Sentence(first, headline.last)]
            more = [f for f in read_phrases(document, "more", part, _with_films(known, news)) if not f.main]
    parts = [part for line in block.teasers for part in sentences(document, after_edition(document, line), line.last)]
    prize = prize_of(
        document, [(first, headline.last), *((line.first, line.last) for line in block.teasers)], block.tag
    )
    if prize and not (news.films or is_interview or kind or is_of_event):
        news.take_headline(prize_winner(document, (first, headline.last), prize))
    earlier = news.works_in_passing()
    if not (news.films or is_interview or is_of_event or earlier):
        news.take_headline(last_title(document, first, headline.last, block))
    surnames = headline_surnames(document, first, headline.last, block)
    if interviewed:
        own = [fold(end.what.name) for end in interviewed if isinstance(end.what, Mention)]
        known = replace(known, people=known.people.union(own), titles=known.titles.difference(own))
    informed = replace(_with_films(known, news), surnames=surnames)
    of_firms = block.tag is not None and not _BY_FIRMS.isdisjoint(block.tag.categories)
    asides = [asides_in(document, part, of_firms=of_firms) for part in parts]
    teaser = [
        fact
        for part, own in zip(parts, asides, strict=True)
        for fact in read_over(document, part, own, informed, "teaser", "works")
    ]
    teaser = as_released(teaser) if of_firms else teaser
    teaser = [fact for fact in teaser if fact.rule != "acronym" or _is_body(fact.subject)]
    if interviewed:
        does = roles_told(printed.partition("•")[2]) if "•" in printed else tuple({f.predicate for f in news.facts})
        teaser = by_those_interviewed(document, teaser, interviewed, does)
        news.facts += productions_told(document, block, interviewed, teaser)
        if not news.facts:
            news.facts += own_productions(block.told(document), interviewed, does)
    if kind not in _REVIEWS:
        teaser = [fact for fact in teaser if fact.rule not in _OF_REVIEWS]  # of a review, most likely its director
    teaser += compound_makers(document, [(line.first, line.last) for line in [headline, *block.teasers]])
    teaser += [fact for part in parts for fact in partners_by_country(document, part)]
    year = block.tag.date[:4] if block.tag and block.tag.date else None
    where = edition_of(document, (first, headline.last), block, year)
    if kind in _REVIEWS or is_interview:
        where, prize = None, None  # what else was shown or won, was so elsewhere
    teaser = of_films_alone(document, at_event(document, teaser, where, prize[0] if prize else None, _OF_PEOPLE))
    news.facts += at_event(document, more, where, prize[0] if prize else None, _OF_PEOPLE)
    is_settled = is_interview or kind or (news.films and news.directors)
    making = [] if is_settled else in_the_making(document, (first, headline.last), block, known)
    if making and news.films:
        told_of = {film.what for film in news.films}
        cast = {fact.subject.what for fact in [*news.facts, *teaser] if fact.predicate == "starredIn"}
        made = [f for f in making if f.predicate == "directed" and f.object.what in told_of]
        news.take_directors(made if not any(f.subject.what in cast for f in made) else [])
    if earlier and block.is_in_the_making:
        teaser = [replace(f, main="") if any(e.what in earlier for e in main_ends(f)) else f for f in teaser]
    if not (news.films or is_interview or is_of_event or earlier or News.names_film(teaser)):
        presumed = making or presumed_title(document, (first, headline.last), block, known)
        presumed = presumed or ends_in_film(document, (first, headline.last), block, known)
        presumed = presumed or likely_title(document, (first, headline.last), block, known)
        news.take_headline(retold(document, presumed, (first, headline.last), block))
    if kind not in _REVIEWS and not is_interview and only_alluded(document, block, news, teaser):
        news = News()
    if interviewed and not news.films and any(fact.object.what == "FILM" for fact in news.facts):
        news.take_headline([] if News.names_work(teaser) else film_talked_of(document, parts, interviewed, informed))
    if not news.directors and any(fact.subject.what == "DIRECTOR" and _is_of_opening(fact, block) for fact in teaser):
        news.directors += maker_of_untitled(document, first, headline.last, known)
    news.take_teaser(teaser)
    if not (news.directors or is_interview or kind in _REVIEWS) and len(news.films) == 1:
        news.take_directors(untold_makers(document, (first, headline.last), block, known, news))
    if kind not in _REVIEWS and not is_interview:
        take_explicit(news, teaser)
    if not is_interview:
        prefer_named(news, document, printed, [(line.first, line.last) for line in block.teasers])
    if is_interview and not news.directors:
        news.credit_interviewed()
    if kind in _REVIEWS and news.films and not news.directors:
        actors = [
            f.subject.what.name for f in teaser if f.predicate == "starredIn" and isinstance(f.subject.what, Mention)
        ]
        news.take_directors(review_directors(document, parts, known, actors))
    if not (news.directors or is_interview) and len(news.films) == 1 and block.is_in_the_making:
        busy = {f.subject.what.name for f in news.facts if isinstance(f.subject.what, Mention)}
        news.take_directors(review_directors(document, parts, known, busy, least=_MAKER))
    if not is_interview and not kind:
        news.facts += prizes_won(news.films, prize, (first, headline.last))
    if news.films:
        news.facts += [fact for part in parts for fact in territory_deals(document, part, news.films[0])]
    if block.tag and _is_release(document, block, printed):
        released = End(Value("released"))
        news.facts += [Fact(f, "stage", released, f.first, f.last, "release-tag", 3.0) for f in news.films]
    elif block.tag and "box office" in block.tag.categories and _HAS_RUN.search(f"{printed} {block.told(document)}"):
        released = End(Value("released"))
        heading = [f for f in news.films if headline.first <= f.first < headline.last]
        news.facts += [Fact(f, "stage", released, f.first, f.last, "box-office-tag", 2.0) for f in heading]
    spell_out(news, document, [(line.first, line.last) for line in [headline, *block.teasers]])
    if is_interview:
        news.adopt_other()
    if not _names_series(teaser, news) and _is_series(
        "\n".join([printed, *(document.text[line.first : line.last] for line in block.teasers)])
    ):
        news.retype("Series")
    item_kind = "interview" if is_interview else "review" if kind in _REVIEWS else _KINDS.get(kind, "news")
    if item_kind == "news" and block.is_in_the_making:
        item_kind = "production"
    item = _item(document, block, n, item_kind, whole)
    facts = [f for f in news.filled() if not (item_kind == "review" and f.predicate == "stage")]
    facts += earlier_works([aside for own in asides for aside in own], facts)
    facts = with_sections(document, facts + screenings(document, block, news, item_kind))
    facts += tagged_origins(block.tag, news)
    facts += _described(news, item)
    facts += glossed(document, facts, [(line.first, line.last) for line in block.teasers])
    facts += [_interview_fact(item, end) for end in interviewed]
    date = item.date
    claims = []
    facts = at_one_edition([as_tagged(in_season(document, fact, date), block.tag) for fact in facts])
    for fact in _settled([dated(fact, date) for fact in facts]):
        extra = {"date": date} if fact.predicate == "stage" and date else {}
        claims.append(claim_of(fact, document, n, _NAME, date, extra))
    return item, claims


def _is_release(document: Document, block: Block, headline: str) -> bool:
    """Tell whether a film comes out: news of distribution under the same tag may be of a sale."""
    categories = set(block.tag.categories) if block.tag else set()
    told = " ".join([headline, *(document.text[line.first : line.last] for line in block.teasers)])
    return bool(categories & _RELEASES) and ("distribution" not in categories or bool(_COMES_OUT.search(told)))


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


def _item(document: Document, block: Block, n: int, kind: str, headline: tuple[int, int]) -> Item:
    lines: list[PageLine] = [*block.headlines[-1:], *block.quotes, *block.teasers]
    if block.tag_line:
        lines.append(block.tag_line)
    spans = tuple(document.span(line.first, line.last) for line in lines)
    return Item(document.id, n, document.text[slice(*headline)], kind, block.tag.date if block.tag else None, spans)


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


def _certain(reading: Reading) -> Known:
    """Names that a listing makes certain: reviewed and discussed titles, people interviewed, directors named."""
    titles = {c.subject.name for c in reading.claims if c.rule in ("item-about-film",) and c.subject.type == "Film"}
    people = {c.object.name for c in reading.claims if c.predicate == "interviewed" and isinstance(c.object, Mention)}
    return Known(frozenset(map(fold, people)), frozenset(map(fold, titles)))


EXTRACTOR = Extractor("listing", read_listing, _certain)
