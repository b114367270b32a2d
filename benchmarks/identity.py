"""Print what finding people's look-alikes costs and finds, beside Splink on DuckDB over the same records in one run.

Run with `make bench-identity` (`N=100000` for more names) or `python -m benchmarks.identity`; `--help` tells the rest.
Each side does its work in a process of its own, in turns; figures are medians. CPU seconds are those of all threads,
from the records in memory to the pairs found; importing libraries and making up the records is not counted.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.film_people import FilmPerson, film_people, people_names

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print all figures, or, as one side of a comparison, do the work and print what it took as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--names", type=int, default=20_000, help="names that both sides compare (default 20000)")
    parser.add_argument("--rounds", type=int, default=3, help="times that each side runs (default 3)")
    parser.add_argument("--growth", type=int, nargs="*", default=[10_000, 30_000, 100_000], metavar="NAMES")
    parser.add_argument("--disk", type=int, metavar="NAMES", help="also find candidates among so many on disk: 1000000")
    parser.add_argument("--pairs", type=Path, nargs="*", help="labelled pairs (default tests/gold/identity/*.jsonl)")
    parser.add_argument("--side", choices=sorted(_SIDES), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.side:
        print(json.dumps(_SIDES[asked.side](asked.names)))
        return
    if asked.names:
        beside_splink(asked.names, asked.rounds)
    if asked.growth:
        growth(asked.growth, asked.rounds)
    pairs = sorted((ROOT / "tests" / "gold" / "identity").glob("*.jsonl")) if asked.pairs is None else asked.pairs
    if pairs:
        labelled(pairs)
    if asked.disk:
        on_disk(asked.disk)


def beside_splink(names: int, rounds: int) -> None:
    """Print CPU, memory, precision and recall of both sides."""
    runs: dict[str, list[dict[str, Any]]] = {"ours": [], "splink": []}
    for _ in range(rounds):
        for side, done in runs.items():
            done.append(_run(side, names))
    print(f"{names:,} names, {runs['ours'][0]['true']:,} true pairs, medians of {rounds}")
    for side, label in (("ours", "ours"), ("splink", "Splink")):
        done = runs[side]
        cpu, wall, peak = (statistics.median(run[figure] for run in done) for figure in ("cpu", "wall", "peak"))
        print(f"  {label:<28}  {cpu:7.2f} s CPU  {wall:7.2f} s wall  {peak:6.0f} MB")
        for what, (hits, found) in done[-1]["found"].items():
            score = _scores(hits, found, done[-1]["true"])
            print(f"    {what:<26}  {score}  of {found:,} pairs")
    ratios = [one["cpu"] / other["cpu"] for one, other in zip(runs["ours"], runs["splink"], strict=True)]
    print(
        f"  {'ours : Splink':<28}  {statistics.median(ratios):7.2f} × CPU  (wanted: at most 2 at 100,000)", flush=True
    )


def growth(sizes: list[int], rounds: int) -> None:
    """Print what a name costs as names become more."""
    runs = {size: [_run("ours", size)["cpu"] / size for _ in range(rounds)] for size in sizes}
    least = statistics.median(runs[sizes[0]])
    for size in sizes:
        each = statistics.median(runs[size])
        print(
            f"  {size:>9,} names  {1e6 * each:7.1f} µs CPU a name  {each / least:5.2f} × (near 1 is linear)", flush=True
        )


def on_disk(names: int) -> None:
    """Print what candidates among very many names take, with what does not fit into memory on disk."""
    done = _run("disk", names)
    print(
        f"  {names:>9,} names on disk  {done['cpu']:7.1f} s CPU  {done['wall']:7.1f} s wall  {done['peak']:6.0f} MB"
        f"  {done['pairs']:,} candidates  (wanted: below 2000 MB)"
    )


def labelled(files: list[Path]) -> None:
    """Print precision, recall and F1 over labelled pairs, of ours and of fuzz.ratio at its best threshold."""
    from rapidfuzz import fuzz

    from kg.resolve.compare import compare
    from kg.resolve.evaluation import read_pairs

    pairs = [pair for file in files for pair in read_pairs(file)]
    true = sum(pair.same for pair in pairs)
    said = [(compare(pair.left, pair.right).decision, pair.same) for pair in pairs]
    ratios = [(fuzz.ratio(pair.left.name, pair.right.name), pair.same) for pair in pairs]
    print(f"{len(pairs):,} labelled pairs, {true:,} of them true")
    for label, taken in (("ours, merged", ("same",)), ("ours, merged or to review", ("same", "review"))):
        found = [same for decision, same in said if decision in taken]
        print(f"  {label:<28}  {_scores(sum(found), len(found), true)}")
    best = max(sorted({ratio for ratio, _ in ratios}), key=lambda least: _f1(ratios, least, true))
    found = [same for ratio, same in ratios if ratio >= best]
    print(f"  {f'fuzz.ratio from {best:.1f} on':<28}  {_scores(sum(found), len(found), true)}  (its best threshold)")


def _f1(ratios: list[tuple[float, bool]], least: float, true: int) -> float:
    found = [same for ratio, same in ratios if ratio >= least]
    return 2 * sum(found) / (len(found) + true)


def _scores(hits: int, found: int, true: int) -> str:
    precision, recall = hits / max(1, found), hits / max(1, true)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * hits / max(1, found + true):.3f}"


# ---- one side, in a process of its own ---------------------------------------------------------------------------


def _run(side: str, names: int) -> dict[str, Any]:
    """Run one side in a fresh process; give what it took."""
    command = [sys.executable, "-m", "benchmarks.identity", "--side", side, "--names", str(names)]
    done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _timed(work: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    """Do some work; give its result with its CPU and wall seconds, and the peak memory of the process in MB."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return result, {"cpu": cpu, "wall": wall, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _judged(
    records: list[FilmPerson], found: dict[str, set[tuple[str, str]]], took: dict[str, float]
) -> dict[str, Any]:
    """Count the true pairs among those found."""
    by_person: dict[int, list[str]] = {}
    for record in records:
        by_person.setdefault(record.person, []).append(record.name)
    true = {(min(names), max(names)) for names in by_person.values() if len(names) == 2}
    return {
        **took,
        "true": len(true),
        "found": {what: (len(true & pairs), len(pairs)) for what, pairs in found.items()},
    }


