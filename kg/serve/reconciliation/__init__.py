"""The graph as a service of the Reconciliation Service API 0.2, for OpenRefine and others that have names to match."""

from kg.serve.reconciliation.answer import answer_batch, find
from kg.serve.reconciliation.routes import routes

__all__ = ["answer_batch", "find", "routes"]
