"""What speaks against a run of capitals as a title: lists, credits, places, prizes, and words that it cuts off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.slot.festival import known_festival, sections
from kg.extract.slot.given import is_given_name
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.extract.names import Names

__all__ = [
    "LIST_MARKS",
    "TO_PLACES",
    "cut_cost",
    "ends_in_country",
    "ends_in_section",
    "from_inside",
    "goes_on_before",
    "goes_on_gain",
    "has_territory",
    "is_credit",
    "is_like_person",
    "is_of_one_work",
    "is_of_somebody",
    "is_thing_of",
    "land_cost",
    "list_cost",
    "made_by",
    "made_by_cost",
    "owner_cost",
    "place_cost",
    "prize_cost",
    "stars_before",
    "strange_end_cost",
    "two_owners_cost",
]

_ARTICLES = words("names", "articles")
_LONGEST_OWNER = 4
_PRIZE = frozenset({"best", "mention", "award", "prize", "outstanding", "debut"})
_PRIZES = words("events", "prizes")
_OF_PRIZE = frozenset({"best", "a", "an", "its", "outstanding"})
# Small words that lead from one capital to the next within a title.
_WITHIN = frozenset({"the", "a", "of", "to", "about", "without", "under", "into", "against", "my", "your"})
_PAIR = 3
_SEEN_IN = (("stars",), ("star",), ("starring",), ("seen",), ("role",), ("part",), ("plays",), ("appears",), ("lead",))
_IN_PLACES = frozenset({"in", "at", "near", "from", "around"})
_WORKS = words("leads", "works")
# Who plays stands before a film's title; who shoots, before a place.
_PLAYS = frozenset({
    "play", "plays", "playing", "star", "stars", "starring", "portray", "portrays", "role", "roles", "lead", "leads",
    "appear", "appears", "reunite", "reunited", "reunites", "opposite", "alongside", "act", "acts", "embodies",
})  # fmt: skip
_SHOT = frozenset({"shot", "filmed", "shooting", "filming", "set", "premiering", "opening", "screening", "based"})
_FAR = 14
_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens"}
)
_COUNTED = (("countries",), ("territories",), ("screens",), ("films",), ("prints",), ("titles",), ("projects",))
# "… and He Is a Fool": what goes on so within a run of capitals is one title.
_COUNTS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "no", "many", "first"}
)
_SHORT_COUNT = 2
_LISTED_ARTICLES = frozenset({"a", "an"})
_LISTED = frozenset({",", "and"})
_SUBJECTS = frozenset({"i", "he", "she", "we", "they", "you"})
_PRONOUNS = frozenset({"he", "she", "we", "they", "you", "it", "his", "her", "my", "your", "our", "their"})
_MANY_WORKS = frozenset({"films", "titles", "features", "works", "documentaries", "shorts", "series", "movies"})
_ONE_WORK = frozenset({
    "film", "feature", "documentary", "debut", "movie", "drama", "comedy", "thriller", "project", "short", "series",
    "doc", "opus", "picture",
})  # fmt: skip
_ONE_WORK = frozenset({"film", "feature", "debut", "drama", "documentary", "comedy", "thriller", "movie", "series"})
_ONE_WAS = (("was", "named"), ("was", "voted"), ("was", "chosen"), ("has", "been"), ("is", "a"), ("was", "the"))
_SHOOTING = frozenset({"shooting", "filming", "shot", "filmed", "wrapped", "wrapping", "shoots", "films"})
_ONE = frozenset({"a", "an", "his", "her", "this", "'s"})
_NOUN_FAR = 5
# "TITLE, a Special Presentation at", "TITLE, a Sund Film production".
_NO_WORK_ENDS = frozenset({
    "presentation", "selection", "production", "co-production", "film", "films", "premiere", "title", "entry",
    "winner", "nominee", "project", "special", "official", "original", "series", "pictures",
})  # fmt: skip
_SHOWING = frozenset({"unveiled", "presented", "screened", "premiered", "presents", "showed", "showing", "presenting"})
# Sections of one word that nothing else is in.
_SHOWN_IN = frozenset({"panorama", "forum", "encounters", "generation", "orizzonti", "competition", "perspectives"})
_SUMS = frozenset("€£$")
_PRODUCED = frozenset({
    "produced", "co-produced", "coproduced", "co-production", "coproduction", "collaboration", "association",
})  # fmt: skip
_MAKES = frozenset({"by", "from", "of", "directed"})
_MADE = frozenset({
    "produced", "co-produced", "coproduced", "directed", "helmed", "written", "co-written", "penned", "shot", "sold",
    "distributed", "lensed", "edited", "scored", "composed", "backed", "supported", "staged", "made", "funded",
    "released", "created", "co-directed", "signed", "scripted", "co-penned", "film", "feature", "documentary",
})  # fmt: skip
_COMPANY_ENDS = words("names", "company_ends")
_CREDITED = frozenset(
    {"written", "directed", "produced", "penned", "co-written", "shot", "edited", "scripted", "played"}
)
LIST_MARKS = frozenset({",", "and", "&", "/"})
TO_PLACES = frozenset({"in", "at", "from", "to", "for", "on", "with", "after"})


def _is_count(word: str) -> bool:
    return word in _COUNTS or (word.isdigit() and len(word) <= _SHORT_COUNT)


def list_cost(lower: tuple[str, ...], at: int, stop: int) -> float:
    """Say how much commas and joins make a run look like a list of names; less where an article follows them."""
    cost = sum(1.0 for word in lower[at:stop] if word in LIST_MARKS and word != "&")
    cost -= sum(0.5 for i in range(at, stop - 1) if lower[i] == "," and lower[i + 1] in ("the", "a", "my", "le", "la"))
    cost -= sum(0.7 for i in range(at, stop - 1) if lower[i] == "and" and lower[i + 1] in ("the", "a", "his", "her"))
    cost -= sum(1.0 for i in range(at, stop - 2) if lower[i] == "and" and lower[i + 1] in _SUBJECTS)
    cost -= sum(1.4 for i in range(at + 1, stop - 1) if lower[i] == "," and lower[i - 1] == lower[i + 1])  # "Ida, Ida"
    if _is_count(lower[at]):
        cost -= sum(1.0 for i in range(at, stop - 2) if lower[i] in _LISTED and _is_count(lower[i + 1]))
    if cost and stop - at == _PAIR and lower[at + 1] == "and" and at and "'s" in lower[max(0, at - 2) : at]:
        is_pair = not (lower[stop : stop + 1] == ("'s",) or is_given_name(lower[at + 2]))
        cost -= 1.0 * is_pair  # "NAME’s Salt and Smoke" is one title, of two words
    elif cost and stop - at == _PAIR and lower[at + 1] == "and" and _is_told_alone(lower, stop):
        cost -= 1.0  # "Salt and Smoke by NAME": of a list, each would have its own
    elif cost and stop - at > _PAIR and lower[at + 1 : at + 3] == ("and", "the") and _is_told_alone(lower, stop):
        cost -= (
            0.3 if stop - at == _PAIR + 1 else 0.9
        )  # "Salt and the Smoke, which", "Otto and the Very Small Circus, by"
    elif cost and stop - at > _PAIR and at and lower[at - 1] == "'s" and lower[stop : stop + 1] == (",",):
        is_one = lower[stop - 2] == "and" and "," not in lower[at:stop] and not is_given_name(lower[stop - 1])
        cost -= 1.0 * is_one  # "NAME’s On Salt and Smoke, NAME’s …"
    return cost


def _is_told_alone(lower: tuple[str, ...], stop: int) -> bool:
    """Tell whether what follows is said of one work: "by NAME", ", the new film by NAME", "was named best film"."""
    if lower[stop : stop + 1] == ("by",) or lower[stop : stop + 2] in _ONE_WAS:
        return True
    if lower[stop : stop + 2] in ((",", "starring"), (",", "featuring"), (",", "toplined"), (",", "headlined")):
        return True
    if lower[stop : stop + 2] == (",", "which") and lower[stop + 2 : stop + 3] in (("was",), ("is",), ("has",)):
        return True
    return lower[stop : stop + 2] in ((",", "the"), (",", "a")) and not _ONE_WORK.isdisjoint(lower[stop + 2 : stop + 6])


def stars_before(lower: tuple[str, ...], at: int) -> bool:
    """Tell whether somebody rather than a work stands at a token: "starring NAME", "starring a remarkable NAME"."""
    if at > _PAIR - 1 and lower[at - 2] in _LISTED_ARTICLES and lower[at - 3] == "starring":
        return True
    return bool(at) and lower[at - 1] in ("starring", "co-starring")


def goes_on_gain(line: Names, at: int, stop: int) -> float:
    """Say how much of what its commas cost a run wins back behind "his feature": it is one title, and no list.

    "The Last, The First" has a capital article; "Bees, a Goat and a Castle" small ones, and a comma behind it.
    """
    lower, capital = line.tokens.lower, line.capital
    if is_of_one_work(line, at):
        joins = [i for i in range(at + 1, stop - 1) if lower[i] in ("and", "&")]
        is_closed = stop < line.n and lower[stop] in (",", ".", "(", "with", "which")
        if len(joins) == 1 and "," not in lower[at:stop] and is_closed and capital[joins[0] + 1]:
            return 1.2  # "his debut feature film Salt and Smoke, produced by"
    noun = at - 2 if at > 1 and lower[at - 1] == "," else at - 1
    if (parts := _between_commas(lower, at, stop)) and (len(set(parts)) == 1 or _is_called_so(line, at, stop)):
        return 1.2 * (len(parts) - 1)  # "Nino, Nino, Nino"; "In the works is You, Ida, a drama by NAME"
    if at and lower[at - 1] not in _MANY_WORKS:
        gain = sum(1.2 for i in range(at, stop - 2) if lower[i] == "," and capital[i + 1] and lower[i + 1] in _PRONOUNS)
        if gain:
            return gain  # "The House Sleeps, Her Name Is Ida": inside a sentence no pronoun has a capital
    if noun < 0 or lower[noun] not in _ONE_WORK or capital[noun]:
        return 0.0
    gain = sum(0.6 for i in range(at, stop - 1) if lower[i] == "," and lower[i + 1] in _ARTICLES and capital[i + 1])
    is_closed = lower[stop : stop + 1] == (",",) and lower[stop - 1] not in _NO_WORK_ENDS
    for i in range(at, stop - 2):
        if lower[i] == "," and lower[i + 1] in ("a", "an", "the") and not capital[i + 1] and is_closed:
            inner = lower[i + 2 : stop]
            plain = capital[i + 2] and not countries().code_of_demonym(line.tokens.words[i + 2])
            is_title = plain and _NO_WORK_ENDS.isdisjoint(inner) and "at" not in inner and "by" not in inner
            gain += 0.6 + ("and" in inner) if is_title else 0.0
    return gain


def _between_commas(lower: tuple[str, ...], at: int, stop: int) -> list[tuple[str, ...]]:
    """Give what commas part within a run; nothing where it has none."""
    commas = [i for i in range(at, stop) if lower[i] == ","]
    return [lower[a + 1 : b] for a, b in zip([at - 1, *commas], [*commas, stop], strict=True)] if commas else []


def _is_called_so(line: Names, at: int, stop: int) -> bool:
    """Tell whether a sentence says which one film is meant, and of what kind: "Also in the works is …, a drama by"."""
    lower, capital = line.tokens.lower, line.capital
    is_one = at > 1 and lower[at - 1] == "is" and stop + 2 < line.n and lower[stop] == ","
    if not is_one or lower[stop + 1] not in ("a", "an") or capital[stop + 1] or line.headline:
        return False
    return all(capital[i + 1] for i in range(at, stop - 1) if lower[i] == ",")


def is_of_one_work(line: Names, at: int) -> bool:
    """Tell whether one work is announced right before a token: "his debut feature film Salt and Smoke"."""
    lower, capital = line.tokens.lower, line.capital
    if line.headline or not at or lower[at - 1] not in _ONE_WORK or capital[at - 1]:
        return False
    return any(lower[back] in _ONE for back in range(max(0, at - _NOUN_FAR), at - 1))


def made_by_cost(lower: tuple[str, ...], at: int) -> float:
    """Say what it costs to begin behind "by": "directed by NAME", and "Released this week by NAME, TITLE is"."""
    opens = lower[0] in _MADE and "," not in lower[:at]
    return 4.0 if opens else 3.6 if at > 1 and lower[at - 2] in _MADE else 1.0


def is_credit(lower: tuple[str, ...], at: int, stop: int) -> bool:
    """Tell whether words are no title but say what was done: "Created by NAME", or a sum."""
    if lower[at][0].isdigit() and ((at and lower[at - 1] in _SUMS) or lower[at + 1 : at + 2] in _COUNTED):
        return True  # "€500,000 to NAME’s TITLE", "sold to 14 countries by COMPANY"
    if stop - at == 1 and at == 0 and lower[at] in _NUMBERS:
        return True  # "Seven in the running"
    after = lower[at + 1] if at + 1 < len(lower) else ""
    return (lower[at].endswith(("ed", "tten", "-bought")) or lower[at] == "shot") and (
        (stop - at == 1 and after == "by") or (at == 0 and after in ("by", "on", "in", "with", "from", "at", "through"))
    )


def goes_on_before(line: Names, at: int) -> bool:
    """Tell whether capitals and small words before a token make it the middle of a title: "… and the Moon"."""
    lower, capital = line.tokens.lower, line.capital
    if lower[at - 1] == "and" and capital[at - 2] and at > 2 and not capital[at - 3] and _is_told_alone(lower, at + 1):
        return True  # "goes to Dust and | Feathers, the new film by"
    if lower[at - 1] not in _WITHIN:
        return False
    back = at - 1
    while back > 0 and at - back < 4 and (lower[back] in _WITHIN or lower[back] in ("and", "in", "&")):
        back -= 1
    joined = back < at - 1 or lower[at - 1] not in ("the", "a", "of")
    return joined and back >= 0 and capital[back] and (back > 0 or lower[back] not in line.plain)


def is_of_somebody(line: Names, at: int) -> bool:
    """Tell whether an article begins what somebody named in full owns: "Ana Ruiz’s The Ice House" is no company."""
    lower, capital = line.tokens.lower, line.capital
    is_owned = at > 2 and lower[at - 1] == "'s" and capital[at - 2] and capital[at - 3] and lower[at] in _ARTICLES
    return is_owned and not countries().code(line.tokens.text(at - 3, at - 1))


def made_by(line: Names, at: int) -> bool:
    """Tell whether a place’s company begins: "Produced by Oslo’s | Low Water"."""
    lower = line.tokens.lower
    if at > 1 and lower[at - 1] == "with" and lower[at - 2] in _PRODUCED:
        return True  # "a coproduction with | Norway’s Sund, directed by"
    return at > 3 and lower[at - 1] == "'s" and lower[at - 3] in ("by", "with") and lower[at - 4] in _PRODUCED


def _is_told_work(lower: tuple[str, ...], at: int, stop: int) -> bool:
    """Tell whether a word behind "in" is called a work: "plays a cook in Salt, the first feature by NAME"."""
    before = lower[max(0, at - _FAR) : at]
    if (
        _PLAYS.isdisjoint(before)
        or not _SHOT.isdisjoint(before)
        or not _ARTICLES.intersection(lower[stop + 1 : stop + 2])
    ):
        return False
    kind = next((i for i in range(stop + 2, min(stop + 7, len(lower))) if lower[i] in _WORKS), 0)
    return bool(kind) and any(word in _MAKES for word in lower[kind + 1 : kind + 3])


_STARS = frozenset({"stars", "starring", "star", "features", "featuring", "toplines", "casts", "cast"})


def from_inside(line: Names, at: int, stop: int) -> float:
    """Say what "by" or "from" within a run costs: "TITLE by NAME", but little in "The Girl from Low Street"."""
    lower, capital = line.tokens.lower, line.capital
    is_starred = is_given_name(lower[at]) or (at > 0 and lower[at - 1] in _STARS)
    if "as" in lower[at + 1 : stop] and is_starred and capital[at + 1]:
        return 6.0  # "stars NAME as the sister of"
    cost = 0.0
    for i in range(at + 1, stop - 1):
        is_name = i + 2 < stop and capital[i + 1] and capital[i + 2]
        if lower[i] in ("by", "from") and not capital[i] and (is_name or lower[i + 1] not in line.plain):
            of_thing = lower[i] == "from" and lower[at] in _ARTICLES and i - at > 1 and i + 1 < line.n
            if lower[i] == "by" and is_name and is_given_name(lower[i + 1]):
                return 6.0  # "The first, TITLE by NAME, will"
            cost += 0.0 if of_thing and not is_given_name(lower[i + 1]) else 1.6
    return cost


def place_cost(line: Names, at: int, stop: int) -> float:
    """Say how much a word behind "in", "at" or "from" and before a comma is rather a place: "in Zagreb, a …"."""
    lower = line.tokens.lower
    if at and lower[at - 1] in _SHOOTING and "in" in lower[at + 1 : stop - 1]:
        return 1.5  # "has finished shooting TITLE in PLACE"
    is_place = stop == at + 1 and at and lower[at - 1] in _IN_PLACES and stop < line.n and lower[stop] == ","
    if not is_place or line.capital[at - 1] or _is_told_work(lower, at, stop):
        return 0.0
    then_the = lower[stop + 1 : stop + 2] in (("the",), ("with",)) and lower[at - 1] != "from"
    return 5.0 if then_the and lower[at - 2 : at - 1] not in _SEEN_IN else 1.5


def ends_in_country(line: Names, first: int, last: int) -> bool:
    """Tell whether a run closes with where something happens: "… in Italy", "… in the Czech Republic"."""
    lower = line.tokens.lower
    for at in range(last - 2, max(first, last - 5), -1):
        if lower[at] in TO_PLACES and not line.capital[at]:
            start = at + 2 if lower[at + 1] == "the" else at + 1
            if start < last and (lower[start].isdigit() or countries().code(line.tokens.text(start, last))):
                return True
    return False


def ends_in_section(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run closes with where a festival shows it: "… in Venice Days", "… in Panorama"."""
    lower = line.tokens.lower
    for i in range(at + 1, stop - 1):
        if lower[i] == "in" and not line.capital[i]:
            shown = line.tokens.text(i + 2 if lower[i + 1] == "the" else i + 1, stop).casefold()
            was_shown = lower[at - 1 : at] and lower[at - 1] in _SHOWING and known_festival(shown)
            return bool(was_shown) or (shown in sections() and (" " in shown or shown in _SHOWN_IN))
    return False


