"""The options of networks, which many methods take as ``**network``, for type checkers, completion and `help`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sized
from dataclasses import fields
from inspect import Parameter, getdoc, signature
from typing import Any, TypedDict, TypeVar

from pcgraph.analysis.network_spec import NetworkSpec
from pcgraph.errors import warn
from pcgraph.model.dates import Day

Method = TypeVar("Method", bound=Callable[..., Any])
Found = TypeVar("Found", bound=Sized)


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
    *own, rest = signature(method).parameters.values()
    taken = {parameter.name for parameter in own} | {"relations"}
    options = [
        Parameter(each.name, Parameter.KEYWORD_ONLY, default=each.default, annotation=each.type)
        for each in fields(NetworkSpec)
        if each.name not in taken
    ]
    method.__signature__ = signature(method).replace(parameters=[*own, *options])  # type: ignore[attr-defined]
    entry = re.search(rf"^( *)\*\*{rest.name}\n(?:\1 +.*\n)+", method.__doc__ or "", re.MULTILINE)
    if method.__doc__ and entry:  # there is no docstring with python -OO
        text = "".join(f"{entry[1]}{line}\n" for each in _explanations(taken) for line in each.splitlines())
        method.__doc__ = method.__doc__.replace(entry[0], text)
    return method


def warn_if_empty(found: Found, spec: NetworkSpec) -> Found:
    """Return a network or ranking; warn if nothing passes the filters, since an empty one looks like a finding.

    >>> warn_if_empty([1], NetworkSpec(country="norland"))
    [1]
    """
    if len(found) == 0 and str(spec):
        warn(f"network: empty with {spec}; expected ties that pass the filters; widen or omit them")
    return found


def _explanations(taken: Iterable[str]) -> list[str]:
    """Return the entries of the docstring of `NetworkSpec` that explain its fields, except those of names in use."""
    text = (getdoc(NetworkSpec) or "").partition("----------\n")[2].partition("\n\n")[0]
    entries = re.split(r"\n(?=\S)", text)
    return [each for each in entries if not {*re.split(", ?", each.partition(" : ")[0])} <= {*taken}]


def as_names(names: Iterable[str] | str) -> tuple[str, ...]:
    """Return names as a tuple; a single text is one name, and not many of one letter.

    >>> as_names("degree"), as_names(["degree", "pagerank"])
    (('degree',), ('degree', 'pagerank'))
    """
    return (names,) if isinstance(names, str) else tuple(names)
