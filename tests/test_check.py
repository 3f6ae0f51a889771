"""Every rule finds the one fault of its file, where it is, and nothing in data without faults."""

from __future__ import annotations

import inspect
import re
import shutil
from pathlib import Path

import pytest

from faults import BASE, INVALID, ONTOLOGY, TEXTS, Fault, faults, lay
from pcgraph import validation
from pcgraph.errors import InvalidInput, nearest
from pcgraph.intake import duplicates
from pcgraph.model.namespaces import PREFIXES
from pcgraph.store import data_folder, files, nquads
from pcgraph.validation import Finding
from pcgraph.validation.rules import naming

ROOT = ONTOLOGY.parent
FAULTS = faults()
# Codes that no file can cause; each has a test of its own below.
ONTOLOGY_CODES = {"foreign-term", "ontology-form", "redefined-term"}  # in tests/test_project_ontology.py
FOLDERS = {*ONTOLOGY_CODES, "no-data", "no-ontology", "no-shapes", "too-long", "unreadable"}


def run(data: Path, texts: Path | None = TEXTS) -> list[Finding]:
    return validation.run(data_folder.read(data, ONTOLOGY), texts)


def store_codes() -> set[str]:
    """Codes of the lines that reading raises, as written in the source texts."""
    sources = [Path(data_folder.__file__).read_text(), *map(inspect.getsource, (nquads.parse_turtle, nquads.too_long))]
    return set(re.findall(r":(?:1|\{line\}|\{[^}]*or 1\})?:? ([a-z]+(?:-[a-z0-9]+)*): ", "".join(sources)))


def test_the_base_has_no_fault() -> None:
    assert run(BASE) == []


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_once_where_it_is(fault: Fault, tmp_path: Path) -> None:
    path = lay(fault, tmp_path)
    try:
        lines = [str(finding) for finding in run(tmp_path)]
    except InvalidInput as error:
        lines = list(error.faults)
    assert len(lines) == 1, lines
    assert re.match(rf"{re.escape(files.shown(path))}:{fault.line}(:\d+)?: {fault.code}: ", lines[0]), lines[0]
    assert fault.fragment in lines[0]
    assert re.search(r": [^;]+; expected [^;]+; \S", lines[0]), "not 'what; expected; do this'"
    assert "\n" not in lines[0]


def test_every_rule_has_a_fault_file() -> None:
    codes = {fault.code for fault in FAULTS} | FOLDERS
    assert codes == {*validation.codes(ONTOLOGY), *store_codes(), "no-shapes"}


def test_every_fault_file_is_expected_and_the_other_way_round() -> None:
    assert {path.stem for path in INVALID.glob("*.ttl")} == {fault.name for fault in FAULTS}


def test_every_code_is_explained_and_nothing_else() -> None:
    page = (ROOT / "docs" / "reference" / "error-codes.md").read_text(encoding="utf-8")
    explained = re.findall(r"^### `([a-z0-9-]+)`$", page, re.MULTILINE)
    assert explained == sorted(explained)
    assert set(explained) == {*validation.codes(ONTOLOGY), *store_codes(), *duplicates.CODES, "no-shapes"}


@pytest.mark.parametrize("rule", sorted({**validation.RULES, **validation.RULES_WITH_TEXTS}))
def test_a_rule_is_what_finds_its_fault(rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = next(fault for fault in FAULTS if fault.name == rule)
    lay(fault, tmp_path)
    for rules in (validation.RULES, validation.RULES_WITH_TEXTS):
        if rule in rules:
            monkeypatch.delitem(rules, rule)
    assert run(tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "texts", "warnings"),
    [
        (ROOT / "data", None, {"search-due", "signs-beside-own-organisation"}),
        (ROOT / "tests/fixtures/tiny", ROOT / "tests/fixtures/texts", set()),
    ],
    ids=["data", "tiny"],
)
def test_the_data_of_the_project_have_no_fault(data: Path, texts: Path | None, warnings: set[str]) -> None:
    found = run(data, texts)
    assert [str(finding) for finding in found if finding.severity == "error"] == []
    assert {finding.code for finding in found} <= warnings


