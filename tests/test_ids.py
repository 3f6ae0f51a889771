"""Tables that are written to files come back as they were, one at a time."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pcgraph import UsageError, api
from pcgraph.belief.tables import Tables, files
from pcgraph.belief.tables.rows import RowsByKey


def lazy(folder: Path) -> files.LazyTables:
    return files.LazyTables(lambda name: (folder / f"{name}.parquet").read_bytes())


@pytest.fixture(scope="module", params=["tiny", "real", "empty"])
def tables(request: pytest.FixtureRequest, tiny: api.KnowledgeGraph, real: api.KnowledgeGraph) -> Tables:
    if request.param == "empty":
        return Tables(**{name: table.clear() for name, table in tiny.tables.items()})
    return (tiny if request.param == "tiny" else real).tables


def test_they_come_back(tables: Tables, tmp_path: Path) -> None:
    files.write(tables, tmp_path / "tables")
    kept = lazy(tmp_path / "tables")
    for name in Tables.names():
        assert kept[name].schema == getattr(tables, name).schema
        assert kept[name].equals(getattr(tables, name)), name


def test_a_table_is_read_when_it_is_looked_at(tiny: api.KnowledgeGraph, tmp_path: Path) -> None:
    files.write(tiny.tables, tmp_path / "tables")
    kept = lazy(tmp_path / "tables")
    for name in ("statements", "parties"):
        (tmp_path / "tables" / f"{name}.parquet").unlink()
    assert kept.relations.equals(tiny.tables.relations)
    assert kept.relations is kept.relations
    with pytest.raises(FileNotFoundError):
        kept["parties"]
    with pytest.raises(UsageError, match="table 'nothing': unknown"):
        kept["nothing"]


def test_some_rows_are_read_without_the_rest_of_their_table(real: api.KnowledgeGraph, tmp_path: Path) -> None:
    files.write(real.tables, tmp_path / "tables")
    kept, iri = lazy(tmp_path / "tables"), real.tables.engagements["engagement"][3]
    for name, frame in real.tables.about(iri).items():
        assert kept.about(iri)[name].equals(frame), name
    assert "relations" not in vars(kept)


def test_the_statements_about_few_are_decoded_once_and_those_about_many_are_not_held(
    real: api.KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write(real.tables, tmp_path / "tables")
    kept, iri = lazy(tmp_path / "tables"), real.tables.engagements["engagement"][3]
    few = kept.about(iri)
    monkeypatch.setattr(files, "FEW", 0)
    many = kept.about(iri)
    rows = [tables.rows("statements", [iri], "subject") for tables in (few, many)]
    assert rows[0].equals(rows[1])
    assert not rows[0].is_empty()
    assert ["statements" in vars(tables) for tables in (few, many)] == [True, False]


def test_lists_of_none_one_and_many(tmp_path: Path) -> None:
    lists = pl.DataFrame({"a": [["b", "a"], [], ["c"], None, ["a"]]}, schema={"a": pl.List(pl.String)})
    files.write(Tables(*[lists] * len(Tables.names())), tmp_path / "tables")
    assert lazy(tmp_path / "tables").steps.equals(lists)


@pytest.mark.parametrize("only", ["*", "engagement"])
def test_some_rows_are_read_as_the_whole_table_has_them(only: str, real: api.KnowledgeGraph, tmp_path: Path) -> None:
    files.write(real.tables, tmp_path / "tables")
    agent = real.tables.parties["agent"].mode().min()
    expected = real.tables.rows("parties", [agent], "agent", "engagement", only=only)
    assert 1 < expected.height < real.tables.parties.height / 2
    kept = lazy(tmp_path / "tables")
    assert kept.rows("parties", [agent], "agent", "engagement", only=only).equals(expected)
    assert "parties" not in vars(kept)


def test_rows_of_one_key_at_a_time_are_those_of_the_whole_table(tiny: api.KnowledgeGraph) -> None:
    table = tiny.tables.statements.sample(fraction=1, shuffle=True, seed=1)  # rows of a key lie apart
    whole, few = table.rows_by_key("subject", named=True, include_key=True), RowsByKey(table, "subject")
    assert {**few} == whole
    assert "~" not in few
    assert [*few] == sorted(whole)
    assert not RowsByKey(table.clear(), "subject")
    once = RowsByKey(table.unique("subject", keep="first", maintain_order=True), "subject", unique=True)
    assert {**once} == {key: rows[0] for key, rows in whole.items()}


def test_rows_of_several_columns_and_of_lists_come_once(tiny: api.KnowledgeGraph) -> None:
    table = tiny.tables.relations
    either, listed = RowsByKey(table, "from", "to"), RowsByKey(tiny.tables.statements, "sources")
    for key in {*table["from"], *table["to"]}:
        assert either[key] == table.filter((pl.col("from") == key) | (pl.col("to") == key)).to_dicts()
    for key in tiny.tables.sources["source"]:
        assert listed[key] == tiny.tables.statements.filter(pl.col("sources").list.contains(key)).to_dicts()
