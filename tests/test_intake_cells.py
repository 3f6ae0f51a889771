"""Every filled cell of an import is used, ignored on request or an error; units, and tables of a million rows."""

from __future__ import annotations

import csv
import random
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from helpers import ROOT
from helpers import pcgraph as run
from pcgraph.errors import InvalidInput
from pcgraph.intake import spreadsheets, values
from pcgraph.intake.errors import BadInput
from pcgraph.intake.spreadsheets import memory
from pcgraph.intake.spreadsheets.mapping import rows
from pcgraph.intake.spreadsheets.mapping.units import unit_in
from pcgraph.intake.spreadsheets.readers import table

pytestmark = pytest.mark.slow

BASE = """
source: {slug: big-table, title: A big table, publisher: Acme, date: "2024", first_seen: "2025-03-01", tier: aggregator}
engagement:
  id: {text: "deal-{No}"}
  label: {column: Title}
  class: Loan
  passage: {text: "record {No}"}
"""
STEPS = 'steps: [{status: signed, date: {column: Year, when: {Year: "*"}}}]\n'
PLAIN = {"No": "1", "Title": "A loan", "Year": "2020"}
INTAKE = ROOT / "tests" / "fixtures" / "intake"


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def mapped(*lines: str, roles: str = "{}", ignore: str = "[]", steps: str = STEPS) -> str:
    """Write a mapping: more lines of the engagement, roles, and columns to ignore."""
    more = "".join(f"  {line}\n" for line in lines)
    Path("own.yml").write_text(f"{BASE}{more}{steps}roles: {roles}\nignore: {ignore}\n", encoding="utf-8")
    return "own.yml"


def wide(*cells: dict[str, str]) -> Path:
    """Write a table; each row has number, title and year."""
    numbered = [{**PLAIN, "No": str(number), "Title": f"Loan {number}", **row} for number, row in enumerate(cells, 1)]
    with Path("wide.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(key for row in numbered for key in row)), restval="")
        writer.writeheader()
        writer.writerows(numbered)
    return Path("wide.csv")


def prepared(file: Path, rules: str, **options: Any) -> spreadsheets.Import:
    return spreadsheets.prepare(file, rules, data=Path("data"), **options)


def written(made: spreadsheets.Import) -> str:
    return made.files["sources/big-table.ttl"].decode()


def refusal(file: Path, rules: str) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        prepared(file, rules)
    return list(caught.value.faults)


# Several columns


def test_two_columns_of_one_role_are_both_taken() -> None:
    rules = mapped(
        roles='{funder: [{column: From}, {column: To, split: ";", lookup: {B: Borealis}, default: unnamed}]}'
    )
    made = prepared(
        wide({"From": "Acme", "To": "b; ministry-of-ports"}, {"From": "Acme", "To": ""}, {"To": "B"}), rules
    )
    first, second, third = re.findall(r"pcg:funder (.*) ;", written(made))
    assert first == "id:acme , id:borealis , id:ministry-of-ports"
    assert second == "id:acme , id:deal-2.unnamed"
    assert third == "id:borealis"


def test_two_columns_of_a_field_with_several_values_are_both_taken() -> None:
    rules = mapped("place: [{column: One}, {column: Two}]", "sector: [{column: Field}, ports]")
    made = prepared(wide({"One": "Nordland", "Two": "Vik", "Field": "energy"}, {"One": "", "Two": "Vik"}), rules)
    assert re.findall(r"pcg:place (.*) ;", written(made)) == ["id:nordland , id:vik", "id:vik"]
    assert re.findall(r"pcg:sector (.*) ;", written(made)) == ["sector:energy", "sector:ports"]  # a constant: if empty


def test_a_second_rule_for_the_same_column_counts_if_the_first_finds_nothing() -> None:
    rules = mapped(roles='{funder: [{column: From, find: "ID (\\\\w+)"}, {column: From}]}')
    made = prepared(wide({"From": "see ID acme"}, {"From": "Borealis"}), rules)
    assert re.findall(r"pcg:funder (.*) ;", written(made)) == ["id:acme", "id:borealis"]


def test_a_second_value_where_only_one_is_allowed_is_an_error_that_says_what_to_write() -> None:
    rules = mapped("starts: [{column: Begin}, {column: Opened}]")
    assert refusal(wide({"Begin": "2021", "Opened": "2022"}, {"Begin": "", "Opened": "2023"}), rules) == [
        "wide.csv, row 2, column Opened: two-values: '2022' beside '2021' of column Begin; expected one value; "
        'empty one cell, or write unless: {Begin: "*"} for this column in the mapping'
    ]
    rules = mapped('starts: [{column: Begin}, {column: Opened, unless: {Begin: "*"}}]')
    made = prepared(wide({"Begin": "2021", "Opened": "2022"}, {"Begin": "", "Opened": "2023"}), rules)
    assert re.findall(r'pcg:starts "(.*)"', written(made)) == ["2021", "2023"]
    assert made.cells == {"used": 8, "ignored": 1, "errors": 0}
    assert prepared(
        wide({"Begin": "2021", "Opened": "2021"}), mapped("starts: [{column: Begin}, {column: Opened}]")
    ).rows


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            'amount: {column: A, split: ";"}',
            "engagement.amount.split: bad-mapping: only one value is allowed for amount; expected it only for roles "
            "and sector, place, aim, said_by, covers, during, part_of, led_to, precedes; delete split",
        ),
        (
            "place: [{column: A}, {column: B, inferred: yes}]",
            "engagement.place: bad-mapping: some values are inferred; expected all or none of them, because the mark "
            "is on the whole; write inferred: yes for each, or for none",
        ),
        (
            "amount: {column: A, times: a lot}",
            "engagement.amount.times: bad-mapping: 'a lot' is not a number above 0; expected digits such as 1000000; "
            "write digits",
        ),
        (
            "starts: {column: A, times: 1000}",
            "engagement.starts.times: bad-mapping: is not for this value; expected it only for amount, quantity; "
            "delete it",
        ),
    ],
)
def test_mappings_that_would_lose_something(line: str, fault: str) -> None:
    assert refusal(wide({"A": "1"}), mapped(line)) == [f"own.yml, {fault}"]


