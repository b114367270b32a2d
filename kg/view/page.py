"""One page: pyvis's model of a network in our own template, with everything that it needs inside the file.

pyvis is the model and the engine: the page's nodes and edges are those of a pyvis Network, and the JavaScript that
draws them is the vis-network that pyvis ships (pictures of thousands of things are drawn by our own atlas.js). Its
own templates ask a CDN for styles and run what stands in names, so the page around it is ours: all text goes
through JSON blocks that end nowhere but at their end, and a content policy lets only the scripts in this file run.
A page that a server gives names its scripts and its style by address instead of holding them.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from kg.errors import BuildError
from kg.view.theme import theme_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.view.payload import Payload
    from kg.view.theme import Theme

__all__ = ["Served", "page_parts", "render"]

_SCRIPTS = (
    "data", "text", "evidence", "dispute", "path", "place", "scene", "panel", "index", "labels", "picture", "atlas",
    "save", "state", "search", "filter", "page",
)  # fmt: skip
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True, slots=True)
class Served:
    """A page out of a server: where its parts are (`page_parts` gives them), and (address, words) of the way back.

    The content policy is then the server's to send.
    """

    style: str
    scripts: tuple[str, ...]
    back: tuple[tuple[str, str], ...] = ()


def render(
    payload: Payload,
    title: str,
    tables: Mapping[str, Any] | None = None,
    theme: Theme | None = None,
    served: Served | None = None,
    **start: Any,
) -> bytes:
    """Give the page as UTF-8: the payload's views as tabs, the first of them open.

    `tables` maps a view's id to the rows of its HTML table (see kg.view.table); `theme` gives colours of one's
    own, in a page that is a file; `served` makes it a page of a server; `start` is what is open at first, as the
    page's address would say it (`node`, `steps`, `path`). Raises BuildError where pyvis lacks its vis-network.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    # pyvis's add_edge compares with every edge so far and drops a second one between two nodes: fill its lists.
    network.nodes, network.edges = payload.nodes, payload.edges
    network.node_ids = [node["id"] for node in network.nodes]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.toggle_physics(False)
    network.templateEnv = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    network.path = "page.html"
    style = _style() + (theme_style(theme) if theme else "")
    scripts = (_vis(), _page_script())
    network.templateEnv.globals.update(
        title=title,
        views=payload.views,
        tables=tables or {},
        disputed=payload.disputed,
        served=served,
        policy=_policy(scripts, style),
        style=Markup(style),  # noqa: S704 - our own file, and colours that read_theme let through
        data=Markup(_json({"title": title, "start": urlencode(start, doseq=True), **payload.tables()})),  # noqa: S704 - escaped by _json
        blocks=[(name, first, Markup(_json(rows))) for name, first, rows in payload.blocks()],  # noqa: S704 - so too
        vis_script=Markup(scripts[0]),  # noqa: S704 - the installed pyvis
        page_script=Markup(scripts[1]),  # noqa: S704 - our own files
    )
    return str(network.generate_html()).encode("utf-8")


def page_parts() -> dict[str, bytes]:
    """Give the style and the scripts of a page that is served, by file name, in the order in which they run."""
    style = _style() + _minified("text/css", _asset("served.css"))
    parts = {"view.css": style, "vis-network.js": _vis(), "view.js": _page_script()}
    return {name: text.encode("utf-8") for name, text in parts.items()}


def _json(data: Any) -> str:
    """Give JSON that no HTML or JavaScript parser can leave early."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """Nothing but what is in the file: no request, no inline handler, no frame, no form."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_hash(script) for script in scripts),
            "style-src " + _hash(style),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _asset(name: str) -> str:
    return files("kg.view").joinpath("shell", name).read_text(encoding="utf-8")


def _template(name: str) -> str:
    """Give a template without its indentation, which would stand in the file once for each row of a table."""
    return "\n".join(line.strip() for line in _asset(name).splitlines())


@cache
def _style() -> str:
    return _minified("text/css", _asset("page.css"))


@cache
def _page_script() -> str:
    parts = "\n".join(_asset(name + ".js") for name in _SCRIPTS)
    return _minified("application/javascript", "(() => {\n'use strict';\n" + parts + "\n})();")


def _minified(kind: str, source: str) -> str:
    """Give source without comments and spaces and with short local names: a third of our part of a file."""
    import minify

    return str(minify.string(kind, source))


@cache
def _vis() -> str:
    """Give vis-network out of the installed pyvis, made safe to stand in a script element."""
    found = files("pyvis").joinpath(_VIS)
    if not found.is_file():
        raise BuildError("pyvis has no vis-network 9.1.2", where=str(found), do="install pyvis 0.3.2")
    script = found.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
