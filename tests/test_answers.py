"""What is written as an answer reads back as what was answered, by the programs that people read it with."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import pandas as pd
import polars as pl
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcgraph.query.engine.result import Result, written
from pcgraph.web.limits import Limits
from pcgraph.web.pool import worker

pytestmark = pytest.mark.slow

COMMA = "https://w3id.org/pcgraph/source/x#para=1,6"
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=6) | st.sampled_from(
    [",", '"', "\r", "\n", "\r\n", "a,b", 'say "hi"', " x ", "\ufffe", "\uffff", "\x01", "\u2028", "\x85", "null", "NA"]
)
IRIS = st.sampled_from([COMMA, "http://a/b", "http://a/'", "http://a/(1,2)", "urn:x:é", "http://a/;,"])
TERMS = st.one_of(
    st.none(), IRIS.map(ox.NamedNode), TEXT.map(ox.Literal), TEXT.map(lambda text: ox.Literal(text, language="ur"))
)
ROWS = st.lists(st.tuples(TERMS, TERMS), min_size=1, max_size=6)


def store_with(rows: list[tuple[Any, Any]]) -> str:
    table = " ".join(f"({' '.join('UNDEF' if one is None else str(one) for one in row)})" for row in rows)
    return f"SELECT ?a ?b WHERE {{ VALUES (?a ?b) {{ {table} }} }}"


def texts(rows: list[tuple[Any, Any]]) -> list[tuple[str, ...]]:
    return [tuple("" if one is None else one.value for one in row) for row in rows]


def served(text: str, media: str) -> bytes:
    job = {"text": text, "default": None, "named": None, "rows": media, "triples": "application/rdf+xml"}
    kind, body, _ = worker.answer(ox.Store(), job, Limits())
    assert kind == media
    return bytes(body)


@settings(deadline=None, max_examples=150)
@given(ROWS)
def test_csv_reads_back_everywhere(rows: list[tuple[Any, Any]]) -> None:
    expected = texts(rows)
    body = Result(written(ox.Store().query(store_with(rows)))).serialize("csv")
    assert served(store_with(rows), "text/csv") == body.encode()
    assert list(map(tuple, csv.reader(io.StringIO(body, newline="")))) == [("a", "b"), *expected]
    frame = pd.read_csv(io.StringIO(body, newline=""), dtype=str, keep_default_na=False)
    assert list(frame.itertuples(index=False, name=None)) == expected
    assert pl.read_csv(body.encode(), infer_schema=False).fill_null("").rows() == expected


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_csv_reads_back_in_duckdb(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, Any]]) -> None:
    path = tmp_path_factory.mktemp("csv") / "x.csv"
    path.write_bytes(Result(written(ox.Store().query(store_with(rows)))).serialize("csv").encode())
    read = "SELECT coalesce(a, ''), coalesce(b, '') FROM read_csv(?, header=true, all_varchar=true, auto_detect=false, "
    read += "columns={'a': 'VARCHAR', 'b': 'VARCHAR'}, quote='\"', escape='\"', delim=',', new_line='\\r\\n')"
    assert duckdb.execute(read, [str(path)]).fetchall() == texts(rows)


@settings(deadline=None, max_examples=100)
@given(ROWS)
def test_json_reads_back(rows: list[tuple[Any, Any]]) -> None:
    for body in (
        Result(written(ox.Store().query(store_with(rows)))).serialize("json"),
        served(store_with(rows), "application/sparql-results+json"),
    ):
        found = json.loads(body)["results"]["bindings"]
        assert [tuple(row[name]["value"] if name in row else "" for name in "ab") for row in found] == texts(rows)


@settings(deadline=None, max_examples=150)
@given(ROWS)
def test_xml_reads_back_or_is_refused(rows: list[tuple[Any, Any]]) -> None:
    try:
        body = served(store_with(rows), "application/sparql-results+xml")
    except worker.Fault as fault:
        told = [letter for row in texts(rows) for letter in "".join(row)]
        if fault.status == 406 and any(letter < " " or letter in "\ufffe\uffff" for letter in told):
            return
        raise
    space = "{http://www.w3.org/2005/sparql-results#}"
    found = []
    for result in ElementTree.fromstring(body).iter(f"{space}result"):  # noqa: S314 -- our own
        cells = {binding.get("name"): binding[0].text or "" for binding in result}
        found.append(tuple(cells.get(name, "") for name in "ab"))
    assert found == texts(rows)


def test_triples_in_xml_are_refused_with_a_control_character() -> None:
    job = {"default": None, "named": None, "rows": None, "triples": "application/rdf+xml"}
    text = 'CONSTRUCT {{ <http://a/b> <http://a/c> "{}" }} WHERE {{ }}'
    with pytest.raises(worker.Fault, match="control character"):
        worker.answer(ox.Store(), {"text": text.format("\\u0001"), **job}, Limits())
    _, body, _ = worker.answer(ox.Store(), {"text": text.format("a\\r\\nb"), **job}, Limits())
    assert ElementTree.fromstring(body)[0][0].text == "a\r\nb"  # noqa: S314 -- our own


def test_an_iri_with_a_comma_on_the_command_line(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    text = f"SELECT ?a ?b WHERE {{ VALUES (?a ?b) {{ (<{COMMA}> 7) }} }}"
    words = [sys.executable, "-m", "pcgraph", "query", "-", "-o", str(out)]
    assert subprocess.run(words, input=text, text=True).returncode == 0
    assert out.read_bytes() == f'a,b\r\n"{COMMA}",7\r\n'.encode()
    assert pl.read_csv(out).rows() == [(COMMA, 7)]


def test_rows_of_csv_are_counted_and_its_bytes_limited() -> None:
    job = {"default": None, "named": None, "rows": "text/csv", "triples": None}
    job["text"] = "SELECT ?x { VALUES ?x { 'a\\nb' 'c' 'd' } }"
    with pytest.raises(worker.Fault, match="rows"):
        worker.answer(ox.Store(), job, Limits(max_rows=2))
    worker.answer(ox.Store(), job, Limits(max_rows=3))
    with pytest.raises(worker.Fault, match="bytes"):
        worker.answer(ox.Store(), job, Limits(max_bytes=15))
    assert len(worker.answer(ox.Store(), job, Limits(max_bytes=16))[1]) == 16
