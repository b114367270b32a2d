"""From the facts of an article to its claims: each statement once, with names written out as the text has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claim import Claim, Mention
from kg.extract.facts import End, Fact, claim_of
from kg.extract.festival_year import in_year_of
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.slot.fullname import spelt_in_full
from kg.extract.slot.given import is_given_name

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["claims_once", "co_producers_together", "in_printed_order"]

_SUPPORT = frozenset({"support-from", "supported-by"})
# What only companies do.
_OF_FIRMS = frozenset({"basedIn", "distributed", "sold"})
_MAKING = frozenset({"produced", "coProduced"})
# Of these a shoot is to come, or is on.
_MERELY_SOON = frozenset({"soon-shot-film"})
_ARTICLES = ("Les ", "Le ", "La ")
_COMPANY_ENDS = words("names", "company_ends")
_WORKS = frozenset({"Film", "Series", "Work"})
_TWO = 2
_NO_BODIES = frozenset({"Person", "Film", "Series", "Work"})
_BODIES = frozenset({"Company", "PublicBody"})


def co_producers_together(facts: list[Fact]) -> list[Fact]:
    """Companies that one phrase says to have co-produced a work together are each other's co-producers by its words.

    Where another company produced it, they are that one's partners, which follows of itself.
    """
    led = {fact.object.what for fact in facts if fact.predicate == "produced" and _is_firm(fact.subject)}
    by_phrase: dict[tuple[int, int, str, End], list[Fact]] = {}
    for fact in facts:
        if fact.predicate == "coProduced" and _is_firm(fact.subject) and fact.object.what not in led:
            by_phrase.setdefault((fact.first, fact.last, fact.rule, fact.object), []).append(fact)
    found = []
    for (_, _, rule, work), group in by_phrase.items():
        for index, one in enumerate(group):
            for other in group[index + 1 :]:
                found.append(
                    replace(
                        one, predicate="coProducedWith", object=other.subject, rule=rule, main="",
                        qualifiers={"work": work},
                    )
                )  # fmt: skip
    return found


def _is_firm(end: End) -> bool:
    return isinstance(end.what, Mention) and end.what.type in _BODIES


def in_printed_order(facts: list[Fact]) -> list[Fact]:
    """Number the countries of a film that one phrase lists, "a Polish-Czech co-production", unless a list has."""
    by_phrase: dict[tuple[object, int, int, str], list[Fact]] = {}
    numbered: set[object] = set()
    for fact in facts:
        if fact.predicate == "countryOfOrigin":
            by_phrase.setdefault((fact.subject.what, fact.first, fact.last, fact.rule), []).append(fact)
            if "position" in fact.qualifiers:
                numbered.add(fact.subject.what)
    places: dict[int, int] = {}
    for (film, *_), group in by_phrase.items():
        lands = list(dict.fromkeys(fact.object.what for fact in group))
        if len(lands) > 1 and film not in numbered:
            numbered.add(film)
            places |= {id(fact): lands.index(fact.object.what) + 1 for fact in group}
    return [
        replace(fact, qualifiers={**fact.qualifiers, "position": places[id(fact)]}) if id(fact) in places else fact
        for fact in facts
    ]


def claims_once(
    document: Document, extractor: str, facts: list[Fact], acronyms: dict[str, tuple[End, Fact]], date: str | None
) -> list[Claim]:
    """Make each statement once, with acronyms written out as the text itself defines them."""
    printed = spelt_in_full(document, 0, len(document.text))
    full = _full_names(facts, printed) | _not_firms(facts, printed) | _whole_firms(facts, acronyms)
    best: dict[tuple[object, ...], tuple[Fact, tuple[tuple[int, int], ...]]] = {}
    kinds = _kinds_of_works(facts)
    for fact in facts:
        spelt, used = _written_out(_as_told(fact, kinds), acronyms, full)
        if spelt.subject.is_open or spelt.object.is_open or spelt.subject.what == spelt.object.what:
            continue
        if any(_is_body(end, acronyms) for end in (spelt.subject, spelt.object)):
            continue  # "K&V is preparing TITLE" directs nothing, and is no film
        if (
            spelt.predicate in _OF_FIRMS
            and isinstance(spelt.subject.what, Mention)
            and spelt.subject.what.type == "Person"
        ):
            continue  # "NAME, of the Oslo-based": somebody after all
        if spelt.predicate == "screenedAt" and not _has_year(spelt.object):
            dated = in_year_of(document, spelt, date)
            if dated is None:
                continue  # a festival of no year is no edition
            spelt = dated
        one, other = spelt.subject.what, spelt.object.what
        key: tuple[object, ...] = (one, spelt.predicate, other, _land_of(spelt))
        if spelt.predicate in ("coProducedWith", "partnerOf"):
            countries_both = (
                isinstance(one, Mention) and isinstance(other, Mention) and one.type == other.type == "Country"
            )
            if countries_both and one > other:  # type: ignore[operator]
                spelt = replace(spelt, subject=spelt.object, object=spelt.subject)
            key = (frozenset({one, other}), spelt.predicate, str(spelt.qualifiers.get("work")))
        held = best.get(key)
        if held is None or len(spelt.qualifiers) > len(held[0].qualifiers):
            best[key] = (spelt, used)
    made = {(f.subject.what, f.object.what) for f, _ in best.values() if f.predicate in _MAKING}
    told = {f.subject.what for f, _ in best.values() if f.predicate == "stage" and f.rule not in _MERELY_SOON}
    where = {(f.subject.what, f.object.what) for f, _ in best.values() if _land_of(f)}
    claims = []
    for fact, used in best.values():
        if fact.predicate == "distributed" and not _land_of(fact) and (fact.subject.what, fact.object.what) in where:
            continue  # another sentence says where
        if fact.rule in _SUPPORT and (fact.subject.what, fact.object.what) in made:
            continue  # "with support from COMPANY as co-producer"
        if fact.rule in _MERELY_SOON and fact.subject.what in told:
            continue  # "the shoot will last 30 days": it may have begun
        extra = {"date": date} if fact.predicate == "stage" and date else {}
        claim = claim_of(fact, document, None, extractor, date, extra)
        spans = {*claim.spans, *(document.span(*place) for place in used)}
        claims.append(replace(claim, spans=tuple(sorted(spans))))
    return claims


def _kinds_of_works(facts: list[Fact]) -> dict[str, str]:
    """Give what the works are, by their titles, of which one statement says more than that each is a work."""
    every = (end.what for fact in facts for end in (fact.subject, fact.object) if isinstance(end.what, Mention))
    kinds: dict[str, set[str]] = {}
    for what in every:
        if what.type in _WORKS:
            kinds.setdefault(what.name, set()).add(what.type)
    return {name: (found - {"Work"}).pop() for name, found in kinds.items() if len(found) == _TWO and "Work" in found}


def _as_told(fact: Fact, kinds: dict[str, str]) -> Fact:
    ends = [
        replace(end, what=Mention(kinds[end.what.name], end.what.name))
        if isinstance(end.what, Mention) and end.what.type == "Work" and end.what.name in kinds
        else end
        for end in (fact.subject, fact.object)
    ]
    return replace(fact, subject=ends[0], object=ends[1]) if ends != [fact.subject, fact.object] else fact


def _is_body(end: End, acronyms: dict[str, tuple[End, Fact]]) -> bool:
    """Tell whether what is taken for a person or a film is what the text shortens a body's name to."""
    return isinstance(end.what, Mention) and end.what.type in _NO_BODIES and end.what.name in acronyms


