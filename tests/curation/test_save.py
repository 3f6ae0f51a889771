"""A save writes all or nothing, and refuses what is out of date or wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from faults import BASE, ONTOLOGY
from pcgraph import validation
from pcgraph.errors import InvalidInput
from pcgraph.intake.curation import form
from pcgraph.intake.curation.check import Checker
from pcgraph.intake.curation.edit import with_engagement
from pcgraph.intake.curation.journal import Journal, digest
from pcgraph.intake.curation.save import Refused, Stale, save
from pcgraph.intake.curation.writing import document, node
from pcgraph.store import data_folder
from pcgraph.turtle.formatter import formatted
from pcgraph.turtle.parser import Block, Fact


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "data"))


@pytest.fixture
def checker(data: Path) -> Checker:
    return Checker(data_folder.read(data, ONTOLOGY))


@pytest.fixture
def journal(data: Path) -> Journal:
    return Journal(data.parent)


def text(data: Path, slug: str = "base") -> str:
    return (data / "sources" / f"{slug}.ttl").read_text()


def content(data: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in data.rglob("*") if path.is_file()}


def with_loan(checker: Checker, data: Path) -> str:
    """Return the file of a source with one more engagement, whose label is not in the register."""
    loan = node(
        "quay-loan", "Loan", {"funder": [{"value": "gazette"}], "recipient": [{"value": "lamp-works"}]}, ["para=3"]
    )
    loan["steps"] = [node("quay-loan.planned", "Step", {"status": [{"value": "planned"}]}, ["para=3"])]
    passages = form.read(checker.inputs, "base")["passages"]
    words = form.vocabulary(checker.inputs)
    return with_engagement(text(data), "base.ttl", loan["id"], loan, passages, words, "base")


LABELS = [
    Block("id:quay-loan", [Fact("rdfs:label", ['"Loan for the quay"@en'])]),
    Block("id:lamp-works", [Fact("a", ["pcg:Company"]), Fact("rdfs:label", ['"Lamp Works"@en'])]),
]


def test_a_new_engagement_and_its_register_entries_are_one_step(checker: Checker, journal: Journal, data: Path) -> None:
    before = content(data)
    changed = save(checker, journal, "base", digest(text(data)), with_loan(checker, data), LABELS)
    assert [path.name for path in changed] == ["curated.ttl", "base.ttl"]
    assert [each for each in validation.run(data_folder.read(data, ONTOLOGY)) if each.severity == "error"] == []
    register = (data / "register" / "curated.ttl").read_text()
    assert formatted(register, "") == register
    assert checker.file(data / "register" / "curated.ttl") is not None
    journal.undo()
    assert content(data) == before


def test_more_entries_come_after_those_that_are_there(checker: Checker, journal: Journal, data: Path) -> None:
    path = data / "register" / "curated.ttl"
    path.write_text(
        "# mine\n@prefix v: <https://w3id.org/pcgraph/vocab/> .\n@prefix id: <https://w3id.org/pcgraph/id/> .\n"
        '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\nid:pact rdfs:comment "x"@en .\n'
    )
    save(checker, journal, "base", digest(text(data)), with_loan(checker, data), LABELS)
    register = path.read_text()
    assert register.startswith("# mine\n@prefix id:")
    assert register.index("id:pact") < register.index("id:quay-loan") < register.index("id:lamp-works a pcg:Company")


def test_an_entry_that_is_removed_leaves_its_comments(checker: Checker, journal: Journal, data: Path) -> None:
    path = data / "register" / "curated.ttl"
    path.write_text(
        "@prefix id: <https://w3id.org/pcgraph/id/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '\nid:quay rdfs:label "Quay"@en ;  # as on its sign\n    rdfs:comment "x"@en .\n'
    )
    iri = checker.inputs.names.id + "quay"
    save(checker, journal, "base", digest(text(data)), text(data), LABELS[1:], {iri: ""})
    assert "# as on its sign\n\nid:lamp-works a pcg:Company" in path.read_text()
    assert "id:quay" not in path.read_text()


def test_a_new_source_is_saved(checker: Checker, journal: Journal, data: Path) -> None:
    words = form.vocabulary(checker.inputs)
    said = form.read(checker.inputs, "rich", words)
    said["slug"] = said["card"]["id"] = "fresh"
    said["engagements"] = said["things"] = []
    save(checker, journal, "fresh", "", document(said, words))
    assert "src:fresh a pcg:Source" in text(data, "fresh")
    with pytest.raises(Stale):
        save(checker, journal, "fresh", "", document(said, words))
    journal.undo()
    assert not (data / "sources" / "fresh.ttl").exists()


def test_a_second_tab_is_refused(checker: Checker, journal: Journal, data: Path) -> None:
    read = digest(text(data))
    save(checker, journal, "base", read, text(data) + "# one tab\n")
    before = content(data)
    with pytest.raises(Stale, match=r"base\.ttl: has changed since it was read; expected .*; reload"):
        save(checker, journal, "base", read, text(data) + "# other tab\n")
    assert content(data) == before


def test_errors_that_are_new_are_refused(checker: Checker, journal: Journal, data: Path) -> None:
    before = content(data)
    with pytest.raises(Refused) as caught:
        save(checker, journal, "base", digest(text(data)), with_loan(checker, data))
    assert {finding.code for finding in caught.value.findings} == {"dangling-id", "no-label"}
    assert list(caught.value.faults) == [str(finding) for finding in caught.value.findings]
    assert content(data) == before


def test_errors_that_were_there_before_do_not_stop_a_save(journal: Journal, data: Path) -> None:
    path = data / "sources" / "base.ttl"
    path.write_text(text(data).replace("pcg:title", "pcg:titel"))
    ready = Checker(data_folder.read(data, ONTOLOGY))
    save(ready, journal, "base", digest(text(data)), text(data).replace('"2024-06-10"', '"2024-06-11"'))
    assert '"2024-06-11"' in text(data)


def test_a_text_that_is_no_turtle_is_refused(checker: Checker, journal: Journal, data: Path) -> None:
    before = content(data)
    with pytest.raises(InvalidInput, match="turtle-syntax"):
        save(checker, journal, "base", digest(text(data)), text(data) + "id:x")
    assert content(data) == before


def test_a_register_with_other_prefixes_is_refused(checker: Checker, journal: Journal, data: Path) -> None:
    (data / "register" / "curated.ttl").write_text("@prefix id: <http://e.x/> . id:a id:b id:c .\n")
    with pytest.raises(InvalidInput, match="has other prefixes than the project; expected"):
        save(checker, journal, "base", digest(text(data)), with_loan(checker, data), LABELS)


@pytest.mark.parametrize("slug", ["../../fresh", "a/b", "", "a b"])
def test_a_slug_cannot_lead_out_of_the_folder(slug: str, checker: Checker, journal: Journal, data: Path) -> None:
    before = content(data.parent)
    with pytest.raises(InvalidInput, match="is no slug; expected letters"):
        save(checker, journal, slug, "", text(data).replace("base", "fresh"))
    assert content(data.parent) == before
