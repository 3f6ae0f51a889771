"""SPARQL inside the page: the graph, the questions of the catalogue and the engine, as parts of the same file."""

from __future__ import annotations

import base64
import gzip
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import InvalidInput, LimitError
from pcgraph.model import namespaces
from pcgraph.query.examples import PATTERNS
from pcgraph.query.ordering import SORT_KEYS, VOLATILE
from pcgraph.query.question_forms import question_forms
from pcgraph.query.statements import ALIASES, NAMES
from pcgraph.store.serialize import serialize

SCRIPT, STYLE, WORKER, ENGINE, NOTICES = "ask.js", "ask.css", "ask-worker.js", "oxigraph.wasm.gz", "notices-ask.txt"
MOST_QUADS = 300_000  # with more, the page takes more than two seconds to load and too much memory
SPACES = ("pcg", "v", "id", "src", "verdict", "g")  # prefixes of IRIs of which a query should use none that is unknown


@dataclass(frozen=True)
class Ask:
    """What a page needs to answer SPARQL.

    Attributes
    ----------
    settings : dict
        The catalogue, prefixes and other data for its script.
    graph : str
        Every graph as gzipped TriG in base64.
    """

    settings: dict[str, Any] = field(repr=False)
    graph: str = field(repr=False)
    policy = " 'wasm-unsafe-eval'; worker-src blob:"  # what the scripts of such a page may do besides

    @property
    def script(self) -> str:
        """The script of the view."""
        return _part(SCRIPT).decode()

    @property
    def style(self) -> str:
        """The style of the view."""
        return _part(STYLE).decode()

    @property
    def worker(self) -> str:
        """The script of the worker that holds the engine, with the notices of its licences."""
        return f"/*\n{_part(NOTICES).decode()}*/\n{_part(WORKER).decode()}"

    @property
    def engine(self) -> str:
        """The engine as gzipped WebAssembly in base64."""
        return base64.b64encode(_part(ENGINE)).decode()


def ask(snapshot: Snapshot) -> Ask:
    """Return what a page needs to answer SPARQL about a graph.

    Raises
    ------
    LimitError
        If the graph has more than `MOST_QUADS` quads.

    >>> from pcgraph.testing import tiny
    >>> sorted(ask(tiny()).settings)[:3]
    ['base', 'current', 'names']
    """
    store, names = snapshot.store, snapshot.names
    if len(store) > MOST_QUADS:
        raise LimitError(
            f"map: SPARQL in the page: {len(store):,} quads; expected at most {MOST_QUADS:,}, because a browser needs "
            "seconds to load more, and much memory; use pcgraph serve"
        )
    packed = gzip.compress(serialize(store, ox.RdfFormat.TRIG, names), 9, mtime=0)
    return Ask(
        {
            "base": names.base,
            "current": namespaces.CURRENT,
            "names": [*NAMES, *ALIASES],
            "patterns": PATTERNS,
            "prefixes": names.prefixes,
            "questions": question_forms(store, names),
            "sortKeys": SORT_KEYS,
            "spaces": [names.prefixes[prefix] for prefix in SPACES],
            "volatile": sorted(VOLATILE),
        },
        base64.b64encode(packed).decode(),
    )


@cache
def _part(name: str) -> bytes:
    file = files("pcgraph.page") / "template" / name
    if not file.is_file():
        raise InvalidInput(
            f"{name}: missing from the package; expected {file}; install pcgraph again, or run make page in a checkout"
        )
    return file.read_bytes()
