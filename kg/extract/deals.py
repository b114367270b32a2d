"""Sales by territory: "sold to Spain (Golem) and Benelux (Lumière)", "with Gutek for Poland, Kurmaca for Turkey"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.mentioned import MENTIONED
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.naming import without_maker
from kg.extract.news import main_ends
from kg.extract.owned_buyers import owned_buyers
from kg.extract.slot.given import is_given_name
from kg.extract.territory import beside_territory, is_land, listed_before, territory_of
from kg.extract.token import ASIDE
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.news import Sentence

__all__ = ["BRACKETS", "BUYERS_JOIN", "FROM_SLATE", "NEXT_LAND", "from_slate", "sold_of", "territory_deals"]

# The rule by which the company whose deals an article tells sells what it then names a buyer of.
FROM_SLATE = "from-its-slate"
_SALE = re.compile(
    r"\b(?:pre-?sales?|sold|pre-sold|presold|bought|pre-bought|acquired|snapped up|picked up|deals?|sales|takers|"
    r"buyers|rights|licensed|snagged|nabbed|territor(?:y|ies)|distribut\w+|took|went to|gone to|goes to|"
    r"homes? in|won over)\b",
    re.IGNORECASE,
)
_GOES = re.compile(r"\b(?:goes to|taken by|distribs?|released by|brought out by)\b")
# A country with its buyer in brackets.
BRACKETS = re.compile(
    r"(?:the )?(?P<land>[A-ZÀ-Þ][\w.’'-]*(?: (?:and |of |the )?[A-ZÀ-Þ][\w.’'-]*){0,3})\s*\((?P<company>[^()]{2,60})\)"
)
_NAME = r"[A-ZÀ-Þ0-9][^\s,;:()]*(?:\s(?:[A-ZÀ-Þ0-9&+][^\s,;:()]*|d['’][^\s,;()]+|de|du|des|et|of)){0,5}?"
# A buyer and the country that it buys for; a buyer that takes a country.
_FOR = re.compile(rf"(?<![\w’'-])(?P<company>{_NAME})\s(?:for|in|across)\s")
_HOLDS = re.compile(r"\b(?:has|holds) (?:the )?[A-ZÀ-Þ]")
_DEALS = frozenset({"territory-list", "territory-deal"})
_LONGEST_TITLE = 90
_NO_TITLE_START = frozenset({"Further", "Other", "Additional", "Sales", "Deals", "Rights", "All", "It", "The film"})
# How far behind a title what is said of it may begin.
_ON_TITLE = 8
_FAR = 90
_RIGHTS_TO = re.compile(
    r"(?:\s(?:distribution|theatrical|all|broadcast|TV|media|rights)){0,4}\s(?:to|on|for)\s(?:[\w’'-]+,?\s){0,7}[“\"‘]?"
)
_AND = re.compile(r"\band\b")
_BEFORE = 60
_PREVIOUS = re.compile(r"\b(?:previous|last|earlier|debut|first|prior) [^.;:()]{0,40}$")
_LINK = re.compile(r"\s(?:for|in|across)(?=\s)")
# "France’s Ocean": a buyer behind its country, in a list of buyers.
_OWNED = re.compile(
    rf"(?<![\w’'-])(?:the )?(?P<land>[A-ZÀ-Þ][\w.-]*(?: (?:and |of |the )?[A-ZÀ-Þ][\w.-]*){{0,2}})"
    rf"[’'](?:s\s|\s)(?P<company>{_NAME})"
    r"(?=\s*(?:[,;.]|\sand\s|$))"
)
# "released in Belgium by Sund and in France by Ocean": a country and its distributor, one pair after the other.
_OUT = re.compile(
    r"\b(?:distributed|released|handled|launched|brought (?:out|to (?:screens|cinemas))|rolled out|put out|"
    r"picked up|snapped up|acquired|bought|pre-bought|secured)\b"
)
_IN_BY = re.compile(
    rf"\b(?:in|for) (?P<land>(?:the )?[A-ZÀ-Þ][\w.-]*(?: (?:and |of |the )?[A-ZÀ-Þ][\w.-]*){{0,3}}) "
    rf"(?:by|through|via|with) "
    rf"(?P<company>{_NAME})(?=\s*(?:[,;.]|\sand\s|\swhile\s|\swith\s|$))"
)
_BUYERS = re.compile(r"\b(?:takers|buyers|sold|sales|deals?|pacts?|bought|acquired|licensed|went)\b", re.IGNORECASE)
_MADE = re.compile(r"\b(?:co-?)?(?:produc\w+|financ\w+)\b", re.IGNORECASE)
# "Film Ost, which also sells books, has taken": what may stand between a buyer and its verb.
_CLAUSE = (
    r"(?:,[”\"]? (?:which|who|whose|run by|led by|headed by|an?|the|based|headquartered|set up|founded)\b"
    r"[^.;:()]{3,200}?,[”\"]?)"
)
_GOT = (
    r"(?:took|takes|taking|taken|picked up|picks up|picking up|acquired|acquires|snagged|snags|snapped up|snaps up|"
    r"bought|buys|pre-bought|nabbed|nabs|secured|secures|landed|lands|grabbed|grabs|scooped up|claimed|claims|won|"
    r"closed|licensed|clinched|inked|boarded|came on for|signed for|opted for|committed to|holds|has|owns)"
)
_BUYER_TOOK = re.compile(
    rf"(?<![\w’'-])(?P<company>{_NAME}){_CLAUSE}?\s(?:has\s|have\s)?(?:also\s|already\s|just\s|since\s|previously\s|earlier\s)?{_GOT}\s"
    r"(?:(?:the\s|all\s|distribution\s|theatrical\s)*rights (?:for|in|to)\s|"
    r"(?:it|the film|the title|the pic|the movie) (?:for|in)\s)?"
)
# "has taken Danish rights"
_RIGHTS_OF = re.compile(
    rf"(?<![\w’'-])(?P<company>{_NAME}){_CLAUSE}?\s(?:has\s|have\s)?(?:also\s|already\s|just\s|since\s|previously\s|earlier\s)?{_GOT}\s"
    r"(?:the\s|all\s)?(?P<nation>[A-ZÀ-Þ][\w.-]*(?:(?:,\s|\sand\s|,\sand\s|/)[A-ZÀ-Þ][\w.-]*){0,3})\s"
    r"(?:distribution |theatrical |all |broadcast |TV |screening )?rights\b"
)
_BOUGHT = re.compile(rf"\b(?!(?:has|owns|closed|won|boarded)\b){_GOT}\s(?:[“\"‘]|the\s)?$")
# "Italy goes to COMPANY", "Greece was licensed to COMPANY", "Germany was taken by COMPANY", "rights to Poland went to".
_TO_BUYER = re.compile(
    r"\s(?:rights )?(?:(?:has|have|had|was|were|is|are|will|be|been|being|also|already|just|then|all|both) )*"
    r"(?:goes|went|go|gone|going|sold|licensed|pre-sold|presold|taken|acquired|bought|pre-bought|picked up|snapped up|"
    r"secured|nabbed|snagged|claimed|landed|handled|grabbed|covered|closed|sealed|signed|inked|granted|awarded|assigned|"
    r"falls|fell) "
    r"(?:to|by|with) "
)
_OWNER = re.compile(
    r"(?:the )?(?:[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*){0,2}(?:[’']s?|-based|-headquartered) )?"
    r"(?:(?:local |leading |indie |independent |arthouse |art-house |veteran |theatrical )*"
    r"(?:distributors?|buyers?|distribs?|company|outfit|label|shingle|distribution (?:outfit|company)) )?"
)
_BUYER = re.compile(
    rf"(?P<company>{_NAME})(?=\s*(?:[,;.():–—]|\sand\s|\swhile\s|\swith\s|\swhich\s|\sfor\s|\sin\s|\sahead\s|$))"
)
_OPENS = re.compile(
    r"(?:(?<=[.,;:–—] )|(?<=\band )|(?<=\bwhile )|(?<=\bwhereas )|(?<=\bwith )|(?<=\bas )|"
    r"(?<=\b[Rr]ights to )|(?<=\b[Rr]ights for )|(?<=\b[Rr]ights in )|(?<=\bdeals for )|(?<=\bdeals in )|"
    r"(?<=\bsales to )|^)(?=[A-ZÀ-Þt])"
)
_WHERE = re.compile(rf"(?<![\w’'-])(?P<company>{_NAME})\s\((?P<land>(?:the )?[A-ZÀ-Þ][^()]{{1,50}})\)")
_NEXT_PLACED = re.compile(r"\)(?:[,;\s]|\band\b|\bplus\b|\bas well as\b)*")
_BARE = re.compile(rf"(?:,|\band|\bwhile)\s(?:and\s)?(?P<company>{_NAME})\s(?=(?:the\s)?[A-ZÀ-Þ])")
# "In France the film will be released by COMPANY"
_IN_LAND = re.compile(r"\b[Ii]n (?=(?:the )?[A-ZÀ-Þ])")
_RELEASED_BY = re.compile(
    r",?\s[^.;()]{0,80}?\b(?:released|distributed|handled|launched|brought out|put out|rolled out|opened)\s(?:\w+\s)?"
    r"(?:by|via|through)\s"
)
# What was found a distributor for in a country: each film with its buyer in brackets.
_HOME = re.compile(
    r"\b(?:found|secured|lined up|won) (?:an? |its |several |new )?(?P<land>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ]\w+)?) "
    r"(?:distributors?|homes?|buyers?|takers?) for\b"
)
_ALONE = re.compile(rf"(?<=[\w”’\"\]])\s\((?P<company>{_NAME})\)")
_LAND = re.compile(
    r"(?:the )?(?P<land>(?:[A-ZÀ-Þ][\w.’'-]*|former|ex-[A-Z]\w+)(?: (?:and |of |the )?[A-ZÀ-Þ][\w.’'-]*){0,3})"
)
# "sales included TITLE to China (BUYER), TITLE to Iran (BUYER)": each film before its own territory.
_TITLE_TO = re.compile(
    r"(?:\b(?:includ(?:e|es|ed|ing)|sold|selling|sells|placed|sent|licensed|closed|pre-sold|were|saw|and|"
    r"plus)|[):,;])\s(?:[\w’'-]+ [\w’'-]+(?: [\w’'-]+)?[’']s )?"
    r"[“\"‘]?(?P<title>[A-ZÀ-Þ0-9¡¿][^\s()“”\":;.]*(?:,? (?:[A-ZÀ-Þ0-9][^\s()“”\":;.]*|"
    r"(?:a|an|the|of|and|in|on|for|at|by|my|de|du|des|la|le|les|el|der|die|das|di|il)(?= ))){0,8}?)"
    r"[”\"’]?\s(?:went )?to\s(?:the )?$"
)
BUYERS_JOIN = re.compile(
    r"\s*(?:,|;| and | & (?!(?:Co|Sons?|Daughters?|Cie|Filh[oa]s?|Figli|Brothers|Partners|Friends)\b))\s*"
)
NEXT_LAND = re.compile(r"\s*(?:,\s*(?:and\s+|as well as\s+)?|/|\s+and\s+|\s+&\s+|\s+as well as\s+)")
# What stands between two buyers of a list.
_NEXT_BUYER = re.compile(r"\s*(?:[,;\s]|\band\b|\bplus\b|\bwhile\b|\bas well as\b|\balso\b|\bto\b|\bwith\b)*\s*")
_BEFORE_ONE = re.compile(r"\b(?:to|with|by|via|are|include|including|included|went to|as)\s+$")


@dataclass(frozen=True, slots=True)
class _Unit:
    company: tuple[int, int]
    lands: tuple[tuple[str, int, int], ...]

    @property
    def extent(self) -> tuple[int, int]:
        return min(self.company[0], self.lands[0][1]), max(self.company[1], self.lands[-1][2])


def territory_deals(document: Document, part: Sentence, film: End) -> list[Fact]:
    """Give who distributes a film in which country, from a sentence that lists buyers and territories.

    Regions such as Benelux are places that are no countries; of airlines no territory is said.
    """
    text = document.text
    in_brackets = _in_brackets(document, part, film)
    several = len({fact.subject.what for fact in in_brackets}) > 1 and not _MADE.search(text, part.first, part.last)
    is_list = _is_list(text, part) and not _MADE.search(text, part.first, part.last)
    is_sale = bool(_SALE.search(text, part.first, part.last)) or several or is_list
    facts = in_brackets if is_sale else []
    facts += owned_buyers(document, part, film)
    units = list(_listed(text, part)) if is_sale else []
    is_told = is_sale or _GOES.search(text, part.first, part.last)
    taken = list(_taken(text, part)) if is_told or _HOLDS.search(text, part.first, part.last) else []
    # "On TITLE, FIRM has the U.K., FIRM Switzerland and FIRM Turkey"
    units += taken if is_told or len(taken) > 1 else []
    facts += _homes(text, part, film)
    for unit in [*units, *_released(text, part)]:
        company = thing(text[slice(*unit.company)], "Company", *unit.company)
        for land, first, last in unit.lands:
            place = territory_of(land, first, last)
            qualifiers = {"territory": place} if place else {}
            facts.append(
                Fact(company, "distributed", film, *unit.extent, "territory-list", 3.0, qualifiers=dict(qualifiers))
            )
    return facts


def sold_of(document: Document, deals: list[Fact], found: list[Fact], spoken_of: End | None) -> list[Fact]:
    """Sales by territory are of the film that the sentence named last, else of the one spoken of before it."""
    told = [fact for fact in found if fact.rule != MENTIONED or spoken_of is None]
    named = sorted(((end.first, end) for fact in told for end in main_ends(fact)), key=lambda entry: entry[0])
    sold = []
    for deal in deals:
        told_before = [end for first, end in named if first <= deal.first]
        right_after = [end for first, end in named if _is_behind(document, deal.last, first, is_first=not told_before)]
        before = right_after or told_before
        film = before[-1] if before else spoken_of or next((end for _, end in named), None)
        film = film if deal.object.is_open else deal.object
        if film:
            sold.append(replace(deal, object=film))
    return sold


def _is_behind(document: Document, last: int, first: int, *, is_first: bool) -> bool:
    """Tell whether a film's title follows its sale: right away, or as what rights are to, "to the drama TITLE"."""
    if not 0 <= first - last <= _FAR or (not is_first and _AND.search(document.text, last, first)):
        return False  # "sold TITLE to Spain (BUYER), and TITLE to …"
    return first - last <= _ON_TITLE or _RIGHTS_TO.fullmatch(document.text, last, first) is not None


