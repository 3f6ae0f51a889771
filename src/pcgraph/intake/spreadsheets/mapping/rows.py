"""Reads the rows of a table into records: the content of each row, or why it cannot be imported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TypeVar

from pcgraph.intake.errors import BadInput, Fault, shown
from pcgraph.intake.spreadsheets.mapping.cells import Cells, plain
from pcgraph.intake.spreadsheets.mapping.decisions import Key, Unknown, UnknownName, key
from pcgraph.intake.spreadsheets.mapping.mapping import LINKS, MANY
from pcgraph.intake.spreadsheets.mapping.rule import Rules, Value
from pcgraph.intake.spreadsheets.mapping.units import heading_unit
from pcgraph.intake.spreadsheets.mapping.vocabulary import Converter, Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table, check_columns
from pcgraph.intake.spreadsheets.records import NewThing, Record
from pcgraph.intake.values import (
    address_slug,
    date_bounds,
    label_slug,
    slugify,
    valid_slug,
)
from pcgraph.model.namespaces import compact, local

UNNAMED = "unnamed"
STEP_ROWS = 1_000  # between two reports of progress
SMALL = 10_000  # an amount below it is rarely full if the heading says millions
PAIRS = (("amount", "currency", "amount-form"), ("quantity", "quantity_of", "quantity-form"))
OF_AMOUNT = ("basis", "amount_shared")
TWICE = "keep one (a status that is reached twice must be added by hand)"
T = TypeVar("T")
Values = tuple[Value, ...]
Progress = Callable[[int, int], object]  # given the number of rows that are done and the total


class Reader:
    """Reads the rows of one table with one mapping.

    Attributes
    ----------
    columns : dict of str to int
        Column, as spelt in the mapping → position in a row.
    ignored, tested : set of int
        Positions of the columns that the mapping ignores, or uses only for new agents, and of those in its conditions.
    units : dict of int to (Unit or None)
        Value of an amount → the thousands, millions and so on that its heading says.
    unknown : dict of (str, str) to Unknown
        The names of the records read so far that a person has to decide on.
    left_out : dict of (str, str) to int
        Names that a person decided to ignore → number of their cells.
    """

    def __init__(self, table: Table, rules: Rules, vocabulary: Vocabulary) -> None:
        self.table, self.rules, self.vocabulary = table, rules, vocabulary
        self.unknown: dict[Key, Unknown] = {}
        self.left_out: dict[Key, int] = {}
        self._ids: dict[int, frozenset[str]] = {}
        header = {name.casefold(): number for number, name in enumerate(table.header)}

        def position(name: str) -> int:
            return header.get(" ".join(name.split()).casefold(), -1)

        self.columns = {name: position(name) for name in rules.columns}
        missing = sorted(name for name, number in self.columns.items() if number < 0)
        named = {*self.columns.values(), *map(position, rules.ignore)}
        todo = "name it in the mapping, list it there under ignore, or delete it"
        unread = [number not in named for number in range(len(table.header))]
        check_columns(table, missing, "expected every column of the mapping", unread, todo)
        of_new = {column for value in rules.values for part in value.new_agents or () for column in part.columns}
        self.ignored = {*map(position, rules.ignore), *map(position, of_new)}
        self.tested = set(map(position, rules.tested))
        self.units = {id(value): heading_unit(value, rules) for value in rules.engagement.get("amount", ())}

    def records(
        self, progress: Progress | None = None, rows: Iterable[tuple[str, ...]] | None = None
    ) -> Iterator[Record]:
        """Yield the record of each row, or of those with the given cells; report every `STEP_ROWS` rows."""
        chosen = self.table.rows if rows is None else tuple(enumerate(rows))
        for done, (number, cells) in enumerate(chosen):
            if progress is not None and done % STEP_ROWS == 0:
                progress(done, len(chosen))
            yield _Row(self, number, cells).read()
        if progress is not None:
            progress(len(chosen), len(chosen))

    def add_unknown(self, row: int, broken: UnknownName, places: Iterable[str]) -> None:
        """Count a cell with a name that is not known."""
        which = key(broken.kind, broken.name)
        if which not in self.unknown:
            hints = self.vocabulary.register.hints(broken.kind, broken.name)
            self.unknown[which] = Unknown(broken.kind, broken.name, row, broken.candidates, hints)
            if (country := hints.get("country")) and not self.vocabulary.known_place(country):
                more = self.vocabulary.register.hints("place", country)
                self.unknown.setdefault(key("place", country), Unknown("place", country, row, hints=more))
        self.unknown[which].cells += 1
        self.unknown[which].places.update(places if broken.kind == "agent" else ())

    def ids(self, value: Value) -> frozenset[str]:
        """Return the ids of the rows that meet the conditions of a value, as the table writes them."""
        if id(value) not in self._ids:
            rows = [_Row(self, number, cells) for number, cells in self.table.rows]
            given = self.rules.engagement.get("id", ())
            self._ids[id(value)] = frozenset(row.first_value(given)[0] for row in rows if all(row.met(value.of_rows)))
        return self._ids[id(value)]

    def fault(self, row: int, value: Value | str, broken: BadInput) -> Fault:
        """Return a fault at a row, and at the column that a value comes from, if there is one."""
        column = value if isinstance(value, str) else value.column
        return broken.locate(self.table.file, self.table.sheet, row, column)


class _Row(Cells):
    """One row while it is read into a record."""

    def __init__(self, reader: Reader, number: int, cells: Sequence[str]) -> None:
        super().__init__(cells, reader.columns, reader.rules.lookups, reader.ids)
        self.reader, self.rules, self.vocabulary = reader, reader.rules, reader.vocabulary
        self.record = Record(number)
        self.place_names: list[str] = []
        self.places: frozenset[str] = frozenset()
        self.ignored |= reader.ignored

    def read(self) -> Record:
        record = self.record
        self.read_card()
        self.read_names()
        self.read_places()
        for of_agreements, values in self.rules.roles.items():
            places = Counter[int]()  # of the parties in their cells
            for text, value in self.decided("agent", self.all_values(values)):
                place = places[id(value)]
                places[id(value)] += 1
                of_class = partial(self.vocabulary.role_of, value=value, class_=record.kind, place=place)
                role = self.attempt(value, of_class, of_agreements) or of_agreements
                if text.casefold() == UNNAMED:
                    record.unnamed += [role] * (role not in record.unnamed)
                elif term := self.term(text, value, None):
                    record.add(role, term, value.inferred)
        for name, term, value in self.terms(self.rules.engagement, self.vocabulary.facts):
            record.add(name, term, value.inferred)
            if name in LINKS:
                record.links[self.vocabulary.names.expand(term)] = value.column
            elif name == "amount":
                self.check_amount(value, Decimal(term))
        self.read_steps()
        self.check_pairs()
        self.check_cells()
        return record

    def check_cells(self) -> None:
        """Count the filled cells, and refuse each that is neither used nor ignored."""
        filled = {number for number, cell in enumerate(self.cells) if cell}
        self.used |= self.reader.tested - self.ignored - self.left.keys()
        for number in sorted(filled - self.used - self.ignored):
            expected, todo = "expected a value", "correct or empty the cell"
            broken = self.left.get(number) or BadInput("unused-cell", "has no value", expected, todo)
            self.wrong(self.reader.table.header[number], broken)
        self.record.used = len(filled & self.used)
        self.record.ignored = len(filled) - self.record.used

    def terms(
        self, given: Mapping[str, Values], converters: Mapping[str, Converter | None]
    ) -> Iterator[tuple[str, str, Value]]:
        """Yield the key, the Turtle term and the rule of each value that can be converted."""
        for name, convert in converters.items():
            if name in given:
                texts = self.all_values(given[name]) if name in MANY else iter([self.first_value(given[name])])
                for text, value in self.decided(name if convert and name != "said_by" else "agent", texts):
                    if text and (term := self.term(text, value, convert)):
                        yield name, term, value

    def decided(self, kind: str, texts: Iterable[tuple[str, Value]]) -> Iterator[tuple[str, Value]]:
        """Yield each text, or what a person decided to read instead of it."""
        register = self.vocabulary.register
        for text, value in texts:
            read = register.decided(kind, text) if text else ""
            if text and not read:
                self.reader.left_out[key(kind, text)] = self.reader.left_out.get(key(kind, text), 0) + 1
                self.ignored |= self.cells_of(value)
                continue
            if text:
                self.used |= self.cells_of(value)
            if (slug := read.removeprefix("id:")) in register.new and read != text:
                self.add_new(register.new[slug])
            yield read, value

    def add_new(self, thing: NewThing) -> None:
        """Let the row register a thing, and its country if that is new too."""
        new = self.vocabulary.register.new
        self.record.new[thing.slug] = thing
        if thing.country and (country := thing.country.removeprefix(self.vocabulary.names.id)) in new:
            self.add_new(new[country])

    def read_places(self) -> None:
        """Read the places of the row, which tell which of several bodies of one name is meant."""
        found = self.all_values(self.rules.engagement.get("place", ()))
        self.place_names = [text for text, _ in found]
        read = [self.vocabulary.register.decided("place", text) for text in self.place_names]
        self.places = frozenset(iri for text in read if (iri := self.vocabulary.known_place(text)))

    def term(self, text: str, value: Value, convert: Converter | None) -> str | None:
        """Return a text as a Turtle term, or record a fault and return None."""
        convert = convert or (lambda name: self.read_agent(name, value))
        return self.attempt(value, lambda text: convert(plain(value, text)), text)

    def read_card(self) -> None:
        """Read the part of the source's card that the row contains."""
        record, given = self.record, self.rules.source
        in_order = {name: self.vocabulary.card[name] for name in given if name != "slug"}
        for name, term, _ in self.terms(given, in_order):
            record.card.setdefault(name, []).append(term)
        slug, of_slug = self.take(given.get("slug", ()))
        address, of_address = self.first_value(given.get("address", ()))
        if slug:
            record.source = self.attempt(of_slug, valid_slug, slug) or ""
        elif "address" in record.card:
            record.source = address_slug(address)
        elif not address:
            self.missing(of_address if of_address.parts else of_slug, "the address of the source, or its slug")

    def read_names(self) -> None:
        """Read the id, label, class and locator of the engagement."""
        record, given = self.record, self.rules.engagement
        record.label, of_label = self.take(given["label"])
        record.description, _ = self.take(given.get("description", ()))
        id_, of_id = self.take(given.get("id", ()))
        record.id_from_label = not id_
        if id_:
            record.id = self.attempt(of_id, valid_slug, id_) or ""
        elif record.label:
            record.id = self.attempt(of_label, label_slug, record.label) or ""
        else:
            self.missing(of_label, "a label or an id")
        class_, of_class = self.take(given["class"])
        if class_:
            read = partial(self.vocabulary.concept, "class of engagements")
            record.kind = self.attempt(of_class, read, class_) or ""
        else:
            self.missing(of_class, "a class of engagements")
        record.quote, of_quote = self.take(given.get("quote", ()))
        record.locator, of_locator = self.take(given.get("passage", ()))
        if not record.locator and not record.quote:
            self.missing(of_locator if of_locator.parts else of_quote, "where the source says it, such as para 3")

    def read_agent(self, name: str, value: Value) -> str:
        """Return the agent that a name means, or a new agent if the mapping allows it."""
        register = self.vocabulary.register
        if name.casefold() == UNNAMED:
            what = "a publisher or speaker cannot be unnamed"
            raise BadInput("unknown-agent", what, "expected a name", "decide same or new, or name it in the table")
        if value.new_agents is None or register.find_agent(name, self.places) is not None:
            return compact(register.agent(name, self.places))
        class_, country = (self.take((part,))[0] for part in value.new_agents)
        made = valid_slug(slugify(name))
        if self.vocabulary.names.id + made in self.vocabulary.lookup.types:
            what = f"{shown(name)} would be id:{made}, which is something else"
            raise BadInput("id-taken", what, "expected a name of its own", "register the agent by hand")
        kind = local(self.vocabulary.concept("class of agents", class_))
        where = self.vocabulary.place(register.decided("place", country)) if country else None
        self.add_new(NewThing(made, kind, " ".join(name.split()), country=where))
        return f"id:{made}"

    def read_steps(self) -> None:
        """Read the steps of the engagement."""
        for step in self.rules.steps:
            if not self.applies(step):
                self.ignore(*step.status, *step.date)
                continue
            status, of_status = self.first_value(step.status)
            date, of_date = self.first_value(step.date)
            if not status or (step.if_dated and not date):
                if date and not any(map(self.cells_of, step.status)):
                    broken = BadInput("missing-value", "a date without a status", "expected both", "fill in the status")
                    self.left |= dict.fromkeys(self.cells_of(of_date), broken)
                else:
                    self.ignore(*step.status, *step.date)
                continue
            self.used |= self.cells_of(of_status) | self.cells_of(of_date)
            iri = self.attempt(of_status, lambda text: self.vocabulary.concept("status", text), status) or ""
            date = (date and self.attempt(of_date, partial(self.read_day, of_date), date)) or ""
            if step.agreements and self.vocabulary.is_of_work(iri, self.record.kind):
                status, by = step.of_agreement(date)
                iri = self.vocabulary.concept("status", status)
                date = "" if local(iri) in self.record.steps else by
            if iri and self.record.kind:
                instead = partial(self.vocabulary.status_of, value=of_status, class_=self.record.kind)
                iri = self.attempt(of_status, instead, iri) or iri
                self.attempt(of_status, lambda iri: self.vocabulary.check_status(iri, self.record.kind), iri)
            before, column = self.record.steps.get(local(iri), ("", ""))
            if before and date and date != before:
                what, expected = f"{local(iri)} on {date}, but on {before} in column {column}", "expected one date"
                self.wrong(of_date, BadInput("two-values", what, expected, TWICE))
            self.record.steps[local(iri)] = before or date, column if before else of_date.column or of_status.column
        if not self.record.steps:
            self.ignore(*(value for step in self.rules.steps for value in step.date))  # until there is a status
            values = [value for step in reversed(self.rules.steps) for value in step.status]
            self.missing(next((value for value in values if value.parts), values[0]), "a status")

    def read_day(self, value: Value, text: str) -> str:
        """Return the date of a step as EDTF."""
        date_bounds(day := plain(value, text))
        return day

    def check_amount(self, value: Value, amount: Decimal) -> None:
        """Refuse an amount that may be in millions."""
        if 0 < amount < SMALL and value.times is None and (unit := self.reader.units[id(value)]):
            column, word, times = unit
            what = f"an amount below {SMALL:,}, and the heading {shown(column)} says {word}"
            todo = f"write times: {times} for amount in the mapping, or times: 1 if they are full"
            self.wrong(value, BadInput("unit-in-heading", what, "expected full amounts", todo))

    def check_pairs(self) -> None:
        """Check the values that depend on a second cell."""
        facts, given = self.record.facts, self.rules.engagement
        reported = {fault.column for fault in self.record.faults}
        for number, unit, code in PAIRS:
            here, other = (number, unit) if number in facts else (unit, number)
            if here in facts and other not in facts and not reported & {value.column for value in given.get(other, ())}:
                what = " without ".join("unit" if name == "quantity_of" else name for name in (here, other))
                broken = BadInput(code, what, "expected both or neither", "fill in the other, or empty it")
                self.wrong(given[here][0], broken)
        for name in OF_AMOUNT:
            if name in facts and "amount" not in facts and "amount" not in reported:
                what, todo = f"{name.replace('_', ' ')} without amount", "fill in the amount, or empty it"
                self.wrong(given[name][0], BadInput("amount-form", what, "expected the sum that it describes", todo))
        starts, ends = (facts.get(name, [""])[0].strip('"') for name in ("starts", "ends"))
        first, last = date_bounds(starts)[0] if starts else None, date_bounds(ends)[1] if ends else None
        if first and last and last < first:
            what = f"{ends}, before the start {starts}"
            broken = BadInput("end-before-start", what, "expected an end after the start", "swap them")
            self.wrong(given["ends"][0], broken)
        class_ = self.record.kind
        if "kind" in facts and class_ and class_ not in self.vocabulary.lookup.subterms("Agreement"):
            what, expected = f"{facts['kind'][0]} of a {compact(class_)}", "expected it only for a pcg:Agreement"
            todo = "remove it, or put the agreement in a row of its own"
            self.wrong(given["kind"][0], BadInput("status-of-class", what, expected, todo))

    def attempt(self, value: Value, convert: Callable[[str], T], text: str) -> T | None:
        """Return the converted text, or record a fault and return None."""
        try:
            return convert(text)
        except BadInput as broken:
            if isinstance(broken, UnknownName):
                self.reader.add_unknown(self.record.row, broken, self.place_names)
            self.wrong(value, broken)
            return None

    def missing(self, value: Value, what: str) -> None:
        """Record that a cell must not be empty."""
        self.wrong(value, BadInput("missing-value", "is empty", f"expected {what}", "fill it in"))

    def wrong(self, value: Value | str, broken: BadInput) -> None:
        """Record a fault of this row."""
        self.record.faults.append(self.reader.fault(self.record.row, value, broken))
