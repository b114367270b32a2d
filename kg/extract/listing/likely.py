"""Likely titles: headlines that say in no known phrase which of their capitals are a film's title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.listing.unfilmed import is_no_film, is_owned_by_country
from kg.extract.names import Known, Names, fold
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.slot.lookalikes import is_date
from kg.extract.slot.whole import is_surname_in, stands_in
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.listing.layout import Block

__all__ = ["before_maker", "likely_title", "named_again", "title_at_end"]

_LEAST = 2.0
# Headlines of shoots mostly end in their film.
_AT_END = 0.8
_SURNAMED = 0.3
_MANY = 3
_PEOPLE_DO = frozenset({
    "goes", "returns", "takes", "turns", "heads", "comes", "gets", "gives", "makes", "finds", "puts", "leaves",
    "begins", "starts", "wraps", "brings", "tells", "explores", "delves", "looks", "follows", "enters",
    "plays", "moves", "sets",
})  # fmt: skip
_LONGEST = 9
# No headline has more words.
_HEADLINE = 60
_ARTICLES = words("names", "articles")
_JOINS = words("names", "title_joins")
_COMPANY_ENDS = words("names", "company_ends")
_BODY_WORDS = words("names", "body_words")
_DEALS = frozenset({"sells", "distributes", "acquires", "boards", "buys", "produces", "backs", "supports", "unveils"})
_WORKS = words("leads", "works") | words("leads", "series")
_BEFORE = frozenset({"in", "with", "on", "for", "of", "from", "'s"})
_BREAKS = _BEFORE - {"of"}
# A teaser that speaks of a film without naming it leaves the name to the headline.
_UNNAMED = re.compile(
    r"(?:\b(?:this|the|second|third|fourth|fifth|first|new|latest|next)|[’']s)\s(?:[\w-]+\s){0,3}"
    r"(?:film|feature|sequel|drama|comedy|thriller|documentary|movie|debut|project|series)\b",
    re.IGNORECASE,
)
# One that begins with the film, "The second film by NAME has …", says so for sure.
_OPENS_WITH_FILM = re.compile(
    r"(?:[^.:;]{0,40}\d{4}: )?(?:(?:This|The|A|An)\s(?:[\w’'-]+\s){0,4}|(?:[A-ZÀ-Þ][\w’'-]*\s){1,4}(?:[\w-]+\s){0,3})"
    r"(?:film|feature|sequel|drama|comedy|thriller|documentary|movie|debut|series|animation|western|biopic|effort|work)"
    r"(?!\w|-|\s(?:industr|institut|festival|fund|sector|commission|cent|market|school|board|critic|production|compan|"
    r"professional|distribut|producer|director|prize|award|community|academy|lab|forum|week|library|theatre|buff))"
)

# ", Ida Holm" within a headline; "Old wounds reopen in Low Tide" with small words before and capitals behind.
_NAMED = re.compile(r", (?P<name>[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+)")
_SENTENCE_IN = re.compile(
    r"[^,:]*?\b[^\W\d_A-Z]{4,}\s[^,:]*?\b[^\W\d_A-Z]{4,} (?:in|with) (?P<title>[A-Z][\w’'-]*"
    r"(?: (?:[A-Z][\w’'-]*|(?:of|the|and|a|to|in|for) (?=[A-Z])(?:[A-Z][\w’'-]*)))+)"
)


def likely_title(document: Document, headline: tuple[int, int], block: Block, known: Known) -> list[Fact]:
    """Give the run of capitals in a headline that is most likely a film's title, if one is likely enough."""
    tokens = tokenise(document, *headline)
    names = Names(tokens, known)
    teaser = block.told(document)
    opens = bool(_OPENS_WITH_FILM.match(teaser.lstrip()))
    unnamed = 1.0 + opens if opens or _UNNAMED.search(teaser) else 0.0
    best: tuple[float, int, int] | None = None
    for first, last in _runs(names) + _told_runs(names, teaser):
        if last - first == 1 and is_surname_in(tokens.words[first], teaser):
            continue  # "Surname set to be …" above "Director Given Surname …"
        worth = unnamed + _worth(names, first, last, teaser, surely=opens)
        if block.is_in_the_making and first and last == names.n and last - first > 1:
            worth += _AT_END
        if best is None or worth > best[0]:
            best = (worth, first, last)
    if best is None or best[0] < _LEAST:
        return []
    start, end = tokens.starts[best[1]], tokens.ends[best[2] - 1]
    film = thing(document.text[start:end], "Film", start, end)
    return [Fact(film, "describedIn", End("ITEM"), start, end, "likely-title", 1.5, main="subject")]


