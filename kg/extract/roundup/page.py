"""Release round-ups: film after film of heading, cast line, synopsis and trivia, often machine-translated."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention, Value, sort_claims
from kg.document import Item
from kg.extract.coverage import cover
from kg.extract.derive import pairs
from kg.extract.extractor import Extractor
from kg.extract.facts import End, Fact, claim_of, facts_of, readings, thing
from kg.extract.furniture import furniture
from kg.extract.grammar import grammar
from kg.extract.lexicon import lexicon
from kg.extract.names import Known, Names, fold
from kg.extract.news import News, Sentence, read_phrases, sentences
from kg.extract.parenthesis import read_without
from kg.extract.reading import Reading
from kg.extract.record.fields import read_fields
from kg.extract.record.lines import people_between
from kg.extract.roundup.afterword import afterword
from kg.extract.roundup.antecedent import meant
from kg.extract.roundup.cast_line import cast_facts, credit_facts, credit_of, distributed, of_entry
from kg.extract.roundup.doubtful import without_doubtful
from kg.extract.roundup.entries import blocks, entries
from kg.extract.roundup.entry_prose import OPENS, read_prose
from kg.extract.roundup.heading import heading_facts, is_marked
from kg.extract.roundup.numbered import numbered
from kg.extract.roundup.openings import FIELDS, answered, is_caption, opening, openings
from kg.extract.roundup.other_names import without_strangers
from kg.extract.roundup.recalled import recalled
from kg.extract.roundup.releases import marked_heading
from kg.extract.roundup.small_titles import small_titles, titles_like
from kg.extract.roundup.trivia import UNTOLD, own_titles, titles_of, told
from kg.extract.roundup.unglued import announced, pieces
from kg.extract.section import with_sections
from kg.extract.slot.given import is_given_name
from kg.extract.territory import out_in, territory
from kg.extract.token import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.grammar import Rule
    from kg.extract.pattern.matcher import Reach
    from kg.extract.roundup.releases import Entry

__all__ = ["EXTRACTOR", "read_roundup"]

# Rules of headings that no mark parts: what looks like a name there is weighed by what stands beneath.
_UNMARKED = frozenset({"title-of", "title-people", "title-comma-people", "people-title", "title-alone"})
_NAME = "roundup/1"
_LONGEST_HEADING = 120
# A longer line that begins as an introduction does is a whole page that a copy glued.
_LONGEST_INTRO = 400
# "Documentaire" alone; "De NAME" beneath a title.
_KIND = re.compile(
    r"\s*(?:documentaire|documentary|drame|drama|comédie|comedy|thriller|animation|horreur|horror|action)\s*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s*(?:(?:de|by|un film de|directed by|réalisé par)\s+|d['’]\s*)(?P<names>[^\W\d_].{3,80})", re.IGNORECASE
)
# A run of small words, which no list of names has.
_IN_SMALL = re.compile(r"(?:\b[a-zà-ÿ]{2,}\b[ ,]+){5}")
_DAY = re.compile(
    r"\s*\((?:(?:on|from|out)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b[\s\d,]*(?:st|nd|rd|th)?[\s\d,]*\)\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Release:
    heading: tuple[int, int, int]
    cast: tuple[int, int, int] | None = None
    plot: tuple[int, int, int] | None = None
    trivia: list[tuple[int, int, int]] | None = None
    prose: list[tuple[int, int, int]] | None = None
    entry: Entry | None = None
    fields: list[tuple[int, int, int]] | None = None
    by: tuple[int, int, int] | None = None
    # Where the heading names who distributes the film, in a bracket behind the title.
    distributors: tuple[int, int] | None = None
    # Whether other headings of the page say who directed the films.
    marked: bool = False


def read_roundup(document: Document, known: Known, confidence: float = 1.0) -> Reading:
    """Read a release round-up into one item a film."""
    releases, rules = _cut(document)
    items: list[Item] = []
    claims: list[Claim] = []
    remarks = list(_remarks(document, rules))
    marked = is_marked(document.text[release.heading[1] : release.heading[2]] for release in releases)
    for n, release in enumerate(releases, 1):
        release.marked = marked
        try:
            item, found = _read(document, release, n, known)
        except Exception as error:  # a fault in one film must not cost the others
            remarks.append((release.heading[0], f"film {n} was left out: {type(error).__name__}: {error}"))
            continue
        items.append(item)
        claims += found
    for number, facts in afterword(document, _numbered_lines(document)):
        rules[number] = "read: afterword"
        claims += [claim_of(fact, document, None, _NAME, _published(document)) for fact in facts]
    claims += pairs(claims)
    ordered = tuple(sort_claims(claims))
    lines = cover(document, ordered, rules)
    return Reading(document, "roundup", confidence, _NAME, tuple(items), ordered, lines, tuple(remarks))


def _cut(document: Document) -> tuple[list[_Release], dict[int, str]]:
    """Cut the page into releases: each has one synopsis, with heading and cast line before it, trivia after it."""
    text = document.text
    lines = []
    rules: dict[int, str] = {}
    for number in range(1, document.line_count + 1):
        start, end = document.line_span(number)
        raw = text[start:end]
        if not raw.strip():
            continue
        first, last = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
        rule = furniture(raw)
        if rule:
            rules[number] = f"furniture: {rule}"
        elif is_caption(text, first, last):
            rules[number] = "furniture: caption"
        elif len(raw) <= _LONGEST_INTRO and any(
            re.fullmatch(intro, raw.strip(), re.IGNORECASE) for intro in lexicon("release")["intro"]
        ):
            rules[number] = "round-up introduction"
        else:
            line = (number, first, last)
            lines += [line] if credit_of(document, first, last) else pieces(text, line)
    if found := blocks(document, lines):
        return [_entered(entry, rules) for entry in found], rules
    plot, trivia = openings(document.text)
    unmerged = lines
    lines, beneath = answered(text, lines)
    releases: list[_Release] = []
    before: list[tuple[int, int, int]] = []
    for line in lines:
        number, first, last = line
        if not before and releases and _is_late_cast(text, releases[-1], line):
            releases[-1].cast = line
            rules[number] = "read: cast line"
        elif plot.match(text, first, last):
            release = _opened(document, before, rules)
            if release is None:
                rules[number] = "synopsis without a heading"
                continue
            release.plot = line
            releases.append(release)
            rules[number] = "synopsis (fiction)"
            before = []
        elif trivia.match(text, first, last) and (releases or before):
            # A page may leave out the synopsis: then the trivia follow the cast line.
            release = _opened(document, before, rules) if before and _is_cast_line(text, *before[-1][1:]) else None
            if release:
                releases.append(release)
                before = []
            if before or not releases:
                before.append(line)
                continue
            releases[-1].trivia = [*(releases[-1].trivia or []), line]
            rules[number] = "read: trivia"
        else:
            before.append(line)
    if releases and len(before) > 1 and opening("cast").match(text, *before[-1][1:]):
        # A page that breaks off behind a cast line still says who made the film and who is in it.
        release = _opened(document, before, rules)
        if release:
            releases.append(release)
            before = []
    if not releases:
        releases = [_entered(entry, rules) for entry in entries(document, unmerged)]
    for number, _, _ in before:
        rules.setdefault(number, "after the releases")
    rules.update({answer: rules[question] for question, answer in beneath.items() if question in rules})
    return releases, rules


def _numbered_lines(document: Document) -> Iterator[tuple[int, int, int]]:
    for number in range(1, document.line_count + 1):
        yield (number, *document.line_span(number))


def _entered(entry: Entry, rules: dict[int, str]) -> _Release:
    """Take an entry of a page that asks no questions for a release."""
    rules[entry.line[0]] = "read: heading"
    if entry.credits:
        rules[entry.credits[0]] = "read: credits"
    rules.update({number: "read: prose" for number, _, _ in entry.prose})
    rules.update({number: "read: fields" for number, _, _ in entry.fields})
    rules.update({number: "synopsis (fiction)" for number, _, _ in entry.plot})
    rules.update({number: "read: trivia" for number, _, _ in entry.trivia})
    return _Release(entry.line, prose=entry.prose, entry=entry, fields=entry.fields, trivia=entry.trivia)


def _remarks(document: Document, rules: dict[int, str]) -> Iterator[tuple[int, str]]:
    """A cast line or heading after the last synopsis, with no synopsis of its own, was cut off."""
    outside = [number for number, rule in rules.items() if rule == "after the releases"]
    for number in outside[:1]:
        start, end = document.line_span(number)
        heading = re.search(r"\sby\s+[^\W\d_]", document.text[start:end], re.IGNORECASE)
        if opening("cast").match(document.text, start, end) or (heading and end - start < _LONGEST_HEADING):
            yield number, "a release without a synopsis: the page seems cut off here"


def _opened(document: Document, before: list[tuple[int, int, int]], rules: dict[int, str]) -> _Release | None:
    """Take heading and cast line from the lines before a synopsis: the cast line is the last one, if it is one."""
    text = document.text
    fields = [line for line in before if FIELDS.fullmatch(text, *line[1:])]
    before = [line for line in before if line not in fields]
    if len(before) > 1 and _KIND.fullmatch(text, *before[-1][1:]):
        fields.append(before.pop())
    if not before:
        return None
    rules.update({number: "read: fields" for number, _, _ in fields})
    cast = None
    heading = before[-1]
    if len(before) > 1 and (_is_cast_line(text, *before[-1][1:]) or credit_of(document, *before[-1][1:])):
        cast, heading = before[-1], before[-2]
        rules[cast[0]] = "read: cast line"
    by = None
    if cast and len(before) > 2 and not credit_of(document, *cast[1:]) and _BY.fullmatch(text, *heading[1:]):
        by, heading = heading, before[-3]  # TITLE, "By NAME", "With NAMES": a line each
    for number, _, _ in before[: before.index(heading)]:
        rules[number] = "outside the releases"
    rules[heading[0]] = "read: heading"
    above = before[: before.index(heading)]
    if above and _goes_on(text, above[-1], heading):
        rules[above[-1][0]] = "read: heading"
        heading = (above[-1][0], above[-1][1], heading[2])
    if cast is None and len(before) > 1 and _BY.fullmatch(text, *before[-1][1:]):
        by, heading = before[-1], before[-2]
    if by:
        rules[by[0]] = rules[heading[0]] = "read: heading"
    own, distributors = marked_heading(text, (heading[0], heading[1], _undated(text, *heading[1:])))
    return _Release(own, cast, fields=fields, by=by, distributors=distributors)


def _goes_on(text: str, above: tuple[int, int, int], heading: tuple[int, int, int]) -> bool:
    """Tell whether a heading is the second line of one: small letters begin it, and the line above does not end."""
    first, last = above[1:]
    return (
        text[heading[1]].islower()
        and last - first < _LONGEST_HEADING // 2
        and not text[heading[1] : heading[2]].startswith("as ")
        and text[first].isupper()
        and text[last - 1].isalnum()
        and not _BY.search(text, first, last)
        and not _is_cast_line(text, first, last)
    )


def _is_late_cast(text: str, release: _Release, line: tuple[int, int, int]) -> bool:
    """Tell whether a line names the cast of a release whose synopsis stands before it."""
    first, last = line[1:]
    return (
        release.cast is None
        and release.plot is not None
        and not release.trivia
        and bool(opening("cast").match(text, first, last))
        and _is_cast_line(text, first, last)
    )


def _undated(text: str, first: int, last: int) -> int:
    """Give the end of a heading before a day in brackets: "TITLE (June 12)"."""
    found = _DAY.search(text, first, last)
    return found.start() if found and found.start() > first else last


def _is_cast_line(text: str, first: int, last: int) -> bool:
    line = text[first:last]
    if " directed by " in line:
        return True
    if _IN_SMALL.search(line):
        return False  # a sentence of commas
    if opening("cast").match(text, first, last):
        return True
    return line.rstrip().endswith(("…", "...")) or line.count(",") >= 2 or (line.count(",") == 1 and " by " not in line)


def _read(document: Document, release: _Release, n: int, known: Known) -> tuple[Item, list[Claim]]:
    news = News()
    credit = credit_of(document, *release.cast[1:]) if release.cast else None
    plain = " by " not in document.text[release.heading[1] : release.heading[2]]
    if release.entry or release.by:
        title = release.entry.title if release.entry else release.heading[1:]
        news.take_headline(_title_alone(document, (release.heading[0], *title)))
    else:
        alone = credit and plain
        news.take_headline(_title_alone(document, release.heading) if alone else _heading(document, release, known))
    lines = [line for line in (release.heading, release.cast, release.plot, *(release.trivia or [])) if line]
    spans = tuple(document.span(first, last) for _, first, last in lines)
    headline = document.text[release.heading[1] : release.heading[2]]
    item = Item(document.id, n, headline, "release", _published(document), spans)
    own = Known(known.people, known.titles | titles_of(news), known.companies)
    for line in release.fields or []:
        news.facts += [fact for film in news.films for fact in read_fields(document, *line[1:], film)]
    if release.by and (by := _BY.fullmatch(document.text, *release.by[1:])):
        news.facts += [
            Fact(person, "directed", End("FILM"), *release.by[1:], "credit-line", 4.0)
            for person in people_between(document, *by.span("names"))
        ]
    if release.distributors:
        news.facts += distributed(document, release.distributors)
    if release.entry:
        news.facts += of_entry(document, release.entry)
        news.directors += [fact.subject for fact in news.facts if fact.predicate == "directed"]
    elif credit and plain:
        news.facts += credit_facts(document, credit)
    elif release.cast and " directed by " in document.text[release.cast[1] : release.cast[2]]:
        found = read_phrases(document, "teaser", [Sentence(*release.cast[1:])], own)
        news.directors += [f.subject for f in found if f.predicate == "directed" and f.object.what == "FILM"]
        news.facts += [f for f in found if f.predicate in ("directed", "starredIn", "genre") and not f.main]
    elif release.cast:
        news.facts += cast_facts(document, release.cast)
    plot, trivia = openings(document.text)
    if release.plot:
        news.facts += read_phrases(document, "synopsis", [_after(document, release.plot, plot)], own)
    is_listed = bool(release.entry and release.entry.distributors)
    read_prose(document, release.prose or [], news, own, recalls=is_listed)
    fiction = document.text[slice(*release.plot[1:])] if release.plot else ""
    said = _told_of(document, release, trivia)
    for line in release.trivia or []:
        part = _after(document, line, trivia)
        more = small_titles(document, part.first, part.last)
        more |= titles_like(titles_of(news), document.text, part.first, part.last)
        told_here = Known(own.people, own.titles | more, own.companies)
        found = read_phrases(document, "trivia", [part], told_here, "teaser", "works", without=UNTOLD)
        for sentence in sentences(document, part.first, part.last):
            found += read_without(document, sentence, told_here, "trivia", "teaser", "works", without=UNTOLD)
        found = [fact for fact in found if fact.first == part.first or not fact.rule.startswith(OPENS)]
        found = without_strangers(document, news, meant(document, part.first, news, found), fiction, said)
        kept = own_titles(news, told(news, found))
        kept += recalled(document, sentences(document, part.first, part.last), told_here, news, kept)
        news.facts += without_doubtful(document, news, kept) + numbered(document, part, news)
    for film in news.films:
        news.facts.append(Fact(film, "stage", End(Value("released")), film.first, film.last, "release-round-up", 3.0))
        news.facts.append(
            Fact(film, "describedIn", End(Mention("Item", item.id)), film.first, film.last, "item-about-film", 3.0)
        )
    claims, seen = [], set()
    for fact in out_in(with_sections(document, list(news.filled())), territory(document.text)):
        key = (fact.subject.what, fact.predicate, fact.object.what)
        if key in seen or fact.object.is_open or fact.subject.is_open:
            continue
        seen.add(key)
        claims.append(claim_of(fact, document, n, _NAME, item.date))
    return item, claims


def _published(document: Document) -> str | None:
    """Only a whole date is the date of an item; a week or month stays with the document."""
    published = document.metadata.published
    return published if published and re.fullmatch(r"\d{4}-\d{2}-\d{2}", published) else None


def _after(document: Document, line: tuple[int, int, int], opening: re.Pattern[str]) -> Sentence:
    found = opening.match(document.text, line[1], line[2])
    return Sentence(found.end() if found else line[1], line[2])


def _told_of(document: Document, release: _Release, trivia: re.Pattern[str]) -> tuple[Sentence, str]:
    """Give the first sentence of a release's trivia, and all that they say."""
    parts = [_after(document, line, trivia) for line in release.trivia or []]
    opening = [sentence for part in parts[:1] for sentence in sentences(document, part.first, part.last)]
    said = "\n".join(document.text[part.first : part.last] for part in parts)
    return opening[0] if opening else Sentence(0, 0), said


