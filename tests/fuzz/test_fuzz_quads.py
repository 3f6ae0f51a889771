"""Damaged files of quads: every statement is taken, as Oxigraph takes it, or the file is refused."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pyoxigraph as ox

from fuzz import belief, damage
from fuzz.runner import fuzz
from helpers import TINY
from pcgraph import dump, paths, quads, store

ONTOLOGY = paths.home("ontology")
FRAME = store.read(TINY, ONTOLOGY).columns
LINES = b"".join(quads.text(FRAME.filter(FRAME["source"] != "https://w3id.org/pcgraph/graph/ontology"))).decode()
DECLARED = b"".join(quads.text(FRAME.filter(FRAME["source"] == "https://w3id.org/pcgraph/graph/ontology"))).decode()
TRIG = (ox.serialize(ox.parse(LINES, format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.TRIG) or b"").decode()
SPARE = [
    *sorted(set(damage.PIECE.findall(LINES)))[::3],
    "_:b", "_:é", "<x>", "<http://x/#a#b>", '"x"@abcdefghij', '"x"@en-GB', '"\\uFFFE"', '"\ufffe"', '"\\u0001"', "\r",
    "<http://x/\\u00e9>", "<<( <a:a> <a:b> <a:c> )>>", '"x"@en--ltr', "# remark\n\n", "GRAPH", "{", "}", "[", "( ",
    "<https://w3id.org/pcgraph/graph/ontology>", "<https://w3id.org/pcgraph/graph/current>",
]  # fmt: skip


def test_quads(tmp_path: Path) -> None:
    def make(rng: random.Random) -> tuple[str, bytes]:
        name = rng.choice(["a.nq", "a.nq", "a.nq", "a.trig", "a.nq.gz", "a.trig.gz"])
        good = TRIG if "trig" in name else LINES
        if name == "a.nq" and rng.random() < 0.3:
            good += damage.text(rng, DECLARED, SPARE)
        damaged = damage.text(rng, good, SPARE).encode(errors="surrogatepass")
        if rng.random() < 0.1:
            damaged = damage.bytes_(rng, damaged)
        if name.endswith(".gz"):
            damaged = gzip.compress(damaged, 1)
            if rng.random() < 0.5:
                damaged = damage.bytes_(rng, damaged)
        return name, damaged

    def run(case: tuple[str, bytes]) -> None:
        name, content = case
        path = tmp_path / name
        path.write_bytes(content)
        read = quads.read(path)
        plain = gzip.decompress(content) if name.endswith(".gz") else content
        expected = list(ox.parse(plain, format=ox.RdfFormat.TRIG if "trig" in name else ox.RdfFormat.N_QUADS))
        assert read.height == len(expected)
        if not any("_:" in str(quad) for quad in expected):  # a blank node has another name each time
            assert list(quads.parsed(read)) == expected
        belief.use(dump.read(path, ONTOLOGY))

    assert fuzz(make, run) > 1
