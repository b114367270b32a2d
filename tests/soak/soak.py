"""Two hundred kills, spread over all scenes and over the time and the acts of each, and a table of where they fell."""

from __future__ import annotations

import random
import traceback
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kills import Moment
from scenes import SCENES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Soak", "moments", "shares", "soak"]


@dataclass
class Soak:
    """How many were killed, by scene and where, and which promises were broken."""

    killed: Counter[tuple[str, str]] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def table(self) -> str:
        """Give the kills as a table, and each broken promise with what runs it again."""
        wide = max((len(scene) for scene, _ in self.killed), default=5)
        rows = [f"{scene:<{wide}}  {count:>5}  {where}" for (scene, where), count in sorted(self.killed.items())]
        total = f"{sum(self.killed.values())} kills, {len(self.broken)} broken promises"
        return "\n".join([f"{'scene':<{wide}}  kills  step               before or after", *rows, *self.broken, total])


def shares(kills: int) -> dict[str, int]:
    """Give how many kills fall to each scene: as many of 200 as it says, and none of them goes without."""
    weights = {name: weight for name, (weight, _) in SCENES.items()}
    found = {name: max(1, weight * kills // sum(weights.values())) for name, weight in weights.items()}
    heaviest = max(weights, key=weights.__getitem__)
    found[heaviest] = max(1, found[heaviest] + kills - sum(found.values()))
    return found


def moments(seed: int, scene: str, kills: int) -> list[Moment]:
    """Give moments of which each lies in another part of the run; by time and by acts in turn."""
    chance = random.Random(f"{seed} {scene}")
    return [Moment((number + chance.random()) / kills, timed=bool(number % 2)) for number in range(kills)]


def soak(folder: Path, kills: int, seed: int, only: str, say: Callable[[str], None]) -> Soak:
    """Kill so many times; `say` is told of each. `only` names a scene, or one kill of it ("export:3")."""
    found = Soak()
    wanted, _, single = only.partition(":")
    for name, share in shares(kills).items():
        if wanted not in ("", name):
            continue
        scene = SCENES[name][1](folder / name.replace(" ", "-"))
        try:
            for number, moment in enumerate(moments(seed, name, share)):
                if single not in ("", str(number)):
                    continue
                try:
                    where = scene.kill(moment, number)
                except AssertionError:
                    again = f"--kills {kills} --seed {seed} --only '{name}:{number}'"
                    found.broken.append(f"BROKEN: {again}\n{traceback.format_exc()}")
                    where = "a broken promise"
                found.killed[name, where] += 1
                say(f"{name}:{number}  {'time' if moment.timed else 'act '} {moment.share:.3f}  {where}")
        finally:
            scene.end()
    return found
