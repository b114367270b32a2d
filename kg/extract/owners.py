"""Owners: whom "his", "her" and "whose" mean before an earlier work, and what he or she is in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.companies import is_company_name
from kg.extract.facts import End
from kg.extract.given import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.news import Sentence

__all__ = ["Makers", "owned"]

# What a person is, the first of these that a text says of him or her.
_ROLES = ("directed", "starredIn", "wrote", "produced", "coProduced", "photographed", "composed", "edited")
# What one who has not been named before is called.
_CALLED = re.compile(
    r"\b(?:director of photography|director|filmmaker|helmer|actor|actress|star|comedian|cinematographer|producer|"
    r"screenwriter|scriptwriter|composer|editor|newcomer|dop|d\.p\.)\b"
)
_NOUNS = {
    "photographed": ("photography", "cinematographer", "dop", "d.p."),
    "directed": ("director", "filmmaker", "helmer"),
    "starredIn": ("actor", "actress", "star", "comedian", "newcomer"),
    "produced": ("producer",),
    "wrote": ("screenwriter", "scriptwriter"),
    "composed": ("composer",),
    "edited": ("editor",),
}


# Who stands right before what is said of his or her works.
_RIGHT_BEFORE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’-]+(?: (?:de |van |von |der |la )?[A-ZÀ-Þ][\w’-]+){1,2}),? "
    r"(?:is |was |who is )?(?:best |also |mostly )?$"
)
_ACTS = re.compile(r"[”\"’]?,?[”\"’]? (?:and )?(?:stars|plays|co-stars|toplines|headlines|appears|leads)\b")


@dataclass(slots=True)
class Makers:
    """The people whom a text has named so far, by surname: their full names and what they did."""

    by_surname: dict[str, dict[str, tuple[End, set[str]]]] = field(default_factory=dict)

    def note(self, facts: Iterable[Fact]) -> None:
        """Take in who is named in facts."""
        for fact in facts:
            what = fact.subject.what
            if isinstance(what, Mention) and what.type == "Person" and fact.predicate in (*_ROLES, "nationality"):
                parts = what.name.split()
                # Of "Seo Yun-jae" the family name is the first one.
                for surname in {parts[-1], parts[-1] if is_given_name(parts[0]) else parts[0]}:
                    own = self.by_surname.setdefault(surname, {})
                    own.setdefault(what.name, (fact.subject, set()))[1].add(fact.predicate)

    def before(self, text: str, first: int, at: int) -> tuple[End, set[str]] | None:
        """Give whom a stretch names last before an offset; nobody where two share the surname."""
        places = [(text.rfind(surname, first, at), surname) for surname in self.by_surname]
        place, surname = max(places, default=(-1, ""))
        people = list(self.by_surname.get(surname, {}).values())
        return people[0] if place >= 0 and len(people) == 1 else None


def owned(document: Document, part: Sentence, facts: list[Fact], makers: Makers) -> list[Fact]:
    """Settle the OWNER of works: the person whom the sentence names last before, or else the film's director."""
    if not any(fact.subject.what == "OWNER" for fact in facts):
        return facts
    here = Makers({surname: dict(people) for surname, people in makers.by_surname.items()})
    here.note(fact for fact in facts if not fact.subject.is_open)
    settled = (_settled(document, part, fact, here) if fact.subject.what == "OWNER" else fact for fact in facts)
    return [fact for fact in settled if fact is not None]


def _settled(document: Document, part: Sentence, fact: Fact, makers: Makers) -> Fact | None:
    found = makers.before(document.text, part.first, fact.first)
    other = _RIGHT_BEFORE.search(document.text, part.first, fact.first)
    if (
        other
        and not is_company_name(other["name"])
        and (
            found is None or found[0].what.name != other["name"]  # type: ignore[union-attr]
        )
    ):
        # Somebody whom nothing else names: "Ana Roth, best known for TITLE, stars in …"
        acts = _ACTS.match(document.text, fact.last, part.last)
        person = End(Mention("Person", other["name"]), *other.span("name"))
        return replace(fact, subject=person, predicate="starredIn") if acts else None
    if found is None:
        return replace(fact, subject=replace(fact.subject, what="DIRECTOR"))
    person, roles = found
    called = _CALLED.search(document.text, part.first, fact.first) if not roles & {*_ROLES} else None
    said = next((role for role, noun in _NOUNS.items() if called and called[0].endswith(noun)), "directed")
    return replace(fact, subject=person, predicate=next((role for role in _ROLES if role in roles), said))
