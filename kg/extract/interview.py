"""Interviews: headlines such as "A and B • Director of and actor in TITLE", and whom a page of its own talks to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.lexicon import lexicon
from kg.extract.names import Known, Names
from kg.extract.slot.people import person_worth
from kg.extract.slot.whole import stands_in
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["Interview", "interviewed", "maker_of_title", "quoted_talk", "read_interview", "roles_told"]

Line = tuple[int, int, int]

_NAME = (
    r"[^\W\d_a-zß-ÿ][\w’'.-]*(?: (?:(?:d[eaiou]s?|del|la|le|von|van|der|den|y|af|al|el) )*"
    r"[^\W\d_a-zß-ÿ][\w’'.-]*){1,3}"
)
# "Interview with NAME", "INTERVIEW: NAME, director of …", "NAME interview: …", "In conversation with NAME".
_TALK = (
    r"(?i:(?:an? )?(?:exclusive )?"
    r"(?:interview|conversation|q&a|talk|chat|(?:three|five|ten) questions|meeting|in conversation)s?)"
)
_LABEL = re.compile(r"\s*(?:(?:Video )?[Ii]nterview|Q&A|INTERVIEW|Exclusive)\s?[:|–-]\s+")
_ROLE = r"(?P<role>[Dd]irector|[Ff]ilmmaker|[Aa]ctor|[Aa]ctress|[Ss]creenwriter|[Pp]roducer|[Ww]riter-director)"
_HEADLINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[^:|]{{0,40}}[:|]\s+)?{_TALK}\s*(?i:with|for|to|:|[|–-])\s*(?:(?:the )?(?:[\w-]+ ){{0,3}}?{_ROLE} )?"
        rf"(?P<name>{_NAME})(?:$|[,:|–-].*|\s(?i:on|about|talks|discusses|director|the director).*)",
        rf"(?P<name>{_NAME}),? (?i:interview|q&a)\b.*",
        rf"(?P<name>{_NAME}), (?:the )?{_ROLE} (?:of|behind) [“\"‘']?[A-ZÀ-Þ0-9][^.]{{1,70}}",
        r"(?i:portrait|profile|focus|spotlight|meet|in focus|a portrait)(?: of| on|:| \|)? (?:the )?"
        rf"(?P<name>{_NAME})(?:$|[,:|–-].*)",
        r"(?:The )?(?:\w+ ){0,4}(?:road|life|career|cinema|world|art|return|rise|story|films|universe) of "
        rf"(?P<name>{_NAME})",
        rf"(?P<name>{_NAME})(?::|,| [–|-]) (?i:an? )?(?i:portrait|profile)\b.*",
        rf"(?P<name>{_NAME}),? (?:(?:[Tt]he )?{_ROLE} of [^,]{{2,60}},? )?"
        r"(?i:talks about|speaks about|discusses|on the making of|on making|talks|opens up about|answers)\b.*",
    )
)
# "We met up with Denmark’s Producer on the Move, NAME, of COMPANY".
_MET = re.compile(
    r"\b(?:met|spoke|talked|talks|chatted|caught up|sat down)\b[^.]{0,60}"
    rf"\b[Pp]roducers?(?: on the Move)?,? (?P<name>{_NAME})"
)
_TALKED_OF = re.compile(
    r"\b(?:on|about|of|discusses|behind)\s(?:(?:his|her|their|the|making|making of)\s)?"
    r"(?:(?:new|latest|debut|first|second|third|feature|upcoming|award-winning|documentary|film|movie|series|drama|short)\s)*"
    r"(?P<title>[“\"‘']?[A-ZÀ-Þ0-9][^\n]{0,80}?[”\"’']?)$"
)
_MADE = re.compile(rf"(?P<name>{_NAME})(?:,| [–|-]) (?:the )?{_ROLE} (?:of|behind) (?P<title>[A-ZÀ-Þ0-9][^:,]{{1,70}})")
# "NAME: “…”", "NAME, director of TITLE: “…”".
_SPEAKS = re.compile(
    rf"(?P<name>{_NAME})(?:, (?:the )?{_ROLE} of (?P<title>[A-ZÀ-Þ0-9][^“”:\"«»]{{0,80}}?))?\s?[:,|–-]\s?"
    r"(?:[“\"«].*[”\"»]|‘.*’)"
)
_TOLD_ROLE = r"(?:director|filmmaker|actor|actress|producer|screenwriter)"
_HEAD_LINES = 4
_LEAD = 900
_ROLES_TOLD = (
    (
        "directed",
        re.compile(r"\b(?:film-?\s?maker|director|helmer|auteur|documentarian|cineaste|directed|directing)\b", re.I),
    ),
    ("starredIn", re.compile(r"\b(?:actor|actress|thesp|star|performer|comedian|plays)\b", re.I)),
    ("wrote", re.compile(r"\b(?:screenwriter|scriptwriter|writer)\b", re.I)),
    ("produced", re.compile(r"\b(?:producer)\b", re.I)),
)


_LIKE_TITLE = re.compile(
    r"(?:The|A|An)(?: (?!(?:Film|International|European|National|Festival|Institute|Fund|Academy|Cinema)\b)"
    r"[A-Z][\w’'-]+){1,3}"
)


# "Créatrice de la Fabrique": with a small article, a French role is of a body and not of a film.
_BODY = re.compile(r"(?:la|le|les) [A-ZÀ-Þ]|l['’][A-ZÀ-Þ]")


@cache
def _roles() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    table = {noun.casefold(): tuple(row) for noun, row in lexicon("roles")["interview"].items()}
    nouns = "|".join(re.escape(noun) for noun in sorted(table, key=len, reverse=True))
    return table, re.compile(
        rf"\s*(?P<role>{nouns})(?P<many>e?s)?(?P<link>\s+(?:(?:of|on|in|for|behind|de|du|des|sur|dans)(?=\s)|d['’]))?"
        rf"(?P<more>\s*(?:,|and|et|&|/)\s*(?=(?:{nouns})))?\s*",
        re.IGNORECASE,
    )


@cache
def _not_films() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(lexicon('roles')['institutions']['words'])})\b", re.IGNORECASE)


def _is_institution(name: str) -> bool:
    """Tell whether this is no film: "Venice Film Festival", "the School of Cinema", but not "School of Seduction"."""
    found = _not_films().search(name)
    if _LIKE_TITLE.fullmatch(name):
        return False  # "The Editorial Office"
    return bool(found) and not (found and found.start() == 0 and re.match(r"\w+ of (?!the\b)", name))


class Interview(NamedTuple):
    """An interview on a page of its own: with whom it is, what they do for films, and what its headline says of one."""

    people: list[End]
    role: str
    facts: list[Fact]


def interviewed(document: Document, lines: list[Line], known: Known) -> Interview | None:
    """Give whom an article's first lines say that it talks to; None where it is no interview with a film person."""
    if language_of(document) != "en":
        return None
    text = document.text
    for _, first, last in lines[:_HEAD_LINES]:
        if " • " in text[first:last]:
            people, facts = read_interview(document, first, last, known)
            if not people or not _roles()[1].match(text, text.index("•", first, last) + 1):
                continue
            named = [fact for fact in facts if not fact.object.is_open]
            roles = [fact.predicate for fact in facts] or _told_roles(text[text.index("•", first, last) + 1 : last])
            return Interview(people, roles[0], named)
        for pattern in _HEADLINES:
            hit = pattern.fullmatch(text, first, last)
            if hit and (person := _somebody(document, *hit.span("name"))):
                told = hit.groupdict().get("role") or ""
                lead = told or text[first : first + _LEAD]
                role = next((role for role, noun in _ROLES_TOLD if noun.search(lead)), None)
                if role:
                    return Interview([person], role, _film_of(document, person, role, first, last))
        met = _MET.search(text, first, last)
        if met and (person := _somebody(document, *met.span("name"))):
            return Interview([person], "produced", [])
    return None


