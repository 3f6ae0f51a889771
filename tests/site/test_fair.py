"""`pcgraph fair`: each field that is taken out of a site turns exactly those tests of F-UJI that ask for it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

from helpers import changed, pcgraph
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.web.site import fair, publish
from sites import ADDRESS

pytestmark = pytest.mark.slow
READ = ("index.html", "dataset.jsonld", "datacite.json", "void.ttl", "manifest.json")  # what the program reads
NAMES = fair.document()["names"]
EMBEDDED = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.DOTALL)
CITATION, SUMMARY = "FsF-F2-01M-2", "FsF-F2-01M-3"
IDENTIFIED = {"FsF-F1-01MD-1", "FsF-F1-02MD-1", "FsF-F1-02MD-2", "FsF-F1-02MD-4", "FsF-F1-02MD-5", "FsF-A1-02MD-1",
              "FsF-A1.1-01MD-1", "FsF-A1.2-01MD-1", "FsF-A2-01M-1"}  # fmt: skip
FILES = {"FsF-F1-01MD-2", "FsF-F1-02MD-4", "FsF-F1-02MD-5", "FsF-F3-01M-2", "FsF-A1-02MD-2", "FsF-A1.1-01MD-2",
         "FsF-A1.2-01MD-2", "FsF-R1-01M-2", "FsF-R1-01MD-3", "FsF-R1.3-02D-1"}  # fmt: skip
FIELDS = {  # field → the tests that ask for it
    "title": {CITATION, SUMMARY},
    "summary": {SUMMARY},
    "creator": {CITATION, SUMMARY},
    "publisher": {CITATION, SUMMARY},
    "publication_date": {CITATION, SUMMARY},
    "object_type": {CITATION, SUMMARY, "FsF-R1-01M-1", "FsF-F2-01M-1a", "FsF-F4-01M-1", "FsF-I1-01M-1"},
    "identifier": {CITATION, SUMMARY, *IDENTIFIED},
    "keywords": {SUMMARY},
    "license": {"FsF-R1.1-01M-1", "FsF-R1.1-01M-2"},
    "access_level": {"FsF-A1-01M-1"},
    "measured_variable": {"FsF-R1-01M-3"},
    "related": {"FsF-I3-01M-1", "FsF-I3-01M-2"},
    "provenance": {"FsF-R1.2-01M-2"},
    "content": FILES,
}


@pytest.fixture(scope="module")
def site(tiny: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a project that says everything."""
    out = tmp_path_factory.mktemp("fair") / "out"
    licence = "https://creativecommons.org/licenses/by/4.0/"
    project = replace(tiny.project, licence=licence, creators=("Lamp Archive",), keywords=("lamps",), version="1.0")
    publish(changed(tiny, project=project), out, ADDRESS)
    return out


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """Return a copy in which the files that the program reads can be changed."""
    for name in READ:
        (tmp_path / name).write_bytes((site / name).read_bytes())
    (tmp_path / "data").symlink_to(site / "data")
    return tmp_path


def states(folder: Path) -> dict[str, str]:
    return {test.test: test.state for metric in fair.assess(folder) for test in metric.tests}


def without(folder: Path, field: str) -> None:
    """Take a field out of every form of the description; see the names that `fair` looks for."""

    def fewer(said: dict[str, object]) -> str:
        form = "datacite" if "schemaVersion" in said else "schema.org"
        if form == "datacite" and field in ("license", "access_level"):  # both are rights
            keep = fair.OPEN_ACCESS if field == "license" else ""
            rights = said["rightsList"]
            assert isinstance(rights, list)
            said["rightsList"] = [each for each in rights if (each["rightsUri"] == fair.OPEN_ACCESS) == bool(keep)]
        else:
            said.pop(NAMES[form].get(field, ""), None)
        return json.dumps(said)

    page = folder / "index.html"
    page.write_text(EMBEDDED.sub(lambda found: found[1] + fewer(json.loads(found[2])) + found[3], page.read_text()))
    for name in ("dataset.jsonld", "datacite.json"):
        (folder / name).write_text(fewer(json.loads((folder / name).read_text())))
    graph = rdflib.Graph().parse(folder / "void.ttl")
    if field in NAMES["dcat"]:
        graph.remove((None, fair._term(NAMES["dcat"][field]), None))
    graph.serialize(folder / "void.ttl", format="turtle")


