"""SPARQL inside the page: the graph, the questions of the catalogue and the engine, as parts of the same file."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from tempfile import TemporaryFile
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import InvalidInput, LimitError
from pcgraph.model import namespaces
from pcgraph.model.namespaces import Namespaces
from pcgraph.query.engine.ordering import COLUMN_KEYS, MAX_COLUMNS, SORT_KEYS, VOLATILE
from pcgraph.query.names.completion import completion_terms
from pcgraph.query.questions.examples import PATTERNS
from pcgraph.query.questions.forms import question_forms
from pcgraph.query.statements import ALIASES, NAMES
from pcgraph.store import nquads
from pcgraph.store.files import temporary_folder
from pcgraph.store.serialize import blocks, gzipped, sorted_text

SCRIPT, STYLE, WORKER, ENGINE, NOTICES = "ask.js", "ask.css", "ask-worker.js", "oxigraph.wasm.gz", "notices-ask.txt"
EDITOR = "editor.js"
MOST_QUADS = 300_000  # with more, the page takes more than two seconds to load and too much memory
SPACES = ("pcg", "v", "id", "src", "verdict", "g")  # prefixes of IRIs of which a query should use none that is unknown


@dataclass(frozen=True)
class Ask:
    """What a page needs to answer SPARQL."""

    settings: dict[str, Any] = field(repr=False)  # the catalogue, prefixes and other data for its script
    graph: str = field(repr=False)  # every graph as gzipped TriG in base64
    policy = " 'wasm-unsafe-eval'; worker-src blob:"  # what the scripts of such a page may do besides

    @property
    def scripts(self) -> tuple[str, str]:
        """The scripts of the editor and of the view."""
        return editor_script(), _part(SCRIPT).decode()

    @property
    def style(self) -> str:
        """The style of the view."""
        return _part(STYLE).decode()

    @property
    def worker(self) -> str:
        """The script of the worker that holds the engine, with the notices of its licences."""
        return worker_script()

    @property
    def engine(self) -> str:
        """The engine as gzipped WebAssembly in base64."""
        return base64.b64encode(packed_engine()).decode()


def ask(snapshot: Snapshot) -> Ask:
    """Return what a page needs to answer SPARQL about a graph.

    >>> from pcgraph.testing import tiny
    >>> sorted(ask(tiny()).settings)[:3]
    ['base', 'columnKeys', 'current']
    """
    if len(snapshot.store) > MOST_QUADS:
        raise LimitError(
            f"map: SPARQL in the page: {len(snapshot.store):,} quads; expected at most {MOST_QUADS:,}, because a "
            "browser needs seconds to load more, and much memory; use pcgraph serve"
        )
    settings = {
        **engine_settings(snapshot.names),
        "prefixes": snapshot.names.prefixes,
        "terms": completion_terms(snapshot),
        "questions": question_forms(snapshot.store, snapshot.names, snapshot.project.label_language),
    }
    return Ask(settings, base64.b64encode(packed_graph(snapshot.store, snapshot.names)).decode())


def engine_settings(names: Namespaces) -> dict[str, Any]:
    """Return what the engine in a page must know, apart from the prefixes.

    >>> from pcgraph.model.namespaces import SHIPPED
    >>> engine_settings(SHIPPED)["base"]
    'https://w3id.org/pcgraph/'
    """
    return {
        "base": names.base,
        "columnKeys": COLUMN_KEYS,
        "current": namespaces.CURRENT,
        "maxColumns": MAX_COLUMNS,
        "names": [*NAMES, *ALIASES],
        "patterns": PATTERNS,
        "sortKeys": SORT_KEYS,
        "spaces": [names.prefixes[prefix] for prefix in SPACES],
        "volatile": sorted(VOLATILE),
    }


def packed_graph(store: ox.Store, names: Namespaces) -> bytes:
    """Return every graph of a store as gzipped TriG, the same bytes each time.

    What the graphs say of a subject stands together, because it is nearly the same: so the file is a third smaller than
    with one block for each graph.

    >>> from pcgraph.testing import tiny
    >>> import gzip
    >>> gzip.decompress(packed_graph(tiny().store, tiny().names))[:7]
    b'@prefix'
    """
    lines = ox.RdfFormat.N_QUADS
    quads = ox.parse(nquads.Pieces(sorted_text(store, lines, key=_by_subject)), format=lines, lenient=True)
    with TemporaryFile(dir=temporary_folder()) as file:
        ox.serialize(quads, file, format=ox.RdfFormat.TRIG, prefixes=names.prefixes)
        return gzipped(blocks(file))


def _by_subject(line: bytes) -> tuple[bytes, bytes, bytes]:
    """Return subject, graph and the rest of a line of N-Quads; every quad is in a named graph."""
    said, _, graph = line.removesuffix(b" .\n").rpartition(b" ")
    subject, _, rest = said.partition(b" ")
    return subject, graph, rest


def packed_engine() -> bytes:
    r"""Return the engine as gzipped WebAssembly.

    >>> import gzip
    >>> gzip.decompress(packed_engine())[:4]
    b'\x00asm'
    """
    return _part(ENGINE)


def editor_script() -> str:
    """Return the script of the editor, with the notices of its licences.

    >>> editor_script()[:2]
    '/*'
    """
    return _part(EDITOR).decode()


def worker_script() -> str:
    """Return the script of the worker that holds the engine, with the notices of its licences.

    >>> worker_script()[:2]
    '/*'
    """
    return f"/*\n{_part(NOTICES).decode()}*/\n{_part(WORKER).decode()}"


@cache
def _part(name: str) -> bytes:
    file = files("pcgraph.page") / "template" / name
    if not file.is_file():
        raise InvalidInput(
            f"{name}: missing from the package; expected {file}; install pcgraph again, or run make page in a checkout"
        )
    return file.read_bytes()
