"""Owners: whom "his", "her" and "whose" mean before an earlier work, and what he or she is in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.facts import End
from kg.extract.names import fold
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.news import Sentence

__all__ = ["Makers", "full_names", "owned", "surnames"]

# What a person is, the first of these that a text says of him or her.
_ROLES = ("directed", "starredIn", "wrote", "produced", "coProduced", "photographed", "composed", "edited")
_HIS = re.compile(r"(?:his|her|their)\b", re.IGNORECASE)
_PRONOUNS = frozenset({"OWNER", "WHO", "STAR"})
# Actors say so of what they acted in, and writers of what they wrote.
_OF_ANY_ROLE = frozenset(
    {
        "new-project-of",
        "film-as-producer",
        "film-as-producer-by",
        "my-film",
        "my-any-film",
        "i-made",
        "you-made",
        "i-worked-with-on",
    }
)
# "Roth is best known for TITLE", of whom nothing else is told.
_SOMEBODY = re.compile(r"[A-ZÀ-Þ][\w’-]+ (?:is |was )?(?:best |also |mostly |perhaps best )?$")
_KNOWN_FOR = frozenset({"best-known-for", "and-seen-in-other", "recently-finished", "seen-in-other-directors"})
# "NAME, the director of TITLE"
_MAKER_OF = "director-of-other"
_CREDITS_OF = frozenset(
    {
        "whose-films-include",
        "credits-of-named-include",
        "credits-of-maker-quoted",
        "credits-of-named",
        "director-shoots-work",
        "is-working-on-title",
        "director-shoots-after",
    }
)
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


def full_names(facts: Iterable[Fact]) -> frozenset[str]:
    """Give the full names, folded, of the people in facts who have a given name that is known."""
    people = [fact.subject.what for fact in facts]
    return frozenset(
        fold(who.name)
        for who in people
        if isinstance(who, Mention) and who.type == "Person" and " " in who.name and is_given_name(who.name.split()[0])
    )


def surnames(facts: Iterable[Fact]) -> frozenset[str]:
    """Surnames of the people whom a text has named in full: later on it names them so."""
    full = [
        end.what.name
        for fact in facts
        for end in (fact.subject, fact.object)
        if isinstance(end.what, Mention) and end.what.type == "Person" and " " in end.what.name
    ]
    return frozenset(fold(name).split()[-1] for name in full)


_CLOSING = '”"’ '
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
                # Of "Kim Min-ho" the family name is the first one.
                for surname in {parts[-1], parts[-1] if is_given_name(parts[0]) else parts[0]}:
                    own = self.by_surname.setdefault(surname, {})
                    own.setdefault(what.name, (fact.subject, set()))[1].add(fact.predicate)

    def before(self, text: str, first: int, at: int) -> tuple[End, set[str]] | None:
        """Give whom a stretch names last before an offset; nobody where two share the surname."""
        places = [(text.rfind(surname, first, at), surname) for surname in self.by_surname]
        place, surname = max(places, default=(-1, ""))
        people = self.of_surname(surname)
        return people[0] if place >= 0 and len(people) == 1 else None

    def of_surname(self, surname: str) -> list[tuple[End, set[str]]]:
        """Give those of a surname by their full names; one named by surname alone is the one of that name."""
        people = self.by_surname.get(surname, {})
        return [person for name, person in people.items() if " " in name] or list(people.values())


def owned(
    document: Document,
    part: Sentence,
    facts: list[Fact],
    makers: Makers,
    subject: tuple[End, str] | None = None,
    *,
    answers: bool = False,
) -> list[Fact]:
    """Settle whom the facts of a sentence mean that name nobody; those of nobody in particular are left out.

    The OWNER of works is the person whom the sentence names last before, or else the film's director. WHO ("he",
    "she") is the `subject` whom the whole text is about, or else the one person of the sentence before; and STAR ("I",
    "my") only the subject, who had the part in a work that they are known for. In `answers` "he" is somebody else.
    """
    if subject and subject[1] != "directed" and not answers:
        facts = [_in_own_role(document, fact, subject) for fact in facts]
    so_far = Makers({surname: dict(people) for surname, people in makers.by_surname.items()})
    so_far.note(fact for fact in facts if fact.rule not in _CREDITS_OF and not fact.subject.is_open)
    facts = [_in_known_role(_of_owner(fact), so_far) for fact in facts]
    if not any(fact.subject.what in _PRONOUNS for fact in facts):
        return facts
    here = Makers({surname: dict(people) for surname, people in makers.by_surname.items()})
    here.note(fact for fact in facts if not fact.subject.is_open)
    done = []
    for fact in facts:
        what = fact.subject.what
        if what == "OWNER":
            settled = _settled(document, part, fact, here)
            done += [settled] if settled is not None else []
        elif what == "STAR":
            done += [replace(fact, subject=subject[0], predicate=_as(fact, subject[1]))] if subject else []
        elif what == "WHO":
            person = subject[0] if subject and not answers else _told_of_here(document, part, fact, here)
            person = person or _told_of_before(document, part, makers)
            done += [replace(fact, subject=person)] if person else []
        else:
            done.append(fact)
    return done


def _of_owner(fact: Fact) -> Fact:
    """Who is best known for a work need not be the film's director: it is whom the sentence names before."""
    is_of_director = fact.rule in _KNOWN_FOR | {_MAKER_OF} and fact.subject.what == "DIRECTOR"
    return replace(fact, subject=replace(fact.subject, what="OWNER")) if is_of_director else fact


