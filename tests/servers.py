"""SPARQL servers of other makers, started on a free port of this machine in a fresh folder, and stopped at the end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

import needs

STOP = 60.0  # seconds that a server may take to stop before it is killed
LIFE = 6 * 3600  # seconds after which it ends in any case, even when the tests were killed
VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
MaxCheckpointRemap = 2000
FileExtend = 200

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 20
CheckpointInterval = 0
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = {folder}
VADInstallDir = {folder}
; without the next four, long answers are cut, or queries refused for what they might cost
ResultSetMaxRows = 10000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 0

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10

[SPARQL]
ResultSetMaxRows = 10000000
MaxConstructTriples = 10000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 0
"""


@dataclass(frozen=True)
class Server:
    """Addresses of a server: for questions, for updates, and of its Graph Store; with user and password."""

    query: str
    update: str
    graph_store: str


_numbers = count(64 * os.getpid())


def free_ports(number: int) -> list[int]:
    """Find ports of this machine on which nobody listens, and that nobody takes before the server does.

    They are below those that the system hands out. This process keeps the UDP port of the same number as long as it
    lives, so that no other process of the tests takes the port, in another run either.
    """
    found: list[int] = []
    while len(found) < number:
        port = 10_000 + next(_numbers) % 22_000
        with suppress(OSError), socket.socket(type=socket.SOCK_DGRAM) as claim:
            claim.bind(("127.0.0.1", port))
            with socket.create_server(("127.0.0.1", port)):
                found.append(port)
            claim.detach()  # so that it is not closed
    return found


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Start the Oxigraph server of the wheel."""
    program = shutil.which("oxigraph", path=sysconfig.get_path("scripts")) or shutil.which("oxigraph")
    if program is None:
        pytest.fail("no oxigraph: pip install oxigraph")
    (port,) = free_ports(1)
    with _running(
        [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], folder, lambda: _listens(port)
    ):
        at = f"http://127.0.0.1:{port}"
        yield Server(f"{at}/query", f"{at}/update", f"{at}/store")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Start Virtuoso 7 with a database of its own; user and password are those of a new database."""
    program = needs.program("virtuoso-t")
    sql, http = free_ports(2)
    ini = folder / "virtuoso.ini"
    ini.write_text(VIRTUOSO.format(folder=folder, sql=sql, http=http))
    log = folder / "server.log"  # a connection while it starts can crash it (GPF in Dkernel.c)
    with _running(
        [program, "+configfile", str(ini), "+foreground", "+wait"],
        folder,
        lambda: b"HTTP server online" in log.read_bytes(),
    ):
        at = f"127.0.0.1:{http}"
        yield Server(
            f"http://{at}/sparql", f"http://dba:dba@{at}/sparql-auth", f"http://dba:dba@{at}/sparql-graph-crud-auth"
        )


@contextmanager
def _running(command: list[str], folder: Path, ready: Callable[[], bool]) -> Iterator[None]:
    log = (folder / "server.log").open("wb")
    server = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=lambda: signal.alarm(LIFE)
    )
    try:
        _until(ready, server, folder)
        yield
    finally:
        server.terminate()
        try:
            server.wait(STOP)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        log.close()


def _until(ready: Callable[[], bool], server: subprocess.Popen[bytes], folder: Path) -> None:
    while not ready():
        if server.poll() is not None:
            pytest.fail(f"the server does not start: {(folder / 'server.log').read_text(errors='replace')[-500:]}")
        time.sleep(0.05)


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
