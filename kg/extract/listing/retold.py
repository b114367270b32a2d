"""Titles told again: the teaser shows how far a title goes that a headline lets end too late or begin too late."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.listing.unfilmed import adapted_from, honour_before, is_kind_alone, is_no_film, kind_before
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.festival import known_festival, markets
from kg.extract.slot.given import is_given_name
from kg.extract.slot.whole import where
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.listing.layout import Block

__all__ = ["after_works", "compound_makers", "of_films_alone", "retold", "stands_alone"]

# Small words with which a headline goes on behind a title, as the title itself may.
_GOES_ON = re.compile(r"[\s,:–-]+(?=(?:in|with|for|on|to|at|from|as|after|by|before|among|around|into|and|of)\s)")
_IN_PLACE = re.compile(r",?\s(?:in|to|at)\s(?:the\s)?(?P<place>[^\W\d_a-z][^,:;]*)$")
# "TITLE, the new thriller", "TITLE to the Oscars": a title has ended before what it is called, or where it is sent.
_ASIDE = re.compile(
    rf",\s(?:the|an?|his|her|their)\s(?:[\w’'-]+\s){{0,3}}?(?:{'|'.join(sorted(words('leads', 'works')))})\b"
    rf"|\s(?:to|at|for|in)\s(?:the\s)?(?:{'|'.join(sorted(map(re.escape, markets()), key=len, reverse=True))})$",
    re.IGNORECASE,
)
# "Ana Ruiz’s next feature" has no title yet.
_UNTITLED = re.compile(
    r"[’']s?\s(?:next|new|latest|upcoming|first|second|third|fourth|fifth|debut|sophomore|forthcoming|future|own)"
    rf"(?:\s(?:[a-z-]+\s)?(?:{'|'.join(sorted(words('leads', 'works')))}))?$"
)
_WORD_BEFORE = re.compile(r"(?:^|\s)(\S+\s)$")
# What somebody wrote is no film, and whoever wrote it did not direct.
_BOOK = re.compile(
    r"[\s,]+(?:[\w’'-]+\s){0,2}?(?:novels?|books?|(?<!will )(?<!to )plays?(?! (?:in|at|out|as|here|a|the|to)\b)|"
    r"memoirs?|bestsellers?|best-sellers?|autobiograph\w+|novellas?|short stor(?:y|ies)|comics?|comic books?|"
    r"graphic novels?|stage play|manga|trilogy of novels)\b"
)
_BY_OTHERS = re.compile(
    r"\b(?:written|penned|scripted|co-written|created|produced|novel|book|play|story|memoir|bestseller|sold|"
    r"composed|lensed|screenplay|script|music|starring|toplined|played|comics?|novels|presided(?: over)?|chaired|"
    r"curated|hosted|moderated|inspired|jury|juries|photographed|edited)\s(?:and\s(?!directed|helmed|filmed|shot)\w+\s)?by\s(?:[\w’'-]+\s){0,3}?$"
)
_FIRST_STEP = re.compile(r"(?:steps|step|stepped|goes|moves|passes) behind the camera")
# "Films by NAME, NAME and NAME", "projects by NAME (TITLE)": each made one of their own.
_FILMS_EACH = re.compile(
    r"[^()]{0,80}\b(?:films|features|projects|works|titles|documentaries|debuts)\b(?:[^()]{1,60}\(|[^().;]{1,40}, )"
)
# Of whom a film tells did not direct it: "about the murder of journalist NAME explores …".
_TOLD_OF = re.compile(r"\b(?:about|of|on)\s(?:[a-zà-ÿ’'-]+\s){0,3}$")
# "a biopic on the documentary maker NAME": whom a film is about.
_SUBJECT_OF = re.compile(
    r"\b(?:(?:biopic|film|documentary|movie|drama|feature|portrait|story|book|series) (?:on|about)|"
    r"(?:portrait|biopic|life|story|tale|death|career|biography) of|(?:tribute|homage|ode|dedicated|devoted) to|"
    r"(?:collaborated|worked|collaborating|working|works) (?:\w+ )?with(?: (?:the )?[\w-]+)?)\s$"
)
_MADE_BY = re.compile(r"\bby (?:the )?$")
# "an adaptation of NAME’s TITLE": a book, by whoever wrote it.
_ADAPTS = re.compile(
    r"\b(?:adaptation|version|rendition|reading|reworking|retelling|reimagining|transposition) of "
    r"(?!the (?:film|movie))(?:[a-zà-ÿ-]+ ){0,3}$|\b(?:based on|adapted from) (?:[a-zà-ÿ-]+ ){0,2}$"
)
# "about the singer NAME, directed by": whom the film is about.
_SOMEBODY_TOLD = re.compile(r"\b(?:about|on|of) (?:[\w-]+ ){0,4}?$")
_NOUNS = frozenset({"noun-director", "nation-director"})
_SUBJECTS = frozenset({"director-delivers", "subject-verb", "clause-subject-verb"})
_COMPOUNDS = {"directed": "directed", "helmed": "directed", "penned": "wrote", "scripted": "wrote", "written": "wrote",
              "fronted": "starredIn", "starrer": "starredIn", "toplined": "starredIn"}  # fmt: skip
_COMPOUND = re.compile(
    r"(?<!\w)(?P<name>(?!(?:The|A|An|In|By|New)\b)[^\W\d_a-zß-ÿ][\w’'.]*(?: [^\W\d_a-zß-ÿ][\w’'.-]*?){1,2})[-–]"
    rf"(?P<does>{'|'.join(_COMPOUNDS)})\b"
)
# "the comic duo of TITLE" plays in it; "novelist NAME’s TITLE" is a book, whoever films it.
_ACTING_DUO = re.compile(r"\b(?:comic|comedy|acting|singing|star|leading|screen|romantic)\s$")
_AUTHOR = re.compile(r"\b(?:author|novelist|playwright|poet|writer|cartoonist)\s$", re.IGNORECASE)
# "her first international film" need not be her first.
_FIRST_OF_A_KIND = re.compile(r"\b(?:international|foreign|solo|live-action|Hollywood|3D|[A-Z][a-z]+-language)\b")
_NOT_AT_HOME = re.compile(r" (?:shot|made|set|filmed|outside|abroad|in [A-ZÀ-Þ]|for (?:children|television|TV))\b")
# What a film grew out of is not what it is.
_MADE_FROM = re.compile(r"\b(?:from|out of|after|following|on)\s$")
_AS_DIRECTOR = re.compile(r"\b(?:directorial|directing|as (?:a )?(?:director|filmmaker|helmer)|behind the camera)\b")
_ITS_AUTHOR = re.compile(r"\b(?:adapt\w*|based|inspired|version|take|remake|of|on|from)\s(?:[\w-]+\s)?the\s$", re.I)
# What stands before brackets and is nobody's part: "the film (NAME)", "a jury (NAME and NAME)".
_NO_PART = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, words('leads', 'works') | words('leads', 'companies'))))}|directors?|"
    r"film-?makers?|helmers?|newcomers?|novels?|books?|plays?|jury|prizes?|awards?|festival|script|screenplay|"
    r"screenwriters?|cinematographer|composer|editor|president|programme|section|actors?|actress(?:es)?|performance|"
    r"director|title|version|role|roles|cast|author|novelist)\s\($"
)
_COMPANY_ENDS = words("names", "company_ends")
_AFTER_WORKS = frozenset({"since-works-somebody", "since-works-and-hit", "after-works-somebody"})
_BARE_AFTER = re.compile(r"(?:after|following|since) [^\s,()]+,", re.IGNORECASE)
_DOES = re.compile(rf"[-–](?:{'|'.join(_COMPOUNDS)})\b")
_IS_ACTOR = re.compile(r"(?:^|[.;] )(?:The|This) (?:[\w’'-]+ ){0,2}act(?:or|ress)\b(?!.*\bdirect)")
_LINE = 200
_PARTNERS = frozenset({"in-co-production-with", "partnering-with"})
_BOOK_BEFORE = re.compile(r"\b(?:novel|book|play|bestseller|memoir|story|stories|comic|comics)\s[“\"«‘]?$")
_TEAMS = re.compile(r"(?:teaming|teams|team|teamed) up")
_YEAR_AT_END = re.compile(r"\s(?:19|20)\d\d$")
_LONGEST_NAME = 3
_PLAYED = frozenset({"is-starred", "play-roles"})
_DIRECTOR = re.compile(r"\b(?:director|filmmaker|helmer|auteur)s?\s$")
_POSSESSED = re.compile(r"[’']s?(?=\s)")


def retold(document: Document, facts: list[Fact], headline: tuple[int, int], block: Block) -> list[Fact]:
    """Give the facts of a headline with the extents of its titles corrected by what the teaser prints again."""
    directed = {fact.object.what for fact in facts if fact.predicate == "directed"}
    films = _films(facts)
    untitled = {
        film.what
        for film in films
        if _UNTITLED.search(document.text, film.first, film.last)
        or is_no_film(document.text[film.first : film.last], has_director=film.what in directed)
    }
    untitled |= _people_among(films) | _of_event(document.text, films, headline, block)
    facts = [_of_open_film(fact) for fact in after_works(document, facts)]
    facts = [fact for fact in facts if not {fact.subject.what, fact.object.what} & untitled]
    told = block.told(document)
    origins = {part.name for part in block.tag.countries} if block.tag else set()
    new: dict[End, End] = {}
    for end in _films(facts):
        first, last = _extent(document.text, end, headline, told, origins)
        if (first, last) != (end.first, end.last):
            name = document.text[first:last]
            new[end] = replace(end, what=Mention(_type(end), name), first=first, last=last)
    if not new:
        return facts
    kept = []
    for fact in facts:
        subject, object_ = new.get(fact.subject, fact.subject), new.get(fact.object, fact.object)
        within = any(
            film.first <= other.first and other.last <= film.last and other not in (film, old)
            for old, film in new.items()
            for other in (subject, object_)
            if other.last
        )
        if not within:
            kept.append(replace(fact, subject=subject, object=object_))
    if not any(fact.main for fact in kept):
        film = next(iter(new.values()))
        old = facts[0]
        kept.append(
            replace(old, subject=film, predicate="describedIn", object=replace(film, what="ITEM"), main="subject")
        )
    return kept


def _of_event(text: str, films: list[End], headline: tuple[int, int], block: Block) -> set[Mention]:
    """Give the films that begin within the name of the event that the tag line has: "Producers on the | Move: …"."""
    tagged = text[block.tag_line.first : block.tag_line.last] if block.tag_line else ""
    events = [_YEAR_AT_END.sub("", part.strip()) for part in tagged.split("|")]
    starts = [(text.find(event, *headline), len(event)) for event in events if " " in event]
    return {
        film.what
        for film in films
        if isinstance(film.what, Mention) and any(0 <= at < film.first < at + length for at, length in starts)
    }


def _people_among(films: list[End]) -> set[Mention]:
    """Give the films that are rather people, if most of several are: "Ida Holm, Per Lund and Lin Wei win"."""
    names = [film.what.name.split() for film in films if isinstance(film.what, Mention)]
    like = [2 <= len(name) <= _LONGEST_NAME and is_given_name(name[0].casefold()) for name in names]
    are_people = len(films) > 1 and sum(like) * 2 > len(films)
    return {film.what for film in films if isinstance(film.what, Mention)} if are_people else set()


def _of_open_film(fact: Fact) -> Fact:
    """Leave open which film it is that somebody made of whom a headline says no more: "A thriller by Ida Holm"."""
    what = fact.object.what
    if fact.rule == "title-by-alone" and isinstance(what, Mention) and is_kind_alone(what.name):
        return replace(fact, object=End("FILM"), main="")
    return fact


def after_works(document: Document, facts: Iterable[Fact]) -> list[Fact]:
    """Leave out works behind "after" that are rather where somebody was: "After Cannes, NAME", "After Oslo, NAME"."""
    kept = []
    for fact in facts:
        name = fact.object.what.name if isinstance(fact.object.what, Mention) else ""
        if fact.rule in _AFTER_WORKS and fact.predicate == "directed":
            alone = " " not in name and _BARE_AFTER.match(document.text, fact.first)
            if alone or known_festival(name) or countries().code(name):
                continue
        kept.append(fact)
    return kept


def _films(facts: Iterable[Fact]) -> list[End]:
    found: list[End] = []
    for fact in facts:
        end = fact.subject if fact.main == "subject" else fact.object if fact.main else None
        if end is not None and isinstance(end.what, Mention) and end not in found:
            found.append(end)
    return found


def _type(end: End) -> str:
    return end.what.type if isinstance(end.what, Mention) else "Film"


def _extent(text: str, film: End, headline: tuple[int, int], told: str, origins: set[str]) -> tuple[int, int]:
    """Give where a title begins and ends, as far as the teaser tells, or one of the item's countries at its end."""
    first, last = film.first, film.last
    first += adapted_from(text[first:last]) or honour_before(text[first:last])
    first += kind_before(text[first:last]) if first == headline[0] else 0
    if aside := _ASIDE.search(text, first, last):
        return first, aside.start()
    if first == film.first and text[first:last] in told:
        return _begun_before(text, film, headline, told), last
    for hit in _GOES_ON.finditer(text, first, last):
        shorter = text[first : hit.start()]
        longer = text[first : text.find(" ", hit.end(), last) if " " in text[hit.end() : last] else last]
        if longer not in told and stands_alone(shorter, told):
            return first, hit.start()
    place = _IN_PLACE.search(text, first, last)
    code = countries().code(place["place"].strip()) if place else None
    if place and last == headline[1] and code and countries().name(code) in origins:
        return first, place.start()
    return first, last


