"""Rules: functions that yield faults, each registered with what it expects, how to fix that, and its severity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from pcgraph.store.data_folder import File
from pcgraph.validation.finding import Finding, Severity
from pcgraph.validation.index import Lookup

# the file, the subject and what is wrong; then what the rule itself does not say: expected, todo, severity
Fault = tuple[File, str, str, *tuple[Any, ...]]
RULES: dict[str, Callable[..., Iterable[Finding]]] = {}
RULES_WITH_TEXTS: dict[str, Callable[..., Iterable[Finding]]] = {}
LOCAL = set[str]()  # rules whose findings about a file depend on that file, the ontology and the types of things only


def rule(
    expected: str = "", todo: str = "", severity: Severity = "error", *, local: bool = False, texts: bool = False
) -> Callable[[Callable[..., Iterable[Fault]]], Callable[..., Iterator[Finding]]]:
    """Register a function as the rule whose code is its name; with `texts`, it takes the texts of the sources too."""

    def register(find: Callable[..., Iterable[Fault]]) -> Callable[..., Iterator[Finding]]:
        code = find.__name__.replace("_", "-")

        @wraps(find)
        def check(lookup: Lookup, *given: Any) -> Iterator[Finding]:
            for file, subject, what, *more in find(lookup, *given):
                yield lookup.finding(file, subject, code, what, *more, *(expected, todo, severity)[len(more) :])

        (RULES_WITH_TEXTS if texts else RULES)[code] = check
        LOCAL.update({code} if local else ())
        return check

    return register
