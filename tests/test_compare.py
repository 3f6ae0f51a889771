"""One measure on several networks, and Kendall's τ-b against SciPy's."""

from __future__ import annotations

import random
from collections.abc import Iterable

import networkx as nx
import pytest

from pcgraph.analysis.comparison import compare, kendall, network_names
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError


def of_scipy(one: Iterable[float], other: Iterable[float]) -> float:
    from scipy.stats import kendalltau  # its import takes a second, in each process that collects the tests

    return float(kendalltau(one, other).statistic)


@pytest.mark.parametrize("seed", range(20))
def test_kendall_is_that_of_scipy(seed: int) -> None:
    rng = random.Random(seed)
    one, other = ([rng.randrange(most) for _ in range(40)] for most in (5, 2 + seed))
    assert kendall(one, other) == pytest.approx(of_scipy(one, other), abs=1e-12)
    assert kendall(one, one) == pytest.approx(1)
    assert kendall(one, [-value for value in one]) == pytest.approx(-1)


def test_ranks_stand_side_by_side(tiny: KnowledgeGraph) -> None:
    found = tiny.compare("degree", ["partners", {"projection": "partners", "status": "entered"}])
    alone = tiny.rank("degree", projection="partners", status="entered").table
    own = found.table.drop_nulls("partners, status=entered")
    ranks = dict(own.select("agent", "partners, status=entered").iter_rows())
    assert ranks == dict(alone.select("agent", "rank").iter_rows())
    missing = found.table.filter(found.table["partners, status=entered"].is_null())
    assert missing.height
    assert set(missing["why"]) == {"not in partners, status=entered"}
    assert any("a tie is" in note and note.startswith("partners, status=entered: ") for note in found.notes)


def test_the_matrix_is_symmetric_and_counts_common_agents(real: KnowledgeGraph) -> None:
    found = real.compare("betweenness")
    square = found.matrix.drop("network").to_numpy()
    assert (square == square.T).all()
    assert square.diagonal() == pytest.approx(1)
    both = found.table.drop_nulls(["value relations", "value partners"])
    one, other, tau, agents, why = found.agreement.row(1)
    assert (one, other, agents, why) == ("relations", "partners", both.height, "")
    assert tau == pytest.approx(of_scipy(both["value relations"], both["value partners"]))


def test_engagements_of_a_network_take_no_rank_from_agents(tiny: KnowledgeGraph) -> None:
    found = tiny.compare("degree", ["bipartite", "partners"]).table
    assert not set(found["agent"]) & set(tiny.tables["engagements"]["engagement"])
    assert found["bipartite"].min() == 1
    assert found["bipartite"].max() <= found.height


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (nx.Graph(), "fewer than two agents in both"),
        (nx.Graph([("x", "y")]), "fewer than two agents in both"),
        (nx.cycle_graph(["a", "b", "c"]), "all equal in other"),
    ],
)
def test_without_an_order_there_is_a_reason(other: nx.Graph, why: str) -> None:
    found = compare({"one": nx.path_graph(["a", "b", "c"]), "other": other}, "degree")
    assert found.agreement.row(1)[2:] == (None, 3 if "equal" in why else 0, why)
    assert found.table["why"].null_count() == 0


def test_refused() -> None:
    with pytest.raises(UsageError, match="expected two or more"):
        compare({"one": nx.Graph()}, "degree")
    with pytest.raises(UsageError, match="partners twice"):
        network_names(["partners", {"projection": "partners"}])
    with pytest.raises(UsageError, match="did you mean degree"):
        compare({"one": nx.Graph(), "other": nx.Graph()}, "degre")
