"""Folders of the tests, and the command line as a person runs it."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, TextIO, TypeVar

import pyoxigraph as ox
import pytest
import typer.main

from pcgraph import cli
from pcgraph.api import KnowledgeGraph
from pcgraph.belief.snapshot import Snapshot

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "fixtures" / "tiny"
CASES = ROOT / "tests" / "cases"
TEXTS = ROOT / "tests" / "fixtures" / "texts"
PATIENCE = 300.0  # seconds that anything may take: a busy machine is no fault of what is tested


Case = TypeVar("Case")
COMMANDS = cache(typer.main.get_command)


def everyday(cases: Iterable[Case], chosen: Callable[[Case], object]) -> list[Any]:
    """Return all cases for `parametrize`; `make test` runs those that are chosen, and leaves the others to CI."""
    return [case if chosen(case) else pytest.param(case, marks=pytest.mark.exhaustive) for case in cases]


def empty_graph() -> KnowledgeGraph:
    """Return a graph that has an empty store and nothing else."""
    nothing: Any = None
    return KnowledgeGraph(Snapshot(ox.Store, nothing, nothing, nothing))


def changed(kg: KnowledgeGraph, **parts: Any) -> KnowledgeGraph:
    """Return a graph in which some parts are others, such as ``entities``."""
    other = kg.with_tables(kg.tables)
    vars(other).update(parts)
    return other


def screen() -> io.TextIOWrapper:
    """Return a stream that keeps what is written to it, as text or bytes."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)


def shown(stream: io.TextIOWrapper) -> str:
    """Return what was written to a `screen`, with the line ends that a terminal shows."""
    written: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return written.decode().replace("\r\n", "\n")


def main(words: Sequence[str], stdin: str, stdout: TextIO, stderr: TextIO) -> int:
    """Run the command line in this process and return its exit code."""
    with redirect_stdout(stdout), redirect_stderr(stderr), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["pcgraph", *words])
        patch.setattr(sys, "stdin", io.StringIO(stdin))
        patch.setattr(typer.main, "get_command", COMMANDS)  # which Typer makes anew in each call
        patch.setattr(sys.modules["__main__"], "__package__", "")  # the program's name is pcgraph, not pytest
        with pytest.raises(SystemExit) as ended:
            cli.main()
    return int(ended.value.code or 0)


def pcgraph(*words: str, cwd: Path = ROOT, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command line in this process: a process of its own takes half a second to start."""
    stdout, stderr = screen(), screen()
    with chdir(cwd):
        code = main(words, stdin, stdout, stderr)
    return subprocess.CompletedProcess(words, code, shown(stdout), shown(stderr))


def pcgraph_process(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, as a person does."""
    command = [sys.executable, "-m", "pcgraph", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE)


def offered(line: str, cwd: Path = ROOT) -> list[str]:
    """Return what a shell offers for the last word of a line."""
    run = "import sys; sys.argv = ['pcgraph']; from pcgraph.cli import main; main()"
    last = len(shlex.split(line)) - (not line.endswith(" "))
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(last), "_PCGRAPH_COMPLETE": "complete_bash"}
    done = subprocess.run(
        [sys.executable, "-c", run], cwd=cwd, env=os.environ | asked, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.stderr == ""
    return done.stdout.split()
