"""What an input leads to: what `check` lets pass can be built, and what it does not let pass is no internal fault."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from pcgraph import api, validation
from pcgraph.analysis.network import draw
from pcgraph.belief import loading
from pcgraph.errors import InvalidInput
from pcgraph.export import report, writers
from pcgraph.store.data_folder import Inputs


def use(inputs: Inputs) -> None:
    """Check inputs, ask of them what every command asks, and, if nothing is wrong, make what a build makes."""
    found = validation.run(inputs)
    faults = [str(finding) for finding in found if finding.severity == "error"]
    assert not any("\n" in str(finding) for finding in found)
    try:
        kg = api.KnowledgeGraph(loading.compute(inputs))
        assert len(kg.store) > 0
        assert kg.history.relations.height >= 0
        kg.query("what-was-signed")
        rankings = [kg.rank("degree")]
        if not faults:
            with TemporaryDirectory() as folder:
                writers.export(kg.raw, kg.tables, draw(kg), Path(folder) / "all.nq")
                writers.export(kg.store, kg.tables, draw(kg), Path(folder) / "graph.graphml")
            report.markdown(report.facts(kg, rankings, 0), kg, rankings)
            kg.map()
    except InvalidInput as error:
        if not faults:
            raise AssertionError(f"check finds nothing, and nothing can be built: {error}") from error
        raise