def from_slate(document: Document, facts: list[Fact], seller: End | None) -> list[Fact]:
    """A sales company whose deals an article tells sells each film of which it names a buyer and a territory.

    Somebody's previous film is another company's.
    """
    if seller is None:
        return []
    own = {fact.object.what for fact in facts if fact.predicate == "sold"}
    deals = {
        fact.object.what: fact
        for fact in facts
        if fact.predicate == "distributed" and (fact.qualifiers.get("territory") or fact.rule in _DEALS)
        if isinstance(fact.object.what, Mention) and fact.object.what not in own and fact.subject.what != seller.what
        if not _PREVIOUS.search(document.text, max(0, fact.object.first - _BEFORE), fact.object.first)
    }
    return [Fact(seller, "sold", deal.object, deal.first, deal.last, FROM_SLATE, 2.0) for deal in deals.values()]


def _in_brackets(document: Document, part: Sentence, film: End) -> list[Fact]:
    text = document.text
    if text.find("(", part.first, part.last) < 0:
        return []
    asides = [found.span() for found in ASIDE.finditer(text, part.first, part.last)]
    facts: list[Fact] = []
    for found in BRACKETS.finditer(text, part.first, part.last):
        if any(first <= found.start() < last for first, last in asides) or _is_partner(text, part, found.start()):
            continue
        land = found["land"].strip()
        codes = [code for part in (land, *land.split(" and ")) if (code := countries().code(part))][:2]
        codes = codes[:1] if countries().code(land) else codes
        if not codes and land.casefold() not in words("trade", "regions"):
            continue
        own = _sold_to(text, part, found.start())
        region = None if codes else territory_of(land, *found.span("land"))
        places = [End(Mention("Country", countries().name(code)), *found.span("land")) for code in codes]
        places += [region] if region else []
        if " and " in land:
            places += listed_before(text, part.first, found.start())
        places += beside_territory(text, max(part.first, found.start() - _LONGEST_TITLE), found.start("land"))
        at = found.start("company")
        for name in BUYERS_JOIN.split(found["company"]):
            name = name.strip()
            first = text.index(name, at)
            at = first + len(name)
            if not (name[:2].lower() != name[:2] or name[:1].isdigit()) or not any(map(str.isalpha, name)):
                continue
            company = thing(name, "Company", first, at)
            facts += [
                Fact(company, "distributed", own or film, *found.span(), "territory-deal", 3.0, qualifiers=qualifiers)
                for qualifiers in [{"territory": place} for place in places] or [{}]
            ]
    return facts


