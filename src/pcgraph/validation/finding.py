"""The result of a check: one line that says where, what is wrong, what was expected and how to fix it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pcgraph.store.files import shown

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Finding:
    """One violation of a rule at one place.

    >>> print(Finding(Path("a.ttl"), 7, "no-step", "error", "id:x has no step", "expected one", "add it"))
    a.ttl:7: no-step: id:x has no step; expected one; add it
    """

    path: Path  # file
    line: int  # line where the subject's block begins, from 1; 0 for a file of quads, which has no useful line numbers
    code: str  # name of the rule, a heading of ``docs/reference/error-codes.md``
    severity: Severity  # warnings do not stop a build
    # message, expected, todo: what is wrong; what was expected (begins with the word "expected"); how to fix it
    message: str
    expected: str
    todo: str

    def __str__(self) -> str:
        text = f"{self.message}; {self.expected}; {self.todo}"
        line = f":{self.line}" if self.line else ""
        return f"{shown(self.path)}{line}: {self.code}: {' '.join(text.split())}"
