"""`check --fix`: passages follow their words when that can be proved, and nothing else is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from faults import BASE, ONTOLOGY
from pcgraph import validation
from pcgraph.store import data_folder
from pcgraph.validation.passages import checksum

WORDS = "Acme and Borealis signed the Quay Pact in Vik on 2 May 2024."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "data")


def fix(data: Path) -> list[str]:
    return validation.fix(data_folder.read(data, ONTOLOGY), data / "texts")


def codes(data: Path) -> list[str]:
    return [finding.code for finding in validation.run(data_folder.read(data, ONTOLOGY), data / "texts")]


def block(words: str, at: int) -> str:
    return (
        f"<https://w3id.org/pcgraph/source/base#char={at},{at + len(words)}> a pcg:Passage ; pcg:start {at} ; "
        f'pcg:end {at + len(words)} ; pcg:sha256 "{checksum(words)}" .\n'
    )


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_fixed_where_nothing_is_wrong(data: Path) -> None:
    before = (data / "sources/base.ttl").read_bytes()
    assert fix(data) == []
    assert (data / "sources/base.ttl").read_bytes() == before


def test_passages_follow_words_that_moved(data: Path) -> None:
    text = data / "texts/base.txt"
    text.write_text("A new first line. " + text.read_text())
    assert set(codes(data)) == {"passage-checksum"}
    lines = fix(data)
    assert len(lines) == 4
    assert all("with the same words" in line for line in lines)
    assert "char=0,60 is now char=18,78" in lines[0]
    assert codes(data) == []
    source = (data / "sources/base.ttl").read_text()
    assert "char=0,60>" not in source
    assert source.count("char=18,78>") == 3
    assert "#para=3>" in source


def test_a_passage_may_move_to_where_another_was(data: Path) -> None:
    card = (data / "sources/base.ttl").read_text().partition("id:pact a")[0]
    source = card + "".join(block(words, at) for at, words in ((0, "One two."), (9, "Two one.")))
    (data / "sources/base.ttl").write_text(source)
    (data / "texts/base.txt").write_text("Two one. One two. ")
    assert len(fix(data)) == 2
    after = (data / "sources/base.ttl").read_text()
    assert after == card + block("One two.", 9) + block("Two one.", 0)


def test_words_that_changed_stay_a_finding(data: Path) -> None:
    """A person has to read them again: with another number they may prove something else."""
    before = (data / "sources/base.ttl").read_bytes()
    rewrite(data / "texts/base.txt", "2 May 2024", "3 May 2024")
    assert fix(data) == []
    found = validation.run(data_folder.read(data, ONTOLOGY), data / "texts")
    assert [finding.code for finding in found] == ["passage-checksum"]
    assert "read the passage and cite it again" in str(found[0])
    assert "pcgraph cite" in str(found[0])
    assert "--fix" not in str(found[0])
    assert (data / "sources/base.ttl").read_bytes() == before


def test_only_words_that_moved_are_said_to_be_fixable(data: Path) -> None:
    text = data / "texts/base.txt"
    text.write_text("A new first line. " + text.read_text().replace("2 May 2024", "3 May 2024"))
    advice = [finding.todo for finding in validation.run(data_folder.read(data, ONTOLOGY), data / "texts")]
    assert ["--fix" in todo for todo in advice] == [False, True, True, True]


def test_words_that_are_gone_from_a_shifted_text_are_not_guessed(data: Path) -> None:
    """One passage was reworded and the others moved: where the first one is now nobody can prove."""
    rewrite(data / "texts/base.txt", WORDS, "The two firms signed it.")
    assert len(fix(data)) == 3
    assert codes(data) == ["passage-checksum"]


def test_words_that_stand_at_two_places_are_not_guessed(data: Path) -> None:
    text = data / "texts/base.txt"
    text.write_text("New. " + WORDS + "\n" + text.read_text())
    assert len(fix(data)) == 3
    assert codes(data) == ["passage-checksum"]


def test_a_passage_past_the_end_is_not_guessed(data: Path) -> None:
    (data / "texts/base.txt").write_text("Short.")
    assert fix(data) == []
    assert set(codes(data)) == {"passage-past-end"}


def test_a_block_in_another_layout_is_left_alone(data: Path) -> None:
    rewrite(data / "sources/base.ttl", "    pcg:start 0 ;\n    pcg:end 60 ;\n", "    pcg:end 60 ;\n    pcg:start 0 ;\n")
    text = data / "texts/base.txt"
    text.write_text("First. " + text.read_text())
    assert len(fix(data)) == 3
    assert codes(data) == ["passage-checksum"]


def test_line_ends_of_the_file_are_kept(data: Path) -> None:
    path = data / "sources/base.ttl"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    rewritten = data / "texts/base.txt"
    rewritten.write_text("First. " + rewritten.read_text())
    assert len(fix(data)) == 4
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")
    assert codes(data) == []


def test_a_source_without_its_text_is_left_alone(data: Path) -> None:
    (data / "texts/base.txt").unlink()
    assert fix(data) == []
