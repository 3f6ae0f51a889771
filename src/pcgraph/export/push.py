"""Pushes the graphs of a build to a SPARQL server. A push can be resumed, and is verified by counting triples.

Each graph is replaced as a whole. Then its checksum is written as a mark to the server's graph ``g:pushed``. A later
push skips a graph if its mark and its number of triples are right. A mark is removed before its graph is changed, so
that an interrupted push never leaves a mark for a graph that is not complete.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from tempfile import TemporaryFile
from typing import IO

import pyoxigraph as ox

from pcgraph.errors import EndpointError, PcgraphError
from pcgraph.model import namespaces
from pcgraph.model.quads import quads
from pcgraph.query.remote.endpoint import Endpoint
from pcgraph.query.remote.http import HttpClient
from pcgraph.store.files import temporary_folder

PUSHED = namespaces.G + "pushed"
SUM = namespaces.DCTERMS + "identifier"
ABOUT = f'<{PUSHED}> <{namespaces.DESCRIPTION}> "Checksums of the graphs that pcgraph pushed." .\n'.encode()
BATCH = 1 << 22  # bytes per request of the Graph Store Protocol
BATCH_LINES = 1000  # triples per update; Virtuoso compiles an update into a program of limited length
MARKS_AT_ONCE = 50  # graphs whose marks are written together; a push after a kill sends at most so many again
_BLANK = re.compile(rb"_:|[^ ]+ [^ ]+ _:")


@dataclass(frozen=True)
class Target:
    """A server to push to."""

    endpoint: Endpoint  # the address for queries
    write: HttpClient  # the address for updates, or of the Graph Store
    store: bool = False  # true if `write` is a Graph Store

    def replace(self, graphs: Mapping[str, bytes]) -> None:
        """Replace the content of graphs; the mapping is IRI → N-Triples."""
        if self.store:
            for graph, batch in graphs.items():
                self._store("PUT", graph, batch)
        else:
            # one request, so that it can be repeated if the connection breaks
            dropped = [f"DROP SILENT GRAPH <{graph}>" for graph in graphs]
            inserted = "INSERT DATA {\n" + "".join(_block(*one) for one in graphs.items()) + "}"
            self._update(" ;\n".join([*dropped, inserted]))

    def add(self, graph: str, batch: bytes) -> None:
        """Add triples without blank nodes to a graph; adding them twice has no further effect."""
        if self.store:
            self._store("POST", graph, batch)
        else:
            self._update("INSERT DATA {\n" + _block(graph, batch) + "}")

    def drop(self, graph: str) -> None:
        """Remove a graph."""
        if self.store:
            self._store("DELETE", graph, b"")
        else:
            self._update(f"DROP SILENT GRAPH <{graph}>")

    def _store(self, method: str, graph: str, body: bytes) -> None:
        self.write.send(self.write.request(method, body, "application/n-triples", graph=graph))

    def _update(self, text: str) -> None:
        self.write.send(self.write.request("POST", text.encode(), "application/sparql-update"))


@dataclass(frozen=True)
class Pushed:
    """What a push did, or would do, as IRIs of graphs."""

    # sent and kept: graphs that were sent; graphs that were complete on the server and were skipped
    sent: tuple[str, ...]
    kept: tuple[str, ...]
    # others and deleted: graphs of an earlier push that are no longer in the store: left on the server; deleted from it
    others: tuple[str, ...]
    deleted: tuple[str, ...]
    triples: int  # number of triples in all graphs of the store


def push(
    store: ox.Store,
    target: Target,
    *,
    delete_others: bool = False,
    dry_run: bool = False,
    progress: Callable[[int, int], object] | None = None,
) -> Pushed:
    """Push every graph of a store to a server, `current` last."""
    mine = sorted(
        (graph.value for graph in store.named_graphs()), key=lambda graph: (graph == namespaces.CURRENT, graph)
    )
    sums = {graph: _sum(store, graph) for graph in mine}
    counts, marks = _counts(target.endpoint), _marks(target.endpoint)
    kept = [graph for graph in mine if (counts.get(graph), marks.get(graph)) == sums[graph]]
    send = [graph for graph in mine if graph not in set(kept)]
    others = sorted(set(marks) - set(mine))
    gone = others if delete_others else []
    stay = [] if delete_others else others
    done = Pushed(tuple(send), tuple(kept), tuple(stay), tuple(gone), sum(number for number, _ in sums.values()))
    if dry_run:
        return done
    if send or gone:
        left = {graph: marks[graph] for graph in [*kept, *stay]}
        target.replace(
            {PUSHED: ABOUT + _mark_triples(left)}
        )  # first and small, as a server may then ask for a password
    for graph in gone:
        if graph in counts:
            target.drop(graph)
    fresh: dict[str, str] = {}
    there = 0
    try:
        for sent in _send(store, target, send):
            there += len(sent)
            fresh |= {graph: sums[graph][1] for graph in sent}
            if len(fresh) >= MARKS_AT_ONCE:
                target.add(PUSHED, _mark_triples(fresh))
                fresh = {}
            if progress:
                progress(there, len(send))
    except BaseException:  # also after Ctrl-C
        with suppress(PcgraphError):
            target.add(PUSHED, _mark_triples(fresh))
        raise
    if fresh:
        target.add(PUSHED, _mark_triples(fresh))
    counts = _counts(target.endpoint)
    for graph in mine:
        if (found := counts.get(graph, 0)) != sums[graph][0]:
            raise EndpointError(
                f"endpoint {target.endpoint.shown}: {namespaces.compact(graph)} holds {found:,} triples; "
                f"expected {sums[graph][0]:,}; push again, and check who else writes to the server"
            )
    return done


def _send(store: ox.Store, target: Target, graphs: list[str]) -> Iterator[list[str]]:
    """Send graphs, and yield the IRIs after each request; an update carries several small graphs."""
    group: dict[str, bytes] = {}
    lines = 0
    for graph in graphs:
        with TemporaryFile(dir=temporary_folder()) as file:
            batches = _batches(_dump(store, graph, file), target.store)
            first, second = next(batches, b""), next(batches, b"")
            more, large = first.count(b"\n"), bool(second) or target.store
            if group and (large or lines + more > BATCH_LINES):
                target.replace(group)
                yield list(group)
                group, lines = {}, 0
            group[graph] = first
            lines += more
            if large:
                target.replace(group)
                for batch in chain([second] if second else [], batches):
                    target.add(graph, batch)
                yield [graph]
                group, lines = {}, 0
    if group:
        target.replace(group)
        yield list(group)


def _counts(endpoint: Endpoint) -> dict[str, int]:
    rows = endpoint.select_from_all("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g").rows
    return {str(graph): int(str(number)) for graph, number in rows if graph}


def _marks(endpoint: Endpoint) -> dict[str, str]:
    rows = endpoint.select_from_all(f"SELECT ?g ?sum WHERE {{ GRAPH <{PUSHED}> {{ ?g <{SUM}> ?sum }} }}").rows
    return {str(graph): str(sum_) for graph, sum_ in rows}


def _mark_triples(sums: dict[str, str]) -> bytes:
    return "".join(f'<{graph}> <{SUM}> "{sum_}" .\n' for graph, sum_ in sorted(sums.items())).encode()


def _sum(store: ox.Store, graph: str) -> tuple[int, str]:
    """Return a graph's number of triples and the sum of their SHA-256, which does not depend on their order."""
    number = total = 0
    with TemporaryFile(dir=temporary_folder()) as file:
        for line in _dump(store, graph, file):
            number += 1
            total += int.from_bytes(hashlib.sha256(line).digest(), "big")
    return number, f"sha256-sum:{total % (1 << 256):064x}"


def _dump(store: ox.Store, graph: str, file: IO[bytes]) -> Iterator[bytes]:
    """Return a graph's triples as lines of N-Triples; blank nodes come first and have canonical names."""
    store.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph))
    file.seek(0)
    blank = any(map(_BLANK.match, file))
    file.seek(0)
    if not blank:
        return iter(file)
    found = ox.Dataset(ox.Quad(*quad.triple) for quad in quads(store, graph=graph))
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    named = (ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    return iter(sorted(named, key=lambda line: (_BLANK.match(line) is None, line)))


def _batches(lines: Iterator[bytes], large: bool) -> Iterator[bytes]:
    """Yield one batch of lines per request; the first has all blank nodes, as their names hold in one request only."""
    batch: list[bytes] = []
    size = 0
    for line in chain(lines, [b""]):
        full = size > BATCH or len(batch) >= (BATCH if large else BATCH_LINES)
        if batch and (not line or (full and not _BLANK.match(line))):
            yield b"".join(batch)
            batch, size = [], 0
        batch.append(line)
        size += len(line)


def _block(graph: str, batch: bytes) -> str:
    return f"GRAPH <{graph}> {{\n{batch.decode()}}}\n"
