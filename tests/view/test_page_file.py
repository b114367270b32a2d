"""The page as a file: what is in it can be read without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import struct
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.network import lay_out
from kg.view import film_view, write_views
from kg.view.kind import KINDS, kind_of
from kg.view.page import Served, _asset, _json, page_parts, render
from kg.view.payload import Payload
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    from pathlib import Path


class Parts(HTMLParser):
    """The scripts and styles of a page, and its content policy."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.policy, self._open = "", ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        found = dict(attrs)
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"]
        self._open = "" if found.get("type") == "application/json" else tag

    def handle_data(self, data: str) -> None:
        if self._open in self.texts:
            self.texts[self._open].append(data)

    def handle_endtag(self, _tag: str) -> None:
        self._open = ""


def parts_of(page: str) -> Parts:
    parts = Parts()
    parts.feed(page)
    return parts


def data_of(page: str) -> Any:
    found = re.search('<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def block_of(page: str, name: str) -> list[Any]:
    """All rows of what the page parses when asked."""
    found = re.findall(f'<script type="application/json" data-of="{name}"[^>]*>(.*?)</script>', page, re.DOTALL)
    return [row for rows in found for row in json.loads(rows)]


def numbers_of(column: str) -> list[int]:
    raw = base64.b64decode(column[1:])
    return list(struct.unpack(f"<{len(raw) // struct.calcsize(column[0])}{column[0]}", raw))


@pytest.fixture(scope="module")
def index(seeds_built: Any) -> str:
    return (seeds_built.out / "index.html").read_text(encoding="utf-8")


def test_nodes_and_edges_of_the_page_are_those_of_the_view_graph(index: str, graph: Any) -> None:
    data = data_of(index)
    names, edges = data["nodes"]["keys"], data["edges"]
    found = sorted(
        (names[source], names[target], data["predicates"][predicate][0])
        for source, target, predicate in zip(
            *(numbers_of(edges[part]) for part in ("from", "to", "predicate")), strict=True
        )
    )
    assert (sorted(names), found) == (sorted(graph), sorted((*edge[:2], edge[2]) for edge in graph.edges(data="label")))


def test_marked_words_in_the_page_are_the_words_of_the_claims(index: str, seeds_built: Any) -> None:
    sentences = block_of(index, "sentences")
    marked = {
        sentences[number][marks[at] : marks[at + 1]]
        for proofs in block_of(index, "proofs")
        for _, _, _, *passages in proofs
        for number, *marks in passages
        for at in range(0, len(marks), 2)
    }
    lines = (seeds_built.out / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    exact = {span["exact"] for line in lines for span in json.loads(line)["spans"]}
    # Spans that touch are marked as one, so a marked stretch is a span or made of spans.
    strange = [words for words in marked if words not in exact and not any(part in words for part in exact)]
    assert strange == []


def test_vis_network_stands_in_the_page_once(index: str) -> None:
    assert index.count("A dynamic, browser-based visualization library.") == 1


def test_every_script_and_style_is_allowed_by_its_hash_and_nothing_else(index: str) -> None:
    parts = parts_of(index)
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for texts in parts.texts.values()
        for text in texts
    }
    allowed = set(re.findall("'sha256-[^']*'", parts.policy))
    assert (len(parts.texts["script"]), hashes, "default-src 'none'" in parts.policy, "unsafe" in parts.policy) == (
        2, allowed, True, False,
    )  # fmt: skip


def test_the_page_says_its_language_title_and_width(index: str) -> None:
    wanted = ('<html lang="en">', "<title>Film knowledge graph</title>", 'name="viewport"', 'charset="utf-8"')
    assert [part for part in wanted if part not in index] == []


def test_no_element_asks_for_another_file(index: str) -> None:
    page = index.partition('<script type="application/json"')[0]
    asked = re.findall(r"<(?:link|img|iframe|script)[^>]*\s(?:src|href)=[\"']?([^\"'>]*)", page)
    assert [address for address in asked if not address.startswith("data:")] == []


def test_the_same_graph_gives_the_same_bytes(graph: Any, tmp_path: Path) -> None:
    places = lay_out(graph)
    for name in ("one", "two"):
        write_views(graph, tmp_path / name, places)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_an_empty_graph_has_views_too(graph: Any, tmp_path: Path) -> None:
    assert [path.stat().st_size > 0 for path in write_views(graph.subgraph([]), tmp_path, {})] == [True, True, True]


def test_a_film_that_is_not_there_is_named(graph: Any) -> None:
    with pytest.raises(UsageError, match="Kikka"):
        film_view(graph, "Kikka")


def test_a_page_is_no_larger_than_its_library_and_a_little_a_node(seeds_built: Any, graph: Any) -> None:
    assert (seeds_built.out / "index.html").stat().st_size < 550_000 + 400 * len(graph)


@given(st.text())
def test_data_comes_back_from_its_block_and_cannot_end_it(text: str) -> None:
    block = _json({"text": text})
    assert (json.loads(block), set("<>&\u2028\u2029") & set(block)) == ({"text": text}, set())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x"])
def test_only_a_web_address_becomes_a_link(graph: Any, address: str) -> None:
    from dataclasses import replace

    poisoned = graph.subgraph(["film/girl", "person/lukas-dhont"]).copy()
    for *_, edge in poisoned.edges(data=True):
        edge["evidence"] = [replace(proof, source=replace(proof.source, address=address)) for proof in edge["evidence"]]
    payload = Payload(poisoned)
    payload.add_part(poisoned)
    assert {document[4] for document in payload.tables()["documents"]} == {""}


def test_a_sentence_that_proves_several_links_is_in_the_page_once(index: str) -> None:
    sentences = block_of(index, "sentences")
    assert len(sentences) == len(set(sentences))


def test_a_title_of_markup_is_text_in_the_page(graph: Any) -> None:
    payload = Payload(graph)
    payload.add_view("all", "A", "about", {})
    page = render(payload, "</title><script>window.hit=1</script>").decode()
    assert len(parts_of(page).texts["script"]) == 2


def test_a_page_of_a_server_names_its_parts_and_holds_none(graph: Any) -> None:
    payload = Payload(graph)
    payload.add_view("all", "A", "about", {})
    served = Served("/static/view.css", ("/static/vis.js", "/static/view.js"), (("/film/girl", "<Girl>"),))
    page = render(payload, "A", served=served).decode()
    found = parts_of(page)
    assert (found.policy, [text for texts in found.texts.values() for text in texts if text.strip()]) == ("", [])
    assert re.findall('<script src="([^"]+)"', page) == ["/static/vis.js", "/static/view.js"]
    assert '<a dir="auto" href="/film/girl">&lt;Girl&gt;</a>' in page


def test_the_parts_of_a_served_page_are_those_of_a_file(graph: Any) -> None:
    payload = Payload(graph)
    payload.add_view("all", "A", "about", {})
    found = parts_of(render(payload, "A").decode())
    parts = [part.decode() for name, part in page_parts().items() if name.endswith(".js")]
    assert [text for text in found.texts["script"] if text.strip()] == parts


def colours(scheme: str) -> dict[str, str]:
    light, dark = re.findall(r":root[^{]*\{([^}]*)\}", _asset("page.css"))[:2]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})\b", {"light": light, "dark": dark}[scheme]))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent"])