def _heading(document: Document, release: _Release, known: Known) -> list[Fact]:
    """Read "TITLE by DIRECTOR" in all its forms; a title wrapped round the director's name is put together."""
    _, first, last = release.heading
    tokens = tokenise(document, first, last)
    titles = known.titles | announced(document.text)
    names = Names(tokens, Known(known.people, titles, known.companies), headline=True)
    found = readings(grammar("release", language=names.language).possible(names.words), tokens, names)
    if (
        not found
        or found[0][1].name in _UNMARKED | _cut_through(document, release)
        or (release.marked and _is_owner_alone(*found[0][1:]))
    ):
        beneath = " ".join(document.text[start:end] for _, start, end in release.trivia or [])
        return heading_facts(document.text, (first, last), beneath, titles, marked=release.marked)
    score, rule, reach = found[0]
    facts = [_on_one_line(fact) for fact in facts_of(rule, reach, score, names)]
    if not rule.name.startswith("wrapped-title"):
        return facts
    lead = next(binding for binding in reach.bindings if binding.var == "lead")
    wrapped = []
    for fact in facts:
        assert isinstance(fact.object.what, Mention)
        alone = fact.object.what.name
        name = alone if fold(alone) in titles else f"{lead.names[0][0]} {alone}"
        film = thing(name, "Film", first, last)
        wrapped.append(Fact(fact.subject, "directed", film, first, last, "wrapped-title", score, main="object"))
    return wrapped


