"""The sheets of the template, and the columns of those that have no mapping. The ontology decides them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from pcgraph.intake.spreadsheets.mapping.mapping import ENGAGEMENT
from pcgraph.intake.spreadsheets.mapping.rule import Rules, Value
from pcgraph.model.fields import CONCEPT, Field, fields_by_class
from pcgraph.model.namespaces import PCG, V, local
from pcgraph.validation.index import Lookup

TEMPLATE = "template"  # the mapping whose workbook has these sheets
ENGAGEMENTS = "engagements"
# Sheets of terms → the key of the mapping whose values they are, and their scheme.
TERMS = {"sectors": ("sector", "sectors"), "units": ("quantity_of", "quantities"), "kinds": ("kind", "kinds")}
CLASSES = "classes"  # kinds of organisation, which are classes of the ontology
REGISTER, JUDGED = ("agents", "places", *TERMS, CLASSES), ("verdicts", "judgements")
SHEETS = (ENGAGEMENTS, *REGISTER, *JUDGED)
NOTES = ("columns", "lists")  # further sheets of the template, which only help to fill in the others
# Columns of engagements that a table must have. A slug may stand for the address, and a quote for the passage.
NEEDED = ("label", "class", "status", "passage", "source address", "source title", "publisher", "first seen", "tier")
SPLIT = ";"  # between several values of a cell
# Answer → property of a verdict.
ANSWERS = {
    "verdicts": {"counts": "prefers", "does not count": "rejects", "open": "leavesOpen"},
    "judgements": {"same": "prefers", "not the same": "rejects", "open": "leavesOpen"},
}
UNNAMED_PARTY, DATE = "unnamed party", "date"  # fields of a verdict that belong to a part of an engagement
_PARTS = ("step", "representative")  # fields of engagements that the sheet has no cell for
ONE = {CLASSES: "kind of organisation"}  # what a row is called, if not by the name of its sheet
_SLUG = "If empty, it is made from the label."
_NAMES = f"Other names, separated by {SPLIT} – one for each abbreviation and former name."


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes
    ----------
    name, note : str
        The name in the header, and what to write.
    needed : bool
        Whether no cell may be empty.
    values : tuple of str
        The values of a drop-down list; empty for none.
    field : Field or None
        The property whose value a cell is, if the ontology has it.
    shown : bool
        Whether the template has the column, and does not only explain it.
    """

    name: str
    note: str
    needed: bool = False
    values: tuple[str, ...] = ()
    field: Field | None = None
    shown: bool = True


def column_name(name: str) -> str:
    """Return the plain name of a property, as a column has it.

    >>> column_name("partiesComplete"), column_name("isoCode")
    ('parties complete', 'iso code')
    """
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", name).lower()


def class_fields(lookup: Lookup, *classes: str) -> dict[str, Field]:
    """Return the fields of some classes of the ontology and of those below them, by name."""
    quads = [quad for file in lookup.inputs.by_role("ontology") for quad in file.quads]
    iris = sorted({iri for name in classes for iri in lookup.subterms(name)})
    found: dict[str, Field] = {}
    for field in chain(*fields_by_class(quads, lookup.ontology, iris).values()):
        found.setdefault(field.name, field)
    return dict(sorted(found.items()))


def columns(sheet: str, lookup: Lookup) -> dict[str, Column]:
    """Return the columns of one of the sheets `REGISTER` and `JUDGED`, by name, in their order.

    >>> from pcgraph.store import data_folder
    >>> from pcgraph.store.files import PACKAGE, home
    >>> lookup = Lookup(data_folder.read(PACKAGE / "testing_data", home("ontology")))
    >>> [*columns("places", lookup)]
    ['id', 'label', 'class', 'other names', 'iso code', 'within']
    """
    return {column.name: column for column in _columns(sheet, lookup)}


