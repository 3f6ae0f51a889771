"""What a table says of the classes of its rows, and which roles their parties can have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pcgraph.intake.spreadsheets.guess import headings
from pcgraph.intake.spreadsheets.mapping.mapping import OPEN
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.model.namespaces import PCG, V, local


@dataclass(frozen=True)
class Classes:
    """The rule for classes of a proposed mapping, and the cells of each column, each once."""

    rule: Any
    cells: Mapping[str, Sequence[str]]
    vocabulary: Vocabulary

    @property
    def texts(self) -> list[str]:
        """The names of the classes of the rows; an open question stands for itself."""
        if isinstance(self.rule, str):
            return [self.rule]
        lookup = self.rule.get("lookup", {})
        return [lookup.get(cell, cell) for cell in self.cells[self.rule["column"]]]

    @property
    def iris(self) -> list[str]:
        """The classes of the rows, as far as they are known."""
        return [iri for text in self.texts if (iri := self.vocabulary.known("class of engagements", text))]

    @property
    def are_agreements(self) -> bool:
        """Whether every row is something that is signed."""
        return OPEN not in self.texts and {*self.iris} <= self.vocabulary.lookup.subterms("Agreement")

    def parties(self, name: str, *, several: bool) -> Iterator[tuple[str, str, list[str]]]:
        """Yield each class that nobody signs, which role its parties in a column have, as a question, and the answers.

        If a cell has `several` parties, the first may have another role than the others.
        """
        fitting, lookup = headings.words()["parties"], self.vocabulary.lookup
        for class_, roles in fitting.items():
            if not roles[1:]:
                yield class_, "", roles
        for iri in sorted({*self.iris} - lookup.subterms("Agreement")):
            fit = (own for class_, own in fitting.items() if iri in lookup.subterms(class_))
            roles = next(fit, fitting["Initiative"])
            if roles[1:]:
                choices = [role for role in roles if several or ";" not in role]
                order = " (of two, the first is that of the first party)" if ";" in choices[-1] else ""
                ask = f"which role have the parties in {name} if the class is {local(iri)}{order}?"
                yield local(iri), ask, choices

    def barred(self, step: Mapping[str, Any], table: Table) -> Iterator[tuple[str, str, list[str]]]:
        """Yield each class whose rows have a status that it cannot reach, what it is instead, and the answers.

        An agreement whose work goes on is no question; see `agreements`.
        """
        number = {name: at for at, name in enumerate(table.header)}
        date = step.get("date", {}).get("column", "") if "if_dated" in step else ""

        def read(rule: Any, cells: Sequence[str]) -> str:
            cell = rule if isinstance(rule, str) else cells[number[rule["column"]]]
            return cell if isinstance(rule, str) else rule.get("lookup", {}).get(cell, cell)

        found: dict[str, set[str]] = {}
        for _, cells in table.rows:
            class_ = self.vocabulary.known("class of engagements", read(self.rule, cells))
            status = self.vocabulary.known("status", read(step["status"], cells))
            if not class_ or not status or (date and not cells[number[date]]):
                continue
            if local(status) in self.vocabulary.barred(class_) and not self.vocabulary.is_of_work(status, class_):
                found.setdefault(class_, set()).add(local(status))
        for class_, statuses in sorted(found.items()):
            barred, near = self.vocabulary.barred(class_), headings.words()["nearest"]
            fit = dict.fromkeys(each for status in sorted(statuses) for each in near[status] if each not in barred)
            ask = (
                f"a {local(class_)} cannot be {' or '.join(sorted(statuses))}, as an Agreement can; what is it instead?"
            )
            yield local(class_), ask, [*fit]

    def agreements(self, statuses: list[str]) -> dict[str, str]:
        """Return what the statuses of the work say about an agreement: that it is signed, if any row may be one."""
        read = [V + status if status == OPEN else self.vocabulary.known("status", status) or "" for status in statuses]
        of_work = any(
            iri == V + OPEN or self.vocabulary.is_of_work(iri, class_)
            for iri in read for class_ in self.iris or [PCG + "Agreement"]
        )  # fmt: skip
        return {"agreements": "signed"} if of_work else {}
