"""Obituaries and portraits: whose they are, and the films of that life, "TITLE (1972)" and what stands in quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.article.linked import title_before
from kg.extract.facts import End, Fact, thing
from kg.extract.language import language_of
from kg.extract.lexicon import words
from kg.extract.names import Names, fold
from kg.extract.news import Sentence, sentences
from kg.extract.slot.given import is_given_name
from kg.extract.slot.people import person_worth
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.document import Document

__all__ = ["Life", "life_of", "life_titles", "life_work", "of_films"]

Line = tuple[int, int, int]

# No word of a name is longer, and each is taken whole: what holds no space must cost no more than its length.
_PART_OF_NAME = r"[^\W\d_a-zß-ÿ][\w’'.-]{0,40}+"
_NAME = (
    rf"{_PART_OF_NAME}(?: (?:(?:d[eaiou]s?|del|la|le|von|van|der|den|y|af) )?{_PART_OF_NAME})"
    rf"(?: {_PART_OF_NAME}){{0,2}}"
)
# "NAME obituary", "OBITUARY: NAME", "Farewell, NAME", "French film director NAME dies".
_HEADLINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[^:]{{0,40}}[:|–-]\s+)?(?P<name>{_NAME}?)\s*(?:[-–—:,]\s*)?\b(?i:obituary|in memoriam|tribute)\b.*",
        rf"(?i:obituar(?:y|ies)|in memoriam|r\.?i\.?p\.?|death of|farewell|goodbye|adieu|mourning|remembering|"
        rf"tribute)(?i:,? (?:to|for|of))?\s*[:,–-]?\s*(?:(?:the )?(?:[\w-]+ ){{0,3}}?"
        r"(?:director of photography|[a-z]+er|[a-z]+or|actress) )?"
        rf"(?P<name>{_NAME}?)\s*(?:[,(:–].*)?",
        rf"(?:[^:]{{0,40}}:\s+)?(?:[\w’'-]+ ){{0,6}}?(?P<name>{_NAME}?),?(?: [^,]{{0,60}},)?\s+(?i:dies|dead|has died|"
        rf"is dead|passes away|passed away|has passed away|bows out|takes (?:his|her) (?:final|last) bow)\b.*",
    )
)
# "Who is NAME, the revelation of TITLE?", "NAME: portrait of a …".
_PORTRAITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:who (?:is|was)|meet|portrait(?: of)?:?|profile(?: of)?:?|spotlight on|close-?up on|focus on|"
        rf"five things to know about)\s+(?P<name>{_NAME}?)(?:[?,:–-].*|\s*)",
        rf"(?P<name>{_NAME}?)(?:,|:| -| –) (?:the |a |an )?(?:[\w-]+ ){{0,2}}(?:revelation|portrait|breakthrough|"
        rf"rising star|new face|profile)\b.*",
    )
)
# "The director NAME, who has died aged 82, …"
_DIED = re.compile(rf"(?P<name>{_NAME}?),? (?:who (?:has )?(?:died|passed away)|died|has died|passed away)\b")
_HEAD_LINES = 4
_LEAD = 900
_LONGEST_HEADLINE = 140
_DIRECTOR = re.compile(r"\b(?:film-?\s?maker|director|helmer|auteur|documentarian|cineaste)\b", re.IGNORECASE)
_CRAFTS = (
    ("photographed", re.compile(r"\b(?:cinematographer|director of photography|dop|lensman)\b", re.IGNORECASE)),
    ("composed", re.compile(r"\bcomposer\b", re.IGNORECASE)),
    ("edited", re.compile(r"\b(?:film )?editor\b", re.IGNORECASE)),
    ("wrote", re.compile(r"\b(?:screenwriter|scriptwriter)\b", re.IGNORECASE)),
    ("produced", re.compile(r"(?<![-/])\bproducer\b(?![-/])", re.IGNORECASE)),
)
# No more than a few words in small letters stand between what somebody is called and their name.
_BEFORE_NAME = re.compile(r"[\w’'-]{1,20}(?:[ ,/]{1,2}[\w’'-]{1,20}){0,4} $")
_PLAYER = re.compile(r"\b(?:actor|actress|thesp|star|performer|comedian|comedienne)\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\s\((?:(?P<alias>[^\W\d_a-zß-ÿ][^()\d]{2,80}?), )?(?P<year>(?:19|20)\d\d)"
    r"(?P<until>\s?[-–]\s?(?:\d{2,4})?)?(?:[,;][^()]{0,60})?\)"
)
# Another title behind a title: "“TITLE” (Translation, 1992)", "TITLE (Original, 1992)", "“TITLE” (Translation)".
_ALIAS = re.compile(
    r"(?:[”\"]\s\((?P<quoted>[^\W\d_a-zß-ÿ][^()]{1,80}?)|"
    r"\s\((?P<plain>[^\W\d_a-zß-ÿ][^()\d]{2,80}?)(?=, (?:19|20)\d\d\)))"
    r"(?:, (?:19|20)\d\d)?\)"
)
_QUOTED = re.compile(r"(?:[“\"]|(?<=\s)”)(?P<title>[A-ZÀ-Þ\d¡¿][^“”\"\n]{1,60}?)(?P<comma>,)?[”\"]")
# What somebody said, whether before or behind it.
_SAID = re.compile(
    r"\s*(?:he|she|they|his|her|who|[A-ZÀ-Þ][\w’'-]+(?: [\w’'.-]+){0,3})?\s*(?:\w+ )?"
    r"(?:said|says|told|recalled|recalls|added|adds|wrote|explained|declared|noted|joked|remembered|stated|quipped)\b",
)
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|recalled|added|wrote|declared|called|known as|nicknamed|dubbed)\s*(?:\w+\s*){0,3}[,:]?\s*$"
)
_NO_FILM = re.compile(
    r"\b(?:novel|book|play|memoirs?|autobiography|opera|album|song|award|prize|order|medal|the role of|as|magazine|"
    r"newspaper|production of|(?<!followed )by|"
    r"(?<!shooting )(?<!shoot )(?<!filming )(?<!making )(?<!director )(?<!remake )of|from)\s+[“\"]?$",
    re.IGNORECASE,
)
# "the “TITLE” play", "“TITLE” on stage".
_NO_FILM_BEHIND = re.compile(
    r"[”\"]?,?\s*(?:\([^()]{2,60}\),?\s*)?"
    r"(?:stage )?(?:play|novel|opera|musical|magazine|book|prize|award|theatre|on stage|album)\b"
)
# What he or she did for the theatre.
_FROM_TO = re.compile(r"\s\((?:19|20)\d\d\)")
_STAGE = re.compile(
    r"(?:^|\s)(?:For the (?:stage|theatre|opera)|[Oo]n (?:the )?stage|In the theatre|"
    r"As an? (?:stage|theatre|opera) director|A (?:stage|theatre|opera) director\b|"
    r"At the (?:[\w’'-]+ ){1,3}(?:Theatre|Opera)|In opera)\b|"
    r"\b(?:operas?,? (?:including|such as)|stage (?:productions?|plays?|work)|plays,? (?:including|such as)|"
    r"in the West End|on Broadway|at (?:the )?(?:[\w’'-]+ ){0,3}(?:Theatre|Opera))\b"
)
_SCREEN = re.compile(r"\b(?:films?|cinema|screen|movies?|camera|features?|documentar\w+|shorts?|television|TV)\b")
# Whom he or she worked for, as an assistant.
_ASSISTED = re.compile(r"\b(?:assist\w+|apprentice\w*|trainee|under|worked (?:with|for)|intern\w*)\b[^.;]{0,80}$")
# "NAME also directed one film, TITLE (1979)", whatever else their life was.
_DID = re.compile(
    r"\b(?:he|she|[A-ZÀ-Þ][\w’'-]+) (?:also |later |once |himself |herself |even ){0,2}"
    r"(?P<did>directed|wrote|produced) (?:[\w’'-]+ ){0,5}"
    r"(?:films?|features?|documentar(?:y|ies)|comed(?:y|ies)|dramas?|shorts?)?,? ?(?:[\w’'-]+ ){0,3}[“\"‘]?$"
)
_OWNER = re.compile(r"(?P<owner>[^\W\d_a-zß-ÿ][\w’'-]*)[’']s? [“\"]?$")
_BY = re.compile(r"[”\"]?,?\s*(?:\([^()]{2,30}\))?,?\s*(?:\w+ )?(?:by|from|directed by|of) (?P<who>[A-ZÀ-Þ][\w’'-]+)")
_BY_OTHER = re.compile(r",?[”\"]?,?\s*(?:\([^()]{2,30}\),?\s*)?(?:\w+ )?by (?:his|her|their|a|an|the)\b")
_PART = re.compile(
    r"\b(?:he|she) (?:\w+ )?(?:is|was|played|plays|appeared|starred|acted|portrayed)\b[^.;]{0,240}$", re.IGNORECASE
)
# "She lensed NAME’s TITLE (1966), NAME’s TITLE (1968)": what those behind the camera do for the films of others.
_FOR_OTHERS = {
    "photographed": "lensed|shot|photographed|filmed",
    "composed": "scored|composed|wrote the (?:music|score)s? for",
    "edited": "edited|cut",
    "wrote": "wrote|co-wrote|penned|scripted",
    "produced": "produced|co-produced",
}
_WORK_FOR = {
    role: re.compile(rf"\b(?:he|she|who) (?:\w+ ){{0,2}}?(?:{verbs})\b[^.;]{{0,240}}$", re.IGNORECASE)
    for role, verbs in _FOR_OTHERS.items()
}
_SENTENCE_WORDS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "there", "that", "was", "were", "have", "had"}
)
_FEWEST_SENTENCE = 4
_SHOWN = words("names", "after_names")


class Life(tuple[End, str]):
    """Whose life an article tells, and the predicate of what is called their films."""

    __slots__ = ()


def life_of(document: Document, lines: list[Line]) -> Life | None:
    """Give whom an obituary is about, and what films are said of them, "directed" or "starredIn"; else None."""
    if language_of(document) != "en":
        return None
    text = document.text
    for _, first, last in lines[:_HEAD_LINES]:
        for pattern in (*_HEADLINES, *_PORTRAITS, _DIED):
            hit = pattern.search(text, first, last) if pattern is _DIED else pattern.fullmatch(text, first, last)
            if not hit:
                continue
            start, end = hit.span("name")
            end = start + len(text[start:end].rstrip(" ,:–-"))
            person = _person(document, start, end)
            told = text[person.first : person.last] if person else ""
            role = _role(text, first, told, portrays=pattern in _PORTRAITS) if person else None
            if person and role:
                return Life((person, role))
    return None


def _person(document: Document, first: int, last: int) -> End | None:
    tokens = tokenise(document, first, last)
    names = Names(tokens)
    for start in range(len(tokens) - 1):
        if names.capital[start] and person_worth(names, start, len(tokens)) >= 1.0:
            begin = tokens.starts[start]
            return End(Mention("Person", document.text[begin:last]), begin, last)
    return None


def _beside(text: str, name: str) -> str | None:
    """Give what somebody is called right before their name: "French actor NAME", "the director and actor NAME"."""
    for hit in re.finditer(re.escape(name), text):
        called = _BEFORE_NAME.search(text, 0, hit.start())
        if called and _DIRECTOR.search(called.group()):
            return "directed"
        if called and _PLAYER.search(called.group()):
            return "starredIn"
    return None


def _role(text: str, first: int, name: str, *, portrays: bool) -> str | None:
    """What the first lines call them: whoever directed is a director, though they may have acted too."""
    headline = text[first : text.find("\n", first) if "\n" in text[first:] else len(text)]
    for craft, noun in _CRAFTS:
        if noun.search(headline[:_LONGEST_HEADLINE]):
            return craft
    lead = text[first : first + _LEAD]
    if told := _beside(headline, name) or _beside(lead, name):
        return told
    directs, plays = _DIRECTOR.search(lead), _PLAYER.search(lead)
    if plays and (not directs or plays.start() < directs.start()) and portrays:
        return "starredIn"
    if directs:
        return "directed"
    if plays:
        return "starredIn"
    return next((craft for craft, noun in _CRAFTS if noun.search(lead)), None)


def life_work(document: Document, lines: list[Line], life: Life, facts: Iterable[Fact]) -> list[Fact]:
    """Give the films of a life: titles with a year behind them or in quotes that nobody else is said to have made."""
    person, predicate = life
    assert isinstance(person.what, Mention)
    others = {
        fact.object.what
        for fact in facts
        if fact.predicate == "directed" and not fact.subject.is_open and fact.subject.what != person.what
    }
    found: dict[str, Fact] = {}
    for name, first, last, told in _titles(document, lines, person.what.name.split()[-1], predicate):
        film = thing(name, "Film", first, last)
        role = told or predicate
        if (role == "directed" and film.what in others) or name in found:
            continue
        found[name] = Fact(person, role, film, first, last, "life-work", 2.0)
    return [*found.values(), *_aliases(document, found.values())]


def _aliases(document: Document, found: Iterable[Fact]) -> Iterator[Fact]:
    """Give the other titles that stand in brackets behind the films of a life."""
    for fact in found:
        if hit := _ALIAS.match(document.text, fact.object.last):
            group = "quoted" if hit["quoted"] else "plain"
            alias = End(Value(hit[group]), *hit.span(group))
            yield Fact(fact.object, "alsoKnownAs", alias, fact.first, hit.end(), "life-work", 2.0)


def of_films(document: Document, part: Sentence, found: list[Fact]) -> list[Fact]:
    """Leave out of a sentence of somebody's life what it says of plays and operas, and how far a film had come."""
    if is_of_the_stage(document.text[part.first : part.last]):
        return [fact for fact in found if fact.predicate not in ("directed", "starredIn", "wrote", "stage")]
    return [fact for fact in found if fact.predicate != "stage"]


