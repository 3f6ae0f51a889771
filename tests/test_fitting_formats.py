"""FollowTheMoney, BODS and IATI: valid by their own schemas, and the tables of the docs say what they hold and lose."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from helpers import PATIENCE, ROOT, TINY, pcgraph
from pcgraph import api
from pcgraph.export.writers import OTHERS, export_fitting
from pcgraph.model.namespaces import CURRENT, PCG, local

Files = dict[str, Path]
DOCS = ROOT / "docs" / "how-to" / "formats-ownership-and-aid.md"
VALIDATORS = ROOT / ".venv" / "formats" / "bin" / "python"
checked = pytest.mark.needs("icu", "g++", "pkg-config")


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> api.KnowledgeGraph:
    """Return the tiny graph with purchases, money of each basis, and identifiers of each scheme."""
    data = tmp_path_factory.mktemp("rich") / "data"
    shutil.copytree(TINY, data)
    for name, folder in (("gazette-2025", "sources"), ("known", "register")):
        shutil.copy(ROOT / "tests" / "fixtures" / "formats" / f"{name}.ttl", data / folder)
    return api.load(data, build=None)


@pytest.fixture(scope="module")
def written(rich: api.KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("written")
    for kind in OTHERS:
        export_fitting(rich, folder / kind, kind)
    return {kind: folder / kind for kind in OTHERS}


DAMAGE = (
    ("ftm", '"leiCode"', '"leicode"'),
    ("ftm", '"startDate": ["2024-01-15"]', '"startDate": ["soon"]'),
    ("ftm", '"participant": ["acme"]', '"participant": ["vik"]'),
    ("ftm-statements", '"prop": "name"', '"prop": "alias"'),
    ("bods", '"unknownInterest"', '"friendship"'),
    ("bods", '"interestedParty": "borealis"', '"interestedParty": "aurora"'),
    ("iati", "<activity-status", "<activity-state"),
    ("iati", 'iso-date="2024-01-15"', 'iso-date="2024-01"'),
)


@pytest.fixture(scope="module")
def faults(written: Files, real: api.KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what the validators find in the files, in those of the shipped graph, and in damaged ones."""
    if not VALIDATORS.exists():
        pytest.fail("the validators are not installed; expected .venv/formats; run  make formats")
    folder = tmp_path_factory.mktemp("checked")
    files = {kind: (kind, path) for kind, path in written.items()}
    for kind in OTHERS:
        export_fitting(real, folder / kind, kind)
        files[f"real {kind}"] = kind, folder / kind
    for number, (kind, right, wrong) in enumerate(DAMAGE):
        text, path = written[kind].read_text(encoding="utf-8"), folder / f"damaged-{number}"
        assert right in text
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
        files[f"damaged {number}"] = kind, path
    words = [str(VALIDATORS), str(ROOT / "tests" / "format_validators.py")]
    words += [f"{kind}={path}" for kind, path in files.values()]
    done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=True)
    found = json.loads(done.stdout)["faults"]
    return {name: found[f"{kind}={path}"] for name, (kind, path) in files.items()}


@checked
@pytest.mark.slow
@pytest.mark.parametrize("kind", OTHERS)
def test_every_format_is_valid_by_its_own_schema(kind: str, faults: dict[str, list[str]]) -> None:
    assert faults[kind] == []
    assert faults[f"real {kind}"] == []


@checked
@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(DAMAGE)))
def test_the_validators_find_what_is_wrong(number: int, faults: dict[str, list[str]]) -> None:
    assert faults[f"damaged {number}"] != []


def test_the_same_graph_gives_the_same_bytes(rich: api.KnowledgeGraph, written: Files, tmp_path: Path) -> None:
    for kind in OTHERS:
        export_fitting(api.load(rich.project.data, build=None), tmp_path / kind, kind)
        assert (tmp_path / kind).read_bytes() == written[kind].read_bytes()


def used(kind: str, path: Path) -> set[str]:
    """Return the fields of a file as the tables name them: Schema.property, recordDetails.name or an element."""
    if kind == "iati":
        return set(_elements(ElementTree.parse(path).getroot(), ""))  # noqa: S314 -- made here
    if kind == "bods":
        return {name for statement in json.loads(path.read_text(encoding="utf-8")) for name in _keys(statement, "")}
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {f"{each['schema']}.{name}" for each in entities for name in each["properties"]}


