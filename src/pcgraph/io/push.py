"""The graphs of a build into a SPARQL server: restartable, and verified by counting.

Each graph is replaced whole. When it is there, its checksum is marked in the server's graph ``g:pushed``; a later push
skips a graph whose mark and number of triples are right. A mark is taken away before its graph is touched, so that no
push that was broken off, and no other hand, can leave a mark that lies about the number.
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
from pcgraph.query.endpoint import Endpoint
from pcgraph.query.http import HttpClient

PUSHED = namespaces.G + "pushed"
SUM = namespaces.DCTERMS + "identifier"
ABOUT = f'<{PUSHED}> <{namespaces.DESCRIPTION}> "Checksums of the graphs that pcgraph pushed." .\n'.encode()
BATCH = 1 << 22  # bytes sent at once by Graph Store Protocol
BATCH_LINES = 1000  # triples sent at once by an update, which Virtuoso compiles into a program of limited length
TOGETHER = 50  # marks are written for so many graphs at once; a push that is killed sends at most so many again
_BLANK = re.compile(rb"_:|[^ ]+ [^ ]+ _:")


@dataclass(frozen=True)
class Target:
    """A server to be filled.

    Attributes
    ----------
    endpoint : Endpoint
        For questions.
    write : HttpClient
        For updates, or of the Graph Store.
    store : bool
        True where `write` is a Graph Store.
    """

    endpoint: Endpoint
    write: HttpClient
    store: bool = False

    def replace(self, graphs: Mapping[str, bytes]) -> None:
        """Put triples in place of all that graphs hold."""
        if self.store:
            for graph, batch in graphs.items():
                self._store("PUT", graph, batch)
        else:
            # one request, so that it can be repeated when the line breaks
            dropped = [f"DROP SILENT GRAPH <{graph}>" for graph in graphs]
            inserted = "INSERT DATA {\n" + "".join(_block(*one) for one in graphs.items()) + "}"
            self._update(" ;\n".join([*dropped, inserted]))

    def add(self, graph: str, batch: bytes) -> None:
        """Add triples without blank nodes to a graph; it may be repeated."""
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
    """What a push did, or would do: IRIs of graphs.

    Attributes
    ----------
    sent, kept : tuple of str
        Sent now; found there as they should be.
    others, deleted : tuple of str
        Of a former push, and no longer here: left there; removed.
    triples : int
        In all graphs that are here.
    """

    sent: tuple[str, ...]
    kept: tuple[str, ...]
    others: tuple[str, ...]
    deleted: tuple[str, ...]
    triples: int


def push(
    store: ox.Store,
    target: Target,
    *,
    delete_others: bool = False,
    dry_run: bool = False,
    progress: Callable[[int, int, str], object] | None = None,
) -> Pushed:
    """Fill a server with every graph of a store, `current` last.

    Parameters
    ----------
    store : pyoxigraph.Store
        As in ``kg.store``.
    delete_others : bool
        Remove graphs of a former push that are not in `store`. Other graphs of the server are never touched.
    dry_run : bool
        Ask the server what it holds, and send nothing.
    progress : callable, optional
        Called with the number of graphs that are done, of all to be sent, and the IRI of the last one.

    Raises
    ------
    EndpointError, LimitError
        If the server cannot be reached, refuses, or does not hold what it was sent. What is there is kept: the same
        push goes on from there.

    Notes
    -----
    Two requests to ask and one to count at the end; one for each graph that is sent (by updates, one for each thousand
    triples), one for each 50 marks. Memory does not grow with the size of the graphs, but for those with blank nodes.
    """
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
        target.replace({PUSHED: ABOUT + _marked(left)})  # small and first: a server may ask who is there
    for graph in gone:
        if graph in counts:
            target.drop(graph)
    fresh: dict[str, str] = {}
    there = 0
    try:
        for sent in _sent(store, target, send):
            there += len(sent)
            fresh |= {graph: sums[graph][1] for graph in sent}
            if len(fresh) >= TOGETHER:
                target.add(PUSHED, _marked(fresh))
                fresh = {}
            if progress:
                progress(there, len(send), sent[-1])
    except BaseException:  # when it is stopped, too
        with suppress(PcgraphError):
            target.add(PUSHED, _marked(fresh))
        raise
    if fresh:
        target.add(PUSHED, _marked(fresh))
    counts = _counts(target.endpoint)
    for graph in mine:
        if (found := counts.get(graph, 0)) != sums[graph][0]:
            raise EndpointError(
                f"endpoint {target.endpoint.shown}: {namespaces.compact(graph)} holds {found:,} triples; "
                f"expected {sums[graph][0]:,}; push again, and look there for who else writes to it"
            )
    return done


def _sent(store: ox.Store, target: Target, graphs: list[str]) -> Iterator[list[str]]:
    """Send graphs, by updates several small ones at once, and say which are there now."""
    group: dict[str, bytes] = {}
    lines = 0
    for graph in graphs:
        with TemporaryFile() as file:
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


def _marked(sums: dict[str, str]) -> bytes:
    return "".join(f'<{graph}> <{SUM}> "{sum_}" .\n' for graph, sum_ in sorted(sums.items())).encode()


def _sum(store: ox.Store, graph: str) -> tuple[int, str]:
    """Count a graph's triples, and sum up the SHA-256 of each, so that their order does not matter."""
    number = total = 0
    with TemporaryFile() as file:
        for line in _dump(store, graph, file):
            number += 1
            total += int.from_bytes(hashlib.sha256(line).digest(), "big")
    return number, f"sha256-sum:{total % (1 << 256):064x}"


def _dump(store: ox.Store, graph: str, file: IO[bytes]) -> Iterator[bytes]:
    """Give a graph's triples as lines of N-Triples; first those with blank nodes, under names that stay the same."""
    node = ox.NamedNode(graph)
    store.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=node)
    file.seek(0)
    blank = any(map(_BLANK.match, file))
    file.seek(0)
    if not blank:
        return iter(file)
    found = ox.Dataset(ox.Quad(*quad.triple) for quad in store.quads_for_pattern(None, None, None, node))
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    named = (ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    return iter(sorted(named, key=lambda line: (_BLANK.match(line) is None, line)))


def _batches(lines: Iterator[bytes], large: bool) -> Iterator[bytes]:
    """Put lines together for one request each; all with blank nodes into the first, as their names hold only there."""
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
