"""A spreadsheet with names that the data do not know: the table of decisions, and what the next import makes of it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from helpers import pcgraph as run
from pcgraph.errors import InvalidInput, UsageError
from tables import contents, deals, findings, prepared

pytestmark = pytest.mark.slow

NAMES = Path("names.csv")
WORDS = ("import", "deals.csv", "--mapping", "template", "--data", "data", "--decisions", "names.csv")


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def rows() -> dict[str, dict[str, str]]:
    with NAMES.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row for row in csv.DictReader(lines)}


def decide(**decisions: dict[str, str]) -> None:
    """Fill in cells of the table, by name."""
    found = rows()
    for name, cells in decisions.items():
        found[name.replace("_", " ")].update(cells)
    with NAMES.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, next(iter(found.values())))
        writer.writeheader()
        writer.writerows(found.values())


def refused(*table: dict[str, str]) -> str:
    with pytest.raises(InvalidInput) as caught:
        prepared(*table, decisions=NAMES)
    return "\n".join(caught.value.faults)


TABLE = (
    {"id": "one", "label": "One", "signatory": "Acme; Port of Nowhere Ltd", "place": "Farland"},
    {"id": "two", "label": "Two", "signatory": "Port of Nowhere Ltd; Ministry of Tides of Norway", "place": "Farland"},
    {"id": "three", "label": "Three", "signatory": "Acme; Borealis; =Some body", "place": "Vik"},
)


def test_each_unknown_name_is_listed_once_and_decided_once() -> None:
    deals(*TABLE)
    before = contents()
    first = run(*WORDS, cwd=Path())
    assert first.returncode == 3
    assert first.stderr == (
        "names.csv: 5 names to decide, in 6 cells; expected same, new, ignore or unnamed in the column decision; "
        "fill it in and run the command again\n"
    )
    found = rows()
    assert [*found] == ["Port of Nowhere Ltd", "'=Some body", "Ministry of Tides of Norway", "Farland", "Norway"]
    port, ministry = found["Port of Nowhere Ltd"], found["Ministry of Tides of Norway"]
    assert (port["cells"], port["first row"], port["places"], port["class"]) == ("2", "2", "Farland (2)", "Company")
    assert (ministry["class"], ministry["country"]) == ("Ministry", "Norway")
    assert (found["Norway"]["class"], found["Norway"]["code"], found["Farland"]["code"]) == ("Country", "NO", "")
    assert contents() == before
    decide(
        Port_of_Nowhere_Ltd={"decision": "new", "country": "Norway"},
        Ministry_of_Tides_of_Norway={"decision": "new", "label": "Ministry of Tides"},
        Farland={"decision": "new", "class": "Place", "id": "far-land", "country": "Norway"},
        Norway={"decision": "new"},
        **{"'=Some_body": {"decision": "ignore"}},
    )
    done = run(*WORDS, cwd=Path())
    assert done.returncode == 0, done.stderr
    assert "ignored, as decided: 1 name in 1 cell\n" in done.stderr
    name = done.stdout.splitlines()[-1].split()[1].rstrip(":")
    assert done.stdout.endswith("3 rows, 3 engagements, 1 source, 2 new agents, 2 new places\n")
    assert findings() == []
    register = Path(f"data/register/import-{name}.ttl").read_text(encoding="utf-8")
    assert 'id:norway a pcg:Country ;\n    rdfs:label "Norway"@en ;\n    pcg:isoCode "NO" .' in register
    assert 'id:far-land a pcg:Place ;\n    rdfs:label "Farland"@en ;\n    pcg:within id:norway .' in register
    assert 'skos:altLabel "Ministry of Tides of Norway"@en ;\n    pcg:country id:norway .' in register
    source = Path("data/sources/tide-example-crane-lease.ttl").read_text(encoding="utf-8")
    assert "id:two a pcg:Agreement ;\n    pcg:kind v:contract ;\n    pcg:signatory id:port-of-nowhere-ltd" in source
    assert "id:three a pcg:Agreement ;\n    pcg:kind v:contract ;\n    pcg:signatory id:acme , id:borealis ;" in source
    after = contents()
    assert run(*WORDS, cwd=Path()).stdout.endswith("; nothing changed\n")
    assert run("import", "--undo", name, "--data", "data", cwd=Path()).returncode == 0
    assert contents() == before
    assert run(*WORDS, cwd=Path()).returncode == 0
    assert contents() == after


def test_a_name_may_mean_a_thing_of_the_register_or_nobody_in_particular() -> None:
    table = {"signatory": "Acme; The Boreal One; some people"}
    assert "2 names to decide" in refused(table)
    decide(The_Boreal_One={"decision": "same", "id": "id:borealis"}, some_people={"decision": "unnamed"})
    made = prepared(table, decisions=NAMES)
    text = made.files["sources/tide-example-crane-lease.ttl"].decode()
    assert "pcg:signatory id:acme , id:borealis , id:crane-lease.unnamed ;" in text
    assert (made.agents, made.places, made.left_out) == ((), (), {})


def test_decisions_stay_when_names_are_added() -> None:
    assert "1 name to decide" in refused({"signatory": "Acme; First"})
    decide(First={"decision": "ignore"})
    assert "1 name to decide, in 1 cell;" in refused({"signatory": "Acme; First; Second"})
    assert {name: row["decision"] for name, row in rows().items()} == {"First": "ignore", "Second": ""}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"decision": "sane"}, "column decision: unknown-value: 'sane' is unknown; expected one of same, new, ignore"),
        ({"decision": "same"}, "column id: missing-value: is empty; expected the id of what the name means"),
        ({"decision": "same", "id": "acmee"}, "column id: unknown-agent: no agent has the id 'acmee'; expected"),
        (
            {"decision": "unnamed", "kind": "agnt"},
            "column kind: unknown-value: 'agnt' is unknown; expected one of",
        ),
        ({"decision": "new"}, "column class: missing-value: is empty; expected the class of the new thing"),
        ({"decision": "new", "class": "Talks"}, "column class: unknown-value: 'Talks' is unknown; expected a class of"),
        ({"decision": "new", "class": "Company", "country": "Atlantis"}, "column country: unknown-value: 'Atlantis'"),
        (
            {"decision": "new", "class": "Company", "country": "Vik"},
            "column country: unknown-value: 'Vik' is no country",
        ),
        ({"decision": "new", "class": "Company", "id": "acme"}, "column id: id-taken: id:acme already exists"),
        ({"decision": "new", "class": "Company", "id": "A b"}, "column id: bad-slug: 'A b' is not a slug"),
    ],
)
def test_a_wrong_decision_is_one_line(cells: dict[str, str], message: str) -> None:
    refused({"signatory": "Acme; Nobody Known"})
    decide(Nobody_Known=cells)
    assert f"names.csv, row 2, {message}" in refused({"signatory": "Acme; Nobody Known"})


def test_two_names_of_one_new_thing() -> None:
    refused({"signatory": "Moon Works; Moonworks"})
    for name in ("Moon_Works", "Moonworks"):
        decide(**{name: {"decision": "new", "class": "Company", "id": "moon-works"}})
    made = prepared({"signatory": "Moon Works; Moonworks"}, decisions=NAMES)
    assert made.agents == ("moon-works",)
    assert (
        'rdfs:label "Moon Works"@en ;\n    skos:altLabel "Moonworks"@en .'
        in made.files[f"register/import-{made.id}.ttl"].decode()
    )
    decide(Moonworks={"decision": "new", "class": "University", "id": "moon-works"})
    assert "two-values: id:moon-works has another class, country or code in an earlier row" in refused(
        {"signatory": "Moon Works; Moonworks"}
    )


def test_without_a_table_the_message_tells_each_name_once() -> None:
    table = [
        {"id": f"e{number}", "label": f"E {number}", "signatory": f"Acme; Nobody {number % 25}"} for number in range(50)
    ]
    with pytest.raises(InvalidInput) as caught:
        prepared(*table)
    lines = caught.value.faults
    assert len(lines) == 21
    assert lines[0].startswith(
        "deals.csv, row 2 and 1 more, column signatory: unknown-agent: no agent is called 'Nobody 0'"
    )
    assert lines[-1].startswith("… and 5 more names that are not known; expected names of the register; write them to")
    shown = json.loads(run(*WORDS[:6], "--json", cwd=Path()).stdout)
    assert len(shown["faults"]) == 25


def test_a_body_of_another_country_is_not_linked() -> None:
    row = {"signatory": "Acme; Harbour Authority", "place": "Sudland"}
    codes = 'id:nordland pcg:isoCode "NO" .\nid:sudland pcg:isoCode "SD" .\n'
    alias = 'id:harbour-authority <http://www.w3.org/2004/02/skos/core#altLabel> "Harbour Authority"@en .\n'
    places = Path("data/register/places.ttl")
    text = places.read_text(encoding="utf-8")
    places.write_text(text + codes + alias, encoding="utf-8")
    assert "'Acme'" not in said(row)
    assert "unsure-agent: 'Harbour Authority' may mean id:harbour-authority (100)" in said(row)
    made = prepared({**row, "place": "Nordland"})
    assert "id:harbour-authority" in made.files["sources/tide-example-crane-lease.ttl"].decode()
    other = said({**row, "signatory": "Acme; Harbour Authority of Sudan"})
    assert "unknown-agent: no agent is called 'Harbour Authority of Sudan'" in other


def said(row: dict[str, str]) -> str:
    with pytest.raises(InvalidInput) as caught:
        prepared(row)
    return "\n".join(caught.value.faults)


def test_a_sector_may_be_named_by_what_the_column_of_candidates_says() -> None:
    refused({"sector": "enrgy"})
    row = rows()["enrgy"]
    assert (row["kind"], row["candidates"].split("; ")[0]) == ("sector", "sector:energy")
    decide(enrgy={"decision": "same", "id": "sector:energy"})
    made = prepared({"sector": "enrgy"}, decisions=NAMES)
    assert "pcg:sector sector:energy" in made.files["sources/tide-example-crane-lease.ttl"].decode()


def test_a_publisher_cannot_be_unnamed() -> None:
    assert "1 name to decide" in refused({"publisher": "A Paper"})
    decide(A_Paper={"decision": "unnamed"})
    assert "unknown-agent: a publisher or speaker cannot be unnamed" in refused({"publisher": "A Paper"})
    assert [*rows()] == ["A Paper"]


def test_the_table_of_decisions_is_csv() -> None:
    with pytest.raises(UsageError, match=r"--decisions names.xlsx: not CSV; expected a name that ends in .csv"):
        prepared({}, decisions=Path("names.xlsx"))
    assert not Path("names.xlsx").exists()


def test_what_a_name_cannot_be_is_no_candidate() -> None:
    row = {"signatory": "Acme; Embassy beside Ministry of Ports of Sudland"}
    assert "unknown-agent: no agent is called 'Embassy beside Ministry of Ports of Sudland'" in said(row)


def test_what_a_person_left_empty_stays_empty() -> None:
    refused({"signatory": "Acme; Norway Cables Ltd"})
    decide(Norway_Cables_Ltd={"decision": "new", "country": ""}, Norway={"decision": "ignore"})
    refused({"signatory": "Acme; Norway Cables Ltd; Another"})
    assert rows()["Norway Cables Ltd"]["country"] == ""


def test_a_midnight_is_a_day() -> None:
    made = prepared({"status date": "2025-02-01T00:00:00", "ends": "2026-01-01 00:00:00.000"})
    source = made.files["sources/tide-example-crane-lease.ttl"].decode()
    assert 'pcg:date "2025-02-01" ;' in source
    assert 'pcg:ends "2026-01-01" ;' in source
