"""What phrases mean in running prose: partners that only lend their name, shoots to come, companies that release."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.facts import WORKS, is_work, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.record.minority import is_minority
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.article.pagetag import PageTag
    from kg.extract.facts import Fact

__all__ = ["as_meant", "in_two", "is_meant", "is_of_house", "on_release"]

_ASSOCIATED = re.compile(r"(?:in association|hand in hand|in league) with\b")
# "The sidebar wraps with TITLE"
_ENDS_WITH = re.compile(r"wraps? (?:up )?with\b")
# "NOK 4 million in production funding"
_OF_MONEY = re.compile(
    r"\s(?:funding|support|grants?|money|costs?|aid|subsid(?:y|ies)|financ\w+|design|services|values?)\b"
)
_MONTHS = words("names", "months")
_BEGINS = re.compile(r"\b(?:starts|begins|gets|kicks off|goes|start|begin|kick off|roll|turn|starting|beginning)\b")
_SOON = re.compile(
    r"[^.;:]{0,30}?\b(?:in|on|from|at the (?:start|end|beginning) of|early|late|mid|next|as of|of)[\s-]"
    r"(?:[\w-]+\s){0,2}?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|week|month|spring|summer|"
    r"autumn|fall|winter|year)\b(?!\s\d{4})"
)
_PAIR = 2
# "NAME's TITLE (COMPANY)": in lists of grants who makes it, in lists of releases who brings it out.
_BEHIND_TITLE = frozenset({"brackets-distributor", "directors-title-in-brackets"})
_FIRMS_BEHIND_TITLE = frozenset({"work-firms", "directors-work-firms"})
_FIRMS_IN_BRACKETS = _FIRMS_BEHIND_TITLE | {"work-by-firms", "directors-title-in-brackets"}
# "the second feature by the director of TITLE, a Polish-Danish co-production": that is not what TITLE is.
_MAKER_OF = re.compile(r"\b(?:directors?|makers?|authors?|duo|filmmakers?) (?:of|behind) [“\"‘]?$")
_WORKED_WITH = re.compile(
    r"\b(?:written|directed|produced|developed|made|shot|scripted|penned) (?:together |jointly )?with $"
)
_FOR_SALES = re.compile(
    r"\s(?:(?:for|of|as|the|world|international|worldwide|global|foreign) ){0,4}(?:sales|rights|distribut)"
)
# "which COMPANY will launch for sales at the market"
_LAUNCHES = "company-distributes"
_CRAFTS = frozenset({
    "directed", "starredIn", "wrote", "produced", "photographed", "composed", "edited", "coProduced",
})  # fmt: skip
_JURY = re.compile(
    r"\b(?:[Jj]ur(?:y|ies|ors?)\b[^.;]{0,80}\b(?:compos|compris|consist|made up|includ|chair|head|presid|led by|"
    r"members?|featur)|(?:honorary|[Ll]ifetime|[Cc]areer)\b[^.;]{0,30}\b(?:[Aa]chievement|[Aa]wards?|prizes?|tribute|[A-Z]\w+)|"
    r"(?:chair|president|head|chairman|chairwoman) of the jury)"
)
_PRODUCED_BY = re.compile(r"\b[Pp]roduced by $")
_OF_FESTIVAL = re.compile(r"\s(?:winner|entry|title|hit|player|opener|contender|premiere|selection)\b")
_STRAND = re.compile(r"\b(?:Works?|Films?|Projects?|Titles?) [Ii]n (?:Development|Progress|Production|Post)")
_OWN_FILMS = frozenset({"person-her-film", "person-her-film-told"})
_BY_OTHER = re.compile(r"\bby (?:[\w-]+ ){0,4}?[A-ZÀ-ÞĀ-Ž][\w’-]+ [A-ZÀ-ÞĀ-Ž][\w’-]+")
_THEN_QUOTED = re.compile(r"\s[“\"‘][A-ZÀ-Þ0-9]")
_CHAIN_BEHIND = frozenset({"title-by-chain", "title-by-co-production-with", "title-several-nations"})
_THEN_NAME = re.compile(r"(?: (?:film|drama|comedy|thriller|feature|documentary|title|project))? [“\"‘]?[A-ZÀ-Þ]")
# "NAME is attached", "are on board as".
_ON_BOARD = frozenset({"attached", "on-board-as", "attached-to-star"})
_AS_PRODUCER = re.compile(
    r"(?: (?:as|a|an|the|its|lead|minority|executive|main|associate))*? "
    r"(?:co-?producers?|producers?|partners?|distributor|seller)\b"
)
_AT_STAGE = re.compile(r"\bin (?:the )?(?:(?:post|pre)-?)?(?:production|development|works|editing)\b", re.IGNORECASE)
_BRACKET_FAR = 80
_IT_FOLLOWS = re.compile(
    r"\b(?:story|film|movie|plot|series|drama|comedy|thriller|documentary|tale|narrative|which|it)\s$", re.IGNORECASE
)
_IN_THE_LEAD = re.compile(r" in (?:the|a) (?:lead|leads|title|leading|main|starring)\b")
_WEEK = re.compile(r" (?:the|his|her|their|its) (?:\w+ )?(?:week|day|month|block|leg|shoot)\b")
_MADE_WITH = re.compile(r"\bco-?production with (?:the )?(?:[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)?[’']s? )?$")
_SHOOT = re.compile(r"\b(?:[Ss]hoot|[Ss]hooting|[Ff]ilming|[Pp]hotography|[Pp]roduction)(?: \w+){0,2} $")
_GOT = frozenset({"passive-got-by", "company-got-directors", "company-got-title", _LAUNCHES})
_BY_HOUSE = re.compile(r"\bby (?:[\w’'-]+ ){0,4}?(?:(?:world |international )?sales (?:\w+ )?|seller )(?=[A-ZÀ-Þ])")
_BOARDED = re.compile(r"\b(?:boards?|boarded|boarding)\b")
_LICENSED = re.compile(r"\b(?:licensed|licenses|pre-sold|sold)\b")
_TO_SOMEBODY = re.compile(r"[”\"’']?(?:,[^;:()]{3,80},)? to (?=[A-ZÀ-Þ])")
_YEAR_LAST = re.compile(r",\s(?:19|20)\d\d\)")
_CREW_BEFORE = re.compile(
    r"\b(?:cinematographer|dop|director of photography|composer|editor|screenwriter|scriptwriter|co-writer|"
    r"production designer|costume designer|sound designer|producer)s?\s$",
    re.IGNORECASE,
)
# What these say of one word that is no surname named before is rather said of a title's end, or a place.
_NEED_FULL_NAMES = frozenset({"person-her-film", "wins-with"})
_EXECUTIVE = re.compile(r"\b[Ee]xec(?:utive|\.)?[ -]$")
_OF_RIGHTS = frozenset(
    {"acquired-rights", "got-rights-work", "got-rights-directors", "got-rights-from", "company-got-title"}
)
_ABROAD = re.compile(
    r"\b(?:world|international|foreign|overseas|export|sales) (?:sales )?rights\b|"
    r"\b(?:world|international|foreign|overseas|global|worldwide) sales\b"
)
_OF_FIRM = re.compile(r"(?P<person>[^\W\d_][\w’'.-]+(?: [^\W\d_][\w’'.-]+){1,2}) (?:of|from|at) (?P<firm>[^\W_].+)")
_THEN_TITLE = re.compile(r"(?<![.!?])\s[“\"‘A-ZÀ-Þ]")
_THEN_PRESENTS = re.compile(
    r"\s(?:(?:also|then) )?(?:presents?|returns?|brings?|unveils?|competes?|takes? part|comes?|delivers?|"
    r"shows?|arrives?)\b"
)
_OTHER_BETWEEN = re.compile(r"[’']s? [A-ZÀ-Þ][\w-]*, and ")
_SOMEBODY = re.compile(r"[A-ZÀ-Þ][\w’-]+\s$")
_RELEASED = re.compile(r"\b(?:[Rr]eleased|[Dd]istributed|[Ll]aunched|[Oo]ut) this\b")
_BEHIND_JOIN = re.compile(r"\b(?:with|for|in)\s$")
_WITH_NATIONS = frozenset({"co-production-between", "production-with-country", "made-with-participation"})
_PRODUCER_BEFORE = re.compile(r"\bproducers?\s$")
# What a page's tag says of news that are about films in the making.
_OF_MAKING = frozenset({"production", "funding"})
_BEST = re.compile(r"\bBest\b")
_RELEASES = re.compile(
    r"\b(?:hit(?:s|ting)?|on|new on|out on|in|to) (?:[\w-]+ ){0,2}(?:screens|cinemas|theatres)\b|\breleases\b|"
    r"\bnew (?:films|releases)\b"
    r"(?=.{0,60}\b(?:cinemas|theatres|theaters|screens|week|weekend|today|wednesday|friday)\b)|"
    r"\bbox office\b",
    re.IGNORECASE,
)


def on_release(document: Document, lines: list[tuple[int, int, int]], tag: PageTag | None) -> bool:
    """Tell whether an article is about films on their way to cinemas: its headline or the page's own tag says so."""
    if not lines:
        return False
    _, first, last = lines[0]
    if tag is not None and not tag.is_release and tag.categories & _OF_MAKING:
        return False
    return (tag is not None and (tag.is_release or tag.is_box_office)) or bool(
        _RELEASES.search(document.text, first, last)
    )


