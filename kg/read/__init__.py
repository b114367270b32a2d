"""Bytes -> Document: text, saved web pages and JSON lines in folders, each problem named and the rest read."""

from kg.read.source import Problem, Sources, read_sources

__all__ = ["Problem", "Sources", "read_sources"]
