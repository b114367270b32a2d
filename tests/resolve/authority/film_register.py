"""What a reconciliation service on this machine says, and a clock that stands still."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from collections.abc import Callable

MANIFEST: dict[str, Any] = {
    "versions": ["0.2"],
    "name": "Film register of the Islands",
    "identifierSpace": "https://films.example.org/id/",
    "schemaSpace": "https://films.example.org/class/",
    "defaultTypes": [{"id": "film", "name": "Film"}, {"id": "human", "name": "Person"}],
}
WIKIDATA: dict[str, Any] = {
    "versions": ["0.1", "0.2"],
    "name": "Wikidata (en)",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
    "view": {"url": "https://www.wikidata.org/wiki/{{id}}"},
}


@dataclass
class Say:
    """One answer over HTTP."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def candidate(name: str, number: int = 1, **more: Any) -> dict[str, Any]:
    return {"id": f"Q{number}", "name": name, "score": 100 - number, "match": False, **more}


def echo(queries: dict[str, Any]) -> dict[str, Any]:
    """Answer every query with one candidate of its own name."""
    return {
        key: {"result": [candidate(query["query"], number)]} for number, (key, query) in enumerate(queries.items(), 1)
    }


@dataclass
class Register:
    """What the service says: its manifest, and what it makes of a batch; it notes all that it is asked."""

    manifest: Any = field(default_factory=lambda: dict(MANIFEST))
    answer: Callable[[dict[str, Any]], Any] = echo
    first: list[Say] = field(default_factory=list)
    batches: list[dict[str, Any]] = field(default_factory=list)
    gets: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    url: str = ""
    wait: threading.Event = field(default_factory=threading.Event)
    is_slow: bool = False

    def say(self, body: bytes | None) -> Say:
        if body is None:
            self.gets += 1
            return self.first.pop(0) if self.first else Say(json.dumps(self.manifest).encode())
        queries = json.loads(parse_qs(body.decode("ascii"))["queries"][0])
        self.batches.append(queries)
        if self.is_slow:
            self.wait.wait(5)
        if self.first:
            return self.first.pop(0)
        said = self.answer(queries)
        if isinstance(said, Say):
            return said
        return Say(said if isinstance(said, bytes) else json.dumps(said).encode())


@dataclass
class Clock:
    """Time that passes only when somebody sleeps."""

    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
