"""Classes, predicates, qualifiers and closed lists, as data; and the names of countries."""

from kg.vocabulary.country import Countries, countries
from kg.vocabulary.table import Predicate, Term, Vocabulary, check, vocabulary

__all__ = ["Countries", "Predicate", "Term", "Vocabulary", "check", "countries", "vocabulary"]
