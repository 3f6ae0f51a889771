"""A server that loads its data again, or stops, while clients are in the middle of their requests."""

from __future__ import annotations

import asyncio
import http.client
import json
import shutil
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from helpers import PATIENCE, TINY
from pcgraph.web.server.deadlines import make_server
from serving import Reply, Serving, alive, serving

ROWS = 16_000
LARGE = f"/sparql?query={quote(f'SELECT * {{ ?a ?b ?c . ?d ?e ?f }} LIMIT {ROWS}')}"
# A query with WAIT runs until a file is there. Clients have a minute, because a machine may be slow.
WAITING = """
import time
from pathlib import Path
from pcgraph.web import limits
from pcgraph.web.pool import worker

limits.CLIENT_TIMEOUT = 60.0
limits.GRACE = {grace}
answer = worker.answer

def wait(store, job, limits):
    while "WAIT" in job["text"] and not Path({go!r}).exists():
        time.sleep(0.01)
    return answer(store, job, limits)

worker.answer = wait
"""


@contextmanager
def connected(server: Serving, path: str) -> Iterator[socket.socket]:
    """Open a connection whose client reads little at a time, and send a request, if there is a path."""
    with socket.socket() as link:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        link.settimeout(PATIENCE)
        link.connect(("127.0.0.1", server.port))
        if path:
            request(link, path)
            assert link.recv(9, socket.MSG_PEEK) == b"HTTP/1.1 "
        yield link


def request(link: socket.socket, path: str) -> None:
    link.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())


def rest(link: socket.socket) -> bytes:
    """Return the body of the answer; fail if it is not whole."""
    answer = HTTPResponse(link)
    answer.begin()
    assert answer.status == 200
    return answer.read()


def test_a_failed_reload_shows_until_one_succeeds(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(TINY, data)
    agents = data / "register" / "agents.ttl"
    whole = agents.read_text()

    def reloaded(failed: int) -> bool:
        """While a process takes over, either of the two may answer."""
        found, counted = server.send("/ready"), server.send("/metrics").text
        shown = ("failed 1 time: older data are served" in found.text) is bool(failed)
        return found.status == 200 and shown and f"pcgraph_failed_reloads {failed}.0" in counted

    with serving("--metrics", data=data, cwd=tmp_path) as server:
        for content, failed in ((whole + "<broken", 1), (whole, 0)):
            agents.write_text(content)
            server.process.send_signal(signal.SIGHUP)
            server.until(partial(reloaded, failed))


def test_a_connection_that_arrives_just_before_the_last_one_is_taken_gets_its_answer() -> None:
    """asyncio forgets a connection that it has accepted, but not begun, when its server closes."""

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"ok"})

    async def answer() -> bytes:
        server = make_server(app)
        running = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        with socket.create_connection(listening.getsockname()) as link:
            link.settimeout(PATIENCE)
            request(link, "/")
            await asyncio.sleep(0)  # in this turn of the loop the connection is accepted
            await asyncio.create_task(server.drain(PATIENCE))
            server.should_exit = True
            await running
            return rest(link)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert asyncio.run(answer()) == b"ok"


@pytest.mark.exhaustive
def test_a_reload_shows_new_data_and_drops_no_request(tmp_path: Path) -> None:
    data, go = tmp_path / "data", tmp_path / "go"
    shutil.copytree(TINY, data)
    code = WAITING.format(go=str(go), grace=5.0)
    log = tmp_path / "access.log"
    with serving("--timeout", "120", "--access-log", str(log), data=data, cwd=tmp_path, code=code) as server:
        found: list[Reply] = []
        asking = threading.Thread(target=lambda: found.append(server.ask("ASK {} # WAIT")))
        first = server.pid
        kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        with connected(server, LARGE) as slow, connected(server, "") as silent:
            asking.start()
            agents = data / "register" / "agents.ttl"
            agents.write_text(agents.read_text().replace('"Borealis"@en', '"Aurora"@en'))
            log.rename(tmp_path / "access.log.1")
            server.process.send_signal(signal.SIGHUP)
            statuses, last = [], False
            while not last:  # the client of a connection that is kept learns from an answer that it is the last
                kept.request("GET", "/id/borealis.ttl")
                answer = kept.getresponse()
                statuses.append(answer.status)
                last = answer.getheader("connection") == "close"
                assert b"Aurora" not in answer.read()
            assert set(statuses) == {200}
            assert "Aurora" in server.send("/id/borealis.ttl").text
            request(silent, "/id/borealis.ttl")
            assert b"Borealis" in rest(silent)
            assert len(json.loads(rest(slow))["results"]["bindings"]) == ROWS
            assert alive(first, 0.1)
            go.touch()
            asking.join(PATIENCE)
        kept.close()
        assert found[0].status == 200
        assert not alive(first)
        assert "Aurora" in server.send("/id/borealis.ttl").text
        assert "/id/borealis.ttl" in log.read_text()  # a log that was renamed is opened anew


@pytest.mark.exhaustive
def test_asked_to_stop_it_sends_the_answer_that_a_client_still_reads_and_cuts_one_that_does_not(
    tmp_path: Path,
) -> None:
    with serving("--timeout", "120", code=WAITING.format(go=str(tmp_path / "go"), grace=3.0)) as server:
        found: list[Reply] = []
        asking = threading.Thread(target=lambda: found.append(server.ask("ASK {} # WAIT")))
        asking.start()
        with connected(server, LARGE) as reads, connected(server, LARGE) as sleeps, connected(server, "") as idle:
            server.process.send_signal(signal.SIGTERM)
            assert idle.recv(1) == b""
            assert len(json.loads(rest(reads))["results"]["bindings"]) == ROWS
            assert server.process.wait(PATIENCE) == 0
            asking.join(PATIENCE)
            sleeps.settimeout(PATIENCE)
            taken = 0
            while piece := sleeps.recv(65536):
                taken += len(piece)
            assert taken < 1_000_000
        assert (found[0].status, found[0].text.split(";")[0]) == (503, "server: stopping")
    assert "Traceback" not in "".join(server.said)
