"""Requests over HTTP to a service: polite, bounded, and never anything but http and https.

Nothing here trusts the other side: how long an answer may take and how large it may be is limited, redirects lead to
addresses of the web only and never from https to http, and certificates are checked.
"""

from __future__ import annotations

import contextlib
import email.utils
import http.client
import time
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from kg import __version__
from kg.errors import UsageError
from kg.resolve.authority.address import proper
from kg.resolve.authority.plain import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Link", "Reply", "fetch"]

_AGENT = f"filmkg/{__version__} (+https://w3id.org/filmkg/)"
_REDIRECTS = 5
_BLOCK = 65_536
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Link:
    """How a service is reached: limits, patience, and the clock, which tests replace.

    `timeout` is for each wait on the network and `whole` for a whole answer, both in seconds; `largest` is the most
    bytes of an answer; `tries` how often a request is made where the service says 429 or 5xx, `pause` the seconds
    before the second try (each later one waits twice as long), `longest_pause` the most, whatever Retry-After says.
    """

    timeout: float = 10.0
    whole: float = 60.0
    largest: int = 8 * 1024 * 1024
    tries: int = 4
    pause: float = 1.0
    longest_pause: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer over HTTP: its status (0 where none came), its text, and in words why there is no good one.

    `kind` is its media type, in small letters and without parameters, `headers` are by names in small letters; an
    answer with another status than 200 has a text too, in which the service may say more.
    """

    status: int
    text: str = ""
    reason: str = ""
    kind: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class _Failure(Exception):  # noqa: N818 - never leaves this module
    """Why a request gave no answer, in words."""


def fetch(url: str, link: Link, body: bytes | None = None, form: str = "", accept: str = "application/json") -> Reply:
    """Ask one address (by POST where there is a body), patiently; what goes wrong is told in the Reply.

    `form` is the media type of the body, `accept` says which media types are wanted.
    """
    wanted = {"Accept": accept, **({"Content-Type": form} if body else {})}
    for number in range(1, link.tries + 1):
        try:
            status, headers, data = _follow(url, link, body, wanted)
        except _Failure as failure:
            return Reply(0, reason=str(failure))
        if status == 429 or 500 <= status < 600:
            if number < link.tries:
                link.sleep(_pause(headers, number, link))
            continue
        break
    said = {name.lower(): value for name, value in headers.items()}
    kind = said.get("content-type", "").partition(";")[0].strip().lower()
    if status != 200:
        tried = f", asked {number} times" if number > 1 else ""
        reason = f"HTTP {status} {http.client.responses.get(status, '')}".strip() + tried
        return Reply(status, data.decode("utf-8-sig", "replace"), reason, kind, said)
    try:
        return Reply(status, data.decode("utf-8-sig"), "", kind, said)
    except UnicodeDecodeError:
        return Reply(0, reason="the answer is not UTF-8")


def _pause(headers: Mapping[str, str], number: int, link: Link) -> float:
    """Give the seconds to wait: what Retry-After says (seconds or a date), else twice as long each time; bounded."""
    said = (headers.get("Retry-After") or "").strip()
    wanted = link.pause * 2.0 ** (number - 1)
    if said.isascii() and said.isdigit():
        wanted = float(said[:9])
    elif said:
        with contextlib.suppress(ValueError, TypeError):  # no date: as if nothing were said
            wanted = (email.utils.parsedate_to_datetime(said) - link.now()).total_seconds()
    return min(max(wanted, 0.0), link.longest_pause)


def _follow(
    url: str, link: Link, body: bytes | None, wanted: Mapping[str, str]
) -> tuple[int, Mapping[str, str], bytes]:
    """Ask, and go where redirects lead; a form is sent again, except after 303, which asks for a GET."""
    for _ in range(_REDIRECTS + 1):
        status, headers, data = _request(url, link, body, wanted)
        place = headers.get("Location")
        if status not in _MOVED or not place:
            return status, headers, data
        url = _next(url, place)
        body = None if status == 303 else body
    raise _Failure(f"more than {_REDIRECTS} redirects")


def _next(url: str, place: str) -> str:
    try:
        target = proper(urljoin(url, place))
    except (UsageError, ValueError):
        raise _Failure(f"it redirects to {shown(place[:200])}, where kg does not go") from None
    if url.startswith("https:") and not target.startswith("https:"):
        raise _Failure("it redirects from https to http")
    return target


def _request(
    url: str, link: Link, body: bytes | None, wanted: Mapping[str, str]
) -> tuple[int, Mapping[str, str], bytes]:
    headers = {name: value for name, value in wanted.items() if body or name != "Content-Type"}
    headers["User-Agent"] = _AGENT
    request = urllib.request.Request(url, body, headers)  # noqa: S310 - `proper` lets http and https through only
    until = link.monotonic() + link.whole
    try:
        with _opener(url).open(request, timeout=link.timeout) as response:
            return response.status, response.headers, _body(response, link, until)
    except TimeoutError:
        raise _Failure(f"no answer within {link.timeout:g} seconds") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        inner = getattr(error, "reason", error)
        if isinstance(inner, TimeoutError):
            raise _Failure(f"no answer within {link.timeout:g} seconds") from None
        raise _Failure(f"it cannot be reached: {shown(str(inner) or type(inner).__name__)}") from None


def _opener(url: str = "") -> urllib.request.OpenerDirector:
    """Give an opener that knows http and https and nothing else: it follows nothing and opens no files.

    The environment's proxies are used, but for what runs on this machine.
    """
    import ssl

    opener = urllib.request.OpenerDirector()
    opener.add_handler(urllib.request.ProxyHandler({} if _is_here(url) else None))
    opener.add_handler(urllib.request.HTTPHandler())
    opener.add_handler(urllib.request.HTTPSHandler(context=ssl.create_default_context()))
    opener.add_handler(urllib.request.UnknownHandler())
    return opener


def _is_here(url: str) -> bool:
    """Tell whether an address is one of this machine: localhost, or a loopback address."""
    import ipaddress

    host = urlsplit(url).hostname or ""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost" or host.endswith(".localhost")


def _body(response: Any, link: Link, until: float) -> bytes:
    told = response.headers.get("Content-Length")
    if told and told.isdigit() and int(told) > link.largest:
        raise _Failure(f"the answer is larger than {link.largest} bytes")
    data = bytearray()
    while block := response.read1(_BLOCK):
        data += block
        if len(data) > link.largest:
            raise _Failure(f"the answer is larger than {link.largest} bytes")
        if link.monotonic() > until:
            raise _Failure(f"the answer took longer than {link.whole:g} seconds")
    if told and told.isdigit() and len(data) < int(told):
        raise _Failure("the answer was cut off")
    return bytes(data)
