"""Backed films: where an article tells a fund's decisions, the fund that takes them and the films that it supports."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.grants import makers_in_brackets, makers_of_lands
from kg.extract.article.lineup import RECORDS
from kg.extract.article.mentioned import in_brackets
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.news import main_ends
from kg.extract.slot.festival import known_festival
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["with_grants"]

_HEAD = 4
_BODY = (
    r"(?:Fund|Fond|Fonds|Institute|Institut|Centre|Center|Foundation|Council|Commission|Agency|Board|Cinema Network)"
)
# "Netherlands Film Fund", "Nordic Film & TV Fond", "Film Fund Luxembourg", "Swedish Film Institute (SFI)".
_NAME = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÀ-Þ][\w’'-]{0,30}(?:\s(?:&|and|of))?\s){1,6}"
    + _BODY
    + r"(?=[\s,.;:()’']|$)(?:\s(?:for|of)\s[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?)?|Eurimages|"
    r"(?<!The )Screen\s[A-Z][\w-]+|"
    # "HAVC backs", "ABC Fund"
    r"[A-Z]{3,6}(?=\s(?:backs|supports|funds|grants|awards|gives|allocates|boards|invests)|"
    # "The ABC’s selection committee"
    r"(?=’s\s(?:[\w-]+\s){0,5}(?:committee|board|jury)\b)))(?P<after>\s[A-ZÀ-Þ][\w-]+)?"
)
# "Harbourimage backs seven projects": whoever does so in a headline, where the text names no body by its kind.
_SUBJECT = re.compile(
    r"(?:(?<![^\n])|(?<=[!?:]\s))(?:The\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w.-]*(?:[/ ][A-ZÀ-Þ][\w.-]*){0,2}?)(?:\s\([A-Z]{2,6}\))?\s"
    r"(?:(?:has|also|again|now)\s)?(?:backs|supports|funds|selects|co-finances|co-funds|invests|grants|allocates|awards|"
    r"hands|earmarks|pours|injects)\b"
)
_ANY_FILMS = re.compile(
    r"(?:(?:\d+|[Nn]ew|[Oo]ther|[Mm]ore|[Tt]he|[Tt]hese|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Ff]eature)\s)+"
    r"(?:projects?|films?|titles|features|works|documentaries|productions|co-?productions|debuts|series)\b(?! [A-Z])"
)
_GENERAL = frozenset(
    {"ministry", "region", "government", "state", "council", "board", "fund", "regional", "film", "cinema"}
)
_IS_FUND = re.compile(r"\b(?:funds?|funding|subsid\w+|grants?|co-?financ\w+|committee|support)\b", re.IGNORECASE)
_NO_FUND = re.compile(r"\b(?:European Commission|European Council|City Council|Cultural Centre|Conference)\b")
_DECIDES = re.compile(
    r"\b(?:support(?:s|ed|ing)?|backs|backed|backing|funds|funding|funded|grants?|granted|granting|awards|awarded|"
    r"awarding|allocat\w+|distribut(?:es|ed|ing)|earmark\w+|hands out|handed out|gives|shares? out|shared out|"
    r"boards|invest(?:s|ed)?|selects|selected|chosen|approve[sd]|recipients|beneficiaries|subsid\w+|pours|injects|puts)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|several|new|more|further)\b[^.;:]{0,40}\b"
    r"(?:projects|films|features|titles|co-?productions|documentaries|series|productions|shorts|works|debuts)\b|"
    r"\b(?:recipients|beneficiaries|round of (?:funding|support|grants)|"
    r"(?:backs|supports|funds|selects) (?:\w+ ){0,2}?(?:projects|films|co-?productions)|"
    r"(?:production|development|feature|documentary|debut|(?:minority )?co-?production) grants)\b",
    re.IGNORECASE,
)
_MONEY = (
    r"(?:[€$£]\s?\d|\b(?:EUR|NOK|SEK|DKK|CZK|PLN|CHF|GBP|HUF|RON|HRK|ISK)\s?\d|"
    r"\d\s?(?:EUR|NOK|SEK|DKK|CZK|PLN|CHF|m EUR|euros|crowns|million)\b)"
)
_GRANTED = re.compile(
    _MONEY + r"|\b(?:grant(?:s|ed)?|awarded|allocated|earmarked|receiv(?:es?|ed|ing)|gets?|got|goes to|went to|go to|"
    r"support(?:s|ed)?|backed|backing|backs|funded|funding|selected|chosen|approved|projects?|recipients?|"
    r"beneficiar(?:y|ies)|at the top of the list)\b",
    re.IGNORECASE,
)
# What a paragraph on a film that gets money begins with.
_MAKING = re.compile(
    r"\b(?:returns? with|back with|follows up|debut (?:with|feature|film)|reunites?|directs|directed by|to direct|"
    r"is behind|(?:co-?)?produced by|producers?|production company|starring|tells|co-?production)\b"
)
# What goes on with a list: "Also …", "The others are …".
_LISTS = re.compile(
    r"\b(?:also|others?|as well as|including|includes?|finally|lastly|namely|among|likewise|they are|these are|"
    r"followed by|meanwhile|in addition)\b",
    re.IGNORECASE,
)
# Who got nothing, and what was shown already.
_NOT = re.compile(
    r"\b(?:rejected|turned down|not (?:convince|supported|selected|granted|awarded)\w*|missed out|premiered|screened|"
    r"was released|won|opened in|attracted|admissions)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:\b(?:whose|his|her|their)|[’']s) (?:\w+ )?(?:previous|earlier|last|acclaimed|award-winning)\s"
    r"(?:[^\s.;:()]+\s){0,3}[“\"‘']?$|"
    r"\b(?:after|since|following|behind|like|directors? of|known for|author of|follow-up to|sequel to|based on|"
    r"novel|book)\s(?:[^\s.;:(),]+\s){0,4}[“\"‘']?$",
    re.IGNORECASE,
)
_BEFORE = 60
_RULE = "backed-by-fund"


def with_grants(
    document: Document, lines: list[tuple[int, int, int]], facts: list[Fact], named: list[Fact], *, is_on_grants: bool
) -> list[Fact]:
    """Give an article's facts with what it tells of grants: who makes the films, and which fund supports them.

    `named` are facts that only say that a sentence is about a film; `is_on_grants` tells that the page's tag or
    headline calls the article news of funding.
    """
    if is_on_grants:
        lands = makers_of_lands(document, facts, named)
        told = {(fact.subject.what, fact.object.what) for fact in facts}
        facts = [*facts, *(fact for fact in lands if (fact.subject.what, fact.object.what) not in told)]
        facts = makers_in_brackets(document, facts, named)
    fund = _deciding_fund(document, lines)
    if fund is None:
        return facts
    facts = [fact for fact in facts if not _is_of_no_film(document, fact, lines)]
    named = [fact for fact in named if not _is_of_no_film(document, fact, lines)]
    facts = [_with_full_name(fact, fund) for fact in facts if not _is_by_earlier(document, fact)]
    return [*facts, *_backed_films(document, fund, lines, facts, named)]


def _is_of_no_film(document: Document, fact: Fact, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether a fact takes for a film what is none: part of the fund's name, "New projects", "10 projects"."""
    bodies = [body for line in lines[:_HEAD] for body in _bodies(document, *line[1:])] if lines else []
    for end in (fact.subject, fact.object):
        if not isinstance(end.what, Mention) or end.what.type not in ("Film", "Work", "Series"):
            continue
        in_body = any(body.first < end.last and end.first < body.last for body in bodies)
        if _ANY_FILMS.match(end.what.name) or (in_body and end.last > end.first):
            return True
    return False


