"""The manifest: digests and counts of a build, and nothing that changes with the clock or the machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.files import digest, write_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DIGESTED", "MANIFEST", "check_manifest", "write_manifest"]

MANIFEST = "manifest.json"
DIGESTED = ("claims.jsonl", "evidence.trig", "film-graph.ttl", "layout.json")


def write_manifest(folder: Path, counts: Mapping[str, int], documents: Mapping[str, str]) -> None:
    """Write manifest.json: the counts of a build, the SHA-256 of each data file and of each document's text."""
    folder = Path(folder)
    record: dict[str, Any] = {
        "counts": dict(counts),
        "files": {name: digest(folder / name) for name in DIGESTED},
        "documents": dict(sorted(documents.items())),
    }
    write_bytes(folder / MANIFEST, (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


def check_manifest(folder: Path) -> list[str]:
    """Hold the data files against the manifest; give a line for each that is not what the build wrote."""
    path = Path(folder) / MANIFEST
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        files = {name: str(record["files"][name]) for name in DIGESTED}
        counts = {name: int(record["counts"][name]) for name in ("claims", "documents")}
        documents = len(record["documents"])
    except FileNotFoundError:
        return [f"{path}: not here (run `kg build`)"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [f"{path}: not a manifest: {error!r} (run `kg build`)"]
    faults = []
    for name, wanted in files.items():
        file = Path(folder) / name
        if not file.is_file():
            faults.append(f"{file}: not here (run `kg build`)")
        elif digest(file) != wanted:
            faults.append(f"{file}: changed since the build (run `kg build`)")
    if counts["documents"] != documents:
        faults.append(f"{path}: says {counts['documents']} documents and lists {documents}")
    claims = Path(folder) / "claims.jsonl"
    if claims.is_file():
        lines = sum(1 for _ in claims.open("rb"))
        if lines != counts["claims"]:
            faults.append(f"{path}: says {counts['claims']} claims, {claims.name} has {lines}")
    return faults