def _elements(element: ElementTree.Element, above: str) -> Iterator[str]:
    for part in element:
        here = f"{above}/{part.tag}" if above else "" if part.tag == "iati-activity" else part.tag
        if here and not part.tag.endswith("narrative"):
            yield here
        yield from (f"{here}/@{name}" for name in part.attrib if here and not name.startswith("{"))
        yield from _elements(part, here)


def _keys(thing: object, above: str) -> Iterator[str]:
    if isinstance(thing, list):
        yield from (name for each in thing for name in _keys(each, above))
    elif isinstance(thing, dict):
        for name, value in thing.items():
            here = f"{above}.{name}" if above else name
            yield from (_keys(value, here) if isinstance(value, (dict, list)) and value else [here])
            if isinstance(value, list) and value and not isinstance(value[0], (dict, list)):
                yield here


def table(heading: str) -> list[list[str]]:
    """Return the rows of the table below a heading of the page: our field, its field, what is lost."""
    part = DOCS.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("| \n").split("|")] for line in re.findall(r"^\|.*$", part, re.MULTILINE)
    ]
    assert rows[0] == ["in the graph", f"in {heading}", "what is lost, and why"]
    return rows[2:]


@pytest.mark.parametrize(("kind", "heading"), [("ftm", "FollowTheMoney"), ("bods", "BODS"), ("iati", "IATI")])
def test_the_table_of_the_docs_names_each_field_that_is_written(kind: str, heading: str, written: Files) -> None:
    named = {name for row in table(heading) for name in re.findall("`([^`]+)`", row[1])}
    assert named == used(kind, written[kind])


@pytest.mark.parametrize(("kind", "heading"), [("ftm", "FollowTheMoney"), ("bods", "BODS"), ("iati", "IATI")])
def test_what_the_table_calls_lost_is_not_there(
    kind: str, heading: str, rich: api.KnowledgeGraph, written: Files
) -> None:
    text = written[kind].read_text(encoding="utf-8")
    lost = [name for row in table(heading) if row[1] == "–" for name in re.findall("`pcg:([^`]+)`", row[0])]
    assert lost
    values = {
        quad.object.value
        for name in lost
        for quad in rich.store.quads_for_pattern(None, None, None, None)
        if quad.predicate.value == PCG + name and quad.graph_name.value == CURRENT
        if len(quad.object.value) > 2  # shorter ones are also codes
    }
    assert values, "the graph of the test has none of it"
    found = {
        value for value in values for part in (value, local(value)) if re.search(rf'["> ]{re.escape(part)}["<]', text)
    }
    assert found == set()


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    found = pcgraph("export", str(tmp_path / "all.ftm.json"), "--data", str(TINY))
    assert (found.returncode, found.stdout) == (0, "")
    assert "left out: talks (2)\n" in found.stderr
    entities = [json.loads(line) for line in (tmp_path / "all.ftm.json").read_text(encoding="utf-8").splitlines()]
    assert not any(each["id"] in ("crane-talks", "route-talks") for each in entities)


def test_the_scope_of_the_command_counts(tmp_path: Path) -> None:
    pcgraph("export", str(tmp_path / "early.ftm.json"), "--data", str(TINY), "--as-of", "2024-06-30")
    text = (tmp_path / "early.ftm.json").read_text(encoding="utf-8")
    assert '"crane-agreement"' in text
    assert '"crane-contract"' not in text  # of 2025


def test_no_more_is_said_than_sources_state(written: Files) -> None:
    entities = [json.loads(line) for line in written["ftm"].read_text(encoding="utf-8").splitlines()]
    by_id = {each["id"]: each for each in entities}
    assert "north-quay-expansion.implementer.borealis" not in by_id  # read in the sources, and stated by none
    assert [each["id"] for each in entities if each["schema"] == "Payment"] == ["light-grant.paid-1"]  # a stated basis
    assert "amount" not in by_id["customs-cloud"]["properties"]
    assert by_id["pilotage-accord"]["properties"]["date"] == ["2025-02"]  # one of three days
    activities = written["iati"].read_text(encoding="utf-8")
    assert re.findall(r'<transaction-type code="(\d)"', activities) == ["2", "3"]  # the pledge, and what was paid
    assert "ferry-loan" not in activities  # its month is known, and no day
