"""Web addresses: whether two spellings lead to the same page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|yclid|_ga|ref_src", re.IGNORECASE)
PORTS = {"http": 80, "https": 443}


def canonical(address: str) -> str:
    """Return one spelling for all addresses of a page: without scheme, ``www.``, fragment and tracking parameters.

    Two addresses with the same canonical form are taken for the same page; it is no address to fetch.

    Parameters
    ----------
    address : str
        A web address. A text that is none is returned as it is.

    Examples
    --------
    >>> canonical("HTTP://www.Gazette.example:80/lights/?utm_source=feed&b=2&a=1#top")
    'gazette.example/lights?a=1&b=2'
    >>> canonical("https://gazette.example") == canonical("http://gazette.example/")
    True
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").removeprefix("www.").rstrip("."), parts.port
    except ValueError:
        return address
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host:
        return address
    with_port = f"{host}:{port}" if port and port != PORTS[scheme] else host
    path = quote(unquote(parts.path), safe="/~:@!$&'()*+,;=-._").rstrip("/")
    query = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0]))
    return with_port + path + (f"?{urlencode(query)}" if query else "")