def _told_roles(told: str) -> tuple[str, ...]:
    """Give what somebody does who is introduced by a role and a company: "Producer, Sund Film"."""
    does = roles_told(told)
    return ("directed",) if does is None else does


def roles_told(told: str) -> tuple[str, ...] | None:
    """Give what a role does for a film, "Producer, Sund Film"; None where it is none that makes films."""
    table, pattern = _roles()
    does, at = list[str](), 0
    while hit := pattern.match(told, at):
        does += table[hit["role"].casefold()]
        at = hit.end()
        if not hit["more"]:
            return tuple(does)
    return None


def _film_of(document: Document, person: End, role: str, first: int, last: int) -> list[Fact]:
    """Give what a headline says of the film that is talked about, "NAME on TITLE", where the text names it again."""
    hit = _TALKED_OF.search(document.text, person.last, last)
    title = hit["title"].strip("“”\"‘’'") if hit else ""
    if not hit or not title or _is_institution(title):
        return []
    if not stands_in(title, document.text[last:]):
        return []
    film = End(Mention("Film", title), hit.start("title"), hit.end("title"))
    return [Fact(person, role, film, first, last, "interview-about", 4.0, main="object")]


def _somebody(document: Document, first: int, last: int) -> End | None:
    tokens = tokenise(document, first, last)
    if len(tokens) < 2 or person_worth(Names(tokens), 0, len(tokens)) < 1.0:
        return None
    return End(Mention("Person", document.text[first:last]), first, last)