def test_several_faults_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    for name in ("no-label.thing", "unnamed-but-complete"):
        lay(next(fault for fault in FAULTS if fault.name == name), tmp_path)
    source = tmp_path / "sources/fault.ttl"
    source.write_text(source.read_text().replace('pcg:title "A fault" ;', 'pcg:title "A fault" ; pcg:wire 5 ;'))
    found = run(tmp_path)
    assert [finding.code for finding in found] == ["no-label", "wrong-datatype", "unnamed-but-complete"]
    assert found == sorted(found)


LINES = {"id:acme pcg:sectr{} id:vik": "unknown-term", "id:acme pcg:place id:borealiss{}": "dangling-id"}


@pytest.mark.parametrize(("line", "code"), LINES.items(), ids=LINES.values())
def test_few_of_many_wrong_names_are_compared_with_every_known_one(
    line: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each comparison looks at every known name: thousands of them took a minute."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "sources/base.ttl"
    path.write_text(path.read_text() + "".join(line.format(number) + " .\n" for number in range(300)))
    asked: list[str] = []
    monkeypatch.setattr(naming, "nearest", lambda name, known: asked.append(name) or nearest(name, known))
    found = [finding for finding in run(tmp_path, None) if finding.code == code]
    assert len(found) == 300
    assert len(asked) == naming.SUGGESTED
    assert sum("did you mean" in finding.todo for finding in found) == naming.SUGGESTED


def test_without_texts_passages_are_not_proved(tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == "passage-checksum"), tmp_path)
    assert run(tmp_path, None) == []


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("signed-without-two-signatories", "warning"),
        ("no-text", "warning"),
        ("copied-wording_title", "warning"),
        ("copied-wording", "error"),
        ("no-step", "error"),
        ("above-ceiling", "warning"),
        ("below-floor", "error"),
        ("confusable-label", "warning"),
        ("empty-label", "warning"),
        ("hidden-character", "warning"),
        ("person-signs", "warning"),
        ("signs-beside-own-organisation", "warning"),
        ("represented-without-role", "error"),
    ],
)
def test_only_what_may_be_true_is_a_warning(name: str, severity: str, tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == name), tmp_path)
    assert [finding.severity for finding in run(tmp_path)] == [severity]


def judge(folder: Path, *verdicts: str) -> list[str]:
    """Add verdicts on identity to a folder, and check it; each is 'subject answer value' with short names."""
    names = ("id", "owl", "pcg", "verdict", "xsd")
    text = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in names)
    for number, (subject, answer, value) in enumerate(map(str.split, verdicts)):
        text += (
            f"\nverdict:same-{number} a pcg:Verdict ;\n    pcg:onSubject id:{subject} ;\n"
            f"    pcg:onProperty owl:sameAs ;\n    pcg:{answer} id:{value} ;\n"
            '    pcg:reason "So."@en ;\n    pcg:decided "2025-06-02"^^xsd:date .\n'
        )
    (folder / "judgements.ttl").write_text(text, encoding="utf-8")
    return [finding.code for finding in run(folder)]


@pytest.mark.parametrize(
    ("verdict", "codes"),
    [
        ("acme prefers borealis", []),
        ("borealis rejects acme", []),
        ("acme leavesOpen borealis", ["same-identifier"]),
        ("acme prefers gazette", ["same-identifier"]),
    ],
)
def test_one_wikidata_item_may_stand_twice_if_it_was_decided(verdict: str, codes: list[str], tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == "same-identifier"), tmp_path)
    assert judge(tmp_path, verdict) == codes


@pytest.mark.parametrize(("name", "codes"), [("altLabel", ["confusable-label"]), ("hiddenLabel", [])])
def test_other_names_may_look_alike_and_misspellings_are_not_names(name: str, codes: list[str], tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == "confusable-label"), tmp_path)
    path = tmp_path / "register/fault.ttl"
    text = path.read_text(encoding="utf-8").replace("rdfs:label", f'rdfs:label "Elsewhere"@en ; skos:{name}')
    path.write_text(f"@prefix skos: <{PREFIXES['skos']}> .\n" + text, encoding="utf-8")
    assert [finding.code for finding in run(tmp_path)] == codes


