"""What went wrong, as a page for browsers and as application/problem+json (RFC 9457) for others; never how."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from kg.errors import FilmgraphError, LimitError, QueryError, RefusedError
from kg.serve.accept import best
from kg.serve.site.page import page, short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import Request

    from kg.serve.desk import Named

__all__ = ["failure", "handlers"]

_TITLES = {
    400: "This cannot be asked so",
    403: "This is not done here",
    404: "There is no such page",
    405: "This is not done so here",
    406: "There is no such form of it",
    413: "This is too much at once",
    414: "This address is too long",
    415: "This cannot be read",
    500: "Something went wrong here",
    503: "This takes too long just now",
}
_LOG = logging.getLogger(__name__)


def failure(
    request: Request, status: int, detail: str, *, do: str = "", near: Sequence[Named] = (), sought: str = ""
) -> Response:
    """Answer that something cannot be had: `detail` says what, `do` what to do; `near` are things of such names."""
    title = _TITLES.get(status, "This did not work")
    headers = {"Vary": "Accept", "Cache-Control": "no-store"} | ({"Retry-After": "5"} if status == 503 else {})
    wanted = best(request.headers.get("accept", ""), ("application/problem+json", "application/json", "text/html"))
    if wanted == "text/html":
        return page(
            request, "failure.html", status, headers, title=title, code=status, detail=short(detail, 1000),
            do=short(do, 1000), near=near, wanted=sought,
        )  # fmt: skip
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if do:
        body["do"] = do
    return Response(json.dumps(body), status, headers, "application/problem+json")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = {404: "Nothing stands at this address.", 405: "This address does not take such a request."}
    response = failure(request, error.status_code, detail.get(error.status_code, error.detail))
    response.headers.update(error.headers or {})
    return response


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, FilmgraphError)
    status = _status(error)
    if status == 500:
        # What a file is called on this machine is nobody's business.
        _LOG.error("%s", error)
        return failure(request, 500, "The graph cannot be read just now.")
    return failure(request, status, error.what, do=error.do)


def _status(error: FilmgraphError) -> int:
    kinds = ((LimitError, 503), (RefusedError, 403), (QueryError, 400))
    return next((status for kind, status in kinds if isinstance(error, kind)), 500)


async def _any(request: Request, error: Exception) -> Response:
    _LOG.error("%s: %s at %s", type(error).__name__, str(error)[:300], request.url.path)
    detail = "The fault is ours, and nothing that you did."
    try:
        return failure(request, 500, detail)
    except Exception:  # a page that cannot say what went wrong must still say that it did
        return Response(json.dumps({"title": _TITLES[500], "status": 500}), 500, None, "application/problem+json")


def handlers() -> dict[Any, Callable[[Request, Exception], Any]]:
    """Give what Starlette takes as `exception_handlers`."""
    return {HTTPException: _http, FilmgraphError: _ours, Exception: _any}
