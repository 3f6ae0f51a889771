"""Addresses that an administrator gives to the server: the one that visitors see, and those for security reports."""

from __future__ import annotations

import re

from pcgraph.errors import UsageError
from pcgraph.model.text import visible

PREFIX = r"(?:/(?!\.\.?(?:/|$))[\w.~-]+)*"
BASE = rf"(?P<base>https?://(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{{1,5}})?{PREFIX})/?"
EMAIL = r"[\w.+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
CONTACT = rf"mailto:{EMAIL}|https://[A-Za-z0-9.-]+(:\d{{1,5}})?(/[\w.~%/?&=+-]*)?|tel:\+[0-9-]{{5,20}}"


def public_base(url: str, path: str) -> tuple[str, str]:
    """Return the public address of the server, or only its path prefix, and its host name; "" for what is not given.

    >>> public_base("https://kg.example.org/graph/", ""), public_base("", "/graph/"), public_base("", "/")
    (('https://kg.example.org/graph', 'kg.example.org'), ('/graph', ''), ('', ''))
    """
    if url and path:
        raise UsageError("--base-url and --base-path: both were used; expected only one; add the path to --base-url")
    found = re.fullmatch(BASE, url, re.ASCII)
    if url and not found:
        raise UsageError(
            f"--base-url {url}: not a server URL; expected one such as https://kg.example.org/graph; fix it"
        )
    if path and not re.fullmatch(rf"{PREFIX}/?", path, re.ASCII):
        raise UsageError(
            f"--base-path {visible(' '.join(path.split()))}: not a path; expected one such as /graph; fix it"
        )
    return (found["base"], found["host"]) if found else (path.rstrip("/"), "")


def contact(address: str) -> str:
    """Return the URI of an address for security reports: that of an e-mail address, or one that is a URI already.

    >>> contact("security@example.org"), contact("https://example.org/security")
    ('mailto:security@example.org', 'https://example.org/security')
    """
    if re.fullmatch(EMAIL, address, re.ASCII):
        return f"mailto:{address}"
    if re.fullmatch(CONTACT, address, re.ASCII):
        return address
    raise UsageError(
        f"--contact {visible(' '.join(address.split()))}: no address for reports; "
        "expected an e-mail address, https://… or tel:+…; fix it"
    )
