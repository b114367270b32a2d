"""Slates: an article on a market goes from one sales company to the next, and tells the films that each of them has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.deals import FROM_SLATE
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.news import main_ends, sentences
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import is_market as is_event
from kg.extract.slot.festival import known_festival, sections
from kg.extract.token import past_links
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.claim import Value
    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["headlined_house", "is_market_article", "on_slates", "sellers_in_brackets", "without_launchers"]

# What a text on a market says in its first lines.
_MARKET = re.compile(
    r"\b(?:buzz titles?|hot (?:titles|projects|tickets)|buyers|sellers|"
    r"sales (?:agents?|compan(?:y|ies)|slates?|line-?ups?|titles)|"
    r"film market|marché|EFM|AFM|ventana sur|market (?:titles|premieres?|screenings?)|pre-?sales)\b",
    re.IGNORECASE,
)
_HEAD = 4
_RULE = "on-its-slate"
_SHORTEST = 3
_WORD = r"[A-ZÀ-Þ0-9](?:(?![’']s?(?:\s|$))[^\s,;:()“”\"])*"
_NAME = (
    rf"(?!\S+-based )(?:The )?{_WORD}"
    rf"(?:\s(?:{_WORD}|[&+]|[dl]['’][^\s,;()]+|de|du|des|et|of|la|le|for|films?|sales)){{0,5}}?"
)
# "Sund Sales’ CEO Ana Roth", "Sund Sales’ international team"
_STAFF = r"(?:[’']s? (?:[\w/&-]+ ){1,5}?(?:[A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+|team))"
_ASIDE = r"(?:,\s[^.;:]{3,160}?,|\s\([^()]{2,60}\))?"
_ADVERB = (
    r"(?:(?:is|are|will|will be|has|have|was|also|now|already|currently|meanwhile|again|just|be|"
    r"especially|continues to|to) )*"
)
# Verbs of those who sell, whatever the article is about.
_SELLS = (
    r"(?:(?:kick(?:s|ed|ing)? off|start(?:s|ed|ing)?|begins?|beginning|launch(?:es|ed|ing)?|continu(?:es|ed|ing)|"
    r"open(?:s|ed|ing)?|resum(?:es|ing)|commenc(?:es|ing)|boards?|boarded|tak(?:es|ing) on|handl(?:es|ing)) "
    r"(?:(?:world|international|worldwide|pre-?)[ ]?)?(?:sales|business|pre-?sales)(?: duties)? (?:on|for|of)|"
    r"continues to sell|sells?|selling|pre-?sell(?:s|ing)?|market premi[eè]r(?:es|ing)|repping|reps|"
    r"(?:handles?|handling|represents|representing) (?:world |international )?(?:sales|rights)? ?(?:on|for|of|to))"
)
# Those that say so only where all is about selling.
_SHOWS = (
    r"(?:(?:has|have)(?! (?:also |already |just |since |now |been |all )*"
    r"(?:pre-?\w+|[a-z]+ed|sold|bought|taken|won|been|but|out|up))|"
    r"brings?|bringing|launch(?:es|ing)?|unveils?|unveiling|introduc(?:es|ing)|arriv(?:es|ing) with|comes? to|"
    r"screen(?:s|ing)?|board(?:s|ed)|presents?|presenting|shows?|showing|handles?|handling|represents?|representing|debuts?|offers?|"
    r"offering|gives?|giving|heads? to|travels? to|is at|boasts?|shops?|shopping|touts?|pitch(?:es|ing)|add(?:s|ed)?|"
    r"opens?|"
    r"previews?|returns? with|lands? in|will be|leads? with|headlines? with|counts|world premieres|is in \w+ with|"
    r"premieres|shone|(?:was|were) (?:also |equally |particularly |very )?busy|(?:fared|did|performed) (?:very )?well|"
    r"excelled|"
    # a seller’s deals
    r"(?:pre-?)?sold(?! out)|licensed|"
    r"(?:found|won|attracted|lined up) (?:[\w-]+ ){0,4}?(?:distributors?|homes?|takers?|buyers?)|"
    r"(?:closed|clinched|concluded|struck|signed|sealed|notched up|racked up|completed|finalised|made|scored|inked|"
    r"chalked up|recorded|reported) (?:[\w-]+ ){0,4}?(?:sales|deals?|pre-?sales|agreements|business)|"
    r"(?:enjoying|doing|having|reaping|enjoyed|did) (?:[\w-]+ ){0,4}?(?:success|trade|business|sales|market)|"
    r"(?:(?:especially|mainly|notably) )?(?:banking|counting|betting|relying) on)\b"
)
_SLATE = (
    r"(?:[\w’'-]+ ){0,3}?(?:slate|line-?up|roster|catalogue|selections?|titles|portfolio|offering|market premieres|"
    r"highlights)\b"
)
_OPENS = re.compile(
    r"(?:(?:At|In|For) (?:the )?[A-ZÀ-Þ][\w’ ]{2,30}, |"
    r"(?:Moreover|Meanwhile|Lastly|Finally|Elsewhere|Likewise|Also|In addition|For its part|Across [\w ]{3,20}), )?"
    r"(?:(?:[A-ZÀ-Þ][\w-]* (?=[a-z]))?(?:[a-z]+ ){0,2}?(?:sales )?"
    r"(?:agent|company|outfit|agency|house|seller|vendor) )?"
    rf"(?P<one>{_NAME})(?: and (?P<two>{_NAME}))?{_STAFF}?{_ASIDE}"
    rf"(?: (?P<sells>{_ADVERB}{_SELLS})|(?P<slate>[’'](?:s )? ?{_SLATE})| (?P<shows>{_ADVERB}{_SHOWS}))"
)
# The slate goes on with the same company.
_GOES_ON = re.compile(
    r"(?:It|They|The (?:[\w-]+ ){0,4}(?:company|outfit|agency|firm|seller|banner|agent|team|label|house))"
    r"(?:(?: \w+)? also| will| is| has| have| are| brings?| launch\w*| kicks?| unveils?| comes?)|"
    r"(?:Also|Another|Other|Further|Additional|New|Completing|Rounding|Among|Alongside|On|In|The) (?:[\w’'-]+ ){0,5}?"
    r"(?:slate|line-?up|titles?|launching|selling|roster|films?|hand|projects?|offer|books|catalogue|table|selections?|sale|"
    r"screening|new|additions?|premieres?|available|board)\b|Its |Their |(?:[\w’'-]+ ){1,3}titles (?:include|comprise)"
)
_WAS_SOLD = re.compile(r"\b(?:is|are|was|were|be|been) (?:[a-z]+ )?(?:pre-?sold|sold|licensed)$")
# "Copenhagen’s Sund Sales"
_OWNER = re.compile(r"(?:The )?(?P<place>[A-ZÀ-Þ][\w.-]+(?: [A-ZÀ-Þ][\w-]+)?)[’']s (?=[A-ZÀ-Þ])")
# "At Sund Sales, NAME’s TITLE has been sold to …"
_AT = re.compile(
    rf"At (?P<one>{_NAME}), (?=[^.]{{3,300}}\b(?:sold|bought|acquired|snapped up|picked up|pre-?sold|deals?)\b)"
)
# Where a seller buys, or speaks of what it has bought, it sells nothing.
_BUYS = re.compile(
    r"\b(?:[Aa]s (?:a |the )?(?:French |local |domestic )?distributor|that of (?:a )?distributor|"
    r"(?:acquired|bought|secured|picked up|taken|taking) [^.;]{3,120}? from [A-ZÀ-Þ])"
)
# What is said so is of the one company that the whole article is about.
_ON_MARKET = re.compile(
    r"\b(?:sold|bought|acquired|snapped up|picked up|sales|deals?|rights|line-?up|slate|market|buyers?|agenda|"
    r"selected|section|competition|Fortnight|Critics[’'] Week|Un Certain Regard|[Pp]remi[eè]r\w*)\b"
)
# A paragraph that begins so goes on with the seller of the one before.
_THE_COMPANY = re.compile(
    r"(?:The|Its) (?:[\w-]+ ){0,2}(?:team|company|outfit|agency|firm|seller|agent|house)"
    r"(?: (?:headed|led|run) by\b|[’']s )|"
    r"(?:[Ff]rom|[Aa]t|[Ww]ith) the same (?:[\w-]+ ){0,2}(?:company|outfit|agency|firm|seller|agent|house|stable)\b|"
    r"(?:(?:In|At|Out of|For) (?:the )?[A-ZÀ-Þ][\w’' ]{2,40}, (?=the |it |they ))?"
    r"(?:[Tt]he (?:[\w-]+ ){0,3}(?:company|outfit|agency|firm|seller|agent)|[Ii]t|[Tt]hey) (?:is|are|will|has|also)\b|"
    r"Also (?:new|on)\b|(?:The|Its|Their) (?:[\w’'-]+ ){0,2}(?:slate|line-?up|catalogue|roster)\b|"
    r"(?:Spearheading|Leading|Topping|Heading|Completing|Rounding (?:off|out)|Also part of|On|Among) (?:the|its) "
    r"(?:[\w’'-]+ ){0,2}(?:slate|line-?up|catalogue|roster)\b"
)
# Whom a text calls a sales company: whose headline it is, of that one are its slate and line-up.
_HOUSE = re.compile(
    r"\b(?:sales (?:agent|company|outfit|house|firm|agency|banner)|seller) "
    r"(?P<name>[A-ZÀ-Þ][\w&+’'.-]*(?: (?:& )?[A-ZÀ-Þ][\w&+’'.-]*){0,3})"
)
# A headline that says so, and a text that calls somebody "a new Paris-based sales company".
_DECLARED = re.compile(
    r"\b[Ss]ales (?:[Cc]ompany|[Aa]gent|[Oo]utfit|[Aa]gency)[^:]{0,30}: (?P<name>[A-ZÀ-Þ][^:,(–]{1,40}?)(?=$|, | [(–-])"
)
_CALLED = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÀ-Þ][\w&+’'.-]{0,30}(?: [A-ZÀ-Þ][\w&+’'.-]{0,30}){0,3}), (?:an?|the) (?:[\w-]{1,20} ){0,4}"
    r"sales (?:agent|company|outfit|house|firm|agency|banner)\b"
)
_IN_BRACKETS = re.compile(
    r"[”\"’]?\s\((?:(?:international |world )?sales(?: by|:)? )?(?P<name>[A-ZÀ-Þ0-9][^()\d,;:]{1,40}|mk2[^()]{0,20})\)"
)
_SALES = re.compile(r"\((?:international |world )?sales(?: by|:) [A-ZÀ-Þ]")
_NO_SELLER = frozenset(
    {
        "competition",
        "forum",
        "premiere",
        "special",
        "panorama",
        "encounters",
        "week",
        "fortnight",
        "orizzonti",
        "generation",
        "opening",
        "closing",
    }
)
_SHORT_NAMES = frozenset(
    {
        "Buyers",
        "Sales",
        "Distributors",
        "Sellers",
        "Deals",
        "Talks",
        "Films",
        "Titles",
        "Both",
        "Two",
        "Three",
        "We",
        "There",
        "It",
        "They",
        "The",
        "This",
        "Also",
        "Another",
        "Other",
        "Its",
        "He",
        "She",
        "Meanwhile",
        "Moreover",
        "Elsewhere",
        "Finally",
        "Lastly",
        "Likewise",
        "In",
        "On",
        "At",
        "As",
    }
)


def is_market_article(document: Document, lines: list[tuple[int, int, int]], head: int = _HEAD) -> bool:
    """Tell whether an article is about what is for sale: its first lines speak of a market, of sellers or of buyers."""
    return any(_MARKET.search(document.text, first, last) for _, first, last in lines[:head])


def on_slates(
    document: Document, lines: list[tuple[int, int, int]], facts: list[Fact], *, is_market: bool
) -> list[Fact]:
    """Give who sells the films that sentences tell as somebody's slate: "Ocean Sales launches NAME’s TITLE"."""
    text = document.text
    named = sorted(
        ((end.first, end, fact) for fact in facts for end in main_ends(fact) if isinstance(end.what, Mention)),
        key=lambda entry: entry[0],
    )
    told = {fact.object.what for fact in facts if fact.predicate == "sold" and fact.rule != FROM_SLATE}
    directors = {
        fact.subject.what.name
        for fact in facts
        if fact.predicate == "directed" and isinstance(fact.subject.what, Mention)
    }
    found: list[Fact] = []
    house = headlined_house(document, lines)
    full: list[str] = [house.what.name] if house and isinstance(house.what, Mention) else []
    makers = _makers(facts) - {end.what for end in [house] if end}
    at = 0
    sellers: list[End] = []
    latest: list[End] = []
    own = [house] if house and is_market else []
    for _, first, last in lines[1:]:
        latest = sellers or latest
        sellers = (latest or own) if _THE_COMPANY.match(text, first, last) else []
        for part in sentences(document, first, last):
            opened = _opened(text, part, directors, is_market=is_market)
            if opened:
                sellers = [seller for one in opened if (seller := _full(one, full)).what not in makers]
            elif not sellers and own and _ON_MARKET.search(text, part.first, part.last):
                sellers = own
            elif not sellers or not (is_market or _GOES_ON.match(text, part.first, part.last)):
                continue
            if is_market and _BUYS.search(text, part.first, part.last):
                continue
            while at < len(named) and named[at][0] < part.first:
                at += 1
            here = [end for start, end, _ in named[at : at + 60] if start < part.last]
            for film in {end.what: end for end in here}.values():
                if film.what not in told:
                    told.add(film.what)
                    found += [
                        # Who sells may be named behind the film only.
                        Fact(s, "sold", film, min(s.first, film.first), film.last, _RULE, 2.0)
                        for s in sellers
                    ]
    return found