def as_meant(document: Document, fact: Fact, is_on_release: bool) -> Fact:
    """Give a fact as prose means it: in its own time, and with the company in brackets in its own role."""
    if is_on_release and fact.rule in _BEHIND_TITLE and fact.predicate == "produced":
        return replace(fact, predicate="distributed")
    if fact.predicate == "distributed" and fact.rule in _GOT and _is_seller(document, fact):
        return replace(fact, predicate="sold")
    if fact.rule == "title-several-nations" and _MAKER_OF.search(
        document.text, max(0, fact.subject.first - 30), fact.subject.first
    ):
        return replace(fact, subject=replace(fact.subject, what="FILM", last=fact.subject.first), main="")
    if fact.predicate == "produced" and fact.rule in _FIRMS_IN_BRACKETS and is_minority(document, fact.first):
        return replace(fact, predicate="coProduced")
    if fact.predicate == "directed" and "directors" in fact.rule:
        before = document.text[max(0, fact.subject.first - 20) : fact.subject.first]
        if _PRODUCER_BEFORE.search(before):
            return replace(fact, predicate="produced")  # "producer NAME’s TITLE"
    return _in_time(document, fact)


def _is_house_and_person(fact: Fact) -> bool:
    """Tell whether the owner of a title is nobody by name, and the title a given name with another word behind."""
    who, work = fact.subject.what, fact.object.what
    if not isinstance(who, Mention) or not isinstance(work, Mention):
        return False
    name, title = fold(who.name).split(), fold(work.name).split()
    return len(name) > 1 and not is_given_name(name[0]) and len(title) == _PAIR and is_given_name(title[0])


