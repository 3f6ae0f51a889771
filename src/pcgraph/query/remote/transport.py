"""What every HTTP request of pcgraph shares: the deadline, the limit of size, Retry-After, addresses in messages."""

from __future__ import annotations

import math
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import httpx2

from pcgraph.model.text import visible

T = TypeVar("T")


class TooLong(Exception):
    """Raised when an answer has more bytes than are accepted."""


class Transport(httpx2.HTTPTransport):
    """A transport for one request at a time, which another thread can stop."""

    _stream: Any = None

    def until(self, end: float, job: Callable[[], T]) -> T:
        """Run a job in a thread and wait for it until `end`, however slow a server is, or the look-up of its name."""
        done: Future[T] = Future()

        def run() -> None:
            try:
                done.set_result(job())
            except BaseException as error:  # the caller raises it
                done.set_exception(error)

        threading.Thread(target=run, name="pcgraph-http", daemon=True).start()
        try:
            return done.result(max(end - time.monotonic(), 0.0))
        except BaseException:
            self.close() if done.done() else self._shut_down()
            raise

    def ask(self, request: httpx2.Request, end: float, connect: float = math.inf) -> httpx2.Response:
        """Send a request and return the answer without its body; `connect` limits the seconds for a connection."""
        left = max(end - time.monotonic(), 0.001)
        timeout = httpx2.Timeout(left, connect=min(left, connect)).as_dict()
        request.extensions |= {"timeout": timeout, "trace": self._note}
        return self.handle_request(request)

    def _note(self, event: str, info: Mapping[str, Any]) -> None:
        """Remember the stream of a new connection; the library calls this for each step of a request."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._stream = info["return_value"]

    def _shut_down(self) -> None:
        """End the connection, so that a thread that waits for the server wakes up.

        The socket is not closed: its number could go to another file while that thread still reads from it.
        """
        if self._stream:
            with suppress(OSError):
                self._stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)


def payload(response: httpx2.Response, most: int, declared: int = 0) -> Iterator[bytes]:
    """Yield the bytes of an answer as they are sent; raise TooLong if there are, or it declares, more than `most`."""
    size = 0
    for chunk in response.iter_raw():
        size += len(chunk)
        if max(size, declared) > most:
            raise TooLong
        yield chunk


def retry_after(text: str) -> float | None:
    """Return the seconds of a header ``Retry-After``, which has seconds or a date; None if it has neither.

    >>> retry_after("120"), retry_after("soon")
    (120.0, None)
    """
    if re.fullmatch(r"[0-9]{1,9}", text.strip()):
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError):
        return None


def without_user(url: str) -> str:
    """Return an address for messages, without user and password and on one line.

    >>> without_user("https://ulla:secret@a.example/b?c")
    'https://a.example/b?c'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return visible(url)
    return visible(urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])))
