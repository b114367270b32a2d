"""Line-ups: an article that announces what a festival shows says of every film it lists where it will be seen."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact
from kg.extract.lexicon import lexicon
from kg.extract.news import main_ends
from kg.extract.record.columns import COLUMN_RECORD
from kg.extract.section import named_section, section_of_paragraph, told_section
from kg.extract.slot.festival import edition_at, is_market, known_festival, sections, width_of_festival
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.article.pagetag import EventTag

__all__ = ["RECORDS", "LineUp", "announces_films", "film_of_record", "line_up", "line_up_facts", "line_up_of"]

_ANNOUNCES = re.compile(
    r"\b(?:line-?ups?|previews?|highlights|titles to watch|\d+ (?:world |international )?premieres|"
    r"selections?|programmes?|program|slate|competition titles?|titles|roster|guides?|"
    r"(?:unveil(?:s|ed)?|announce[sd]?|reveal(?:s|ed)?|adds?|added|completes?|selects?|selected|in competition|"
    r"lift(?:s|ed)? the (?:lid|veil|curtain) on|discloses?|publishe[sd]|finali[sz]e[sd]?|rounds? off|names?)\b.*"
    r"\b(?:films?|titles?|features?|docs?|shorts?|competition|premieres))\b",
    re.IGNORECASE,
)
# The town is the festival's only where what a festival has stands behind it: "Berlin competition guide".
_TOWN = re.compile(r"\bBerlin(?=:| (?:competition|guide|line-?up|preview|panorama|selection|forum)\b)")
_TO_BE_SHOWN = re.compile(
    r"\b(?:premi[eè]r(?:e|es|ing|ed)|in competition|compet(?:e|es|ing)|selected|open(?:s|ing|er)?|clos(?:es|ing|er)|"
    r"raising the curtain|unveils?|in the running|wraps with|brings?|bringing|presents|delivers|comes with|"
    r"represent(?:s|ed|ing)|returns? (?:to [^.;]{3,60} )?with|follows|world premieres|features?|"
    r"(?:will|to) (?:screen|show|be (?:shown|screened)|bow|play|unspool|compete|present)|selection|programme|"
    r"section|strand|sidebar|out of competition|compris(?:es|ing)|join(?:s|ing)?|"
    r"includ(?:ed?|ing)|added|among (?:them|the)|"
    r"on the bill|line-?up|bow(?:s|ing)?|vying|hosts?)\b",
    re.IGNORECASE,
)
# An article that goes through what is to be shown need not say so of each film.
_PREVIEW = re.compile(r"\b(?:preview|highlights|titles to watch|guide|what to (?:see|watch))\b", re.IGNORECASE)
# What is told of a film, or of its maker, besides.
_ASIDE = re.compile(
    r",\s(?:which|whose|who|already|recently|previously|first|fresh|seen|winner of)\b[^,;()]{3,160}|\([^()]{2,90}\)|"
    r"\b(?:this|last) year[’']s [^,;()]{3,60}?\b(?:winner|title|entry|opener|hit|contender|prize-winner|premiere)s?\b|"
    r"\b(?:fresh from|(?:and |)(?:recently|already|previously|first) (?:seen|shown|screened|unveiled)|seen|unveiled|"
    r"following its|after (?:its|a|having its)) [^,;()]{3,90}|"
    r"\b[A-ZÀ-Þ][\w’'-]+(?: \d{4})? (?:title|winner|entry|contender|prize-winner)s? (?=[A-ZÀ-Þ“\"‘])"
)
# "TITLE, which won a prize in the section of another festival".
_WON = re.compile(r",\s(?:which (?:has |had |also |already )*(?:won|scooped|took|earned|picked)|winner of)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A sentence with one of these may speak of another section than the one that the article is about.
_ELSEWHERE = re.compile(
    r"\b(?:section|sidebar|strand|programme|out of competition|screenings?|galas?|also on|parallel|closing film)\b",
    re.IGNORECASE,
)
_HEAD = 2
_OPENING = 6
# "The Oslo Film Festival has lifted the veil on its competition line-ups."
_TOLD = re.compile(
    r"(?:The )?(?:organisers of )?(?:the )?(?P<festival>[^.;:]{4,80}?) (?:has|have|is|are)? ?(?:just |today |now )?"
    r"(?:lifted the (?:veil|lid|curtain) on|unveil(?:ed|s|ing)|announc(?:ed|es|ing)|reveal(?:ed|s|ing)|"
    r"disclos(?:ed|es|ing)|presented|completed|finali[sz]ed|rounded off|published) "
    r"[^.;]{0,60}?\b(?:line-?ups?|programmes?|program|selections?|competitions?|titles|films)\b"
)
_FIRST_LINES = 8
_DAYS = re.compile(r"\d{1,2}\s?(?:[–-]|to|and)\s?(?:[A-Z][a-z]+\.? )?\d{1,2},? (?:[A-Z][a-z]+\.?,? )?(?:19|20)\d\d")
_LONGEST_HEADING = 60
# A line that has nothing of a record is a heading; with one of these words it is a section’s.
_HEADING = re.compile(r"[A-ZÀ-Þ][^()\d–—:;.,/“”\"]{3,}")
_OTHER_SECTION = re.compile(
    r"\b(?:competition|concorso|concours|competici[oó]n|sección|sezione|section|selection|panorama|sidebar|programme|"
    r"screenings|visions|perspectives|spotlight|showcase|shorts)\b",
    re.IGNORECASE,
)
# How new a film is, is no section: the section stands further up.
_HOW_NEW = re.compile(
    r"(?:(?:world|international|european|regional|national|domestic|local|asian|african|nordic|north american|"
    r"latin american|\w+ian|\w+ish) )?(?:premi[eè]res?|debuts?)(?: \(\d+\))?",
    re.IGNORECASE,
)
# "Oslo 2031 competition – feature film": a section below the festival and its year.
_OWN_HEADING = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]+ ){1,5}(?:19|20)\d\d:? (?P<name>(?:[\w’'-]+ ){0,3}competition)"
    r"(?: ?[–—:-] ?(?P<of>[a-zA-Z -]+))?"
)
RECORDS = frozenset(
    {
        COLUMN_RECORD,
        "title-director-record",
        "segment-record",
        "record-field",
        "title-countries-record",
        "title-above-fields",
    }
)


@dataclass(frozen=True, slots=True)
class LineUp:
    """The festival edition that an article announces the films of, and the section that all of them are in, if one."""

    edition: End
    section: str | None
    name: str
    year: str
    is_preview: bool = False
    otherwise: str | None = None  # the section of films that are said to be in no other one


def film_of_record(fact: Fact) -> End:
    """Give the film of which a record's fact speaks."""
    return fact.subject if fact.predicate in ("countryOfOrigin", "alsoKnownAs") else fact.object


