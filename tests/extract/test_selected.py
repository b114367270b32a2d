"""Festivals: films selected together, their editions, and prizes told with them."""

from __future__ import annotations

import pytest

from kg.document import Document, Metadata
from kg.extract import read_all

HEAD = (
    "Northern films at Cannes 2019\n\nFilms from three countries of the north go to the Croisette this spring, as "
    "the national film bodies told us during the week.\n\n"
)
SAID = (
    ("Low Water by Per Lind, Salt Hill by Liv Vale and Grey Bay by Jo Berg were selected for the 51st Directors’ "
     "Fortnight in Cannes 2019 (15-25 May 2019).", "Low Water screenedAt Cannes 2019"),
    ("Low Water by Per Lind and Salt Hill by Liv Vale were selected for the Cannes Critics’ Week.",
     "Low Water screenedAt Cannes 2019"),
    ("Per Lind’s Low Water was named best film in the main competition at the Vilnius International Film Festival "
     "(23 March - 6 April 2017).", "Low Water screenedAt Vilnius 2017"),
    ("The best actress prize went to Eva Marin for her role in Per Lind’s drama Low Water.",
     "Eva Marin starredIn Low Water"),
    ("Liv Vale was named best short film director for Salt Hill.", "Liv Vale directed Salt Hill"),
    ("Several directors were nominated before: Per Lind (Low Water, 1982), Anna Berg (Salt Hill, 1997) and Liv Vale "
     "(Grey Bay, 2000).", "Anna Berg directed Salt Hill"),
    ("Several directors were nominated before: Per Lind (Low Water, 1982), Anna Berg (Salt Hill, 1997) and Liv Vale "
     "(Grey Bay, 2000).", "Per Lind directed Low Water"),
    ("In Low Water (Finland), the director Liv Vale researches the past of an island.", "Liv Vale directed Low Water"),
    ("Low Water by Per Lind was shown at the Venice Days 2012.", "Low Water screenedAt Venice 2012"),
)  # fmt: skip
NOT_SAID = (
    ("Several directors were nominated before: Per Lind (Low Water, 1982), Anna Berg (Salt Hill, 1997) and Liv Vale "
     "(Grey Bay, 2000).", "Per Lind directed Grey Bay"),
    ("Low Water by Per Lind (produced by Sund Film – Faculty of Film, Academy of Performing Arts) was selected.",
     "Per Lind directed Performing Arts"),
    ("Low Water by Per Lind (France, Austria) and Salt, a documentary by Liv Vale, are among them.",
     "Salt directed Low Water"),
    ("Sund Sales brings a drama about Queen Anna and her court. Jo Berg and Eva Marin star.",
     "Jo Berg starredIn Queen Anna"),
)  # fmt: skip


def told(text: str) -> set[str]:
    """Give the claims of an article as words."""
    (reading,) = read_all([Document("page", HEAD + text + "\n", metadata=Metadata(kind="article"))])
    return {f"{claim.subject.name} {claim.predicate} {getattr(claim.object, 'name', '')}" for claim in reading.claims}


@pytest.mark.parametrize(("text", "fact"), SAID, ids=[fact for _, fact in SAID])
def test_a_sentence_tells(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(("text", "fact"), NOT_SAID, ids=[fact for _, fact in NOT_SAID])
def test_a_sentence_does_not_tell(text: str, fact: str) -> None:
    assert fact not in told(text)
