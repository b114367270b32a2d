"""The commands `kg view …`: each writes one view as a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    from kg.view import Theme, View

__all__ = ["STORE", "StoreOption", "ThemeOption", "view_app"]

view_app = typer.Typer(help="Write one view as a file of its own.", no_args_is_help=True)

StoreOption = Annotated[Path, typer.Option("--store", metavar="FOLDER", help="Where the store is.")]
STORE = Path(".kg/store")
_LAYOUT = Path("exports/layout.json")
ViewOut = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The file; the name with .html if none.")]
ThemeOption = Annotated[
    Path | None, typer.Option("--theme", metavar="FILE", help="Colours: TOML with tables [light] and [dark].")
]
NameArgument = Annotated[str, typer.Argument(help="A name, a key such as film/kika, or an IRI.")]


def _write_view(
    make: Callable[..., View], names: tuple[str, ...], out: Path | None, theme: Path | None, store: Path
) -> None:
    from kg.graph.store import open_store
    from kg.network import view_graph
    from kg.resolve.ledger import slug
    from kg.view import read_theme

    colours = None if theme is None else read_theme(theme)
    view = make(view_graph(open_store(store)), *names, theme=colours)
    typer.echo(str(view.write(out or Path(f"{slug(' '.join(names) or view.title) or 'view'}.html"))))


@view_app.command("film")
def view_film(name: NameArgument, out: ViewOut = None, theme: ThemeOption = None, store: StoreOption = STORE) -> None:
    """A film and its neighbourhood."""
    from kg.view import film_view

    _write_view(film_view, (name,), out, theme, store)


@view_app.command("person")
def view_person(name: NameArgument, out: ViewOut = None, theme: ThemeOption = None, store: StoreOption = STORE) -> None:
    """A person, and who shares works with them."""
    from kg.view import person_view

    _write_view(person_view, (name,), out, theme, store)


@view_app.command("company")
def view_company(
    name: NameArgument, out: ViewOut = None, theme: ThemeOption = None, store: StoreOption = STORE
) -> None:
    """A company and its partners."""
    from kg.view import company_view

    _write_view(company_view, (name,), out, theme, store)


@view_app.command("country")
def view_country(
    name: NameArgument, out: ViewOut = None, theme: ThemeOption = None, store: StoreOption = STORE
) -> None:
    """A country, its works, and the countries that it makes works with."""
    from kg.view import country_view

    _write_view(country_view, (name,), out, theme, store)


@view_app.command("path")
def view_path(
    source: NameArgument,
    target: NameArgument,
    countries: Annotated[bool, typer.Option("--countries", help="Also go through countries and places.")] = False,
    out: ViewOut = None,
    theme: ThemeOption = None,
    store: StoreOption = STORE,
) -> None:
    """How two things are connected, with the sentence of each step."""
    from functools import partial

    from kg.view import path_view

    _write_view(partial(path_view, countries=countries), (source, target), out, theme, store)


@view_app.command("countries")
def view_countries(out: ViewOut = None, theme: ThemeOption = None, store: StoreOption = STORE) -> None:
    """Which countries make works together."""
    from kg.view import countries_view

    _write_view(countries_view, (), out, theme, store)


@view_app.command("companies")
def view_companies(out: ViewOut = None, theme: ThemeOption = None, store: StoreOption = STORE) -> None:
    """Who produces, sells, distributes and funds with whom."""
    from kg.view import companies_view

    _write_view(companies_view, (), out, theme, store)


@view_app.command("all")
def view_all(
    out: ViewOut = None,
    theme: ThemeOption = None,
    layout: Annotated[Path, typer.Option("--layout", metavar="FILE", help="Where things stand.")] = _LAYOUT,
    store: StoreOption = STORE,
) -> None:
    """All views in one file, as a build writes it to index.html."""
    from kg.network import lay_out, read_layout
    from kg.view import index_view

    def make(graph: nx.MultiDiGraph[str], *, theme: Theme | None) -> View:
        return index_view(graph, lay_out(graph, read_layout(layout)), theme=theme)

    _write_view(make, (), out, theme, store)
