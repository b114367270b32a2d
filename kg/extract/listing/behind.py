"""Brackets behind somebody in a teaser: earlier works, "NAME (TITLE, award-winner TITLE)", over which it goes on.

Older listings present everybody so. The works are whoever's stands before them, in the role that the item gives them;
where it gives none, the words before tell. The sentence is read without such brackets, and without years and figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import Fact, thing
from kg.extract.filmography import is_no_title
from kg.extract.glosses import GLOSS
from kg.extract.grammar import grammar
from kg.extract.news import Sentence, is_person, read_phrases
from kg.extract.slot.festival import edition_name, known_festival
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.facts import End
    from kg.extract.names import Known

__all__ = ["Aside", "asides_in", "earlier_works", "read_over"]

_RULE = "works-behind-name"
_SCORE = 3.0
_LONGEST = 240
_LONGEST_NAME = 60
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_NAME = re.compile(
    rf"(?<![\w’'-])(?:{_CAPITAL}\s)(?:(?:de|la|le|van|von|der|den|af|di|del|da|dos)\s|{_CAPITAL}\s){{0,3}}{_CAPITAL}$"
)
# A part of a list that says what the title behind it is or won: "award-winner TITLE", "the 2004 hit TITLE".
_SAID_BEFORE = re.compile(
    r"(?:(?=[a-z0-9])[^,;]{0,40}?\b(?:hit|short|shorts|debut|feature|documentary|cult|comedy|drama|thriller|film|films|"
    r"entry|selection|blockbuster|sequel|series)|[^,;]{0,40}?\b(?:[\w-]*-)?(?:winner|winning|nominee|nominated))\s"
    r"(?=[“\"‘]?[A-ZÀ-Þ0-9])"
)
_PRIZE = re.compile(
    r"\b(?:Best|Palme|Golden|Silver|Award|Awards|Prize|Prix|Grand|Jury|Special|Oscars?|Césars?|Goyas?|BAFTAs?|Competition|"
    r"Fortnight|Regard|Forum|Panorama|Critics)\b"
)
_PLACED = re.compile(r"\b(?:in|at|for|of)\b [^,;]*$|\b(?:19|20)\d\d$|winner$|\b(?:prize|award)s?$")
# "(winner of a prize in 2004 for TITLE)", "(seen in TITLE)".
_AT_THE_END = re.compile(
    r"(?:winn|won|award|prize|known|seen|nomin|star|lead|director|author|reveal)[^,;]*?\b(?:for|with|in|of) "
    r"(?P<title>[A-ZÀ-Þ0-9][^,;]*)$"
)
# "(30 prints, DISTRIBUTOR)", "(COMPANY – €30,000)".
_COUNTS = re.compile(r"\b\d[\d.,]* (?:prints|copies|screens|cinemas|theatres|theaters)\b|[€£$]")
_NESTED = re.compile(r"\s?\([^()]*\)")
_PARTS = re.compile(r"\s*[,;]\s*(?:and\s+|then\s+)?|\s+and\s+(?=(?:The|A|An|[A-Z][\w’'-]*\s)(?:[A-ZÀ-Þ]|\w))")
# Years and figures behind a title, in passing: "TITLE (2004), TITLE (Berlin 2006) and", "TITLE (143,000 admissions)".
_FIGURES = re.compile(
    r"(?<=[\w!?’'])\s\((?:(?:19|20)\d\d|[€£$]?\s?\d[\d.,]*\s?(?:m|k|million)?(?:\s(?:admissions|tickets|viewers|"
    r"entries|spectators|prints|screens)(?:\s[^()]{0,30})?)?|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|working title)\)"
)
_EDITION = re.compile(r"(?<=[\w!?’'])\s\((?P<told>[^()]{3,70}?\s(?:19|20)\d\d)\)(?=,| and\b|$)")
# What says a title again in English, "TITLE (lit. “Ebb”)", or sends readers elsewhere, "TITLE (see news)".
_GLOSS = re.compile(rf"(?<=[\w!?’'.])\s{GLOSS.pattern}")
_FOR_READERS = re.compile(
    r"(?<=[\w!?’'])\s\((?:(?:see|read|watch) (?:the |our |also )?(?:news|article|focus|review|interview|report|video|"
    r"trailer|profile)s?(?: [^()]{0,40})?|pictured|photo)\)",
    re.IGNORECASE,
)
_MAKERS = re.compile(
    r"\b(?:directors?|filmmakers?|helmers?|films?|features?|projects?|debuts?|works|titles|documentar(?:y|ies)|by|"
    r"newcomers?|helmed|directs|director-\w+|grants?|subsid(?:y|ies)|funding|support(?:s|ed)?|backs|backed|filming|shoot)\b",
    re.IGNORECASE,
)
_MAKERS_AFTER = re.compile(
    r"\b(?:are|is|were) (?:all |both )?(?:among|some of) the (?:[\w-]+ ){0,3}?(?:filmmakers|directors|helmers)\b"
)
_OTHERS = re.compile(
    r"\b(?:actors?|actress(?:es)?|stars?|starring|cast|roles?|plays?|opposite|toplin\w+|with|alongside|producers?|produced|"
    r"president|head|jury|juries|composers?|authors?|writers?|novel|based|scripts?|screenplay|written|penned)\b",
    re.IGNORECASE,
)
# Whose brackets hold companies, or what they are known for besides films.
_OF_FIRMS = re.compile(
    r"\b(?:producers?|co-producers?|president|head|boss|CEO|chief|jury|members?|composer|DoP|cinematographer|critic|"
    r"journalist|minister|novelist|novel by|book by|play by)\s(?:[^\W\d_a-z][\w’'-]*[’']s\s)?$",
    re.IGNORECASE,
)
_FIRST_WORDS = frozenset({
    "In", "With", "After", "By", "From", "For", "Director", "Actor", "Actress", "Filmmaker", "And", "As", "While",
    "Directors", "Actors", "UK", "US", "Starring",
})  # fmt: skip
_BY = re.compile(r"\b(?:by|from)\s$|[’']s?\s$")
_ARTICLES = frozenset({"The", "A", "An"})
_DATED = re.compile(r", (?:19|20)\d\d\)$")
_DOES = re.compile(
    r" (?:is|are|has|have|will|and|plays|directs|heads|returns|takes|turns|stars|shoots|films|starts|begins)\b"
)
_CREDITS = ("directed", "starredIn")


@dataclass(frozen=True, slots=True)
class Aside:
    """Brackets in a sentence, from the space before them, with the works in them and whose these are, if anybody's."""

    first: int
    last: int
    person: End | None = None
    works: tuple[End, ...] = ()
    is_maker: bool = False

    @property
    def named_from(self) -> int:
        """Where whoever stands before the brackets is named."""
        return self.person.first if self.person else self.first


