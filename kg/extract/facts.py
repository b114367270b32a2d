"""Facts: what a rule says in the words of one line, before the item around it fills in who "the director" is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, Literal

from kg.claim import Claim, Mention, Value
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.given import is_given_name
from kg.extract.token import NOT_FINAL
from kg.vocabulary import countries, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.claim import Qualifier
    from kg.document import Document
    from kg.extract.grammar import Rule, Template
    from kg.extract.names import Name, Names
    from kg.extract.pattern.matcher import Binding, Reach
    from kg.extract.token import Tokens

__all__ = [
    "WORKS",
    "End",
    "Fact",
    "best_consistent",
    "claim_of",
    "facts_of",
    "is_work",
    "one_class_each",
    "readings",
    "thing",
]

_CLASS_OF_KIND = {
    "person": "Person", "people": "Person", "named": "Person", "given": "Person",
    "title": "Film", "titles": "Film", "work": "Film",
    "described": "Film", "quoted": "Film", "quoted-list": "Film",
    "country": "Country", "countries": "Country", "demonym": "Country",
    "demonym-chain": "Country", "festival": "FestivalEdition", "capitals": "Award", "nominated": "Award",
    "words": "Work", "based": "place", "born": "place", "acronym": "Company", "company": "Company",
    "companies": "Company", "firms": "Company",
}  # fmt: skip
_BODY_WORDS = words("names", "body_words")
# Words that say that several people are meant by "the director".
_JOINT = frozenset({"their", "they", "directors", "filmmakers", "siblings", "brothers", "sisters", "duo"})
_OF_PEOPLE = frozenset({"person", "people", "named", "given", "company", "companies", "firms"})
_PLACEHOLDERS = frozenset({
    "FILM", "DIRECTOR", "ITEM", "EARLIER", "RELATIVE", "TRILOGY", "DIPTYCH", "TETRALOGY", "SEASON", "PARTNER", "BODY",
    "TOOL", "WHO", "STAR", "BOTH", "EDITION", "PRIZE", "SLATE", "OWNER",
})  # fmt: skip


# Variables for what a text is about: a second one where a rule tells two such works apart.
_MAIN = frozenset({"film", "film2"})
_PLAIN_TITLES = frozenset({"title", "titles", "work"})
_NAMED_PEOPLE = frozenset({"person", "people", "named"})
_LONGEST_NAME = 4


WORKS = frozenset({"Film", "Series", "Work"})
"""The classes of works that a page tells of."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a fact: a mention with the words that name it, a literal, or a placeholder such as "FILM"."""

    what: Mention | Value | str
    first: int = 0
    last: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether the item has yet to say what this is."""
        return isinstance(self.what, str)


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one line; `first` and `last` are the offsets of the phrase that makes it."""

    subject: End
    predicate: str
    object: End
    first: int
    last: int
    rule: str
    score: float
    certainty: Literal["stated", "inferred"] = "stated"
    qualifiers: Mapping[str, End | Qualifier] = field(default_factory=dict, hash=False)
    main: Literal["", "subject", "object"] = ""
    joint: bool = False

    def filled(self, known: Mapping[str, End]) -> Fact | None:
        """Give the fact with its placeholders filled in, or None where one of them is not known."""
        subject, object_ = _fill(self.subject, known), _fill(self.object, known)
        qualifiers = {
            key: _fill(value, known) if isinstance(value, End) else value for key, value in self.qualifiers.items()
        }
        if subject is None or object_ is None or subject.what == object_.what:
            return None
        kept = {key: value for key, value in qualifiers.items() if value is not None}
        if len(kept) < len(qualifiers) and self.predicate in ("ordinal", "coProducedWith"):
            return None
        return Fact(
            subject, self.predicate, object_, self.first, self.last, self.rule, self.score, self.certainty, kept,
            self.main, self.joint,
        )  # fmt: skip

    def with_ends(self, subject: End, object_: End) -> Fact:
        """Give the fact with these ends: itself, where they are its own, as most passes change few facts."""
        if subject is self.subject and object_ is self.object:
            return self
        return replace(self, subject=subject, object=object_)


