"""Benchmarks: ratios within one run, never bare seconds; nothing here is a test."""