def test_a_whole_site_meets_all_but_what_only_the_web_shows(site: Path) -> None:
    metrics = {each.metric: each.state for each in fair.assess(site)}
    assert {name for name, state in metrics.items() if state != fair.MET} == {
        "FsF-F1-02MD", "FsF-A1-02MD", "FsF-A2-01M"
    }  # fmt: skip
    assert {metrics[name] for name in ("FsF-F1-02MD", "FsF-A1-02MD", "FsF-A2-01M")} == {fair.WEB}
    assert [name for name, state in states(site).items() if state == fair.NOT_MET] == ["FsF-R1.3-01M-1"]
    asked = {
        name
        for each in fair.document()["metrics"]
        for test in each["tests"]
        for name in test.get("fields", test.get("any"))
    }
    assert asked - {*fair.read(site)} == {"discipline"}, "a field that nothing can ever have"


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_that_is_taken_out_turns_its_tests(field: str, copy: Path) -> None:
    before = states(copy)
    without(copy, field)
    after = states(copy)
    assert {name for name in before if before[name] != after[name]} == FIELDS[field]
    assert {after[name] for name in FIELDS[field]} == {fair.NOT_MET}


def _link(rel: str) -> Callable[[Path], None]:
    def cut(folder: Path) -> None:
        page = folder / "index.html"
        page.write_text(re.sub(rf'<link rel="{rel}".*?>\n', "", page.read_text()))

    return cut


def _rewrite(name: str, old: str, new: str) -> Callable[[Path], None]:
    def rewrite(folder: Path) -> None:
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new))

    return rewrite


def _missing_file(folder: Path) -> None:
    (folder / "data").unlink()
    (folder / "data").mkdir()


def _nothing_embedded(folder: Path) -> None:
    page = folder / "index.html"
    page.write_text(EMBEDDED.sub("", page.read_text()))


FAULTS: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "no JSON-LD in the page": (_nothing_embedded, {"FsF-F2-01M-1a", "FsF-F4-01M-1", "FsF-I1-01M-1"}),
    "no cite-as": (_link("cite-as"), {"FsF-F2-01M-1d"}),
    "no item": (_link("item"), {"FsF-F2-01M-1d"}),
    "no linkset": (_link("linkset"), {"FsF-F2-01M-1d"}),
    "files are not there": (_missing_file, {"FsF-A1-02MD-2", "FsF-R1-01MD-3"}),
    "a licence of one's own": (
        lambda folder: [_rewrite(name, "https://creativecommons.org/licenses/by/4.0/", "https://example.org/terms")(folder)
                        for name in READ[:4]] and None,
        {"FsF-R1.1-01M-2"},
    ),
    "a base that nobody registers": (
        lambda folder: [_rewrite(name, "https://w3id.org/pcgraph/", "https://example.org/graph/")(folder)
                        for name in READ[:4]] and None,
        {"FsF-F1-02MD-1", "FsF-F1-02MD-2", "FsF-F1-02MD-4", "FsF-F1-02MD-5", "FsF-A2-01M-1"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_turns_its_tests(fault: str, copy: Path) -> None:
    make, expected = FAULTS[fault]
    before = states(copy)
    make(copy)
    after = states(copy)
    assert {name for name in before if before[name] != after[name]} == expected


def test_without_links_nothing_but_the_page_is_read(copy: Path) -> None:
    _link("describedby")(copy)
    after = states(copy)
    for name in ("FsF-F2-01M-1c", "FsF-F2-01M-1d", "FsF-I1-01M-2", "FsF-I2-01M-2", "FsF-R1.3-01M-3"):
        assert after[name] == fair.NOT_MET, name
    assert after[CITATION] == fair.MET  # the page has that itself


def test_what_is_no_site_is_refused(copy: Path) -> None:
    (copy / "void.ttl").write_text("<broken")
    with pytest.raises(InvalidInput, match=r"void\.ttl: not Turtle; expected that of"):
        fair.assess(copy)
    (copy / "dataset.jsonld").unlink()
    with pytest.raises(InvalidInput, match=r"dataset\.jsonld: .*; expected a file of"):
        fair.assess(copy)
    (copy / "index.html").write_text('<script type="application/ld+json">[]</script>')
    with pytest.raises(InvalidInput, match=r"index\.html: not JSON"):
        fair.assess(copy)
    (copy / "manifest.json").unlink()
    with pytest.raises(UsageError, match="not a site; expected a folder"):
        fair.assess(copy)


def test_the_command_says_what_to_do_and_exits_as_checks_do(site: Path, copy: Path) -> None:
    done = pcgraph("fair", str(site))
    assert (done.returncode, "score" in done.stdout) == (0, False)
    without(copy, "license")
    done = pcgraph("fair", str(copy))
    assert done.returncode == 1
    assert "FsF-R1.1-01M: not met: The descriptions name the licence\n" in done.stdout
    assert "  FsF-R1.1-01M-1: not met: a field names the licence; set licence in pcgraph.toml\n" in done.stdout
    found = json.loads(pcgraph("fair", str(copy), "--json").stdout)
    assert [each["metric"] for each in found if each["state"] == fair.NOT_MET] == ["FsF-R1.1-01M"]
    assert found[0]["tests"][0] == {
        "test": "FsF-F1-01MD-1", "name": found[0]["tests"][0]["name"], "state": "met", "fix": ""
    }  # fmt: skip
