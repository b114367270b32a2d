"""Names: where people, titles, companies, places and countries can stand in a line, and how good each reading is.

A name has no sure mark of its own. Each candidate gets a worth from its shape (capitals, particles, digits, what
words it holds) and from what the documents make certain elsewhere (`Known`); the grammar adds what stands around.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.extract.lexicon import words
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.extract.token import Tokens

__all__ = ["Candidate", "Known", "Name", "Names", "fold"]

Name = tuple[str, int, int]
Candidate = tuple[int, tuple[Name, ...], str, float]

_PARTICLES = words("names", "particles")
_GENERATIONS = words("names", "generations")
_NO_PERSON = words("names", "no_person")
_COMPANY_ENDS = words("names", "company_ends")
_BODY_WORDS = words("names", "body_words")
_TITLE_JOINS = words("names", "title_joins")
_TITLE_NEVER_ENDS = words("names", "title_never_ends")
_PLAIN = words("names", "plain")
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’", "„": "“"}
_PERSON_WORTH = {1: -0.6, 2: 1.5, 3: 1.2, 4: 0.5, 5: 0.1}
_LONGEST_TITLE = 14
_LONGEST_PERSON = 6


def fold(name: str) -> str:
    """Give the key under which a name is looked up: casefolded, straight apostrophes, single spaces."""
    return " ".join(name.replace("’", "'").split()).casefold()


@dataclass(frozen=True, slots=True)
class Known:
    """Names that some document makes certain, folded: they help where another line is ambiguous."""

    people: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()


@dataclass
class Names:
    """The candidates in one stretch of tokens. `headline` says that titles may be any words up to the end."""

    tokens: Tokens
    known: Known = field(default_factory=Known)
    headline: bool = False
    _memory: dict[tuple[str, int], list[Candidate]] = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, casefolded."""
        return frozenset(self.tokens.lower)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each casefolded word stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.tokens.lower):
            found.setdefault(word, []).append(at)
        return found

    @cached_property
    def capital(self) -> tuple[bool, ...]:
        """Which tokens begin with a capital letter."""
        return tuple(_is_capital(word) for word in self.tokens.words)

    @cached_property
    def _openings(self) -> tuple[int, ...]:
        """Tokens at which a name may begin: a capital, digit or quote that does not go on with a name."""
        capital, lower = self.capital, self.tokens.lower
        return tuple(
            at
            for at in range(len(lower))
            if (capital[at] or lower[at][0].isdigit() or lower[at] in _QUOTES)
            and (at == 0 or not capital[at - 1] or lower[at - 1] in _PLAIN)
        )

    def openings(self, kind: str) -> tuple[int, ...]:
        """Give the tokens at which a name of a kind may begin."""
        return tuple(range(len(self.tokens))) if kind in _EVERYWHERE else self._openings

    def candidates(self, kind: str, at: int) -> list[Candidate]:
        """Give all readings of a name of `kind` that begin at a token: (end, names, value, worth)."""
        key = (kind, at)
        if key not in self._memory:
            self._memory[key] = list(_KINDS[kind](self, at)) if at < len(self.tokens) else []
        return self._memory[key]

    # ---- people ------------------------------------------------------------------------------------------------

    def run(self, at: int) -> int:
        """Give the end of the run of capitalised words, particles and initials that begins at a token."""
        lower, capital, n = self.tokens.lower, self.capital, len(self.tokens)
        if at >= n or not capital[at]:
            return at
        end = at + 1
        while end < n:
            if capital[end] and (lower[end] not in _NO_PERSON or lower[end] in _PARTICLES):
                end += 1
            elif lower[end] in _PARTICLES and lower[end] != "of":
                ahead = end + 1
                while ahead < n and lower[ahead] in _PARTICLES and ahead - end < 3:
                    ahead += 1
                if not (ahead < n and capital[ahead] and lower[ahead] not in _NO_PERSON):
                    break
                end = ahead + 1
            else:
                break
        return end

    def persons(self, at: int, longest_only: bool = False) -> Iterator[Candidate]:
        """Give the people that may begin at a token, the longest first."""
        end = self._with_generation(min(self.run(at), at + _LONGEST_PERSON))
        while end > at:
            if self.capital[end - 1] or self.tokens.lower[end - 1] in _GENERATIONS or end - at > 1:
                worth = self.person_worth(at, end)
                if worth > -2 and self.tokens.lower[end - 1] not in _PARTICLES - {"ben", "la", "lo", "do"}:
                    yield end, ((self.tokens.text(at, end), at, end),), "", worth
            if longest_only:
                return
            end -= 1

    def _with_generation(self, end: int) -> int:
        lower = self.tokens.lower
        if len(lower) > end + 2 and lower[end] == "(" and lower[end + 1] in _GENERATIONS:
            return end  # "(II)" tells namesakes apart in a catalogue; it is no part of the name
        if len(lower) > end + 1 and lower[end] == "," and lower[end + 1] in ("jr.", "jr", "sr.", "sr"):
            return end + 2
        return end

    def person_worth(self, first: int, last: int) -> float:
        """Say how much tokens `first` to `last` look like one person's name."""
        lower, tokens = self.tokens.lower[first:last], self.tokens.words[first:last]
        if fold(self.tokens.text(first, last)) in self.known.people:
            return 4.0
        counted = sum(1 for word in lower if word not in _PARTICLES)
        worth = _PERSON_WORTH.get(counted, -1.0)
        for word, printed in zip(lower, tokens, strict=True):
            if word in _NO_PERSON and word not in _PARTICLES:
                worth -= 3
            elif any(letter.isdigit() for letter in word):
                worth -= 2.5
            elif countries().code_of_demonym(printed) or (len(lower) == 1 and countries().code(printed)):
                worth -= 1.5
        return worth

    def people(self, at: int) -> Iterator[Candidate]:
        """Give the lists of people that may begin at a token, the longest first.

        "Delphine and Muriel Coulin" gives both full names, as "A and B Surname" does in all trade text.
        """
        lists: list[tuple[int, tuple[Name, ...], float]] = []
        here, worth = at, 0.0
        so_far: tuple[Name, ...] = ()
        while True:
            person = next(self.persons(here, longest_only=True), None)
            if person is None:
                break
            end, names, _, own = person
            so_far, worth = (*so_far, *names), worth + own
            lists.append((end, so_far, worth))
            following = self._after_separator(end)
            if following is None:
                break
            here = following
        for end, names, total in reversed(lists):
            full, gain = _share_surname(names, self.tokens.lower)
            yield end, full, "", total / len(names) + gain + 0.25 * (len(names) - 1)
        if not self.headline:
            return
        for candidate in list(self.persons(at))[1:]:
            yield candidate

    def _after_separator(self, at: int) -> int | None:
        """Step over "," "and" "&" ", and" between names; None where the list ends."""
        lower, n = self.tokens.lower, len(self.tokens)
        end = at
        if end < n and lower[end] == "(" and n > end + 2 and lower[end + 2] == ")":
            end += 3
        mark = end
        while (
            end < n
            and lower[end] in (",", "and", "&", "/", "et", "y", "e", "und", "alongside", "plus")
            and end - mark < 2
        ):
            end += 1
        if end > mark and end + 1 < n and lower[end] == "as" and lower[end + 1] == "well":
            return None
        if end == mark and lower[end : end + 3] == ("as", "well", "as"):
            end += 3
        return end if end > mark and end < n and self.capital[end] else None

    # ---- titles ------------------------------------------------------------------------------------------------

    def titles_at(self, at: int) -> Iterator[Candidate]:
        """Give the titles that may begin at a token."""
        tokens, lower = self.tokens, self.tokens.lower
        closing = _QUOTES.get(tokens.words[at])
        if closing:
            for end in range(at + 1, min(len(tokens), at + _LONGEST_TITLE + 4)):
                if tokens.words[end] == closing and end > at + 1:
                    inner_end = end - 1 if lower[end - 1] == "," else end
                    yield end + 1, ((tokens.text(at + 1, inner_end), at + 1, inner_end),), "quoted", 2.5
                    return
            return
        yield from self._headline_titles(at) if self.headline else self._prose_titles(at)

    def _headline_titles(self, at: int) -> Iterator[Candidate]:
        for end in range(min(len(self.tokens), at + _LONGEST_TITLE), at, -1):
            worth = self.title_worth(at, end)
            if worth > -2.5:
                yield end, ((self.tokens.text(at, end), at, end),), "", worth

    def title_worth(self, first: int, last: int) -> float:
        """Say how much tokens `first` to `last` look like a title."""
        tokens, lower = self.tokens, self.tokens.lower
        printed = tokens.text(first, last)
        if fold(printed) in self.known.titles:
            return 5.0
        head = tokens.words[first][0]
        worth = 0.6 if head.isupper() or head.isdigit() or head in "¡¿#" else -1.6
        if lower[last - 1] in _TITLE_NEVER_ENDS and last - first > 1 and not self.capital[last - 1]:
            worth -= 3
        if lower[first] in (",", ".", ":", "'s", "-", "–", ")", "and", "!", "?"):
            worth -= 4
        plain = sum(
            1
            for at in range(first + 1, last)
            if lower[at] in _PLAIN and lower[at] not in _TITLE_JOINS and not self.capital[at]
        )
        return worth - 0.7 * plain + 0.04 * (last - first)

    def _prose_titles(self, at: int) -> Iterator[Candidate]:
        """In running prose a title goes on while capitals do, over small words and a few marks between them."""
        tokens, lower, n = self.tokens, self.tokens.lower, len(self.tokens)
        if not (self.capital[at] or lower[at][0].isdigit() or tokens.words[at][0] in "¡¿#"):
            return
        ends = [at + 1]
        end, has_capital = at + 1, self.capital[at]
        while end < n and end - at < _LONGEST_TITLE:
            word = lower[end]
            if (
                self.capital[end]
                or (word[0].isdigit() and not self._is_year_aside(end))
                or (word in ("!", "?", "...") and tokens.glued(end))
            ):
                end += 1
            elif word in ("!", "?") and end + 1 < n and lower[end + 1] in (",", "and", "."):
                end += 1  # the French space before the mark
            elif (word in _TITLE_JOINS or word in _TITLE_MARKS) and self._next_capital(end) is not None:
                end = (self._next_capital(end) or end) + 1
            elif foreign := self._foreign_end(end):
                end = foreign
            else:
                break
            has_capital = has_capital or self.capital[end - 1]
            ends.append(end)
        seen = set()
        for stop in reversed(ends):
            if stop in seen or not has_capital:
                continue
            seen.add(stop)
            inner = [i for i in range(at, stop) if lower[i] not in ("the", "a", "an", "this")]
            if not inner or (
                len(inner) == 1 and (self._is_nation(inner[0]) or (stop - at == 1 and lower[at] in _PLAIN))
            ):
                continue
            printed = tokens.text(at, stop)
            if countries().code(printed):
                continue
            commas = sum(1 for word in lower[at:stop] if word in (",", "and", "&", "/"))
            known = 5.0 if fold(printed) in self.known.titles else 0.0
            cut = self._cut_cost(stop) if stop < ends[-1] else 0.0
            yield (
                stop,
                ((printed, at, stop),),
                "",
                0.6 + known - commas - cut - (0.8 if lower[at] in _NO_TITLE_START else 0),
            )

    def _cut_cost(self, at: int) -> float:
        """Say what it costs to end a title before a token with which it could go on."""
        word = self.tokens.lower[at]
        if word in (",", "and", "&", "/", "by", "–", "-", "et", "y"):
            return 0.0
        if word in ("in", "at", "from", "with", "for", "on", "to", "as"):
            return 0.2
        return 0.6

    def _is_nation(self, at: int) -> bool:
        word = self.tokens.words[at]
        return bool(countries().code_of_demonym(word)) or word.casefold() in _REGIONS

    def _next_capital(self, at: int) -> int | None:
        lower, n = self.tokens.lower, len(self.tokens)
        end = at
        while (
            end < n
            and end - at < 3
            and not self.capital[end]
            and (lower[end] in _TITLE_JOINS or lower[end] in (":", ",", "–", "-", "&", "/"))
        ):
            if lower[end] == "," and end > at:
                return None
            end += 1
        return (
            end
            if end < n and (self.capital[end] or (lower[end][0].isdigit() and lower[end - 1] not in ",in"))
            else None
        )

    def _is_year_aside(self, at: int) -> bool:
        word = self.tokens.lower[at]
        return len(word) == 4 and word.isdigit() and self.tokens.lower[at - 1] in ("in", "of", "(", "since", "from")

    def _foreign_end(self, at: int) -> int | None:
        """Give the end of the lower-case words with which a foreign title goes on ("Minuit passé"), or None.

        None of them is plain English, and what follows closes a name: a mark, the end, or a small English word.
        """
        lower, n = self.tokens.lower, len(self.tokens)
        end = at
        while (
            end < n
            and end - at < 4
            and not self.capital[end]
            and lower[end].replace("'", "").replace("-", "").isalpha()
        ):
            if lower[end] in _PLAIN and lower[end] not in _FOREIGN:
                break
            end += 1
        if end == at or end - at > 3 or all(word in _PLAIN and word in _FOREIGN for word in lower[at:end]):
            return None
        if lower[end - 1] in _FOREIGN or any(word.endswith(_ENGLISH_ENDINGS) for word in lower[at:end]):
            return None
        return end if end == n or lower[end] in _AFTER_FOREIGN else None

    def titles(self, at: int) -> Iterator[Candidate]:
        """Give the lists of titles that may begin at a token: A, B(,) and C."""
        lower = self.tokens.lower
        ends: list[tuple[int, tuple[Name, ...], float]] = [(at, (), 0.0)]
        here: int | None = at
        while here is not None:
            options = [c for c in self.candidates("title", here) if not self._crosses_list(c)]
            if not options:
                break
            end, names, _, worth = options[0]
            ends.append((end, (*ends[-1][1], *names), ends[-1][2] + worth))
            here = self._after_title(end)
        for end, names, worth in reversed(ends[1:]):
            yield end, names, "", worth / len(names) + 0.2 * (len(names) - 1)
        if lower[at] and len(ends) == 2:
            yield from self.candidates("title", at)[1:]

    def _crosses_list(self, candidate: Candidate) -> bool:
        _, ((_, first, last), *_), value, _ = candidate
        return value != "quoted" and any(word in (",", "and", "&", "/") for word in self.tokens.lower[first:last])

    def _after_title(self, at: int) -> int | None:
        lower, n = self.tokens.lower, len(self.tokens)
        end = at
        while (
            end < n
            and end - at < 6
            and lower[end] in (",", "and", "&", "but", "above", "all", "or", "also", "then", "especially")
        ):
            end += 1
        if end == at or end >= n or lower[at] not in (",", "and", "&", "or"):
            return None
        return end if self.capital[end] or lower[end][0].isdigit() or lower[end] in _QUOTES else None

    # ---- companies ---------------------------------------------------------------------------------------------

    def companies_at(self, at: int) -> Iterator[Candidate]:
        """Give the companies that may begin at a token: capitals, digits, and the joins of long names."""
        lower, capital, n = self.tokens.lower, self.capital, len(self.tokens)
        start = at
        if lower[at].endswith(("-based", "-born")) or (at + 1 < n and lower[at + 1] == "'s"):
            return
        if n > at + 1 and lower[at] == "the" and (capital[at + 1] or lower[at + 1][0].isdigit()):
            start = at + 1
        if start >= n or not (capital[start] or lower[start][0].isdigit()):
            closing = _QUOTES.get(self.tokens.words[at]) if at < n else None
            if closing:
                yield from ((end, names, "", worth) for end, names, _, worth in self.titles_at(at))
            return
        end, ends = start + 1, [start + 1]
        while end < n and end - start < 16:
            if capital[end] or (lower[end][0].isdigit() and not self._is_year_aside(end)) or lower[end] in ("&", "+"):
                end += 1
            elif lower[end] == "'s" and end + 1 < n and capital[end + 1] and lower[end + 1] in _COMPANY_ENDS:
                end += 2
            else:
                joined = self._company_join(start, end)
                if joined is None:
                    break
                end = joined
            ends.append(end)
        for stop in reversed(ends):
            printed = self.tokens.text(start, stop)
            has_letter = any(capital[i] for i in range(start, stop))
            if not has_letter or lower[stop - 1] in ("&", "+"):
                continue
            if countries().code(printed) or countries().code_of_demonym(printed.removesuffix("s")):
                yield stop, ((printed, start, stop),), "", -3.0
                continue
            worth = 0.8 - (0.9 if stop < n and capital[stop] else 0.4 if stop < ends[-1] else 0)
            if lower[stop - 1] in _COMPANY_ENDS or lower[stop - 1] in _BODY_WORDS:
                worth += 0.8
            if fold(printed) in self.known.companies:
                worth += 3
            if any(word in _JOINING_AND for word in lower[start:stop]) and not self._is_body(start, stop):
                worth -= 1.2
            yield stop, ((printed, start, stop),), "", worth

    def _is_body(self, first: int, last: int) -> bool:
        """A long name with "and" inside is one body's where its acronym follows, or "of the" holds it together."""
        lower = self.tokens.lower
        after = lower[last : last + 3]
        acronym = len(after) == 3 and after[0] == "(" and after[2] == ")" and self.tokens.words[last + 1].isupper()
        spelt = " ".join(lower[first:last])
        return acronym or " of the " in spelt or any(word in _BODY_WORDS for word in lower[first:last])

    def _company_join(self, start: int, at: int) -> int | None:
        lower, capital, n = self.tokens.lower, self.capital, len(self.tokens)
        for join in (
            ("of", "the"),
            ("for", "the"),
            ("de", "la"),
            ("de", "l'"),
            ("of",),
            ("for",),
            ("de",),
            ("du",),
            ("des",),
            ("di",),
            ("del",),
            ("and",),
            ("i",),
            ("et",),
        ):
            end = at + len(join)
            if lower[at:end] == join and end < n and capital[end] and lower[end] not in ("january", "february"):
                if join == ("and",) and not self._body_ahead(end):
                    return None
                if join in (("for",), ("of",)) and at == start:
                    return None
                return end + 1
        return None

    def _body_ahead(self, at: int) -> bool:
        """Tell whether the words after an "and" run on into "… of the …" or an acronym in brackets."""
        lower, capital, n = self.tokens.lower, self.capital, len(self.tokens)
        end = at
        while end < n and end - at < 8 and (capital[end] or lower[end] in ("of", "the", "for")):
            end += 1
        joined = any(lower[i : i + 2] == ("of", "the") for i in range(at, end - 1))
        acronym = end + 2 < n and lower[end] == "(" and lower[end + 2] == ")" and self.tokens.words[end + 1].isupper()
        return joined or acronym

    def companies(self, at: int) -> Iterator[Candidate]:
        """Give the lists of companies that may begin at a token."""
        lists: list[tuple[int, tuple[Name, ...], float]] = [(at, (), 0.0)]
        here: int | None = at
        while here is not None:
            options = [c for c in self.candidates("company", here) if c[3] > -1]
            if not options:
                break
            best = max(options, key=lambda c: (c[3], c[0]))
            lists.append((best[0], (*lists[-1][1], *best[1]), lists[-1][2] + best[3]))
            here = self._after_company(best[0])
        for end, names, worth in reversed(lists[1:]):
            yield end, names, "", worth / len(names) + 0.2 * (len(names) - 1)

    def _after_company(self, at: int) -> int | None:
        lower, n = self.tokens.lower, len(self.tokens)
        end = at
        if end < n and lower[end] == "(":
            close = next((i for i in range(end, min(n, end + 6)) if lower[i] == ")"), None)
            end = close + 1 if close is not None else end
        mark = end
        while (
            end < n
            and end - mark < 3
            and lower[end] in (",", "and", "&", "/", "with", "alongside", "together", "as", "well")
        ):
            if lower[end] == "with" and lower[end - 1] != "together":
                return None
            end += 1
        if end > mark and end < n and lower[end] in ("its", "their", "the", "fellow"):
            end = self._over_apposition(end)
        if end == mark or end >= n:
            return None
        if lower[end] == "the" and end + 1 < n and self.capital[end + 1]:
            return end
        return end if self.capital[end] or lower[end][0].isdigit() else None

    def _over_apposition(self, at: int) -> int:
        """Step over "its Luxembourg counterpart," before a company's name; stay where there is none."""
        lower, n = self.tokens.lower, len(self.tokens)
        for end in range(at + 1, min(n, at + 5)):
            if lower[end] in _PARTNER_NOUNS:
                end += 1
                return end + 1 if end < n and lower[end] == "," else end
        return at

    # ---- places ------------------------------------------------------------------------------------------------

    def countries_at(self, at: int) -> Iterator[Candidate]:
        """Give a country named at a token; its value is the ISO code."""
        start = at + 1 if self.tokens.lower[at] == "the" else at
        for end in range(min(len(self.tokens), start + 4), start, -1):
            code = countries().code(self.tokens.text(start, end)) if self.capital[start] else None
            if code:
                yield end, ((countries().name(code), start, end),), code, 1.5
                return

    def country_lists(self, at: int) -> Iterator[Candidate]:
        """Give a list of countries: "Belgium, France and Italy"."""
        found: list[tuple[int, tuple[Name, ...]]] = [(at, ())]
        here = at
        while here < len(self.tokens):
            country = next(iter(self.candidates("country", here)), None)
            if country is None:
                break
            found.append((country[0], (*found[-1][1], *country[1])))
            here = country[0]
            mark = here
            while (
                here < len(self.tokens)
                and here - mark < 2
                and self.tokens.lower[here] in (",", "and", "&", "/", "-", "–")
            ):
                here += 1
            if here == mark:
                break
        for end, names in reversed(found[1:]):
            yield end, names, "", 1.5

    def demonyms(self, at: int) -> Iterator[Candidate]:
        """Give a chain of demonyms: "Belgian", "Polish-Belgian", "Franco-Belgian", "Dutch, Belgian and German"."""
        lower, n = self.tokens.lower, len(self.tokens)
        found: list[Name] = []
        end = at
        while end < n:
            names, step = self._demonym(end, after=bool(found))
            if not names:
                break
            found.extend(names)
            end += step
            yield_end = end
            mark = end
            while end < n and end - mark < 2 and lower[end] in ("-", "–", "/", ",", "and", "&"):
                end += 1
            if end == mark or end >= n or not self._demonym(end, after=True)[0]:
                end = yield_end
                break
        if found:
            yield end, tuple(dict.fromkeys(found)), "", 1.5

    def demonym_chains(self, at: int) -> Iterator[Candidate]:
        """Give a chain of two demonyms or more: one alone says where somebody comes from, not what a film is."""
        for candidate in self.candidates("demonym", at):
            if len(candidate[1]) > 1:
                yield candidate

    def festivals(self, at: int) -> Iterator[Candidate]:
        """Give a festival edition: "Venice 2024", "the 74th Venice Film Festival" (its year is then unknown)."""
        from kg.extract.festival import edition_at

        yield from edition_at(self.tokens, at)

    def nominated(self, at: int) -> Iterator[Candidate]:
        """Give the award of "Oscar-nominated" (a word of its own in print)."""
        word = self.tokens.words[at]
        for ending in ("-nominated", "-nominee"):
            if word.casefold().endswith(ending) and word[0].isupper():
                yield at + 1, ((word[: -len(ending)], at, at + 1),), "", 1.0

    def _demonym(self, at: int, after: bool = False) -> tuple[list[Name], int]:
        """Read one link of a chain; after a demonym a country's name will do ("Belgian and Luxembourg films")."""
        look = countries()
        word = self.tokens.words[at]
        pair = self.tokens.text(at, at + 2) if at + 1 < len(self.tokens) else ""
        if pair and look.code_of_demonym(pair) and not self.tokens.glued(at + 1):
            return [(look.name(look.code_of_demonym(pair) or ""), at, at + 2)], 2
        by_name = after or word.replace(".", "").isupper()
        whole = look.code_of_demonym(word) or (look.code(word) if by_name else None)
        if whole and (self.capital[at]):
            return [(look.name(whole), at, at + 1)], 1
        parts = word.split("-")
        names: list[Name] = []
        for part in parts if len(parts) > 1 else ():
            code = _COMBINING.get(part.casefold()) or look.code_of_demonym(part) or look.code(part)
            if code is None:
                return [], 0
            names.append((look.name(code), at, at + 1))
        return names, 1

    def places_at(self, at: int) -> Iterator[Candidate]:
        """Give a place: a country, or a run of capitals that is nothing else."""
        yield from self.candidates("country", at)
        start = at + 1 if self.tokens.lower[at] == "the" and at + 1 < len(self.tokens) else at
        end = self.run(start)
        if end > start and self.tokens.lower[start] not in _NO_PERSON:
            printed = self.tokens.text(start, end)
            if not countries().code_of_demonym(printed):
                yield end, ((printed, start, end),), "", 0.5

    def capitals(self, at: int) -> Iterator[Candidate]:
        """Give any run of capitals with small words between them (an award, an event, a thing)."""
        for end, names, value, worth in self._prose_titles(at):
            yield end, names, value, worth

    def acronyms(self, at: int) -> Iterator[Candidate]:
        """Give a word of capitals only, dots allowed: "CCA", "C.C.A."."""
        word = self.tokens.words[at].replace(".", "").replace(" ", "")
        if 2 <= len(word) <= 8 and word.isupper():
            yield at + 1, ((self.tokens.words[at], at, at + 1),), "", 1.0

    def some_words(self, at: int) -> Iterator[Candidate]:
        """Give one to six words whatever they are, with a "!" or "?" printed onto the last one."""
        lower, n = self.tokens.lower, len(self.tokens)
        for end in range(at + 1, min(n, at + 6) + 1):
            if lower[end - 1] in (".", ",", ";", ":"):
                return
            yield end, ((self.tokens.text(at, end), at, end),), "", -0.05 * (end - at)
            if end < n and lower[end] in ("!", "?") and self.tokens.glued(end):
                yield end + 1, ((self.tokens.text(at, end + 1), at, end + 1),), "", 0.3

    def compounds(self, at: int, ending: str) -> Iterator[Candidate]:
        """Give the place of "Luxembourg-based" or "Paris-born", a word of its own in print."""
        word = self.tokens.words[at]
        if word.casefold().endswith(ending) and word[0].isupper():
            yield at + 1, ((word[: -len(ending)], at, at + 1),), "", 1.0

    def brackets(self, at: int) -> Iterator[Candidate]:
        """Give an aside in brackets, up to eight words."""
        lower, n = self.tokens.lower, len(self.tokens)
        if lower[at] == "(":
            for end in range(at + 1, min(n, at + 9)):
                if lower[end] == ")":
                    yield end + 1, (), "", 0.0
                    return

    def quoted(self, at: int) -> Iterator[Candidate]:
        """Give a title in quotation marks, and nothing else."""
        for candidate in self.candidates("title", at):
            if candidate[2] == "quoted":
                yield candidate

    def periods(self, at: int) -> Iterator[Candidate]:
        """Give a span of time, "the past decade" or "10 years"; its value is "<n> years"."""
        lower, n = self.tokens.lower, len(self.tokens)
        end = at
        while end < n and lower[end] in ("the", "past", "last", "a", "over"):
            end += 1
        if end < n and lower[end] in ("decade", "decades"):
            yield end + 1, (), "10 years", 0.5
        elif end + 1 < n and lower[end + 1] == "years":
            count = _NUMBERS.get(lower[end], lower[end])
            if count.isdigit():
                yield end + 2, (), f"{count} years", 0.5

    def numbers(self, at: int) -> Iterator[Candidate]:
        """Give a whole number in digits."""
        word = self.tokens.lower[at].replace(",", "")
        if word.isdigit() and len(word) < 7:
            yield at + 1, (), word, 0.3

    def years(self, at: int) -> Iterator[Candidate]:
        """Give a year."""
        word = self.tokens.lower[at]
        if len(word) == 4 and word.isdigit() and 1888 <= int(word) <= 2100:
            yield at + 1, (), word, 0.5


