"""What both servers do with headers: the host of a request, and headers that every answer carries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Scope, Send

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def host_name(scope: Scope) -> str:
    """Return the name in the ``Host`` header of a request, without its port.

    >>> host_name({"type": "http", "headers": [(b"host", b"LocalHost:8010")]})
    'localhost'
    """
    return re.sub(r":\d+$", "", Headers(scope=scope).get("host", "")).lower()


def with_headers(send: Send, headers: Mapping[str, str]) -> Send:
    """Return a `send` that adds headers to the answer; one that it has already stays."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = MutableHeaders(scope=message)
            for name, value in headers.items():
                own.setdefault(name, value)
        await send(message)

    return sent
