"""Reads robots.txt as RFC 9309 says: the longest rule that matches counts, and ``*`` and ``$`` are patterns.

``urllib.robotparser`` takes the first rule that matches and knows no patterns, so it would fetch what a site forbids.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

MOST = 500_000  # bytes of a robots.txt that are read, as the RFC allows


@dataclass(frozen=True)
class Robots:
    """What a site allows to this program.

    Attributes
    ----------
    rules : tuple of (str, bool)
        Patterns of paths, and whether they are allowed.
    delay : float
        Seconds between two requests; 0 if the site asks for none.
    reason : str
        Why everything is forbidden, such as the status of robots.txt; "" if its rules count.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0
    reason: str = ""

    def allows(self, url: str) -> bool:
        r"""Return whether an address may be fetched.

        >>> read("User-agent: *\nDisallow: /private\nAllow: /private/open$", "pcgraph").allows("http://a.example/private/x")
        False
        """
        if self.reason:
            return False
        parts = urlsplit(url)
        path = _plain(parts.path or "/") + (f"?{_plain(parts.query)}" if parts.query else "")
        matching = [(len(pattern), allowed) for pattern, allowed in self.rules if _matches(pattern, path)]
        return max(matching, default=(0, True))[1]  # of two rules of one length, the one that allows


def read(text: str, program: str) -> Robots:
    r"""Return the rules for a program; those for ``*`` if none names it.

    >>> rules = read("User-agent: pcgraph\nCrawl-delay: 2\nDisallow: /*.pdf$", "pcgraph")
    >>> rules.delay, rules.allows("https://a.example/b.pdf"), rules.allows("https://a.example/b.html")
    (2.0, False, True)
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    named = False  # the line before was a User-agent
    for line in text.removeprefix("\ufeff").splitlines():
        field, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        field = field.lower()
        if field == "user-agent":
            names = [*names, value.lower()] if named else [value.lower()]
            named = True
            groups.setdefault(value.lower(), [])
        elif field in ("allow", "disallow", "crawl-delay"):
            named = False
            for name in names:
                groups[name].append((field, value))
    own = groups.get(program.lower(), groups.get("*", []))
    delays = [float(value) for field, value in own if field == "crawl-delay" and re.fullmatch(r"\d+(\.\d+)?", value)]
    rules = tuple((_plain(value), field == "allow") for field, value in own if field != "crawl-delay" and value)
    return Robots(rules, max(delays, default=0.0))


def _plain(path: str) -> str:
    """Return a path in one spelling of its escapes, so that a rule and an address can be compared."""
    return quote(unquote(path), safe="/*$?&=:;,@!~'()+")


def _matches(rule: str, path: str) -> bool:
    """Return whether a path fits a rule; piece by piece, since a regular expression could take for ever."""
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not rule.endswith("$"):
        return not rest or path.find(rest[-1], at) >= 0
    return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at if rest else at == len(path)
