"""Columns: what the parts of a list's lines are is told by all of its lines together.

"Sander de Jong – Tegenwind (Savage Noord)" leaves open which part is the film; five such lines do not. Lines of one
shape are a list. Each way to name its columns is weighed by how well every line's parts suit the names, and the list
is read where one way is clearly better than the next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import combinations, product
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kg.claim import Mention
from kg.extract.facts import End, Fact, thing
from kg.extract.lexicon import words
from kg.extract.names import fold
from kg.extract.record.cells import cells_of, commas, has_of
from kg.extract.record.fields import BY, field_in, is_field
from kg.extract.record.origins import listed_origins
from kg.extract.record.segments import PROSE
from kg.extract.record.stacks import stacks
from kg.extract.slot.companies import is_company_name
from kg.extract.slot.given import is_given_name
from kg.extract.slot.namelists import companies_between, countries_between, people_between
from kg.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.document import Document
    from kg.extract.record.cells import Cell, Cells

__all__ = ["COLUMN_RECORD", "Row", "is_in_row", "outside_rows", "read_columns", "rows_of"]

# The rule of what a line of a list says.
COLUMN_RECORD = "column-record"
_SCORE = 3.5
_LONGEST = 190
_FEWEST = 3
_FAR = 6  # how many other lines (headings, remarks) may stand between two lines of a list
_MOST = 5  # parts of a line
_MOST_COMMAS = 8  # in all parts of a line: more can be divided in too many ways, and are no record
_SAMPLE = 60  # so many lines tell what the columns of a list are
_SURE = 0.3  # by how much of a line's weight one way to name the columns must be better than the next
_NO_LIST = re.compile(
    r"\b(?:best|awards?|prizes?|jury|prix|mention|photo|tickets?|admissions|screens|copyright|read|see also|by the|"
    r"aka|a\.k\.a)\b",
    re.IGNORECASE,
)
# A list of people with their posts, "NAME, Head of Sales, FIRM": a jury, or those who came.
_POST = re.compile(
    r"(?:^|[,;(–—|:-]\s+)(?:(?:co-)?(?:founder|president|owner|chair(?:man|woman|person)?|ceo|coo|cfo|programmer|"
    r"journalist|(?:film )?critic|curator|distributor|exhibitor|broadcaster|consultant|producer|actor|actress|"
    r"screenwriter|scriptwriter|editor|composer|cinematographer|author|novelist|lecturer|professor|agent)|"
    r"(?:[\w&-]+ ){1,3}(?:director|manager|executive|editor|consultant|programmer|agent|advis[eo]r|officer|"
    r"coordinator|producer|delegate|secretary|president|representative|buyer|critic|expert)|"
    r"(?:vice-?|vice )president|head of [\w& -]+|director of [\w& -]+|member of [\w& -]+|buyer)s?"
    r"(?= (?:of|at|for|from|in) |\s*(?:$|[,;)(–—|/&]| - ))",
    re.IGNORECASE,
)
_PRIZE = re.compile(r"\b(?:best|awards?|prizes?|prix|mention)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)[^()]{0,20}")
_ABBREVIATED = re.compile(r"(?:s\.r\.o|d\.o\.o|o\.o|a\.s|S\.A|S\.L|Inc|Ltd|Co|Intl|Ent|Prod)\.$")
_JOIN = re.compile(r"\s*(?:,|;|/|&|\band\b|\bet\b|\bund\b|\by\b)\s+")
_PARTICLES = words("names", "particles")
_MOST_WORDS = 5
_TITLE, _DIRECTOR, _FIRM = "title", "directed", "firm"
_Roles = tuple[str, ...]
_Spans = tuple[tuple[int, int], ...]


class Row(NamedTuple):
    """A line of a list: its film, and what the line says of it."""

    film: End
    facts: list[Fact]


def read_columns(
    document: Document, lines: list[tuple[int, int, int]], company_role: str, *, has_firms: bool
) -> dict[int, Row]:
    """Read the lists of an article, by where their lines begin.

    A company did for the film beside it what `company_role` says. Without a sum of money, or an article that
    `has_firms` beside its films, a column that may be companies is not taken for one.
    """
    rows: dict[int, Row] = {}
    starts = [first for _, first, _ in lines]
    # Where all lines have "de" before a name, it divides the title from the director.
    of = _lists(document, lines, at_of=True) if has_of(document.text) else ()
    for block in (*of, *_lists(document, lines), *stacks(document, lines)):
        if _is_of_posts(document, block) or _has_label(document, block):
            continue
        text = document.text
        numbers = _numbers(text, block)
        table = [_divided(text, line, numbers) for line in block]
        roles = _roles(text, table[:_SAMPLE], block[0], has_firms=has_firms or any(line.has_money for line in block))
        if roles is None:
            continue
        for line, ways in zip(block, table, strict=True):
            spans = max(ways, key=lambda way: _fit(text, way, roles))
            if row := _row(document, line, spans, roles, company_role):
                rows.setdefault(line.first, row)
                for first in starts[bisect_right(starts, line.first) : bisect_right(starts, line.last)]:
                    rows.setdefault(first, Row(row.film, []))  # of a stack
    return rows


def rows_of(facts: list[Fact]) -> list[tuple[int, int]]:
    """Give the extents of the lines of lists that facts were read from, in their order."""
    return sorted({(fact.first, fact.last) for fact in facts if fact.rule == COLUMN_RECORD})


def is_in_row(rows: list[tuple[int, int]], first: int, last: int) -> bool:
    """Tell whether an extent lies in one of the lines of lists, which its columns have read."""
    at = bisect_right(rows, first, key=itemgetter(0)) - 1
    return at >= 0 and last <= rows[at][1]


def outside_rows(found: list[Fact], facts: list[Fact]) -> list[Fact]:
    """Give of what was `found` in brackets and the like what no line of a list tells, as the list's columns do so."""
    rows = rows_of(facts)
    return [fact for fact in found if not is_in_row(rows, fact.first, fact.last)]


