"""Saved web pages -> text and metadata: what a reader sees, line by line, and what the page's head says of it."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from kg.document import Metadata
from kg.errors import SourceError
from kg.read.identified import identifier_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["is_html", "read_html"]

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)(div|span|section|article|table|ul|ol|blockquote|font|em|strong|b|i|a)\b", re.IGNORECASE)
# No page that people read nests deeper; parsers are made to crash this way.
_DEEPEST = 500
_SKIPPED_TAGS = (
    "script style noscript template svg math iframe object canvas form button select option input nav footer aside "
    "head audio video picture map dialog"
)
_BLOCK_TAGS = (
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header "
    "hr html li main ol p pre section summary table tbody td tfoot th thead time tr ul"
)
_SKIPPED, _BLOCKS = frozenset(_SKIPPED_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def is_html(data: bytes) -> bool:
    """Tell whether a file's bytes begin as a web page does."""
    return bool(_START.match(data[:4096].removeprefix(b"\xef\xbb\xbf")))


def read_html(data: bytes, where: str) -> tuple[str, Metadata]:
    """Give the text of a web page, one block a line, and what its head says of it.

    Navigation, scripts, forms and what is hidden are left out; of a page with one article, only that is kept. Raises
    SourceError for a page that is made to exhaust a reader, and for one without text.
    """
    from lxml import etree

    _refuse_bombs(data, where)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    tree: Any = etree.fromstring(_decoded(data).encode("utf-8"), parser)
    if tree is None:
        raise SourceError("a web page without content", where=where, do="save it again, or as text")
    lines = [line for line in (*_lines(tree), *_films(tree), *identifier_lines(_things(tree))) if line]
    text = unicodedata.normalize("NFC", "\n".join(lines)) + "\n"
    if not text.strip():
        raise SourceError("a web page without text", where=where, do="save it when it has loaded, or as text")
    return text, _metadata(tree)


def _refuse_bombs(data: bytes, where: str) -> None:
    if re.search(rb"<!ENTITY", data[:65536], re.IGNORECASE):
        raise SourceError("a web page that defines entities", where=where, do="save it as text")
    depth = 0
    for tag in _TAG.finditer(data):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            line = data.count(b"\n", 0, tag.start()) + 1
            raise SourceError(
                f"elements nested more than {_DEEPEST} deep", where=f"{where}:{line}", do="save it as text"
            )


def _decoded(data: bytes) -> str:
    """UTF-8 where it is that, else what the page says it is, else Windows-1252, as browsers do."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(data[:4096])
        for encoding in ((named[1].decode("ascii"),) if named else ()) + ("windows-1252",):
            try:
                return data.decode(encoding, "replace")
            except LookupError:
                continue
    return data.decode("latin-1")


def _lines(tree: Any) -> Iterator[str]:
    """The text of the page's main part: a walk without recursion that ends a line where a block does."""
    root = _main_part(tree)
    heading = tree.find(".//h1")
    if heading is not None and root is not tree and heading not in root.iter("h1"):
        yield _tidy("".join(heading.itertext()))
    line: list[str] = []
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        is_block = element.tag in _BLOCKS or element.tag == "br"
        if is_block and line:
            yield _tidy("".join(line))
            line = []
        if closing:
            if element is not root and element.tail:
                line.append(element.tail)
            continue
        stack.append((element, True))
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or _is_hidden(element):
            continue
        if element.text:
            line.append(element.text)
        stack.extend((child, False) for child in reversed(element))
    if line:
        yield _tidy("".join(line))


def _main_part(tree: Any) -> Any:
    """The one article of the page, else its main part, else all of it."""
    articles = [each for each in tree.iter("article") if len("".join(each.itertext())) > 400]
    if len(articles) == 1:
        return articles[0]
    for found in (tree.find(".//main"), tree.find(".//*[@role='main']"), tree.find(".//body")):
        if found is not None and len("".join(found.itertext()).strip()) > 0:
            return found
    return tree


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _metadata(tree: Any) -> Metadata:
    named = {
        (meta.get("property") or meta.get("name") or "").lower(): (meta.get("content") or "").strip()
        for meta in tree.iter("meta")
    }
    linked = {(link.get("rel") or "").lower(): link.get("href") for link in tree.iter("link")}
    head = tree.find(".//title")
    told = _article_data(tree)
    published = named.get("article:published_time") or named.get("date") or str(told.get("datePublished") or "")
    found = {
        "title": named.get("og:title") or (_tidy("".join(head.itertext())) if head is not None else ""),
        "publisher": named.get("og:site_name"),
        "author": named.get("author"),
        "address": linked.get("canonical") or named.get("og:url"),
        "published": date[0] if (date := _DATE.match(published)) else None,
        "language": (tree.get("lang") or "").split("-")[0].lower(),
    }
    return Metadata(**{key: value for key, value in found.items() if value})


def _article_data(tree: Any) -> dict[str, Any]:
    """The first schema.org article that the page describes in JSON-LD."""
    return next((thing for thing in _things(tree) if "Article" in str(thing.get("@type"))), {})


def _films(tree: Any) -> Iterator[str]:
    """The films that the page describes in JSON-LD, as the record lines that articles end with."""
    for thing in _things(tree):
        if not set(_texts(thing.get("@type"))) & {"Movie", "TVSeries"} or not _texts(thing.get("name")):
            continue
        yield f"Title: {_tidy(_texts(thing['name'])[0])}"
        for field, label in _FILM_FIELDS.items():
            if names := _texts(thing.get(field)):
                yield f"{label}: {', '.join(map(_tidy, names))}"


_FILM_FIELDS = {
    "director": "Director",
    "actor": "Cast",
    "author": "Writer",
    "countryOfOrigin": "Country",
    "productionCompany": "Production company",
}


def _texts(value: Any) -> list[str]:
    """The names in a value of JSON-LD: a text, a thing with a name, or a list of these."""
    found = []
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip():
            found.append(name)
    return found


def _things(tree: Any) -> Iterator[dict[str, Any]]:
    """Everything that the page describes in JSON-LD; what is no JSON is passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for thing in graph if isinstance(graph, list) else []:
            if isinstance(thing, dict):
                yield thing
