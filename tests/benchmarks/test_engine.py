"""A million quads of our own model: load, belief, reopening, questions, projection, beside what one would use instead.

Peers run on the same quads in the same run, and every answer is compared before a ratio is told: rdflib's Dataset,
pyoxigraph called directly, maplib. Ratios go to extra_info and are printed. Without timing (as in CI) the data are
small, and only the answers count. To measure:  make bench, or pytest tests/benchmarks/test_engine.py --benchmark-enable
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import geometric_mean, median
from typing import Any

import polars as pl
import pyoxigraph as ox
import pytest
import rdflib
from pytest_benchmark.fixture import BenchmarkFixture

import pcgraph
from benchmarks import synthetic
from pcgraph.analysis.network import Members
from pcgraph.belief import disk_store, materialise
from pcgraph.model.namespaces import CURRENT, PREFIXES
from pcgraph.model.scope import Scope
from pcgraph.store.files import home

TIMED, PLAIN = 1_000_000, 3_000
PATIENCE = 300  # seconds, after which rdflib is stopped, and they count as what it takes: a lower bound
SECONDS: dict[str, float] = {}
# What the catalogue asks, on what the synthetic data hold; agent-3 is one of the most frequent parties.
QUESTIONS = {
    "who signed with": """SELECT DISTINCT ?partner ?e WHERE { ?e a pcg:Agreement ; pcg:signatory id:agent-3 , ?partner ;
        pcg:step/pcg:status v:signed FILTER(?partner != id:agent-3) }""",
    "ties of one": "SELECT ?r ?other WHERE { id:agent-3 ?r ?other . ?r a pcg:DerivedRelation }",
    "signed in a year": """SELECT ?e ?d WHERE { ?e a pcg:Agreement ; pcg:step ?s . ?s pcg:status v:signed ;
        pcg:earliest ?d FILTER(?d >= "2010-01-01"^^xsd:date && ?d < "2011-01-01"^^xsd:date) }""",
    "statuses by sector": """SELECT ?sector ?status (COUNT(?e) AS ?n) WHERE { ?e pcg:sector ?sector ;
        pcg:currentStatus ?status } GROUP BY ?sector ?status""",
    "most engaged": """SELECT ?a (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e ?role ?a .
        ?role rdfs:subPropertyOf pcg:participant . ?e pcg:currentStatus v:signed } GROUP BY ?a""",
    "loans by year": """SELECT ?year (SUM(?amount) AS ?sum) (COUNT(?e) AS ?n) WHERE {
        ?e a pcg:Loan ; pcg:amount ?amount ;
        pcg:step/pcg:earliest ?d BIND(YEAR(?d) AS ?year) } GROUP BY ?year""",
    "covered and built": """SELECT ?paper ?work ?status WHERE {
        ?paper pcg:covers ?work . ?work pcg:currentStatus ?status .
        ?paper pcg:signatory id:agent-1 }""",
    "names that hold": 'SELECT ?s ?l WHERE { ?s rdfs:label ?l FILTER(CONTAINS(STR(?l), "77")) }',
    "who says so": "SELECT ?g ?p ?o WHERE { GRAPH ?g { ?g a pcg:Source . id:deal-7 ?p ?o } }",
    "one dossier": "SELECT ?p ?o WHERE { id:deal-7 ?p ?o }",
    "unnamed": "SELECT ?e ?role WHERE { ?p a pcg:UnnamedParty . ?e ?role ?p }",
}
PAIRS = """SELECT ?a ?b (COUNT(DISTINCT ?e) AS ?n) WHERE { GRAPH <urn:parties> {
    ?e <urn:party> ?a . ?e <urn:party> ?b } FILTER(STR(?a) < STR(?b)) } GROUP BY ?a ?b"""


@dataclass
class Data:
    """One data set as a file of quads, what a build keeps of it, and the same graphs in the peers."""

    dump: Path
    build: Path
    kg: pcgraph.KnowledgeGraph
    timed: bool
    peer: rdflib.Dataset | None = None

    def dataset(self) -> rdflib.Dataset:
        """Return the same graphs in rdflib, `current` as its default graph."""
        if self.peer is None:
            whole = self.dump.with_name("whole.nq")
            self.kg.store.dump(str(whole), format=ox.RdfFormat.N_QUADS)
            text = whole.read_text(encoding="utf-8").replace(f" <{CURRENT}> .\n", " .\n")
            self.peer = rdflib.Dataset()
            self.peer.parse(data=text, format="nquads")
        return self.peer

    def members(self) -> pl.DataFrame:
        return self.kg.tables.parties.select("engagement", "agent").unique()


@pytest.fixture(scope="module")
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    timed = bool(request.config.getoption("benchmark_enable"))
    folder = tmp_path_factory.mktemp("engine")
    dump = synthetic.write(folder / "synthetic.nq", TIMED if timed else PLAIN)
    with pytest.MonkeyPatch.context() as patch:
        if not timed:
            patch.setattr(disk_store, "LARGE", 1000)
        kg = pcgraph.load(dump, build=folder / "build")
        yield Data(dump, folder / "build", kg, timed)


def took(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def told(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], **ratios: float) -> None:
    """Keep and print ratios; figures of small data mean nothing and are left out."""
    if benchmark.stats is None:
        return
    benchmark.extra_info |= {name: round(ratio, 2) for name, ratio in ratios.items()}
    with capsys.disabled():
        shown = ", ".join(f"{name.replace('_', ' ')} {ratio:,.1f} ×" for name, ratio in ratios.items())
        print(f"\n{benchmark.name}: {shown}")


def test_peer_loads(data: Data, benchmark: BenchmarkFixture) -> None:
    """rdflib reads the same file: what the next three are measured by."""
    peer = rdflib.Dataset(default_union=True)
    benchmark.pedantic(lambda: peer.parse(data.dump, format="nquads"), rounds=1)
    SECONDS["rdflib"] = benchmark.stats.stats.median if benchmark.stats else 1.0
    SECONDS["pyoxigraph"], direct = took(lambda: _bulk(data.dump))
    ours = materialise.read(data.dump, home("ontology")).columns.unique().height - _shipped(data)
    assert len(direct) == sum(1 for _ in peer.quads()) == ours


def _bulk(path: Path) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
    return store


def _shipped(data: Data) -> int:
    columns = materialise.read(data.dump, home("ontology")).columns
    return columns.filter(pl.col("source") == "https://w3id.org/pcgraph/graph/ontology").unique().height


def test_load(data: Data, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """Read quads into columns: all that tables, networks and measures need."""
    read = benchmark.pedantic(lambda: materialise.read(data.dump, home("ontology")), rounds=5)
    assert read.columns.height > PLAIN / 2
    if benchmark.stats and "rdflib" in SECONDS:
        SECONDS["load"] = benchmark.stats.stats.median
        ratios = {name: SECONDS[name] / SECONDS["load"] for name in ("rdflib", "pyoxigraph")}
        told(benchmark, capsys, **ratios)


def test_belief(data: Data, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """Make the tables of what is believed and concluded from the quads; then with the load and a store besides."""
    selection, declared = materialise.select(materialise.read(data.dump, home("ontology")), Scope())
    tables = benchmark.pedantic(lambda: materialise.believe(selection, declared)[0].tables, rounds=3)
    for name in tables.names():
        assert getattr(tables, name).equals(getattr(data.kg.tables, name))
    if benchmark.stats and "load" in SECONDS:
        kg = pcgraph.load(data.dump, build=None)
        filled, store = took(lambda: kg.store)
        assert len(store) == len(data.kg.store)
        took_whole = took(lambda: pcgraph.load(data.dump, build=None))[0]
        told(
            benchmark,
            capsys,
            rdflibs_load_to_belief=SECONDS["rdflib"] / benchmark.stats.stats.median,
            rdflibs_load_to_load_and_belief=SECONDS["rdflib"] / took_whole,
            rdflibs_load_to_all_with_an_engine_in_memory=SECONDS["rdflib"] / (took_whole + filled),
        )


def test_reopen(data: Data, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """Open what a build keeps, and ask it something."""
    if data.timed:
        time.sleep(2.1)  # what was only just written is not trusted, and read once more
        pcgraph.load(data.dump, build=data.build)

    def reopened() -> int:
        return len(pcgraph.load(data.dump, build=data.build).query(QUESTIONS["one dossier"]))

    assert benchmark.pedantic(reopened, rounds=20, warmup_rounds=1) > 5
    if benchmark.stats and "rdflib" in SECONDS:
        told(benchmark, capsys, rdflibs_load=SECONDS["rdflib"] / benchmark.stats.stats.median)


@pytest.fixture(scope="module")
def memory(data: Data) -> pcgraph.KnowledgeGraph:
    """The same graph in memory, as `load(build=None)` gives it."""
    kg = pcgraph.load(data.dump, build=None)
    kg.query("SELECT * WHERE { ?s a pcg:Source } LIMIT 1")
    return kg


def test_questions(
    data: Data, memory: pcgraph.KnowledgeGraph, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ask each question of the store on disk and in memory, of rdflib, and of pyoxigraph directly."""
    peer, namespaces = data.dataset(), {name: rdflib.Namespace(iri) for name, iri in PREFIXES.items()}
    seconds: dict[str, tuple[float, ...]] = {}
    for name, text in QUESTIONS.items():
        ours, kg_answer = _best(lambda text=text: data.kg.query(text).to_polars())  # type: ignore[misc]
        inside, _ = _best(lambda text=text: memory.query(text).to_polars())  # type: ignore[misc]
        direct, _ = _best(lambda text=text: _direct(data.kg.store, text))  # type: ignore[misc]
        theirs, answer = took(lambda text=text: patient(lambda: list(peer.query(text, initNs=namespaces))))  # type: ignore[misc]
        answer = _direct(data.kg.store, text) if answer is None else answer
        assert len(answer) == kg_answer.height > 0, name
        assert _plain(answer) == _plain(data.kg.query(text).terms), name
        seconds[name] = (theirs, ours, inside, direct)
    benchmark.pedantic(lambda: [data.kg.query(text).to_polars() for text in QUESTIONS.values()], rounds=1)
    rows = [f"{name:20}" + "".join(f"{1000 * value:12.2f}" for value in times) for name, times in seconds.items()]
    if benchmark.stats:
        with capsys.disabled():
            print("\nms                        rdflib     on disk   in memory pyoxigraph on disk", *rows, sep="\n")
    told(
        benchmark,
        capsys,
        rdflib_to_disk=geometric_mean(theirs / ours for theirs, ours, _, _ in seconds.values()),
        rdflib_to_memory=geometric_mean(theirs / inside for theirs, _, inside, _ in seconds.values()),
        pyoxigraph_direct_to_disk=geometric_mean(direct / ours for _, ours, _, direct in seconds.values()),
    )


