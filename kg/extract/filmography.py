"""Earlier credits in brackets: "starring Jack Moor (Northern Lights)", "producers Ana Roth (Field Film, Croatia)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.linked import title_before
from kg.extract.facts import Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import sections
from kg.extract.slot.given import is_given_name
from kg.extract.token import ASIDE, LINKS
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End

__all__ = ["bracketed_credits", "is_no_title"]

_CREDITS = frozenset({"starredIn", "directed", "wrote", "produced", "photographed", "composed", "edited", "coProduced"})
_MAKING = frozenset({"produced", "coProduced"})
_OF_FILMS = _MAKING | {"directed"}
_BRACKETS = re.compile(
    r"\s\((?:(?:recently |already |previously |also |last )?(?:seen|noticed|appreciated|known|discovered|applauded|"
    r"remembered|admired|praised)(?: recently| lately)? (?:in|for|from) )?"
    r"(?:[A-ZÀ-Þ][\w’'-]+ (?:[A-ZÀ-Þ][\w’'-]+ ?){1,2}[’']s? (?=(?:mini-?|TV |web )?series ))?"
    r"(?P<series>(?:the )?(?:(?:TV|hit|crime|web|drama|comedy) )?(?:mini-?)?(?:series|sitcom) )?"
    r"(?P<inner>[A-ZÀ-Þ0-9“\"‘][^()]{1,90})\)"
)
# What a bracket behind an actor names is an honour.
_HONOUR = re.compile(r"(?:EFP |European )?Shooting Star\b|(?i:exclusive|update[d]?|watch|video|photos?)$")
_OPENS = re.compile(r"\s*\(")
_LONGEST = 900
_WHOLE = re.compile(
    r"(?P<title>(?!\w+ed\b)[A-ZÀ-Þ][\w’'-]*(?:[,:!?]?\s(?!(?:by|for|in|who|whom|which|and)\b)[\w’'-]+){0,5}[!?]?)\s*"
)
# What is said of a title behind it: "(Keeper, for which she won a prize in 2011)".
_SAID_OF_IT = re.compile(r",\s+(?:(?:for|in|with) )?(?:which|where|whose)\b[^()]*$")
_PARTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+(?=[A-ZÀ-Þ])")
# A year behind a title, and what was won in it.
_IN_YEAR = re.compile(r"(?<=\w), (?:19|20)\d\d\b[^,;()]*$")
_COMMAS, _LAST_AND = re.compile(r"\s*,\s*(?:and\s+)?"), re.compile(r"\s+and\s+(?=[A-ZÀ-Þ])")
_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{1,80}?),?[”\"]")
_ALL_QUOTED = re.compile(rf"(?:{_QUOTED.pattern.replace('?P<title>', '?:')}(?:,?\s*(?:and\s+)?|$))+")
_PRIZE = re.compile(r"(?:Best|Golden|Silver|Special|Grand|Award|Prize)\b")
_QUOTES = '“”"‘’'
_COMPANY_ENDS = words("names", "company_ends")
_SHORT = 3


def bracketed_credits(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give what stands in brackets behind the people of credits: earlier works, or the companies of producers.

    Of one who directs and writes they are films directed. A cast list whose brackets are all single words may name
    the parts that its actors play, and gives nothing.
    """
    found: list[tuple[Fact, re.Match[str]]] = []
    more: list[Fact] = []
    for fact in [*facts, *_introduced(document, facts)]:
        person = fact.subject.what
        in_record = fact.rule == "record-field" and fact.predicate in _MAKING  # whose brackets have companies
        if in_record:
            continue
        if fact.predicate in _CREDITS and isinstance(person, Mention) and _is_somebody(fact.predicate, person):
            works = _linked_works(document, fact.subject.last) if person.type == "Person" else []
            more += [_credit(fact, work, work.last) for work in works]
            hit = None if works else _BRACKETS.match(document.text, fact.subject.last)
            if hit:
                found.append((fact, hit))
    makers = {fact.subject.what for fact in facts if fact.predicate == "directed"}
    found = [
        (
            replace(fact, predicate="directed") if fact.predicate == "wrote" and fact.subject.what in makers else fact,
            hit,
        )
        for fact, hit in found
    ]
    places = _places(document, found)
    found = [(fact, hit) for fact, hit in found if hit["inner"] not in places and not _HONOUR.match(hit["inner"])]
    several = {(fact.first, fact.last) for fact, hit in found if " " in hit["inner"].strip() or hit["inner"][0] in '“"'}
    for fact, hit in found:
        if (fact.first, fact.last) in several or fact.predicate != "starredIn":
            is_person = isinstance(fact.subject.what, Mention) and fact.subject.what.type == "Person"
            # Of one who may be a company, only a company's name says that it is somebody.
            more += [credit for credit in _credits(fact, hit) if is_person or credit.rule == "company-in-brackets"]
    return more


