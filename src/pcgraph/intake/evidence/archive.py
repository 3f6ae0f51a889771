"""Looks for copies of a page in a web archive. A copy counts as equal only if its digest is that of the capture.

The archive's index answers as a CDX server does. Its rows name the SHA-1 of each copy in base 32, which is also the
payload digest of a WARC file: equal digests show that the archive holds the bytes that were captured.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from pcgraph.errors import EndpointError
from pcgraph.intake.evidence.fetch import Fetcher, Page
from pcgraph.model.dates import bounds
from pcgraph.model.web_address import canonical
from pcgraph.query.remote.http import shown

SERVER = "https://web.archive.org"
FIELDS = ("timestamp", "original", "statuscode", "digest")
WAITS = (15.0, 30.0, 60.0)  # seconds before each look into the index, after a copy was asked for
UNDATED = 10**20


@dataclass(frozen=True)
class Memento:
    """One copy of a page in an archive: when it was made (14 digits, UTC), its original address and its digest."""

    timestamp: str
    original: str
    digest: str

    def url(self, server: str = SERVER) -> str:
        """Return the address of the copy.

        >>> Memento("20250601000000", "https://a.example/", "").url()
        'https://web.archive.org/web/20250601000000/https://a.example/'
        """
        return f"{server}/web/{self.timestamp}/{self.original}"


@dataclass(frozen=True)
class Archived:
    """What an archive has of a page: the copy with an equal digest, and the one nearest to a day; None without one."""

    equal: Memento | None
    nearest: Memento | None
    number: int


def find_archived(
    address: str, digest: str, day: str = "", *, server: str = SERVER, fetcher: Fetcher | None = None
) -> Archived:
    """Look for copies of a page with status 200 in the index of an archive.

    >>> find_archived("https://a.example/", "", server="http://10.0.0.1")
    Traceback (most recent call last):
    pcgraph.intake.evidence.exchange.FetchError: http://10.0.0.1/cdx/search/cdx?url=https%3A%2F%2Fa.example%2F&...
    """
    fields = {"url": address, "output": "json", "fl": ",".join(FIELDS), "filter": "statuscode:200"}
    page = _ask(f"{server}/cdx/search/cdx?{urlencode(fields)}", fetcher)
    found = [each for each in _rows(page) if canonical(each.original) == canonical(address)]
    wanted = _seconds(day)
    found.sort(key=lambda each: (abs(_time(each.timestamp) - wanted), each.timestamp))
    equal = next((each for each in found if each.digest == digest), None)
    return Archived(equal, next(iter(found), None), len(found))


def ask_archive(
    address: str,
    digest: str,
    *,
    server: str = SERVER,
    fetcher: Fetcher | None = None,
    waits: Iterable[float] = WAITS,
    sleep: Callable[[float], object] = time.sleep,
) -> Archived:
    """Ask an archive to copy a page now, and return what its index says afterwards, whatever it answers at once.

    >>> ask_archive("https://a.example/", "", server="http://10.0.0.1", waits=())
    Archived(equal=None, nearest=None, number=0)
    """
    asked = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    try:
        answer = (fetcher or Fetcher(seconds=180)).get(
            f"{server}/save/{quote(address, safe=':/?&=%')}", heed_robots=False
        )
    except EndpointError:  # it often makes the copy and reports a failure; the index decides
        answer = None
    if answer is not None and answer.last.status == 429:
        raise _refusal(answer)
    newer = Archived(None, None, 0)
    for wait in waits:
        sleep(wait)
        found = find_archived(address, digest, server=server, fetcher=fetcher)
        newer = Archived(_since(found.equal, asked), _since(found.nearest, asked), found.number)
        if newer.nearest:
            break
    return newer


def _since(memento: Memento | None, asked: str) -> Memento | None:
    return memento if memento and memento.timestamp >= asked else None


def _ask(url: str, fetcher: Fetcher | None) -> Page:
    page = (fetcher or Fetcher(seconds=120)).get(url, heed_robots=False)  # the index is made for programs
    if page.last.status != 200:
        raise _refusal(page)
    return page


def _refusal(page: Page) -> EndpointError:
    last = page.last
    what = "asks to wait (429)" if last.status == 429 else f"answers {last.status}"
    return EndpointError(f"archive {shown(last.url)}: {what}; expected 200; {last.advice}")


def _rows(page: Page) -> list[Memento]:
    """Return the rows of an index that have status 200 and are well formed."""
    where = f"archive {shown(page.last.url)}"
    try:
        rows = json.loads(page.content.decode("utf-8") or "[]")
        header = tuple(rows[0]) if rows else FIELDS
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise EndpointError(f"{where}: not an index; expected rows in JSON; try again later") from error
    if not isinstance(rows, list) or header != FIELDS:
        raise EndpointError(f"{where}: not an index; expected the columns {', '.join(FIELDS)}; try again later")
    found = []
    for row in rows[1:]:
        if isinstance(row, list) and len(row) == len(FIELDS) and all(isinstance(each, str) for each in row):
            timestamp, original, status, digest = row
            if status == "200" and re.fullmatch(r"\d{14}", timestamp) and re.fullmatch(r"[A-Z2-7]{32}", digest):
                found.append(Memento(timestamp, original, digest))
    return found


def _time(timestamp: str) -> float:
    """Return a timestamp of 14 digits as seconds, which may name a day that does not exist."""
    try:
        return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return -float(UNDATED)


def _seconds(day: str) -> float:
    """Return an EDTF date as seconds; without one, or without a bound, a time after all others."""
    try:
        first, last = bounds(day) if day else (None, None)
    except ValueError:
        first = last = None
    chosen = first or last
    return datetime(chosen.year, chosen.month, chosen.day, tzinfo=UTC).timestamp() if chosen else float(UNDATED)