def _has_year(edition: End) -> bool:
    name = edition.what.name if isinstance(edition.what, Mention) else ""
    return name[-4:].isdigit()


def _land_of(fact: Fact) -> object:
    """A company may distribute a film in several countries: each is a statement of its own."""
    land = fact.qualifiers.get("territory")
    return land.what if isinstance(land, End) else None


def _full_names(facts: list[Fact], printed: dict[str, dict[str, End]]) -> dict[Mention, End]:
    """People whom the article names by one name alone, with the one full name that it gives to somebody of that name.

    It may be the given name: "Danielle is in it again".
    """
    known: dict[str, dict[str, End]] = {}
    by_given: dict[str, dict[str, End]] = {}
    for fact in facts:
        for end in (fact.subject, fact.object):
            if isinstance(end.what, Mention) and end.what.type == "Person" and " " in end.what.name:
                parts = fold(end.what.name).split()
                known.setdefault(parts[-1], {}).setdefault(end.what.name, end)
                if is_given_name(parts[0]):
                    by_given.setdefault(parts[0], {}).setdefault(end.what.name, end)
    longer = _longer_names(known)
    return longer | {
        end.what: next(iter(names.values()))
        for fact in facts
        for end in (fact.subject, fact.object)
        if isinstance(end.what, Mention) and end.what.type == "Person" and " " not in end.what.name
        for folded in [fold(end.what.name)]
        for names in [known.get(folded) or printed.get(end.what.name) or by_given.get(folded, {})]
        if len(names) == 1
    }


