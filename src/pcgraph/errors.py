"""The family of errors, by who has to act; each message is one line: where, what, expected, do this.

::

    PcgraphError            anything below; `exit_code` is what the command line returns
    ├── UsageError      2   the call: an unknown query, parameter, source or date
    ├── InvalidInput    3   the files: unreadable, not Turtle, no data; `faults` lists every one
    ├── EndpointError   4   the SPARQL server or the network
    └── LimitError      5   a time or size limit was reached

>>> try:
...     raise UsageError("query 'who-signd-with': unknown; expected a name of the catalogue; try who-signed-with")
... except PcgraphError as error:
...     print(error.exit_code, error)
2 query 'who-signd-with': unknown; expected a name of the catalogue; try who-signed-with
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class PcgraphError(Exception):
    """Base of every error that the package raises on purpose."""

    exit_code = 1


class UsageError(PcgraphError):
    """The call asks for something that does not exist or does not fit."""

    exit_code = 2


class InvalidInput(PcgraphError):
    """A file cannot be read or is not what it must be; nothing of it was taken in.

    Attributes
    ----------
    faults : tuple of str
        One line per fault, in the order of files and lines.
    """

    exit_code = 3

    def __init__(self, faults: str | Sequence[str]) -> None:
        self.faults = (faults,) if isinstance(faults, str) else tuple(faults)
        super().__init__("\n".join(self.faults))


class EndpointError(PcgraphError):
    """A SPARQL server did not answer, or answered with something else.

    Attributes
    ----------
    wait : float or None
        Seconds after which the same request may be sent again; None where that would not help.
    """

    exit_code = 4
    wait: float | None = None


class LimitError(PcgraphError):
    """An answer would take more time, memory or space than was allowed; nothing shorter is given instead."""

    exit_code = 5


def missing_extra(extra: str, package: str) -> UsageError:
    """Say which extra an optional package belongs to."""
    return UsageError(f"{package}: not installed; expected the extra {extra!r}; run pip install 'pcgraph[{extra}]'")


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name was probably meant, as the end of an error line.

    >>> nearest("huwei", ["huawei", "zte"])
    'did you mean huawei?'
    >>> nearest("qqq", ["zte", "huawei"])
    'known: huawei, zte'
    """
    options = sorted(set(known))
    close = get_close_matches(name, options, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]}?"
    shown = ", ".join(options[:8])
    return f"known: {shown}{' …' if len(options) > 8 else ''}" if options else "none is known"