# ---- which lines are a list --------------------------------------------------------------------------------------


def _lists(document: Document, lines: list[tuple[int, int, int]], *, at_of: bool = False) -> Iterator[list[Cells]]:
    """Give the lists of an article: lines of one shape, not far from each other."""
    held: dict[object, list[tuple[int, Cells]]] = {}
    for at, (_, first, last) in enumerate(lines[1:]):
        beneath = document.text[slice(*lines[at + 2][1:])] if at + 2 < len(lines) else ""
        # What won a prize is told by a heading, what made a film by the brackets beneath its line: others read these.
        is_told = _PRIZE.search(document.text, *lines[at][1:]) or _IN_BRACKETS.fullmatch(beneath)
        if is_told or not _may_be_row(document, first, last):
            continue
        line = cells_of(document, first, last - _ends_in_lands(document, first, last), at_of=at_of)
        if at_of and not any(cell.role == _DIRECTOR for cell in line.cells):
            continue
        dividing = sum(len(commas(document.text, cell)) for cell in line.cells)
        if not 1 <= len(line.cells) <= _MOST or (len(line.cells) == 1 and not dividing) or dividing > _MOST_COMMAS:
            continue
        group = held.setdefault(line.shape, [])
        if group and at - group[-1][0] > _FAR:
            if len(group) >= _FEWEST:
                yield [each for _, each in group]
            group.clear()
        group.append((at, line))
    for group in held.values():
        if len(group) >= _FEWEST:
            yield [each for _, each in group]


def _has_label(document: Document, block: list[Cells]) -> bool:
    """Tell whether all lines of a list begin with the same words, which then are no film: "Producers to know: NAME"."""
    heads = {document.text[line.cells[0].first : line.cells[0].last] for line in block if line.cells}
    return len(heads) == 1


def _is_of_posts(document: Document, block: list[Cells]) -> bool:
    """Tell whether most lines of a list give the post that somebody holds."""
    posts = sum(_POST.search(document.text, line.first, line.last) is not None for line in block)
    return 2 * posts >= len(block)


def _may_be_row(document: Document, first: int, last: int) -> bool:
    text = document.text[first:last]
    is_closed = text[-1] in ".!?:" and not _ABBREVIATED.search(text) and not _ends_in_lands(document, first, last)
    if len(text) > _LONGEST or is_closed or PROSE.search(text):
        return False
    found = field_in(document.text, first, last)
    is_record = (found and is_field(found["field"])) or BY.fullmatch(text)
    return not is_record and not _NO_LIST.search(text)


