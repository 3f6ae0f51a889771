"""The question box: understands a question in words, by its words, its grammar and the names of a graph."""
