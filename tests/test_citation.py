"""Citations are read by other programs as they were meant, and the hash of statements is that of RDFC-1.0."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import bibtexparser
import pyoxigraph as ox
import pytest
import rispy
from pyld import jsonld

from pcgraph.api import KnowledgeGraph
from pcgraph.query.cite.citation import BIBTEX, Citation, bibtex, citation, csl_json, ris, sentence
from pcgraph.query.cite.fact_hash import canonical, content_hash
from pcgraph.store.project import Project

TITLES = {
    "plain": "Lamp agreement",
    "TeX": r"R&D at 5 % of $4_000 #1 ~ ^ \input{x} C:\new",
    "braces": "}{ an open { brace } and } a closed one",
    "entries": "Lamp }\n}\n@book{b,\n title = {other}",
    "fields": "Lamp\r\nER  - \r\nTY  - BOOK\u2028TI  - other",
    "quotation": "a \"b\" 'c', d = e @f",
    "Urdu": "چراغوں کا معاہدہ",
    "Chinese": "灯塔协议：5％",
    "spaces": "  Lamp\t\x0b agreement \x00\x1b[2J ",
}
PROJECT = Project(Path(), title="Lamps & sources", version="0.1.0", creators=("Lamp Archive", "Zhu, 朱 & {Co}"))
HASH = "ab" * 32
CSL = {"id": str, "type": str, "title": str, "author": list, "container-title": str, "version": str, "issued": dict,
       "URL": str, "note": str}  # fmt: skip


def on_one_line(text: str) -> str:
    return " ".join("".join(char for char in text if char.isspace() or ord(char) > 31).split())


def cite(title: str, **other: Any) -> Citation:
    more = {"address": "https://example.org/lamps/id/lamp.html", "day": date(2026, 3, 5), "sha256": HASH} | other
    return citation(PROJECT, "lamp", title, **more)


def from_tex(text: str) -> str:
    text = text.removeprefix("{").removesuffix("}")
    for char, command in sorted(BIBTEX.items(), key=lambda item: item[0] == "\\"):
        text = text.replace(command, char)
    return text


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_bibtex_is_one_entry_with_the_title(title: str) -> None:
    read = bibtexparser.parse_string(bibtex(cite(title)))
    assert not read.failed_blocks
    [entry] = read.entries
    fields = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("misc", "lamp-0.1.0")
    assert from_tex(fields.pop("title")) == on_one_line(title)
    assert fields == {
        "author": r"{Lamp Archive} and {Zhu, 朱 \& \textbraceleft{}Co\textbraceright{}}",
        "howpublished": r"Lamps \& sources, version 0.1.0",
        "year": "2026",
        "month": "3",
        "url": "https://example.org/lamps/id/lamp.html",
        "note": f"SHA-256 of the statements (RDFC-1.0): {HASH}",
    }
    assert bibtex(cite(title)).count("{") == bibtex(cite(title)).count("}")


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_ris_is_one_entry_with_the_title(title: str) -> None:
    text = ris(cite(title))
    [entry] = rispy.loads(text)
    assert entry == {
        "type_of_reference": "DATA",
        "id": "lamp-0.1.0",
        "title": on_one_line(title),
        "authors": [*PROJECT.creators],
        "secondary_title": "Lamps & sources",
        "edition": "0.1.0",
        "year": "2026",
        "date": "2026/03/05",
        "urls": ["https://example.org/lamps/id/lamp.html"],
        "notes": [f"SHA-256 of the statements (RDFC-1.0): {HASH}"],
    }
    assert all(line[2:6] == "  - " for line in text.split("\r\n")[:-1])


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_csl_json_has_the_form_of_its_schema(title: str) -> None:
    [item] = json.loads(csl_json(cite(title)))
    assert item["title"] == on_one_line(title)
    assert {name: type(value) for name, value in item.items()} == CSL
    assert item["issued"] == {"date-parts": [[2026, 3, 5]]}
    assert item["author"] == [{"literal": name} for name in PROJECT.creators]
    assert (item["version"], item["container-title"]) == ("0.1.0", "Lamps & sources")
    assert HASH in item["note"]


def test_what_is_not_known_is_left_out() -> None:
    plain = citation(Project(Path(), title="Lamps"), "", "Lamps", address="https://example.org/")
    assert json.loads(csl_json(plain)) == [
        {"id": "Lamps", "type": "dataset", "title": "Lamps", "URL": "https://example.org/"}
    ]
    assert bibtex(plain) == "@misc{Lamps,\n  title = {{Lamps}},\n  url = {https://example.org/}\n}\n"
    assert ris(plain).split("\r\n") == ["TY  - DATA", "ID  - Lamps", "TI  - Lamps", "UR  - https://example.org/",
                                        "ER  - ", ""]  # fmt: skip
    assert sentence(plain) == "Lamps. https://example.org/"
    assert sentence(cite("Lamp.")) == (
        "Lamp Archive, Zhu, 朱 & {Co} (2026). Lamp. In: Lamps & sources, version 0.1.0. "
        "https://example.org/lamps/id/lamp.html"
    )


def test_an_address_in_any_script_is_an_address() -> None:
    found = cite("Lamp", address="https://example.org/id/灯塔}%20")
    assert json.loads(csl_json(found))[0]["URL"] == "https://example.org/id/%E7%81%AF%E5%A1%94%7D%20"
    assert citation(PROJECT, "灯塔", "Lamp", address="https://example.org/").key == "DengTa-0.1.0"


def normalized(triples: list[ox.Triple]) -> bytes:
    """Return what another implementation makes of the same triples."""
    text = (ox.serialize(dict.fromkeys(triples), format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    kind = "application/n-quads"
    found: str = jsonld.normalize(text, {"algorithm": "URDNA2015", "inputFormat": kind, "format": kind})
    return found.encode()


def graphs(tiny: KnowledgeGraph) -> list[list[ox.Triple]]:
    """Return what one source says, and random graphs of blank nodes, some of which are alike.

    No node points at itself: there PyLD 3.3 differs from rdf-canonize 4, with which Oxigraph agrees.
    """
    iri = ox.NamedNode
    source = tiny.store.quads_for_pattern(None, None, None, iri(tiny.names.src + "tide-2025"))
    graphs = [[quad.triple for quad in source]]
    chance = random.Random(19)
    for size in range(2, 9):
        nodes = [ox.BlankNode() for _ in range(size)]
        values = [*nodes, iri("urn:ß"), ox.Literal('a "b"\\\nc\r'), ox.Literal("灯", language="zh"), ox.Literal(5)]
        picked = [
            (chance.choice(nodes), iri(f"urn:p{chance.randint(1, 2)}"), chance.choice(values)) for _ in values * 2
        ]
        graphs.append([ox.Triple(*each) for each in picked if each[0] != each[2]])
        ring = zip(nodes, [*nodes[1:], nodes[0]], strict=True)
        graphs.append([ox.Triple(one, iri("urn:next"), other) for one, other in ring])
    return graphs


def test_canonical_triples_are_those_of_another_implementation(tiny: KnowledgeGraph) -> None:
    for triples in graphs(tiny):
        assert canonical(triples) == normalized(triples)


def test_the_hash_depends_on_the_statements_alone(tiny: KnowledgeGraph) -> None:
    triples = [*dict.fromkeys(quad.triple for quad in tiny.store)]
    assert content_hash(triples) == content_hash(triples[::-1] + triples[:5])
    assert content_hash(triples[1:]) != content_hash(triples)
    one, other = ox.BlankNode(), ox.BlankNode()
    p, q = ox.NamedNode("urn:p"), ox.NamedNode("urn:q")
    assert content_hash([ox.Triple(one, p, other)]) == content_hash([ox.Triple(other, p, one)])
    assert content_hash([ox.Triple(one, p, other)]) != content_hash([ox.Triple(one, q, other)])
    assert content_hash([ox.Triple(one, p, other)]) != content_hash([ox.Triple(one, p, one)])