def cut_cost(line: Names, at: int) -> float:
    """Say what it costs to end a title before a token with which it could go on."""
    word = line.tokens.lower[at]
    if word == "&" and at + 1 < line.n and line.capital[at + 1]:
        return 1.0  # lists in sentences have "and"
    if word in (",", "and", "&", "/", "by", "–", "-", "et", "y"):
        return 0.0
    if word in ("in", "at", "from", "with", "for", "on", "to", "as"):
        return 0.2
    return 0.6


def land_cost(line: Names, at: int, stop: int) -> float:
    """Say what it costs to begin a title with a country: "from the US with TITLE"."""
    lower = line.tokens.lower
    if stop - at < _PAIR or not at or lower[at - 1] != "the" or lower[at + 1] != "with":
        return 0.0
    return 3.0 if countries().code(line.tokens.words[at]) else 0.0


def prize_cost(line: Names, at: int, stop: int) -> float:
    """Say what the name of a prize within a run costs: "TITLE for a Special Mention", "TITLE as Best Debut"."""
    lower = line.tokens.lower
    if stop < at + 3 or not line.capital[stop - 1]:
        return 0.0
    at_prizes = next((i for i in range(at + 1, stop - 2) if lower[i : i + 2] == ("at", "the")), 0)
    if at_prizes and (lower[stop - 1] in _PRIZES or lower[stop : stop + 1] == ("festival",)):
        return 2.0  # "the success of TITLE at the Oscars", "for TITLE at the Oslo festival"
    return sum(
        1.2
        for i in range(at + 1, stop - 1)
        if lower[i] in ("for", "as") and lower[i + 1] in _OF_PRIZE and not _PRIZE.isdisjoint(lower[i + 1 : stop])
    )


