"""Multipart forms (RFC 7578, RFC 2046): the files that somebody sends in one request, cut apart where they stand.

Bodies may be large, and a parser for mail reads them line by line and form within form; all that is wanted here is a
cut at each boundary.
"""

from __future__ import annotations

import re

from kg.errors import QueryError

__all__ = ["parts_of"]

_BOUNDARY = re.compile(r';\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70}))', re.IGNORECASE)
_TYPE = re.compile(rb"(?:^|\r\n)content-type:[ \t]*([^\r\n]{1,200})", re.IGNORECASE)
_CODED = re.compile(rb"(?:^|\r\n)content-transfer-encoding:[ \t]*(?!7bit|8bit|binary)", re.IGNORECASE)
_MOST = 100


def parts_of(content_type: str, body: bytes) -> list[tuple[str, bytes]]:
    """Give the Content-Type ("" where none is said) and the bytes of each part; raises QueryError for what is no form.

    A part without a type is a field, not a graph, and still given: who asked knows what to say of it.
    """
    said = _BOUNDARY.search(content_type)
    if not said:
        raise QueryError("a form without a boundary", where="Content-Type", do="multipart/form-data; boundary=…")
    mark = b"\r\n--" + (said[1] or said[2]).encode("latin-1")
    pieces = (b"\r\n" + body).split(mark, _MOST + 2)
    ends = [place for place, piece in enumerate(pieces) if place and piece.startswith(b"--")]
    if not ends:
        raise QueryError("a form that does not end", where="body", do="close it with the boundary and two dashes")
    inner = pieces[1 : ends[0]]
    if not inner or len(inner) > _MOST:
        raise QueryError(f"a form of {len(inner)} parts", where="body", do=f"send 1 to {_MOST} graphs")
    return [_part(piece) for piece in inner]


def _part(piece: bytes) -> tuple[str, bytes]:
    # Blanks may follow a boundary; then come headers, an empty line, and what was sent.
    head, empty, data = piece.lstrip(b" \t").partition(b"\r\n\r\n")
    if not empty or (head and not head.startswith(b"\r\n")):
        raise QueryError("a part without headers", where="body", do="say the Content-Type of each graph")
    if _CODED.search(head):
        raise QueryError("a part in a transfer encoding", where="body", do="send bytes as they are")
    kind = _TYPE.search(head)
    return (kind[1].decode("latin-1").strip() if kind else ""), data
