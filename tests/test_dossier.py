"""Dossiers and reasons: what is marked, what is proved, what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import TEXTS
from pcgraph.api import KnowledgeGraph
from pcgraph.cli import rendering
from pcgraph.errors import UsageError
from pcgraph.model.entities import passages
from pcgraph.model.namespaces import PCG, SRC, compact, local
from pcgraph.query import explain


def test_why_gives_facts_rule_and_passages(tiny: KnowledgeGraph) -> None:
    found = tiny.why("acme", "signsWith", "harbour-authority")
    assert [compact(tie["engagement"]) for tie in found["ties"]] == ["id:crane-agreement", "id:crane-contract"]
    for tie in found["ties"]:
        assert {local(role["role"]) for role in tie["roles"]} == {"signatory"}
        assert [local(step["status"]) for step in tie["steps"]] == ["signed"]
        assert {proof["of"] for proof in tie["evidence"]} == {tie["engagement"], tie["steps"][0]["step"]}
    assert found["rule"].startswith("signatory → signatory, once a step has reached signed")


def test_why_not_says_what_is_shared(tiny: KnowledgeGraph) -> None:
    found = tiny.why("acme-pilots", "signsWith", "ministry-of-ports")
    assert found["ties"] == []
    assert found["nearly"] == ["id:pilotage-accord: signatory and signatory (inferred); status signed"]


def test_unknown_ends_are_named(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match=r"id:acmee: not in the graph in scope; .*did you mean acme"):
        tiny.why("acmee", "signsWith", "borealis")


def test_readings_and_background_are_marked(article: KnowledgeGraph) -> None:
    facts = {(local(f["property"]), f["inferred"]) for f in article.show("alibaba-understanding")["facts"]}
    assert {("during", True), ("uses", True), ("covers", False)} <= facts
    about = {local(f["property"]): f["background"] for f in article.show("alibaba")["facts"]}
    assert about["country"] is True
    assert about["nameInSource"] is False
    assert "headquarters" not in about
    assert "signatory (inferred): " in rendering.dossier(article.show("alibaba"), article.entities)


def test_a_quote_needs_a_text_that_fits(tiny: KnowledgeGraph, tmp_path: Path) -> None:
    passage = next(
        p for p in passages(tiny.store, "https://w3id.org/pcgraph/id/crane-agreement") if p.start is not None
    )
    slug = local(passage.source)
    text = (TEXTS / f"{slug}.txt").read_bytes()
    assert explain.quote(passage, tmp_path) is None
    (tmp_path / f"{slug}.txt").write_bytes(text)
    assert explain.quote(passage, tmp_path) == text.decode()[passage.start : passage.end]
    (tmp_path / f"{slug}.txt").write_bytes(b"x" + text)
    assert explain.quote(passage, tmp_path) is None


def test_claims_are_compared_with_what_is_told_apart(tiny: KnowledgeGraph, article: KnowledgeGraph) -> None:
    assert [(c["claimed"], c["identified"]) for c in tiny.claims()] == [(4, 2)]
    assert [(c["claimed"], c["identified"]) for c in article.claims()] == [(10, 7)]


def test_hostile_names_cannot_rearrange_a_terminal(tiny: KnowledgeGraph) -> None:
    found = tiny.show("acme") | {"label": "Acme\u202ecod\x1b[2J"}
    text = rendering.dossier(found, tiny.entities)
    assert "\x1b" not in text
    assert "\\u202e" in text


def test_every_relation_has_a_rule_in_words(tiny: KnowledgeGraph) -> None:
    for relation in tiny.ontology.relations:
        words = explain.rule(relation, tiny.ontology)
        assert "→" in words
        assert "once" in words or "while" in words
    assert PCG + "signsWith" in {relation.iri for relation in tiny.ontology.relations}


def test_a_source_without_a_date_is_said_to_have_none(tiny: KnowledgeGraph) -> None:
    dates = {row["source"]: row["date"] for row in tiny.show("crane-contract")["evidence"]}
    assert dates[SRC + "digest"] == "undated, taken in 2025-06-01"
    assert dates[SRC + "tide-2025"] == "2025-03"


def test_the_page_misses_only_what_is_claimed_and_not_told(article: KnowledgeGraph, real: KnowledgeGraph) -> None:
    assert "10 agreements claimed, 7 identified" in article.map().html
    assert "10 agreements claimed, 14 identified" not in real.map().html
    assert "23 agreements claimed, 0 identified" in real.map().html
