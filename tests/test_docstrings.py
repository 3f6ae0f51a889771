"""Every public function, class and method has an example in its docstring; pytest runs the examples of `src`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module

from helpers import ROOT

REFERENCE = ROOT / "docs" / "reference" / "python.md"
DIRECTIVE = re.compile(r"^\.\. auto\w+:: ([\w.]+)\.\w+$", re.MULTILINE)  # its module


def public_callables() -> Iterator[tuple[str, object]]:
    """Yield the functions and classes of the modules that the reference names, and the methods of the classes."""
    for name in sorted({*DIRECTIVE.findall(REFERENCE.read_text("utf-8")), "pcgraph", "pcgraph.testing"}):
        module = import_module(name)
        listed = getattr(module, "__all__", vars(module))
        offering = name if "__all__" in vars(module) else ""  # it also offers what it imports
        for part in (getattr(module, part) for part in listed if not part.startswith("_")):
            if (inspect.isclass(part) or inspect.isfunction(part)) and name in (part.__module__, offering):
                yield f"{name}.{part.__name__}", part
                yield from methods(f"{name}.{part.__name__}", part)


def methods(name: str, part: object) -> Iterator[tuple[str, object]]:
    for method, found in inspect.getmembers(part, inspect.isfunction) if inspect.isclass(part) else ():
        if found.__name__ == method and not method.startswith("_") and found.__module__.startswith("pcgraph."):
            yield f"{name}.{method}", found


def test_every_public_callable_has_an_example() -> None:
    found = dict(public_callables())
    assert {"pcgraph.load", "pcgraph.KnowledgeGraph.rank", "pcgraph.testing.tiny"} < found.keys()
    without = [name for name, part in found.items() if ">>> " not in (part.__doc__ or "")]
    assert not without, f"{', '.join(without)}: no example; expected one in each docstring; add a short one"
