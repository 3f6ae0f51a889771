"""What a label holds cannot rearrange a terminal, and is no markup in a report."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table
from rich.text import Text

from helpers import ROOT
from pcgraph import api, cli
from pcgraph.cli import options
from pcgraph.model.text import markdown, visible

pytestmark = pytest.mark.slow

# colours, other directions of writing, the end of a table's cell, a link, and an image where those are markup
NASTY = "\x1b[31mAcme\x9b0m\u202e\u2066 [/bold] <img src=x onerror=alert(1)> [x](javascript:alert(1)) | *a*"
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
Run = Callable[..., str]


@pytest.fixture
def nasty(data: Path) -> Path:
    """Return data in which an agent, an engagement and a source are called so."""
    for name, label in (
        ("register/agents.ttl", "Acme"),
        ("register/engagements.ttl", "Crane memorandum"),
        ("sources/harbour-2024.ttl", "A busy spring at Vik"),
    ):
        text = (data / name).read_text(encoding="utf-8")
        assert f'"{label}"' in text
        (data / name).write_text(text.replace(f'"{label}"', f'"{NASTY}"'), encoding="utf-8")
    return data


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return a function that runs the command line in this process and returns all that it wrote."""

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["pcgraph", *words])
        with pytest.raises(SystemExit):
            cli.main()
        return b"".join(capsysbinary.readouterr()).decode()

    return run


VERBS = {
    "query": ("query", "PATH/labels.rq"),
    "markdown": ("query", "PATH/labels.rq", "-f", "md"),
    "rank": ("rank", "degree"),
    "uncertainty": ("rank", "degree", "--uncertainty", "10"),
    "show": ("show", "acme"),
    "show as JSON": ("show", "acme", "--json"),
    "why": ("why", "acme", "signsWith", "harbour-authority"),
    "diff": ("diff", "2024-12-31", "2025-12-31"),
    "build": ("build", "-o", "PATH/build"),
}


@pytest.mark.parametrize("words", VERBS.values(), ids=VERBS)
def test_no_verb_writes_what_a_terminal_obeys(words: tuple[str, ...], nasty: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "labels.rq").write_text("SELECT ?name WHERE { ?thing rdfs:label ?name } ORDER BY ?name")
    written = run(*(word.replace("PATH", str(tmp_path)) for word in words), "--data", str(nasty))
    assert "u001b" in written
    assert not HIDDEN.search(written), HIDDEN.search(written)
    if "--json" in words:
        assert json.JSONDecoder().raw_decode(written)[0]["label"] == NASTY


def test_no_message_writes_what_a_terminal_obeys(data: Path, tmp_path: Path, run: Run) -> None:
    folder = data.rename(tmp_path / "\x1b[31mdata")
    (folder / "sources" / "bad.ttl").write_text("no Turtle")
    for words in (("check", "--data", str(folder)), ("query", "\x1b[31m.rq"), ("fmt", "--check", str(folder))):
        written = run(*words)
        assert "u001b" in written
        assert not HIDDEN.search(written)


def test_all_that_the_command_line_writes_passes_one_place() -> None:
    """Only `options` writes to stdout and only `terminal` to stderr; they show what a terminal would obey."""
    found = {
        path.name: re.findall(r"^ +(?:print\(|sys\.std.*write\().*", path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in (ROOT / "src/pcgraph/cli").rglob("*.py")
    }
    assert {name: [line.strip() for line in lines] for name, lines in found.items() if lines} == {
        "options.py": ["sys.stdout.buffer.write(content)"],
        "terminal.py": [
            "print(visible(str(text)), file=sys.stderr)",
            "sys.stderr.write(visible(text))",
            r'sys.stderr.write("\r\x1b[K")',
        ],
    }


@pytest.mark.parametrize("terminal", [True, False])
def test_a_table_is_shown_without_what_a_terminal_obeys(terminal: bool) -> None:
    table = Table("a")
    table.add_row(Text(NASTY))
    file = io.StringIO()
    Console(file=file, force_terminal=terminal, width=400).print(options.Visible(table))
    written = re.sub(r"\x1b\[\d*(;\d+)*m", "", file.getvalue()) if terminal else file.getvalue()
    assert "\\u001b[31mAcme\\u009b0m\\u202e\\u2066 [/bold]" in written
    assert not HIDDEN.search(written)


def test_an_answer_that_python_prints_shows_what_is_hidden(nasty: Path) -> None:
    answer = api.load(nasty, build=None).query("SELECT ?name WHERE { ?thing rdfs:label ?name } ORDER BY ?name LIMIT 1")
    assert "\\u001b[31mAcme\\u009b0m" in repr(answer)
    assert not HIDDEN.search(repr(answer))


def test_a_report_holds_no_markup_of_labels(nasty: Path, tmp_path: Path, run: Run) -> None:
    run("build", "-o", str(tmp_path / "build"), "--data", str(nasty))
    report = (tmp_path / "build" / "report.md").read_text(encoding="utf-8")
    assert report.count(markdown(NASTY)) >= 3  # a leader, a party, a source
    assert not HIDDEN.search(report)
    assert "<img" not in report
    assert "](" not in report.replace("\\](", "")


def test_markdown_is_text() -> None:
    assert markdown("a|b\n<i>*_`[x](y) & \\ ~") == r"a\|b &lt;i&gt;\*\_\`\[x\](y) &amp; \\ \~"
    assert markdown("Acme & Co., 5 % (2024-01-02): #1") == "Acme &amp; Co., 5 % (2024-01-02): #1"


def test_all_that_is_hidden_is_shown() -> None:
    hidden = [chr(code) for code in range(0x3000) if HIDDEN.match(chr(code))]
    assert len(hidden) > 70
    for char in [*hidden, "\ud800"]:
        assert visible(char) == f"\\u{ord(char):04x}"
    assert visible("a\tb\nc\u200d 艾克米 🚀") == "a\tb\nc\u200d 艾克米 🚀"
