"""In languages other than English a text gives names, dates and sums, and no engagements."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import TINY, pcgraph
from pcgraph.intake.drafting.engagements import draft, mentioned
from pcgraph.intake.drafting.reading import Knowledge
from pcgraph.intake.drafting.reading.names import Register
from pcgraph.model.entities import Entity

LABELS = {
    "acme": ("Company", {"en": "Acme", "zh": "艾克米", "ur": "ایکمی"}),
    "lumen": ("Company", {"en": "Lumen", "zh": "流明公司", "ur": "لومن"}),
    "tide-bank": ("FinancialInstitution", {"zh": "潮汐银行", "ur": "ٹائیڈ بینک", "pt": "Banco da Maré"}),
}
THINGS = {f"id/{slug}": Entity("", kind, labels) for slug, (kind, labels) in LABELS.items()}
KNOWN = Knowledge(Register(THINGS, {"Company", "FinancialInstitution"}, {"Place"}))


@pytest.mark.parametrize(
    ("text", "names", "dates", "sums"),
    [
        ("2024年5月3日，艾克米以2.5亿美元收购流明公司。", ["acme", "lumen"], ["2024-05-03"], ["250000000 USD"]),
        ("潮汐银行2024年向艾克米提供3000万元贷款。", ["tide-bank", "acme"], ["2024"], ["30000000 CNY"]),
        (
            "Em 3 de maio de 2025 a Acme recebeu 20 milhões de euros do Banco da Maré.",
            ["acme", "tide-bank"],
            ["2025-05-03"],
            ["20000000 EUR"],
        ),
        ("A Lumen pagou US$ 20 milhões em março de 2025.", ["lumen"], ["2025-03"], ["20000000 USD"]),
        ("A Lumen pagou US$ 2,5 milhões.", ["lumen"], [], []),
        (
            "ٹائیڈ بینک نے ۳ مئی ۲۰۲۴ کو ایکمی کو ۵ ملین ڈالر دیے۔",
            ["tide-bank", "acme"],
            ["2024-05-03"],
            ["5000000 USD"],
        ),
    ],
)  # fmt: skip
def test_names_dates_and_sums(text: str, names: list[str], dates: list[str], sums: list[str]) -> None:
    found = mentioned(text, KNOWN, date(2025, 6, 12))
    assert {name: [value.value for value in values] for name, values in found.fields.items()} == {
        name: values for name, values in (("name", names), ("date", dates), ("sum", sums)) if values
    }
    assert draft(text, KNOWN, date(2025, 6, 12)) == []


def test_the_command_lists_them_where_there_is_no_engagement() -> None:
    done = pcgraph("draft", "-", "--data", str(TINY), stdin="艾克米 2026年5月")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "   name         acme  “艾克米”  register",
        "   date         2026-05  “2026年5月”  date:unspaced",
    ]
