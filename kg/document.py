r"""What was read: a Document, its addressable Items, and Spans of its text.

Offsets are Unicode code points into `Document.text`, which is NFC with `\n` line ends. A span that does not
re-slice to its own `exact` text is refused wherever it turns up: the promise of the whole graph is that every
edge can show the words it came from.
"""

from __future__ import annotations

import bisect
import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property

from kg.errors import BuildError

__all__ = ["Document", "Item", "Metadata", "Span"]

# A sentence ends at . ! ? … and closing quotes, before a space and a capital, an opening quote or a digit; not
# after an initial or a short title ("Mr. X", "Ana J. Ruibal"). The mark comes first in the pattern, what must not
# stand before it second: so only marks are looked at, not every letter.
_SENTENCE_END = re.compile(
    r"(?P<marks>[.!?…](?<!\b[A-Z].)(?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\bBros.)(?<!\bJr.)(?<!\bvs.)"
    r"(?<!\bVol.)(?<!\blit.)(?<!\(dir.)(?<!\(prod.)(?<!\.[a-z]\.)[.!?…]*)(?!(?<=\bNo\.)\s+\d)[\"”’»)]*\s+"
    r"(?!\((?:19|20)\d\d\))(?=[\"“‘«(]*[^\W_a-z])"
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text: `text[start:end] == exact`, in code points."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document from outside its text (`sources.toml`, a page's head): curated, not extracted.

    `published` is an ISO date, or a year, year-month or ISO week ("2022-W29") where no more is known.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    address: str | None = None
    published: str | None = None
    language: str | None = None
    kind: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Document:
    """One text under one id, `<source name>/<relative path>`; `sha256` is that of its UTF-8 text."""

    id: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    path: str | None = None

    def __hash__(self) -> int:
        """Tell documents apart by their ids: readers that remember what they have read look them up all the time."""
        return hash(self.id)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text as UTF-8, 64 hex digits."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text; raises BuildError for an empty or impossible one."""
        if not 0 <= start < end <= len(self.text):
            raise BuildError(f"no span {start}:{end} in a text of {len(self.text)} characters", where=self.id)
        return Span(start, end, self.text[start:end])

    def holds(self, span: Span) -> bool:
        """Tell whether the span re-slices to its own words."""
        return 0 <= span.start < span.end <= len(self.text) and self.text[span.start : span.end] == span.exact

    def position(self, offset: int) -> tuple[int, int]:
        """Give (line, column) of an offset, both counted from 1 as editors do."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """Give (start, end) of a line, counted from 1, without its newline."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] - 1 if line < len(self._line_starts) else len(self.text)
        return start, end

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Give (start, end) of the sentence that holds `start:end`, within its line or lines."""
        first, last = self.line_span(self.position(start)[0])[0], self.line_span(self.position(end - 1)[0])[1]
        stops, ends = self._sentence_ends
        before = bisect.bisect_right(ends, start) - 1
        left = max(ends[before], first) if before >= 0 else first
        after = bisect.bisect_right(stops, max(start, end - 1))
        return left, min(ends[after], last) if after < len(ends) else last

    @cached_property
    def _sentence_ends(self) -> tuple[list[int], list[int]]:
        """Where the marks that end sentences end, and where the next sentences begin, each in order."""
        found = list(_SENTENCE_END.finditer(self.text))
        return [hit.end("marks") for hit in found], [hit.end() for hit in found]

    @property
    def line_count(self) -> int:
        """The number of lines; a text that ends in a newline has an empty last one."""
        return len(self._line_starts)


@dataclass(frozen=True, slots=True)
class Item:
    """An addressable part of a document: a news item of a listing, a film of a round-up, `<document id>#<n>`.

    `kind` says what the item is (production, interview, review, release, news); `date` is ISO or None.
    """

    document: str
    n: int
    headline: str
    kind: str
    date: str | None
    spans: tuple[Span, ...]

    @property
    def id(self) -> str:
        """The item's id, in order of appearance from 1."""
        return f"{self.document}#{self.n}"
