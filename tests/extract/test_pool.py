"""Reading in several processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from dying import dies_at_a_word, dies_once

from kg.document import Document
from kg.extract import read_all, read_document
from kg.extract.parcel import packed, unpacked
from kg.extract.pool import Pool, processes_for

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = [
    Document(f"golden/{path.parent.name}", path.read_text(encoding="utf-8"))
    for path in sorted(GOLDEN.glob("listing*/page.txt"))[:7]
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_parcel_holds_all_of_a_reading(page: Document) -> None:
    reading = read_document(page)
    assert unpacked(packed(reading), page) == reading


@pytest.mark.parametrize("chunk", [1, 3])
def test_a_pool_reads_what_one_process_reads(chunk: int) -> None:
    with Pool(2, chunk=chunk) as pool:
        assert read_all(PAGES, hands=pool) == read_all(PAGES)


def test_a_pool_can_be_used_again_after_it_was_left_midway() -> None:
    with Pool(2, chunk=1) as pool:
        next(pool.first(PAGES))
        assert [reading for reading, _ in pool.first(PAGES)] == [read_document(page) for page in PAGES]


def test_what_a_process_died_of_once_is_read_again(tmp_path: Path) -> None:
    pages = [
        Document(page.id, page.text, path=str(tmp_path / "died") if n == 4 else None) for n, page in enumerate(PAGES)
    ]
    with Pool(2, chunk=3, read=dies_once) as pool:
        found = [reading for reading, _ in pool.first(pages)]
    assert found == [read_document(page) for page in pages]
    assert (tmp_path / "died").exists()


def test_a_document_at_which_processes_die_fails_alone() -> None:
    deadly = Document("golden/a-deadly-one", PAGES[0].text + "\nDEADLY\n")
    with Pool(2, chunk=3, read=dies_at_a_word) as pool:
        found = read_all([*PAGES, deadly], hands=pool)
    assert [reading.kind for reading in found if reading.document.id == deadly.id] == ["failed"]
    assert [reading for reading in found if reading.document.id != deadly.id] == read_all(PAGES)


def test_few_documents_start_no_process() -> None:
    with Pool(2, chunk=len(PAGES)) as pool:
        assert read_all(PAGES, hands=pool) == read_all(PAGES)
        assert multiprocessing.active_children() == []


def test_no_process_is_left() -> None:
    with Pool(2, chunk=1) as pool:
        next(pool.first(PAGES))
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


INTERRUPTED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from kg.document import Document
from kg.extract.pool import Pool
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs tests in the background ignores it
    pages = [Document(f"golden/{number}", "Ana Ruiz directs Kika. " * 50) for number in range(4000)]
    with Pool(2, chunk=20) as pool:
        for number, _ in enumerate(pool.first(pages)):
            if number == 30:
                print(*[worker.process.pid for worker in pool._workers], flush=True)
                os.killpg(0, signal.SIGINT)
"""


def test_an_interruption_ends_all_processes(tmp_path: Path) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(Path(__file__).parents[2])],
        capture_output=True, text=True, check=False, start_new_session=True,
    )  # fmt: skip
    assert done.returncode == -signal.SIGINT
    assert done.stderr.count("KeyboardInterrupt") == 1
    for process in map(int, done.stdout.split()):
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.parametrize(("documents", "wanted", "processes"), [(1_999, None, 1), (10, 4, 4), (10, 0, 1)])
def test_a_pool_is_for_many_documents(documents: int, wanted: int | None, processes: int) -> None:
    assert processes_for(documents, wanted) == processes
