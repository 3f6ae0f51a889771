"""What is recorded twice is named: engagements, addresses, and values that a verdict rejected."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from helpers import ROOT, TINY, pcgraph
from pcgraph.query.duplicates.engagements import LEAST, Comparison, Description

pytestmark = pytest.mark.slow

MAY = {"signed": (date(2024, 5, 14), date(2024, 5, 14))}
PACT = Description(
    "pact", "Agreement", "Quay pact", frozenset({"acme", "port"}), MAY, frozenset({"vik"}), frozenset({"quays"})
)
OTHERS = [Description(f"x{n}", "Project", "", frozenset({f"p{n}"}), {}, frozenset({"vik"})) for n in range(20)]
COMPARISON = Comparison([PACT, *OTHERS])


def score(**other: object) -> float:
    return COMPARISON.compare(PACT, replace(PACT, iri="other", **other))[0]


def told_apart(**other: object) -> list[str]:
    return COMPARISON.compare(PACT, replace(PACT, iri="other", **other))[2]


def test_the_same_is_reported() -> None:
    assert score() > LEAST
    assert told_apart() == []


@pytest.mark.parametrize(
    ("name", "value", "apart"),
    [
        ("parties", frozenset({"acme", "lumen"}), "other parties"),
        ("parties", frozenset({"lumen", "tide"}), "parties"),
        ("days", {"signed": (date(2026, 5, 14), date(2026, 5, 14))}, "day signed"),
        ("places", frozenset({"sund"}), "places"),
        ("sectors", frozenset({"trains"}), "sectors"),
        ("label", "Quay pact, phase 2", "number in the label"),
    ],
)
def test_each_difference_counts_and_is_named(name: str, value: object, apart: str) -> None:
    assert score(**{name: value}) < score()
    assert apart in told_apart(**{name: value})


@pytest.mark.parametrize("unknown", [{"places": frozenset()}, {"sectors": frozenset()}, {"days": {}}, {"label": ""}])
def test_what_only_one_tells_does_not_tell_them_apart(unknown: dict[str, object]) -> None:
    assert told_apart(**unknown) == []


def test_numbers_with_other_units_differ() -> None:
    one = replace(PACT, numbers=frozenset({(5.0, "USD")}))
    other = replace(one, iri="other", numbers=frozenset({(5.0, "EUR")}))
    assert "number" in COMPARISON.compare(one, other)[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "data")


def twin(data: Path, name: str = "crane-agreement") -> None:
    """Record an engagement of one source again under another id, as a second curator would."""
    text = (data / "sources/harbour-2024.ttl").read_text()
    again = text.replace(f"id:{name}", f"id:{name}-again").replace("harbour-2024", "harbour-again")
    (data / "sources/harbour-again.ttl").write_text(again)
    with (data / "register/engagements.ttl").open("a") as register:
        register.write(f'id:{name}-again rdfs:label "Memorandum on cranes, again"@en .\n')


def check(data: Path, *options: str) -> tuple[int, str]:
    done = pcgraph("check", "--data", str(data), *options)
    return done.returncode, done.stdout


def test_check_names_both_and_what_they_share(data: Path) -> None:
    assert check(data) == (0, "")
    twin(data)
    code, out = check(data)
    line = next(line for line in out.splitlines() if "look-alike" in line)
    assert code == 0
    assert "id:crane-agreement-again (Memorandum on cranes, again) looks like id:crane-agreement (" in line
    assert "the same class, parties, day signed" in line
    assert check(data, "--strict")[0] == 1


@pytest.mark.parametrize("decision", ["prefers", "rejects", "leavesOpen"])
def test_a_judgement_silences_the_pair(decision: str, data: Path) -> None:
    twin(data)
    with (data / "judgements.ttl").open("a") as judgements:
        judgements.write(
            f"""
