"""Works that trivia recall: who directed, played in or wrote them, told by the words around a title.

The grammar reads phrases whole; translated trivia word them in ever new ways. Here a sentence is cut down to letters
for the titles and people in it and the small words between them, and expressions of the lexicon tell what those say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import LANGUAGES, lexicon, words
from kg.extract.names import Known, Names, fold
from kg.extract.roundup.title_ends import before_foreign, before_maker, before_place, is_couple, past_foreign
from kg.extract.roundup.trivia import titles_of
from kg.extract.roundup.whom import DIRECTOR, Group, ahead, by_surname, duo, fits, in_full, means_star, meant_by
from kg.extract.slot.award import is_award
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.extract.slot.headline import is_nation
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.document import Document
    from kg.extract.news import News, Sentence

__all__ = ["recalled"]

_SPEECH = re.compile(r"[“\"«][^“”\"«»]{40,}(?:[”\"»]|$)")
_LEADS = words("small_titles", "leads")
_SERIES = frozenset({"series", "mini-series", "miniseries", "sitcom"})
_COUNTED = frozenset({"season", "seasons", "episode", "episodes"})
_NOT_DONE = re.compile(rf"\b(?:{lexicon('recalled')['not_done']})\b")
# "TITLE, TITLE (carried by NAME)", "TITLE, in which NAME": what follows tells of the title right before it.
_OF_LAST = re.compile(r"T\d+x (?:Y )?(?:\( |, (?:in which|where) )")
# "TITLE by NAME, TITLE …", where no verb follows the second.
_PARTED = re.compile(
    r"T(?P<one>\d+)x (?:Y )?(?:by [DPA]\d+x (?:Y )?(?:, )?(?:and |then |or )?(?:in )?(?:the )?(?:series |film )?|"
    r"(?:, )?and (?:in )?the (?:N )?series )"
    r"(?=T(?P<next>\d+)x (?:Y )?(?:by |, |and |or |\. |$))"
)
_YEAR = re.compile(r"\((?:[^()]{0,20}\b)?(?:19|20)\d\d\)|\((?:\w+ )?\d{1,2}(?: \w+)?\)|\(\d[\d.,]{0,9} ?[kM]?\)")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_SCORE = 1.6
# No sentence that somebody wrote is longer.
_LONGEST = 1500
_LISTED = re.compile(r",| and | & | or ")
_OF_BOOKS = re.compile(r"\b(?:novels?|book|play|adapted|adapts|short story|comic|essay)\b")
# Who does this plays in a film, whatever else the sentence says: "a remake of TITLE, carried by NAME".
_CARRIES = re.compile(r"\b(?:carried|led|headed|worn|headlined) by\b|\bstarring\b")
_ASSISTING = re.compile(r"\bassistant\b")
_LEAST, _PAIR = 0.5, 2
_PLAIN = words("names", "plain")


def recalled(document: Document, parts: Iterable[Sentence], known: Known, news: News, found: list[Fact]) -> list[Fact]:
    """Give what sentences of trivia say of other works beyond what was found in them already."""
    own = set(titles_of(news)) | {
        fold(str(f.object.what.value))
        for f in found
        if f.predicate == "alsoKnownAs" and hasattr(f.object.what, "value")
    }
    had = [f.object for f in found if isinstance(f.object.what, Mention) and f.object.last]
    told: dict[tuple[object, ...], Fact] = {}
    last = ""
    star: tuple[End, ...] = ()
    for part in parts:
        said = [hit.span() for hit in _SPEECH.finditer(document.text, part.first, part.last)]
        if part.last - part.first > _LONGEST:
            continue
        line = Names(tokenise(document, part.first, part.last, said), known)
        if not line.n or line.language != LANGUAGES[0]:
            continue
        sketch, groups, last = _sketch(line, news, own, last, star)
        star = next((group.ends for group in reversed(groups) if group.letter == "A"), star)
        star = star if len(star) == 1 else ()
        for fact in _said(sketch, groups, part, last):
            what = fact.object.what
            if isinstance(what, Mention) and any(
                end.first < fact.object.last and fact.object.first < end.last and end.what.name != what.name
                for end in had
                if isinstance(end.what, Mention)
                and not end.what.name.endswith(f" in {what.name}")
                and not end.what.name.startswith(f"{what.name} of ")
            ):
                continue  # the grammar cuts the title in another way
            told.setdefault((fact.subject.what, fact.predicate, what), fact)
    return list(told.values())


def _sketch(line: Names, news: News, own: set[str], last: str, star: tuple[End, ...]) -> tuple[str, list[Group], str]:
    """Give the sentence in letters and small words, the groups that the letters stand for, and who was named last.

    `star` is the actor whom the sentences before named last, where it was one alone: "she" may mean her.
    """
    directors = by_surname(news.directors)
    cast = by_surname(
        fact.subject for fact in news.facts if fact.predicate == "starredIn" and fact.object.what == "FILM"
    )
    lower, printed, n = line.tokens.lower, line.tokens.words, line.n
    words_: list[str] = []
    groups: list[Group] = []
    at = 0
    while at < n:
        if not at and lower[at] in _LEADS:
            words_.append(lower[at])
            at += 1
            continue
        letter, ends, end = _group_at(line, at, directors, cast, own)
        if letter == "O":
            words_.append("O")
            at = end
            continue
        if letter:
            group = Group(letter, ends, at, end)
            joined = _joined(words_, groups, letter)
            if joined:
                before = groups[-1]
                groups[-1] = Group(letter, before.ends + ends, before.first, end)
            else:
                words_.append(f"{letter}{len(groups)}x")
                groups.append(group)
            if letter in "DA":
                last = letter
            at = end
            while letter == "T" and at < n and lower[at] in _SHOUTS:
                at += 1
            continue
        if lower[at] == "(" and (year := _YEAR.match(line.tokens.document.text, line.tokens.starts[at])):
            words_.append("Y")
            while at < n and line.tokens.starts[at] < year.end():
                at += 1
            continue
        if (
            lower[at] == "in"
            and words_
            and words_[-1].startswith("T")
            and _A_YEAR.fullmatch("".join(lower[at + 1 : at + 2]))
        ):
            words_.append("Y")  # "TITLE in 2012 and TITLE in 2016"
            at += 2
            continue
        who = meant_by(lower, at, last, directors, groups)
        is_star = star and means_star(lower, at, last)
        if who is None and is_star:
            who = "A", star
        if who:
            words_.append(f"{who[0]}{len(groups)}x")
            groups.append(Group(who[0], who[1], at, at + 1))
            last = "D" if lower[at] in DIRECTOR else last
            at += 1
            continue
        words_.append("N" if printed[at][0].isupper() and (at or lower[at] not in _PLAIN) else lower[at])
        at += 1
    return " ".join(words_) + " ", groups, last


def _joined(words_: list[str], groups: list[Group], letter: str) -> bool:
    """Take back the words between two groups of one letter where they only join them; tell whether they do."""
    if not groups or groups[-1].letter != letter:
        return False
    at = len(words_) - 1
    while at >= 0 and words_[at] in (
        ",",
        "and",
        "or",
        "even",
        "then",
        "also",
        "Y",
        "&",
        "as",
        "well",
        "more",
        "recently",
        "especially",
        "finally",
        "its",
        "sequel",
        "prequel",
        "follow-up",
    ):
        at -= 1
    between = words_[at + 1 :]
    if not {",", "and", "or", "&"} & set(between) or at < 0 or words_[at] != f"{letter}{len(groups) - 1}x":
        return False
    del words_[at + 1 :]
    return True


def _group_at(
    line: Names, at: int, directors: dict[str, list[End]], cast: dict[str, list[End]], own: set[str]
) -> tuple[str, tuple[End, ...], int]:
    lower, tokens = line.tokens.lower, line.tokens
    if not (line.capital[at] or lower[at][0].isdigit() or lower[at] in ('"',)):
        return "", (), at
    festival = next(iter(line.candidates("festival", at)), None)
    if festival:
        name, first, last = festival[1][0]
        edition = End(Mention("FestivalEdition", name), tokens.starts[first], tokens.ends[last - 1])
        return "F", (edition,) if any(letter.isdigit() for letter in name) else (), festival[0]
    before = lower[at - 1] if at else ""
    known = max((c for c in line.candidates("title", at) if c[3] >= 5), key=lambda c: c[0], default=None)
    if known and known[0] - at == 1 and known[0] < line.n and line.capital[known[0]]:
        known = None  # "Old" of another film in "Old Joyful"
    if lower[at].isdigit() and at and lower[at - 1] in _COUNTED:
        return "", (), at  # "in season 1 of TITLE"
    whole = in_full(line, at, {"D": directors, "A": cast}) if known is None else None
    if whole:
        return whole
    if known is None:
        end = min(line.run(at), at + 5)
        for stop in range(end, at, -1):
            name = tokens.text(at, stop)
            for letter, people in (("D", directors), ("A", cast)):
                same = people.get(fold(tokens.words[stop - 1]), [])
                if stop - at == 1 and same:
                    return letter, tuple(same), stop
                if stop - at == 1 and letter == "D" and (both := duo(tokens.words[at], directors)):
                    return letter, both, stop
                if any(isinstance(one.what, Mention) and fits(name, one.what.name) for one in same):
                    full = End(Mention("Person", name), tokens.starts[at], tokens.ends[stop - 1])
                    return letter, (full,), stop
        is_named = is_given_name(lower[at]) or _INITIALS.fullmatch(tokens.words[at])
        in_title = at > 1 and lower[at - 1] == "in" and lower[at - 2] in _LED_IN
        if end - at > 1 and is_named and not in_title and line.no_person.isdisjoint(lower[at:end]):
            name = tokens.text(at, end)
            return "P", (End(Mention("Person", name), tokens.starts[at], tokens.ends[end - 1]),), end
        if in_title and is_named and line.no_person.isdisjoint(lower[at:end]):
            return "T", (thing(tokens.text(at, end), "Film", tokens.starts[at], tokens.ends[end - 1]),), end
    if known is None and before in _SERIES and is_couple(line, at):
        series = thing(tokens.text(at, at + 3), "Series", tokens.starts[at], tokens.ends[at + 2])
        return "T", (series,), at + 3
    if known is None and before_foreign(line, at):
        return "", (), at  # "on the homeless of Paris Au bord de la nuit"
    if known is None and (ahead(line, at, directors, cast) or (at and lower[at - 1] == "as")):
        return "", (), at  # "Dancer NAME", "as CHARACTER in TITLE"
    found = sorted(line.candidates("title", at), key=lambda candidate: -candidate[0])
    best = known or next((c for c in found if c[3] >= _LEAST), None)
    longer = known or next((c for c in found if c[3] >= -_LEAST and not _LISTED.search(c[1][0][0])), None)
    if longer and (best is None or longer[0] > best[0]) and longer[0] - at > _PAIR:
        best = longer
    is_adverb = lower[at].endswith("ly") and lower[at + 1 : at + 2] == (",",)
    if best is None or (at == 0 and (is_adverb or lower[at] in _PLAIN) and known is None and best[0] == 1):
        return "", (), at
    end, names, _, _ = best
    name, first, last = names[0]
    if known is None and best[2] != "quoted":
        if _is_somebody(line, at, end):
            return "P", (End(Mention("Person", name), tokens.starts[at], tokens.ends[end - 1]),), end
        if _is_somewhere(line, at, end) or (is_nation(line, at) and (end - at == 1 or not line.capital[at + 1])):
            return "", (), end
        end = last = past_foreign(line, before_place(line, at, end))
        alone = before_maker(name := tokens.text(first, last))
        if alone != name:
            end = last = at + len(tokenise(tokens.document, tokens.starts[at], tokens.starts[at] + len(alone)))
            name = alone
    if fold(name) in own or _is_other(line, at, end, name):
        return ("O" if fold(name) in own else ""), (), end
    in_season = before == "of" and at > 2 and lower[at - 3] in _COUNTED
    kind = "Series" if before in _SERIES or in_season else "Film"
    return "T", (thing(name, kind, tokens.starts[first], tokens.ends[last - 1]),), end


def _is_somebody(line: Names, at: int, end: int) -> bool:
    """Tell whether two or three capitals in a row are rather somebody than a title, by the words beside them."""
    lower = line.tokens.lower
    if not 2 <= end - at <= 3 or not all(line.capital[i] and lower[i].isalpha() for i in range(at, end)):
        return False
    if lower[end : end + 1] == ("(",) or any(word in line.plain or word in line.no_person for word in lower[at:end]):
        return False
    before, behind = lower[at - 1] if at else "", lower[end] if end < line.n else ""
    if before == "to" and at > 1 and lower[at - 2] in _SEQUELS:
        return False  # "the sequel to Low Tide"
    if before == "with" and at > 1 and lower[at - 2] in _MADE_WITH:
        return False  # "made her name with TITLE"
    in_work = behind == "in" and lower[end + 1 : end + 2] == ("the",) and lower[end + 2 : end + 3] in _OF_WORKS
    return in_work or before in _BEFORE_PEOPLE or behind in _BEHIND_PEOPLE


def _is_somewhere(line: Names, at: int, end: int) -> bool:
    """Tell whether one capital behind "in" or "from" is a place: nobody played in it, and no year follows it."""
    lower = line.tokens.lower
    if not at or lower[end : end + 1] == ("(",):
        return False
    if end - at > 1:  # "shot in New Mexico"
        return end - at == _PAIR and lower[at - 1] in _WHERE and lower[at - 2 : at - 1] in _HAPPENED
    if lower[at - 1] == "the" or (lower[at - 1] == "of" and lower[at - 2] in _TOWNS):
        return True
    if lower[at - 1] not in ("in", "at", "from", "near", "around", "through"):
        return False
    if (
        lower[at - 1] == "from"
        and at > 1
        and lower[at - 2] in ("adapted", "drawn", "taken", "born", "inspired", "comes")
    ):
        return False
    return _ACTED.isdisjoint(lower[max(0, at - 5) : at])


def _is_other(line: Names, at: int, end: int, name: str) -> bool:
    """Tell whether capitals are no title: a country, a festival, a prize, a company, a month."""
    if countries().code(name) or countries().code_of_demonym(name) or known_festival(name) or is_award(line.tokens, at):
        return True
    if re.split(" (?:in|at|of) ", name.casefold())[0] in sections():
        return True  # "Critics' Week in Cannes"
    parts, lower = fold(name).split(), line.tokens.lower
    return (
        parts[-1] in _NO_TITLES
        or parts[0] in _HOUSES
        or parts[0].partition("-")[0] in _MONTHS
        or parts[-1] in _COUNTS
        or (
            end - at == 1
            and ((len(name) < 3 and lower[end : end + 1] != ("(",)) or name.isdigit() or lower[at] in line.plain)
        )
    )


# "A.S.", as tokens have it.
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.){1,3}")
# Behind "in" and one of these stands a title, not somebody: "whom she had directed in Ida Holm".
_LED_IN = frozenset({"directed", "played", "starred", "appeared", "acted", "seen", "filmed", "noticed", "revealed"})
_BEFORE_PEOPLE = words("recalled", "before_people")
_BEHIND_PEOPLE = words("recalled", "behind_people")
_WHERE = frozenset({"in", "at", "near", "around"})
_HAPPENED = frozenset((verb,) for verb in ("shot", "filmed", "set", "shooting", "filming", "place", "lives", "born"))
_TOWNS = words("recalled", "towns")
_OF_WORKS = frozenset({("series",), ("film",), ("comedy",), ("drama",), ("biopic",), ("mini-series",)})
_MADE_WITH = frozenset({
    "name", "mark", "debut", "reputation", "breakthrough", "himself", "herself", "themselves", "noticed", "revealed",
})  # fmt: skip
_SEQUELS = frozenset({"sequel", "prequel", "follow-up", "homage", "tribute", "nod"})
_ACTED = words("recalled", "acted")
_SHOUTS = frozenset({"!", "?", "..."})
_MONTHS = words("names", "months")
_HOUSES = frozenset({"théâtre", "theatre", "theater", "opéra", "musée", "université", "conservatoire", "cinémathèque"})
_COUNTS = frozenset({"million", "millions", "euros", "dollars"})
_NO_TITLES = words("names", "company_ends") | words("names", "body_words") | {
    "award", "awards", "prize", "oscar", "oscars", "césar", "césars", "lion", "palme", "bear", "selection", "theatre",
    "week", "fortnight", "festival", "competition", "university", "school", "street", "war", "studios", "france",
    "channel", "universe", "globe", "globes", "emmy", "bafta", "goya", "jury", "grand", "covid", "netflix", "disney",
}  # fmt: skip


def _said(sketch: str, groups: list[Group], part: Sentence, last: str) -> Iterator[Fact]:
    has_title = any(group.letter == "T" for group in groups)
    known: set[int] = set()
    for table, whose, pattern in _expressions():
        if not (has_title or table == "own_film"):
            continue
        for hit in pattern.finditer(sketch):
            found = hit.groupdict()
            at = int(found.pop("what", None) or -1)
            titles = groups[at].ends if at >= 0 else (End("FILM"),)
            if len(titles) > 1 and _OF_LAST.match(hit.group()):
                titles = titles[-1:]
            if found.get("edition") and not groups[int(found["edition"])].ends:
                continue
            of_stranger = table == "directed" and whose == "by" and groups[int(found["who"])].letter == "P"
            if of_stranger and _OF_BOOKS.search(sketch, 0, hit.end()) and " directed by " not in hit.group():
                continue
            if (at in known and table == "directed") or (
                whose == "his" and last == "A" and " same " not in hit.group()
            ):
                continue
            if table in ("directed", "source"):
                known.add(at)
            if (
                at >= 0
                and found.get("edition")
                and not hit.start()
                and not any(group.letter in "DAP" for group in groups)
            ):
                continue  # of whom "TITLE was shown at FESTIVAL" tells nobody says: it may be the film's other name
            if number := found.get("edition"):
                for title in titles:
                    yield from _shown(title, groups[int(number)].ends, part)
                continue
            people = [(table, (End("DIRECTOR"),))] if whose == "his" else _people(table, found, groups)
            for predicate, who in people:
                doubt = {"starredIn": _NOT_DONE, "directed": _ASSISTING}.get(predicate)
                if doubt is None or _CARRIES.search(hit.group()) or not doubt.search(sketch):
                    more = _parted(sketch, groups, at) if predicate == "starredIn" else ()
                    for title in (*titles, *more):
                        yield from _facts(predicate, who, title, part)


def _parted(sketch: str, groups: list[Group], at: int) -> Iterator[End]:
    """Give the titles that go on with a list behind the title of a group: "TITLE by NAME, TITLE by NAME and TITLE"."""
    following = {int(hit["one"]): int(hit["next"]) for hit in _PARTED.finditer(sketch)}
    while at in following:
        at = following[at]
        yield from groups[at].ends


def _shown(title: End, editions: tuple[End, ...], part: Sentence) -> Iterator[Fact]:
    for edition in editions:
        yield Fact(title, "screenedAt", edition, part.first, part.last, "recalled-screenedat", _SCORE)


def _people(table: str, found: dict[str, str], groups: list[Group]) -> list[tuple[str, tuple[End, ...]]]:
    """Give what the groups of a hit say: a predicate, and of whom."""
    return [
        (table if name == "who" else name.rstrip("0123456789"), groups[int(number)].ends)
        for name, number in found.items()
        if number and name != "edition"
    ]


def _facts(predicate: str, who: tuple[End, ...], title: End, part: Sentence) -> Iterator[Fact]:
    first, last = part.first, part.last
    if predicate == "source":
        assert isinstance(title.what, Mention)
        work = End(Mention("Work", title.what.name), title.first, title.last)
        yield Fact(End("FILM"), "basedOn", work, first, last, "recalled-source", _SCORE)
        title, predicate = work, "wrote"
    for person in who:
        if person.what != title.what:
            yield Fact(person, predicate, title, first, last, f"recalled-{predicate.lower()}", _SCORE)


@cache
def _expressions() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Give the expressions of the lexicon with what each says, and of whom; sources first."""
    table = lexicon("recalled")
    small = {key: value for key, value in table.items() if isinstance(value, str)}
    found = []
    for predicate in ("source", "wrote", "several", "directed", "starredIn", "own_film"):
        for whose, patterns in table[predicate].items():
            for pattern in patterns:
                for key, value in small.items():
                    pattern = pattern.replace("{" + key + "}", value)
                found.append((predicate, whose, re.compile(r"(?<!\S)" + pattern.removeprefix("^"))))
    return tuple(found)
