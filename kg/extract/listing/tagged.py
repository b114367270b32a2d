"""Tagged: what the tag line of an item, or "FESTIVAL YEAR:" before its teaser, says of the item's film."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from anyascii import anyascii

from kg.claim import Mention, Value
from kg.extract.facts import End, Fact
from kg.extract.listing.event import is_of_project
from kg.extract.names import fold
from kg.extract.section import named_section, told_section
from kg.extract.slot.festival import edition_name, known_festival
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.listing.layout import Block, PageLine
    from kg.extract.listing.tagline import TagLine
    from kg.extract.news import News

__all__ = ["after_edition", "as_tagged", "dated", "screenings", "stages_told", "tagged_origins"]

# A festival gives its prizes to films that it has shown.
_PRIZES = frozenset({"awards", "award", "competition/awards", "prix", "palmarès", "prizes"})
_SELECTED = re.compile(
    r"\b(?:titles|films|features|documentaries|shorts|movies|entries|contenders)\b.{0,120}"
    r"\b(?:compet\w+|selected|to screen|to premiere|vie|vying|selection|line-?up|head(?:ing)? (?:for|to)|bound for|"
    r"(?:on|make) (?:the road|the way|their way) to)\b|"
    r"\b(?:to host|hosts|to screen|screens|showcases|welcomes)\b.{0,60}\b(?:titles|films|features|documentaries)\b|"
    r"\b(?:unveils|announces|reveals|completes|presents)\b.{0,120}\b(?:line-?up|selection|titles|films|competition|programme)\b"
)
# "TITLE in Un Certain Regard and TITLE in the Critics’ Week", "two films represent the country".
_IN_SECTION = re.compile(
    r"\b(?:represent(?:s|ed|ing)?|in (?:the )?(?:Un Certain Regard|Directors[’'] Fortnight|Critics[’'] Week|Orizzonti|"
    r"Venice Days|Giornate degli Autori|Panorama|Forum|Encounters|Generation|Official Selection))\b"
)
_RELEASES = frozenset({"releases", "release"})
_COMES_OUT = re.compile(r"\b(?:screens|cinemas|theatres|theaters|releas\w+|hits?|opens?|audiences|premieres?)\b")
# What box-office news say of films that are out, and of none that is awaited.
_HAS_RUN = re.compile(
    r"\b(?:charts?|box[ -]office|weekends?|number one|No\.? ?1|records?|opened|opening|released|top spot|to the top|"
    r"weeks|topped|tops|gross(?:ed|es)|admissions|amass\w+|most[- ](?:viewed|watched|popular|successful|seen))\b"
)
_IN_COMPETITION = re.compile(
    r"\b(?:films|titles|features|documentaries) in (?:\w+ ){0,2}competition\b|"
    r"\b(?:have (?:both |all |each )?been|both) selected (?:in|for|to)\b|\bboth in (?:official )?competition\b"
)
_PROJECTS = re.compile(
    r"\b(?:projects?|works?[ -]in[ -]progress|pitch\w*|market|industry|forum|prizes?|awards?|workshop)\b", re.I
)
_SHOWN = re.compile(
    r"\b(?:screen\w*|shown|showcas\w+|present\w*|premier\w+|unveil\w*|play\w*|hosts?|welcomes|clos\w+|open\w*|"
    r"compet\w+|section|select\w+|sidebar|line-?up|invited|programme\w*|out of|prizes?|awards?|w[io]ns?)\b|\bin [A-Z]"
)
_CONTRAST = re.compile(r"\b(?:while|whereas)\b")
_LINE_EDITION = re.compile(
    r"\s*(?P<edition>[A-ZÀ-Þ][^:|]{2,50}? (?:19|20)\d\d)(?:\s*[-–|/]\s*(?P<section>[^:|]{3,40}?))?\s*"
)
_TEASER_EDITION = re.compile(r"\s*(?P<edition>[^:]{3,60}? (?:19|20)\d\d)\s*(?:[-–|/]?\s*(?P<section>[^:]{3,40}))?:\s")


def tagged_origins(tag: TagLine | None, news: News) -> list[Fact]:
    """The countries of a tag line, in their printed order, are those of the film that the item is about."""
    if tag is None or not tag.is_origin:
        return []
    return [
        Fact(
            film, "countryOfOrigin", End(Mention("Country", part.name), part.first, part.last),
            part.first, part.last, "country-tag", 3.0, qualifiers={"position": position},
        )
        for film in news.films
        for position, part in enumerate(tag.countries, 1)
    ]  # fmt: skip


def screenings(document: Document, block: Block, news: News, kind: str) -> list[Fact]:
    """A festival on the tag line, or before the colon of a teaser, screened the film of a review or interview."""
    tag = block.tag
    prizes = tag is not None and bool(set(tag.categories) & _PRIZES)
    # News of a festival that is headed by one film is of its screening there, save at a market.
    headed = (
        tag is not None
        and tag.edition is not None
        and not {"industry", "market"} & set(tag.categories)
        and len(news.films) == 1
        and bool(news.directors)
        and block.headlines[-1].first <= news.films[0].first < block.headlines[-1].last
    )
    is_told = kind in ("review", "interview", "exclusive") and not (tag and "market" in tag.categories)
    at = [is_of_project(document, line.first, line.last) for line in block.teasers] if kind == "interview" else []
    if (
        any(at)
        or not news.films
        or not (is_told or prizes or headed or (tag and _are_selected(document, block, tag, news)))
    ):
        return []
    edition = tag.edition if tag else None
    name, first, last = (edition.name, edition.first, edition.last) if edition else ("", 0, 0)
    rule = "festival-tag"
    if not edition:
        for line in block.teasers:
            found = _TEASER_EDITION.match(document.text, line.first, line.last)
            if found and edition_name(found["edition"]):
                name, first, last = (
                    edition_name(found["edition"]) or "",
                    found.start("edition"),
                    found.end("edition"),
                )
                rule = "festival-teaser"
                break
    if not name and (below := _edition_below(document, block)):
        name, first, last = edition_name(below["edition"]) or "", *below.span("edition")
        rule = "festival-teaser"
    if not name:
        return []
    end = End(Mention("FestivalEdition", name), first, last)
    section = tag.section if tag and edition else None
    if rule == "festival-teaser":
        # "CANNES 2016: … the Critics’ Week audience": the festival's section, whatever stands before it.
        section_told = next(
            filter(None, (named_section(document, line.first, line.last) for line in (*block.teasers, *block.quotes))),
            None,
        )
        if section_told:
            qualifiers = {"section": section_told}
            return [Fact(film, "screenedAt", end, first, last, rule, 3.0, qualifiers=qualifiers) for film in news.films]
    stretch_end = section.last if section else last
    facts = []
    for film in news.films:
        if not prizes and _is_left_out(document, block, film):
            continue
        near = film.last if len(news.films) > 1 else None
        read = (told_section(document, *_clause(document, line, film), near, name) for line in block.teasers)
        told = section.name if section else next(filter(None, read), None)
        qualifiers = {"section": told} if told else {}
        facts.append(Fact(film, "screenedAt", end, first, stretch_end, rule, 3.0, qualifiers=qualifiers))
    return facts


def _edition_below(document: Document, block: Block) -> re.Match[str] | None:
    """Give the line of its own below the headline of an interview that says where: "Oslo 2031 - New Visions"."""
    for line in block.quotes:
        found = _LINE_EDITION.fullmatch(document.text, line.first, line.last)
        if found and known_festival(found["edition"][:-5]):
            return found
    return None


def _is_left_out(document: Document, block: Block, film: End) -> bool:
    """Tell whether a film stands in the other half of a sentence, which has no screening: "while Echo is finished"."""
    line = next((line for line in block.teasers if line.first <= film.first < line.last), None)
    if line is None:
        return False
    first, last = _clause(document, line, film)
    return first > line.first and not _SHOWN.search(document.text, first, last)


def _clause(document: Document, line: PageLine, film: End) -> tuple[int, int]:
    """Where a teaser tells of a film: "Ida is in competition, while Proxima hosts Echo"."""
    cuts = [cut.start() for cut in _CONTRAST.finditer(document.text, line.first, line.last)]
    if not line.first <= film.first < line.last:
        return line.first, line.last
    first = max((cut for cut in cuts if cut <= film.first), default=line.first)
    return first, min((cut for cut in cuts if cut > film.first), default=line.last)


def _are_selected(document: Document, block: Block, tag: TagLine, news: News) -> bool:
    """Tell whether the films that a teaser lists are those that a festival shows, as its headline says."""
    line = block.headlines[-1]
    is_news = tag.edition is not None and not {"industry", "market", "funding", "training"} & set(tag.categories)
    directed = {fact.object.what for fact in news.facts if fact.predicate == "directed"}
    are_listed = len(news.films) > 1 and all(f.first >= line.last and f.what in directed for f in news.films)
    headline = document.text[line.first : line.last]
    is_said = (
        _SELECTED.search(headline)
        or _IN_COMPETITION.search(block.told(document))
        or _IN_SECTION.search(block.told(document))
    )
    return is_news and are_listed and bool(is_said) and not _PROJECTS.search(headline)


def after_edition(document: Document, line: PageLine) -> int:
    """Where a teaser's own sentence begins: after "FESTIVAL YEAR:"."""
    found = _TEASER_EDITION.match(document.text, line.first, line.last)
    if not found:
        return line.first
    is_place = countries().code(found["edition"][:-4].strip())  # "BOSNIA 1991:"
    return found.end() if is_place or edition_name(found["edition"]) else line.first


