"""Named questions as pages: the question in words, its parameters as a form, the answer beneath."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from kg.errors import LimitError, QueryError
from kg.graph.namespace import is_iri
from kg.graph.term import split_literal
from kg.query.catalogue import LITERAL_TYPES, catalogue
from kg.query.parameter import bind, defaults
from kg.serve.site.answer import answer_of
from kg.serve.site.failure import failure
from kg.serve.site.page import page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from kg.query.catalogue import NamedQuery, Parameter
    from kg.serve.desk import Labels, Named

__all__ = ["Field", "Group", "groups", "question_page"]

_LONGEST_VALUE = 1000
_INPUTS = {"integer": "number", "date": "date", "gYear": "number", "gYearMonth": "month", "boolean": "select"}


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one kind, under a heading."""

    title: str
    questions: tuple[NamedQuery, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter in the form: `input` is its kind of field, `choices` what a name may mean where it is several."""

    name: str
    about: str
    kind: str
    input: str
    value: str
    fault: str = ""
    choices: tuple[Named, ...] = ()


@cache
def _headings() -> tuple[tuple[int, str, re.Pattern[str]], ...]:
    table = tomllib.loads(files("kg.serve.site").joinpath("questions.toml").read_text(encoding="utf-8"))
    return tuple((row["turn"], row["title"], re.compile(row["names"])) for row in table["group"])


def groups() -> list[Group]:
    """Give all questions of the catalogue under their headings; each stands under the one whose turn is first."""
    found: dict[str, list[NamedQuery]] = {title: [] for _, title, _ in _headings()}
    for query in _catalogue():
        _, title = min((turn, title) for turn, title, names in _headings() if names.search(query.name))
        found[title].append(query)
    return [Group(title, tuple(queries)) for title, queries in found.items() if queries]


@cache
def _catalogue() -> tuple[NamedQuery, ...]:
    return tuple(catalogue())


async def question_page(request: Request) -> Response:
    """Answer one question, with the parameters that the address gives or their defaults."""
    name = request.path_params["name"]
    query = next((query for query in _catalogue() if query.name == name), None)
    if query is None:
        return failure(request, 404, f"There is no question {name!r}.", do="The first page lists all questions.")
    given = {
        key: request.query_params[key] for key in request.query_params if key in {p.name for p in query.parameters}
    }
    fields, values = await run_in_threadpool(_read, query, given, request.app.state.labels)
    text = query.text
    faults = any(field.fault for field in fields)
    answer, fault, status = None, "", 400 if faults else 200
    if not faults:
        try:
            text = bind(query, values, lambda _: ())
            result = await request.app.state.desk.ask(text)
            answer = await run_in_threadpool(answer_of, text, result, request.app.state.labels, request.app.state.base)
        except QueryError as error:
            status, fault = 503 if isinstance(error, LimitError) else 400, str(error.what)
    return page(
        request, "question.html", status, question=query, fields=fields, answer=answer, fault=fault, text=text,
        editor=_body(text),
    )  # fmt: skip


def _body(text: str) -> str:
    """Give a query without the lines of its header that only the catalogue reads."""
    return re.sub(r"\A(?:#[^\n]*\n|\s*\n)+", "", text)


def _read(query: NamedQuery, given: Mapping[str, str], labels: Labels) -> tuple[list[Field], dict[str, str]]:
    """Give the fields of the form, and the values (IRIs in place of names) of those without fault."""
    fields, values = [], {}
    standard = defaults(query)
    for parameter in query.parameters:
        field = _field(parameter, given.get(parameter.name), standard.get(parameter.name, ""), labels)
        if parameter.name in given:
            field, value = _meant(parameter, field, labels)
            if not field.fault:
                values[parameter.name] = value
        fields.append(field)
    return fields, values


def _field(parameter: Parameter, given: str | None, standard: str, labels: Labels) -> Field:
    value = given
    if value is None:
        value = _plain(standard)
        found = labels.get(value) if is_iri(value) else None
        value = found.label if found else value
    kind = _INPUTS.get(parameter.type, "text")
    return Field(parameter.name, parameter.about, parameter.type, kind, value[:_LONGEST_VALUE])


def _plain(term: str) -> str:
    """Give a default as it is typed into a field."""
    if term.startswith("<"):
        return term[1:-1]
    literal = re.sub(r"\^\^(\w+):(\w+)$", r"^^<\1:\2>", term)
    return split_literal(literal)[0] if literal.startswith('"') else term


def _meant(parameter: Parameter, field: Field, labels: Labels) -> tuple[Field, str]:
    """Give a field with what is wrong with its value, and the value to bind."""
    value = field.value.strip()
    if not value:
        return replace(field, fault="Say something here."), ""
    if parameter.type in LITERAL_TYPES:
        from kg.query.parameter import term_of

        try:
            term_of(parameter, value, lambda _: ())
        except QueryError:
            return replace(field, fault=_wanted(parameter)), ""
        return field, value
    if is_iri(value):
        return field, value
    found = labels.named(value, parameter.type)
    if len(found) == 1:
        return field, found[0]
    kinds = (parameter.type,)
    near: Sequence[Named] = [named for iri in found[:10] if (named := labels.get(iri))]
    if found:
        return replace(field, fault=f"{len(found)} are called so. Which one?", choices=tuple(near)), ""
    near = labels.search(value, kinds, 5)
    fault = "Nothing is called so. Did you mean one of these?" if near else "Nothing is called so."
    return replace(field, fault=fault, choices=tuple(near)), ""


def _wanted(parameter: Parameter) -> str:
    wanted = {
        "integer": "This wants a whole number.",
        "date": "This wants a date such as 2024-09-17.",
        "gYear": "This wants a year such as 2024.",
        "gYearMonth": "This wants a month such as 2024-09.",
        "boolean": "This wants yes or no.",
    }
    return wanted.get(parameter.type, "This value does not fit.")
