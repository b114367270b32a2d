"""A session of Spark: found, started on a master, and ended."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["spark_session"]

# What a build needs whatever the cluster: part files whose content depends on the input alone (nothing is joined or
# split by what happens to be measured), and one attempt at a time at each part.
_NEEDED = {
    "spark.sql.adaptive.enabled": "false",
    "spark.speculation": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}
# What is better so, unless somebody says otherwise.
_USUAL = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.task.maxFailures": "8",
    "spark.python.worker.reuse": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "200",
    "spark.sql.session.timeZone": "UTC",
}
_ERROR = re.compile(r"(?:kg\.errors\.)?[A-Za-z]*Error: ")
_LOCAL = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}


@contextlib.contextmanager
def spark_session(master: str, settings: Mapping[str, str] | None = None) -> Iterator[Any]:
    """Give a session on `master`; `settings` are properties of Spark that go before those chosen here.

    On this machine (`local[2]`, `local-cluster[2,1,1024]`) nothing listens but on loopback. Raises UsageError where
    pyspark or Java is missing, or the master does not answer, and BuildError for what Spark gives up in the block.
    """
    with warnings.catch_warnings():
        # It asks for pandas, which nothing here uses, and of an earlier version than others here want.
        warnings.filterwarnings("ignore", ".*pandas >= 3", FutureWarning)
        yield from _session(master, dict(settings or {}))


def _session(master: str, asked: Mapping[str, str]) -> Iterator[Any]:
    try:
        import pyspark
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("the engine needs Spark", do="pip install 'filmkg[spark]', and install Java 17") from None
    here = master.startswith("local")
    with _environment(Path(pyspark.__file__).parent, here):
        builder = SparkSession.builder.master(master).appName("filmkg")
        for key, value in {**_USUAL, **(_LOCAL if here else {}), **asked, **_NEEDED}.items():
            builder = builder.config(key, value)
        try:
            session = builder.getOrCreate()
        except (PySparkException, OSError, RuntimeError) as error:
            said = str(error).strip().splitlines()[0][:300] if str(error).strip() else type(error).__name__
            raise UsageError(
                f"Spark does not start: {said}", where=master, do="is Java 17 there, and the master up?"
            ) from None
        session.sparkContext.setLogLevel(asked.get("spark.log.level", "ERROR"))
        try:
            yield session
        except PySparkException as error:
            raise BuildError(
                f"Spark gave up: {_reason(str(error))}", where=master, do="see all of it with --debug"
            ) from error
        finally:
            session.stop()


def _reason(said: str) -> str:
    """Give what a task said in the end: the line below a Python traceback that names the error, else the first."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if _ERROR.match(line)]
    return (errors[-1] if errors else lines[0] if lines else "no reason given")[:300]


@contextlib.contextmanager
def _environment(home: Path, here: bool) -> Iterator[None]:
    """Tell Spark's processes where Spark is (an installed pyspark is all of it) and which Python runs the workers."""
    told = {"SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    if here:
        # Without a name of its own the machine would be looked up, which takes long where nobody answers.
        told |= {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_LOCAL_HOSTNAME": "localhost"}
    added = {name: value for name, value in told.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)
