"""Reads a table as `pcgraph import` does: what its columns mean, what it would add, and then its rows."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pcgraph.api import KnowledgeGraph
from pcgraph.belief import loading
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake import spreadsheets
from pcgraph.intake.curation.journal import digest
from pcgraph.intake.curation.save import Stale
from pcgraph.intake.errors import BadInput, merged
from pcgraph.intake.spreadsheets.guess import proposal_file, propose
from pcgraph.intake.spreadsheets.guess.proposal import IGNORE, Proposal, Question
from pcgraph.intake.spreadsheets.mapping.decisions import COLUMNS, Decisions, key
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.spreadsheets.readers.xlsx_reader import sheet_names
from pcgraph.model.dates import spelled
from pcgraph.model.namespaces import PCG, V, local
from pcgraph.model.text import counted
from pcgraph.query.statements.number_groups import join_numbers
from pcgraph.store.files import temporary_folder
from pcgraph.web.curate.desk import Desk
from pcgraph.web.curate.graph import Graphs

FOLDER = "tables"  # of the project, for the mappings and decisions of tables that the app imported
LIKE = 2  # earlier names that are offered
EXAMPLES = 3  # cells of a column that are shown
GROUPS = {"roles": "Parties", "engagement": "The engagement", "steps": "Status and dates", "source": "Its source"}
CHANGES = {"came": "new", "went": "gone", "changed": "changed"}


def guess(desk: Desk, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the columns of a table seem to mean, its first rows, and the questions that it leaves open."""
    with _table(data) as (file, sheets), desk.lock:
        desk.checker.refresh()
        vocabulary = Vocabulary(desk.checker.lookup)
        made, asked = _proposal(vocabulary, data, file, sheets)
        why = {str(each.where[1]): each.ask.partition("; a key")[0].rpartition("? a key")[0] or each.ask
               for each in made.questions if each.where[0] == "columns"}  # fmt: skip
        ignored = made.content.get(IGNORE, ())
        answers = data["answers"]
        return {
            "sheets": sheets,
            "sheet": made.table.sheet,
            "columns": [
                {
                    "name": name,
                    "examples": _examples(made, number),
                    "key": IGNORE if name in ignored else ".".join(made.columns.get(name, ())),
                    "ask": why.get(name, ""),
                }
                for number, name in enumerate(made.table.header)
            ],
            "keys": _keys(made, vocabulary),
            "questions": [
                {"name": each.name, "ask": each.ask, "choices": each.choices, "guess": each.guess}
                | {"answer": answers.get(each.name) or each.guess}
                for each in asked
            ],
            "rows": desk.in_words([*_bare(made.doubts, file), *proposal_file.rows(made, vocabulary)]),
            "open": len(made.questions),
        }