def _ends_in_lands(document: Document, first: int, last: int) -> bool:
    """Tell whether a line with a full stop ends in a list of countries: "- TITLE by NAME, Italy / Malta."."""
    at = document.text.rfind(", ", first, last)
    return at >= 0 and document.text[last - 1] == "." and bool(countries_between(document, at + 2, last - 1))


# ---- what its columns are ----------------------------------------------------------------------------------------


def _numbers(text: str, block: list[Cells]) -> list[int]:
    """Give for each part of a list's lines how many commas divide it: as many as most lines have."""
    numbers = []
    for at, cell in enumerate(block[0].cells):
        counts = sorted(len(commas(text, line.cells[at])) for line in block)
        few = counts[len(counts) * 3 // 10]
        numbers.append(min(few, _MOST - len(block[0].cells)) if cell.mark != "quote" else 0)
    return numbers


def _divided(text: str, line: Cells, numbers: list[int]) -> list[_Spans]:
    """Give each way to divide a line into its list's columns: at so many of the commas of each part."""
    parts = [_cuts(text, cell, number) for cell, number in zip(line.cells, numbers, strict=True)]
    return [tuple(span for spans in way for span in spans) for way in product(*parts)]


def _cuts(text: str, cell: Cell, number: int) -> list[_Spans]:
    """Give each way to divide a part at a number of its commas; what it lacks of them is left empty behind it."""
    at_commas = commas(text, cell)
    if not number or len(at_commas) < number:
        return [((cell.first, cell.last), *([(cell.last, cell.last)] * number))]
    return [
        tuple(zip((cell.first, *(last for _, last in cut)), (*(first for first, _ in cut), cell.last), strict=True))
        for cut in combinations(at_commas, number)
    ]


def _roles(text: str, table: list[list[_Spans]], first: Cells, *, has_firms: bool) -> _Roles | None:
    """Name the columns of a list, or give None where two ways to do so are about as good."""
    width = len(table[0][0])
    if width > _MOST or any(len(ways[0]) != width for ways in table):
        return None
    labels, cells = _labels(first, table[0][0]), _cells(first, table[0][0])
    weighed = sorted(
        ((_weight(text, table, roles), roles) for roles in _ways(labels, cells, has_firms=has_firms)), reverse=True
    )
    if not weighed or weighed[0][0] <= 0:
        return None
    is_clear = len(weighed) == 1 or weighed[0][0] - weighed[1][0] >= _SURE
    return weighed[0][1] if is_clear else None


def _labels(line: Cells, spans: _Spans) -> list[str]:
    """Give what labels and quotation marks say of each column."""
    said = {cell.first: cell.role or (_TITLE if cell.mark == "quote" else "") for cell in line.cells}
    return [said.get(first, "") for first, _ in spans]


def _cells(line: Cells, spans: _Spans) -> list[int]:
    """Give of which part of the line each column is."""
    return [sum(cell.first <= first for cell in line.cells) for first, _ in spans]


def _ways(labels: list[str], cells: list[int], *, has_firms: bool) -> Iterator[_Roles]:
    """Give each way to name columns: one title, and of the others one, or more that only commas divide."""
    free = (_TITLE, _DIRECTOR, _FIRM) if has_firms else (_TITLE, _DIRECTOR)
    for roles in product(*([label] if label else free for label in labels)):
        said = [role for at, role in enumerate(roles) if not at or role != roles[at - 1] or cells[at] != cells[at - 1]]
        if roles.count(_TITLE) == 1 and len(set(said)) == len(said) and len(said) > 1:
            yield roles


def _weight(text: str, table: list[list[_Spans]], roles: _Roles) -> float:
    """Weigh a way to name columns: what it is worth for a line of the list on average."""
    whole = sum(max(_fit(text, way, roles) for way in ways) for ways in table) / len(table)
    at = {role: roles.index(role) for role in roles}
    whole += 0.25 if at[_TITLE] == 0 else 0
    return whole + (0.1 if at.get(_DIRECTOR, 9) < at.get(_FIRM, 9) else 0)


def _fit(text: str, spans: _Spans, roles: _Roles) -> float:
    return sum(_suits(text[first:last], role) for (first, last), role in zip(spans, roles, strict=True))


@lru_cache(maxsize=4096)
def _suits(name: str, role: str) -> float:
    """Tell how well a part of a line suits the name of its column."""
    if not name.strip():
        return -2.0
    if role == _TITLE:
        return _as_title(name)
    if role == _FIRM:
        return _as_firm(name)
    return _as_people(name) if role == _DIRECTOR else 0.0


def _as_title(name: str) -> float:
    if not (name[0].isupper() or name[0].isdigit() or name[0] in "¡¿#"):
        return -3.0
    if countries().code(name):
        return -1.5
    plain = name.split()
    if len(plain) == 1 or _is_loose(name) or re.search(r"[\d?!]", name):
        return 0.8
    return -1.2 if _is_firm(name) or _has_given_name(name) else 0.3


def _as_people(name: str) -> float:
    told = 0.0
    names = _JOIN.split(name)
    for one in names:
        plain = one.split()
        if not plain or not plain[0][0].isalpha() or len(plain) > _MOST_WORDS or re.search(r"[\d?!:]", one):
            return -2.0
        if _is_loose(one) or len(plain) == 1:
            told -= 1.5
        elif _is_firm(one):
            told -= 1.0
        else:
            told += 1.5 if _has_given_name(one) else 0.4
    return told / len(names)


def _as_firm(name: str) -> float:
    plain = name.split()
    if not (name[0].isupper() or name[0].isdigit() or name[:2].strip().istitle()) or len(plain) > 2 * _MOST_WORDS:
        return -1.5
    if _is_firm(name):
        return 1.2
    return -0.6 if _has_given_name(name) else -0.4 if _is_loose(name) else 0.3


def _is_firm(name: str) -> bool:
    return " " in name and is_company_name(name) and not re.match(r"\d+\b(?! (?:films?|pictures))", name)


def _is_loose(name: str) -> bool:
    """Tell whether words in small letters, particles of names aside, are part of a name."""
    return any(word[0].islower() and fold(word) not in _PARTICLES for word in name.split() if word[0].isalpha())


def _has_given_name(name: str) -> bool:
    plain = fold(name).split()
    return 1 < len(plain) < _MOST_WORDS and is_given_name(plain[0])


# ---- what a line says --------------------------------------------------------------------------------------------


def _row(document: Document, line: Cells, spans: _Spans, roles: _Roles, company_role: str) -> Row | None:
    """Give what a line says of its film, or None where a part cannot be what its column is."""
    text = document.text
    (begin, end) = spans[roles.index(_TITLE)]
    title = text[begin:end].strip(' “”"«»,')
    begin += text[begin:end].index(title)
    if _as_title(title) < -1.3:
        return None
    film = thing(title, "Film", begin, begin + len(title))
    facts: list[Fact] = []
    for role in dict.fromkeys(roles):
        own = [span for span, other in zip(spans, roles, strict=True) if other == role and span[0] < span[1]]
        if role == _TITLE or not own:
            continue
        first, last = own[0][0], own[-1][1]
        if role in (_DIRECTOR, "wrote", "starredIn"):
            if role == _DIRECTOR and _as_people(text[first:last]) < -1.0:
                return None
            facts += [
                Fact(one, role, film, line.first, line.last, COLUMN_RECORD, _SCORE,
                     main="object" if role == _DIRECTOR else "")
                for one in _people(document, first, last)
            ]  # fmt: skip
        else:
            done = company_role if role == _FIRM else role
            facts += [
                Fact(firm, done, film, line.first, line.last, COLUMN_RECORD, _SCORE)
                for firm in companies_between(document, first, last)
            ]
    facts += listed_origins(film, line.lands, (line.first, line.last), COLUMN_RECORD, _SCORE)
    return Row(film, facts) if facts else None


def _people(document: Document, first: int, last: int) -> list[End]:
    """Give the people of a column of people, names of any language among them."""
    if sure := people_between(document, first, last):
        return sure
    found, at = [], first
    for hit in [*_JOIN.finditer(document.text, first, last), None]:
        end = hit.start() if hit else last
        name = document.text[at:end].strip()
        if name and not (name[0].islower() and _is_loose(name)):
            start = document.text.index(name, at)
            found.append(End(Mention("Person", name), start, start + len(name)))
        at = hit.end() if hit else last
    return found
