"""Results that are kept between runs: nothing but speed depends on them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from pcgraph import validation
from pcgraph.analysis.network import make_spec
from pcgraph.analysis.uncertainty import kept
from pcgraph.belief import loading
from pcgraph.store import data_folder, memo
from pcgraph.store.data_folder import Inputs
from pcgraph.store.memo import Memo
from pcgraph.validation import shapes

KEY = "key"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the results of this test are kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "pcgraph"


def keep(value: object, key: str = KEY) -> None:
    with Memo() as found:
        found.added[key] = value


def recall(key: str = KEY) -> object:
    with Memo() as found:
        return found.get(key)


def test_a_result_is_kept_for_the_next_run(folder: Path) -> None:
    assert recall() is None
    keep(["é", 0.1, None])
    assert recall() == ["é", 0.1, None]
    assert [path.name for path in folder.iterdir()] == [memo.FILE]


@pytest.mark.usefixtures("folder")
def test_a_result_of_a_run_that_failed_is_not_kept() -> None:
    def fail() -> None:
        with Memo() as found:
            found.added[KEY] = 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert recall() is None


@pytest.mark.usefixtures("folder")
def test_the_oldest_results_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "MOST", 3)
    for number in range(5):
        keep(number, str(number))
    assert [recall(str(number)) for number in range(5)] == [None, None, 2, 3, 4]


@pytest.mark.usefixtures("folder")
def test_a_long_result_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "LONGEST", 10)
    keep("a" * 8)
    keep("a" * 9, "long")
    assert (recall(), recall("long")) == ("a" * 8, None)


def test_a_damaged_file_is_made_anew(folder: Path) -> None:
    keep(1)
    (folder / memo.FILE).write_bytes(b"no database " * 1000)
    assert recall() is None
    keep(2)
    assert recall() == 2


def test_a_damaged_result_is_computed_again(folder: Path) -> None:
    keep(1)
    with sqlite3.connect(folder / memo.FILE) as file:
        file.execute("UPDATE result SET value = '[1'")
    assert recall() is None


def test_where_no_folder_can_be_made_nothing_is_kept(folder: Path) -> None:
    folder.write_text("a file")
    keep(1)
    assert recall() is None
    assert folder.read_text() == "a file"


def test_another_process_that_writes_does_not_stop_a_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "PATIENCE", 0.01)
    keep(1)
    with sqlite3.connect(folder / memo.FILE) as other:
        other.execute("BEGIN EXCLUSIVE")
        keep(2)
        assert recall() is None
    assert recall() == 1


def test_keys_differ_if_any_part_differs() -> None:
    parts = [("a", "b"), ("ab",), ("ab", ""), ("", "ab"), ("a\0b",), ("a", "c")]
    assert len({memo.checksum(*each) for each in parts}) == len(parts)


def test_another_version_of_a_library_computes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = memo.program.__wrapped__()
    assert memo.program.__wrapped__() == before == memo.program()
    monkeypatch.setattr(memo, "version", lambda name: "99" if name == "numpy" else "1")
    after = memo.program.__wrapped__()
    monkeypatch.setattr(memo, "version", lambda _: "1")
    assert len({before, after, memo.program.__wrapped__()}) == 3


def test_the_shapes_are_not_asked_twice_about_a_graph(inputs: Inputs, data: Path, folder: Path) -> None:
    asked = []

    def graphs(findings: list[validation.Finding]) -> int:
        with sqlite3.connect(folder / memo.FILE) as file:
            asked.append(file.execute("SELECT count(*) FROM result").fetchone()[0])
        return len(findings)

    assert graphs(validation.run(inputs)) == graphs(validation.run(inputs)) == 0
    assert asked[0] == asked[1] > len(inputs.slugs)
    source = inputs.by_role("source")[0]
    path = data / source.path.relative_to(inputs.data)
    path.write_text(source.text.replace("pcg:tier", "pcg:teir"))
    changed = data_folder.read(data, inputs.ontology)
    first, again = validation.run(changed), validation.run(changed)
    assert graphs(first) == graphs(again) > 0
    assert first == again
    assert asked[3] == asked[0] + 1


@pytest.mark.usefixtures("folder")
def test_other_shapes_are_asked_again(inputs: Inputs, tmp_path: Path) -> None:
    lookup, path = validation.Lookup(inputs), inputs.ontology / "shapes.ttl"
    assert list(shapes.check(lookup, shapes.read(path))) == []
    other = tmp_path / "shapes.ttl"
    other.write_text(path.read_text().replace("sh:maxCount 1", "sh:maxCount 0"))
    assert list(shapes.check(lookup, shapes.read(other))) != []
    assert list(shapes.check(lookup, shapes.read(path, language="sw"))) != []


def test_no_rank_depends_on_words_and_places_in_texts(inputs: Inputs, folder: Path) -> None:
    def ranks(some: Inputs) -> list[object]:
        found = kept.rank_or_recall(loading.compute(some), some.columns, make_spec(), ["degree", "pagerank"], 20)
        return [(each.table.select(*kept.COMPUTED).sort("agent").rows(), each.note, each.what) for each in found]

    ontology = {file.path for file in inputs.by_role("ontology")}
    bare = [
        file
        if file.path in ontology
        else replace(file, quads=[quad for quad in file.quads if quad.predicate.value not in kept.WORDS])
        for file in inputs.files
    ]
    whole = ranks(inputs)
    assert ranks(inputs) == whole
    (folder / memo.FILE).unlink()
    assert ranks(replace(inputs, files=tuple(bare))) == whole


def test_whatever_else_changes_is_computed_again(inputs: Inputs) -> None:
    quads = inputs.columns
    words = quads.filter(~kept.matters())
    assert set(words["property"]) <= set(kept.WORDS)
    assert not any("ontology" in source for source in words["source"].unique())
    assert len(words) + len(quads.filter(kept.matters())) == len(quads)
