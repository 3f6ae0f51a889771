"""Tables that are written in other ways: separators, headings below a title, numbers and dates of other countries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xlsxwriter

from pcgraph.errors import InvalidInput
from pcgraph.intake import spreadsheets
from pcgraph.intake.errors import BadInput
from pcgraph.intake.values import edtf_date, plain_number

pytestmark = pytest.mark.slow

SOURCE = """
source: {slug: big-table, title: A big table, publisher: Acme, date: "2024", first_seen: "2025-03-01", tier: aggregator}
"""
ENGAGEMENT = """
  label: {column: Title}
  class: Loan
  passage: {text: "row on {Title}"}
"""


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def imported(table: Path, *, layout: str = "{}", engagement: str = "", step: str) -> str:
    """Return what an import with a mapping writes about its one source."""
    rules = f"table: {layout}{SOURCE}engagement:{ENGAGEMENT}{engagement}\nsteps: [{step}]\n"
    Path("own.yml").write_text(rules, encoding="utf-8")
    return spreadsheets.prepare(table, "own.yml", data=Path("data")).files["sources/big-table.ttl"].decode()


@pytest.mark.parametrize(("name", "mark"), [("semicolon", ";"), ("tab", "\t")])
def test_a_table_with_other_separators_numbers_and_dates(name: str, mark: str) -> None:
    table = Path("deals.csv")
    rows = [["Title", "Amount", "Signed"], ["Port loan", "1.250,5", "31.12.2019"]]
    table.write_text("".join(mark.join(row) + "\n" for row in rows), encoding="utf-8")
    found = imported(
        table, layout=f"{{delimiter: {name}}}",
        engagement="  amount: {column: Amount, decimal: comma, times: 1000000}\n  currency: EUR\n",
        step="{status: signed, date: {column: Signed, dates: day-first}}",
    )  # fmt: skip
    assert re.findall(r'pcg:(?:amount|date) "?([\d.-]+)', found) == ["2024", "1250500000", "2019-12-31"]


def test_a_heading_below_a_merged_title() -> None:
    book = xlsxwriter.Workbook("deals.xlsx")
    sheet = book.add_worksheet()
    sheet.merge_range("A1:B1", "All deals of the port")
    for number, row in enumerate([["Title", "Signed"], ["Port loan", "Sept 2019"]], 2):
        sheet.write_row(number, 0, row)
    book.close()
    step = "{status: signed, date: {column: Signed, dates: words}}"
    assert 'pcg:date "2019-09"' in imported(Path("deals.xlsx"), layout='{header: "3"}', step=step)
    with pytest.raises(InvalidInput, match="row 2 is empty"):
        imported(Path("deals.xlsx"), layout='{header: "2"}', step=step)


@pytest.mark.parametrize(
    ("text", "order", "date"),
    [
        ("03/04/2020", "day-first", "2020-04-03"),
        ("03/04/2020", "month-first", "2020-03-04"),
        ("3-4-2020", "day-first", "2020-04-03"),
        ("Sept 2020", "words", "2020-09"),
        ("3 Sept 2020", "day-first", "2020-09-03"),
        ("September 3rd, 2020", "month-first", "2020-09-03"),
        ("2020", "day-first", "2020"),
        ("2020-05/2021", "words", "2020-05/2021"),
        ("about May 2020", "words", "2020-05~"),
        ("12-Jan-21", "words", "2021-01-12"),  # as spreadsheets abbreviate it
        ("12-Jan-30", "words", "1930-01-12"),
        ("3 de mayo de 2019", "words", "2019-05-03"),
        ("2019年5月3日", "words", "2019-05-03"),
        ("3 مئی 2019", "words", "2019-05-03"),
    ],
)
def test_a_date_as_tables_write_it(text: str, order: str, date: str) -> None:
    assert edtf_date(text, order) == date


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("12/31/2020", "day-first"),
        ("31/12/2020", "month-first"),
        ("03/04/2020", "words"),
        ("03/04/20", "day-first"),
        ("Sept", "words"),
        ("3 Sept", "day-first"),
        ("Feb 31 2020", "words"),
        ("yesterday", "words"),
    ],
)
def test_a_date_that_is_not_certain_is_refused(text: str, order: str) -> None:
    with pytest.raises(BadInput, match="is not a date"):
        edtf_date(text, order)


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1.234", "comma", "1234"),
        ("1.234", "point", "1.234"),
        ("1,234", "comma", "1.234"),
        ("1 234,5", "comma", "1234.5"),
        ("12", "comma", "12"),
    ],
)
def test_a_number_as_tables_write_it(text: str, decimal: str, number: str) -> None:
    assert plain_number(text, decimal) == number


@pytest.mark.parametrize("text", ["1,234.5", "12.34", "1.23.456", "1.234 567", "500 m", ""])
def test_a_number_with_the_wrong_marks_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a number"):
        plain_number(text, "comma")


def test_what_a_mapping_cannot_say_about_the_form_of_cells() -> None:
    Path("deals.csv").write_text("Title,Signed\nPort loan,2019\n", encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        imported(
            Path("deals.csv"), layout="{delimiter: pipe, header: none}",
            engagement="  aim: {column: Signed, dates: words}",
            step="{status: '?', date: {column: Signed, dates: iso}}",
        )  # fmt: skip
    codes = [line.partition("own.yml, ")[2].partition("; ")[0] for line in caught.value.faults]
    assert codes == [
        "engagement.aim.dates: bad-mapping: is not for this value",
        "steps.1.status: bad-mapping: is an open question",
        "steps.1.date.dates: bad-mapping: 'iso' is not valid",
        "table.delimiter: bad-mapping: 'pipe' is not valid",
        "table.header: bad-mapping: 'none' is not a number above 0",
    ]
