"""Everything that is computed from the same data stays equal to the byte, unless `tests/golden.json` is renewed.

``python tests/test_golden.py`` renews the file; the difference in git then shows what a change affects.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pcgraph.api import KnowledgeGraph

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden.json"
GRAPHS = {"data": ROOT / "data", "tiny": ROOT / "tests" / "fixtures" / "tiny"}
DIGITS = 6  # of measures that are compared: of iterations the last ones differ from one kind of processor to another
PROJECTIONS = ("relations", "partners", "bipartite", "engagements")


def checksums(data: Path, folder: Path) -> dict[str, str]:
    """Return a checksum for each file of a build and of the exports, each answer and each analysis."""
    from pcgraph import api

    kg = api.load(data, build=None)
    contents = {**files(data, kg, folder), **dict(answers(data, kg)), **dict(analyses(kg))}
    return {name: hashlib.sha256(content).hexdigest()[:16] for name, content in contents.items()}


def files(data: Path, kg: KnowledgeGraph, folder: Path) -> dict[str, bytes]:
    from pcgraph.analysis.network import draw
    from pcgraph.build import build
    from pcgraph.export.writers import FORMATS, export

    build(folder / "build", data)
    for kind in FORMATS:
        export(kg.raw, kg.tables, draw(kg), folder / "export" / f"{kind}.{kind}")
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def answers(data: Path, kg: KnowledgeGraph) -> Iterator[tuple[str, bytes]]:
    """Answer each question with its example; a question about a thing that the graph lacks has no rows."""
    from pcgraph.errors import UsageError
    from pcgraph.query.questions.catalogue import catalogue

    worked = json.loads((ROOT / "tests" / "expected" / "parameters.json").read_text()) if data != GRAPHS["data"] else {}
    for name, question in catalogue().items():
        values = {key: about["example"] for key, about in question.parameters.items()} | worked.get(name, {})
        try:
            result = kg.query(name, **values)
        except UsageError as error:
            yield f"query/{name}", str(error).encode()
        else:
            text = result.serialize("ntriples" if result.graph else "tsv")
            yield f"query/{name}", "\n".join(sorted(text.splitlines())).encode()


def analyses(kg: KnowledgeGraph) -> Iterator[tuple[str, bytes]]:
    from polars import selectors as cs

    for projection in PROJECTIONS:
        measured = kg.measures(projection=projection).with_columns(cs.float().round_sig_figs(DIGITS))
        yield f"measures/{projection}", measured.write_csv().encode()
    for name, filters in {"entered": {"status": "entered"}, "parents": {"fold_parents": True, "groups": True}}.items():
        yield f"rank/{name}", kg.rank("pagerank", projection="partners", **filters).table.write_csv().encode()
        yield f"uncertain/{name}", kg.rank("degree", uncertainty=20, **filters).table.write_csv().encode()
    tables = {
        "brokerage": kg.brokerage().table,
        "communities": kg.communities(uncertainty=5, seeds=3).table,
        "compare": kg.compare("degree").table,
        "mixing": kg.mixing().table,
        "over-time": kg.over_time("degree").table,
        "sensitivity": kg.sensitivity("degree", top=3),
        "times": kg.times().table,
        "unseen": kg.unseen().table,
    }
    for name, table in tables.items():
        yield f"analysis/{name}", table.write_json().encode()


@pytest.mark.parametrize("graph", ["tiny", pytest.param("data", marks=pytest.mark.exhaustive)])
def test_nothing_changed_but_what_was_renewed(graph: str, tmp_path: Path) -> None:
    golden, now = json.loads(GOLDEN.read_text())[graph], checksums(GRAPHS[graph], tmp_path)
    assert {name for name in golden | now if golden.get(name) != now.get(name)} == set()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    found = {}
    for graph_, path in GRAPHS.items():
        with TemporaryDirectory() as scratch:
            found[graph_] = checksums(path, Path(scratch))
    GOLDEN.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"{GOLDEN.name}: {sum(map(len, found.values()))} checksums")
