"""Titled: headlines that are a title, as those of reviews are, begin with one, or end in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.listing.likely import before_maker, named_again, title_at_end
from kg.extract.listing.retold import stands_alone
from kg.extract.listing.unfilmed import is_no_film
from kg.extract.names import fold
from kg.extract.news import News, read_phrases, read_whole, sentences
from kg.extract.record.lines import countries_between
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.slot.whole import stands_in
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.listing.layout import Block
    from kg.extract.names import Known

__all__ = ["episode", "headline_surnames", "heads_review", "last_title", "review_title"]

_ASIDE = re.compile(r",\s?(?:a|an|the|his|her) [a-z]")
_DOES = re.compile(
    r"(?P<title>[A-ZÀ-Þ0-9][\w’'-]*[!?]?(?: (?:(?:of|the|and|a|in|to|for|on|my) )*[A-ZÀ-Þ0-9][\w’'-]*[!?]?)*) "
    r"(?:[a-z]{2,}s|is) (?:a|an|the|in|into|to|on|back|up|out|off|its|with|at|for|from|of|what|how|us|like) [a-z]"
)
_VERBS = words("names", "film_verbs") - {"is", "still", "set"}
_TITLE_TAIL = re.compile(r"\s+\((?:\d{4}|[A-Z]{2,3})\)$")
_TITLE_ORIGINS = re.compile(r"(?P<title>[^()]{1,80}?)\s*\((?P<inner>[^()]+)\)\s*")
_FULL = re.compile(r"(?<!\w)(?P<given>[^\W\d_a-zß-ÿ][\w’-]+) (?P<surname>[^\W\d_a-zß-ÿ][\w-]+)(?!\w)")
_LONGEST_TITLE = 8
_SOMEBODY = re.compile(
    r"\b[Tt]he (?:[\w’'-]+ ){0,2}(?:director|filmmaker|helmer|actor|actress|actor-director|comedian|star)\b"
)
_BEFORE_PEOPLE = frozenset({"for", "with", "from", "of"})
_LONGEST_HEADLINE = 300
_NAME = 3
_OF_FILM = re.compile(
    r"\b(?:film|feature|documentary|drama|comedy|thriller|debut|director|movie|portrait|fable|tale|satire|farce|story|"
    r"work|opus|filmmaker|adaptation|western|musical|second|third)\b"
)
_SOMEBODYS_FILM = re.compile(
    r"[’']s (?:[\w-]+ ){0,4}?(?:film|feature|documentary|debut|drama|comedy|thriller|opus)\b|"
    r"\b(?:film|feature|documentary|debut|drama|comedy|thriller) (?:by|from) [^\W\d_a-z]"
)
_EVENTS = words("names", "events") | words("names", "body_words")
_BY = re.compile(r" by (?P<given>[^\W\d_a-z][\w’-]+) [^\W\d_a-z]")
_BEFORE_TITLE = re.compile(r"\s(?P<word>in|with|on|for|of|from|’s|'s)\s+")


def headline_surnames(document: Document, first: int, last: int, block: Block) -> frozenset[str]:
    """Give the surnames of those whom a headline names in full and a teaser by surname alone: "Holm’s Low Tide"."""
    told = block.told(document)
    found = set()
    for hit in _FULL.finditer(document.text, first, min(last, first + _LONGEST_HEADLINE)):
        name = hit["surname"]
        if (
            is_given_name(hit["given"].casefold())
            and (f"{name}’" in told or f"{name}'" in told)
            and re.search(rf"(?:^|[^\w\s]\s|\b[a-z]+\s){re.escape(name)}[’']s?\s", told)
        ):
            found.add(fold(name))
    return frozenset(found)


def last_title(document: Document, first: int, last: int, block: Block) -> list[Fact]:
    """What a headline ends in is the film's title where the teaser names it again: "… in TITLE" above "… TITLE …"."""
    found = [
        (hit["word"], hit.end(), title)
        for hit in _BEFORE_TITLE.finditer(document.text, first, last)
        for title in [document.text[hit.end() : last].strip()]
        if (title[:1].isupper() or title[:1].isdigit())
        and not is_no_film(title, has_director=False)
        and not countries().code(title)
        and not known_festival(title)
    ]
    teasers = [document.text[line.first : line.last] for line in block.teasers]
    for word, start, title in found:
        if _is_somebody(title, teasers) or not any(stands_in(title, teaser) for teaser in teasers):
            continue
        if " " not in title and not any(stands_alone(title, teaser) for teaser in teasers):
            continue  # the surname of somebody whom the teaser gives in full
        again = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)(?!(?: [^\W\d_a-z]\S*){{0,3}} (?:Film )?Festival)")
        if (" " in title or word in ("with", "on")) and any(again.search(teaser) for teaser in teasers):
            return [_about(title, start)]
    is_cut = any(teaser.rstrip().endswith(("...", "…")) for teaser in teasers)
    if is_cut and block.is_in_the_making and found:
        # Where the teaser breaks off before it comes to the title, a production headline alone must do.
        word, start, title = found[-1]
        capital = all(part[0].isupper() or part in words("names", "title_joins") for part in title.split())
        told = " ".join(teasers)
        named = any(
            f" {part}" in told and re.search(rf"[^\W\d_]+ {re.escape(part)}\b", told) for part in title.split(" and ")
        )
        is_place = title.split()[0].casefold() in words("names", "compass")
        is_name = 1 < len(title.split()) <= _NAME and is_given_name(title.split()[0].casefold())
        is_name = is_name or (len(title.split()) == 2 and bool(_SOMEBODY.search(told)))
        is_place = is_place or (is_name and word in _BEFORE_PEOPLE)  # "A new comedy for Ida Holm"
        if " " in title and word != "of" and capital and not named and not is_place:
            return [_about(title, start)]
    return []


