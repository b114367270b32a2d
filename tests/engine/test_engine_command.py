"""The commands of the engine say what is wrong before anything is started."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def kg(*arguments: str) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-m", "kg.cli", *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_an_engine_that_nobody_knows_is_refused_with_those_that_are_there() -> None:
    assert kg("build", "--engine", "hadoop") == (2, "kg: no engine 'hadoop' (process or spark)\n")


@pytest.mark.parametrize("setting", ["spark.executor.memory", "spark.executor.memory=", "executor.memory=4g"])
def test_what_is_no_setting_of_spark_is_refused(setting: str) -> None:
    code, said = kg("build", "--engine", "spark", "--conf", setting)
    assert (code, "is no setting of Spark" in said) == (2, True)


def test_a_folder_without_parts_is_not_loaded(tmp_path: Path) -> None:
    code, said = kg("load", str(tmp_path), "--endpoint", "http://127.0.0.1:7878/store")
    assert (code, "no list of parts" in said) == (1, True)
