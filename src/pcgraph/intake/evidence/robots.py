"""Reads robots.txt as RFC 9309 says: the longest rule that matches counts, and ``*`` and ``$`` are patterns.

``urllib.robotparser`` takes the first rule that matches and knows no patterns, so it would fetch what a site forbids.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from protego import Protego

MOST = 500_000  # bytes of a robots.txt that are read, as the RFC allows
PROGRAM = "pcgraph"  # its name in robots.txt


@dataclass(frozen=True)
class Robots:
    """What a site allows to this program."""

    rules: Protego = field(default_factory=Protego)
    reason: str = ""  # why everything is forbidden, such as the status of robots.txt; "" if its rules count

    @property
    def delay(self) -> float:
        """Seconds between two requests; 0 if the site asks for none."""
        return self.rules.crawl_delay(PROGRAM) or 0.0

    def allows(self, url: str) -> bool:
        """Return whether an address may be fetched."""
        return not self.reason and self.rules.can_fetch(url, PROGRAM)


def read(text: str) -> Robots:
    r"""Return the rules of a robots.txt for this program; those for ``*`` if none names it.

    >>> rules = read("User-agent: pcgraph\nCrawl-delay: 2\nDisallow: /*.pdf$")
    >>> rules.delay, rules.allows("https://a.example/b.pdf"), rules.allows("https://a.example/b.html")
    (2.0, False, True)
    """
    return Robots(Protego.parse(text.removeprefix("\ufeff")))
