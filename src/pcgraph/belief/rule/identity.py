"""Merge IRIs that verdicts call the same thing: two names of one agent, two records of one engagement.

The sources are not changed. What is believed is stated about the IRI that the verdict prefers. Without the verdict, the
two are separate again.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from pcgraph.belief.tables import MARKS
from pcgraph.model import namespaces
from pcgraph.model.namespaces import SAME, SKOS
from pcgraph.model.naming import chain_ends

_NAMES = (namespaces.LABEL, SKOS + "altLabel", SKOS + "hiddenLabel")


def preferred_iris(verdicts: pl.DataFrame) -> dict[str, str]:
    """Map each IRI that verdicts merge into another to the preferred one; a chain of verdicts leads to its end.

    >>> frame = pl.DataFrame({"subject": ["a", "b"], "property": [SAME] * 2, "prefers": ["<b>", "<c>"]})
    >>> preferred_iris(frame)
    {'a': 'c', 'b': 'c'}
    """
    said = verdicts.filter(pl.col("prefers").is_not_null(), property=SAME).sort("subject", "prefers")
    # `check` reports a cycle, and a thing that is the same as two others
    return chain_ends(dict(said.select("subject", pl.col("prefers").str.strip_chars("<>")).reverse().iter_rows()))


def fold(facts: pl.DataFrame, same: Mapping[str, str]) -> tuple[pl.DataFrame, dict[str, str]]:
    """Move all facts to the preferred IRIs.

    The steps and unnamed parties of an engagement, whose IRIs begin with its own IRI and a dot, are renamed with it.
    """
    if not same:
        return facts, {}
    iris = pl.concat([facts["subject"].unique(), facts["value"].unique().str.strip_chars("<>")]).unique()
    near = iris.is_in([*same]) | iris.str.replace(r"\.[^.]*$", "").is_in([*same])
    folded = {iri: new for iri in sorted({*iris.filter(near), *same}) if (new := _renamed(iri, same)) != iri}
    brackets = {f"<{old}>": f"<{new}>" for old, new in folded.items()}
    subject, value = pl.col("subject"), pl.col("value")
    touched = subject.is_in([*folded, *folded.values()]) | value.is_in([*brackets, *brackets.values()])
    names = [name for name in facts.columns if name not in MARKS]
    moved = facts.filter(touched).with_columns(subject.replace(folded), value.replace(brackets))
    moved = moved.group_by(names).agg(pl.col(MARKS).all()).select(facts.columns).sort(names)
    return pl.concat([facts.filter(~touched), moved]), folded


def fold_verdicts(verdicts: pl.DataFrame, folded: Mapping[str, str]) -> pl.DataFrame:
    """Apply the verdicts on a merged IRI to the preferred one."""
    brackets = {f"<{old}>": f"<{new}>" for old, new in folded.items()}
    renamed = pl.col("subject").replace(dict(folded)), pl.col("rejects", "prefers").replace(brackets)
    return verdicts.with_columns(*renamed) if folded else verdicts


def statements(folded: Mapping[str, str]) -> pl.DataFrame:
    """Return ``owl:sameAs`` statements, without a source, for the IRIs that were merged."""
    nobody: list[str] = []
    rows = [(old, SAME, f"<{new}>", False, False, nobody) for old, new in sorted(folded.items())]
    schema = {**dict.fromkeys(("subject", "property", "value"), pl.String()), **dict.fromkeys(MARKS, pl.Boolean())}
    return pl.DataFrame(rows, schema={**schema, "sources": pl.List(pl.String)}, orient="row")


def _renamed(iri: str, same: Mapping[str, str]) -> str:
    head, dot, tail = iri.rpartition(".")
    return same.get(iri) or (same[head] + dot + tail if head in same else iri)


def brackets(values: pl.Series, same: Mapping[str, str]) -> dict[str, str]:
    """Return which of the values are merged IRIs, or steps of them, with the preferred IRI; both as N-Triples."""
    renamed = {value: f"<{_renamed(value.strip('<>'), same)}>" for value in values.unique()}
    return {value: new for value, new in renamed.items() if value != new}


def background(columns: pl.DataFrame, same: Mapping[str, str]) -> pl.DataFrame:
    """Return the quads of register and searches as in `current`; names of a merged IRI become aliases of the other."""
    if not same:
        return columns
    gone = pl.col("subject").is_in(sorted(same))
    brackets = {f"<{old}>": f"<{new}>" for old, new in same.items()}
    names = columns.filter(gone & pl.col("property").is_in(list(_NAMES))).with_columns(
        pl.col("subject").replace(dict(same)), pl.col("property").replace(namespaces.LABEL, SKOS + "altLabel")
    )
    return pl.concat([columns.filter(~gone).with_columns(pl.col("value").replace(brackets)), names])
