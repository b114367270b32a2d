"""The soak: `python tests/soak --kills 200`; the seed that it prints makes it run again."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "serve"))

from soak import soak


def main() -> int:
    """Kill, print what was killed where, and give 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--only", default="", help="a scene, or one kill of it: 'export' or 'export:3'")
    options = parser.parse_args()
    _say(f"{options.kills} kills, seed {options.seed}")
    with tempfile.TemporaryDirectory() as folder:
        found = soak(Path(folder), options.kills, options.seed, options.only, _say)
    _say(found.table())
    return 1 if found.broken else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