def announces_films(document: Document, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether an article's headline says that it tells which films a festival shows."""
    return bool(lines) and bool(_ANNOUNCES.search(document.text, *lines[0][1:]))


def line_up(document: Document, lines: list[tuple[int, int, int]], date: str | None) -> LineUp | None:
    """Give the edition whose films the article's headline announces, or None where it announces none."""
    if not lines:
        return None
    _, first, last = lines[0]
    if is_market(document.text[first:last]):
        return None
    if not (
        _ANNOUNCES.search(document.text, first, last)
        or (_festivals(document, first, last) and any(_ANNOUNCES.search(document.text, *at[1:]) for at in lines[1:2]))
    ):
        return _told_line_up(document, lines, date)
    section = _sidebar(document.text[first:last])
    is_preview = bool(_PREVIEW.search(document.text, first, last))
    for _, start, end in lines[:_HEAD]:
        for name, begin, stop in _festivals(document, start, end):
            printed = _YEAR.search(document.text, first, end) or _year_of_dates(document, lines)
            year = printed.group() if printed else (date or "")[:4]
            if year:
                edition = End(Mention("FestivalEdition", f"{name} {year}"), begin, stop)
                return LineUp(edition, section, name, year, is_preview)
    home = _sidebars().get(section or "")
    year = (date or "")[:4] or next((hit.group() for hit in _YEAR.finditer(document.text, first, last)), "")
    if home and year and section:
        at = first + document.text[first:last].casefold().index(section.casefold())
        return LineUp(
            End(Mention("FestivalEdition", f"{home} {year}"), at, at + len(section)), section, home, year, is_preview
        )
    return None


def _told_line_up(document: Document, lines: list[tuple[int, int, int]], date: str | None) -> LineUp | None:
    """Give the edition of which one of the first lines says "The Oslo Film Festival has unveiled its line-up"."""
    for _, first, last in lines[1:_OPENING]:
        told = _TOLD.match(document.text, first, last)
        named = _festivals(document, *told.span("festival")) if told else []
        if told and named and date:
            name, begin, stop = named[0]
            edition = End(Mention("FestivalEdition", f"{name} {date[:4]}"), begin, stop)
            return LineUp(edition, None, name, date[:4])
    return None


def line_up_of(document: Document, event: EventTag, headline: tuple[int, int, int]) -> LineUp | None:
    """Give the line-up of a page of festival news whose tag, or whose headline, names one section: its films are there.

    What a sentence says of another section comes first.
    """
    section = event.section or _sidebar(document.text[slice(*headline[1:])])
    if section is None or _sidebars().get(section, event.festival) != event.festival:
        return None
    return LineUp(event.edition, None, event.festival, event.year, otherwise=section)


def line_up_facts(
    document: Document, shown: LineUp, lines: list[tuple[int, int, int]], facts: list[Fact]
) -> list[Fact]:
    """Give a screening for each film that a record of the article lists, or a sentence says will be shown."""
    here = shown.edition.what
    told = {fact.subject.what for fact in facts if fact.predicate == "screenedAt" and fact.object.what == here}
    found: dict[object, Fact] = {}
    starts = [first for _, first, _ in lines]
    in_line: dict[int, list[Fact]] = {}
    for fact in facts:
        in_line.setdefault(bisect_right(starts, fact.first) - 1, []).append(fact)
    for number in range(len(lines)):
        for fact in in_line.get(number, ()):
            if fact.rule in RECORDS:
                film = film_of_record(fact)
                section = shown.section or _heading_above(document, lines, number)
            else:
                ends = main_ends(fact)
                sentence = document.sentence(fact.first, fact.first + 1)
                if not ends or not _says_shown(document, shown, sentence, ends[0].first):
                    continue
                film = ends[0]
                section = shown.section or _section_in(document, *sentence, film.first)
                section = section or section_of_paragraph(document, *lines[number][1:])
                if section is None and shown.is_preview:
                    section = _heading_above(document, lines, number)
                if section is None and not _ELSEWHERE.search(document.text, *sentence):
                    section = shown.otherwise
            is_listed = fact.rule in RECORDS and section is not None
            is_news = is_listed or _tells_more(found.get(film.what), section)
            if isinstance(film.what, Mention) and film.what not in told and is_news:
                qualifiers = {"section": section} if section else {}
                found[film.what] = Fact(
                    film, "screenedAt", shown.edition, min(film.first, fact.first), max(film.last, fact.last),
                    "line-up", 2.0, qualifiers=qualifiers,
                )  # fmt: skip
    return list(found.values())


def _section_in(document: Document, first: int, last: int, film: int) -> str | None:
    """Give the section that a sentence tells, but for what it says of a prize won elsewhere."""
    aside = next((hit.start() for hit in _WON.finditer(document.text, first, last)), last)
    return told_section(document, first, aside, film) or told_section(document, first, last, film)


def _tells_more(held: Fact | None, section: str | None) -> bool:
    """Tell whether a film is new, or its section: the article may name it before it comes to the lists."""
    return held is None or (section is not None and not held.qualifiers)


def _year_of_dates(document: Document, lines: list[tuple[int, int, int]]) -> re.Match[str] | None:
    """Give the year of the days on which the festival is held: "July 4-12, 2003"."""
    hits = (_DAYS.search(document.text, start, end) for _, start, end in lines[:_FIRST_LINES])
    hit = next((hit for hit in hits if hit), None)
    return _YEAR.search(document.text, hit.start(), hit.end()) if hit else None


def _says_shown(document: Document, shown: LineUp, sentence: tuple[int, int], film: int) -> bool:
    """Tell whether a sentence says that the film at an offset will be shown, and names no other festival or year.

    Where another film, or this one, was seen before may be told in a clause of its own: ", which premiered in …".
    """
    if not (shown.is_preview or _TO_BE_SHOWN.search(document.text, *sentence)):
        return False
    others = [hit.start() for hit in _YEAR.finditer(document.text, *sentence) if hit.group() != shown.year]
    others += [first for name, first, _ in _festivals(document, *sentence) if name != shown.name]
    clauses = [hit.span() for hit in _ASIDE.finditer(document.text, *sentence)] if others else []
    for other in others:
        clause = next(((first, last) for first, last in clauses if first <= other < last), None)
        if clause is None or clause[0] <= film < clause[1]:
            return False
    return True


def _heading_above(document: Document, lines: list[tuple[int, int, int]], number: int) -> str | None:
    """The section whose name is the heading under which a record stands."""
    for _, first, last in reversed(lines[1:number]):
        printed = document.text[first:last].strip(" :•*-")
        if _HOW_NEW.fullmatch(printed):
            continue
        if document.text[first:last].rstrip().endswith(":"):
            told = named_section(document, first, last) or told_section(document, first, last)
            if told or len(printed) >= _LONGEST_HEADING:
                return told  # "The line-up of the Panorama Competition is as follows:"
        if own := _OWN_HEADING.fullmatch(printed):
            return own["of"].capitalize() + " competition" if own["of"] else own["name"].capitalize()
        if len(printed) < _LONGEST_HEADING and printed.casefold() in sections():
            return sections()[printed.casefold()]
        if len(printed) < _LONGEST_HEADING and _OTHER_SECTION.search(printed) and _HEADING.fullmatch(printed):
            return printed  # a festival’s own section
    return None


def _festivals(document: Document, first: int, last: int) -> list[tuple[str, int, int]]:
    tokens = tokenise(document, first, last)
    found = []
    at = 0
    while at < len(tokens):
        width = width_of_festival(tokens, at) if tokens.words[at][0].isupper() else 0
        hit = next(iter(edition_at(tokens, at)), None)
        if hit:
            end, names, _, _ = hit
            found.append((_YEAR.sub("", names[0][0]).strip(), tokens.starts[at], tokens.ends[end - 1]))
            at = end
            continue
        if width:
            name = known_festival(tokens.text(at, at + width)) or ""
            found.append((name, tokens.starts[at], tokens.ends[at + width - 1]))
        at += max(1, width)
    if not found and (town := _TOWN.search(document.text, first, last)):
        found.append((known_festival("Berlinale") or town.group(), *town.span()))
    return found


def _sidebar(headline: str) -> str | None:
    """Give the one section that a headline names; of one within another’s name the longer one, of two neither."""
    plain = headline.casefold().replace("’", "'")
    found = [name for name in sorted(_sidebars(), key=len, reverse=True) if name.casefold().replace("’", "'") in plain]
    others = [name for name in found[1:] if name.casefold() not in found[0].casefold()]
    return found[0] if found and not others else None


@cache
def _sidebars() -> dict[str, str]:
    table: dict[str, str] = lexicon("festivals")["sidebars"]
    return table
