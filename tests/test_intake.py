"""A spreadsheet in: what its rows become, by which mapping, and what the command line says."""

from __future__ import annotations

import datetime
import json
import random
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import pcgraph
from helpers import ROOT
from helpers import pcgraph as run
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.readers import table
from pcgraph.intake.spreadsheets.writers import template
from pcgraph.turtle import formatter
from tables import COLUMNS, GOOD, MANY, TEMPLATE, contents, csv_text, deals, findings, prepared, xlsx

pytestmark = pytest.mark.slow

AIDDATA = ROOT / "tests" / "fixtures" / "intake" / "aiddata.csv"


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def test_what_a_row_becomes() -> None:
    made = prepared(*MANY)
    assert (made.rows, made.engagements, made.sources) == (5, 5, ("tide-example-crane-lease", "digest-example-2"))
    for name, content in made.files.items():
        if name.endswith(".ttl"):
            expected = ROOT / "tests/fixtures/intake/expected" / name.replace(made.id, "ID")
            assert content.decode() == expected.read_text(encoding="utf-8")
    before = findings()
    spreadsheets.write(made)
    assert findings() == before == []


def test_the_layout_is_the_canonical_one() -> None:
    rng = random.Random(1)
    values = {
        "signatory": ["Acme", "Borealis", "acme-pilots", "harbour-authority", "ministry-of-ports", "unnamed"],
        "attendee": [
            "government-of-nordland",
            "embassy-of-sudland",
            "ministry-of-transport",
            "ida-holm",
            "port-digest",
        ],
        "sector": ["ai", "ports", "harbours", "education", "energy", "5g", "telecom"],
        "aim": ['a \\ "b"', "x" * 150, "Größe – 港口", ""],
        "passage": ["para 1", "para 2, 3", "headline", "item 7", "section 2 – 3"],
    }
    rows = [
        {
            "id": f"e{number % 20}",
            "label": f"Engagement {number % 20}",
            "kind": "",
            **{
                key: "; ".join(rng.sample(items, rng.randint(1, len(items)))) for key, items in list(values.items())[:3]
            },
            **{key: rng.choice(items) for key, items in list(values.items())[3:]},
        }
        for number in range(60)
    ]
    for name, content in prepared(*rows).files.items():
        if name.endswith(".ttl"):
            assert formatter.formatted(content.decode(), name) == content.decode()


def test_bad_rows_are_skipped_and_so_is_what_hangs_on_them() -> None:
    rows = [
        {"label": "Deal", "covers": "work"},
        {"id": "work", "label": "Work", "class": "Project", "kind": "", "status": "signed"},
        {"label": "Other", "passage": "para 9"},
    ]
    made = prepared(*rows, skip_bad=True)
    assert (made.rows, [(fault.row, fault.code) for fault in made.faults]) == (
        1,
        [(2, "unknown-value"), (3, "status-of-class")],
    )
    with pytest.raises(spreadsheets.BadRows):
        prepared(*rows[:2], skip_bad=True)  # not one row is left


def test_a_folder_without_a_source_can_begin_with_a_spreadsheet() -> None:
    for path in Path("data/sources").iterdir():
        path.unlink()
    for name in ("verdicts.ttl", "judgements.ttl", "searches.ttl", "register/engagements.ttl"):
        Path("data", name).unlink()
    spreadsheets.write(prepared({}))
    assert findings() == []


def test_faults_that_the_data_have_anyway_do_not_stop_an_import() -> None:
    source = Path("data/sources/digest.ttl")
    source.write_text(source.read_text().replace('pcg:wire "Sudland Wire"', "pcg:wire 5"))
    assert len(findings()) == 1
    made = prepared({"id": "Crane-Lease-2"})
    assert b"\nid:crane-lease-2 a pcg:Agreement ;\n" in made.files["sources/tide-example-crane-lease.ttl"]
    spreadsheets.write(made)
    spreadsheets.undo(made.id, Path("data"))
    assert len(findings()) == 1


# Reading


def test_what_excel_does_to_csv_is_taken() -> None:
    """A byte order mark, \\r\\n, empty lines at the end, a cell that begins with =, a column without anything in it."""
    text = (
        csv_text({"aim": "=1+1", "label": "  Crane   lease "}).replace("\n", ",\r\n") + "," * len(COLUMNS) + "\r\n\r\n"
    )
    Path("deals.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    made = spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data"))
    assert made.rows == 1
    assert b'pcg:aim "=1+1"@en' in made.files["sources/tide-example-crane-lease.ttl"]
    assert b'id:crane-lease rdfs:label "Crane lease"@en' in made.files[f"register/import-{made.id}.ttl"]


