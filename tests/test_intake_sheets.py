"""The sheets of the template beside the engagements: agents, places, terms, verdicts and judgements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

import pcgraph
from helpers import pcgraph as run
from pcgraph.errors import InvalidInput
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.writers import template
from pcgraph.model.namespaces import PCG
from tables import COLUMNS, GOOD, contents, findings

Rows = Sequence[dict[str, Any]]
WHY = {"reason": "The paper corrected itself.", "decided": "2025-06-02"}
SAME = {"answer": "same", **WHY}
DEAL = {**GOOD, "label": "Dredging pact", "class": "Agreement", "kind": "mou", "signatory": "DW; Acme"}
LATER = {
    **DEAL,
    "label": "",
    "id": "dredging-pact",
    "status date": "2025-01-20",
    "source address": "https://digest.example/dredging",
    "publisher": "Port Digest",
    "tier": "aggregator",
}
AGENTS: Rows = [
    {
        "label": "Dredge Works",
        "class": "Company",
        "country": "Farland",
        "parent": "Dredge Holding",
        "other names": "DW",
    },
    {"label": "Dredge Holding", "class": "Company", "headquarters": "Far Town"},
    {"id": "ada-far", "label": "Ada Far", "class": "Person", "member of": "dredge-works"},
]
PLACES: Rows = [
    {"label": "Far Town", "within": "Farland"},
    {"label": "Farland", "class": "Country", "iso code": "no"},
]
SECTORS: Rows = [
    {"label": "silt", "definition": "Mud that moves.", "broader": "dredging"},
    {"label": "dredging", "definition": "Removing sand and mud.", "broader": "harbours"},
]


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def book(**sheets: Rows) -> Path:
    """Write a workbook; engagements have every column of the mapping, other sheets the columns of their rows."""
    with xlsxwriter.Workbook("book.xlsx") as out:
        for name, rows in sheets.items():
            header = [
                *dict.fromkeys([*(COLUMNS if name == "engagements" else ()), *(key for row in rows for key in row)])
            ]
            sheet = out.add_worksheet(name)
            sheet.write_row(0, 0, header)
            for number, row in enumerate(rows, 1):
                sheet.write_row(number, 0, [row.get(column, "") for column in header])
    return Path("book.xlsx")


def prepared(*, skip_bad: bool = False, **sheets: Rows) -> spreadsheets.Import:
    return spreadsheets.prepare(book(**sheets), "template", data=Path("data"), skip_bad=skip_bad)


def refused(**sheets: Rows) -> list[str]:
    before = contents()
    with pytest.raises(InvalidInput) as caught:
        prepared(**sheets)
    assert contents() == before
    return [line.removeprefix("book.xlsx, sheet ") for line in caught.value.faults]


@pytest.mark.slow
def test_a_unit_and_a_kind_of_a_workbook_count_in_its_engagements() -> None:
    deal = {**DEAL, "kind": "charter party", "signatory": "Acme; Borealis", "quantity": "5000", "counted": "doses"}
    assert any("unknown-value: 'doses' is unknown" in line for line in refused(engagements=[deal]))
    made = prepared(
        engagements=[deal],
        units=[{"label": "doses", "definition": "Portions of a vaccine.", "other names": "jabs"}],
        kinds=[{"label": "charter party", "definition": "The source uses this name."}],
    )
    assert (made.units, made.kinds, made.sectors) == (("doses",), ("charter-party",), ())
    spreadsheets.write(made)
    assert findings() == []
    kg = pcgraph.load("data")
    found = kg.query("SELECT ?n ?u ?k WHERE { id:dredging-pact pcg:quantity ?n ; pcg:quantityOf ?u ; pcg:kind ?k }")
    assert [tuple(map(str, row)) for row in found.short] == [("5000", "v:doses", "v:charter-party")]
    with pytest.raises(InvalidInput, match=r"row 2, column label: id-taken: 'students' is a name of v:people"):
        prepared(units=[{"label": "students", "definition": "Those who learn."}])


@pytest.mark.slow
def test_a_kind_of_organisation_of_a_workbook_is_used_and_undone() -> None:
    before = contents()
    kinds = [
        {"label": "port council", "definition": "A cooperative that governs a port.", "broader": "fishing cooperative"},
        {"label": "fishing cooperative", "definition": "A company that fishers own.", "broader": "Company"},
    ]
    agents = [{"label": "Coast Council", "class": "port council"}, {"label": "Acme Fishers", "class": "PortCouncil"}]
    assert any("unknown-value: 'port council' is unknown" in line for line in refused(agents=agents))
    made = prepared(agents=agents, classes=kinds)
    assert made.classes == ("PortCouncil", "FishingCooperative")
    spreadsheets.write(made)
    assert findings() == []
    kg = pcgraph.load("data")
    assert kg.entities[kg.names.id + "coast-council"].kind == "PortCouncil"
    assert {f"{kg.names.terms}FishingCooperative", PCG + "Company"} <= kg.ontology.supers[
        kg.names.terms + "PortCouncil"
    ]
    (line,) = refused(classes=[{**kinds[1], "id": "FishingCooperative"}])
    assert f"FishingCooperative already exists, by import {made.id}" in line
    spreadsheets.undo(made.id, Path("data"))
    assert contents() == before


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ({"broader": "Loan"}, "row 2, column broader: unknown-value: 'Loan' is unknown; expected a class of agents"),
        ({"broader": ""}, "row 2, column broader: missing"),
        ({"label": "Loan"}, "row 2, column label: id-taken: Loan already exists; expected a new kind of organisation"),
        ({"label": "Company"}, "row 2, column label: id-taken: Company already exists"),
        ({"id": "port-council"}, "row 2, column id: bad-slug: 'port-council' is not the name of a class"),
    ],
)
def test_a_kind_of_organisation_that_a_workbook_cannot_add(row: dict[str, str], line: str) -> None:
    kind = {"id": "", "label": "port council", "definition": "What governs a port.", "broader": "Company"}
    assert line in refused(classes=[kind | row])[0]


@pytest.mark.exhaustive
@pytest.mark.slow
def test_a_workbook_with_all_sheets_in_any_order() -> None:
    before = contents()
    sheets: dict[str, Rows] = {
        "judgements": [
            {"spelling": "Dredgers of Farland", "other": "Dredge Works", **SAME},
            {"spelling": "Dredgers (of Farland)", "other": "Dredge Works", **SAME},
            {"one": "Dredging pact", "other": "Crane memorandum", **WHY, "answer": "not the same", "decided by": "A"},
        ],
        "verdicts": [
            {"about": "Dredging pact", "field": "date", "value": "2025-02-01", "answer": "does not count", **WHY,
             "rests on": "https://digest.example/dredging; harbour-2024"},
            {"about": "crew-training", "field": "quantity", "value": 150, "answer": "counts", **WHY},
            {"about": "Northern route", "field": "unnamed party", "value": "Dredge Works", "answer": "counts", **WHY},
        ],
        "engagements": [
            {**DEAL, "sector": "silt", "place": "Far Town"},
            LATER,
            {**DEAL, "label": "Sale", "class": "Acquisition", "kind": "", "signatory": "", "status": "completed",
             "acquirer": "Dredgers of Farland", "target": "Acme Pilots", "part of": "dredging-pact"},
        ],
        "Agents": AGENTS,
        "notes": [{"what": "mine"}],
        "sectors": SECTORS,
        "places": PLACES,
    }  # fmt: skip
    made = prepared(**sheets)
    assert (made.rows, made.engagements, made.other_sheets) == (16, 2, ("notes",))
    assert (made.agents, made.places) == (("ada-far", "dredge-holding", "dredge-works"), ("far-town", "farland"))
    assert (made.sectors, len(made.verdicts)) == (("silt", "dredging"), 3)
    assert made.judgements == (
        "name-dredgers-of-farland-and-dredge-works",
        "name-dredgers-of-farland-and-dredge-works-2",
        "dredging-pact-and-crane-agreement",
    )
    assert len(spreadsheets.write(made)) == 5
    assert findings() == []
    written = contents()
    assert spreadsheets.write(spreadsheets.prepare(Path("book.xlsx"), "template", data=Path("data"))) == []
    assert contents() == written

    assert {
        line.partition("; ")[0].partition(": ")[2]
        for line in refused(agents=AGENTS[:1], judgements=sheets["judgements"])
    } == {
        f"id-taken: id:dredge-works already exists, by import {made.id}",
        f"id-taken: verdict:name-dredgers-of-farland-and-dredge-works decides it already, by import {made.id}",
        f"id-taken: verdict:name-dredgers-of-farland-and-dredge-works-2 decides it already, by import {made.id}",
        f"id-taken: verdict:dredging-pact-and-crane-agreement decides it already, by import {made.id}",
    }

    kg = pcgraph.load("data")

    def ask(what: str) -> set[tuple[Any, ...]]:
        return set(kg.query(f"SELECT * WHERE {{ {what} }}").short)

    assert ask("id:dredging-pact pcg:signatory ?a") == {("id:acme",), ("id:dredge-works",)}
    assert ask("id:dredging-pact.signed pcg:date ?d") == {("2025-01-20",)}  # the better source says 2025-02-01
    assert ask("?v pcg:onSubject id:dredging-pact.signed ; pcg:restsOn ?s") == {
        ("verdict:dredging-pact-signed-date-2025-02-01", source)
        for source in ("src:digest-example-dredging", "src:harbour-2024")
    }
    assert ask("id:dredging-pact pcg:sector ?s ; pcg:place ?p") == {("sector:silt", "id:far-town")}
    assert ask("sector:silt skos:broader ?a . ?a skos:broader ?b") == {("sector:dredging", "sector:harbours")}
    assert ask("id:sale pcg:acquirer ?a ; pcg:partOf ?p") == {("id:dredge-works", "id:dredging-pact")}
    assert ask("id:crew-training pcg:quantity ?n") == {("150",)}  # without the verdict 120
    assert ("id:dredge-works",) in ask("id:route-talks pcg:discussant ?a")
    assert ask("id:dredge-works pcg:parent ?p ; pcg:country ?c ; skos:altLabel ?n") == {
        ("id:dredge-holding", "id:farland", "DW")
    }
    assert ask("id:farland pcg:isoCode ?c . id:far-town pcg:within id:farland") == {("NO",)}
    assert ask("id:ada-far pcg:memberOf ?o") == {("id:dredge-works",)}

    spreadsheets.undo(made.id, Path("data"))
    assert contents() == before
    assert not Path("data/verdicts").exists()


@pytest.mark.slow
def test_a_judgement_removes_the_warning_on_a_look_alike() -> None:
    twin = {**GOOD, "label": "Crane pact", "signatory": "Acme; harbour-authority", "status date": "2025-02-03"}

    def alike(**sheets: Rows) -> list[str]:
        return [str(each) for each in prepared(engagements=[twin], **sheets).warnings if each.code == "look-alike"]

    (warning,) = alike()
    assert "id:crane-pact (Crane pact) looks like id:crane-contract" in warning
    assert alike(judgements=[{"one": "Crane pact", "other": "crane-contract", "answer": "open", **WHY}]) == []


def test_a_row_of_the_register_that_is_gone_from_a_workbook_is_named() -> None:
    spreadsheets.write(prepared(engagements=[DEAL], agents=AGENTS, places=PLACES))
    assert refused(engagements=[DEAL], agents=AGENTS[:2], places=PLACES) == [
        "agents: row-gone: the sheet lacks 1 row that it had when it was imported; expected every row; put back what "
        "is gone; to remove it from the data, export a workbook and delete the row there"
    ]
    wrong = {"label": "Silt Works", "class": "Compny"}
    spreadsheets.write(prepared(engagements=[DEAL], agents=[*AGENTS, wrong], places=PLACES, skip_bad=True))
    with pytest.raises(InvalidInput, match="'Compny' is unknown"):  # a row that was left out is not known
        prepared(engagements=[DEAL], agents=[*AGENTS, wrong], places=PLACES)
    assert prepared(engagements=[DEAL], agents=AGENTS, places=PLACES).agents == ()
    more = {"label": "Silt Works", "class": "Company"}
    assert prepared(engagements=[DEAL], agents=[*AGENTS, more], places=PLACES).agents == ("silt-works",)


def test_what_is_wrong_with_a_row_of_the_register() -> None:
    taken = "delete the row and edit the register, or write another id if it is another one"
    assert refused(
        agents=[
            {"label": "Acme", "class": "Company", "parent": "", "id": "", "country": ""},
            {"label": "Acme Cranes", "class": "Company"},
            {"label": "…!", "class": "Company"},
            {"label": "Twin", "class": "Compny"},
            {"label": "Twin", "class": "Company"},
            {"label": "Tug", "class": "", "country": "Vik"},
            {"id": "The Tug", "label": "Tug", "class": "Company", "parent": "Acne"},
        ],
        places=[{"label": "Vik", "iso code": ""}, {"label": "Mo", "iso code": "XXX"}],
        sectors=[{"label": "Quays", "definition": "x", "broader": ""}, {"label": "mud", "broader": "harbors"}],
        engagements=[{**DEAL, "signatory": "Twin; Acme"}],  # the class of Twin is wrong, but not its name
    ) == [
        f"agents, row 2, column label: id-taken: id:acme already exists; expected a new agent; {taken}",
        f"agents, row 3, column label: id-taken: 'Acme Cranes' is a name of id:acme; expected a new agent; {taken}",
        "agents, row 4, column label: bad-slug: no slug can be made from '…!'; "
        "expected an id, or a label with letters; write an id",
        "agents, row 5, column class: unknown-value: 'Compny' is unknown; expected a class of agents: Company, "
        "DiplomaticMission, FinancialInstitution, Group, Ministry, Organization, Person, PublicBody, University; "
        "did you mean Company?",
        "agents, row 6, column label: id-taken: id:twin is also the id of row 5; expected each thing once; "
        "keep one row, or write another id",
        "agents, row 7, column class: missing-value: is empty; expected a value for class; fill it in",
        "agents, row 7, column country: unknown-value: 'Vik' is a pcg:Place; expected a country; correct the cell",
        "agents, row 8, column id: bad-slug: 'The Tug' is not a slug; "
        "expected at most 100 of a–z, 0–9 and single hyphens, such as harbour-bridge-loan; correct the cell",
        f"places, row 2, column label: id-taken: id:vik already exists; expected a new place; {taken}",
        "places, row 3, column iso code: unknown-value: 'XXX' is the code of no country; "
        "expected two letters of ISO 3166-1, such as NO; correct the cell",
        f"sectors, row 2, column label: id-taken: sector:quays already exists; expected a new sector; {taken}",
        "sectors, row 3, column definition: missing-value: is empty; expected a value for definition; fill it in",
        "sectors, row 3, column broader: unknown-value: 'harbors' is unknown; expected a sector: 5g, 6g, agriculture, "
        "ai, ai-adoption, ai-education, ai-health, ai-vr, broadcasting, cloud, connectivity, consumer-electronics, "
        "cybersecurity, data-centres, data-infrastructure, defence, defence-optics, digital-cooperation, "
        "digital-economy, digital-infrastructure …; did you mean harbours?",
    ]


def test_what_is_wrong_with_a_verdict_or_a_judgement() -> None:
    row = {"about": "crew-training", "field": "quantity", "value": 120, "answer": "counts", **WHY, "rests on": ""}
    pair = {"one": "acme", "spelling": "", "other": "borealis", **SAME, "answer": "open"}
    assert refused(
        verdicts=[
            {**row, "about": "Crew traning"},
            {**row, "field": "amuont"},
            {**row, "value": 130},
            {**row, "answer": "yes", "decided": "2025-06", "rests on": "no-paper"},
            {**row, "field": "trainer", "value": "Vik University"},
            {**row, "about": "ferry-project", "field": "status", "value": "under way", "answer": "does not count"},
            {**row, "field": "unnamed party", "value": "Acme"},
            {**row, "about": "crane-contract", "field": "amount", "value": 40000000},
            {**row, "value": 150},
            {**row, "reason": "", "value": 120, "answer": "does not count"},
        ],
        judgements=[
            {**pair, "spelling": "ACME"},
            {**pair, "one": ""},
            {**pair, "other": "Acme"},
            {**pair, "one": "daily-tide", "other": "port-digest"},
            pair,
            {**pair, "one": "borealis", "other": "acme"},
        ],
    ) == [
        "verdicts, row 2, column about: unknown-value: 'Crew traning' is unknown; expected an id, or the name of one "
        "thing; did you mean crew training?",
        "verdicts, row 3, column field: unknown-value: no source gives 'amuont' for id:crew-training; expected one of "
        "date, place, precedes, quantity, quantity of, sector, status, trainee, trainer; correct the cell",
        "verdicts, row 4, column value: unknown-value: '130' is of no source; "
        "expected what a source gives: 120, 150; correct it",
        "verdicts, row 5, column answer: unknown-value: 'yes' is unknown; "
        "expected one of counts, does not count, open; correct the cell",
        "verdicts, row 5, column decided: bad-date: '2025-06' is not a day; "
        "expected a day such as 2025-09-03; write the day",
        "verdicts, row 5, column rests on: unknown-value: 'no-paper' is no source here; "
        "expected the slug, the address or the title of a source; correct the cell",
        "verdicts, row 6, column answer: unknown-value: trainer may have several values; "
        "expected does not count, or open; write a row for each wrong value",
        "verdicts, row 7, column value: two-values: is the status of ferry-project.under-way and of "
        "ferry-project.under-way-2; expected one of them; write ferry-project.under-way, or the other, into about",
        "verdicts, row 8, column about: unknown-value: id:crew-training has 0 unnamed parties; expected one; "
        "write the id of the party, such as harbour-deal.unnamed, into about",
        "verdicts, row 9, column value: id-taken: verdict:crane-contract-amount decides it already; "
        "expected a new question; delete the row, or change that verdict by hand",
        "verdicts, row 11, column reason: missing-value: is empty; expected a value for reason; fill it in",
        "verdicts, row 11, column value: two-values: row 5 decides the same; expected one row for a question; keep one",
        "judgements, row 2, column one: missing-value: both one and spelling; "
        "expected one of them; fill in or empty a cell",
        "judgements, row 3, column one: missing-value: neither one nor spelling; "
        "expected one of them; fill in or empty a cell",
        "judgements, row 4, column other: unknown-value: is id:acme itself; expected another thing; correct it",
        "judgements, row 5, column other: id-taken: verdict:daily-tide-and-digest decides it already; "
        "expected a new question; delete the row, or change that verdict by hand",
        "judgements, row 7, column other: two-values: row 6 decides the same; "
        "expected one row for a question; keep one",
    ]


def test_what_hangs_on_a_bad_row_is_skipped_with_it() -> None:
    made = prepared(
        skip_bad=True,
        agents=[
            {"label": "Tug", "class": "Company", "parent": "Nobody at All"},
            {"label": "Tugger", "class": "Company", "parent": "Tug"},
            {"label": "Dredge Works", "class": "Company"},
        ],
        engagements=[{**DEAL, "signatory": "Tug; Acme"}, {**DEAL, "label": "Good", "signatory": "Dredge Works; Acme"}],
        verdicts=[
            {"about": "Dredging pact", "field": "kind", "value": "mou", "answer": "open", **WHY},
            {"about": "Good", "field": "kind", "value": "mou", "answer": "open", **WHY},
        ],
    )
    assert [(fault.sheet, fault.row) for fault in made.faults] == [
        ("agents", 2), ("agents", 3), ("engagements", 2), ("verdicts", 2),
    ]  # fmt: skip
    assert (made.rows, made.agents, made.verdicts) == (3, ("dredge-works",), ("good-kind-mou",))


@pytest.mark.slow
def test_a_csv_file_is_the_sheet_of_its_name_or_of_the_option() -> None:
    """The data folder is new: agents may come before the first source."""
    words = ("--mapping", "template", "--data", "new")
    Path("new").mkdir()
    Path("agents.csv").write_text("label,class,remark\nTide Bank,FinancialInstitution,mine\n")
    assert run("import", "agents.csv", *words, cwd=Path()).stderr == (
        "agents.csv, row 1, column remark: unused-column: 1 filled cell without a use; expected a use for each; "
        "delete it, or use a column of the template\n"
    )
    Path("agents.csv").write_text("label,class,remark\nTide Bank,FinancialInstitution,\n")
    done = run("import", "agents.csv", *words, "--dry-run", cwd=Path())
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("would be written: new/imports/")
    cells = "cells: 2 used, 0 ignored on request, 0 in rows with errors"
    assert done.stderr.endswith(f"{cells}\nwould be imported: 1 row, 1 new agent\n")
    assert contents(Path("new")) == {}
    Path("mine.csv").write_bytes(Path("agents.csv").read_bytes())
    done = run("import", "mine.csv", *words, "--sheet", "agents", cwd=Path())
    assert done.stdout.splitlines()[-1].endswith(": 1 row, 1 new agent")
    assert [path.name.partition("-")[0] for path in Path("new/register").iterdir()] == ["import"]
    assert run("import", "mine.csv", *words, "--sheet", "bodies", cwd=Path()).stderr == (
        "mine.csv: unknown-sheet: a CSV file has no sheet 'bodies'; "
        "expected one of engagements, agents, places, sectors, units, kinds, classes, verdicts, judgements; "
        "leave --sheet out\n"
    )


@pytest.mark.slow
def test_the_ontology_decides_the_columns() -> None:
    """A property and a role of a project are columns of the template, and what is in them is imported."""
    Path("terms.ttl").write_text("""
        @prefix own: <https://w3id.org/pcgraph/own#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix pcg: <https://w3id.org/pcgraph/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        own:homePort a owl:ObjectProperty ; rdfs:label "home port"@en ; rdfs:domain pcg:Organization ;
            rdfs:range pcg:Place ; skos:definition "Links a line to the port of its ships."@en .
        own:launched a owl:DatatypeProperty ; rdfs:label "launched"@en ; rdfs:domain pcg:Organization ;
            rdfs:range xsd:date ; skos:definition "The day on which a line sent out its first ship."@en .
        own:guide a owl:ObjectProperty ; rdfs:label "guide"@en ; rdfs:subPropertyOf pcg:participant ;
            skos:definition "Links an engagement to one who guides its ships."@en .
    """)
    Path("pcgraph.toml").write_text('data = "data"\nontology = "terms.ttl"\nlanguages = ["en", "zh"]\n')
    written = CalamineWorkbook.from_path(str(template.write(Path("t.xlsx"), Path("pcgraph.toml"))))
    heads = {name: written.get_sheet_by_name(name).to_python()[0] for name in written.sheet_names}
    offered = {row[1] for row in written.get_sheet_by_name("columns").to_python() if row[0] == "engagements"}
    assert {"guide", "acquirer", "first party", "part of"} <= offered - {*COLUMNS}
    assert {*COLUMNS} < offered
    assert ", ".join(map(str, heads["agents"])) == (
        "id, label, label zh, class, other names, country, headquarters, home port, launched, member of, parent"
    )
    with pytest.raises(InvalidInput, match=r"t\.xlsx: empty-table: only headers in engagements, agents, places, "):
        spreadsheets.prepare(Path("t.xlsx"), "template", data=Path("data"))
    notes = written.get_sheet_by_name("columns").to_python()
    assert ["agents", "home port", "", "Links a line to the port of its ships."] in notes
    file = book(
        agents=[{"label": "Tug", "label zh": "拖船", "class": "Company", "home port": "Vik", "launched": "2024-03-01"}],
        engagements=[{**DEAL, "signatory": "Acme; Borealis", "guide": "Tug; unnamed"}],
    )
    made = spreadsheets.prepare(file, "template", data=Path("pcgraph.toml"))
    register, source = (made.files[name].decode() for name in sorted(made.files) if name.startswith(("reg", "sour")))
    assert 'rdfs:label "Tug"@en , "拖船"@zh ;\n    <https://w3id.org/pcgraph/own#homePort> id:vik ;' in register
    assert '<https://w3id.org/pcgraph/own#launched> "2024-03-01"^^xsd:date .' in register
    assert "<https://w3id.org/pcgraph/own#guide> id:tug , id:dredging-pact.unnamed ;" in source
