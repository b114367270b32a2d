"""The place to ask in SPARQL: a field, its answer, and where a query went wrong."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from kg.errors import LimitError, QueryError
from kg.graph.namespace import Namespaces
from kg.graph.ontology import properties
from kg.query.engine import with_prefixes
from kg.serve.site.answer import answer_of, links_of
from kg.serve.site.failure import failure
from kg.serve.site.link import LONGEST_ADDRESS
from kg.serve.site.page import page
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

__all__ = ["Fault", "editor_page", "picture_page", "terms"]

_LONGEST_BODY = 1024 * 1024
_LONGEST_SHOWN = 400
_PLACE = re.compile(r":(\d+):(\d+)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a query, and where: `before` and `after` are its line up to there and from there on."""

    what: str
    do: str
    line: int = 0
    column: int = 0
    before: str = ""
    after: str = ""


async def editor_page(request: Request) -> Response:
    """Show the field, and where a query is given its answer beneath."""
    text = (await _form(request)).get("query", "").replace("\r\n", "\n")
    answer, fault, status = None, None, 200
    if text.strip():
        whole = with_prefixes(text)
        try:
            result = await request.app.state.desk.ask(whole)
            answer = await run_in_threadpool(answer_of, whole, result, request.app.state.labels, request.app.state.base)
        except QueryError as error:
            status = 503 if isinstance(error, LimitError) else 400
            fault = _fault(error, text, len(whole) - len(text))
    return page(request, "query.html", status, text=text, answer=answer, fault=fault, examples=_examples())


async def picture_page(request: Request) -> Response:
    """Draw the answer to a query as a network."""
    text = (await _form(request)).get("query", "")
    result = await request.app.state.desk.ask(with_prefixes(text))
    links = links_of(result, request.app.state.base)
    if not links:
        return failure(
            request, 400, "This answer has no links to draw.", do="Ask for two columns of things, or for a graph."
        )
    back = "/query?" + urlencode({"query": text})
    found = await request.app.state.desk.call(
        "answer",
        request.app.state.base,
        json.dumps(links),
        "An answer",
        back if len(back) < LONGEST_ADDRESS else "/query",
    )
    return Response(found, media_type="text/html; charset=utf-8")


async def _form(request: Request) -> Mapping[str, str]:
    """Give the fields of a form that came in the address or in the body; raises HTTPException for what is none."""
    if request.method != "POST":
        return request.query_params
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "Send it as a form.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _LONGEST_BODY:
            raise HTTPException(413, "A query has at most 256 kB.")
    fields = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return dict(fields)


def _fault(error: QueryError, text: str, added: int) -> Fault:
    """Say where in the text as it was typed a query went wrong; our prefixes stand before its first line."""
    place = _PLACE.search(error.where)
    if not place:
        return Fault(error.what, error.do)
    do = "" if error.do == "mend the query" else error.do
    number, column = int(place[1]), int(place[2])
    column -= added if number == 1 else 0
    lines = text.split("\n")
    if not (1 <= number <= len(lines) and column >= 1):
        return Fault(error.what, error.do)
    line = lines[number - 1]
    before = line[max(0, column - 1 - _LONGEST_SHOWN) : column - 1]
    return Fault(error.what, do, number, column, before, line[column - 1 : column - 1 + _LONGEST_SHOWN])


@cache
def _examples() -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads(
        files("kg.serve.site").joinpath("examples.toml").read_text(encoding="utf-8")
    )["example"]
    return found


async def terms(request: Request) -> Response:
    """Give what the editor offers to complete: prefixes, classes and predicates, each with what it means."""
    names = Namespaces(request.app.state.base)
    table = vocabulary()
    rows = [{"term": f"{prefix}:", "kind": "prefix", "about": iri} for prefix, iri in names.prefixes.items()]
    rows += [{"term": f"kg:{name}", "kind": "class", "about": row.definition} for name, row in table.classes.items()]
    for name, row in table.predicates.items():
        ends = " → ".join(", ".join(side) for side in (row.subjects, row.objects)).replace("literal:", "")
        rows.append({"term": f"kg:{name}", "kind": "property", "about": f"{row.label}: {ends}"})
    rows += [
        {"term": f"kg:{name}", "kind": "property", "about": about}
        for name, (_, _, about) in properties().items()
        if name not in table.predicates
    ]
    rows += [{"term": "rdfs:label", "kind": "property", "about": "the name"}]
    body = json.dumps(sorted(rows, key=lambda row: row["term"].casefold()), ensure_ascii=False)
    return Response(body, media_type="application/json", headers={"Cache-Control": "public, max-age=3600"})