# Every cell


def test_a_column_that_the_mapping_does_not_name_is_an_error_unless_it_is_ignored_or_empty() -> None:
    file = wide({"remarks": "x", "empty": ""}, {"remarks": "y"}, {"remarks": ""})
    assert refusal(file, mapped()) == [
        "wide.csv, row 1, column remarks: unused-column: 2 filled cells without a use; expected a use for each; "
        "name it in the mapping, list it there under ignore, or delete it"
    ]
    assert prepared(file, mapped(ignore="[Remarks]")).cells == {"used": 9, "ignored": 2, "errors": 0}


def test_what_has_no_meaning_is_an_error() -> None:
    rules = mapped(roles='{funder: {column: From, split: ";"}}')
    assert refusal(wide({"From": " ; ;"}), rules) == [
        "wide.csv, row 2, column From: unused-cell: has no value; expected a value; correct or empty the cell"
    ]
    steps = "steps: [{status: {column: State}, date: {column: Year}}, {status: planned}]\n"
    assert refusal(wide({"State": ""}), mapped(steps=steps)) == [
        "wide.csv, row 2, column Year: missing-value: a date without a status; expected both; fill in the status"
    ]
    steps = "steps: [{status: signed, date: {column: Year}}, {status: {column: State}, date: {column: Day}}]\n"
    assert refusal(wide({"State": "signed", "Day": "2021"}), mapped(steps=steps)) == [
        "wide.csv, row 2, column Day: two-values: signed on 2021, but on 2020 in column Year; expected one date; "
        "keep one (a status that is reached twice must be added by hand)"
    ]


def test_a_description_that_would_be_lost_is_an_error() -> None:
    rules = mapped("description: {column: Text}")
    twice = [{"No": "1", "Title": "A", "Text": "One"}, {"No": "1", "Title": "A", "Text": "Two"}]
    assert refusal(wide(*twice), rules) == [
        "wide.csv, row 3, column Text: two-values: 'Two' for id:deal-1, which has 'One'; expected one description; "
        "leave it empty, or edit the register"
    ]
    known = {"No": "1", "Title": "A", "Text": "One"}
    spreadsheets.write(prepared(wide(known), rules))
    other = rules.replace("own", "other")
    Path(other).write_text(Path(rules).read_text().replace("big-table", "second-table"))
    prepared(wide(known), other)
    assert "which has 'One'" in refusal(wide({**known, "Text": "New"}), other)[0]


