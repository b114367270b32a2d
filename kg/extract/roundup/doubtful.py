"""Doubts: what phrases of trivia seem to say and do not, by who stands beside them.

A phrase that says "the director" where no person is meant in it may be about the actor whom the sentence names; the
author of a novel directed no film; whoever is named as a film's director beneath a heading that names another is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.roundup.nearest import nearest
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import End, Fact
    from kg.extract.news import News

__all__ = ["without_doubtful"]

_OF_BOOK = re.compile(r"\b(?:story|novel|book|play|text|comic|manga)s? (?:of|by|from|signed)\b")
# "the piece of the same name written by NAME"
_SAME_NAME = re.compile(r"\b(?:of the same (?:name|title)|eponymous \w+|namesake \w+),?\s+$")
_TITLE_BEFORE = re.compile(r"[A-ZÀ-Þ0-9][^.,;:]{0,60},\s*(?:which )?(?:[A-ZÀ-Þ][\w’-]+ ){0,2}$")
_AFTER = re.compile(r"\b(?:after|since)\b", re.IGNORECASE)
_DIRECTING = re.compile(r"\b(?:director|filmmaker|duo|directed|signed|he|she|they|brothers|sisters)s?\b")
_BESIDE = frozenset({"with", "by", "alongside", "and", "to", "owe"})
_LATTER = re.compile(r"\bthe latter\b")
_SINCE = re.compile(r"[^.,;]{0,40}\bsince\b")
# Words of the sentence before a phrase that make it tell of a book or of a stage.
_ELSEWHERE = {
    "work-by": re.compile(r"\b(?:novel|play|book|story|comic|adapted|adapts)s?\b"),
    "at-the-wheel": re.compile(
        r"\b(?:play|created|stage|theat(?:er|re)|already (?:adapted|brought|filmed)|version|remake|(?:19|20)\d\d)\b"
    ),
}
_PRIZES = frozenset({"award-at", "which-won-at", "won-metal-in-edition"})
_OF_SOURCE = frozenset({"recalled-source", "recalled-wrote", "based-on-book-by", "adapted-from-by"})
# "She originally set about adapting a novel by NAME": another film came of it.
_NOT_ADAPTED = re.compile(
    r"\bprepared\b[^.]{0,60}\b(?:reading|watching)\b|"
    r"\b(?:originally|initially|at first|first)\b(?: \w+){0,3} (?:adapting|adapt|planned|wanted|thought|intended)\b"
)
_AROUND, _NEAR = 160, 30
_SOLO = re.compile(
    r"\b(?:live-action|English-language|solo|alone|on (?:his|her) own|"
    r"without (?:his|her) (?:brother|sister|accomplice|partner))\b"
)
_LATER = re.compile(
    r"\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final) (?:\w+ )?(?:part|opus|film|chapter)"
)
_GAUGE = re.compile(r"[ -]?(?:8|16|35|70) ?(?:mm)?\b")
# They name all parts of a saga one after the other.
_IN_ORDER = frozenset({"saga-continued-with", "opus-of-saga"})
_OF_THREE = re.compile(r"\b(?:trilogy|diptych|tetralogy|triptych)\b")
# What somebody did for a work by what he or she is called.
_TRADES = {
    "producer": "produced", "screenwriter": "wrote", "scriptwriter": "wrote", "composer": "composed",
    "cinematographer": "photographed", "photography": "photographed", "editor": "edited", "actor": "starredIn",
    "actress": "starredIn", "comedian": "starredIn",
}  # fmt: skip
# What goes on with a title: another one would begin with a capital article.
_GOES_ON = re.compile(
    r" (?:and|&) (?:the|his|her|my|their) [A-ZÀ-Þ][\w’-]*(?:(?: of| of the| in the| in)? [A-ZÀ-Þ][\w’-]*)*"
)
# "Stairwell B. It": a letter ends the title, and the next sentence begins.
_OVER = re.compile(r"(?P<title>.+ [A-Z])\. (?:It|He|She|They|The|This|In|A|An)")
_LAST_LETTER = re.compile(r".+ [A-Z]\.")
_SENTENCE_OVER = re.compile(r"\s*(?:\n|\Z)|[”\"»]")
# "He had shot TITLE in PLACE"
_SHOT_IN = re.compile(r" in [A-ZÀ-Þ][\w’-]+$")
_SHOOTING = re.compile(r"\b(?:shot|filmed)\b")
# "NAME did the stunts himself, as in his previous films TITLE"
_AS_IN_HIS = re.compile(r"\b(?:as|like|already|just as) in (?:his|her|their)\b")
# "The character of Mario is inspired by the hero of TITLE, a novel by NAME"
_OF_PART = re.compile(
    r"\b(?:characters?|roles?|scenes?|songs?|music|costumes?|hero|heroine|name|title) [^.]{0,60}"
    r"\b(?:inspired|borrowed|taken|comes|refers)\b"
)
_OTHER_REMADE = re.compile(
    r"\b(?:film|comedy|thriller|drama|feature|in|with|by|after|of) [A-ZÀ-Þ0-9][^.,;:]{0,60}, "
    r"(?:an?|the|his|her|itself an?) (?:[a-z]+ ){0,2}$"
)
_PRIZES_IN_A_ROW = re.compile(r"(?: (?:from|by|for))?,? (?:and )?(?:the|a|an) ")
_BY = re.compile(r"\bby\s+$")
# "followed in 2015 by TITLE"
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d (?:with|by|for|to) (?=[A-ZÀ-Þ])")
_HIS_FILM = frozenset({"person-her-film", "person-her-film-told"})
# "Like TITLE, NAME's first film, …"
_LIKE = re.compile(r"(?:Like|Unlike|Besides) (?=[A-ZÀ-Þ0-9])")
# "by seeing NAME in TITLE"
_PLAYER_IN = re.compile(r"(?P<given>[A-ZÀ-Þ][\w’-]+) (?:[A-ZÀ-Þ][\w’-]+ ){1,2}in (?=[A-ZÀ-Þ0-9])")
# Behind these stands what is a part of something that the sentence tells of, and no other title.
_IS_PART = re.compile(r"\b(?:of|by|to|for|with|from|as|in|on|at|than|role|character|part)\s+$")
_OF_CLAUSES = frozenset({"other-title", "opens-other-title"})
_OF_TITLE = re.compile(
    r"(?:\A|[.!?…”:] |\bknow )"
    r"(?P<words>(?!(?:Like|As|For|If|But|And|Because|When|While|The) )"
    r"(?:[A-ZÀ-Þ][\w’'-]* (?:(?:and|of|the|in|to|a|for|on) ){0,2}){1,4})\Z"
)
_SEEN_IN = re.compile(
    r"\b(?:was|were|been|actor|actress|singer|comedian) (?:\w+ )?seen (?:\w+ ){0,4}in\b|\bas an act(?:or|ress)\b"
)
# "NAME appeared in his film TITLE"
_PLAYED_IN = re.compile(r"\b(?:appeared|appears|played|plays|acted|acts|starred|stars) in (?:his|her|their)\b")
_DETERMINED = re.compile(r"\b(?:his|her|their|its|this|an?)\s+$")
# A mark of a title stands before its year: the sequel to “What Did We Do? (2014)”.
_SHOUT = re.compile(r" ?[?!]{1,3}(?= ?\((?:19|20)\d\d\))")
_ABOUT = re.compile(r" (?:on|about|with|by) (?P<given>[A-ZÀ-Þ][\w’-]+) [A-ZÀ-Þ][\w’-]+$")
_TITLES = ("Film", "Series", "Work")
# What a phrase says of "the director" that may as well be said of an actor.
_OF_ANYONE = frozenset({
    "best-known-for", "known-already-for", "known-for", "evidenced-by", "who-revealed", "own-earlier", "after-film",
    "after-the-director", "owed-to",
})  # fmt: skip


def without_doubtful(document: Document, news: News, facts: list[Fact]) -> list[Fact]:
    """Leave out of the facts of trivia what the words around them speak against, or say it of whom they mean."""
    directors = {fold(end.what.name): end for end in news.directors if isinstance(end.what, Mention)}
    cast = {
        fold(fact.subject.what.name): fact.subject
        for fact in news.facts
        if fact.predicate == "starredIn" and fact.object.what == "FILM" and isinstance(fact.subject.what, Mention)
    }
    books = {
        fact.object.what.name
        for fact in facts
        if fact.predicate == "basedOn" and isinstance(fact.object.what, Mention) and fact.object.what.type != "Film"
    }
    titled = {fact.subject.what.name for fact in facts if fact.predicate == "wrote" and _is_work(fact.object)
              and isinstance(fact.subject.what, Mention)}  # fmt: skip
    names = [film.what.name for film in news.films if isinstance(film.what, Mention)]
    works = {fact.object.what.name for fact in facts if isinstance(fact.object.what, Mention) and _works(fact)}
    kept = []
    for fact in nearest(document, news, facts):
        if fact.rule in _HIS_FILM and isinstance(fact.subject.what, Mention) and _is_no_maker(fact.subject.what, works):
            continue  # "a mention for his short TITLE, then the Golden Bear for his first film, TITLE"
        fact = _of_whom(document, fact, directors, cast)
        if fact.predicate == "basedOn" and _is_book_of(fact.object, titled):
            continue  # "NAME's novel TITLE" is one work
        if fact.predicate == "alsoKnownAs":
            fact = _whole_alias(document, fact)
            if _IS_PART.search(document.text, max(0, fact.first - _NEAR), fact.first) and fact.rule in _OF_CLAUSES:
                continue  # "The role of Louis was first offered to NAME"
        printed = fact.object.what
        fact = _whole_titles(document, fact)
        if (
            fact.object.what != printed
            and isinstance(fact.object.what, Mention)
            and countries().code(fact.object.what.name)
        ):
            continue  # "to be released in France with NAME"
        if _is_director_alone(fact, directors, cast) and not _SEEN_IN.search(document.text, fact.first, fact.last):
            fact = replace(fact, predicate="directed")  # "NAME and NAME had worked together on TITLE"
        if directors and fact.predicate == "directed" and fact.object.what == "FILM":
            continue
        if fact.subject.what == "DIRECTOR" and _LATTER.search(document.text, fact.first, fact.last) and news.directors:
            fact = replace(fact, subject=news.directors[-1])
        if fact.rule == "director-film-name" and _TITLE_BEFORE.search(
            document.text, max(0, fact.first - 80), fact.first
        ):
            continue  # "Like TITLE, NAME's previous film, TITLE is about …"
        if any(_is_person(document, end, directors.keys() | cast.keys()) for end in _works(fact)):
            continue
        if fact.rule in _PRIZES and _is_of_title_before(document, fact, [*names, *directors]):
            continue  # "started with TITLE, Golden Bear at FESTIVAL"
        if fact.rule in _OF_SOURCE and _NOT_ADAPTED.search(document.text, _start(document, fact), fact.last):
            continue
        if fact.predicate == "basedOn" and _is_by_half(fact, facts):
            continue
        if fact.predicate == "award":
            fact = _one_prize(fact)
        if fact.predicate == "basedOn" and _is_based_otherwise(document, fact, names):
            continue
        if fact.rule in _ELSEWHERE and _ELSEWHERE[fact.rule].search(document.text, _start(document, fact), fact.first):
            continue
        fact = _in_full(_by_trade(document, fact), directors)
        if fact.predicate == "directed" and _is_described(document, fact.subject):
            continue
        if fact.predicate == "wrote" and fact.object.what == "FILM":
            if _is_of_book(document, fact) or _SAME_NAME.search(document.text, max(0, fact.first - _NEAR), fact.first):
                continue
        elif fact.predicate == "directed" and isinstance(fact.object.what, Mention):
            if fact.object.what.name in books:
                continue
            after = fact.rule == "evidenced-by" and _AFTER.search(document.text, fact.first, fact.last)
            if after and isinstance(fact.subject.what, Mention) and not _is_one(fact.subject.what.name, directors):
                continue
            seen = fact.rule == "role-won-for" and _SEEN_IN.search(document.text, fact.first, fact.last)
            between = document.text[fact.subject.last : fact.object.first] if fact.rule == "person-her-film" else ""
            is_own = (
                isinstance(fact.subject.what, Mention)
                and fold(fact.subject.what.name) in directors.keys() | cast.keys()
            )
            is_cast = isinstance(fact.subject.what, Mention) and fold(fact.subject.what.name) in cast.keys() - directors
            seen = seen or (is_own and _PLAYED_IN.search(between)) or (is_cast and _AS_IN_HIS.search(between))
            if seen or _is_directed(document, fact, directors, cast):
                fact = replace(fact, predicate="starredIn")  # "NAME had directed NAME in her first film, TITLE"
            if fact.subject.what == "DIRECTOR" and fact.rule in _OF_ANYONE:
                actor = _actor_before(document, fact, directors, cast)
                fact = replace(fact, subject=actor, predicate="starredIn") if actor else fact
        elif fact.predicate == "shotIn" and _GAUGE.match(document.text, fact.object.last):
            continue  # "shot in Super 16"
        elif (
            fact.predicate == "follows"
            and fact.rule not in _IN_ORDER
            and _LATER.search(document.text, _start(document, fact), fact.first)
        ):
            continue  # "the third part of the saga started with TITLE": there is one between
        elif (
            fact.predicate == "partOf"
            and fact.rule not in _IN_ORDER
            and not _OF_THREE.search(document.text, fact.first, fact.last)
        ):
            continue  # a part of a saga that never ends
        elif fact.predicate == "ordinal" and (
            _SINCE.match(document.text, fact.last)
            or _SOLO.search(document.text, fact.first, min(fact.last + _NEAR, len(document.text)))
        ):
            continue  # "first film by NAME since TITLE", "first feature that she directs alone"
        elif fact.predicate == "ordinal" and _is_of_title_before(document, fact, [*names, *directors]):
            continue
        kept.append(fact)
    return kept


def _is_of_book(document: Document, fact: Fact) -> bool:
    """Tell whether a phrase says who wrote a book; one that a whole sentence holds says so of whom it names there."""
    found = _OF_BOOK.search(document.text, fact.first, fact.last)
    who = fact.subject.what
    if found is None or not fact.rule.startswith("recalled-") or not isinstance(who, Mention):
        return found is not None
    return document.text.startswith(who.name, found.end() + 1)


def _is_no_maker(person: Mention, works: set[str]) -> bool:
    """Tell whether what is said to have made a film is a prize, or another work that the sentence names."""
    return person.name in works or any(fold(person.name).startswith(award) for award in words("names", "awards"))


def _is_by_half(fact: Fact, facts: list[Fact]) -> bool:
    """Tell whether a source is called by an author of one word where another phrase names one in full."""
    if not isinstance(fact.object.what, Mention):
        return False
    book, by, author = fact.object.what.name.rpartition(" by ")
    if not by or " " in author:
        return False
    others = [other.object.what.name for other in facts if isinstance(other.object.what, Mention)]
    return any(name.startswith(f"{book} by ") and " " in name.rpartition(" by ")[2] for name in others)


def _one_prize(fact: Fact) -> Fact:
    """Give the first of several prizes: "the Golden Bear, the Silver Rose and the audience award"."""
    what = fact.object.what
    if not isinstance(what, Mention):
        return fact
    first = _PRIZES_IN_A_ROW.split(what.name)[0]
    return replace(fact, object=replace(fact.object, what=Mention(what.type, first)))


def _is_based_otherwise(document: Document, fact: Fact, names: list[str]) -> bool:
    """Tell whether only a part of the film comes from a work, or another film does: "the comedy TITLE, a remake of"."""
    if fact.subject.what != "FILM":
        return False
    if _OF_PART.search(document.text, _start(document, fact), fact.last):
        return True
    before = _OTHER_REMADE.search(document.text, max(0, fact.first - _AROUND), fact.first)
    return before is not None and not any(name in before.group() for name in names)


def _of_whom(document: Document, fact: Fact, directors: dict[str, End], cast: dict[str, End]) -> Fact:
    """Say a fact of whom the sentence is about: "Ida Holm assisted NAME before her first short, TITLE".

    "Revealed by TITLE, NAME finds here": of the actor who follows.
    """
    if fact.rule in _HIS_FILM and isinstance(fact.subject.what, Mention) and fact.subject.last:
        name = fold(fact.subject.what.name)
        before = document.text[_start(document, fact) : fact.subject.first]
        own = next((end for full, end in directors.items() if full in fold(before)), None)
        if own and name not in directors.keys() | cast.keys() and _BY.search(before):
            return replace(fact, subject=own)
    if fact.rule == "best-known-for" and fact.subject.what == "DIRECTOR":
        behind = fold(document.text[fact.last : fact.last + _AROUND])
        actor = next((end for full, end in cast.items() if full not in directors and _follows(full, behind)), None)
        if actor:
            return replace(fact, subject=actor, predicate="starredIn")
    return fact


def _follows(name: str, text: str) -> bool:
    return bool(re.match(rf"\s*(?:\(\d{{4}}\))?,\s+(?:the (?:actor|actress|comedian) )?{re.escape(name)}\b", text))


def _is_work(end: End) -> bool:
    return isinstance(end.what, Mention) and end.what.type == "Work"


def _is_book_of(end: End, authors: set[str]) -> bool:
    """Tell whether a source is called by its kind and by one of these authors: "novel by NAME"."""
    what = end.what
    return isinstance(what, Mention) and what.type != "Film" and what.name.rpartition(" by ")[2] in authors


def _by_trade(document: Document, fact: Fact) -> Fact:
    """Say of somebody called a producer that he or she produced what a phrase takes for a director's film."""
    if fact.predicate != "directed" or not isinstance(fact.subject.what, Mention) or fact.object.what == "FILM":
        return fact
    before = document.text[max(0, fact.subject.first - _NEAR) : fact.subject.first].split()
    trade = _TRADES.get(before[-1].casefold()) if before else None
    return replace(fact, predicate=trade) if trade else fact