def is_work(end: End) -> bool:
    """Tell whether an end is a work."""
    return isinstance(end.what, Mention) and end.what.type in WORKS


def _fill(end: End, known: Mapping[str, End]) -> End | None:
    return known.get(end.what) if isinstance(end.what, str) else end


def readings(rules: Iterable[Rule], names: Names) -> list[tuple[float, Rule, Reach]]:
    """Give every reading of every rule, the best first; ties go to the longer, then to the earlier one."""
    found = [
        (rule.score + reach.score - _possessed(reach, names) - _swapped(reach, names), rule, reach)
        for rule in rules
        for reach in rule.pattern.readings(names)
    ]
    found.sort(key=lambda entry: (-entry[0], entry[2].first - entry[2].last, entry[2].first, entry[1].name))
    return found


def _possessed(reach: Reach, names: Names) -> float:
    """A phrase that ends in a name does not mean it where a possessive follows: "led by NAME’s new thriller".

    Nor does it mean the name without its last part, "led by Ida Maria | Holm’s new thriller".
    """
    last = reach.bindings[-1] if reach.bindings else None
    if last is None or last.last != reach.last or last.kind not in _OF_PEOPLE:
        return 0.0
    lower, end = names.tokens.lower, reach.last
    if last.kind in _NAMED_PEOPLE and last.names and end < names.n and lower[end] != "'s":
        first = last.names[-1][1]
        whole = names.run(first)
        end = whole if end < whole <= first + _LONGEST_NAME + 1 else end
    return 9.0 if end < names.n and lower[end] == "'s" else 0.0


def _swapped(reach: Reach, names: Names) -> float:
    """A title that begins with a given name and a person that does not have changed places: "TITLE stars NAME"."""
    works = [binding for binding in reach.bindings if binding.kind in _PLAIN_TITLES]
    if not works or not any(_begins_with_given(binding, names) for binding in works):
        return 0.0
    people = [binding for binding in reach.bindings if binding.kind in _NAMED_PEOPLE]
    lower = names.tokens.lower
    alone = [name for binding in people for name in binding.names]
    strange = alone and not any(
        is_given_name(lower[first]) or fold(name) in names.known.people or fold(name) in names.known.surnames
        for name, first, _ in alone
    )
    return 2.5 if strange else 0.0


def _begins_with_given(binding: Binding, names: Names) -> bool:
    lower = names.tokens.lower
    return any(
        1 < last - first < _LONGEST_NAME and is_given_name(lower[first]) and fold(name) not in names.known.titles
        for name, first, last in binding.names
        if all(names.capital[first:last]) and not (first and lower[first - 1] == "'s")
    )


def best_consistent(found: Iterable[tuple[float, Rule, Reach]], least: float = 1.0) -> list[tuple[float, Rule, Reach]]:
    """Choose the best readings that agree with one another.

    Two readings disagree where they cut names differently from the same words, or take one name for things of
    different kinds; the better one stands. A rule speaks once from one place, up to one place of the same names
    ("after Low Tide, Ida Holm shoots" is not of Low Tide and Ida Holm), and a phrase within a phrase that
    says the same kind of thing adds nothing ("kicking off filming" in "will be kicking off filming").
    """
    taken: dict[tuple[int, int], str] = {}
    spoken: set[tuple[str, int]] = set()
    ended: dict[tuple[str, int], set[tuple[str, tuple[Name, ...]]]] = {}
    said: dict[str, list[tuple[int, int]]] = {}
    chosen: list[tuple[float, Rule, Reach]] = []
    for entry in found:
        score, rule, reach = entry
        named = {(binding.var, binding.names) for binding in reach.bindings}
        if (
            score < least
            or (rule.name, reach.first) in spoken
            or not named <= ended.get((rule.name, reach.last), named)
        ):
            continue
        own = {
            (first, last): _CLASS_OF_KIND.get(binding.kind, binding.kind)
            for binding in reach.bindings
            for _, first, last in binding.names
        }
        if any(_clash(extent, kind, taken) for extent, kind in own.items()):
            continue
        predicates = {template.predicate for template in rule.templates}
        if any(_inside(reach, extents) for predicate in predicates for extents in said.get(predicate, ())):
            continue
        for predicate in predicates:
            said.setdefault(predicate, []).append((reach.first, reach.last))
        taken.update(own)
        spoken.add((rule.name, reach.first))
        ended.setdefault((rule.name, reach.last), named)
        chosen.append(entry)
    return chosen


