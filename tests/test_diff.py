"""What came, went or changed: on the tiny graph, whose days are worked out in tests/fixtures/tiny/README.md."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from helpers import CASES, TINY, pcgraph
from pcgraph import api
from pcgraph.belief import loading
from pcgraph.build import build
from pcgraph.cli.read import rendering
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import compact, local
from pcgraph.model.scope import Scope
from pcgraph.query.diff import SCHEMA, diff
from pcgraph.store import data_folder

Row = tuple[str, str, str, str, str, str]
AsOf = Callable[[str], api.KnowledgeGraph]


@pytest.fixture(scope="module")
def as_of(inputs: data_folder.Inputs) -> AsOf:
    known: dict[str, api.KnowledgeGraph] = {}

    def at(day: str) -> api.KnowledgeGraph:
        return known.setdefault(day, api.KnowledgeGraph(loading.compute(inputs, Scope(date.fromisoformat(day)))))

    return at


def short(term: str | None) -> str:
    if term is None:
        return ""
    return local(term.strip("<>")) if term.startswith("<") else term[1:].rpartition('"')[0]


def rows(frame: pl.DataFrame, about: str = "") -> set[Row]:
    """Change, subject, property, before, after, sources; short."""
    return {
        (
            row["change"],
            local(row["subject"]),
            local(row["property"] or ""),
            short(row["before"]),
            short(row["after"]),
            " ".join(map(local, row["sources"])),
        )
        for row in frame.iter_rows(named=True)
        if not about or local(row["about"]) == about
    }


def loaded(data: Path) -> api.KnowledgeGraph:
    return api.load(data, build=None)


def edited(data: Path, source: str, old: str, new: str) -> api.KnowledgeGraph:
    file = data / "sources" / f"{source}.ttl"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    return loaded(data)


def test_a_retraction_takes_out_what_its_source_alone_said(as_of: AsOf) -> None:
    found = as_of("2025-04-30").diff(as_of("2025-05-31"))
    assert rows(found) == {
        ("went", "ferry-project.cancelled", "status", "cancelled", "", "courier-2025"),
        ("went", "ferry-project.cancelled", "date", "2025-03-15", "", "courier-2025"),
        ("changed", "ferry-project", "currentStatus", "cancelled", "under-way", "courier-2025"),
        ("went", "lab-deal", "type", "Agreement", "", "courier-2025"),
        ("went", "lab-deal.signed", "status", "signed", "", "courier-2025"),
        ("went", "lab-deal.signed", "date", "2025-03-18", "", "courier-2025"),
        ("went", "lab-deal", "signatory", "acme", "", "courier-2025"),
        ("went", "lab-deal", "signatory", "vik-university", "", "courier-2025"),
        ("went", "acme", "signs", "lab-deal", "", "courier-2025"),
        ("went", "vik-university", "signs", "lab-deal", "", "courier-2025"),
        ("went", "acme", "signsWith", "vik-university", "", "courier-2025"),
    }


def test_another_single_value_is_one_change(as_of: AsOf) -> None:
    both = as_of("2025-05-31").diff(as_of("2025-06-01"))
    assert rows(both, "crane-contract") | rows(both, "north-quay-expansion") == {
        ("changed", "crane-contract", "amount", "40000000", "44000000", "digest"),
        ("changed", "crane-contract", "currency", "EUR", "USD", "digest"),
        ("came", "north-quay-expansion.completed", "status", "", "completed", "digest"),
        ("came", "north-quay-expansion.operational", "status", "", "operational", "digest"),
        ("came", "north-quay-expansion.operational", "date", "", "2025-05", "digest"),
        ("changed", "north-quay-expansion", "currentStatus", "under-way", "completed", "digest"),
    }
    first = rows(as_of("2024-06-30").diff(as_of("2024-12-31")), "crane-agreement")
    assert first == {("changed", "crane-agreement.signed", "date", "2024-05", "2024-05-14", "borealis-2024")}


def test_a_reading_that_becomes_plain_is_a_change(as_of: AsOf) -> None:
    found = as_of("2024-12-31").diff(as_of("2025-04-30"))
    quay = rows(found, "north-quay-expansion")
    assert ("changed", "north-quay-expansion", "implementer", "acme", "acme", "tide-2025") in quay
    assert ("came", "north-quay-expansion", "implementer", "", "borealis", "tide-2025") in quay
    marks = {local(row["after"].strip("<>")): row["inferred"] for row in found.to_dicts() if row["what"] == "party"
             and local(row["about"]) == "north-quay-expansion" and local(row["property"]) == "implementer"}  # fmt: skip
    assert marks == {"acme": False, "borealis": True}


def test_the_source_that_closes_a_list_took_the_unnamed_party_out(as_of: AsOf) -> None:
    gone = ("went", "safety-charter", "signatory", "safety-charter.unnamed", "", "tide-2025")
    assert gone in rows(as_of("2024-12-31").diff(as_of("2025-04-30")), "safety-charter")


def test_the_source_of_a_step_made_a_tie_of_old_roles() -> None:
    """That work on the port had begun was a reading before; that another source states that it works makes a tie."""
    path = CASES / "a-status-of-another-source.trig"
    before, after = (api.load(path, build=None, without=without) for without in (["d"], []))
    assert ("came", "acme", "builds", "", "port", "d") in rows(before.diff(after))


@pytest.mark.parametrize("days", [("2024-06-30", "2024-12-31"), ("2025-04-30", "2025-06-01")])
def test_backwards_is_the_mirror(as_of: AsOf, days: tuple[str, str]) -> None:
    one, other = map(as_of, days)
    there, back = rows(one.diff(other)), rows(other.diff(one))
    swap = {"came": "went", "went": "came", "changed": "changed"}
    assert {row[:5] for row in there} == {(swap[c], s, p, after, before) for c, s, p, before, after, _ in back}


@pytest.mark.slow
def test_the_same_is_no_difference(as_of: AsOf, tiny: api.KnowledgeGraph) -> None:
    for one, other in ((tiny, tiny), (as_of("2025-06-01"), tiny), (tiny, loaded(TINY))):
        found = one.diff(other, ["who-talks-with", "ties-as-triples"])
        assert found.is_empty()
        assert dict(found.schema) == SCHEMA
    assert rendering.difference([], {}) == "no difference\n"


def test_the_order_of_rows_does_not_matter(as_of: AsOf) -> None:
    one, other = as_of("2024-12-31"), as_of("2025-06-01")
    found = diff(one, other)
    for seed in range(3):
        mixed = replace(
            other.tables,
            **{name: table.sample(fraction=1, shuffle=True, seed=seed) for name, table in other.tables.items()},
        )
        assert diff(one, other.with_tables(mixed)).equals(found)


def test_two_folders(data: Path, tiny: api.KnowledgeGraph) -> None:
    found = tiny.diff(edited(data, "tide-2025", "pcg:claimedCount 4 ;", "pcg:claimedCount 6 ;"))
    assert rows(found) == {("changed", "vik-forum", "claimedCount", "4", "6", "tide-2025")}


def test_what_a_source_no_longer_says_went_by_it(data: Path, tiny: api.KnowledgeGraph) -> None:
    found = tiny.diff(
        edited(data, "tide-2025", "pcg:attendee id:ida-holm , id:borealis ;", "pcg:attendee id:borealis ;")
    )
    assert rows(found) == {
        ("went", "vik-forum", "attendee", "ida-holm", "", "tide-2025"),
        ("went", "ida-holm", "attends", "vik-forum", "", "tide-2025"),
    }


def test_a_verdict_that_folds_is_told(data: Path, tiny: api.KnowledgeGraph) -> None:
    with (data / "verdicts.ttl").open("a", encoding="utf-8") as file:
        file.write(
            "\nverdict:pilots a pcg:Verdict ; pcg:onSubject id:acme-pilots ; pcg:prefers id:acme ;\n"
            "    pcg:onProperty <http://www.w3.org/2002/07/owl#sameAs> ;\n"
            '    pcg:reason "One firm."@en ; pcg:decided "2025-06-02"^^xsd:date .\n'
        )
    now = loaded(data)
    found = tiny.diff(now)
    assert ("came", "acme-pilots", "sameAs", "", "acme", "") in rows(found)
    assert ("went", "pilotage-accord", "firstParty", "acme-pilots", "", "tide-2025") in rows(found)
    told = rendering.difference(found.iter_rows(named=True), now.entities)
    assert "  came     sameAs: Acme [id:acme] (by verdict)" in told


def test_answers_are_compared_row_by_row(as_of: AsOf) -> None:
    found = as_of("2024-12-31").diff(as_of("2025-06-01"), ["claimed-and-identified"])
    (row,) = found.filter(pl.col("what") == "answer").to_dicts()
    assert (row["change"], row["about"], row["before"]) == ("came", "claimed-and-identified", None)
    assert row["after"] == "id:vik-forum | Third Vik Forum | 4 | 2 | 0"
    with pytest.raises(UsageError, match="'party' is missing"):
        as_of("2024-12-31").diff(as_of("2025-06-01"), ["who-signed-with"])


def test_on_the_command_line() -> None:
    done = pcgraph("diff", "2025-05-31", "2025-06-01", "--data", str(TINY))
    assert done.returncode == 0
    blocks = done.stdout.split("\n\n")
    assert blocks[0] == ("Crane contract [id:crane-contract]\n  changed  amount: EUR 40 m → USD 44 m (src:digest)")
    assert (
        "North Quay expansion [id:north-quay-expansion]\n"
        "  came     step: completed (src:digest)\n"
        "  came     step: operational, 2025-05 (src:digest)\n"
        "  changed  currentStatus: under-way → completed (src:digest)"
    ) in blocks
    assert done.stderr.splitlines() == [
        "left out of 2025-05-31: 1 undated source; --undated estimate keeps 1, which a step dates",
        "left out of 2025-05-31: courier-2025 (retracted 2025-05-10)",
        "left out of 2025-06-01: courier-2025 (retracted 2025-05-10)",
        "36 came, 3 changed",
    ]


@pytest.mark.exhaustive
@pytest.mark.slow
def test_days_folders_and_builds_may_be_mixed(tmp_path: Path) -> None:
    out = build(tmp_path / "build", TINY).folder
    for before, after, *answers in ((out, TINY, "--answers"), ("2025-06-01", out), (out, out)):
        done = pcgraph("diff", str(before), str(after), "--data", str(TINY), *answers)
        assert (done.returncode, done.stdout) == (0, "no difference\n"), done.stderr
    file = tmp_path / "found.json"
    assert pcgraph("diff", "2025-05-31", str(out), "--data", str(TINY), "-o", str(file)).stdout == ""
    first = json.loads(file.read_text(encoding="utf-8"))[0]
    assert first["property"] == "pcg:amount"
    assert first["sources"] == ["src:digest"]
    assert list(first) == list(SCHEMA)


@pytest.mark.slow
def test_a_damaged_build_is_not_compared(tmp_path: Path) -> None:
    out = build(tmp_path / "build", TINY).folder
    (out / "tables" / "sources.parquet").unlink()
    done = pcgraph("diff", str(out), str(TINY))
    assert (done.returncode, done.stdout) == (3, "")
    assert "damaged" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere", "2025-06-01"), "nothing to compare"),
        (("2025-06-01", "2025-02-30"), "not a day"),
        (("2025-06-01", "2025-05-31"), "the earlier day first; run  pcgraph diff 2025-05-31 2025-06-01"),
        (("2025", "2024-06"), "2025 is later than 2024-06"),
        (("2025-06-01", "2025-06-01", "--question", "who-talk-with"), "did you mean who-talks-with?"),
        (("2025-06-01", "2025-06-01", "--question", "who-signed-with"), "has parameters"),
    ],
)
def test_a_mistake_is_one_line(words: tuple[str, ...], said: str) -> None:
    done = pcgraph("diff", *words, "--data", str(TINY))
    lines = [line for line in done.stderr.splitlines() if not line.startswith("left out")]
    assert (done.returncode, done.stdout) == (2, "")
    assert len(lines) == 1
    assert said in lines[0]
    assert "expected" in lines[0]


@pytest.mark.slow
def test_everything_of_the_real_graph_comes_with_its_source(real: api.KnowledgeGraph) -> None:
    nothing = replace(real.tables, **{name: table.clear() for name, table in real.tables.items()})
    found = diff(real.with_tables(nothing), real)
    assert set(found["change"]) == {"came"}
    assert found.filter(
        (pl.col("sources").list.len() == 0) & (pl.col("property") != "http://www.w3.org/2002/07/owl#sameAs")
    ).is_empty()
    assert {compact(about) for about in found.filter(pl.col("what") == "engagement")["about"]} == {
        compact(iri) for iri in real.tables.engagements["engagement"]
    }
