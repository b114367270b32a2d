"""Companies and bodies: capitals, digits, and the joins of long names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.extract.names import Candidate, Name, Names, fold
from kg.extract.slot.festival import sections
from kg.extract.slot.foreign_firms import foreign_firm_end
from kg.extract.slot.given import is_given_name
from kg.extract.slot.leads import is_new_subject, over_firm
from kg.extract.slot.slots import COMPOUNDS, FIRM_NOUNS
from kg.extract.slot.titles import titles_at
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["acronyms", "begin", "companies", "companies_at", "end", "is_company_name"]

_NOBODYS_NAMES = words("names", "pronouns")
_NO_COMPANY = (
    words("names", "plain")
    | words("names", "articles")
    | frozenset({
        "this", "it", "meanwhile", "elsewhere", "lastly", "finally", "however", "moreover", "furthermore", "besides",
        "alongside",
    })
    | _NOBODYS_NAMES
)  # fmt: skip
_COMPANY_ENDS = words("names", "company_ends")
_BODY_WORDS = words("names", "body_words")
_PARTICLES = words("names", "particles")
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "„": "“"}
_THE = frozenset({"the"})
_STOP = frozenset({"."})
_PLUS = frozenset({"+"})
_PARTNER_NOUNS = frozenset({
    "counterpart", "partner", "partners", "outfit", "outfits", "company", "companies", "firm", "producers", "neighbour",
})  # fmt: skip
# Further words that only companies have in their names.
_COMPANY_WORDS = (_COMPANY_ENDS | _BODY_WORDS).union(
    {
        "bros",
        "bros.",
        "brothers",
        "studios",
        "corporation",
        "corp.",
        "corp",
        "co.",
        "channel",
        "records",
        "animations",
        "cartoons",
    }
)
_PARTNERS = words("names", "firm_partners")
_MONTHS = words("names", "months")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_WHICH_DAY = frozenset({"this", "on", "next", "last", "every", "from", "today", "until"})
_MEASURES = frozenset({"km", "mm", "mph", "km/h"})
_HOLIDAYS = frozenset({"day", "eve"})
# "Canal +", as it was spelt for years.
_PLUS_APART = frozenset({"canal", "ciné", "cine"})
_PREPOSITIONS = words("names", "prepositions")
_SHORT = 3
_SAID_OF_SOMEBODY = frozenset({"veteran", "newcomer", "debutant", "debutante", "director", "filmmaker", "producer"})
_PLACES = words("names", "continents") | words("names", "cities") | words("trade", "regions")
# Words of names that are printed in small letters as well.
_SMALL_ENDS = frozenset({
    "film", "films", "productions", "production", "pictures", "cinema", "produkcija", "filmproduktion",
})  # fmt: skip
_MAKING_IT = frozenset({"by", "with", "through", "'s"})
_MAKERS_FIELD = (("producer", ":"), ("producers", ":"), ("co-producer", ":"), ("co-producers", ":"), ("company", ":"))
_LEGAL_FORMS = frozenset(
    {"SL", "SLU", "S.L", "S.L.", "SA", "AIE", "A.I.E.", "LLC", "Inc", "Inc.", "Ltd", "Ltd.", "Lda"}
)
_SECOND_FIELDS = frozenset({"audiovisual", "audio-visual", "tv", "television", "media", "video"})
_ET_DE = (("de",), ("du",), ("d'",))
_JOINING_AND = frozenset({"and", "&"})


_SELL = frozenset({
    "boards", "sells", "acquires", "picks", "snaps", "takes", "launches", "unveils", "secures", "nabs", "lands", "buys",
    "adds", "handles", "closes", "strikes", "inks", "presents", "pre-sells", "sold", "kicks",
})  # fmt: skip
_PRIZED = frozenset({"title", "award", "prize", "mention", "trophy", "honours", "category"})
# What a company without its name is called.
_CALLED = frozenset({"network", "channel", "broadcaster", "outfit", "company", "group", "fund", "platform"})
# An amount or a share is no company: "420,000 BGN", "20 %".
_MONEY = words("names", "money")


def begin(line: Names) -> list[int]:
    """Give the tokens at which companies may begin: capitals, digits, quotation marks, and "the"."""
    return line.capitals + line.figures + line.quotes + line.positions(_THE)


def end(line: Names) -> list[int]:
    """Give the tokens with which companies may end: capitals, digits, a closing quotation mark, marks as of "TV+"."""
    return sorted(line.capitals + line.figures + line.quotes + line.positions(_STOP) + line.positions(_PLUS))


def companies_at(line: Names, at: int) -> Iterator[Candidate]:
    """Give the companies that may begin at a token: capitals, digits, and the joins of long names."""
    lower, capital, n = line.tokens.lower, line.capital, line.n
    start = at
    if lower[at] in _MONTHS and at + 1 < n and lower[at + 1][0].isdigit():
        return
    if at + 1 < n and lower[at].isdigit() and lower[at + 1] in _MONTHS:
        return  # "on 26 September 2019, and NAME is"
    if at + 1 < n and lower[at] in _PREPOSITIONS and capital[at + 1] and lower[at + 1] not in _COMPANY_ENDS:
        return
    if lower[at].endswith(COMPOUNDS) or (at + 1 < n and lower[at + 1] == "'s"):
        return
    if n > at + 1 and lower[at] == "the" and (capital[at + 1] or lower[at + 1][0].isdigit()):
        # "sold by The Match Factory": within a sentence a capital makes the article part of the name.
        is_inside = at and line.tokens.words[at][0].isupper() and lower[at - 1] not in (".", ":")
        start = at if is_inside or (not at and _has_own_article(line)) else at + 1
    if start >= n or not (capital[start] or lower[start][0].isdigit()):
        closing = _QUOTES.get(line.tokens.words[at]) if at < n else None
        if closing:
            yield from ((end, names, "", worth) for end, names, _, worth in titles_at(line, at))
        return
    end, ends = start + 1, [start + 1]
    while end < n and end - start < 16 and end not in line.tokens.after_asides:
        if (
            capital[end]
            or (lower[end][0].isdigit() and not line.is_year_aside(end))
            or lower[end] in ("&", "+")
            or (lower[end] == "." and lower[end - 1] == "co" and line.tokens.glued(end))
        ):
            end += 1
        elif lower[end] == "'s" and end + 1 < n and capital[end + 1] and lower[end + 1] in _COMPANY_ENDS:
            end += 2
        elif lower[end] == "," and end + 1 < n and line.tokens.words[end + 1] in _LEGAL_FORMS:
            end += 2  # "Sund Films, SL"
        elif lower[end] in _SMALL_ENDS and _closes(line, end + 1, start):
            end += 1  # "(Need productions)", "a Sund film production"
        elif (
            lower[end] in _SECOND_FIELDS
            and lower[end + 1 : end + 2] == ("distribution",)
            and start
            and lower[start - 1] in _MAKING_IT
        ):
            end += 2  # "sold by Sund tv distribution"
        elif lower[end] in _MEASURES and end == start + 1 and end + 1 < n and capital[end + 1]:
            end += 2  # "17 km Film"
        else:
            joined = _company_join(line, start, end) or foreign_firm_end(line, start, end)
            if joined is None:
                break
            end = joined
        ends.append(end)
    land = max((stop for stop in ends if countries().code(line.tokens.text(start, stop))), default=0)
    for stop in reversed(ends):
        if stop < land:
            continue  # "South" of "South Korea"
        if any(word.endswith(("-based", "-winning")) for word in lower[start:stop]):
            continue
        if stop - start > 1 and lower[start] in _SAID_OF_SOMEBODY and is_given_name(lower[start + 1]):
            continue  # "Veteran NAME gets €120,000 for TITLE"
        if stop - start == 1 and stop + 1 < n and lower[stop] in _PARTICLES and is_given_name(lower[start]):
            continue  # "Vera" of "Vera da Costa"
        printed = line.tokens.text(start, stop)
        has_letter = any(capital[i] for i in range(start, stop))
        is_plus = lower[stop - 1] == "+" and line.tokens.glued(stop - 1) and not _goes_on_glued(line, stop)
        is_plus = is_plus or (lower[stop - 1] == "+" and lower[stop - 2] in _PLUS_APART)
        if lower[stop - 1] in _HOLIDAYS and stop - start > 1:
            continue  # "on Christmas Day, and NAME is"
        if (
            not has_letter
            or (lower[stop - 1] in ("&", "+") and not is_plus)
            or (stop - start == 1 and lower[start] in _NO_COMPANY)
        ):
            continue
        if printed.casefold() in sections():
            continue  # "TITLE by NAME (Un Certain Regard)"
        if not _MONEY.isdisjoint(lower[start:stop]) or (stop - start == 1 and lower[start] in _MONTHS):
            continue
        behind = lower[stop] if stop < n and not capital[stop] else ""
        if behind in FIRM_NOUNS and stop - start == 1 and stop + 1 < n and capital[stop + 1]:
            continue  # "with Tromsø shingle Polar Film"
        if lower[start] == "best" and behind in _PRIZED:
            continue  # "the Best First Film title"
        if lower[start:stop] == ("tv",) and (behind in _CALLED or lower[start - 1] == "and"):
            continue
        if stop - start == 1 and lower[start] in _DAYS and lower[start - 1] in _WHICH_DAY:
            continue  # "this Wednesday, FIRM is releasing"
        if stop - start == 1 and "-" in printed and _are_nations(printed):
            continue  # "a Polish-Danish production"
        if "-" in lower[start] and behind in _CALLED and _are_nations(line.tokens.words[start]):
            continue  # "the French-German TV network"
        is_city = printed.casefold() in _PLACES and not (stop < n and capital[stop])
        if is_city or countries().code(printed) or countries().code_of_demonym(printed.removesuffix("s")):
            yield stop, ((printed, start, stop),), "", -3.0
            continue
        goes_on = stop < n and (capital[stop] or (stop < ends[-1] and lower[stop].isdigit()))
        worth = 0.8 - (0.9 if goes_on else 0.4 if stop < ends[-1] else 0)
        if lower[stop - 1] in _COMPANY_ENDS or lower[stop - 1] in _BODY_WORDS:
            worth += 0.8
        elif (
            stop == ends[-1]
            and (
                "ministry" in lower[start:stop]  # "the Italian Ministry of Culture"
                or any(word in _COMPANY_ENDS and len(word) > _SHORT for word in lower[start:stop])
            )
        ):
            worth += 0.9  # "Les Films du Losange": what names the kind need not stand last
        name = fold(printed)
        if name in line.known.titles:
            worth -= 3
        elif name in line.known.companies:
            worth += 3
        elif name in line.known.people or name in line.known.surnames:
            worth -= 3
        elif stop - start == 2 and is_given_name(lower[start]) and not is_company_name(printed):
            worth -= _SOMEBODYS
        if start and capital[start - 1] and is_given_name(lower[start - 1]) and name not in line.known.companies:
            worth -= _SOMEBODYS  # "Gaëlle | Abgrall"
        if behind.isalpha() and not behind.isascii() and line.language == "en":
            worth -= 2.0  # "with Où est l’ombre by NAME"
        if behind == "by" and lower[stop - 1] not in _COMPANY_ENDS and capital[stop + 1 : stop + 3] == (True, True):
            worth -= 2.0 * is_given_name(lower[stop + 1])  # "with TITLE by NAME"
        if lower[stop - 1] in _COMPANY_ENDS and lower[stop - 2] == "&" and stop - start > 2:
            worth += 1.6  # "Black Field Film & TV"
        partners = lower[stop - 1] in _PARTNERS or (lower[stop - 2] in _PARTNERS and lower[stop - 1] == ".")
        if partners and lower[start:stop].count("&") == 1:
            worth += 1.0
        elif stop - start == 3 and lower[start + 1] == "&":
            worth += 0.4  # "Falk & Brandt": two firms would be joined by "and"
        elif any(word in _JOINING_AND for word in lower[start:stop]) and not _is_body(line, start, stop):
            worth -= 1.2
        yield stop, ((printed, start, stop),), "", worth


def _has_own_article(line: Names) -> bool:
    """Tell whether a headline begins with a firm that is called "The …", which then does what sellers do.

    Bodies, nations’ outfits and acronyms have their article from the sentence: "The Danish Film Institute backs".
    """
    if not line.headline or line.tokens.words[0] != "The":
        return False
    end = line.run(1)
    names, does = line.tokens.words[1:end], line.lower[end]
    is_plain = len(names) > 1 and not any(word.isupper() or countries().code_of_demonym(word) for word in names)
    return is_plain and _BODY_WORDS.isdisjoint(line.lower[1:end]) and does in _SELL


def _goes_on_glued(line: Names, at: int) -> bool:
    """Tell whether a word follows a token without a space: "A+E" does not end in its mark."""
    return at < line.n and line.tokens.glued(at) and line.tokens.lower[at][0].isalnum()


def _closes(line: Names, at: int, start: int) -> bool:
    """Tell whether a name has ended before a token: a bracket closes, or "production" follows.

    Behind "by" a mark ends it too, and a country in brackets: "by Sund film, Lux production (Serbia)".
    """
    if at < line.n and line.tokens.lower[at] in (")", "production"):
        return True
    lower = line.tokens.lower
    is_next = start and lower[start - 1] in ("and", ",") and lower[at : at + 1] == ("(",)
    is_maker = start and (is_next or lower[start - 1] in _MAKING_IT or lower[start - 2 : start] in _MAKERS_FIELD)
    return bool(is_maker) and (at >= line.n or line.tokens.lower[at] in (",", ".", ";", "("))


@lru_cache(maxsize=4_096)
def _are_nations(word: str) -> bool:
    """Tell whether a word is a chain of nations: "Franco-Belgian", "Ireland-UK-France"."""
    look = countries()
    parts = word.split("-")
    return all(look.code_of_demonym(part) or look.code(part) for part in parts[1:]) and len(parts) > 1


def is_company_name(name: str) -> bool:
    """Tell whether a name says by itself that it is a company's: by its last words, an ampersand, digits or dots."""
    parts = fold(name).split()
    return bool(parts) and (
        parts[-1] in _COMPANY_ENDS
        or not _COMPANY_WORDS.isdisjoint(parts)
        or len(parts) == 1
        or any(letter.isdigit() or letter in "&+" for letter in name)
    )


