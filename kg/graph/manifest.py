"""manifest.json: what a build read and wrote, by digest and count, and never by the clock."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import BuildError
from kg.files import digest, write_bytes
from kg.graph.namespace import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.extract.reading import Reading
    from kg.resolve.entity import Resolution

__all__ = ["MANIFEST", "check_manifest", "write_manifest"]

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
    folder = Path(folder)
    readings = sorted(readings, key=lambda reading: reading.document.id)
    claims = [claim for reading in readings for claim in reading.claims]
    listed: dict[str, dict[str, Any]] = {}
    for name in sorted({*files, *statements}):
        listed[name] = {"bytes": (folder / name).stat().st_size, "sha256": digest(folder / name)}
        if name in statements:
            listed[name]["statements"] = statements[name]
    content = {
        "base": base,
        "counts": {
            "documents": len(readings),
            "items": sum(len(reading.items) for reading in readings),
            "claims": len(claims),
            "certainty": _counted(claim.certainty for claim in claims),
            "predicates": _counted(claim.predicate for claim in claims),
            "entities": _counted(entity.type for entity in resolution.entities),
        },
        "documents": [
            {
                "id": reading.document.id,
                "sha256": reading.document.sha256,
                "published": reading.document.metadata.published,
                "kind": reading.kind,
                "extractor": reading.extractor,
                "items": len(reading.items),
                "claims": len(reading.claims),
            }
            for reading in readings
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


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
