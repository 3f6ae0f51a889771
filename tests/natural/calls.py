"""Answers and messages of a call, in a form that tests can compare."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import pcgraph

BASE = "https://w3id.org/pcgraph/"
PREFIXES = {"ontology#": "pcg:", "vocab/sector/": "sector:", "vocab/": "v:", "source/": "src:", "id/": "id:"}


def short(value: Any) -> Any:
    """Return an IRI of the project with its prefix, and everything else as it is."""
    if isinstance(value, str) and value.startswith(BASE):
        for path, prefix in PREFIXES.items():
            if value.startswith(BASE + path):
                return prefix + value[len(BASE + path) :]
    return value


def rows(answer: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a result, with short IRIs."""
    return [tuple(short(value) for value in row) for row in answer.rows]


def answer_and_messages(call: Callable[[], Any]) -> tuple[Any, str]:
    """Return the answer of `call` and what it told the user: warnings of pcgraph, or the error that it raised."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            answer = call()
        except Exception as error:
            return None, str(error)
    ours = getattr(pcgraph, "PcgraphWarning", ())  # a warning of another class is not meant for the user
    return answer, "\n".join(str(one.message) for one in caught if issubclass(one.category, ours))
