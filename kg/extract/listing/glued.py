"""Pages saved as one long line: where one field ends and the next begins without so much as a space.

"… | Berlinale 2023 | ForumReview: TitleTeaser text 24/02/2023 | …": a tag line's last part is glued to the next
headline, and a headline to its teaser. A tag part ends where a known country, category, festival or section does,
or else where a capital follows a small letter; so does a headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.slot.festival import categories, edition_name, is_market, markets, sections
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document

__all__ = ["LONGEST_LINE", "glued_tags", "unglue"]

# A line longer than this that holds several tags was several lines once.
LONGEST_LINE = 600
# The newest items of a page leave the year out; their tag line's first bar tells them from a fraction.
_DATE = re.compile(
    r"(?<![\d/])(?<!\sfrom\s)(?<!\son\s)(?<!\sdu\s)(?<!\sle\s)\d{1,2}/\d{1,2}(?:/(?:19|20)\d\d(?!\d)|(?=\s*\|))"
)
# An item without a tag line ends where the label of the next one is glued to its last word.
_LABEL = re.compile(r"(?<=[^\s(“\"])(?:Interview|Review|Series review|Short film review): (?=[“\"]?[^\W\d_a-zß-ÿ])")
_TAG = re.compile(_DATE.pattern + r"\s*\|")
_HEADING = re.compile(
    r".{0,400}?(?:last (?:article|interview|review)? ?(?:published|updated) on|dernier article publié le) "
    r"\d\d/\d\d/\d{4}\.?(?:\s*(?:previous\s+)?page:[\s\d.\[\]]*(?:next)?)?\s*",
    re.IGNORECASE | re.DOTALL,
)
# Small words and initials that a capital follows inside a name: McQueen, DeLillo, L’Avventura, J.A. Bayona.
_INNER = re.compile(r"(?:\bMc|\bMac|\bDe|\bDi|\bDu|\bLa|\bLe|\bFitz|\bVan|\bVon|\b\w\.)$")
# A headline printed twice with spaces between all fields, the second time with its label.
_DOUBLED = re.compile(
    r"(?<!\S)(?P<once>[“\"‘]?[^\W\d_a-zß-ÿ0-9][^|]{7,150}?)\s+"
    r"(?=(?P<again>(?:[A-Z][\w&]*(?: [a-z]+){0,2}: )?(?P=once))\s)"
)
_QUOTED = re.compile(r"(?P<quote>[“\"][^“”\"]{5,200}[”\"])\s+")
_WORD = re.compile(r"(?<!\S)[“\"‘]?[^\W_a-zß-ÿ]")
_LONGEST_PAIR = 400
_LONGEST_PART = 60
_EDITION = re.compile(r"[^|:\d]{2,60}? (?:19|20)\d\d(?!\d)")


def glued_tags(line: str) -> int:
    """Count the tags in a long line; 0 in one of a usual length."""
    return len(_TAG.findall(line)) if len(line) > LONGEST_LINE else 0


def unglue(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a long line into the extents that were lines once; [(first, last)] where there is nothing to cut.

    The page's heading, with its counts and page numbers, is left out.
    """
    text = document.text
    if glued_tags(text[first:last]) < 2:
        return [(first, last)]
    pieces: list[tuple[int, int]] = []
    heading = _HEADING.match(text, first, last)
    at = first
    if heading:
        at = heading.end()
    for date in _DATE.finditer(text, at, last):
        if date.start() < at:
            continue
        pieces += _items(text, at, date.start())
        at = _tag_end(text, date.end(), last)
        # What no list has may be a section: all that stands before a headline that is printed twice.
        at = _headline_ahead(text, at, last)
        pieces.append((date.start(), at))
    pieces += _items(text, at, last)
    return [trimmed for start, end in pieces for trimmed in _trimmed(text, start, end)]


def _headline_ahead(text: str, at: int, last: int) -> int:
    """Give where a headline that is printed twice begins, close behind an offset; the offset where none does."""
    for start in _WORD.finditer(text, at, min(last, at + _LONGEST_PART)):
        if _DOUBLED.match(text, start.start(), min(last, start.start() + _LONGEST_PAIR)):
            return start.start() if not _DATE.search(text, at, start.start()) else at
    return at


