"""Producers: whom a text calls one, and what somebody like that has made, where others would have directed it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.article.producer_credits import DOES, OF_FIRM
from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["Producers", "in_full", "producers_of"]

_PART = r"(?![\w’-]{2,25}-(?:based|born)\b)[A-ZÀ-ÞĀ-Ž](?:(?![’']s\b)[\w’-]){0,30}+"
_PARTICLE = r"(?:de|del|della|van|von|der|den|da|di|do|dos|du|la|le|el|al|af|ter|ten)"
_NAME = rf"{_PART}(?: (?:{_PARTICLE} )?{_PART}){{1,3}}"
_PRODUCER = (
    r"(?<!line )(?<!service )(?<!music )(?<!xecutive )(?<!ssociate )(?<!field )"
    # "Actor-writer-producer NAME" may as well direct.
    r"(?<!writer[-/])(?<!director[-/])(?<!actor[-/])(?<!actress[-/])(?<!\bas )\b(?:[Cc]o-?)?[Pp]roducers?"
)
_HAS = (
    r"(?:(?:has|have|had|also|already|previously|recently|then|since|later|just|meanwhile|once|,|for example) ?){0,4}"
)
# "producer NAME", "Producers on the Move NAME and NAME", "NAME, a Warsaw-based producer", "NAME produced"
_CALLED = (
    re.compile(rf"{_PRODUCER}(?: [Oo]n [Tt]he [Mm]ove)?(?:,|:| –| is)? (?P<name>{_NAME})(?:,? and (?P<two>{_NAME}))?"),
    re.compile(
        rf"(?P<name>{_NAME}),? (?:• )?(?:is |the |a |an )?(?:[\w-]{{1,25}} ){{0,2}}{_PRODUCER}\b(?! of the series)"
    ),
    re.compile(rf"(?P<name>{_NAME})(?: from [A-ZÀ-Þ]\w{{1,25}})?(?:,|,? who)? {_HAS}(?:co-?)?produced (?!by\b)"),
)
# "NAME runs Sund Film"
_RUNS = re.compile(
    rf"(?P<name>{_NAME}) (?:runs|heads|leads|founded|co-founded|set up|launched|created) "
    rf"(?P<firm>{_PART}(?: {_PART}){{0,3}})"
)
_MAKERS = re.compile(r"\b(?:Films?|Pictures|Productions?|Filmproduktion|Filmes|Produzioni|Produkcija)$")
# Only where all is about producers: "Romania’s NAME", "NAME from Romania", "NAME (Sund Film) pitched"
_LIKELY = (
    re.compile(
        rf"(?P<land>[A-ZÀ-Þ][\w.]{{1,25}})[’']s (?P<name>{_NAME})"
        r"(?=,? (?:who|whose|has|is|was|joins|co-?produced|produced)\b)"
    ),
    re.compile(rf"(?P<name>{_NAME}) (?:from |\()(?:the )?(?P<land>[A-ZÀ-Þ][\w. ]{{1,30}})"),
    re.compile(rf"(?P<name>{_NAME})(?=(?P<does>{OF_FIRM}{DOES}))"),
)
_DIRECTS = (
    r"(?:[Dd]irector|[Ff]ilmmaker|helmer|film-maker|documentarian|auteur|animator|cineaste|documentary-maker)"
    r"(?:[-/ ]producer)?"
)
# Who is called a director, or made a film that is "by" him or her.
_DIRECTOR = (
    re.compile(rf"\b(?:[\w-]{{0,20}}[-/])?{_DIRECTS}s? (?P<name>{_NAME})(?:,? and (?P<two>{_NAME}))?"),
    re.compile(rf"(?P<name>{_NAME}),? (?:is |the |a |an )?(?:[\w-]{{1,25}} ){{0,3}}(?:[\w-]{{0,20}}[-/])?{_DIRECTS}\b"),
    re.compile(
        r"(?<!produced )(?<!owned )(?<!founded )(?<!led )(?<!run )(?<!headed )"
        r"\b(?:by|(?:film|feature|debut|drama|comedy|documentary|thriller|project|title|work) from) "
        r"(?:[A-ZÀ-Þ][\w.]{1,25}[’']s )?"
        rf"(?P<name>{_NAME})"
        rf"(?:,? and (?P<two>{_NAME})(?!,? (?:who|whose|is|was|has|produced|recently|also|previously)\b))?"
    ),
)
_LANDS = frozenset({"U.K.", "UK"})
_GOES_ON = re.compile(
    r",? (?:who |and )?(?:has |have )?(?:recently |also |previously |earlier )?"
    r"(?:(?P<role>(?:is|was|served as|serves as|acted as) (?:an? |the )?(?:co-?)?producer (?:on|of)\b)|"
    r"(?:co-?)?produced\b|(?:is|was) behind\b)"
)
# An article that goes from one producer to the next.
_PROGRAMME = re.compile(r"[Pp]roducers [Oo]n [Tt]he [Mm]ove|[Ee]merging [Pp]roducers|[Pp]roducers to [Ww]atch")
_DIRECTING = re.compile(
    r"\b(?:co-?)?(?:direct|helm|shoots?\b|shooting|shot\b|film(?:ed|s|ing)\b|debut\b)", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"[’']s? ")
_THEIR_CREDITS = re.compile(r"[’']s? (?:[\w-]{1,20} ){0,3}(?:credits|filmography|slate|projects|productions)\b")
_FULL = re.compile(r"\b(?=(?P<given>[A-ZÀ-ÞĀ-Ž][\w-]{1,25}) (?P<surname>[A-ZÀ-ÞĀ-Ž][\w’-]{1,30}))")
_BY_FAR = 16
_MAKING = frozenset({"produced", "coProduced"})
_CO = re.compile(r"\bco-?produc", re.IGNORECASE)
_IN_HEADLINE = re.compile(
    r"\b(?:[Pp]roducers? (?:[Oo]n the [Mm]ove|to [Ww]atch)|[Ee]merging [Pp]roducers?|EAVE|ACE|[Pp]rofile|[Pp]ortrait|"
    r"[Pp]roducer)\b"
)


@dataclass(frozen=True)
class Producers:
    """Those whom a text calls producers, and nowhere directors, by their full names as printed.

    `directors` are those whom it calls directors; `is_about` says that the whole text is on producers, so that
    whoever it does not call a director is one; `profiled` is the one producer whom it portrays.
    """

    names: dict[str, End] = field(default_factory=dict)
    directors: frozenset[str] = frozenset()
    is_about: bool = False
    profiled: End | None = None

    @cached_property
    def by_surname(self) -> dict[str, list[str]]:
        """Their full names by the last word of each."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            found.setdefault(name.rpartition(" ")[2], []).append(name)
        return found

    @cached_property
    def director_surnames(self) -> frozenset[str]:
        """The surnames of the directors."""
        return frozenset(name.rpartition(" ")[2] for name in self.directors)

    @property
    def folded(self) -> frozenset[str]:
        """Their names as the lexicon of people has them."""
        return frozenset(map(fold, self.names))

    @property
    def surnames(self) -> frozenset[str]:
        """The names by which the text goes on to call them."""
        return frozenset(fold(name).split()[-1] for name in self.names)

    @property
    def noted(self) -> list[Fact]:
        """What each of them is, told as facts of no film in particular."""
        return [Fact(end, "produced", End("FILM"), end.first, end.last, "called", 0.0) for end in self.names.values()]

    def full_name(self, name: str) -> str:
        """Give the full name of the one producer whom a name means; "" where it means nobody, or a director."""
        surname = name.rpartition(" ")[2]
        full = self.by_surname.get(surname, ())
        if " " in name:  # "on the Move NAME"
            return next((other for other in full if name == other or name.endswith(f" {other}")), "")
        return full[0] if len(full) == 1 and surname not in self.director_surnames else ""

    def made(self, document: Document, found: list[Fact]) -> list[Fact]:
        """Say of producers that they produced what a sentence, in words that suit many, has them direct."""
        kept = []
        for fact in found:
            who = fact.subject.what
            if isinstance(who, Mention) and (self._is_called(document, fact) or self._is_by(document, fact)):
                continue
            if fact.predicate != "directed" or not isinstance(who, Mention):
                kept.append(fact)
            elif not fact.object.is_open and self._may_produce(who.name) and _is_loose(document, fact):
                co = _CO.search(document.text, max(fact.subject.last, fact.first), fact.object.first)
                kept.append(replace(fact, predicate="coProduced" if co else "produced", rule="film-of-producer"))
            elif not (self.full_name(who.name) and _POSSESSIVE.match(document.text, fact.subject.last)):
                kept.append(fact)
        return kept

    def _is_called(self, document: Document, fact: Fact) -> bool:
        """Tell whether somebody is taken for a director, or for the producer of another film, who "was behind" one."""
        assert isinstance(fact.subject.what, Mention)
        behind = _GOES_ON.match(document.text, fact.subject.last)
        if not behind or not self.full_name(fact.subject.what.name):
            return False
        if behind["role"]:
            return fact.object.is_open
        return fact.predicate == "directed" and not fact.object.is_open and fact.object.last <= fact.subject.first

    def _is_by(self, document: Document, fact: Fact) -> bool:
        """Tell whether a director is taken for the first of two producers: "by Ana Roth, and Jo Berg produced"."""
        is_director = isinstance(fact.subject.what, Mention) and fact.subject.what.name in self.directors
        before = document.text[max(0, fact.subject.first - _BY_FAR) : fact.subject.first].casefold()
        is_made = is_director and fact.predicate in _MAKING and fact.object.first > fact.subject.last
        return is_made and before.endswith("by ") and not before.endswith("produced by ")

    def _may_produce(self, name: str) -> bool:
        """Tell whether somebody is a producer; where the whole text is on producers, whoever is no director is."""
        is_other = " " not in name or name in self.directors or not is_given_name(fold(name).split()[0])
        return bool(self.full_name(name)) or (self.is_about and not is_other)


