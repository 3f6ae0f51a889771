"""Text of quads ↔ columns: the quick way and the parser's way agree, and what cannot be taken is said."""

from __future__ import annotations

import gzip
from pathlib import Path

import polars as pl
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcgraph import quads
from pcgraph.errors import InvalidInput

G = "<http://x/g>"
LINE = f"<http://x/s> <http://x/p> {{}} {G} .\n"
# canonical → the same as others write it
SPELLINGS = [
    ('"é"', '"\\u00e9"'),
    ('"a"', '"a"^^<http://www.w3.org/2001/XMLSchema#string>'),
    ('"a\\tb"', '"a\tb"'),
    ("<http://x/é>", "<http://x/\\u00E9>"),
    ('"a"', ' "a" '),
    ('"a\\\\u00e9"', '"\\u0061\\\\u00e9"'),
]


def read(tmp_path: Path, text: str | bytes, name: str = "a.nq") -> pl.DataFrame:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return quads.read(path)


@pytest.mark.parametrize(("canonical", "other"), SPELLINGS)
def test_other_spellings_are_the_same(canonical: str, other: str, tmp_path: Path) -> None:
    assert read(tmp_path, LINE.format(canonical)).equals(read(tmp_path, LINE.format(other)))
    assert read(tmp_path, LINE.format(canonical))["value"].to_list() == [canonical]


def test_remarks_are_passed_over(tmp_path: Path) -> None:
    line = LINE.format('"a"')
    assert read(tmp_path, f"# a\n{line[:-1]} # b\n").equals(read(tmp_path, line))


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n# the end\n"])
def test_the_end_of_a_file(end: str, tmp_path: Path) -> None:
    text = LINE.format('"a"') + LINE.format('"b"').rstrip("\n") + end
    assert read(tmp_path, text)["value"].to_list() == ['"a"', '"b"']


def test_blocks_are_cut_between_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(LINE.format(f'"{number}"') for number in range(100))
    whole = read(tmp_path, text)
    for size in (1, 50, 64, 1000):
        monkeypatch.setattr(quads, "BLOCK", size)
        assert read(tmp_path, text).equals(whole)


def test_trig_and_compressed(tmp_path: Path) -> None:
    line = LINE.format('"a\\nb"@en')
    plain = read(tmp_path, line)
    assert read(tmp_path, gzip.compress(line.encode()), "a.nq.gz").equals(plain)
    trig = "@prefix x: <http://x/> .\nx:g { x:s x:p 'a\\nb'@en }"
    assert read(tmp_path, trig, "a.trig").equals(plain)
    assert read(tmp_path, gzip.compress(trig.encode()), "a.trig.gz").equals(plain)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=5))
def test_any_text_comes_back(texts: list[str]) -> None:
    graph = ox.NamedNode("http://x/g")
    given_ = [ox.Quad(ox.NamedNode("http://x/s"), ox.NamedNode("http://x/p"), ox.Literal(t), graph) for t in texts]
    frame = quads.columns(given_)
    assert list(quads.parsed(frame)) == given_
    assert [quads.plain(term) for term in frame["value"]] == texts
    ours, _ = (quads._cut(b"".join(quads.text(frame)), pattern) for pattern in (quads._PARSED, quads._CANONICAL))
    assert ours.select(frame.columns).equals(frame)


def test_terms_without_their_graph() -> None:
    frame = quads.columns(ox.parse(LINE.format('"a"'), format=ox.RdfFormat.N_QUADS))
    assert b"".join(quads.text(frame, graph=False)) == b'<http://x/s> <http://x/p> "a" .\n'


@pytest.mark.parametrize("size", [1, 3, 1000, -1])
def test_pieces_read_like_a_file(size: int) -> None:
    file, found = quads.Pieces([b"ab", b"", b"cdefg"]), b""
    while part := file.read(size):
        assert size < 0 or len(part) <= size
        found += part
    assert found == b"abcdefg"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (LINE.format('"a"') + "<http://x/s> <http://x/p> .\n", r"a\.nq:2:\d+: quads-syntax: .*; expected .*; mend"),
        ("<http://x/s> <http://x/p> <http://x/o> .\n", r"a\.nq: default-graph: .*; expected one graph a source"),
        (LINE.format('"a"@en--ltr'), r"a\.nq: not-rdf11: "),
        (
            LINE.format('"a"').encode() + b'<http://x/s> <http://x/p> "\xff" <http://x/g> .\n',
            r"a\.nq.*: quads-syntax: ",
        ),
        (LINE.format('"a"').replace(" .", "")[:-1], r"a\.nq:1:\d+: quads-syntax: "),
    ],
)
def test_what_cannot_be_taken(text: str | bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=message) as found:
        read(tmp_path, text)
    assert "\n" not in str(found.value)


def test_a_compressed_file_that_breaks_off(tmp_path: Path) -> None:
    whole = gzip.compress((LINE.format('"a"') * 1000).encode())
    for bad in (whole[:-20], b"no gzip"):
        with pytest.raises(InvalidInput, match=r"unreadable: .*; expected"):
            read(tmp_path, bad, "a.nq.gz")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="unreadable: No such file"):
        quads.read(tmp_path / "none.nq")
