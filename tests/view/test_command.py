"""`kg view …` as it is typed: the file that was asked for, and no other, in any locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

KG = str(Path(sys.executable).with_name("kg"))


def run(store: Path, folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [KG, "view", *words, "--store", str(store)],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | environment,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("film", "Kika"), "kika.html"),
        (("person", "Noee Abita"), "noee-abita.html"),
        (("company", "Wrong Men"), "wrong-men.html"),
        (("country", "Belgium"), "belgium.html"),
        (("path", "Robin Sykes", "Fabrice Bracq"), "robin-sykes-fabrice-bracq.html"),
        (("countries",), "country-co-productions.html"),
        (("companies",), "companies.html"),
        (("all",), "film-knowledge-graph.html"),
    ],
)
def test_it_writes_one_file_and_says_which(seeds_built: Any, tmp_path: Path, words: tuple[str, ...], name: str) -> None:
    done = run(seeds_built.store, tmp_path, *words)
    assert (done.stdout, [path.name for path in tmp_path.iterdir()]) == (name + "\n", [name])


def test_an_ascii_locale_gives_the_same_bytes(seeds_built: Any, tmp_path: Path) -> None:
    for name, locale in (("c", "C"), ("utf8", "C.UTF-8")):
        run(seeds_built.store, tmp_path, "film", "Kika", "--out", name, LC_ALL=locale, PYTHONUTF8="0")
    assert (tmp_path / "c").read_bytes() == (tmp_path / "utf8").read_bytes() != b""


def test_a_name_that_nothing_has_writes_no_file(seeds_built: Any, tmp_path: Path) -> None:
    done = run(seeds_built.store, tmp_path, "film", "Kikka")
    assert (done.returncode, "Kikka" in done.stderr, list(tmp_path.iterdir())) == (2, True, [])


def test_a_theme_that_is_none_writes_no_file(seeds_built: Any, tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('[light]\nfilm = "blue"\n', encoding="utf-8")
    done = run(seeds_built.store, tmp_path, "film", "Kika", "--theme", "theme.toml")
    assert (done.returncode, "'blue' is no colour" in done.stderr, len(list(tmp_path.iterdir()))) == (2, True, 1)


def test_a_theme_is_in_the_file(seeds_built: Any, tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('[dark]\nfilm = "#123456"\n', encoding="utf-8")
    run(seeds_built.store, tmp_path, "film", "Kika", "--theme", "theme.toml")
    assert ':root[data-theme="dark"] { --film: #123456; }' in (tmp_path / "kika.html").read_text(encoding="utf-8")
