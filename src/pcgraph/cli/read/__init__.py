"""The commands that read the graph."""