<https://w3id.org/pcgraph/verdict/crane-again> a pcg:Verdict ;
    pcg:onSubject id:crane-agreement-again ;
    pcg:onProperty owl:sameAs ;
    pcg:{decision} id:crane-agreement ;
    pcg:reason "A test."@en ;
    pcg:decidedBy "Ada Quay" ;
    pcg:decided "2025-06-01"^^xsd:date .
"""
        )
    assert "id:crane-agreement " not in "".join(
        line for line in check(data)[1].splitlines() if "look-alike" in line and "crane-agreement-again" in line
    )


def test_an_engagement_that_leads_to_the_other_is_no_twin(data: Path) -> None:
    twin(data)
    path = data / "sources/harbour-again.ttl"
    text = path.read_text()
    assert "id:crane-agreement-again a pcg:Agreement ;" in text
    linked = "id:crane-agreement-again a pcg:Agreement ;\n    pcg:ledTo id:crane-agreement ;"
    path.write_text(text.replace("id:crane-agreement-again a pcg:Agreement ;", linked))
    assert "id:crane-agreement-again (" not in check(data)[1]


def test_one_address_in_two_spellings_is_named(data: Path) -> None:
    path = data / "sources/digest.ttl"
    text = path.read_text()
    assert "https://digest.example/wires" in text
    path.write_text(
        text.replace("https://digest.example/wires", "http://www.tide.example/2025/vik-forum/?utm_source=x")
    )
    found = [line for line in check(data)[1].splitlines() if "same-address" in line]
    assert len(found) == 1
    assert "src:tide-2025 has the address of src:digest (tide.example/2025/vik-forum)" in found[0]


def test_a_new_voice_against_a_verdict_is_named(data: Path) -> None:
    """Another paper says, after the verdict, that Acme Pilots signed the charter."""
    verdicts = (data / "verdicts.ttl").read_text()
    assert "pcg:rejects id:acme-pilots" in verdicts
    subject = verdicts.partition("pcg:rejects id:acme-pilots")[0].rpartition("pcg:onSubject ")[2].split()[0]
    path = data / "sources/herald-2026.ttl"
    path.write_text(
        f"""@prefix id: <https://w3id.org/pcgraph/id/> .
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

src:herald-2026 a pcg:Source ;
    pcg:title "Pilots sign" ;
    pcg:publisher id:daily-tide ;
    pcg:tier v:press ;
    pcg:date "2026-01-05" ;
    pcg:firstSeen "2026-01-06"^^xsd:date .

{subject} pcg:signatory id:acme-pilots ;
    pcg:statedIn <https://w3id.org/pcgraph/source/herald-2026#para=1> .

<https://w3id.org/pcgraph/source/herald-2026#para=1> a pcg:Passage ; pcg:locator "para 1" .
"""
    )
    found = [line for line in check(data)[1].splitlines() if "reopened-verdict" in line]
    assert len(found) == 1
    assert "src:herald-2026 says again what verdict:" in found[0]
    assert "id:acme-pilots" in found[0]


def test_an_import_names_what_seems_to_be_there_and_strict_refuses_it(data: Path) -> None:
    head, row, *_ = (ROOT / "tests/fixtures/intake/deals.csv").read_text().splitlines()
    cells = dict(zip(head.split(","), row.split(","), strict=True))
    cells |= {"label": "Memorandum on cranes", "kind": "mou", "status date": "2024-05-14", "sector": "quays"}
    cells |= {"signatory": "Acme; Harbour Authority of Nordland"}
    table = data.parent / "rows.csv"
    table.write_text(f"{head}\n{','.join(cells.values())}\n")
    words = ("import", str(table), "--mapping", "template", "--data", str(data))
    refused = pcgraph(*words, "--strict")
    assert refused.returncode != 0
    assert "rows seem to be recorded already; nothing was written" in refused.stderr
    assert "looks like id:crane-agreement" in refused.stderr
    assert not (data / "imports").exists()
    done = pcgraph(*words)
    assert done.returncode == 0, done.stderr
    assert "looks like id:crane-agreement" in done.stderr
