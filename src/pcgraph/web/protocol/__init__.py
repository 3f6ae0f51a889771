"""What programs ask: the SPARQL protocol, the service description, and the dump."""
