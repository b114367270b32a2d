"""Replies: what goes back for a request, in the words of HTTP; errors are problems as RFC 9457 has them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import FilmgraphError, LimitError, QueryError, RefusedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.serve.accept import Form

__all__ = ["Reply", "problem", "problem_of", "unacceptable"]


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP status, headers, and a body."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def problem(status: int, what: str, *, where: str = "", do: str = "", **headers: str) -> Reply:
    """Give an error: `title` is what is wrong, `detail` what to do, `where` the place in what was sent."""
    said = {"title": what, "status": status, "where": where, "detail": do}
    body = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False) + "\n"
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, {"Content-Type": "application/problem+json", **more}, body.encode("utf-8", "replace"))


def unacceptable(what: str, forms: Iterable[Form]) -> Reply:
    """Give the reply to a request that accepts none of the forms that something has."""
    offered = ", ".join(each.media for each in forms)
    return problem(406, f"{what} is not to be had in this form", do=f"accept {offered}")


def problem_of(error: FilmgraphError) -> Reply:
    """Give one of our own errors as a problem."""
    if isinstance(error, LimitError):
        return problem(503, error.what, where=error.where, do=error.do, Retry_After="5")
    status = 403 if isinstance(error, RefusedError) else 400 if isinstance(error, QueryError | UsageError) else 500
    return problem(status, error.what, where=error.where, do=error.do)
