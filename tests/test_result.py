"""A result is a sequence of rows with named values, and a frame of numbers, days and IRIs as the user wants them."""

from __future__ import annotations

import copy
import csv
import io
import json
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from helpers import TINY, pcgraph
from pcgraph import PcgraphWarning, UsageError
from pcgraph.api import KnowledgeGraph
from pcgraph.model.namespaces import ID
from pcgraph.query.engine import result_tsv
from pcgraph.query.engine.result import Result

SIGNED = "SELECT ?party ?count { VALUES (?party ?count) { (id:acme 5) (id:borealis 2.5) (UNDEF 1) } }"

MIXED = ["2025-09-03 01:02:03+00:00", "2025-09-03 01:02:03"]


def copied(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))  # noqa: S301  # what this test wrote


def ask(kg: KnowledgeGraph, values: str) -> Result:
    return kg.query(f"SELECT ?x {{ VALUES ?x {{ {values} }} }}")


def test_rows_have_names_and_positions(tiny: KnowledgeGraph) -> None:
    result = tiny.query(SIGNED)
    assert [row.party for row in result] == [ID + "acme", ID + "borealis", None]
    first = result[0]
    assert (first[0], first["party"], first.party, first[-1], first.count) == (*[ID + "acme"] * 3, 5, 5)
    assert dict(first) == first._asdict() == {"party": ID + "acme", "count": 5}
    assert first == (ID + "acme", 5)
    assert len(result) == 3
    assert bool(result)
    assert not tiny.query("SELECT ?x { ?x a pcg:Company FILTER(false) }")
    assert result[-1].count == 1
    assert [row.count for row in result[1:]] == [Decimal("2.5"), 1]
    assert result.to_dicts()[2] == {"party": None, "count": 1}
    assert copied(first).party == copy.copy(first).party == ID + "acme"


def test_unknown_names_suggest_the_nearest(tiny: KnowledgeGraph) -> None:
    result = tiny.query(SIGNED)
    with pytest.raises(AttributeError, match="no column 'partys'; expected one of the result; did you mean party"):
        _ = result[0].partys
    assert not hasattr(result[0], "partys")
    with pytest.raises(UsageError, match=r"column 'partys': not in the result; .* did you mean party"):
        result["partys"]
    with pytest.raises(UsageError, match="did you mean party"):
        result[0]["partys"]
    with pytest.raises(IndexError):
        result[3]
    with pytest.raises(UsageError, match="ids 'labels': unknown; expected one of short, iri, label; did you mean"):
        result.to_polars(ids="labels")
    with pytest.raises(UsageError, match=r"format 'cvs': unknown; .* did you mean csv"):
        result.serialize("cvs")


