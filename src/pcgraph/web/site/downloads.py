"""The downloads of a site: the graph in two formats, its tables, the network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from pcgraph.analysis.network import draw
from pcgraph.export import writers
from pcgraph.export.description.content import Download
from pcgraph.export.formats import graphml
from pcgraph.page.offline_sparql import packed_graph
from pcgraph.store.files import temporary_folder
from pcgraph.store.serialize import blocks, gzipped, sorted_text
from pcgraph.web.context import Site

GRAPH = "data/graph.trig.gz"
IN_GRAPH = ("statements", "readings")  # megabytes as CSV; the graph and the Parquet files have them
TABLES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def write(site: Site, put: Callable[[str, bytes], None]) -> list[Download]:
    """Write the downloads, the same bytes each time, and return what they are."""
    kg, found = site.kg, list[Download]()
    network = draw(kg)

    def add(path: str, media: str, title: str, content: bytes) -> None:
        put(path, content)
        found.append(Download(path, media, len(content), hashlib.sha256(content).hexdigest(), title))

    about = "every graph: each source as it is written, what is believed, register, verdicts, ontology"
    add(GRAPH, "application/trig", f"{about}; TriG, gzipped", packed_graph(kg.raw, kg.names))
    # One after another, the same statements of several graphs take less room.
    quads = gzipped(sorted_text(kg.raw, ox.RdfFormat.N_QUADS))
    add("data/graph.nq.gz", "application/n-quads", "the same as N-Quads, gzipped", quads)
    with TemporaryDirectory(prefix="pcgraph-site-", dir=temporary_folder()) as name:
        folder = Path(name)
        writers.write_current(kg.store, folder / "current.ttl", kg.names)
        with (folder / "current.ttl").open("rb") as turtle:
            believed = gzipped(blocks(turtle))
        add("data/current.ttl.gz", "text/turtle", "what is believed, as Turtle, gzipped", believed)
        graphml.write(network, kg.tables, folder / "network.graphml")
        drawn = (folder / "network.graphml").read_bytes()
        add("data/network.graphml", "application/graphml+xml", "the network of relations, for Gephi and others", drawn)
        more = {"deals": kg.table("deals")}
        for form, media in TABLES.items():
            for file in writers.export(
                kg.store, kg.tables, network, folder / form, form, more=more, project=kg.project
            ):
                if form == "csv" and file.stem in IN_GRAPH:
                    continue
                title = f"table {file.stem} as {'CSV' if form == 'csv' else 'Parquet'}"
                add(f"data/{form}/{file.name}", media, title, file.read_bytes())
    return found
