"""Connections: who may come in, how long a request may take to arrive, and an answer to be taken. Door to uvicorn.

uvicorn closes connections that are idle between requests; it has no limit for a request that comes byte by byte, for a
connection on which none comes, and for a client that does not take its answer.
"""

from __future__ import annotations

import asyncio
import socket
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from pcgraph.serve.limits import CONNECTIONS, GRACE, HEADERS, PATIENCE


class Door(H11Protocol):
    """A connection with a deadline for all that the client has to do."""

    waiting: dict[Door, None]  # in the order in which they came; shared by the connections of one server
    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let the client in, and the one that waits longest out if there are too many."""
        super().connection_made(transport)
        self._wait()
        if len(self.waiting) > CONNECTIONS:
            next(iter(self.waiting)).transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the client."""
        self._go_on()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a piece of a request."""
        super().data_received(data)
        if self.cycle and not self.cycle.response_complete:
            self._go_on()

    def on_response_complete(self) -> None:
        """Wait for the next request, and for the rest of the answer to be taken."""
        self._wait()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Wait for the client to take what was sent."""
        super().pause_writing()
        self._wait()

    def resume_writing(self) -> None:
        """Go on with an answer."""
        super().resume_writing()
        if self.cycle and not self.cycle.response_complete:
            self._go_on()

    def _wait(self) -> None:
        """Give the client `PATIENCE` to send a request, or to take what was sent."""
        self._go_on()
        self.waiting[self] = None
        self._due = self.loop.call_later(PATIENCE, self.transport.abort)

    def _go_on(self) -> None:
        self.waiting.pop(self, None)
        if self._due:
            self._due.cancel()


class Server(uvicorn.Server):
    """A server that ends with exit code 0 when it is asked to stop, and at once when it is asked twice."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop as asked, without the signal."""
        del sig, frame
        self.force_exit, self.should_exit = self.should_exit, True


def server(app: Any) -> Server:
    """Make the server of an app; it says nothing by itself."""
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
            proxy_headers=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=int(GRACE),
            h11_max_incomplete_event_size=HEADERS,
        )
    )


def listen(host: str, port: int) -> socket.socket:
    """Take an address.

    Raises
    ------
    OSError
        If it is taken, or none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=1024)
