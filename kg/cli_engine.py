"""`kg build --engine spark` and `kg load`: a build on a cluster, and its way into a SPARQL endpoint."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.build import Places

__all__ = ["ENGINES", "ConfOption", "EngineOption", "MasterOption", "build_on_engine", "load"]

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


def build_on_engine(
    engine: str, places: Places, master: str, conf: Sequence[str], taken: Callable[[Path], None] | None = None
) -> None:
    """Build on Spark, and say what came of it; `taken` is told where another build is at work.

    Raises UsageError for an unknown engine or a setting that is none.
    """
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
        say = (lambda step: typer.echo(f"  {step} …", err=True)) if terminal else (lambda _: None)
        built = build_on_spark(spark, places, say, taken)
    for problem in built.problems:
        typer.echo(f"kg: {problem}", err=True)
    counts = ", ".join(f"{count} {name}" for name, count in built.counts.items())
    typer.echo(f"{places.out}: {counts}, in {len(built.parts)} parts")
    if built.problems:
        raise typer.Exit(1)


def load(
    parts: Annotated[Path, typer.Argument(metavar="PARTS", help="The folder of a build by `--engine spark`.")],
    endpoint: Annotated[
        str, typer.Option("--endpoint", metavar="URL", help="A graph store (SPARQL 1.1 Graph Store Protocol).")
    ],
    token: Annotated[
        str | None, typer.Option("--token", envvar="KG_TOKEN", help="What writing needs: Authorization: Bearer …")
    ] = None,
) -> None:
    """Send a graph in parts to a SPARQL 1.1 endpoint; said again, it goes on where it was stopped."""
    from kg.engine.load import load_parts

    terminal = sys.stderr.isatty()

    def say(done: int, whole: int) -> None:
        if terminal:
            typer.echo(f"\r  {done} of {whole} statements", err=True, nl=done == whole)

    loaded = load_parts(parts, endpoint, token=token or "", say=say)
    earlier = f" ({loaded.before} were there)" if loaded.before else ""
    typer.echo(f"{endpoint}: {loaded.statements} statements in {loaded.requests} requests{earlier}")
