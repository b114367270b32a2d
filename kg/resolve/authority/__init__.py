"""Authorities: other registers of films, people and companies, asked for candidates that a person accepts or not.

`reconcile` asks a service for candidates, through a cache; `read_matches` reads what was decided about them;
`authority_readings` makes documents and claims of what was accepted, which a build takes in with the others.
"""

from kg.resolve.authority.match import Match, accepted, append_match, read_matches, standing
from kg.resolve.authority.record import authority_readings, documents_and_claims, readings_about, words_of

__all__ = [
    "Match",
    "accepted",
    "append_match",
    "authority_readings",
    "documents_and_claims",
    "read_matches",
    "readings_about",
    "standing",
    "words_of",
]