def _begun_before(text: str, film: End, headline: tuple[int, int], told: str) -> int:
    """Give where a title begins that the teaser prints with the words before it too: "Life’s A Ball"."""
    first = film.first
    while before := _WORD_BEFORE.search(text, headline[0], first):
        start = before.start(1)
        word = before[1].strip()
        whole = text[start : film.last]
        at = told.find(whole)
        if not word[0].isupper() or at < 0:
            break
        if _POSSESSED.search(before[1]) and (
            is_given_name(word[:-2].casefold())
            or _follows_capital(told, at)
            or " " in text[headline[0] : start].strip()
        ):
            break  # whose film it is
        first = start
    return first


def stands_alone(name: str, told: str) -> bool:
    """Tell whether a text prints a name with no capital right before or behind it."""
    if len(name) < 2 or not name[0].isupper() or name.casefold() in words("names", "plain"):
        return False
    if countries().code(name) or countries().code_of_demonym(name):
        return False
    for start in where(name, told):
        end = start + len(name)
        before = told[:start].rstrip('“"‘(«').rsplit(None, 1)[-1:] or [""]
        behind = told[end:].lstrip(" ")
        is_surname = before[0][:1].isupper() and not before[0].endswith((",", ".", ":"))
        goes_on = told[end : end + 1] == " " and behind[:1].isupper()
        if not goes_on and not is_surname and told[end : end + 2] not in ("’s", "'s", "’ "):
            return True
    return False