def named_again(document: Document, first: int, last: int, block: Block) -> int | None:
    """Give where a title at the beginning of a headline ends, if the teaser names it: "TITLE wears its viewers out"."""
    headline = document.text[first:last]
    teaser = block.told(document)
    if headline in teaser:
        return None
    ends = [hit.start() for hit in re.finditer(r"\s", headline)]
    for end in reversed(ends):
        printed = headline[:end].rstrip(" ,:–-")
        alone = headline[end - 1] in ",:–-" and printed[:1].isupper()
        goes_on = "" if " " in printed else r"(?!\s+[A-Z\d])"  # "Inside, …" is not yet "Inside I’m Dancing"
        is_told = (" " in printed or alone) and stands_in(printed, teaser)
        if is_told and (not goes_on or re.search(rf"(?<!\w){re.escape(printed)}(?!\w){goes_on}", teaser)):
            return first + len(printed)
    return None


def before_maker(document: Document, first: int, last: int, block: Block) -> int | None:
    """Give where a title ends before somebody whom the teaser names too: "TITLE, Ida Holm goes to sea"."""
    teaser = block.told(document)
    for hit in _NAMED.finditer(document.text, first, last):
        if stands_in(hit["name"], teaser):
            return hit.start()
    return None


def title_at_end(document: Document, first: int, last: int) -> int | None:
    """Give where a title begins at the end of a headline that is a sentence: "Old wounds reopen in Low Tide"."""
    hit = _SENTENCE_IN.fullmatch(document.text, first, last)
    return hit.start("title") if hit else None


def _is_figure(word: str) -> bool:
    """Tell whether a word within a title may be a number, or begin with one: "The 90-Year-Old Baker"."""
    return word.isdigit() or (word[0].isdigit() and "-" in word)


def _runs(names: Names) -> list[tuple[int, int]]:
    """Runs of capitals, with the small words between them."""
    tokens, runs, at = names.tokens, [], 0
    while at < len(tokens):
        if not (names.capital[at] or tokens.lower[at][0].isdigit()):
            at += 1
            continue
        end = at + 1
        while end < len(tokens):
            ahead = end
            while (
                ahead < len(tokens) and ahead - end < 3 and tokens.lower[ahead] in _JOINS and not names.capital[ahead]
            ):
                ahead += 1
            if ahead == end and tokens.lower[end] == ":" and _is_sub_title(names, end + 1):
                ahead += 1  # "TITLE: A Sub-Title"
            inside = ahead < len(tokens) and (names.capital[ahead] or _is_figure(tokens.lower[ahead]))
            if (
                not inside
                or (tokens.lower[ahead - 1] == "'s" and tokens.lower[at] not in _ARTICLES)
                or (ahead > end and tokens.lower[end] in _BREAKS and tokens.lower[end] != "'s")
            ):
                break
            end = ahead + 1
        if end < len(tokens) and tokens.lower[end] in ("!", "?") and tokens.glued(end):
            end += 1
        runs.append((at, end))
        at = end
    return runs


def _is_sub_title(names: Names, at: int) -> bool:
    """Tell whether capitals follow a colon, and no sentence: "TITLE: A Sub-Title", but "TITLE: A portrait of"."""
    is_article = names.lower[at] in _ARTICLES
    return at < names.n and names.capital[at] and not (is_article and at + 1 < names.n and not names.capital[at + 1])


def _told_runs(names: Names, teaser: str) -> list[tuple[int, int]]:
    """Runs with any small words inside that the teaser has word for word: "Hopeful As it is in Heaven gives …"."""
    tokens, n = names.tokens, names.n
    found: list[tuple[int, int]] = []
    for first in range(min(n, _HEADLINE)):
        if not names.capital[first] or (found and first < found[-1][1]):
            continue
        for last in range(min(n, first + _LONGEST), first + 2, -1):
            small = sum(not names.capital[at] and tokens.lower[at].isalpha() for at in range(first, last))
            goes_on = last < n and (names.capital[last] or tokens.lower[last][0].isdigit())
            if small > 1 and not goes_on and names.capital[last - 1] and tokens.text(first, last) in teaser:
                found.append((first, last))
                break
    return found


