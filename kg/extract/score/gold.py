"""Gold: facts that a person read in a document, one JSON object a line.

```json
{"seed": "000_….txt", "item": 4, "s": "Wrong Men", "p": "produced", "o": "Parkings", "tier": "core", "q": {}}
```

`seed`  the last part or parts of the document's id. In a page-wise gold (`<page>/gold.jsonl` beside
        `<page>/page.txt`) it may be left out: the page beside it is meant.
`item`  the number of the item that says it; null where the document is one text, and then any item will do.
`s`, `p`, `o`  subject, predicate, object: names as printed, countries by any of their English names, a festival
        edition as "Venice 2017", stage, genre and ordinal from the closed lists of the vocabulary. The predicate
        `type` gives a name's class. An item is written with its number after `#`; what stands before is not
        compared.
`tier`  "core" or "extended".
`q`     qualifiers of the fact. Two keys are for the scorer: `alt` and `alt_o` list other spellings of the subject
        and of the object that are as good throughout that document (of `type`, `alt_o` lists classes that will do).

`beyond.jsonl` beside a gold holds true facts that the gold does not ask for, in the same format without `tier`,
each with `words`: the words of the document that make it true.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.claim import Mention
from kg.errors import SourceError
from kg.vocabulary import countries, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kg.claim import Claim, Value

__all__ = ["BEYOND", "Fact", "Gold", "Known", "fits", "fold", "is_work", "read_gold", "text_of"]

BEYOND = "beyond"

_QUOTES = {"'": "’‘´`", '"': "“”«»"}
_FOLDED = str.maketrans({mark: plain for plain, marks in _QUOTES.items() for mark in marks})
_TIERS = ("core", "extended")
_TYPE = "type"


def fold(name: str) -> str:
    """Give a name as it is compared: quotes, apostrophes and spaces of one kind; capitals and accents count."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name.translate(_FOLDED))).strip()


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact read by hand; `seed` is the end of its document's id, `words` stands on facts beyond the gold."""

    seed: str
    item: int | None
    subject: str
    predicate: str
    object: str
    tier: str
    qualifiers: Mapping[str, Any] = field(default_factory=dict, hash=False)
    spellings: tuple[str, ...] = ()
    object_spellings: tuple[str, ...] = ()
    words: str | None = None

    def __str__(self) -> str:
        """Give the fact on one line."""
        place = self.seed if self.item is None else f"{self.seed}#{self.item}"
        more = " ".join(f"{key}={value}" for key, value in sorted(self.qualifiers.items()))
        return f"{place}: {self.subject} – {self.predicate} – {self.object}{f' ({more})' if more else ''}"


@dataclass(frozen=True, slots=True)
class Gold:
    """What is wanted of some documents (`facts`), and what else is true of them (`beyond`)."""

    facts: tuple[Fact, ...]
    beyond: tuple[Fact, ...] = ()

    @property
    def seeds(self) -> tuple[str, ...]:
        """The ends of the ids of all documents that the gold speaks of, sorted."""
        return tuple(sorted({fact.seed for fact in (*self.facts, *self.beyond)}))


def read_gold(path: Path) -> Gold:
    """Read a gold file, or every `gold.jsonl` below a folder, and the `beyond.jsonl` beside each.

    Raises SourceError that names file and line for a line that is no fact, and for a path without a gold.
    """
    if not path.exists():
        raise SourceError("no such gold", where=str(path), do="name a .jsonl file or a folder of <page>/gold.jsonl")
    files = sorted(path.rglob("gold.jsonl")) if path.is_dir() else [path]
    if not files:
        raise SourceError("no gold.jsonl below this folder", where=str(path))
    facts: list[Fact] = []
    beyond: list[Fact] = []
    for file in files:
        page = f"{file.parent.name}/page.txt" if file.name == "gold.jsonl" else None
        facts += _read(file, page, beyond=False)
        beside = file.with_name("beyond.jsonl")
        if beside.exists() and beside != file:
            beyond += _read(beside, page, beyond=True)
    return Gold(tuple(facts), tuple(beyond))


def _read(file: Path, page: str | None, *, beyond: bool) -> Iterable[Fact]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                where = f"{file}:{number}"
                try:
                    yield _fact(json.loads(line), page, beyond=beyond)
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    raise SourceError(
                        f"not a fact: {error}", where=where, do="the format stands in kg/extract/score/gold.py"
                    ) from error