def producers_of(
    document: Document, lines: list[tuple[int, int, int]], life: tuple[End, str] | None = None
) -> Producers:
    """Find whom a text calls producers; `life` is whose life it tells, and as what."""
    if not lines or language_of(document) != "en":
        return Producers()
    directors = {name for pattern in _DIRECTOR for name, _ in _named(document, lines, pattern)}
    found: dict[str, End] = {}
    for pattern in (*_CALLED, _RUNS):
        for name, end in _named(document, lines, pattern):
            if name not in directors:
                found.setdefault(name, end)
    headline = document.text[slice(*lines[0][1:])]
    heading = document.text[lines[0][1] : lines[min(2, len(lines) - 1)][2]]
    is_about = bool(_PROGRAMME.search(headline) or _PROGRAMME.search(heading))
    for pattern in _LIKELY if is_about else ():
        for name, end in _named(document, lines, pattern):
            if name not in directors:
                found.setdefault(name, end)
    portrayed = [end for name, end in found.items() if name in headline and _IN_HEADLINE.search(headline)]
    if life and life[1] == "produced" and isinstance(life[0].what, Mention):
        portrayed, found = [life[0]], found | {life[0].what.name: life[0]}
    return Producers(found, frozenset(directors), is_about, portrayed[0] if len(portrayed) == 1 else None)