def _is_partner(text: str, part: Sentence, at: int) -> bool:
    """Tell whether what a sentence said last before a place is who makes a film, and not who buys it."""
    made = [hit.end() for hit in _MADE.finditer(text, part.first, at)]
    return bool(made) and not _SALE.search(text, made[-1], at)


def _sold_to(text: str, part: Sentence, at: int) -> End | None:
    """Give the film that stands right before its territory in a list of several: "TITLE to China"."""
    found = _TITLE_TO.search(text[max(part.first, at - _LONGEST_TITLE) : at])
    first = max(part.first, at - _LONGEST_TITLE)
    if not found or is_land(found["title"]) or found["title"].split()[0] in _NO_TITLE_START:
        return None
    if found["title"].endswith(",") or is_given_name(fold(found["title"].split()[0])):
        return None  # "sold by NAME, to Spain (BUYER)"
    title, start = without_maker(found["title"]), first + found.start("title")
    return thing(title, "Film", start, start + len(title))


def _listed(text: str, part: Sentence) -> Iterator[_Unit]:
    """Give "BUYER for TERRITORY" where such pairs follow one another, or one follows "to", "with" or "by"."""
    units = sorted([*_units(_FOR, text, part), *_owned(text, part)], key=lambda unit: unit.extent)
    is_of_works = False
    for at, unit in enumerate(units):
        first, last = unit.extent
        row = units[at - 1].extent[1] if at and is_of_works else part.first
        follows_row = at > 0 and _NEXT_BUYER.fullmatch(text, row, first) is not None
        is_of_works = _BOUGHT.search(text, part.first, first) is not None or (is_of_works and follows_row)
        if is_of_works:
            continue  # "BUYER has bought TITLE for Norway and TITLE for Denmark"
        if _is_partner(text, part, first):
            continue  # "in co-production with COMPANY in France, COMPANY in Spain"
        follows = at > 0 and _NEXT_BUYER.fullmatch(text, units[at - 1].extent[1], first)
        precedes = at + 1 < len(units) and _NEXT_BUYER.fullmatch(text, last, units[at + 1].extent[0])
        if follows or precedes or _BEFORE_ONE.search(text, part.first, first):
            yield unit


