"""Coverage: each figure counted by hand on the tiny graph (tests/fixtures/tiny/README.md)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers import CASES, TINY
from pcgraph import api
from pcgraph.analysis import centrality
from pcgraph.belief import loading
from pcgraph.export import report
from pcgraph.model.scope import Scope
from pcgraph.query.statements.coverage import FILLED, coverage
from pcgraph.store import data_folder


def covered(kg: api.KnowledgeGraph) -> dict[str, Any]:
    return coverage(kg)


def told(kg: api.KnowledgeGraph) -> str:
    rankings = [centrality.rank(kg.network(), "degree")]
    return report.markdown(report.facts(kg, rankings, 0), kg, rankings)


def test_voices_and_what_two_of_them_tell(tiny: api.KnowledgeGraph) -> None:
    found = covered(tiny)
    assert found["voices"] == 3  # the paper and the digest share a wire
    assert found["corroborated"] == 2  # that the crane agreement is signed, and that the ferry line is under way


def test_passages(tiny: api.KnowledgeGraph) -> None:
    assert covered(tiny)["passages"] == {"hash not yet checked": 8 + 7 + 15 + 12, "pointer only": 1}


def test_disputes(tiny: api.KnowledgeGraph, inputs: data_folder.Inputs) -> None:
    """Decided: a party. Open: a kind, a day, three quantities, a claimed count. A sum in euros too is no dispute."""
    assert covered(tiny)["disputes"] == {"decided": 1, "open": 6}
    # without the digest: a kind, two quantities
    before = api.KnowledgeGraph(loading.compute(inputs, Scope(date(2025, 4, 30))))
    assert covered(before)["disputes"] == {"decided": 0, "open": 3}


@pytest.mark.parametrize(
    ("old", "new", "open_"),
    [
        ('pcg:date "2025-01-20"', 'pcg:date "2025-02"', 5),  # a vaguer day is no other day
        (
            "pcg:quantity 450 ;\n    pcg:quantityOf v:scholarships",
            "pcg:quantity 500.0 ;\n    pcg:quantityOf v:people",
            5,
        ),
        ("pcg:quantity 450", "pcg:quantity 500", 6),  # as many of something else
        ("pcg:claimedCount 5", "pcg:claimedCount 4", 5),
    ],
)
def test_what_is_no_dispute(data: Path, old: str, new: str, open_: int) -> None:
    file = data / "sources" / "digest.ttl"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert covered(api.load(data, build=None))["disputes"] == {"decided": 1, "open": open_}


def test_a_value_that_is_rejected_settles_it(data: Path) -> None:
    file = data / "verdicts.ttl"
    file.write_text(
        file.read_text(encoding="utf-8")
        + "\nverdict:claim a pcg:Verdict ; pcg:onSubject id:vik-forum ; pcg:onProperty pcg:claimedCount ;\n"
        + '    pcg:rejects 5 ; pcg:reason "Counted twice."@en ; pcg:decided "2025-06-02"^^xsd:date .\n',
        encoding="utf-8",
    )
    assert covered(api.load(data, build=None))["disputes"] == {"decided": 2, "open": 5}


def test_what_is_filled_in(tiny: api.KnowledgeGraph) -> None:
    filled = coverage(tiny)["filled"]
    names = ("engagements", *FILLED)
    assert filled["Agreement"] == dict(zip(names, (4, 3, 4, 4, 3, 0, 1, 4), strict=True))
    assert filled["Loan"] == dict(zip(names, (3, None, 3, 2, 3, 0, 3, 3), strict=True))
    assert filled["Project"] == dict(zip(names, (4, None, 4, 4, 3, 3, 1, 1), strict=True))
    assert sum(row["engagements"] for row in filled.values()) == tiny.tables.engagements.height


def test_the_report_tells_it(tiny: api.KnowledgeGraph) -> None:
    text = told(tiny)
    for line in (
        "- 3 independent voices; 2 of 20 engagements with a current status that two or more of them state",
        "- 43 passages (42 hash not yet checked, 1 pointer only); 7 disputes (1 decided, 6 open)",
        "| engagements whose current status two or more voices state | 2 of 20 (10 %) |",
        "| parties that take part but are not named | 1 |",
        "| agreements at Third Vik Forum | 4 agreements claimed, 2 identified |",
        "| Agreement | 4 | 75 % | 100 % | 100 % | 75 % | 0 % | 25 % | 100 % |",
        "| Visit | 1 | – | 100 % | 100 % | 0 % | 0 % | 0 % | 100 % |",
    ):
        assert line in text.splitlines()
    assert told(api.load(TINY, build=None)) == text


def test_many_claims_do_not_fill_the_screen(tiny: api.KnowledgeGraph) -> None:
    found = report.facts(tiny, [], 0)
    found["claims"] = [{"event": f"e{n}", "label": f"Event {n}", "claimed": n, "identified": 1} for n in range(2, 9)]
    found["claims"].append(
        {"event": "e0", "label": "Event 0", "claimed": 1, "identified": 2}
    )  # nothing is missing there
    shown = [line for line in report.lines(found) if line.startswith("known gaps")]
    assert shown[0] == "known gaps: 8 agreements claimed for Event 8, 1 identified"
    assert shown[3:] == ["known gaps: 4 more events, see report.md"]


def test_the_report_gives_numbers_with_their_qualifiers(tiny: api.KnowledgeGraph) -> None:
    [row] = [line for line in told(tiny).splitlines() if line.startswith("| Crane contract |")]
    status = "signed since 2025-02-03, last reported 2025-03-31"
    assert row.startswith(f"| Crane contract | Agreement | {status} |  | USD 44 m | Acme (signatory); ")


def test_a_bound_is_an_amount_and_a_claim_is_none() -> None:
    bound = covered(api.load(CASES / "a-verdict-takes-a-number-whole.trig", build=None, only=["a"]))["filled"]
    assert bound["Agreement"]["amount"] == 1  # "over USD 50 m"
    claimed = covered(api.load(CASES / "a-claim-is-no-payment.trig", build=None))["filled"]
    assert claimed["Investment"]["amount"] == 0
