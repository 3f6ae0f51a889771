"""Files and quads: reading them, the cache of a build, checksums, and writing whole files."""