def test_the_summary_says_what_became_of_the_cells() -> None:
    """A table with each kind: used; ignored by name, condition, lookup, pattern and decision; a row with an error."""
    rules = mapped(
        "sector: {column: Field, lookup: {Other: ''}}",
        "amount: {column: Amount, unless: {Kind: umbrella}}",
        "currency: {value: USD, when: {Amount: '*'}, unless: {Kind: umbrella}}",
        'part_of: {column: Notes, find: "part of (.+)$"}',
        roles="{funder: {column: From}}",
        ignore="[remarks]",
    )
    file = wide(
        {"Kind": "umbrella", "Amount": "5", "Field": "Other", "From": "Acme", "remarks": "x", "Notes": "nothing"},
        {
            "Kind": "loan",
            "Amount": "20000",
            "Field": "energy",
            "From": "the bank",
            "remarks": "",
            "Notes": "part of deal-1",
        },
        {"Kind": "loan", "Amount": "20,000", "Field": "energy", "From": "Acme", "remarks": "z"},
    )
    Path("decisions.csv").write_text(
        "kind,name,decision,id,label,class,country,code\nagent,the bank,ignore,,,,,\n", encoding="utf-8"
    )
    words = ("import", "wide.csv", "--mapping", rules, "--data", "data", "--skip-bad", "--decisions", "decisions.csv")
    done = run(*words, cwd=Path())
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-2] == "cells: 12 used, 5 ignored on request, 8 in rows with errors"
    made = prepared(file, rules, skip_bad=True, decisions=Path("decisions.csv"))
    assert made.cells == {"used": 12, "ignored": 5, "errors": 8}


