"""Scorecards: an evaluation as lines of Markdown, and a folder of golden pages as a table that CI holds to.

A folder's scorecard has a row a page, each page read by itself, under two headings: the pages that the extractors
were built on, and those that were left alone (`split.toml` beside them says which).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.document import Document
from kg.errors import SourceError
from kg.extract.score.evaluate import Score, evaluate
from kg.extract.score.gold import read_gold, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kg.extract.score.evaluate import Evaluation, FalseClaim

__all__ = ["PageScore", "falls", "read_scorecard", "render", "score_pages", "write_scorecard"]

_GROUPS = {False: "Built on", True: "Left alone"}
_ROW = re.compile(
    r"\|\s*(?P<page>[\w-]+)\s*\|\s*(?P<seen>[\w-]+)\s*\|[^|]*\|[^|]*\|[^|]*\|"
    r"\s*(?P<true>\d+)/(?P<claimed>\d+)\s*\|\s*(?P<found>\d+)/(?P<wanted>\d+)\s*\|"
)


@dataclass(frozen=True, slots=True)
class PageScore:
    """One golden page: the kind that it was taken for, and its counts over core facts and all claims."""

    page: str
    seen: str
    left_alone: bool
    true: int
    claimed: int
    found: int
    wanted: int

    @property
    def kind(self) -> str:
        """The page's kind, the first part of its name."""
        return self.page.partition("-")[0]


def render(evaluation: Evaluation) -> list[str]:
    """Give the account as lines of Markdown that read well as plain text."""
    lines = [f"{tier.name}: {tier.found} of {tier.wanted} facts found" for tier in evaluation.tiers if tier.wanted]
    lines.append(f"false claims: {len(evaluation.false)}")
    if evaluation.derived:
        lines.append(f"derived claims: {evaluation.derived}, of them false: {len(evaluation.derived_false)}")
    lines += [f"not read: {seed}" for seed in evaluation.unread]
    rows = [*evaluation.predicates, *evaluation.kinds, evaluation.total]
    width = max(len(row.name) for row in rows)
    lines += ["", f"| {'':<{width}} | precision | recall |    F1 | true/claimed | found/wanted |"]
    lines.append(f"|{'-' * (width + 2)}|----------:|-------:|------:|-------------:|-------------:|")
    for row in rows:
        lines.append(
            f"| {row.name:<{width}} | {row.precision:9.3f} | {row.recall:6.3f} | {row.f1:5.3f} |"
            f" {f'{row.true}/{row.claimed}':>12} | {f'{row.found}/{row.wanted}':>12} |"
        )
    for tier in evaluation.tiers:
        if tier.misses:
            lines += ["", f"## Missed, {tier.name}", *(f"- {fact}" for fact in tier.misses)]
    for title, wrong in (("False", evaluation.false), ("Derived from what is false", evaluation.derived_false)):
        if wrong:
            lines += ["", f"## {title}", *(_line(one) for one in wrong)]
    return lines


def _line(wrong: FalseClaim) -> str:
    claim = wrong.claim
    place = claim.document if claim.item is None else f"{claim.document}#{claim.item}"
    words = " ".join(wrong.words.split())
    more = " ".join(f"{key}={value}" for key, value in sorted(claim.qualifiers.items()))
    said = f"{claim.subject.name} – {claim.predicate} – {text_of(claim.object)}{f' ({more})' if more else ''}"
    return f"- {place}: {said}; {wrong.reason}; {claim.rule}: “{words}”"


