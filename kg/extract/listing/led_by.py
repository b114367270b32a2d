"""Led by: headlines that say what somebody is before naming them: "Director NAME", "Oscar winner NAME"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import Candidate, Names
from kg.extract.slot.given import is_given_name
from kg.extract.token import tokenise
from kg.vocabulary import countries

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.names import Known

__all__ = ["Lead", "lead_of"]

_PEOPLE = words("leads", "people")
_HONOURED = frozenset(
    {"winner", "winners", "nominee", "nominees", "laureate", "laureates", "alumnus", "alumna", "regular"}
)
_MADE_BY = frozenset({"director", "directors", "helmer", "helmers", "filmmaker", "filmmakers", "creator", "creators"})
_COMPOUNDS = ("-winning", "-winner", "-nominated", "-nominee", "-born", "-based", "-turned-director", "-director")
# What a film may be called before its title: "Cannes-bound TITLE".
_OF_WORKS = ("-bound", "-winning", "-nominated", "-selected", "-backed", "-shortlisted", "-crowned", "-winner")
_LONGEST = 8
_LONGEST_NOUN = 3
# What a name must be worth to be somebody's.
_SOMEBODY = 1.0


@dataclass(frozen=True, slots=True)
class Lead:
    """Where in the document the name begins that a headline leads to, and what the lead itself tells."""

    first: int
    facts: tuple[Fact, ...] = ()


def lead_of(document: Document, first: int, last: int, known: Known) -> Lead | None:
    """Give where the name begins behind what a headline says of somebody; None where it begins otherwise."""
    names = Names(tokenise(document, first, last), known, headline=True)
    end = _over_described(names, 0)
    if not end and names.n > 2 and names.lower[0].endswith(_OF_WORKS) and names.capital[1]:
        end = 1
    if end:
        return Lead(names.tokens.starts[end])
    return _of_title(names)


def _over_described(names: Names, at: int) -> int:
    """Step over demonyms, countries, prizes and what somebody does, if a full name follows that; else give 0."""
    end, is_led = at, False
    while end < min(names.n - 2, at + _LONGEST):
        lower, length = names.lower[end], _noun_length(names, end)
        honour = _over_honour(names, end)
        if length:
            end, is_led = end + length, True
        elif honour:
            end, is_led = honour, True
        elif lower.endswith(_COMPOUNDS):
            end, is_led = end + 1, True
        elif countries().code_of_demonym(names.tokens.words[end]):
            end += 1
        elif end == at and names.lower[end + 1] == "'s" and countries().code(names.tokens.words[end]):
            end, is_led = end + 2, True
        else:
            break
    return end if is_led and _somebody(names, end) else 0


def _noun_length(names: Names, at: int) -> int:
    return next((n for n in range(_LONGEST_NOUN, 0, -1) if " ".join(names.lower[at : at + n]) in _PEOPLE), 0)


def _over_honour(names: Names, at: int) -> int:
    """Step over "Oscar winner", "Golden Bear laureate"; else give 0."""
    for end in range(at + 1, min(names.n, at + 1 + _LONGEST_NOUN)):
        if names.lower[end] in _HONOURED and not names.capital[end]:
            return end + 1
        if not names.capital[end]:
            return 0
    return 0


def _somebody(names: Names, at: int) -> Candidate | None:
    """Give the full name that begins at a token, if it is surely one."""
    if at >= names.n or not names.capital[at]:
        return None
    for found in names.candidates("people", at):
        end, people, _, worth = found
        is_full = all(last - start > 1 for _, start, last in people) or len(people) > 1
        if is_full and worth >= _SOMEBODY and end < names.n and is_given_name(names.lower[at]):
            return found
    return None


def _of_title(names: Names) -> Lead | None:
    """Read "TITLE director NAME": the title is one that NAME made before."""
    for at in range(1, min(names.n - 2, _LONGEST)):
        if names.lower[at] not in _MADE_BY or names.capital[at]:
            continue
        found = _somebody(names, at + 1)
        titles = [c for c in names.candidates("title", 0) if c[0] == at and c[-1] > 0]
        if found is None or not titles:
            return None
        tokens = names.tokens
        film = thing(tokens.text(0, at), "Film", tokens.starts[0], tokens.ends[at - 1])
        facts = [
            Fact(_end(names, who), "directed", film, film.first, tokens.ends[who[2] - 1], "led-by-title", 2.0)
            for who in found[1]
        ]
        return Lead(tokens.starts[at + 1], tuple(facts))
    return None


def _end(names: Names, who: tuple[str, int, int]) -> End:
    name, start, last = who
    return thing(name, "Person", names.tokens.starts[start], names.tokens.ends[last - 1])
