"""Addresses of services: of the web, and fit to be written into files."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from kg.errors import UsageError
from kg.resolve.authority.plain import shown

__all__ = ["proper"]


def proper(url: str) -> str:
    """Give the address of a service without its fragment.

    Raises UsageError for one that is not http(s), has no host, or holds a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UsageError(f"no address: {shown(url)!r} ({error})", do="give one like https://…/api") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise UsageError(f"no address of a service: {shown(url)!r}", do="give one that begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise UsageError("the address holds a user or password", do="leave them out: addresses are kept in files")
    if any(char.isspace() or ord(char) < 33 or ord(char) > 126 for char in url):
        raise UsageError(f"no address of a service: {shown(url)!r}", do="write it in ASCII, without spaces")
    return urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))