def _fact(row: dict[str, Any], page: str | None, *, beyond: bool) -> Fact:
    qualifiers = dict(row.get("q", {}))
    spellings = tuple(qualifiers.pop("alt", ()))
    object_spellings = tuple(qualifiers.pop("alt_o", ()))
    tier = BEYOND if beyond else row["tier"]
    if not beyond and tier not in _TIERS:
        raise ValueError(f"tier is core or extended, not {tier!r}")
    if beyond and not row["words"].strip():
        raise ValueError("a fact beyond the gold needs the words that make it true")
    seed = row.get("seed") or page
    if not seed:
        raise KeyError("seed")
    for key in ("s", "p", "o"):
        if not isinstance(row[key], str) or not row[key].strip():
            raise ValueError(f"{key} is {row[key]!r}, wanted a name")
    item = row.get("item")
    if item is not None and (not isinstance(item, int) or isinstance(item, bool)):
        raise ValueError(f"item is {item!r}, wanted a number or null")
    return Fact(
        seed, item, row["s"], row["p"], row["o"], tier, qualifiers, spellings, object_spellings, row.get("words")
    )


class Known:
    """The facts of one document, looked up as claims put them."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.same: dict[str, str] = {}
        for fact in facts:
            for name, others in ((fact.subject, fact.spellings), (fact.object, fact.object_spellings)):
                if fact.predicate != _TYPE or name == fact.subject:
                    self.same.update((fold(other), fold(name)) for other in others)
        self.classes: dict[str, set[str]] = defaultdict(set)
        self.known: set[str] = set()
        self.by_ends: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.predicate == _TYPE:
                self.classes[self.name(fact.subject)].update((fact.object, *fact.object_spellings))
                continue
            ends = self.name(fact.subject), self.name(fact.object)
            self.known.update(ends)
            self.by_ends[fact.predicate, *ends].append(fact)
            if _symmetric(fact.predicate) and ends[0] != ends[1]:
                self.by_ends[fact.predicate, ends[1], ends[0]].append(fact)

    def name(self, printed: str) -> str:
        """Give the one spelling under which a name is compared; of an item only its number counts."""
        folded = fold(printed)
        if "#" in folded and folded.rpartition("#")[2].isdigit():
            return "#" + folded.rpartition("#")[2]
        spelt = self.same.get(folded, folded)
        code = countries().code(spelt)
        return fold(countries().name(code)) if code else spelt

    def near(self, claim: Claim) -> list[Fact]:
        """Give the facts with the claim's predicate and ends, whatever their item and qualifiers."""
        ends = self.name(claim.subject.name), self.name(text_of(claim.object))
        return self.by_ends.get((claim.predicate, *ends), [])

    def differ(self, claim: Claim, fact: Fact) -> str | None:
        """Say in what a claim with the fact's ends differs from it, None if it agrees."""
        if fact.item is not None and claim.item != fact.item:
            return f"item {claim.item}, wanted {fact.item}"
        for key, value in fact.qualifiers.items():
            if key in claim.qualifiers and not self._equal(claim.qualifiers[key], value):
                return f"{key} is {claim.qualifiers[key]!r}, wanted {value!r}"
        return None

    def wrong_class(self, claim: Claim) -> str | None:
        """Name an end that stands under a class which the gold rules out, None if all are right."""
        for end in (claim.subject, claim.object):
            if isinstance(end, Mention):
                work = is_work(end.type)
                allowed = [one for one in self.classes.get(self.name(end.name), ()) if is_work(one) == work]
                if allowed and not any(fits(end.type, one) for one in allowed):
                    return f"{end.name} is a {' or '.join(sorted(allowed))}, not a {end.type}"
        return None

    def _equal(self, one: object, other: object) -> bool:
        if isinstance(one, str) and isinstance(other, str):
            return self.name(one).casefold() == self.name(other).casefold()
        return one == other


def fits(said: str, wanted: str) -> bool:
    """Tell whether a claim's class will do for the gold's.

    A work is a film or a series only where the gold says so, but a company may turn out to be a public body.
    """
    return said == wanted or (not is_work(said) and _is_a(said, wanted))


def is_work(name: str) -> bool:
    """Tell whether a class is Work or below it."""
    return _is_a(name, "Work")


def _is_a(name: str, ancestor: str) -> bool:
    table = vocabulary()
    return name in table.classes and table.is_a(name, ancestor)


def _symmetric(predicate: str) -> bool:
    known = vocabulary().predicates.get(predicate)
    return known is not None and known.symmetric


def text_of(end: Mention | Value) -> str:
    """Give the name of a thing or the text of a literal."""
    return end.name if isinstance(end, Mention) else end.value
