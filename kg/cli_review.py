"""Review in the terminal: two names side by side with the sentences in which they stand, and one key a decision."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from kg.claim import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.built import Built
    from kg.claim import Claim
    from kg.resolve.judgement import Judged, Kind
    from kg.resolve.review import Question

__all__ = ["Session", "lines_of", "sentence"]

_SHOWN = 3
_LONGEST = 240
# What a terminal obeys, in text from anywhere.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_KINDS: dict[str, Kind] = {"s": "same", "d": "different", "u": "unsure"}
_HELP = "  [s]ame  [d]ifferent  [u]nsure  [l]ater  [b]atch: all of this kind  [z] take back  [q]uit"


@dataclass
class Session:
    """One sitting: every decision is written when it is made, so that leaving loses nothing."""

    built: Built
    decisions: Path
    who: str
    today: str
    made: int = 0
    done: set[int] = field(default_factory=set)
    undone: list[int] = field(default_factory=list)

    def run(self, asked: list[Question]) -> None:
        """Ask all questions, in their order."""
        if not asked:
            typer.echo("nothing to judge")
            return
        at, last = 0, -1
        while at < len(asked):
            if at in self.done:
                at += 1
                continue
            if at != last:
                for line in lines_of(asked[at], self.built, at + 1, len(asked)):
                    typer.echo(line)
                typer.echo(_HELP)
            last = at
            key = _key()
            if key in ("q", "", "\x03", "\x04"):
                break
            if key in _KINDS:
                self._keep(asked, [at], _KINDS[key], "judged in review")
                at += 1
            elif key == "l":
                at += 1
            elif key == "b":
                self._batch(asked, at)
                last = -1
            elif key == "z":
                at = self._take_back(asked, at)
                last = -1
        typer.echo(f"{self.made} judgements in {self.decisions}" + ("; run `kg build`" if self.made else ""))

    def _batch(self, asked: list[Question], at: int) -> None:
        """Judge all questions of one kind of difference at once, once all of them were shown."""
        alike = [n for n, one in enumerate(asked) if n >= at and n not in self.done and one.batch == asked[at].batch]
        for n in alike:
            typer.echo(f"    {_clean(asked[n].left.name)}  |  {_clean(asked[n].right.name)}")
        typer.echo(
            f"  {len(alike)} of {asked[at].verdict.pattern!r}: [s]ame  [d]ifferent  [u]nsure  any other key: none"
        )
        key = _key()
        if key in _KINDS:
            self._keep(asked, alike, _KINDS[key], f"judged in one go with all of {asked[at].verdict.pattern!r}")

    def _keep(self, asked: list[Question], places: list[int], kind: Kind, why: str) -> None:
        from kg.resolve.judgement import add_judgements
        from kg.resolve.review import judge

        add_judgements(self.decisions, [judge(asked[n], kind, who=self.who, when=self.today, why=why) for n in places])
        self.done |= set(places)
        self.undone += places
        self.made += len(places)
        typer.echo(f"  {kind}")

    def _take_back(self, asked: list[Question], at: int) -> int:
        """Withdraw the last judgement of this sitting, and ask it again."""
        from kg.resolve.judgement import add_judgements
        from kg.resolve.review import judge

        if not self.undone:
            typer.echo("  nothing to take back")
            return at
        place = self.undone.pop()
        add_judgements(
            self.decisions,
            [judge(asked[place], "withdrawn", who=self.who, when=self.today, why="taken back in review")],
        )
        self.done.discard(place)
        self.made -= 1
        return place


def lines_of(one: Question, built: Built, number: int, total: int, *, short: bool = False) -> Iterator[str]:
    """Give a question as lines for the terminal: both sides with facts and sentences; `short` without these."""
    verdict = one.verdict
    reasons = f": {_clean('; '.join(verdict.reasons))}" if verdict.reasons else ""
    yield f"{number} of {total}  {one.left.type}  worth {one.worth:.1f}  {verdict.pattern} {verdict.score:.2f}{reasons}"
    for sign, judged, facts in (("A", one.left, one.facts[0]), ("B", one.right, one.facts[1])):
        yield f"  {sign}  {_clean(judged.name)}    {facts} {'fact' if facts == 1 else 'facts'}"
        if not short:
            yield from (f"       {line}" for line in _told(judged, built))


def sentence(built: Built, judged: Judged) -> str:
    """Give the first sentence in which a mention stands, the words marked; "" where no text was kept."""
    return next(iter(_told(judged, built, 1)), "")


def _told(judged: Judged, built: Built, most: int = _SHOWN) -> list[str]:
    from kg.resolve.review import claims_of
    from kg.vocabulary import vocabulary

    found: list[str] = []
    seen: set[str] = set()
    for claim in claims_of(judged, built.claims):
        words = _words(claim, built)
        if words in seen:
            continue
        seen.add(words)
        ends = [end.name if isinstance(end, Mention) else end.value for end in (claim.subject, claim.object)]
        said = f"{ends[0]} — {vocabulary().predicates[claim.predicate].label} — {ends[1]}"
        found.append(_clean(f"{said}  {claim.document}  {words}".rstrip()))
        if len(found) == most:
            break
    return found


def _words(claim: Claim, built: Built) -> str:
    from kg.errors import BuildError
    from kg.graph.explanation import passages

    document = built.document(claim.document)
    try:
        told = " … ".join(each.marked() for each in passages(claim, document)) if document else ""
    except BuildError:
        told = ""  # the text was read anew since; the claim's own words are still there
    told = told or " … ".join(f"»{span.exact}«" for span in claim.spans)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]} …"


def _clean(text: str) -> str:
    return _OBEYED.sub("�", " ".join(text.split()))


def _key() -> str:
    """Give one key: pressed on a terminal, or the next letter of what is piped in; "" at its end."""
    if sys.stdin.isatty():
        import click

        return click.getchar().lower()
    while True:
        letter = sys.stdin.read(1)
        if not letter.isspace() or not letter:
            return letter.lower()
