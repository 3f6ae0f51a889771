"""One changed file is checked as the whole project is."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from curating import project
from faults import BASE, INVALID, ONTOLOGY, TEXTS, Fault, faults, lay
from helpers import everyday
from pcgraph import validation
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake.curation import check
from pcgraph.intake.curation.check import Checker
from pcgraph.store import data_folder, files
from pcgraph.store.data_folder import File, Inputs
from pcgraph.store.files import PACKAGE
from pcgraph.validation.index import Lookup
from pcgraph.validation.rules import naming

pytestmark = pytest.mark.slow

NO_TEXT_OF_DATA = ("not-utf8", "wrong-suffix")  # neither can be the new text of a file of the data
FAULTS = [fault for fault in faults() if fault.name not in NO_TEXT_OF_DATA]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "base"))


def checker(data: Path, texts: Path | None = None) -> Checker:
    return Checker(data_folder.read(data, ONTOLOGY), texts)


def first(ready: Checker) -> File:
    return ready.inputs.by_role("source")[0]


@pytest.fixture(scope="module")
def ready_base() -> Checker:
    return checker(BASE, TEXTS)


@pytest.mark.parametrize("fault", everyday(FAULTS, FAULTS[::6].__contains__), ids=lambda fault: fault.name)
def test_a_fault_is_found_as_by_the_whole_check(fault: Fault, ready_base: Checker, tmp_path: Path) -> None:
    text = (INVALID / f"{fault.name}.ttl").read_bytes().decode("utf-8")
    try:
        found = [str(each) for each in ready_base.findings(BASE / fault.path, text)]
    except InvalidInput as error:
        found = list(error.faults)
    path = lay(fault, tmp_path)
    try:
        whole = [str(each) for each in run_in(tmp_path, ready_base.inputs) if each.path == path]
    except InvalidInput as error:
        whole = list(error.faults)
    assert found == [line.replace(files.shown(tmp_path), files.shown(BASE)) for line in whole]
    assert len(found) == 1


def run_in(data: Path, base: Inputs) -> list[validation.Finding]:
    """Check a data folder; its ontology, which is that of the base, is not read again."""
    nothing = data / "no-ontology"
    nothing.mkdir()
    shutil.copyfile(base.ontology / "pcgraph.ttl", nothing / "pcgraph.ttl")
    read = data_folder.read(data, nothing)
    both = [*base.by_role("ontology"), *(file for file in read.files if file.role != "ontology")]
    return validation.run(replace(read, ontology=base.ontology, files=tuple(both)), TEXTS)


CHANGES = [
    ("v:press ;", "v:presss ;"),
    ('pcg:date "20', 'pcg:date "2x'),
    ("pcg:step id:", "pcg:precedes id:"),
    ("pcg:statedIn", "pcg:uses"),
    (" a pcg:Agreement", " a pcg:Event"),
    (" a pcg:Project", " a pcg:Loan"),
    ("pcg:sector sector:", "pcg:place sector:"),
    ("id:", "id:x-"),
    (" a pcg:Step", " a pcg:Step , pcg:Agreement"),
    ("pcg:title", "pcg:signatory id:nobody ; pcg:currency 7 ; pcg:title"),
]


def broken(inputs: Inputs, every: int) -> Inputs:
    """Return inputs in which every n-th source has a fault, each time another."""
    files, changes = list(inputs.files), cycle(CHANGES)
    for at in [at for at, file in enumerate(files) if file.role == "source"][::every]:
        text = next(changed for old, new in changes if (changed := files[at].text.replace(old, new)) != files[at].text)
        try:
            files[at] = data_folder.parse(files[at].path, "source", inputs.names, text.encode())
        except InvalidInput:  # no file of a source any more
            continue
    return replace(inputs, files=tuple(files))


def test_a_new_type_of_a_thing_is_seen_by_the_files_that_name_it() -> None:
    ready = Lookup(project("tiny")[0])
    source = next(file for file in ready.inputs.by_role("source") if "id:acme" in file.text)
    before = ready.around(source)
    agents = next(file for file in ready.inputs.by_role("register") if "id:acme a pcg:Company" in file.text)
    text = agents.text.replace("id:acme a pcg:Company", "id:acme a pcg:University")
    after = ready.with_files([data_folder.parse(agents.path, "register", ready.inputs.names, text.encode())])
    assert after.around(source) == Lookup(after.inputs).around(source) != before


@pytest.mark.parametrize(("name", "every"), [("tiny", 1), pytest.param("data", 60, marks=pytest.mark.exhaustive)])
def test_the_sources_are_checked_as_by_the_whole_check(name: str, every: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "SUGGESTED", 0)  # suggestions are for the first wrong names only
    before = project(name)[0]
    inputs = broken(before, every)
    whole, ready = validation.run(inputs), Checker(inputs)
    changed = [new for old, new in zip(before.files, inputs.files, strict=True) if old is not new]
    seen = set[str]()
    for file in changed + [file for file in inputs.by_role("source") if file not in changed][:3]:
        found = ready.findings(file.path, file.text)
        assert found == [each for each in whole if each.path == file.path]
        seen.update(each.code for each in found)
    assert len(seen) > 5


OTHER = """@prefix id: <https://w3id.org/pcgraph/id/> . @prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> . @prefix v: <https://w3id.org/pcgraph/vocab/> .
src:other a pcg:Source ; pcg:publisher id:gazette ; pcg:title "More" ; pcg:date "2024-07" ; pcg:tier v:press ;
    pcg:firstSeen "2025-06-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
    pcg:address "https://gazette.example/b"^^<http://www.w3.org/2001/XMLSchema#anyURI> .
