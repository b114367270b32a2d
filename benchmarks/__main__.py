"""Print how long the commands take beside a peer in the same run, as medians of interleaved pairs.

Run with `make bench`; an argument gives the number of pairs (default 7).
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
KG = str(Path(PYTHON).with_name("kg"))


def seconds(command: list[str], cwd: Path) -> tuple[float, float]:
    """Run a command; give its wall and CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def compare(name: str, wanted: str, command: list[str], peer: list[str], cwd: Path, pairs: int, fresh: bool) -> None:
    """Time two commands in turn and print the median of the ratios, of wall and of CPU time."""
    walls, cpus = [], []
    for _ in range(pairs):
        if fresh:
            (cwd / ".kg" / "build.json").unlink(missing_ok=True)
        one, other = seconds(command, cwd), seconds(peer, cwd)
        walls.append(one[0] / other[0])
        cpus.append(one[1] / max(other[1], 1e-9))
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    print(f"{name:<34}  {wall:6.2f} × wall  {cpu:6.2f} × CPU   (wanted: at most {wanted})")


def pages_a_second() -> None:
    """Print how many ten-item pages the listing extractor reads a CPU second, beside a bare split of the same text."""
    import re

    from kg.document import Document
    from kg.extract import read_document

    text = next((ROOT / "seeds").glob("000_*.txt")).read_text(encoding="utf-8")
    document = Document("seeds/page.txt", text)
    read_document(document)
    rounds = 60
    start = time.process_time()
    for _ in range(rounds):
        read_document(document)
    ours = time.process_time() - start
    split = re.compile(r"\W+")
    start = time.process_time()
    for _ in range(rounds):
        split.split(text)
    bare = time.process_time() - start
    print(f"{'ten-item pages a CPU second':<34}  {rounds / ours:6.0f}          {ours / bare:6.0f} × a bare split")


def main() -> None:
    """Print all figures."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        cwd = Path(folder)
        (cwd / "seeds").symlink_to(ROOT / "seeds")
        build = [KG, "build", "seeds"]
        seconds(build, cwd)
        imports = [PYTHON, "-c", "import rdflib, networkx, pyvis"]
        compare("kg build : its libraries' import", "6", build, imports, cwd, pairs, fresh=True)
        seconds(build, cwd)
        compare("kg build, unchanged : --version", "1.5", build, [KG, "--version"], cwd, pairs, fresh=False)
        compare(
            "kg --help : python -c 'import typer'",
            "3",
            [KG, "--help"],
            [PYTHON, "-c", "import typer"],
            cwd,
            pairs,
            False,
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'peak memory of a build':<34}  {peak:6.0f} MB         (wanted: under 200 MB)")
    pages_a_second()


if __name__ == "__main__":
    main()
