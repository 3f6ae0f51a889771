"""Shortest paths in parts: the same numbers whoever takes them; sampled ones say an error that holds."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from pcgraph.analysis import processes
from pcgraph.analysis.centrality import compute_measures, rank, sampling
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import LimitError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ties() -> sparse.csr_array:
    return sparse.csr_array(nx.to_scipy_sparse_array(nx.barabasi_albert_graph(600, 3, seed=1), dtype=float))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "LARGE", 1000)


def test_two_processes_give_the_numbers_of_one(ties: sparse.csr_array) -> None:
    one, two = (sampling.betweenness(ties, processes=number) for number in (1, 2))
    assert two == one
    assert one.errors is None
    assert one.values == pytest.approx(sampling.betweenness(ties).values, rel=1e-9)


@pytest.mark.usefixtures("large")
def test_two_processes_give_the_sample_of_one(ties: sparse.csr_array) -> None:
    one, two = (sampling.betweenness(ties, processes=number) for number in (1, 2))
    assert one == two


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("what", [sampling.betweenness, sampling.harmonic])
def test_a_sample_hangs_on_its_seed_alone(
    ties: sparse.csr_array, what: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = what(ties), what(ties)  # type: ignore[operator]
    assert one == two
    assert what(ties, exact=True).errors is None  # type: ignore[operator]
    monkeypatch.setattr(sampling, "SEED", 2)
    assert what(ties) != one  # type: ignore[operator]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("what", [sampling.betweenness, sampling.harmonic])
def test_the_error_covers_the_truth(ties: sparse.csr_array, what: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "SAMPLE", 128)
    exact, found = what(ties, exact=True).values, what(ties)  # type: ignore[operator]
    off = [
        abs(value - true) / error
        for value, true, error in zip(found.values, exact, found.errors, strict=True)
        if error is not None
    ]
    assert len(off) > 50
    assert sum(distance < 2 for distance in off) > 0.75 * len(off)  # one draw of sources, so agents err together
    assert sum(distance > 0.5 for distance in off) > 0.25 * len(off)  # and it is no wider than it must be


@pytest.mark.usefixtures("large")
def test_no_error_where_hardly_a_partner_is_among_the_sources(ties: sparse.csr_array) -> None:
    found = sampling.betweenness(ties)
    few = [degree < 600 / sampling.SAMPLE for degree in np.diff(ties.indptr)]
    assert [error is None for error in found.errors or ()] == few
    told = rank(nx.Graph([*nx.barabasi_albert_graph(600, 3, seed=1).edges(), (0, 600)]), "betweenness")
    assert told.note.startswith(f"{sum(few) + 1} of 601: no error: too few ties to expect one of its partners")
    assert told.table["error"].null_count() == sum(few) + 1 > 1


@pytest.mark.usefixtures("large")
def test_a_sample_of_betweenness_is_nearer_than_the_plain_sum(ties: sparse.csr_array) -> None:
    exact, found = sampling.betweenness(ties, exact=True).values, sampling.betweenness(ties).values
    drawn = [source for batch in sampling._batches(600) for source in batch]
    plain = [600 / sampling.SAMPLE * value for value in sampling.partial_sums(sampling.unweighted(ties), drawn)]
    ours, theirs = (
        sum((one - other) ** 2 for one, other in zip(values, exact, strict=True)) for values in (found, plain)
    )
    assert ours < theirs / 4


@pytest.mark.usefixtures("large")
def test_small_parts_of_a_large_network(ties: sparse.csr_array) -> None:
    """A path of three beside it: seldom met, known all the same for betweenness, and no error for harmonic."""
    apart = sparse.block_diag([ties, nx.to_scipy_sparse_array(nx.path_graph(3))], format="csr")
    assert sampling.betweenness(apart).values[600:] == pytest.approx([0, 1, 0])
    near = sampling.harmonic(apart)
    assert near.errors is not None
    assert [place for place, error in enumerate(near.errors) if error is None] == [600, 601, 602]


def test_betweenness_in_a_network_like_a_chain(ties: sparse.csr_array, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = sampling.betweenness(ties)
    monkeypatch.setattr(sampling, "DEEP", 2)
    assert sampling.betweenness(ties).values == pytest.approx(usual.values, rel=1e-12)
    assert max(usual.values) > 0


@pytest.mark.usefixtures("large")
def test_harmonic_in_a_network_like_a_chain(ties: sparse.csr_array, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = sampling.harmonic(ties)
    monkeypatch.setattr(sampling, "DEEP", 2)
    assert sampling.harmonic(ties).values == pytest.approx(usual.values, rel=1e-12)
    assert max(usual.values) > 0


@pytest.mark.usefixtures("large")
def test_rankings_say_that_they_are_estimates() -> None:
    graph = nx.barabasi_albert_graph(600, 3, seed=1)
    found = rank(graph, "betweenness")
    assert found.table.columns == ["rank", "agent", "label", "value", "error"]
    assert "estimated from shortest paths from 256 of 600 agents (sampled with seed 1)" in found.note
    assert len(found.top(1)[0]) == 4
    exact = rank(graph, "betweenness", exact=True)
    assert (exact.table.columns, exact.note) == (["rank", "agent", "label", "value"], "")
    wide = compute_measures(graph, ["degree", "harmonic"])
    assert wide.columns == ["agent", "label", "degree", "harmonic", "harmonic error", "note"]
    assert dict(exact.table.select("agent", "value").iter_rows()) == pytest.approx(
        {str(node): value for node, value in nx.betweenness_centrality(graph).items()}
    )


@pytest.mark.usefixtures("large")
def test_a_graph_can_be_asked_for_exact_numbers(real: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "LARGE", 100)
    monkeypatch.setattr(sampling, "SAMPLE", 32)
    assert "error" in real.rank("betweenness", projection="partners").table.columns
    assert "error" not in real.rank("betweenness", projection="partners", exact=True).table.columns
    wide = real.measures(projection="partners", names=["betweenness"], exact=True)
    assert wide.columns == ["agent", "label", "betweenness", "note"]


def test_another_process_that_ends_is_an_error(ties: sparse.csr_array, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.sys, "executable", "/bin/false")
    with pytest.raises(LimitError, match="a worker process ended"):
        sampling.betweenness(ties, processes=2)
