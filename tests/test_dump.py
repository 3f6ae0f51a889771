"""A data set as one file of quads is what the folder of the same data is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pcgraph
from helpers import ROOT, TINY
from helpers import pcgraph as run
from pcgraph import api, validation
from pcgraph.analysis.network import draw
from pcgraph.belief import materialise
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.export import report, writers
from pcgraph.model.namespaces import CURRENT, ONTOLOGY
from pcgraph.store import nquads, quad_file
from pcgraph.store.files import home

PCG, SRC, ID = "https://w3id.org/pcgraph/ontology#", "https://w3id.org/pcgraph/source/", "https://w3id.org/pcgraph/id/"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the tiny data as they are exported, with what a retracted source says too: it is in the folder."""
    path = tmp_path_factory.mktemp("dump") / "all.nq"
    inputs = materialise.read(TINY, home("ontology"))
    path.write_bytes(b"".join(nquads.text(inputs.columns)))
    return path


def load(path: Path, **scope: object) -> api.KnowledgeGraph:
    return pcgraph.load(path, build=None, **scope)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.parametrize("scope", [{}, {"as_of": "2025-06-30"}, {"without": ["tide-2025"]}], ids=str)
def test_the_same_as_the_folder(exported: Path, scope: dict[str, object]) -> None:
    one, other = load(exported, **scope), load(TINY, **scope)
    assert one.left_out == other.left_out
    for name in other.tables.names():
        assert one.tables[name].equals(other.tables[name]), name
    assert set(one.store) == set(other.store)
    assert one.history.relations.equals(other.history.relations)
    assert one.reported.cards == other.reported.cards


def test_an_export_can_be_loaded(tiny: api.KnowledgeGraph, tmp_path: Path) -> None:
    for name in ("all.nq", "all.trig"):
        writers.export(tiny.raw, tiny.tables, draw(tiny), tmp_path / name)
        assert set(load(tmp_path / name).store) == set(tiny.store)


def test_current_is_never_taken_from_the_file(exported: Path, tmp_path: Path) -> None:
    lie = f"<{ID}acme> <{PCG}signsWith> <{ID}nobody> <{CURRENT}> .\n"
    (tmp_path / "a.nq").write_text(exported.read_text() + lie)
    assert set(load(tmp_path / "a.nq").store) == set(load(exported).store)


def test_without_an_ontology_the_shipped_one_holds(exported: Path, tmp_path: Path) -> None:
    lines = [line for line in exported.read_text().splitlines(True) if f"<{ONTOLOGY}> .\n" not in line]
    (tmp_path / "a.nq").write_text("".join(lines))
    assert load(tmp_path / "a.nq").tables.relations.equals(load(exported).tables.relations)
    assert (
        quad_file.read(tmp_path / "a.nq", home("ontology")).frame.height
        == quad_file.read(exported, home("ontology")).frame.height
    )


