"""Lines of a dump are sorted in parts that lie in files, so that a large graph need not fit into memory."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from pcgraph.export import writers
from pcgraph.page.offline_sparql import packed_graph
from pcgraph.store import serialize
from pcgraph.testing import tiny

LINES = ox.RdfFormat.N_QUADS


def test_parts_are_merged_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = serialize.serialize(tiny().store, LINES).splitlines(keepends=True)
    monkeypatch.setattr(serialize, "PART", 500)  # bytes, of some 100,000
    assert b"".join(serialize.sorted_text(tiny().store, LINES)) == b"".join(sorted(whole))


def test_files_have_the_same_bytes_in_many_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kg = tiny()
    writers.write_current(kg.store, tmp_path / "one.ttl", kg.names)
    packed = packed_graph(kg.store, kg.names)
    monkeypatch.setattr(serialize, "PART", 500)
    writers.write_current(kg.store, tmp_path / "many.ttl", kg.names)
    assert (tmp_path / "many.ttl").read_bytes() == (tmp_path / "one.ttl").read_bytes()
    assert packed_graph(kg.store, kg.names) == packed


def test_the_packed_graph_keeps_what_is_said_of_a_subject_together() -> None:
    kg = tiny()
    quads = [*ox.parse(gzip.decompress(packed_graph(kg.store, kg.names)), format=ox.RdfFormat.TRIG)]
    order = [(str(quad.subject), str(quad.graph_name)) for quad in quads]
    assert order == sorted(order)
    assert {*quads} == {*kg.store}


def test_no_temporary_file_stays_if_the_reader_stops(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(serialize, "PART", 500)
    monkeypatch.setattr(serialize, "temporary_folder", lambda: str(tmp_path))
    lines = serialize.sorted_text(tiny().store, LINES)
    assert next(lines)
    assert [*tmp_path.iterdir()] == []  # they have no name: the system removes them with the process
