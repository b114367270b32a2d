"""The commands `kg queries` and `kg query`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli_view import STORE, StoreOption
from kg.errors import UsageError

__all__ = ["queries", "query"]

_OUT = Path("exports")
_FORMATS = "table, csv, tsv, json, xml, markdown, parquet; turtle or ntriples for graphs."
FormatOption = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help=_FORMATS)]


def queries() -> None:
    """List the named queries with their questions and parameters."""
    from kg.query import catalogue

    for query in catalogue():
        parameters = " ".join(f"--param {p.name}=…" for p in query.parameters)
        typer.echo(f"{query.name:<34}  {query.question}" + (f"\n{'':<36}{parameters}" if parameters else ""))


def query(
    name: Annotated[str | None, typer.Argument(help="A named query, or a file with SPARQL.")] = None,
    text: Annotated[str | None, typer.Option("-e", metavar="SPARQL", help="The query itself.")] = None,
    param: Annotated[list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A label or an IRI.")] = None,
    form: FormatOption = None,
    out_file: Annotated[
        Path | None, typer.Option("--out-file", metavar="FILE", help="Write there; its ending says the format.")
    ] = None,
    engine: Annotated[str | None, typer.Option("--engine", help="oxigraph (if none) or rdflib.")] = None,
    endpoint: Annotated[
        str | None, typer.Option("--endpoint", metavar="URL", help="Ask a SPARQL endpoint there instead.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the exports are.")] = _OUT,
    store: StoreOption = STORE,
) -> None:
    """Ask the graph: a named query, a file, or SPARQL typed here."""
    from kg.query.output import blocks, check_output, deliver, quietly

    if (name is None) == (text is None):
        raise UsageError("name a query, or give one with -e", do="`kg queries` lists the named ones")
    if endpoint and engine:
        raise UsageError("an endpoint has an engine of its own", do="give --endpoint or --engine")
    values: dict[str, str] = {}
    for each in param or ():
        key, sign, value = each.partition("=")
        if not sign:
            raise UsageError(f"--param {each!r} has no value", do="write it NAME=VALUE")
        values[key] = value
    form = check_output(form, out_file, terminal=sys.stdout.isatty())
    with quietly():
        from kg.query.command import ask

        found = ask(name, text, values, engine=engine or "oxigraph", store=store, exports=out, endpoint=endpoint)
        deliver(blocks(found, form), out_file)
    if found.cut:
        typer.echo(f"kg: not everything: {found.cut}", err=True)
