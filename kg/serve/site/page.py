"""Pages: templates in which all text is text, and what each of them needs of the request."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from starlette.responses import HTMLResponse

from kg.serve.site.asset import address
from kg.serve.site.link import address_of, is_elsewhere
from kg.view.kind import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from starlette.requests import Request

__all__ = ["NAME", "kind_id", "page", "script_block", "short"]

NAME = "Film graph"
"""What the site is called on its pages."""

# Controls, separators, and characters that turn the direction of what follows: a name stays in its place.
_UNRULY = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u200e\u200f\ufeff\ud800-\udfff]+")
_LONGEST = 300


def page(
    request: Request, template: str, status: int = 200, headers: Mapping[str, str] | None = None, **values: Any
) -> HTMLResponse:
    """Render a template for a request."""
    base = request.app.state.base
    text = (
        _environment()
        .get_template(template)
        .render(
            base=base,
            site=NAME,
            path=request.url.path,
            sought=request.query_params.get("q", "") if request.url.path == "/search" else "",
            link=lambda iri: address_of(iri, base),
            **values,
        )
    )
    return HTMLResponse(text.encode("utf-8", "replace"), status, headers=dict(headers or {}))


@cache
def _environment() -> Environment:
    from jinja2 import Environment as Templates
    from jinja2 import PackageLoader, StrictUndefined

    found = Templates(
        loader=PackageLoader("kg.serve.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(short=short, day=_day, dated=_dated, number=_number, words=_words, spans=_spans, clean=_clean)
    found.tests.update(elsewhere=is_elsewhere)
    found.globals.update(asset=address, kinds={kind.id: kind for kind in KINDS}, kind_id=kind_id)
    return found


def kind_id(class_name: str) -> str:
    """Give the kind of a class as the views know it, "" for one that is not drawn."""
    try:
        return KINDS[kind_of(class_name)].id
    except (StopIteration, ValueError):
        return ""


def short(text: str, most: int = _LONGEST) -> str:
    """Give a name on one line, without what turns its direction, and not endless."""
    line = " ".join(_UNRULY.sub(" ", text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _clean(text: str) -> str:
    """Give a passage of text as it is, but for what no page can hold."""
    return "".join(char if char in "\n\t" or not _UNRULY.fullmatch(char) else "\ufffd" for char in text)


def _day(text: str) -> str:
    """Give an ISO date as people write it: 17 September 2024, September 2024; what is none stays as it is."""
    try:
        found = date.fromisoformat(text + "-01-01"[len(text) - 4 :] if re.fullmatch(r"\d{4}(-\d\d)?", text) else text)
    except ValueError:
        return short(text, 40)
    return {4: f"{found:%Y}", 7: f"{found:%B %Y}"}.get(len(text), f"{found.day} {found:%B %Y}")


def _dated(text: str) -> str:
    """Give words with the ISO dates in them as people write them."""
    return re.sub(r"\b\d{4}-\d\d(-\d\d)?\b", lambda found: _day(found[0]), text)


def _number(count: int) -> str:
    return f"{count:,}"


def _words(name: str) -> str:
    """Give a variable's name in words: "otherName" is "other name"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name).lower()


def _spans(years: list[int]) -> str:
    """Give years as stretches: 2016, 2018–2020."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def script_block(data: Any) -> Markup:
    """Give JSON that no HTML parser can leave early."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, sort_keys=True)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - nothing in it can end its element