def _in_full(fact: Fact, directors: dict[str, End]) -> Fact:
    """Give somebody whom a phrase calls by surname alone, and who directed the film, the full name."""
    what = fact.subject.what
    if fact.predicate != "directed" or not isinstance(what, Mention) or " " in what.name:
        return fact
    full = next((end for name, end in directors.items() if " " in name and name.split()[-1] == fold(what.name)), None)
    return replace(fact, subject=full) if full else fact


def _is_directed(document: Document, fact: Fact, directors: dict[str, End], cast: dict[str, End]) -> bool:
    """Tell whether who is said to direct an earlier film is an actor whom the director, named before, led in it."""
    if not isinstance(fact.subject.what, Mention):
        return False
    name = fold(fact.subject.what.name)
    if name in directors or name not in cast or not fact.subject.last:
        return False
    start, _ = document.sentence(fact.subject.first, fact.subject.first + 1)
    said = fold(document.text[max(start, fact.subject.first - _AROUND) : fact.subject.first])
    return any(director in said for director in directors)


def _is_director_alone(fact: Fact, directors: dict[str, End], cast: dict[str, End]) -> bool:
    if fact.predicate != "starredIn" or not isinstance(fact.subject.what, Mention) or fact.object.what == "FILM":
        return False
    name = fold(fact.subject.what.name)
    return name in directors and name not in cast