def _is_by_earlier(document: Document, fact: Fact) -> bool:
    """Tell whether a fact takes somebody's earlier work for a director: "NAME (Low Tide) got NOK 2m for her TITLE"."""
    start, _ = document.sentence(fact.subject.first, fact.subject.first + 1)
    return (
        fact.predicate == "directed"
        and fact.object.first > fact.subject.last
        and in_brackets(document.text, start, fact.subject.first)
        and not in_brackets(document.text, start, fact.object.first)
    )


def _with_full_name(fact: Fact, fund: End) -> Fact:
    """Give the fund its full name where a sentence calls it by the first word of that: "Harbourboard" of "… North"."""
    one, full = fact.subject.what, fund.what
    if fact.predicate != "funded" or not isinstance(one, Mention) or not isinstance(full, Mention):
        return fact
    is_short = full.name.startswith(f"{one.name} ") and one.name not in full.name.split()[1:]
    return replace(fact, subject=replace(fact.subject, what=full)) if is_short else fact


def _deciding_fund(document: Document, lines: list[tuple[int, int, int]]) -> End | None:
    """Give the one fund whose decisions on several films an article tells in its first lines."""
    head = lines[:_HEAD]
    if not head or not _SEVERAL.search(document.text, head[0][1], head[min(1, len(head) - 1)][2]):
        return None
    if not _DECIDES.search(document.text, *head[0][1:]) and not any(
        _DECIDES.search(document.text, *line[1:]) for line in head[1:]
    ):
        return None
    subject = _subject(document, lines)
    for at, (_, first, last) in enumerate(head):
        names = _bodies(document, first, last)
        if subject and names and at and not any(_is_same(document, subject, end) for end in names):
            continue
        if len({end.what for end in names}) > 1:
            # "The Harbour film fund backs …" above "the Harbour Film Fund, managed by the Harbour Commission".
            above = document.text[slice(*head[0][1:])].casefold()
            names = [end for end in names if isinstance(end.what, Mention) and end.what.name.casefold() in above]
            if not at or len({end.what for end in names}) != 1:
                return None
        if names:
            return names[0] if at else _in_full(document, names[0], head[1:])
    return subject