def _columns(sheet: str, lookup: Lookup) -> Iterator[Column]:
    project = lookup.inputs.project
    if sheet in REGISTER:
        one = ONE.get(sheet, sheet.removesuffix("s"))
        of_class = "Name of the class, such as PortAuthority."
        yield Column("id", f"{of_class if sheet == CLASSES else f'Slug of the {one}.'} {_SLUG}")
        yield Column("label", f"Name of the {one}, in the language {project.label_language}.", True)
        for language in project.languages:
            if language != project.label_language:
                yield Column(f"label {language}", f"The name in the language {language}, if it is certain.")
    if sheet == "agents":
        yield Column("class", "What the agent is.", True, _names(agent_classes(lookup)))
        yield Column("other names", _NAMES)
        yield from _of_fields(class_fields(lookup, "Organization", "Person", "Group"))
    elif sheet == "places":
        yield Column("class", "What the place is. If empty, it is a Place.", False, _names(lookup.subterms("Place")))
        yield Column("other names", _NAMES)
        yield from _of_fields(class_fields(lookup, "Place"))
    elif sheet in (*TERMS, CLASSES):
        if sheet in TERMS:
            yield Column("other names", _NAMES)
        yield Column("definition", f"What the {one} means, in one sentence.", True)
        if sheet == CLASSES:
            yield Column("broader", "The kind of organisation above it.", True, _names(agent_classes(lookup)))
        if sheet == "sectors":
            yield Column("broader", "The sector above it.", False, _names(_concepts(lookup, "sectors")))
    else:
        yield Column("id", "Slug of the verdict. If empty, it is made from the decision.")
        verdict = class_fields(lookup, "Verdict")
        answers = tuple(ANSWERS[sheet])
        if sheet == "verdicts":
            yield Column("about", "Id or name of the engagement or agent whose value is in question.", True)
            yield Column("field", "What is in question: amount, date, signatory …", True, _questions(lookup))
            yield Column("value", "The value in question, as a source gives it.", True)
            yield Column("answer", "Whether the value counts. If it does, the values of others do not.", True, answers)
        else:
            yield Column("one", "Id or name of a thing. If the two are the same, it is merged into the other.")
            yield Column("spelling", "Instead of one: a name in the sources, if the question is whom it means.")
            yield Column("other", "Id or name of the thing that it may be.", True)
            yield Column("answer", "Whether the two are the same.", True, answers)
        for name in ("reason", "decided", "decidedBy", "restsOn"):
            needed = name in ("reason", "decided")
            yield Column(column_name(name), verdict[name].definition, needed, field=verdict[name])


def _of_fields(found: Mapping[str, Field]) -> Iterator[Column]:
    """Yield a column for each field with values that a cell can hold."""
    for field in found.values():
        if field.kind != CONCEPT:
            yield Column(column_name(field.name), field.definition, field=field)


def agent_classes(lookup: Lookup) -> frozenset[str]:
    """Return the classes that an agent of the register may have."""
    return lookup.subterms("Organization") | {PCG + "Person", PCG + "Group"}


def engagement_rules(rules: Rules, lookup: Lookup, header: Iterable[str] | None = None) -> Rules:
    """Return the mapping of the template with a column for each further role and link that the ontology knows.

    `header` has the columns of a table; what it has no column for is left out, unless it is needed.
    """
    known, here = rules.columns, None if header is None else {name.casefold() for name in header}
    engagement, roles = dict(rules.engagement), dict(rules.roles)
    for field in class_fields(lookup, "Engagement").values():
        name = column_name(field.name)
        if name in known or (here is not None and name not in here):
            continue
        value = (Value(parts=((name, ""),), split=(SPLIT,) if field.several else ()),)
        key = name.replace(" ", "_")
        if field.role and field.name not in roles:
            roles[field.name] = value
        elif key in ENGAGEMENT and key not in engagement:
            engagement[key] = value
    if here is None or "quote" in here:
        engagement["quote"] = (Value(parts=(("quote", ""),)),)
    rules = replace(rules, engagement=engagement, roles=roles)
    return rules if here is None else _without_columns(rules, here)


def _without_columns(rules: Rules, here: set[str]) -> Rules:
    """Return the mapping of the template for a table that has only some of its columns."""
    instead = {"source slug": "source address", "quote": "passage"}
    wanted = here | {*NEEDED} - {instead.get(name, "") for name in here}

    def kept(part: Mapping[str, tuple[Value, ...]]) -> dict[str, tuple[Value, ...]]:
        return {key: values for key, values in part.items() if values[0].column in wanted}

    steps = [step for step in rules.steps if step.status[0].column in wanted]
    return replace(
        rules, source=kept(rules.source), engagement=kept(rules.engagement), roles=kept(rules.roles),
        steps=tuple(replace(step, date=step.date if step.date[0].column in wanted else ()) for step in steps),
    )  # fmt: skip


def noted_fields(lookup: Lookup) -> dict[str, Field]:
    """Return the fields that the sheet of engagements asks for, by name: those of engagements, steps and sources."""
    return class_fields(lookup, "Source") | class_fields(lookup, "Step") | class_fields(lookup, "Engagement")


def _questions(lookup: Lookup) -> tuple[str, ...]:
    """Return the fields that a verdict may be about."""
    found = class_fields(lookup, "Engagement") | class_fields(lookup, "Organization")
    names = {column_name(name) for name in found if name not in _PARTS}
    return tuple(sorted({*names, DATE, UNNAMED_PARTY}))


def _concepts(lookup: Lookup, scheme: str) -> list[str]:
    return [iri for iri, in_scheme in lookup.schemes.items() if in_scheme == V + scheme]


def _names(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(local, iris)))