def _follows_capital(told: str, at: int) -> bool:
    words_before = told[:at].split()
    return bool(words_before) and words_before[-1][0].isupper() and len(words_before) > 1


def compound_makers(document: Document, lines: Iterable[tuple[int, int]]) -> list[Fact]:
    """Read who made "the film" out of compounds: "the Ida Holm-directed drama", "Rosa Lind-penned"."""
    facts = []
    for first, last in lines:
        if not _DOES.search(document.text, first, last):
            continue  # most lines have no such compound
        for hit in _COMPOUND.finditer(document.text, first, last):
            person = thing(hit["name"], "Person", *hit.span("name"))
            predicate = _COMPOUNDS[hit["does"]]
            facts.append(Fact(person, predicate, End("FILM"), *hit.span(), "compound-maker", 2.0))
    return facts


def _is_called(end: End) -> bool:
    """Tell whether a name is somebody's: a given name that is known and one or two words more."""
    parts = end.what.name.split() if isinstance(end.what, Mention) else []
    is_firm = not parts or parts[-1].casefold() in _COMPANY_ENDS
    return not is_firm and 1 < len(parts) <= _LONGEST_NAME and is_given_name(parts[0].casefold())


def _is_no_firm(fact: Fact, text: str) -> bool:
    name = fact.subject.what.name if isinstance(fact.subject.what, Mention) else ""
    if text[max(0, fact.subject.first - 1) : fact.subject.first] in ("“", '"', "‘", "«"):
        return True  # "TITLE (“Fire!”)"
    return not is_company_name(name) or name.casefold() in words("events", "prizes") or bool(known_festival(name))


