"""The command ``pcgraph draft``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers import TEXTS, TINY, pcgraph
from pcgraph.cli.intake.draft import _values
from pcgraph.intake.drafting.reading.values import Engagement, Value


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_draft_as_json() -> None:
    done = pcgraph("draft", str(TEXTS / "harbour-2024.txt"), "--data", str(TINY), "--json")
    found = json.loads(done.stdout)
    text = (TEXTS / "harbour-2024.txt").read_bytes().decode()
    assert "Talks" in [each["class"] for each in found]
    for each in found:
        assert list(each) == ["class", "fields"]
        for values in each["fields"].values():
            for value in values:
                assert text[value["start"] : value["end"]].strip()
                assert value["rule"]


def test_a_draft_for_a_person() -> None:
    done = pcgraph("draft", "-", "--data", str(TINY), "--date", "2025-06-12", stdin="Acme met Borealis on Monday.")
    assert done.stdout.splitlines()[:2] == ["1. Talks", "   discussant   acme  “Acme”  register"]
    assert "2025-06-09" in done.stdout


def test_nothing_is_written_and_two_runs_are_equal() -> None:
    before = files(TINY)
    runs = [pcgraph("draft", str(TEXTS / "tide-2025.txt"), "--data", str(TINY), "--json").stdout for _ in range(2)]
    assert runs[0] == runs[1]
    assert files(TINY) == before


def test_offsets_count_code_points_of_the_text_as_given(tmp_path: Path) -> None:
    text = "🌾 Vik\r\n\r\nAcme signed a contract with Borealis.\r\n"
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode())
    ((found),) = json.loads(pcgraph("draft", str(path), "--data", str(TINY), "--json").stdout)
    spans = [text[value["start"] : value["end"]] for value in found["fields"]["signatory"]]
    assert spans == ["Acme", "Borealis"]


def test_no_engagement_is_exit_code_1() -> None:
    done = pcgraph("draft", "-", "--data", str(TINY), stdin="It rained.")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no engagement found" in done.stderr


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [(None, 3, "cannot be read"), (b"\xff\xfe", 3, "not UTF-8 at byte 0"), (b" \n", 2, "no text")],
)
def test_bad_files(tmp_path: Path, content: bytes | None, code: int, message: str) -> None:
    path = tmp_path / "text.txt"
    if content is not None:
        path.write_bytes(content)
    done = pcgraph("draft", str(path), "--data", str(TINY))
    assert done.returncode == code
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_words_of_a_text_do_not_steer_the_terminal() -> None:
    text = "USD \x1b[31m5\u202e million"
    found = Engagement("Loan", {"amount": [Value(5_000_000, 0, len(text), "money")]})
    [line] = _values(found, text)
    assert "\x1b" not in line
    assert "\u202e" not in line
