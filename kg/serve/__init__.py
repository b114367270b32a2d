"""The graph over HTTP: pages for people, statements for machines, at the addresses that the IRIs have."""
