"""An endpoint: where a SPARQL service elsewhere is, and how long and how much it may answer."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Endpoint"]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The http(s) address of a SPARQL 1.1 endpoint.

    `timeout` is for each wait on the network and `whole` for a whole answer, in seconds; `largest` is the most bytes
    of an answer. Raises UsageError for what is no address, and for one that holds a password.
    """

    address: str
    timeout: float = 60.0
    whole: float = 600.0
    largest: int = 64 * 1024 * 1024

    def __post_init__(self) -> None:
        from kg.resolve.authority.address import proper

        object.__setattr__(self, "address", proper(self.address))
