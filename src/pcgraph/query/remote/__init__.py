"""Other SPARQL servers: HTTP, the endpoint, and the catalogue on it."""