def _trimmed(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    raw = text[first:last]
    if raw.strip():
        yield first + len(raw) - len(raw.lstrip()), first + len(raw.rstrip())


def _items(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The fields of all items that stand before one tag."""
    starts = [first, *(label.start() for label in _LABEL.finditer(text, first, last))]
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        yield from _fields(text, start, end)


def _fields(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Headline, quote and teaser of one item."""
    first += len(text[first:last]) - len(text[first:last].lstrip())
    if doubled := _DOUBLED.match(text, first, min(last, first + _LONGEST_PAIR)):
        quoted = _QUOTED.match(text, doubled.end("again") + 1, last)
        cuts = [first, doubled.start("again"), doubled.end("again") + 1, *([quoted.end()] if quoted else [])]
        return list(zip(cuts, [*cuts[1:], last], strict=True))
    cuts = [first]
    for number, found in enumerate(_breaks(text, first, last)):
        # After the headline only a quotation, at its beginning or its end, makes a new line.
        if number == 0 or text[found] in '“«"' or text[found - 1] in '”»"':
            cuts.append(found)
        if len(cuts) == 3:
            break
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _breaks(text: str, first: int, last: int) -> Iterator[int]:
    """Where a capital or an opening quotation mark stands right behind a small letter, a digit or a stop."""
    is_open = text.startswith('"', first, last)
    for at in range(first + 1, last):
        if text[at] == '"':
            # One mark for both ends of a quotation: it opens where none is open, right behind the headline.
            is_open = not is_open
            if is_open and not text[at - 1].isspace() and text[at + 1 : at + 2].isupper():
                yield at
            continue
        if not (text[at].isupper() or text[at] in "“«"):
            continue
        before = text[at - 1]
        ended = before.islower() or before.isdigit() or before in ".!?…)”»%"
        closing = before == '"' and not is_open and at - 2 >= first and not text[at - 2].isspace()
        # "EOJerzy": a word in capitals ends where the next one goes on in small letters.
        capitals = (
            before.isupper()
            and text[at - 2 : at - 1].isupper()
            and text[at + 1 : at + 3].isalpha()
            and text[at + 1 : at + 3].islower()
        )
        if (ended or closing or capitals) and not _INNER.search(text, max(first, at - 6), at):
            yield at


def _tag_end(text: str, at: int, last: int) -> int:
    """Where the tag that begins with a date before `at` ends."""
    bar = re.compile(r"\s*\|\s*")
    while found := bar.match(text, at, last):
        part = found.end()
        end = _part_end(text, part, last)
        if end == part:
            return found.start()
        at = end
    return at


def _part_end(text: str, first: int, last: int) -> int:
    """Where one part ends: at the next bar, if it is near and before the next date, else where knowledge says."""
    bar = text.find("|", first, min(last, first + 80))
    date = _DATE.search(text, first, min(last, first + 100))
    if bar >= 0 and not (date and date.start() < bar):
        return first + len(text[first:bar].rstrip())
    known = _known_end(text, first, min(last, first + 120))
    if known:
        return known
    return next(_breaks(text, first, min(last, first + 80)), first)


def _known_end(text: str, first: int, last: int) -> int | None:
    """The longest stretch that is a list of countries, a category, an edition or a section, before a new beginning."""
    if not (text[first : first + 1].isalpha() or text[first : first + 1] == "/"):
        return None
    edition = _EDITION.match(text, first, last)
    if edition and not any(_breaks(text, first, edition.end())) and _is_edition(edition[0]):
        return edition.end()
    words = categories("origin", "news", "neutral") | sections().keys() | markets()
    for end in range(min(last, first + 60), first, -1):
        part = text[first:end]
        is_whole = part == part.strip() and (end == len(text) or _begins(text, end))
        if is_whole and (part.casefold() in words or _is_countries(part)):
            return end
    return None


def _is_edition(part: str) -> bool:
    """Tell whether a part names an event of a year: "Venice 2024", "Producers on the Move 2025"."""
    name = part[:-4].strip()
    return edition_name(part) is not None or (name.istitle() and len(name.split()) > 1) or is_market(name)


def _begins(text: str, at: int) -> bool:
    """A new line can begin here: a capital, a digit or a quotation mark."""
    rest = text[at : at + 40].lstrip()
    return not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] in '“"«'


def _is_countries(part: str) -> bool:
    pieces = part.strip("/").split("/")
    return all(piece.strip() and countries().code(piece) for piece in pieces)