def test_cells_of_a_workbook_become_text() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["text", "whole", "part", "day", "moment", "truth", "blank", "large"])
        day, moment = (book.add_format({"num_format": form}) for form in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm"))
        sheet.write_string(2, 0, " =x ")
        sheet.write_number(2, 1, 2005)
        sheet.write_number(2, 2, 0.1)
        sheet.write_datetime(2, 3, datetime.datetime(2025, 9, 3), day)
        sheet.write_datetime(2, 4, datetime.datetime(2025, 9, 3, 12, 30), moment)
        sheet.write_boolean(2, 5, True)
        sheet.write_number(2, 7, 1.5e9)

    read = table.read(xlsx(Path("cells.xlsx"), cells=fill))
    assert read.rows == ((3, ("=x", "2005", "0.1", "2025-09-03", "2025-09-03T12:30:00", "true", "", "1500000000")),)


# New agents


def own(*edits: tuple[str, str]) -> str:
    text = TEMPLATE.text
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    Path("own.yml").write_text(text, encoding="utf-8")
    return "own.yml"


def test_agents_that_are_new_are_registered_only_where_the_mapping_says_so() -> None:
    rules = own(
        (
            'signatory: {column: signatory, split: ";"}',
            'signatory: {column: signatory, split: ";", new_agents: {class: Company, country: {column: place}}}',
        )
    )
    rows = [{"signatory": "Acme; Nova Dredging Ltd", "place": "Nordland"}]
    with pytest.raises(spreadsheets.BadRows, match="unknown-agent"):
        prepared(*rows)
    made = spreadsheets.prepare(deals(*rows), rules, data=Path("data"))
    assert made.agents == ("nova-dredging-ltd",)
    assert (
        'id:nova-dredging-ltd a pcg:Company ;\n    rdfs:label "Nova Dredging Ltd"@en ;\n    pcg:country id:nordland .\n'
    ) in made.files[f"register/import-{made.id}.ttl"].decode()
    spreadsheets.write(made)
    assert findings() == []
    # what is only like somebody is refused all the same, and so is a name whose id is taken
    for name, code in (("Acme Crane", "unsure-agent"), ("Crane contract!", "id-taken")):
        with pytest.raises(spreadsheets.BadRows) as caught:
            spreadsheets.prepare(deals({"signatory": f"Borealis; {name}", "label": "Next"}), rules, data=Path("data"))
        assert code in {fault.code for fault in caught.value.found}


def test_judgements_on_names_are_obeyed() -> None:
    verdict = (
        "verdict:the-cranes a pcg:Verdict ;\n"
        '    pcg:onName "The Cranes" ;\n    pcg:onProperty <http://www.w3.org/2002/07/owl#sameAs> ;\n'
        '    pcg:prefers id:acme ;\n    pcg:reason "So the port calls it."@en ;\n'
        '    pcg:decided "2025-03-01"^^<http://www.w3.org/2001/XMLSchema#date> .\n'
    )
    with pytest.raises(spreadsheets.BadRows, match="unknown-agent"):
        prepared({"signatory": "The Cranes; Borealis"})
    path = Path("data/verdicts.ttl")
    path.write_text(path.read_text() + "\n" + verdict)
    made = prepared({"signatory": "The Cranes; Borealis"})
    assert b"pcg:signatory id:acme , id:borealis ;" in made.files["sources/tide-example-crane-lease.ttl"]


# Mappings


def test_lookups_conditions_defaults_and_patterns() -> None:
    rules = own(
        ("source:\n", "lookups:\n  words: {'MoU (final)': mou}\nsource:\n"),
        ("kind: {column: kind}", "kind: {column: kind, lookup: words}"),
        ("aim: {column: aim}", 'aim: [{text: "About {wire}", when: {wire: "*"}}, {column: aim}]'),
        ("amount: {column: amount}", "amount: {column: amount, unless: {aim: [umbrella, frame]}, inferred: yes}"),
        (
            "currency: {column: currency}",
            "currency: {value: USD, when: {amount: '*'}, unless: {aim: [umbrella, frame]}}",
        ),
        ('place: {column: place, split: ";"}', "place: {column: place, default: Vik}"),
    )
    rows = [
        {"kind": "mou (FINAL)", "amount": "7", "aim": "umbrella"},
        {"label": "Two", "amount": "7.50", "passage": "para 3"},
        {"label": "Three", "wire": "Wire", "source slug": "three", "source address": "", "passage": "para 4"},
    ]
    made = spreadsheets.prepare(deals(*rows), rules, data=Path("data"))
    text = made.files["sources/tide-example-crane-lease.ttl"].decode()
    first, second = text.split("\n\n")[2:4]
    assert "pcg:kind v:mou" in first
    assert 'pcg:aim "umbrella"@en' in first
    assert "amount" not in first
    assert "pcg:amount 7.5 ;" in second
    assert "pcg:inferred pcg:amount ;" in second
    assert "pcg:place id:vik" in first
    assert 'pcg:aim "About Wire"@en' in made.files["sources/three.ttl"].decode()


def test_the_mapping_of_aiddata() -> None:
    made = spreadsheets.prepare(AIDDATA, "aiddata-gcdf", data=Path("data"))
    assert (made.rows, made.sources, made.agents) == (5, ("aiddata-gcdf-2",), ("aiddata",))
    expected = ROOT / "tests/fixtures/intake/expected/sources/aiddata-gcdf-2.ttl"
    assert made.files["sources/aiddata-gcdf-2.ttl"].decode() == expected.read_text(encoding="utf-8")
    for content in made.files.values():
        assert b"A bridge" not in content  # titles stay out
    spreadsheets.write(made)
    assert findings() == []
    kg = pcgraph.load("data")
    question = "SELECT ?from WHERE { id:aiddata-1 pcg:currentStatus v:completed ; pcg:funder ?from } ORDER BY ?from"
    assert kg.query(question).short == [("id:acme",), ("id:borealis",)]


# The template


def test_the_template_is_the_same_each_time() -> None:
    one, other = (template.write(Path(name)).read_bytes() for name in ("one.xlsx", "other.xlsx"))
    assert one == other
    with pytest.raises(InvalidInput, match="empty-table: only a header"):
        table.read(Path("one.xlsx"), "engagements")


def test_a_table_needs_only_the_columns_that_it_uses() -> None:
    text = csv_text({}, columns=list(GOOD))
    Path("deals.csv").write_text(text, encoding="utf-8")
    made = spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data"))
    few = {name: content for name, content in made.files.items() if name.endswith(".ttl")}
    assert made.cells == {"used": len(GOOD), "ignored": 0, "errors": 0}
    assert [*few.values()] == [content for name, content in prepared({}).files.items() if name.endswith(".ttl")]
    Path("deals.csv").write_text(text.replace("signatory", "signatary"), encoding="utf-8")
    with pytest.raises(InvalidInput, match="column signatary: unused-column: 1 filled cell without a use"):
        spreadsheets.prepare(Path("deals.csv"), "template", data=Path("data"))


def test_a_template_has_the_common_columns_and_explains_the_others() -> None:
    from python_calamine import CalamineWorkbook

    def parts(data: Path) -> tuple[list[str], dict[str, str]]:
        book = CalamineWorkbook.from_path(str(template.write(Path("t.xlsx"), data)))
        notes = book.get_sheet_by_name("columns").to_python()[1:]
        return [*map(str, book.get_sheet_by_name("engagements").to_python()[0])], {str(n[1]): str(n[2]) for n in notes}

    header, notes = parts(Path("data"))
    assert {"id", "label", "signatory", "funder"} < {*header}
    assert notes["supplier"] == "add it if you need it"
    assert (notes["label"], notes["signatory"]) == ("yes", "")
    for source in Path("data/sources").iterdir():
        source.write_text(source.read_text(encoding="utf-8").replace("pcg:funder ", "pcg:supplier "), encoding="utf-8")
    header, notes = parts(Path("data"))
    assert ("supplier" in header, "funder" in header, notes["funder"]) == (True, False, "add it if you need it")


def test_the_way_there_template_filled_in_turtle_checked_asked() -> None:
    template.write(Path("template.xlsx"))
    filled(Path("template.xlsx"), Path("filled.xlsx"))
    made = spreadsheets.prepare(Path("filled.xlsx"), "template", sheet="engagements", data=Path("data"))
    assert (made.rows, made.cells) == (2, {"used": 28, "ignored": 0, "errors": 0})
    spreadsheets.write(made)
    assert findings() == []
    kg = pcgraph.load("data")
    agreements = kg.query("who-signed-with", party="acme").short
    assert ("id:borealis", "Borealis", "id:crane-lease", "Crane lease", "v:contract", "stated") in agreements
    assert kg.query("SELECT ?a WHERE { id:quay-loan pcg:amount ?a }").rows == [(Decimal("1500000.5"),)]
    assert kg.query("SELECT ?d WHERE { id:quay-loan.signed pcg:date ?d }").rows == [("2025-02-01",)]


def filled(empty: Path, full: Path) -> None:
    """Fill the template in as a person does, with numbers and dates of the spreadsheet."""
    from python_calamine import CalamineWorkbook

    header = CalamineWorkbook.from_path(str(empty)).get_sheet_by_name("engagements").to_python()[0]
    assert "supplier" not in header  # rare in these data: only explained
    book = xlsxwriter.Workbook(str(full))
    book.add_worksheet("columns")
    sheet = book.add_worksheet("engagements")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, header)
    loan = {**GOOD, "label": "Quay loan", "class": "Loan", "kind": "", "signatory": "", "funder": "Borealis",
            "recipient": "Acme", "currency": "USD", "passage": "para 4"}  # fmt: skip
    for number, row in enumerate((GOOD, loan), 1):
        for place, name in enumerate(map(str, header)):
            if name in ("status date", "first seen", "source date"):
                sheet.write_datetime(number, place, datetime.datetime.fromisoformat(row[name]), day)
            elif name == "amount" and number == 2:
                sheet.write_number(number, place, 1500000.5)
            else:
                sheet.write_string(number, place, row.get(name, ""))
    book.close()


