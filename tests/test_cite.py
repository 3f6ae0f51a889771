"""Words → passage: right offsets whatever the text holds, and one clear line when the words settle nothing."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from helpers import pcgraph
from pcgraph import validation
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake import passages
from pcgraph.store import data_folder

TEXT = (
    "Harbour Week, naïve café 🚢 edition.\r\n"
    "Acme  and\r\n\tBorealis signed the Quay Pact.\r\n"
    "The firms met. The firms (both) met again: at 5.5 % interest.\r\n"
    "海港 协议 ہواوے\r\n"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "week.txt").write_bytes(TEXT.encode("utf-8"))
    return tmp_path


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("Harbour Week", "edition.", "Harbour Week, naïve café 🚢 edition."),
        ("Acme and Borealis", "Pact.", "Acme  and\r\n\tBorealis signed the Quay Pact."),
        ("  Acme\nand ", "signed", "Acme  and\r\n\tBorealis signed"),
        ("The firms (both)", "5.5 %", "The firms (both) met again: at 5.5 %"),
        ("Quay Pact. The", "met", "Quay Pact.\r\nThe firms met"),
        ("signed the Quay", "signed the Quay", "signed the Quay"),
        ("signed the Quay", "the Quay Pact", "signed the Quay Pact"),
        ("海港", "ہواوے", "海港 协议 ہواوے"),
    ],
)
def test_a_passage_is_what_stands_between_the_words(first: str, last: str, words: str, texts: Path) -> None:
    start = TEXT.index(words)
    end = start + len(words)
    counted = re.findall(r"\w+", words.casefold())
    word_hash = hashlib.sha256(" ".join(counted).encode()).hexdigest()
    signs = ' ; pcg:symbols ". %"' if "%" in words else ""
    assert passages.passage("week", first, last, texts) == (
        f"<https://w3id.org/pcgraph/source/week#char={start},{end}> a pcg:Passage ; "
        f'pcg:start {start} ; pcg:end {end} ; pcg:sha256 "{hashlib.sha256(words.encode()).hexdigest()}" ; '
        f'pcg:wordCount {len(counted)} ; pcg:wordHash "{word_hash}"{signs} .\n'
    )


def test_what_is_printed_can_be_pasted_and_is_proved(tmp_path: Path) -> None:
    source = Path(__file__).parent / "invalid/wrong-class.ttl"
    texts = source.parent / "base/texts"
    block = passages.passage("fault", "the two firms", "north quay", texts)
    assert "firms" not in block
    data = tmp_path / "data"
    (data / "sources").mkdir(parents=True)
    (data / "sources/fault.ttl").write_text(source.read_text() + block)
    inputs = data_folder.read(data, source.parents[2] / "ontology")
    assert [f for f in validation.run(inputs, texts) if f.code.startswith("passage")] == []


@pytest.mark.parametrize(
    ("first", "last", "line"),
    [
        ("Acme or Borealis", "Pact", r"week\.txt:2: 'Acme or Borealis' is not in the text, .*; expected .*; copy"),
        ("acme and", "Pact", r"week\.txt:2: 'acme and' is not in the text"),
        ("Acme", "met again at last", r"week\.txt:4: 'met again at last' is not in the text"),
        ("The firms", "again", r"week\.txt:4: 'The firms' occurs 2 times in the text; expected .*; add more words"),
        ("Borealis", "Harbour", r"week\.txt:1: 'Harbour' occurs only before 'Borealis'; expected .*; swap them"),
        ("Acme and Borealis", "Acme", r"week\.txt:2: 'Acme' occurs only before"),
        (" ", "Acme", r"no words given; expected .*; copy them from the text"),
    ],
)
def test_words_that_settle_nothing_are_refused_in_one_line(first: str, last: str, line: str, texts: Path) -> None:
    with pytest.raises(UsageError) as refused:
        passages.passage("week", first, last, texts)
    assert re.search(line, str(refused.value))
    assert "\n" not in str(refused.value)
    shown = set(re.findall(r"\w+", str(refused.value).partition("week.txt")[2])) & set(re.findall(r"\w{5,}", TEXT))
    assert shown <= set(re.findall(r"\w+", f"{first} {last}")), "words of the text that the user did not type"


def test_overlapping_first_words_are_counted(texts: Path) -> None:
    (texts / "echo.txt").write_text("no no no end")
    with pytest.raises(UsageError, match="2 times"):
        passages.passage("echo", "no no", "end", texts)


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"week\.txt: cannot be read .*; expected the text of src:week; .*--texts"):
        passages.passage("week", "a", "b", tmp_path)


def test_a_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "week.txt").write_bytes(b"one\ncaf\xe9")
    with pytest.raises(InvalidInput, match=r"week\.txt:2: not UTF-8; expected .*; save"):
        passages.passage("week", "one", "one", tmp_path)


def test_an_empty_text_has_no_words(tmp_path: Path) -> None:
    (tmp_path / "week.txt").write_bytes(b"")
    with pytest.raises(UsageError, match=r"week\.txt:1: 'one' is not in the text"):
        passages.passage("week", "one", "two", tmp_path)


def test_a_slug_that_no_source_has_is_a_note(data: Path, tmp_path: Path) -> None:
    (tmp_path / "tide-202.txt").write_text("Acme signed.", encoding="utf-8")
    words = ("cite", "tide-202", "Acme", "signed", "--texts", str(tmp_path), "--data", str(data))
    done = pcgraph(*words)
    assert (done.returncode, done.stdout.count("src")) == (0, 0)
    assert done.stdout.startswith("<https://w3id.org/pcgraph/source/tide-202#char=0,11>")
    assert done.stderr == f"src:tide-202: no source of {data}/sources yet; did you mean tide-2025?\n"
    (data / "sources" / "tide-202.ttl").write_text("half written")
    done = pcgraph(*words)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_slug_like_no_other_may_be_new(data: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Acme signed.", encoding="utf-8")
    done = pcgraph("cite", "new", "Acme", "signed", "--texts", str(tmp_path), "--data", str(data))
    assert done.returncode == 0
    assert done.stderr == f"src:new: no source of {data}/sources yet; write {data}/sources/new.ttl\n"


def test_without_data_the_shipped_sources_are_known(tmp_path: Path) -> None:
    (tmp_path / "spin-b2b-2025.txt").write_text("Acme signed.", encoding="utf-8")
    done = pcgraph("cite", "spin-b2b-2025", "Acme", "signed", "--texts", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


def test_a_missing_text_names_the_nearest_one(data: Path, tmp_path: Path) -> None:
    (tmp_path / "tide-2025.txt").write_text("Acme signed.", encoding="utf-8")
    done = pcgraph("cite", "tide-202", "Acme", "signed", "--texts", str(tmp_path), "--data", str(data))
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert "tide-202.txt: cannot be read (No such file or directory); expected the text of src:tide-202; " in line
    assert line.endswith("did you mean tide-2025?")


@pytest.mark.parametrize("slug", ["../week", "we ek", "week#char=1", "", "a/b", "we\x1bek"])
def test_what_is_no_slug(slug: str, texts: Path) -> None:
    with pytest.raises(UsageError, match=r"no slug; expected letters, digits, '\.', '-' and '_'; "):
        passages.passage(slug, "Acme", "signed", texts)


def test_data_that_are_no_folder(texts: Path) -> None:
    done = pcgraph("cite", "week", "Acme", "signed", "--texts", str(texts), "--data", str(texts / "none"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("none: no data folder; expected the folder of sources/; fix the path\n")