def patient(work: Callable[[], Any]) -> Any:
    """Do it within the patience, or give None."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        return work()
    except TimeoutError:
        return None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _best(work: Callable[[], Any], rounds: int = 7) -> tuple[float, Any]:
    times = [took(work) for _ in range(rounds)]
    return median(seconds for seconds, _ in times), times[0][1]


def _direct(store: ox.Store, text: str) -> list[tuple[Any, ...]]:
    found = store.query(text, prefixes=PREFIXES, default_graph=ox.NamedNode(CURRENT))
    return [tuple(solution) for solution in found]


def _plain(rows: Any) -> list[tuple[str, ...]]:
    """Numbers by their value: rdflib writes a sum of decimals otherwise."""

    def cell(term: Any) -> str:
        text = str(getattr(term, "value", term)) if not isinstance(term, rdflib.term.Identifier) else str(term)
        try:
            return f"{float(text):.6f}"
        except ValueError:
            return text

    return sorted(tuple(cell(term) for term in row) for row in rows)


def test_projection(data: Data, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]) -> None:
    """Tie parties that share an engagement, warm, to arrays with IRIs; the peers hold the memberships alone."""
    members = data.members()
    held = Members.from_parties(members)
    ties = benchmark.pedantic(
        lambda: Members(held.ids, held.engagements, held.agents).ties(), rounds=9, warmup_rounds=1
    )
    expected = ties.select("agent", "agent_other", "count").rows()
    lines = "".join(f"<{e}> <urn:party> <{a}> <urn:parties> .\n" for e, a in members.iter_rows())
    store = ox.Store()
    store.bulk_load(lines.encode(), format=ox.RdfFormat.N_QUADS)
    direct, found = took(lambda: [(r["a"].value, r["b"].value, int(r["n"].value)) for r in store.query(PAIRS)])
    assert sorted(found) == expected
    peer = rdflib.Dataset()
    peer.parse(data=lines, format="nquads")
    slow, answer = took(lambda: [(str(a), str(b), int(n)) for a, b, n in peer.query(PAIRS)])
    assert sorted(answer) == expected
    ratios = {"rdflib": slow, "pyoxigraph": direct}
    if data.timed and find_spec("maplib"):  # no lock file holds it: pip install maplib
        ratios["maplib"] = _maplib(data.dump.with_name("members.nt"), lines, expected)
    if benchmark.stats:
        ours = benchmark.stats.stats.median
        told(benchmark, capsys, **{name: seconds / ours for name, seconds in ratios.items()})


def _maplib(path: Path, lines: str, expected: list[tuple[Any, ...]]) -> float:
    """maplib reads triples only, and its answer is a frame already."""
    from maplib import Ontology

    path.write_text(lines.replace(" <urn:parties> .\n", " .\n"), encoding="utf-8")
    ontology = Ontology()
    ontology.read(str(path))
    text = PAIRS.replace("GRAPH <urn:parties> {", "{")
    seconds, frame = _best(lambda: ontology.query(text), 3)
    rows = zip(*(frame[name] for name in ("a", "b", "n")), strict=True)
    assert sorted((str(a).strip("<>"), str(b).strip("<>"), int(n)) for a, b, n in rows) == expected
    return seconds