def preview(desk: Desk, graphs: Graphs, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a table would add, or the names in it on which a person has to decide."""
    with _table(data) as (file, sheets):
        try:
            with desk.lock:
                made, kept = _prepared(desk, data, file, sheets)
        except spreadsheets.BadRows as error:
            undecided = [row for row in Decisions(_decisions(file)).rows.values() if not row["decision"]]
            if not undecided:
                raise
            lines = [str(fault) for fault in error.found if not fault.kind]
            return {
                "unknown": [_name(row, undecided, desk) for row in undecided],
                "lines": desk.in_words(_bare(lines, file)),
            }
        after = KnowledgeGraph(loading.compute(made.after))
        new = {local(iri): _label(after, iri) for iri in after.tables.engagements["engagement"]}
        return {
            "unknown": [],
            "counts": _counts(made),
            "sums": _sums(made),
            "difference": _difference(graphs.now().kg, after, made),
            "skipped": desk.in_words(_bare(map(str, merged(made.faults)), file)),
            "warnings": desk.in_words((f"{each.message}; {each.expected}; {each.todo}" for each in made.warnings), new),
            "digest": _digest(made, kept),
        }


def save(desk: Desk, data: Mapping[str, Any]) -> list[str]:
    """Write the rows of a table, its mapping and its decisions as one step, and return what was added."""
    with _table(data) as (file, sheets), desk.lock, desk.journal.locked():
        made, kept = _prepared(desk, data, file, sheets)
        if _digest(made, kept) != data["digest"]:
            raise Stale(f"{file.name}: the data have changed since it was reviewed; expected the same; review it again")
        texts = {made.data / name: content.decode("utf-8") for name, content in made.files.items()}
        desk.journal.write(texts | {desk.journal.folder / FOLDER / name: text for name, text in kept.items()})
        desk.checker.refresh()
        return _counts(made)


@contextmanager
def _table(data: Mapping[str, Any]) -> Iterator[tuple[Path, list[str]]]:
    """Write the table of a request to a folder of its own; give its path and the names of its sheets."""
    name = Path(str(data["name"]).replace("\\", "/")).name
    try:
        content = base64.b64decode(data["file"], validate=True)
    except binascii.Error as error:
        raise UsageError("table: a damaged file; expected a .csv or .xlsx file; choose it again") from error
    if not Path(name).suffix:
        raise UsageError(f"table: {name[:60]!r} has no suffix; expected a .csv or .xlsx file; choose another")
    with TemporaryDirectory(dir=temporary_folder()) as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        try:
            yield file, sheet_names(content) if file.suffix.lower() == ".xlsx" else []
        except BadInput as broken:
            raise InvalidInput(str(broken.locate(name))) from broken
        except InvalidInput as error:
            if isinstance(error, Stale):
                raise
            raise InvalidInput(_bare(error.faults, file)) from error


def _bare(lines: Any, file: Path) -> list[str]:
    """Return messages without the folder of the file."""
    return [re.sub(rf"[^\s:]*{re.escape(file.parent.name)}/", "", line) for line in lines]


def _proposal(
    vocabulary: Vocabulary, data: Mapping[str, Any], file: Path, sheets: list[str]
) -> tuple[Proposal, list[Question]]:
    """Return the proposed mapping with the answers of a request, and every question that it asked."""
    chosen = {name: None if text == IGNORE else tuple(text.split(".", 1)) for name, text in data["columns"].items()}
    sheet = data.get("sheet") or next(iter(sheets), None)
    made = propose(file, vocabulary, sheet, chosen, answers={name: str(text) for name, text in data["answers"].items()})
    if strange := {each for each in chosen.values() if each} - {*made.known.values()}:
        raise UsageError(
            f"table: {'.'.join(min(strange))} is no meaning of a column; expected one of the list; choose one"
        )
    made.content["title"] = file.name
    asked = [each for each in (*made.answered, *made.questions, *made.guessed) if each.where[0] != "columns"]
    return made, sorted(asked, key=lambda each: bool(each.guess))


def _prepared(
    desk: Desk, data: Mapping[str, Any], file: Path, sheets: list[str]
) -> tuple[spreadsheets.Import, dict[str, str]]:
    """Return the import of a table, and the files with its mapping and its decisions: name → text."""
    desk.checker.refresh()
    made, _ = _proposal(Vocabulary(desk.checker.lookup), data, file, sheets)
    if made.questions:
        names = ", ".join(each.name for each in made.questions)
        raise UsageError(f"{file.name}: open questions: {names}; expected an answer to each; answer them")
    mapping, decided = proposal_file.write(made, file.with_suffix(".yml")), _decisions(file)
    if given := data.get("decisions", ()):
        decisions = Decisions()
        decisions.rows = {key(row["kind"], row["name"]): dict.fromkeys(COLUMNS, "") | row for row in given}
        decisions.write(decided, [])
    found = spreadsheets.prepare(
        file, str(mapping), sheet=made.table.sheet or None, data=desk.checker.inputs.project, decisions=decided,
        skip_bad=data.get("skip") == "yes",
    )  # fmt: skip
    kept = [mapping, *([decided] if given else [])]
    return found, {path.name: path.read_text(encoding="utf-8") for path in kept}


def _decisions(file: Path) -> Path:
    return file.with_name(f"{file.stem}-decisions.csv")


def _examples(made: Proposal, number: int) -> list[str]:
    return [*dict.fromkeys(cells[number] for _, cells in made.table.rows if cells[number])][:EXAMPLES]


def _keys(made: Proposal, vocabulary: Vocabulary) -> list[dict[str, str]]:
    """Return what a column can mean, in words."""
    found = []
    for part, name in sorted({each for each in made.known.values() if each[0] in GROUPS}):
        label = vocabulary.labels.get((V if part == "steps" else PCG) + name) if part == "roles" else None
        words = label or name.replace("_", " ").replace("-", " ")
        day = part == "steps" and name not in ("status", "date")
        found.append({"value": f"{part}.{name}", "group": GROUPS[part], "label": f"day: {words}" if day else words})
    return found


def _name(row: Mapping[str, str], others: list[dict[str, str]], desk: Desk) -> dict[str, Any]:
    """Return a name on which a person has to decide, with what it may mean: also an earlier one of the table."""
    earlier = [each["name"] for each in others[: others.index(dict(row))] if each["kind"] == row["kind"]]
    ids = [each.partition(" ")[0].rpartition(":")[2] for each in row["candidates"].split("; ") if each]
    labels = {local(iri): label for iri, label in desk.labels().items()}
    hints = {name: row[name] for name in ("class", "country", "code")}
    candidates = [{"id": each, "label": labels.get(each, each)} for each in ids]
    return {"kind": row["kind"], "name": row["name"], "cells": row["cells"], "candidates": candidates, **hints} | {
        "like": _like(row["name"], earlier)
    }


def _like(name: str, earlier: list[str]) -> list[str]:
    """Return the earlier names that are similar, and those that have all words of the other or lack only some."""
    words = {*name.casefold().split()}
    parts = [each for each in earlier if words <= (own := {*each.casefold().split()}) or own <= words]
    return [*dict.fromkeys([*get_close_matches(name, earlier, LIKE, 0.75), *parts])][:LIKE]


def _counts(made: spreadsheets.Import) -> list[str]:
    """Return what an import has, in words."""
    new = ("agents", "places", "sectors", "units", "kinds")
    numbers = {"engagement": made.engagements, "source": len(made.sources), "changed row or cell": len(made.changes)}
    numbers |= {f"new {name.removesuffix('s')}": len(getattr(made, name)) for name in new}
    return [counted(made.rows, "row"), *(counted(number, one) for one, number in numbers.items() if number)]


def _sums(made: spreadsheets.Import) -> str:
    """Return what becomes of all rows."""
    parts = {"to be saved": made.rows, "left out with errors": made.refused, "known before": made.known}
    return f"{counted(made.total, 'row')} read: {', '.join(f'{number} {what}' for what, number in parts.items())}."


def _difference(
    before: KnowledgeGraph | None, after: KnowledgeGraph, made: spreadsheets.Import
) -> list[dict[str, Any]]:
    """Return the engagements that an import adds or changes, each with the lines that say how."""
    if before is None or not made.before.slugs:
        return [{"about": _label(after, iri), "lines": []} for iri in after.tables.engagements["engagement"]]
    found: dict[str, list[str]] = {}
    found_rows = before.diff(after).iter_rows(named=True)
    for row in join_numbers(found_rows, before.tables, after.tables, after.ontology.labels):
        sides = ((before, row["before"]), (after, row["after"]))
        values = list(dict.fromkeys(_words(kg, term) for kg, term in sides if term))
        name = {"step": "status", "engagement": "kind"}.get(row["what"]) or _label(after, row["property"])
        about = _label(after if row["after"] else before, row["about"])
        head = f"{_label(after, row['subject'])} {name}" if row["what"] == "relation" else f"{name}:"
        found.setdefault(about, []).append(f"{CHANGES[row['change']]}: {head} {' → '.join(values)}")
    return [{"about": about, "lines": lines} for about, lines in found.items()]


def _words(kg: KnowledgeGraph, term: str) -> str:
    return _label(kg, term.strip("<>")) if term.startswith("<") else spelled(term[1:].rpartition('"')[0])


def _label(kg: KnowledgeGraph, iri: str) -> str:
    return kg.label(iri) or local(iri)


def _digest(made: spreadsheets.Import, kept: Mapping[str, str]) -> str:
    """Return a hash of everything that a save would write."""
    return digest(repr((made.id, sorted(made.files.items()), sorted(kept.items()))))
