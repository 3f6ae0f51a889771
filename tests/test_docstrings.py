"""Every public function, class and method has an example in its docstring; pytest runs the examples of `src`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pkgutil import resolve_name

from helpers import ROOT

REFERENCE = ROOT / "docs" / "reference" / "python.md"
MADE = re.compile(r"<!-- made by make reference: python ([\w. ]+) -->")


def public_callables() -> Iterator[tuple[str, object]]:
    """Yield the functions and classes that the reference shows, and the methods of the classes."""
    for name in " ".join(MADE.findall(REFERENCE.read_text("utf-8"))).split():
        module, _, part = name.rpartition(".")
        found = resolve_name(f"{module}:{part}")
        yield name, found
        yield from methods(name, found)


def methods(name: str, part: object) -> Iterator[tuple[str, object]]:
    for method, found in inspect.getmembers(part, inspect.isfunction) if inspect.isclass(part) else ():
        if found.__name__ == method and not method.startswith("_") and found.__module__.startswith("pcgraph."):
            yield f"{name}.{method}", found


def test_every_public_callable_has_an_example() -> None:
    found = dict(public_callables())
    assert {
        "pcgraph.load",
        "pcgraph.KnowledgeGraph.rank",
        "pcgraph.page.map.Map.save",
        "pcgraph.testing.tiny",
    } < found.keys()
    without = [name for name, part in found.items() if ">>> " not in (part.__doc__ or "")]
    assert not without, f"{', '.join(without)}: no example; expected one in each docstring; add a short one"
