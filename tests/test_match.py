"""Names as people spell them, against what each means; the labels were written down before the first run."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from helpers import ROOT
from pcgraph.api import KnowledgeGraph
from pcgraph.model import namespaces
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import ID
from pcgraph.query.names import matching
from pcgraph.query.names.matching import Names, NameVerdicts

pytestmark = pytest.mark.slow

LABELLED = ROOT / "tests" / "fixtures" / "names" / "labelled.csv"


@pytest.fixture(scope="module")
def names(real: KnowledgeGraph) -> Names:
    return Names(real.entities, matching.name_verdicts(real.store))


def labelled() -> Iterator[tuple[str, str]]:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], row["means"]


def test_a_link_is_right_and_most_names_are_linked(names: Names, real: KnowledgeGraph) -> None:
    kept = dict(real.query("SELECT ?old ?kept WHERE { ?old owl:sameAs ?kept }").rows)
    found = [(name, ID + means if means else None, names.match(name)) for name, means in labelled()]
    linked = [(kept.get(means or "", means), got.iri) for _, means, got in found if got.iri]
    right = sum(means == iri for means, iri in linked)
    assert len(found) == 100
    assert right == len(linked), [(n, m, g.iri) for n, m, g in found if g.iri and kept.get(m or "", m) != g.iri]
    assert right / sum(means is not None for _, means, _ in found) >= 0.75
    lost = [(n, m) for n, m, g in found if m and not g.iri and not any(kept.get(m, m) == i for i, _ in g.candidates)]
    print(f"precision {right}/{len(linked)}, recall {right}/{sum(m is not None for _, m, _ in found)}, lost {lost}")


THINGS = {
    thing.iri: thing
    for thing in (
        Entity("id:acme", "Company", {"en": "Acme Shipping", "zh": "顶点"}, ["ACME"]),
        Entity("id:acme-two", "Company", {"en": "Acme Shipping Co. Ltd."}),
        Entity("id:bureau", "PublicBody", {"en": "Bureau of Sea Charts"}),
        Entity("id:vik", "University", {"en": "Vik University"}),
        Entity("id:dragon", "Company", {"zh": "龙"}),
        Entity("id:grandson", "Company", {"zh": "孙"}),
    )
}


@pytest.mark.parametrize(
    ("name", "iri", "how"),
    [
        ("acme", "id:acme", "name"),
        ("顶点", "id:acme", "name"),
        ("ding dian", "id:acme", "letters"),
        ("long", "id:dragon", "letters"),  # four letters are enough, three may be anybody's
        ("sun", None, "unknown"),
        ("Vik University (Pvt.) Limited", "id:vik", "form"),
        ("BSC", "id:bureau", "initials"),
        ("bsc", None, "unknown"),
        ("Acme Shipping", "id:acme", "name"),
        ("Acme Shipping Limited", None, "several"),
        ("Vik Universty", None, "near"),
        ("Nobody Knows", None, "unknown"),
    ],
)
def test_how_a_name_is_matched(name: str, iri: str | None, how: str) -> None:
    found = Names(THINGS).match(name)
    assert (found.iri, found.how) == (iri, how)


def test_verdicts_on_names_go_first() -> None:
    judged = NameVerdicts({"the bureau": "id:bureau"}, frozenset({("acme", "id:acme")}), frozenset({("vik", "id:vik")}))
    names = Names(THINGS, judged)
    assert names.match("The Bureau").how == "judged"
    assert names.match("ACME").iri is None
    assert names.match("Vik").how == "open"


def test_verdicts_are_read_from_their_graph() -> None:
    store = ox.Store()
    text = """
        @prefix id: <https://w3id.org/pcgraph/id/> . @prefix pcg: <https://w3id.org/pcgraph/ontology#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix verdict: <https://w3id.org/pcgraph/verdict/> .
        verdict:a pcg:onName "The Bureau" ; pcg:onProperty owl:sameAs ; pcg:prefers id:bureau .
        verdict:b pcg:onName "Acme Ltd" ; pcg:onProperty owl:sameAs ; pcg:rejects id:acme .
        verdict:c pcg:onName "Vik" ; pcg:onProperty owl:sameAs ; pcg:leavesOpen id:vik .
    """
    store.load(text.encode(), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(namespaces.VERDICTS))
    found = matching.name_verdicts(store)
    assert found.same == {"the bureau": ID + "bureau"}
    assert found.not_same == {("acme ltd", ID + "acme")}
    assert found.unsure == {("vik", ID + "vik")}
