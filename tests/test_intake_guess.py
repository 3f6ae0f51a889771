"""`pcgraph import --guess`: the mapping that headings and cells suggest, and what it asks instead of guessing."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
import xlsxwriter
import yaml

from helpers import pcgraph as run
from pcgraph.cli.intake import guess as command
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake import spreadsheets
from pcgraph.intake.spreadsheets.guess import proposal_file, propose
from pcgraph.intake.spreadsheets.guess.proposal import Proposal
from pcgraph.intake.spreadsheets.mapping.vocabulary import Vocabulary
from pcgraph.store import data_folder
from pcgraph.store.files import home
from pcgraph.store.project import find
from pcgraph.validation.index import Lookup

pytestmark = pytest.mark.slow

GERMAN = """Projekt-Code;Project;Partners;Contract value (EUR);Date signed;Status
V-001;Quay one;Acme|Borealis;1.250.000,50;31.12.2019;signed
V-002;Quay two;Acme;980,00;01.02.2020;Gekippt
"""
EDGES = """From,To,Type,Amount,Year,Link
Borealis,Acme,loan,5000000,2019,https://news.example/a.html
Borealis,Acme,grant,70000,2019,https://news.example/a.html
"""
TODAY = date(2026, 1, 2)


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder."""
    monkeypatch.chdir(data.parent)
    return data.parent


def table(text: str, name: str = "deals.csv") -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def workbook() -> Path:
    book = xlsxwriter.Workbook("deals.xlsx")
    sheet = book.add_worksheet("Deals")
    sheet.merge_range("A1:E1", "Deals of the port")
    rows = [
        ["Project name", "Lender", "Borrower", "Loan amount (USD m)", "Signing date", "Completion date", "Instrument"],
        ["Quay one", "Borealis", "Acme, Acme Pilots", 500, "Sept 2019", "03/04/2021", "Concessional Loan"],
        ["Quay two", "Borealis", "Acme", 2.5, "3 Feb 2020", "05/04/2021", "Concessional Loan"],
    ]
    for number, row in enumerate(rows, 2):
        sheet.write_row(number, 0, row)
    book.close()
    return Path("deals.xlsx")


def proposed(file: Path, answers: dict[str, str] | None = None, **chosen: Any) -> Proposal:
    vocabulary = Vocabulary(Lookup(data_folder.read(find(Path("data")), home("ontology"))))
    return propose(file, vocabulary, chosen=chosen, today=TODAY, answers=answers)


def asked(made: Proposal) -> list[str]:
    return [question.name for question in made.questions]


def test_a_table_with_semicolons_and_decimal_commas() -> None:
    made = proposed(table(GERMAN))
    assert made.content == {
        "title": "deals.csv",
        "table": {"delimiter": "semicolon"},
        "source": {"slug": "deals", "title": "?", "publisher": "?", "tier": "?", "first_seen": "2026-01-02"},
        "engagement": {
            "label": {"column": "Project"},
            "class": "?",
            "amount": {"column": "Contract value (EUR)", "decimal": "comma"},
            "currency": "EUR",
            "passage": {"text": "row on {Project}"},
        },
        "steps": [
            {"status": "signed", "date": {"column": "Date signed", "dates": "day-first"}, "if_dated": "yes"},
            {"status": {"column": "Status", "lookup": {"Gekippt": "?"}}, "agreements": "signed"},
        ],
        "roles": {  # the class of the rows is not known
            "signatory": {
                "column": "Partners", "split": "|",
                "of_class": {"Talks": "discussant", "Coordination": "coordinator"},
            },
        },
    }  # fmt: skip
    assert asked(made) == [
        "column Projekt-Code", "source.title", "source.publisher", "source.tier", "engagement.class",
        "steps.2.status.lookup.Gekippt",
    ]  # fmt: skip


def test_a_table_of_edges() -> None:
    made = proposed(table(EDGES))
    assert made.content["roles"] == {"funder": {"column": "From"}, "recipient": {"column": "To"}}
    assert made.content["source"]["address"] == {"column": "Link"}
    # the same two parties twice: more columns identify each row
    assert made.content["engagement"]["label"] == {"text": "{From} – {To}, {Year}, {Type}"}
    assert {"engagement.currency", "engagement.passage", "steps.1.status"} <= {*asked(made)}
    without = proposed(table(EDGES.replace("Amount", "Remarks")))
    assert {"column From", "column To"} <= {*asked(without)}
    assert without.content["roles"] == {}


