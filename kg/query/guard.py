r"""The guard that every query passes before an engine sees it.

It cuts the text into tokens and refuses what reaches out (SERVICE, LOAD, FROM) or writes (updates), and what is so
deep or long that an engine could fall over it: engines recurse into chains (`1+1+…`, `OPTIONAL {} …`, long lists) as
into nested groups, and from about 5,000 links on that ends the process. The limits are far above what people write.
A Permit allows more where it does no harm: FROM for graphs that the store has, services that somebody listed, updates.

Engines do not cut alike, so whatever could be cut in two ways is refused or looked at in each:

- `\u` escapes are decoded by some before they parse, by some only in strings, by rdflib with four *or eight* digits:
  the text passes as it stands and in every decoded form.
- `?a<'b>'` holds an IRI for a scanner and a comparison for a parser: an IRI must begin with `scheme://`, or hold
  nothing that would begin a string, comment or group; outside parentheses, where nothing is compared, `<#b>` may stand.
- Keywords need no space around them (`trueSERVICE`, `SERVICE:x`): they are looked for inside words and prefixes.
- A carriage return alone ends a comment for some.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from kg.errors import QueryError, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Permit", "guard", "tokens"]

_LONGEST = 256 * 1024
_DEEPEST = 100
_MOST_UNIONS = 500
_MOST_NEGATIONS = 100
_MOST_LINKS = 2000
_MOST_TERMS = 2000  # outside VALUES and INSERT DATA, which no engine recurses into
_MOST_FORMS = 16
_REACHING = {
    "SERVICE": "reaches another server",
    "LOAD": "reads from elsewhere",
    "FROM": "names a dataset to fetch",
}
_WRITING = frozenset(("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"))
_HIDDEN = re.compile("SERVICE|FROM")  # in a word that an engine may cut in two
# What must be looked at closely: words that reach out or write, wherever they stand, and what begins strings, escapes
# and ends of lines. A short text without any of these cannot pass a limit either.
_NOTABLE = (*sorted(_REACHING), *sorted(_WRITING), '"', "'", "\\", "\r")
# The one property of the evidence with such a word in its name, where it can be nothing but a name: a full pass lets
# it stand too, and every question for the words behind a fact has it.
_QUOTED = ":wasQuotedFrom"
_SHORT = 2000
_CONSTANTS = frozenset(("TRUE", "FALSE", "UNDEF"))
_TERMS = frozenset(("iri", "string", "variable", "prefixed", "number"))
_ESCAPES = (
    re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})"),
    re.compile(r"\\u([0-9a-f]{4}(?:[0-9a-f]{4})?)()", re.IGNORECASE),
)
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
  | (?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\')
  | (?P<stray>["\'])
  | (?P<variable>[?$]\w+)
  | (?P<prefixed>(?:[^\W0-9][\w.-]{0,199}+)?+:(?:(?:[\w:%]|\\.)(?:[\w:%-]|\\.|\.(?=[\w:%\\.-]))*)?)
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<word>[^\W\d][\w-]*)
  | (?P<open>[\[({])
  | (?P<close>[\])}])
  | (?P<not>!(?!=))
  | (?P<link>&&|\|\||[+*/|^.;,=-])
    """,
    re.VERBOSE | re.DOTALL,
)
# A prefix is looked for at each word: were it as long as may be, `a.a.a…` would take minutes.
_LONG_NAME = re.compile(r"[\w.-]{200}")
_ONE_WAY = re.compile(r"<(?:[A-Za-z][\w+.-]*://.*|[\w.:%/~+=&@,;*-]*)>", re.DOTALL)
_RELATIVE = re.compile(r"(?<!<)<[\w.:%/~+=&@,;*?#-]*>")  # after another < it is the comment of a triple term's `<<`


@dataclass(frozen=True, slots=True)
class Permit:
    """What a query may do beside reading the default dataset.

    `graphs` tells whether FROM may name a graph (None: there is no FROM; only for engines that never fetch one),
    `services` are the IRIs that SERVICE may ask, `updates` lets updates pass.
    """

    graphs: Callable[[str], bool] | None = None
    services: frozenset[str] = frozenset()
    updates: bool = False


_READ = Permit()


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Give the tokens of a query; `lastgroup` of each is its kind."""
    return _TOKEN.finditer(text)


def guard(text: str, where: str = "query", permit: Permit = _READ) -> str:
    """Give the query back, as it is, if it may run.

    Raises QueryError that says what is wrong, at which line and column, and what to do; RefusedError where it asks
    for what `permit` does not allow.
    """
    if _plain(text):
        return text
    if len(text.encode("utf-8", "surrogatepass")) > _LONGEST:
        raise QueryError(f"more than {_LONGEST // 1024} kB of query", where=where, do="cut it")
    for found in _ESCAPES[0].finditer(text):
        if _char(found) == found[0]:
            raise QueryError(f"{found[0]} is no character", where=_at(text, found.start(), where), do="leave it out")
    forms = [text]
    for form in forms:
        _pass(form, where, permit)
        forms += {escape.sub(_char, form) for escape in _ESCAPES} - set(forms)
        if len(forms) > _MOST_FORMS:
            raise QueryError("escapes of escapes", where=where, do="write the characters themselves")
    has = permit.graphs
    for iri, offset in _datasets(text) if has and "FROM" in text.upper() else ():
        if has and not has(iri):
            place = _at(text, offset, where)
            raise RefusedError(f"FROM <{iri[:200]}>: no such graph is here", where=place, do="FROM fetches nothing")
    return text


def _plain(text: str) -> bool:
    """Tell whether a text can hold nothing that is refused, however it is cut: most questions that programs ask."""
    if len(text) > _SHORT:
        return False
    # Looking for each by itself takes a fraction of what one pattern of all takes.
    seen = text.replace(f"{_QUOTED} ", ": ").replace(f"{_QUOTED}\n", ":\n").upper()
    return (
        not any(map(seen.__contains__, _NOTABLE))
        and sum(map(text.count, "([{")) <= _DEEPEST
        and text.count("!") <= _MOST_NEGATIONS
    )


def _pass(text: str, where: str, permit: Permit) -> None:
    depth = unions = negations = links = terms = 0
    before = prior = ""
    brackets: list[str] = []
    data = 0  # the depth of the block of data that we are in, which may be long; -1 while its brace is to come
    for found in tokens(text):
        kind, written = found.lastgroup, found[0]
        name = written.upper() if kind == "word" else ""
        depth += (kind == "open") - (kind == "close")
        if kind == "open":
            brackets.append(written)
        elif kind == "close":
            del brackets[-1:]
        begins = name == "VALUES" or (name == "DATA" and before in ("INSERT", "DELETE"))
        if begins or (data == -1 and written == "{") or depth < data:
            data = -1 if begins else depth if written == "{" else 0
        unions += name == "UNION"
        negations += kind == "not"
        links += (kind == "link" and data < 1) or written == "{" or (kind == "word" and name not in _CONSTANTS)
        terms += kind in _TERMS and data < 1
        fault = _fault(found, prior, text, compared=brackets[-1:] == ["("])
        refused = None if fault else _refused(found, text, permit)
        if depth > _DEEPEST:
            fault = ("too many nested groups", "simplify the query")
        elif unions > _MOST_UNIONS or negations > _MOST_NEGATIONS or links > _MOST_LINKS or terms > _MOST_TERMS:
            what = "unions" if unions > _MOST_UNIONS else "negations" if negations > _MOST_NEGATIONS else "parts"
            fault = (f"too many {what}", "simplify the query; long lists of terms go into VALUES")
        if fault:
            raise QueryError(fault[0], where=_at(text, found.start(), where), do=fault[1])
        if refused:
            raise RefusedError(refused, where=_at(text, found.start(), where), do="this graph is only read")
        if kind != "comment":
            before, prior = written.upper(), "BASE" if written.upper() == "BASE" else before


def _fault(found: re.Match[str], prior: str, text: str, *, compared: bool) -> tuple[str, str] | None:
    """Tell what is wrong with one token, and what to do.

    `prior` is BASE, or the last token but one; `compared` tells whether a comparison may stand here.
    """
    kind, token = found.lastgroup, found[0]
    relative = not compared and bool(_RELATIVE.match(text, found.start()))
    if kind == "iri" and prior not in ("PREFIX", "BASE") and not relative and not _ONE_WAY.fullmatch(token):
        return f"{token[:60]} can be read in two ways", "begin an IRI with its scheme and //; put a space after a <"
    if kind == "word" and _LONG_NAME.match(text, found.start()):
        return "a name of 200 characters or more", "name it shorter"
    if kind == "stray":
        return "a string that does not end", "close it, or escape the quote"
    if kind == "comment" and text[found.end() : found.end() + 1] == "\r" and text[found.end() + 1 :][:1] != "\n":
        return "a comment ends in a carriage return alone", "end the line in a line feed"
    return None


def _refused(found: re.Match[str], text: str, permit: Permit) -> str | None:
    """Tell what a word asks for that is not allowed."""
    if found.lastgroup not in ("word", "prefixed"):
        return None
    name = found[0].partition(":")[0].upper()
    whole = found.lastgroup == "word"
    if whole and name in _WRITING and not permit.updates:
        return f"{name} writes"
    hidden = _HIDDEN.search(name)
    word = hidden[0] if hidden else name if whole else ""
    if word not in _REACHING or (whole and word == name and _permitted(word, text[found.end() :], permit)):
        return None
    return f"{word} {_REACHING[word]}"


def _permitted(word: str, rest: str, permit: Permit) -> bool:
    if word == "FROM":
        return permit.graphs is not None
    if word != "SERVICE" or not permit.services:
        return False
    following = [token for token in tokens(rest[:2000]) if token.lastgroup != "comment"][:2]
    target = following[1:] if following and following[0][0].upper() == "SILENT" else following
    return bool(target) and target[0].lastgroup == "iri" and target[0][0][1:-1] in permit.services


def _datasets(text: str) -> Iterator[tuple[str, int]]:
    """Give the IRI of each graph that FROM names, prefixed and relative ones resolved, and where it stands."""
    prefixes, base = {}, ""
    found = [token for token in tokens(text) if token.lastgroup != "comment"]
    for place, token in enumerate(found):
        name = token[0].upper() if token.lastgroup == "word" else ""
        following = found[place + 1 : place + 3]
        if name == "BASE" and following:
            base = urljoin(base, following[0][0][1:-1])
        elif name == "PREFIX" and len(following) == 2:
            prefixes[following[0][0].removesuffix(":")] = urljoin(base, following[1][0][1:-1])
        elif name == "FROM" and following:
            graph = following[-1] if following[0][0].upper() == "NAMED" else following[0]
            if graph.lastgroup == "iri":
                yield urljoin(base, graph[0][1:-1]), graph.start()
            elif graph.lastgroup == "prefixed":
                prefix, _, local = graph[0].partition(":")
                yield prefixes.get(prefix, "") + re.sub(r"\\(.)", r"\1", local), graph.start()


def _char(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return found[0] if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)


def _at(text: str, offset: int, where: str) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"{where}:{line}:{offset - text.rfind(chr(10), 0, offset)}"