def _makers(facts: list[Fact]) -> set[Mention | Value | str]:
    """Give who produces films and sells none, whatever its slate."""
    return {f.subject.what for f in facts if f.predicate == "produced"} - {
        f.subject.what for f in facts if f.predicate == "sold" and f.rule != FROM_SLATE
    }


def _opened(text: str, part: Sentence, directors: set[str], *, is_market: bool) -> list[End]:
    """Give the companies of which the beginning of a sentence says that they have films to sell."""
    owner = _OWNER.match(text, part.first, part.last)
    of_place = owner and (countries().code(owner["place"]) or owner["place"].casefold() in words("names", "cities"))
    opened = _OPENS.match(text, owner.end() if owner and of_place else part.first, part.last)
    if opened and (opened["sells"] or is_market) and _may_sell(opened, directors):
        return [thing(opened[who], "Company", *opened.span(who)) for who in ("one", "two") if opened[who]]
    housed = _AT.match(text, part.first, part.last) if is_market else None
    if housed and _may_sell(housed, directors) and not known_festival(housed["one"]) and not is_event(housed["one"]):
        return [thing(housed["one"], "Company", *housed.span("one"))]
    return []


def headlined_house(document: Document, lines: list[tuple[int, int, int]]) -> End | None:
    """Give the sales company that a headline names, where the text says that it is one; else None."""
    headline = document.text[slice(*lines[0][1:])] if lines else ""
    if declared := _DECLARED.search(document.text, *lines[0][1:]) if lines else None:
        return thing(declared["name"], "Company", *declared.span("name"))
    for hit in (*_HOUSE.finditer(document.text), *_CALLED.finditer(document.text)):
        name = hit["name"]
        while name and name not in headline:
            name = name.rpartition(" ")[0]
        if len(name) > _SHORTEST:
            return thing(name, "Company", hit.start("name"), hit.start("name") + len(name))
    return None