def _is_city(end: End) -> bool:
    return isinstance(end.what, Mention) and end.what.name.casefold() in words("names", "cities")


def _line_before(text: str, at: int) -> str:
    return text[max(0, at - _LINE) : at].rsplit("\n", 1)[-1]


def _is_person(fact: Fact) -> bool:
    """Tell whether what a fact takes for a company is rather somebody: two or three capitals behind a given name."""
    parts = fact.subject.what.name.split() if isinstance(fact.subject.what, Mention) else []
    of_company = fact.predicate in ("produced", "distributed") and parts and parts[-1].casefold() not in _COMPANY_ENDS
    return bool(of_company) and 1 < len(parts) < 4 and is_given_name(parts[0].casefold())


def _of_subject(text: str, fact: Fact) -> Fact:
    """Take "the film about the singer NAME, directed by" for what it says of the film."""
    film = fact.object
    of_work = fact.rule == "work-directed" and fact.predicate == "directed" and fact.main
    before = text[max(0, film.first - 60) : film.first].rsplit("\n", 1)[-1]
    told = before.split() if of_work and _SOMEBODY_TOLD.search(before) else []
    if told and told[-1].casefold() in words("leads", "people"):
        return replace(fact, object=End("FILM"), main="")
    return fact


def _is_first_of_a_kind(text: str, fact: Fact) -> bool:
    """Tell whether a film is the first, or the second, only of those of some sort: "his first feature shot abroad"."""
    return bool(_FIRST_OF_A_KIND.search(text, fact.first, fact.last) or _NOT_AT_HOME.match(text, fact.last))