def test_a_column_is_a_series(tiny: KnowledgeGraph) -> None:
    assert tiny.query(SIGNED)["count"].sum() == Decimal("8.5")


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        ("5 2.5", pl.Decimal(38, 1), [Decimal("5"), Decimal("2.5")]),
        ("0.5 1.25", pl.Decimal(38, 2), [Decimal("0.5"), Decimal("1.25")]),
        ("5 2.5e0", pl.Float64, [5.0, 2.5]),
        ("2.5 2.5e0", pl.Float64, [2.5, 2.5]),
        ("1000000000000000000000000000000 0.123456789012", pl.Float64, [1e30, 0.123456789012]),
        ("true false", pl.Boolean, [True, False]),
        ('"2025-09-03"^^xsd:date', pl.Date, [date(2025, 9, 3)]),
        ('"2025"^^xsd:gYear 7', pl.Int64, [2025, 7]),
        ('"7"^^xsd:unsignedByte', pl.Int64, [7]),
        ('"2025-09-03T01:02:03"^^xsd:dateTime', pl.Datetime("us"), [datetime(2025, 9, 3, 1, 2, 3)]),
        (
            '"2025-09-03T01:02:03Z"^^xsd:dateTime "2025-09-03T03:02:03+02:00"^^xsd:dateTime',
            pl.Datetime("us", "UTC"),
            [datetime(2025, 9, 3, 1, 2, 3, tzinfo=UTC)] * 2,
        ),
        ('"2025-09-03T01:02:03Z"^^xsd:dateTime "2025-09-03T01:02:03"^^xsd:dateTime', pl.String, MIXED),
        ('5 "five"', pl.String, ["5", "five"]),
    ],
)
@pytest.mark.parametrize("short", [0, result_tsv.SHORT])
def test_values_have_types(
    tiny: KnowledgeGraph,
    values: str,
    kind: Any,
    expected: list[Any] | None,
    short: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(result_tsv, "SHORT", short)  # as a whole and cell by cell
    column = ask(tiny, values).to_polars()["x"]
    assert column.dtype == kind
    assert column.to_list() == expected


def test_pandas_computes(tiny: KnowledgeGraph) -> None:
    text = """SELECT ?money ?number ?day ?true ?name {
        VALUES (?money ?number ?day ?true ?name) {
            (5 1 "2025-09-03"^^xsd:date true "a") (2.5 UNDEF UNDEF UNDEF UNDEF) (UNDEF 3 UNDEF false "b") } }"""
    frame = tiny.query(text).to_pandas()
    assert [str(kind) for kind in frame.dtypes[:4]] == ["float64", "Int64", "datetime64[s]", "boolean"]
    assert (frame["money"].mean(), frame["number"].sum()) == (3.75, 4)
    assert frame["day"].dt.year.tolist()[0] == 2025
    assert pd.DataFrame(tiny.query(SIGNED))["count"].tolist() == [5, Decimal("2.5"), 1]
    assert tiny.query("SELECT ?a { VALUES ?a { } }").to_pandas().shape == (0, 1)


def test_arrow_needs_no_pyarrow(tiny: KnowledgeGraph) -> None:
    result = tiny.query(SIGNED)
    assert pl.DataFrame(result).equals(result.to_polars())
    assert duckdb.sql("SELECT sum(count) FROM result").fetchall() == [(Decimal("8.5"),)]


def test_arrow_tables_and_pandas_frames_of_any_table(tiny: KnowledgeGraph) -> None:
    result = tiny.query(SIGNED)
    assert pa.table(result).to_pylist() == result.to_arrow().to_pylist() == result.to_dicts()
    assert tiny.table("deals").to_pandas().shape == tiny.table("deals").shape


@pytest.mark.parametrize(("method", "package"), [("to_arrow", "pyarrow"), ("to_pandas", "pandas")])
def test_a_missing_package_is_named(
    tiny: KnowledgeGraph, method: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=f"{method}: {package} is not installed; expected {package}; run  pip install"):
        getattr(tiny.query(SIGNED), method)()


WRITTEN = {"iri": [ID + "acme", ID + "borealis"], "short": ["id:acme", "id:borealis"], "label": ["Acme", "Borealis"]}


@pytest.mark.parametrize("ids", WRITTEN)
@pytest.mark.parametrize("construct", [False, True])
def test_ids_are_alike_in_every_format(tiny: KnowledgeGraph, ids: str, construct: bool) -> None:
    head = "CONSTRUCT { ?subject a 'x' }" if construct else "SELECT ?subject"
    result = tiny.query(f"{head} {{ VALUES ?subject {{ id:acme id:borealis }} }}")
    assert result.to_polars(ids)["subject"].to_list() == WRITTEN[ids]
    assert result.to_pandas(ids)["subject"].to_list() == WRITTEN[ids]
    assert [row["subject"] for row in result.to_dicts(ids)] == WRITTEN[ids]
    assert [row.subject for row in result.with_ids(ids)] == WRITTEN[ids]
    assert [row[0] for row in result.with_ids(ids).short] == WRITTEN[ids]
    assert [row["subject"] for row in csv.DictReader(io.StringIO(result.serialize("csv", ids)))] == WRITTEN[ids]
    for format in ("tsv", "json", "md"):
        assert all(name in result.serialize(format, ids) for name in WRITTEN[ids]), format
        assert result.with_ids(ids).serialize(format) == result.serialize(format, ids)
    assert WRITTEN[ids][0] in result.with_ids(ids)._repr_html_()
    assert WRITTEN[ids][0] in repr(result.with_ids(ids))


def test_ids_by_default(tiny: KnowledgeGraph) -> None:
    """In full in frames and the formats of W3C, short for people."""
    result = tiny.query("SELECT ?x { VALUES ?x { id:acme } }")
    assert result[0].x == result["x"][0] == ID + "acme"
    assert json.loads(result.serialize("json"))["results"]["bindings"][0]["x"]["type"] == "uri"
    assert f"<{ID}acme>" in result.serialize("tsv")
    assert "id:acme" in result.serialize("md")
    assert "id:acme" in repr(result)


def test_an_iri_without_a_label_is_short(tiny: KnowledgeGraph) -> None:
    with pytest.warns(PcgraphWarning, match="id:nobody: occurs nowhere"):
        result = tiny.query("SELECT ?x { VALUES ?x { id:nobody src:tide-2025 pcg:Loan v:signed <urn:x> } }")
    assert result["x"].len() == 5
    labels = [row.x for row in result.with_ids("label")]
    assert labels == ["id:nobody", labels[1], "loan", "signed", "urn:x"]
    assert not labels[1].startswith("src:")  # its title
    assert copied(result).with_ids("label")[3].x == "v:signed"  # the labels stay with the graph


def test_triples_keep_their_iris(tiny: KnowledgeGraph) -> None:
    graph = tiny.query("CONSTRUCT { ?x a pcg:Company } { VALUES ?x { id:acme } }")
    assert "id:acme" in graph.serialize("turtle", "short")
    with pytest.raises(UsageError, match="format turtle: holds IRIs; expected ids iri, not label; choose csv or md"):
        graph.serialize("turtle", "label")
    with pytest.raises(
        UsageError, match="format turtle: only for CONSTRUCT queries; expected one of csv, tsv, json, md"
    ):
        tiny.query(SIGNED).serialize("turtle")


@pytest.mark.slow
@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "md"])
def test_the_command_line_writes_labels(format: str) -> None:
    words = ("query", "what-was-signed", "--data", str(TINY), "--format", format)
    assert "crane-contract" in pcgraph(*words).stdout
    done = pcgraph(*words, "--ids", "label")
    assert "Crane contract" in done.stdout
    assert "crane-contract" not in done.stdout


def test_pandas_is_imported_only_where_it_is_used() -> None:
    code = "import pcgraph.query.engine.result, sys; print({'pandas', 'polars', 'pyarrow'} & {*sys.modules})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
