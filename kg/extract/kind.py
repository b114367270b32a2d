"""Kinds: what a text looks like, never what its file is called."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.encyclopaedia import definitions
from kg.extract.lexicon import words
from kg.extract.listing.datelines import dateline_heads
from kg.extract.listing.dayed import dayed_items
from kg.extract.listing.glued import glued_tags
from kg.extract.listing.layout import LABEL, label_kind
from kg.extract.listing.news_index import index_tags
from kg.extract.listing.tagline import TAG_LINE
from kg.extract.roundup.entries import entries, says_releases
from kg.extract.roundup.openings import opening, openings
from kg.extract.roundup.unglued import casts
from kg.extract.slot.festival import known_festival, sections
from kg.extract.token import ASIDE

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["recognise"]

# "Who is in the cast?", alone on a line.
_ASKED = re.compile(
    r"\s*(?:who|what|when|where|why|how|qui|quand|où|pourquoi|comment)\b[^.!?]{3,60}\?\s*", re.IGNORECASE
)
# Fields that films in the making have: "Stage: post-production".
_PROJECT = re.compile(
    r"^[ \t]*(?:(?:current )?(?:stage|status)|production (?:compan(?:y|ies)|information)|co-?producers?|"
    r"(?:(?:world|international) )?sales|(?:sales )?agents?|premise|budget|financing|delivery|"
    r"shooting(?: dates?| period)?)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_PROJECTS = re.compile(
    r"\b(?:projects|in development|works? in progress|pitch(?:es|ed|ing)?|co-production (?:market|forum)|workshop)\b",
    re.IGNORECASE,
)
# "• TITLE by NAME (Denmark). Produced by FIRM": a film in the making, on a slate or at a market.
_MADE = re.compile(
    r"^[ \t]*[•*·-][^\n]{4,90}\([A-ZÀ-Þ][^()\n]{2,40}\)\.? (?:Co-?p|P|D|W)(?:roduced|irected|ritten) by\b", re.MULTILINE
)
# Fields of those who made a film, besides its director and cast.
_CREW = re.compile(
    r"^[ \t]*(?:written by|screenplay|script|produced by|producers?|cinematography|(?:film )?edit(?:ing|ed by|or)|"
    r"music|original score|photography)[ \t]*:|"
    r"^[ \t]*(?:written|produced|scripted) by (?-i:[^\W\d_a-z])[^.!?\n]{2,90}$",
    re.IGNORECASE | re.MULTILINE,
)
_DIRECTED = re.compile(
    r"^[ \t]*(?:directed by|directors?|réalisation|réalisateur|réalisatrice)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
_BESIDE_DIRECTOR = re.compile(
    r"^[ \t]*(?:cast|starring|written by|screenplay|script|scénario|avec|produc\w+(?: by| compan(?:y|ies))?|"
    r"countr\w+|pays)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
# A tag page says of how many articles it shows some.
_COUNTED = re.compile(
    r"^[ \t]*\d[\d,.]* (?:articles|interviews|news) (?:available in total|disponibles au total)\b", re.MULTILINE
)
_LABELS = frozenset({"interview", "review", "series review"})
# What credits of films look like, however little is told beside them: "dir. NAME", "NAME, writer/director".
_CREDIT = re.compile(
    r"\b(?:dirs?\.|[Dd]irectors?:?|(?:[Cc]o-?)?[Dd]irected by:?|[Ww]riters?/[Dd]irectors?:?|[Ss]cr(?:eenplay|ipt)?[.:]|"
    r"[Pp]rod(?:ucers?|uction)?[.:]|[Pp]roduced by:?|producers?|Regie:|Buch:|Réalisation :?|Réalisat(?:eur|rice) ?:)\s"
    r"[A-ZÀ-ÞĀ-Ž]|"
    r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:,| [-–/]| \() ?(?:(?:co-)?(?:writer|director|producer|screenwriter)[/, ]*)+(?:\)|;|$)",
    re.MULTILINE,
)
# Towns of festivals are towns too, but for these words.
_SHOWN = frozenset({"competition", "festival", "premiere", "titles", "jury", "edition", "section", "features", "award"})
_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w-]{3,}")
_LONGEST_LINE = 20_000
_LEAST_SIGNS = 2
_LEAST_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?…\n]|$")
_SHORTEST_SENTENCE = 40
_WORD = re.compile(r"[^\W\d_][\w-]*")
# No teaser is as long as a paragraph, and paragraphs make up this part of an article above a list of others.
_PARAGRAPH = 400
_RUNNING = 0.25
# A teaser is followed by its tag or the next headline, a paragraph by the next one.
_TEASER = 150
_ENDS = tuple('.!?…”"’»)')


def recognise(document: Document) -> tuple[str, float]:
    """Give the kind of a document and the confidence of that judgement, 0 to 1; "unknown" where nothing fits.

    An encyclopaedia says of titles what they are; a listing has tag lines or labelled headlines; a round-up has
    synopses under headings; an article has sentences in the trade's words. The title of the kind in curated metadata
    overrules all of it.
    """
    if document.metadata.kind:
        return document.metadata.kind, 1.0
    text = document.text
    # What pages print of a film's other articles ("[+see also: interview: NAME ]") says nothing of this one.
    lines = [line for line in ASIDE.sub(" ", text).split("\n") if line.strip()]
    tags = sum(1 for line in lines if len(line) < 300 and TAG_LINE.fullmatch(line) and ("|" in line or "/" in line))
    tags += sum(glued_tags(line) for line in lines) + len(index_tags(document))
    tags += len(dayed_items(document)) or len(dateline_heads(document))
    labels = sum(1 for line in lines if (found := LABEL.match(line)) and label_kind(found["label"]) in _LABELS)
    doubled = sum(1 for one, other in pairwise(lines) if one == other and len(one) > 8)
    # "NAME • Director", what was said, "NAME • Director": an interview, on pages without tags too.
    plain = [" ".join(line.split()) for line in lines]
    labels += sum("•" in one and one == other for one, other in zip(plain, plain[2:], strict=False))
    plot, trivia = openings(text)
    plots = sum(1 for line in lines[1:] if plot.match(line)) or casts(text)
    # Pages without synopses ask right beneath the cast whether we knew.
    cast = opening("cast")
    plots = plots or sum(1 for one, other in pairwise(lines) if cast.match(one) and trivia.match(other))
    if len({line.strip() for line in lines if _ASKED.fullmatch(line)}) >= _LEAST_SIGNS and plots <= 1:
        plots = 0  # an article on one film that puts questions of its own
    releases = len(entries(document, _numbered(document))) if not (plots or tags) and doubled < _LEAST_SIGNS else 0
    if plots and len(_CREW.findall(text[:_LONGEST_LINE])) > _LEAST_SIGNS and not says_releases(text):
        plots = 0  # records of films with their synopses, as a festival prints them
    if len(_PROJECT.findall(text[:_LONGEST_LINE])) > _LEAST_SIGNS:
        plots = plots if says_releases(text) else 0
        releases = 0  # records of films in the making are no releases
    if len(_MADE.findall(text[:_LONGEST_LINE])) >= _LEAST_SIGNS and _PROJECTS.search(text[:_LONGEST_LINE]):
        releases = 0
    scores = {
        "listing": 2.0 * tags + 1.5 * labels + 1.0 * doubled,
        "roundup": 3.0 * plots + 2.5 * releases,
        "article": _prose(text) or 1.5 * _is_record(text),
        "encyclopaedia": 2.5 * definitions(text) if tags + labels + plots == 0 else 0.0,
    }
    best = max(scores, key=lambda kind: scores[kind])
    total = sum(scores.values())
    # One date, one label or one line printed twice, as articles have them too, is no page of news; one that says how
    # many articles it shows is.
    if tags and best in ("article", "listing") and _COUNTED.search(text[:_LONGEST_LINE]):
        best, scores["listing"] = "listing", max(scores.values())
    elif best == "listing" and tags + labels + doubled < _LEAST_SIGNS and scores["article"] > 1.0:
        best = "article"
    if best == "listing" and not tags and not (labels >= 2 or doubled >= 2):
        best = "article" if scores["article"] else best
    if best == "listing" and scores["article"] and (_running(lines) >= _RUNNING or _successive(lines) >= _LEAST_SIGNS):
        best = "article"
    if scores[best] < 1.0:
        return "unknown", 0.0
    return best, round(min(1.0, scores[best] / total), 2)


def _numbered(document: Document) -> list[tuple[int, int, int]]:
    """Lines that are not blank, with their numbers and their extents without outer space."""
    lines = []
    for number in range(1, document.line_count + 1):
        start, end = document.line_span(number)
        raw = document.text[start:end]
        if raw.strip():
            lines.append((number, start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())))
    return lines


def _running(lines: list[str]) -> float:
    """Give the part of the text, 0 to 1, that stands in paragraphs: dates of other articles may stand beneath them."""
    paragraphs = sum(len(line) for line in lines if len(line) >= _PARAGRAPH and not glued_tags(line))
    return paragraphs / sum(map(len, lines))


def _successive(lines: list[str]) -> int:
    """Count how often one line of running text follows another, as in no list of teasers."""
    running = [len(line) >= _TEASER and line.rstrip().endswith(_ENDS) and not glued_tags(line) for line in lines]
    return sum(one and other for one, other in pairwise(running))


def _prose(text: str) -> float:
    """Weigh an article: it takes whole sentences and several words of the trade, not all of which others have too."""
    head = text[:_LONGEST_LINE]
    sentences = sum(1 for piece in _SENTENCE_END.split(head)[:-1] if len(piece) >= _SHORTEST_SENTENCE)
    found = words("trade", "words").intersection(map(str.casefold, _WORD.findall(head)))
    surely = len(found - words("trade", "elsewhere")) + len(_CREDIT.findall(head)) // 2
    shown = sum(map(_is_of_festival, set(_NAME.findall(head))))
    if shown >= _LEAST_SIGNS:
        surely += shown
    elif shown and not _SHOWN.isdisjoint(found):
        surely += 1
    if not sentences or not surely or (len(found) < _LEAST_WORDS and surely < _LEAST_SIGNS):
        return 0.0
    return max(min(sentences, 4) * 0.5, 1.0)  # a brief is a sentence or two


def _is_of_festival(name: str) -> bool:
    return known_festival(name) is not None or name.casefold() in sections()


def _is_record(text: str) -> bool:
    """Tell whether a page has a film's fields, who directed it among them, though not one sentence."""
    return _DIRECTED.search(text) is not None and _BESIDE_DIRECTOR.search(text) is not None
