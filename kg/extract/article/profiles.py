"""Profiles: an article on one production company tells the films that the company has made and those it has in hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.producer_credits import is_own
from kg.extract.facts import Fact, thing
from kg.extract.names import fold
from kg.extract.news import main_ends, sentences
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End

__all__ = ["company_of_talk", "made_by_profiled", "profiled_company", "without_owner"]

_HEAD = 5
_NAME = r"(?P<name>[A-ZÀ-Þ0-9][^\s,;:()“”\"]*(?:\s(?:[A-ZÀ-Þ0-9&+][^\s,;:()“”\"]*|de|du|des|of|films?)){0,4}?)"
_KIND = r"(?:[\w-]+ ){0,4}(?:production )?(?:company|outfit|house|banner|label|shingle|studio|collective|producer)\b"
# "Founded in 2015 by …, Oslo-based NAME has", "NAME was set up in 2015", "NAME, the Oslo production company,".
_TOLD = (
    re.compile(
        r"(?:Founded|Set up|Established|Created|Launched|Formed|Started)\b[^.]{4,160}?, "
        rf"(?:the )?(?:[A-ZÀ-Þ][\w-]*-based )?(?:[a-z]+ ){{0,3}}{_NAME} "
        r"(?=(?:has|is|was|now|produces|makes|made|grew|became|began|started|focuses|specialises|counts)\b)"
    ),
    re.compile(
        rf"{_NAME},? (?:which )?(?:was|is) (?:a \w+ {_KIND} )?"
        r"(?:founded|set up|established|created|launched|formed|started) (?:in|by)\b"
    ),
    re.compile(rf"{_NAME} is an? {_KIND}"),
    re.compile(rf"{_NAME} is one of (?:the )?[^.;]{{3,80}}? (?:production )?(?:companies|outfits|houses)\b"),
    # "Norwegian production company NAME has unveiled a slate"
    re.compile(
        rf"production (?:company|outfit|house|banner) {_NAME} (?:has |have |is |will )?(?:just |also )?"
        r"(?:unveil|announc|reveal|present|launch|lin(?:es|ing|ed) up|set out)\w*"
    ),
    # "Oslo-based NAME, the outfit behind TITLE"
    re.compile(
        rf"{_NAME}, (?:the|an?) (?:[\w-]+ ){{0,4}}(?:company|outfit|house|banner|label|shingle|studio) behind\b"
    ),
    re.compile(
        rf"(?:production company|company|outfit|banner) {_NAME}"
        r"(?=, (?:headed|run|led|founded|set up|owned)\b| is celebrating\b)"
    ),
    # "producer NAME set up COMPANY in 2008"
    re.compile(
        r"(?:(?P<who>[A-ZÀ-Þ][\w’-]{1,30} [A-ZÀ-Þ][\w’-]{1,30}|[Hh]e|[Ss]he) )?\b"
        r"(?:set up|founded|co-founded|established|created|launched|formed|started) "
        rf"(?:[\w-]+ ){{0,3}}?{_NAME}"
        r"(?=(?: \([^()]{4,40}\))?,? (?:in (?:19|20)\d\d|together|with|back in|as|whose|which)\b)"
    ),
)
# A headline that says so: "Company Profile: NAME, Estonia", or "of the Month".
_DECLARED = re.compile(
    r"(?<![Ss]ales )(?<![Dd]istribution )(?:\b[Cc]ompany (?:[Pp]rofile|[Oo]f the [Mm]onth|[Ff]ocus|[Ii]n [Ff]ocus)|"
    r"\b[Pp]roduction [Cc]ompany)[^:]{0,30}: "
    rf"{_NAME}(?=$|, [A-ZÀ-Þ]| [(–-])"
)
# "Producers to know: NAME (Netherlands)", one of a series of profiles.
_ONE_OF_SERIES = re.compile(
    r"\b(?:[Pp]roducers?|[Cc]ompan(?:y|ies)|[Oo]utfits?|[Oo]nes?|[Pp]roduction (?:companies|houses)) to "
    rf"(?:know|watch|follow|meet)\b[^:]{{0,30}}: {_NAME}(?=$|, [A-ZÀ-Þ]| [(–-])"
)
# What is told of films that the company made or makes.
_MADE = re.compile(
    r"\b(?:its|their|the (?:company|outfit|banner|label|studio|producers|duo|pair)|it|they|we|slate|line-?up|"
    r"the two|first up|next up|up next|then came|broke through|followed|next|"
    r"credits|catalogue|filmography|portfolio|produced|producing|productions?|such as|"
    r"incoming|upcoming|forthcoming|in the pipeline|"
    r"in development|in the works|as (?:a )?co-?producers?|in post|works? on|co-?productions?|dir)\b",
    re.IGNORECASE,
)
_OF_TALK = re.compile(
    r"\s•\s+(?:[\w/ -]+ (?:and|&) )?[Pp]roducers?(?: (?:and|&) [\w -]+)?, (?P<name>[A-ZÀ-Þ0-9][^,;:•\n]{1,50})$"
)
# "Denmark’s Producer on the Move, NAME, of COMPANY, to discuss"
_OF_MET = re.compile(
    r"[Pp]roducers? on the Move,? [A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){1,3},? (?:of|from) (?:[a-z]+ ){0,2}"
    r"(?P<name>[A-ZÀ-Þ][^\s,;:.]*(?: [A-ZÀ-Þ][^\s,;:.]*){0,3})"
)
# What somebody who is interviewed says of his or her own company.
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
# A sentence on the company that a producer has set up.
_THE_FIRM = re.compile(r"\b(?:[Tt]he (?:company|outfit|banner|label|studio)|[Ii]ts?|there)\b")
_SLATE = re.compile(r"\b(?:slate|projects|productions|line-?up|films)\b")
_ADMIRED = re.compile(
    r"\b(?:love[ds]?|admire[ds]?|saw|seen|watch\w*|inspir\w+|favourite|remember|fans?)\b", re.IGNORECASE
)
_VERB = re.compile(r"\b(?P<co>co-?)?produced\b(?! (?:by|with)\b)")
_NEW_CLAUSE = re.compile(r", (?:will|is|are|has|have|plans)\b")
_PLACED = re.compile(r"^(?:\S+-based )")
_OF_FIRMS = frozenset({"produced", "coProduced"})
_MINORITY = re.compile(
    r"(?<!attached )(?<!on board )(?<!joined )\b(?:minority|[Aa]s (?:a )?co-?producers?|co-?producers? (?:of|on)|"
    r"(?:has|have|[Ii]t|also|[Tt]hey|he|she|we|company|outfit|banner|label|house|firm) co-?produced(?! (?:with|by))|"
    r"(?:was|is|were|as) (?:also )?(?:the|a|its) (?:[A-Z][a-z]+ )?(?:minority )?(?:partner|co-?producer) (?:on|of|in)|"
    r"(?:[Ii]t|[Tt]hey|company|outfit|[Ww]e|[Hh]as|[Hh]ave) (?:also |recently |just )?"
    r"(?:came|come|joined|boarded|jumped) (?:on board|aboard))\b"
)


def profiled_company(
    document: Document, lines: list[tuple[int, int, int]], *, is_of_producer: bool = False
) -> End | None:
    """Give the production company whose profile an article is: its first lines tell how the company came to be.

    `is_of_producer` says that the article portrays one producer, whom "she set up Sund Film" means.
    """
    if not lines:
        return None
    text = document.text
    headline = text[slice(*lines[0][1:])]
    if declared := _DECLARED.search(text, *lines[0][1:]):
        return thing(declared["name"], "Company", *declared.span("name"))
    series = _ONE_OF_SERIES.search(text, *lines[0][1:])
    if series and not _is_person(text, series["name"]):
        return thing(series["name"], "Company", *series.span("name"))
    for _, first, last in lines[1 : _HEAD * 2 if is_of_producer else _HEAD]:
        for told in _TOLD:
            hit = told.search(text, first, last)
            name = _PLACED.sub("", hit["name"]) if hit else ""
            founder = (hit.groupdict().get("who") or "") if hit else ""
            is_hers = founder.casefold() in ("he", "she") and is_of_producer
            if hit and (name.split()[0] in headline or is_hers or (founder and founder in headline)):
                return thing(name, "Company", hit.end("name") - len(name), hit.end("name"))
    return None


def _is_person(text: str, name: str) -> bool:
    founds = rf"\b[Pp]roducer {re.escape(name)}\b|\b{re.escape(name)} (?:co-)?(?:founded|set up|created|launched)\b"
    return is_given_name(fold(name.split()[0])) or re.search(founds, text) is not None


def company_of_talk(document: Document, lines: list[tuple[int, int, int]]) -> End | None:
    """Give the company of the producer whom an article interviews: "NAME • Producer, COMPANY"."""
    for _, first, last in lines[:_HEAD]:
        if hit := _OF_TALK.search(document.text, first, last) or _OF_MET.search(document.text, first, last):
            return thing(hit["name"], "Company", *hit.span("name"))
    return None


def without_owner(company: End, facts: list[Fact]) -> list[Fact]:
    """Leave out that the company of a profile directed: "Oslo’s Sund made its name with"."""
    name = company.what.name if isinstance(company.what, Mention) else ""
    return [
        fact
        for fact in facts
        if fact.predicate != "directed"
        or not isinstance(fact.subject.what, Mention)
        or not isinstance(fact.object.what, Mention)
        or name not in f"{fact.subject.what.name} {fact.object.what.name}"
    ]


def made_by_profiled(
    document: Document,
    company: End,
    lines: list[tuple[int, int, int]],
    facts: list[Fact],
    named: list[Fact],
    *,
    talks: bool = False,
    is_of_producer: bool = False,
) -> list[Fact]:
    """Give the films of the company: those of sentences on its work, unless they say who else made them.

    `named` are facts that only say that a sentence is about a film. Where somebody of the company `talks`, its films
    are those that are said to be "ours".
    """
    directed = sorted(
        {
            end.first: end
            for fact in [*facts, *named]
            for end in ([fact.object] if fact.predicate == "directed" else main_ends(fact))
            if _is_film(end) and not (isinstance(end.what, Mention) and end.what.name == _name(company))
        }.items()
    )
    told = {fact.object.what for fact in facts if fact.predicate in _OF_FIRMS and fact.subject.what == company.what}
    others = {
        fact.object.what
        for fact in facts
        if fact.predicate == "produced"
        and fact.subject.what != company.what
        and _is_firm(fact.subject)
        and not _is_somebody(document, fact.subject)
    }  # who founded the company made its films with it
    name = _name(company)
    found: list[Fact] = []
    at = 0
    for _, first, last in lines[1:]:
        is_on_slate = False
        for part in sentences(document, first, last):
            while at < len(directed) and directed[at][0] < part.first:
                at += 1
            here = [end for start, end in directed[at : at + 40] if start < part.last]
            sentence = document.text[part.first : part.last]
            is_on_slate = is_on_slate or (name in sentence and _SLATE.search(sentence) is not None)
            if is_of_producer and not talks:
                is_theirs = is_on_slate or (part.first > company.last and _THE_FIRM.search(sentence) is not None)
            elif talks:
                is_theirs = _OURS.search(sentence) is not None and not _ADMIRED.search(sentence)
            else:
                is_theirs = _MADE.search(sentence) is not None
            if not here or not (is_theirs or (name in sentence and not talks)):
                continue
            is_minority = _MINORITY.search(sentence) is not None
            for film in here:
                role = _role(document.text[part.first : film.first], is_minority=is_minority)
                if (
                    film.what not in told
                    and is_own(document, part.first, film)
                    and (role == "coProduced" or film.what not in others)
                ):
                    told.add(film.what)
                    found.append(Fact(company, role, film, film.first, film.last, "of-the-profiled", 2.0))
    return found


def _role(before: str, *, is_minority: bool) -> str:
    """Say what the company did for a film: what the last verb before it says, or else the whole sentence."""
    verbs = list(_VERB.finditer(before))
    if verbs and _NEW_CLAUSE.search(before, verbs[-1].end()):
        return "produced"
    is_co = bool(verbs[-1]["co"]) if len(verbs) > 1 else is_minority
    return "coProduced" if is_co else "produced"


def _is_somebody(document: Document, end: End) -> bool:
    """Tell whether a company of one word is the surname of somebody whom the text names in full: "produced by Roth"."""
    name = end.what.name if isinstance(end.what, Mention) else ""
    full = re.compile(rf"\b[A-ZÀ-ÞĀ-Ž][\w’-]+ {re.escape(name)}\b")
    return " " not in name and full.search(document.text) is not None


def _name(company: End) -> str:
    return company.what.name if isinstance(company.what, Mention) else ""


def _is_firm(end: End) -> bool:
    return isinstance(end.what, Mention) and end.what.type != "Person"


def _is_film(end: End) -> bool:
    return isinstance(end.what, Mention) and end.last > end.first
