"""The options of networks, which many methods take as ``**network``, for type checkers, completion and `help`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import fields, replace
from inspect import Parameter, cleandoc, getdoc, signature
from typing import Any, TypedDict, TypeVar

from pcgraph.analysis.network_spec import NetworkSpec
from pcgraph.analysis.registry import alias_note
from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import warn
from pcgraph.model.dates import Day

Method = TypeVar("Method", bound=Callable[..., Any])
Found = TypeVar("Found", bound=Sized)
WIDER = ("groups", "unnamed", "inferred", "joined", "stale")  # options that include more ties
OPTIONS = "**network\n    The options of `network`."  # what a docstring says in their place
# parts of a snapshot that completion shows; the others are for the package itself
PARTS = ("engagements", "entities", "left_out", "offices", "ontology", "project", "scope", "store", "tables", "today")


class TimelessNetworkOptions(TypedDict, total=False):
    """The options of a method that has a period of its own."""

    projection: str
    weight: str
    status: str
    sector: str
    country: str
    kind: str
    groups: bool
    unnamed: bool
    inferred: bool
    joined: bool
    stale: bool
    fold_parents: bool
    fold_people: bool
    fold_initiatives: bool


class NetworkOptions(TimelessNetworkOptions, total=False):
    """The fields of `NetworkSpec`, without the relations, as a user may write them."""

    since: Day | None
    until: Day | None


def show_network_options(method: Method) -> Method:
    """Write out the last parameter of a method, ``**network``, in its signature and in its docstring.

    The parameters and their explanations are those of `NetworkSpec`, except those that the method has itself.
    """
    own = [*signature(method).parameters.values()][:-1]
    taken = {parameter.name for parameter in own} | {"relations"}
    options = [
        Parameter(each.name, Parameter.KEYWORD_ONLY, default=each.default, annotation=each.type)
        for each in fields(NetworkSpec)
        if each.name not in taken
    ]
    method.__signature__ = signature(method).replace(parameters=[*own, *options])  # type: ignore[attr-defined]
    if method.__doc__:  # there is no docstring with python -OO
        method.__doc__ = cleandoc(method.__doc__).replace(OPTIONS, "\n".join(_explanations(taken)))
    return method


def warn_if_empty(found: Found, spec: NetworkSpec, snapshot: Snapshot) -> Found:
    """Return a network or ranking; warn if nothing passes the filters, since an empty one looks like a finding.

    The warning names what includes more, such as ``groups=True`` for the trained.
    """
    if len(found) == 0 and str(spec):
        from pcgraph.analysis.network import draw

        wider: dict[str, dict[str, Any]] = {name: {name: True} for name in WIDER}
        more = {name: draw(snapshot, replace(spec, **set_)).number_of_edges() for name, set_ in wider.items()}
        helps = " or ".join(f"{name}=True ({number} ties)" for name, number in more.items() if number)
        advice = f"set {helps}" if helps else "widen or omit them"
        warn(f"network: empty with {spec}; expected ties that pass the filters; {advice}")
    return found


def _explanations(taken: set[str]) -> Iterator[str]:
    """Yield the lines of the docstring of `NetworkSpec` that explain its fields, except those of names in use."""
    shown = True
    for line in (getdoc(NetworkSpec) or "").partition("----------\n")[2].partition("\n\n")[0].splitlines():
        if not line.startswith(" "):
            shown = not {*line.partition(" : ")[0].split(", ")} <= taken
        if shown:
            yield line


def as_names(names: Iterable[str] | str) -> tuple[str, ...]:
    """Return names as a tuple; a single text is one name, and not many of one letter.

    >>> as_names("degree"), as_names(["degree", "pagerank"])
    (('degree',), ('degree', 'pagerank'))
    """
    return (names,) if isinstance(names, str) else tuple(names)


def as_measures(names: Iterable[str] | str) -> tuple[str, ...]:
    """Return the names of measures; warn about one whose numbers another tool computes differently.

    >>> as_measures("degree")
    ('degree',)
    """
    chosen = as_names(names) if isinstance(names, Iterable) else ()  # what computes it refuses any other
    for name in chosen:
        if note := isinstance(name, str) and alias_note(name):
            warn(f"measure {name!r}: {note}")
    return chosen
