"""Producers' credits: what a sentence lists behind "she produced", "is behind", "her credits include"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.news import main_ends, sentences
from kg.extract.slot.companies import is_company_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.article.producers import Producers

__all__ = ["DOES", "OF_FIRM", "credits_of_producers", "is_own"]

_RULE = "credit-of-producer"
_HAS = (
    r"(?:(?:is|has|have|had|was|will|also|already|previously|recently|then|since|later|just|currently|now|meanwhile|"
    r"most|went on to|served as|serves as|acted as|having|an?|the)\s){0,5}"
)
_CO = r"(?P<co>(?:minority )?co-?produc(?:ed|es|ing|e|ers? (?:on|of))\b|minority producers? (?:on|of)\b)"
_MADE = (
    rf"(?:(?:[A-Z][a-z]+ )?{_CO}|produc(?:ed|es|ing|e)\b(?! by\b)|(?:lead |main )?producers? (?:on|of|behind)\b|"
    r"behind\b|credits\b[^.;]{0,50}?\binclud\w+)"
)
_IN_HAND = (
    r"(?:work(?:s|ing) on|develop(?:s|ing)|prepar(?:es|ing)|introduc(?:es|ed)|showcas(?:es|ed)|pitch(?:es|ed|ing)|"
    r"present(?:s|ed|ing)|teas(?:es|ed)|finishing|collaborat(?:es|ing) on|continuing to collaborate on|"
    r"(?:in|at) (?:early |late |the )?(?:development|(?:pre-?|post-?)?production|post|the editing stage) (?:with|on))"
)
_FIRM = r"[A-ZÀ-ÞĀ-Ža-z0-9][\w’'.&+-]{0,30}(?: (?:[A-ZÀ-ÞĀ-Ž0-9&+][\w’'.&+-]{0,30}|de|du|of)){0,4}"
# A name with its company: "of Hungarian COMPANY", or the company in brackets.
OF_FIRM = rf"(?:,? (?:of|from|at) (?:[A-ZÀ-ÞĀ-Ž][\w-]+[’']s |the )?(?P<of>{_FIRM})| \((?P<inside>{_FIRM})\))?"
_ASIDE = r"(?:, whose [^.;:]{5,160}?,)?"
_FAR = r"(?: (?![^.;:]{0,110}? (?:by|[’']s) )[^.;:“”]{2,110}?,? and)?"
_JOINS = r"(?: joins [^.;:,]{2,60}, having)?"
DOES = (
    rf"{_ASIDE}(?:{_JOINS}|{_FAR})(?:, (?:meanwhile|for example|for instance|too),)?,? "
    rf"(?:who )?{_HAS}(?:(?P<made>{_MADE})|(?P<hand>{_IN_HAND}))(?= )"
)
_BEHIND = re.compile(OF_FIRM + DOES)
_LISTED = (
    r"(?:credits|projects|productions|slate|line-?up|filmography)\b[^.;:]{0,40}?"
    r"\b(?:includ\w+|are|is|features?|comprises?)\b"
)
# "…, and was the Danish co-producer of", "and is developing"
_GOES_ON = re.compile(rf"(?:,? and|,) (?:he |she |they )?{_HAS}(?:{_MADE}|{_IN_HAND})(?= (?!with\b|by\b))")
_HE = re.compile(
    rf"(?<![\w’])(?:(?:[Hh]e|[Ss]he) {_HAS}(?:{_MADE}|{_IN_HAND})|[Hh](?:is|er) (?:[\w-]{{1,20}} ){{0,3}}?{_LISTED})|"
    rf"(?:Recent|Further|Other|Earlier|Upcoming|Previous) {_LISTED}|"
    r"(?P<co2>(?:[Mm]inority )?[Cc]o-?productions (?:followed|includ\w+|comprise))"
)
_STOPS = re.compile(
    r"; |, and (?=[A-ZÀ-Þ][\w’-]+ (?:[A-ZÀ-Þ][\w’-]+ )?"
    r"(?:(?:recently|also|previously|earlier) )?(?:is|was|has|produced|co-produced|served)\b)|"
    r"\bwhile [A-Z]|, (?:who|led|made) |, and [A-ZÀ-Þ][\w’-]+ [A-ZÀ-Þ][\w’-]+, who"
)
# What stands before somebody else's earlier work, or before a work that no film is yet.
_OTHERS = re.compile(
    r"\b(?:directors?|makers?|stars?|helmers?|authors?|filmmakers?|assistant|trainee|novel|book|play|follow-up|sequel)\b"
    r"(?:\s(?:of|behind|on|to|for|by))? [“\"‘]?$|\((?:[^()]{0,80})$|"
    r"\b(?:follow-up|successor|sequel) to (?:[\w’-]{1,20} ){0,5}[“\"]?$"
)
_MADE_BY = re.compile(r"[”\"’]?(?: \([^()]{2,60}\))?,? (?:a [^,.;]{2,60} |which was )?(?:co-)?produced by\b")
_BEFORE = 60
_WORD = re.compile(r"[A-ZÀ-ÞĀ-Ž](?:(?![’']s\b)[\w’-])*")


def credits_of_producers(
    document: Document,
    lines: list[tuple[int, int, int]],
    producers: Producers,
    facts: list[Fact],
    named: list[Fact],
) -> list[Fact]:
    """Give what producers have made and make, with their companies where a sentence introduces them together.

    `named` are facts that only say that a sentence is about a film.
    """
    if not producers.names:
        return []
    works = sorted(
        {
            end.first: end
            for fact in [*facts, *named]
            if fact.rule != "credit-in-brackets"
            for end in ([fact.object] if fact.predicate == "directed" else main_ends(fact))
            if isinstance(end.what, Mention) and end.last > end.first
        }.items()
    )
    told = {(fact.subject.what, fact.object.what) for fact in facts if fact.predicate in ("produced", "coProduced")}
    found: list[Fact] = []
    for _, first, last in lines[1:]:
        spoken_of = producers.profiled
        for part in sentences(document, first, last):
            told_here = _told(document, part.first, part.last, producers, spoken_of)
            spoken_of = _last_named(document, part.first, part.last, producers) or spoken_of
            here = [end for start, end in works if part.first <= start < part.last] if told_here else []
            for agents, at, stop, role in told_here:
                for film in here:
                    if not at <= film.first < stop or not is_own(document, at, film):
                        continue
                    new = [agent for agent in agents if (agent.what, film.what) not in told]
                    told |= {(agent.what, film.what) for agent in new}
                    found += [
                        Fact(agent, role, film, min(agent.first, film.first), film.last, _RULE, 2.0) for agent in new
                    ]
    return found


def _told(
    document: Document, first: int, last: int, producers: Producers, spoken_of: End | None
) -> list[tuple[list[End], int, int, str]]:
    """Give who produces in a sentence, where the list of their works begins and ends, and as what."""
    text, found = document.text, list[tuple[list[End], int, int, str]]()
    for person in _named(document, first, last, producers):
        hit = _BEHIND.match(text, person.last, last)
        if hit:
            found += _lists(text, [person, *_firm(hit)], hit, last)
    if not found and spoken_of and (he := _HE.search(text, first, last)):
        found += _lists(text, [spoken_of], he, last)
    return found


def _lists(text: str, agents: list[End], told: re.Match[str], last: int) -> list[tuple[list[End], int, int, str]]:
    """Give the list that a verb opens, and those that further verbs of the same subject open behind it."""
    found = []
    while True:
        end = _end(text, told.end(), last)
        more = _GOES_ON.search(text, told.end(), end)
        found.append((agents, told.end(), more.start() if more else end, _role(told)))
        if not more:
            return found
        told = more


def _named(document: Document, first: int, last: int, producers: Producers) -> list[End]:
    """Give the producers whom a stretch names, by their full names, in order."""
    text = document.text
    found = []
    for word in _WORD.finditer(text, first, last):
        names = producers.by_surname.get(word[0], ())
        full = next((name for name in names if text.endswith(name, first, word.end())), "")
        name = full or (producers.full_name(word[0]) if names else "")
        if name:
            start = word.end() - len(full) if full else word.start()
            found.append(End(Mention("Person", name), start, word.end()))
    return found


def _last_named(document: Document, first: int, last: int, producers: Producers) -> End | None:
    named = _named(document, first, last, producers)
    return named[-1] if named else None


def _firm(hit: re.Match[str]) -> list[End]:
    group = "of" if hit["of"] else "inside"
    name, start = hit[group] or "", hit.start(group)
    head, _, rest = name.partition(" ")
    if rest and (countries().code_of_demonym(head) or countries().code(head)):
        name, start = rest, start + len(head) + 1  # "of Hungarian COMPANY"
    if not name or countries().code(name):
        return []
    is_firm = is_company_name(name) or (group == "inside" and not name.isdigit())
    return [thing(name, "Company", start, start + len(name))] if is_firm else []


def _role(hit: re.Match[str]) -> str:
    return "coProduced" if any(hit.groupdict().get(group) for group in ("co", "co2")) else "produced"


def _end(text: str, at: int, last: int) -> int:
    stop = _STOPS.search(text, at, last)
    return stop.start() if stop else last


def is_own(document: Document, at: int, film: End) -> bool:
    """Tell whether a film named behind an offset is not in passing somebody's earlier one, or made by somebody else."""
    text = document.text
    before = text[max(at, film.first - _BEFORE) : film.first]
    return not _OTHERS.search(before) and not _MADE_BY.match(text, film.last)
