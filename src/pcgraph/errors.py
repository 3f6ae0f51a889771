"""The errors that pcgraph raises. Each message is one line: where; what; what was expected; how to fix it.

::

    PcgraphError            base class; `exit_code` is what the command line returns
    ├── UsageError      2   wrong call: an unknown query, parameter, source or date
    ├── InvalidInput    3   wrong files: unreadable, not Turtle, no data; `faults` lists every fault
    ├── EndpointError   4   the SPARQL server or the network failed
    └── LimitError      5   a time or size limit was reached

`PcgraphWarning` is the class of every warning: the call worked, but its answer may be less than it seems.

>>> try:
...     raise UsageError("query 'who-signd-with': unknown; expected a name of the catalogue; try who-signed-with")
... except PcgraphError as error:
...     print(error.exit_code, error)
2 query 'who-signd-with': unknown; expected a name of the catalogue; try who-signed-with
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path


class PcgraphError(Exception):
    """Base class of every error that the package raises on purpose.

    >>> issubclass(LimitError, PcgraphError), PcgraphError.exit_code
    (True, 1)
    """

    exit_code = 1


class UsageError(PcgraphError):
    """Raised when a call asks for something that does not exist or is not allowed.

    >>> import pcgraph
    >>> pcgraph.load(as_of="yesterday")
    Traceback (most recent call last):
    pcgraph.errors.UsageError: as_of 'yesterday': not a day, month or year; expected YYYY-MM-DD, YYYY-MM or YYYY; \
write it as in 2025-12-31
    """

    exit_code = 2


class InvalidInput(PcgraphError):
    """Raised when a file cannot be read or is invalid; nothing of it was used.

    Attributes
    ----------
    faults : tuple of str
        One line per fault, in the order of files and lines.

    >>> InvalidInput(["a.ttl:1: not Turtle", "b.ttl:7: not a date"]).faults
    ('a.ttl:1: not Turtle', 'b.ttl:7: not a date')
    """

    exit_code = 3

    def __init__(self, faults: str | Sequence[str]) -> None:
        self.faults = (faults,) if isinstance(faults, str) else tuple(faults)
        super().__init__("\n".join(self.faults))


class EndpointError(PcgraphError):
    """Raised when a SPARQL server does not answer, or answers with something unexpected.

    Attributes
    ----------
    wait : float or None
        Seconds after which the same request may be sent again; None if that would not help.

    >>> from pcgraph import connect, testing
    >>> with testing.FakeEndpoint({}) as server:  # it has no answers
    ...     connect(server.url).query("what-was-signed")
    Traceback (most recent call last):
    pcgraph.errors.EndpointError: endpoint http://127...
    """

    exit_code = 4
    wait: float | None = None


class LimitError(PcgraphError):
    """Raised when an answer exceeds a limit of time, memory or size; there is no partial answer.

    >>> import networkx
    >>> from pcgraph.viz.network_picture import svg
    >>> svg(networkx.complete_graph(200))
    Traceback (most recent call last):
    pcgraph.errors.LimitError: picture: 19900 ties; expected at most 5000; select fewer relations or use the map
    """

    exit_code = 5


class PcgraphWarning(UserWarning):
    """Issued when a call works and its answer may be less than it seems; the message says why and what to do.

    Unlike other warnings it is shown every time, and not once for each line of code.

    >>> import pcgraph, warnings
    >>> with warnings.catch_warnings(record=True) as issued:
    ...     warnings.simplefilter("always")
    ...     kg = pcgraph.load(as_of="2025-06-30")
    >>> issued[0].category.__name__, str(issued[0].message).split(": ")[0]
    ('PcgraphWarning', 'as_of 2025-06-30')
    """


warnings.simplefilter("always", PcgraphWarning, append=True)  # last, so that filters of the user come first


def warn(text: str) -> None:
    """Issue a `PcgraphWarning` for the line that called pcgraph.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     warn("query:1: pcg:Lon: occurs nowhere")
    >>> caught[0].category.__name__
    'PcgraphWarning'
    """
    package, frame, level = f"{Path(__file__).parent}{os.sep}", sys._getframe(1), 2
    while frame.f_back is not None and frame.f_code.co_filename.startswith(package):
        frame, level = frame.f_back, level + 1
    warnings.warn(text, PcgraphWarning, stacklevel=level)


# of extras that  make  does not install
TARGETS = {"docx": "make docx", "evidence": "make evidence", "notebook": "make notebooks"}


def missing_extra(extra: str, package: str) -> UsageError:
    """Return the error for a missing optional package, with a command that installs the packages of its extra.

    >>> print(missing_extra("serve", "starlette"))
    pcgraph[serve]: starlette is not installed; expected the extra 'serve'; run  make  in a clone, or  \
pip install prometheus-client starlette uvicorn
    """
    from importlib.metadata import PackageNotFoundError, requires  # slow to import

    try:
        declared = requires("pcgraph") or []
    except PackageNotFoundError:  # pcgraph runs from its source tree
        declared = []
    names = [re.split(r"[^\w.-]", line)[0] for line in declared if re.search(rf"extra == ['\"]{extra}['\"]", line)]
    return UsageError(
        f"pcgraph[{extra}]: {package} is not installed; expected the extra {extra!r}; "
        f"run  {TARGETS.get(extra, 'make')}  in a clone, or  pip install {' '.join(names) or package}"
    )


def nearest(name: object, known: Iterable[str], *, listed: bool = False) -> str:
    """Return a hint for an unknown name, as the end of an error message; `listed` if the message names all that exist.

    >>> nearest("lumn", ["lumen", "pharos"])
    'did you mean lumen?'
    >>> nearest("qqq", ["pharos", "lumen"])
    'known: lumen, pharos'
    >>> nearest("qqq", ["pharos", "lumen"], listed=True)
    'choose one'
    """
    options = sorted(set(known))
    close = get_close_matches(str(name), options, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]}?"
    if listed:
        return "choose one"
    shown = ", ".join(options[:8])
    return f"known: {shown}{' …' if len(options) > 8 else ''}" if options else "none is known"


def check_choice(what: str, given: object, known: Iterable[str]) -> None:
    """Raise `UsageError` if what was given is none of the values that there are.

    >>> check_choice("ids", "labels", ["short", "iri", "label"])
    Traceback (most recent call last):
    pcgraph.errors.UsageError: ids 'labels': unknown; expected one of short, iri, label; did you mean label?
    """
    if given not in (options := tuple(known)):
        near = nearest(given, options, listed=True)
        raise UsageError(f"{what} {given!r}: unknown; expected one of {', '.join(options)}; {near}")
