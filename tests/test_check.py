"""Every rule finds the one fault of its file, where it is, and nothing in data without faults."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from faults import BASE, INVALID, ONTOLOGY, TEXTS, Fault, faults, lay
from pcgraph import check, paths, store
from pcgraph.check import Finding
from pcgraph.errors import InvalidInput

ROOT = ONTOLOGY.parent
FAULTS = faults()
# Codes that no file can cause; each has a test of its own below.
FOLDERS = {"no-data", "no-ontology", "no-shapes", "unreadable"}


def run(data: Path, texts: Path | None = TEXTS) -> list[Finding]:
    return check.run(store.read(data, ONTOLOGY), texts)


def store_codes() -> set[str]:
    """Codes of the lines that reading raises, as written in the source text of the module."""
    return set(
        re.findall(r":(?:1|\{line\}|\{[^}]*or 1\})?:? ([a-z]+(?:-[a-z0-9]+)*): ", Path(store.__file__).read_text())
    )


def test_the_base_has_no_fault() -> None:
    assert run(BASE) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_once_where_it_is(fault: Fault, tmp_path: Path) -> None:
    path = lay(fault, tmp_path)
    try:
        lines = [str(finding) for finding in run(tmp_path)]
    except InvalidInput as error:
        lines = list(error.faults)
    assert len(lines) == 1, lines
    assert re.match(rf"{re.escape(paths.shown(path))}:{fault.line}(:\d+)?: {fault.code}: ", lines[0]), lines[0]
    assert fault.fragment in lines[0]
    assert re.search(r": [^;]+; expected [^;]+; \S", lines[0]), "not 'what; expected; do this'"
    assert "\n" not in lines[0]


def test_every_rule_has_a_fault_file() -> None:
    codes = {fault.code for fault in FAULTS} | FOLDERS
    assert codes == {*check.codes(ONTOLOGY), *store_codes(), "no-shapes"}


def test_every_fault_file_is_expected_and_the_other_way_round() -> None:
    assert {path.stem for path in INVALID.glob("*.ttl")} == {fault.name for fault in FAULTS}


def test_every_code_is_explained_and_nothing_else() -> None:
    readme = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    explained = re.findall(r"^### `([a-z0-9-]+)`$", readme.partition("## Error codes")[2], re.MULTILINE)
    assert explained == sorted(explained)
    assert set(explained) == {*check.codes(ONTOLOGY), *store_codes(), "no-shapes"}


@pytest.mark.parametrize("rule", sorted({**check.RULES, **check.RULES_WITH_TEXTS}))
def test_a_rule_is_what_finds_its_fault(rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = next(fault for fault in FAULTS if fault.name == rule)
    lay(fault, tmp_path)
    for rules in (check.RULES, check.RULES_WITH_TEXTS):
        if rule in rules:
            monkeypatch.delitem(rules, rule)
    assert run(tmp_path) == []


@pytest.mark.parametrize(
    ("data", "texts"),
    [(ROOT / "data", None), (ROOT / "tests/fixtures/tiny", ROOT / "tests/fixtures/texts")],
    ids=["data", "tiny"],
)
def test_the_data_of_the_project_have_no_fault(data: Path, texts: Path | None) -> None:
    assert [str(finding) for finding in run(data, texts)] == []


def test_several_faults_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    for name in ("no-label.thing", "unnamed-but-complete"):
        lay(next(fault for fault in FAULTS if fault.name == name), tmp_path)
    source = tmp_path / "sources/fault.ttl"
    source.write_text(source.read_text().replace('pcg:title "A fault" ;', 'pcg:title "A fault" ; pcg:wire 5 ;'))
    found = run(tmp_path)
    assert [finding.code for finding in found] == ["no-label", "wrong-datatype", "unnamed-but-complete"]
    assert found == sorted(found)


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
    ],
)
def test_only_what_may_be_true_is_a_warning(name: str, severity: str, tmp_path: Path) -> None:
    lay(next(fault for fault in FAULTS if fault.name == name), tmp_path)
    assert [finding.severity for finding in run(tmp_path)] == [severity]


def test_a_text_that_is_not_utf8_is_not_at_hand(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "texts/base.txt").write_bytes(b"\xe9")
    assert [finding.code for finding in run(tmp_path, tmp_path / "texts")] == ["no-text"]


def test_no_data(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r": no-data: .*; expected .*; .+"):
        store.read(tmp_path, ONTOLOGY)


def test_no_ontology(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r": no-ontology: .*; expected .*; .+"):
        store.read(BASE, tmp_path)


def test_unreadable(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "sources/folder.ttl").mkdir()
    with pytest.raises(InvalidInput, match=r"folder\.ttl:1: unreadable: .*; expected .*; .+"):
        store.read(tmp_path, ONTOLOGY)


@pytest.mark.parametrize("text", [None, "this is no Turtle"])
def test_no_shapes(text: str | None, tmp_path: Path) -> None:
    shutil.copytree(ONTOLOGY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "shapes.ttl").unlink()
    if text is not None:
        (tmp_path / "shapes.ttl").write_text(text)
    with pytest.raises(InvalidInput, match=r"shapes\.ttl:\d+: no-shapes: .*; expected .*; .+"):
        check.run(store.read(BASE, tmp_path))
