"""The text of an article, line by line and sentence by sentence, with what the paragraph is about kept in mind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention, Value
from kg.extract.article.compounds import compound_credits
from kg.extract.article.crew_chain import producer_chains, producers_behind, producers_in_brackets, without_chained
from kg.extract.article.cues import CREDITS, cued
from kg.extract.article.directors_in_brackets import directors_in_brackets, without_listed
from kg.extract.article.earlier import without_asides, without_earlier, without_remakes
from kg.extract.article.headings import headings, shown_heading
from kg.extract.article.headline_quotes import only_quoted
from kg.extract.article.houses import ON_PLACES, without_buyers, without_makers, without_places, without_sellers
from kg.extract.article.in_context import LOOSE_NAMES, in_context
from kg.extract.article.lines import parts_of
from kg.extract.article.loose import once_told, without_firms_as_titles
from kg.extract.article.meant import as_meant, in_two, is_meant, is_of_house
from kg.extract.article.mentioned import MENTIONED, any_of, as_subjects, mentions, whole_titles
from kg.extract.article.mistaken import directs_somebody, is_for_example, without_mistaken
from kg.extract.article.obituary import of_films
from kg.extract.article.owners import Makers, full_names, owned, surnames
from kg.extract.article.placed_makers import placed_makers, without_placed
from kg.extract.article.played import parts_played
from kg.extract.article.prints import of_prints, prints_of, without_prints
from kg.extract.article.producing_lists import producing_lists, without_recut
from kg.extract.article.reprinted import without_longer, without_places_behind
from kg.extract.article.reviewed import shown_at
from kg.extract.article.screens import without_others
from kg.extract.article.second_titles import known_besides, without_second_titles
from kg.extract.article.selected import selected_together
from kg.extract.article.spoken_of import (
    GOES_ON,
    in_brackets_behind,
    is_untitled,
    of_nothing,
    of_the_opening,
    quoted_again,
    the_film_before,
    the_latter,
    which_is_said,
    whose_film,
)
from kg.extract.article.told_origins import told_origins
from kg.extract.article.towned_makers import towned_makers
from kg.extract.deals import from_slate, sold_of, territory_deals
from kg.extract.facts import End, Fact
from kg.extract.names import Known, fold
from kg.extract.news import Sentence, main_ends, read_phrases, within_sentence
from kg.extract.parenthesis import read_without
from kg.extract.partners import partners_with_countries
from kg.extract.record.columns import read_columns
from kg.extract.record.labelled import labelled_lines
from kg.extract.record.lines import heading_origins, opens_credits, read_record
from kg.extract.record.stacked import beneath_field, fields_beneath
from kg.extract.record.unmarked import unmarked_lists
from kg.extract.record.whole_blocks import heads_of_blocks
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.extract.article.opening import Opening

__all__ = ["Prose"]

# "Grant: NOK 1,200,000", "Story: …": a field of a record that says nothing of who made the film.
_SOME_FIELD = re.compile(r"\s*[A-ZÀ-Þ][\w /&'’-]{2,30}:\s")
_MERELY = LOOSE_NAMES - {"new-film-told"} | {MENTIONED}
# "NAME is repped by COMPANY and NAME": agents, who make and sell nothing.
_REPPED = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,3})(?:(?:, | and )[A-ZÀ-Þ][\w’'. -]{2,40})?"
    r"(?: (?:is|are) (?:also )?(?:repped|represented|managed) by\b|[’']s? reps (?:are|is|include)\b)"
    r"(?![^.;]{0,120}\b(?:[Ii]nternational(?:ly)?|[Ww]orldwide|[Ss]ales|abroad|for the film)\b)"
)
# A page that marks more titles speaks of several films: a paragraph that names none goes on with the one before.
# A paragraph that names another film so early may be about that one.
_OPENS = 60
_LONGEST_HEADLINE = 180
_NEAR_ENTRY = 4
_SYNOPSIS = re.compile(
    r"(?:Short )?(?:Synopsis|SYNOPSIS|Logline|LOGLINE|Log line|Plot|PLOT|Storyline|Premise|PREMISE)(?: \(\w+\))?"
    r"\s?[:–-]\s"
)
# "Dir. NAME", below a title: of a page with several such lines each begins an entry.
_CREDITS_BEGIN = re.compile(r"(?:Dirs?|Directors?|Directed by|Written and directed by)\b\.?:?\s+[A-ZÀ-Þ]")
_MOST_FILMS = 2
# What an article's sentences are read with, besides its own grammar.
_GRAMMARS = ("teaser", "works", "prose", "trade", "basics", "clauses")

# What these read stands in brackets: a list of names without theirs would have the last one's.
_OF_BRACKETS = frozenset({"director-in-brackets-year", "next-in-brackets-year"})


class Prose:
    """An article's text being read: what was said so far, and what a sentence to come may leave to it.

    `facts` are all facts found; `only_named` those that say no more than that a sentence is about a film; `faults`
    are (line number, message) of sentences that could not be read.
    """

    def __init__(self, opening: Opening) -> None:
        """Begin at the first line, with what the opening tells."""
        self.opening, self.document, self.news = opening, opening.document, opening.news
        document, lines, reviews, news = self.document, opening.lines, opening.reviews, opening.news
        self.is_named = bool(news.films)
        self.grammars = (*_GRAMMARS, "screens") if opening.is_on_release else _GRAMMARS
        self.is_guide = sum(bool(_CREDITS_BEGIN.match(document.text, *line[1:])) for line in lines) > 1
        self.beneath = fields_beneath(document, lines)
        self.listed = (
            read_columns(document, lines, opening.company_role, has_firms=opening.is_on_grants)
            if not opening.is_on_release
            else {}
        )
        self.labelled = {} if opening.is_on_release else labelled_lines(document, lines)
        self.listed = unmarked_lists(document, lines) | self.listed
        self.blocks = heads_of_blocks(document, lines, self.listed)
        self.acronyms: dict[str, tuple[End, Fact]] = {}
        self.faults: list[tuple[int, str]] = []
        self.only_named: list[Fact] = []
        # Who and what the text has named so far.
        self.people, self.named = surnames(news.facts) | opening.producers.surnames, full_names(news.facts)
        self.named_before: dict[str, End] = {}
        self.titles = frozenset(fold(film.what.name) for film in news.films if isinstance(film.what, Mention))
        # What a record below calls a film, a sentence above calls it too.
        rows = [row.film.what for row in self.listed.values()]
        self.titles |= {fold(what.name) for what in rows if isinstance(what, Mention)}
        self.any_title = any_of(opening.linked | opening.cued | self.titles)
        # Works of which the text says who made them or who is in them: of these alone it speaks on.
        self.made: set[Mention | Value | str] = set()
        self.directors: dict[Mention | Value | str, End] = {}
        self.films: dict[str, dict[str, End]] = {}
        self.makers = Makers()
        self.makers.note([*news.facts, *opening.producers.noted])
        if subject := opening.subject:
            self.makers.note([Fact(subject[0], subject[1], End("FILM"), 0, 0, "", 0.0)])
        self.began = 0  # where the paragraph before began
        # What the lines so far leave to the next one.
        self.focus: dict[str, End] = {}
        self.heading: End | None = None
        self.records: set[Mention | Value | str] = set()  # the films of all records: of several, none is the article's
        self.recorded: End | None = None  # a record's film: what is told right below the record is told of it
        self.entry: tuple[End, int] | None = None
        self.is_answer = False
        # What a paragraph began to tell of a film without a title goes on until one is named.
        self.has_no_title = False
        self.headed = headings(document, lines) if not (opening.life or reviews.headings) else {}
        self.headed |= {heading.number: heading.film for heading in reviews.headings}
        self.facts: list[Fact] = [fact for heading in reviews.headings for fact in heading.facts]
        if news.films and (opening.talk or opening.has_review):
            self.facts += shown_at(document, lines, news.films[0])
        spoken = [part for line in lines for part in parts_of(document, *line[1:])]
        is_review = opening.has_review or bool(reviews.headings)
        self.played = parts_played(document, spoken, opening.known, is_review=is_review)

    def read(self) -> None:
        """Read all lines."""
        for number, first, last in self.opening.lines:
            self.opening.rules[number] = self._read_line(number, first, last)

    # ---- lines -------------------------------------------------------------------------------------------------------

    def _read_line(self, number: int, first: int, last: int) -> str:
        """Read one line; tell as what."""
        document, opening, reviews, focus = self.document, self.opening, self.opening.reviews, self.focus
        self.is_answer = self.is_answer or bool(opening.talk and document.text[last - 1] == "?")
        is_first = (number, first, last) == opening.lines[0]
        # A page without a headline begins with its first paragraph.
        is_headline = is_first and not (last - first > _LONGEST_HEADLINE and document.text[last - 1] in ".!?”")
        if not is_first and opening.headline and document.text[first:last] == opening.headline:
            return "headline again"
        if head := self.blocks.get(first):
            focus["FILM"] = self.recorded = self._enter(head.film, number)
            self.facts += head.facts
            if head.is_read:
                return "read: record"
        # A block of fields at the end of an article is about its one film.
        is_its = not is_headline and ("FILM" not in focus or opens_credits(document, first, last))
        is_its = is_its and len(self.news.films) == 1 and not ("FILM" in focus and len(self.records) > 1)
        own = {**focus, "FILM": self.news.films[0]} if is_its else focus
        if entry := self._entry_above(number):
            own = {**focus, "FILM": entry}
        before = own.get("FILM")
        if number in reviews.numbers:
            self._begin(self._enter(self.headed[number], number), first, last)
            return "read: heading"
        if before and number in reviews.credits:
            self._take_credits(reviews.credits[number], self._enter(before, number))
            return "read: credits"
        if row := self.listed.get(first):
            focus["FILM"] = self.recorded = self._enter(row.film, number)
            self.facts += row.facts
            return "read: record"
        has_prints = opening.is_on_release and bool(prints_of(document, Sentence(first, last)))
        role = "" if is_headline else opening.company_role
        record = [] if has_prints else read_record(document, first, last, own, role)
        if (row := self.labelled.get(first)) and len(row.facts) > len(record):
            record, own["FILM"] = row.facts, row.film
        if record or own.get("FILM") is not before:
            focus["FILM"] = own["FILM"]
            if self.entry and self.entry[0].what == own["FILM"].what:
                self.entry = (own["FILM"], number)
            self.recorded = self._enter(own["FILM"], number) if own["FILM"] is not before else self.recorded
            self.records.add(own["FILM"].what)
            self.facts += record
            return "read: record"
        if number in self.beneath:
            self.facts += beneath_field(self.beneath[number], before or self.recorded)
            return "read: record"
        if film := self.headed.get(first):
            self._begin(self._enter(film, number), first, last)
            self.titles |= {fold(document.text[film.first : film.last])}
            self.any_title = any_of(opening.linked | opening.cued | self.titles)
            return "read: heading"
        if not is_headline and (film := shown_heading(document, first, last)):
            self._begin(self._enter(film, number), first, last)
            return "read: heading"
        if not is_headline and _SYNOPSIS.match(document.text, first, last):
            return "read: synopsis"  # what happens in a film: its people are nobody's
        self._read_paragraph(number, first, last, is_headline=is_headline)
        return "read: prose"

    def _enter(self, film: End, number: int) -> End:
        """Note that a film's own entry begins in a line, and give the film."""
        self.entry = (film, number)
        return film

    def _entry_above(self, number: int) -> End | None:
        """Give the film whose entry stands right above a line, one paragraph between: "Contact: FIRM" is said of it."""
        film, at = self.entry or (None, number)
        return film if 0 < number - at <= _NEAR_ENTRY else None

    def _begin(self, film: End, first: int, last: int) -> None:
        """Take a line for the heading of a film, of which the lines below speak."""
        self.facts += heading_origins(self.document, first, last, film)
        self.focus["FILM"] = self.heading = film

    def _take_credits(self, told: list[Fact], film: End) -> None:
        """Take what a review's line of credits says of its film."""
        credited = [done for fact in told if (done := fact.filled({"FILM": film}))]
        self.directors |= {fact.object.what: fact.subject for fact in credited if fact.predicate == "directed"}
        self.makers.note(credited)
        self.people |= surnames(credited)
        self.facts += credited

    def _read_paragraph(self, number: int, first: int, last: int, *, is_headline: bool) -> None:
        """Read a line of prose, sentence by sentence."""
        before = self._turn_to(number, first, last)
        said: list[Fact] = []
        pair = said  # what names the two films of which "the former" and "the latter" speak
        for part in (without_second_titles(self.document, part) for part in parts_of(self.document, first, last)):
            pair = said if len(_films_of(said)) > 1 or not pair else pair
            self.focus.update(the_latter(self.document, part, pair))
            try:
                said = self._read_sentence(part, (first, last), before, is_headline=is_headline)
            except Exception as error:  # a fault in one sentence must not cost the others
                self.faults.append((number, f"a sentence was left out: {type(error).__name__}: {error}"))

    def _read_sentence(
        self, part: Sentence, line: tuple[int, int], before: End | None, *, is_headline: bool
    ) -> list[Fact]:
        """Read a sentence of a line, take what it tells, and give its facts; `before` is the film spoken of before."""
        prints = prints_of(self.document, part) if self.opening.is_on_release else []
        part = without_prints(part, prints)
        found = [] if self._tells_agents(part) else self._phrases(part)
        if is_headline:
            found = only_quoted(self.document, *line, found)
            found = without_longer(found, self.news.films)
            found = [fact for fact in found if all(self.opening.is_told_below(end, line[1]) for end in main_ends(fact))]
        deals = territory_deals(self.document, part, End("FILM"))
        found = self._checked(part, found, deals)
        found = found if self.is_named else as_subjects(found, part)
        ends = [end for fact in found for end in main_ends(fact)]
        found = self._bound(part, found, is_opening=part.first == line[0])
        spoken_of = self._note(part, found)
        said = in_context(found, self.focus, self.acronyms, self.news, self.directors)
        said += selected_together(self.document, part, said)
        self._note_works(said)
        self.facts += said
        self.facts += of_prints(prints, ends, spoken_of) if self.opening.is_on_release else []
        deals = which_is_said(self.document, deals, found)
        sold = sold_of(self.document, deals, found, spoken_of or (before if len(deals) > 1 else None))
        self.facts += [*sold, *from_slate(self.document, [*said, *sold], self.focus.get("SLATE"))]
        return said

    def _turn_to(self, number: int, first: int, last: int) -> End | None:
        """Turn to a new paragraph, which may speak of another film; give the film of the one before."""
        document, focus = self.document, self.focus
        before = focus.pop("FILM", None)
        goes_on = bool(GOES_ON.match(document.text, first, last) or _SOME_FIELD.match(document.text, first, last))
        if before and not goes_on and not self.news.films and len(self.opening.linked) > _MOST_FILMS:
            goes_on = not mentions(document, Sentence(first, last), self.any_title, [])
        focus.pop("HEADED", None)
        focus.pop("ENTRY", None)
        if self.recorded is not None:
            focus["FILM"] = self.recorded
            if self.is_guide:
                focus["ENTRY"] = self.recorded  # what it goes on to tell is told of this film alone
            self.recorded = self.heading = None
        elif self.heading is not None:
            focus["FILM"] = focus["HEADED"] = self.heading
        elif before and goes_on and (not self.is_named or self._was_about(before)):
            focus["FILM"] = before
        elif len(self.records | {head.film.what for head in self.blocks.values()}) > 1 and (
            entry := self._entry_above(number)
        ):
            focus["FILM"] = entry  # what a record is followed by tells more of its film
        self.began = first
        focus.pop("SEASON", None)
        return before

    def _was_about(self, film: End) -> bool:
        """Tell whether the paragraph before was about a film: it names it soon, and says who made it or is in it."""
        return film.what in self.made and film.first - self.began < _OPENS

    # ---- sentences ---------------------------------------------------------------------------------------------------

    def _tells_agents(self, part: Sentence) -> bool:
        """Tell whether a sentence says who represents people."""
        hit = _REPPED.match(self.document.text, part.first, part.last)
        parts = fold(hit["who"]).split() if hit else []
        return bool(parts) and (is_given_name(parts[0]) or parts[-1] in self.people)

    def _phrases(self, part: Sentence) -> list[Fact]:
        """Give what the grammars read in a sentence, with and without what it has in brackets."""
        known = self.opening.known
        met = Known(known.people, known.titles | self.titles, known.companies, self.people)
        found = read_phrases(self.document, "article", [part], met, *self.grammars)
        bare = read_without(self.document, part, met, "article", *self.grammars, without=_OF_BRACKETS)
        found += without_firms_as_titles(found, bare)
        found = once_told(found + known_besides(self.document, part, found))
        return without_others(self.document, found) if self.opening.is_on_release else found

    def _checked(self, part: Sentence, found: list[Fact], deals: list[Fact]) -> list[Fact]:
        """Take out what only looks like a fact, and add what is told in other ways than by phrases."""
        document, opening = self.document, self.opening
        found = [fact for fact in in_two(found) if not self.named.intersection(_names_of(main_ends(fact)))]
        found = without_places_behind(document, found)
        chained = producer_chains(document, part)
        listed = [] if chained else producing_lists(document, part, self.people)
        found = without_mistaken(document, found, opening.quoted)
        found = [
            as_meant(document, fact, opening.is_on_release) for fact in found if is_meant(document, fact, self.people)
        ]
        placed = placed_makers(document, part)
        found = without_recut(without_chained(without_placed(found, placed), chained), listed)
        found += chained + listed + placed
        known = opening.known
        met = Known(known.people, known.titles | self.titles, known.companies, self.people)
        found += [
            fact
            for fact in cued(document, part, met, found)
            if not any(is_no_fact(document, fact) for is_no_fact in (is_of_house, directs_somebody, is_for_example))
        ]
        found += (
            towned_makers(document, found)
            + compound_credits(document, part)
            + producers_in_brackets(document, part, found)
        )
        found += producers_behind(document, found) + partners_with_countries(document, part)
        found = without_remakes(document, part, found) if opening.is_remake else found
        found += [fact for fact in self.played if part.first <= fact.first and fact.last <= part.last]
        if in_brackets := directors_in_brackets(document, part):
            found = without_listed(found, in_brackets) + in_brackets
        if self.is_answer:
            found = [fact for fact in found if fact.rule not in ON_PLACES]  # "we met on the set of TITLE"
        if opening.life:
            found = of_films(document, part, found)
        found = whole_titles(document, part, self.any_title, found)
        found += mentions(document, part, self.any_title, found)
        found = opening.producers.made(document, found)
        found = owned(document, part, found, self.makers, opening.subject, answers=self.is_answer)
        found = opening.producers.made(document, found)
        found = without_makers(without_buyers(without_places(document, without_sellers(document, found)), deals))
        found = without_earlier(document, part, found, is_told="FILM" in self.focus)
        found = without_asides(document, part, found, self.news.films) if self.is_named else found
        return found + told_origins(document, part, found)

    def _bound(self, part: Sentence, found: list[Fact], *, is_opening: bool) -> list[Fact]:
        """Bind what a sentence says of "the film" to the film that it means."""
        ends = [end for fact in found for end in main_ends(fact)]
        its_film = self.focus.get("FILM", self.news.films[0]) if self.is_named else None
        found = in_brackets_behind(self.document, found)
        if is_untitled(self.document, part, found) or (self.has_no_title and not any(map(main_ends, found))):
            self.has_no_title = self.has_no_title or is_opening
            found = of_nothing(found)
        else:
            self.has_no_title = False
        found = of_the_opening(self.document, part, found, self.focus.get("FILM") or its_film)
        found = which_is_said(self.document, found, found)
        return within_sentence(the_film_before(self.document, found, ends, its_film))

    def _note(self, part: Sentence, found: list[Fact]) -> End | None:
        """Remember what a sentence names, for the ones to come; give the film that is spoken of in it."""
        self.people |= surnames(found)
        self.named |= full_names(found)
        self.news.adopt(found, self.opening.headline)
        if not any(fact.main and fact.rule != MENTIONED for fact in found):
            self.focus.update(whose_film(self.document.text[part.first : part.last], self.films))
            self.focus.update(quoted_again(self.document, part, self.named_before, self.news))
        self.only_named += [fact for fact in found if fact.object.what == "ITEM" and fact.rule not in _MERELY]
        self.makers.note(found)
        directing = [fact for fact in found if fact.predicate == "directed" and not fact.subject.is_open]
        # What a sentence leaves to the ones before it changes nothing of what they told.
        self.directors = {f.object.what: f.subject for f in directing if f.object.last <= part.first} | self.directors
        self.directors |= {f.object.what: f.subject for f in directing if f.object.last > part.first}
        if self.opening.life and (work := _last_work(found, self.opening.life[0])):
            self.focus["FILM"] = work  # a life goes from work to work
        spoken_of = self.focus.get("FILM") or next(iter(self.news.films), None)
        its_own = next((fact.subject for fact in directing if fact.object.what == "FILM"), None)
        if spoken_of and its_own and not self.news.directors:
            self.directors.setdefault(spoken_of.what, its_own)
        return spoken_of

    def _note_works(self, said: list[Fact]) -> None:
        """Remember the works that a sentence speaks of, and who made them."""
        for fact in said:
            self.named_before |= {end.what.name: end for end in main_ends(fact) if isinstance(end.what, Mention)}
            one, work = fact.subject.what, fact.object.what
            is_told = fact.predicate == "directed" and fact.main
            if is_told or fact.predicate in CREDITS - {"directed"}:
                self.made.add(work)
            if is_told and isinstance(one, Mention) and isinstance(work, Mention):
                self.films.setdefault(one.name.split()[-1], {})[work.name] = fact.object


def _films_of(facts: list[Fact]) -> set[Mention | Value | str]:
    return {end.what for fact in facts for end in main_ends(fact) if isinstance(end.what, Mention)}


def _last_work(facts: list[Fact], person: End) -> End | None:
    """Give the work named last of those that somebody has made or been in, by a sentence that is about no other."""
    own = [fact.object for fact in facts if fact.subject.what == person.what and not fact.object.is_open]
    works = [end for end in own if isinstance(end.what, Mention) and end.what.type in ("Film", "Series", "Work")]
    return None if any(map(main_ends, facts)) else max(works, key=lambda end: end.first, default=None)


def _names_of(ends: list[End]) -> list[str]:
    return [fold(end.what.name) for end in ends if isinstance(end.what, Mention)]
