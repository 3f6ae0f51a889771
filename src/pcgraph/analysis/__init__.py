"""Networks of the graph, and what they say: centrality, uncertainty, comparison, evolution, survival, groups."""