def _is_seller(document: Document, fact: Fact) -> bool:
    """Tell whether who has got a film is who sells it: "has boarded TITLE", "licensed TITLE to COMPANY for LAND"."""
    said = document.text[fact.first : fact.last]
    if fact.rule == _LAUNCHES:
        return _FOR_SALES.match(document.text, fact.last) is not None
    _, stop = document.sentence(fact.first, fact.first + 1)
    return (
        bool(_BOARDED.search(said))
        or bool(_BY_HOUSE.search(said))
        or bool(_LICENSED.search(said) and _TO_SOMEBODY.match(document.text, fact.last, stop))
    )


# A cast, as far as one of its names.
_CAST_BEFORE = re.compile(
    r"(?:\b[Ss]tarring|\b[Ff]eaturing|\b[Tt]oplining|, with) "
    r"(?:(?:[A-ZÀ-Þ][\w’'.-]* ?){1,4}(?:, | and |, and | ?$))*$"
)
_CAST_FAR = 120
# Who runs a company, behind it.
_HEADED_BY = re.compile(
    r"\b(?:team|company|outfit|agency|house|firm|seller|agent|structure|label),? "
    r"(?:headed|led|run|steered|supervised|managed|overseen|directed) by (?:[a-z]+ )?$"
)
_COMPANY_BEFORE = re.compile(
    r"\b(?:agent|agency|company|outfit|house|seller|vendor|firm|distributor|banner|label|studio|fund) "
    r"(?:[A-ZÀ-Þ0-9][\w&+’'.-]* ?){1,5} ?$"
)


