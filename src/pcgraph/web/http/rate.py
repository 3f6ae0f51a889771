"""A limit on how many requests a client may send: a token bucket for each client, in little memory."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from pcgraph.web.http.problems import error_response

CLIENTS = 10_000  # that are remembered; beyond that, the one that asked least recently is forgotten
MINUTE = 60.0
EXEMPT = ("/health", "/ready", "/metrics")  # for monitors
NETWORK = 64  # bits of an IPv6 address that one customer has


class RateLimit:
    """Middleware that refuses the requests of a client that sends too many (429).

    Each client has a bucket that holds the requests of one minute and fills up evenly. The bucket is kept as one
    number: the moment at which it is full again. This machine itself and monitors are not limited.

    >>> limit = RateLimit(lambda *_: None, 2, lambda: 100.0)
    >>> [limit.wait("192.0.2.7"), limit.wait("192.0.2.7"), limit.wait("192.0.2.7"), limit.wait("192.0.2.8")]
    [0.0, 0.0, 30.0, 0.0]
    """

    def __init__(self, app: ASGIApp, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.app, self.per_minute, self._clock = app, per_minute, clock
        self._full: OrderedDict[str, float] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it before anything reads it."""
        address = scope["client"][0] if scope["type"] == "http" and scope.get("client") else "127.0.0.1"
        name = address if address in self._full else client(address)
        if name and _path(scope) not in EXEMPT and (seconds := self.wait(name)):
            after = math.ceil(seconds)
            line = (
                f"request: more than {self.per_minute:,} in a minute from {name}; expected fewer; "
                f"wait {after} s, and send fewer at a time"
            )
            await error_response(Request(scope), 429, line, Retry_After=str(after))(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def wait(self, name: str) -> float:
        """Take a request from a client's bucket: return 0, or if it is empty the seconds until it holds one."""
        now = self._clock()
        full = max(now, self._full.get(name, now)) + MINUTE / self.per_minute
        if full - now > MINUTE + 1e-6:  # seconds are not exact
            return full - now - MINUTE
        self._full[name] = full
        self._full.move_to_end(name)
        if len(self._full) > CLIENTS:
            self._full.popitem(last=False)
        return 0.0


def client(address: str) -> str:
    """Return the name of a client: its IPv4 address or its IPv6 network; "" for this machine.

    >>> client("192.0.2.7"), client("::ffff:192.0.2.7"), client("2001:db8:1:2:3::4"), client("127.0.0.1")
    ('192.0.2.7', '192.0.2.7', '2001:db8:1:2::/64', '')

    What a proxy sends and is no address counts as one client, so that nobody can invent clients.

    >>> client("anything"), client("something else")
    ('an unknown address', 'an unknown address')
    """
    try:
        found = ip_address(address)
    except ValueError:
        return "an unknown address"
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is None:
            return "" if found.is_loopback else str(ip_network((int(found), NETWORK), strict=False))
        found = found.ipv4_mapped
    return "" if found.is_loopback else str(found)


def _path(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(str(scope.get("root_path", "")))
