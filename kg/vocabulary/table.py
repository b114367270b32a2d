"""The vocabulary table: what kinds of thing there are, and what may be said of them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.errors import VocabularyError
from kg.vocabulary.identifier import is_identifier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.claim import Claim

__all__ = ["Predicate", "Term", "Vocabulary", "check", "vocabulary"]

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LITERAL = "literal:"


@dataclass(frozen=True, slots=True)
class Term:
    """A class of the vocabulary; `also` lists equivalent terms as prefixed names."""

    name: str
    label: str
    definition: str
    parent: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Predicate:
    """What may be said: between which classes, with which qualifiers, and what others call it.

    `schema` and `wikidata` begin with `^` where the equivalent runs the other way; the `_company` pair holds
    where the subject is a company.
    """

    name: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    label: str
    inverse: str | None = None
    schema: str | None = None
    schema_company: str | None = None
    wikidata: str | None = None
    wikidata_company: str | None = None
    qualifiers: tuple[str, ...] = ()
    symmetric: bool = False

    @property
    def literal(self) -> str | None:
        """The kind of literal that the object is (`stage`, `date`, `string`, …), or None for a thing."""
        return self.objects[0].removeprefix(_LITERAL) if self.objects[0].startswith(_LITERAL) else None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The table as objects; `qualifiers` maps each key to its datatype or class, `lists` the closed lists."""

    classes: Mapping[str, Term]
    predicates: Mapping[str, Predicate]
    qualifiers: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Give a class and all above it, nearest first; raises VocabularyError for an unknown one."""
        found: list[str] = []
        at: str | None = name
        while at is not None:
            if at not in self.classes:
                raise VocabularyError(f"unknown class {at!r}", do=f"one of {', '.join(self.classes)}")
            found.append(at)
            at = self.classes[at].parent
        return tuple(found)

    def is_a(self, name: str, ancestor: str) -> bool:
        """Tell whether class `name` is `ancestor` or below it."""
        return ancestor in self.ancestors(name)


@cache
def vocabulary() -> Vocabulary:
    """Load the table that comes with the package, once."""
    table = tomllib.loads(files("kg.vocabulary").joinpath("vocabulary.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        classes={
            name: Term(name, row["label"], row["definition"], row.get("parent"), tuple(row.get("also", ())))
            for name, row in table["classes"].items()
        },
        predicates={
            name: Predicate(
                name,
                tuple(row["from"]),
                tuple(row["to"]),
                row["label"],
                row.get("inverse"),
                row.get("schema"),
                row.get("schema_company"),
                row.get("wikidata"),
                row.get("wikidata_company"),
                tuple(row.get("qualifiers", ())),
                row.get("symmetric", False),
            )
            for name, row in table["predicates"].items()
        },
        qualifiers={name: row["datatype"] for name, row in table["qualifiers"].items()},
        lists={name: tuple(values) for name, values in table["lists"].items()},
    )


def check(claim: Claim) -> None:
    """Hold one claim against the vocabulary; raises VocabularyError that says what does not fit."""
    table = vocabulary()
    where = f"{claim.document}: claim {claim.id}"
    predicate = table.predicates.get(claim.predicate)
    if predicate is None:
        raise VocabularyError(f"unknown predicate {claim.predicate!r}", where=where)
    if not _fits(claim.subject.type, predicate.subjects):
        raise VocabularyError(f"{claim.predicate} does not start at a {claim.subject.type}", where=where)
    _check_object(claim, predicate, table, where)
    if claim.certainty not in ("stated", "inferred"):
        raise VocabularyError(f"certainty is stated or inferred, not {claim.certainty!r}", where=where)
    if not claim.spans:
        raise VocabularyError("a claim without a span proves nothing", where=where)
    for key, value in claim.qualifiers.items():
        if key not in predicate.qualifiers:
            raise VocabularyError(f"{claim.predicate} takes no qualifier {key!r}", where=where)
        _check_qualifier(key, value, table.qualifiers[key], where)


@lru_cache(maxsize=4096)
def _fits(name: str, allowed: tuple[str, ...]) -> bool:
    """Tell whether a class is one of those allowed, or below one; every claim asks it twice, always of the same."""
    return any(vocabulary().is_a(name, each) for each in allowed)


def _check_object(claim: Claim, predicate: Predicate, table: Vocabulary, where: str) -> None:
    kind = predicate.literal
    if isinstance(claim.object, Mention):
        if kind or not _fits(claim.object.type, predicate.objects):
            raise VocabularyError(f"{claim.predicate} does not lead to a {claim.object.type}", where=where)
        return
    if kind is None:
        raise VocabularyError(f"{claim.predicate} leads to a thing, not to a literal", where=where)
    value = claim.object.value
    if kind in table.lists and value not in table.lists[kind]:
        raise VocabularyError(f"{value!r} is not in the closed list of {kind}", where=where)
    if kind == "date" and not _DATE.fullmatch(value):
        raise VocabularyError(f"{value!r} is no ISO date", where=where)
    if kind == "identifier" and not is_identifier(value):
        raise VocabularyError(f"{value!r} is no identifier", where=where, do='write it like "wikidata:Q42"')


_PYTHON_TYPES: Mapping[str, tuple[type, ...]] = {
    "integer": (int,),
    "decimal": (int, float),
    "gYear": (int,),
    "boolean": (bool,),
}


def _check_qualifier(key: str, value: object, datatype: str, where: str) -> None:
    wanted = _PYTHON_TYPES.get(datatype, (str,))
    if not isinstance(value, wanted) or (isinstance(value, bool) and datatype != "boolean"):
        raise VocabularyError(f"qualifier {key} is {value!r}, wanted {datatype}", where=where)
    if datatype == "date" and not _DATE.fullmatch(str(value)):
        raise VocabularyError(f"qualifier {key} is {value!r}, wanted an ISO date", where=where)
