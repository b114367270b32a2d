r"""The guard that every query passes before an engine sees it.

It decodes `\u` escapes as SPARQL does, cuts the text into tokens, and refuses what reaches out (SERVICE, LOAD, FROM)
or writes (updates), and what is so deep or long that a parser could fall over it. The limits are far above what
people write: all 1,307 query tests of the W3C peak at depth 7, 19 unions, 2 `!` and 12.9 kB.
"""

from __future__ import annotations

import re

from kg.errors import QueryError

__all__ = ["guard"]

_LONGEST = 256 * 1024
_DEEPEST = 100
_MOST_UNIONS = 500
_MOST_NEGATIONS = 100
_REACHING = {
    "SERVICE": "reaches another server",
    "LOAD": "reads from elsewhere",
    "FROM": "names a dataset to fetch",
    "INSERT": "writes",
    "DELETE": "writes",
    "CLEAR": "writes",
    "DROP": "writes",
    "CREATE": "writes",
    "COPY": "writes",
    "MOVE": "writes",
    "ADD": "writes",
    "WITH": "writes",
}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
  | (?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<prefixed>[\w.-]*:(?:[\w:%.-]|\\.)*)
  | (?P<word>[A-Za-z_][\w-]*)
  | (?P<open>[\[({])
  | (?P<close>[\])}])
  | (?P<not>!(?!=))
    """,
    re.VERBOSE | re.DOTALL,
)


def guard(text: str, where: str = "query") -> str:
    """Give the query with its escapes decoded, if it may run.

    Raises QueryError that says what is refused, at which line and column, and what to do.
    """
    if len(text.encode("utf-8", "surrogatepass")) > _LONGEST:
        raise QueryError(f"more than {_LONGEST // 1024} kB of query", where=where, do="cut it")
    text = _ESCAPE.sub(lambda found: _decode(found, where, text), text)
    depth = unions = negations = 0
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "not":
            negations += 1
        elif kind == "word":
            word = found[0].upper()
            unions += word == "UNION"
            if word in _REACHING:
                raise QueryError(
                    f"{word} {_REACHING[word]}", where=_at(text, found.start(), where), do="this graph is only read"
                )
        if depth > _DEEPEST or unions > _MOST_UNIONS or negations > _MOST_NEGATIONS:
            what = "nested groups" if depth > _DEEPEST else "unions" if unions > _MOST_UNIONS else "negations"
            raise QueryError(f"too many {what}", where=_at(text, found.start(), where), do="simplify the query")
    return text


def _decode(found: re.Match[str], where: str, text: str) -> str:
    code = int(found[1] or found[2], 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise QueryError(f"{found[0]} is no character", where=_at(text, found.start(), where))
    return chr(code)


def _at(text: str, offset: int, where: str) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"{where}:{line}:{offset - text.rfind(chr(10), 0, offset)}"