def _are_makers(names: Names, first: int, last: int) -> bool:
    """Tell whether a run is of the people whose films a headline speaks of: "the next films by A, B and C"."""
    lower = names.tokens.lower
    by = next((at for at in range(first - 1, 0, -1) if lower[at] in ("by", "from")), 0)
    if not by or not any(word in words("names", "many_works") for word in lower[:by]):
        return False
    return any(end >= last and len(found) > 1 for end, found, *_ in names.candidates("people", by + 1))


def _worth(names: Names, first: int, last: int, teaser: str, *, surely: bool = False) -> float:
    tokens = names.tokens
    printed = tokens.text(first, last)
    lower = tokens.lower[first:last]
    if fold(printed) in names.known.titles:
        return 5.0
    if countries().code(printed) or countries().code_of_demonym(printed) or known_festival(printed):
        return -5.0
    if (
        tokens.language != "en"
        and len(lower) > 1
        and lower[0] in _ARTICLES
        and countries().code(tokens.words[first + 1])
    ):
        return -5.0  # "La Suisse et la Belgique"
    if len(lower) == 1 and lower[0] in _ARTICLES:
        return -5.0  # "Le", of "Le tournage"
    if fold(printed) in names.known.people or lower[-1] in _COMPANY_ENDS or set(lower) & _BODY_WORDS:
        return -5.0
    if last < len(tokens) and tokens.lower[last] in _DEALS:
        return -5.0  # "COMPANY sells TITLE"
    if lower[-1] in words("names", "events") and len(lower) > 1:
        return -5.0
    if len(lower) == 1 and lower[0] in words("leads", "people"):
        return -5.0  # "Screenwriter turns director"
    if is_no_film(printed, has_director=False) or is_owned_by_country(printed) or is_date(tokens.lower, first, last):
        return -5.0
    if _are_makers(names, first, last) or (first and tokens.lower[first - 1] == "," and "and" in lower[1:-1]):
        return -5.0  # "Holm, Lund and Berg in TITLE"
    if printed.casefold() in sections() or (last < len(tokens) and tokens.lower[last] == "'s"):
        return -5.0
    worth = 0.0
    if last + 1 < names.n and tokens.lower[last] == "," and names.capital[last + 1]:
        worth -= 1.0  # "TITLE, Please": it may go on
    again = stands_in(printed, teaser)
    if again:
        worth += 1.0
    if not first and last < len(tokens) and tokens.lower[last] in words("names", "film_verbs"):
        worth += 2.0 if _UNNAMED.search(teaser) else 0.7  # "TITLE tops the box office"
    if lower[0] in _ARTICLES and len(lower) > 1:
        worth += 1.5 if first else 1.2
    if any(word in _JOINS for word in lower[1:]) or any(word[0].isdigit() for word in lower):
        worth += 0.7
    if first and tokens.lower[first - 1] in _BEFORE:
        worth += 0.5
    if first and tokens.lower[first - 1] in _WORKS and not names.capital[first - 1]:
        worth += 2.0  # "in the comedy TITLE"
    if len(lower) > _MANY:
        worth += 0.7
    if len(lower) == 1:
        worth -= 1.0
    if any(
        f" {word}" in teaser and re.search(rf"[^\W\d_]\w+ {re.escape(word)}\b", teaser)
        for word in tokens.words[first:last]
        if len(word) > 3
    ):
        worth -= 1.0 if not again else 0.0  # a surname that the teaser gives in full
    elif first == 0 and lower[0] not in _ARTICLES and 2 <= len(lower) <= 3 and all(names.capital[first:last]):
        worth -= 2.0 if is_given_name(lower[0]) else 0.0 if surely else 0.8  # a person, as likely as not
        does = tokens.lower[last] if last < len(tokens) else ""
        worth -= 2.0 if is_given_name(lower[0]) and does in _PEOPLE_DO else 0.0  # "Ida Holm goes Dutch"
    elif first and 2 <= len(lower) <= 3 and all(names.capital[first:last]) and lower[0] not in _ARTICLES:
        is_owned = tokens.lower[first - 1] in _BEFORE - {"with", "of", "for"}
        worth -= 0.0 if is_owned else 1.0 if is_given_name(lower[0]) else _SURNAMED
    return worth
