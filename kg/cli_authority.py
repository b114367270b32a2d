"""The commands `kg reconcile` and `kg match`: candidates of other registers, and what a person decides about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.claim import Claim
    from kg.resolve import Resolution
    from kg.resolve.authority.reconcile import Mode

__all__ = ["match", "reconcile"]

_CACHE = Path(".kg/authorities.sqlite")
_KINDS = ("film", "person", "company")

ServiceArgument = Annotated[str, typer.Argument(metavar="SERVICE", help="The address of a reconciliation service.")]
CacheOption = Annotated[Path, typer.Option("--cache", metavar="FILE", help="Where answers are kept.")]
OutOption = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the exports are.")]
IdentityOption = Annotated[
    Path, typer.Option("--identity", metavar="FOLDER", help="Judgements and issued IRIs, under version control.")
]


def reconcile(
    service: ServiceArgument,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Which ones; all of the type if none.")
    ] = None,
    kind: Annotated[str, typer.Option("--type", metavar="TYPE", help="film, person or company.")] = "film",
    limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="Candidates for each.")] = 3,
    mode: Annotated[
        str, typer.Option("--mode", help="online (cache first), offline (cache only) or refresh (ask anew).")
    ] = "online",
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, csv or json.")] = "table",
    properties: Annotated[
        list[str] | None,
        typer.Option(
            "--property", metavar="FACT=ID", help="What goes along instead of the defaults, such as film.director=P57."
        ),
    ] = None,
    settings: Annotated[
        Path | None, typer.Option("--settings", metavar="FILE", help="The service's types and properties, as TOML.")
    ] = None,
    cache: CacheOption = _CACHE,
    out: OutOption = Path("exports"),
    identity: IdentityOption = Path("identity"),
) -> None:
    """Ask a reconciliation service (Wikidata's or another) what our films, people or companies may be there."""
    from kg.resolve.authority import read_matches
    from kg.resolve.authority.candidate import entities_of, facts_of
    from kg.resolve.authority.decide import decided, find_entity
    from kg.resolve.authority.reconcile import MODES
    from kg.resolve.authority.reconcile import reconcile as run
    from kg.resolve.authority.report import FORMATS, report
    from kg.resolve.authority.settings import options, read_settings

    for option, given, allowed in (("type", kind, _KINDS), ("mode", mode, MODES), ("format", form, FORMATS)):
        if given not in allowed:
            raise UsageError(f"--{option} {given!r} is not known", do=f"one of {', '.join(allowed)}")
    chosen = options(properties or (), read_settings(settings) if settings else None)
    claims, resolution = _graph(out, identity)
    entities = entities_of(resolution, kind)
    if names:
        wanted = {find_entity(resolution, name, kind).iri for name in names}
        entities = [each for each in entities if each.iri in wanted]
    found = run(
        service, kind, entities, facts_of(claims, resolution),
        cache=cache, mode=cast("Mode", mode), settings=chosen, limit=limit,
    )  # fmt: skip
    known = decided(read_matches(identity / "matches.jsonl"), resolution)
    typer.echo(report(found, form, known), nl=False)
    faults, unanswered = sum(bool(one.fault) for one in found), sum(one.unanswered for one in found)
    if faults or unanswered:
        typer.echo(f"kg: of {len(found)}, {faults} failed and {unanswered} are unanswered", err=True)
    if faults:
        raise typer.Exit(1)


def match(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="A name, or a key such as film/kika.")],
    service: ServiceArgument,
    id: Annotated[str, typer.Argument(metavar="ID", help="The candidate's id, as `kg reconcile` shows it.")],  # noqa: A002
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")],
    reject: Annotated[bool, typer.Option("--reject", help="Say that it is another thing.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take back what was decided.")] = False,
    who: Annotated[str, typer.Option("--who", metavar="NAME", help="Who decides; your user name if none.")] = "",
    cache: CacheOption = _CACHE,
    out: OutOption = Path("exports"),
    identity: IdentityOption = Path("identity"),
) -> None:
    """Accept a candidate as the same thing, or reject it; the next build says what is accepted."""
    import getpass
    from datetime import UTC, datetime

    from kg.resolve.authority import append_match, read_matches
    from kg.resolve.authority.decide import decide, find_entity, mention_of
    from kg.resolve.authority.plain import shown

    if reject and withdraw:
        raise UsageError("--reject and --withdraw say different things", do="give one of them")
    if not why.strip():
        raise UsageError("--why is empty", do="say in a sentence how you know")
    _, resolution = _graph(out, identity)
    ours = find_entity(resolution, entity)
    path = identity / "matches.jsonl"
    made = decide(
        "rejected" if reject else "withdrawn" if withdraw else "accepted",
        ours,
        mention_of(ours, resolution),
        service,
        id,
        cache=cache,
        before=read_matches(path),
        who=who.strip() or getpass.getuser(),
        when=datetime.now(UTC).date().isoformat(),
        why=why.strip(),
    )
    append_match(path, made)
    typer.echo(f"{path}: {made.verdict} {shown(made.identifier)} ({shown(made.name)}) for {ours.iri}")


def _graph(out: Path, identity: Path) -> tuple[tuple[Claim, ...], Resolution]:
    """Read the claims of the last build and say which entity each mention is."""
    from kg.built import read_built

    built = read_built(out, identity, _CACHE.parent)
    return built.claims, built.resolution
