"""Fetches a web page once and politely: within limits, from public addresses only, and as robots.txt allows.

Nothing is retried, no proxy is used and no cookie is kept. Redirects are followed one by one, and each is checked and
recorded like the first request.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit, urlunsplit

from pcgraph.intake.evidence import robots
from pcgraph.intake.evidence.decoding import Broken, decompress
from pcgraph.intake.evidence.exchange import Exchange, FetchError, ask, checked
from pcgraph.query.remote.transport import TooLong, without_user

REDIRECTS = {301, 302, 303, 307, 308}
PERMANENT = {301, 308}
MOST_REQUESTS = 10  # for one address, with all redirects
LONGEST_DELAY = 30.0  # seconds between requests that a site may ask for


@dataclass(frozen=True)
class Page:
    """The answer to an address, after its redirects."""

    asked: str  # the address that was asked for
    exchanges: tuple[Exchange, ...]  # every request with its answer, in order; only the last is no redirect
    content: bytes = field(repr=False)  # the payload of the last answer, decompressed

    @property
    def last(self) -> Exchange:
        """The answer itself."""
        return self.exchanges[-1]

    @property
    def moved_to(self) -> str:
        """The address that permanent redirects lead to; "" if the first redirect is not permanent or there is none."""
        place = ""
        for before, after in zip(self.exchanges, self.exchanges[1:], strict=False):
            if before.status not in PERMANENT:
                break
            place = after.url
        return place


@dataclass
class Fetcher:
    """Fetches pages. Use one for several pages: it reads each robots.txt once, and waits between requests if asked to.

    >>> Fetcher().get("file:///etc/hosts")
    Traceback (most recent call last):
    pcgraph.intake.evidence.exchange.FetchError: file:///etc/hosts: not a web address; expected http:// or https:// ...
    """

    seconds: float = 60.0  # for one address, from the look-up of its host to the last byte, with redirects and pauses
    max_bytes: int = 30_000_000  # the longest page, in bytes, both as it is sent and decompressed
    robots_seconds: float = 15.0  # for robots.txt of a site
    pause: float = 1.0  # seconds between two pages of a site that does not ask for more
    allow: frozenset[str] = frozenset()  # addresses that may be asked although they are not public, for tests
    _robots: dict[str, robots.Robots] = field(default_factory=dict, init=False, repr=False)
    _answered: dict[str, float] = field(
        default_factory=dict, init=False, repr=False
    )  # origin → time of its last answer

    def get(self, url: str, *, heed_robots: bool = True) -> Page:
        """Fetch an address and return its answer, whatever its status.

        >>> Fetcher().get("http://10.0.0.1/")
        Traceback (most recent call last):
        pcgraph.intake.evidence.exchange.FetchError: http://10.0.0.1/: the host has the address 10.0.0.1, which is...
        """
        end = time.monotonic() + self.seconds
        exchanges: list[Exchange] = []
        place = url
        while True:
            if heed_robots:
                self._wait_as_allowed(place, end, 0.0 if exchanges else self.pause)
            exchanges.append(self._ask(place, end))
            target = _redirect(exchanges[-1])
            if not target:
                return Page(url, tuple(exchanges), self._content(exchanges[-1]))
            if target in {exchange.url for exchange in exchanges}:
                raise FetchError(url, "loop", f"redirects in a circle, to {without_user(target)}", "a page", "check it")
            if len(exchanges) == MOST_REQUESTS:
                raise FetchError(url, "loop", f"redirects more than {MOST_REQUESTS - 1} times", "a page", "check it")
            place = target

    def _ask(self, url: str, end: float) -> Exchange:
        try:
            return ask(url, end, self.max_bytes, self.allow)
        finally:
            self._answered[_origin(url)] = time.monotonic()

    def _content(self, exchange: Exchange) -> bytes:
        try:
            return decompress(exchange.body, exchange.header("content-encoding"), self.max_bytes)
        except TooLong as error:
            what = f"longer than {self.max_bytes:,} bytes when it is decompressed"
            raise FetchError(exchange.url, "size", what, "a shorter page", "save its text by hand") from error
        except Broken as error:
            raise FetchError(exchange.url, "broken", str(error), "a complete page", "try again later") from error

    def _wait_as_allowed(self, url: str, end: float, least: float) -> None:
        """Wait for `least` seconds since the last answer of the site, or what it asks for; raise if it forbids this."""
        origin = _origin(url)
        if origin not in self._robots:
            try:
                self._robots[origin] = self._read_robots(origin, min(end, time.monotonic() + self.robots_seconds))
            except FetchError as error:
                where = "" if error.reason in ("private", "name") else " (when asked for robots.txt)"
                raise FetchError(url, error.reason, error.what + where, "an answer", "check the address") from error
            self._answered.pop(origin, None)  # the pause is between pages
        rules = self._robots[origin]
        if not rules.allows(url):
            what = rules.reason or "robots.txt of the site forbids it"
            raise FetchError(url, "robots", what, "a page that programs may fetch", "save its text by hand")
        pause = self._answered.get(origin, float("-inf")) + max(rules.delay, least) - time.monotonic()
        if pause > 0:
            if rules.delay > LONGEST_DELAY or pause > end - time.monotonic():
                what = f"robots.txt of the site asks for {rules.delay:g} s between requests"
                raise FetchError(url, "robots", what, f"at most {LONGEST_DELAY:g} s", "try again later")
            time.sleep(pause)

    def _read_robots(self, origin: str, end: float) -> robots.Robots:
        """Read robots.txt. A missing one allows everything; one that is refused forbids everything."""
        url = f"{origin}/robots.txt"
        for _ in range(6):  # more redirects count as a missing file, as RFC 9309 says
            found = self._ask(url, end)
            if url := _redirect(found):
                continue
            if found.status == 200:
                return robots.read(self._content(found)[: robots.MOST].decode("utf-8", "replace"))
            if found.status in (401, 403, 429) or found.status >= 500:
                return robots.Robots(reason=f"robots.txt of the site is refused ({found.status}): all is forbidden")
            break
        return robots.Robots()


def _origin(url: str) -> str:
    parts = checked(url)
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), "", "", ""))


def _redirect(exchange: Exchange) -> str:
    """Return the address that an answer redirects to, without its fragment; "" if it is no redirect."""
    target = exchange.header("location")
    if exchange.status not in REDIRECTS or not target:
        return ""
    target = target.encode("latin-1").decode("utf-8", "replace").strip()
    try:
        return urlunsplit(urlsplit(urljoin(exchange.url, target))._replace(fragment=""))
    except ValueError:  # such as a bracket that is not closed; asking for it says so
        return target
