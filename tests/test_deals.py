"""Tables for a reader: labels beside IRIs, and one wide row for each engagement."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from helpers import ROOT, TINY, pcgraph
from pcgraph import UsageError
from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import ID, SRC
from pcgraph.query.statements.contradictions import contradictions


def row(frame: pl.DataFrame, slug: str) -> dict[str, object]:
    return frame.row(by_predicate=pl.col("engagement") == ID + slug, named=True)


def test_engagements_have_names_and_parties(tiny: KnowledgeGraph) -> None:
    frame = tiny.tables["engagements"]
    assert frame.equals(tiny.engagements)
    assert frame.equals(tiny.table("engagements"))
    found = row(frame, "crane-contract")
    assert (found["label"], found["type_label"], found["status_label"]) == ("Crane contract", "agreement", "signed")
    assert found["parties"] == ["Acme", "Harbour Authority of Nordland"]
    assert found["party_ids"] == [ID + "acme", ID + "harbour-authority"]
    assert (found["amount"], found["currency"]) == (44e6, "USD")
    assert isinstance(found["status_latest"], date)
    assert {"amount_at_least", "amount_at_most", "amount_approximate", "starts_earliest", "ends_latest"} <= {
        *frame.columns
    }
    assert frame["engagement"].equals(tiny.tables.engagements["engagement"])
    assert "label" not in tiny.tables.engagements.columns


def test_other_tables_have_labels_beside_names(tiny: KnowledgeGraph) -> None:
    parties = tiny.table("parties")
    assert parties.columns[:6] == ["engagement", "engagement_label", "role", "role_label", "agent", "agent_label"]
    assert set(parties.filter("unnamed")["agent_label"]) == {"unnamed party"}
    for name in tiny.tables.names():
        frame = tiny.table(name)
        if name != "engagements":
            assert frame.select(tiny.tables[name].columns).equals(tiny.tables[name]), name
        for column in frame.columns:
            assert not column.endswith("_label") or frame[column].null_count() == frame[column[:-6]].null_count()
    titles = dict(tiny.table("sources").select("source", "source_label").iter_rows())
    assert titles[SRC + "digest"] == "From the wires"


def test_a_deal_is_one_row(tiny: KnowledgeGraph) -> None:
    frame = tiny.table("deals")
    assert frame["engagement"].to_list() == tiny.tables.engagements["engagement"].to_list()
    found = row(frame, "crane-contract")
    assert found["parties"] == "Acme; Harbour Authority of Nordland"
    assert found["roles"] == "signatory: Acme, Harbour Authority of Nordland"
    assert (found["amount"], found["amount_text"], found["status"]) == (44e6, "USD 44 m", "signed")
    assert (found["first_step"], found["last_step"]) == (date(2025, 2, 3), date(2025, 2, 3))
    assert (found["voices"], found["sources"], found["disputed"]) == (1, 2, True)
    assert not any(isinstance(kind, pl.List) for kind in frame.schema.values())


def test_the_numbers_of_sources_are_those_of_the_catalogue(tiny: KnowledgeGraph, real: KnowledgeGraph) -> None:
    columns = ["engagement", "voices", "sources"]
    for kg in (tiny, real):
        asked = kg.query("independent-voices").to_polars().select(columns).sort("engagement")
        assert kg.table("deals").filter(pl.col("sources") > 0).select(columns).equals(asked)


def test_disputes_and_readings_are_flagged(tiny: KnowledgeGraph) -> None:
    frame = tiny.table("deals")
    steps = dict(tiny.tables.steps.select("step", "engagement").iter_rows())
    disputed = {steps.get(found.subject, found.subject) for found in contradictions(tiny.store)}
    assert set(frame.filter("disputed")["engagement"]) == disputed & set(frame["engagement"])
    assert disputed
    read = tiny.tables.parties.filter("inferred")["engagement"]
    assert set(frame.filter("parties_inferred")["engagement"]) == set(read)
    assert row(frame, "route-talks")["status_inferred"]


@pytest.mark.parametrize("name", ["deal", "enagements"])
def test_an_unknown_table_names_the_nearest(tiny: KnowledgeGraph, name: str) -> None:
    with pytest.raises(UsageError, match=f"table '{name}': unknown; .*did you mean (deals|engagements)"):
        tiny.table(name)


def test_the_wide_table_is_reached_by_table(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=r"call kg.table\('deals'\)"):
        tiny.tables["deals"]


def test_a_table_of_another_day_has_labels_too(tiny: KnowledgeGraph) -> None:
    other = tiny.with_tables(tiny.tables.of_engagements(pl.Series([ID + "crane-contract"])))
    assert other.tables["engagements"]["label"].to_list() == ["Crane contract"]


def test_an_export_has_the_deals(tmp_path: Path, tiny: KnowledgeGraph) -> None:
    for suffix in ("csv", "parquet"):
        done = pcgraph("export", str(tmp_path / f"out.{suffix}"), "--data", str(TINY))
        assert f"deals.{suffix}" in done.stderr
    assert pl.read_parquet(tmp_path / "out" / "deals.parquet").equals(tiny.table("deals"))
    assert "label" not in pl.read_parquet(tmp_path / "out" / "engagements.parquet").columns


def test_every_column_is_documented(tiny: KnowledgeGraph) -> None:
    text = (ROOT / "docs" / "reference" / "file-formats.md").read_text(encoding="utf-8")
    tables = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE))
    for name, frame in [*tiny.tables.items(), ("deals", tiny.table("deals"))]:
        words = set(re.findall(r"\w+", tables[name]))
        missing = set(frame.columns) - words
        numbers = "the columns of numbers" in tables[name]
        assert {
            c for c in missing if not (numbers and re.match("(claimed_)?(amount|basis|quantity|currency|constant)", c))
        } == set()


def test_a_member_says_that_the_state_is_that_of_its_group(tiny: KnowledgeGraph) -> None:
    one, two = tiny.tables.outcomes["engagement"].head(2)
    outcomes = tiny.tables.outcomes.with_columns(promise=pl.lit(one)).head(2)
    row = {"promise": one, "state": "silent", "by": one, "members": [one, two]}
    promises = pl.DataFrame([row], schema=tiny.tables.promises.schema)
    frame = tiny.with_tables(replace(tiny.tables, outcomes=outcomes, promises=promises)).table("deals")
    said = dict(frame.select("engagement", "promise").iter_rows())
    assert (said[one], said[two]) == ("silent", f"part of {tiny.label(one)}: silent")
