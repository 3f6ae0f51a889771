"""Says whether the address of a source still leads to its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pcgraph.intake.evidence.exchange import FetchError
from pcgraph.intake.evidence.extract import NoArticle, extract
from pcgraph.intake.evidence.fetch import Page
from pcgraph.model.web_address import canonical
from pcgraph.query.remote.transport import without_user

DAYS_UNTIL_GONE = 3  # different days on which an address failed
State = Literal["live", "moved", "refused", "soft-404", "unreachable", "gone"]
NOT_ASKED = ("address", "private", "robots")  # reasons that say nothing about the page
WITHHELD = ("a robot check", "a login wall")


@dataclass(frozen=True)
class AddressState:
    """What became of an address.

    >>> AddressState("unreachable", "404", failed=True).failed
    True
    """

    # ``live``; ``moved`` (permanent redirects lead to another place, where a page is); ``refused`` (the server or its
    # robots.txt refuses programs, or the address is not public); ``soft-404`` (status 200, but the page says that there
    # is none); ``unreachable`` (this try failed); ``gone`` (tries on three different days failed)
    state: State
    detail: str = ""  # why, in a few words; "" for live
    target: str = ""  # where the page is now; "" unless it moved
    failed: bool = False  # true if this try failed: note the day, and pass it to the next check


def judge(outcome: Page | FetchError, failures: Iterable[date], today: date) -> AddressState:
    """Return the state of an address from the outcome of one try, and the days of earlier tries that failed.

    >>> error = FetchError("https://a.example/", "time", "no complete answer in time", "one", "try again")
    >>> judge(error, [], date(2025, 6, 3)).state
    'unreachable'
    >>> judge(error, [date(2025, 6, 1), date(2025, 6, 2)], date(2025, 6, 3)).state
    'gone'
    """
    if isinstance(outcome, FetchError):
        if outcome.reason in NOT_ASKED:
            return AddressState("refused", outcome.what)
        if outcome.reason == "size":  # the server answers
            return AddressState("live", outcome.what)
        return _failed(outcome.what, failures, today)
    status = outcome.last.status
    if status in (404, 408, 410) or status >= 500 or 300 <= status < 400:
        wait = outcome.last.advice if status == 503 else ""
        return _failed(f"{status}; {wait}" if wait else str(status), failures, today)
    if status >= 400:
        return AddressState("refused", f"{status}; {outcome.last.advice}" if status == 429 else str(status))
    try:
        extract(outcome)
    except NoArticle as error:
        what = error.what.partition(" (")[0]
        if what == "a soft 404" or not outcome.content.strip():
            return AddressState("soft-404", error.what)
        if what in WITHHELD:
            return AddressState("refused", error.what)
        return _place(outcome, error.what)
    return _place(outcome, "")


def _place(page: Page, detail: str) -> AddressState:
    """Return live or moved; another spelling of an address is no other place."""
    target = page.moved_to
    if target and canonical(target) != canonical(page.asked):
        return AddressState("moved", f"to {without_user(target)}{detail and f'; {detail}'}", target)
    return AddressState("live", detail)


def _failed(what: str, failures: Iterable[date], today: date) -> AddressState:
    days = {*failures, today}
    if len(days) < DAYS_UNTIL_GONE:
        return AddressState("unreachable", what, failed=True)
    return AddressState("gone", f"{what}; failed on {len(days)} days since {min(days)}", failed=True)