def is_meant(document: Document, fact: Fact, surnames: frozenset[str] = frozenset()) -> bool:
    """Leave out partners "in association with" whom something is made (in prose money more than work), and months.

    Neither is "TITLE (Translation, 1992)" told of a company, nor "in PLACE, she made her first film" of somebody.
    """
    if fact.rule in _FIRMS_BEHIND_TITLE and fact.predicate == "produced" and _is_translation(document, fact):
        return False
    if (fact.predicate == "starredIn" or fact.rule == "at-the-helm") and _CREW_BEFORE.search(
        document.text, max(0, fact.subject.first - 40), fact.subject.first
    ):
        return False
    if fact.predicate == "directed" and "directors" in fact.rule and _is_house_and_person(fact):
        return False  # "COMPANY’s NAME is producing"
    if fact.rule == "follows-up-on" and _IT_FOLLOWS.search(document.text, max(0, fact.first - 20), fact.first):
        return False  # "The story follows Ida"
    work = fact.object if isinstance(fact.object.what, Mention) else fact.subject
    if work.last and _MADE_WITH.search(document.text, max(0, work.first - 50), work.first) and is_work(work):
        return False  # "a co-production with Latvia’s COMPANY, directed by NAME"
    if fact.rule == "nation-of-several" and _is_of_other_nation(document, fact):
        return False  # "Danish actors NAME and NAME, Dutch actor NAME"
    if fact.predicate == "directed" and _IN_THE_LEAD.match(document.text, fact.object.last):
        return False  # "NAME is back behind the camera, with NAME in the lead"
    if fact.predicate == "stage" and _WEEK.match(document.text, fact.last):
        return False  # "is finishing the fifth week of the shoot"
    if _is_short_story(document, fact):
        return False
    if fact.predicate == "setIn" and _SHOOT.search(document.text, max(0, fact.first - 30), fact.first):
        return False  # "The shoot takes place in PLACE"
    if fact.rule == "attached" and _FOR_SALES.match(document.text, fact.last):
        return False  # "COMPANY is on board for world sales"
    if fact.rule == "known-title-with" and _WORKED_WITH.search(
        document.text, max(0, fact.subject.first - 30), fact.subject.first
    ):
        return False  # "TITLE, co-written with NAME"
    if fact.rule == "title-went-to" and document.text.startswith("Best ", fact.object.first):
        return False  # "the prize for Best Actor went to NAME"
    if fact.rule == "grant-picked-up-for" and _BEST.search(document.text, fact.first, fact.last):
        return False
    if fact.object.what == "FILM" and fact.predicate in _CRAFTS and _is_of_jury(document, fact):
        return False
    if fact.predicate == "distributed" and fact.object.what == "FILM" and document.text.startswith(": ", fact.last):
        return False  # "three films that will be released by COMPANY: TITLE"
    if fact.predicate == "directed" and _is_of_cast(document, fact):
        return False  # "starring NAME and NAME, and NAME’s TITLE"
    if is_of_house(document, fact):
        return False  # "sales agency COMPANY (directed by NAME)", "the team headed by NAME has sold"
    if fact.rule in _CHAIN_BEHIND and _THEN_NAME.match(document.text, fact.last):
        return False  # "TITLE by NAME, the Polish-Danish co-production OTHER TITLE"
    if fact.rule in _ON_BOARD and _AS_PRODUCER.match(document.text, fact.last):
        return False  # "COMPANY is attached as co-producer"
    if fact.rule == "seen-in-known" and _AT_STAGE.search(document.text, fact.subject.last, fact.object.first):
        return False  # "NAME is in post-production with TITLE"
    if fact.predicate == "directed" and _is_behind_bracket(document, fact):
        return False  # "NAME (Letter to Sofia) is back with TITLE"
    who = fact.subject.what
    is_word = isinstance(who, Mention) and " " not in who.name and fold(who.name) not in surnames
    if fact.rule in _NEED_FULL_NAMES and is_word:
        return False
    if fact.predicate == "produced" and _EXECUTIVE.search(document.text, max(0, fact.first - 12), fact.first):
        return not document.text.startswith("roduc", fact.first + 1)  # "executive producers are NAME and NAME"
    if (
        fact.rule in _OF_RIGHTS
        and fact.predicate == "distributed"
        and _ABROAD.search(document.text, fact.first, fact.last)
    ):
        return False  # who has acquired international rights sells them
    if fact.rule in ("title-possessive", "directors-sequel") and _THEN_TITLE.match(document.text, fact.last):
        return False  # "TITLE (Spain), NAME’s debut OTHER TITLE"
    if fact.rule in _WITH_NATIONS and document.text.startswith(("’s ", "'s "), fact.object.last):
        return False  # "a co-production between Iceland’s COMPANY and COMPANY"
    if fact.predicate == "directed" and _PRODUCED_BY.search(
        document.text, max(0, fact.subject.first - 14), fact.subject.first
    ):
        return False  # "Produced by NAME’s COMPANY, TITLE"
    if fact.rule == "won-best-director-title" and _is_no_full_name(fact):
        return False  # "NAME’s TITLE wins best film, with OTHER TITLE taking best director"
    if fact.rule == "somebodys-follow-up" and _OF_FESTIVAL.match(document.text, fact.last):
        return False  # "NAME’s follow-up to Oslo Nights winner OTHER TITLE"
    if fact.predicate == "stage" and _STRAND.search(document.text, max(0, fact.first - 9), fact.last):
        return False  # "the Works in Development award"
    if fact.rule in _OWN_FILMS and _BY_OTHER.search(document.text, fact.subject.last, fact.object.first):
        return False  # "NAME, and OTHER TITLE by NAME, whose first film TITLE"
    if fact.rule == "quoted-possessive-work" and _THEN_QUOTED.match(document.text, fact.last):
        return False  # "“TITLE,” NAME’s drama “OTHER TITLE”"
    if fact.rule == "person-her-film" and _BEHIND_JOIN.search(document.text, max(0, fact.first - 6), fact.first):
        return False  # "NAME, who won a prize with OTHER TITLE, is shooting her TITLE"
    if fact.rule == "directors-work" and _OTHER_BETWEEN.match(document.text, fact.subject.last, fact.object.first):
        return False  # "NAME’s TITLE, and Polish title OTHER TITLE"
    if fact.rule == "has-written-script-with" and _SOMEBODY.search(document.text, max(0, fact.first - 30), fact.first):
        return False  # "NAME wrote the script with NAME": not the director alone
    if fact.rule == "this-by" and _RELEASED.search(document.text, max(0, fact.first - 12), fact.first + 4):
        return False  # "Released this Wednesday by NAME"
    if fact.rule == "nation-director" and _THEN_PRESENTS.match(document.text, fact.last):
        return False  # "…, while Italian director NAME presents TITLE"
    if fact.rule == "is-co-producing" and document.text.startswith(" by ", fact.last):
        return False  # "shot in PLACE is co-produced by"
    if fact.predicate == "coProduced" and _ASSOCIATED.match(document.text, fact.first):
        return False
    if fact.predicate == "stage" and (
        _ENDS_WITH.match(document.text, fact.first)
        or (fact.object.what == Value("shooting") and _OF_MONEY.match(document.text, fact.last))
    ):
        return False
    ends = (fact.subject.what, fact.object.what)
    return not any(isinstance(what, Mention) and what.type in WORKS and fold(what.name) in _MONTHS for what in ends)


