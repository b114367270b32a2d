"""What can go wrong, said as *what, where, what to do*."""

from __future__ import annotations

__all__ = [
    "BuildError",
    "FilmgraphError",
    "LimitError",
    "QueryError",
    "RefusedError",
    "ServiceError",
    "SourceError",
    "UsageError",
    "VocabularyError",
]


class FilmgraphError(ValueError):
    """Base of all errors that kg raises on purpose.

    `what` says what is wrong, `where` names the file (and line, where there is one), `do` says how to go on.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", do: str = "") -> None:
        self.what, self.where, self.do = what, where, do
        super().__init__(what)

    def __str__(self) -> str:
        """Give the whole message on one line: where: what; what to do."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} ({self.do})" if self.do else head


class SourceError(FilmgraphError):
    """A document that cannot be read; the others go on."""


class VocabularyError(FilmgraphError):
    """A claim, term or table that the vocabulary does not allow."""


class BuildError(FilmgraphError):
    """A build that must not be published: a span that does not hold, an export that does not validate."""


class QueryError(FilmgraphError):
    """A query that cannot be run: unknown name, bad parameter, refused feature, syntax."""

    exit_code = 2


class RefusedError(QueryError):
    """A query that asks for what is not done here: to reach another server, or to write to what is only read."""


class LimitError(QueryError):
    """A query that took more time or memory than it may, or came when all workers were taken."""


class ServiceError(FilmgraphError):
    """A service elsewhere that cannot be reached or does not answer as its specification says."""


class UsageError(FilmgraphError):
    """A command called in a way that it does not offer."""

    exit_code = 2
