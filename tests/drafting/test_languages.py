"""Drafts of Chinese, Portuguese and Urdu: sentences of one clause."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pcgraph.intake.drafting.engagements import draft
from pcgraph.intake.drafting.language_words import language_of
from pcgraph.intake.drafting.reading import Knowledge
from pcgraph.intake.drafting.reading.names import Register
from pcgraph.model.entities import Entity

DAY = date(2025, 6, 12)
LABELS = {
    "acme": ("Company", {"en": "Acme", "zh": "艾克米", "ur": "ایکمی"}),
    "lumen": ("Company", {"en": "Lumen", "zh": "流明公司", "ur": "لومن"}),
    "tide-bank": ("FinancialInstitution", {"zh": "潮汐银行", "ur": "ٹائیڈ بینک", "pt": "Banco da Maré"}),
}
THINGS = {f"id/{slug}": Entity("", kind, labels) for slug, (kind, labels) in LABELS.items()}
KNOWN = Knowledge(Register(THINGS, {"Company", "FinancialInstitution"}, {"Place"}))


def read(text: str) -> list[dict[str, Any]]:
    found = draft(text, KNOWN, DAY)
    for each in found:
        for values in each.fields.values():
            assert all(text[value.start : value.end].strip() and value.rule for value in values)
    return [
        {"class": each.kind}
        | {
            name: values[0].value if len(values) == 1 else [v.value for v in values]
            for name, values in each.fields.items()
        }
        for each in found
    ]


TALKS = {"class": "Talks", "discussant": ["acme", "lumen"], "status": "discussed"}
LOAN = {"class": "Loan", "funder": "tide-bank", "recipient": "acme", "status": "completed"}
STAKE = {"class": "Acquisition", "acquirer": "acme", "target": "lumen"}


def agreed(status: str, kind: str, **more: str) -> dict[str, Any]:
    return {"class": "Agreement", "signatory": ["acme", "lumen"], "status": status, "kind": kind} | more


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("艾克米与流明公司5月3日签署谅解备忘录。", agreed("signed", "mou", date="2025-05-03")),
        ("艾克米将与流明公司签署合同。", agreed("planned", "contract")),
        ("Acme与Lumen昨天举行会谈。", TALKS | {"date": "2025-06-11"}),
        ("艾克米有意收购流明公司。", STAKE | {"status": "interest"}),
        ("艾克米以2.5亿美元收购流明公司。", STAKE | {"status": "completed", "amount": 250000000, "currency": "USD"}),
        ("潮汐银行2024年向艾克米提供贷款。", LOAN | {"date": "2024"}),
        ("艾克米获得潮汐银行贷款。", LOAN),
        ("艾克米与流明公司终止协议。", agreed("cancelled", "agreement")),
        ("据潮汐银行消息，艾克米与流明公司签署协议。", agreed("signed", "agreement")),
        ("艾克米与流明公司签署协议，潮汐银行出席仪式。", agreed("signed", "agreement")),
        ("Acme e Lumen assinaram ontem um acordo.", agreed("signed", "agreement", date="2025-06-11")),
        ("A Acme e a Lumen assinarão um contrato em 2026.", agreed("planned", "contract", expected="2026")),
        ("A Acme quer assinar um contrato com a Lumen.", agreed("interest", "contract")),
        ("O contrato da Acme e da Lumen foi cancelado em maio.", agreed("cancelled", "contract", date="2025-05")),
        ("Uma participação na Lumen foi comprada pela Acme.", STAKE | {"status": "completed"}),
        ("A Acme recebeu um empréstimo do Banco da Maré.", LOAN),
        ("O Banco da Maré emprestou 2,5 milhões de euros à Acme.", LOAN | {"amount": 2500000, "currency": "EUR"}),
        ("ایکمی اور لومن نے 3 مئی 2025 کو معاہدے پر دستخط کیے۔", agreed("signed", "agreement", date="2025-05-03")),
        ("ایکمی اور لومن نے ۳ مئی ۲۰۲۴ کو معاہدے پر دستخط کیے۔", agreed("signed", "agreement", date="2024-05-03")),
        ("ایکمی اور لومن معاہدے پر دستخط کریں گے۔", agreed("planned", "agreement")),
        ("ایکمی لومن کے حصص خریدنا چاہتی ہے۔ ایکمی اور لومن کے درمیان مذاکرات ہوئے۔", TALKS),
        ("ٹائیڈ بینک نے ایکمی کو ۵ ملین ڈالر کا قرض دیا۔", LOAN | {"amount": 5000000, "currency": "USD"}),
        ("ایکمی کو ٹائیڈ بینک سے قرض موصول ہوا۔", LOAN),
    ],
)  # fmt: skip
def test_a_sentence_of_one_clause(text: str, found: dict[str, Any]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "艾克米否认与流明公司签署合同。",
        "艾克米和流明公司签署合同了吗？",
        "艾克米与流明公司签署协议，潮汐银行将提供贷款。",
        "艾克米签署合同。",
        "A Acme não assinou um contrato com a Lumen.",
        "A Acme nega que comprou uma participação na Lumen.",
        "Se a Acme assinar o contrato, o Banco da Maré emprestará 5 milhões de euros.",
        "ایکمی نے لومن کے ساتھ معاہدے پر دستخط نہیں کیے۔",
    ],
)
def test_what_is_denied_asked_or_has_several_clauses_is_left_out(text: str) -> None:
    assert read(text) == []


def test_a_qualifier_stands_on_either_side_of_a_number() -> None:
    texts = (
        "艾克米以约2亿美元收购流明公司。",
        "A Acme comprou ações da Lumen por mais de US$ 20 milhões.",
        "艾克米以2亿美元以上收购流明公司。",
    )
    found = [draft(text, KNOWN, DAY)[0].fields["amount"][0].qualifier for text in texts]
    assert found == ["about", "at least", "at least"]


def test_a_date_without_a_year_that_may_be_past_or_to_come_is_left_out() -> None:
    assert read("12月5日，艾克米与流明公司签署合同。") == [agreed("planned", "contract")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Acme and Lumen signed a deal in 北京.", "en"),
        ("Acme opened Casa do Mar.", "en"),
        ("The Banco da Maré and the Casa do Mar of Vik signed a deal with the state of Ilm.", "en"),
        ("A Acme e a Lumen assinaram um acordo na cidade.", "pt"),
        ("Acme与Lumen在北京签署了合作协议。", "zh"),
        ("ایکمی اور لومن نے معاہدے پر دستخط کیے۔", "ur"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language