def in_two(found: list[Fact]) -> list[Fact]:
    """Tell a person from their company where a phrase took both for one: "produced by NAME of COMPANY"."""
    done = []
    for fact in found:
        what = fact.subject.what
        hit = _OF_FIRM.fullmatch(what.name) if isinstance(what, Mention) and what.type == "Company" else None
        if hit is None or not is_given_name(hit["person"].split()[0]):
            done.append(fact)
            continue
        first, last = fact.subject.first, fact.subject.last
        person = thing(hit["person"], "Person", first, first + len(hit["person"]))
        firm = thing(hit["firm"], "Company", last - len(hit["firm"]), last)
        done += [replace(fact, subject=person), replace(fact, subject=firm)]
    return done


def _is_short_story(document: Document, fact: Fact) -> bool:
    """Tell whether a fact takes "a short story by NAME" for a short film, or for a script."""
    if fact.predicate == "genre":
        return fact.object.what == Value("short") and document.text.startswith(" stor", fact.last)
    return fact.rule == "script-by" and document.text.endswith("short ", 0, fact.first)


def _is_of_other_nation(document: Document, fact: Fact) -> bool:
    """Tell whether a list that a nation opens comes to another one before it names somebody."""
    words_ = document.text[fact.first : fact.subject.first].split()
    nations = [code for word in words_ for code in [countries().code_of_demonym(word.strip("(),"))] if code]
    return len(set(nations)) > 1


