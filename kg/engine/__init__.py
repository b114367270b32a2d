"""Engines: the same extractor over many documents, in this process, in a pool of processes, or on a cluster."""
