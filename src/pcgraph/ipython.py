"""The notebook extension: ``%load_ext pcgraph`` registers the cell magic ``%%sparql``.

No other module imports IPython.
"""

from __future__ import annotations

import re
import shlex
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from pcgraph import api
from pcgraph.errors import PcgraphError, PcgraphWarning, UsageError, nearest
from pcgraph.model.naming import reports_to
from pcgraph.query.remote.remote_graph import RemoteGraph

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from pcgraph.query.engine.result import Result

Graph = api.KnowledgeGraph | RemoteGraph
HELP = """Query the knowledge graph with SPARQL::

    %%sparql [KG] [--to NAME] [--timeout SECONDS] [-p NAME=VALUE] ...
    SELECT ... WHERE { ... }

KG
    Variable that holds the graph; default: `kg`, else the shipped data.
--to NAME
    Also store the answer in the variable NAME: a Result, with .to_polars() and .to_pandas().
--timeout SECONDS
    Time limit of the query; default: 60.
-p, --param NAME=VALUE
    Bind ?NAME. VALUE is an entity (lumen, id:lumen, a full IRI, or "Lumen Lamp Works"), a number, a day
    (2025-09-04) or a text; $x is the value of the notebook's variable x. Whether a name means an entity, the query
    decides: ?NAME is then the subject of a pattern, or the object of a property whose values are entities. A header
    (`#+ parameters:`) in the cell may declare the type.
"""


def register_magic(ipython: InteractiveShell) -> None:
    """Register the cell magic ``%%sparql``."""
    shipped = cache(api.load)

    def sparql(line: str, cell: str) -> Result:
        from IPython.core.error import UsageError as OneLine  # IPython prints this as one line, without a traceback

        try:
            with reports_to(lambda found: print(found, file=sys.stderr)), _one_line_warnings():
                return ask(line, cell, ipython.user_ns, shipped)
        except PcgraphError as error:
            raise OneLine(str(error)) from None

    sparql.__doc__ = HELP
    register: Any = ipython.register_magic_function  # IPython's own types describe the unbound function
    register(sparql, magic_kind="cell")


@contextmanager
def _one_line_warnings() -> Iterator[None]:
    """Print the warnings of pcgraph as one line: the place in the code of IPython would only distract."""
    with warnings.catch_warnings():
        show: Any = warnings.showwarning

        def shown(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
            if issubclass(category, PcgraphWarning):
                print(message, file=sys.stderr)
            else:
                show(message, category, *place, **more)

        warnings.showwarning = shown
        yield


def ask(line: str, cell: str, variables: dict[str, Any], shipped: Callable[[], Graph] = api.load) -> Result:
    """Return the answer to one cell.

    >>> from pcgraph.testing import tiny
    >>> names = {"kg": tiny(), "whom": "lumen"}
    >>> found = ask("--to signed -p party=$whom", "SELECT ?what WHERE { ?what pcg:signatory ?party }", names)
    >>> len(found), names["signed"] is found
    (1, True)
    """
    name, to, timeout, texts = _options(line)
    kg = _graph(name, variables, shipped)
    values = {key: _value(key, text, variables) for key, text in texts.items()}
    arguments: dict[str, Any] = {**values, **({"timeout": timeout} if timeout else {})}
    # the first line is that of the magic, so that line numbers in messages are those of the cell
    found = kg.query(f"\n{cell}", **arguments)
    if to:
        variables[to] = found
    return found


def _options(line: str) -> tuple[str, str, float | None, dict[str, str]]:
    """Return the options of the magic: name of the graph, name for the answer, time limit, parameters as typed."""
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UsageError(f"%%sparql: {str(error).lower()}; expected closed quotation marks; fix the line") from error
    name, to, timeout, texts = "", "", None, {}
    while words:
        option, equals, rest = words.pop(0).partition("=")
        if option in ("--to", "--timeout", "-p", "--param"):
            if not equals and not words:
                raise UsageError(f"%%sparql: {option} has no value; expected a value after it; add one")
            value = rest if equals else words.pop(0)
            if option == "--to":
                to = _identifier(value, "--to")
                continue
            if option == "--timeout":
                if not re.fullmatch(r"[0-9]*\.?[0-9]+", value):
                    raise UsageError(
                        f"%%sparql: --timeout {value}: not a number; expected seconds; write --timeout 300"
                    )
                timeout = float(value)
                continue
            key, equals, text = value.partition("=")
            if not equals:
                raise UsageError(f"%%sparql: {option} {value}: no '='; expected NAME=VALUE; write {option} {key}=…")
            if key == "timeout":
                raise UsageError("%%sparql: parameter 'timeout': is the time limit; expected another name; rename it")
            texts[_identifier(key, option)] = text
        elif option.startswith("-") or name:
            known = ("--to", "--timeout", "--param", "-p")
            raise UsageError(
                f"%%sparql: {option!r}: unknown; expected {', '.join(known)}; {nearest(option, known, listed=True)}"
            )
        elif equals:
            raise UsageError(f"%%sparql: {option}={rest}: not an option; expected a graph; write -p {option}={rest}")
        else:
            name = _identifier(option, "graph")
    return name, to, timeout, texts


def _identifier(name: str, what: str) -> str:
    if not (name.isidentifier() and name.isascii()):
        raise UsageError(f"%%sparql: {what} {name!r}: not a name; expected letters, digits and _; choose another")
    return name


def _graph(name: str, variables: Mapping[str, Any], shipped: Callable[[], Graph]) -> Graph:
    if not name and "kg" not in variables:
        return shipped()
    found = variables.get(name or "kg")
    if not isinstance(found, Graph):
        known = [key for key, value in variables.items() if isinstance(value, Graph) and key[0] != "_"]
        raise UsageError(
            f"%%sparql: {name or 'kg'!r} is not a knowledge graph; expected one from pcgraph.load or pcgraph.connect; "
            f"{nearest(name or 'kg', known)}"
        )
    return found


def _value(key: str, text: str, variables: Mapping[str, Any]) -> str:
    """Return a parameter's value as text; ``$name`` is the value of a notebook variable."""
    if not text.startswith("$"):
        return text
    name = text[1:]
    if name not in variables:
        known = [variable for variable in variables if not variable.startswith("_")]
        raise UsageError(
            f"%%sparql: {key}={text}: no such variable; expected a variable of the notebook; {nearest(name, known)}"
        )
    value = variables[name]
    if isinstance(value, bool | datetime) or not isinstance(value, str | int | date):
        raise UsageError(
            f"%%sparql: {key}={text}: a {type(value).__name__} cannot be bound; expected a str, an int or a date; "
            "convert it"
        )
    return str(value)
