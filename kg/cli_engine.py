"""`kg build --engine spark`: a build on a cluster."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.build import Places

__all__ = ["ENGINES", "ConfOption", "EngineOption", "MasterOption", "build_on_engine"]

ENGINES = ("process", "spark")
EngineOption = Annotated[
    str, typer.Option("--engine", metavar="ENGINE", help="process (this one), or spark: part files for many machines.")
]
MasterOption = Annotated[
    str, typer.Option("--master", metavar="MASTER", help="Where Spark runs: local[2], spark://host:7077, yarn, …")
]
ConfOption = Annotated[
    list[str] | None, typer.Option("--conf", metavar="KEY=VALUE", help="A property of Spark; as often as needed.")
]


def build_on_engine(engine: str, places: Places, master: str, conf: Sequence[str]) -> None:
    """Build on Spark, and say what came of it; raises UsageError for an unknown engine or a setting that is none."""
    if engine not in ENGINES:
        raise UsageError(f"no engine {engine!r}", do=" or ".join(ENGINES))
    settings = dict(each.partition("=")[::2] for each in conf)
    wrong = next((key for key in settings if not key.startswith("spark.") or not settings[key]), None)
    if wrong is not None:
        raise UsageError(f"{wrong!r} is no setting of Spark", do="--conf spark.executor.memory=4g")
    from kg.engine.build import build_on_spark
    from kg.engine.session import spark_session

    terminal = sys.stderr.isatty()
    with spark_session(master, settings) as spark:
        built = build_on_spark(spark, places, lambda step: typer.echo(f"  {step} …", err=True) if terminal else None)
    for problem in built.problems:
        typer.echo(f"kg: {problem}", err=True)
    counts = ", ".join(f"{count} {name}" for name, count in built.counts.items())
    typer.echo(f"{places.out}: {counts}, in {len(built.parts)} parts")
    if built.problems:
        raise typer.Exit(1)
