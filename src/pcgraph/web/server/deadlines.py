"""uvicorn with deadlines: for a request to arrive, and for a client to read its answer.

uvicorn closes connections that are idle between requests. It has no limit for a request that arrives byte by byte, for
a connection without any request, or for a client that does not read its answer. A client that reads slowly is kept.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import struct
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.protocols.http.flow_control import CLOSE_HEADER
from uvicorn.protocols.http.h11_impl import H11Protocol

from pcgraph.errors import EndpointError
from pcgraph.web.limits import CLIENT_TIMEOUT, CONNECTIONS, GRACE, HEADERS, UNSENT

ACCEPTED = 0.1  # seconds after which a connection that was accepted last is among those of the server
RESET_ON_CLOSE = struct.pack("ii", 1, 0)  # SO_LINGER: closing resets the connection and drops unsent data


class Connection(H11Protocol):
    """A connection with a deadline for each step that the client has to do."""

    waiting: dict[Connection, None]  # in order of waiting; shared by the connections of one server
    _deadline: asyncio.TimerHandle | None = None
    _unread = 0  # bytes left to send at the last check

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Accept the client; if there are too many, close the connection that has waited longest."""
        super().connection_made(transport)
        self._wait()
        if len(self.waiting) > CONNECTIONS:
            next(iter(self.waiting))._abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Remove the connection from those that wait."""
        self._stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Receive a piece of a request."""
        super().data_received(data)
        self._resume()

    def on_response_complete(self) -> None:
        """Wait for the next request, and for the client to read the rest of the answer."""
        self._wait()
        super().on_response_complete()
        self._resume()

    def pause_writing(self) -> None:
        """Wait for the client to read what was sent."""
        super().pause_writing()
        self._wait()

    def resume_writing(self) -> None:
        """Continue with an answer."""
        super().resume_writing()
        self._resume()

    def _wait(self) -> None:
        """Allow the client `CLIENT_TIMEOUT` seconds to send a request or to read some of the answer."""
        self._stop()
        self.waiting[self] = None
        self._unread = self.transport.get_write_buffer_size()
        self._deadline = self.loop.call_later(CLIENT_TIMEOUT, self._check_progress)

    def _check_progress(self) -> None:
        """Keep a client that has read something since the last check; else close the connection."""
        if self.transport.get_write_buffer_size() < self._unread:
            self._wait()
        else:
            self._abort()

    def _resume(self) -> None:
        """Stop the deadline if the next step is the server's."""
        if self.cycle and not self.cycle.response_complete and not self.flow.write_paused:
            self._stop()

    def _stop(self) -> None:
        self.waiting.pop(self, None)
        if self._deadline:
            self._deadline.cancel()

    def _abort(self) -> None:
        """Close the connection and drop unsent data."""
        self._stop()
        self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        self.transport.abort()


class Server(uvicorn.Server):
    """A server that exits with code 0 after the first signal and immediately after the second."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop, without raising the signal again as uvicorn does."""
        del sig, frame
        self.force_exit, self.should_exit = self.should_exit, True

    async def drain(self, seconds: float) -> None:
        """Take no more connections, and wait until the others are closed, at most so many seconds.

        A request may be on its way on a connection that is idle, so it is not closed earlier than always. From now on
        each answer tells the client that it is the last on its connection.
        """
        for server in self.servers:
            for listening in server.sockets:
                asyncio.get_running_loop().remove_reader(listening)
        await asyncio.sleep(0)  # a connection that was accepted last begins now; a closed server would lose it
        for server in self.servers:
            server.close()
        self.config.encoded_headers.append(CLOSE_HEADER)  # for the requests to come
        self.server_state.default_headers = [*self.server_state.default_headers, CLOSE_HEADER]
        for connection in self.server_state.connections:
            if isinstance(connection, Connection) and connection.cycle:
                connection.cycle.default_headers = self.server_state.default_headers
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.sleep(ACCEPTED)
                while self.server_state.connections and not self.should_exit:
                    await asyncio.sleep(ACCEPTED)


def is_fault(record: logging.LogRecord) -> bool:
    """Return whether a record tells a fault: a request that is cut off when the server stops is none."""
    return not (record.exc_info and record.exc_info[0] is asyncio.CancelledError)


def make_server(app: Any, proxies: Sequence[str] = ()) -> Server:
    """Return a server for an app. It writes nothing but the traceback of an error, to stderr.

    Forwarding headers count only if they come from `proxies`.
    """
    logging.getLogger("uvicorn.error").addFilter(is_fault)
    return Server(
        uvicorn.Config(
            app,
            http=type("Connection", (Connection,), {"waiting": {}}),
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
            timeout_keep_alive=5,
            timeout_graceful_shutdown=int(GRACE),
            h11_max_incomplete_event_size=HEADERS,
        )
    )


def listen(host: str, port: int, server: str = "serve", options: str = "--port or --host") -> socket.socket:
    """Listen at an address. Connections inherit its options: no delay of small packets, and few unsent bytes."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=1024)
    except (OSError, OverflowError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "no such address"
        raise EndpointError(
            f"{server}: {host}:{port} cannot be used ({reason}); expected a free address of this machine; "
            f"choose another with {options}"
        ) from error
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_NOTSENT_LOWAT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT)
    return listening
