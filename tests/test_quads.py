"""Text of quads ↔ columns: the quick way and the parser's way agree, and what cannot be taken is said."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import polars as pl
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcgraph.errors import InvalidInput
from pcgraph.store import nquads

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
    return nquads.read(path)


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


@pytest.mark.slow
def test_blocks_are_cut_between_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(LINE.format(f'"{number}"') for number in range(100))
    whole = read(tmp_path, text)
    for size in (1, 50, 64, 1000):
        monkeypatch.setattr(nquads, "BLOCK", size)
        assert read(tmp_path, text).equals(whole)


def test_parsed_quads_are_converted_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    quads = list(parse("".join(LINE.format(f'"{number}"') for number in range(10))) or ())
    whole = nquads.columns(quads)
    for size in (1, 4, 10):
        monkeypatch.setattr(nquads, "PARSED", size)
        assert nquads.columns(quads).equals(whole)
        with pytest.raises(InvalidInput, match="default-graph"):
            nquads.columns([*quads, ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.NamedNode("urn:o"))])


def test_trig_and_compressed(tmp_path: Path) -> None:
    line = LINE.format('"a\\nb"@en')
    plain = read(tmp_path, line)
    assert read(tmp_path, gzip.compress(line.encode()), "a.nq.gz").equals(plain)
    trig = "@prefix x: <http://x/> .\nx:g { x:s x:p 'a\\nb'@en }"
    assert read(tmp_path, trig, "a.trig").equals(plain)
    assert read(tmp_path, gzip.compress(trig.encode()), "a.trig.gz").equals(plain)


# what programs disagree about: control characters, those that are no characters, escapes, marks of the grammar
CHARACTERS = st.one_of(
    st.sampled_from(
        "\x00\x01\x08\t\n\x0b\x0c\r\x1b \"#%'.:<>@[\\]^_{|}\x7f\x80\x85é日\u2028\u202e\ufeff\ufffe\uffff"
        "\U0001fffe\U000f0000\U0010ffff"
    ),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.text(CHARACTERS, max_size=6)


def made(make: type, *parts: str) -> object | None:
    try:
        return make(*parts)
    except ValueError:
        return None


IRIS = st.builds(
    lambda scheme, rest: made(ox.NamedNode, f"{scheme}:{rest}"),
    st.sampled_from(["http", "urn", "A+b.c-1"]),
    st.one_of(TEXTS, st.sampled_from(["//x/%41", "//é.x/", "//[::1]:8/a?b", "//u:p@x:/#?", "///a", "/", "//x#a?%C3"])),
).filter(bool)
# N-Quads has no labels with a colon; pyoxigraph makes them all the same
LABELS = st.one_of(st.sampled_from(["a..b", "é-1"]), TEXTS).filter(lambda text: ":" not in text)
BLANKS = st.builds(lambda text: made(ox.BlankNode, text), LABELS).filter(bool)
TAGS = st.sampled_from(["en", "en-GB", "zh-hant-tw", "sl-rozaj", "x-a1", "de-1996", "abcdefgh", "i-klingon", "en-a-bb"])
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), TEXTS, TAGS),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), TEXTS, IRIS),
)
QUADS = st.builds(ox.Quad, st.one_of(IRIS, BLANKS), IRIS, st.one_of(IRIS, BLANKS, LITERALS), IRIS)


def parse(text: bytes) -> list[ox.Quad] | None:
    try:
        return list(ox.parse(text, format=ox.RdfFormat.N_QUADS))
    except SyntaxError:
        return None


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(st.lists(QUADS, min_size=1, max_size=4))
def test_any_quad_comes_back(given_: list[ox.Quad]) -> None:
    text = ox.serialize(given_, format=ox.RdfFormat.N_QUADS)
    given_ = parse(text)  # tags in small letters
    frame = nquads.columns(given_)
    assert frame.height == len(given_)
    assert list(nquads.parsed(frame)) == given_
    literals = [(plain, quad.object.value) for plain, quad in zip(frame["value"], given_, strict=True)]
    assert [nquads.plain(term) for term, _ in literals if not term.startswith("_:")] == [
        value for term, value in literals if not term.startswith("_:")
    ]
    with tempfile.TemporaryDirectory() as folder:
        assert read(Path(folder), text).equals(frame)


# each is one way to break a line that the quick expression has taken, or has not taken, unlike the parser
LINES = [
    LINE.format(term)
    for term in (
        '"\ufffe"', '"\uffff"', '"\x01"', '"\x7f"', '"\\uFFFE"', '"\\ufffe"', '"a"@en', '"a"@abcdefghijkl', '"a"@en-a',
        '"a"@a', '"a"@en-latn-latn', '"a"^^<b>', '"a"^^<a:b>', "<b>", "<//b>", "<a:b#c#d>", "<http://a:b/>", "<a:%zz>",
        "<a:[b]>", "<a:\uffff>", "<a://b@c@d>", "_:é", "_:a..b", "_:a.", "_:a:b", "_:·", '"a"@en-GB', "<a:\ue000>",
    )
] + ["\ufeff" + LINE.format('"a"'), LINE.format('"a"')[:-1] + "\x01 b\n", "\n"]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_taken_as_the_parser_takes_it(line: str, tmp_path: Path) -> None:
    expected = parse(line.encode())
    if expected is None:
        with pytest.raises(InvalidInput, match=r"a\.nq:1:\d+: quads-syntax: "):
            read(tmp_path, line)
    else:
        assert list(nquads.parsed(read(tmp_path, line))) == expected


@pytest.mark.slow
@settings(deadline=None, max_examples=500)
@given(
    st.sampled_from([*LINES, LINE.format('"a\\tb"@en'), LINE.format("<http://x/a?b#c>")]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 2), CHARACTERS), max_size=3),
)
def test_what_the_quick_way_takes_the_parser_takes_too(line: str, changes: list[tuple[float, int, str]]) -> None:
    for place, removed, added in changes:
        at = int(place * len(line))
        line = line[:at] + added + line[at + removed :]
    quick = nquads._cut(line.encode(), nquads._CANONICAL)
    if quick["value"].null_count() == 0:
        expected = parse(line.encode())
        assert expected is not None
        assert quick.select(nquads.NAMES).equals(nquads.columns(expected).select(nquads.NAMES))


@pytest.mark.parametrize("name", ["x:a\U000e0001", "x:a\U000e0fff"])
def test_a_name_that_is_no_iri(name: str, tmp_path: Path) -> None:
    """TriG lets it pass, and what is written of it could not be read again."""
    with pytest.raises(InvalidInput, match=r"a\.trig: bad-iri: .*; expected an IRI; rename it") as found:
        read(tmp_path, f"@prefix x: <http://x/> .\nx:g {{ x:a x:p x:o . x:s x:p {name} }}", "a.trig")
    assert "http://x/" in str(found.value)
    assert read(tmp_path, "@prefix x: <http://x/> .\nx:g { x:é\U00020000 x:p x:o }", "a.trig").height == 1


@pytest.mark.parametrize("name", ["a.nq", "a.trig"])
def test_a_statement_that_is_too_long(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = LINE.format('"a"') + LINE.format(f'"{"b" * 200}"')
    if name == "a.trig":
        text = "<http://x/g> {" + text.replace(f" {G} .", " .") + "}"
    assert read(tmp_path, text, name).height == 2
    monkeypatch.setattr(nquads, "LONGEST", 200)
    monkeypatch.setattr(nquads, "BLOCK", 64)
    with pytest.raises(InvalidInput, match=r"a\.(nq:2|trig): too-long: .*; expected .*; shorten"):
        read(tmp_path, text, name)
    with pytest.raises(InvalidInput, match="too-long"):
        nquads.columns(parse(LINE.format(f'"{"b" * 200}"').encode()))


def test_a_statement_that_the_parser_finds_too_long(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"a\.nq: too-long: "):
        read(tmp_path, LINE.format('"' + "a" * (1 << 24) + '"'))


@pytest.mark.parametrize("end", ["<http://x/o> .\n", "<http://x/o> _:g .\n"])
def test_no_parsed_quad_is_left_out(end: str) -> None:
    with pytest.raises(InvalidInput, match="default-graph"):
        nquads.columns(parse(f"<http://x/s> <http://x/p> {end}".encode()))


def test_terms_without_their_graph() -> None:
    frame = nquads.columns(ox.parse(LINE.format('"a"'), format=ox.RdfFormat.N_QUADS))
    assert b"".join(nquads.text(frame, graph=False)) == b'<http://x/s> <http://x/p> "a" .\n'


@pytest.mark.parametrize("size", [1, 3, 1000, -1])
def test_pieces_read_like_a_file(size: int) -> None:
    file, found = nquads.Pieces([b"ab", b"", b"cdefg"]), b""
    while part := file.read(size):
        assert size < 0 or len(part) <= size
        found += part
    assert found == b"abcdefg"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (LINE.format('"a"') + "<http://x/s> <http://x/p> .\n", r"a\.nq:2:\d+: quads-syntax: .*; expected .*; fix"),
        (
            "<http://x/s> <http://x/p> <http://x/o> .\n",
            r"a\.nq:1: default-graph: .*; expected one graph for each source",
        ),
        (LINE.format('"a"@en--ltr'), r"a\.nq:1: not-rdf11: "),
        (
            LINE.format('"a"').encode() + b'<http://x/s> <http://x/p> "\xff" <http://x/g> .\n',
            r"a\.nq.*: quads-syntax: ",
        ),
        (LINE.format('"a"').replace(" .", "")[:-1], r"a\.nq:1:\d+: quads-syntax: "),
        (LINE.format("<http://x/\n>"), r"a\.nq:1:\d+: quads-syntax: Invalid IRI code point ' '; "),
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


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.nq.gz", "a.trig.gz"])
def test_a_small_file_that_unpacks_to_a_huge_one(name: str, tmp_path: Path) -> None:
    graph = LINE.format('"a"') if name == "a.nq.gz" else "<http://x/g> { <http://x/s> <http://x/p> 'a' }\n"
    bomb = gzip.compress(graph.encode() * 4000, 9) * 700  # 130 MB of 0.8 MB
    with pytest.raises(
        InvalidInput, match=r"unreadable: it unpacks to more than \d+ times its size; expected .*; check"
    ):
        read(tmp_path, bomb, name)


def test_a_compressed_file_that_is_damaged(tmp_path: Path) -> None:
    whole = bytearray(gzip.compress("".join(LINE.format(f'"{number}"') for number in range(5000)).encode()))
    whole[len(whole) // 2 : len(whole) // 2 + 40] = b"\xff" * 40
    with pytest.raises(InvalidInput, match="unreadable: "):
        read(tmp_path, bytes(whole), "a.nq.gz")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="unreadable: No such file"):
        nquads.read(tmp_path / "none.nq")
