"""Makes the files that an import writes, and the template."""
