"""People: where persons and lists of people can stand, and how much a run of words looks like a name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import GIVEN_MONTHS, Candidate, Name, Names, fold
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.slot.inner_owners import owns_within_title
from kg.extract.slot.joins import (
    LONGEST_PART,
    begins_more,
    goes_on_by,
    goes_over_and,
    goes_over_aside,
    is_aside_after,
    is_bracketed,
    is_cast_behind,
    is_clause,
    is_new_owner,
    is_next_clause,
    over_also,
    over_part,
    owns_with_next,
)
from kg.extract.slot.leads import is_new_subject, over_person
from kg.extract.slot.slots import COMPOUNDS, NO_NAMES
from kg.extract.slot.small_letters import foreign_cost
from kg.extract.slot.titlecost import made_by
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["begin", "end", "people", "person_worth", "persons"]

_PARTICLES = words("names", "particles")
_NEVER_LAST = _PARTICLES - {"ben", "la", "lo", "do"}
_KINDS = frozenset({"feature", "film", "documentary", "drama", "comedy", "debut", "movie", "project"})
_THEN_MADE = (("directed",), ("helmed",), ("made",), ("written",))
_GENERATIONS = words("names", "generations")
_JUNIOR = frozenset({"jr.", "jr", "sr.", "sr"})
_COMMA = frozenset({","})
_YEAR = re.compile(r"(?:19|20)\d\d")
_LISTS_FILMS = words("names", "many_works") | {"works", "including", "among", "credits"}
_LAST_WORDS = _PARTICLES | _GENERATIONS | _JUNIOR | {"brothers", "sisters", "siblings", "twins"}
_COMPANY_ENDS = words("names", "company_ends")
_PERSON_WORTH = {1: -0.6, 2: 1.5, 3: 1.2, 4: 0.5, 5: 0.1}
_LONGEST_PERSON = 6
# A cast list is rarely longer; what goes on so is no list of names.
_MOST_PEOPLE = 60
_GIVEN = 0.5  # what a given name at its beginning tells of a name
_OPENS_CLAUSE = frozenset({"at", "after", "since", "following"})
_NOBODYS_NAMES = words("names", "pronouns")
_SHORTENED = ("n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve")
_SHORTEST = 2  # names are of two words at least
_OTHER_TRADES = frozenset({
    "screenwriter", "writer", "scriptwriter", "scribe", "producer", "cinematographer", "composer", "editor", "dop",
    "screenwriters", "writers", "scriptwriters", "producers", "co-producer", "co-producers",
})  # fmt: skip
_ACTORS = frozenset({"actor", "actress", "actors", "actresses"})
# "Screenwriter and director NAME": nobody's first name.
_TRADES = _OTHER_TRADES | {"director", "filmmaker", "actor", "actress", "author", "directors", "filmmakers"}
_MAKERS = frozenset({"director", "directors", "helmer", "helmers", "filmmaker", "filmmakers", "maker", "makers"})
_SIBLINGS = frozenset({"brothers", "sisters", "siblings", "twins"})
# What headlines print with a capital before a name, and what begins a sentence.
_CALLED = _SIBLINGS | frozenset({
    "star", "stars", "director", "helmer", "actor", "actress", "filmmaker", "producer", "writer", "breakout", "alum",
    "newcomer", "creator", "showrunner", "cinematographer", "screenwriter", "scribe",
    "writer-director", "actor-director", "writer/director", "actress-director", "director-writer", "documentarian",
    "debutant", "debutante", "veteran", "rookie",
})  # fmt: skip
# Headlines that print every word with a capital print their verbs so too, right behind a name.
_HEADLINE_VERBS = words("names", "headline_verbs")
_LONGEST_BRACKETS = 70
_OF_AGE, _LONGEST_JOIN = frozenset({"young", "little", "veteran", "fellow"}), 2
_ARTICLES = frozenset({"a", "an", "the"})
_POINTS = frozenset({"this", "the", "it", "which"})
_WORKS = _KINDS | {"thriller", "series", "short", "story"}
_PAPERS = words("names", "papers")
_NO_SURNAMES = words("names", "regions") | words("names", "continents")
# Small words within titles, and how many of them stand before a capital.
_INTO = frozenset({"the", "a", "of", "to", "in", "on", "and", "for", "with", "under", "from", "at", "my", "by"})
_SHORT, _LONGEST_LEAD = 3, 3
_OF_OSCARS = words("names", "of_oscars")
_AWARDS = words("names", "awards")
_TITLED = frozenset({"dame", "sir"})
_OF_PRIZES = frozenset(
    {"best", "golden", "silver", "special", "grand", "new", "first", "second", "third"}
)  # "Best Nordic Film"; surnames stand last


def begin(line: Names) -> list[int]:
    """Give the tokens at which people may begin: capitals, and what may be the comma of ", Jr."."""
    return line.capitals + line.positions(_COMMA)


def end(line: Names) -> list[int]:
    """Give the tokens with which people may end: capitals, particles, generations, and the comma before one."""
    before = [at for at in line.positions(_COMMA) if line.lower[at + 1] in _JUNIOR]
    return sorted(line.capitals + line.positions(_LAST_WORDS) + before)


def persons(line: Names, at: int, longest_only: bool = False) -> Iterator[Candidate]:
    """Give the people that may begin at a token, the longest first."""
    is_called = line.lower[at] in _CALLED
    if (
        at > 1
        and line.lower[at - 1] == "the"
        and line.capital[at - 1]
        and line.lower[at - 2] in ("after", "since", "following")
    ):
        return  # "Ten years after The Ring Finger, Holm"
    if (at or line.headline) and owns_within_title(line, at):
        return
    if is_called and at + 1 < line.n and line.capital[at + 1]:
        return  # "Brothers Ola and Jon Holm", "‘Iron Harvest’ Star Ida Holm Joins …"
    end = _with_generation(line, min(line.run(at), at + _LONGEST_PERSON))
    lower, longest = line.tokens.lower, end
    # A name does not begin in the middle of one: "Vale Verde" is not who "Carla Vale Verde" is.
    cut = 1.0 if at and line.capital[at - 1] and line.run(at - 1) > at and _names_somebody(line, at - 1) else 0.0
    if at > 1 and lower[at - 1] in _PARTICLES and line.capital[at - 2] and is_given_name(lower[at - 2]):
        cut += 3.0  # "Cécile de | Franck"
    is_given = is_given_name(lower[at]) if end > at else False
    if at and lower[at - 1] in _ARTICLES and not (end - at > 1 and is_given) and end < line.n and lower[end] == "'s":
        cut += 1.5  # "The Baker’s Oath", "The Harbour Pilot’s Son"
    elif at and lower[at - 1] in _ARTICLES and line.capital[at - 1] and end < line.n and lower[end] == "'s":
        cut += 4.0  # nobody has an article: "The Rose Grower’s Son"
    if at and end < line.n and lower[end] == "'s" and not is_given and lower[at - 1] in _KINDS:
        cut += 3.0  # "her debut feature Other People’s Bread"
    if at > 1 and end == at + 1 and lower[at - 1] == "'s" and line.capital[at - 2] and not line.headline:
        cut += 2.0  # "NAME’s Zora will play in Locarno"
    is_after_the = end == at + 1 and lower[at - 1] in ("the", "by") if at else (end, lower[0]) == (2, "the")
    is_after_the = is_after_the or (at == 0 and end == 1 and line.headline)
    is_nation = countries().code_of_demonym(line.tokens.words[end - 1])  # "the Belgian brothers"
    if is_after_the and not is_nation and end < line.n and lower[end] in _SIBLINGS:
        yield end + 1, ((line.tokens.text(end - 1, end + 1), end - 1, end + 1),), "", 1.2  # "the Holm brothers"
    while end > at:
        if line.capital[end - 1] or line.tokens.lower[end - 1] in _GENERATIONS or end - at > 1:
            worth = person_worth(line, at, end)
            if worth > -2 and line.tokens.lower[end - 1] not in _NEVER_LAST:
                goes_on = 0.5 if end < longest and not line.headline else 0.0  # "Ava Sall | Diop"
                yield end, ((line.tokens.text(at, end), at, end),), "", worth - cut - goes_on
        if longest_only:
            return
        end -= 1


def _names_somebody(line: Names, at: int) -> bool:
    """A capitalised word that is no demonym and stands within its sentence can be a given name.

    In a headline it may as well be the end of a title.
    """
    printed = line.tokens.words[at]
    return at > 0 and not line.headline and not (printed.endswith(COMPOUNDS) or countries().code_of_demonym(printed))


def _with_generation(line: Names, end: int) -> int:
    lower = line.tokens.lower
    if len(lower) > end + 2 and lower[end] == "(" and lower[end + 1] in _GENERATIONS:
        return end  # "(II)" tells namesakes apart in a catalogue; it is no part of the name
    if len(lower) > end + 1 and lower[end] == "," and lower[end + 1] in _JUNIOR:
        return end + 2
    return end


def person_worth(line: Names, first: int, last: int) -> float:
    """Say how much tokens `first` to `last` look like one person's name."""
    lower, tokens = line.tokens.lower[first:last], line.tokens.words[first:last]
    name = line.tokens.text(first, last)
    if last - first == 1 and lower[0] in _GENERATIONS:
        return -9.0  # "II" behind what is no name
    if line.known.people and fold(name) in line.known.people:
        return 4.0
    if first and line.known.titles and _ends_title(line, first, last):
        return -9.0  # "the Ice Road" of the title "Under the Ice Road"
    if len(lower) == 1 and lower[0] in line.known.surnames:
        return 1.2
    if lower[0] in _NOBODYS_NAMES or lower[0].startswith("ex-") or (len(lower) == 1 and lower[0] in _PAPERS):
        return -9.0  # "I'm", "There's", "Ex-restorer NAME"
    if len(lower) > 2 and is_given_name(lower[1]) and countries().code_of_demonym(tokens[0]):
        return -9.0  # "Norwegian | Sara Lund"
    is_subject = first and line.lower[first - 1] == "," and line.lower[last].isalpha() and line.lower[last] != "and"
    if is_subject and len(lower) > 1 and not is_given_name(lower[0]) and fold(name) in line.known.titles:
        return -9.0  # "starring NAME and NAME, TITLE has gone to"
    if len(lower) > _SHORTEST and not _HEADLINE_VERBS.isdisjoint(lower[_SHORTEST:]):
        return -9.0  # "NAME NAME Finds Partners"
    opens = not first or line.tokens.lower[first - 1] in (":", ".")
    if len(lower) == 1 and opens and not line.headline and lower[0].endswith("ing"):
        return -9.0  # "Fishing is a full-time job in …"
    counted = len(lower) - sum(map(_PARTICLES.__contains__, lower[1:] if lower[0] == "ben" else lower))
    worth = _PERSON_WORTH.get(counted, -1.0)
    if len(lower) > 1 and is_given_name(lower[0]):
        worth += _GIVEN
    is_cut = first and line.capital[first - 1] and not line.tokens.words[first - 1].endswith(COMPOUNDS)
    if is_cut and is_given_name(line.tokens.lower[first - 1]):
        worth -= 0.6  # "Manuel | Nieto Zas": the cut goes through the name
    if not line.headline and line.capital[last : last + 1] == (True,) and _ends_company(line.tokens.lower[last]):
        worth -= 2.0  # "Lampe | Film" is a company
    if counted == 1 and not line.headline:
        worth -= 0.0 if "-" in lower[0] else 1.2  # prose gives people their full names; a headline may not
    if lower[0] == "best" or (lower[0] == "oscar" and not _OF_OSCARS.isdisjoint(lower[1:])):
        return -9.0  # "Best Direction", "Oscar Race"
    if (lower[0] in _OF_PRIZES or lower[0] in _ARTICLES) and len(lower) > 1:
        worth -= 9 if " ".join(lower) in _AWARDS else 3
    worth -= foreign_cost(line, first, last) if line.language != "en" else 0.0
    if lower[0] in _TITLED and len(lower) > 2:
        worth -= 1.5  # "Dame NAME" is NAME
    if len(lower) > 1 and lower[-1] in _KINDS:
        worth -= 3  # "the prize for First Feature"
    if len(lower) > 1 and countries().code(name):
        return -9.0  # "the Czech Republic’s COMPANY"
    if lower[0] in _NO_SURNAMES or known_festival(name):
        worth -= 3
    if name.casefold() in sections():
        return -9.0
    for at, (word, printed) in enumerate(zip(lower, tokens, strict=True), first):
        if len(printed) == 1 and len(lower) > 2 and word not in (lower[0], lower[-1]):
            continue  # the initial of "Omar A Berg"
        if len(lower) > 1 and (word in GIVEN_MONTHS if at == first else line.is_surname(at)):
            continue
        if word in line.no_person and word not in _PARTICLES:
            return -9.0
        worth -= _cost_of(word, printed, len(lower) == 1)
    return worth