def _whole_titles(document: Document, fact: Fact) -> Fact:
    """Give a fact with its earlier film's title as long as it is: "Alice and the Mayor", "Sun over Rome" on NAME."""
    what = fact.object.what
    if not isinstance(what, Mention) or what.type not in _TITLES or not fact.object.last:
        return fact
    if (shout := _SHOUT.match(document.text, fact.object.last)) and what.name[-1] not in "?!…":
        shouted = Mention(what.type, f"{what.name}{shout.group()}")
        return replace(fact, object=replace(fact.object, what=shouted, last=shout.end()))
    if over := _OVER.fullmatch(what.name):
        return replace(fact, object=replace(fact.object, what=Mention(what.type, over["title"])))
    if _LAST_LETTER.fullmatch(what.name) and _SENTENCE_OVER.match(document.text, fact.object.last):
        return replace(fact, object=replace(fact.object, what=Mention(what.type, what.name[:-1])))
    if (place := _SHOT_IN.search(what.name)) and _SHOOTING.search(document.text, fact.first, fact.object.first):
        return replace(fact, object=replace(fact.object, what=Mention(what.type, what.name[: place.start()])))
    if behind := _LIKE.match(what.name) or _YEAR_FIRST.match(what.name) or _player_in(what.name):
        return replace(fact, object=replace(fact.object, what=Mention(what.type, what.name[behind.end() :])))
    longer = _GOES_ON.match(document.text, fact.object.last)
    is_printed = document.text[fact.object.first : fact.object.last] == what.name
    about = _ABOUT.search(what.name) if is_printed and what.type != "Work" else None
    if about and is_given_name(about["given"]):
        end = replace(fact.object, what=Mention(what.type, what.name[: about.start()]))
    elif longer:
        end = replace(fact.object, what=Mention(what.type, what.name + longer.group()), last=longer.end())
    else:
        return fact
    return replace(fact, object=end)


