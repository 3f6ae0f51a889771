"""What robots and finders of security faults look for: ``robots.txt`` and ``security.txt`` (RFC 9309, RFC 9116)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pcgraph.export.description.signposts import DUMP
from pcgraph.web import reconciliation
from pcgraph.web.context import State
from pcgraph.web.http.caching import answer
from pcgraph.web.protocol import dump

COPY = f"/{DUMP}"  # of the dump, at the path that it has in a site
# each request costs, none is a page
NOT_FOR_ROBOTS = ("/sparql", "/query", "/resolve", reconciliation.PATH, dump.PATH, COPY)
VALID = timedelta(days=180)  # that a contact is said to hold; RFC 9116 recommends less than a year


def routes(state: State) -> list[Route]:
    """Return the routes; without a contact there is no ``security.txt``."""

    def robots(request: Request) -> Response:
        return answer(request, robots_txt(str(request.scope.get("root_path", ""))).encode(), "text/plain")

    def security(request: Request) -> Response:
        return answer(request, security_txt(state.contacts, datetime.now(UTC).date()).encode(), "text/plain")

    found = [Route("/robots.txt", robots)]
    return [*found, Route("/.well-known/security.txt", security)] if state.contacts else found


def robots_txt(root: str) -> str:
    r"""Return the rules for robots: pages are open, whatever computes an answer is not.

    >>> robots_txt("/graph").split("\n")[:3]
    ['User-agent: *', 'Disallow: /graph/sparql', 'Disallow: /graph/query']
    """
    return "User-agent: *\n" + "".join(f"Disallow: {root}{path}\n" for path in NOT_FOR_ROBOTS)


def security_txt(contacts: tuple[str, ...], today: date) -> str:
    r"""Return where to report security faults.

    It is valid for half a year from the day on which it is asked for, because the server is run with this contact that
    day. A copy that somebody keeps expires.

    >>> security_txt(("mailto:security@example.org",), date(2026, 1, 1))
    'Contact: mailto:security@example.org\nExpires: 2026-06-30T00:00:00Z\nPreferred-Languages: en\n'
    """
    lines = [f"Contact: {contact}" for contact in contacts]
    lines += [f"Expires: {today + VALID}T00:00:00Z", "Preferred-Languages: en"]
    return "\n".join(lines) + "\n"