def test_a_workbook_with_a_merged_title_and_amounts_in_millions() -> None:
    made = proposed(workbook())
    assert made.content["table"] == {"header": "3"}
    assert made.content["engagement"]["amount"] == {"column": "Loan amount (USD m)", "times": "1000000"}
    assert made.content["engagement"]["currency"] == "USD"
    assert made.content["engagement"]["class"] == {"column": "Instrument", "lookup": {"Concessional Loan": "Loan"}}
    assert [step["date"]["dates"] for step in made.content["steps"]] == ["words", "?"]
    assert asked(made)[-2:] == ["steps.2.date.dates", "roles.recipient.split"]


@pytest.mark.parametrize(
    ("old", "new", "question"),
    [
        ("1.250.000,50", "1.250", "engagement.amount.decimal"),
        ("31.12.2019", "05.12.2019", "steps.1.date.dates"),
        ("Acme|Borealis", "Acme, Borealis", "roles.signatory.split"),
        ("value (EUR)", "value", "engagement.currency"),
        ("value (EUR)", "value (EUR m)", "engagement.amount.times"),
        ("value (EUR)", "value (constant EUR)", "engagement.constant_prices"),
        ("Quay two", "Quay one", "engagement.id"),
        ("Projekt-Code", "Project name", "column Project"),
        ("1.250.000,50", "1,25 oder so", "column Contract value (EUR)"),
    ],
)
def test_what_cannot_be_known_is_asked(old: str, new: str, question: str) -> None:
    text = GERMAN.replace("980,00", "20.000") if question.endswith(("decimal", "times")) else GERMAN
    if question == "engagement.id":  # nothing else differs
        text = text.replace("01.02.2020", "31.12.2019").replace("980,00", "1.250.000,50")
    made = proposed(table(text.replace(old, new)))
    assert question in asked(made)
    assert question not in asked(proposed(table(GERMAN)))


def test_a_word_for_nothing_is_no_number_and_no_date() -> None:
    text = GERMAN.replace("980,00", "n/a").replace("01.02.2020", "TBC")
    made = proposed(table(text))
    assert made.content["engagement"]["amount"] == {
        "column": "Contract value (EUR)", "lookup": {"n/a": ""}, "decimal": "comma",
    }  # fmt: skip
    assert made.content["engagement"]["currency"] == {
        "value": "EUR", "when": {"Contract value (EUR)": "*"}, "unless": {"Contract value (EUR)": ["n/a"]},
    }  # fmt: skip
    assert made.content["steps"][0]["date"]["lookup"] == {"TBC": ""}
    assert made.columns["Contract value (EUR)"] == ("engagement", "amount")


def test_a_column_that_a_person_calls_the_amount_may_have_other_cells() -> None:
    text = GERMAN.replace("value (EUR)", "sum (EUR m)").replace("980,00", "a lot")
    heading = "Contract sum (EUR m)"
    assert f"column {heading}" in asked(proposed(table(text)))
    made = proposed(table(text), **{heading: ("engagement", "amount")})
    assert made.content["engagement"]["amount"]["column"] == heading


def test_a_column_of_quotes_is_the_passage() -> None:
    made = proposed(table("Project,Link,Excerpt\nQuay one,https://news.example/a,They signed.\n"))
    assert made.content["engagement"]["quote"] == {"column": "Excerpt"}
    assert "passage" not in made.content["engagement"]


def test_a_planned_day_is_no_step_that_was_reached() -> None:
    made = proposed(table("Project,Planned completion date,Planned start\nQuay one,2031,2030\n"))
    assert made.content["engagement"]["expected"] == {"column": "Planned completion date"}
    assert "column Planned start" in asked(made)


