"""Tables kept as ids come back as they were, one at a time; every text stands once."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pcgraph import UsageError, api
from pcgraph.belief.tables import Tables, codec


@pytest.fixture(scope="module", params=["tiny", "real", "empty"])
def tables(request: pytest.FixtureRequest, tiny: api.KnowledgeGraph, real: api.KnowledgeGraph) -> Tables:
    if request.param == "empty":
        return Tables(**{name: table.clear() for name, table in tiny.tables.items()})
    return (tiny if request.param == "tiny" else real).tables


def test_they_come_back(tables: Tables, tmp_path: Path) -> None:
    codec.write(tables, tmp_path / "tables")
    kept = codec.LazyTables(tmp_path / "tables")
    for name in Tables.names():
        assert kept[name].schema == getattr(tables, name).schema
        assert kept[name].equals(getattr(tables, name)), name


def test_a_table_is_read_when_it_is_looked_at(tiny: api.KnowledgeGraph, tmp_path: Path) -> None:
    codec.write(tiny.tables, tmp_path / "tables")
    kept = codec.LazyTables(tmp_path / "tables")
    for name in ("statements", "parties"):
        (tmp_path / "tables" / f"{name}.parquet").unlink()
    assert kept.relations.equals(tiny.tables.relations)
    assert kept.relations is kept.relations
    with pytest.raises(FileNotFoundError):
        kept["parties"]
    with pytest.raises(UsageError, match="table 'nothing': unknown"):
        kept["nothing"]


def test_every_text_stands_once_and_ids_sort_as_texts_do(real: api.KnowledgeGraph, tmp_path: Path) -> None:
    codec.write(real.tables, tmp_path / "tables")
    texts = pl.read_parquet(tmp_path / "tables" / codec.DICTIONARY)["text"]
    assert texts.is_sorted()
    assert texts.n_unique() == len(texts)
    kept = pl.read_parquet(tmp_path / "tables" / "statements.parquet")
    assert kept.schema["subject"] == pl.UInt32
    assert kept["subject"].is_sorted()


def test_lists_of_none_one_and_many(tmp_path: Path) -> None:
    lists = pl.DataFrame({"a": [["b", "a"], [], ["c"], None, ["a"]]}, schema={"a": pl.List(pl.String)})
    codec.write(Tables(*[lists] * len(Tables.names())), tmp_path / "tables")
    assert codec.LazyTables(tmp_path / "tables").steps.equals(lists)


@pytest.mark.parametrize("only", ["*", "engagement"])
def test_some_rows_are_read_without_the_rest_of_a_table(
    only: str, real: api.KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec.write(real.tables, tmp_path / "tables")
    kept, decoded, decode = codec.LazyTables(tmp_path / "tables"), list[tuple[int, int]](), codec._decoded
    monkeypatch.setattr(
        codec, "_decoded", lambda frame, texts: decoded.append(frame.shape) or decode(frame, texts)
    )  # fmt: skip
    agent = real.tables.parties["agent"].mode().min()
    asked = ("parties", [agent], "agent", "engagement")
    expected = real.tables.rows(*asked, only=only)
    assert 1 < expected.height < real.tables.parties.height / 2
    assert kept.rows(*asked, only=only).equals(expected)
    assert decoded == [expected.shape]
    assert not [name for name, held in vars(kept)["_held"].items() if isinstance(held, pl.DataFrame)]
