"""Identifiers in other databases: their check digits as python-stdnum has them, and what follows from them."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
import stdnum.isin
import stdnum.isni
import stdnum.lei

import pcgraph
from pcgraph.query.explain.dossier import dossier
from pcgraph.validation.rules.identifiers import CROCKFORD, FORMS

TINY = Path(__file__).parent / "fixtures" / "tiny"
PREFIXES = """@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
NODE = """id:acme.{scheme} a pcg:Identifier ;
    pcg:identifies id:acme ;
    pcg:scheme v:{scheme} ;
    pcg:identifierValue "{value}" ;
    pcg:shownAt "https://example.org/acme"^^xsd:anyURI ;
    pcg:shownOn "2025-06-01"^^xsd:date .
"""


@pytest.mark.parametrize(
    ("scheme", "length", "first", "last", "reference"),
    [
        ("lei", 20, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", stdnum.lei),
        ("isni", 16, "0123456789", "0123456789X", stdnum.isni),
        ("isin", 12, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", stdnum.isin),
    ],
)
def test_check_digits_are_those_of_the_standard(
    scheme: str, length: int, first: str, last: str, reference: object
) -> None:
    chance, (_, example, right) = random.Random(20261130), FORMS[scheme]
    rights = 0
    for _ in range(200):
        start = "US" if scheme == "isin" else ""
        start += "".join(chance.choice(first) for _ in range(length - len(start) - 2))
        for one in "0123456789":
            for two in last:
                number = start + one + two
                rights += right(number)
                assert right(number) == reference.is_valid(number), number
    assert rights > 150
    assert right(example)


def test_one_digit_changed_is_found_in_ror() -> None:
    """The check digits 2 are such that no change of one character stays right; the examples are real records."""
    _, _, right = FORMS["ror"]
    for known in ("00cmhce21", "03cve4549", "05dxps055", "01bj3aw27"):
        assert right(known)
        for place in range(1, 7):
            wrong = [known[:place] + other + known[place + 1 :] for other in CROCKFORD if other != known[place]]
            assert not any(map(right, wrong))


def folder(tmp_path: Path, *nodes: tuple[str, str]) -> Path:
    shutil.copytree(TINY, tmp_path / "data")
    text = PREFIXES + "\n".join(NODE.format(scheme=scheme, value=value) for scheme, value in nodes)
    (tmp_path / "data" / "register" / "identifiers.ttl").write_text(text, encoding="utf-8")
    return tmp_path / "data"


def test_a_match_follows_from_an_item_of_wikidata_only(tmp_path: Path) -> None:
    kg = pcgraph.load(folder(tmp_path, ("wikidata", "Q42"), ("isni", "0000000121032683")))
    found = kg.query("SELECT ?same WHERE { id:acme skos:exactMatch ?same }")
    assert [str(row.same) for row in found] == ["http://www.wikidata.org/entity/Q42"]
    assert not bool(kg.query("ASK { id:acme owl:sameAs ?other }"))


def test_a_dossier_has_the_identifiers(tmp_path: Path) -> None:
    kg = pcgraph.load(folder(tmp_path, ("wikidata", "Q42"), ("isni", "0000000121032683")))
    found = dossier(kg, "https://w3id.org/pcgraph/id/acme")["identifiers"]
    assert [(row["scheme"].rsplit("/", 1)[1], row["value"], row["day"]) for row in found] == [
        ("isni", "0000000121032683", "2025-06-01"),
        ("lei", "5493001KJTIIGC8Y1R12", "2025-06-01"),
        ("wikidata", "Q42", "2025-06-01"),
    ]
    assert len(list(kg.query("identifiers"))) == 3
