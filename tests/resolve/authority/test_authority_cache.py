"""The cache keeps answers whole, tells what is wrong with its file, and lets several processes in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path  # noqa: TC003 - tests say what their fixtures are

import pytest

from kg.errors import ServiceError
from kg.resolve.authority.cache import MANIFEST, Cache, Kept

SERVICE = "https://films.example.org/api"


def kept(response: str, asked: str = "2026-11-21T12:00:00Z", query: str = '{"query":"Kip"}') -> Kept:
    return Kept(SERVICE, query, response, 200, asked)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".kg" / "authorities.sqlite"


def test_what_is_kept_is_found_again(path: Path) -> None:
    with Cache(path) as cache:
        cache.keep(kept("one"))
    with Cache(path) as cache:
        assert cache.get(SERVICE, '{"query":"Kip"}') == kept("one")


def test_what_was_never_kept_is_not_found(path: Path) -> None:
    with Cache(path) as cache:
        assert cache.get(SERVICE, "{}") is None


def test_an_answer_that_is_replaced_stays_in_the_history(path: Path) -> None:
    with Cache(path) as cache:
        for response in ("one", "two", "three"):
            cache.keep(kept(response))
        assert cache.get(SERVICE, '{"query":"Kip"}') == kept("three")
        assert [each.response for each in cache.history(SERVICE, '{"query":"Kip"}')] == ["one", "two"]


def test_the_answers_of_a_service_come_latest_first_without_its_manifest(path: Path) -> None:
    with Cache(path) as cache:
        cache.keep(kept("{}", query=MANIFEST))
        cache.keep(kept("old", "2025-01-01T00:00:00Z", "a"))
        cache.keep(kept("new", "2026-01-01T00:00:00Z", "b"))
        assert [each.response for each in cache.answers(SERVICE)] == ["new", "old"]


@pytest.mark.parametrize("text", ["'; DROP TABLE answers; --", "\x00", "🎬" * 1000, ""])
def test_any_text_is_data(path: Path, text: str) -> None:
    with Cache(path) as cache:
        cache.keep(kept(text, query=text))
        assert cache.get(SERVICE, text) == kept(text, query=text)


def test_a_file_that_is_no_database_says_what_to_do(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with pytest.raises(ServiceError, match="damaged") as error:
        Cache(path)
    assert "move the file away" in str(error.value)


def test_a_file_damaged_midway_says_what_to_do(path: Path) -> None:
    with Cache(path) as cache:
        for number in range(300):
            cache.keep(kept("x" * 500, query=str(number)))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(ServiceError, match="damaged"), Cache(path) as cache:
        cache.answers(SERVICE)


def test_somebody_elses_database_is_left_alone(path: Path) -> None:
    import sqlite3

    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE films (title TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(ServiceError, match="no cache of kg"):
        Cache(path)
    assert path.read_bytes() == before


def test_a_later_version_is_left_alone(path: Path) -> None:
    import sqlite3

    Cache(path).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version=2")
    other.close()
    with pytest.raises(ServiceError, match="later kg"):
        Cache(path)


def test_a_second_process_reads_while_the_first_has_it_open(path: Path) -> None:
    with Cache(path) as cache:
        cache.keep(kept("one"))
        code = (
            "import sys\nfrom pathlib import Path\nfrom kg.resolve.authority.cache import Cache\n"
            "with Cache(Path(sys.argv[1])) as c: print(c.answers(sys.argv[2])[0].response)"
        )
        done = subprocess.run([sys.executable, "-c", code, path, SERVICE], capture_output=True, text=True, check=True)
    assert done.stdout == "one\n"


def test_two_open_caches_both_write(path: Path) -> None:
    with Cache(path) as one, Cache(path) as other:
        one.keep(kept("one", query="a"))
        other.keep(kept("two", query="b"))
        assert {each.response for each in one.answers(SERVICE)} == {"one", "two"}


def test_a_writer_that_is_killed_leaves_what_it_had_kept(path: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom kg.resolve.authority.cache import Cache, Kept\n"
        "cache = Cache(Path(sys.argv[1]))\ncache.keep(Kept(sys.argv[2], 'a', 'whole', 200, 'x'))\n"
        "cache._store.execute('BEGIN IMMEDIATE')\n"
        "cache._store.execute(\"INSERT INTO answers VALUES ('s', 'half', '', 200, '')\")\n"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code, path, SERVICE], capture_output=True, check=False)
    assert done.returncode == -9
    with Cache(path) as cache:
        assert cache.get(SERVICE, "a") is not None
        assert cache.get("s", "half") is None
