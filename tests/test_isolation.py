"""Ctrl-C ends a job in a separate process, whenever it arrives."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time

import pytest

from helpers import ROOT

CODE = """
import time
from pcgraph.query.engine import isolation

while True:
    try:
        print("go", flush=True)
        isolation.run(lambda: time.sleep(3600))
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""
WINDOW = 0.006  # seconds in which the process forks, and some more


@pytest.mark.slow
@pytest.mark.parametrize("send", [os.kill, os.killpg])
def test_no_interrupt_is_lost_while_a_process_forks(send: object) -> None:
    """A terminal sends Ctrl-C to the whole group; `kill -INT` to one process."""
    assert callable(send)
    running = subprocess.Popen(
        [sys.executable, "-c", CODE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert running.stdout is not None
    assert running.stderr is not None
    moments = random.Random(33)
    try:
        for number in range(200):
            assert running.stdout.readline() == b"go\n", running.stderr.read()
            time.sleep(moments.uniform(0, WINDOW))
            send(running.pid, signal.SIGINT)
            if not select.select([running.stdout], [], [], 20)[0]:
                os.killpg(running.pid, signal.SIGKILL)
                pytest.fail(f"interrupt {number} was lost: {running.communicate()[1].decode()}")
            assert running.stdout.readline() == b"stopped\n", running.stderr.read()
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
    _, errors = running.communicate()
    assert errors == b""
