"""The command `kg serve`: the graph on this machine's loopback, for browsers and programs."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from kg.cli_view import STORE, StoreOption

__all__ = ["serve"]

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    store: StoreOption = STORE,
    host: Annotated[str, typer.Option("--host", help="The address to listen at; loopback unless you name one.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", help="The port; 0 takes any that is free.")] = 8765,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="A host name that requests may come under; several if repeated.")
    ] = None,
    cors: Annotated[
        list[str] | None, typer.Option("--cors", metavar="ORIGIN", help="A site whose pages may read answers.")
    ] = None,
    scratch: Annotated[
        Path | None, typer.Option("--scratch", metavar="FOLDER", help="Serve a dataset to write to, instead.")
    ] = None,
    token: Annotated[
        str | None, typer.Option("--token", envvar="KG_TOKEN", help="What writing needs; made up if none is given.")
    ] = None,
    service: Annotated[
        list[str] | None, typer.Option("--allow-service", metavar="IRI", help="An endpoint that SERVICE may ask.")
    ] = None,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="What a query may take.")] = 10.0,
    memory: Annotated[int, typer.Option("--memory", min=256, metavar="MIB", help="Memory of a worker.")] = 2048,
    rows: Annotated[int, typer.Option("--rows", min=1, help="Rows that an answer may have.")] = 10_000,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Queries that run side by side.")] = 8,
) -> None:
    """Answer questions over HTTP: SPARQL, pages, reconciliation. Ctrl-C ends it."""
    import secrets

    from kg.errors import UsageError
    from kg.graph.namespace import DEFAULT_BASE
    from kg.serve.app import Settings
    from kg.serve.limits import Limits, Source
    from kg.serve.run import listen, run

    if token is not None and not scratch:
        raise UsageError("a built graph is only read, so there is nothing to write", do="add --scratch FOLDER")
    made = token or (secrets.token_urlsafe(24) if scratch else None)
    limits = Limits(seconds=seconds, memory=memory << 20, rows=rows, workers=workers)
    source = Source(scratch or store, DEFAULT_BASE, scratch is not None, tuple(service or ()))
    hosts = frozenset(name or ()) | ({host} if host in _LOOPBACK else set())
    open_to_all = host not in _LOOPBACK and not name
    settings = Settings(source, limits, None if open_to_all else hosts, tuple(cors or ()), made)
    at = listen(host, port)
    shown = f"[{host}]" if ":" in host else host

    def ready() -> None:
        typer.echo(f"http://{shown}:{at.getsockname()[1]}/")
        if scratch and not token:
            typer.echo(f"writing needs the token {made}")

    with at:
        run(settings, at, ready)