def _named(document: Document, lines: list[tuple[int, int, int]], pattern: re.Pattern[str]) -> list[tuple[str, End]]:
    found = []
    for _, first, last in lines:
        for hit in pattern.finditer(document.text, first, last):
            land = hit.groupdict().get("land")
            if "firm" in hit.groupdict() and not _MAKERS.search(hit["firm"]):
                continue
            if land and not countries().code(land.strip()) and land not in _LANDS:
                continue
            for group in ("name", "two"):
                name = hit.groupdict().get(group)
                if name and _may_be_person(name):
                    found.append((name, thing(name, "Person", *hit.span(group))))
    return found


def _may_be_person(name: str) -> bool:
    given = name.split()[0]
    return (
        is_given_name(fold(given))
        and not is_company_name(name)
        and not countries().code(name)
        and not any(countries().code_of_demonym(word) for word in name.split())
    )


def _is_loose(document: Document, fact: Fact) -> bool:
    """Tell whether a fact's words say no more than that a film is somebody's: "NAME, whose latest film TITLE"."""
    if not fact.subject.last <= fact.object.first:
        return False
    between = document.text[max(fact.subject.last, fact.first) : fact.object.first]
    is_owner = _POSSESSIVE.match(between) and not _THEIR_CREDITS.match(between)
    return not is_owner and not _DIRECTING.search(between)


def in_full(document: Document, facts: list[Fact]) -> list[Fact]:
    """Give facts of makers with the full names of those whom a text calls by the surname: "Roth is producing"."""
    if not any(_is_one_word(fact) for fact in facts):
        return facts
    given: dict[str, set[str]] = {}
    for hit in _FULL.finditer(document.text):
        if is_given_name(fold(hit["given"])):
            given.setdefault(hit["surname"], set()).add(hit["given"])
    done = []
    for fact in facts:
        who = fact.subject.what
        names = given.get(who.name, set()) if _is_one_word(fact) and isinstance(who, Mention) else set()
        if isinstance(who, Mention) and len(names) == 1:
            person = Mention("Person", f"{next(iter(names))} {who.name}")
            fact = replace(fact, subject=replace(fact.subject, what=person))
        done.append(fact)
    return done


def _is_one_word(fact: Fact) -> bool:
    who = fact.subject.what
    is_firm = isinstance(who, Mention) and who.type == "Company" and " " not in who.name
    return fact.predicate in _MAKING and is_firm
