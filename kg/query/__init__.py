"""Questions: the catalogue of named queries, parameters as terms, one guard, two engines, result tables."""

from kg.query.catalogue import NamedQuery, Parameter, catalogue, find_query, read_query
from kg.query.guard import guard

__all__ = ["NamedQuery", "Parameter", "catalogue", "find_query", "guard", "read_query"]