def _is_no_full_name(fact: Fact) -> bool:
    """Tell whether a fact's person is one word, or what somebody owns."""
    name = fact.subject.what.name if isinstance(fact.subject.what, Mention) else ""
    return " " not in name or "’s " in name or "'s " in name


def _is_of_cast(document: Document, fact: Fact) -> bool:
    """Tell whether somebody before a title is of the cast of another one: the last of the names alone owns it."""
    text, one = document.text, fact.subject
    if not isinstance(one.what, Mention) or one.last > fact.object.first or text.startswith(("’", "'"), one.last):
        return False
    return _CAST_BEFORE.search(text, max(0, one.first - _CAST_FAR), one.first) is not None


def is_of_house(document: Document, fact: Fact) -> bool:
    """Tell whether a fact takes those who run a company for makers of the film, or for the company."""
    text, at = document.text, fact.subject.first
    if fact.predicate in ("sold", "distributed"):
        return _HEADED_BY.search(text, max(0, at - 40), at) is not None
    if fact.predicate not in ("directed", "produced"):
        return False
    opened = text.rfind("(", max(0, at - _BRACKET_FAR), at)
    is_open = opened >= 0 and ")" not in text[opened:at] and text.endswith(" by ", opened, at)
    return is_open and _COMPANY_BEFORE.search(text, max(0, opened - _BRACKET_FAR), opened) is not None


def _is_of_jury(document: Document, fact: Fact) -> bool:
    """Tell whether the sentence of a fact tells who sat on a jury, or whom a festival honours for a life's work."""
    first, last = document.sentence(fact.first, fact.first + 1)
    return _JURY.search(document.text, first, last) is not None


def _is_behind_bracket(document: Document, fact: Fact) -> bool:
    """Tell whether a person stands in a bracket that closes before the film that he or she would have made."""
    one, work = fact.subject, fact.object
    if not isinstance(one.what, Mention) or not one.last or one.last > work.first:
        return False
    opened = document.text.rfind("(", max(0, one.first - _BRACKET_FAR), one.first)
    closed = document.text.find(")", one.last, work.first)
    return opened >= 0 and closed >= 0 and ")" not in document.text[opened : one.first]


def _is_translation(document: Document, fact: Fact) -> bool:
    """Tell whether a bracket behind a title in quotation marks closes with a year."""
    is_quoted = document.text[fact.object.last : fact.object.last + 1] in ("”", '"')
    return is_quoted and bool(_YEAR_LAST.match(document.text, fact.subject.last))


def _in_time(document: Document, fact: Fact) -> Fact:
    """A shoot that "begins in May" has not begun: a present tense with a date tells of what is to come."""
    if fact.predicate != "stage" or fact.object.what != Value("shooting"):
        return fact
    begins = _BEGINS.search(document.text, fact.first, fact.last)
    dated = begins and _SOON.match(document.text, fact.last)
    return replace(fact, object=replace(fact.object, what=Value("pre-production"))) if dated else fact
