"""Arguments of public functions: one of the wrong type is named in one line, before anything is computed."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import wraps
from inspect import isfunction, signature
from numbers import Integral, Real
from typing import Any, TypeVar, cast

from pcgraph.errors import UsageError
from pcgraph.model.text import with_article

Function = TypeVar("Function", bound=Callable[..., Any])
Class = TypeVar("Class", bound=type)
Test = Callable[[Any], bool]
SHOWN = 60  # characters of a value in a message


def _each(test: Test) -> Test:
    """Return a test of lists; what an iterator yields is not looked at, as that would consume it."""
    return lambda value: (
        isinstance(value, Iterable)
        and not isinstance(value, bytes)
        and (not isinstance(value, Collection) or all(map(test, value)))
    )


def _is(*kinds: type) -> Test:
    return lambda value: isinstance(value, kinds)


NAMES = _each(_is(str)), "a name or a list of names"
PATH = _is(str, os.PathLike)
RANKINGS: Test = lambda value: isinstance(value, list | tuple) and all(hasattr(each, "top_k") for each in value)  # noqa: E731
# annotation without "| None" → what a value must be, and how a message says it. A text that names something is not
# here: the function that looks it up knows what there is.
EXPECTED: dict[str, tuple[Test, str]] = {
    "bool": (lambda value: type(value).__name__ in ("bool", "bool_"), "True or False"),  # bool_ is numpy's
    "int": (lambda value: isinstance(value, Integral) and not isinstance(value, bool), "a whole number"),
    "float": (lambda value: isinstance(value, Real) and value is not True and float(value) > 0, "seconds above 0"),
    "Relations": NAMES,
    "Iterable[str] | str": NAMES,
    "Iterable[str | Mapping[str, Any]] | str": (_each(_is(str, Mapping)), "a list of projections"),
    "Iterable[nx.Graph]": (_each(lambda value: hasattr(value, "nodes")), "a list of networks"),
    "Sequence[Uncertain]": (RANKINGS, "a list of rankings from kg.ranks"),
    "Callable[[int, int], object]": (callable, "a function"),
    "Mapping[str, Any]": (_is(Mapping), "a mapping"),
    "str | Path": (PATH, "a path"),
    "str | Path | bool": (_is(str, os.PathLike, bool), "a path, True or False"),
    "str | Path | Project": (lambda value: PATH(value) or hasattr(value, "sides"), "a path"),
}


def checked(function: Function) -> Function:
    """Let a function raise if an argument is not of the type that its annotation names.

    >>> @checked
    ... def wait(seconds: float | None = None) -> None: ...
    >>> wait("long")
    Traceback (most recent call last):
    pcgraph.errors.UsageError: wait: seconds 'long': is a str; expected seconds above 0 or None; correct or omit it
    """
    shown = signature(function)
    kinds = {name: str(parameter.annotation) for name, parameter in shown.parameters.items()}

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            given = shown.bind(*args, **kwargs).arguments
        except TypeError:  # an unknown or missing argument, which the function or Python itself names
            return function(*args, **kwargs)
        for name, value in given.items():
            kind = kinds[name].removesuffix(" | None")
            test, expected = EXPECTED.get(kind, (bool, ""))
            if expected and not (value is None and kind != kinds[name]) and not test(value):
                text, what = " ".join(repr(value).split()), with_article(type(value).__name__)
                text = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
                expected += " or None" * (kind != kinds[name])
                raise UsageError(
                    f"{function.__name__}: {name} {text}: is {what}; expected {expected}; correct or omit it"
                )
        return function(*args, **kwargs)

    return cast(Function, call)


def checked_methods(kind: Class) -> Class:
    """Apply `checked` to each public method of a class."""
    for name, method in [*vars(kind).items()]:
        if isfunction(method) and not name.startswith("_"):
            setattr(kind, name, checked(method))
    return kind
