r"""The pattern language of the grammar: from a line of a grammar file to a matcher over tokens.

A pattern is a sequence of

    word            that word, casefolded ("'s" is the possessive)
    (a b|c)         one of several sequences          X?   X or nothing          \( \)  brackets in the text
    <name>          a phrase defined elsewhere        <name:var>   ... and keep its value
    {type:var}      a name: person, people, title, titles, company, companies, place, country, ...
    ~3              up to three words of no account, within the clause
    ^  $            the first and the last token             ↓    the next word is printed in lower case

Matching walks all readings of a pattern and keeps each with its score: that of the names that fill its slots,
less a little for every word passed over. Patterns have no repetition, so the walk is bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.pattern.phrase import Phrase, Phrases, needed, rarity
from kg.extract.pattern.step import MOST_READINGS, Binding, Reach, Step, Walk, beginnings, steps
from kg.extract.pattern.syntax import Edge, Slot, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.names import Names

__all__ = ["GATES", "Binding", "Pattern", "Phrase", "Phrases", "Reach", "compile_pattern", "rarity"]

# Slots that few sentences can fill: where one is wanted, what fills it is looked for before anything else.
GATES = frozenset({
    "quoted", "demonym", "demonym-chain", "country", "countries", "year", "number", "based", "born", "festival",
    "nominated", "epithets",
})  # fmt: skip

_FIRST = (0,)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `needs` are sets of words of each of which one must stand in the tokens, in this order.

    `order` are the needs from the last to the first, without one that is where the pattern begins. `slot` is the kind
    of name that it begins with, if it does, and `follow` the words that can stand behind that.
    """

    source: str
    step: Step
    starts: frozenset[str]
    needs: tuple[frozenset[str], ...]
    order: tuple[frozenset[str], ...]
    gates: tuple[str, ...]
    slot: str | None
    follow: frozenset[str] | None
    anchored: bool

    def readings(self, names: Names) -> list[Reach]:
        """Give every reading of the pattern in the tokens, in order of their first token."""
        starts, slot = self.starts, self.slot
        latest = self._latest(names) if self.order else names.n
        if latest < 0:
            return []
        places: Sequence[int]
        if self.anchored:
            if starts and names.lower[0] not in starts:
                return []
            places = _FIRST
        elif starts:
            places = names.positions(starts)
        elif slot:
            if self.follow is not None:
                latest = min(latest, names.behind(slot)[self.follow] - 1)
            places = names.spots(slot) if slot in GATES and latest >= 0 else names.openings(slot)
        else:
            places = range(names.n)
        if not places or places[0] > latest:
            return []
        for kind in self.gates:
            if not names.spots(kind):
                return []
        walk, step = Walk(names, 0), self.step
        for at in places:
            if at > latest:
                break
            walk.first = at
            step(walk, at, (), 0.0)
            if len(walk.found) > MOST_READINGS:
                break
        return walk.found

    def _latest(self, names: Names) -> int:
        """The last token from which all needed words still lie ahead in their order; -1 where they do nowhere."""
        latest, lasts = names.n + 1, names.lasts
        for need in self.order:
            last = lasts[need]
            if last >= latest:
                # The last of these words stands behind those that must follow: one before them is looked for.
                places = names.positions(need)
                before = bisect_left(places, latest)
                if not before:
                    return -1
                last = places[before - 1]
            elif last < 0:
                return -1
            latest = last
        return latest


def compile_pattern(source: str, phrases: Phrases) -> Pattern:
    """Compile a pattern; `phrases` are the definitions that it may refer to.

    Raises VocabularyError for a reference to a phrase that is not defined.
    """
    tree = parse(source)
    anchored = bool(tree) and tree[0] == Edge("^")
    body = tree[1:] if anchored else tree
    starts = beginnings(body, phrases, None)
    needs = tuple(words for node in tree if (words := needed(node, phrases)))
    gates = tuple(dict.fromkeys(node.kind for node in tree if isinstance(node, Slot) and node.kind in GATES))
    slot = body[0].kind if isinstance(body[0], Slot) else None
    follow = beginnings(body[1:], phrases, None) if slot else None
    order = needs[:0:-1] if needs and needs[0] == starts == needed(body[0], phrases) else needs[::-1]
    walk = steps(body, phrases, Walk.reached)
    return Pattern(source, walk, starts or frozenset(), needs, order, gates, slot, follow, anchored)
