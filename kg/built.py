"""Built: what the last build left, for commands that ask about it without reading the sources again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.claim import read_claims
from kg.document import Document, Metadata
from kg.errors import UsageError
from kg.resolve import read_judgements, read_ledger, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.claim import Claim
    from kg.resolve import Judgement, Resolution

__all__ = ["Built", "read_built"]


@dataclass(frozen=True, slots=True)
class Built:
    """Claims, judgements and who is who; `digests` of the documents' texts by document id."""

    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    resolution: Resolution
    digests: Mapping[str, str]
    texts: Path

    def document(self, ident: str) -> Document | None:
        """Give a document from the text that the build kept; None where it kept none."""
        path = self.texts / f"{self.digests.get(ident, '')}.txt"
        try:
            text = path.read_bytes().decode("utf-8")
        except OSError:
            return None
        return Document(ident, text, Metadata(), None)


def read_built(out: Path, identity: Path, work: Path) -> Built:
    """Read the exports in `out`, the files of `identity`, and the texts kept under `work` (".kg").

    Raises UsageError where nothing was built, BuildError as the files of identity do.
    """
    path = out / "claims.jsonl"
    if not path.exists():
        raise UsageError(
            "there are no claims", where=str(path), do="run `kg build` first, or name the folder with --out"
        )
    claims = tuple(read_claims(path))
    documents = _documents(out / "manifest.json")
    judgements = read_judgements(identity / "decisions.jsonl")
    published = {str(row["id"]): str(row["published"]) for row in documents if row.get("published")}
    resolution = resolve(claims, judgements, read_ledger(identity / "iris.jsonl"), published=published)
    digests = {str(row["id"]): str(row["sha256"]) for row in documents}
    return Built(claims, judgements, resolution, digests, work / "documents")


def _documents(path: Path) -> list[dict[str, object]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["documents"]
        return [dict(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError):
        return []  # the claims say what is needed most; only dates and sentences are missing