def _is_body(line: Names, first: int, last: int) -> bool:
    """A long name with "and" inside is one body's where its acronym follows, or "of the" holds it together."""
    lower = line.tokens.lower
    after = lower[last : last + 3]
    acronym = len(after) == 3 and after[0] == "(" and after[2] == ")" and line.tokens.words[last + 1].isupper()
    spelt = " ".join(lower[first:last])
    return acronym or " of the " in spelt or any(word in _BODY_WORDS for word in lower[first:last])


@cache
def _joins() -> dict[str, list[tuple[str, ...]]]:
    """Give the words that join the parts of a long name by the first of them, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for join in sorted(words("names", "company_joins"), key=lambda join: (-join.count(" "), join)):
        found.setdefault(join.split()[0], []).append(tuple(join.split()))
    return found


def _company_join(line: Names, start: int, at: int) -> int | None:
    lower, capital, n = line.tokens.lower, line.capital, line.n
    if lower[at] == "et" and not _BODY_WORDS.isdisjoint(lower[start:at]) and lower[at + 1 : at + 2] in _ET_DE:
        ahead = at + 3 if lower[at + 2 : at + 3] in (("l'",), ("la",)) else at + 2
        return ahead + 1 if ahead < n and capital[ahead] else None  # "Centre du Cinéma et de l’Image"
    for join in _joins().get(lower[at], ()):
        end = at + len(join)
        if lower[at:end] == join and end < n and capital[end] and lower[end] not in ("january", "february"):
            if join == ("and",) and not _body_ahead(line, end):
                return None
            if join == ("et",) and line.language != "en":
                return None  # "produit par Lune et Sund Films": two firms, in French text
            if join in (("for",), ("of",)) and at == start:
                return None
            if join == ("for", "the") and (
                countries().code(line.tokens.words[end]) or not any(word in _BODY_WORDS for word in lower[start:at])
            ):
                return None
            if join == ("for",) and not any(word in _BODY_WORDS for word in lower[start:at]):
                return None
            return end + 1
    return None


def _body_ahead(line: Names, at: int) -> bool:
    """Tell whether the words after an "and" run on into "… of the …" or an acronym in brackets."""
    lower, capital, n = line.tokens.lower, line.capital, line.n
    end = at
    while end < n and end - at < 8 and (capital[end] or lower[end] in ("of", "the", "for")):
        end += 1
    is_bare = _BODY_WORDS.isdisjoint(lower[at:end])  # "and Sund Films of the UK"
    lands = {i for i in range(at, end - 2) if is_bare and countries().code(line.tokens.words[i + 2])}
    joined = any(lower[i : i + 2] == ("of", "the") and i not in lands for i in range(at, end - 1))
    joined = joined or (lower[at] in _SECOND_FIELDS and not is_bare)  # "Northern Film and Audiovisual Centre"
    acronym = end + 2 < n and lower[end] == "(" and lower[end + 2] == ")" and line.tokens.words[end + 1].isupper()
    return joined or acronym


# No list of a trade text is longer; each of its names begins one, so what a list may cost must have an end.
_MOST_COMPANIES = 40
# What "Paris-based" before a name adds to its being a company's.
_PLACED = 2.0
# What a known given name takes from two words that nothing calls a company: "produced by Ana Roth".
_SOMEBODYS = 0.4
# What each further name adds to a list: "Need Film and Alba" is two companies, though the second does not say so.
_ONE_MORE = 0.45
# And what "Norway’s" adds.
_OWNED = 0.6
# What is told behind a title's comma, and not behind a company's.
_THEN_TOLD = frozenset({"directed", "written", "helmed", "starring", "co-directed"})


def companies(line: Names, at: int) -> Iterator[Candidate]:
    """Give the lists of companies that may begin at a token."""
    lists: list[tuple[int, tuple[Name, ...], float]] = [(at, (), 0.0)]
    here: int | None = at
    while here is not None and len(lists) <= _MOST_COMPANIES:
        link = _link(line, here)
        if link is None:
            break
        before = line.lower[here - 1] if len(lists) > 1 else ""
        placed = _PLACED if before.endswith("-based") else _OWNED if before == "'s" else 0.0
        (end, names, _, own), here = link
        if len(lists) > 1 and _in_country(line, end):
            placed = _PLACED
        lists.append((end, (*lists[-1][1], *names), lists[-1][2] + own + placed))
    for end, names, worth in reversed(lists[1:]):
        if len(names) > 1 and _is_next_title(line, names, end):
            continue
        other = len(names) == 2 and is_new_subject(line, at, names[0][2], end)
        yield end, names, "", worth / len(names) + _ONE_MORE * (len(names) - 1) - (3.6 if other else 0.0)


def _is_next_title(line: Names, names: tuple[Name, ...], end: int) -> bool:
    """Tell whether the last of a list is rather the next film: "produced by Sund, and Low Water, directed by"."""
    lower = line.lower
    joined = lower[names[-2][2] : names[-1][1]]
    told = end + 2 < line.n and lower[end] == "," and lower[end + 1] in _THEN_TOLD
    return told and joined == (",", "and") and not is_company_name(names[-1][0])


def _in_country(line: Names, at: int) -> bool:
    """Tell whether nothing but a country in brackets follows: "COMPANY (Belgium)"."""
    if line.lower[at] != "(":
        return False
    close = next((end for end in range(at + 2, min(line.n, at + 5)) if line.lower[end] == ")"), None)
    return close is not None and countries().code(line.tokens.text(at + 1, close)) is not None


def _link(line: Names, at: int) -> tuple[Candidate, int | None] | None:
    """Give the likeliest company at a token and where the next of its list begins; None where none begins."""
    if at not in line.next_company:
        options = [c for c in line.candidates("company", at) if c[3] > -1]
        best = max(options, key=lambda c: (c[3], c[0]), default=None)
        line.next_company[at] = best and (best, _after_company(line, best[0]))
    return line.next_company[at]


def _after_company(line: Names, at: int) -> int | None:
    lower, n = line.tokens.lower, line.n
    end = at
    if end < n and lower[end] == "(":
        close = next((i for i in range(end, min(n, end + 6)) if lower[i] == ")"), None)
        end = close + 1 if close is not None else end
    mark = end
    while (
        end < n
        and end - mark < 3
        and lower[end] in (",", "and", "&", "/", "with", "alongside", "together", "as", "well", "et", "ainsi", "que")
    ):
        if lower[end] == "with" and lower[end - 1] != "together":
            return None
        end += 1
    if end > mark and end < n and lower[end] in ("by", "par") and lower[end - 1] in ("and", ",", "et"):
        end += 1  # "by Sund and by Lux"
    if end > mark and end < n:
        end = over_firm(line, end) or end
    if end > mark and end < n and lower[end] in ("its", "their", "the", "fellow"):
        end = _over_apposition(line, end)
    if end == mark or end >= n:
        return None
    if lower[end] == "the" and end + 1 < n and line.capital[end + 1]:
        return end
    if lower[mark:end] == (",",) and is_given_name(lower[end]) and line.lower[line.run(end)] == "'s":
        return None  # "Distributed by FIRM, Ida Holm’s comedy …"
    return end if line.capital[end] or lower[end][0].isdigit() else None


def _over_apposition(line: Names, at: int) -> int:
    """Step over "its Luxembourg counterpart," before a company's name; stay where there is none."""
    lower, n = line.tokens.lower, line.n
    for end in range(at + 1, min(n, at + 5)):
        if lower[end] in _PARTNER_NOUNS:
            end += 1
            return end + 1 if end < n and lower[end] == "," else end
    return at


def acronyms(line: Names, at: int) -> Iterator[Candidate]:
    """Give a word of capitals only, dots allowed: "CCA", "C.C.A."; two letters that are a country’s are none."""
    word = line.tokens.words[at].replace(".", "").replace(" ", "")
    if 2 <= len(word) <= 8 and word.isupper() and word not in countries().names and not countries().code(word):
        yield at + 1, ((line.tokens.words[at], at, at + 1),), "", 1.0
