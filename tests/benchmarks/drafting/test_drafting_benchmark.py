"""How good the drafts of the articles are. `pcgraph score` prints the same figures; see README.md here."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from pcgraph import load
from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.knowledge import knowledge
from pcgraph.intake.drafting.score.draft_files import Engagement, Terms, parse, read_folder
from pcgraph.intake.drafting.score.figures import Score, score

pytestmark = pytest.mark.slow
HERE = Path(__file__).parent
INDEX = yaml.safe_load((HERE / "articles.yml").read_text("utf-8"))
GRAPH = load(HERE / "project", build=None)
KNOWN, TERMS = knowledge(GRAPH), Terms(GRAPH.ontology)
GOALS = [  # row, figure, at least
    ("engagements", "precision", 0.75),
    ("engagements", "recall", 0.60),
    ("parties", "precision", 0.95),
    ("parties", "recall", 0.85),
    ("dates", "precision", 0.95),
    ("money", "precision", 0.95),
]


def text_of(name: str) -> str:
    return (HERE / "articles" / f"{name}.txt").read_bytes().decode("utf-8")


@cache
def drafts() -> dict[str, list[Engagement]]:
    return {
        each["name"]: parse(
            [found.as_json() for found in draft(text_of(each["name"]), KNOWN, date.fromisoformat(each["date"]))],
            TERMS,
            each["name"],
        )
        for each in INDEX
    }


@cache
def scored() -> Score:
    return score(drafts(), read_folder(HERE / "articles", TERMS), TERMS)


@pytest.mark.parametrize(("row", "figure", "least"), GOALS)
def test_the_goals_are_reached(row: str, figure: str, least: float) -> None:
    """Those of fields count in the engagements that were found."""
    figures = scored().engagements if row == "engagements" else scored().found[row]
    assert getattr(figures, figure) >= least


def test_overclaims_are_rare() -> None:
    assert (scored().overclaim_rate or 0) <= 0.02, scored().overclaims


def test_every_drafted_value_quotes_the_text() -> None:
    for name, entries in drafts().items():
        text = text_of(name)
        for entry in entries:
            assert {field for field, _ in entry.facts} - {"qualifier"} == {field for field, _, _ in entry.spans}, name
            assert all(0 <= start < end <= len(text) for _, start, end in entry.spans), name
            assert all(text[start:end].strip() == text[start:end] for _, start, end in entry.spans), name
