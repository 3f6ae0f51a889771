"""Answers that clients do not read, or read slowly: they are bounded, they end with their client, others get theirs."""

from __future__ import annotations

import asyncio
import select
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock
from urllib.parse import quote

import pytest
from uvicorn.server import ServerState

from helpers import PATIENCE, everyday
from pcgraph.web.server import deadlines as web_server
from serving import PATIENT, Serving, serving

LARGE = "SELECT * {{ ?a ?b ?c . ?d ?e ?f }} LIMIT {}"


def asked(rows: int) -> str:
    """Return the address of an answer of so many rows."""
    return "/sparql?query=" + quote(LARGE.format(rows))


def unread(server: Serving, path: str, source: str = "127.0.0.1", method: str = "GET") -> socket.socket:
    """Ask for something; return the connection once the answer has begun."""
    link = socket.socket()
    link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    link.settimeout(PATIENCE)
    link.bind((source, 0))
    link.connect(("127.0.0.1", server.port))
    link.sendall(f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert link.recv(9, socket.MSG_PEEK) == b"HTTP/1.1 "
    return link


def files(server: Serving) -> list[str]:
    """List the files and pipes that the server's own process holds open."""
    found = []
    for one in Path(f"/proc/{server.pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            found.append(str(one.readlink()))
    return sorted(name for name in found if not name.startswith("socket:"))


def resident(server: Serving) -> int:
    """Return the memory of the server's own process, in MB."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


NO_DISK = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))"


@pytest.mark.exhaustive
def test_large_answers_need_no_room_on_disk() -> None:
    with serving(code=NO_DISK) as server:
        for _ in range(3):
            found = server.ask(LARGE.format(9000))
            assert found.status == 200, found.text
            assert len(found.rows) == 9000


def test_a_dump_without_room_on_disk_is_one_honest_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with serving(code=NO_DISK) as server:
        for _ in range(2):
            found = server.send("/dump.nq.gz")
            assert (found.status, found.text.count("\n")) == (507, 1)
            assert found.text.startswith("/dump.nq.gz: cannot be written (")
            assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def small() -> Iterator[Serving]:
    """A server with room for four answers of 4 MB."""
    with serving("--max-bytes", "4000000") as started:
        yield started


@pytest.mark.exhaustive
def test_a_client_that_reads_nothing_takes_at_most_half_of_the_room(small: Serving) -> None:
    text = LARGE.format(8000)
    assert 3_200_000 < len(small.ask(text).body) < 4_000_000
    before = resident(small)
    with ExitStack() as opened:
        for _ in range(2):
            opened.enter_context(unread(small, asked(8000), "127.0.0.2"))
        small.until(lambda: small.ask(text, source="127.0.0.2").status == 503)  # both answers wait to be read
        for _ in range(3):
            refused = small.ask(text, source="127.0.0.2")
            assert (refused.status, refused.text.count("\n")) == (503, 1)
            assert refused.text.startswith("server: no memory for an answer of ")
            assert int(refused.headers["retry-after"]) > 0
            assert small.ask(text, source="127.0.0.3").status == 200
        assert small.ask("ASK {}", source="127.0.0.2").status == 200
        assert resident(small) < before + 16
    small.until(lambda: small.ask(text, source="127.0.0.2").status == 200)


@pytest.mark.exhaustive
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nothing_is_held_for_a_client_that_left(small: Serving, method: str) -> None:
    text, before = LARGE.format(8000), files(small)
    for _ in range(2):
        small.ask(text)
    memory = resident(small)
    for number in range(8):
        unread(small, asked(8000), f"127.0.0.{number + 2}", method).close()
    small.until(lambda: all(small.ask(text, source=f"127.0.0.{n + 2}").status == 200 for n in range(8)))
    assert files(small) == before
    small.until(lambda: resident(small) < memory + 4)
    assert small.said[-1].startswith("serving at"), small.said[-1]


@pytest.mark.exhaustive
def test_memory_goes_back_to_the_system_when_many_clients_leave() -> None:
    with serving() as server:
        page = server.send("/").body
        server.ask(LARGE.format(3000))
        before = resident(server)
        with ExitStack() as opened:
            for number in range(60):
                opened.enter_context(unread(server, asked(3000), f"127.0.0.{number + 2}"))
            for _ in range(300):
                opened.enter_context(unread(server, "/"))
            assert len(page) > 500_000
            assert before + 60 < resident(server) < before + 200  # of the page each has a piece, not a copy
        server.until(lambda: resident(server) < before + 10)


def read(link: socket.socket, pause: float) -> int:
    """Read an answer slowly; return how many bytes came. On a busy machine it is read more slowly still."""
    found = 0
    while piece := link.recv(8192):
        found += len(piece)
        time.sleep(pause)
    return found


@pytest.mark.exhaustive
def test_a_client_that_reads_slowly_gets_the_whole_answer() -> None:
    """The system may take a client's bytes in large steps, of which each takes longer than the server is patient."""
    with serving(code=PATIENT.format(1.0)) as server:
        whole = len(server.send(asked(12000)).body)
        with unread(server, asked(12000)) as link:
            link.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert read(link, 8192 / 1_000_000) > whole


@pytest.mark.parametrize(
    "more", everyday([b"", b"G"], b"".__eq__), ids=["in silence", "with a byte of another request"]
)
def test_a_client_that_reads_nothing_is_cut(more: bytes) -> None:
    """The connection is reset, so that the system does not keep the rest either."""
    with serving(code=PATIENT.format(1.0)) as server, unread(server, asked(16000)) as link:
        link.sendall(more)
        ended = select.poll()
        ended.register(link, 0)
        assert ended.poll(30_000), "the server waits for ever"


class Clock:
    """Calls what is due when a test says so."""

    def __init__(self) -> None:
        self.due: list[Callable[[], None]] = []

    def call_later(self, seconds: float, call: Callable[[], None]) -> SimpleNamespace:
        del seconds
        self.due.append(call)
        return SimpleNamespace(cancel=lambda: self.due.remove(call) if call in self.due else None)

    def pass_(self) -> None:
        for call in list(self.due):
            self.due.remove(call)
            call()


def test_a_client_is_kept_as_long_as_it_reads_something() -> None:
    config, clock, here = web_server.make_server(lambda: None).config, Clock(), socket.socket()
    config.load()
    transport = MagicMock(spec=asyncio.Transport)
    transport.get_extra_info.side_effect = lambda name: here if name == "socket" else None
    protocol: Any = config.http  # the class of its connections
    link = protocol(config=config, server_state=ServerState(), app_state={}, _loop=clock)
    with here:
        transport.get_write_buffer_size.return_value = 0
        link.connection_made(transport)
        transport.get_write_buffer_size.return_value = 100_000
        link.pause_writing()
        for left in (99_999, 50_000, 49_999):
            transport.get_write_buffer_size.return_value = left
            clock.pass_()
            transport.abort.assert_not_called()
        clock.pass_()
        transport.abort.assert_called_once_with()
        assert not link.waiting
