"""Evaluate: hold claims against what a person read (`kg evaluate GOLD`).

A claim *agrees* with a fact of its document when predicate, subject and object agree (in any accepted spelling;
either way round for a symmetric predicate), the item agrees where the fact names one, no qualifier that both give
differs, and no end stands under a class that the gold's `type` facts rule out (works are compared with works,
everything else with everything else: a film may bear a person's name).

- A fact is *found* when some claim agrees with it and the agreeing claims together carry each of its qualifiers:
  one claim may give the country and another its position, but a position that no claim gives is a miss.
- A `type` fact is found when any claim of the document mentions that name under that class.
- A claim is *true* when it agrees with a fact of the gold or beyond it. Any other is *false*, with the reason.
- A derived claim (inferred, resting on others) that agrees with no fact is counted apart: true when all its
  premises are, however deep they lie.
- Certainty, rule and qualifiers that the fact does not give are not scored.

Precision counts statements, not claims: what headline and teaser both say is one. For `type` the statements are the
works that the claims mention, so a film that is none costs there too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.errors import SourceError
from kg.extract.score.gold import BEYOND, Known, fits, is_work, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.claim import Claim
    from kg.extract.score.gold import Fact, Gold

__all__ = ["Evaluation", "FalseClaim", "Score", "Tier", "evaluate"]

_TYPE = "type"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts under one heading: `true` of `claimed` statements hold, `found` of `wanted` facts are claimed."""

    name: str
    claimed: int
    true: int
    wanted: int
    found: int

    @property
    def precision(self) -> float:
        """The share of statements that hold, 1 where nothing is claimed."""
        return self.true / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """The share of wanted facts that are claimed, 1 where nothing is wanted."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Tier:
    """What was found of one tier, and the facts that were missed."""

    name: str
    wanted: int
    found: int
    misses: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FalseClaim:
    """A claim that no fact bears out, and why the nearest one does not."""

    claim: Claim
    reason: str

    @property
    def words(self) -> str:
        """The words that the claim rests on."""
        return " … ".join(span.exact for span in self.claim.spans)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole account; `kinds` has a row for each kind of document, `unread` the documents that had no claims."""

    tiers: tuple[Tier, ...]
    total: Score
    predicates: tuple[Score, ...]
    kinds: tuple[Score, ...]
    false: tuple[FalseClaim, ...]
    derived: int
    derived_false: tuple[FalseClaim, ...]
    unread: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Tell whether every core fact is found and no claim is false."""
        core = all(not tier.misses for tier in self.tiers if tier.name == "core")
        return core and not self.false and not self.derived_false


def evaluate(claims: Iterable[Claim], gold: Gold, kinds: Mapping[str, str] | None = None) -> Evaluation:
    """Hold the claims against the gold; documents that the gold does not speak of are left out.

    `kinds` maps document ids to their kind, for the rows a kind. Raises SourceError where one gold document could
    be two of the documents read.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    for document in kinds or ():
        by_document.setdefault(document, [])
    judged: list[_Judged] = []
    unread = []
    for seed in gold.seeds:
        matches = [document for document in by_document if document == seed or document.endswith(f"/{seed}")]
        if len(matches) > 1:
            several = " or ".join(sorted(matches))
            raise SourceError(f"{seed} could be {several}", do="write more of the path as seed")
        if not matches:
            unread.append(seed)
        facts = [fact for fact in (*gold.facts, *gold.beyond) if fact.seed == seed]
        document = matches[0] if matches else seed
        judged.append(_judge(by_document.get(document, ()), facts, (kinds or {}).get(document, "")))
    wanted = [pair for page in judged for pair in page.facts]
    statements = [statement for page in judged for statement in page.statements]
    names = sorted({fact.predicate for fact, _ in wanted} | {predicate for predicate, _ in statements})
    return Evaluation(
        tiers=tuple(_tier(name, wanted) for name in ("core", "extended")),
        total=_score("all", judged),
        predicates=tuple(_score(name, judged, name) for name in names),
        kinds=tuple(
            _score(kind, [page for page in judged if page.kind == kind])
            for kind in sorted({page.kind for page in judged if page.kind})
        ),
        false=tuple(wrong for page in judged for wrong in page.false),
        derived=sum(page.derived for page in judged),
        derived_false=tuple(wrong for page in judged for wrong in page.derived_false),
        unread=tuple(unread),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """One document: each wanted fact and whether it was found, each statement's predicate and whether it holds."""

    kind: str
    facts: list[tuple[Fact, bool]]
    statements: list[tuple[str, bool]]
    false: list[FalseClaim]
    derived: int
    derived_false: list[FalseClaim]


def _tier(name: str, facts: Sequence[tuple[Fact, bool]]) -> Tier:
    mine = [(fact, found) for fact, found in facts if fact.tier == name]
    return Tier(name, len(mine), sum(f for _, f in mine), tuple(fact for fact, found in mine if not found))


def _score(name: str, pages: Sequence[_Judged], predicate: str | None = None) -> Score:
    facts = [found for page in pages for fact, found in page.facts if predicate in (None, fact.predicate)]
    holds = [hold for page in pages for said, hold in page.statements if predicate in (None, said)]
    return Score(name, len(holds), sum(holds), len(facts), sum(facts))


def _judge(claims: Sequence[Claim], facts: Sequence[Fact], kind: str) -> _Judged:
    known = Known(facts)
    carried: dict[int, set[str]] = {}
    truth: dict[str, bool] = {}
    reasons: dict[str, str] = {}
    statements: dict[tuple[object, ...], tuple[str, bool]] = {}
    for claim in claims:
        reason = known.wrong_class(claim)
        agreeing = [] if reason else [fact for fact in known.near(claim) if known.differ(claim, fact) is None]
        for fact in agreeing:
            carried.setdefault(id(fact), set()).update(claim.qualifiers)
        truth[claim.id] = bool(agreeing)
        if agreeing:
            statements[claim.predicate, id(agreeing[0])] = (claim.predicate, True)
        else:
            near = [known.differ(claim, fact) for fact in known.near(claim)]
            reasons[claim.id] = reason or next((text for text in near if text), "no such fact")
    false, derived_false, derived = [], [], 0
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        if truth[claim.id]:
            continue
        if claim.certainty == "inferred" and claim.rests_on:
            derived += 1
            if known.wrong_class(claim) or not _premises_hold(claim, by_id, truth, frozenset({claim.id})):
                derived_false.append(FalseClaim(claim, "rests on a claim that does not hold"))
            continue
        false.append(FalseClaim(claim, reasons[claim.id]))
        ends = known.name(claim.subject.name), known.name(text_of(claim.object))
        said = tuple(sorted((key, str(value)) for key, value in claim.qualifiers.items()))
        statements[claim.predicate, claim.item, *ends, said] = (claim.predicate, False)
    types = {(known.name(end.name), end.type) for end in _ends(claims)}
    found = [(fact, _found(known, fact, carried, types)) for fact in facts if fact.tier != BEYOND]
    all_statements = [*statements.values(), *_type_statements(known, types)]
    return _Judged(kind, found, all_statements, false, derived, derived_false)


def _ends(claims: Iterable[Claim]) -> Iterator[Mention]:
    for claim in claims:
        yield claim.subject
        if isinstance(claim.object, Mention):
            yield claim.object


def _found(known: Known, fact: Fact, carried: Mapping[int, set[str]], types: set[tuple[str, str]]) -> bool:
    if fact.predicate != _TYPE:
        return id(fact) in carried and set(fact.qualifiers) <= carried[id(fact)]
    wanted, name = (fact.object, *fact.object_spellings), known.name(fact.subject)
    return any(fits(said, one) for mentioned, said in types if mentioned == name for one in wanted)


def _type_statements(known: Known, types: set[tuple[str, str]]) -> Iterator[tuple[str, bool]]:
    for name, said in sorted(types):
        if is_work(said):
            allowed = [one for one in known.classes.get(name, ()) if is_work(one)]
            if allowed:
                yield _TYPE, any(fits(said, one) for one in allowed)
            elif name not in known.known:
                yield _TYPE, False


def _premises_hold(claim: Claim, by_id: Mapping[str, Claim], truth: Mapping[str, bool], open_: frozenset[str]) -> bool:
    # Of claims that rest on one another in a ring, none rests on anything.
    for one in claim.rests_on:
        premise = by_id.get(one)
        if premise is None or one in open_:
            return False
        derived = premise.certainty == "inferred" and premise.rests_on
        if not truth[one] and not (derived and _premises_hold(premise, by_id, truth, open_ | {one})):
            return False
    return True