def sellers_in_brackets(document: Document, facts: list[Fact], named: list[Fact]) -> list[Fact]:
    """Where an article tells what festivals and markets show, the company in brackets behind a title sells the film.

    One word may be the film's other title as well; it counts where another bracket is surely a company's.
    """
    text = document.text
    hits: dict[object, tuple[End, End]] = {}
    sure = bool(_SALES.search(text))
    for film in (end for fact in [*facts, *named] for end in main_ends(fact)):
        hit = _IN_BRACKETS.match(text, past_links(text, film.last)) if film.last else None
        if hit is None or film.what in hits or not _may_be_seller(hit["name"]):
            continue
        seller = thing(hit["name"], "Company", *hit.span("name"))
        is_sure = " " in hit["name"] and is_company_name(hit["name"])
        sure = sure or is_sure
        if is_sure or " " not in hit["name"]:
            hits[film.what] = film, seller
    if not sure:
        return facts
    bought = {
        (f.subject.what, f.object.what) for f in facts if f.predicate == "distributed" and "territory" in f.qualifiers
    }
    hits = {what: hit for what, hit in hits.items() if (hit[1].what, what) not in bought}
    told = {(seller.what, film.what) for film, seller in hits.values()}
    kept = [
        f
        for f in facts
        if f.predicate not in ("produced", "distributed") or (f.subject.what, f.object.what) not in told
    ]
    have = {fact.object.what for fact in facts if fact.predicate == "sold"}
    return kept + [
        Fact(seller, "sold", film, film.first, seller.last, "seller-in-brackets", 2.0)
        for film, seller in hits.values()
        if film.what not in have
    ]