def of_films_alone(document: Document, facts: Iterable[Fact]) -> list[Fact]:
    """Keep what is said of films: whose novel it is, or who wrote something, directed nothing by that."""
    kept = []
    facts = list(after_works(document, facts))
    others = {(fact.first, fact.last) for fact in facts if fact.rule == "brackets-distributor" and _is_person(fact)}
    for fact in map(partial(_of_subject, document.text), facts):
        if fact.rule == "brackets-distributor" and (fact.first, fact.last) in others:
            continue  # "TITLE by NAME, TITLE (NAME)"
        if (
            fact.rule == "directors-title-in-brackets"
            and fact.predicate == "produced"
            and _is_no_firm(fact, document.text)
        ):
            continue  # "Ida Holm’s TITLE (Golden Bear)"
        if fact.predicate == "stage" and _FIRST_STEP.match(document.text, fact.first, fact.last):
            continue  # "NAME steps behind the camera with TITLE"
        if fact.rule == "film-by" and _FILMS_EACH.match(document.text, fact.first, fact.last):
            continue
        if fact.rule == "title-director" and _is_city(fact.object):
            continue  # "the Madrid director’s fourth feature"
        if fact.rule == "director-of" and _ACTING_DUO.search(document.text[max(0, fact.first - 20) : fact.first]):
            continue
        if fact.predicate == "directed" and fact.subject.last:
            subject = fact.subject
            behind = document.text[subject.last : subject.last + 60]
            owner = _POSSESSED.match(behind)
            if owner and _BOOK.match(behind, owner.end()):
                continue
            before = document.text[max(0, subject.first - 60) : subject.first]
            line = before.rsplit("\n", 1)[-1]
            if owner and _AUTHOR.search(line):
                continue
            if _BY_OTHERS.search(line) or (fact.rule in _SUBJECTS and _TOLD_OF.search(line)):
                continue
            if fact.rule == "directors-work" and _ADAPTS.search(line):
                continue
            if fact.rule == "director-delivers" and _MADE_BY.search(line):
                continue  # "TITLE by NAME brings it to a close", "the company run by NAME celebrates"
            lead = document.text[max(0, fact.first - 40) : fact.first].rsplit("\n", 1)[-1]
            if fact.rule in _NOUNS and _SUBJECT_OF.search(lead):
                continue
        if fact.rule in _PARTNERS and _TEAMS.match(document.text, fact.first) and _is_called(fact.subject):
            continue  # "teaming up with Ida Holm on TITLE"
        if fact.rule == "quoted-by" and _BOOK_BEFORE.search(_line_before(document.text, fact.object.first)):
            continue  # "based on the novel “TITLE” by NAME"
        if fact.predicate == "ordinal" and _is_first_of_a_kind(document.text, fact):
            continue
        if fact.rule == "genre-of-this" and _MADE_FROM.search(_line_before(document.text, fact.first)):
            continue  # "expanded from a 2020 short"
        if fact.rule == "actor-her-film" and _AS_DIRECTOR.search(document.text, fact.first, fact.last):
            continue  # "actor NAME talks about his directorial debut, TITLE"
        if fact.rule == "is-starred" and _ITS_AUTHOR.search(_line_before(document.text, fact.subject.first)):
            continue  # "a loose adaptation of the NAME play TITLE"
        if fact.rule == "in-which-they-star" and _IS_ACTOR.search(_line_before(document.text, fact.first)):
            continue  # "The Danish actor will be seen in TITLE by NAME, in which he"
        if fact.rule == "role-brackets" and _NO_PART.search(
            document.text[max(0, fact.subject.first - 40) : fact.subject.first]
        ):
            continue
        if fact.predicate == "starredIn" and fact.rule in _PLAYED and fact.subject.last:
            line = document.text[max(0, fact.subject.first - 60) : fact.subject.first].rsplit("\n", 1)[-1]
            if _DIRECTOR.search(line):
                continue  # "director NAME portrays an insecure man"
        kept.append(fact)
    return kept