@pytest.mark.parametrize(
    ("verdict", "codes"),
    [
        ("acme-too prefers acme", []),
        ("acme-too rejects acme", []),
        ("acme-too leavesOpen acme", ["confusable-label"]),
        ("acme-too rejects borealis", ["confusable-label"]),
    ],
)
def test_two_may_look_alike_if_it_was_decided(verdict: str, codes: list[str], tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == "confusable-label"), tmp_path)
    assert judge(tmp_path, verdict) == codes


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("ACME", None), ("Acme ", None), ("Acmé", None), ("Акме", None), ("艾克米", None), ("Ac\u200cme Ī", None),
        ("Асме", None), ("Ac\tme", "hidden-character"), ("Ａcme", "confusable-label"), ("Aсmе", "confusable-label"),
        ("\u2066Acme", "hidden-character"), ("Ac\u200bme", "hidden-character"), ("\ufeff", "empty-label"),
    ],
)  # fmt: skip
def test_how_labels_look(label: str, code: str | None, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "register/things.ttl"
    path.write_text(path.read_text() + f'\nid:fjord a pcg:Company ;\n    rdfs:label "{label}"@en .\n')
    assert [finding.code for finding in run(tmp_path)] == ([code] if code else [])


@pytest.mark.parametrize("answer", ["prefers", "rejects", "leavesOpen"])
def test_a_verdict_on_identity_needs_no_source_that_says_so(answer: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    assert judge(tmp_path, f"acme {answer} borealis", f"gazette {answer} borealis") == []


def test_apart_by_way_of_third_ones_is_a_contradiction_too(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    found = judge(tmp_path, "acme prefers borealis", "gazette prefers borealis", "acme rejects gazette")
    assert found == ["same-circle"]


def test_what_a_verdict_rejects_closes_no_circle(tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == "covers-circle"), tmp_path)
    verdict = (BASE / "verdicts.ttl").read_text(encoding="utf-8")
    for old, new in (("id:acme", "id:pact"), ("pcg:headquarters", "pcg:ledTo"), ("id:vik", "id:talks")):
        verdict = verdict.replace(f" {old} ;", f" {new} ;")
    (tmp_path / "verdicts.ttl").write_text(verdict, encoding="utf-8")
    assert run(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pcg:status v:under-way ;", 'pcg:status v:under-way ;\n    pcg:date "2024-05" ;'),  # a day of its own
        ("v:under-way ;", "v:interest ;"),  # not beyond a plan
    ],
)
def test_one_passage_may_prove_two_steps(old: str, new: str, tmp_path: Path) -> None:
    path = lay(next(fault for fault in FAULTS if fault.name == "raised-without-passage"), tmp_path)
    text = path.read_text(encoding="utf-8").replace(old, new)
    path.write_text(text.replace("works.under-way", "works.interest") if "interest" in new else text, encoding="utf-8")
    assert run(tmp_path) == []


def test_a_pointer_may_prove_two_steps(tmp_path: Path) -> None:
    path = lay(next(fault for fault in FAULTS if fault.name == "raised-without-passage"), tmp_path)
    text = path.read_text(encoding="utf-8").partition("\n<https://w3id.org/pcgraph/source/fault#char=0,17> a")[0]
    text = text.replace("#char=0,17>", "#para=2>")
    passage = '\n<https://w3id.org/pcgraph/source/fault#para=2> a pcg:Passage ;\n    pcg:locator "para 2" .\n'
    path.write_text(text + passage, encoding="utf-8")
    assert run(tmp_path) == []


def test_an_end_that_may_lie_after_the_start_is_none_before_it(tmp_path: Path) -> None:
    path = lay(next(fault for fault in FAULTS if fault.name == "ends-before-start"), tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('pcg:ends "2024"', 'pcg:ends "2025"'), encoding="utf-8")
    assert run(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("id:charter.signed-2019", "id:charter.signed-2019", []),  # another day, the same status
        ("id:charter.signed-2019", "id:charter.signed-", ["step-form"]),
        ("id:charter.signed-2019", "id:charter.signed2019", ["step-form"]),
        ("id:charter.signed-2019", "id:pact.signed-2019", ["step-form"]),
    ],
)
def test_how_the_step_of_a_repeated_status_is_named(old: str, new: str, codes: list[str], tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "sources/rich.ttl"
    path.write_text(path.read_text().replace("id:charter.signed", old).replace(old, new), encoding="utf-8")
    assert [finding.code for finding in run(tmp_path)] == codes


def test_one_line_for_an_engagement_that_several_people_sign_in_several_sources(tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == "person-signs"), tmp_path)
    first = tmp_path / "sources/fault.ttl"
    beside = (INVALID / "signs-beside-own-organisation.ttl").read_text(encoding="utf-8")
    (tmp_path / "texts/other.txt").write_bytes((tmp_path / "texts/fault.txt").read_bytes())
    (tmp_path / "sources/other.ttl").write_text(beside.replace("src:fault", "src:other").replace("/fault#", "/other#"))
    found = run(tmp_path, tmp_path / "texts")
    assert [(finding.path.name, finding.code) for finding in found] == [("other.ttl", "signs-beside-own-organisation")]
    assert first.is_file()