def _may_be_seller(name: str) -> bool:
    return not (
        countries().code(name)
        or known_festival(name)
        or name.casefold() in sections()
        or any(part in _NO_SELLER for part in name.casefold().split())
        or name.isdigit()
    )


def without_launchers(facts: list[Fact]) -> list[Fact]:
    """Leave out that a company releases what it sells: one that "launches" a film at a market looks for buyers.

    What is sold by the company that its own sentence names is not from the slate of another one named before.
    """
    sold = {(fact.subject.what, fact.object.what) for fact in facts if fact.rule == _RULE}
    films = {fact.object.what for fact in facts if fact.predicate == "sold" and fact.rule != FROM_SLATE}
    return [
        fact
        for fact in facts
        if (
            fact.predicate != "distributed"
            or "territory" in fact.qualifiers
            or (fact.subject.what, fact.object.what) not in sold
        )
        and not (fact.rule == FROM_SLATE and fact.object.what in films)
    ]


def _may_sell(opened: re.Match[str], directors: set[str]) -> bool:
    name = opened["one"]
    if _WAS_SOLD.search(opened.group()):
        return False  # "TITLE was also sold"
    return not (name in directors or name.split()[0] in _SHORT_NAMES or countries().code(name))


def _full(seller: End, full: list[str]) -> End:
    """Give a company the full name by which the article has called it before: "Minerva" of "Minerva Pictures"."""
    assert isinstance(seller.what, Mention)
    name = seller.what.name
    longer = next((other for other in full if other.startswith(f"{name} ")), None)
    if longer is None:
        full.append(name)
        return seller
    return End(Mention(seller.what.type, longer), seller.first, seller.last)
