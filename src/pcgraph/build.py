"""The build: read the data, check them, compute what is believed and write the build folder, all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.api import KnowledgeGraph
from pcgraph.api.build_index import keep
from pcgraph.belief import disk_store, loading, materialise
from pcgraph.belief.tables import files
from pcgraph.errors import InvalidInput, PcgraphError
from pcgraph.export import report, writers
from pcgraph.export.formats import graphml
from pcgraph.model.entities import Entity
from pcgraph.store import cache, memo, memory
from pcgraph.store.files import home, shown, write_parquet
from pcgraph.store.project import Project, find
from pcgraph.store.serialize import serialize

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl

    from pcgraph.belief.snapshot import Snapshot
    from pcgraph.store.data_folder import Inputs
    from pcgraph.validation import Finding

MOST_DRAWN = 1000  # ties; with more, the intervals of ranks would take too long
DRAWS = 200  # draws for the intervals of ranks, few so that a build is quick; for a paper use `rank --uncertainty 1000`


class CheckFailed(PcgraphError):
    """Raised when the data break a rule; nothing was written. `findings` lists every violation."""

    exit_code = 1

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(map(str, findings)))


class BuildDiffers(PcgraphError):
    """Raised when a build has other bytes than one that is computed without kept results."""

    exit_code = 1


@dataclass(frozen=True)
class Built:
    """The result of a build.

    Attributes
    ----------
    folder : Path
    again : bool
        False if nothing had changed, so that nothing was computed.
    facts : dict
        Counts, as in the manifest.
    warnings : list of Finding
    """

    folder: Path
    again: bool
    facts: dict[str, Any]
    warnings: list[Finding] = field(default_factory=list)


def build(
    out: Path | None = None,
    data: Path | Project | None = None,
    texts: Path | None = None,
    progress: Callable[[str], object] = str,
) -> Built:
    """Read, check and compute everything, and write the build folder."""
    project = find(data)
    out = out or project.build
    if not cache.leftovers(out) and (done := _unchanged(out, project, texts)):
        return done
    with cache.exclusive(out), disk_store.holding() as held:
        return _unchanged(out, project, texts) or _build(out, project, texts, progress, held)


def recompute(
    out: Path | None = None,
    data: Path | Project | None = None,
    texts: Path | None = None,
    progress: Callable[[str], object] = str,
) -> Built:
    """Build, compute everything again without results of earlier runs, and compare the bytes of all files.

    The parameters are those of `build`. The build folder is what `build` made of it, whatever the comparison says. The
    store of a large graph is made again as well, but not compared: the bytes of the engine's files are never the same.
    """
    project = find(data)
    out = out or project.build
    done = build(out, project, texts, progress)
    with cache.exclusive(out), memo.ignoring():  # at the end it removes what is left over, which `unused` is
        again = build(cache.unused(out) / out.name, project, texts, progress)
        one, other = cache.manifest(out) or {}, cache.manifest(again.folder) or {}
    if one.get("key") != other["key"] or one.get("texts") != other["texts"]:
        raise InvalidInput(f"{shown(out)}: the data changed during the build; expected no changes; try again")
    sums, others = one["files"], other["files"]
    names = sorted(name for name in {*sums, *others} if sums.get(name) != others.get(name))
    if one != other:
        raise BuildDiffers(
            f"{shown(out)}: {', '.join(names or [cache.MANIFEST])}: other bytes than without results of earlier runs; "
            f"expected the same; delete this folder and pcgraph/{memo.FILE} in the user's cache folder, and build again"
        )
    return replace(done, facts=one)


def _unchanged(out: Path, project: Project, texts: Path | None) -> Built | None:
    """Return the existing build if it was made from exactly these files."""
    found = cache.verified(out, loading.key(project, home("ontology")))
    return Built(out, False, found) if found and found["texts"] == _digest(texts) else None


def _build(
    out: Path, project: Project, texts: Path | None, progress: Callable[[str], object], held: disk_store.Held
) -> Built:
    from pcgraph import validation
    from pcgraph.analysis import centrality
    from pcgraph.analysis.centrality import cached_rankings
    from pcgraph.analysis.network import spec_for
    from pcgraph.analysis.registry import MEASURES
    from pcgraph.analysis.uncertainty import Uncertain
    from pcgraph.analysis.uncertainty.cached_intervals import rank_or_recall
    from pcgraph.page import map as page_map

    def step(name: str) -> None:
        memory.release()
        progress(name)

    step("reading")
    places = project, home("ontology")
    key, quoted = loading.key(*places), _digest(texts)
    inputs = materialise.read(*places)
    loading.check_unchanged(key, *places)
    step("checking")
    findings = validation.run(inputs, texts)
    if any(finding.severity == "error" for finding in findings):
        raise CheckFailed(findings)
    step("computing what is believed")
    large = disk_store.is_large(inputs)
    kg, network, columns = _computed(out, key, _without_triples(inputs), project, held)
    del inputs  # for memory
    step("ranking")
    reported = [measure.name for measure in MEASURES.values() if measure.in_report]
    rankings = [cached_rankings.read(kg, name) or centrality.rank(network, name) for name in reported]
    sure = list[Uncertain]()
    if network.number_of_edges() <= MOST_DRAWN:
        step("computing the intervals of the ranks")
        rankings = [*(sure := rank_or_recall(kg, columns(), spec_for(kg), reported, DRAWS))]
    page = b""  # before the facts, because it takes the most memory
    if network.number_of_edges() <= page_map.MOST_SHOWN:
        step("drawing the page")
        page = page_map.draw(kg, network, texts=texts, sure=sure).html.encode()
        memory.release()
    facts = report.facts(kg, rankings, len(findings), network)
    if not page:
        most = page_map.MOST_SHOWN
        facts["undrawn"] = f"{network.number_of_edges()} ties are more than the {most} that a browser can show"
    step("writing")
    with cache.writing(out, key, {**facts, "texts": quoted, "base": project.base}) as new:
        if page:
            (new / cache.PAGE).write_bytes(page)
        if not large:  # a large graph is in the store on disk instead
            (new / cache.GRAPH).write_bytes(serialize(kg.raw, writers.GRAPHS["trig"], kg.names))
            write_parquet(columns(), new / cache.INPUTS, statistics=False)
            for name, (_, content) in kg.page_files.items():
                (new / name).write_bytes(content)
        writers.write_current(kg.store, new / "current.ttl", kg.names)
        files.write(kg.tables, new / cache.TABLES)
        graphml.write(network, kg.tables, new / "graph.graphml")
        writers.rankings(rankings).write_csv(new / "rankings.csv")
        (new / "report.md").write_text(report.markdown(facts, kg, rankings), encoding="utf-8")
        if texts and _digest(texts) != quoted:
            raise InvalidInput(
                f"{shown(texts)}: changed while it was read; expected no changes during a build; try again"
            )
    return Built(out, True, facts, findings)


def _computed(
    out: Path, key: str, inputs: Inputs, project: Project, held: disk_store.Held
) -> tuple[KnowledgeGraph, nx.Graph, Callable[[], pl.DataFrame]]:
    """Return what is believed, its network, and a function for the quads that were read; a large graph is stored."""
    from pcgraph.analysis.network import draw

    if not disk_store.is_large(inputs):
        small = KnowledgeGraph(loading.compute(inputs))
        return small, draw(small), lambda: inputs.columns
    drawn: list[nx.Graph] = []  # by `keep`, unless the store was made before
    entities = dict[str, Entity]()

    def keep_and_share(snapshot: Snapshot, folder: Path) -> None:
        drawn.append(keep(snapshot, folder))
        entities.update(snapshot.entities.items())

    stored = disk_store.make(out, key, inputs, held, loading.keeping(project, keep_and_share))
    kg = KnowledgeGraph(loading.open_large(stored, project))
    vars(kg).update({"entities": entities} if entities else {})
    return kg, drawn[0] if drawn else draw(kg), stored.columns


def _without_triples(inputs: Inputs) -> Inputs:
    """Return the same inputs without the triples of the files, which take more memory than `columns`."""
    found = replace(inputs, files=tuple(replace(file, triples=[]) for file in inputs.files))
    vars(found)["columns"] = inputs.columns
    return found


def _digest(texts: Path | None) -> str:
    """Return a checksum of the texts, which the page quotes; empty if there are none."""
    files = sorted(path for path in texts.glob("*.txt") if path.is_file()) if texts else []  # a pipe could block
    return (
        hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest() if files else ""
    )
