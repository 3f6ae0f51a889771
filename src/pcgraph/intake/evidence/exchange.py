"""Sends one request to a public web address, and returns its complete answer within limits of time and size."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import SplitResult, urlsplit

import httpx2

from pcgraph.errors import EndpointError
from pcgraph.intake.evidence.hosts import Forbidden, resolve
from pcgraph.query.remote.http import BUSY, one_line
from pcgraph.query.remote.transport import TooLong, Transport, payload, retry_after, without_user
from pcgraph.version import __version__

USER_AGENT = f"pcgraph/{__version__} (+https://w3id.org/pcgraph/)"
ACCEPTED = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
CONNECT_SECONDS = 15.0  # for one of several addresses of a host
ADVICE = {
    401: "it needs a login: save its text by hand",
    403: "it refuses programs: save its text by hand",
    404: "check the address, or look for an archived copy",
    410: "look for an archived copy",
}
Reason = Literal["address", "private", "robots", "loop", "name", "connection", "time", "size", "broken"]


class FetchError(EndpointError):
    """Raised when an address gives no complete answer, or must not be asked.

    Attributes
    ----------
    reason : str
        ``address`` (not http or https, or with a user), ``private`` (not on the public internet), ``robots``, ``loop``
        (of redirects, or too many), ``name`` (the host is unknown), ``connection``, ``time``, ``size``, ``broken`` (the
        answer is damaged or is not HTTP).
    what : str
        What happened, without the address.

    >>> print(FetchError("https://a.example/", "name", "the host is unknown", "an answer", "check the address"))
    https://a.example/: the host is unknown; expected an answer; check the address
    """

    def __init__(self, url: str, reason: Reason, what: str, expected: str, todo: str) -> None:
        self.reason, self.what = reason, what
        if reason in ("time", "size"):
            self.exit_code = 5
        super().__init__(f"{without_user(url)}: {what}; expected {expected}; {todo}")


@dataclass(frozen=True)
class Exchange:
    """One request and its answer."""

    url: str
    address: str  # the address of the host that was connected to
    # request and head: the request, and the answer up to the empty line that ends its headers
    request: bytes = field(repr=False)
    head: bytes = field(repr=False)
    status: int
    headers: tuple[tuple[str, str], ...] = field(repr=False)  # names in lower case
    body: bytes = field(repr=False)  # the payload as the server sent it, without chunks; it may be compressed
    time: datetime  # when the request was sent, in UTC

    def header(self, name: str) -> str:
        """Return the first value of a header; "" if there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def advice(self) -> str:
        """What to do about a status other than 200.

        >>> Exchange("", "", b"", b"", 410, (), b"", datetime.now(UTC)).advice
        'look for an archived copy'
        """
        if self.status in BUSY and (wait := retry_after(self.header("retry-after"))) is not None:
            return f"try again in {wait:.0f} s"
        return ADVICE.get(self.status, "try again later")


def checked(url: str) -> SplitResult:
    """Return the parts of an address that may be asked.

    >>> checked("https://a.example/b").hostname
    'a.example'
    """
    parts = None
    with suppress(ValueError):
        parts = urlsplit(url)
        _ = parts.port  # raises if it is no number
    if parts is None or parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise FetchError(url, "address", "not a web address", "http:// or https:// and a host", "correct it")
    if "@" in parts.netloc:
        raise FetchError(url, "address", "has a user or password", "an address that anybody may read", "remove them")
    return parts


def ask(url: str, end: float, max_bytes: int, allow: frozenset[str] = frozenset()) -> Exchange:
    """Send one GET request and return its complete answer, whatever its status; redirects are not followed."""
    parts = checked(url)
    port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
    transport = Transport()

    def run() -> Exchange:
        with closing(transport):
            return _exchange(transport, url, resolve(parts.hostname or "", port, allow), end, max_bytes)

    try:
        return transport.until(end, run)
    except Forbidden as error:
        raise FetchError(url, "private", str(error), "a public address", "check it") from error
    except TooLong as error:
        what = f"longer than {max_bytes:,} bytes"
        raise FetchError(url, "size", what, "a shorter page", "save its text by hand") from error
    except (TimeoutError, httpx2.TimeoutException) as error:
        raise FetchError(url, "time", "no complete answer in time", "one sooner", "try again later") from error
    except httpx2.RemoteProtocolError as error:
        what = f"the answer breaks off or is not HTTP ({one_line(str(error)).rstrip('.')})"
        raise FetchError(url, "broken", what, "a complete answer", "try again later") from error
    except socket.gaierror as error:
        raise FetchError(
            url, "name", "the host is unknown", "an answer", "check the address and the network"
        ) from error
    except (httpx2.HTTPError, OSError) as error:
        what = f"no connection ({one_line(str(error))})"
        raise FetchError(url, "connection", what, "an answer", "check the address and the network") from error
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(url, "address", "not a web address", "http:// or https:// and a host", "correct it") from error


def _exchange(transport: Transport, url: str, addresses: Iterable[str], end: float, max_bytes: int) -> Exchange:
    """Ask the first address that can be connected to; the request and the check of TLS name the host."""
    place = httpx2.URL(url).copy_with(fragment=None)
    headers = [
        ("Host", place.netloc.decode("ascii")),
        ("User-Agent", USER_AGENT),
        ("Accept", ACCEPTED),
        ("Accept-Encoding", "identity"),  # archives hash the bytes as sent, so plain ones can be compared with theirs
        ("Connection", "close"),
    ]
    failure: Exception = OSError("the host has no address")
    for address in addresses:
        extensions = {"sni_hostname": place.raw_host.decode("ascii")}
        request = httpx2.Request("GET", place.copy_with(host=address), headers=headers, extensions=extensions)
        began = datetime.now(UTC)
        try:
            response = transport.ask(request, end, CONNECT_SECONDS)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            failure = error
            continue
        with closing(response):
            body = b"".join(payload(response, max_bytes))
        lines = [f"GET {place.raw_path.decode('ascii')} HTTP/1.1", *(f"{name}: {value}" for name, value in headers)]
        raw = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]
        lower = tuple((name.lower(), value) for name, value in raw)
        sent = "\r\n".join([*lines, "", ""]).encode("ascii")
        return Exchange(url, address, sent, _head(response, raw), response.status_code, lower, body, began)
    raise failure


def _head(response: httpx2.Response, headers: list[tuple[str, str]]) -> bytes:
    version = response.extensions.get("http_version", b"HTTP/1.1").decode("ascii")
    phrase = response.extensions.get("reason_phrase", b"").decode("latin-1")
    lines = [f"{version} {response.status_code} {phrase}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
