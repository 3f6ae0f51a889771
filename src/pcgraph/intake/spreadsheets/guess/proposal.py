"""A proposed mapping, and the questions that it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pcgraph.intake.spreadsheets.guess.headings import Key
from pcgraph.intake.spreadsheets.readers.table import Table

IGNORE = "ignore"
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Question:
    """What a person has to answer: the place in the mapping, the question, and the answers, if they are limited.

    The place ``("columns", heading)`` asks for the key of a column, or `IGNORE`.
    """

    where: Path_
    ask: str
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The place, as messages write it."""
        if self.where[0] == "columns":
            return f"column {self.where[1]}"
        return ".".join(str(part + 1 if isinstance(part, int) else part) for part in self.where)

    @property
    def expected(self) -> str:
        """The possible answers, if they are limited."""
        return f"one of {', '.join(self.choices)}" if self.choices[2:] else " or ".join(self.choices)


@dataclass
class Proposal:
    """A mapping as its YAML holds it, with `OPEN` in the place of each open question, and the table that it reads.

    `known` has the words for each key, and `columns` the key of each column that has one.
    """

    content: dict[str, Any]
    questions: list[Question]
    table: Table
    known: dict[str, Key] = field(default_factory=dict)
    columns: dict[str, Key] = field(default_factory=dict)

    def answer(self, question: Question, text: str) -> None:
        """Write the answer to a question into the mapping."""
        part: Any = self.content
        for name in question.where[:-1]:
            part = part[name]
        part[question.where[-1]] = text
        self.questions.remove(question)
