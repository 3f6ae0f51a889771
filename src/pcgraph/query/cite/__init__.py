"""Citations: hashes of statements, and answers frozen in a file."""
