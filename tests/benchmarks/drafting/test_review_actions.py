"""How many actions the review queue of `pcgraph curate` takes for each engagement that is right afterwards.

An action is a key, a choice or a typed value. A draft that is right takes one (accept), a wrong one takes one (reject).
Another one is corrected: one to open its form, two for each value that is wrong or lacks, and one to save. The names of
a text that the register does not have take two each, kind and country, and one to register them together.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from pcgraph import load
from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.knowledge import knowledge
from pcgraph.intake.drafting.score import compare
from pcgraph.intake.drafting.score.draft_files import Engagement, Terms, parse

pytestmark = pytest.mark.slow
HERE = Path(__file__).parent
ARTICLES = 12
MOST = 5


def strange(drafted: list[dict[str, Any]]) -> set[str]:
    """Return the names that the register does not have."""
    values = [value for each in drafted for found in each["fields"].values() for value in found]
    return {value["name"] for value in values if value.get("value") is None and value.get("name")}


def differences(drafted: Engagement, gold: Engagement) -> tuple[frozenset[Any], frozenset[Any]]:
    """Return the facts that only the draft has, and those that only the gold has; readings of the gold are right."""
    return drafted.facts - gold.facts - gold.readings, gold.facts - drafted.facts - gold.readings


def test_actions_for_each_right_engagement() -> None:
    kg = load(HERE / "project", build=None)
    known, terms = knowledge(kg), Terms(kg.ontology)
    actions = right = 0
    for each in yaml.safe_load((HERE / "articles.yml").read_text("utf-8"))[:ARTICLES]:
        text = (HERE / "articles" / f"{each['name']}.txt").read_bytes().decode("utf-8")
        found = json.loads(json.dumps([one.as_json() for one in draft(text, known, date.fromisoformat(each["date"]))]))
        gold = parse(json.loads((HERE / "articles" / f"{each['name']}.json").read_text("utf-8")), terms, each["name"])
        drafted = parse(found, terms, each["name"])
        pairs = compare(drafted, gold, terms).pairs
        right += len(pairs)
        actions += len(drafted) - len(pairs)
        for one, other in pairs:
            extra, lacking = (Counter(name for name, _ in facts) for facts in differences(drafted[one], gold[other]))
            wrong = sum((extra | lacking).values())  # a wrong value that is replaced counts once
            actions += 2 + 2 * wrong if wrong else 1
        if names := strange([found[one] for one, _ in pairs]):
            actions += 2 * len(names) + 1
    print(f"{actions} actions for {right} right engagements: {actions / right:.1f} each")
    assert right > 10
    assert actions / right <= MOST