def as_tagged(fact: Fact, tag: TagLine | None) -> Fact:
    """A festival that the tag line names with its year is that edition, however the sentence spells it."""
    what = fact.object.what
    if fact.predicate != "screenedAt" or not isinstance(what, Mention) or tag is None or tag.edition is None:
        return fact
    told, tagged = (re.sub(r"\s+(?:19|20)\d\d$", "", name) for name in (what.name, tag.edition.name))
    if fold(anyascii(told)) != fold(anyascii(tagged)) or what.name == tag.edition.name:
        return fact
    return replace(fact, object=replace(fact.object, what=Mention(what.type, tag.edition.name)))


def dated(fact: Fact, date: str | None) -> Fact:
    """A festival without a year, in a dated item, is that year's edition."""
    what = fact.object.what
    if fact.predicate != "screenedAt" or not isinstance(what, Mention) or not date or what.name[-4:].isdigit():
        return fact
    return replace(fact, object=replace(fact.object, what=Mention(what.type, f"{what.name} {date[:4]}")))


def stages_told(document: Document, block: Block, films: list[End], headline: str) -> list[Fact]:
    """Give the films that are out, as news of releases and of the box office say by their tag."""
    headings = block.headlines[-1]
    if block.tag and _is_release(document, block, headline):
        return [_released(film, "release-tag", 3.0) for film in films]
    if block.tag and "box office" in block.tag.categories and _HAS_RUN.search(f"{headline} {block.told(document)}"):
        named = [film for film in films if headings.first <= film.first < headings.last]
        return [_released(film, "box-office-tag", 2.0) for film in named]
    return []


def _released(film: End, rule: str, score: float) -> Fact:
    return Fact(film, "stage", End(Value("released")), film.first, film.last, rule, score)


def _is_release(document: Document, block: Block, headline: str) -> bool:
    """Tell whether a film comes out: news of distribution under the same tag may be of a sale."""
    categories = set(block.tag.categories) if block.tag else set()
    told = " ".join([headline, *(document.text[line.first : line.last] for line in block.teasers)])
    return bool(categories & _RELEASES) and ("distribution" not in categories or bool(_COMES_OUT.search(told)))
