"""Who holds or held which office, and the days that the dates of an office allow."""

from __future__ import annotations

import polars as pl
import pyoxigraph as ox

from pcgraph.belief.tables.readable import Label, with_labels
from pcgraph.model.namespaces import PCG, TYPE, local
from pcgraph.model.quads import current

TEXTS = {"person": "member", "organisation": "organization", "post": "post", "from_date": "from",
         "until_date": "until"}  # fmt: skip
DAYS = {f"{end}_{which}": f"{end}{which.title()}" for end in ("from", "until") for which in ("earliest", "latest")}


def offices(store: ox.Store, label: Label) -> pl.DataFrame:
    """Return every office of which person and organisation are known, with names; see `Snapshot.offices`."""
    parts = {"office": "office", **TEXTS, **DAYS}
    rows = []
    for held in current(store, predicate=TYPE, value=PCG + "Membership"):
        own = current(store, held.subject.value)
        said = {local(quad.predicate.value): quad.object.value for quad in own} | {"office": held.subject.value}
        rows.append({column: said.get(part) for column, part in parts.items()})
    found = pl.DataFrame(rows, schema=dict.fromkeys(parts, pl.String))
    found = found.with_columns(pl.col(*DAYS).str.to_date()).drop_nulls(["person", "organisation"])
    return with_labels(found.sort("person", "organisation", "from_earliest", "until_latest", "office"), label)
