"""Every measure equals networkx's definition to 1e-9, on random networks; bad networks give a reason, not a NaN."""

from __future__ import annotations

import html
import json
import math
import subprocess
import sys
from collections.abc import Callable
from io import StringIO

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st
from rich.console import Console

from helpers import ROOT
from pcgraph.analysis.centrality import MEASURES, compute_measures, rank
from pcgraph.analysis.centrality import measures as compute
from pcgraph.analysis.network import directed, simple
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import LimitError, UsageError
from pcgraph.model.namespaces import ID
from pcgraph.page import WORDS

pytestmark = pytest.mark.slow


@st.composite
def networks(draw: st.DrawFn) -> nx.Graph:
    """Directed with parallel, opposite, symmetric and self-ties, or folded into an undirected one."""
    n = draw(st.integers(2, 14))
    ends = st.integers(0, n - 1)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i:02}" for i in range(n))
    for one, other, weight, symmetric in draw(
        st.lists(st.tuples(ends, ends, st.sampled_from((1, 2, 5, 0.5, 1 / 3)), st.booleans()), min_size=1, max_size=40)
    ):
        graph.add_edge(f"n{one:02}", f"n{other:02}", weight=weight, symmetric=symmetric)
    return draw(st.sampled_from((graph, simple(graph))))


class Unclear(Exception):
    """Floats do not say whether two leading values are one."""


def eigenvector(graph: nx.Graph) -> dict[str, float]:
    """networkx's iteration; where it takes too long its end, the part of (1, 1, …) that the leading vectors span."""
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph))
    if len(values) > 1 and values[-1] - values[-2] > 1e-3:
        return dict(nx.eigenvector_centrality(graph, weight="weight", max_iter=100_000, tol=1e-14))
    if any(1e-10 < values[-1] - value < 1e-6 for value in values):
        raise Unclear
    lead = vectors[:, values > values[-1] - 1e-10]
    found = lead @ lead.sum(axis=0)
    return dict(zip(graph, (found / np.linalg.norm(found)).tolist(), strict=True))


def hits(graph: nx.DiGraph, side: int) -> dict[str, float]:
    """networkx where it has one answer; else where Kleinberg's iteration ends that starts with equal authorities."""
    left, sizes, right = np.linalg.svd(nx.to_numpy_array(graph))
    if len(sizes) > 2 and sizes[0] - sizes[1] > 1e-3:  # networkx's solver needs three
        return dict(nx.hits(graph, tol=0)[side])
    same = sizes > sizes[0] - 1e-10
    if any(1e-10 < sizes[0] - size < 1e-6 for size in sizes):
        raise Unclear
    start = right[same].sum(axis=1)
    found = left[:, same] @ start if side == 0 else right[same].T @ start
    return dict(zip(graph, (found / found.sum()).tolist(), strict=True))


def groups(parts: list[set[str]]) -> dict[str, float]:
    ordered = sorted(parts, key=lambda part: (-len(part), min(part)))
    return {node: float(number) for number, part in enumerate(ordered, 1) for node in part}


DEFINITIONS: dict[str, Callable[[nx.MultiDiGraph], dict[str, float]]] = {
    "degree": lambda g: dict(simple(g).degree()),
    "strength": lambda g: dict(simple(g).degree(weight="weight")),
    "betweenness": lambda g: nx.betweenness_centrality(simple(g)),
    "harmonic": lambda g: nx.harmonic_centrality(simple(g)),
    "eigenvector": lambda g: eigenvector(simple(g)),
    "pagerank": lambda g: nx.pagerank(directed(g), tol=1e-15, max_iter=5000),
    "hubs": lambda g: hits(directed(g), 0),
    "authorities": lambda g: hits(directed(g), 1),
    "kcore": lambda g: nx.core_number(simple(g)),
    "constraint": lambda g: nx.constraint(simple(g), weight="weight"),
    "components": lambda g: groups(list(nx.connected_components(simple(g)))),
    "articulation": lambda g: {node: float(node in set(nx.articulation_points(simple(g)))) for node in g},
}


def test_every_measure_is_compared() -> None:
    assert set(DEFINITIONS) | {"communities"} == set(MEASURES)  # communities have no one right answer: see below


@pytest.mark.parametrize("measure", sorted(DEFINITIONS))
@settings(max_examples=50, deadline=None)
@given(graph=networks())
def test_equal_to_networkx(measure: str, graph: nx.Graph) -> None:
    assume(directed(graph).number_of_edges() > 0)
    try:
        check(measure, graph)
    except Unclear:
        reject()


