"""Further calls of a notebook user, which failed when they were first tried."""

from __future__ import annotations

import copy
import pickle
import warnings
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from rdflib import RDFS, Namespace

import pcgraph
from natural.calls import BASE, answer_and_messages
from pcgraph.api import KnowledgeGraph

pytestmark = pytest.mark.slow

ID = Namespace(BASE + "id/")


@pytest.mark.parametrize("amount", [86500000, 86500000.0, "86500000"])
def test_a_number_is_bound_whatever_its_type(kg: KnowledgeGraph, amount: object) -> None:
    found = kg.query("SELECT ?e { ?e pcg:amount ?a }", a=amount)
    assert found.rows == kg.query("SELECT ?e { ?e pcg:amount ?a FILTER(?a = 86500000) }").rows != []


def test_a_float_is_compared(kg: KnowledgeGraph) -> None:
    found = kg.query("SELECT ?e { ?e pcg:amount ?a FILTER(?a > ?least) }", least=2.5e9)
    assert found.rows == kg.query("SELECT ?e { ?e pcg:amount ?a FILTER(?a > 2500000000) }").rows != []


def test_a_label_is_bound_without_its_language(kg: KnowledgeGraph) -> None:
    assert [row.e for row in kg.query("SELECT ?e { ?e rdfs:label ?l }", l="Sky47")] == [str(ID.sky47)]
    found, messages = answer_and_messages(lambda: kg.query("SELECT ?e { ?e rdfs:label ?l }", l="Sky48"))
    assert len(found) == 0
    assert "rdfs:label never has this value" in messages


def test_a_timestamp_is_a_day(kg: KnowledgeGraph) -> None:
    query = "SELECT ?s { ?s pcg:earliest ?day }"
    assert kg.query(query, day=pd.Timestamp("2025-09-04")).rows == kg.query(query, day="2025-09-04").rows != []


def test_a_number_compared_with_a_text_is_named(kg: KnowledgeGraph) -> None:
    _, messages = answer_and_messages(lambda: kg.query("SELECT ?e { ?e pcg:amount ?a FILTER(?a > '1000') }"))
    assert "write 1000 without quotation marks" in messages


def test_tables_are_like_a_dictionary(kg: KnowledgeGraph) -> None:
    assert list(kg.tables) == list(dict(kg.tables)) == kg.tables.keys()
    assert "engagements" in kg.tables
    assert len(repr(kg.tables)) < 300


def test_studies_are_frames(kg: KnowledgeGraph) -> None:
    study = kg.mixing()
    assert study.to_pandas()["ties"].sum() == pl.DataFrame(study)["ties"].sum() > 0


def test_the_default_graph_of_the_dataset_is_what_is_believed(kg: KnowledgeGraph) -> None:
    found = set(kg.dataset.triples((ID.huawei, RDFS.label, None)))
    assert found == set(kg.current.triples((ID.huawei, RDFS.label, None))) != set()
    kg.dataset.close()
    assert len(kg.current) > 0


def test_an_empty_network_is_named(kg: KnowledgeGraph) -> None:
    for call in (lambda: kg.network(country="Germany"), lambda: kg.rank("degree", country="Germany")):
        found, messages = answer_and_messages(call)
        assert len(found) == 0
        assert "empty with country=germany" in messages


def test_one_chinese_letter_is_found(kg: KnowledgeGraph) -> None:
    assert "id:huawei" in [row[1] for row in kg.find("华").short]


@pytest.mark.parametrize(
    ("call", "part"),
    [
        (lambda kg: kg.map(focus="huawei", hops=1).save("m.pdf"), "write m.html"),
        (lambda kg: kg.draw().save("n.png"), "write n.svg"),
        (lambda kg: kg.network(sector=["ai", "cloud"]), "expected one name"),
        (lambda kg: kg.rank(["degree", "pagerank"]), "kg.measures(names=…)"),
        (lambda kg: kg.times("memo"), "did you mean mou"),
        (lambda kg: kg.times("loan"), "known: agreement"),
        (lambda kg: kg.diff("2025-08"), "pcgraph.load(as_of='2025-08')"),
        (lambda kg: kg.show(None), "expected an id or name"),
        (lambda kg: kg.find(None), "expected words"),
        (lambda kg: kg.query("who-signed-with", party=None), "is missing"),
        (lambda kg: kg.query("who signed with sky47"), "did you mean who-signed-with"),
        (pickle.dumps, "pcgraph.load in each process"),
        (lambda _: pcgraph.load(only="techjuice"), "did you mean techjuice-20250908"),
        (lambda kg: kg.network(ids="short"), "choose one"),
    ],
)
def test_wrong_calls(
    kg: KnowledgeGraph, call: object, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pcgraph.UsageError) as caught, warnings.catch_warnings(action="ignore"):
        call(kg)  # type: ignore[operator]
    assert part in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_graph_can_be_copied(kg: KnowledgeGraph) -> None:
    assert copy.deepcopy(kg) is kg
    assert copy.copy(kg).tables is kg.tables
