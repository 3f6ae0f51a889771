"""`--proved`: what is left if only passages count that were found in the text of their source."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl
import pytest

import pcgraph as package
from helpers import TEXTS, TINY, pcgraph
from pcgraph.belief.evidence.proof import only_proved, passage_states
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import PCG, SRC, TYPE, VERIFICATION, V

pytestmark = pytest.mark.slow


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The tiny graph, in which every passage with offsets was proved."""
    folder = shutil.copytree(TINY, tmp_path / "data")
    assert pcgraph("verify", "--record", "--data", str(folder), "--texts", str(TEXTS)).returncode == 0
    return folder


def load(data: Path) -> package.KnowledgeGraph:
    return package.load(data, proved=True, build=None)


def quads(*said: tuple[str, str, str], states: dict[str, str] | None = None) -> pl.DataFrame:
    """Quads of src:a from short names, with its passages p and q, of which the states say what was recorded."""
    a, rows = SRC + "a", []
    for subject, name, value in said:
        object_ = f"<{a}#{value}>" if name == "statedIn" else f"<{value}>"
        rows.append((a, subject, TYPE if name == "a" else PCG + name, object_))
    for passage in ("p", "q"):
        rows.append((a, f"{a}#{passage}", TYPE, f"<{PCG}Passage>"))
        rows.append((a, f"{a}#{passage}", PCG + "wordHash", '"00"'))
    rows += [(VERIFICATION, f"{a}#{p}", PCG + "passageState", f"<{V}{state}>") for p, state in (states or {}).items()]
    return pl.DataFrame(rows, schema=["source", "subject", "property", "value"], orient="row")


def left(*said: tuple[str, str, str], **states: str) -> set[tuple[str, str]]:
    """Subjects and properties of what `only_proved` keeps, without passages and marks."""
    found = only_proved(quads(*said, states=states), SRC)
    found = found.filter(~pl.col("subject").str.starts_with(SRC))
    return {(s, p.rpartition("#")[2]) for s, p in found.select("subject", "property").iter_rows()}


DEAL = (("deal", "a", "Agreement"), ("deal", "signatory", "acme"), ("deal", "step", "deal.signed"))


@pytest.mark.parametrize("state", ["proved", "moved", "reflowed"])
def test_a_fact_with_a_proved_passage_stays(state: str) -> None:
    said = (*DEAL, ("deal", "statedIn", "p"), ("deal.signed", "status", "signed"))
    assert left(*said, p=state) == {
        ("deal", "type"), ("deal", "signatory"), ("deal", "step"), ("deal", "statedIn"), ("deal.signed", "status"),
    }  # fmt: skip


@pytest.mark.parametrize("state", ["changed", "source-gone", "hash-not-checked", "pointer-only"])
def test_a_fact_without_one_goes(state: str) -> None:
    assert left(*DEAL, ("deal", "statedIn", "p"), p=state) == set()


def test_a_fact_with_a_proved_and_another_passage_goes() -> None:
    """Nobody can tell which of the two states it."""
    assert left(*DEAL, ("deal", "statedIn", "p"), ("deal", "statedIn", "q"), p="proved") == set()


def test_a_step_with_its_own_passage_needs_that_one() -> None:
    said = (*DEAL, ("deal", "statedIn", "p"), ("deal.signed", "status", "signed"), ("deal.signed", "statedIn", "q"))
    assert left(*said, p="proved") == {("deal", "type"), ("deal", "signatory"), ("deal", "statedIn")}
    of_step = {("deal.signed", "status"), ("deal.signed", "statedIn")}
    assert left(*said, q="proved") == {("deal", "type"), ("deal", "step")} | of_step


def test_what_is_not_from_a_source_stays() -> None:
    register = pl.DataFrame(
        [("https://w3id.org/pcgraph/graph/register", "acme", TYPE, "<Company>")],
        schema=["source", "subject", "property", "value"],
        orient="row",
    )
    assert only_proved(pl.concat([quads(), register]), SRC).filter(subject="acme").height == 1


def test_a_passage_without_a_record_has_the_state_of_its_description() -> None:
    found = quads(states={"q": "changed"})
    pointer = pl.DataFrame([(SRC + "a", SRC + "a#para=1", TYPE, f"<{PCG}Passage>")], schema=found.columns, orient="row")
    states = passage_states(pl.concat([found, pointer]), SRC)
    assert dict(zip((p.rpartition("#")[2] for p in states["passage"]), states["state"], strict=True)) == {
        "p": V + "hash-not-checked",
        "q": V + "changed",
        "para=1": V + "pointer-only",
    }


@pytest.mark.filterwarnings("ignore:query.*matches nothing")
def test_a_fact_that_only_a_pointer_supports_is_gone(data: Path) -> None:
    query = "SELECT ?o { GRAPH src:digest { id:pilot-training pcg:quantity ?o } }"
    assert package.load(data, build=None).query(query).short == [("450",)]
    assert load(data).query(query).short == []


def test_a_source_without_a_proved_fact_is_left_out(data: Path) -> None:
    record = data / "verification.ttl"
    record.write_text("\n\n".join(b for b in record.read_text().split("\n\n") if "source/digest#" not in b))
    assert ("digest", "no fact of it is proved") in load(data).left_out
    done = pcgraph("rank", "--proved", "--data", str(data))
    assert "left out: 1 source without a proved fact" in done.stderr


def test_nothing_proved_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(UsageError, match=r"no passage is proved.*verify --record"):
        package.load(TINY, proved=True, build=None)


@pytest.mark.parametrize(
    "verb", ["query what-was-signed", "rank", "show acme", "why acme signsWith harbour-authority", "find acme"]
)
def test_every_reading_verb_has_the_option(verb: str, data: Path) -> None:
    done = pcgraph(*verb.split(), "--proved", "--data", str(data))
    assert "no such option" not in done.stderr.lower()
    assert done.stdout


def test_states_are_told(data: Path) -> None:
    kg = package.load(data, build=None)
    found = {row[0]: row[1] for row in kg.query("passage-states").short}
    assert found == {"v:proved": "42", "v:pointer-only": "1"}  # without those of the retracted source
    shown = pcgraph("show", "crane-agreement", "--data", str(data)).stdout
    assert "characters" in shown
    assert ", proved: id:crane-agreement" in shown