def is_of_the_stage(sentence: str) -> bool:
    """Tell whether a sentence is about the theatre or the opera, and not about films as well."""
    return bool(_STAGE.search(sentence)) and not _SCREEN.search(sentence)


def life_titles(document: Document, lines: list[Line], life: Life) -> frozenset[str]:
    """Give the titles, folded, of the films of a life."""
    person = life[0].what
    surname = person.name.split()[-1] if isinstance(person, Mention) else ""
    return frozenset(fold(name) for name, *_ in _titles(document, lines, surname, life[1]))


def _titles(document: Document, lines: list[Line], surname: str, predicate: str) -> Iterator[tuple[str, int, int, str]]:
    """Give each title of the one whose life is told, with its extent and the part that they had in it, if told."""
    text = document.text
    for _, first, last in lines:
        on_stage = [part for part in sentences(document, first, last) if is_of_the_stage(text[part.first : part.last])]
        spans = [hit.span("title") for hit in _QUOTED.finditer(text, first, last) if _is_title(text, hit)]
        for year in _YEAR.finditer(text, first, last):
            quoted = text[year.start() - 1] in '”"'
            span = None if quoted else title_before(document, year.start())
            is_name = span and year["alias"] and is_given_name(text[slice(*span)].split()[0])
            if span and first <= span[0] < span[1] and not is_name:
                spans.append(span)
        for start, end in spans:
            if any(part.first <= start < part.last for part in on_stage):
                continue
            long_before = text[max(first, start - 260) : start]
            before, behind = long_before[-120:], text[end : min(last, end + 90)]
            owner = _OWNER.search(before)
            from_year = _FROM_TO.match(behind) and before.endswith("from ")
            if _ASSISTED.search(before):
                continue
            no_film = _NO_FILM.search(before) and not from_year
            if (owner and owner["owner"] != surname) or no_film or _NO_FILM_BEHIND.match(behind):
                if owner and owner["owner"] != surname and _PART.search(long_before):
                    yield text[start:end], start, end, "starredIn"
                elif predicate in _WORK_FOR and owner and _WORK_FOR[predicate].search(long_before):
                    yield text[start:end], start, end, predicate
                continue
            by = _BY.match(re.sub(r"^[”\"]?\s*\([^()]{2,30}\)", "", behind))
            is_own = (by is None or by["who"] == surname) and not _BY_OTHER.match(behind)
            if is_own and "whose" not in before[-40:] and not countries().code(text[start:end]):
                did = _DID.search(before) if predicate == "starredIn" else None
                yield text[start:end], start, end, did["did"] if did else ""


def _is_title(text: str, hit: re.Match[str]) -> bool:
    """Tell whether what stands in quotes is a title, and not what somebody said."""
    title = hit["title"]
    parts = title.casefold().split()
    if title[-1] in ".!?" and len(parts) > _FEWEST_SENTENCE:
        return False
    if len(parts) >= _FEWEST_SENTENCE and _SENTENCE_WORDS.intersection(parts):
        return False
    if len(parts) == 1 and title.casefold() in _SHOWN:
        return False
    return not (_SAID.match(text, hit.end()) or _SAID_BEFORE.search(text[max(0, hit.start() - 60) : hit.start()]))