def _is_somebody(name: str, teasers: list[str]) -> bool:
    """Tell whether words are rather a person: a given name that is known, with a maker's preposition in the teaser."""
    parts = name.split()
    if not (1 < len(parts) < 4 and all(part[0].isupper() for part in parts)):
        return False
    printed = re.escape(name)
    called = re.compile(rf"(?i:\b(?:director|filmmaker|helmer|producer|actor|actress)) {printed}\b(?! [A-ZÀ-Þ])")
    made_by = re.compile(rf"\b(?:by|from|of) {printed}\b") if is_given_name(parts[0].casefold()) else called
    return any(called.search(told) or made_by.search(told) for told in teasers)


def _about(title: str, start: int) -> Fact:
    film = thing(title, "Film", start, start + len(title))
    return Fact(film, "describedIn", End("ITEM"), start, start + len(title), "title-again", 2.0, main="subject")


def heads_review(document: Document, first: int, last: int, block: Block, known: Known) -> tuple[int, int] | None:
    """Give the title in the headline of a review without a label; None where an item is none.

    Older pages head a review with the title alone, or with the title and a pun behind a colon. Still older ones have
    news of films under the same tag, where the teaser names the film that the headline does not.
    """
    if not block.tag:
        return None
    if not {"films", "reviews"} & set(block.tag.categories):
        return _at_festival(document, first, last, block)
    colon = document.text.find(": ", first, last)
    end = named_again(document, first, last, block) or before_maker(document, first, last, block)
    start = None if end else title_at_end(document, first, last)
    aside = _ASIDE.search(document.text, first, last)
    end = end or (colon if colon > 0 else aside.start() if aside else _before_verb(document, first, last))
    if not end and not start and _directs(read_whole(document, "headline", first, last, known)):
        return None  # "NAME in competition with TITLE"
    if not end and not start and "reviews" not in block.tag.categories:
        parts = [part for line in block.teasers for part in sentences(document, line.first, line.last)]
        if News.names_film(read_phrases(document, "teaser", parts, known, "works", "basics")):
            return None
    return start or first, end or last


