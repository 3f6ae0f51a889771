"""Words → passage: right offsets whatever the text holds, and one clear line when the words settle nothing."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from pcgraph import validation
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.io import passages
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
    assert passages.passage("week", first, last, texts) == (
        f"<https://w3id.org/pcgraph/source/week#char={start},{end}> a pcg:Passage ; "
        f'pcg:start {start} ; pcg:end {end} ; pcg:sha256 "{hashlib.sha256(words.encode()).hexdigest()}" .\n'
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
