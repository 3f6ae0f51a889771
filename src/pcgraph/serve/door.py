"""Connections: who may come in, how long a request may take to arrive, and an answer to be taken. Door to uvicorn.

uvicorn closes connections that are idle between requests; it has no limit for a request that comes byte by byte, for a
connection on which none comes, and for a client that does not read its answer. One that reads slowly is kept.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Sequence
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from pcgraph.serve.limits import CONNECTIONS, GRACE, HEADERS, PATIENCE, UNSENT

DROP = struct.pack("ii", 1, 0)  # SO_LINGER: a closed connection is reset, and the system forgets what was not sent


class Door(H11Protocol):
    """A connection with a deadline for all that the client has to do."""

    waiting: dict[Door, None]  # in the order in which they came; shared by the connections of one server
    _due: asyncio.TimerHandle | None = None
    _unread = 0  # bytes that were left to send when the client was last looked at

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let the client in, and the one that waits longest out if there are too many."""
        super().connection_made(transport)
        self._wait()
        if len(self.waiting) > CONNECTIONS:
            next(iter(self.waiting))._cut()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        self._stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a piece of a request."""
        super().data_received(data)
        self._go_on()

    def on_response_complete(self) -> None:
        """Wait for the next request, and for the rest of the answer to be read."""
        self._wait()
        super().on_response_complete()
        self._go_on()

    def pause_writing(self) -> None:
        """Wait for the client to read what was sent."""
        super().pause_writing()
        self._wait()

    def resume_writing(self) -> None:
        """Go on with an answer."""
        super().resume_writing()
        self._go_on()

    def _wait(self) -> None:
        """Wait `PATIENCE` seconds for the client to send a request, or to read some of what was sent."""
        self._stop()
        self.waiting[self] = None
        self._unread = self.transport.get_write_buffer_size()
        self._due = self.loop.call_later(PATIENCE, self._look)

    def _look(self) -> None:
        """Keep a client that has read something since the last look."""
        if self.transport.get_write_buffer_size() < self._unread:
            self._wait()
        else:
            self._cut()

    def _go_on(self) -> None:
        """Stop waiting if the next step is the server's."""
        if self.cycle and not self.cycle.response_complete and not self.flow.write_paused:
            self._stop()

    def _stop(self) -> None:
        self.waiting.pop(self, None)
        if self._due:
            self._due.cancel()

    def _cut(self) -> None:
        """Close the connection, and let the system drop what was not sent."""
        self._stop()
        self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, DROP)
        self.transport.abort()


class Server(uvicorn.Server):
    """A server that ends with exit code 0 when it is asked to stop, and at once when it is asked twice."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop as asked, without the signal."""
        del sig, frame
        self.force_exit, self.should_exit = self.should_exit, True


def server(app: Any, proxies: Sequence[str] = ()) -> Server:
    """Make the server of an app; it says nothing by itself. Only `proxies` may name the client that they ask for."""
    return Server(
        uvicorn.Config(
            app,
            http=type("Door", (Door,), {"waiting": {}}),
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
            timeout_keep_alive=5,
            timeout_graceful_shutdown=int(GRACE),
            h11_max_incomplete_event_size=HEADERS,
        )
    )


def listen(host: str, port: int) -> socket.socket:
    """Take an address. Connections get its options: no delay of small pieces, and few bytes that wait in the system.

    Raises
    ------
    OSError
        If it is taken, or none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, backlog=1024)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_NOTSENT_LOWAT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT)
    return listening
