"""Every command where something that it takes for granted is missing: one line or success, and whole files or none."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from functools import cache
from itertools import count
from pathlib import Path

import pytest

import servers
from helpers import PATIENCE, ROOT, TEXTS, TINY
from servers import free_ports

CODES = {0, 1, 2, 3, 4, 5, 130}  # those of docs/reference/command-line.md
NEVER = re.compile(
    "Traceback|internal error|panicked|stack backtrace|memory allocation of|Exception ignored|Fatal|damaged|delete"
)
SPARQL = "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 5"

# command → its words, what it reads from stdin, its exit code where nothing is missing
COMMANDS: dict[str, tuple[str, str, int]] = {
    "brief": ("brief acme --data data -o out.html", "", 0),
    "build": ("build --data data -o out", "", 0),
    "capture": ("capture http://127.0.0.1:9/ --data data --texts texts", "", 4),
    "check": ("check --data data --texts texts", "", 0),
    "cite": ("cite tide-2025 crane contract --data data --texts texts", "", 2),
    "cite-answer": ("cite-answer what-was-signed --data data -o out.json", "", 0),
    "curate": ("curate --data data --port PORT", "", 130),
    "ask": ('ask "who signed with acme" --data data', "", 0),
    "diff": ("diff 2024 2025 --data data", "", 0),
    "draft": ("draft - --data data --json", (TEXTS / "tide-2025.txt").read_text(encoding="utf-8"), 0),
    "export": ("export out.graphml --data data", "", 0),
    "fair": ("fair data", "", 2),
    "find": ("find acme --data data", "", 0),
    "fmt": ("fmt data", "", 0),
    "import": ("import deals.csv --mapping template --data data --skip-bad", "", 0),
    "init": ("init out", "", 0),
    "map": ("map --data data -o out.html", "", 0),
    "mcp": ("mcp --data data", "", 0),
    "push": ("push http://127.0.0.1:9/sparql --data data", "", 4),
    "query": ("query what-was-signed --data data", "", 0),
    "query -": ("query - --data data", SPARQL, 0),
    "rank": ("rank degree --data data", "", 0),
    "reconcile": ("reconcile --data data --service http://127.0.0.1:9/", "", 4),
    "score": ("score data --data data", "", 3),
    "serve": ("serve --data data --port PORT", "", 130),
    "show": ("show acme --data data", "", 0),
    "site": ("site out --data data", "", 0),
    "verify": ("verify --data data --texts texts --record", "", 0),
    "why": ("why acme signsWith harbour-authority --data data", "", 0),
}
# An audit hook stands for a file system that refuses, and for a kill: it works for every user and on every system.
READ_ONLY = """
def refuse(event, args):
    writes = event == "open" and isinstance(args[0], (str, bytes)) and args[2] & 0o103  # O_WRONLY, O_RDWR, O_CREAT
    changes = event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "sqlite3.connect")
    if (writes and not os.fsdecode(args[0]).startswith("/dev/")) or changes:
        raise OSError(30, "Read-only file system", args[0])
sys.addaudithook(refuse)
"""
KILLED = """
import signal
seen = []
def kill(event, args):
    if event != "os.kill" and (seen if AFTER else event == "os.rename"):
        os.kill(os.getpid(), signal.SIGKILL)
    if event == "os.rename":
        seen.append(event)
sys.addaudithook(kill)
"""
# surrounding → what the shell does, what is done before the program
SURROUNDINGS: dict[str, tuple[str, str]] = {
    "no stdin": ('exec "$@" <&-', ""),
    "no stdout": ('exec "$@" >&-', ""),
    "no stderr": ('exec "$@" 2>&-', ""),
    "no stream": ('exec "$@" <&- >&- 2>&-', ""),
    "no temporary folder": ('exec "$@"', "import tempfile; tempfile._candidate_tempdir_list = lambda: ['/proc/none']"),
    "read-only": ('exec "$@"', READ_ONLY),
    "little memory": ('ulimit -v 800000; exec "$@"', ""),
    "few descriptors": ('ulimit -n 20; exec "$@"', ""),
    "killed before a rename": ('exec "$@"', f"AFTER = False{KILLED}"),
    "killed after a rename": ('exec "$@"', f"AFTER = True{KILLED}"),
}
SPOKEN = {"diff", "find", "query", "rank", "show", "why"}  # commands whose answer goes to stdout
LONG = ("build", "site")  # commands that take five seconds
WRITERS = ("build", "cite-answer", "export", "fmt", "import", "init", "map", "site", "verify")  # of files
OF_FILES = ("no temporary folder", "read-only", "killed before a rename", "killed after a rename")
STEP = len(SURROUNDINGS)
EACH_ONCE = [(command, [*SURROUNDINGS][number % STEP]) for number, command in enumerate(COMMANDS)]
PAIRS = [  # the other pairs are the same lines of main() and of writing
    *EACH_ONCE,
    *((command, "no stdout") for command in sorted(SPOKEN)),
    *((command, surrounding) for command in WRITERS for surrounding in OF_FILES),
]


def workspace(folder: Path) -> Path:
    """Return a new folder with data, texts and a sheet."""
    shutil.copytree(TINY, folder / "data")
    shutil.copytree(TEXTS, folder / "texts")
    shutil.copy(ROOT / "tests" / "fixtures" / "intake" / "deals.csv", folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by path, without those that a killed process could not remove."""
    names = {path: path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for path, name in names.items() if not re.search(r"(^|/)\..*\.(tmp|lock)", name)}


