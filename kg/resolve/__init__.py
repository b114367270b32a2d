"""Claims -> entities: which mentions are one, under IRIs that are issued once."""

from kg.resolve.entity import Entity, Resolution
from kg.resolve.judgement import Judgement, read_judgements
from kg.resolve.ledger import Ledger, read_ledger
from kg.resolve.settle import resolve

__all__ = ["Entity", "Judgement", "Ledger", "Resolution", "read_judgements", "read_ledger", "resolve"]
