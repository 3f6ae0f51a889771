"""Damaged Turtle files: they are taken or refused; laid out they mean the same; what check lets pass can be built."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

from fuzz import belief, damage
from fuzz.runner import fuzz
from helpers import TINY
from pcgraph.errors import PcgraphError
from pcgraph.store import data_folder
from pcgraph.store import files as paths
from pcgraph.turtle import formatter

ONTOLOGY = paths.home("ontology")
WHOLE = data_folder.read(TINY, ONTOLOGY)
FILES = [file for file in WHOLE.files if file.role != "ontology"]
SPARE = [
    *sorted({piece for file in FILES for piece in damage.PIECE.findall(file.text)}),
    "_:b", "[]", "[ a pcg:Step ]", "( )", "( 1 2 )", "<x>", "<http://a b>", "<#a>", "<>", "<http://x/#a#b>", "a",
    '"2025-13"', '"2025/2024"', '"x"@en-a', '"x"@en--ltr', '"1"^^xsd:integer', '"x"^^xsd:integer', '"x"^^<y>', "1e400",
    "-1", "999999999999999999999999", "true", '""', '" "@en', '""" " """', "'\\uD800'", '"\\uFFFE"', "pcg:nothing",
    "@prefix : <http://x/> .", "PREFIX id: <http://x/>", "@base <http://x/> .", "[ " * 300, "( " * 999 + ") " * 999,
    "v:signed", "owl:sameAs", "rdfs:label", "pcg:floor 1", "pcg:retracted", "id:acme", "id:acme.unnamed",
    "src:tide-2025", "<https://w3id.org/pcgraph/source/tide-2025#char=0,5>", "<<( id:a id:b id:c )>>",
]  # fmt: skip


def test_turtle(tmp_path: Path) -> None:
    def make(rng: random.Random) -> tuple[data_folder.File, bytes]:
        file = rng.choice(FILES)
        if rng.random() < 0.1:
            return file, damage.bytes_(rng, file.text.encode())
        return file, damage.text(rng, file.text, SPARE).encode()

    def run(case: tuple[data_folder.File, bytes]) -> None:
        file, content = case
        path = tmp_path / file.path.name
        path.write_bytes(content)
        try:
            formatter.run([path], check=False)
            laid = path.read_bytes()
            assert formatter.run([path], check=True) == []
            assert path.read_bytes() == laid
        except PcgraphError:
            pass
        path.write_bytes(content)
        found = data_folder.parse(path, file.role)
        others = [replace(each, path=path) if each.path == file.path else each for each in WHOLE.files]
        files = tuple(found if each.path == path else each for each in others)
        assert re.fullmatch("[a-z]+", found.role)
        belief.use(data_folder.Inputs(TINY, ONTOLOGY, files))

    assert fuzz(make, run) > 1
