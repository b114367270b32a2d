"""Layouts of listing pages: from lines to items, whatever way a page was saved.

A page prints each headline twice (the commonest way that it is saved), once, or glues everything together. An item
ends with its tag line. What stands before the first item is heading and furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.furniture import furniture
from kg.extract.lexicon import lexicon
from kg.extract.listing.datelines import dateline_heads
from kg.extract.listing.dayed import DayedItem, dayed_items
from kg.extract.listing.glued import unglue
from kg.extract.listing.news_index import index_tags
from kg.extract.listing.tagline import TAG_LINE, TagLine, read_tag_line
from kg.extract.slot.festival import categories

if TYPE_CHECKING:
    from kg.document import Document

__all__ = ["LABEL", "Block", "PageLine", "label_kind", "lay_out"]

_SPELLINGS = [spelling for spellings in lexicon("listing")["labels"].values() for spelling in spellings]
# How many labels are remembered with their kinds.
_LABELS = 1024
LABEL = re.compile(
    rf"\s*(?P<label>{'|'.join(sorted(_SPELLINGS, key=len, reverse=True))})\s*:\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=_LABELS)
def label_kind(label: str) -> str:
    """Give what a label says that the item is: interview, review, series review, exclusive or other."""
    for kind, spellings in lexicon("listing")["labels"].items():
        if any(re.fullmatch(spelling, label, re.IGNORECASE) for spelling in spellings):
            return str(kind)
    return ""


_COUNT_LINE = re.compile(
    r"last (?:article|interview|review)? ?(?:published|updated) on (\d\d)/(\d\d)/(\d{4})", re.IGNORECASE
)
_FRENCH_COUNT = re.compile(r"dernier article publié le (\d\d)/(\d\d)/(\d{4})", re.IGNORECASE)
_QUOTE = re.compile(r"\s*[“\"«„].*")
# Between the lines of an item one line is blank, if any.
_BLANK_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that is not blank: its number from 1 and its extent without outer space."""

    number: int
    first: int
    last: int


@dataclass(slots=True)
class Block:
    """The lines of one item: headline (all its copies), quotes, teasers, and its tag line where it has one."""

    headlines: list[PageLine] = field(default_factory=list)
    quotes: list[PageLine] = field(default_factory=list)
    teasers: list[PageLine] = field(default_factory=list)
    tag: TagLine | None = None
    tag_line: PageLine | None = None

    @property
    def is_in_the_making(self) -> bool:
        """Tell whether the item is news of a film in the making, by its tag line."""
        return self.tag is not None and not categories("making").isdisjoint(self.tag.categories)

    def told(self, document: Document) -> str:
        """Give what the teasers say, as one text."""
        return " ".join(document.text[line.first : line.last] for line in self.teasers)


def lay_out(document: Document) -> tuple[list[Block], dict[int, str]]:
    """Cut a listing page into blocks; also give the lines that belong to no item, each with the rule that says so."""
    lines = [
        PageLine(number, first, last)
        for number in range(1, document.line_count + 1)
        for start, end in [document.line_span(number)]
        for raw in [document.text[start:end]]
        if raw.strip()
        for first, last in unglue(document, start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()))
    ]
    text = document.text
    if tags := index_tags(document):
        return _of_index(document, lines, tags)
    if items := dayed_items(document):
        return _of_days(document, lines, items)
    if heads := dateline_heads(document):
        return _under_heads(document, lines, heads)
    outside: dict[int, str] = {}
    last_date = _last_date(text)
    first_item = True
    blocks: list[Block] = []
    current: list[PageLine] = []
    year = int(last_date[:4]) if last_date else None
    for line in lines:
        rule = furniture(text[line.first : line.last])
        tag = None if rule else _tag(document, line, year, last_date)
        if rule == "article-count" and first_item:
            outside.update({heading.number: "page heading" for heading in current})
            current = []
        if rule:
            outside[line.number] = f"furniture: {rule}"
        elif tag is not None:
            if current:
                blocks.extend(_blocks(text, current, outside, first_item))
                first_item = False
                blocks[-1].tag, blocks[-1].tag_line = tag, line
                year = int(tag.date[:4]) if tag.date else year
            else:
                outside[line.number] = "tag line without an item"
            current = []
        else:
            current.append(line)
    if current:
        blocks.extend(_blocks(text, current, outside, first_item))
    return blocks, outside


def _of_index(
    document: Document, lines: list[PageLine], tags: dict[int, TagLine]
) -> tuple[list[Block], dict[int, str]]:
    """Lay out an index of news: each headline stands beneath its tag."""
    outside: dict[int, str] = {}
    blocks: list[Block] = []
    waiting: tuple[TagLine, PageLine] | None = None
    for line in lines:
        tag = tags.get(document.line_span(line.number)[0])
        if tag:
            waiting = (tag, line)
        elif waiting:
            blocks.append(Block([line], tag=waiting[0], tag_line=waiting[1]))
            waiting = None
        else:
            rule = furniture(document.text[line.first : line.last])
            outside[line.number] = f"furniture: {rule}" if rule else "between the items"
    return blocks, outside


