"""RDF 1.2: what is believed as Turtle, with the source, the passages and the mark of each fact as annotations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.export.formats.facts import facts
from pcgraph.model.namespaces import local

if TYPE_CHECKING:
    import pyoxigraph as ox

    from pcgraph.belief.tables import Tables

HEAD = "\n# The facts again (RDF 1.2), with an annotation for each source\n"


def write(store: ox.Store, tables: Tables, path: Path) -> None:
    """Append the annotated facts to a file that holds the graph `current` as Turtle.

    Without the annotations, which are what ``rdf:reifies`` leads to, the same triples are left.
    """
    with path.open("a", encoding="utf-8") as file:
        file.write(HEAD)
        for fact in facts(store, tables):
            blocks = []
            for source, passages, mark in fact.evidence:
                stated = "".join(f" ; pcg:statedIn <{passage}>" for passage in passages)
                marked = f" ; pcg:{local(mark)} <{fact.predicate}>" if mark else ""
                blocks.append(f" {{| dcterms:source <{source}>{stated}{marked} |}}")
            file.write(f"{fact.line}{''.join(blocks)} .\n")