def run(command: str, surrounding: tuple[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command; a server is interrupted as soon as it takes connections."""
    words, stdin, _ = COMMANDS[command]
    shell, before = surrounding
    [port] = free_ports(1)
    code = f"import os, sys; from pcgraph.cli import main\n{before}\nsys.argv[0] = 'pcgraph'\nmain()"
    program = [sys.executable, "-B", "-c", code, *words.replace("PORT", str(port)).split()]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
        "RUST_BACKTRACE": "1",
    }
    running = subprocess.Popen(
        ["sh", "-c", shell, "sh", *program], cwd=folder, env=environment, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    try:
        end = time.monotonic() + PATIENCE
        while "PORT" in words and running.poll() is None and time.monotonic() < end:
            with socket.socket() as client:
                if client.connect_ex(("127.0.0.1", port)) == 0:
                    running.send_signal(signal.SIGINT)
                    break
            time.sleep(0.05)
        out, errors = running.communicate(stdin, timeout=PATIENCE)
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
    return subprocess.CompletedProcess(words, running.returncode, out, errors)


@cache
def undisturbed(command: str) -> tuple[int, dict[str, bytes]]:
    """Return the exit code and the files of a command where nothing is missing."""
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name) / "work")
        done = run(command, ('exec "$@"', ""), folder)
        return done.returncode, files(folder)


def tried(command: str, surrounding: str, folder: Path) -> int:
    """Run a command in a surrounding, check what must hold in each, and return the exit code."""
    before = files(workspace(folder))
    done = run(command, SURROUNDINGS[surrounding], folder)
    said = done.stdout + done.stderr
    assert not NEVER.search(done.stderr), said
    killed = surrounding.startswith("killed") and done.returncode == -signal.SIGKILL
    assert killed or done.returncode in CODES, (done.returncode, said)
    if done.returncode in {2, 3, 4, 5} and surrounding not in ("no stderr", "no stream"):
        assert re.search(r"; expected .*; ", done.stderr.splitlines()[-1]), said
    left = files(folder)
    if left != before:
        whole = undisturbed(command)[1]
        wrong = [name for name, content in left.items() if content not in (before.get(name), whole.get(name))]
        assert not wrong, said
        if done.returncode == 0:
            assert left == whole, said
    usual = COMMANDS[command][2]
    if surrounding in ("no stdin", "no stderr") and not (surrounding == "no stdin" and COMMANDS[command][1]):
        assert done.returncode in ((0, 130) if usual == 130 else (usual,)), said
    if command in SPOKEN and surrounding in ("no stdout", "no stream"):
        assert done.returncode == 3, "what could not be written was lost"
    if surrounding == "little memory":
        assert (done.returncode, done.stderr.count("\n")) == (5, 1), said
    return done.returncode


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "surrounding"),
    [
        pair if pair in EACH_ONCE and pair[0] not in LONG else pytest.param(*pair, marks=pytest.mark.exhaustive)
        for pair in dict.fromkeys(PAIRS)
    ],
)
def test_a_command_ends_well_wherever_it_runs(command: str, surrounding: str, tmp_path: Path) -> None:
    tried(command, surrounding, tmp_path / "work")


def test_no_port_is_handed_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes of the tests, which may be of two runs, look at the same numbers."""
    found = []
    for _ in range(2):
        monkeypatch.setattr(servers, "_numbers", count(7))
        found += free_ports(2)
    assert len({*found}) == 4


def test_every_command_is_tried() -> None:
    from pcgraph.cli import app

    names = {each.name or each.callback.__name__.replace("_", "-") for each in app.registered_commands if each.callback}
    assert names == {command.removesuffix(" -") for command in COMMANDS}
