"""Classes, predicates, qualifiers and closed lists, as data; and the names of countries."""

from kg.vocabulary.country import Countries, countries
from kg.vocabulary.identifier import address_of, parse_identifier
from kg.vocabulary.table import Predicate, Term, Vocabulary, check, vocabulary

__all__ = [
    "Countries",
    "Predicate",
    "Term",
    "Vocabulary",
    "address_of",
    "check",
    "countries",
    "parse_identifier",
    "vocabulary",
]