def _at_festival(document: Document, first: int, last: int, block: Block) -> tuple[int, int] | None:
    """Give the title of a review that a festival's section alone tells: "Low Tide", or "Low Tide: All at sea"."""
    tag = block.tag
    if tag is None or tag.edition is None or tag.categories:
        return None
    colon = document.text.find(": ", first, last)
    colon = colon if colon > 0 else _before_aside(document, first, last, block)
    if tag.section is None and not (colon > 0 and _is_pun(document.text[colon + 2 : last])):
        return None
    end = colon if colon > 0 else last
    parts = document.text[first:end].split()
    small = words("names", "title_joins") | words("names", "articles")
    is_like = 0 < len(parts) <= _LONGEST_TITLE and all(part[0].isupper() or part in small for part in parts)
    is_verb = any(part.casefold() in _VERBS for part in parts[1:])
    is_name = 1 < len(parts) <= _NAME and is_given_name(parts[0].casefold())
    printed = document.text[first:end]
    maker = _BY.search(printed)
    if maker and is_given_name(maker["given"].casefold()):
        return None  # "Low Tide by Ida Holm" is no title
    if not is_like or is_verb or is_name or printed.casefold() in sections() or printed in tag.edition.name:
        return None
    if tag.section is None and (countries().code(printed) or _EVENTS & set(printed.casefold().split())):
        return None  # "Bergen Film Festival: a new strand for young audiences"
    told = block.told(document)
    return (first, end) if _OF_FILM.search(told) and not known_festival(printed) else None


def _before_aside(document: Document, first: int, last: int, block: Block) -> int:
    """Give where "Low Tide, childhood lost at sea" ends its title, if the teaser tells of somebody’s film; else -1."""
    comma = document.text.find(", ", first, last)
    is_said = comma > 0 and _is_pun(document.text[comma + 2 : last])
    return comma if is_said and _SOMEBODYS_FILM.search(block.told(document)) else -1


def _is_pun(text: str) -> bool:
    """Tell whether what a headline has behind its colon is said of a film: "A portrait of a happy village"."""
    parts = text.split()
    return len(parts) > 2 and not any(part[0].isupper() or part[0].isdigit() for part in parts[1:])


def _directs(facts: list[Fact]) -> bool:
    """Tell whether a headline says of somebody in full who directed what: a title is rarely read so."""
    directed = [fact.subject.what for fact in facts if fact.predicate == "directed"]
    return any(isinstance(what, Mention) and " " in what.name for what in directed)


def _before_verb(document: Document, first: int, last: int) -> int | None:
    """Give where a title in capitals ends before what a headline says that it does: "Low Tide goes back in time"."""
    hit = _DOES.match(document.text, first, last)
    return hit.end("title") if hit else None


def episode(document: Document, first: int, last: int) -> list[Fact]:
    """Read "TITLE (Belgium/France)", as podcasts on co-productions name their films."""
    found = _TITLE_ORIGINS.fullmatch(document.text, first, last)
    places = countries_between(document, *found.span("inner")) if found else []
    if not found or not places:
        return []
    film = thing(found["title"], "Film", first, found.end("title"))
    return [
        Fact(film, "countryOfOrigin", place, first, last, "title-countries", 4.0, main="subject",
             qualifiers={"position": n} if len(places) > 1 else {})
        for n, place in enumerate(places, 1)
    ]  # fmt: skip


def review_title(document: Document, first: int, last: int, kind: str) -> list[Fact]:
    """The whole headline after "Review:" is the title, save a year or country code in brackets at its end."""
    tail = _TITLE_TAIL.search(document.text, first, last)
    end = tail.start() if tail else last
    if not document.text[first:end].strip():
        return []
    film = thing(document.text[first:end], kind, first, end)
    return [Fact(film, "describedIn", End("ITEM"), first, end, "review-of", 5.0, main="subject")]
