"""The register of measures. The command line, the page, the report and the documentation read it.

To add a measure, write a function of its name in `pcgraph.analysis.centrality.measures`, and add it to measures.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph.errors import UsageError, nearest

if TYPE_CHECKING:
    from pcgraph.analysis.centrality.measures import Net, Values

EXACT = 12  # digits that do not depend on the order of additions; those of iterations are in the file


@dataclass(frozen=True)
class Measure:
    """One measure.

    >>> MEASURES["constraint"].ascending, MEASURES["communities"].groups
    (True, True)
    """

    name: str
    meaning: str  # defines the number in one line
    ascending: bool = False  # whether small numbers rank first
    digits: int = EXACT  # significant digits to which values are rounded, so that equal values stay equal
    groups: bool = False  # whether the values number groups. These have no order, so their ranks have no interval
    on_page: bool = False  # whether the page offers it
    in_report: bool = False  # whether a build ranks by it
    most: int | None = None  # above this number of ties, the page does without it, since it would take minutes
    # the call of networkx that gives the same number, where ``net`` is ``kg.network(...)`` and ``simple`` is
    # ``kg.network(..., simple=True)``; empty if networkx has none
    networkx: str = ""

    def compute(self, net: Net) -> Values:
        """Return the values for a network, in the unit of `meaning`.

        >>> import networkx as nx
        >>> from pcgraph.analysis.centrality.measures import Net
        >>> MEASURES["degree"].compute(Net(nx.path_graph(3))).values
        [1, 2, 1]
        """
        values: Values = getattr(import_module("pcgraph.analysis.centrality.measures"), self.name)(net)
        return values


_TABLES: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("measures.toml").read_text(encoding="utf-8"))
MEASURES = {name: Measure(name, **about) for name, about in _TABLES["measures"].items()}
ALIASES: Mapping[str, list[str]] = _TABLES["aliases"]
DIFFERENT: Mapping[str, list[str]] = _TABLES["different"]


def find(name: str) -> Measure:
    """Return the measure of a name or of an alias, such as networkx's name.

    >>> find("pagerank").digits
    10
    >>> find("core_number").name
    'kcore'
    """
    if not isinstance(name, str):
        raise UsageError(f"measure {name!r}: not a text; expected one measure; for several call kg.measures(names=…)")
    own = ALIASES[name][0] if name in ALIASES else name
    if own in MEASURES:
        return MEASURES[own]
    expected = f"expected {', '.join(MEASURES)}"
    if name in DIFFERENT:
        what, instead = DIFFERENT[name]
        raise UsageError(f"measure {name!r}: networkx gives {what}; {expected}; {instead}")
    raise UsageError(f"measure {name!r}: unknown; {expected}; {nearest(name, [*MEASURES, *ALIASES], listed=True)}")


def alias_note(name: str) -> str:
    """Return the note on an alias that may mislead; empty for other names.

    >>> alias_note("closeness").split(":")[0]
    'closeness is harmonic here'
    """
    return ALIASES[name][1] if name in ALIASES else ""