def check(measure: str, graph: nx.Graph) -> None:
    expected = DEFINITIONS[measure](graph)
    for _, node, _, value in rank(graph, measure).top(len(graph)):
        if value is None:  # a node without ties: networkx gives NaN, or 0 but for rounding
            assert simple(graph).degree(node) == 0
            assert math.isnan(expected[node]) or abs(expected[node]) < 1e-9
        else:
            assert value == pytest.approx(expected[node], abs=1e-9, rel=1e-9), node


@pytest.mark.parametrize("measure", sorted(DEFINITIONS))
@pytest.mark.parametrize(
    "graph",
    [
        nx.path_graph(["a", "b", "c"]),  # two sides: HITS has two leading vectors
        nx.Graph([("a", "b"), ("c", "d"), ("c", "e"), ("d", "e"), ("f", "g"), ("g", "h"), ("f", "h")]),  # two lead
        nx.DiGraph([("a", "b"), ("c", "d"), ("e", "d")]),
        nx.DiGraph([("a", "b"), ("c", "d")]),
        nx.star_graph(["hub", *"abcdefgh"]),
        nx.complete_graph(["a", "b", "c", "d"]),
    ],
    ids=["path", "two-lead", "two-parts", "equal-parts", "star", "complete"],
)
def test_equal_to_networkx_where_many_answers_are_right(measure: str, graph: nx.Graph) -> None:
    check(measure, graph)


def test_communities_are_as_good_as_networkx_finds() -> None:
    graph = nx.connected_caveman_graph(6, 6)
    graph = nx.relabel_nodes(graph, {node: f"n{node:02}" for node in graph})
    found: dict[float, set[str]] = {}
    for _, node, _, number in rank(graph, "communities").top(len(graph)):
        found.setdefault(number, set()).add(node)
    louvain = nx.community.louvain_communities(graph, seed=1)
    assert nx.community.modularity(graph, found.values()) >= nx.community.modularity(graph, louvain) - 1e-12
    assert [len(found[number]) for number in sorted(found)] == sorted(map(len, found.values()), reverse=True)
    assert rank(graph, "communities").table.equals(rank(graph, "communities").table)


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_community_is_connected_and_as_good_as_networkx_finds(seed: int) -> None:
    graph = nx.relabel_nodes(nx.gnm_random_graph(120, 200, seed=seed), lambda node: f"n{node:03}")
    found: dict[float, set[str]] = {}
    for _, node, _, number in rank(graph, "communities").top(len(graph)):
        found.setdefault(number, set()).add(node)
    assert all(nx.is_connected(graph.subgraph(part)) for part in found.values())
    louvain = nx.community.louvain_communities(graph, seed=seed)
    assert nx.community.modularity(graph, found.values()) > nx.community.modularity(graph, louvain) - 0.01


def test_the_number_of_threads_changes_nothing() -> None:
    code = (
        "import networkx as nx; from pcgraph.analysis.centrality import compute_measures;"
        "print(compute_measures(nx.barabasi_albert_graph(1200, 8, seed=1)).write_csv())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"OPENBLAS_NUM_THREADS": number, "OMP_NUM_THREADS": number, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for number in ("1", "4")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("measure", sorted(MEASURES))
@pytest.mark.parametrize(
    "graph",
    [
        nx.Graph(),
        nx.empty_graph(["a"]),
        nx.empty_graph(["a", "b"]),
        nx.Graph([("a", "a")]),
        nx.Graph([("a", "b"), ("c", "d")]),
        nx.cycle_graph(["a", "b", "c", "d"]),
        nx.MultiDiGraph([("a", "a"), ("a", "b"), ("a", "b")]),
    ],
    ids=["empty", "one", "two", "self-tie", "disconnected", "all-equal", "parallel"],
)
def test_no_network_breaks_a_measure(measure: str, graph: nx.Graph) -> None:
    found = rank(graph, measure)
    values = found.table["value"]
    assert len(found) == graph.number_of_nodes()
    assert not values.is_nan().any()
    assert values.null_count() == 0 or found.note
    assert found.note or len(found)


def test_equals_share_a_rank_in_the_order_of_names() -> None:
    found = rank(nx.cycle_graph(["d", "b", "c", "a"]), "pagerank")
    assert [(row[0], row[1]) for row in found.top()] == [(1, "a"), (1, "b"), (1, "c"), (1, "d")]


def test_low_constraint_leads() -> None:
    found = rank(nx.star_graph(["hub", "x", "y", "z"]), "constraint")
    assert found.top(1)[0][1] == "hub"


@pytest.mark.parametrize("language", ["en", *WORDS])
def test_the_page_has_a_word_for_each_of_its_measures(language: str) -> None:
    path = ROOT / "src" / "pcgraph" / "page" / "app" / "text" / "words" / f"{language}.json"
    words = json.loads(path.read_text(encoding="utf-8"))
    assert {name for name, measure in MEASURES.items() if measure.on_page and f"measure_{name}" not in words} == set()


def test_unknown_measure_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean betweenness"):
        rank(nx.Graph(), "betweeness")


def test_side_by_side_equals_one_by_one(tiny: KnowledgeGraph) -> None:
    graph = tiny.network()
    wide = compute_measures(graph)
    assert wide.columns == ["agent", "label", *MEASURES, "note"]
    for name in MEASURES:
        alone = dict(rank(graph, name).table.select("agent", "value").iter_rows())
        assert dict(wide.select("agent", name).iter_rows()) == alone


def test_no_empty_value_without_its_reason() -> None:
    graph = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "e")])
    graph.add_node("alone")
    notes = dict(compute_measures(graph).select("agent", "note").iter_rows())
    assert notes["a"] == ""
    assert notes["d"] == "eigenvector: 0 because its component has a smaller eigenvalue than the leading one"
    assert notes["alone"].split("; ") == [
        f"{name}: no ties, so it has no value" for name in ("eigenvector", "hubs", "authorities", "constraint")
    ]
    assert rank(graph, "constraint").note == "1 of 6: no ties, so it has no value"
    assert rank(graph, "constraint").top()[-1] == (None, "alone", "alone", None)


