"""Contradictions between sources, worked out by hand on the tiny graph and on three sources of one number."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph import api
from pcgraph.model.namespaces import ID, PCG, SRC, VERDICT, compact
from pcgraph.query.statements import contradictions as module
from pcgraph.query.statements.contradictions import Contradiction, contradictions

NUMBER = PCG + "claimedCount"


def counted(path: Path, verdicts: str) -> Contradiction:
    """Return the contradiction of three sources that give one forum 4, 5 and 6 agreements."""
    prefixes = f"@prefix pcg: <{PCG}> . @prefix src: <{SRC}> . @prefix id: <{ID}> . @prefix verdict: <{VERDICT}> .\n"
    said = "".join(
        f'src:{slug} {{ src:{slug} a pcg:Source ; pcg:date "2025" . '
        f"id:forum a pcg:Event ; pcg:claimedCount {number} }}\n"
        for slug, number in (("a", 4), ("b", 5), ("c", 6))
    )
    path.write_text(f"{prefixes}{said}<https://w3id.org/pcgraph/graph/verdicts> {{ {verdicts} }}\n", encoding="utf-8")
    [found] = contradictions(api.load(path, build=None).store)
    return found


@pytest.mark.parametrize(
    ("ruling", "believed", "open_"),
    [
        ("", "4", True),
        ("pcg:rejects 6", "4", True),  # 4 and 5 still contradict each other
        ("pcg:prefers 5", "5", False),
    ],
)
def test_it_is_open_until_a_verdict_decides_every_pair(ruling: str, believed: str, open_: bool, tmp_path: Path) -> None:
    verdict = f"verdict:v pcg:onSubject id:forum ; pcg:onProperty pcg:claimedCount ; {ruling} ." if ruling else ""
    found = counted(tmp_path / "a.trig", verdict)
    assert (found.subject, found.property, found.closed) == (ID + "forum", NUMBER, frozenset())
    assert found.values == {number: {SRC + slug} for slug, number in (("a", "4"), ("b", "5"), ("c", "6"))}
    assert (found.believed, found.open) == (believed, open_)
    assert found.verdict == (VERDICT + "v" if ruling else "")


def test_a_party_that_a_complete_list_lacks(tiny: api.KnowledgeGraph) -> None:
    [found] = [each for each in contradictions(tiny.store) if each.closed]
    assert (compact(found.subject), compact(found.property)) == ("id:safety-charter", "pcg:signatory")
    assert found.values == {ID + "acme-pilots": {SRC + "digest"}}
    assert (found.closed, found.believed, found.open) == ({SRC + "tide-2025"}, "", False)


def test_the_parties_of_a_thing_are_looked_up_only_where_a_list_of_them_is_complete(
    tiny: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An agent may have thousands of ties."""
    asked, real = set[str | None](), module.quads
    monkeypatch.setattr(module, "quads", lambda store, *pattern: asked.update(pattern[1:2]) or real(store, *pattern))
    assert not [each for each in contradictions(tiny.store, [ID + "acme"]) if each.closed]
    assert PCG + "parent" not in asked
    assert [each for each in contradictions(tiny.store, [ID + "safety-charter"]) if each.closed]
    assert PCG + "parent" in asked


def test_a_number_is_disputed_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    """Two sources say 4 and "about 5" million dollars, a third 5 million euros: another currency disputes nothing."""
    prefixes = f"@prefix pcg: <{PCG}> . @prefix src: <{SRC}> . @prefix id: <{ID}> .\n"
    sums = {"a": '4000000 ; pcg:currency "USD"', "b": '5000000 ; pcg:currency "USD" ; pcg:amountApproximate true',
            "c": '5000000 ; pcg:currency "EUR"'}  # fmt: skip
    said = "".join(
        f"src:{s} {{ src:{s} a pcg:Source . id:loan a pcg:Loan ; pcg:amount {v} }}\n" for s, v in sums.items()
    )
    (tmp_path / "a.trig").write_text(prefixes + said, encoding="utf-8")
    store = api.load(tmp_path / "a.trig", build=None).store
    [found] = contradictions(store)
    assert found.property == PCG + "amount"
    assert found.values == {"USD 4 m": {SRC + "a"}, "about USD 5 m": {SRC + "b"}}
    assert (found.believed, found.open, found.reason) == ("USD 4 m", True, "")
    assert contradictions(store, [ID + "loan"]) == [found]
    assert contradictions(store, [ID + "other"]) == []


def test_a_number_and_what_it_counts_are_one_contradiction(tiny: api.KnowledgeGraph) -> None:
    [found] = contradictions(tiny.store, [ID + "pilot-training"])
    assert found.property == PCG + "quantity"
    assert found.values == {"500 people": {SRC + "tide-2025"}, "450 scholarships": {SRC + "digest"}}


def test_contradictions_about_one_thing_are_those_of_the_whole_graph(tiny: api.KnowledgeGraph) -> None:
    whole = contradictions(tiny.store)
    for subject in {each.subject for each in whole}:
        assert contradictions(tiny.store, [subject]) == [each for each in whole if each.subject == subject]
