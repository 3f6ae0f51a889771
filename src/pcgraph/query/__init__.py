"""Questions and answers: the catalogue, SPARQL, results, explanations, differences, remote endpoints."""
