"""The commands `kg review`, `kg split` and `kg undo`: who is who, decided by people and kept as data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli_view import STORE, StoreOption
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.built import Built
    from kg.resolve.identity import Identity
    from kg.resolve.judgement import Judged, Judgement
    from kg.resolve.review import Question

__all__ = ["review", "split", "undo"]

OutOption = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the exports are.")]
IdentityOption = Annotated[
    Path, typer.Option("--identity", metavar="FOLDER", help="Judgements and issued IRIs, under version control.")
]
WhoOption = Annotated[str, typer.Option("--who", metavar="NAME", help="Who decides; your user name if none.")]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]
_OUT, _IDENTITY = Path("exports"), Path("identity")
_CSV = (".csv", ".tsv")


def review(
    kind: Annotated[str, typer.Option("--type", metavar="TYPE", help="Only person, work or company.")] = "",
    pattern: Annotated[str, typer.Option("--pattern", help="Only one kind of difference, as shown.")] = "",
    unsure: Annotated[bool, typer.Option("--unsure", help="Ask again what somebody was unsure of.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many questions.")] = 1_000_000,
    listed: Annotated[bool, typer.Option("--list", help="List the questions and ask none.")] = False,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE", help="Write them as .csv, or as .ijson: nomenklatura's rows."),
    ] = None,
    taken: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take in the judgements of such a file.")
    ] = None,
    who: WhoOption = "",
    out: OutOption = _OUT,
    identity: IdentityOption = _IDENTITY,
    store: StoreOption = STORE,
) -> None:
    """Judge names that may be one, the answers worth most first; one key a decision."""
    from kg.cli_review import Session, lines_of
    from kg.resolve.review import questions

    built = _built(out, identity, store)
    asked = questions(_found(built), built.claims, built.judgements, unsure=unsure)
    asked = [one for one in asked if kind in ("", one.family) and pattern in ("", one.verdict.pattern)][:limit]
    if taken is not None:
        _take_in(taken, built, identity, who)
    elif export is not None:
        _give_out(export, built, asked)
    elif listed:
        for number, one in enumerate(asked, 1):
            for line in lines_of(one, built, number, len(asked), short=True):
                typer.echo(line)
        typer.echo(f"{len(asked)} open")
    else:
        Session(built, identity / "decisions.jsonl", _who(who), _today()).run(asked)


def split(
    one: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    other: Annotated[str, typer.Argument(metavar="[NAME]", help="The name that is somebody or something else.")] = "",
    document: Annotated[
        str, typer.Option("--document", metavar="ID", help="Instead: the document in which NAME is another.")
    ] = "",
    why: WhyOption = "",
    who: WhoOption = "",
    out: OutOption = _OUT,
    identity: IdentityOption = _IDENTITY,
    store: StoreOption = STORE,
) -> None:
    """Say that two names, or one name in two documents, are two things; the next build parts them."""
    from kg.resolve.judgement import Judged, Judgement, add_judgements

    if bool(other) == bool(document):
        raise UsageError("name what is another", do='kg split "A" "B", or kg split "A" --document ID')
    built = _built(out, identity, store)
    left = _mention(built, one)
    if other:
        right = _mention(built, other, left.type)
    else:
        places = sorted(_documents(built, left))
        if document not in places:
            raise UsageError(f"{one!r} does not stand in {document!r}", do=f"one of {', '.join(places)}")
        if len(places) < 2:
            raise UsageError(f"{one!r} stands in that document alone", do="there is nothing to part")
        right = Judged(left.type, left.name, document)
        left = Judged(left.type, left.name, next(place for place in places if place != document))
    made = Judgement("different", left, right, None, _who(who), _today(), why.strip() or "kg split", 0)
    add_judgements(identity / "decisions.jsonl", [made])
    typer.echo(f"{identity / 'decisions.jsonl'}: {left.name} and {right.name} are two; run `kg build`")


def undo(
    line: Annotated[int, typer.Argument(metavar="[LINE]", help="The line of the judgement; the last if none.")] = 0,
    why: WhyOption = "",
    who: WhoOption = "",
    identity: IdentityOption = _IDENTITY,
) -> None:
    """Take back a judgement; what was judged is open again, as if nobody had said anything."""
    from kg.resolve.judgement import Judgement, add_judgements, in_force, read_judgements

    path = identity / "decisions.jsonl"
    holding = {each.line: each for each in in_force(read_judgements(path), unsure=True)}
    if not holding:
        raise UsageError("no judgement is in force", where=str(path), do="there is nothing to take back")
    number = line or max(holding)
    if number not in holding:
        raise UsageError(
            f"line {number} holds no judgement that is in force",
            where=str(path),
            do=f"one of {', '.join(map(str, sorted(holding)))}",
        )
    gone = holding[number]
    reason = why.strip() or f"takes back line {number}"
    add_judgements(path, [Judgement("withdrawn", gone.left, gone.right, None, _who(who), _today(), reason, 0)])
    names = gone.left.name + (f" and {gone.right.name}" if gone.right else "")
    typer.echo(f"{path}: {gone.kind!r} of {names} is taken back; run `kg build`")


def _built(out: Path, identity: Path, store: Path) -> Built:
    from kg.built import read_built

    return read_built(out, identity, store.parent)


def _found(built: Built) -> Identity:
    found = built.resolution.identity
    if found is None:
        raise UsageError("nothing was resolved", do="run `kg build`")
    return found


def _who(who: str) -> str:
    import getpass

    return who.strip() or getpass.getuser()


def _today() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()


def _mention(built: Built, name: str, kind: str = "") -> Judged:
    """Give the mention of a name as somebody types it; raises UsageError for one that is not there or is several."""
    import difflib

    from kg.resolve.judgement import Judged
    from kg.resolve.key import family_of
    from kg.resolve.name import loose

    every = {(each_kind, each) for _, each_kind, each in built.resolution.by_mention}
    exact = sorted(pair for pair in every if pair[1] == name) or sorted(
        pair for pair in every if loose(pair[1]) == loose(name)
    )
    found = [pair for pair in exact if not kind or family_of(pair[0]) == family_of(kind)]
    if not found:
        near = difflib.get_close_matches(name, sorted({each for _, each in every}), 3, 0.6)
        do = f"did you mean {' or '.join(map(repr, near))}?" if near else "`kg query` lists what there is"
        raise UsageError(f"no text names {name!r}", do=do)
    if len({family_of(each) for each, _ in found}) > 1:
        kinds = ", ".join(sorted({each for each, _ in found}))
        raise UsageError(f"{name!r} is several things: {kinds}", do="name the other one first")
    return Judged(*found[0])


def _documents(built: Built, judged: Judged) -> set[str]:
    from kg.resolve.key import key_of

    identity = _found(built)
    return set(identity.known.documents[key_of(judged.mention)])


def _give_out(path: Path, built: Built, asked: list[Question]) -> None:
    from kg.cli_review import sentence
    from kg.files import write_bytes
    from kg.resolve.rows import to_csv, to_nomenklatura

    if path.suffix.lower() in _CSV:
        text = to_csv(asked, lambda judged: sentence(built, judged))
    else:
        text = "".join(to_nomenklatura(asked, lambda judged: _iri(built, judged)))
    write_bytes(path, text.encode("utf-8"))
    typer.echo(f"{path}: {len(asked)} questions")


def _take_in(path: Path, built: Built, identity: Path, who: str) -> None:
    from kg.resolve.judgement import add_judgements
    from kg.resolve.rows import from_csv, from_nomenklatura

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"not UTF-8: {error}", where=str(path), do="save it as UTF-8") from error
    found: list[Judgement]
    if path.suffix.lower() in _CSV:
        found = from_csv(text, str(path), who=_who(who), when=_today())
    else:
        mentions = _mentions_by_iri(built)
        found = from_nomenklatura(text, str(path), mentions.get, who=_who(who), when=_today())
    said = {(each.kind, each.pair) for each in built.judgements}
    fresh = [each for each in found if (each.kind, each.pair) not in said]
    if fresh:
        add_judgements(identity / "decisions.jsonl", fresh)
    known = f", {len(found) - len(fresh)} known already" if len(found) > len(fresh) else ""
    typer.echo(f"{identity / 'decisions.jsonl'}: {len(fresh)} judgements taken in{known}; run `kg build`")


def _iri(built: Built, judged: Judged) -> str:
    return str(built.resolution.by_mention[judged.document or "", judged.type, judged.name].iri)


def _mentions_by_iri(built: Built) -> dict[str, Judged]:
    from kg.resolve.judgement import Judged

    found: dict[str, Judged] = {}
    for (document, kind, name), entity in sorted(built.resolution.by_mention.items(), reverse=True):
        if name == entity.label or entity.iri not in found:
            found[entity.iri] = Judged(kind, name, document)
    return found
