"""Evaluation: hold the rules of identity against pairs that a person labelled (`kg evaluate --identity`).

A file of pairs has one JSON object a line:

```json
{"same": true, "kind": "misspelling", "left": {"type": "Person", "name": "…", "works": ["…"], …}, "right": {…}}
```

Beside `type` and `name` a side may have `document`, `aliases`, `years`, `countries`, `roles` (predicates), `works`,
`people`, `directors`, `companies` and `identifiers`: what documents say of that name.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.resolve.compare import compare
from kg.resolve.key import family_of
from kg.resolve.profile import Profile, profile_of_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.resolve.verdict import Verdict

__all__ = ["Pair", "interval", "read_pairs", "render"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with what is known of each, and whether they are one."""

    same: bool
    kind: str
    left: Profile
    right: Profile

    def judged(self) -> Verdict:
        """Give the verdict of the rules."""
        return compare(self.left, self.right)


def read_pairs(path: Path) -> list[Pair]:
    """Read labelled pairs; raises SourceError that names file and line for one that is none."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
                left, right = profile_of_row(row["left"]), profile_of_row(row["right"])
                if family_of(left.type) is None or family_of(left.type) != family_of(right.type):
                    raise ValueError(f"{left.type} and {right.type} are not of one kind")
                found.append(Pair(bool(row["same"]), str(row.get("kind", "")), left, right))
            except (ValueError, KeyError, TypeError) as error:
                what = f"not a labelled pair: {error}"
                raise SourceError(what, where=f"{path}:{number}", do="see `kg evaluate --help`") from error
    return found


def interval(hits: int, of: int) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927); (0, 1) of nothing."""
    if not of:
        return 0.0, 1.0
    z = 1.959963984540054
    share = hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def render(pairs: Sequence[Pair]) -> Iterator[str]:
    """Give the scores as lines: a row for each class and one for all, the peer, and every pair that went wrong."""
    verdicts = [(pair, pair.judged()) for pair in pairs]
    yield f"{'':<10}{'same':>6}{'merged':>8}{'review':>8}{'missed':>8}{'different':>11}{'merged':>8}{'review':>8}"
    families = sorted({str(family_of(pair.left.type)) for pair in pairs})
    for name, chosen in [*((each, [v for v in verdicts if family_of(v[0].left.type) == each]) for each in families),
                         ("all", verdicts)]:  # fmt: skip
        told = Counter((pair.same, verdict.decision) for pair, verdict in chosen)
        same, other = (sum(told[truth, each] for each in ("same", "review", "different")) for truth in (True, False))
        cells = (told[True, "same"], told[True, "review"], told[True, "different"])
        yield (
            f"{name:<10}{same:>6}{cells[0]:>8}{cells[1]:>8}{cells[2]:>8}"
            f"{other:>11}{told[False, 'same']:>8}{told[False, 'review']:>8}"
        )
    yield from _shares(verdicts)
    yield from _peer(pairs)
    for title, wrong in (("merged and two", (False, "same")), ("missed and one", (True, "different"))):
        for pair, verdict in verdicts:
            if (pair.same, verdict.decision) == wrong:
                yield f"{title}: {pair.left.name} | {pair.right.name}  ({pair.kind}; {verdict.pattern})"


def _shares(verdicts: Sequence[tuple[Pair, Verdict]]) -> Iterator[str]:
    told = Counter((pair.same, verdict.decision) for pair, verdict in verdicts)
    same = sum(count for (truth, _), count in told.items() if truth)
    merged = told[True, "same"] + told[False, "same"]
    queue = told[True, "review"] + told[False, "review"]
    for name, hits, of in (
        ("precision of merges by rule", told[True, "same"], merged),
        ("recall, merged by rule", told[True, "same"], same),
        ("recall, merged or in review", told[True, "same"] + told[True, "review"], same),
        ("true pairs in review", told[True, "review"], same),
    ):
        low, high = interval(hits, of)
        yield f"{name:<30}{hits / of if of else 1.0:6.3f}  ({hits} of {of}; 95 %: {low:.3f} to {high:.3f})"
    if same:
        yield f"{'queue, of the true pairs':<30}{queue / same:6.3f}  ({queue} questions)"


def _peer(pairs: Sequence[Pair]) -> Iterator[str]:
    """Say what the plain likeness of the letters gives on the same pairs, at the threshold that suits it best."""
    from rapidfuzz import fuzz

    same = sum(pair.same for pair in pairs)
    if not same or same == len(pairs):
        return
    scored = sorted(((fuzz.ratio(pair.left.name, pair.right.name), pair.same) for pair in pairs), reverse=True)
    best = (0.0, 0.0, 0.0, 0.0)
    hits = 0
    for taken, (score, truth) in enumerate(scored, 1):
        hits += truth
        if taken < len(scored) and scored[taken][0] == score:
            continue
        precision, recall = hits / taken, hits / same
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        best = max(best, (f1, score, precision, recall))
    f1, score, precision, recall = best
    yield (
        f"{'rapidfuzz ratio, at its best':<30}{f1:6.3f}  F1 at {score:.0f} of 100: precision {precision:.3f}, "
        f"recall {recall:.3f}"
    )
    yield f"{'the rules, merged or in review':<30}{_f1(pairs):6.3f}  F1"


def _f1(pairs: Iterable[Pair]) -> float:
    told = Counter((pair.same, pair.judged().decision != "different") for pair in pairs)
    hits = told[True, True]
    return 2 * hits / (2 * hits + told[False, True] + told[True, False]) if hits else 0.0
