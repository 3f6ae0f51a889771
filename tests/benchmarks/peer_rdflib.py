"""What one would write without pcgraph: parse the files with rdflib and ask the same question."""

import sys
from pathlib import Path

import rdflib

QUESTION = """
PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX id: <https://w3id.org/pcgraph/id/>
SELECT DISTINCT ?partner ?agreement WHERE {
    ?agreement pcg:signatory id:huawei , ?partner ; pcg:step/pcg:status <https://w3id.org/pcgraph/vocab/signed> .
    FILTER(?partner != id:huawei)
} ORDER BY ?partner ?agreement"""

if __name__ == "__main__":
    data, ontology = map(Path, sys.argv[1:3])
    graph = rdflib.Dataset(default_union=True)
    for path in sorted([ontology / "pcgraph.ttl", *ontology.glob("vocab/*.ttl"), *data.rglob("*.ttl")]):
        graph.graph(rdflib.URIRef(f"https://w3id.org/pcgraph/source/{path.stem}")).parse(path)
    for row in graph.query(QUESTION):
        print(*row, sep="\t")
