"""What a request to `/sparql` asks: a query or an update, its dataset, and the form of the answer.

SPARQL 1.1 Protocol, 2.1 and 2.2: a query comes by GET, by POST as a form, or by POST as it is; an update by POST.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.serve.incoming import media_type, parameters
from kg.serve.reply import Reply, problem

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Asked", "asked_of", "one", "unwritten"]

_FORM = "application/x-www-form-urlencoded"
_QUERY, _UPDATE = "application/sparql-query", "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, or an update, and what was sent beside it (lists of values by parameter)."""

    text: str
    update: bool
    parameters: Mapping[str, list[str]]

    def values(self, name: str) -> list[str]:
        """Give the values of a parameter, none where it was not sent."""
        return self.parameters.get(name, [])


def asked_of(head: Mapping[str, Any], body: bytes) -> Asked | Reply:
    """Give what a request asks, or the Reply to one whose media type is not known; raises QueryError otherwise."""
    sent = parameters(head["address"].encode("latin-1"), "address")
    if not head["post"]:
        if "update" in sent:
            raise QueryError("an update by GET", where="address", do="send it by POST")
        return Asked(one(sent, "query"), False, sent)
    media, charset = media_type(head["media"])
    if charset not in ("", "utf-8", "utf8"):
        return problem(415, f"charset {charset[:40]!r}", do="send UTF-8")
    if media == _FORM:
        for name, values in parameters(body, "form").items():
            sent.setdefault(name, []).extend(values)
        if ("query" in sent) == ("update" in sent):
            raise QueryError("a form needs either query or update", where="form", do="send one of them")
        update = "update" in sent
        return Asked(one(sent, "update" if update else "query"), update, sent)
    if media not in (_QUERY, _UPDATE):
        return problem(415, f"{media[:100] or 'no media type'}: not known here", do=f"{_QUERY}, {_UPDATE} or {_FORM}")
    if "query" in sent or "update" in sent:
        raise QueryError("both in the address and in the body", where="address", do="send one of them")
    try:
        return Asked(body.decode("utf-8"), media == _UPDATE, sent)
    except UnicodeDecodeError as error:
        raise QueryError(f"not UTF-8: {error.reason} at byte {error.start}", where="body") from None


def one(sent: Mapping[str, list[str]], name: str) -> str:
    """Give the value of a parameter that stands once; raises QueryError where it stands more often."""
    values = sent[name]
    if len(values) > 1:
        raise QueryError(f"{len(values)} times {name}", where="request", do="send one")
    return values[0]


def unwritten(*, scratch: bool) -> Reply:
    """Give the refusal of a request that would write: a built graph is never written, a scratch dataset by token."""
    if scratch:
        return problem(401, "writing needs the token", do="Authorization: Bearer …", WWW_Authenticate="Bearer")
    return problem(403, "a built graph is only read", do="serve a scratch dataset: kg serve --scratch")