def _inside(reach: Reach, extents: tuple[int, int]) -> bool:
    return extents[0] <= reach.first and reach.last <= extents[1]


def _clash(extent: tuple[int, int], kind: str, taken: Mapping[tuple[int, int], str]) -> bool:
    if extent in taken:
        return taken[extent] != kind
    return any(extent[0] < last and first < extent[1] for first, last in taken)


def one_class_each(facts: list[Fact]) -> list[Fact]:
    """Settle what a name is where a text took it for a work and for somebody as well: what more was said of stands.

    A film may be called after a person who also worked on it only where the name is one word.
    """
    weight: dict[str, dict[str, float]] = {}
    for fact in facts:
        for end in (fact.subject, fact.object):
            if isinstance(end.what, Mention):
                kind = _CLASS.get(end.what.type, "")
                own = weight.setdefault(end.what.name, {})
                own[kind] = own.get(kind, 0.0) + fact.score
    wrong = {
        (name, kind)
        for name, own in weight.items()
        if min(own.get("work", 0.0), own.get("maker", 0.0)) > 0.0
        and " " in name
        and _LIKELIER * min(own.values()) < max(own.values())
        for kind in [min(("work", "maker"), key=lambda kind: own[kind])]
    }
    return [
        fact
        for fact in facts
        if not any(
            isinstance(end.what, Mention) and (end.what.name, _CLASS.get(end.what.type, "")) in wrong
            for end in (fact.subject, fact.object)
        )
    ]


_TERRITORY = "territory"
# How much more must be said of one of them.
_LIKELIER = 1.5
_CLASS = {
    "Film": "work", "Series": "work", "Work": "work", "Person": "maker", "Company": "maker", "PublicBody": "maker",
}  # fmt: skip


def facts_of(rule: Rule, reach: Reach, score: float, names: Names) -> list[Fact]:
    """Write out the claims of a rule for one of its readings, one fact for each pair of names."""
    bindings = {binding.var: binding for binding in reach.bindings}
    tokens = names.tokens
    facts: list[Fact] = []
    for template in rule.templates:
        subjects = _ends(template.subject, template, bindings, tokens, is_object=False)
        objects = _ends(template.object, template, bindings, tokens, is_object=True)
        values = {key: _qualifier(key, term, bindings, tokens) for key, term in template.qualifiers}
        qualifiers = {key: several[-1] for key, several in values.items() if several}
        # Each territory of several is a statement of its own.
        lands: list[End | Qualifier | None] = list(values.get(_TERRITORY, ())) or [None]
        for subject, object_, land in product(subjects, objects, lands):
            facts.append(
                Fact(
                    subject, template.predicate, object_, tokens.starts[reach.first], tokens.ends[reach.last - 1],
                    rule.name, score, "inferred" if rule.inferred else "stated",
                    {**qualifiers, _TERRITORY: land} if land else qualifiers,
                    _main_end(template),
                    not _JOINT.isdisjoint(tokens.lower[reach.first : reach.last]),
                )
            )  # fmt: skip
    return facts


def _main_end(template: Template) -> Literal["", "subject", "object"]:
    subject, object_ = (term.partition(":")[0] for term in (template.subject, template.object))
    return "subject" if subject in _MAIN else "object" if object_ in _MAIN else ""


