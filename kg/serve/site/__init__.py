"""The site: pages for people about what is in the graph, and the same in RDF at the same addresses."""