def asides_in(document: Document, part: Sentence, *, of_firms: bool = False) -> list[Aside]:
    """Give the brackets of a sentence that hold somebody's earlier works, and those that hold years or figures.

    In news of releases (`of_firms`), what stands alone behind "TITLE by NAME" is rather who releases the film.
    """
    text = document.text
    if text.find("(", part.first, part.last) < 0 and text.find("[", part.first, part.last) < 0:
        return []
    figures = [Aside(*hit.span()) for hit in _FIGURES.finditer(text, part.first, part.last)]
    editions = [
        Aside(*hit.span())
        for hit in _EDITION.finditer(text, part.first, part.last)
        if edition_name(hit["told"]) or _PRIZE.search(hit["told"])
    ]
    editions += [
        Aside(*hit.span())
        for pattern in (_GLOSS, _FOR_READERS)
        for hit in pattern.finditer(text, part.first, part.last)
    ]
    found = [aside for opened, closed in _brackets(text, part) for aside in _of_somebody(text, part, opened, closed)]
    if of_firms:
        found = [each for each in found if len(each.works) > 1 or not _BY.search(text[part.first : each.named_from])]
    taken = [(aside.first, aside.last) for aside in found]
    # The works that a list gives one by one are asides of their own only where no larger one holds them.
    rest = [each for each in [*figures, *editions] if not any(a <= each.first and each.last <= b for a, b in taken)]
    return sorted([*found, *rest], key=lambda aside: aside.first)


def read_over(document: Document, part: Sentence, asides: list[Aside], known: Known, *names: str) -> list[Fact]:
    """Read a sentence without its asides; what needs brackets to be read is read with them."""
    if not asides:
        return read_phrases(document, names[0], [part], known, *names[1:])
    skip = tuple((aside.first, aside.last) for aside in asides)
    facts = read_phrases(document, names[0], [Sentence(part.first, part.last, skip)], known, *names[1:])
    whole = read_phrases(document, names[0], [part], known, *names[1:])
    theirs = [(aside.first, aside.last) for aside in asides if aside.person]
    return facts + [
        fact
        for fact in whole
        if fact.rule in _of_brackets(*names)
        and not any(first <= fact.subject.first < last and not is_person(fact.subject) for first, last in theirs)
    ]


def earlier_works(asides: list[Aside], facts: list[Fact]) -> list[Fact]:
    """Give the works in brackets as those of whoever stands before them, who directed or played in the film."""
    credited: dict[str, set[str]] = {}
    for fact in facts:
        if isinstance(fact.subject.what, Mention):
            credited.setdefault(fact.subject.what.name, set()).add(fact.predicate)
    own = {end.what for fact in facts if fact.main for end in (fact.subject, fact.object)}
    several = any(" " in work.what.name for each in asides for work in each.works if isinstance(work.what, Mention))
    found = []
    for aside in asides:
        if aside.person is None or not isinstance(aside.person.what, Mention):
            continue
        does = credited.get(aside.person.what.name, set())
        role = next((each for each in _CREDITS if each in does), "directed" if aside.is_maker else "")
        if not role or (role == "starredIn" and not several):
            continue  # single words behind actors may as well be their parts
        found += [
            Fact(aside.person, role, work, aside.first, aside.last, _RULE, _SCORE)
            for work in aside.works
            if work.what not in own
        ]
    return found


