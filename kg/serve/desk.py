"""What the pages stand on: a desk that answers questions elsewhere, and an index of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.query.result import Result

__all__ = ["BusyError", "Desk", "Labels", "Named"]


class BusyError(QueryError):
    """A question that nobody could answer in time: all workers are busy, or the answer took too long."""


class Desk(Protocol):
    """Answers questions in workers, within limits of time and memory."""

    async def ask(self, text: str) -> Result:
        """Run SPARQL; raises QueryError for what is refused or does not parse, BusyError for what takes too long."""

    async def call(self, name: str, *arguments: str) -> bytes:
        """Run a function of kg.serve.trusted on the worker's store; raises BusyError where that takes too long."""


class Named(Protocol):
    """An entity by its name: `kind` is its most special class, `alias` the spelling found where not the label."""

    @property
    def iri(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def about(self) -> str: ...  # noqa: D102
    @property
    def alias(self) -> str: ...  # noqa: D102


class Labels(Protocol):
    """Finds entities by name, from several threads; a kind stands for all classes below it too."""

    def complete(self, text: str, kinds: Collection[str] = (), limit: int = 10) -> Sequence[Named]:
        """Give names that begin with a text, whole or at one of their words."""

    def search(self, text: str, kinds: Collection[str] = (), limit: int = 20) -> Sequence[Named]:
        """Give names that begin with a text, else those that look like it."""

    def named(self, value: str, kind: str) -> list[str]:
        """Give the IRIs of what is called so: exactly, else by local IRI, else but for capitals and accents."""

    def get(self, iri: str) -> Named | None:
        """Give what an IRI stands for."""
