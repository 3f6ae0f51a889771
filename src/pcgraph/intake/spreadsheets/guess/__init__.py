"""Proposes the mapping of a table from its headings and cells, and says what a person has to answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pcgraph.intake.spreadsheets.guess import forms, headings, layout
from pcgraph.intake.spreadsheets.guess.by_words import MOST_VALUES, key_by_words
from pcgraph.intake.spreadsheets.guess.classes import Classes
from pcgraph.intake.spreadsheets.guess.headings import Key
from pcgraph.intake.spreadsheets.guess.proposal import IGNORE, Path_, Proposal, Question
from pcgraph.intake.spreadsheets.mapping.mapping import FOR, MANY, OPEN
from pcgraph.intake.spreadsheets.mapping.units import currencies_in, currency_in, unit_in
from pcgraph.intake.spreadsheets.mapping.vocabulary import SCHEMES, Vocabulary
from pcgraph.intake.spreadsheets.readers.table import Table
from pcgraph.intake.values import slugify
from pcgraph.model.namespaces import V, local

SMALL = 10_000  # an amount from here on is rarely in millions
TOPIC = ("engagement", "topic")  # what an engagement is about: a part of its name, if it has none


def propose(
    file: Path, vocabulary: Vocabulary, sheet: str | None = None, chosen: Mapping[str, Key | None] | None = None,
    today: date | None = None, answers: Mapping[str, str] | None = None,
) -> Proposal:  # fmt: skip
    """Return the mapping of a table that its headings and cells suggest.

    `chosen` has the keys of columns that a person chose, and None for a column to ignore; `answers` those to questions,
    by their names.
    """
    table, content = layout.read(file, sheet)
    made = _Proposer(table, vocabulary, dict(chosen or {}), slugify(file.stem), str(today or date.today()))
    made.answers = dict(answers or {})
    made.content = {"title": table.file, **content}
    made.build()
    columns = {name: key for key, names in made.columns.items() for name in names}
    return Proposal(made.content, made.questions, table, made.known, columns, made.guessed, made.answered)


class _Proposer:
    """Builds the mapping of one table; `columns` has the columns of each key."""

    def __init__(
        self, table: Table, vocabulary: Vocabulary, chosen: dict[str, Key | None], slug: str, today: str
    ) -> None:
        self.table, self.vocabulary, self.chosen, self.slug, self.today = table, vocabulary, chosen, slug, today
        self.content: dict[str, Any] = {}
        self.questions: list[Question] = []
        self.guessed: list[Question] = []
        self.answers: dict[str, str] = {}
        self.answered: list[Question] = []
        self.cells = {  # each once: a long table repeats them
            name: [*dict.fromkeys(cells[number] for _, cells in table.rows if cells[number])]
            for number, name in enumerate(table.header)
        }
        roles = [local(role) for role in vocabulary.lookup.ontology.roles if local(role) != "participant"]
        self.known = headings.phrases(roles)
        self.columns: dict[Key, list[str]] = {}
        self.numbers = [str(number) for number, _ in enumerate(table.rows, 1)]

    def ask(self, where: Path_, text: str, choices: Sequence[str] = (), guess: str | None = None) -> str:
        """Add a question, and return its answer, or what stands in the mapping until it is answered."""
        question = Question(where, text, tuple(choices), guess or "")
        if (given := self.answers.get(question.name, "").strip()) and (not choices or given in choices):
            self.answered.append(question)
            return given
        (self.guessed if guess else self.questions).append(question)
        return guess or OPEN

    def build(self) -> None:
        self.assign()
        content = self.content
        content["source"] = self.source()
        content["engagement"] = self.engagement()
        content["steps"] = self.steps()
        content["roles"] = {key: self.values(("roles", key)) for part, key in self.columns if part == "roles"}
        if ignored := [name for name in self.table.header if self.chosen.get(name, ()) is None]:
            content[IGNORE] = ignored

    # Columns

    def assign(self) -> None:
        """Find the key of each column with cells; a column without one, or with the key of another, is a question."""
        found = {name: headings.meaning(name, self.known) for name, cells in self.cells.items() if cells}
        ends = {key for key in found.values() if key and key[0] == "ties"}
        if len(ends) == 1:
            self.known = {phrase: key for phrase, key in self.known.items() if key[0] != "ties"}
            found = {name: headings.meaning(name, self.known) for name in found}
        with_amount = ("engagement", "amount") in found.values()
        for name, key in found.items():
            if name not in self.chosen and key is None and self.cells[name] == self.numbers[: len(self.cells[name])]:
                self.chosen[name] = None
            if name in self.chosen and self.chosen[name] is None:
                continue
            key = self.chosen.get(name) or self.by_cells(name, key)
            example = f"such as {' '.join(self.cells[name][0].split())[:40]!r}"
            if key and key[0] == "ties":
                money = {"from": "funder", "to": "recipient"}[key[1]]
                key = ("roles", money) if with_amount else None
                if key is None:
                    self.unclear(name, f"which role has it ({example})?")
            elif key is None:
                said = headings.meaning(name, self.known)
                self.unclear(
                    name, f"its cells are no {said[1]} ({example}); what is it?" if said else f"what is it ({example})?"
                )
            elif key in self.columns and not (key[0] == "roles" or key[1] in MANY):
                self.unclear(name, f"{key[1]} is {self.columns[key][0]} already; what is this ({example})?")
                key = None
            if key is not None:
                self.columns.setdefault(key, []).append(name)
        if self.column("engagement", "label"):
            for name in self.columns.pop(TOPIC, ()):
                self.unclear(name, "the name is in another column; what is this?")

    def unclear(self, name: str, ask: str) -> None:
        self.ask(("columns", name), f"{ask} a key of the mapping, or {IGNORE}")

    def by_cells(self, name: str, key: Key | None) -> Key | None:
        """Return the key that the heading means if the cells fit it, or else the one that they suggest."""
        cells = self.filled(name)
        kind = key[1] if key else ""
        if all(cell.startswith(("http://", "https://")) for cell in cells):
            return ("source", "address")
        if (key and key[0] == "steps" and kind != "status") or kind in FOR["dates"]:
            return key if forms.date_form(cells) is not None else None
        if kind in FOR["times"]:
            return key if forms.number_form(cells) is not None else None
        if kind == "address" or (kind in ("class", "status") and len(cells) > MOST_VALUES):
            return None
        if kind == "id" and not all(map(forms.is_slug, cells)):
            return None
        if key and key[0] == "roles":  # a recipient that is a country is the place, unless it is an agent too
            places = [bool(self.vocabulary.known_place(cell)) for cell in cells]
            named = any(self.vocabulary.register.named(cell) for cell in cells)
            return ("engagement", "place") if sum(places) * 2 > len(places) and not named else key
        if key == TOPIC and all(headings.plain(cell) in headings.cell_words("classes") for cell in cells):
            return ("engagement", "class")
        return key or key_by_words(name, cells, self.vocabulary)

    def filled(self, name: str) -> list[str]:
        """Return the cells of a column that are more than a word for nothing, or all if none is."""
        return [cell for cell in self.cells[name] if not headings.is_blank(cell)] or self.cells[name]

    def column(self, section: str, key: str) -> str:
        """Return the column of a key that has one value, or ""."""
        return self.columns.get((section, key), [""])[0]

    # Values

    def values(self, key: Key, where: Path_ = ()) -> Any:
        """Return the rule for the columns of a key: one, or a list, all of whose cells count."""
        where, columns = where or key, self.columns[key]
        made = [
            self.value(name, key[1], (*where, number) if columns[1:] else where) for number, name in enumerate(columns)
        ]
        return made if made[1:] else made[0]

    def value(self, name: str, key: str, where: Path_) -> dict[str, Any]:
        cells, rule = self.filled(name), dict[str, Any](column=name)
        if (where[0] == "steps" or key in (*FOR["dates"], *FOR["times"])) and len(cells) < len(self.cells[name]):
            rule["lookup"] = {cell: "" for cell in self.cells[name] if headings.is_blank(cell)}
        if where[0] == "steps" or key in FOR["dates"]:
            form = forms.date_form(cells)
            if form == OPEN:
                open_ = [cell for cell in cells if forms.date_form([cell]) == OPEN]
                form = self.ask(
                    (*where, "dates"),
                    f"{name} has {forms.example(open_)}: which comes first?",
                    ["day-first", "month-first"],
                )
            rule |= {"dates": form} if form else {}
        elif key in FOR["times"]:
            form = forms.number_form(cells)
            if form == OPEN:
                form = self.ask(
                    (*where, "decimal"),
                    f"{name} has {forms.example(cells)}: what comes before decimals?",
                    ["point", "comma"],
                )
            rule |= {"decimal": form} if form else {}
        elif where[0] == "roles" or key in MANY:
            alone = (
                where[0] == "roles"
                and sum(len(names) for part, names in self.columns.items() if part[0] == "roles") == 1
            )
            mark = forms.separator(cells, headings.words()["joints"] if alone else ())
            if mark == OPEN:
                with_comma = next(cell for cell in cells if "," in cell)
                mark = self.ask(
                    (*where, "split"),
                    f"{name} has {with_comma[:60]!r}: is it several names (,) or one (;)?",
                    [",", ";"],
                )
            rule |= {"split": mark} if mark else {}
            if (
                key == "signatory"
                and not self.classes.are_agreements
                and headings.plain(name) not in headings.signing()
            ):
                rule["of_class"] = {
                    class_: roles[0] if not roles[1:] else self.ask((*where, "of_class", class_), ask, roles)
                    for class_, ask, roles in self.classes.parties(name, several=bool(mark))
                }
        return rule

    def looked_up(self, name: str, where: Path_, concept: str, kind: str) -> dict[str, Any]:
        """Return the rule for a column of terms, with a lookup for the cells that are spelt in another way."""
        lookup, choices = dict[str, str](), self.terms(concept)
        for cell in self.cells[name]:
            if self.vocabulary.known(concept, cell) is None:
                ask, guess = f"which {kind.removesuffix('es')} is {cell!r}?", headings.meaning_of_cell(cell, kind)
                lookup[cell] = self.ask((*where, "lookup", cell), ask, choices, guess)
        return {"column": name} | ({"lookup": lookup} if lookup else {})

    def terms(self, concept: str) -> list[str]:
        lookup = self.vocabulary.lookup
        if concept not in SCHEMES:
            return sorted(map(local, lookup.subterms("Engagement")))
        return sorted(local(iri) for iri, scheme in lookup.schemes.items() if scheme == V + SCHEMES[concept])

    # Parts of the mapping

    @property
    def is_source(self) -> bool:
        """Whether the table itself is the source of its rows."""
        return not (self.column("source", "address") or self.column("source", "slug"))

    def source(self) -> dict[str, Any]:
        found: dict[str, Any] = {} if not self.is_source else {"slug": self.slug}
        found |= {key: self.values((part, key)) for part, key in self.columns if part == "source"}
        if not self.is_source and "title" not in found and (address := self.column("source", "address")):
            found["title"] = {"column": address}  # until the page is read
        if self.is_source and self.content["title"] != self.table.file:
            found.setdefault("title", self.content["title"])
        which = "this table" if self.is_source else "the sources of the rows"
        for key, ask in (
            ("title", "what is the title of"),
            ("publisher", "who published"),
            ("tier", "which tier (kind of source) has"),
        ):
            if key not in found:
                found[key] = self.ask(("source", key), f"{ask} {which}?", self.terms("tier") if key == "tier" else ())
        return found if "first_seen" in found else found | {"first_seen": self.today}

    def engagement(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        label, id_ = self.column("engagement", "label"), self.column("engagement", "id")
        if id_:
            found["id"] = {"text": f"{self.slug}-{{{id_}}}"}
        topics = self.columns.get(TOPIC, [])
        names = [label] if label else self.parties() + topics
        if not id_ and names and (self.is_source or not label):
            identifying = [*self.distinct(names)]
            names = identifying or names
            if not identifying:
                found["id"] = self.ask(("engagement", "id"), "rows have the same name; what differs?")
        if names[1:]:
            cells = [f"{{{name}}}" for name in names]
            count = 1 if label else len(self.parties())
            found["label"] = {"text": ", ".join(filter(None, [" – ".join(cells[:count]), *cells[count:]]))}
        elif names:
            found["label"] = {"column": names[0]}
        else:
            found["label"] = self.ask(("engagement", "label"), "what is the name of each engagement?")
        class_ = self.column("engagement", "class") or next(filter(self.says_class, topics), "")
        if class_:
            where: Path_ = ("engagement", "class")
            found["class"] = self.looked_up(class_, where, "class of engagements", "classes")
        else:
            found["class"] = self.ask(("engagement", "class"), "which class have the rows?", self.terms("classes"))
        done = ("id", "label", "class", "currency", "passage", TOPIC[1])
        for part, key in self.columns:
            if part == "engagement" and key not in done:
                found[key] = self.values((part, key))
        if "amount" in found:
            self.money(found)
        return found | self.passage(id_, found["label"])

    def says_class(self, topic: str) -> bool:
        """Return whether most cells on what engagements are about have the word for a class."""
        said = [headings.meaning_of_cell(cell, "classes") for cell in self.cells[topic][:MOST_VALUES]]
        return 2 * sum(map(bool, said)) > len(self.cells[topic])

    def parties(self) -> list[str]:
        """Return the columns of the first two parties, by which an engagement without a name is called."""
        return [name for (part, _), names in self.columns.items() if part == "roles" for name in names][:2]

    def distinct(self, parts: list[str]) -> Iterator[str]:
        """Yield the columns that identify a row: the given ones and as many further ones as are needed."""
        number = {name: at for at, name in enumerate(self.table.header)}
        keys = (("steps", "signed"), ("steps", "date"), ("engagement", "class"), ("engagement", "amount"))
        more = [name for key in keys for name in self.columns.get(key, ())]
        for count in range(len(more) + 1):
            tried = [*parts, *more[:count]]
            rows = [slugify(" ".join(cells[number[name]] for name in tried)) for _, cells in self.table.rows]
            if len(set(rows)) == len(rows) and tried:
                yield from tried
                return

    def money(self, found: dict[str, Any]) -> None:
        """Add the currency, the factor and the prices that headings and cells say."""
        name, rule = self.column("engagement", "amount"), found["amount"]
        beside = self.column("engagement", "currency")
        codes = self.cells.get(beside, [])
        in_heading = [code for code in currencies_in(name) if code]
        if not beside and all(forms.is_code(currency_in(cell)) for cell in self.filled(name)):
            beside = name
        if beside:
            found["currency"] = {"column": beside}
            lookup = {
                code: self.ask(("engagement", "currency", "lookup", code), f"which currency (ISO 4217) is {code!r}?")
                for code in codes if not forms.is_code(currency_in(code))
            }  # fmt: skip
            found["currency"] |= {"lookup": lookup} if lookup else {}
        elif len(in_heading) == 1:
            found["currency"] = self.beside(name, "currency", in_heading[0])
        else:
            found["currency"] = self.beside(name, "currency", OPEN, f"which currency (ISO 4217) has {name}?")
        units = {unit.times if (unit := unit_in(code)) else 1 for code in codes or [""]}
        heading = unit_in(name)
        times = {heading.times} if heading else units
        if times != {1}:
            form = rule.get("decimal", "")
            sizes = [size for cell in self.cells[name] if (size := forms.size(cell, form)) is not None]
            choices = [*map(str, sorted(times | {1}))] if len(times) == 1 else ["1"]
            if len(times) == 1 and max(sizes, default=0) < max(SMALL, SMALL * 10**6 // max(times)):
                rule["times"] = str(*times)
            else:
                ask = f"by what is {name} multiplied (cells of several units need full amounts, and 1)?"
                rule["times"] = self.ask(("engagement", "amount", "times"), ask, choices)
        if {"constant", "real"} & {*headings.plain(name).split()}:
            years = [part[-4:] for part in headings.plain(name).split() if part[-4:].isdigit()]
            ask = f"{name} is in prices of which year?"
            found["constant_prices"] = self.beside(name, "constant_prices", years[0] if years else OPEN, ask)

    def beside(self, name: str, key: str, value: str, ask: str = "") -> Any:
        """Return a constant that rows with an amount have; `OPEN` is a question."""
        number = self.table.header.index(name)
        all_filled = not any(headings.is_blank(cells[number]) or not cells[number] for _, cells in self.table.rows)
        if value == OPEN:
            value = self.ask(("engagement", key) if all_filled else ("engagement", key, "value"), ask)
        if all_filled:
            return value
        blanks = [cell for cell in self.cells[name] if headings.is_blank(cell)]
        return {"value": value, "when": {name: "*"}} | ({"unless": {name: blanks}} if blanks else {})

    def passage(self, id_: str, label: Any) -> dict[str, Any]:
        if column := self.column("engagement", "passage"):
            return {"passage": {"column": column}}
        if self.column("engagement", "quote"):
            return {}
        if not self.is_source:
            return {"passage": self.ask(("engagement", "passage"), "where do the sources say it, such as headline?")}
        if id_:
            return {"passage": {"text": f"record {{{id_}}}"}}
        text = label.get("text") or f"{{{label['column']}}}" if isinstance(label, dict) else ""
        if not text:
            return {"passage": self.ask(("engagement", "passage"), "where does the table say it?")}
        return {"passage": {"text": f"row on {text}"}}

    def steps(self) -> list[dict[str, Any]]:
        status, days = self.column("steps", "status"), self.column("steps", "date")
        found: list[dict[str, Any]] = []
        for part, key in self.columns:
            if part == "steps" and key not in ("status", "date"):
                rule = self.values((part, key), ("steps", len(found), "date"))
                found.append({"status": key, "date": rule, "if_dated": "yes"} | self.classes.agreements([key]))
        if status or days or not found:
            where: Path_ = ("steps", len(found))
            step: dict[str, Any] = {}
            if status:
                step["status"] = self.looked_up(status, (*where, "status"), "status", "statuses")
            else:
                step["status"] = self.ask(
                    (*where, "status"), f"which status have the rows{f' on {days}' * bool(days)}?", self.terms("status")
                )
            if days:
                step["date"] = self.values(("steps", "date"), (*where, "date"))
            said = step["status"].get("lookup", {}) if status else {"": OPEN}
            found.append(
                step | self.classes.agreements([said.get(cell, cell) for cell in self.cells.get(status, [""])])
            )
        for number, step in enumerate(found):
            if barred := [*self.classes.barred(step, self.table)]:
                where, rule = ("steps", number, "status", "of_class"), step["status"]
                of_class = {name: self.ask((*where, name), ask, fit) for name, ask, fit in barred}
                step["status"] = ({"value": rule} if isinstance(rule, str) else rule) | {"of_class": of_class}
        return found

    @property
    def classes(self) -> Classes:
        """What is known of the classes of the rows."""
        return Classes(self.content["engagement"]["class"], self.cells, self.vocabulary)
