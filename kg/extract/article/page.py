"""Articles: running prose. First what the article is about, then its sentences, then what its facts say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.claim import Mention, sort_claims
from kg.document import Item
from kg.extract.article.lead_film import lead_film
from kg.extract.article.lines import cut_off, extent_of, headline_of
from kg.extract.article.opening import open_article
from kg.extract.article.plain_print import as_printed, plainly_printed
from kg.extract.article.prose import Prose
from kg.extract.article.spelt import claims_once, in_printed_order
from kg.extract.article.together import taken_together
from kg.extract.article.works import as_series, speaks_of_series
from kg.extract.coverage import cover
from kg.extract.derive import pairs
from kg.extract.extractor import Extractor
from kg.extract.facts import End, Fact
from kg.extract.names import Known, fold
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["EXTRACTOR", "read_article"]

_NAME = "article/1"


def read_article(document: Document, known: Known, confidence: float = 1.0) -> Reading:
    """Read an article; the whole text is one item, and its claims stand outside of items."""
    plain = plainly_printed(document)
    reading, lead = _read(plain, known, confidence)
    if lead is not None:
        # The headline says what the film is, the first lines how it is called: now the rest is read in that light.
        reading, _ = _read(plain, known, confidence, lead)
    return reading if plain is document else as_printed(reading, document)


def _read(
    document: Document, known: Known, confidence: float, lead: tuple[End, ...] | None = None
) -> tuple[Reading, tuple[End, ...] | None]:
    """Read an article once; also give the film that it turns out to be about, with its directors, if it had none."""
    opening = open_article(document, known, lead)
    news, lines = opening.news, opening.lines
    prose = Prose(opening)
    prose.read()
    facts = prose.facts
    adopted = (news.films[0], *news.directors) if news.films and not prose.is_named else None
    of_several = len({head.film.what for head in prose.blocks.values()}) > 1
    found_lead = (
        None if opening.life or of_several else adopted or (None if news.films else lead_film(document, facts, lines))
    )
    if len(news.films) == 1 and speaks_of_series(document):
        facts = as_series(facts, {film.what.name for film in news.films if isinstance(film.what, Mention)})
        news.retype("Series")
    facts += news.filled()
    item = Item(document.id, 1, headline_of(document, lines), "article", opening.date, extent_of(document, lines))
    facts += [
        Fact(film, "describedIn", End(Mention("Item", item.id)), film.first, film.last, "item-about-film", 3.0)
        for film in news.films
    ]
    facts = taken_together(opening, prose, facts)
    claims = claims_once(document, _NAME, in_printed_order(facts), prose.acronyms, opening.date)
    claims += pairs(claims)
    ordered = tuple(sort_claims(claims))
    remarks = (*prose.faults, *cut_off(document, lines))
    coverage = cover(document, ordered, opening.rules)
    return Reading(document, "article", confidence, _NAME, (item,), ordered, coverage, remarks), found_lead


def _certain(reading: Reading) -> Known:
    """Names that an article makes certain: quoted titles and the works that it describes."""
    titles = {c.subject.name for c in reading.claims if c.rule == "item-about-film"}
    return Known(titles=frozenset(map(fold, titles)))


EXTRACTOR = Extractor("article", read_article, _certain)
