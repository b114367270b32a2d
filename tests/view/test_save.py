"""The picture as a file: PNG as it is seen, SVG that is safe to send on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Any, button: str) -> bytes:
    with page.expect_download() as waiting:
        page.click(button)
    data: bytes = waiting.value.path().read_bytes()
    return data


def drawing(page: Any) -> ET.Element:
    return ET.fromstring(saved(page, "#svg"))  # noqa: S314 - our own file, made a moment ago


def test_a_png_has_as_many_pixels_as_the_picture(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    data = saved(page, "#png")
    size = [int.from_bytes(data[at : at + 4]) for at in (16, 20)]
    assert (data[:8], size) == (
        b"\x89PNG\r\n\x1a\n",
        page.evaluate("(c => [c.width, c.height])(document.querySelector('.place:not([hidden]) canvas'))"),
    )


def test_a_png_is_not_empty(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html")
    data = saved(page, "#png")
    shades = page.evaluate(
        """async bytes => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], {type: 'image/png'}));
      const canvas = new OffscreenCanvas(picture.width, picture.height), pen = canvas.getContext('2d');
      pen.drawImage(picture, 0, 0);
      const {data} = pen.getImageData(0, 0, picture.width, picture.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }""",
        list(data),
    )
    assert shades > 20


def test_a_drawing_has_a_mark_for_each_thing_and_a_line_for_each_link(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "countries.html")
    groups = drawing(page).findall(f"{SVG}g")
    assert [len(list(group)) for group in groups[:2]] == [7, 7]


def test_a_drawing_names_what_it_shows(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika")
    assert "Alexe Poukine" in {text.text for text in drawing(page).iter(f"{SVG}text")}


def test_a_file_is_named_after_what_it_shows(screen: Any, seeds_built: Any) -> None:
    page = screen.visit(seeds_built.out / "index.html", "#node=film/kika")
    with page.expect_download() as waiting:
        page.click("#svg")
    assert waiting.value.suggested_filename == "film-knowledge-graph-neighbourhood-kika.svg"


@pytest.mark.parametrize("view", ["near", "countries", "companies", "all"])
def test_hostile_names_are_text_in_a_drawing(screen: Any, hostile: Path, view: str) -> None:
    page = screen.visit(hostile / "index.html", f"#view={view}")
    root = drawing(page)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    handlers = [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    assert (tags <= {"svg", "title", "rect", "g", "path", "text"}, handlers) == (True, [])