def _is_capital(word: str) -> bool:
    """Tell whether a word is written with a capital, after an elided article too ("d’Images")."""
    return word[0].isupper() or word[0].istitle() or (len(word) > 2 and word[1] in "'’" and word[2].isupper())


def _share_surname(names: tuple[Name, ...], lower: tuple[str, ...]) -> tuple[tuple[Name, ...], float]:
    """Give "Delphine" of "Delphine and Muriel Coulin" her surname; a lone first name elsewhere is a mononym."""
    if len(names) < 2:
        return names, 0.0
    (first, start, end), (second, _, last) = names[-2], names[-1]
    if end - start == 1 and " " in second and lower[end] in ("and", "&", "et", "y", "e", "und"):
        surname = second.split(" ", 1)[1]
        return (*names[:-2], (f"{first} {surname}", start, last), names[-1]), 1.0
    return names, 0.0


_PARTNER_NOUNS = frozenset(
    {
        "counterpart",
        "partner",
        "partners",
        "outfit",
        "outfits",
        "company",
        "companies",
        "firm",
        "producers",
        "neighbour",
    }
)
_NUMBERS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "twenty": "20",
}
_REGIONS = words("names", "regions")
_TITLE_MARKS = frozenset({":", ",", "–", "-", "&", "...", "/"})
_FOREIGN = words("names", "foreign_joins")
_ENGLISH_ENDINGS = ("ing", "tion", "ness", "ship", "ly")
_AFTER_FOREIGN = frozenset(
    {",", ".", "...", ")", "!", "?", '"', ";", ":", "by", "is", "and", "was", "–", "-", "has", "will"}
)
_EVERYWHERE = frozenset(
    {
        "number",
        "year",
        "demonym",
        "demonym-chain",
        "nominated",
        "acronym",
        "festival",
        "words",
        "based",
        "born",
        "period",
        "brackets",
        "quoted",
    }
)
_JOINING_AND = frozenset({"and", "&"})
_NO_TITLE_START = frozenset(
    {"this", "these", "however", "after", "since", "while", "when", "although", "but", "it", "he", "she", "they"}
)
_COMBINING = {
    "franco": "FR", "anglo": "GB", "italo": "IT", "hispano": "ES", "greco": "GR", "sino": "CN", "indo": "IN",
    "austro": "AT",
    "dano": "DK", "luso": "PT", "belgo": "BE", "germano": "DE", "swiss": "CH", "luxembourg": "LU",
    "uk": "GB", "us": "US",
}  # fmt: skip

_KINDS: dict[str, Callable[[Names, int], Iterator[Candidate]]] = {
    "person": Names.persons,
    "people": Names.people,
    "title": Names.titles_at,
    "titles": Names.titles,
    "company": Names.companies_at,
    "companies": Names.companies,
    "country": Names.countries_at,
    "countries": Names.country_lists,
    "demonym": Names.demonyms,
    "demonym-chain": Names.demonym_chains,
    "festival": Names.festivals,
    "nominated": Names.nominated,
    "words": Names.some_words,
    "based": lambda names, at: names.compounds(at, "-based"),
    "born": lambda names, at: names.compounds(at, "-born"),
    "period": Names.periods,
    "brackets": Names.brackets,
    "quoted": Names.quoted,
    "place": Names.places_at,
    "capitals": Names.capitals,
    "acronym": Names.acronyms,
    "number": Names.numbers,
    "year": Names.years,
}
