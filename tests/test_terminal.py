"""What the command line says besides the data: help, notes, colours, progress, and advice after a slip."""

from __future__ import annotations

import io
import time
from contextlib import redirect_stderr

import pytest
from rich.console import Console, Group

from helpers import TINY, pcgraph
from pcgraph.cli import app, terminal
from pcgraph.query.engine.table_view import rich_table, whole

pytestmark = pytest.mark.slow


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def stderr(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(terminal, "settings", terminal.Settings())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal()


def test_without_a_verb_the_help_is_printed() -> None:
    done, asked = pcgraph(), pcgraph("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == asked.stdout
    assert "Commands:" in done.stdout


@pytest.mark.parametrize(
    "words", [("-q", "rank", "degree"), ("rank", "degree", "--quiet"), ("rank", "-q", "degree")], ids=" ".join
)
def test_quiet_leaves_out_notes_but_not_data_or_errors(words: tuple[str, ...]) -> None:
    loud, quiet = pcgraph("rank", "degree", "--data", str(TINY)), pcgraph(*words, "--data", str(TINY))
    assert "left out" in loud.stderr
    assert (quiet.stdout, quiet.stderr) == (loud.stdout, "")
    assert "measure 'degre': unknown" in pcgraph("-q", "rank", "degre", "--data", str(TINY)).stderr
    assert pcgraph("rank", "degree", "--data", str(TINY)).stderr == loud.stderr  # the next run is loud again


def test_every_verb_takes_the_options_of_the_terminal() -> None:
    for command in app.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "").replace("_", "-")
        text = pcgraph(name, "--help").stdout
        assert "-q, --quiet" in text, name
        assert "--no-color" in text, name


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("querry",), "did you mean query?"),
        (("shwo", "huawei"), "did you mean show?"),
        (("who-signed-with",), "did you mean pcgraph query who-signed-with?"),
        (("query", "what-was-signed", "--parm", "a=b"), "did you mean --param?"),
        (("rank", "--unceratinty", "5"), "did you mean --uncertainty?"),
        (("show", "huawei", "--textes", "x"), "did you mean --texts?"),
        (("--as-of", "2025", "rank"), "write it after the verb, as in pcgraph query --as-of"),
        (("query", "who-signed-with", "--party", "zte"), "write it as --param party=VALUE"),
        (("query", "who-signed-with", "party=zte"), "write --param party=zte"),
        (("rank", "--format", "cvs"), "did you mean csv?"),
        (("show", "huawei", "--format", "csv"), "expected one of text, json, md; choose one"),
        (("rank", "katz"), "choose one"),
        (("rank", "--list"), "expected what pcgraph rank --help lists; choose one"),
        (("query", "who-signed-with", "--limit", "2"), "expected what pcgraph query --help lists; choose one"),
        (("rank", "--top", "0"), "expected what pcgraph rank --help lists; correct it"),
        (("import", "--template"), "add one"),
        (("why", "huawei", "ntc"), "expected pcgraph why [OPTIONS] ONE RELATION OTHER; see pcgraph why --help"),
        (("map", "huawei"), "write --focus huawei"),
        (("map", "out.html"), "write -o out.html"),
        (("check", "."), "write --data ."),
        (("help",), "did you mean pcgraph --help?"),
        (("sparql", "ASK {}"), "did you mean pcgraph query?"),
        (("stats",), "choose one"),
        (("map", "-o", "m.png"), "expected .html; rename it"),
        (("query", "-o", "m.png"), "rename it or add --format"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else None,
)
def test_a_slip_is_answered_with_the_nearest_name(words: tuple[str, ...], advice: str) -> None:
    done = pcgraph(*words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.endswith(f"; {advice}\n")


def test_an_unknown_relation_is_answered_with_all_relations() -> None:
    said = pcgraph("why", "acme", "signed", "borealis", "--data", str(TINY)).stderr
    assert " signsWith, " in said or "did you mean signsWith" in said


def shown(stderr: Terminal) -> None:
    """Wait until something is shown."""
    while not stderr.getvalue():
        time.sleep(0.01)


def test_what_takes_long_is_shown_on_a_terminal(stderr: Terminal) -> None:
    with redirect_stderr(stderr), terminal.working("loading the graph", after=0):
        shown(stderr)
    assert stderr.getvalue() == "loading the graph …\r\x1b[K"


def test_a_note_stands_on_a_line_of_its_own(stderr: Terminal) -> None:
    with redirect_stderr(stderr), terminal.working("loading the graph", after=0):
        shown(stderr)
        terminal.note("left out: digest")
    assert stderr.getvalue() == "loading the graph …\r\x1b[Kleft out: digest\n"


def test_what_is_quick_is_not_shown(stderr: Terminal) -> None:
    with redirect_stderr(stderr), terminal.working("loading the graph"):
        pass
    terminal.settings.quiet = True
    with redirect_stderr(stderr), terminal.working("loading the graph", after=0), terminal.progress("drawing") as bar:
        assert bar is None
    assert stderr.getvalue() == ""


@pytest.mark.parametrize("off", ["", "option", "variable"])
def test_colours_can_be_turned_off(off: str, stderr: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal.settings.no_color = off == "option"
    if off == "variable":
        monkeypatch.setenv("NO_COLOR", "1")
    with redirect_stderr(stderr):
        terminal.console(stderr=True).print("[bold red]text[/]")
    assert ("\x1b[" in stderr.getvalue()) == (off == "")


def test_plain_tables_are_those_of_rich() -> None:
    rows = [["東京", "7", "a\nb"], ["Quay", "1,250", ""], ["", "", "  c"]]
    table = [*rich_table("Loans", {"name": {}, "sum": {"justify": "right"}, "note": {}}, rows, ["3 rows", ""])]
    text = io.StringIO()
    Console(file=text, width=200, color_system=None).print(Group(*table))
    assert [*whole(table)] == [line.rstrip() for line in text.getvalue().split("\n")[:-1]]
