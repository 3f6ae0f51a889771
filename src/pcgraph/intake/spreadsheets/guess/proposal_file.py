"""Writes a proposed mapping as YAML, and shows rows as it reads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pcgraph.intake.errors import BadInput
from pcgraph.intake.spreadsheets.guess.proposal import Proposal
from pcgraph.intake.spreadsheets.mapping.cells import Cells, plain
from pcgraph.intake.spreadsheets.mapping.mapping import FOR, MANY, OPEN, proposed
from pcgraph.intake.spreadsheets.mapping.rule import Step, Value
from pcgraph.intake.spreadsheets.mapping.units import currency_in
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.intake.values import date_bounds, readable_title
from pcgraph.model.namespaces import local
from pcgraph.store.files import replacing

ROWS = 10
WIDTH = 120


def text(proposal: Proposal) -> str:
    """Return a mapping as YAML, with the open questions above it."""
    lines = [f"# A proposal. Check each line; see docs/how-to/spreadsheets.md, {chr(34)}Write a mapping{chr(34)}."]
    for question in proposal.questions:
        choices = f"expected {question.expected}" if question.choices else ""
        lines.append(" ".join(f"# ? {question.name}: {question.ask} {choices}".split()))
    body = yaml.safe_dump(proposal.content, sort_keys=False, allow_unicode=True, width=WIDTH, default_flow_style=None)
    return "\n".join([*lines, body])


def write(proposal: Proposal, path: Path) -> Path:
    """Write a mapping."""
    with replacing(path) as temporary:
        temporary.write_text(text(proposal), encoding="utf-8")
    return path


def rows(proposal: Proposal, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the first rows as the mapping reads them; what is an open question is left out."""
    roles = frozenset(map(local, vocabulary.lookup.ontology.roles)) - {"participant"}
    rules = proposed(_answered(proposal.content), roles)
    parts: dict[str, tuple[Value, ...]] = {**rules.source, **rules.engagement, **rules.roles}
    header = {name: number for number, name in enumerate(proposal.table.header)}
    for number, cells in proposal.table.rows[:ROWS]:
        row = Cells(cells, header, rules.lookups, lambda _: frozenset())
        kind = vocabulary.known("class of engagements", row.first_value(rules.engagement.get("class", ()))[0]) or ""
        read = [
            f"{_key(key, values, kind, vocabulary)} {_read(row, values, key)}"
            for key, values in parts.items() if any(value.parts for value in values)
        ]  # fmt: skip
        read += [step for step in (_step(row, each, kind, vocabulary) for each in rules.steps) if step]
        yield f"row {number}: " + " · ".join(each for each in read if not each.endswith(" "))


def _key(key: str, values: tuple[Value, ...], class_: str, vocabulary: Vocabulary) -> str:
    """Return a key of the mapping, or the role in its place that a class has."""
    try:
        roles = [vocabulary.role_of(key, value, class_, place) for value in values for place in (0, 1)]
        return ", ".join(dict.fromkeys(roles))
    except BadInput as broken:
        return f"[{broken}]"


def _step(row: Cells, step: Step, class_: str, vocabulary: Vocabulary) -> str:
    status, day = row.first_value(step.status)[0], _read(row, step.date, "date") if step.date else ""
    if step.agreements and vocabulary.is_of_work(vocabulary.known("status", status) or "", class_):
        status, day = step.of_agreement(day)
    try:
        own = vocabulary.status_of(vocabulary.known("status", status) or "", step.status[0], class_)
    except BadInput as broken:
        own = f"[{broken}]"
    status = status if own in ("", vocabulary.known("status", status)) else local(own)
    return "" if step.if_dated and not day else " ".join(filter(None, [status, day]))


def _read(row: Cells, values: tuple[Value, ...], key: str) -> str:
    several = key in MANY or bool(values[1:]) or any(value.split for value in values)
    found = list(row.all_values(values)) if several else [row.first_value(values)]
    return ", ".join(_plain(value, text, key) for text, value in found if text)


def _plain(value: Value, text: str, key: str) -> str:
    try:
        read = " ".join(plain(value, text).split())
        if key in FOR["dates"]:
            date_bounds(read)
        return currency_in(read) if key == "currency" else readable_title(read) if key == "title" else read
    except BadInput as broken:
        return f"[{broken}]"


def _answered(content: Any) -> Any:
    """Return a part of a mapping without open questions; a rule with one in it is left out as a whole."""
    if isinstance(content, list):
        return [_answered(item) for item in content if item != OPEN]
    if not isinstance(content, dict):
        return content
    rule = "column" in content and OPEN in content.values()
    return {} if rule else {key: _answered(item) for key, item in content.items() if item != OPEN}
