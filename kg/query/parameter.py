"""Parameters: values become terms, and terms take the place of the default in a `VALUES` row.

Nothing is pasted into the text of a query: a value is an IRI that holds no character that could end it, or a literal
with every such character escaped.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import QueryError
from kg.graph.namespace import DEFAULT_BASE, XSD, is_iri
from kg.graph.term import literal
from kg.query.catalogue import LITERAL_TYPES
from kg.query.guard import tokens
from kg.resolve.name import loose

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from kg.query.catalogue import NamedQuery, Parameter

    Names: TypeAlias = "Callable[[str], Iterable[tuple[str, str]]] | NameIndex"

__all__ = ["NameIndex", "bind", "defaults", "term_of"]


class NameIndex(Protocol):
    """What finds things by name without listing all names of a class, as `kg.graph.labels.Labels` does."""

    def named(self, value: str, kind: str) -> list[str]:
        """Give the IRIs of what a value names."""
        ...

    def search(self, text: str, kinds: Collection[str] = (), limit: int = 20) -> Sequence[Any]:
        """Give things with names (`label`) near to a text."""
        ...


_FORMS = {
    "integer": re.compile(r"[+-]?[0-9]{1,18}"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
    "gYear": re.compile(r"[0-9]{4}"),
    "gYearMonth": re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])"),
}


def bind(query: NamedQuery, values: Mapping[str, str], labels: Names) -> str:
    """Give the query's text with each value bound; what is not given keeps its default.

    `labels` is an index of names, or gives (IRI, name) of all things of a class.
    Raises QueryError for a parameter that the query does not have, and for a value that its type does not allow.
    """
    parameters = {parameter.name: parameter for parameter in query.parameters}
    terms: dict[str, str] = {}
    for name, value in values.items():
        if name not in parameters:
            raise QueryError(f"{query.name} has no parameter {name!r}", do=f"it has {', '.join(parameters) or 'none'}")
        terms[name] = term_of(parameters[name], value, labels)
    # All rows are found in the query as it was written: a value that looks like a row is never taken for one.
    text, end = "", 0
    rows = _rows(query.text)
    for name in terms:
        if not any(row[0] == name for row in rows):
            raise QueryError(f"parameter {name!r} has no VALUES row", where=query.path, do=f"VALUES ?{name} {{ … }}")
    for name, start, stop in rows:
        if name in terms:
            text += f"{query.text[end:start]} {terms[name]} "
            end = stop
    return text + query.text[end:]


def defaults(query: NamedQuery) -> dict[str, str]:
    """Give the default of each parameter as the term that stands in the query's text."""
    wanted = {parameter.name for parameter in query.parameters}
    return {name: query.text[start:end].strip() for name, start, end in _rows(query.text) if name in wanted}


def _rows(text: str) -> list[tuple[str, int, int]]:
    """Find each `VALUES ?name { … }`: the name, and from where to where between the braces."""
    found = [token for token in tokens(text) if token.lastgroup != "comment"]
    rows = []
    for place, (word, variable, brace) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        if word[0].upper() == "VALUES" and variable.lastgroup == "variable" and brace[0] == "{":
            close = next((token for token in found[place + 3 :] if token[0] == "}"), None)
            if close:
                rows.append((variable[0][1:], brace.end(), close.start()))
    return rows


def term_of(parameter: Parameter, value: str, labels: Names) -> str:
    """Give a value as a term of SPARQL: a literal of the parameter's type, or the IRI of what it names."""
    if parameter.type in LITERAL_TYPES:
        form = _FORMS.get(parameter.type)
        value = value.lower() if parameter.type == "boolean" else value
        if form and not form.fullmatch(value):
            raise QueryError(f"{parameter.name}: {value!r} is no {parameter.type}", do=parameter.about)
        return _portable(literal(value, XSD + parameter.type))
    if is_iri(value):
        return f"<{value}>"
    if callable(labels):
        known = list(labels(parameter.type))
        found, near = _named(value, known), difflib.get_close_matches(value, [label for _, label in known], 3, 0.5)
    else:
        found = labels.named(value, parameter.type)
        near = [] if found else [each.label for each in labels.search(value, (parameter.type,), 3)]
    if len(found) == 1:
        return f"<{found[0]}>"
    if found:
        raise QueryError(f"{parameter.name}: {value!r} names {len(found)} things", do=f"one of {', '.join(found)}")
    raise QueryError(
        f"{parameter.name}: no {parameter.type} is called {value!r}",
        do=f"near: {', '.join(near)}" if near else "give a label as the views show it, or an IRI",
    )


def _portable(term: str) -> str:
    r"""Give a literal that every engine reads alike, whether it decodes escapes before it parses or in strings only.

    A backslash before a `u` would begin an escape for the former, and rdflib takes up to eight digits after any `u`.
    """

    def written(found: re.Match[str]) -> str:
        if found[1]:
            return f"\\U0000{found[1]}"
        return f"\\\\\\U{ord(found[2]):08X}" if found[2] else found[0]

    return re.sub(r"\\u([0-9A-Fa-f]{4})|\\\\([uU])|\\.", written, term)


def _named(value: str, known: list[tuple[str, str]]) -> list[str]:
    """Find by exact label, then by local IRI (film/kika, or film:kika as tables show it), then by folded label."""
    exact = sorted({iri for iri, label in known if label == value})
    local = sorted(
        {iri for iri, _ in known if iri in (DEFAULT_BASE + value, DEFAULT_BASE + value.replace(":", "/", 1))}
    )
    return exact or local or sorted({iri for iri, label in known if loose(label) == loose(value)})