def _cut_through(document: Document, release: _Release) -> frozenset[str]:
    """Give the rule that would cut through "TITLE Ana Holm (II)", where a given name stands before the last word."""
    parts = re.sub(r"\s*\([IVX]+\)\s*$", "", document.text[release.heading[1] : release.heading[2]]).split()
    ends_in_name = len(parts) > 2 and is_given_name(parts[-2]) and parts[-1][0].isupper() and parts[-2][0].isupper()
    return frozenset({"wrapped-title-serial"}) if ends_in_name else frozenset()


def _on_one_line(fact: Fact) -> Fact:
    """Give a fact of a heading of two lines with the title on one, and without the comma before "by NAME"."""
    what = fact.object.what
    if not isinstance(what, Mention):
        return fact
    name = " ".join(what.name.split()).removesuffix(",").rstrip()
    return replace(fact, object=replace(fact.object, what=Mention(what.type, name))) if name != what.name else fact


def _is_owner_alone(rule: Rule, reach: Reach) -> bool:
    """Tell whether a heading was read as somebody's whom one word names: "Sisters’ Quarrel" is a title."""
    return rule.name == "directors-title" and any(
        binding.var == "director" and all(" " not in name for name, _, _ in binding.names) for binding in reach.bindings
    )


def _title_alone(document: Document, line: tuple[int, int, int]) -> list[Fact]:
    """The whole heading is the title, where the line beneath says who directed the film."""
    _, first, last = line
    film = thing(document.text[first:last], "Film", first, last)
    return [Fact(film, "describedIn", End("ITEM"), first, last, "title-alone", 4.0, main="subject")]


def _certain(reading: Reading) -> Known:
    """Names that a round-up makes certain: its films, and who directed them."""
    titles = {c.subject.name for c in reading.claims if c.rule == "item-about-film"}
    people = {c.subject.name for c in reading.claims if c.rule in ("title-by", "cast-line")}
    return Known(frozenset(map(fold, people)), frozenset(map(fold, titles)))


EXTRACTOR = Extractor("roundup", read_roundup, _certain)