def filled(file: Path) -> int:
    """Count the filled cells below the header, with another reader of CSV than the importer's."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return sum(bool(cell.strip()) for row in list(csv.reader(lines))[1:] for cell in row)


@pytest.mark.parametrize(("name", "rules"), [("deals", "template"), ("names", "template"), ("aiddata", "aiddata-gcdf")])
def test_the_cells_of_the_tables_of_this_project_are_all_counted(name: str, rules: str) -> None:
    decisions = INTAKE / "decisions.csv" if name == "names" else None
    made = prepared(INTAKE / f"{name}.csv", rules, skip_bad=True, decisions=decisions)
    assert sum(made.cells.values()) == filled(INTAKE / f"{name}.csv")


@pytest.mark.parametrize("seed", range(12))
def test_the_cells_of_generated_tables_are_all_counted(seed: int) -> None:
    """What is counted as used is found in what is written, as often as the cells have it."""
    rng = random.Random(seed)
    rules = mapped(
        'aim: [{column: Aim}, {column: Aim 2, unless: {Skip: "*"}}, {text: "{Aim 3} ({Aim 4})"}]',
        'starts: [{column: Begin}, {column: Opened, unless: {Begin: "*"}}]',
        'quantity: {column: Number, times: 1000, when: {Skip: ""}}',
        'quantity_of: {value: people, when: {Number: "*", Skip: ""}}',
        roles='{funder: [{column: From}, {column: To}], recipient: {column: Recipients, split: "|"}}',
        ignore="[Remarks]",
    )
    columns = (
        "Aim",
        "Aim 2",
        "Aim 3",
        "Aim 4",
        "Begin",
        "Opened",
        "Number",
        "From",
        "To",
        "Recipients",
        "Skip",
        "Remarks",
    )
    texts = {
        "Begin": ["2020", "2021-05"], "Opened": ["2022"], "Number": ["2", "3.5", "4 k"], "From": ["Acme", "Nobody"],
        "To": ["Borealis", "acme"], "Recipients": ["Acme|Borealis", "unnamed", "| |"],
    }  # fmt: skip
    cells = [
        {
            column: rng.choice(texts.get(column, [f"w{number}x{place}y"]))
            for place, column in enumerate(columns) if rng.random() < 0.6
        }
        for number in range(25)
    ]  # fmt: skip
    file = wide(*cells, {})
    made = prepared(file, rules, skip_bad=True)
    assert sum(made.cells.values()) == filled(file)
    bad = {fault.row - 2 for fault in made.faults}
    good = [row for number, row in enumerate(cells) if number not in bad]
    assert made.cells["errors"] == sum(bool(cell) for number in bad for cell in [1, 1, 1, *cells[number].values()])
    out = written(made)
    aims = [
        row[name] for row in good for name in columns[:4] if name in row and not (name == "Aim 2" and "Skip" in row)
    ]
    assert all(out.count(aim) == 1 for aim in aims)
    ignored = sum(
        ("Remarks" in row) + ("Skip" in row and "Aim 2" in row) + ("Opened" in row and "Begin" in row)
        + ("Number" in row and "Skip" in row) for row in good
    )  # fmt: skip
    assert made.cells["ignored"] == ignored


# Units


@pytest.mark.parametrize(
    ("cell", "times", "number"),
    [
        ("500", "1000000", "500000000"),
        ("2.1", "1000000000", "2100000000"),
        ("0.1", "0.001", "0.0001"),
        ("7", "1", "7"),
        ("1234567890123.456789", "1000", "1234567890123456.789"),
    ],
)
def test_a_mapping_multiplies_amounts_and_quantities(cell: str, times: str, number: str) -> None:
    rules = mapped(
        f"amount: {{column: USD m, times: {times}}}", "currency: USD",
        f"quantity: {{column: USD m, times: {times}}}", "quantity_of: people",
    )  # fmt: skip
    made = prepared(wide({"USD m": cell}), rules)
    assert re.findall(r"pcg:(?:amount|quantity) (\S+) ;", written(made)) == [number, number]
    assert made.warnings == ()


@pytest.mark.parametrize("cell", ["500 m", "USD 500m", "2.1 bn", "$500", "5e8", "500 million", "1,000"])
def test_an_amount_with_a_unit_is_never_read_as_its_number(cell: str) -> None:
    with pytest.raises(BadInput, match="is not a number") as caught:
        values.canonical_number(cell)
    assert caught.value.parts[2] == "remove separators, and write 2.5 m as 2500000"


def test_no_digit_of_a_long_number_is_lost() -> None:
    assert values.canonical_number("123456789012345678901234567890.5") == "123456789012345678901234567890.5"


def test_small_amounts_under_a_heading_in_millions_are_refused() -> None:
    rules = mapped("amount: {column: Amount (USD m)}", "currency: {column: Code}")
    amounts = [{"Amount (USD m)": amount, "Code": "USD"} for amount in ("500", "20000", "9999.5", "12000")]
    with pytest.raises(InvalidInput) as caught:
        prepared(wide(*amounts), rules)
    assert list(caught.value.faults) == [
        "wide.csv, row 2 and 1 more, column Amount (USD m): unit-in-heading: an amount below 10,000, and the heading "
        "'Amount (USD m)' says m; expected full amounts; write times: 1000000 for amount in the mapping, or times: 1 "
        "if they are full"
    ]
    for times in ("1", "1000000"):
        line = f"amount: {{column: Amount (USD m), times: {times}}}"
        assert prepared(wide(*amounts), mapped(line, "currency: {column: Code}")).rows == len(amounts)
    beside = mapped("amount: {column: Amount}", "currency: {column: Code (bn)}")
    with pytest.raises(InvalidInput) as caught:
        prepared(wide({"Amount": "5", "Code (bn)": "USD"}), beside)
    (line,) = caught.value.faults
    assert "the heading 'Code (bn)' says bn; expected full amounts; write times: 1000000000" in line


@pytest.mark.parametrize(
    ("heading", "times"),
    [
        ("Amount (USD m)", 10**6), ("USD million", 10**6), ("USDm", 10**6), ("US$m", 10**6), ("amount_usd_mn", 10**6),
        ("BILLIONS of dollars", 10**9), ("EURbn", 10**9), ("INR crore", 10**7), ("Rs lakh", 10**5),
        ("Amount", None), ("ITEM", None), ("Sum of commitments", None), ("Barnaby's amount", None), ("mining", None),
    ],
)  # fmt: skip
def test_units_in_headings(heading: str, times: int | None) -> None:
    found = unit_in(heading)
    assert (found and found.times) == times


# A million rows


def test_progress_is_reported_before_the_first_row_and_every_few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    read = rows._Row.read

    def record(row: Any) -> Any:
        events.append("row")
        return read(row)

    monkeypatch.setattr(rows._Row, "read", record)
    monkeypatch.setattr(rows, "STEP_ROWS", 2)
    prepared(wide({}, {}, {}, {}, {}), mapped(), progress=lambda done, total: events.append(f"{done} of {total}"))
    assert events == ["0 of 5", "row", "row", "2 of 5", "row", "row", "4 of 5", "row", "5 of 5"]


def test_the_memory_that_a_long_table_needs_is_said_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = wide({}, {}, {}, {}, {})
    monkeypatch.setattr(memory, "MANY_ROWS", 2)
    monkeypatch.setattr(memory, "ROW", 1 << 30)
    with sys.modules["pcgraph.cli.intake.import_"]._progress(file) as report:
        assert capsys.readouterr().err == "5 rows need about 5.2 GiB of memory\n"
        assert report is not None
        for done in range(6):
            report(done, 5)
    assert capsys.readouterr().err == (
        "read: 2 of 5 rows\nread: 4 of 5 rows\nall rows are read; now they are checked together with the data\n"
    )


def test_rows_are_counted_without_being_read() -> None:
    assert table.count_rows(wide({}, {}, {})) == 3
    assert table.count_rows(INTAKE / "sheets.xlsx") >= 8