def test_without_a_terminal_the_mapping_is_written_and_one_error_names_what_is_open() -> None:
    table(GERMAN)
    done = run("import", "deals.csv", "--guess", "--data", "data", cwd=Path.cwd())
    assert done.returncode == 3
    assert done.stdout.splitlines() == [
        "row 2: label Quay one · amount 1250000.50 · passage row on Quay one · signatory Acme, Borealis · "
        "signed 2019-12-31 · signed",
        "row 3: label Quay two · amount 980.00 · passage row on Quay two · signatory Acme · signed 2020-02-01 · "
        "Gekippt",
    ]
    assert done.stderr.splitlines() == [
        "written: deals.yml",
        "deals.yml: 6 open questions: column Projekt-Code, source.title, source.publisher, source.tier, "
        "engagement.class, steps.2.status.lookup.Gekippt; expected an answer to each; edit the file and run pcgraph "
        "import deals.csv --mapping deals.yml",
    ]
    text = Path("deals.yml").read_text(encoding="utf-8")
    assert "# ? column Projekt-Code: what is it (such as 'V-001')? a key of the mapping, or ignore\n" in text
    with pytest.raises(InvalidInput, match=r"engagement\.class: bad-mapping: is an open question"):
        spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"))
    again = run("import", "deals.csv", "--guess", "--data", "data", cwd=Path.cwd())
    assert "deals.yml: exists; expected a new file" in again.stderr
    assert Path("deals.yml").read_text(encoding="utf-8") == text


def test_the_command_to_run_next_can_be_copied_with_a_name_that_has_blanks() -> None:
    table(GERMAN, "Deals (2).csv")
    done = run("import", "Deals (2).csv", "--guess", "--data", "data", cwd=Path.cwd())
    assert done.stderr.splitlines()[-1].endswith("pcgraph import 'Deals (2).csv' --mapping 'Deals (2).yml'")


def test_a_cell_that_cannot_be_read_is_shown_as_such() -> None:
    table("Project,Amount,Date signed\nQuay one,USD 500 or so,2019-01-02\nQuay two,a lot,2019-13-45\n")
    done = run("import", "deals.csv", "--guess", "--data", "data", cwd=Path.cwd())
    good, bad = done.stdout.splitlines()
    assert good == "row 2: label Quay one · passage row on Quay one · signed 2019-01-02"
    assert bad.startswith("row 3: label Quay two · passage row on Quay two · signed [")
    text = Path("deals.yml").read_text(encoding="utf-8")
    assert "# ? column Amount: its cells are no amount (such as 'USD 500 or so'); what is it? " in text