def _introduced(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give actors of credits where a sentence introduces several of them: "NAME (TITLE) and NAME (TITLE) join"."""
    played: dict[str, Fact] = {}
    for fact in facts:
        who = fact.subject.what
        if fact.predicate == "starredIn" and isinstance(who, Mention) and who.type == "Person" and " " in who.name:
            played.setdefault(who.name, fact)
    own = {fact.subject.last for fact in facts}
    by_sentence: dict[tuple[int, int], list[Fact]] = {}
    for name, fact in played.items():
        at = document.text.find(f"{name} (")
        if at >= 0 and at + len(name) not in own:
            first, last = document.sentence(at, at + 1)
            here = replace(fact.subject, first=at, last=at + len(name))
            by_sentence.setdefault((first, last), []).append(replace(fact, subject=here, first=first, last=last))
    return [fact for several in by_sentence.values() if len(several) >= _SEVERAL for fact in several]


def _is_somebody(predicate: str, maker: Mention) -> bool:
    """Tell whether a credit is a person's; of makers, companies as well, only the name may tell."""
    if maker.type == "Person":
        return True
    parts = maker.name.split()
    may_be = predicate in _MAKING and 1 < len(parts) <= _SHORT and is_given_name(fold(parts[0]))
    return may_be and not is_company_name(maker.name)


def _places(document: Document, found: list[tuple[Fact, re.Match[str]]]) -> frozenset[str]:
    """Give the brackets that tell where people live: what stands behind several, or one word among countries."""
    inners = {hit["inner"] for _, hit in found}
    behind = {
        inner: set(re.findall(rf"(\S+) \({re.escape(inner)}\)", document.text)) for inner in inners if " " not in inner
    }
    lands = sum(bool(countries().code(inner)) or fold(inner) in words("records", "towns") for inner in behind)
    towns = words("records", "towns")
    return frozenset(
        inner
        for inner, names in behind.items()
        if len(names) >= _SEVERAL or lands >= _SEVERAL or (lands and fold(inner) in towns)
    )


_SEVERAL = 2
# Who is introduced so in a bracket is no title.
_PRODUCERS = frozenset({"producer", "producers", "co-producer", "co-producers", "coproducer", "coproducers"})
_PRINTS = frozenset({"screen", "screens", "copies", "prints", "theatres", "theaters", "cinemas"})


def _linked_works(document: Document, at: int) -> list[End]:
    """Give the titles that stand in the bracket at an offset with links to their own pages behind them."""
    opened = _OPENS.match(document.text, at)
    if not opened:
        return []
    text = document.text[: opened.end() + _LONGEST]
    blank = ASIDE.sub(lambda found: " " * len(found.group()), text[opened.start() :])
    end = opened.start() + blank.find(")")
    if end < opened.end() or blank[opened.end() - opened.start() - 1] != "(":
        return []
    found = []
    for links in LINKS.finditer(text, opened.end(), end):
        # What a bracket holds before its one block of links is a title, commas and small letters in it or not.
        whole = _WHOLE.fullmatch(text, opened.end(), links.start())
        span = whole.span("title") if whole else title_before(document, links.start())
        if span and span[0] >= opened.end():
            found.append(thing(text[slice(*span)], "Film" if "film" in links.group() else "Work", *span))
    return found + _unlinked_works(blank, opened.start(), opened.end(), end, found) if found else found


def _unlinked_works(blank: str, start: int, first: int, last: int, linked: list[End]) -> list[End]:
    """Give the titles without links of a bracket that holds nothing but titles; `blank` begins at `start`.

    "(TITLE [+see also: …], OTHER TITLE)": the page of the second one is not there yet.
    """
    inner, at, pieces = blank[first - start : last - start], 0, list[tuple[int, int]]()
    for mark in [*_PARTS.finditer(inner), None]:
        stop = mark.start() if mark else len(inner)
        piece = _WHOLE.fullmatch(inner, at, stop)
        if piece is None or is_no_title(piece["title"]) or _PRIZE.match(piece["title"]):
            return []
        pieces.append((first + piece.start("title"), first + piece.end("title")))
        at = mark.end() if mark else stop
    ends = {work.last for work in linked}
    return [thing(blank[one - start : other - start], "Work", one, other) for one, other in pieces if other not in ends]


def _credit(fact: Fact, work: End, last: int) -> Fact:
    """Give an earlier work: of those who direct or produce films a film, of actors perhaps a series."""
    made = fact.object.what
    if fact.predicate in _OF_FILMS and isinstance(work.what, Mention) and isinstance(made, Mention):
        work = replace(work, what=Mention("Work" if made.type == "Series" else "Film", work.what.name))
    return Fact(fact.subject, fact.predicate, work, fact.subject.first, last, "credit-in-brackets", fact.score)


def _credits(fact: Fact, hit: re.Match[str]) -> list[Fact]:
    start = hit.start("inner")
    inner = _IN_YEAR.sub("", _SAID_OF_IT.sub("", hit["inner"]))
    if _ALL_QUOTED.fullmatch(inner):
        spans = [quoted.span("title") for quoted in _QUOTED.finditer(inner)]
        works = [
            thing(inner[first:last], "Work", start + first, start + last)
            for first, last in spans
            if not is_no_title(inner[first:last])
        ]
        return [_credit(fact, work, hit.end()) for work in works]
    parts = _PARTS.split(inner)
    if len(parts) > 1 and countries().code(parts[-1]):
        if fact.predicate not in _MAKING:
            return []
        company = thing(parts[0], "Company", start, start + len(parts[0]))
        return [replace(fact, subject=company, last=hit.end(), rule="company-in-brackets", main="")]
    if fact.predicate in _MAKING and len(parts) == 1 and " " in inner and inner.casefold().split()[-1] in _COMPANY_ENDS:
        company = thing(inner, "Company", start, start + len(inner))
        return [replace(fact, subject=company, last=hit.end(), rule="company-in-brackets", main="")]
    if fold(parts[-1]) in words("records", "towns"):
        return []  # "NAME (FIRM, Lausanne)"
    listed = _listed(inner)
    if any(is_no_title(part) for part in listed):
        return []
    if len(listed) > 1 and all(part[:1].isupper() for part in listed):
        found, at = [], start
        for part in listed:
            at = start + inner.index(part, at - start)
            work = thing(part.strip(_QUOTES), "Work", at, at + len(part))
            found.append(_credit(fact, work, hit.end()))
        return found
    # "A and B" is one title as easily as two: only quotation marks would tell.
    name = inner.strip(_QUOTES)
    first = start + inner.index(name)
    work = thing(name, "Series" if hit["series"] else "Work", first, first + len(name))
    return [_credit(fact, work, hit.end())]


def _listed(inner: str) -> list[str]:
    """Give the titles of a list between commas, the last of which "and" may join; one alone is no list.

    "An Oath and a Spy, The Ice" are two, and so are "Match, Habib, la grande aventure".
    """
    parts = list[str]()
    for piece in _COMMAS.split(inner):
        if parts and piece[:1].islower():
            parts[-1] = inner[inner.index(parts[-1]) : inner.index(piece) + len(piece)]
        else:
            parts.append(piece)
    return [*parts[:-1], *_LAST_AND.split(parts[-1])] if len(parts) > 1 else parts


def is_no_title(part: str) -> bool:
    """Tell whether a part of what stands in brackets is surely no title: a country, a company, a sum, a sentence."""
    lower = part.casefold().split()
    return (
        not part[:1].strip()
        or part.strip(_QUOTES)[:1].islower()
        or part.isdigit()
        or lower[0] == "best"  # "NAME (Best Director, for TITLE)"
        or bool(countries().code(part.strip(_QUOTES)) or countries().code_of_demonym(part.strip(_QUOTES)))
        or any(word.strip(".,") in _COMPANY_ENDS and len(word) > _SHORT for word in lower)
        or not _PRINTS.isdisjoint(lower)
        or not _PRODUCERS.isdisjoint(lower[:3])
        or any(mark in part for mark in "/;:–=+€$£")
        or any(word in ("prod", "prod.", "cie") for word in lower)
        or part.strip(_QUOTES).casefold() in sections()
        or (part.isupper() and len(part) < 6 and " " not in part)
    )
