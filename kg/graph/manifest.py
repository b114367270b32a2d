"""manifest.json: what a build read and wrote, by digest and count, and never by the clock."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.extract.kept import About
from kg.files import digest, write_bytes
from kg.graph.namespace import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.document import Document
    from kg.extract.reading import Reading
    from kg.resolve.entity import Entity, Resolution

__all__ = ["MANIFEST", "check_manifest", "publish_manifest", "write_manifest"]

MANIFEST = "manifest.json"


def write_manifest(
    folder: Path,
    readings: Iterable[Reading],
    resolution: Resolution,
    statements: Mapping[str, int],
    *,
    files: Iterable[str] = (),
    base: str = DEFAULT_BASE,
) -> dict[str, Any]:
    """Write manifest.json over the exports that stand in `folder`, and give its content.

    `statements` holds the number of statements by file name (as `write_exports` gives them); `files` names what
    else to put under a digest (claims.jsonl, layout.json). Raises OSError for a file that is not there.
    """
    pages = [(reading.document, About.of(reading)) for reading in readings]
    return publish_manifest(folder, pages, resolution.entities, statements, files=files, base=base)


def publish_manifest(
    folder: Path,
    pages: Iterable[tuple[Document, About]],
    entities: Iterable[Entity],
    statements: Mapping[str, int],
    *,
    files: Iterable[str] = (),
    base: str = DEFAULT_BASE,
) -> dict[str, Any]:
    """Write manifest.json from what is known of each document's reading; as `write_manifest`."""
    folder = Path(folder)
    pages = sorted(pages, key=lambda page: page[0].id)
    listed: dict[str, dict[str, Any]] = {}
    for name in sorted({*files, *statements}):
        listed[name] = {"bytes": (folder / name).stat().st_size, "sha256": digest(folder / name)}
        if name in statements:
            listed[name]["statements"] = statements[name]
    content = {
        "base": base,
        "counts": {
            "documents": len(pages),
            "items": sum(about.items for _, about in pages),
            "claims": sum(about.claims for _, about in pages),
            "certainty": _summed(about.certainty for _, about in pages),
            "predicates": _summed(about.predicates for _, about in pages),
            "entities": _summed([Counter(entity.type for entity in entities)]),
        },
        "documents": [
            {
                "id": document.id,
                "sha256": document.sha256,
                "published": document.metadata.published,
                "kind": about.kind,
                "extractor": about.extractor,
                "items": about.items,
                "claims": about.claims,
            }
            for document, about in pages
        ],
        "files": listed,
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    write_bytes(folder / MANIFEST, text.encode("utf-8"))
    return content


def check_manifest(folder: Path) -> list[str]:
    """Hold the files of a folder against its manifest; give what does not fit, one sentence each, [] if all does.

    Raises BuildError where there is no manifest or it is none.
    """
    path = Path(folder) / MANIFEST
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["files"]
        expected = {str(name): (int(entry["bytes"]), str(entry["sha256"])) for name, entry in listed.items()}
    except FileNotFoundError:
        raise BuildError("there is no manifest", where=str(path), do="run `kg build`") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BuildError(f"not a manifest: {error}", where=str(path), do="run `kg build`") from error
    wrong = []
    for name, (size, sha256) in sorted(expected.items()):
        file = Path(folder) / name
        if not file.is_file():
            wrong.append(f"{name} is missing")
        elif file.stat().st_size != size:
            wrong.append(f"{name} has {file.stat().st_size} bytes, the manifest says {size}")
        elif digest(file) != sha256:
            wrong.append(f"{name} is not what was built: its digest differs")
    return wrong


def _summed(every: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for each in every:
        found.update(each)
    return dict(sorted(found.items()))
