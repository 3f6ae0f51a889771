"""SPARQL on the embedded engine: text, order, isolation, and the result."""