def _ends(term: str, template: Template, bindings: Mapping[str, Binding], tokens: Tokens, is_object: bool) -> list[End]:
    term, _, wanted = term.partition(":")
    if term in _PLACEHOLDERS:
        return [End(term)]
    if term.startswith('"'):
        text = term.strip('"')
        if text.startswith("BOOK by "):
            return _book(text.removeprefix("BOOK by "), bindings, tokens)
        return [End(Value(text))]
    binding = bindings.get(term)
    if binding is None:
        return []
    predicate = vocabulary().predicates[template.predicate]
    if is_object and predicate.literal:
        values = (
            [(binding.value, binding.first, binding.last)] if binding.value and not binding.names else binding.names
        )
        return [End(Value(text), tokens.starts[first], tokens.ends[last - 1]) for text, first, last in values]
    kind = wanted or _class_of(binding.kind, template.predicate)
    return [thing(name, kind, tokens.starts[first], tokens.ends[last - 1]) for name, first, last in binding.names]


def thing(name: str, kind: str, first: int, last: int) -> End:
    """Give an end that mentions a thing; a company with a public body's words is one, a place may be a country."""
    if kind in ("Company", "company", "companies", "firms") or kind == "":
        kind = "PublicBody" if any(word in _BODY_WORDS for word in name.casefold().split()) else "Company"
    elif kind == "place":
        code = countries().code(name) or countries().code_of_demonym(name)
        if code:
            return End(Mention("Country", countries().name(code)), first, last)
        kind = "Place"
    elif kind in WORKS and name.endswith(")") and (mark := NOT_FINAL.search(name)):
        return End(Mention(kind, name[: mark.start()]), first, last - len(mark[0]))
    return End(Mention(kind, name), first, last)


def _class_of(kind: str, predicate: str) -> str:
    if kind in ("company", "companies", "firms"):
        return "Company"
    if kind == "place":
        return "place"
    if kind == "capitals" and predicate not in ("award", "nominatedFor"):
        return "Work"
    return _CLASS_OF_KIND.get(kind, kind)


def _book(var: str, bindings: Mapping[str, Binding], tokens: Tokens) -> list[End]:
    author, book = bindings[var], bindings["book"]
    first = min(author.first, book.first)
    last = max(author.last, book.last)
    return [
        End(Mention("Work", f"{book.value} by {name}"), tokens.starts[first], tokens.ends[last - 1])
        for name, _, _ in author.names
    ]


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}


def _qualifier(key: str, term: str, bindings: Mapping[str, Binding], tokens: Tokens) -> list[End | Qualifier]:
    if term in _PLACEHOLDERS:
        return [End(term)]
    if term.startswith('"'):
        return [term.strip('"')]
    binding = bindings.get(term)
    if binding is None:
        return []
    if binding.names:
        kind = _CLASS_OF_KIND.get(binding.kind, "Company")
        return [
            End(Mention(kind, name), tokens.starts[first], tokens.ends[last - 1])
            for name, first, last in (binding.names if key == _TERRITORY else binding.names[:1])
        ]
    datatype = vocabulary().qualifiers[key]
    if datatype in ("integer", "gYear"):
        return [_ORDINALS.get(binding.value) or int(binding.value)]
    return [binding.value]


def claim_of(
    fact: Fact,
    document: Document,
    item: int | None,
    extractor: str,
    as_of: str | None,
    extra: Mapping[str, Qualifier] | None = None,
) -> Claim:
    """Make the claim of a filled fact: its spans are the phrase, and every name that stands outside of it."""
    extents = {(fact.first, fact.last)}
    qualifiers: dict[str, Qualifier] = {}
    ends = [fact.subject, fact.object]
    for key, value in fact.qualifiers.items():
        if isinstance(value, End):
            ends.append(value)
            qualifiers[key] = value.what.name if isinstance(value.what, Mention) else str(value.what)
        else:
            qualifiers[key] = value
    qualifiers.update(extra or {})
    for end in ends:
        if end.last > end.first and not (fact.first <= end.first and end.last <= fact.last):
            extents.add((end.first, end.last))
    assert isinstance(fact.subject.what, Mention)
    assert not isinstance(fact.object.what, str)
    return Claim(
        document=document.id,
        item=item,
        subject=fact.subject.what,
        predicate=fact.predicate,
        object=fact.object.what,
        spans=tuple(document.span(first, last) for first, last in sorted(extents)),
        extractor=extractor,
        rule=fact.rule,
        qualifiers=qualifiers,
        as_of=as_of,
        certainty=fact.certainty,
    )
