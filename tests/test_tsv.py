"""Answers as text: the columns and the terms that come of it are those of the engine's own objects."""

from __future__ import annotations

from typing import Any

import polars as pl
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcgraph.model.namespaces import XSD
from pcgraph.query.engine import result_tsv
from pcgraph.query.engine.result import Result, written


def typed(text: str, kind: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
KINDS: dict[str, st.SearchStrategy[Any]] = {
    "iri": st.sampled_from(["http://a/b", "http://a/é", "urn:x"]).map(ox.NamedNode),
    "text": TEXT.map(ox.Literal),
    "tagged": st.tuples(TEXT, st.sampled_from(["en", "zh-hant"])).map(
        lambda pair: ox.Literal(pair[0], language=pair[1])
    ),
    "integer": st.integers(-(10**20), 10**20).map(lambda n: typed(str(n), "integer")),
    "small": st.integers(-99, 99).map(lambda n: typed(str(n), "integer")),
    "decimal": st.decimals(-999, 999, places=2).map(lambda n: typed(str(n), "decimal")),
    "double": st.floats(allow_nan=False, allow_infinity=False).map(lambda n: typed(str(n), "double")),
    "boolean": st.sampled_from(["true", "false", "1"]).map(lambda text: typed(text, "boolean")),
    "date": st.dates().map(lambda day: typed(day.isoformat(), "date")),
    "ill-typed": st.sampled_from(["x", "2025-13-01", "2025-01-01Z", ""]).map(lambda text: typed(text, "date")),
    "foreign": TEXT.map(lambda text: ox.Literal(text, datatype=ox.NamedNode("http://a/b#c"))),
}
COLUMN = st.one_of(
    *(st.lists(st.none() | kind, max_size=6) for kind in KINDS.values()),
    st.lists(st.one_of(st.none(), *KINDS.values()), max_size=6),
)


def asked(column: list[Any]) -> Any:
    rows = " ".join(f"({'UNDEF' if term is None else term})" for term in column)
    return ox.Store().query(f"SELECT ?x ?y WHERE {{ VALUES (?x) {{ {rows} }} BIND(7 AS ?y) }}")


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(COLUMN)
def test_any_column(column: list[Any]) -> None:
    terms = [solution["x"] for solution in asked(column)]
    result = Result(written(asked(column)))
    assert [row[0] for row in result.terms] == terms
    assert len(result) == len(terms)
    expected = result_tsv.series([result_tsv.value(term) for term in terms])
    for short in (0, result_tsv.SHORT):  # as a whole and cell by cell
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(result_tsv, "SHORT", short)
            frame = result.to_polars()
        assert frame["x"].dtype == expected.dtype
        assert frame["x"].equals(expected)
        assert frame.columns == ["x", "y"]
        assert frame["y"].dtype == (pl.Int64 if terms else pl.Null)


@pytest.mark.parametrize("size", [0, 3])
def test_no_columns(size: int) -> None:
    rows = "() " * size
    result = Result(written(ox.Store().query(f"SELECT * WHERE {{ VALUES () {{ {rows} }} }}")))
    assert (result.columns, len(result), result.terms) == ([], size, [()] * size)
    assert result.to_polars().shape == (0, 0)


def test_tsv_is_the_answer_itself() -> None:
    column = [ox.Literal('a\tb"\n'), None, ox.NamedNode("http://a/b")]
    result = Result(written(asked(column)))
    assert result.serialize("tsv").encode() == asked(column).serialize(format=ox.QueryResultsFormat.TSV)


def test_a_column_of_one_kind_makes_no_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_tsv, "SHORT", 0)
    monkeypatch.setattr(result_tsv, "term", lambda cell: pytest.fail(f"a term of {cell}"))
    for column in ([ox.NamedNode("http://a/b"), None], [ox.Literal("a\nb")], [typed("7", "integer")],
                   [typed("2025-01-01", "date")], [typed("true", "boolean")]):  # fmt: skip
        assert isinstance(Result(written(asked(column))).to_polars(), pl.DataFrame)