def owner_cost(line: Names, at: int, stop: int) -> float:
    """Say what an owner within a run costs: "Berg’s The Dry Season", "Ana Berg’s Low Water", but not "Pan’s Garden"."""
    lower = line.tokens.lower
    end = next((i for i in range(at + 1, stop - 1) if lower[i] == "'s"), 0)
    if not end:
        return 0.0
    if countries().code(line.tokens.text(at, end)):
        return 4.0
    is_somebody = lower[end - 1] in line.known.surnames or (end - at > 1 and is_given_name(lower[at]))
    return 2.0 if is_somebody else 1.0 if lower[end + 1] in _ARTICLES and line.capital[end + 1] else 0.0


def is_thing_of(line: Names, at: int) -> bool:
    """Tell whether what stands before a possessive begins with an article and is nobody’s name."""
    start = at
    while start and line.capital[start - 1] and at - start < _LONGEST_OWNER:
        start -= 1
    return at - start > 1 and line.tokens.lower[start] in ("the", "a", "an")


def has_territory(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run has "for" or "in" with a country right behind it."""
    lower = line.tokens.lower
    for i in range(at + 1, stop - 1):
        if lower[i] in ("for", "in"):
            first = i + 2 if lower[i + 1] == "the" else i + 1
            if any(
                countries().code(line.tokens.text(first, end)) for end in range(first + 1, min(stop, first + 3) + 1)
            ):
                return True
    return False


def is_like_person(line: Names, at: int, stop: int) -> bool:
    """Tell whether a run is a given name that is known with one or two capitals behind it."""
    return 2 <= stop - at <= 3 and is_given_name(line.tokens.lower[at]) and all(line.capital[at:stop])


def two_owners_cost(line: Names, at: int, stop: int) -> float:
    """Say what it costs that a run with "and" has an owner before it, a maker behind: "NAME’s TITLE and TITLE by"."""
    lower, capital = line.tokens.lower, line.capital
    joins = [i for i in range(at + 1, stop - 1) if lower[i] == "and" and capital[i + 1]]
    if not joins or lower[stop + 1 : stop + 2] in (("the",), ("a",)):
        return 0.0
    start = at
    while start and at - start < _LONGEST_OWNER and lower[start - 1] not in (",", ".", ";", ":", "'s"):
        start -= 1
    return 3.0 if start and lower[start - 1] == "'s" and capital[start - 2] else 0.0


def strange_end_cost(line: Names, at: int, stop: int) -> float:
    """Say what it costs to end within a company's name, "NAME’s Reed | Pictures", or to be the last of some makers."""
    ends_within = stop < line.n and line.capital[stop] and line.tokens.lower[stop] in _COMPANY_ENDS
    return 3.0 * ends_within + 3.0 * _is_second_maker(line, at, stop)


def _is_second_maker(line: Names, at: int, stop: int) -> bool:
    """Tell whether two or three capitals end a list of those by whom something was made: "written by A and B C"."""
    lower = line.tokens.lower
    if not 2 <= stop - at <= _PAIR or lower[at - 1] != "and" or at < _PAIR or not all(line.capital[at:stop]):
        return False
    before = lower[max(0, at - 6) : at]
    if ")" in before or lower[at] in _ARTICLES or lower[stop : stop + 1] == ("by",):
        return False
    return "by" in before and lower[max(0, at - 7) + before.index("by")] in _CREDITED
