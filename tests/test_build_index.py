"""What the build of a large graph holds besides the graph: the same answers as in memory, without reading all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

import pcgraph
from pcgraph import KnowledgeGraph
from pcgraph.analysis.registry import MEASURES
from pcgraph.belief import disk_store
from pcgraph.cli import completion
from pcgraph.errors import UsageError
from pcgraph.model import entities
from pcgraph.model.lazy_mapping import LazyMapping
from pcgraph.query.names.find import hits_of_kind
from pcgraph.query.names.named_things import CLASSES, named_things
from pcgraph.store import cache
from pcgraph.store.project import find

if TYPE_CHECKING:
    import typer

TINY = Path(__file__).parent / "fixtures" / "tiny"
TEXTS = (
    "Acme",
    "acmee",
    "borealis",
    "boraelis",
    "who signed",
    "agreement",
    "pilots",
    "acme pilot",
    "https",
    "loan",
    "a",
)


@pytest.fixture(scope="module")
def memory() -> KnowledgeGraph:
    found = pcgraph.load(TINY, build=None)
    assert len(found.entities) > 10  # reads all, before that fails
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("kept") / "build"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk_store, "LARGE", 10)
        pcgraph.load(TINY, build=out)
    return out


@pytest.fixture
def large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> KnowledgeGraph:
    """The graph from its build, which fails when all entities or a whole table of statements are read."""
    monkeypatch.setattr(disk_store, "LARGE", 10)
    real = entities.read_entities

    def single(*options: object, only: str | None = None) -> object:
        assert only is not None, "all entities were read"
        return real(*options, only=only)  # type: ignore[arg-type]

    monkeypatch.setattr(entities, "read_entities", single)
    return pcgraph.load(TINY, build=folder)


@pytest.mark.parametrize("text", TEXTS)
def test_a_search_has_the_answer_of_the_graph_in_memory(
    text: str, memory: KnowledgeGraph, large: KnowledgeGraph
) -> None:
    assert large.find(text).short == memory.find(text).short


@pytest.mark.parametrize("kind", ["thing", "source", "verdict", *CLASSES])
def test_a_search_among_one_kind_finds_only_this_kind(kind: str, memory: KnowledgeGraph, large: KnowledgeGraph) -> None:
    for text in TEXTS:
        assert hits_of_kind(large, text, kind) == hits_of_kind(memory, text, kind)


def test_every_thing_is_shown_as_from_memory(memory: KnowledgeGraph, large: KnowledgeGraph) -> None:
    shown = [iri for kind in ("thing", "source") for iri in named_things(memory).of_kind(kind)]
    assert len(shown) > 10
    for iri in shown:
        assert large.show(iri) == memory.show(iri), iri


def test_every_tie_is_explained_as_from_memory(memory: KnowledgeGraph, large: KnowledgeGraph) -> None:
    for row in memory.tables.relations.iter_rows(named=True):
        asked = row["from"], row["relation"], row["to"]
        assert large.why(*asked) == memory.why(*asked)


@pytest.mark.parametrize("ask", [KnowledgeGraph.show, lambda kg, name: kg.why(name, "signsWith", "acme")])
def test_an_unknown_name_has_the_same_message(
    ask: Callable[[KnowledgeGraph, str], object], memory: KnowledgeGraph, large: KnowledgeGraph
) -> None:
    for name in ("acmee", "boraelis", "acme-pilot", "signsWit", "zzz"):
        with pytest.raises(UsageError) as one:
            ask(memory, name)
        with pytest.raises(UsageError) as other:
            ask(large, name)
        assert str(other.value) == str(one.value)


@pytest.mark.parametrize(
    "measure",
    [*MEASURES, pytest.param("closeness", marks=pytest.mark.filterwarnings("ignore::pcgraph.errors.PcgraphWarning"))],
)
def test_a_ranking_is_read_with_the_numbers_of_the_network(
    measure: str, memory: KnowledgeGraph, large: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = memory.rank(measure)
    monkeypatch.setattr("pcgraph.analysis.network.draw", lambda *_: pytest.fail("the network was drawn"))
    found = large.rank(measure)
    assert found.table.equals(expected.table)
    assert (found.counts, found.note, found.measure) == (expected.counts, expected.note, expected.measure)


def test_a_filtered_ranking_is_computed(memory: KnowledgeGraph, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk_store, "LARGE", 10)
    large = pcgraph.load(TINY, build=folder)
    assert large.rank("degree", "signsWith").table.equals(memory.rank("degree", "signsWith").table)
    assert not large.rank("degree", "signsWith").table.equals(large.rank("degree").table)


def test_the_shell_completes_from_the_build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "_project", lambda _: replace(find(TINY), folder=folder.parent))
    monkeypatch.setattr(completion, "_files", lambda *_: pytest.fail("the register was read"))
    context = cast("typer.Context", None)
    assert ("acme-pilots", "Acme Pilots") in completion.things(context, "ACME")
    assert [name for name, _ in completion.countries(context, "")] == ["nordland", "sudland"]


def test_a_damaged_index_is_made_again(
    memory: KnowledgeGraph, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(disk_store, "LARGE", 10)
    with sqlite3.connect(folder / cache.STORE / cache.NAMES) as file:
        file.execute("UPDATE thing SET detail = 'wrong'")
    assert pcgraph.load(TINY, build=folder).find("acme").short == memory.find("acme").short
    assert f"{cache.NAMES} is not what was written" in capfd.readouterr().err


def test_after_many_single_values_all_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pcgraph.model.lazy_mapping.MOST_SINGLE", 2)
    asked = list[str]()
    mapping = LazyMapping(lambda text: asked.append(text) or len(text), lambda: {"a" * n: n for n in range(1, 9)})
    assert [mapping["a" * n] for n in range(1, 9)] == [*range(1, 9)]
    assert len(asked) == 3
