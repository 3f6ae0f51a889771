"""Names, dates, money and numbers that are found in a text."""

from __future__ import annotations

from datetime import date

import pytest

from pcgraph.intake.drafting.reading.dates import find_dates, source_day
from pcgraph.intake.drafting.reading.money import find_money, find_quantities
from pcgraph.intake.drafting.reading.names import Register
from pcgraph.model.dates import bounds
from pcgraph.model.entities import Entity

DAY = date(2025, 6, 12)  # a Thursday


def register(**names: list[str]) -> Register:
    things = {
        f"id/{slug}": Entity(f"id/{slug}", "Company", {"en": first}, more) for slug, (first, *more) in names.items()
    }
    return Register(things, {"Company"}, {"Place"})


def slugs(found: Register, text: str) -> list[str | None]:
    return [each.slug for each in found.find(text)]


def test_the_longest_name_wins() -> None:
    found = register(acme=["Acme"], pilots=["Acme Pilots"])
    assert slugs(found, "Acme and Acme Pilots, Acme-Pilots") == ["acme", "pilots", "pilots"]


def test_a_comma_or_a_full_stop_ends_a_name() -> None:
    assert slugs(register(acme=["Acme"], pilots=["Acme Pilots"]), "At Acme, Pilots sat. With Acme. Pilots went.") == [
        "acme",
        "acme",
    ]


def test_names_have_word_borders() -> None:
    assert slugs(register(acme=["Acme"]), "Acmes, Acme's, preAcme") == ["acme"]


def test_a_name_of_two_things_is_no_match() -> None:
    assert slugs(register(one=["First", "Twin"], two=["Second", "Twin"]), "Twin and Second") == ["two"]


def test_initials_need_upper_case() -> None:
    assert slugs(register(pia=["Port of Ilm Authority", "PIA"], it=["Ice Traders", "IT"]), "pia PIA, it said") == [
        "pia"
    ]
    assert slugs(register(tda=["Trade Development Authority"]), "the TDA met; tda") == ["tda"]


def test_the_company_form_may_be_missing_or_other() -> None:
    found = register(lumen=["Lumen Lamps (Pvt) Ltd"])
    text = "Lumen Lamps and Lumen Lamps Co., Ltd. met"
    assert [text[each.start : each.end] for each in found.find(text)] == ["Lumen Lamps", "Lumen Lamps Co., Ltd."]


def test_names_without_spaces_between_words() -> None:
    assert slugs(register(lumen=["Lumen", "流明"]), "今天流明签署了") == ["lumen"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 3 September 2025", ["2025-09-03"]),
        ("on September 3rd, 2025", ["2025-09-03"]),
        ("Sept. 3, 2025", ["2025-09-03"]),
        ("2025-09-03", ["2025-09-03"]),
        ("2025年9月3日", ["2025-09-03"]),
        ("from 3 to 5 May 2024", ["2024-05-03/2024-05-05"]),
        ("from 30 April to 2 May 2024", ["2024-04-30/2024-05-02"]),
        ("between 3 and 5 May 2024", ["[2024-05-03..2024-05-05]"]),
        ("on Tuesday", ["2025-06-10"]),
        ("next Tuesday", ["2025-06-17"]),
        ("They will meet on Tuesday", ["2025-06-17"]),
        ("on Tuesday and Wednesday", ["2025-06-10/2025-06-11"]),
        ("yesterday", ["2025-06-11"]),
        ("last month", ["2025-05"]),
        ("next year", ["2026"]),
        ("last week", ["[2025-06-02..2025-06-08]"]),
        ("in May", ["2025-05"]),
        ("in July", ["2024-07"]),
        ("will open in July", ["2025-07"]),
        ("In October, they plan to meet", ["2025-10"]),
        ("three years ago", ["2022"]),
        ("two months ago", ["2025-04"]),
        ("in the second quarter of 2026", ["[2026-04..2026-06]"]),
        ("in 2018 and by 2030", ["2018", "2030"]),
        ("they may sign", []),
        ("flight 2018 and May's plan", []),
        ("from 35 to 99 May 2024", ["2024-05"]),
    ],
)
def test_dates(text: str, edtf: list[str]) -> None:
    found = find_dates(text, DAY)
    assert [each.edtf for each in found] == edtf
    assert all(bounds(each.edtf) for each in found)


def test_without_the_day_of_the_source_relative_dates_are_left_out() -> None:
    assert find_dates("on Tuesday, last month, 5 May and in June") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("VIK, 4 March 2025 (Tide) – Acme signed.", date(2025, 3, 4)),
        ("The Daily Tide, 20 March 2025\n\nAcme signed on 3 May 2024.", date(2025, 3, 20)),
        ("Acme signed on 3 May 2024.", None),
    ],
)
def test_the_day_of_the_dateline(text: str, day: date | None) -> None:
    assert source_day(text) == day


@pytest.mark.parametrize(
    ("text", "value", "code", "qualifier"),
    [
        ("$1.5 billion", 1500000000, "USD", None),
        ("US$ 40 million", 40000000, "USD", None),
        ("about 40m euros", 40000000, "EUR", "about"),
        ("more than €300,000", 300000, "EUR", "at least"),
        ("up to EUR 2.5 bn", 2500000000, "EUR", "at most"),
        ("half a million euros", 500000, "EUR", None),
        ("a 44-million-dollar contract", 44000000, "USD", None),
        ("Rs 5.2 crore", 52000000, "PKR", None),
    ],
)
def test_money(text: str, value: int, code: str, qualifier: str | None) -> None:
    ((found),) = find_money(text, ["PK"])
    assert (found.value, found.unit, found.qualifier) == (value, code, qualifier)


def test_a_range_of_money_has_two_ends() -> None:
    ((found),) = find_money("between $300 and $400 million")
    assert (found.value, found.upper) == (300000000, 400000000)


def test_numbers_without_a_currency_are_no_money() -> None:
    assert find_money("40 million people, 5 schools, page 3") == []


def test_quantities_need_a_known_unit() -> None:
    units = {"people": "people", "schools": "schools"}
    text = "1,200 young people, the two schools, five schools, 3 ships, $5 people"
    assert [(each.value, each.unit) for each in find_quantities(text, units)] == [(1200, "people"), (5, "schools")]
