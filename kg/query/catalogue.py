"""The catalogue: `queries/*.rq`, each a question in plain SPARQL 1.1 with a header of comments.

```
# Which films list both of two countries?        the question
# question: 5                                     its number, where it has one
# param: one Country - a country of origin        name, type, what it is
# needs: evidence                                 where evidence.trig must be loaded beside film-graph.ttl
```

A parameter is a variable in a one-row `VALUES` with its default, so that the file runs unchanged in any tool. Its
type is a class of the vocabulary (a label will do then) or string, integer, boolean, date, gYear, gYearMonth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.vocabulary import vocabulary

__all__ = ["LITERAL_TYPES", "NamedQuery", "Parameter", "catalogue", "find_query", "read_query"]

LITERAL_TYPES = ("string", "integer", "boolean", "date", "gYear", "gYearMonth")
_PARAM = re.compile(r"#\s*param:\s*(?P<name>\w+)\s+(?P<type>\w+)\s*-\s*(?P<about>.+)")
_NUMBER = re.compile(r"#\s*question:\s*(\d+)")
_NEEDS = re.compile(r"#\s*needs:\s*evidence")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that a caller may set: its type is a class of the vocabulary or a literal type."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the catalogue, or one read from a file: its text runs as it stands."""

    name: str
    question: str
    number: int | None
    parameters: tuple[Parameter, ...]
    needs_evidence: bool
    text: str
    path: str


def _folder() -> Path:
    """Give the folder of queries: a checkout's own, else the one that an installed package carries."""
    checkout = Path(__file__).resolve().parents[2] / "queries"
    return checkout if checkout.is_dir() else Path(__file__).resolve().parent / "queries"


def catalogue(folder: Path | None = None) -> list[NamedQuery]:
    """Give all named queries, those with a number first, in its order."""
    found = [read_query(path) for path in sorted((folder or _folder()).glob("*.rq"))]
    return sorted(found, key=lambda query: (query.number is None, query.number or 0, query.name))


def find_query(name: str, folder: Path | None = None) -> NamedQuery:
    """Give a query by its name, or from a file; raises QueryError with the nearest names."""
    folder = folder or _folder()
    if re.fullmatch(r"[\w-]+", name) and (folder / f"{name}.rq").is_file():
        return read_query(folder / f"{name}.rq")
    if Path(name).is_file():
        return read_query(Path(name))
    import difflib

    near = difflib.get_close_matches(name, [query.name for query in catalogue(folder)], 3, 0.4)
    raise QueryError(
        f"no query {name!r}", do=f"near: {', '.join(near)}" if near else "`kg queries` lists the named ones"
    )


def read_query(path: Path) -> NamedQuery:
    """Read a query file with its header; raises QueryError that names file and line for a header that is off."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot be read: {error}", where=str(path)) from None
    question, number, parameters, evidence = "", None, [], False
    for line_number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        if found := _NUMBER.fullmatch(line):
            number = int(found[1])
        elif found := _PARAM.fullmatch(line):
            parameters.append(_parameter(found, text, f"{path}:{line_number}"))
        elif _NEEDS.fullmatch(line):
            evidence = True
        elif not question:
            question = line.removeprefix("#").strip()
    return NamedQuery(path.stem, question, number, tuple(parameters), evidence, text, str(path))


def _parameter(found: re.Match[str], text: str, where: str) -> Parameter:
    name, kind = found["name"], found["type"]
    if kind not in LITERAL_TYPES and kind not in vocabulary().classes:
        raise QueryError(f"unknown type {kind!r} of parameter {name!r}", where=where)
    if not re.search(rf"VALUES\s+\?{name}\s*\{{", text):
        raise QueryError(f"parameter {name!r} has no VALUES row", where=where, do=f"write VALUES ?{name} {{ default }}")
    return Parameter(name, kind, found["about"].strip())
