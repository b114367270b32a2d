"""RDF terms as text: an IRI is `<…>`, a literal `"…"` or `"…"^^<…>`, just as in N-Triples.

Plain strings sort by code point, stream, and cost next to nothing, which is what millions of statements need.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal, InvalidOperation

from kg.errors import BuildError
from kg.graph.namespace import XSD

__all__ = ["Quad", "Triple", "boolean", "date", "decimal", "integer", "literal", "split_literal", "string", "year"]

Triple = tuple[str, str, str]
Quad = tuple[str, str, str, str]
"""Graph first, so that sorting groups by it; the default graph is the empty text."""

# Beside what the grammar demands: controls, line and paragraph separators (some readers split lines at them),
# bidirectional controls (they reorder the rest of the line on screen), the byte order mark and noncharacters.
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_UNESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_LONG = {short[1]: char for char, short in _SHORT.items()}
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|@([A-Za-z0-9-]+))?', re.DOTALL)

_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def string(text: str) -> str:
    """Give a plain literal."""
    # Most texts need no escape, and this tells so many times faster than looking at each character.
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{_ESCAPED.sub(_escape, text)}"'


def literal(text: str, datatype: str | None = None, language: str | None = None) -> str:
    """Give a literal with a datatype (full IRI; that of strings is left out, as in RDF 1.1) or a language tag."""
    if language:
        return f"{string(text)}@{language.lower()}"
    return string(text) if datatype in (None, XSD + "string") else f"{string(text)}^^<{datatype}>"


def integer(number: int) -> str:
    """Give an xsd:integer."""
    return f'"{int(number)}"^^<{XSD}integer>'


def boolean(truth: object) -> str:
    """Give an xsd:boolean."""
    return f'"{"true" if truth else "false"}"^^<{XSD}boolean>'


def decimal(number: float | str) -> str:
    """Give the minimal xsd:decimal (12.5, 30, 0.25), which every store keeps as it is.

    Raises BuildError for what is no finite number.
    """
    try:
        exact = Decimal(str(number))
    except InvalidOperation:
        exact = Decimal("NaN")
    if not exact.is_finite():
        raise BuildError(f"{number!r} is no decimal number")
    text = f"{exact:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f'"{"0" if text == "-0" else text}"^^<{XSD}decimal>'


def year(number: int) -> str:
    """Give an xsd:gYear."""
    return f'"{"-" if number < 0 else ""}{abs(number):04d}"^^<{XSD}gYear>'


def date(text: str) -> str:
    """Give an ISO date, year-month or year with its datatype; what is none of these stays a plain string.

    A text may print the 31st of February: it is kept as printed, and validation points at it.
    """
    datatype = _DATES.get(len(text)) if _ISO.fullmatch(text) else None
    if datatype:
        try:
            datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
        except ValueError:
            datatype = None
    return f'"{text}"^^<{XSD}{datatype}>' if datatype else string(text)


def split_literal(term: str) -> tuple[str, str | None, str | None]:
    """Give the text, datatype (full IRI, None for plain strings) and language tag of a literal.

    Raises ValueError for what is no literal.
    """
    match = _LITERAL.fullmatch(term)
    if match is None:
        raise ValueError(f"no literal: {term!r}")
    return _UNESCAPE.sub(_unescape, match[1]), match[2], match[3]


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _LONG.get(match[3], match[3])
