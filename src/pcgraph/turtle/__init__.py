"""Turtle files: the parser, the format, and changes that keep everything else in the file."""