def _is_list(text: str, part: Sentence) -> bool:
    """Tell whether a sentence lists two buyers with their territories: most have not even the words for it."""
    could_be = len(_LINK.findall(text, part.first, part.last)) > 1 or _BUYERS.search(text, part.first, part.last)
    return bool(could_be) and len(list(_listed(text, part))) > 1


def _owned(text: str, part: Sentence) -> Iterator[_Unit]:
    if not _BUYERS.search(text, part.first, part.last) or _MADE.search(text, part.first, part.last):
        return
    for found in _OWNED.finditer(text, part.first, part.last):
        # "… in Colombia and Norway’s Ocean": the first country is another buyer's.
        land = found["land"] if countries().code(found["land"]) else found["land"].rpartition(" and ")[2]
        if countries().code(land):
            first, last = found.span("company")
            yield _Unit(
                (first, last - found["company"].endswith(".")),
                ((land, found.end("land") - len(land), found.end("land")),),
            )


def _taken(text: str, part: Sentence) -> Iterator[_Unit]:
    took = list(_units(_BUYER_TOOK, text, part))
    yield from took
    if took:
        yield from _gapped(text, part, took[0].extent[1])
    if not _MADE.search(text, part.first, part.last):
        yield from _placed(text, part)
    for found in _RIGHTS_OF.finditer(text, part.first, part.last):
        lands = _nations(text, *found.span("nation"))
        if lands and not is_land(found["company"]):
            yield _Unit(found.span("company"), lands)
    starts = [(at, _TO_BUYER) for at in _openings(text, part)]
    starts += [(found.end(), _RELEASED_BY) for found in _IN_LAND.finditer(text, part.first, part.last)]
    for at, verbs in starts:
        lands = tuple(_lands(text, at, part.last))
        verb = verbs.match(text, lands[-1][2], part.last) if lands else None
        owner = _OWNER.match(text, verb.end(), part.last) if verb else None
        buyer = _BUYER.match(text, owner.end(), part.last) if owner else None
        if buyer and not is_land(buyer["company"]):
            first, last = buyer.span("company")
            at_stop = buyer["company"].endswith(".") and not text[last : part.last].strip()
            yield _Unit((first, last - at_stop), lands)


