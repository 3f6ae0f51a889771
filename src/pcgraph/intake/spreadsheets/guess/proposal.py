"""A proposed mapping, and the questions that it leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import Any

from pcgraph.intake.spreadsheets.guess.headings import Key
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.model.text import counted

IGNORE = "ignore"
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Question:
    """What a person has to answer: the place in the mapping, the question, and the answers, if they are limited.

    `guess` is the answer that stands in the mapping for now.
    The place ``("columns", heading)`` asks for the key of a column, or `IGNORE`.
    """

    where: Path_
    ask: str
    choices: tuple[str, ...] = ()
    guess: str = ""

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

    `known` has the words for each key, and `columns` the key of each column that has one. `guessed` are the questions
    that the table seems to answer, and `answered` those that a person did.
    """

    content: dict[str, Any]
    questions: list[Question]
    table: Table
    known: dict[str, Key] = field(default_factory=dict)
    columns: dict[str, Key] = field(default_factory=dict)
    guessed: list[Question] = field(default_factory=list)
    answered: list[Question] = field(default_factory=list)

    @property
    def doubts(self) -> list[str]:
        """What is wrong with the form of the table, and the last rows if they have few cells, as a sum or a note."""
        rows, file = [(number, sum(map(bool, cells))) for number, cells in self.table.rows], self.table.file
        least = 0.6 * median([count for _, count in rows] or [0])
        full = max((number for number, count in rows if count >= least), default=0)
        return [*map(str, self.table.faults), *(
            f"{file}, row {number}: {counted(count, 'filled cell')}; expected an engagement; "
            "delete the row if it is a note, a sum or another table"
            for number, count in rows if number > full
        )]  # fmt: skip
