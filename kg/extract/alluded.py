"""Headlines that play with a title: "Mornings go before the cameras" above a teaser that says One Hundred Mornings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.claim import Mention
from kg.extract.names import fold
from kg.extract.news import main_ends

if TYPE_CHECKING:
    from kg.document import Document
    from kg.extract.facts import Fact
    from kg.extract.layout import Block
    from kg.extract.news import News

__all__ = ["only_alluded"]

_SHORT = 3
_WORD = re.compile(r"\w+")


def only_alluded(document: Document, block: Block, news: News, teaser: list[Fact]) -> bool:
    """Tell whether the one film of a headline is the teaser's under half its name, so that the teaser's word counts.

    The teaser must name one film, never the headline's alone, and share a word with it; a sequel shares words too, so
    none may be told of, and a director whom the headline names must be the teaser's.
    """
    told = " ".join(document.text[line.first : line.last] for line in block.teasers)
    films = [film.what.name for film in news.films if isinstance(film.what, Mention)]
    own = {end.what.name for fact in teaser for end in main_ends(fact) if isinstance(end.what, Mention)}
    if len(films) != 1 or len(own) != 1 or "sequel" in told:
        return False
    (other,) = own
    directing = [fact.subject.what for fact in teaser if fact.main and fact.predicate == "directed"]
    makers = [what.name for what in directing if isinstance(what, Mention)]
    named = [end.what.name for end in news.directors if isinstance(end.what, Mention)]
    if news.headline_names_directors and not any(maker.endswith(name) for name in named for maker in makers):
        return False
    if films[0] in told.replace(other, "") or films[0] == other:
        return False
    return bool(_stems(films[0]) & _stems(other))


def _stems(name: str) -> set[str]:
    return {word.rstrip("s") for word in _WORD.findall(fold(name)) if len(word) > _SHORT}
