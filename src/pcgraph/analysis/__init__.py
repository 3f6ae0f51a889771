"""Networks of the graph and their analysis: centrality, uncertainty, comparison, evolution, survival, groups."""