def _ends_company(word: str) -> bool:
    return word in _COMPANY_ENDS and len(word) > _SHORT


def _ends_title(line: Names, first: int, last: int) -> bool:
    """Tell whether a name would be the end of a title that the page knows, which small words lead into it."""
    at, lower = first, line.tokens.lower
    while at and lower[at - 1] in _INTO and first - at < _LONGEST_LEAD:
        at -= 1
    return at < first and any(
        fold(line.tokens.text(start, last)) in line.known.titles for start in range(max(at - 1, 0), first)
    )


@lru_cache(maxsize=65_536)
def _cost_of(word: str, printed: str, is_alone: bool) -> float:
    """Say how little a word, folded and as printed, looks like a part of somebody's name."""
    if _ends_company(word):
        return 3.0
    if any(letter.isdigit() for letter in word) or word.endswith(_SHORTENED):
        return 3.5
    if printed.endswith(COMPOUNDS) or word in NO_NAMES:
        return 9.0  # "Sofia-born", "À boire"
    if "-" in printed and all(countries().code_of_demonym(part) for part in printed.split("-")):
        return 9.0  # "Greek-Colombian"
    return 1.5 if countries().code_of_demonym(printed) or (is_alone and countries().code(printed)) else 0.0


def people(line: Names, at: int) -> Iterator[Candidate]:
    """Give the lists of people that may begin at a token, the longest first.

    "Ana and Iria Ruibal" gives both full names, as "A and B Surname" does in all trade text.
    """
    lists: list[tuple[int, tuple[Name, ...], float]] = []
    worth = 0.0
    so_far: tuple[Name, ...] = ()
    following: int | None = at
    while len(lists) < _MOST_PEOPLE and following is not None:
        link = _link(line, following)
        if link is None:
            break
        (end, names, _, own), following = link
        so_far, worth = (*so_far, *names), worth + own
        lists.append((end, so_far, worth))
    given_names = list(accumulate(is_given_name(line.tokens.lower[first]) for _, first, _ in so_far))
    for end, names, total in reversed(lists):
        full, gain = _share_surname(
            names, line.tokens.lower, line.known.surnames, surely=line.headline or line.language != "en"
        )
        if (
            len(names) > 1
            and at
            and line.tokens.lower[at - 1] in _OPENS_CLAUSE
            and line.lower[names[-1][1] - 1] == ","
            and (at == 1 or line.lower[at - 2] in ".;")
        ):
            gain -= 6.0  # "At COMPANY, NAME …", "After TITLE, NAME …"
        if len(names) > 1 and line.lower[names[0][2]] == "," and made_by(line, at):
            continue  # "Produced by Oslo’s COMPANY, NAME’s TITLE"
        if len(names) > 1 and line.lower[at - 1] == "with" and goes_over_aside(line, names, end):
            gain -= 6.0  # "co-written with NAME, NAME delivers a drama"
        if is_cast_behind(line, at, names):
            continue
        if len(names) == 1 and is_aside_after(line, at, end):
            gain -= 5.0  # "who, after TITLE, returned with her new film"
        if len(names) > 1 and line.lower[end] == "'s" and line.lower[names[-1][1] - 1] == ",":
            gain -= 6.0  # "Released by FIRM, NAME’s comedy"
        if len(names) > 1 and line.lower[end] == "'s" and names[-1][1] - names[-2][2] > _LONGEST_JOIN:
            gain -= 6.0  # "starring NAME and NAME, and first-time director NAME’s TITLE"
        if len(names) == 2 and is_new_subject(line, at, names[0][2], end):
            gain -= 6.0  # "produced by A, and B stars in it"
        if (
            len(names) > 1
            and line.lower[end] == ","
            and line.lower[end + 1 : end + 2] in _THEN_MADE
            and line.lower[at - 1] == "by"
            and not is_given_name(line.lower[names[-1][1]])
        ):
            continue  # "TITLE by NAME and TITLE, directed by NAME"
        if len(names) > 1 and not line.headline and is_clause(line, at, names):
            continue  # "After TITLE, NAME returns"
        if len(names) > 1 and " " not in names[-1][0] and line.lower[at - 1] == "by" and goes_on_by(line, end):
            continue  # "TITLE by NAME and Jack and Jill by NAME"
        if line.lower[end] == "(" and line.lower[_over_brackets(line, end)] == "by" and len(names) > 1:
            continue  # "TITLE by A and TITLE (B) by C"
        if (
            len(names) > 1
            and line.lower[at - 1] == "by"
            and not _ACTORS.isdisjoint(line.lower[names[-2][2] : names[-1][1]])
        ):
            continue  # "TITLE by NAME and the actor NAME for his part"
        if len(names) > 1 and line.lower[at - 1] == "by" and owns_with_next(line, names[-1][1], end):
            continue  # "TITLE by A and B and C’s TITLE"
        if line.lower[end] in ("!", "?") and line.lower[end + 1] == "by" and len(names) > 1:
            continue  # "TITLE by NAME and Oh Dear! by NAME"
        if line.lower[end] == "by":
            if len(names) > 1 and (line.lower[at - 1] == "by" or line.lower[at - 1] in _MAKERS):
                continue  # "TITLE by A and TITLE by B": the second one is no person
            gain -= 3.0
        if begins_more(line, names, end) or is_next_clause(line, at, names, end):
            continue  # "by NAME and Low" of "by NAME and Low tides rising"
        if goes_over_and(line, names) or (line.lower[end] == "'s" and is_new_owner(line, names)):
            gain -= 6.0  # "Starring NAME and NAME, NAME’s drama"
        if len(names) > 1 and at and line.lower[end] == line.lower[at - 1] == "'s":
            continue  # "NAME’s TITLE and NAME’s TITLE"
        if len(names) > 1 and end < line.n and line.tokens.lower[end] == "'s" and given_names[len(names) - 1]:
            first_of_last = line.tokens.lower[names[-1][1]]
            if is_given_name(first_of_last) and given_names[len(names) - 1] < len(names):
                gain -= 2.0  # "Words and NAME’s TITLE": what is no given name is no second owner
                if len(names) > 2 or not _LISTS_FILMS.isdisjoint(line.tokens.lower[max(0, at - 8) : at]):
                    continue  # "films such as TITLE, TITLE and NAME’s TITLE"
            if " " in names[0][0] and (
                (at and line.tokens.lower[at - 1] == "by") or is_bracketed(line, names[-2][2], names[-1][1])
            ):
                continue  # "TITLE by NAME and NAME’s TITLE"
            if " " not in names[0][0] and is_given_name(first_of_last) and not is_given_name(line.lower[names[0][1]]):
                continue  # "Journey to PLACE and NAME’s TITLE"
        if len(names) > 1 and " " not in names[-1][0] and line.lower[end] == "of" and line.lower[at - 1] == "by":
            continue  # "TITLE by NAME and Rules of Winter"
        if len(names) > 1 and " " not in full[-1][0] and " " in full[0][0]:
            gain -= 1.5  # "A Surname and Word": one word alone at the end of full names begins something else
        given = given_names[len(names) - 1]
        if given:
            gain += _GIVEN * (len(names) - given) / len(names)  # one of them vouches for the others
        yield end, full, "", total / len(names) + gain + 0.25 * (len(names) - 1)
    if not line.headline:
        return
    for candidate in list(persons(line, at))[1:]:
        yield candidate