id:talks a pcg:Talks ; pcg:during id:week ; pcg:statedIn <https://w3id.org/pcgraph/source/other#para=1> .
<https://w3id.org/pcgraph/source/other#para=1> a pcg:Passage ; pcg:locator "para 1" .
"""


@pytest.mark.parametrize(("old", "new"), [("id:week", "id:fair"), ("id:week a pcg:Event", "id:week a pcg:Loan")])
def test_an_error_that_a_change_causes_in_another_file_is_new(old: str, new: str, base: Path) -> None:
    other = base / "sources" / "other.ttl"
    assert checker(base).new_errors({other: OTHER}) == []
    other.write_text(OTHER)
    ready = checker(base)
    file = first(ready)
    assert ready.new_errors({file.path: file.text}) == []
    found = ready.new_errors({file.path: file.text.replace(old, new)})
    assert other in {each.path for each in found}, found
    assert {each.path for each in ready.findings(file.path, file.text.replace(old, new))} <= {file.path}


def test_what_was_wrong_before_is_not_new(base: Path) -> None:
    file = first(checker(base))
    wrong = file.text.replace("pcg:title", "pcg:titel")
    assert wrong != file.text
    assert "unknown-term" in [each.code for each in checker(base).new_errors({file.path: wrong})]
    file.path.write_text(wrong)
    ready = checker(base)
    assert ready.new_errors({file.path: "\n\n# lines move\n" + wrong}) == []
    assert "unknown-term" in [each.code for each in ready.findings(file.path, wrong)]
    again = ready.new_errors({file.path: wrong.replace("pcg:publisher", "pcg:publishr")})
    assert "unknown-term" in [each.code for each in again]


def test_the_checker_sees_what_others_write(base: Path) -> None:
    ready = checker(base)
    file = first(ready)
    ready.refresh()
    assert ready.file(file.path) is file
    file.path.write_text(file.text + "# more\n")
    (base / "register" / "more.ttl").write_text(
        '<https://w3id.org/pcgraph/id/new> <http://www.w3.org/2000/01/rdf-schema#label> "New"@en .'
    )
    ready.refresh()
    found = ready.file(file.path)
    assert found is not None
    assert found.text.endswith("# more\n")
    assert ready.file(base / "register" / "more.ttl") is not None
    (base / "register" / "more.ttl").unlink()
    ready.refresh()
    assert ready.file(base / "register" / "more.ttl") is None
    assert ready.findings(file.path, file.text) == []


def test_a_damaged_file_of_others_is_an_error_and_changes_nothing(base: Path) -> None:
    ready = checker(base)
    file = first(ready)
    file.path.write_text("id:x")
    with pytest.raises(InvalidInput, match="turtle-syntax"):
        ready.refresh()
    assert ready.file(file.path) is file
    with pytest.raises(InvalidInput, match="turtle-syntax"):
        ready.refresh()
    file.path.write_text(file.text)
    os.utime(file.path, ns=(1, 1))
    ready.refresh()


@pytest.mark.parametrize("name", ["notes.ttl", "sources/a.txt", "../a.ttl", "sources/../../a.ttl"])
def test_only_files_of_the_data_are_checked(name: str, base: Path) -> None:
    with pytest.raises(UsageError, match="is no file of the data; expected"):
        checker(base).findings(base / name, "")


def test_findings_without_a_checker(base: Path) -> None:
    inputs = data_folder.read(base, ONTOLOGY)
    file = inputs.by_role("source")[0]
    assert check.findings(inputs, file.path, file.text, TEXTS) == []


def test_what_was_found_is_kept_until_something_changes(tmp_path: Path) -> None:
    """Errors of one file do not make a later change of another look wrong, and a text is read anew."""
    data = tmp_path / "data"
    shutil.copytree(PACKAGE / "testing_data", data)
    (tmp_path / "texts").mkdir()
    office, post = (data / "sources" / f"{slug}.ttl" for slug in ("office-2024", "post-2024"))
    office.write_text(office.read_text().replace("pcg:title", "pcg:titel"))
    checker = Checker(data_folder.read(data, files.home("ontology")), tmp_path / "texts")
    broken = ["source-form", "unknown-term"]
    changed = post.read_text() + "# read again\n"
    assert [finding.code for finding in checker.findings(office, office.read_text(), {post: changed})] == broken
    assert checker.new_errors({post: changed}) == []
    assert [finding.code for finding in checker.findings(office, office.read_text())] == broken
    cited = "\n<https://w3id.org/pcgraph/source/post-2024#char=0,4> a pcg:Passage ; pcg:start 0 ; pcg:end 4 ;\n"
    said = f'{post.read_text()}{cited}    pcg:sha256 "{hashlib.sha256(b"Lamp").hexdigest()}" .\n'
    (tmp_path / "texts" / "post-2024.txt").write_text("Lamp")
    before = [finding.code for finding in checker.findings(post, said)]
    (tmp_path / "texts" / "post-2024.txt").write_text("Quay, and more")
    after = [finding.code for finding in checker.findings(post, said)]
    assert "passage-reworded" not in before
    assert after != before
