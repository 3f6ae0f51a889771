"""Notebook use: ``%load_ext pcgraph`` gives the cell magic ``%%sparql``. The only door to IPython."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from pcgraph import api
from pcgraph.errors import PcgraphError, UsageError, nearest
from pcgraph.model import namespaces
from pcgraph.query.remote import RemoteGraph

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from pcgraph.query.result import Result

Graph = api.KnowledgeGraph | RemoteGraph
HELP = """Ask the knowledge graph in SPARQL::

    %%sparql [KG] [--to NAME] [-p NAME=VALUE] ...
    SELECT ... WHERE { ... }

KG
    Variable that holds the graph; default `kg`, else the shipped data.
--to NAME
    Also keep the answer in the variable NAME: a Result, with .to_polars() and .to_pandas().
-p, --param NAME=VALUE
    Bind ?NAME. VALUE is a thing (huawei, id:huawei, a full IRI), a number, a day (2025-09-04) or else a text;
    $x takes the value of the notebook's variable x. A header (`#+ parameters:`) in the cell may say the type.
"""


def load_ipython_extension(ipython: InteractiveShell) -> None:
    """Register ``%%sparql``; called by ``%load_ext pcgraph``."""
    shipped = cache(api.load)

    def sparql(line: str, cell: str) -> Result:
        from IPython.core.error import UsageError as OneLine  # IPython prints it as one line, without a traceback

        try:
            return ask(line, cell, ipython.user_ns, shipped)
        except PcgraphError as error:
            raise OneLine(str(error)) from None

    sparql.__doc__ = HELP
    register: Any = ipython.register_magic_function  # IPython types it as if it were called on the class
    register(sparql, magic_kind="cell")


def ask(line: str, cell: str, variables: dict[str, Any], shipped: Callable[[], Graph] = api.load) -> Result:
    """Answer one cell.

    Parameters
    ----------
    line : str
        What stands after ``%%sparql``.
    cell : str
        The SPARQL text; line numbers in messages count from the magic's line, as the notebook does.
    variables : dict
        The notebook's variables: the graph and values are taken from it, the answer is put into it.

    Raises
    ------
    UsageError, InvalidInput
        With one line; the notebook's variables are left as they were.

    >>> kg = api.load()
    >>> names = {"kg": kg, "whom": "sky47"}
    >>> found = ask("--to signed -p party=$whom", "SELECT ?what WHERE { ?what pcg:signatory ?party }", names)
    >>> len(found), names["signed"] is found
    (2, True)
    """
    name, to, texts = _options(line)
    kg = _graph(name, variables, shipped)
    values = {key: _value(key, text, variables) for key, text in texts.items()}
    for key in values:
        if not re.search(rf"[?$]{key}\b", cell):
            raise UsageError(
                f"%%sparql: parameter {key!r}: no ?{key} in the query; expected one to bind; mend the name"
            )
    types = ", ".join(f"{key}: {{type: {_type(value)}}}" for key, value in values.items())
    # the header stands in the line of the magic, so that line numbers in messages are those of the notebook's cell
    header = "" if re.search(r"^#\+", cell, re.MULTILINE) else f"#+ parameters: {{{types}}}"
    found = kg.query(f"{header}\n{cell}", **values)
    if to:
        variables[to] = found
    return found


def _options(line: str) -> tuple[str, str, dict[str, str]]:
    """Read the magic's line: name of the graph, name for the answer, parameters as they were typed."""
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UsageError(f"%%sparql: {str(error).lower()}; expected closed quotation marks; mend the line") from error
    name, to, texts = "", "", {}
    while words:
        option, equals, rest = words.pop(0).partition("=")
        if option in ("--to", "-p", "--param"):
            if not equals and not words:
                raise UsageError(f"%%sparql: {option} has no value; expected one after it; add it")
            value = rest if equals else words.pop(0)
            if option == "--to":
                to = _identifier(value, "--to")
                continue
            key, equals, text = value.partition("=")
            if not equals:
                raise UsageError(f"%%sparql: {option} {value}: no '='; expected NAME=VALUE; write {option} {key}=…")
            texts[_identifier(key, option)] = text
        elif option.startswith("-") or name:
            known = ("--to", "--param", "-p")
            raise UsageError(f"%%sparql: {option!r}: unknown; expected {', '.join(known)}; {nearest(option, known)}")
        else:
            name = _identifier(option, "graph")
    return name, to, texts


def _identifier(name: str, what: str) -> str:
    if not (name.isidentifier() and name.isascii()):
        raise UsageError(f"%%sparql: {what} {name!r}: no name; expected letters, digits and _; choose another")
    return name


def _graph(name: str, variables: Mapping[str, Any], shipped: Callable[[], Graph]) -> Graph:
    if not name and "kg" not in variables:
        return shipped()
    found = variables.get(name or "kg")
    if not isinstance(found, Graph):
        known = [key for key, value in variables.items() if isinstance(value, Graph) and key[0] != "_"]
        raise UsageError(
            f"%%sparql: {name or 'kg'!r} holds no knowledge graph; expected one made by pcgraph.load or connect; "
            f"{nearest(name or 'kg', known)}"
        )
    return found


def _value(key: str, text: str, variables: Mapping[str, Any]) -> str:
    """Give a parameter's value as text; ``$name`` is looked up among the notebook's variables."""
    if not text.startswith("$"):
        return text
    name = text[1:]
    if name not in variables:
        known = [one for one in variables if not one.startswith("_")]
        raise UsageError(
            f"%%sparql: {key}={text}: no such variable; expected one of the notebook; {nearest(name, known)}"
        )
    value = variables[name]
    if isinstance(value, bool | datetime) or not isinstance(value, str | int | date):
        raise UsageError(
            f"%%sparql: {key}={text}: a {type(value).__name__} cannot be bound; expected a str, an int or a date; "
            "convert it"
        )
    return str(value)


def _type(value: str) -> str:
    """Guess the type of a value whose query has no header that says it."""
    if re.fullmatch(r"-?\d+", value):
        return "number"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return "date"
    known = "|".join(namespaces.PREFIXES)
    return "thing" if re.fullmatch(rf"https?://\S+|(?:{known}):\S+|[a-z][a-z0-9.-]*", value) else "text"
