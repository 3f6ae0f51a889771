"""Files and quads: read data, cache a build, compute checksums and write files atomically."""
