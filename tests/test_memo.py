"""Results that are kept between runs: nothing but speed depends on them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from memo_damage import Outputs, seven, survives
from pcgraph import validation
from pcgraph.analysis.network import make_spec
from pcgraph.analysis.uncertainty import cached_intervals
from pcgraph.belief import loading
from pcgraph.errors import InvalidInput
from pcgraph.intake import duplicates
from pcgraph.intake.duplicates import WORDS, find_duplicates, read_duplicates, recall_duplicates
from pcgraph.store import data_folder, memo
from pcgraph.store.data_folder import File, Inputs
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


def test_a_changed_value_is_computed_again_and_replaced(folder: Path) -> None:
    keep([2, 3])
    keep("whole", "another")
    with sqlite3.connect(folder / memo.FILE) as file:
        file.execute("UPDATE result SET value = '[2, 7]' WHERE key = ?", [KEY])
    assert (recall(), recall("another")) == (None, "whole")
    keep([2, 3])
    assert (recall(), recall("another")) == ([2, 3], "whole")


def test_a_value_of_another_key_is_no_result(folder: Path) -> None:
    keep([])
    keep(["a finding"], "another")
    with sqlite3.connect(folder / memo.FILE) as file:
        file.execute("UPDATE result SET key = 'old' WHERE key = 'another'")
        file.execute("UPDATE result SET key = 'another' WHERE key = ?", [KEY])
    assert recall("another") is None


def test_damage_that_sqlite_finds_while_it_writes_is_repaired(folder: Path) -> None:
    with Memo() as found:
        found.added.update((str(number), "a" * 200) for number in range(300))
    path = folder / memo.FILE
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for page in range(size, len(content), size):  # every page but the first, so the table seems to be there
        content[page] = 0
    path.write_bytes(content)
    keep(1)
    assert recall() == 1


def test_a_table_with_another_column_is_made_anew(folder: Path) -> None:
    keep(1)
    path = folder / memo.FILE
    path.write_bytes(path.read_bytes().replace(b"value TEXT", b"valud TEXT"))
    assert recall() is None
    keep(2)
    assert recall() == 2


@pytest.mark.usefixtures("folder")
def test_in_a_run_that_ignores_them_no_result_is_read_or_written() -> None:
    keep(1)
    with memo.ignoring():
        assert recall() is None
        keep(2)
    assert recall() == 1


@pytest.mark.slow
@pytest.mark.parametrize("number", [12, pytest.param(40, marks=pytest.mark.exhaustive)])
def test_flipped_bits_change_no_output(
    number: int, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs = Outputs(seven(tmp_path / "data"), monkeypatch)
    counts = survives(number, outputs, folder)
    assert all(count > number / 5 for count in counts.values()), counts


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


def counted(monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> list[tuple[object, ...]]:
    """Return a list that gets the arguments of each call of a function."""
    calls: list[tuple[object, ...]] = []
    function = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *given, **more: calls.append(given) or function(*given, **more))
    return calls


def change(data: Path, slug: str, before: str, after: str) -> None:
    path = data / "sources" / f"{slug}.ttl"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


@pytest.mark.usefixtures("folder")
def test_the_shapes_are_not_asked_twice_about_a_graph(
    inputs: Inputs, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = counted(monkeypatch, shapes, "_validate")
    assert validation.run(inputs) == validation.run(inputs) == []
    before = len(asked)
    assert before > len(inputs.slugs)
    change(data, "borealis-2024", "pcg:tier", "pcg:teir")
    changed = data_folder.read(data, inputs.ontology)
    assert validation.run(changed) == validation.run(changed) != []
    assert len(asked) == before + 1


@pytest.mark.usefixtures("folder")
def test_only_a_changed_file_is_checked_again_when_it_is_read(
    inputs: Inputs, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = counted(monkeypatch, data_folder, "_check")
    whole = data_folder.read(data, inputs.ontology)
    assert len(checked) == len(whole.files)
    assert data_folder.read(data, inputs.ontology) == whole
    change(data, "borealis-2024", "a pcg:Source", "a pcg:Source, [ ]")
    for _ in range(2):  # what is wrong is not kept
        with pytest.raises(InvalidInput, match="blank-node"):
            data_folder.read(data, inputs.ontology)
    assert len(checked) == len(whole.files) + 2


@pytest.mark.usefixtures("folder")
def test_a_text_is_checked_again_in_another_place(data: Path, inputs: Inputs) -> None:
    data_folder.read(data, inputs.ontology)
    (data / "sources" / "borealis-2024.ttl").rename(data / "sources" / "borealis-2025.ttl")
    with pytest.raises(InvalidInput, match="file-name-slug"):
        data_folder.read(data, inputs.ontology)


@pytest.mark.usefixtures("folder")
def test_the_rules_on_one_file_see_what_another_file_says_about_its_things(data: Path, inputs: Inputs) -> None:
    change(data, "borealis-2024", "id:ferry-loan.completed a pcg:Step ;\n", "id:ferry-loan.completed\n")
    change(data, "borealis-2024", 'pcg:date "2024-01" ;', 'pcg:date "2025-01" ;')

    def codes() -> set[str]:
        return {finding.code for finding in validation.run(data_folder.read(data, inputs.ontology))}

    assert not codes() & validation.LOCAL
    path = data / "sources" / "tide-2025.ttl"
    path.write_text(path.read_text() + "\nid:ferry-loan.completed a pcg:Step .\n")
    assert codes() & validation.LOCAL == codes() & validation.LOCAL == {"step-after-source"}


@pytest.mark.usefixtures("folder")
def test_what_is_recorded_twice_is_found_again_after_what_matters_changed(
    data: Path, inputs: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed = counted(monkeypatch, loading, "compute")

    def found() -> list[validation.Finding]:
        return recall_duplicates(data_folder.read(data, inputs.ontology))

    assert found() == found() == []
    assert len(computed) == 1
    change(data, "tide-2025", "https://tide.example/", "https://borealis.example/letters/2024-07#")
    [twice] = found()
    assert (twice.code, len(computed)) == ("same-address", 2)
    change(data, "tide-2025", "src:tide-2025 a pcg:Source", "\nsrc:tide-2025 a pcg:Source")
    change(data, "tide-2025", 'pcg:title "', 'pcg:title "New: ')
    assert found() == [replace(twice, line=twice.line + 1)]
    assert len(computed) == 2
    now = data_folder.read(data, inputs.ontology)
    assert found() == find_duplicates(loading.compute(now), now)


def test_no_comparison_reads_what_it_is_kept_in_spite_of(data: Path, inputs: Inputs) -> None:
    """Every triple that `recall_duplicates` leaves out of its key can go without a change of the answer."""
    change(data, "tide-2025", "https://tide.example/", "https://borealis.example/letters/2024-07#")
    inputs = data_folder.read(data, inputs.ontology)
    graph = inputs.by_role("source")[0].graph
    triples = ((name, f'<{graph}#x> <{name}> "x" .') for name in sorted(WORDS))
    for name, text in triples:
        file = File(Path("x.ttl"), "source", graph, "", list(ox.parse(text, format=ox.RdfFormat.N_TRIPLES)))
        assert list(duplicates._triples(file)) == [], name
        other = replace(file, role="register")
        assert len(list(duplicates._triples(other))) == 1, name
    bare = [replace(file, triples=[each for each in file.triples if each.predicate.value not in WORDS])
            if file.role == "source" else file for file in inputs.files]  # fmt: skip
    among = {each.subject.value for file in inputs.by_role("source") for each in file.triples}
    whole = read_duplicates(loading.compute(inputs), inputs, among)
    without = replace(inputs, files=tuple(bare))
    assert read_duplicates(loading.compute(without), without, among) == whole != []


@pytest.mark.usefixtures("folder")
def test_other_shapes_are_asked_again(inputs: Inputs, tmp_path: Path) -> None:
    lookup, path = validation.Lookup(inputs), inputs.ontology / "shapes.ttl"
    assert list(shapes.check(lookup, shapes.read(path))) == []
    other = tmp_path / "shapes.ttl"
    other.write_text(path.read_text().replace("sh:maxCount 1", "sh:maxCount 0"))
    assert list(shapes.check(lookup, shapes.read(other))) != []
    assert list(shapes.check(lookup, shapes.read(path, language="sw"))) != []


@pytest.mark.slow
def test_no_rank_depends_on_words_and_places_in_texts(inputs: Inputs, folder: Path) -> None:
    def ranks(some: Inputs) -> list[object]:
        found = cached_intervals.rank_or_recall(
            loading.compute(some), some.columns, make_spec(), ["degree", "pagerank"], 20
        )
        return [
            (each.table.select(*cached_intervals.COMPUTED).sort("agent").rows(), each.note, each.what) for each in found
        ]

    ontology = {file.path for file in inputs.by_role("ontology")}
    bare = [
        file
        if file.path in ontology
        else replace(
            file, triples=[quad for quad in file.triples if quad.predicate.value not in cached_intervals.WORDS]
        )
        for file in inputs.files
    ]
    whole = ranks(inputs)
    assert ranks(inputs) == whole
    (folder / memo.FILE).unlink()
    assert ranks(replace(inputs, files=tuple(bare))) == whole


def test_whatever_else_changes_is_computed_again(inputs: Inputs) -> None:
    quads = inputs.columns
    words = quads.filter(~cached_intervals.matters())
    assert set(words["property"]) <= set(cached_intervals.WORDS)
    assert not any("ontology" in source for source in words["source"].unique())
    assert len(words) + len(quads.filter(cached_intervals.matters())) == len(quads)
