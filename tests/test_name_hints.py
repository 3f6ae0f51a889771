"""The class that the words of a name imply, as the proposal for a name that the register lacks."""

from __future__ import annotations

import pytest

from pcgraph.query.names.hints import implied_class


@pytest.mark.parametrize(
    ("class_", "names"),
    [
        (
            "Ministry",
            "Federal Ministry of Ports; Ministerio de Energía; Ministère de la Santé; Norwegian Ministry of Seas",
        ),
        ("DiplomaticMission", "Embassy of the Netherlands; High Commission of Malaysia"),
        (
            "University",
            "Tarn University; Universidad de Lima; Technische Universität Elmstadt; Business School of Lesk",
        ),
        (
            "FinancialInstitution",
            "Banco Miravel; Sparkasse Lesk; Valley Credit Union; Bank of Tarn Ltd; Fund for Ports",
        ),
        ("PublicBody", "Port Authority; Civil Aviation Board; City of Bergen; Board of Investment; Tarn City Council"),
        ("Organization", "Tarn University Hospital; University Hospital of Lesk; Food Bank of Lesk; Chamber of Mines"),
        ("Company", "Embassy Hotels; Ministry of Sound Records Ltd; University Press; Elmbau; River Bank Foods"),
    ],
)
def test_the_last_word_before_of_counts(class_: str, names: str) -> None:
    found = {name: implied_class(name) for name in names.split("; ")}
    assert found == dict.fromkeys(found, class_)


def test_a_name_of_no_such_words_implies_nothing() -> None:
    assert [implied_class(name) for name in ("Kvist", "Smit-Vermeer", "Banking")] == [None] * 3
