"""Formats of other communities, a module each, with one function that writes a file."""
