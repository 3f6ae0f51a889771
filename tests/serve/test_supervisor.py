"""The supervisor of a server, with serving processes that do nothing but what the files of a folder say."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from helpers import PATIENCE
from serving import alive

CHILD = """
import os, sys, time
from pathlib import Path
from pcgraph.web.server import supervisor

supervisor.POLL = 0.02
folder = Path(sys.argv[1])
link = supervisor.supervise("here", lambda line: print(line, flush=True), folder / "manifest.json")
if isinstance(link, int):
    sys.exit(link)
print("loading", flush=True)
while (folder / "loading").exists():
    time.sleep(0.01)
if (folder / "broken").exists():
    sys.exit(3)
if (folder / "killed").exists():
    os.kill(os.getpid(), 9)
link.ready((folder / "build").read_text())
while (order := link.orders.recv(1)) == supervisor.NOT_RELOADED:
    print("knows", flush=True)
print("told", order.decode(), flush=True)
while order and (folder / "busy").exists():
    time.sleep(0.01)
"""


@dataclass
class Run:
    process: subprocess.Popen[str]
    folder: Path
    lines: list[str] = field(default_factory=list)

    def until(self, words: str) -> None:
        """Read lines until one begins with these words."""
        assert self.process.stdout
        while (line := self.process.stdout.readline()) and not line.startswith(words):
            self.lines.append(line)
        assert line, self.lines

    def reload(self) -> None:
        self.process.send_signal(signal.SIGHUP)

    @property
    def children(self) -> list[int]:
        pid = self.process.pid
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextmanager
def supervised(folder: Path, *faults: str, stderr: int = subprocess.DEVNULL) -> Iterator[Run]:
    """Start a supervisor; at the end nothing of it may be left."""
    (folder / "build").write_text("one")
    for fault in faults:
        (folder / fault).touch()
    words = [sys.executable, "-c", CHILD, str(folder)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=stderr, text=True, start_new_session=True)
    guard = threading.Timer(PATIENCE, os.killpg, (process.pid, signal.SIGKILL))
    guard.start()
    try:
        yield Run(process, folder)
        left = [] if process.poll() is not None else Run(process, folder).children
        process.kill()
        (folder / "busy").unlink(missing_ok=True)
        (folder / "loading").unlink(missing_ok=True)
        assert not [pid for pid in left if alive(pid)], "a serving process outlived its supervisor"
    finally:
        guard.cancel()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert process.stdout
        process.stdout.close()


def test_a_reload_starts_a_process_and_then_ends_the_one_before(tmp_path: Path) -> None:
    with supervised(tmp_path) as run:
        run.until("serving at here")
        before = run.children
        (tmp_path / "build").write_text("two")
        run.reload()
        run.until("serving build two from now on")
        run.until("told d")
        assert not alive(before[0])
        run.process.terminate()
        run.until("told s")


@pytest.mark.parametrize("content", ["a new build", ""])
def test_a_new_manifest_is_a_reload_and_one_that_is_gone_is_not(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text("a build")
    with supervised(tmp_path) as run:
        run.until("serving at here")
        (tmp_path / "build").write_text("two")
        if content:
            (tmp_path / "new").write_text(content)
            (tmp_path / "new").rename(tmp_path / "manifest.json")
        else:
            (tmp_path / "manifest.json").unlink()
            with pytest.raises(subprocess.TimeoutExpired):
                run.process.wait(0.3)
            assert len(run.children) == 1
            run.reload()
        run.until("serving build two from now on")
        assert run.lines.count("loading\n") == 2


def test_signals_during_a_reload_are_one_more_reload_when_the_first_is_over(tmp_path: Path) -> None:
    with supervised(tmp_path) as run:
        run.until("serving at here")
        (tmp_path / "loading").touch()
        (tmp_path / "busy").touch()
        run.reload()
        run.until("loading")
        for _ in range(3):
            run.reload()
        (tmp_path / "loading").unlink()
        run.until("serving build one from now on")
        run.until("told d")
        with pytest.raises(subprocess.TimeoutExpired):
            run.process.wait(0.3)
        assert len(run.children) == 2  # the one that leaves is still busy, so there is no third
        (tmp_path / "busy").unlink()
        run.until("loading")
        run.until("serving build one from now on")
        run.process.terminate()
        assert run.process.wait(PATIENCE) == 0
        assert run.lines.count("loading\n") == 1  # that of the start; `until` takes those for which it waits


def test_data_that_do_not_load_leave_the_old_ones_served(tmp_path: Path) -> None:
    with supervised(tmp_path) as run:
        run.until("serving at here")
        before = run.children
        for fault, reason in (("broken", ""), ("killed", " (Killed)")):
            (tmp_path / fault).touch()
            run.reload()
            run.until(f"serve: the data were not loaded again{reason}, and the old ones are still served; expected ")
            run.until("knows")
            assert run.children == before
            (tmp_path / fault).unlink()
        run.reload()
        run.until("serving build one from now on")
        assert run.children != before


def test_the_exit_code_is_that_of_a_process_that_cannot_load(tmp_path: Path) -> None:
    with supervised(tmp_path, "broken") as run:
        assert run.process.wait(PATIENCE) == 3


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_tells_all_processes_and_waits(tmp_path: Path, stop: signal.Signals) -> None:
    with supervised(tmp_path, "busy") as run:
        run.until("serving at here")
        (tmp_path / "loading").touch()
        run.reload()
        run.until("loading")
        os.killpg(run.process.pid, stop)  # as a terminal and systemd do: the serving processes are deaf to it
        run.until("told s")
        children = run.children
        with pytest.raises(subprocess.TimeoutExpired):
            run.process.wait(0.2)
        (tmp_path / "busy").unlink()
        assert run.process.wait(PATIENCE) == 0
        assert not [pid for pid in children if alive(pid)]


def test_asked_twice_it_stops_at_once(tmp_path: Path) -> None:
    with supervised(tmp_path, "busy") as run:
        run.until("serving at here")
        children = run.children
        run.process.terminate()
        run.until("told s")
        run.process.terminate()
        assert run.process.wait(PATIENCE) == 0
        assert not [pid for pid in children if alive(pid)]


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_stopped_while_it_loads_it_ends_like_any_program(tmp_path: Path, stop: signal.Signals) -> None:
    with supervised(tmp_path, "loading") as run:
        run.until("loading")
        children = run.children
        os.killpg(run.process.pid, stop)
        assert run.process.wait(PATIENCE) == -stop
        assert not [pid for pid in children if alive(pid)]


@pytest.mark.parametrize("reloading", [False, True])
def test_a_killed_process_is_told_and_ends_the_server(tmp_path: Path, reloading: bool) -> None:
    with supervised(tmp_path) as run:
        run.until("serving at here")
        children = run.children
        if reloading:
            (tmp_path / "loading").touch()
            run.reload()
            run.until("loading")
            children = run.children
        os.kill(min(children), signal.SIGKILL)
        run.until("serve: the process that answers died (Killed); expected it to run")
        assert run.process.wait(PATIENCE) == 1
        assert not [pid for pid in children if alive(pid)]


def test_a_terminal_that_hangs_up_stops_the_server(tmp_path: Path) -> None:
    mine, its = os.openpty()
    with supervised(tmp_path, stderr=its) as run:
        os.close(its)
        run.until("serving at here")
        run.reload()
        run.until("serving build one from now on")
        run.until("told d")
        os.close(mine)
        run.reload()  # what the system sends to the processes of the terminal
        run.until("told s")
        assert run.process.wait(PATIENCE) == 0


def test_the_supervisor_has_one_thread(tmp_path: Path) -> None:
    with supervised(tmp_path) as run:
        run.until("serving at here")
        status = Path(f"/proc/{run.process.pid}/status").read_text()
        assert re.search(r"Threads:\s*1\n", status)
