"""The graph on the network: the SPARQL protocol, pages for people, a reconciliation service; loopback by default."""