def _link(line: Names, at: int) -> tuple[Candidate, int | None] | None:
    """Give the longest person at a token and where the next of their list begins; None where nobody begins."""
    if at not in line.next_person:
        person = next(persons(line, at, longest_only=True), None)
        line.next_person[at] = person and (person, _after_separator(line, person[0]))
    return line.next_person[at]


def _after_separator(line: Names, at: int) -> int | None:
    """Step over "," "and" "&" ", and" between names; None where the list ends."""
    lower, n = line.tokens.lower, line.n
    end = at
    if end < n and lower[end] == "(":
        close = next((i for i in range(end + 2, min(n, end + _LONGEST_BRACKETS)) if lower[i] == ")"), None)
        if close and _YEAR.fullmatch(lower[close - 1]) and (close == end + 2 or lower[close - 2] == ","):
            return None  # "TITLE (1965), NAME’s TITLE (1973)", "NAME (TITLE, 1965) and NAME (TITLE, 1973)"
        if close is not None and any(done == close for done, *_ in line.candidates("countries", end + 1)):
            return None  # "TITLE (Spain/France) and NAME’s TITLE"
        if close is None or any(word in "–-€$£" or _is_sum(word) for word in lower[end + 1 : close]):
            return None  # "NAME (COMPANY – €75,000)" closes a record
        end = close + 1  # "NAME (Earlier Work), NAME"
    end = over_part(line, end)
    mark = end
    while (
        end < n
        and lower[end] in (",", "and", "&", "/", "et", "y", "e", "und", "alongside", "plus")
        and not line.capital[end]
        and end - mark < 2
    ):
        end += 1
    end = over_also(line, end, behind=end > mark)
    if end == mark or end >= n:
        return None
    if lower[end] in ("stars", "star") and line.capital[end + 1 : end + 2] == (True,):
        return None  # "moves it to PLACE, and stars NAME"
    if lower[end] in _POINTS and _is_starring(lower[end : end + LONGEST_PART]):
        return None  # "by NAME, this drama stars NAME", "by NAME, the film stars NAME"
    ahead = over_person(line, end)
    if ahead is not None and not _OTHER_TRADES.isdisjoint(lower[end:ahead]):
        return None  # "director NAME and screenwriter NAME" did not both direct
    if ahead is not None and line.capital[ahead]:
        of_other = lower[ahead - 1] in _MAKERS and line.capital[end] and ahead - end > 1
        return None if of_other and not countries().code_of_demonym(line.tokens.words[end]) else ahead
    if lower[end] in _OF_AGE and line.capital[end + 1 : end + 2] == (True,):
        return end + 1  # "led by NAME and young NAME"
    return end if line.capital[end] else None


