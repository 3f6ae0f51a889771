"""The graph on the web: a SPARQL endpoint, pages of things, and descriptions for machines."""