# The command line


def test_the_command_line() -> None:
    before = contents()
    words = ("import", "deals.csv", "--mapping", "template", "--data", "data")
    deals({})
    dry = run(*words, "--dry-run", cwd=Path())
    assert dry.returncode == 0
    assert "Crane lease" in dry.stdout
    assert "would be written: data/sources/tide-example-crane-lease.ttl\n" in dry.stderr
    assert contents() == before
    done = run(*words, cwd=Path())
    assert (done.returncode, done.stderr) == (0, "")
    *_, cells, last = done.stdout.splitlines()
    assert cells == "cells: 13 used, 0 ignored on request, 0 in rows with errors"
    name = last.split()[1].rstrip(":")
    assert last == f"import {name}: 1 row, 1 engagement, 1 source"
    assert run(*words, cwd=Path()).stdout == f"{cells}\n{last}; nothing changed\n"
    assert run(*words, "--dry-run", cwd=Path()).stdout == ""
    assert f"removed: data/imports/{name}.json\n" in run("import", "--undo", name, "--data", "data", cwd=Path()).stdout
    assert contents() == before


def test_the_command_line_as_json_and_with_bad_rows() -> None:
    words = ("import", "deals.csv", "--mapping", "template", "--data", "data", "--json")
    deals({}, {"label": "Bad", "status": "sgned"})
    bad = run(*words, cwd=Path())
    assert bad.returncode == 3
    assert bad.stderr.startswith(
        "deals.csv, row 3, column status: unknown-value: 'sgned' is unknown; expected a status"
    )
    assert json.loads(bad.stdout)["faults"][0]["code"] == "unknown-value"
    skipped = run(*words, "--skip-bad", cwd=Path())
    assert skipped.returncode == 0
    assert skipped.stderr.startswith("skipped: deals.csv, row 3, column status: unknown-value:")
    found = json.loads(skipped.stdout)
    assert (found["rows"], found["sources"], found["faults"][0]["row"]) == (1, ["tide-example-crane-lease"], 3)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            (),
            "import: unclear; expected exactly one of FILE, --template FILE, --undo ID; see pcgraph import --help",
        ),
        (("deals.csv",), "import: no mapping of the columns; expected --mapping NAME or FILE.yml, or --guess; add it"),
        (("deals.csv", "--undo", "x"), "import: unclear; expected exactly one of FILE, --template FILE, "),
    ],
)
def test_calls_that_say_too_little_or_too_much(words: tuple[str, ...], line: str) -> None:
    done = run("import", *words, cwd=Path())
    assert done.returncode == 2
    assert done.stderr.startswith(line)


def test_the_command_line_writes_the_template() -> None:
    done = run("import", "--template", "out.xlsx", "--data", "data", cwd=Path())
    assert (done.returncode, done.stderr) == (0, "written: out.xlsx\n")
    assert Path("out.xlsx").read_bytes()[:2] == b"PK"


def test_a_missing_package_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    xlsx(Path("deals.xlsx"), {})
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(
        UsageError, match="python-calamine is not installed; expected the extra 'spreadsheets'; run  make"
    ):
        table.read(Path("deals.xlsx"))
    with pytest.raises(UsageError, match="xlsxwriter is not installed; expected the extra 'spreadsheets'; run  make"):
        template.write(Path("out.xlsx"))
