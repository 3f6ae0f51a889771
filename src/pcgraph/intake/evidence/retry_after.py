"""What to do about an answer that is no page: when to try again, if the server says so."""

from __future__ import annotations

import re
import time
from email.utils import parsedate_to_datetime

from pcgraph.intake.evidence.exchange import Exchange

ADVICE = {
    401: "it needs a login: save its text by hand",
    403: "it refuses programs: save its text by hand",
    404: "check the address, or look for an archived copy",
    410: "look for an archived copy",
}


def retry_after(exchange: Exchange) -> float | None:
    """Return the seconds of the header ``Retry-After``, which has seconds or a date; None if there is none.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> retry_after(Exchange("", "", b"", b"", 429, (("retry-after", "120"),), b"", datetime.now(UTC)))
    120.0
    """
    text = exchange.header("retry-after").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError):
        return None


def advice(exchange: Exchange) -> str:
    """Return what to do about an answer with a status other than 200.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> advice(Exchange("", "", b"", b"", 410, (), b"", datetime.now(UTC)))
    'look for an archived copy'
    """
    if exchange.status in (429, 503) and (wait := retry_after(exchange)) is not None:
        return f"try again in {wait:.0f} s"
    return ADVICE.get(exchange.status, "try again later")