def _homes(text: str, part: Sentence, film: End) -> Iterator[Fact]:
    """Give the buyers in brackets behind the films for which one was found in a country."""
    found = _HOME.search(text, part.first, part.last)
    code = found and (countries().code(found["land"]) or countries().code_of_demonym(found["land"]))
    if not found or not code:
        return
    land = End(Mention("Country", countries().name(code)), *found.span("land"))
    for hit in _ALONE.finditer(text, found.end(), part.last):
        company = thing(hit["company"], "Company", *hit.span("company"))
        yield Fact(company, "distributed", film, *hit.span(), "territory-list", 3.0, qualifiers={"territory": land})


def _placed(text: str, part: Sentence) -> Iterator[_Unit]:
    """Give "BUYER (TERRITORY)", of which a list has two at least."""
    units = []
    for found in _WHERE.finditer(text, part.first, part.last):
        lands = tuple(_lands(text, found.start("land"), found.end("land")))
        if lands and lands[-1][2] == found.end("land") and not is_land(found["company"]):
            units.append(_Unit(found.span("company"), lands))
    if units:  # "to COMPANY (Spain), COMPANY (Japan) and COMPANY for Norway"
        units = sorted([*units, *_units(_FOR, text, part)], key=lambda unit: unit.extent)
    for at, unit in enumerate(units):
        follows = at > 0 and _NEXT_PLACED.fullmatch(text, units[at - 1].extent[1], unit.extent[0])
        precedes = at + 1 < len(units) and _NEXT_PLACED.fullmatch(text, unit.extent[1], units[at + 1].extent[0])
        if follows or precedes:
            yield unit


