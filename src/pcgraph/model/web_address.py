"""Web addresses: whether a text is one, and whether two spellings lead to the same page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|yclid|_ga|ref_src", re.IGNORECASE)
PORTS = {"http": 80, "https": 443}
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`/?#]+[^\s<>\"{}|\\^`]*")  # as in ontology/shapes.ttl


def is_web_address(text: str) -> bool:
    """Return whether a text is an http or https address with a host, which may become a link.

    >>> is_web_address("https://gazette.example/quay"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return ADDRESS.fullmatch(text) is not None


def canonical(address: str) -> str:
    """Return one spelling for all addresses of a page: without scheme, ``www.``, fragment and tracking parameters.

    Two addresses with the same canonical form are taken for the same page; it is no address to fetch.

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
