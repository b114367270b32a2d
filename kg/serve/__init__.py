"""The graph on the web: pages for people, and protocols for programs."""
