"""Titles with their credits behind a dash, and who sells the film at the end: "SALT – Director: NAME; Cast: NAME."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.facts import End, Fact, thing
from kg.extract.slot.namelists import companies_between, people_between

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["begins_with_title", "read_title_credits"]

_TITLE = re.compile(
    r"(?:[-•*·]\s*|\d+[.)]\s*)?[“\"«]?(?P<title>[^\W_a-zß-ÿ][^:;–—“”\"]{0,70}?)[”\"»]?\s+[–—-]\s+"
    r"(?=(?:Directors?|Dirs?\.?|Writer[ /]?-?[Dd]irector|Cast|Stars?|Starring)\s?:)"
)
_FIELD = re.compile(
    r"(?P<label>Directors?|Dirs?\.?|Writer[ /]?-?[Dd]irectors?|(?:Key )?Cast|Stars?|Starring|Producers?|Writers?|"
    r"Sellers?|(?:World |International |US |U\.S\. )?[Ss]ales(?: agents?)?)\s?:\s*(?P<value>[^;:]{2,200}?)\s*"
    r"(?=;|(?<![A-Z])\.(?:\s|$)|$|\.\s[A-Z])"
)
_ROLES = {
    "dir": ("directed",), "writer-dir": ("directed", "wrote"), "writer/dir": ("directed", "wrote"),
    "writer dir": ("directed", "wrote"), "cast": ("starredIn",), "key cast": ("starredIn",), "star": ("starredIn",),
    "producer": ("produced",), "writer": ("wrote",), "seller": ("sold",),
}  # fmt: skip
_RULE, _SCORE = "title-credits", 4.0


def read_title_credits(document: Document, first: int, last: int, focus: dict[str, End]) -> list[Fact]:
    """Read a line that begins with a title, a dash and a field of credits; the film becomes the focus."""
    head = _TITLE.match(document.text, first, last)
    if head is None:
        return []
    film = thing(head["title"].strip(), "Film", *head.span("title"))
    facts: list[Fact] = []
    for field in _FIELD.finditer(document.text, head.end(), last):
        roles = _roles(field["label"].casefold())
        of = companies_between if roles == ("sold",) else people_between
        facts += [
            Fact(who, role, film, film.first, field.end(), _RULE, _SCORE, main="object" if role == "directed" else "")
            for role in roles
            for who in of(document, *field.span("value"))
        ]
    if facts:
        focus["FILM"] = film
    return facts


def begins_with_title(document: Document, first: int, last: int) -> bool:
    """Tell whether a line of credits says itself whose they are."""
    return _TITLE.match(document.text, first, last) is not None


def _roles(label: str) -> tuple[str, ...]:
    """Give what a label says that the names behind it did."""
    if "sales" in label:
        return ("sold",)
    return next((roles for name, roles in _ROLES.items() if label.startswith(name)), ())
