"""Titles: in a headline any words up to the end, in running prose as far as capitals carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import END, Candidate, Names, fold
from kg.extract.slot.award import is_award
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.foreign import (
    AFTER_FOREIGN,
    AFTER_SURELY,
    before_alias,
    goes_on_foreign,
)
from kg.extract.slot.given import is_given_name
from kg.extract.slot.headline import (
    KINDS,
    LONGEST_TITLE,
    QUOTES,
    headline_titles,
    is_nation,
    is_said_of_work,
    only_a_kind,
)
from kg.extract.slot.inner_owners import begins_behind_inner_owner
from kg.extract.slot.lookalikes import (
    CRAFTS,
    PLACES_OF,
    STRANDS,
    THEN_ACTS,
    before_and,
    counts_on,
    ends_strangely,
    event_within,
    is_called,
    is_date,
    is_for_somebody,
    is_like_firm,
    is_nation_or_kind,
    is_of_kind,
    is_owned_firm,
    is_recipient,
    is_sequel,
    is_somebody,
    is_when_or_where,
    is_with_somebody,
    known_titles,
    leads_to_strand,
    leads_with_kind,
    opens_sentence,
)
from kg.extract.slot.slots import FIRM_NOUNS, is_compound
from kg.extract.slot.small_letters import SMALL_LETTERS, is_named, small_titles
from kg.extract.slot.titlecost import (
    LIST_MARKS,
    TO_PLACES,
    cut_cost,
    ends_in_country,
    ends_in_section,
    from_inside,
    goes_on_before,
    goes_on_gain,
    has_territory,
    is_credit,
    is_like_person,
    is_of_somebody,
    is_thing_of,
    land_cost,
    list_cost,
    made_by,
    made_by_cost,
    owner_cost,
    place_cost,
    prize_cost,
    stars_before,
    strange_end_cost,
    two_owners_cost,
)
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["begin", "capitals", "end", "quotes", "titles_at"]

_TITLE_JOINS = words("names", "title_joins")
_OPENING_MARKS = frozenset("¡¿#")
_CLOSING = frozenset(QUOTES.values())
# Measures, sums and days.
_NO_TITLE = re.compile(
    r"\d[\d.,:]*\s?(?:mm|min|st|nd|rd|th|k|m|bn|%|million|minutes|copies|prints|screens|theatres)?|(?:EUR|USD|GBP|DKK|SEK|NOK|PLN|CZK|CHF|HUF|RON)\s?[\d.,]+\w*|"
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*|"
    r"(?:January|February|March|April|June|July|August|September|October|November|December) \d{1,4}|"
    r"\d[\d.,]*\s?(?:[mk] )?(?:EUR|USD|GBP|DKK|SEK|NOK|PLN|CZK|CHF|HUF|RON|euros?|million) (?:for|to|from|goes)\b.*|"
    r"(?:The |Our )?(?:(?:19|20)\d\d )?(?:(?:European )?Shooting Stars?|Emerging Producers?|Producers? on the Move)"
    r"(?: (?:19|20)\d\d)?|"
    r"TV|[A-Z]{1,3}&[A-Z]{1,3}|.* (?:on|in|until|from) (?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)(?: \d{1,4})?|"
    r"\d[\d.,]* ?(?:EUR|USD|GBP|DKK|SEK|NOK|PLN|CZK|CHF|HUF|RON|euros?)|"
    r"(?:CEO|COO|MD|SVP|EVP|VP|President|Head of|Chief Executive) [A-ZÀ-Þ].*|"
    r"(?:EUR|USD|GBP|DKK|SEK|NOK|PLN|CZK|CHF|HUF|RON) (?:to|for)\b.*|"
    r"(?:Grants?|Funding|Funds|Support|Backing|Subsidies|Prizes|Rights|Deals|Sales|Pre-sales|Filming|Shooting|"
    r"Post-?[Pp]roduction|Pre-?[Pp]roduction|Development|Production)|"
    r"(?:Rights|Deals|Sales|Pre-sales) (?:to|for|in|on|of|with)\b.*|"
    r"(?:At|For|With|Over|Under|Some|About|Around|Nearly|Almost|From) [€$£]?\d[\d.,]*(?: \w+)?",
)
_BODY_WORDS = words("names", "body_words")
_TO_FIRMS = frozenset({"through", "via"})
_BOOKS = frozenset(
    {"trilogy", "novel", "book", "play", "saga", "tetralogy", "diptych", "bestseller", "novels", "books"}
)
_TITLE_MARKS = frozenset({":", ",", "–", "-", "&", "...", "/", "+"})
# With these words end the names of funds and institutes, and hardly a title.
_SCHEMES = (("tax", "shelter"), ("tax", "credit"), ("tax", "rebate"), ("tax", "incentive"))
_BODIES = words("names", "body_ends")
_MONTHS = words("names", "months")
_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?P<title>[A-ZÀ-Þ][a-zß-ÿ].*)")
_WITH_OR_AFTER = frozenset({"with", "after", "for", "before"})
_POINTING = frozenset({"the", "this", "these", "its"})
_MAKERS = frozenset({"by", "from", "as"})
_CURRENCIES = frozenset({"€", "$", "£"})
_ON_OR_FOR = frozenset({"on", "for"})
_NAMED = frozenset({"called", "named", "nicknamed", "dubbed"})
_REGIONS = words("trade", "regions")
# Not even within a sentence, where a capital otherwise tells that a title begins.
_NEVER_START = frozenset({"best", "dame", "sir"})
_ARTICLES = words("names", "articles")
_COPULAS = frozenset({"is", "are", "was"})
_NO_TITLE_START = frozenset({
    "this", "these", "however", "after", "since", "while", "when", "although", "but", "it", "he", "she", "they", "back",
    "fresh", "still", "already", "now", "based", "born", "best", "dame", "sir",
})  # fmt: skip


def titles_at(line: Names, at: int) -> Iterator[Candidate]:
    """Give the titles that may begin at a token."""
    tokens, lower = line.tokens, line.tokens.lower
    closing = QUOTES.get(tokens.words[at])
    if closing:
        begins_small = at + 1 < line.n and tokens.words[at + 1].replace("-", "").isalpha() and not line.capital[at + 1]
        if line.names_press(at) or (line.is_said(at) and (line.headline or begins_small)):
            return
        if begins_small and line.language == "en" and tokens.words[at + 2 : at + 3] == (closing,):
            return  # "a “supersimultaneous” release"
        for end in range(at + 1, min(len(tokens), at + LONGEST_TITLE + 4)):
            if tokens.words[end] == closing and end > at + 1:
                inner_end = end - 1 if lower[end - 1] in (",", ".") else end
                yield end + 1, ((tokens.text(at + 1, inner_end), at + 1, inner_end),), "quoted", 2.5
                return
        return
    if not is_award(line.tokens, at) and not begins_behind_inner_owner(line, at):
        yield from headline_titles(line, at) if line.headline else _prose_titles(line, at)


def _prose_titles(line: Names, at: int) -> Iterator[Candidate]:
    """In running prose a title goes on while capitals do, over small words and a few marks between them."""
    tokens, lower, n = line.tokens, line.tokens.lower, line.n
    if not (line.capital[at] or lower[at][0].isdigit() or tokens.words[at][0] in "¡¿#"):
        return
    if at and lower[at - 1] in _CURRENCIES and line.tokens.glued(at):
        return
    if lower[at].isdigit() and is_called(lower, at):
        yield at + 1, ((tokens.words[at], at, at + 1),), "", 0.6
    ends = [at + 1]
    end, has_capital = at + 1, line.capital[at]
    yield from known_titles(line, at)
    if line.language in SMALL_LETTERS:
        yield from small_titles(line, at)
        return
    alias = before_alias(line, at)
    while end < n and end - at < LONGEST_TITLE and end not in tokens.after_asides:
        word = lower[end]
        if (
            line.capital[end]
            or (word[0].isdigit() and not line.is_year_aside(end))
            or (word in ("!", "?", "...") and tokens.glued(end) and not (word == "..." and end == n - 1))
        ):
            end += 1
        elif word in ("!", "?") and end + 1 < n and lower[end + 1] in (",", "and", ".", "!", "?", "("):
            end += 1  # the French space before the mark
        elif (word in _TITLE_JOINS or word in _TITLE_MARKS) and _next_capital(line, end) is not None:
            end = (_next_capital(line, end) or end) + 1
        elif foreign := goes_on_foreign(line, at, end):
            end = foreign
        else:
            break
        has_capital = has_capital or line.capital[end - 1]
        ends.append(end)
    is_said = is_said_of_work(line, at) if at + 1 < n else False
    # What no end within reach has need not be looked for at each of them.
    reach = frozenset(lower[at : ends[-1] + 1])
    is_list, has_kind = not reach.isdisjoint(LIST_MARKS), not reach.isdisjoint(KINDS)
    has_place, has_copula = not reach.isdisjoint(TO_PLACES), not reach.isdisjoint(_COPULAS)
    has_maker = not reach.isdisjoint(_MAKERS)
    is_small = at > 0 and (lower[at - 1] in line.plain or lower[at - 1] in _ARTICLES)
    titles = line.known.titles
    seen = set()
    places = {end for end, *_ in line.candidates("countries", at)}  # "Germany and Austria"
    event = event_within(line, at, ends[-1])
    if alias and alias > ends[-1] and not leads_with_kind(line, at, alias):
        yield alias, ((tokens.text(at, alias), at, alias),), "", 1.2
    for stop in reversed(ends):
        if stop in seen or not has_capital:
            continue
        seen.add(stop)
        printed = tokens.text(at, stop)
        name = fold(printed)
        is_known = name in titles and not is_sequel(line, stop)
        if only_a_kind(line, at, stop) or (not is_known and (is_said or is_named(line, name))):
            continue
        if _NO_TITLE.fullmatch(printed) or is_credit(lower, at, stop):
            continue
        if at > 1 and lower[at - 2 : at] == ("year", "'s") and not is_known:
            continue  # "this year's Polish Days"
        if any(word.endswith("-winning") for word in lower[at:stop]) or is_compound(lower[at]):
            continue  # "Graz-born", "Golden Bear-winning TITLE"
        inner = [i for i in range(at, stop) if lower[i] not in ("the", "a", "an", "this")]
        if not inner or not any(line.capital[i] or lower[i][0].isdigit() for i in inner):
            continue  # "The latter"
        owned = at > 0 and lower[at - 1] == "'s" and stop < n and lower[stop] in (",", "(", ".")
        if not is_known and lower[at] in CRAFTS and (stop - at == 1 or line.capital[at + 1]):
            continue  # "DoP NAME"
        if not is_known and lower[at] == "the" and lower[at + 1] in CRAFTS and lower[at + 2] in ("of", "behind"):
            continue  # "The DoP of TITLE"
        if len(inner) > 1 and is_nation_or_kind(line, inner):
            continue  # "Bosnian Dutch", "The Norwegian biopic"
        if len(inner) == 1 and (
            is_nation(line, inner[0]) or (stop - at == 1 and lower[at] in line.plain and not owned)
        ):
            continue
        glued = _GLUED.search(printed) if titles else None
        if glued and fold(glued["title"]) in titles:
            continue  # "NAMETitle": a copy lost the end of the line
        if (
            stop - at > 2
            and lower[at + 1] in _WITH_OR_AFTER
            and (lower[at] == "cineuropa" or known_festival(tokens.words[at]))
        ):
            continue  # "back in Toronto with TITLE"
        if not is_known and (ends_strangely(line, at, stop) or opens_sentence(line, at, stop)):
            continue  # "rights to NAME’s “TITLE”", "Opening with TITLE"
        if any(stop <= place for place in places) or (
            lower[stop - 2] == "," and (is_nation(line, stop - 1) or countries().code(tokens.words[stop - 1]))
        ):
            continue
        if lower[stop - 1] in _BOOKS and not line.capital[stop - 1] and stop - at > 1:
            continue  # "NAME’s Harbour trilogy"
        is_other = is_date(lower, at, stop) or is_when_or_where(line, at, stop) or is_somebody(line, at, stop)
        if leads_with_kind(line, at, stop) or (is_other and not is_known):
            continue  # "on 3 October", "at Karlovy Vary", "in NAME’s debut"
        if lower[stop - 1].endswith("winner") and not line.capital[stop - 1]:
            continue  # "Locarno prize-winner"
        if (
            stop > at + 2
            and lower[at + 1] == "'s"
            and is_given_name(lower[at + 2])
            and countries().code(tokens.words[at])
        ):
            continue  # "Ukraine’s Maryna Berg"
        if stop - at > 2 and lower[at + 1] == "," and line.capital[at + 2] and countries().code(tokens.words[at]):
            continue  # "for Switzerland, COMPANY for Canada"
        if stop - at > 1 and len(lower[stop - 1]) == 4 and lower[stop - 1].isdigit() and known_festival(printed[:-5]):
            continue  # "Locarno 2014"
        if at and lower[at - 1] in ("to", "by", "with") and not is_known and has_territory(line, at, stop):
            continue  # "went to COMPANY for France"
        if not is_known and is_recipient(line, at, stop):
            continue  # "sold to COMPANY (France)"
        if stop == at + 1 and stop < n and not is_known and is_of_kind(line, at):
            continue  # "the BBC series", "a Kafka adaptation", "the Manchegan filmmaker"
        if stop < n and lower[stop] in FIRM_NOUNS and line.capital[stop + 1 : stop + 2] == (True,) and not is_known:
            continue  # "NAME’s Tromsø outfit Polar Film"
        if stop == at + 1 and at == 0 and lower[at] in KINDS:
            continue  # "Projects by NAME"
        if not is_known and is_for_somebody(line, at, stop):
            continue  # "NAME for TITLE"
        if "with" in reach and not is_known and is_with_somebody(line, at, stop):
            continue  # "shooting TITLE with NAME"
        if stop < n and lower[stop] in STRANDS and leads_to_strand(lower, at, stop) and not is_known:
            continue  # "TITLE in the Golden Globe competition"
        if at > 1 and lower[at - 1] == "of" and lower[at - 2] in PLACES_OF and not is_known:
            continue  # "in her home town of PLACE"
        if lower[at] == "competition" and stop - at > 1 and not is_known:
            continue  # "Competition Heavy on Newcomers"
        is_won = stop < n and (lower[stop] in KINDS or lower[stop] == "and" or lower[stop].endswith("winner"))
        if is_won and not is_known and known_festival(printed):
            continue  # "Locarno title"
        if stop + 1 < n and lower[stop].endswith("winner") and tokens.words[stop + 1] in QUOTES and not is_known:
            return  # "NAME’s Golden Reel winner “TITLE”"
        of_body = lower[at] in _BODY_WORDS and (stop - at == 1 or lower[at + 1] in (",", "'s", "and"))
        of_body = of_body or (stop - at > 1 and (lower[stop - 1] in _BODIES or lower[at:stop] in _SCHEMES))
        of_body = of_body and not (
            at > 1 and lower[at - 1] == "," and lower[at - 2] in KINDS
        )  # "her film, Wet Market,"
        if of_body and not is_known:
            continue  # "the Norwegian Film Institute"
        is_firm = is_like_firm(line, at, stop) and not is_of_somebody(line, at)
        if is_firm and not is_known and at and (lower[at - 1] in _TO_FIRMS or is_owned_firm(lower, at, stop)):
            continue  # "NAME through Sund Entertainment"
        is_section = printed.casefold() in sections() and lower[stop : stop + 1] != ("by",)
        if not is_known and (printed.casefold() in _REGIONS or is_section or (event is not None and stop > event)):
            continue
        commas = list_cost(lower, at, stop) - goes_on_gain(line, at, stop) if is_list else 0.0
        known = 5.0 if is_known else 0.0
        cut = cut_cost(line, stop) if stop < ends[-1] else 0.0
        if has_place and stop > at + 2 and ends_in_country(line, at, stop):
            cut += 1.0 if not at or lower[at - 1] not in ("to", "by") else 3.0  # "went to COMPANY for France"
        if has_place and stop > at + 2 and not is_known and ends_in_section(line, at, stop):
            cut += 1.0  # "TITLE in Venice Days"
        # "three co-productions: TITLE" announces a title; within one, capitals stand on both sides of the colon.
        if ":" in reach:
            cut += sum(3.0 for i in range(at, stop) if lower[i] == ":" and not line.capital[i - 1])
            if at and lower[at - 1] in _POINTING and not line.capital[at - 1] and ":" in lower[at:stop]:
                cut += 3.0  # "from the Middle East: TITLE by NAME"
        # "WWII thriller", "Locarno title The Boat": what a film is about or of, and then what it is.
        if has_kind:
            cut += sum(1.2 for i in range(at + 1, min(stop + 1, n)) if lower[i] in KINDS and not line.capital[i])
        cut += prize_cost(line, at, stop) + land_cost(line, at, stop)
        cut += 0.0 if is_known else strange_end_cost(line, at, stop)
        if is_list and stop < n and lower[stop] == "by" and not is_known:
            cut += two_owners_cost(line, at, stop)
        if "to" in reach and any(lower[i] == "to" and "'s" in lower[i + 1 : stop] for i in range(at + 1, stop - 1)):
            cut += 1.0  # "from NAME’s TITLE to NAME’s TITLE"
        if has_copula and any(lower[i] in _COPULAS and not line.capital[i] for i in range(at + 1, stop - 1)):
            cut += 0.8  # "the next one for COMPANY is TITLE"
        cut += 3.0 if stars_before(lower, at) else 0.0  # who plays in it
        if at and lower[at - 1] == "by" and not line.capital[at - 1]:
            cut += made_by_cost(lower, at)  # who made something, not what
        if has_maker:
            cut += from_inside(line, at, stop)  # "TITLE by NAME, presented in …"
        on_or_for = not _ON_OR_FOR.isdisjoint(lower[at:stop])
        of_country = on_or_for and at > 1 and lower[at - 1] == "'s" and countries().code(tokens.words[at - 2])
        if at and (lower[at - 1] in ("in", "of", "at", "near", "around") or of_country) and on_or_for:
            cut += 1.0  # "on the island of PLACE on TITLE"
        if is_firm or made_by(line, at):
            cut += 3.0 if is_firm and lower[stop : stop + 1] != ("(",) else 6.0
        if at > 2 and lower[at - 1] == "'s" and lower[at - 3] == "by" and countries().code(tokens.words[at - 2]):
            cut += 3.0  # "TITLE by Japan’s NAME, starring"
        if stop == at + 1 and at and lower[at - 1] == "in" and stop < n and lower[stop] in ("by", "from"):
            cut += 2.0  # "produced in London by NAME"
        cut += place_cost(line, at, stop)
        if at and lower[at - 1] == "starring" and stop - at > 1 and is_given_name(lower[at]):
            cut += 2.0
        if "'s" in reach and not is_known:
            cut += owner_cost(line, at, stop)
        if at > 2 and lower[at - 1] == "'s" and not is_known and is_thing_of(line, at - 1):
            cut += 1.5  # "The Baker’s Oath"
        if at > 1 and line.capital[at - 1] and lower[at - 1] not in KINDS and is_small:
            cut += 0.8  # "When My | Brother Was a Tree"
        if at > 1 and lower[at - 1] in _NAMED and lower[at - 2] not in KINDS:
            cut += 0.0 if lower[at - 2] in _COPULAS and lower[at - 3] in KINDS else 2.0  # "a pilot called Harbour"
        cut += 1.2 if goes_on_before(line, at) else 0.0
        if not is_known and is_like_person(line, at, stop):
            cut += 6.0 if lower[stop : stop + 1] == ("(",) else 0.5  # "NAME (“Earlier Work”)"
            cut += 6.0 if at and (lower[at - 1] in ("from", "by") or "by" in lower[max(0, at - 5) : at]) else 0.0
        if (
            not is_known
            and stop < n
            and lower[stop] in THEN_ACTS
            and is_like_person(line, at, before_and(lower, at, stop))
        ):
            cut += (
                3.0 if lower[stop] != "and" or (stop + 1 < n and line.capital[stop + 1]) else 0.0
            )  # "NAME and NAME play"
        if stop == at + 1 and stop < n and line.capital[stop] and is_given_name(lower[at]):
            cut += 1.5  # "Thomas" of "Thomas Berg"
        if at > 1 and line.capital[at - 1] and lower[at - 1] in line.plain and not line.capital[at - 2]:
            cut += 0.8  # "by Never | Let Me Go": a plain word with a capital inside a sentence begins something
        if at > 1 and lower[at - 1] == "/" and line.capital[at - 2]:
            cut += 2.0  # "TITLE / ANOTHER TITLE"
        if at > 1 and lower[at - 1] in KINDS and line.capital[at - 1] and line.capital[at - 2]:
            cut += 6.0  # "Film | Board": the end of a name that says "Film"
        if stop - at > 1 and lower[at] in _MONTHS and not line.capital[at + 1]:
            cut += 2.0  # "late August for TITLE"
        yield (
            stop,
            ((printed, at, stop),),
            "",
            0.6
            + known
            - commas
            - cut
            - (0.8 if lower[at] in _NO_TITLE_START and (at == 0 or lower[at] in _NEVER_START) else 0),
        )


def _next_capital(line: Names, at: int) -> int | None:
    lower, n = line.tokens.lower, line.n
    end = at
    while (
        end < n
        and end - at < 3
        and not line.capital[end]
        and (lower[end] in _TITLE_JOINS or lower[end] in (":", ",", "–", "-", "&", "/", "+") or _is_decade(line, end))
    ):
        if lower[end] == "," and end > at:
            return None
        end += 1
    goes_on = end < n and (line.capital[end] or (lower[end][0].isdigit() and lower[end - 1] not in ",in"))
    return end if goes_on or counts_on(line, end) else None


def _is_decade(line: Names, at: int) -> bool:
    """Tell whether an apostrophe stands for a century: "Summer of ’74"."""
    figure = line.lower[at + 1]
    return line.lower[at] in ("’", "'") and len(figure) == 2 and figure.isdigit() and line.tokens.glued(at + 1)


def capitals(line: Names, at: int) -> Iterator[Candidate]:
    """Give any run of capitals with small words between them (an award, an event, a thing)."""
    for end, names, value, worth in _prose_titles(line, at):
        yield end, names, value, worth - 1.5 * (" at " in names[0][0])  # "the Golden Seal at Oslo 2016"


def begin(line: Names) -> Iterable[int]:
    """Give the tokens at which titles may begin: any of a headline, else capitals, digits and what opens a title."""
    if line.headline:
        return range(line.n)
    return line.capitals + line.figures + line.quotes + line.positions(_OPENING_MARKS)


def end(line: Names) -> Iterable[int]:
    """Give the tokens with which titles may end: any of a headline or of a language that writes them in small letters.

    Elsewhere capitals, digits, marks, or small words of another language where something follows that closes them.
    """
    lower, printed = line.lower, line.tokens.words
    if line.headline or line.language in SMALL_LETTERS:
        return range(line.n)
    if not line.known.titles_by_head.keys().isdisjoint(line.words):
        return range(line.n)  # titles that are known go as far as they go
    return [
        at
        for at, is_capital in enumerate(line.capital)
        if is_capital
        or lower[at + 1] in AFTER_FOREIGN
        or lower[at + 1] in AFTER_SURELY
        or lower[at + 1] == END
        or printed[at][0] in "¡¿#!?.…"
        or printed[at] in _CLOSING
        or lower[at][0].isdigit()
    ]


def quotes(line: Names) -> list[int]:
    """Give the tokens that open a quotation."""
    return line.quotes