def _player_in(title: str) -> re.Match[str] | None:
    """Take what is said of an actor before a title for no part of it: "Ida Holm in Low Tide"."""
    found = _PLAYER_IN.match(title)
    return found if found and is_given_name(found["given"]) else None


def _is_of_title_before(document: Document, fact: Fact, own: list[str]) -> bool:
    """Tell whether a phrase stands behind a title and a comma, and neither film nor director is named there."""
    before = _TITLE_BEFORE.search(document.text, max(0, fact.first - 80), fact.first)
    if document.text.startswith(("this is ", "it is "), fact.first):
        return False  # "After TITLE, shown at FESTIVAL, this is NAME's second film"
    return before is not None and not any(name in before.group() for name in own)


def _is_described(document: Document, end: End) -> bool:
    """Tell whether a person of one name stands behind "his" or "the", as in "his Oslo trilogy"."""
    if not isinstance(end.what, Mention) or " " in end.what.name or not end.last:
        return False
    return bool(_DETERMINED.search(document.text, max(0, end.first - _NEAR), end.first))


def _whole_alias(document: Document, fact: Fact) -> Fact:
    """Give another title from where its sentence begins, where words of a title stand before: "With Love and Rain"."""
    value = fact.object.what
    start = _start(document, fact)
    before = _OF_TITLE.search(document.text[start : fact.first].lstrip())
    if not isinstance(value, Value) or not before:
        return fact
    return replace(fact, object=replace(fact.object, what=Value(f"{before['words']}{value.value}")))