@cache
def _of_brackets(*names: str) -> frozenset[str]:
    """Give the names of the rules whose patterns hold brackets."""
    rules = grammar(names[0], *names[1:]).rules
    return frozenset(rule.name for rule in rules if "\\(" in rule.pattern.source)


def _brackets(text: str, part: Sentence) -> Iterator[tuple[int, int]]:
    """Give the outermost brackets of a sentence, from the bracket that opens to behind the one that closes."""
    depth, opened = 0, part.first
    for hit in re.finditer(r"[()]", text[part.first : part.last]):
        at = part.first + hit.start()
        if hit[0] == "(":
            opened = opened if depth else at
            depth += 1
        elif depth:
            depth -= 1
            if not depth and at - opened <= _LONGEST:
                yield opened, at + 1


def _of_somebody(text: str, part: Sentence, opened: int, closed: int) -> Iterator[Aside]:
    if text[opened - 1 : opened] != " ":
        return
    start = max(part.first, opened - _LONGEST_NAME)
    named = _NAME.search(text, start, opened - 1)
    if named is None:
        return
    first = _begin(text, named.start(), opened - 1)
    name = text[first : opened - 1]
    before = text[max(part.first, first - _LONGEST) : first]
    is_somebody = _is_somebody(name, before) or (
        name.split()[0] not in _ARTICLES
        and (first > named.start() or bool(_DATED.search(text[opened:closed])) or _opens(text, part, first, closed))
    )
    if any(part.endswith(("’s", "'s")) for part in name.split()):
        return  # "Ida Holm’s Low Tide (“Ebb”)"
    if " " not in name or not is_somebody or _OF_FIRMS.search(before[-_LONGEST_NAME:]):
        return
    works = tuple(_works(text, opened + 1, closed - 1))
    if works:
        person = thing(name, "Person", first, opened - 1)
        yield Aside(
            opened - 1,
            closed,
            person,
            works,
            _makes(before) or bool(_MAKERS_AFTER.search(text, closed, min(part.last, closed + _LONGEST))),
        )


def _begin(text: str, first: int, last: int) -> int:
    """Give where a name begins behind words with a capital that are none of it: "In", "Swedish", "Turkish-German"."""
    while (end := text.find(" ", first, last)) > 0:
        word = text[first:end]
        if not (
            word in _FIRST_WORDS
            or word.endswith(("’s", "'s"))
            or all(countries().code_of_demonym(half) for half in word.split("-"))
        ):
            break
        first = end + 1
    return first


def _is_somebody(name: str, before: str) -> bool:
    """Tell whether capitals are a person's name: it begins with a given name, or words before say who that is."""
    said = before.rstrip().rsplit(" ", 1)[-1].casefold()
    return is_given_name(name.split()[0].casefold()) or said in (
        "director", "filmmaker", "helmer", "actor", "actress", "newcomer", "directors", "filmmakers", "by", "starring",
    )  # fmt: skip


def _opens(text: str, part: Sentence, first: int, closed: int) -> bool:
    """Tell whether a sentence begins with a name and its brackets, and goes on with what somebody does."""
    return first == part.first and bool(_DOES.match(text, closed, part.last))


def _makes(before: str) -> bool:
    """Tell whether whoever stands behind these words is most likely a director: "films by A, B and"."""
    makers = [hit.start() for hit in _MAKERS.finditer(before)]
    others = [hit.start() for hit in _OTHERS.finditer(before)]
    return bool(makers) and (not others or makers[-1] > others[-1])


def _works(text: str, first: int, last: int) -> Iterator[End]:
    """Give the titles of a list: without the years and festivals behind them and what is said of them before."""
    if _COUNTS.search(text, first, last):
        return
    inner = _NESTED.sub(lambda hit: " " * len(hit.group()), text[first:last])
    at = 0
    for piece in _PARTS.split(inner):
        at = inner.index(piece, at)
        start, stop = at, at + len(piece.rstrip())
        at += len(piece)
        said = _SAID_BEFORE.match(inner, start, stop)
        behind = _AT_THE_END.search(inner[start:stop])
        if said:
            start = said.end()
        elif behind and not inner[start].isupper():
            start += behind.start("title")
        title = inner[start:stop].strip('“”"‘’')
        start = inner.index(title, start)
        if _is_title(title) and not (_PRIZE.search(title) and _PLACED.search(title)):
            yield thing(title, "Film", first + start, first + start + len(title))


def _is_title(name: str) -> bool:
    is_plain = bool(name) and (name[0].isupper() or name[0].isdigit()) and not is_no_title(name)
    return is_plain and not known_festival(name) and not edition_name(name) and not re.fullmatch(r"[\d.,]+", name)
