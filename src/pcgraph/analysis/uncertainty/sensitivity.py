"""Find the single sources, facts and verdicts whose omission changes the first agents of a ranking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import polars as pl

from pcgraph.analysis import centrality, network
from pcgraph.analysis.network import NetworkSpec
from pcgraph.analysis.uncertainty import leave_one_out
from pcgraph.analysis.uncertainty.leave_one_out import Omission
from pcgraph.analysis.uncertainty.plan import Plan, fill, outline
from pcgraph.belief.rule import alternatives, resolution
from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import LimitError, UsageError
from pcgraph.model.namespaces import SAME, compact, local

Change = tuple[str, str, str, list[int]]  # kind, identifier, label, ranks of the agents
SCHEMA = {
    "kind": pl.String(),
    "what": pl.String(),
    "label": pl.String(),
    "comes": pl.List(pl.String),
    "goes": pl.List(pl.String),
    "changed": pl.Int64(),
    "places": pl.Int64(),
}


def sensitivity(snapshot: Snapshot, spec: NetworkSpec, name: str, top: int = 5) -> pl.DataFrame:
    """Leave out one thing at a time, and return what changes the first `top` agents.

    The things are: each source; each voice with several sources; each engagement; each role of an agent in an
    engagement; each verdict.
    """
    what = centrality.find(name)
    if not isinstance(top, int) or isinstance(top, bool) or top < 1:
        raise UsageError(f"top {top}: too few; expected a whole number of at least 1; use 5")
    base = centrality.rank(network.draw(snapshot, spec), what.name).table
    agents, ranks = base["agent"].to_list(), base["rank"].to_list()
    labels = dict(zip(agents, base["label"], strict=True))
    first = [agent for agent, rank in zip(agents, ranks, strict=True) if rank is not None and rank <= top]
    rows = []
    for kind, name_, label, found in [
        *_facts(snapshot, spec, name, agents),
        *_verdicts(snapshot, spec, base, name),
    ]:
        now = dict(zip(agents, found, strict=True))
        before = dict(zip(agents, ranks, strict=True))
        leading = [agent for agent in agents if now[agent] <= top]
        moved = sum(abs(now[agent] - before[agent]) for agent in first)
        comes, goes = [a for a in leading if a not in first], [a for a in first if a not in leading]
        if moved or comes:
            names = [[labels[agent] for agent in some] for some in (comes, goes)]
            rows.append((kind, name_, label, *names, len(goes), moved))
    frame = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    return frame.sort("changed", "places", "kind", "what", descending=[True, True, False, False])


def _facts(snapshot: Snapshot, spec: NetworkSpec, name: str, agents: Sequence[str]) -> Iterator[Change]:
    """Yield the changes without each source, voice, engagement and role."""
    if not agents:
        return
    evidence = alternatives.fold_identities(snapshot.evidence)
    plan = outline(snapshot, evidence, spec)
    without = [*leave_one_out.sources(plan), *_engagements(plan), *_roles(plan, snapshot)]
    fill(plan, snapshot, evidence, {key for out in without for key in out.keys})
    at = {iri: place for place, iri in enumerate(plan.nodes)}
    for out, found in leave_one_out.ranks(plan, without, name, [at[agent] for agent in agents]):
        if not isinstance(found, str):
            yield (
                out.kind,
                local(out.name) if out.kind in ("source", "voice") else out.name,
                _label(snapshot, out),
                found,
            )


def _engagements(plan: Plan) -> Iterator[Omission]:
    everything = leave_one_out.all_keys(plan)
    for key in everything:
        yield Omission("engagement", compact(plan.nodes[key[0]]), [other for other in everything if other != key])


def _roles(plan: Plan, snapshot: Snapshot) -> Iterator[Omission]:
    """Yield the omission of each role, as if a verdict rejected it."""
    everything = {key[0]: key for key in leave_one_out.all_keys(plan)}
    for engagement, role, agent in snapshot.tables.parties.select("engagement", "role", "agent").iter_rows():
        number = plan.engagements[engagement]
        ruling = (engagement, role, f"<{agent}>", None)
        changed = {**everything, number: (number, plan.whole[number], (ruling,))}
        yield Omission("role", f"{compact(engagement)} {local(role)} {compact(agent)}", list(changed.values()))


def _label(snapshot: Snapshot, out: Omission) -> str:
    iris = map(snapshot.names.expand, out.name.split(" "))
    named = [snapshot.entities[iri].label for iri in iris if iri in snapshot.entities]
    return ": ".join(named) or local(out.name)


def _verdicts(snapshot: Snapshot, spec: NetworkSpec, base: pl.DataFrame, name: str) -> Iterator[Change]:
    """Yield the changes without each verdict; the network is ranked again only if what is believed changes."""
    evidence, tables = snapshot.evidence, snapshot.tables
    wanted = base["agent"].to_list()
    ruled = evidence.verdicts.select("subject", "property", "rejects", "prefers")
    for place, (subject, property_, rejects, prefers) in enumerate(ruled.iter_rows()):
        rest = evidence.verdicts.with_row_index("n").filter(pl.col("n") != place).drop("n")
        found = resolution.believe(replace(evidence, verdicts=rest), snapshot.ontology)
        if all(
            getattr(found, table).equals(getattr(tables, table))
            for table in ("engagements", "parties", "steps", "relations")
        ):
            continue
        drawn = network.draw(snapshot.with_tables(found), spec)
        try:
            ranked = centrality.rank(drawn, name).table
        except LimitError:
            continue
        last = ranked["rank"].drop_nulls().len() + 1
        ranks = dict(ranked.select("agent", "rank").iter_rows())
        value = compact((prefers or rejects or "").strip("<>"))
        about = "same as" if property_ == SAME else local(property_)
        what = f"{compact(subject)} {about} {'not ' if rejects else ''}{value}"
        yield "verdict", what, what, [ranks.get(agent) or last for agent in wanted]
