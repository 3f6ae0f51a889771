"""GEXF 1.2, which Gephi and Gephi Lite read: a network, with the days of its ties."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.export.formats.graphml import dated, flat

if TYPE_CHECKING:
    import networkx as nx

    from pcgraph.belief.tables import Tables


def write(network: nx.Graph, tables: Tables, path: Path) -> None:
    """Write a network as GEXF, without the day of today and the version that networkx would write."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(flat(dated(network, tables)))
    for meta in writer.xml.iter("meta"):
        del meta.attrib["lastmodifieddate"]
        meta[0].text = "pcgraph"
    with path.open("wb") as file:
        writer.write(file)
