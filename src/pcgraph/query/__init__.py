"""Questions and answers: the catalogue of questions, SPARQL, results, explanations, diffs and remote endpoints."""