def test_text_can_be_read(scheme: str, text: str) -> None:
    found = colours(scheme)
    assert min(contrast(found[text], found[ground]) for ground in ("ground", "sheet")) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marked_words_can_be_read(scheme: str) -> None:
    found = colours(scheme)
    assert contrast(found["ink"], found["mark"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "mark", [*(kind.id for kind in KINDS), *(f"c{at}" for at in range(1, 9)), "elsewhere", "nowhere"]
)
def test_marks_stand_out_from_the_ground(scheme: str, mark: str) -> None:
    found = colours(scheme)
    assert contrast(found[mark], found["ground"]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_stand_out_from_the_ground(scheme: str) -> None:
    found = colours(scheme)
    parts = [[int(found[name][at : at + 2], 16) for at in (1, 3, 5)] for name in ("edge", "ground")]
    drawn = [round(0.9 * edge + 0.1 * ground) for edge, ground in zip(*parts, strict=True)]
    assert contrast("#{:02x}{:02x}{:02x}".format(*drawn), found["ground"]) >= 3


def test_shape_and_colour_both_tell_the_kind() -> None:
    for scheme in ("light", "dark"):
        assert len({colours(scheme)[kind.id] for kind in KINDS}) == len({kind.mark for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("name", ["Film", "Series", "Person", "PublicBody", "Country", "FestivalEdition", "Award"])
def test_every_class_that_is_drawn_has_a_kind(name: str) -> None:
    assert KINDS[kind_of(name)].one.lower()[:4] in ("film", "seri", "pers", "comp", "coun", "fest", "awar")


def test_a_class_that_is_not_drawn_has_no_kind() -> None:
    undrawn = next(name for name in vocabulary().classes if name == "Document")
    with pytest.raises(StopIteration):
        kind_of(undrawn)