def test_in_a_terminal_the_answers_are_written(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    answers = {
        "source.title": "Deals of the port", "source.publisher": "Acme", "source.tier": "aggregator",
        "steps.2.date.dates": "day-first", "roles.recipient.split": ",",
    }  # fmt: skip
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    with pytest.raises(UsageError, match=r"taken\.yml: exists; expected a new file"):  # before anything is asked
        command.guess(workbook(), str(table("", "taken.yml")), None, find(Path("data")))
    monkeypatch.setattr(typer, "prompt", lambda text, **_: answers[text.partition(": ")[0]])
    command.guess(workbook(), "own.yml", None, find(Path("data")))
    found = capsys.readouterr()
    assert "amount 500000000 " in found.out
    assert found.err.endswith("next: pcgraph import deals.xlsx --mapping own.yml --dry-run\n")
    made = spreadsheets.prepare(Path("deals.xlsx"), "own.yml", data=Path("data"))
    text = made.files["sources/deals.ttl"].decode()
    for part in ("pcg:amount 500000000 ", 'pcg:date "2019-09"', 'pcg:date "2021-04-03"', "id:acme-pilots"):
        assert part in text


def test_a_chosen_column(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"column Projekt-Code": "ignore", "source.tier": "press", "column Remarks": "sector"}
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    wrong = iter(["no such key", "many"])  # neither is a key, so it is asked again

    def prompt(text: str, **_: object) -> str:
        return next(wrong, "") or answers.get(text.partition(": ")[0], "")

    monkeypatch.setattr(typer, "prompt", prompt)
    text = GERMAN.replace("Status\n", "Remarks\n").replace("signed\n", "ports\n").replace("Gekippt\n", "energy\n")
    with pytest.raises(InvalidInput, match=r"3 open questions: source\.title, source\.publisher, engagement\.class;"):
        command.guess(table(text), None, None, find(Path("data")))
    content = yaml.safe_load(Path("deals.yml").read_text(encoding="utf-8"))
    assert content["ignore"] == ["Projekt-Code"]
    assert content["engagement"]["sector"] == {"column": "Remarks"}
    assert content["source"]["tier"] == "press"


def test_a_second_column_for_one_value_stays_a_question() -> None:
    other = {"Projekt-Code": ("engagement", "label")}
    assert "column Project" in asked(proposed(table(GERMAN), **other))
    made = proposed(table("led to,firstParty,parties_complete,Project\na-b,Acme,yes,Quay one\n"))
    assert made.content["engagement"]["led_to"] == {"column": "led to"}
    assert made.content["engagement"]["parties_complete"] == {"column": "parties_complete"}
    assert made.content["roles"] == {"firstParty": {"column": "firstParty"}}


def test_a_row_without_an_amount_has_no_currency() -> None:
    text = "Project,Amount (constant USD2017)\nQuay one,500\nQuay two,{}\n"
    for cell, currency, prices in (
        ("", *({"value": each, "when": {"Amount (constant USD2017)": "*"}} for each in ("USD", "2017"))),
        ("7", "USD", "2017"),
    ):
        found = proposed(table(text.format(cell))).content["engagement"]
        assert (found["currency"], found["constant_prices"]) == (currency, prices)
    text, answers = "Project,Amount\nQuay one,500\nQuay two,\n", {"engagement.currency.value": "EUR"}
    assert {*answers} <= {*asked(proposed(table(text)))}
    made = proposed(table(text), answers)
    assert made.content["engagement"]["currency"]["value"] == "EUR"


def test_amounts_of_several_units_are_a_question() -> None:
    text = "Project,Amount,Currency\nQuay one,500,{}\nQuay two,7,USD m\n"
    one = proposed(table(text.format("USD m")))
    assert one.content["engagement"]["amount"]["times"] == "1000000"
    assert one.content["engagement"]["currency"] == {"column": "Currency"}
    assert "engagement.amount.times" in asked(proposed(table(text.format("USD"))))


NOTES = """My notes on hospitals,,,,,,,
#,When,Who with whom,What,USD m,Where,State,Link
1,3 May 2019,Acme and Borealis,training of nurses,,Norland,ongoing,https://news.example/1
2,Sept 2020,Acme – Cormorant Bank,MoU on beds,1.5,Norland,signed,https://news.example/2
3,2021,Acme with Borealis,contract for a ward,"0,8",Norland,ongoing,https://news.example/3
"""


def test_everyday_headings_two_parties_in_a_cell_and_a_running_number() -> None:
    made = proposed(table(NOTES))
    of_class = "roles.signatory.of_class.TrainingProgramme"  # nobody signs a training
    assert asked(made) == ["source.publisher", "source.tier", "engagement.passage", of_class]
    assert made.content["ignore"] == ["#"]
    assert made.content["source"]["title"] == {"column": "Link"}  # as long as nobody has read the page
    engagement = made.content["engagement"]
    assert engagement["label"] == {"text": "{Who with whom}, {What}"}
    assert engagement["class"]["lookup"] == {
        "training of nurses": "TrainingProgramme", "MoU on beds": "Agreement", "contract for a ward": "Agreement",
    }  # fmt: skip
    assert engagement["amount"] == {"column": "USD m", "decimal": "mixed", "times": "1000000"}
    assert engagement["currency"] == {"value": "USD", "when": {"USD m": "*"}}
    assert made.content["roles"]["signatory"] == {
        "column": "Who with whom", "split": [" with ", " and ", " – "],
        "of_class": {"Talks": "discussant", "Coordination": "coordinator", "TrainingProgramme": "?"},
    }  # fmt: skip
    assert proposed(table(NOTES + ",,,,,,sum\n")).content["ignore"] == ["#"]
    one_class = proposed(table(NOTES.replace("training of nurses", "MoU on nurses")))
    assert "of_class" not in one_class.content["roles"]["signatory"]
    own = proposed(table(NOTES.replace("Link", "Remarks").replace("https://news.example/", "see ")))
    assert own.content["source"]["title"] == "My notes on hospitals"


def test_an_agreement_whose_work_goes_on_is_signed_by_then() -> None:
    made, of_class = proposed(table(NOTES)), "roles.signatory.of_class.TrainingProgramme"
    known = {"source.publisher": "Acme", "source.tier": "press", of_class: "organizer"}
    made = proposed(table(NOTES), {name: known.get(name, "headline") for name in asked(made)})
    [step] = made.content["steps"]
    assert step["agreements"] == "signed"
    lookup = Lookup(data_folder.read(find(Path("data")), home("ontology")))
    shown = [line.rpartition(" · ")[2] for line in proposal_file.rows(made, Vocabulary(lookup))]
    assert shown == ["under-way 2019-05-03", "signed 2020-09", "signed [..2021]"]
    text = NOTES.replace("Cormorant Bank", "Borealis").replace("Norland", "nordland")
    Path("deals.yml").write_text(yaml.safe_dump(made.content, allow_unicode=True), encoding="utf-8")
    found = spreadsheets.prepare(table(text), "deals.yml", data=Path("data"))
    written = {name: content.decode() for name, content in found.files.items()}
    [contract] = [each for name, each in written.items() if name.endswith("news-example-3.ttl")]
    assert "v:signed" in contract
    assert 'pcg:date "[..2021]"' in contract
    [training] = [each for name, each in written.items() if name.endswith("news-example-1.ttl")]
    assert "v:under-way" in training
    assert "pcg:organizer id:acme , id:borealis" in training
    assert "signatory" not in training
    assert "pcg:signatory id:acme , id:borealis" in contract
    del step["agreements"]
    Path("deals.yml").write_text(yaml.safe_dump(made.content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(InvalidInput, match="a pcg:Agreement cannot be under-way"):
        spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"))


@pytest.mark.parametrize(
    ("headings", "keys"),
    [
        ("Who / with whom;When?;USD m", ["signatory", "date", "amount"]),
        ("Counterparty;When;What's it about?", ["signatory", "date", "topic"]),
        ("Who is involved;Date (dd/mm/yyyy);mUSD", ["signatory", "date", "amount"]),
        ("Who to whom;Since when;Mio. EUR", ["signatory", "date", "amount"]),
        ("Who says so;When did it happen?;US$ million", ["publisher", "date", "amount"]),
    ],
)
def test_headings_of_tables_that_nobody_designed(headings: str, keys: list[str | None]) -> None:
    rows = ["Acme;spring 2019;4.5", "Borealis;3.5.2020;2.75", "Acme;approx. 2021;3-4"]
    made = proposed(table("\n".join([headings, *rows, ""])))
    assert [made.columns.get(name, ("", None))[1] for name in headings.split(";")] == keys


TRAININGS = """Date,Party A,Party B,Type,Status,Link
2019-05-03,Acme,Borealis,training,signed,https://news.example/2019/05/03/nurses-course.html
2020,Acme,Borealis,training,completed,https://news.example/2
2021,Acme,Borealis,contract,ongoing,https://news.example/3
"""


def test_a_training_that_is_signed_is_a_question_and_a_page_is_called_by_its_words() -> None:
    made, status = proposed(table(TRAININGS)), "steps.1.status.of_class.TrainingProgramme"
    [question] = [each for each in made.questions if each.name == status]
    assert question.ask == "a TrainingProgramme cannot be signed, as an Agreement can; what is it instead?"
    assert question.choices == ("planned", "under-way", "completed", "discussed")
    known = {"source.publisher": "Acme", "source.tier": "press", status: "planned", "engagement.passage": "headline"}
    made = proposed(table(TRAININGS), {name: known.get(name, "organizer") for name in asked(made)})
    assert asked(made) == []
    Path("deals.yml").write_text(proposal_file.text(made), encoding="utf-8")
    found = spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"))
    first, second, third = (content.decode() for name, content in sorted(found.files.items()) if "sources" in name)
    assert "v:completed" in first
    assert "v:signed" in second
    assert "v:planned" in third
    assert 'pcg:title "news.example, 2019-05-03: nurses course"' in third
    lookup = Lookup(data_folder.read(find(Path("data")), home("ontology")))
    shown = list(proposal_file.rows(made, Vocabulary(lookup)))
    assert [line.rpartition(" · ")[2] for line in shown] == ["planned 2019-05-03", "completed 2020", "signed [..2021]"]
    assert "title news.example, 2019-05-03: nurses course" in shown[0]
    Path("deals.yml").write_text(proposal_file.text(made).replace("planned}", "plannd}"), encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"'plannd' is unknown; .*; did you mean planned\?"):
        spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"))


VISITS = """Date,Party A,Party B,Type,Link
2021,Acme,Borealis,Talks,https://news.example/1
2022,Acme,Cormorant Bank,Visit,https://news.example/2
2023,Acme,Borealis,donation,https://news.example/3
2024,Acme,Borealis,MoU,https://news.example/4
2024,Acme,Cormorant Bank,Event,https://news.example/5
"""


def test_parties_of_what_nobody_signs_have_the_role_that_fits_or_that_was_answered() -> None:
    answers = {"source.publisher": "Acme", "source.tier": "press", "engagement.passage": "headline",
               "steps.1.status": "completed"}  # fmt: skip
    text = VISITS.replace("Cormorant Bank", "Acme Pilots").replace(
        "2024,Acme,Borealis,MoU", "[..2024],Acme,Borealis,MoU"
    )
    made = proposed(table(text), answers)
    first, second = "roles.signatory.1.of_class.", "roles.signatory.2.of_class."
    classes = [question.name for question in made.questions if "class.lookup" in question.name]
    assert classes == []
    roles = {name: (each.choices, each.ask) for each in made.questions if (name := each.name).startswith("roles.")}
    assert roles[f"{first}Visit"] == (
        ("visitor", "host"),
        "which role have the parties in Party A if the class is Visit?",
    )
    grant = next(name for name in roles if name.startswith(first) and name.rpartition(".")[2] not in ("Visit", "Event"))
    answers |= {f"{first}Visit": "visitor", f"{second}Visit": "host", grant: "funder",
                grant.replace(first, second): "recipient", f"{first}Event": "organizer"}  # fmt: skip
    made = proposed(table(text), answers)
    assert asked(made) == [f"{second}Event"]
    made.content["roles"]["signatory"][1]["of_class"].pop("Event")
    Path("deals.yml").write_text(yaml.safe_dump(made.content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"))
    assert [*caught.value.faults] == [
        "deals.csv, row 6, column Party B: missing-value: a pcg:Event has no signatory; "
        "expected a role for its parties; add it to of_class in the mapping, as in Event: attendee"
    ]
    found = spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"), skip_bad=True)
    texts = {name[-5:-4]: content.decode() for name, content in found.files.items() if name.startswith("sources/")}
    said = {
        number: dict(re.findall(r"pcg:(\w+) (id:[\w-]+(?: , id:[\w-]+)*)[ ;]", text)) for number, text in texts.items()
    }
    assert said["1"]["discussant"] == "id:acme , id:borealis"
    assert (said["2"]["visitor"], said["2"]["host"]) == ("id:acme", "id:acme-pilots")
    assert (said["3"]["funder"], said["3"]["recipient"]) == ("id:acme", "id:borealis")
    assert said["4"]["signatory"] == "id:acme , id:borealis"
    assert not any("signatory" in said[number] or "pcg:inferred" in texts[number] for number in "123")


def test_two_parties_in_one_cell_may_have_two_roles() -> None:
    text = "Date,Parties,Type,Link\n2021,Borealis; Acme; Acme Pilots,loan,https://news.example/1\n"
    of_class = "roles.signatory.of_class.Loan"
    answers = {"source.publisher": "Acme", "source.tier": "press", "engagement.passage": "headline",
               "steps.1.status": "signed", of_class: "recipient; funder"}  # fmt: skip
    (question,) = (each for each in proposed(table(text)).questions if each.name == of_class)
    assert question.choices == ("funder", "recipient", "funder; recipient", "recipient; funder")
    made = proposed(table(text), answers)
    assert asked(made) == []
    Path("deals.yml").write_text(yaml.safe_dump(made.content, allow_unicode=True), encoding="utf-8")
    found = spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"))
    (content,) = (content.decode() for name, content in found.files.items() if name.startswith("sources/"))
    assert "pcg:recipient id:borealis" in content
    assert "pcg:funder id:acme , id:acme-pilots" in content
    made.content["roles"]["signatory"]["of_class"]["Loan"] = "recipient; giver"
    Path("deals.yml").write_text(yaml.safe_dump(made.content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"of_class\.loan: bad-mapping: 'giver' is not valid"):
        spreadsheets.prepare(Path("deals.csv"), "deals.yml", data=Path("data"))


def test_a_class_that_is_answered_leads_to_the_question_of_the_roles() -> None:
    text = VISITS.replace("Talks", "palaver").replace(",donation,", ",MoU,")
    answers = {"engagement.class.lookup.palaver": "Acquisition"}
    before, after = (proposed(table(text), each) for each in ({}, answers))
    assert [each.name for each in after.answered] == [*answers]
    assert {*asked(after)} - {*asked(before)} == {f"roles.signatory.{n}.of_class.Acquisition" for n in (1, 2)}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("日期,甲方,乙方,项目名称,金额(万美元),状态\n2019年5月3日,Acme,Borealis,港口,3300,建成\n",
         ["steps.date", "roles.signatory", "roles.signatory", "engagement.label", "engagement.amount", "steps.status"]),
        ("تاریخ,فریق اول,فریق دوم,منصوبہ,رقم (ملین ڈالر),حیثیت\n3 مئی 2019,Acme,Borealis,بندرگاہ,330,جاری\n",
         ["steps.date", "roles.signatory", "roles.signatory", "engagement.label", "engagement.amount", "steps.status"]),
        ("Fecha;Entidad A;Tipo de acuerdo;Monto;Estado\n3 de mayo de 2019;Acme;Convenio marco;USD 1,5 m;vigente\n",
         ["steps.date", "roles.signatory", "engagement.class", "engagement.amount", "steps.status"]),
        ("Between,And,On,About,In,For (USD)\nAcme,Borealis,3 May 2019,Training,Norland,250000\n",
         ["roles.signatory", "roles.signatory", "steps.date", "engagement.class", "engagement.place",
          "engagement.amount"]),
    ],
)  # fmt: skip
def test_headings_in_other_languages_and_short_words(text: str, keys: list[str]) -> None:
    made = proposed(table(text))
    assert [".".join(made.columns[name]) for name in made.table.header] == keys
    assert [name for name in asked(made) if name.startswith("column ")] == []


def test_a_cell_with_its_own_unit_and_currency() -> None:
    made = proposed(table("Donor,Recipient,Amount\nAcme,Borealis,USD 1.5m\nAcme,Cormorant,€ 800k\n"))
    engagement = made.content["engagement"]
    assert engagement["amount"] == {"column": "Amount", "decimal": "point"}
    assert engagement["currency"] == {"column": "Amount"}
    other = proposed(table("Donor,Recipient,Amount\nAcme,Borealis,USD 1.5m\nAcme,Cormorant,800k\n"))
    assert "engagement.currency" in asked(other)


def test_a_guess_needs_a_table_and_a_name_for_its_file() -> None:
    assert "import --guess: no table; expected a .csv or .xlsx file" in run("import", "--guess", "--undo", "a").stderr
    table(GERMAN)
    done = run("import", "deals.csv", "--guess", "--mapping", "template", "--data", "data", cwd=Path.cwd())
    assert "--mapping template: with --guess, it names the file to write; expected FILE.yml" in done.stderr
    assert not Path("template").exists()


PLAIN = "Partner,Project,Date,Status\nAcme,Quay,2021-03-04,signed\nBorealis,Crane,2022-05,signed\n"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (PLAIN + "Acme,2020\n", "row 4: ragged-row: 2 cells below 4 headings; expected 4 cells; add what is missing"),
        (PLAIN + "Acme, Ltd,Dock,2020,signed\n", "row 4: ragged-row: 5 cells below 4 headings; expected 4 cells; "),
        (PLAIN.replace(",", ";") + "Acme;2020\n", "row 4: ragged-row: 2 cells below 4 headings"),
        (PLAIN + "\nNote: as of May; all in USD,,,\n", "row 5: 1 filled cell; expected an engagement; delete the row"),
    ],
)
def test_a_row_that_is_none_of_the_table_is_named(text: str, doubt: str) -> None:
    """The command says so after the rows, and not that the whole table is in a wrong form."""
    table(text)
    shown = run("import", "deals.csv", "--guess", "--data", "data", cwd=Path.cwd())
    assert f"deals.csv, {doubt}" in shown.stderr
    assert "open questions" in shown.stderr


def test_empty_cells_at_the_end_and_rows_of_empty_cells_are_none() -> None:
    rows = PLAIN.replace("signed\n", "signed,\n").replace("Borealis", ",,,,,,,\n\nBorealis")
    made = proposed(table(rows.replace(",", ";")))
    assert made.doubts == []
    assert [number for number, _ in made.table.rows] == [2, 5]


def test_a_row_above_the_headings_that_groups_them() -> None:
    made = proposed(table("Who,,When,\n" + PLAIN))
    assert made.content["table"] == {"header": "2"}
    titled = proposed(table("Deals of the port,,,\nas of May,,,\n" + PLAIN))
    assert (titled.content["source"]["title"], titled.content["table"]) == ("Deals of the port", {"header": "3"})
    register = "Partner,,Place,Status\nAcme,Quay,Oslo,signed\nBorealis,Crane,Bergen,signed\n"
    with pytest.raises(InvalidInput, match="column 2: empty-header"):  # nothing says that the second row is no data
        proposed(table(register))