def _longer_names(known: dict[str, dict[str, End]]) -> dict[Mention, End]:
    """Double surnames that stand alone, with the one full name that ends so: "Vale Prado" of "Ana Vale Prado"."""
    found: dict[Mention, End] = {}
    for names in known.values():
        for name in names:
            longer = {each: end for each, end in names.items() if each.endswith(f" {name}")}
            if len(longer) == 1 and not is_given_name(fold(name.split()[0])):
                found[Mention("Person", name)] = next(iter(longer.values()))
    return found


def _not_firms(facts: list[Fact], printed: dict[str, dict[str, End]]) -> dict[Mention, End]:
    """Companies of one word that is the surname of the one whom the article gives in full: "Holm produced it"."""
    found: dict[Mention, End] = {}
    for fact in facts:
        what = fact.subject.what
        if isinstance(what, Mention) and what.type == "Company" and " " not in what.name and what not in found:
            names = printed.get(what.name, {})
            if len(names) == 1 and is_given_name(next(iter(names)).split()[0]):
                found[what] = next(iter(names.values()))
    return found


def _whole_firms(facts: list[Fact], acronyms: dict[str, tuple[End, Fact]]) -> dict[Mention, End]:
    """Companies that the article names without the article that is part of their name, or with one that is none.

    "A Films du Port production" is one of Les Films du Port, and "The Nordic Broadcaster (NB)" the Nordic Broadcaster.
    """
    firms = {end.what: end for fact in facts for end in (fact.subject, fact.object) if _is_firm(end)}
    called = {body.what for body, _ in acronyms.values()}
    whole: dict[Mention, End] = {}
    for what, end in firms.items():
        if not isinstance(what, Mention):
            continue
        for article in _ARTICLES:
            longer = Mention(what.type, article + what.name)
            if longer in firms:
                whole[what] = firms[longer]
        longer_ones = [one for one in firms if isinstance(one, Mention) and _is_short_for(what.name, one.name)]
        if len(longer_ones) == 1:
            whole[what] = firms[longer_ones[0]]
        bare = Mention(what.type, what.name.removeprefix("The "))
        if bare != what and (bare in called or Mention("Company", bare.name) in called):
            whole[what] = replace(end, what=bare, first=end.last - len(bare.name))
    return whole


def _is_short_for(name: str, longer: str) -> bool:
    """Tell whether one word is all that tells a company's name from others: "Estuary" of "Estuary International"."""
    first, *rest = longer.split()
    return first == name and bool(rest) and all(fold(word) in _COMPANY_ENDS for word in rest)


def _written_out(
    fact: Fact, acronyms: dict[str, tuple[End, Fact]], full: dict[Mention, End]
) -> tuple[Fact, tuple[tuple[int, int], ...]]:
    """Write out acronyms and surnames; also give where the text has them in full."""
    used = []
    ends = []
    for end in (fact.subject, fact.object):
        if isinstance(end.what, Mention) and end.what in full:
            ends.append(replace(end, what=full[end.what].what))
            used.append((full[end.what].first, full[end.what].last))
            continue
        is_body = isinstance(end.what, Mention) and end.what.type in _BODIES
        name = end.what.name if isinstance(end.what, Mention) and is_body else ""
        short = name.replace(".", "").replace(" ", "")
        if short in acronyms and fact.predicate != "alsoKnownAs" and isinstance(acronyms[short][0].what, Mention):
            ends.append(replace(end, what=acronyms[short][0].what))
            used.append((acronyms[short][1].first, acronyms[short][1].last))
        else:
            ends.append(end)
    qualifiers = {
        key: replace(value, what=full[value.what].what)
        if isinstance(value, End) and isinstance(value.what, Mention) and value.what in full
        else value
        for key, value in fact.qualifiers.items()
    }
    return replace(fact, subject=ends[0], object=ends[1], qualifiers=qualifiers), tuple(used)
