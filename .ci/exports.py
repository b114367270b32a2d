"""A rebuild of the seeds must give the committed bytes, with the committed ledger and layout as its input."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = ("claims.jsonl", "film-graph.ttl", "evidence.trig", "layout.json", "manifest.json")


def main() -> int:
    """Build into a temporary folder and compare; give 1 and name the files that differ."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(ROOT / "identity", work / "identity")
        (work / "exports").mkdir()
        shutil.copy(ROOT / "exports" / "layout.json", work / "exports")
        subprocess.run(  # noqa: S603 - the command is this project's own
            [
                Path(sys.executable).with_name("kg"), "build", ROOT / "seeds", "--out", work / "exports",
                "--store", work / ".kg" / "store", "--identity", work / "identity",
            ],
            check=True,
            cwd=work,
        )  # fmt: skip
        stale = [name for name in FILES if not filecmp.cmp(ROOT / "exports" / name, work / "exports" / name, False)]
        if not filecmp.cmp(ROOT / "identity" / "iris.jsonl", work / "identity" / "iris.jsonl", False):
            stale.append("identity/iris.jsonl")
    for name in stale:
        sys.stderr.write(f"exports are not up to date: {name} (run `make graph` and commit)\n")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
