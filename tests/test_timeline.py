"""The timeline of a party: the question, the table from which pages draw, and what a page of the site shows."""

from __future__ import annotations

import re
from typing import Any

import polars as pl
import pytest

from pcgraph.api import KnowledgeGraph
from pcgraph.query.statements.timeline import timeline
from pcgraph.web.context import Site
from pcgraph.web.pages import thing


def asked(kg: KnowledgeGraph, party: str) -> list[tuple[str, ...]]:
    rows = kg.query("timeline-of-party", party=party).to_polars(ids="iri").drop("label").rows()
    return [tuple("" if value is None else str(value) for value in row) for row in rows]


def computed(kg: KnowledgeGraph, party: str) -> list[tuple[str, ...]]:
    own = kg.tables.parties.filter(agent=party).select("engagement").unique()
    rows = timeline(kg.tables, kg.ontology).join(own, on="engagement", how="semi", maintain_order="left").rows()
    return [tuple("" if value is None else str(value) for value in row) for row in rows]


@pytest.mark.filterwarnings("ignore:query")
def test_the_question_has_the_rows_that_pages_draw(tiny: KnowledgeGraph, real: KnowledgeGraph) -> None:
    parties = sorted(tiny.tables.parties["agent"].unique())
    assert [asked(tiny, party) for party in parties] == [computed(tiny, party) for party in parties]
    # those with a current status that has no date, a plan after it, a bare last day, and a step that is only alleged
    for slug in ("huawei", "zte", "suparco", "government-of-china"):
        party = real.names.id + slug
        found = computed(real, party)
        assert len(found) > 30
        assert asked(real, party) == found


def test_a_plan_after_the_current_status_is_left_out(real: KnowledgeGraph) -> None:
    """It is under way since 2025, and a plan of 2026 is no step back."""
    rows = timeline(real.tables, real.ontology)
    upgrade = rows.filter(pl.col("engagement").str.ends_with("/cpec-2-0-upgrade"))
    assert [row["status"].rpartition("/")[2] for row in upgrade.iter_rows(named=True)] == ["interest", "under-way"]


def test_each_engagement_has_one_bar_with_a_link_in_both_groupings(tiny: KnowledgeGraph) -> None:
    party = tiny.names.id + "harbour-authority"
    html = thing(Site(tiny, "timeline"), party).body.decode()
    wanted = sorted({row[0].rpartition("/")[2] for row in computed(tiny, party)})
    for by in ("partner", "sector"):
        part: Any = re.search(rf'<div class="life-years life-by-{by}">(.*?)</div>', html, re.DOTALL)
        assert sorted(re.findall(r'class="life-title"><a href="(?:[^"]*/)?([^"/]+)\.html"', part[1])) == wanted
        assert part[1].count('<svg class="life"') == len(wanted) + 1  # and the lines of the years
    assert "planned by 2025-03-31; last reported 2025-03-31" in html
    assert '<h2 id="timeline">' not in thing(Site(tiny, "timeline"), tiny.names.id + "crane-talks").body.decode()
