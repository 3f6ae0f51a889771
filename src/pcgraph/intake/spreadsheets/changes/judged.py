"""The sheets of verdicts and judgements, as the data have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pcgraph.intake.spreadsheets.changes.register import Sheet
from pcgraph.intake.spreadsheets.changes.said import Facts, term_of, text_of
from pcgraph.intake.spreadsheets.mapping.sheet_rows import Makers, Row
from pcgraph.intake.spreadsheets.mapping.sheets import ANSWERS, JUDGED, REGISTER, Column, column_name, columns
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.intake.spreadsheets.writers.verdict_sheets import Claim, VerdictReader
from pcgraph.model.namespaces import OWL, PCG, TYPE, local
from pcgraph.turtle.terms import Term

SAME = OWL + "sameAs"
ON = (PCG + "onSubject", PCG + "onName")


def sheets(facts: Facts, words: Vocabulary) -> Iterator[Sheet]:
    """Yield every sheet that has a row for each thing, term or verdict."""
    for name in (*REGISTER, *JUDGED):
        yield sheet(name, facts, words)


def sheet(name: str, facts: Facts, words: Vocabulary) -> Sheet:
    """Return one of these sheets."""
    return (JudgedSheet if name in JUDGED else Sheet)(name, columns(name, facts.lookup), facts, words)


class JudgedSheet(Sheet):
    """A sheet of verdicts. Its reasons can be edited; what it decides cannot, because that is another verdict."""

    def __init__(self, name: str, columns: Mapping[str, Column], facts: Facts, words: Vocabulary) -> None:
        super().__init__(name, columns, facts, words)
        self.space = facts.names.verdict
        self.answers = {PCG + each: answer for answer, each in ANSWERS[name].items()}
        self.given = {TYPE, *ON, PCG + "onProperty", *self.answers}
        self.reader = VerdictReader(words, Makers(facts.lookup, {}))

    def things(self) -> list[str]:
        """Return the verdicts of which a row says what they decide."""
        verdicts = {fact.subject for _, fact in self.facts.lookup.facts_by_role("verdicts")}
        return sorted(iri for iri in verdicts if self.fixed(iri))

    def fixed(self, iri: str) -> dict[str, str]:
        """Return the cells of the decision; none if it is of the other sheet, or is read back as another one."""
        said = {verb: terms for file in self.facts.register[iri] for verb, terms in self.facts.said(file)[iri].items()}
        parts = [[(verb, *said[verb]) for verb in verbs if verb in said]
                 for verbs in (ON, (PCG + "onProperty",), self.answers)]  # fmt: skip
        if any(len(part) != 1 or len(part[0]) != 2 for part in parts):
            return {}
        (on, subject), (_, about), (answer, value) = (part[0] for part in parts)
        if (about.value == SAME) != (self.name == "judgements"):
            return {}
        found = {"answer": self.answers[answer]}
        if about.value == SAME:
            found |= {"one" if on == ON[0] else "spelling": text_of(subject), "other": text_of(value)}
            return found
        found |= {"about": text_of(subject), "field": column_name(local(about.value)), "value": text_of(value)}
        back = self.reader.claim(Row(Table("", self.name, (), ()), 0, found), subject.value)
        return found if back == Claim(subject.value, about.value, value) else {}

    def read(self, rows: Iterable[Row]) -> Iterator[dict[str, list[Term]]]:
        """Yield what each row says of its grounds, by column."""
        for row in rows:
            said = {PCG + name: terms for name, terms in self.reader.grounds(row).items()}
            yield {
                column: [term_of(text, self.facts.names) for text in said[place.property]]
                for column, place in self.places.items()
            }
