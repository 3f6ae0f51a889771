"""Finds the sources that a scope names: by slug, CURIE, IRI, title or address."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import polars as pl

from pcgraph.errors import UsageError
from pcgraph.model.namespaces import PCG
from pcgraph.model.naming import letters, report
from pcgraph.model.scope import Scope
from pcgraph.store import nquads
from pcgraph.store.data_folder import Inputs

NAMED_BY = (PCG + "title", PCG + "address")


def resolve_scope(inputs: Inputs, scope: Scope) -> Scope:
    """Return a scope whose sources are given by slug (or title or address, whatever case); others stay as they are."""
    slugs = set(inputs.slugs)
    if slugs.issuperset((*scope.only, *scope.without, *scope.without_voice)):
        return scope
    src = inputs.names.src
    named: dict[str, dict[str, str]] = defaultdict(dict)  # letters of a title or address → slug → title
    own = pl.col("property").is_in(NAMED_BY) & (pl.col("subject") == pl.col("source"))
    card = inputs.columns.filter(own).sort("source", "property", descending=[False, True])  # titles first
    for source, _, value in card.select("source", "property", "value").iter_rows():
        text = nquads.plain(value)
        named[_key(text)].setdefault(source.removeprefix(src), text)

    def slug(option: str, name: str) -> str:
        if (plain := inputs.names.expand(name, src).removeprefix(src)) in slugs:
            return plain
        found = named.get(_key(name), {})
        if len(found) > 1:
            shown = "".join(f"\n  {each}  {text}" for each, text in sorted(found.items()))
            raise UsageError(f"{option} {name!r}: {len(found)} sources; expected one; write one of these slugs{shown}")
        for one, title in found.items():
            report(name, src + one, title)
        return next(iter(found), name)

    only, without, without_voice = (
        tuple(slug(option, name) for name in names)
        for option, names in (
            ("--only", scope.only),
            ("--without", scope.without),
            ("--without-voice", scope.without_voice),
        )
    )
    return replace(scope, only=only, without=without, without_voice=without_voice)


def _key(name: str) -> str:
    return letters(name.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/"))