def _gapped(text: str, part: Sentence, after: int) -> Iterator[_Unit]:
    """Give "BUYER TERRITORY" behind a buyer that took one: "A took Spain, B the UK and C Germany"."""
    for found in _BARE.finditer(text, after, part.last):
        lands = tuple(_lands(text, found.end(), part.last))
        if lands and not is_land(found["company"]):
            yield _Unit(found.span("company"), lands)


def _openings(text: str, part: Sentence) -> Iterator[int]:
    """Give where a clause of a sentence may begin with its territories."""
    yield part.first
    for found in _OPENS.finditer(text, part.first + 1, part.last):
        yield found.start()


def _nations(text: str, first: int, last: int) -> tuple[tuple[str, int, int], ...]:
    """Give the countries of a list of demonyms, by their names; nothing where one of the words is none."""
    found = []
    for hit in re.finditer(r"[^\s,/]+", text[first:last]):
        if hit.group() == "and":
            continue
        code = countries().code_of_demonym(hit.group()) or countries().code(hit.group())
        if code is None:
            return ()
        found.append((countries().name(code), first + hit.start(), first + hit.end()))
    return tuple(found)


def _released(text: str, part: Sentence) -> Iterator[_Unit]:
    out = _OUT.search(text, part.first, part.last)
    if not out:
        return
    for found in _IN_BY.finditer(text, out.end(), part.last):
        made = max([hit.end() for hit in _MADE.finditer(text, out.end(), found.start())], default=0)
        again = max([hit.end() for hit in _OUT.finditer(text, out.start(), found.start())], default=0)
        if made < again and is_land(found["land"]):
            first, last = found.span("company")
            yield _Unit((first, last - found["company"].endswith(".")), ((found["land"], *found.span("land")),))


def _units(pattern: re.Pattern[str], text: str, part: Sentence) -> Iterator[_Unit]:
    at = part.first
    while found := pattern.search(text, at, part.last):
        lands = tuple(_lands(text, found.end(), part.last))
        if lands and not is_land(found["company"]):
            yield _Unit(found.span("company"), lands)
            at = lands[-1][2]
        else:
            at = found.start() + 1


def _lands(text: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """Give the territories that begin at an offset, as far as a list of them goes."""
    while True:
        found = _LAND.match(text, first, last)
        if not found:
            return
        parts = found["land"].split(" ")
        tries = (n for k in range(len(parts), 0, -1) for n in (" ".join(parts[:k]), " ".join(parts[:k]).rstrip(".")))
        name = next((n for n in tries if is_land(n)), None)
        if name is None:
            return
        start = found.start("land")
        yield name, start, start + len(name)
        ahead = NEXT_LAND.match(text, start + len(name), last)
        if not ahead:
            return
        first = ahead.end()
