"""Load a knowledge graph: from a build folder whose inputs are unchanged, or by computing it from its sources.

The functions return a `Snapshot`, whose parts are computed on first use.
"""

from __future__ import annotations

import functools
import hashlib
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from pcgraph.belief import source_view
from pcgraph.belief.snapshot import WHOLE, PageFiles, Snapshot
from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import BASE, PCG, register
from pcgraph.model.quads import current
from pcgraph.model.scope import Scope
from pcgraph.store import cache, checksums, data_folder
from pcgraph.store.files import shown
from pcgraph.store.project import Project
from pcgraph.version import __version__

if TYPE_CHECKING:
    import polars as pl

    from pcgraph.belief.disk_store import DiskStore
    from pcgraph.belief.evidence import ReportedEvidence
    from pcgraph.belief.tables import Tables


Keep = Callable[[Snapshot, Path], object]  # writes into the folder of a large graph what commands read from there


def load(project: Project, ontology: Path, scope: Scope, build: Path | None, keep: Keep = lambda *_: None) -> Snapshot:
    """Load the data of a project; see `pcgraph.load`."""
    if scope.whole and build is not None:
        return _load_through_build(project, ontology, build, keep)

    from pcgraph.belief import materialise

    inputs = None if build is None else _inputs_of_build(project, ontology, build)
    return compute(inputs or materialise.read(project, ontology), scope)


def _inputs_of_build(project: Project, ontology: Path, build: Path) -> data_folder.Inputs | None:
    """Return the quads that a build was made from; None if the build is of other files, or large."""
    import polars as pl

    from pcgraph.store.quad_file import Dump

    content = checksums.ChecksumCache(build / cache.STORE / cache.SEEN).checksum
    built = cache.read(build, key(project, ontology, content))
    if built is None or cache.INPUTS not in built.files:
        return None
    register(project.names)
    page_files = {name: built.files[name] for name in data_folder.PAGE_FILES if name in built.files}
    columns = pl.read_parquet(io.BytesIO(built.files[cache.INPUTS]))
    return Dump(project.data, ontology, (), columns, page_files=page_files, project=project)


def _load_through_build(project: Project, ontology: Path, build: Path, keep: Keep) -> Snapshot:
    content = checksums.ChecksumCache(build / cache.STORE / cache.SEEN).checksum
    made = key(project, ontology, content)
    built = cache.read(build, made)
    if built is not None and cache.GRAPH in built.files:
        loaded = open_build(built, project)
    else:
        loaded = _open_or_compute(project, ontology, build, made, content, keep)
    return replace(loaded, key=made, read_page=loaded.read_page if built is None else built.page)


def _open_or_compute(
    project: Project, ontology: Path, build: Path, made: str, content: Callable[[Path], str | None], keep: Keep
) -> Snapshot:
    """Open the large graph that a build folder contains, or compute the graph; a large one is stored there at once."""
    from pcgraph.belief import disk_store, materialise

    if (large := disk_store.open_store(build, made)) is not None:
        return open_large(large, project)
    inputs = materialise.read(project, ontology)
    check_unchanged(made, project, ontology, content)
    if not disk_store.is_large(inputs):
        return compute(inputs)
    with cache.exclusive(build):
        large = disk_store.make(build, made, inputs, keep=keeping(project, keep))
    return open_large(large, project)


def keeping(project: Project, keep: Keep) -> Callable[[DiskStore, Path], object]:
    """Return what `disk_store.make` calls to write more files."""
    return lambda large, folder: keep(open_large(large, project), folder)


def open_build(built: cache.CachedBuild, project: Project | None = None) -> Snapshot:
    """Open the graph that a build folder contains. Later changes of the build or of the data do not affect it.

    Without a project, the base of its IRIs is that of the build.
    """
    project = project or Project(Path(), base=built.facts.get("base", BASE))
    files, graphs = built.files, ox.Store()
    graphs.bulk_load(files.pop(cache.GRAPH), format=ox.RdfFormat.TRIG)
    source_view.extend(graphs, source_view.read_declarations(graphs), project.names)

    def columns() -> pl.DataFrame:
        import polars as pl

        return pl.read_parquet(io.BytesIO(files[cache.INPUTS]))

    def tables() -> Tables:
        from pcgraph.belief.tables.files import LazyTables

        return LazyTables(lambda name: files[f"{cache.TABLES}/{name}.parquet"])

    return _opened(
        graphs,
        tables,
        columns,
        tuple((slug, reason) for slug, reason in built.facts["left out"]),
        _page_files(project, files),
        project,
    )