def _works(fact: Fact) -> list[End]:
    return [end for end in (fact.subject, fact.object) if isinstance(end.what, Mention) and end.what.type in _TITLES]


def _is_person(document: Document, end: End, people: set[str]) -> bool:
    """Tell whether a title is rather a person's name: one that is known, or one with a given name beside "with"."""
    assert isinstance(end.what, Mention)
    name = end.what.name
    if fold(name) in people or _is_duo(name, dict.fromkeys(people, end)):
        return True
    parts = name.split()
    if not 2 <= len(parts) <= 3 or not all(part[0].isupper() for part in parts) or not is_given_name(parts[0]):
        return False
    before = document.text[max(0, end.first - 20) : end.first].split()
    return bool(before) and before[-1].casefold() in _BESIDE


def _is_duo(name: str, directors: dict[str, End]) -> bool:
    """Tell whether a name puts the surnames of two directors together: "the Holm-Lund duo"."""
    parts = fold(name).split("-")
    return len(parts) > 1 and parts[0] != parts[-1] and all(_is_one(part, directors) for part in parts if part)


def _start(document: Document, fact: Fact) -> int:
    """Give where the sentence of a fact begins, so far as it lies near."""
    start, _ = document.sentence(fact.first, fact.first + 1)
    return max(start, fact.first - _AROUND)


def _is_one(name: str, people: dict[str, End]) -> bool:
    last = fold(name).split()[-1]
    return any(full.split()[-1] == last for full in people)


def _actor_before(document: Document, fact: Fact, directors: dict[str, End], cast: dict[str, End]) -> End | None:
    """Give the actor whom the sentence names last before a phrase that names nobody."""
    if _DIRECTING.search(document.text, fact.first, fact.last):
        return None
    said = fold(document.text[_start(document, fact) : fact.first])
    found = [(said.rfind(name), name) for name in [*directors, *cast] if name in said]
    if not found:
        return None
    name = max(found)[1]
    return cast.get(name) if name not in directors else None