def _of_days(
    document: Document, lines: list[PageLine], items: tuple[DayedItem, ...]
) -> tuple[list[Block], dict[int, str]]:
    """Lay out a page whose items are told apart by days alone on a line."""
    blocks = [
        Block([PageLine(*item.headline)], teasers=[PageLine(*text) for text in item.texts], tag=item.tag)
        for item in items
    ]
    taken = {line.number for block in blocks for line in (*block.headlines, *block.teasers)}
    outside: dict[int, str] = {}
    for line in lines:
        if line.number not in taken:
            rule = furniture(document.text[line.first : line.last])
            outside[line.number] = f"furniture: {rule}" if rule else "between the items"
    return blocks, outside


def _under_heads(
    document: Document, lines: list[PageLine], heads: dict[int, tuple[int, int, TagLine]]
) -> tuple[list[Block], dict[int, str]]:
    """Lay out a page whose texts begin with a place in capitals; headlines without a text have none beneath."""
    outside: dict[int, str] = {}
    blocks: list[Block] = []
    waiting: int | None = None
    for line in lines:
        if line.number in heads:
            first, waiting, tag = heads[line.number]
            blocks.append(Block([PageLine(line.number, first, line.last)], tag=tag))
        elif waiting is not None:
            blocks[-1].teasers.append(PageLine(line.number, waiting, line.last))
            waiting = None
        else:
            rule = furniture(document.text[line.first : line.last])
            outside[line.number] = f"furniture: {rule}" if rule else "between the items"
    return blocks, outside


def _last_date(text: str) -> str | None:
    found = _COUNT_LINE.search(text) or _FRENCH_COUNT.search(text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else None


def _tag(document: Document, line: PageLine, year: int | None, last_date: str | None) -> TagLine | None:
    """Read a tag line; a date without a year takes that of the page's newest article, or the year before."""
    if not TAG_LINE.match(document.text, line.first, line.last):
        return None
    tag = read_tag_line(document, line.first, line.last, year)
    if tag and tag.date and last_date and tag.date > last_date and tag.date[:4] == last_date[:4]:
        earlier = read_tag_line(document, line.first, line.last, int(last_date[:4]) - 1)
        return earlier if earlier and earlier.date != tag.date else tag
    return tag


def _plain(text: str, line: PageLine) -> str:
    """A headline's words without label and odd spaces: the two copies of a headline are equal in this."""
    printed = text[line.first : line.last]
    if ":" in printed:
        printed = LABEL.sub("", printed, count=1)
    return " ".join(printed.split()).casefold()


def _behind_untagged(text: str, lines: list[PageLine], plain: list[str], starts: list[int]) -> list[int]:
    """Where a headline printed once follows an interview that has no tag line: more lines are blank there."""
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if "•" not in plain[start]:
            continue
        for index in range(start + 3, end - 1):
            is_apart = lines[index].number - lines[index - 1].number > _BLANK_BETWEEN
            if is_apart and not _QUOTE.fullmatch(text, lines[index].first, lines[index].last):
                found.append(index)
                break
    return found


def _blocks(text: str, lines: list[PageLine], outside: dict[int, str], is_first: bool) -> list[Block]:
    """Cut the lines before one tag line into items: each doubled headline begins one."""
    plain = [_plain(text, line) for line in lines]
    doubled = {index for index in range(len(lines) - 1) if plain[index] == plain[index + 1]}
    # Interviews print what was said between the two copies: "NAME • Role", the quotation, "NAME • Role".
    framed: set[int] = set()
    for index in range(len(lines) - 2):
        is_free = not {*range(index - 1, index + 3)} & doubled and not {index - 1, index - 2} & framed
        if plain[index] == plain[index + 2] and "•" in plain[index] and is_free:
            framed.add(index)
    starts = sorted({index for index in doubled if index - 1 not in doubled} | framed)
    if starts:
        starts = sorted({*starts, *_behind_untagged(text, lines, plain, starts)})
        for line in lines[: starts[0]]:
            outside[line.number] = "page heading" if is_first else "stray line"
    else:
        starts = [0]
        labelled = [index for index, line in enumerate(lines) if LABEL.match(text, line.first, line.last)]
        if (
            is_first
            and labelled
            and labelled[0] > 0
            and all(len(text[each.first : each.last].split()) < 6 for each in lines[: labelled[0]])
        ):
            starts = [labelled[0]]
            for line in lines[: labelled[0]]:
                outside[line.number] = "page heading"
        starts += [index for index in labelled if index > starts[0]]
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        block = Block()
        own = lines[start:end]
        copies = 1
        while copies < len(own) and plain[start + copies] == plain[start]:
            copies += 1
        if start in framed:
            block.headlines, block.quotes, copies = [own[0], own[2]], [own[1]], 3
        else:
            block.headlines = own[:copies]
        for line in own[copies:]:
            is_quote = _QUOTE.fullmatch(text, line.first, line.last) and len(own) > copies + 1
            (block.quotes if is_quote else block.teasers).append(line)
        blocks.append(block)
    return blocks