def test_an_office_that_may_end_after_its_start_is_none_that_ends_before(tmp_path: Path) -> None:
    path = lay(next(fault for fault in FAULTS if fault.name == "ends-before-start_office"), tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"2024"', '"2025"'), encoding="utf-8")
    assert run(tmp_path) == []


def test_a_part_may_follow_from_its_whole(tmp_path: Path) -> None:
    path = lay(next(fault for fault in FAULTS if fault.name == "covers-circle_part"), tmp_path)
    text = path.read_text(encoding="utf-8").replace("pcg:partOf id:pact", "pcg:ledTo id:pact")
    path.write_text(text, encoding="utf-8")
    assert run(tmp_path) == []


def test_what_verdicts_call_one_thing_is_counted_once(tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == "above-ceiling"), tmp_path)  # two places, one expected
    assert judge(tmp_path, "vik prefers nordland") == []


def test_a_deleted_source_that_verdicts_cite_is_named(data: Path) -> None:
    (data / "sources" / "tide-2025.ttl").unlink()
    (data / "sources" / "courier-2025.ttl").unlink()
    found = {
        str(finding).split(":", 2)[2].split(";")[0] for finding in run(data) if finding.path.name == "verdicts.ttl"
    }
    assert found == {
        " verdict-on-nothing: src:courier-2025 is retracted but is not a source here",
        " dangling-id: verdict:pilotage-party names id:pilotage-accord.unnamed (pcg:onSubject), "
        "which has no type anywhere",
    }
    (data / "sources" / "digest.ttl").unlink()
    lines = [str(finding) for finding in run(data) if finding.path.name == "verdicts.ttl"]
    assert any("verdict-on-nothing: verdict:borealis-headquarters is on id:borealis pcg:head" in line for line in lines)


def test_a_scheme_that_is_a_text_stops_no_check(data: Path) -> None:
    place = data / "register" / "sectors.ttl"
    place.write_text(place.read_text().replace('skos:definition "Ports,', 'skos:inScheme "Ports,'), encoding="utf-8")
    assert 'skos:inScheme "Ports,' in place.read_text()
    assert run(data, None) == []


def test_a_text_that_is_not_utf8_is_not_at_hand(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "texts/base.txt").write_bytes(b"\xe9")
    assert [finding.code for finding in run(tmp_path, tmp_path / "texts")] == ["no-text"]


def test_no_data(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r": no-data: .*; expected .*; .+"):
        data_folder.read(tmp_path, ONTOLOGY)


def test_no_ontology(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r": no-ontology: .*; expected .*; .+"):
        data_folder.read(BASE, tmp_path)


def test_unreadable(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "sources/folder.ttl").mkdir()
    with pytest.raises(InvalidInput, match=r"folder\.ttl:1: unreadable: .*; expected .*; .+"):
        data_folder.read(tmp_path, ONTOLOGY)


@pytest.mark.parametrize("text", [None, "this is no Turtle"])
def test_no_shapes(text: str | None, tmp_path: Path) -> None:
    shutil.copytree(ONTOLOGY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "shapes.ttl").unlink()
    if text is not None:
        (tmp_path / "shapes.ttl").write_text(text)
    with pytest.raises(InvalidInput, match=r"shapes\.ttl:\d+: no-shapes: .*; expected .*; .+"):
        validation.run(data_folder.read(BASE, tmp_path))
