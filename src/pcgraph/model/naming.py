"""Names as people write them: comparison by letters, and reports of what a name was taken to mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from pcgraph.model.namespaces import compact

_LISTENER: ContextVar[Callable[[str], object] | None] = ContextVar("listener", default=None)


def letters(name: str) -> str:
    """Return a name without case, accents, punctuation and extra spaces; other scripts are unchanged.

    >>> letters("  Türk-Şirket & Co.  ")
    'turk sirket and co'
    """
    text = name.casefold().replace("&", " and ")
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^\w]+|_", " ", text).split())


def chain_ends(step: Mapping[str, str]) -> dict[str, str]:
    """Map each name that leads to another one to the end of its chain; in a cycle, to the least name.

    >>> chain_ends({"a": "b", "b": "c", "x": "y", "y": "x"})
    {'a': 'c', 'b': 'c', 'y': 'x'}
    """
    found = {}
    for start in sorted(step):
        seen, end = [start], step[start]
        while end in step and end not in seen:
            seen.append(end)
            end = step[end]
        end = min(seen[seen.index(end) :]) if end in seen else end
        if end != start:
            found[start] = end
    return found


@contextmanager
def reports_to(listener: Callable[[str], object]) -> Iterator[None]:
    """Call `listener` with a line for each name that is resolved inside the block. Without it, nothing is reported.

    >>> with reports_to(print):
    ...     report("Lumen AG", "https://w3id.org/pcgraph/id/lumen", "Lumen")
    Lumen AG: id:lumen, Lumen
    """
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def report(name: str, iri: str, label: str) -> None:
    """Report what a name that is no id was taken to mean."""
    if (listener := _LISTENER.get()) is not None:
        listener(f"{name}: {compact(iri)}, {label}")