def _ours(names: int) -> dict[str, Any]:
    import rapidfuzz.process  # noqa: F401 - imports are not counted

    from kg.resolve.candidate import candidates
    from kg.resolve.compare import compare
    from kg.resolve.name import plain
    from kg.resolve.profile import Profile
    from kg.resolve.rarity import rarity_of

    records = film_people(names)

    def work() -> dict[str, set[tuple[str, str]]]:
        profiles = {
            record.name: Profile(
                "Person",
                record.name,
                years=frozenset([record.year]),
                countries=frozenset([record.country]),
                roles=frozenset([record.craft]),
                works=frozenset([plain(record.film)]),
                people=frozenset(map(plain, record.colleagues)),
            )
            for record in records
        }
        rarity = rarity_of(profiles)
        pairs: dict[str, set[tuple[str, str]]] = {"same": set(), "review": set(), "different": set()}
        for one, other in candidates("person", profiles):
            pairs[compare(profiles[one], profiles[other], rarity).decision].add((one, other))
        return pairs

    pairs, took = _timed(work)
    return _judged(records, {"merged": pairs["same"], "merged or to review": pairs["same"] | pairs["review"]}, took)


def _splink(names: int) -> dict[str, Any]:
    from benchmarks.splink_peer import prepare

    records = film_people(names)
    pairs, took = _timed(prepare(records))
    return _judged(records, {"0.9 and more": pairs}, took)


def _disk(names: int) -> dict[str, Any]:
    import duckdb  # noqa: F401 - imports are not counted

    from kg.resolve.candidate import on_disk

    made_up = people_names(names)
    pairs, took = _timed(lambda: len(on_disk("person", made_up)))
    return {**took, "pairs": pairs}


_SIDES = {"ours": _ours, "splink": _splink, "disk": _disk}

if __name__ == "__main__":
    main()
