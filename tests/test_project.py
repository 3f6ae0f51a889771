"""The project file: who finds it, what overrides it, and what is said about its faults."""

from __future__ import annotations

import shutil
import warnings
from contextlib import chdir
from pathlib import Path

import pytest

import pcgraph as package
from helpers import ROOT, TINY, pcgraph
from pcgraph.errors import InvalidInput, PcgraphWarning, UsageError
from pcgraph.store import project

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with the tiny graph, whose data are not in a folder data."""
    shutil.copytree(TINY, tmp_path / "lamps" / "facts")
    (tmp_path / "lamps" / "pcgraph.toml").write_text('title = "Lamps"\ndata = "facts"\n')
    return tmp_path / "lamps"


def test_a_command_finds_the_project_of_its_folder_and_of_those_above(folder: Path) -> None:
    (folder / "notes" / "old").mkdir(parents=True)
    for cwd in (folder, folder / "notes" / "old", folder / "facts" / "sources"):
        with chdir(cwd):
            assert package.load(build=None).project.title == "Lamps"
    assert pcgraph("show", "borealis", cwd=folder / "notes" / "old").stdout.startswith("Borealis")
    assert pcgraph("check", cwd=folder).stderr == "0 findings in 5 sources\n"


@pytest.mark.parametrize(
    "words",
    [
        ("query", "which-parties-are-unnamed"),
        ("rank", "degree"),
        ("map",),
        ("show", "borealis"),
        ("why", "borealis", "signsWith", "harbour-authority"),
        ("diff", "2024-01-01", "2026-01-01"),
        ("export", "out.nq"),
        ("build",),
        ("check",),
        ("fmt", "--check"),
        ("cite", "gazette-2024", "On", "signed"),
        ("import", "--undo", "0123456789ab"),
        ("push", "http://127.0.0.1:9/sparql"),
    ],
    ids=lambda words: words[0],
)
def test_every_verb_finds_the_project(folder: Path, words: tuple[str, ...]) -> None:
    """A fault in the project file stops every verb: so each of them has read it."""
    (folder / "pcgraph.toml").write_text('titel = "Lamps"\n')
    done = pcgraph(*words, cwd=folder)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert done.stderr.startswith("pcgraph.toml:1: unknown-key: titel; expected one of data, title,")


def test_the_variable_names_a_project_and_the_option_overrides_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    (other / "pcgraph.toml").write_text('title = "Other"\ndata = "facts"\n')
    for value in (folder, folder / "pcgraph.toml"):
        monkeypatch.setenv("PCGRAPH_PROJECT", str(value))
        assert project.find().title == "Lamps"
        with chdir(other):
            assert project.find().title == "Lamps"
            assert project.find(Path()).title == "Other"
    monkeypatch.setenv("PCGRAPH_PROJECT", str(folder / "facts"))
    with pytest.raises(UsageError, match=r"PCGRAPH_PROJECT=.*: no project; expected a folder with a pcgraph.toml"):
        project.find()
    assert pcgraph("rank").returncode == 2


def test_data_may_be_named_in_five_ways(folder: Path, tmp_path: Path) -> None:
    assert pcgraph("export", str(tmp_path / "all.nq"), "--data", str(folder)).returncode == 0
    for named in (folder, folder / "pcgraph.toml", folder / "facts"):
        assert project.find(named).title == "Lamps"
        assert package.load(named, build=None).tables["engagements"].height == 20
    shutil.copytree(TINY, tmp_path / "plain")
    for plain in (tmp_path / "plain", tmp_path / "all.nq", folder / "other"):
        assert (project.find(plain).title, project.find(plain).folder) == ("Partnerships and their sources", None)


def test_a_file_above_that_names_other_data_is_not_used(folder: Path) -> None:
    shutil.copytree(TINY, folder / "draft")
    assert project.find(folder / "draft").title == "Partnerships and their sources"


@pytest.mark.exhaustive
def test_outside_a_project_the_shipped_graph_answers_and_says_so_beside_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pcgraph.validation.run", lambda *_: [])  # what is found in the data is not the point
    monkeypatch.setattr("pcgraph.intake.duplicates.find_duplicates", lambda *_: [])
    with chdir(tmp_path):
        shipped = project.find()
        assert (shipped.title, shipped.folder) == ("Pakistan–China technology partnerships", None)
        assert project.unused_data(shipped) == ""
    shutil.copytree(TINY, tmp_path / "data")
    said = pcgraph("rank", "degree", "--top", "1", cwd=tmp_path).stderr.splitlines()[0]
    assert said.startswith("the shipped graph answers, and not the folder data, which looks like data; ")
    assert said.endswith(
        'add --data data (in Python: pcgraph.load("data")), or create pcgraph.toml with the line  data = "data"'
    )
    said = pcgraph("check", cwd=tmp_path / "data").stderr.splitlines()[0]
    assert said.startswith(
        "the shipped graph answers, and not this folder, which looks like data; to use it, add --data ."
    )
    with chdir(tmp_path), pytest.warns(PcgraphWarning, match="the shipped graph answers"):
        package.load(build=None)
    with chdir(tmp_path), warnings.catch_warnings():
        warnings.simplefilter("error")
        package.load("data", build=None)


def test_data_below_a_project_that_are_not_its_own_are_named_too(folder: Path) -> None:
    shutil.copytree(TINY, folder / "draft")
    said = pcgraph("check", cwd=folder / "draft").stderr
    assert said.startswith(
        f"the project {folder / 'pcgraph.toml'} answers, and not this folder, which looks like data;"
    )
    assert pcgraph("check", cwd=folder).stderr == "0 findings in 5 sources\n"
    assert pcgraph("check", cwd=folder / "facts").stderr == "0 findings in 5 sources\n"


def test_the_build_is_next_to_the_project_file(folder: Path, tmp_path: Path) -> None:
    (folder / "notes").mkdir()
    assert pcgraph("build", cwd=folder / "notes").returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == ["build", "facts", "notes", "pcgraph.toml"]
    with chdir(tmp_path):
        assert package.load(folder).key is not None
        assert package.load(folder).built_page
        assert package.load(folder, build=None).key is None
    (folder / "pcgraph.toml").write_text('title = "Lanterns"\ndata = "facts"\n')
    assert "(nothing changed)" not in pcgraph("build", cwd=folder).stdout
    assert "(nothing changed)" in pcgraph("build", cwd=folder).stdout


def test_the_texts_of_the_project_are_the_default(folder: Path) -> None:
    with (folder / "pcgraph.toml").open("a") as file:
        file.write('texts = "texts"\n')
    done = pcgraph("check", cwd=folder)
    assert done.stderr.startswith("no texts: the folder ")
    assert done.returncode == 0
    (folder / "texts").mkdir()
    assert "no-text" in pcgraph("check", cwd=folder).stdout
    assert pcgraph("cite", "gazette", "a", "b", cwd=ROOT).stderr.startswith("cite: no texts; expected --texts DIR")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('title = "a"\ntitle = ', "2: not-toml: Invalid value; expected TOML; fix the line"),
        ("title = 'a\n", "1: not-toml: "),
        ('data = "facts"\ncreator = ["x"]', "2: unknown-key: creator; expected one of data, title, "),
        ('creator = "x"', "did you mean creators?"),
        ('[title]\na = "x"', "1: wrong-type: title is not a text; expected a text, none of them empty; write title = "),
        ('\n\nsides = "norway"', "3: wrong-type: sides is not a list of texts; expected a list of texts, none of them"),
        ('title = " "', "1: wrong-type: title is not a text"),
        ("creators = [1]", "1: wrong-type: creators is not a list of texts"),
        ('data = "nowhere"', "1: no-such-path: data is 'nowhere', which does not exist; expected a path; fix it"),
        ('ontology = "terms.ttl"', "1: no-such-path: ontology is 'terms.ttl'"),
        ('title = "x"', "1: no-data: there is no folder data here; expected the data; add the line  data = "),
        ('base = "https://example.org/lamps"', "1: wrong-value: base is 'https://example.org/lamps'; expected an http"),
        ('base = "urn:lamps/"', "1: wrong-value: base is 'urn:lamps/'"),
        ('base = "https://example.org/a b/"', "1: wrong-value: base"),
        ('base = "https://example.org/#"', "because passages are fragments of sources"),
        ('languages = ["English"]', "1: wrong-value: languages is 'English'; expected codes such as en, ur or zh-Hant"),
        ("languages = []", "1: wrong-value: languages is empty; expected one or more codes"),
        *(
            (
                f"silent_after = {wrong}",
                f"1: wrong-value: silent_after is {wrong}; expected whole years, from 1 to 100; write",
            )
            for wrong in ("0", "101", "2.5", "'five'", "['5']")
        ),
        ('version = "1.0 beta"', "1: wrong-value: version is '1.0 beta'; expected letters, digits, dots and dashes"),
        ('version = ".."', "1: wrong-value: version is '..'"),
        ("version = 1.0", "1: wrong-type: version is not a text"),
        ('licence = "javascript:alert(1)"', "1: wrong-value: licence is 'javascript:alert(1)'; expected an addr"),
        ('licence = "file:///etc/passwd"', "1: wrong-value: licence is 'file:///etc/passwd'"),
        ('licence = "ftp://example.org/terms"', "1: wrong-value: licence is 'ftp://example.org/terms'"),
        ('licence = "CC BY 4.0"', "1: wrong-value: licence is 'CC BY 4.0'"),
        ('licence = "https://example.org/the terms"', "1: wrong-value: licence"),
        ('licence = "https:///terms"', "1: wrong-value: licence"),
        ('sides = ["id:norway"]', "1: wrong-value: sides is 'id:norway'; expected slugs of countries"),
    ],
)
def test_a_fault_is_one_line_with_its_place(folder: Path, text: str, fault: str) -> None:
    (folder / "pcgraph.toml").write_text(text)
    with pytest.raises(InvalidInput) as raised, chdir(folder):
        project.find()
    (line,) = raised.value.faults
    assert line.startswith("pcgraph.toml:")
    assert fault in line.removeprefix("pcgraph.toml:")


def test_each_fault_of_a_file_is_listed(folder: Path) -> None:
    (folder / "pcgraph.toml").write_text('titel = "x"\nbase = "x"\nsides = 1\n')
    with pytest.raises(InvalidInput) as raised:
        project.find(folder)
    assert len(raised.value.faults) == 3


def test_bytes_that_are_no_text_and_a_folder_are_faults(folder: Path) -> None:
    (folder / "pcgraph.toml").write_bytes(b'title = "\xff"')
    with pytest.raises(InvalidInput, match="not-utf8"):
        project.find(folder)
    with pytest.raises(InvalidInput, match="unreadable"):
        project.read(folder)