def open_large(large: DiskStore, project: Project) -> Snapshot:
    """Open the graph that lies in a store on disk."""
    page_files = _page_files(project, large.page_files)
    opened = _opened(large.store, lambda: large.tables, large.columns, large.left_out, page_files, project)
    return replace(opened, kept=large.kept, counted=large.quads)


def _opened(
    store: ox.Store,
    tables: Callable[[], Tables],
    columns: Callable[[], pl.DataFrame],
    left_out: tuple[tuple[str, str], ...],
    page_files: PageFiles,
    project: Project,
) -> Snapshot:
    """Return the parts of a stored graph, whose evidence is computed from the quads that are stored with it."""
    register(project.names)

    def inputs() -> data_folder.Inputs:
        from pcgraph.store.quad_file import Dump

        return Dump(Path(), Path(), (), columns(), project=project)

    def raw() -> ox.Store:
        from pcgraph.belief import materialise

        return materialise.as_written(materialise.select(inputs(), WHOLE)[0], store)

    def today() -> date:
        from pcgraph.belief.evidence.selection import newest_day

        return newest_day(quad.object.value for quad in current(store, predicate=PCG + "firstSeen"))

    return Snapshot(
        lambda: store,
        tables,
        lambda: source_view.read_declarations(store, project.label_language),
        lambda: reported_in(inputs()),
        left_out=left_out,
        page_files=page_files,
        project=project,
        read_today=today,
        read_raw=raw,
    )


def _page_files(project: Project, content: Mapping[str, bytes]) -> PageFiles:
    return {name: (project.data / name, content[name]) for name in data_folder.PAGE_FILES if name in content}


def reported_in(inputs: data_folder.Inputs) -> ReportedEvidence:
    """Return all evidence in the inputs, without computing what is believed."""
    from pcgraph.belief import evidence, materialise

    selection, declared = materialise.select(inputs, WHOLE)
    return evidence.reported_evidence(inputs, declared, WHOLE, evidence.evidence(selection, declared))


def compute(inputs: data_folder.Inputs, scope: Scope = WHOLE) -> Snapshot:
    """Compute what is believed in a scope."""
    from pcgraph.belief import evidence, materialise
    from pcgraph.belief.evidence import source_names

    scope = source_names.resolve_scope(inputs, scope)
    world, found = materialise.believe(*materialise.select(inputs, scope))
    reported = evidence.reported_evidence(inputs, world.ontology, scope, found)

    @functools.cache
    def engine() -> ox.Store:
        return materialise.fill(ox.Store(), world)

    return Snapshot(
        engine,
        lambda: world.tables,
        lambda: world.ontology,
        lambda: reported,
        scope,
        world.selection.left_out,
        _page_files(inputs.project, inputs.page_files),
        project=inputs.project,
        read_today=lambda: world.selection.today,
        read_raw=lambda: materialise.as_written(world.selection, engine()),
    )


def key(data: Path | Project, ontology: Path, content: Callable[[Path], str | None] = checksums.checksum) -> str:
    """Return the key of a build: a checksum of the program's version and of every byte that the graph depends on.

    A path stands for its project; see `pcgraph.store.project.find`.
    """
    return hashlib.sha256(f"{__version__}\n{data_folder.digest(data, ontology, content)}".encode()).hexdigest()


def check_unchanged(
    made: str, project: Project, ontology: Path, content: Callable[[Path], str | None] = checksums.checksum
) -> None:
    """Check, after reading, that the files still have the key that was computed before."""
    if key(project, ontology, content) != made:
        raise InvalidInput(f"{shown(project.data)}: changed while it was read; expected it to stay as it is; try again")