def _subject(document: Document, lines: list[tuple[int, int, int]]) -> End | None:
    """Give who backs several films by the headline, by its longer name where the next lines have one."""
    text = document.text
    hit = _SUBJECT.search(text, *lines[0][1:])
    end = lines[min(len(lines), _HEAD) - 1][2]
    if hit is None or not _IS_FUND.search(text, lines[1][1] if len(lines) > 1 else end, end):
        return None
    name = hit["name"]
    if (
        fold(name) in _GENERAL
        or countries().code(name)
        or countries().code_of_demonym(name.split()[0])
        or fold(name) in words("records", "towns")
        or fold(name) in words("records", "studios")
        or is_given_name(fold(name.split()[0]))
        or known_festival(name)
    ):
        return None
    longer = re.compile(rf"(?<!\w){re.escape(name)}(?:[ ][A-ZÀ-Þ][\w-]+){{1,2}}(?=\s[a-z])")
    full = longer.search(text, lines[0][2], end)
    return thing(full[0], "PublicBody", *full.span()) if full else thing(name, "PublicBody", *hit.span("name"))


def _is_same(document: Document, short: End, body: End) -> bool:
    """Tell whether a body is the one that a headline calls by a shorter name, or by its letters."""
    assert isinstance(short.what, Mention)
    assert isinstance(body.what, Mention)
    name = short.what.name
    return name in body.what.name.split() or document.text.startswith(f"({name})", body.last + 1)


def _bodies(document: Document, first: int, last: int) -> list[End]:
    """Give the public bodies that a line names; a country that ends the name of one belongs to it."""
    found = []
    for hit in _NAME.finditer(document.text, first, last):
        start, end = hit.span("name")
        name = document.text[start:end].removeprefix("The ")
        owner, mark, rest = name.replace("’s ", "'s ").partition("'s ")
        if mark and countries().code(owner):
            name = rest  # "UK’s Harbour Fund"
        start = end - len(name)
        if "Board of" in name or _NO_FUND.search(name):
            continue
        after = (hit["after"] or "").strip()
        if after and countries().code(after) and name.startswith(("Film ", "Screen ")):
            end = hit.end("after")
        found.append(thing(document.text[start:end], "Company", start, end))
    return found


def _in_full(document: Document, short: End, lines: list[tuple[int, int, int]]) -> End:
    """Give a fund's full name where the lines below a headline spell it: "Harbour Fund" or "Harbour Script Fund"."""
    assert isinstance(short.what, Mention)
    own = short.what.name.split()
    for _, first, last in lines:
        for end in _bodies(document, first, last):
            name = end.what.name.split() if isinstance(end.what, Mention) else []
            if len(own) > 1 and len(name) > len(own) and (name[0], name[-1]) == (own[0], own[-1]):
                return end
    return short


def _backed_films(
    document: Document, fund: End, lines: list[tuple[int, int, int]], facts: list[Fact], named: list[Fact]
) -> list[Fact]:
    """Give that the fund supports the films of an article's records and of the sentences that tell its decisions."""
    told = {fact.object.what for fact in facts if fact.predicate == "funded" and fact.subject.what == fund.what}
    ends = sorted(
        {(end.first, end.last): end for fact in [*facts, *named] for end in _films(fact)}.items(),
        key=lambda entry: entry[0],
    )
    records = {end for fact in facts if fact.rule in RECORDS for end in (fact.subject, fact.object)}
    found: dict[object, Fact] = {}
    at = 0
    for _, first, last in lines[1:]:
        while at < len(ends) and ends[at][0][0] < first:
            at += 1
        here = []
        while at < len(ends) and ends[at][0][0] < last:
            here.append(ends[at][1])
            at += 1
        is_granted = bool(_GRANTED.search(document.text, first, last))
        opening = document.sentence(here[0].first, here[0].first + 1) if here else (0, 0)
        for film in here:
            if film.what in told or film.what in found:
                continue
            if film in records or _is_backed(document, film, opening, is_granted=is_granted):
                found[film.what] = Fact(fund, "funded", film, film.first, film.last, _RULE, 1.8)
    return list(found.values())


def _films(fact: Fact) -> list[End]:
    if fact.rule in RECORDS:
        ends = [fact.subject, fact.object]
        return [end for end in ends if isinstance(end.what, Mention) and end.what.type in ("Film", "Series", "Work")]
    return [end for end in main_ends(fact) if isinstance(end.what, Mention) and end.last > end.first]


def _is_backed(document: Document, film: End, opening: tuple[int, int], *, is_granted: bool) -> bool:
    """Tell whether a sentence tells a film as one of those that get money, and not as somebody's earlier work."""
    start, stop = document.sentence(film.first, film.first + 1)
    text = document.text
    before = text[max(start, film.first - _BEFORE) : film.first]
    if in_brackets(text, start, film.first) or _EARLIER.search(before):
        return False
    if _NOT.search(text, start, stop):
        return False
    if (start, stop) == opening:
        return is_granted or bool(_MAKING.search(text, start, stop))
    return bool(_GRANTED.search(text, start, stop) or _LISTS.search(text, start, stop))
