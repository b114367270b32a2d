"""The command `kg`: thin. It parses, calls, and renders; what it calls lives in the rooms."""

from __future__ import annotations

import contextlib
import errno
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg import __version__
from kg.cli_authority import match, reconcile
from kg.cli_engine import ConfOption, EngineOption, MasterOption, build_on_engine, load
from kg.cli_identity import review, split, undo
from kg.cli_query import queries, query
from kg.cli_serve import serve
from kg.cli_view import STORE, StoreOption, ThemeOption, view_app
from kg.errors import FilmgraphError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.build import Places

__all__ = ["app", "main"]

app = typer.Typer(
    name="kg",
    help="Read film-trade text, get a graph in which every edge can show the sentence that it came from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
network_app = typer.Typer(help="Measure the networks behind the views.", no_args_is_help=True)
app.add_typer(view_app, name="view")
app.add_typer(network_app, name="network")

SourcesArgument = Annotated[
    list[Path] | None, typer.Argument(metavar="[SOURCE]...", help="Folders or files of documents; seeds if none.")
]
OutOption = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the exports are.")]
IdentityOption = Annotated[
    Path, typer.Option("--identity", metavar="FOLDER", help="Judgements and issued IRIs, under version control.")
]
_OUT = Path("exports")
_IDENTITY = Path("identity")
_DO = {
    errno.ENOSPC: "make room and run it again; what was there before is whole",
    errno.EDQUOT: "make room and run it again; what was there before is whole",
    errno.EROFS: "name a folder that can be written to",
    errno.EACCES: "name a folder that you may write to, or have it made yours",
}


def main() -> None:
    """Run the command line; errors are one line on standard error, a traceback only with --debug."""
    debug = "--debug" in sys.argv
    if debug:
        sys.argv.remove("--debug")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except FilmgraphError as error:
        if debug:
            raise
        _fail(str(error), error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None
    except OSError as error:
        if debug:
            raise
        do = _DO.get(error.errno or 0, "check space and permissions")
        _fail(f"{error.filename or 'a file'}: {error.strerror or error} ({do})", 1)
    except Exception as error:
        if debug:
            raise
        _fail(f"unexpected {type(error).__name__}: {error} (this is a fault of kg: report it with --debug)", 1)
    except KeyboardInterrupt:
        _fail("stopped; what was there before is whole", 130)


def _fail(message: str, code: int) -> None:
    typer.echo(f"kg: {message}", err=True)
    raise SystemExit(code)


def _places(
    sources: Iterable[Path] | None, out: Path = _OUT, store: Path = STORE, identity: Path = _IDENTITY
) -> Places:
    from kg.build import Places

    return Places(tuple(sources or (Path("seeds"),)), out, store, identity)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
) -> None:
    del version, debug


@app.command()
def build(
    sources: SourcesArgument = None,
    out: OutOption = _OUT,
    store: StoreOption = STORE,
    identity: IdentityOption = _IDENTITY,
    theme: ThemeOption = None,
    wait: Annotated[bool, typer.Option("--wait", help="Wait where another build is at work; Ctrl-C leaves.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="Processes that read (default: what the documents are worth).")
    ] = None,
    engine: EngineOption = "process",
    master: MasterOption = "local[2]",
    conf: ConfOption = None,
) -> None:
    """Read documents and write claims, Turtle, views and the store."""
    from dataclasses import replace

    from kg.build import build as run
    from kg.build import unchanged
    from kg.progress import Progress

    places = replace(_places(sources, out, store, identity), theme=theme)
    if engine != "process":
        with _stoppable():
            build_on_engine(engine, places, master, conf or [], _wait if wait else None)
        return
    report = unchanged(places)
    if report is None:
        with _stoppable(), Progress() as progress:
            report = run(places, progress.say, progress.count, jobs=jobs, taken=_wait if wait else None)
    for problem in report.problems:
        typer.echo(f"kg: {problem}", err=True)
    counts = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    typer.echo(f"{places.out}: {counts}" + ("" if report.fresh else " (unchanged)"))
    if report.problems:
        raise typer.Exit(1)


def _wait(folder: Path) -> None:
    typer.echo(f"kg: {folder}: another build is at work; waiting for it (Ctrl-C leaves)", err=True)


class _StoppedError(BaseException):
    """Ctrl-C or SIGTERM, by the signal's number; no `except Exception` holds it up."""


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end a block in good order: it clears up, one line says so, the exit code is 130 or 143."""

    def stop(number: int, _: object) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)  # whoever asks twice would only stop the clearing up
        raise _StoppedError(number)

    usual = (signal.SIG_DFL, signal.default_int_handler)  # what is ignored, as in the background, stays ignored
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    before = {each: handler for each, handler in before.items() if handler in usual}
    try:
        for each in before:
            signal.signal(each, stop)
        yield
    except _StoppedError as stopped:
        typer.echo("kg: stopped; what was there before is whole", err=True)
        raise typer.Exit(128 + stopped.args[0]) from None
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@app.command()
def verify(sources: SourcesArgument = None, out: OutOption = _OUT, identity: IdentityOption = _IDENTITY) -> None:
    """Prove every claim: read sources and exports afresh and find each name in the words it came from."""
    from kg.read import read_sources
    from kg.resolve.authority import read_matches
    from kg.verify import verify as run

    places = _places(sources, identity=identity)
    verdict = run(read_sources(places.sources), out, read_matches(places.matches))
    for fault in verdict.faults:
        typer.echo(fault)
    typer.echo(f"{verdict.proven} of {verdict.claims} claims proven")
    if verdict.faults or verdict.proven < verdict.claims or not verdict.claims:
        raise typer.Exit(1)


@app.command()
def coverage(
    sources: SourcesArgument = None,
    unread: Annotated[bool, typer.Option("--unread", help="Show only lines that nothing read.")] = False,
) -> None:
    """Show what became of every line: read, ignored by a named rule, or unread. ‹…› marks unread words."""
    from kg.extract import read_all
    from kg.extract.coverage import marked
    from kg.read import read_sources

    found = read_sources(_places(sources).sources)
    missed = 0
    for reading in read_all(found.documents):
        typer.echo(f"{reading.document.id}  {reading.kind} ({reading.confidence:.2f})")
        for line in reading.lines:
            missed += line.outcome == "unread"
            if line.outcome == "unread" or not unread:
                text = marked(reading.document, line)
                typer.echo(f"  {line.number:>4}  {line.outcome:<7}  {line.rule:<24}  {text}")
    typer.echo(f"{missed} lines unread")
    for problem in found.problems:
        typer.echo(f"kg: {problem}", err=True)
    if found.problems:
        raise typer.Exit(1)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Facts read by hand: a .jsonl file, or a folder of pages with theirs.")],
    sources: Annotated[
        list[Path] | None, typer.Argument(metavar="[SOURCE]...", help="The documents; seeds if none.")
    ] = None,
    scorecard: Annotated[
        Path | None, typer.Option("--scorecard", metavar="FILE", help="Write a row for each page of the folder.")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option("--compare", metavar="FILE", help="Fail where a page falls below this scorecard.")
    ] = None,
    identity: Annotated[
        bool, typer.Option("--identity", help="GOLD and further files hold pairs of names that are one or two.")
    ] = False,
) -> None:
    """Score the extractors against facts that a person read, or the rules of identity against labelled pairs."""
    if identity:
        _evaluate_identity([gold, *(sources or [])])
        return
    from kg.extract import read_all
    from kg.extract.score.evaluate import evaluate as run
    from kg.extract.score.gold import read_gold
    from kg.extract.score.scorecard import falls, read_scorecard, render, score_pages, write_scorecard
    from kg.files import write_bytes
    from kg.read import read_sources

    if scorecard or compare:
        rows = score_pages(gold)
        worse = falls(read_scorecard(compare.read_text(encoding="utf-8")), rows) if compare else []
        if scorecard:
            write_bytes(scorecard, write_scorecard(rows).encode())
        for line in worse or [f"{len(rows)} pages, none below the scorecard" if compare else f"wrote {scorecard}"]:
            typer.echo(line)
        raise typer.Exit(1 if worse else 0)
    facts = read_gold(gold)
    readings = read_all(read_sources(_places(sources or ([gold] if gold.is_dir() else None)).sources).documents)
    claims = [claim for reading in readings for claim in reading.claims]
    for line in render(run(claims, facts, {reading.document.id: reading.kind for reading in readings})):
        typer.echo(line)


def _evaluate_identity(files: Iterable[Path]) -> None:
    from kg.resolve.evaluation import read_pairs, render

    pairs = [pair for file in files for pair in read_pairs(file)]
    for line in render(pairs):
        typer.echo(line)


app.command()(queries)
app.command()(query)


@app.command()
def why(
    names: Annotated[list[str], typer.Argument(metavar="NAME [NAME]", help="One name, or two.")],
    sources: Annotated[list[Path] | None, typer.Option("--source", help="The documents; seeds if none.")] = None,
    identity: IdentityOption = _IDENTITY,
) -> None:
    """Print the claims about one name, or those that link two: document, line, sentence, rule, judgement."""
    from kg.build import read_and_resolve
    from kg.graph.why import why as run
    from kg.resolve import read_judgements

    if len(names) > 2:
        raise UsageError("one name or two", do='kg why "Parkings" "Valéry Rosier"')
    places = _places(sources, identity=identity)
    readings, resolution = read_and_resolve(places)
    claims = [claim for reading in readings for claim in reading.claims]
    documents = [reading.document for reading in readings]
    found = run(claims, resolution, documents, *names, judgements=read_judgements(places.decisions))
    _explain(found)
    if not found:
        typer.echo("nothing links them; `kg why-not` says what is known of each")
        raise typer.Exit(1)


@app.command("why-not")
def why_not(
    one: Annotated[str, typer.Argument(metavar="NAME")],
    other: Annotated[str, typer.Argument(metavar="NAME")],
    sources: Annotated[list[Path] | None, typer.Option("--source", help="The documents; seeds if none.")] = None,
    identity: IdentityOption = _IDENTITY,
) -> None:
    """Say what is known of two names, and that nothing links them (or what does)."""
    from kg.build import read_and_resolve
    from kg.graph.explanation import why_not_lines
    from kg.graph.why import why_not as run
    from kg.resolve import read_judgements

    places = _places(sources, identity=identity)
    readings, resolution = read_and_resolve(places)
    claims = [claim for reading in readings for claim in reading.claims]
    documents = [reading.document for reading in readings]
    for line in why_not_lines(
        run(claims, resolution, documents, one, other, judgements=read_judgements(places.decisions))
    ):
        typer.echo(line)


def _explain(found: Iterable[Any]) -> None:
    from kg.graph.explanation import lines

    for explanation in found:
        for line in lines(explanation):
            typer.echo(line)
        typer.echo("")


@app.command()
def validate(
    out: OutOption = _OUT,
) -> None:
    """Hold the exported graph against the SHACL shapes of the vocabulary."""
    from kg.graph.validate import validate as run

    findings = run(out)
    for finding in findings:
        typer.echo(f"{finding.focus}: {finding.path}: {finding.message}")
    typer.echo(f"{len(findings)} findings" if findings else "the graph conforms")
    if findings:
        raise typer.Exit(1)


@app.command()
def export(
    form: Annotated[
        str, typer.Argument(metavar="FORMAT", help="ntriples, nquads, turtle, trig, jsonld, rdfxml, graphml, gexf.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")],
    store: StoreOption = STORE,
) -> None:
    """Write the graph in another format; GraphML and GEXF hold the network for Gephi."""
    from kg.graph.export import export as run
    from kg.graph.store import open_store

    run(open_store(store), form, out)
    typer.echo(str(out))


@network_app.command("measures")
def network_measures(
    network: Annotated[str, typer.Argument(help="countries, companies or people.")] = "countries",
    stated: Annotated[
        bool, typer.Option("--stated/--no-stated", help="Count country pairs that a text states without a work.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=0, help="How many nodes of a large network are told.")] = 20,
    sample: Annotated[
        int, typer.Option("--sample", min=1, help="From how many nodes of a large network betweenness is estimated.")
    ] = 100,
    store: StoreOption = STORE,
) -> None:
    """Print size, density, betweenness and triangles; of a large network PageRank and communities too."""
    from kg.graph.columns import columns_of_store
    from kg.graph.store import open_store
    from kg.network import company_network, country_network, measures, view_graph
    from kg.network.links import NETWORKS, projection
    from kg.network.survey import LARGE, survey

    if network not in NETWORKS:
        raise UsageError(f"no network {network!r}", do=f"{', '.join(NETWORKS[:-1])} or {NETWORKS[-1]}")
    columns = columns_of_store(store)
    if columns is not None:
        links = projection(columns, network, stated=stated)
        found = (
            measures(links.graph(columns)) if len(links) <= LARGE else survey(columns, links, most=limit, sample=sample)
        )
    elif network == "people":
        raise UsageError("there are no columns beside the store", where=str(store), do="run `kg build`")
    else:
        graph = view_graph(open_store(store))
        found = measures(country_network(graph, stated=stated) if network == "countries" else company_network(graph))
    for measure in found:
        typer.echo(f"{measure.measure:<16}  {measure.of:<28}  {measure.value}")


app.command()(reconcile)
app.command()(match)
app.command()(review)
app.command()(split)
app.command()(undo)
app.command()(serve)
app.command()(load)

if __name__ == "__main__":
    main()