def _is_starring(words_: tuple[str, ...]) -> bool:
    """Tell whether words go "this Danish drama stars", and not "the pop stars"."""
    at = words_.index("stars") if "stars" in words_ else 0
    return at > 0 and (words_[0] != "the" or words_[at - 1] in _WORKS)


def _over_brackets(line: Names, at: int) -> int:
    """Step over brackets that hold another title, "A (B) by NAME"; else stay."""
    if line.lower[at] != "(":
        return at
    return next((end + 1 for end in range(at + 2, min(line.n, at + 8)) if line.lower[end] == ")"), at)


def _is_sum(word: str) -> bool:
    """Tell whether a word is a number and no year."""
    return word[0].isdigit() and not (len(word) == 4 and word[:2] in ("19", "20"))


def _share_surname(
    names: tuple[Name, ...], lower: tuple[str, ...], known: frozenset[str], *, surely: bool
) -> tuple[tuple[Name, ...], float]:
    """Give "Ana" of "Ana and Iria Ruibal" her surname; a lone first name elsewhere is a mononym, or a surname known."""
    if len(names) < 2:
        return names, 0.0
    (first, start, end), (second, _, last) = names[-2], names[-1]
    may_share = surely or is_given_name(lower[start]) or not is_given_name(lower[names[-1][1]])
    if (
        end - start == 1
        and names[-1][1] == end + 1
        and lower[start] not in _TRADES
        and may_share
        and lower[start] not in known
        and " " in second
        and lower[end] in ("and", "&", "et", "y", "e", "und")
        and not (start and is_given_name(lower[start - 1]))  # "Carlos | Lind and J.R. Moreno"
    ):
        surname = second.split(" ", 1)[1]
        return (*names[:-2], (f"{first} {surname}", start, last), names[-1]), 2.0
    return names, 0.0
