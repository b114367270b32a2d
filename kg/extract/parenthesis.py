"""Parentheses: what a sentence says in passing, so that it can be read a second time without it.

"NAME – whose previous film was shown in Cannes – is shooting TITLE" says of NAME two things; patterns that read
words one after the other find the second one only where the first is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.news import Sentence, read_phrases

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.names import Known

__all__ = ["read_without"]

_PARENTHESES = re.compile(
    r"(?<=\w) [–—-] [^–—\n]{4,200}? [–—-](?= \w)"  # "NAME – TITLE’s maker – is"
    r"|(?<=\w)[”\"’]? ?\([^()\n]{2,160}\)(?=[ ,])"  # "NAME (TITLE, TITLE) is"
    r"|(?<=\w)[”\"’]?, (?:who|whose|which|where|known for|best known for|formerly|himself|herself|"
    r"(?:a|an|the) (?=[a-z]))[^,;:()\n]{4,160},(?= [a-z])"  # "NAME, who made TITLE, is"
)


def read_without(document: Document, part: Sentence, known: Known, name: str, *more: str) -> list[Fact]:
    """Read a sentence without its parentheses, and give what only then can be read: facts that reach over one."""
    skip = tuple(found.span() for found in _PARENTHESES.finditer(document.text, part.first, part.last))
    if not skip:
        return []
    found = read_phrases(document, name, [Sentence(part.first, part.last, skip)], known, *more)
    return [fact for fact in found if any(fact.first < first and last < fact.last for first, last in skip)]
