"""What a text is read to say, as tests compare it."""

from __future__ import annotations

from kg.claim import Mention, Value
from kg.document import Document
from kg.extract.article.page import read_article
from kg.extract.listing.page import EXTRACTOR
from kg.extract.names import Known

__all__ = ["pairs_of", "told_by_item", "works_of"]


def pairs_of(text: str, predicate: str) -> set[tuple[str, str]]:
    """Give who did what, of one predicate, as an article tells it."""
    reading = read_article(Document("page.txt", text), Known())
    return {
        (c.subject.name, c.object.name)
        for c in reading.claims
        if c.predicate == predicate and isinstance(c.object, Mention)
    }


def told_by_item(headline: str, teaser: str, tag: str = "02/06/2021 | Festivals | Awards | Norway") -> set[str]:
    """Give what an item of a listing tells, each fact as words, a screening's section in brackets behind it."""
    plain = headline.removeprefix("Interview: ")
    page = (
        "Norway\n\n16 articles available in total. Last article published on 05/02/2026.\n\n"
        f"{plain}\n\n{headline}\n\n{teaser}\n\n{tag}\n"
    )
    reading = EXTRACTOR.read(Document("pages/x.txt", page), Known(), 1.0)
    return {
        f"{claim.subject.name} {claim.predicate} {what.name if isinstance(what, Mention) else what.value}"
        + (f" ({claim.qualifiers['section']})" if "section" in claim.qualifiers else "")
        for claim in reading.claims
        for what in [claim.object]
        if isinstance(claim.subject, Mention) and isinstance(what, (Mention, Value))
    }


def works_of(facts: set[str]) -> set[str]:
    """Give the works that an item is about, of what it tells."""
    return {fact.partition(" describedIn ")[0] for fact in facts if " describedIn " in fact}
