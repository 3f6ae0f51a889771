"""Looks up the addresses of a host, and refuses those that are not on the public internet."""

from __future__ import annotations

import ipaddress
import socket

NAT64 = ipaddress.ip_network("64:ff9b::/96")  # its last 32 bits are an IPv4 address
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Forbidden(Exception):
    """Raised when a host has an address that is not public."""


def resolve(host: str, port: int, allow: frozenset[str] = frozenset()) -> list[str]:
    """Return the addresses of a host.

    Whoever connects to these addresses, and not to the name, cannot be led elsewhere by a second answer of the name
    server.

    >>> resolve("127.0.0.1", 80)
    Traceback (most recent call last):
    pcgraph.intake.evidence.hosts.Forbidden: the host has the address 127.0.0.1, which is not public
    >>> resolve("127.0.0.1", 80, frozenset({"127.0.0.1"}))
    ['127.0.0.1']
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        if address not in allow and not is_public(address):
            raise Forbidden(f"the host has the address {address}, which is not public")
    return addresses


def is_public(address: str) -> bool:
    """Return whether an address is on the public internet, and so is the IPv4 address that it may contain.

    >>> [is_public(address) for address in ("8.8.8.8", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    parsed: Address = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if parsed in NAT64:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if parsed.is_site_local:
            return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved
