"""Entities and claims to RDF: the mapping, Turtle and TriG, the store on disk, validation, and why an edge is there.

Import what is needed from its module (`kg.graph.store`, `kg.graph.exports`, …): this package itself costs nothing.
"""