def score_pages(folder: Path) -> list[PageScore]:
    """Read each page of a folder by itself and hold it against its gold; core facts are wanted, all claims judged.

    Raises SourceError where the folder has no `<page>/gold.jsonl`, and for a line of one that is no fact.
    """
    from kg.extract import read_all

    split = folder / "split.toml"
    left_alone = set(tomllib.loads(split.read_text(encoding="utf-8"))["left_alone"]) if split.is_file() else set()
    pages = sorted(gold.parent for gold in folder.glob("*/gold.jsonl"))
    if not pages:
        raise SourceError("no <page>/gold.jsonl in this folder", where=str(folder))
    rows = []
    for page in pages:
        text = (page / "page.txt").read_text(encoding="utf-8")
        [reading] = read_all([Document(f"golden/{page.name}/page.txt", text)])
        done = evaluate(reading.claims, read_gold(page), {reading.document.id: reading.kind})
        core = next(tier for tier in done.tiers if tier.name == "core")
        counts = (done.total.true, done.total.claimed, core.found, core.wanted)
        rows.append(PageScore(page.name, reading.kind, page.name in left_alone, *counts))
    return rows


def write_scorecard(rows: Sequence[PageScore]) -> str:
    """Give the table of a folder's pages as Markdown: a total for each kind, then the pages."""
    lines = [
        "# Scorecard of the golden pages",
        "",
        "Made by `make scorecard`. Each page is read by itself; wanted are its core facts, and every claim is judged.",
        "A page that falls below its row fails the tests.",
    ]
    for left_alone, title in _GROUPS.items():
        mine = [row for row in rows if row.left_alone is left_alone]
        if not mine:
            continue
        width = max(len(row.page) for row in rows)
        head = "precision | recall |    F1 | true/claimed | found/wanted |"
        lines += ["", f"## {title}", "", f"| {'page':<{width}} | read as       | {head}"]
        lines.append(
            f"|{'-' * (width + 2)}|---------------|----------:|-------:|------:|-------------:|-------------:|"
        )
        for kind in sorted({row.kind for row in mine}):
            own = [row for row in mine if row.kind == kind]
            right = sum(row.seen == kind for row in own)
            lines.append(_table_line(f"**{kind}**", f"{right} of {len(own)}", _sum(own), width))
        lines += [_table_line(row.page, row.seen, _sum([row]), width) for row in mine]
    return "\n".join(lines) + "\n"


def _sum(rows: Iterable[PageScore]) -> Score:
    counts = [(row.claimed, row.true, row.wanted, row.found) for row in rows]
    return Score("", *(sum(column) for column in zip(*counts, strict=True)))


def _table_line(name: str, seen: str, score: Score, width: int) -> str:
    return (
        f"| {name:<{width}} | {seen:<13} | {score.precision:9.3f} | {score.recall:6.3f} | {score.f1:5.3f} |"
        f" {f'{score.true}/{score.claimed}':>12} | {f'{score.found}/{score.wanted}':>12} |"
    )


def read_scorecard(text: str) -> list[PageScore]:
    """Read the rows of pages back from a scorecard."""
    rows = []
    left_alone = False
    for line in text.splitlines():
        if line.startswith("## "):
            left_alone = line.removeprefix("## ") == _GROUPS[True]
        found = _ROW.fullmatch(line)
        if found:
            counts = (int(found[name]) for name in ("true", "claimed", "found", "wanted"))
            rows.append(PageScore(found["page"], found["seen"], left_alone, *counts))
    return rows


def falls(before: Sequence[PageScore], now: Sequence[PageScore]) -> list[str]:
    """Say of each page in what it is worse than it was: facts no longer found, claims now false, another kind."""
    today = {row.page: row for row in now}
    said = []
    for row in before:
        new = today.get(row.page)
        if new is None:
            said.append(f"{row.page}: not read any more")
            continue
        if new.found < row.found:
            said.append(f"{row.page}: {new.found} of {new.wanted} core facts found, before {row.found}")
        if new.claimed - new.true > row.claimed - row.true:
            said.append(f"{row.page}: {new.claimed - new.true} claims are false, before {row.claimed - row.true}")
        if row.seen == row.kind != new.seen:
            said.append(f"{row.page}: read as {new.seen}")
    return said + [f"{page}: not on the scorecard" for page in sorted(today.keys() - {row.page for row in before})]