def _in_known_role(fact: Fact, makers: Makers) -> Fact:
    """The credits of one of whom a text only says that he or she acts are films acted in."""
    who = fact.subject.what
    if fact.rule not in _CREDITS_OF or fact.predicate != "directed" or not isinstance(who, Mention):
        return fact
    roles = {role for _, roles in makers.by_surname.get(who.name.split()[-1], {}).values() for role in roles}
    only = roles & {*_ROLES}
    return (
        replace(fact, predicate=next(role for role in _ROLES if role in only))
        if only - {"directed"} == only and only
        else fact
    )


def _in_own_role(document: Document, fact: Fact, subject: tuple[End, str]) -> Fact:
    """What a text about a producer or an actor calls "her latest film" is what she produced, or acted in."""
    is_own = fact.subject.what == "DIRECTOR" and fact.predicate == "directed" and isinstance(fact.object.what, Mention)
    owner = _HIS.match(document.text, fact.first) if is_own else None
    return replace(fact, subject=subject[0], predicate=subject[1]) if owner else fact


def _as(fact: Fact, role: str) -> str:
    """What somebody who says "my film" did for it: "I directed" says so itself, "I made" does not."""
    return role if fact.predicate == "directed" and role != "directed" and fact.rule in _OF_ANY_ROLE else fact.predicate


def _told_of_here(document: Document, part: Sentence, fact: Fact, makers: Makers) -> End | None:
    """Give the one person whom a sentence names before its pronoun: "Roth plays a nun on TITLE; her films include"."""
    before = document.text[part.first : fact.first]
    found = {
        end.what: end
        for surname in makers.by_surname
        if re.search(rf"\b{re.escape(surname)}\b", before)
        for end, _ in makers.of_surname(surname)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _told_of_before(document: Document, part: Sentence, makers: Makers) -> End | None:
    """Give the one person whom the sentence before a pronoun's names."""
    end = max(part.first - 1, 1)
    while end > 1 and document.text[end - 1] in _CLOSING:
        end -= 1  # “Low Water.” He
    first, last = document.sentence(end - 1, end)
    if "\n" in document.text[last : part.first] or last > part.first:
        return None
    named = {
        surname for surname in makers.by_surname if re.search(rf"\b{re.escape(surname)}\b", document.text[first:last])
    }
    found = {end.what: end for surname in named for end, _ in makers.of_surname(surname)}
    return next(iter(found.values())) if len(found) == 1 else None


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
        if fact.rule == _MAKER_OF:
            return replace(fact, subject=End(Mention("Person", other["name"]), *other.span("name")))
        acts = _ACTS.match(document.text, fact.last, part.last)
        person = End(Mention("Person", other["name"]), *other.span("name"))
        return replace(fact, subject=person, predicate="starredIn") if acts else None
    if fact.rule == _MAKER_OF:
        return replace(fact, subject=replace(fact.subject, what="DIRECTOR"))
    if found is None:
        if fact.rule in _KNOWN_FOR - {"best-known-for"}:
            return None
        somebody = fact.rule in _KNOWN_FOR and _SOMEBODY.search(document.text, part.first, fact.first)
        return None if somebody else replace(fact, subject=replace(fact.subject, what="DIRECTOR"))
    person, roles = found
    called = _CALLED.search(document.text, part.first, fact.first) if not roles & {*_ROLES} else None
    said = next((role for role, noun in _NOUNS.items() if called and called[0].endswith(noun)), "directed")
    return replace(fact, subject=person, predicate=next((role for role in _ROLES if role in roles), said))