@pytest.mark.slow
def test_an_iteration_that_does_not_end_is_a_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = nx.path_graph([f"n{i:04}" for i in range(3000)])
    monkeypatch.setattr(compute, "ROUNDS", 10)
    with pytest.raises(LimitError, match="no convergence after 10 iterations on 3000 nodes; expected"):
        rank(chain, "eigenvector")
    wide = compute_measures(chain, ["degree", "eigenvector"])
    assert wide["degree"].null_count() == 0
    assert wide["eigenvector"].null_count() == 3000
    assert wide["note"].str.contains("no convergence").all()


@pytest.mark.parametrize("weight", [0, -1, math.nan, math.inf, "much", None])
def test_a_weight_must_be_a_number_above_0(weight: object) -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=weight)
    with pytest.raises(UsageError, match=f"tie a – b: weight {weight!r}; expected a number above 0"):
        compute_measures(graph)


@pytest.mark.filterwarnings("ignore:network. empty")
@pytest.mark.parametrize(
    "filters", [{}, {"weight": "count"}, {"status": "entered", "country": "pakistan"}, {"since": "2050-01-01"}]
)
def test_columns_are_measured_as_the_graph_of_networkx(real: KnowledgeGraph, filters: dict[str, str]) -> None:
    graph = real.network(projection="partners", **filters)
    ours, theirs = real.rank("betweenness", projection="partners", **filters), rank(graph, "betweenness")
    assert ours.table.equals(theirs.table)
    assert (ours.counts, ours.note) == (theirs.counts, theirs.note)
    assert real.measures(projection="partners", **filters).equals(compute_measures(graph))


def test_the_same_network_gives_the_same_bytes(real: KnowledgeGraph) -> None:
    net = compute.Net(real.network(projection="partners"))
    for measure in (compute.eigenvector, compute.pagerank, compute.hubs, compute.communities):
        again = compute.Net(net.graph)
        assert list(measure(again).values) == list(measure(net).values), measure.__name__


def test_the_order_of_the_network_does_not_matter(real: KnowledgeGraph) -> None:
    graph = real.network(projection="partners")
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from((other, one, data) for one, other, data in reversed(list(graph.edges(data=True))))
    assert compute_measures(turned).equals(compute_measures(graph))


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_the_meaning_is_in_the_output(measure: str, tiny: KnowledgeGraph) -> None:
    found = tiny.rank(measure, projection="partners")
    console = Console(width=200, record=True, file=StringIO())
    console.print(found)
    for line in (found.meaning, found.counts, found.note):
        assert line in " ".join(console.export_text(clear=False).split())
        assert html.escape(line) in found._repr_html_()


def test_one_sentence_that_thanks_six_bodies_does_not_make_them_the_centre(article: KnowledgeGraph) -> None:
    """Huawei signs twice; six bodies are thanked in one sentence. Counted plainly, each of the six has more."""

    def of(weight: str) -> dict[str, float]:
        found = article.rank("strength", projection="partners", weight=weight)
        return dict(found.table.select("agent", "value").iter_rows())

    count, newman = of("count"), of("newman")
    assert count[ID + "pseb"] > count[ID + "huawei"]
    assert newman[ID + "pseb"] < newman[ID + "huawei"]
    # counted plainly, bodies that the sentence alone knows are ahead of all who signed but those it thanks as well
    for weight, ahead in (("count", True), ("newman", False)):
        places = {row[1]: row[0] for row in article.rank("strength", projection="partners", weight=weight).top(99)}
        assert (places[ID + "ignite"] < places[ID + "huawei"]) is ahead