SOURCE = f"<{SRC}a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{PCG}Source> <{SRC}a> .\n"
FAULTS = {
    "unknown-graph": SOURCE + f"<{ID}a> <{PCG}sector> <{ID}b> <http://x/g> .\n",
    "blank-node": SOURCE + f"_:a <{PCG}sector> <{ID}b> <{SRC}a> .\n",
    "no-source": SOURCE + f"<{ID}a> <{PCG}sector> <{ID}b> <{SRC}b> .\n",
    "file-name-slug": SOURCE + SOURCE.replace("source/a>", "source/b>", 1),
    "no-data": f"<{ID}a> <{PCG}sector> <{ID}b> <https://w3id.org/pcgraph/graph/register> .\n",
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_is_one_line(code: str, tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text(FAULTS[code])
    with pytest.raises(InvalidInput) as found:
        load(tmp_path / "a.nq")
    assert [re.search(r"a\.nq: ([a-z-]+): [^;]+; expected [^;]+; \S", line)[1] for line in found.value.faults] == [code]  # type: ignore[index]


def test_the_codes_are_explained() -> None:
    text = (ROOT / "docs" / "reference" / "error-codes.md").read_text(encoding="utf-8")
    section = text.partition("## Files of quads")[2].partition("\n## ")[0]
    explained = re.findall(r"^\| `([a-z0-9-]+)` \|", section, re.MULTILINE)
    sources = "".join(
        (ROOT / "src/pcgraph" / name).read_text()
        for name in ("store/quad_file.py", "store/nquads.py", "validation/rules/quad_files.py")
    )
    raised = {*re.findall(r": ([a-z0-9]+(?:-[a-z0-9]+)+): ", sources)} - {"turtle-syntax"}  # of data
    assert explained == sorted({*raised, *FAULTS, "dangling-id",
                                "hand-written-derived", "unreadable", "not-rdf11", "bad-rank", "source-form",
                                "bad-duration", "wrong-concept", *(code for code, _ in UNUSABLE.values())})  # fmt: skip


def test_a_bad_date_says_where(exported: Path, tmp_path: Path) -> None:
    line = f'<{SRC}tide-2025> <{PCG}date> "2025-13" <{SRC}tide-2025> .\n'
    text = re.sub(rf"<{SRC}tide-2025> <{PCG}date> .*\n", line, exported.read_text())
    (tmp_path / "a.nq").write_text(text)
    with pytest.raises(InvalidInput, match=r"a\.nq: src:tide-2025: bad-edtf: '2025-13'"):
        load(tmp_path / "a.nq")


def test_a_date_with_semicolons_is_shown_whole(exported: Path, tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text(exported.read_text() + f'{TALKS} <{PCG}expected> "a; b; c" {TIDE} .\n')
    with pytest.raises(InvalidInput, match="has pcg:expected 'a; b; c' is not an EDTF date; expected 2025, "):
        load(tmp_path / "a.nq")


def test_an_unknown_source_is_a_usage_error(exported: Path) -> None:
    with pytest.raises(UsageError, match="did you mean tide-2025"):
        load(exported, only=["tide-202"])


def test_check_finds_what_columns_show(exported: Path, tmp_path: Path) -> None:
    inputs = quad_file.read(exported, home("ontology"))
    assert validation.run(inputs) == []
    said = f"<{ID}acme> <{PCG}signsWith> <{ID}borealis> <{SRC}tide-2025> .\n"
    said += f"<{ID}crane-talks> <{PCG}discussant> <{ID}never-heard-of> <{SRC}tide-2025> .\n"
    (tmp_path / "a.nq").write_text(exported.read_text() + said)
    found = [str(finding) for finding in validation.run(quad_file.read(tmp_path / "a.nq", home("ontology")))]
    assert [re.sub(r".*a\.nq: ", "", line).split(": ")[0] for line in found] == ["dangling-id", "hand-written-derived"]
    assert all("src:tide-2025" in line for line in found)


@pytest.mark.parametrize("text", ['"javascript:alert(1)"', '"file:///x"', '"https://a.example/b c"', '"text"@en'])
def test_check_refuses_an_address_that_is_no_web_address(text: str, exported: Path, tmp_path: Path) -> None:
    kind = "" if "@" in text else "^^<http://www.w3.org/2001/XMLSchema#anyURI>"
    said = f"<{SRC}tide-2025> <{PCG}archivedAs> {text}{kind} <{SRC}tide-2025> .\n"
    (tmp_path / "a.nq").write_text(exported.read_text() + said)
    [found] = validation.run(quad_file.read(tmp_path / "a.nq", home("ontology")))
    assert (found.code, "src:tide-2025 has pcg:archivedAs" in str(found)) == ("source-form", True)


@pytest.mark.slow
def test_the_command_line_takes_it(exported: Path, tmp_path: Path) -> None:
    asked = ("query", "who-signed-with", "--param", "party=acme", "-f", "tsv", "--data")
    assert run(*asked, str(exported)).stdout == run(*asked, str(TINY)).stdout
    checked = run("check", "--data", str(exported))
    assert checked.returncode == 0
    assert "a file of quads" in checked.stderr
    built = run("build", "--data", str(exported), "-o", str(tmp_path / "build"))
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "build" / "map.html").is_file()


VERDICTS = "https://w3id.org/pcgraph/graph/verdicts"
SAME = "http://www.w3.org/2002/07/owl#sameAs"
TIDE, TALKS = f"<{SRC}tide-2025>", f"<{ID}crane-talks>"
UNUSABLE = {
    "a text as a party": ("wrong-class", f'{TALKS} <{PCG}discussant> "x" {TIDE} .'),
    "a text as a step": ("wrong-class", f'{TALKS} <{PCG}step> "x" {TIDE} .'),
    "a text as a status": ("wrong-class", f'<{ID}crane-contract.signed> <{PCG}status> "x" {TIDE} .'),
    "a word as a count": ("wrong-datatype", f'<{ID}vik-forum> <{PCG}claimedCount> "many" {TIDE} .'),
    "an IRI as a count": ("wrong-datatype", f"<{ID}vik-forum> <{PCG}claimedCount> <{ID}acme> {TIDE} ."),
    "a word as an offset": ("wrong-datatype", f'<{SRC}tide-2025#char=0,5> <{PCG}start> "x" {TIDE} .'),
    "a date that is none": ("bad-edtf", f'{TALKS} <{PCG}expected> "2025-13" {TIDE} .'),
    "a text that is preferred": (
        "wrong-class",
        f"<{ID}v> <{PCG}onSubject> <{ID}acme> <{VERDICTS}> .\n<{ID}v> <{PCG}onProperty> <{SAME}> <{VERDICTS}> .\n"
        f'<{ID}v> <{PCG}prefers> "x" <{VERDICTS}> .',
    ),
}


@pytest.mark.parametrize(("code", "lines"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_believed_is_refused_and_found(code: str, lines: str, exported: Path, tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text(exported.read_text() + lines + "\n")
    with pytest.raises(InvalidInput, match=rf"a\.nq: .*: {code}: [^;]*; expected [^;]*; \S") as found:
        load(tmp_path / "a.nq")
    assert len(found.value.faults) == 1
    assert [each.code for each in validation.run(quad_file.read(tmp_path / "a.nq", home("ontology")))] == [code]


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        f"<{ID}acme> <http://www.w3.org/2000/01/rdf-schema#label> <{ID}x> <https://w3id.org/pcgraph/graph/register> .",
        f'{TALKS} <{PCG}statedIn> "x" {TIDE} .',
        f'{TALKS} <{PCG}quantity> "x"^^<http://www.w3.org/2001/XMLSchema#integer> {TIDE} .',
        f'{TALKS} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "x" {TIDE} .',
    ],
)
def test_what_means_nothing_does_no_harm(line: str, exported: Path, tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text(exported.read_text() + line + "\n")
    kg = load(tmp_path / "a.nq")
    assert kg.show("crane-talks")["evidence"]
    assert "<html" in kg.map().html
    assert report.facts(kg, [], 0)["engagements"] == load(exported).tables.engagements.height


def test_a_status_that_the_ontology_does_not_have(exported: Path, tmp_path: Path) -> None:
    line = f"<{ID}crane-contract.signed> <{PCG}status> <https://w3id.org/pcgraph/vocab/sgned> {TIDE} .\n"
    (tmp_path / "a.nq").write_text(exported.read_text() + line)
    (found,) = validation.run(quad_file.read(tmp_path / "a.nq", home("ontology")))
    assert "wrong-concept: src:tide-2025: id:crane-contract.signed has the status v:sgned (1 such)" in str(found)


def test_a_rank_that_is_none_is_refused(exported: Path, tmp_path: Path) -> None:
    text = re.sub(rf'(<{PCG}rank>) "[0-9]+"', r'\1 "first"', exported.read_text(), count=1)
    (tmp_path / "a.nq").write_text(text)
    for use in (load, lambda path: validation.run(quad_file.read(path, home("ontology")))):
        with pytest.raises(InvalidInput, match="bad-rank: its pcg:rank is 'first'; expected a whole number; "):
            use(tmp_path / "a.nq")


def test_a_text_as_a_class_is_found_in_a_folder(data: Path) -> None:
    path = data / "judgements.ttl"
    path.write_text(path.read_text().replace("a pcg:Verdict", 'a " lead"', 1))
    assert {each.code for each in validation.run(materialise.read(data, home("ontology")))} == {"dangling-id"}