def read_interview(document: Document, first: int, last: int, known: Known) -> tuple[list[End], list[Fact]]:
    """Read an interview's headline: the people, and their roles in the film where it names one.

    Several roles are distributed over as many people in order; else all roles are everybody's.
    """
    bullet = document.text.index("•", first, last)
    if label := _LABEL.match(document.text, first, bullet):
        first = label.end()
    people = _people(document, first, bullet, known)
    table, pattern = _roles()
    at, roles = bullet + 1, list[str]()
    linked, are_many = False, True
    while found := pattern.match(document.text, at, last):
        roles.append(found["role"].casefold())
        linked, are_many = bool(found["link"]), are_many and bool(found["many"])
        at = found.end()
        if not found["more"]:
            break
    title_first, title_last = at, last
    while title_last > title_first and document.text[title_last - 1].isspace():
        title_last -= 1
    printed = document.text[title_first:title_last]
    if not linked or not printed or _is_institution(printed) or _BODY.match(printed):
        facts: list[Fact] = []
        if roles and not printed:
            # The role stands alone: the film is in the teaser.
            for person, role in _shared(people, roles, respectively=not are_many):
                facts += [
                    Fact(person, predicate, End("FILM"), first, bullet, "interview-role", 3.0)
                    for predicate in table[role]
                ]
        return people, facts
    title_first, title_last, printed = _unquoted(document.text, title_first, title_last)
    film = End(Mention("Film", printed), title_first, title_last)
    facts = [
        Fact(person, predicate, film, first, last, "interview-role-of", 5.0, main="object")
        for person, role in _shared(people, roles, respectively=not are_many)
        for predicate in table[role]
    ]
    if not facts:
        facts = [
            Fact(film, "describedIn", End("ITEM"), title_first, title_last, "interview-role-of", 5.0, main="subject")
        ]
    return people, facts


def maker_of_title(document: Document, first: int, last: int) -> tuple[list[End], list[Fact]] | None:
    """Read a headline that is who made what, "NAME, director of TITLE", above what they said; else None."""
    found = _MADE.fullmatch(document.text, first, last)
    person = _somebody(document, *found.span("name")) if found else None
    if found is None or person is None or _is_institution(found["title"]):
        return None
    film = thing(found["title"], "Film", *found.span("title"))
    predicates = _roles()[0].get(found["role"].casefold(), ())
    return [person], [
        Fact(person, does, film, first, last, "interview-role-of", 5.0, main="object") for does in predicates
    ]


def quoted_talk(document: Document, first: int, last: int, told: str) -> tuple[list[End], list[Fact]] | None:
    """Read a headline in which somebody speaks, "NAME: “…”"; None where nobody surely does.

    Whoever speaks is interviewed; the role that the teaser gives them, as in "the Danish director", is theirs in its
    film, unless the headline names that: "NAME, director of TITLE: “…”".
    """
    found = _SPEAKS.fullmatch(document.text, first, last)
    person = _somebody(document, *found.span("name")) if found else None
    if found is None or person is None:
        return None
    role = found["role"]
    surname = re.escape(found["name"].split()[-1])
    talks = re.search(
        rf"\b(?:[Tt]he|with) (?:[\w’-]+ ){{0,3}}?(?P<role>{_TOLD_ROLE})\b(?! of)"
        rf"|(?P<other>{_TOLD_ROLE}) (?:[\w’-]+ ){{0,3}}{surname}\b",
        told,
    )
    noun = (role or (talks and (talks["role"] or talks["other"])) or "").casefold()
    predicates = _roles()[0].get(noun, ())
    if role and found["title"]:
        title = thing(found["title"], "Film", *found.span("title"))
        return [person], [
            Fact(person, does, title, first, last, "interview-role-of", 5.0, main="object") for does in predicates
        ]
    return [person], [Fact(person, does, End("FILM"), first, last, "interview-role", 3.0) for does in predicates]


def _unquoted(text: str, first: int, last: int) -> tuple[int, int, str]:
    if last - first > 2 and text[first] in '“"«‘' and text[last - 1] in '”"»’':
        first, last = first + 1, last - 1
    return first, last, text[first:last]


def _people(document: Document, first: int, last: int, known: Known) -> list[End]:
    tokens = tokenise(document, first, last)
    names = Names(tokens, known, headline=True)
    if not len(tokens):
        return []
    best = max(names.candidates("people", 0), key=lambda c: c[0], default=None)
    if best is None or best[0] < len(tokens):
        parts = re.split(r"\s*(?:,|&|\band\b)\s*", document.text[first:last].strip())
        at, ends = first, []
        for part in parts:
            if part:
                start = document.text.index(part, at)
                ends.append(End(Mention("Person", part), start, start + len(part)))
                at = start + len(part)
        return ends
    return [End(Mention("Person", name), tokens.starts[i], tokens.ends[j - 1]) for name, i, j in best[1]]


def _shared(people: list[End], roles: list[str], *, respectively: bool) -> list[tuple[End, str]]:
    """Give who does what: "A and B • Director and actor" one thing each, "A and B • Directors and actors" both both."""
    if respectively and len(people) == len(roles):
        return list(zip(people, roles, strict=True))
    return [(person, role) for person in people for role in roles]
