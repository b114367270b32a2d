"""Print what a build costs after one new document, step by step, beside a full build of the same documents.

Run with `make bench-growth` (`N=10000` documents). Documents are pages of the made-up film world. Each build is a
process of its own, so that its peak memory is its own; times are CPU time of all its threads and of the processes that
read for it. The last build is one from nothing, with the ledger and the places that the build after one document began
with: it must give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import shutil
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.film_world import world
from benchmarks.reading import cpu
from kg.build import DATA_FILES, Places, build

_STEPS = ("reading", "resolving", "writing", "filling the store", "drawing")
_COUNTED = ("reading", "resolving", "filling the store")
_WANTED = 0.03


def places(folder: Path, pages: Path) -> Places:
    """Give where a build of `pages` in a folder reads and writes."""
    return Places((pages,), folder / "exports", folder / ".kg" / "store", folder / "identity")


def timed(at: Places) -> dict[str, float]:
    """Build in a process of its own; give CPU seconds of each step, of all, and the peak memory in MB."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(at, theirs))
    process.start()
    theirs.close()
    try:
        found: dict[str, float] = json.loads(ours.recv_bytes())
    except EOFError:
        raise SystemExit("a build failed") from None
    finally:
        process.join()
    return found


def _build(at: Places, pipe: Any) -> None:
    began = cpu()
    steps: list[tuple[str, float]] = []
    report = build(at, lambda step: steps.append((step, cpu())))
    ends = [*(moment for _, moment in steps[1:]), cpu()]
    found: dict[str, float] = {step: end - start for (step, start), end in zip(steps, ends, strict=True)}
    found |= {f"count {name}": number for name, number in report.counts.items()}
    found["all"] = cpu() - began
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pipe.send_bytes(json.dumps(found).encode())


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--films", type=int, default=3, help="films a document tells of")
    parser.add_argument("--folder", type=Path, help="where files may lie meanwhile (default: a temporary one)")
    parser.add_argument("--no-check", action="store_true", help="do not compare with a build from nothing")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as place:
        _compare(Path(place), asked.documents, asked.films, check=not asked.no_check)


def _compare(folder: Path, documents: int, films: int, *, check: bool) -> None:
    pages = folder / "pages"
    pages.mkdir()
    made = ((Path(page.document.id).name, page.document.text) for page in world(documents * films, size=films))
    *rest, (name, text) = made
    for other, words in rest:
        (pages / other).write_text(words, encoding="utf-8")
    grown = places(folder / "grown", pages)
    full = timed(grown)
    begun = {path: path.read_bytes() for path in (grown.ledger, grown.out / "layout.json")}
    (pages / name).write_text(text, encoding="utf-8")
    one = timed(grown)
    counts = ", ".join(f"{one[key]:,} {key.removeprefix('count ')}" for key in one if key.startswith("count "))
    print(f"{counts}\n  {'':<22}{'full':>10}{'one more':>12}{'ratio':>9}")
    for step in (*_STEPS, "all"):
        ratio = one[step] / full["all"]
        print(f"  {step:<22}{full[step]:>8.2f} s{one[step]:>10.2f} s{ratio:>8.1%}  of a full build")
    print(f"  {'peak memory':<22}{full['memory']:>7.0f} MB{one['memory']:>9.0f} MB")
    share = sum(one[step] for step in _COUNTED) / full["all"]
    print(
        f"  reading, identity and store after one document: {share:.1%} of a full build (wanted: at most {_WANTED:.0%})"
    )
    if check:
        alone = places(folder / "alone", pages)
        for path, data in begun.items():
            target = folder / "alone" / path.relative_to(folder / "grown")
            target.parent.mkdir(parents=True)
            target.write_bytes(data)
        timed(alone)
        files = [*(Path("exports") / name for name in (*DATA_FILES, "manifest.json")), Path("identity/iris.jsonl")]
        other = [
            str(file)
            for file in files
            if (folder / "grown" / file).read_bytes() != (folder / "alone" / file).read_bytes()
        ]
        print(f"  same bytes as a build from nothing: {'no: ' + ', '.join(other) if other else 'yes'}")
        shutil.rmtree(folder / "alone")


if __name__ == "__main__":
    main()
